#include <annexa/base/errc.hpp>

#include <doctest/doctest.h>

#include <set>

using namespace annexa;

TEST_SUITE("base/errc") {
  TEST_CASE("every reason says what would be accepted, each in its own words") {
    std::set<std::string> said;
    for (int number = 1; number <= static_cast<int>(errc::bad_media_type); ++number) {
      auto const text = make_error_code(static_cast<errc>(number)).message();
      CAPTURE(text);
      CHECK(text.starts_with("expected "));
      CHECK(text != "expected another value");
      CHECK(said.insert(text).second);
    }
  }

  TEST_CASE("numbers are a promise") {
    CHECK(static_cast<int>(errc::bad_key) == 1);
    CHECK(static_cast<int>(errc::bad_hash) == 10);
    CHECK(static_cast<int>(errc::bad_media_type) == 15);
    CHECK(std::string(errc_category().name()) == "annexa");
    CHECK(errc_category() == make_error_code(errc::bad_date).category());
  }

  TEST_CASE("taking the value of a refusal throws the reason") {
    parsed<int> const refused = errc::bad_date;
    try {
      static_cast<void>(refused.value());
      FAIL("no exception");
    } catch (boost::system::system_error const& error) {
      CHECK(error.code() == make_error_code(errc::bad_date));
    }
  }
}
