#include <annexa/base/key.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("base/key") {
  TEST_CASE("a key is any short text without blanks at its ends") {
    for (std::string const text : {"NC-7", "R-001", "A.5.1", "anna",
                                   "Werk S\xC3\xBC"
                                   "d",
                                   "/a/b", "~", "x"}) {
      CAPTURE(text);
      CHECK(to_string(Key<"unit">::parse(text).value()) == text);
    }
    CHECK(Key<"unit">::parse(std::string(80, 'x')).has_value());
  }

  TEST_CASE("what cannot name a record is refused") {
    struct Row {
      std::string text;
      std::string why;
    };
    for (Row const& row : {Row{"", "empty"},
                           {" a", "blank before"},
                           {"a ", "blank after"},
                           {"a\n", "line end"},
                           {"a\tb", "control character"},
                           {std::string("a\0b", 3), "NUL"},
                           {"a\x7F", "DEL"},
                           {std::string(81, 'x'), "too long"},
                           {"\xC3", "half a character"},
                           {"\xED\xA0\x80", "a surrogate"}}) {
      CAPTURE(row.why);
      auto const key = Key<"unit">::parse(row.text);
      REQUIRE(key.has_error());
      CHECK(key.error() == errc::bad_key);
    }
  }

  TEST_CASE("keys order bytewise and compare with text") {
    auto const a = Key<"risk">::parse("R-10").value();
    auto const b = Key<"risk">::parse("R-2").value();
    CHECK(a < b);
    CHECK(a == "R-10");
    CHECK(a != "R-1");
    CHECK(Key<"risk">{}.empty());
    CHECK(Key<"risk">::noun == "risk");
  }
}
