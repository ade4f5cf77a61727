#include <annexa/base/uuid.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace annexa;

namespace {

Uuid uuid(std::string_view text) { return Uuid::parse(text).value(); }

}  // namespace

TEST_SUITE("base/uuid") {
  TEST_CASE("a UUID prints in lower case and reads in any") {
    CHECK(to_string(uuid("0F8FAD5B-D9CB-469F-A165-70867728950E")) == "0f8fad5b-d9cb-469f-a165-70867728950e");
    CHECK(to_string(Uuid{}) == "00000000-0000-0000-0000-000000000000");
    CHECK(Uuid{}.is_nil());
    CHECK_FALSE(uuid("0f8fad5b-d9cb-469f-a165-70867728950e").is_nil());
  }

  TEST_CASE("what is no UUID is refused") {
    for (std::string const text : {"", "0f8fad5bd9cb469fa16570867728950e", "{0f8fad5b-d9cb-469f-a165-70867728950e}",
                                   "0f8fad5b-d9cb-469f-a165-70867728950", "0f8fad5b-d9cb-469f-a165-70867728950g",
                                   "0f8fad5bd-9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e0",
                                   "urn:uuid:0f8fad5b-d9cb-469f-a165-7086", "0f8fad5b-d9cb-469f-a165--0867728950e"}) {
      CAPTURE(text);
      REQUIRE(Uuid::parse(text).has_error());
      CHECK(Uuid::parse(text).error() == errc::bad_uuid);
    }
  }

  TEST_CASE("a name gives the UUID of RFC 9562, appendix A.4") {
    auto const dns = uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    CHECK(to_string(name_based_uuid(dns, "www.example.com")) == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    CHECK(name_based_uuid(dns, "") != name_based_uuid(Uuid{}, ""));
  }

  TEST_CASE("version and variant are set, all other bits are kept") {
    CHECK(rc::check("of random bytes", [] {
      auto const bytes = *rc::gen::container<std::array<unsigned char, 16>>(rc::gen::arbitrary<unsigned char>());
      auto const text = to_string(Uuid::from_random(bytes));
      RC_ASSERT(text[14] == '4');
      RC_ASSERT(std::string_view("89ab").find(text[19]) != std::string_view::npos);
      RC_ASSERT(uuid(text) == Uuid::from_random(bytes));
      Uuid const made = Uuid::from_random(bytes);
      for (std::size_t i = 0; i < 16; ++i) {
        unsigned const kept = i == 6 ? 0x0FU : i == 8 ? 0x3FU : 0xFFU;
        RC_ASSERT((made.bytes[i] & kept) == (bytes[i] & kept));
      }
    }));
  }
}
