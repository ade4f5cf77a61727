// The data types of OSCAL: what each takes, and what it does not.
#include "exchange/oscal/data_types.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <string>
#include <vector>

namespace {

namespace oscal = annexa::oscal;

struct TypeCase {
  std::string_view type;
  std::vector<std::string> taken, refused;  // as JSON
};

std::string text(std::string_view characters) { return boost::json::serialize(boost::json::value(characters)); }

std::vector<TypeCase> cases() {
  return {
      {"token",
       {text("a"), text("_"), text("a-5.1"), text("ÄRGER"), text("été²"), text("aⅫ"), text("a\xF0\x9D\x9F\x98")},
       {text(""), text("5.1"), text("-a"), text(".a"), text("²a"), text("a b"), text("a/b"), text("a:b"), text("a\n"),
        text("a\xCC\x81"), "7", "null"}},
      {"string",
       {text("a"), text("a b"), text("ü"), text("a\tb"), text("a\xC2\x85"), text("\xE2\x80\x8B")},
       {text(""), text(" "), text(" a"), text("a "), text("a\nb"), text("a\rb"),
        text("a\xE2\x80\xA8"
             "b"),
        text("\xC2\xA0"
             "a"),
        text("a\xEF\xBB\xBF"), "1"}},
      {"text", {text(""), text("\n a \n")}, {"1", "null", "[]"}},
      {"markup-line", {text(" "), text("a\rb"), text(" a ")}, {text(""), text("a\n"), "true"}},
      {"uuid",
       {text("6ba7b810-9dad-41d1-80b4-00c04fd430c8"), text("6BA7B810-9DAD-51D1-A0B4-00C04FD430C8")},
       {text("6ba7b810-9dad-71d1-80b4-00c04fd430c8"), text("6ba7b810-9dad-41d1-c0b4-00c04fd430c8"),
        text("6ba7b810-9dad-41d1-80b4-00c04fd430c"), text("6ba7b8109dad41d180b400c04fd430c8"),
        text("g6a7b810-9dad-41d1-80b4-00c04fd430c8"), text("")}},
      {"date",
       {text("2026-03-01"), text("2024-02-29"), text("2000-02-29Z"), text("1900-12-31-03:30"),
        text("2999-04-30+12:45")},
       {text("2026-02-29"), text("2100-02-29"), text("1899-01-01"), text("3000-01-01"), text("2026-04-31"),
        text("2026-13-01"), text("2026-00-01"), text("2026-3-1"), text("2026-03-01+05:15"), text("2026-03-01z"),
        text("2026-03-01 "), text("")}},
      {"date-time",
       {text("2026-03-01T09:00:00Z"), text("2026-03-01T23:59:59.123456789+05:45"), text("2026-03-01T00:00:00-00:00")},
       {text("2026-03-01T09:00:00"), text("2026-03-01T24:00:00Z"), text("2026-03-01T09:60:00Z"),
        text("2026-03-01T23:59:60Z"), text("2026-03-01t09:00:00Z"), text("2026-03-01T09:00:00z"),
        text("2026-03-01T09:00Z"), text("2026-03-01T09:00:00.Z"), text("2026-02-30T09:00:00Z"),
        text("2026-03-01T09:00:00+15:00"), text("2026-03-01 09:00:00Z"), text("2026-03-01")}},
      {"email",
       {text("anna@acme.example"), text("a.b+c'd@x-y.z")},
       {text("anna"), text("anna@acme"), text("@acme.example"), text("a..b@acme.example"), text(".a@acme.example"),
        text("anna@-acme.example"), text("anna@acme-.example"), text("anna@acme.example."), text("ä@acme.example"),
        text("a@b@c.d")}},
      {"uri",
       {text("https://acme.example/ns?a=b#c"), text("urn:uuid:1"), text("mailto:a@b.c"), text("http://[::1]:80/"),
        text("ab:/"), text("http://[v1.x:y]"), text("http://u:p@[1:2:3:4:5:6:7.8.9.10]/a")},
       {text("a:b"), text("//acme.example"), text("https:"), text("ab:#x"), text("1b:c"), text("ab:c d"), text("ab:%2"),
        text("ab:\"c\""), text("http://[::g]/"), text("http://[1:2:3:4:5:6:7:8::]/"), text("http://[::1"),
        text("http://[::1.2.3.256]"), text("")}},
      {"uri-reference",
       {text(""), text("#a-5.1"), text("../catalog.json"), text("a%20b"), text("a:b:c"), text("\"a\""),
        text("//[::1]/x"), text("?a#b"), text("x://[1::8]")},
       {text("a b"), text("a#b#c"), text("%zz"), text("a\\b"), text("{a}"), text("[::1]"), text("ü"), text("<a>")}},
      {"base64",
       {text("QQ=="), text("QUI="), text("QUJD"), text("a"), text("+/")},
       {text(""), text("="), text("Q==="), text("QQ==\n"), text("QQ-_"), text("Q=Q")}},
      {"boolean", {"true", "false"}, {"0", "null", text("true")}},
      {"decimal", {"0.5", "-3", "1e300", "18446744073709551615"}, {text("0.5"), "null"}},
      {"integer", {"0", "-1", "2.0", "1e300", "18446744073709551615"}, {"1.5", text("1")}},
      {"non-negative-integer", {"0", "-0", "-0.0", "3.0", "18446744073709551615"}, {"-1", "0.5", "-1.0"}},
      {"positive-integer", {"1", "1.0", "18446744073709551615"}, {"0", "-1", "0.0", "1.5"}},
  };
}

}  // namespace

TEST_SUITE("exchange/oscal_data_types") {
  TEST_CASE("each data type takes what the schemas take") {
    std::size_t types = 0;
    for (auto const& [name, taken, refused] : cases()) {
      CAPTURE(name);
      auto const type = oscal::data_type_named(name);
      REQUIRE(type.has_value());
      CHECK(!oscal::expectation_of(*type).empty());
      for (auto const& each : taken) {
        CAPTURE(each);
        CHECK(oscal::is_valid(*type, boost::json::parse(each)));
      }
      for (auto const& each : refused) {
        CAPTURE(each);
        CHECK(!oscal::is_valid(*type, boost::json::parse(each)));
      }
      ++types;
    }
    CHECK(types == 16);
    CHECK(!oscal::data_type_named("number").has_value());
  }

  TEST_CASE("bytes that are no UTF-8 are no token and do no harm") {
    for (std::string_view const bytes : {"a\xFF", "\xC3", "a\xED\xA0\x80", "\xF8\x88\x80\x80\x80"})
      CHECK(!oscal::is_token(bytes));
  }

  TEST_CASE("long texts take time in proportion to their length") {
    std::string const letters(10'000'000, 'a');
    CHECK(oscal::is_token(letters));
    CHECK(!oscal::is_token(letters + ' '));
    CHECK(oscal::is_uri_reference(letters + '#' + letters));
    CHECK(!oscal::is_uri("http://[" + std::string(10'000'000, ':') + "]"));
    CHECK(!oscal::is_email(letters + std::string(10'000'000, '.')));
    CHECK(!oscal::is_date_time("2026-03-01T09:00:00." + std::string(10'000'000, '1')));
  }
}
