#include <annexa/base/error.hpp>

#include <doctest/doctest.h>

using namespace annexa;

namespace {

constexpr Rule colour{"test.colour", "Found {found}; expected {expected}.", "10.2", ErrorKind::rule};
constexpr Rule usage{"test.usage", "No.", "", ErrorKind::usage};

}  // namespace

TEST_SUITE("base/error") {
  TEST_CASE("a message is the rule's text with its arguments in place") {
    CHECK(fill_in("Found {found}; expected {expected}.", {{"found", "red"}, {"expected", "{found}"}}) ==
          "Found red; expected {found}.");
    CHECK(fill_in("{unknown} stays", {{"known", "x"}}) == "{unknown} stays");
    CHECK(fill_in("open { brace", {{"found", "x"}}) == "open { brace");
    CHECK(fill_in("", {}) == "");
    CHECK(fill_in("{a}{a}", {{"a", "1"}}) == "11");
  }

  TEST_CASE("an error keeps every violation in order; the first decides its kind") {
    Error error;
    CHECK(error.empty());
    error.add(colour, "/wall", {{"found", "red"}, {"expected", "blue"}});
    error.add(usage, "");
    CHECK(error.kind() == ErrorKind::rule);
    REQUIRE(error.violations().size() == 2);
    CHECK(error.violations()[0] ==
          Violation{"test.colour", "/wall", "Found red; expected blue.", {{"found", "red"}, {"expected", "blue"}}});
    CHECK(error.names("test.usage"));
    CHECK_FALSE(error.names("test"));
    CHECK(error.text() == "/wall [test.colour]: Found red; expected blue.\ntest.usage: No.");
  }

  TEST_CASE("violations of a part get the place of the part in front") {
    Error part(usage, "/x");
    Error whole(ErrorKind::usage);
    whole.add(part, "/rows/3");
    CHECK(whole.violations()[0].where == "/rows/3/x");
    CHECK(whole.kind() == ErrorKind::usage);
  }

  TEST_CASE("taking the value of a refused result throws the whole error") {
    result<int> const refused = Error(colour, "/wall");
    try {
      static_cast<void>(refused.value());
      FAIL("no exception");
    } catch (Refused const& thrown) {
      CHECK(thrown.error().names("test.colour"));
      CHECK(std::string(thrown.what()).find("/wall") != std::string::npos);
    }
  }

  TEST_CASE("kinds are the status codes of the C interface") {
    CHECK(static_cast<int>(ErrorKind::usage) == 1);
    CHECK(static_cast<int>(ErrorKind::rule) == 100);
    CHECK(static_cast<int>(ErrorKind::conflict) == 200);
    CHECK(static_cast<int>(ErrorKind::storage) == 300);
    CHECK(static_cast<int>(ErrorKind::integrity) == 400);
    CHECK(static_cast<int>(ErrorKind::no_memory) == 900);
    CHECK(static_cast<int>(ErrorKind::cancelled) == 901);
    CHECK(static_cast<int>(ErrorKind::internal) == 999);
  }
}
