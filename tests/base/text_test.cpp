#include <annexa/base/text.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

using namespace annexa;

namespace {

std::string short_name() { return *rc::gen::container<std::string>(rc::gen::element('0', '1', '2', 'a', '-', '.')); }

// The textbook recursion, slow and plain.
std::size_t edits(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  auto const rest = edits(a.substr(1), b.substr(1));
  if (a[0] == b[0]) return rest;
  return 1 + std::min({rest, edits(a.substr(1), b), edits(a, b.substr(1))});
}

}  // namespace

TEST_SUITE("base/text") {
  TEST_CASE("UTF-8 is what RFC 3629 says") {
    for (std::string const text :
         {"", "plain",
          "Pr\xC3\xBC"
          "fung",
          "\xE2\x82\xAC", "\xF0\x9F\x94\x92", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
      CAPTURE(text);
      CHECK(is_utf8(text));
    }
    struct Row {
      std::string text;
      std::string why;
    };
    for (Row const& row : {Row{"\x80", "a tail alone"},
                           {"\xC0\xAF", "overlong slash"},
                           {"\xC1\xBF", "overlong"},
                           {"\xE0\x9F\xBF", "overlong in three"},
                           {"\xF0\x8F\xBF\xBF", "overlong in four"},
                           {"\xED\xA0\x80", "surrogate"},
                           {"\xF4\x90\x80\x80", "beyond U+10FFFF"},
                           {"\xF5\x80\x80\x80", "no such lead"},
                           {"\xC3", "cut in two"},
                           {"\xE2\x82", "cut in three"},
                           {"\xF0\x9F\x94", "cut in four"},
                           {"\xFC", "Latin-1"},
                           {"\xE2\x28\xA1", "a tail is missing"}}) {
      CAPTURE(row.why);
      CHECK_FALSE(is_utf8(row.text));
    }
  }

  TEST_CASE("a quote is cut between characters") {
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("abcd", 3) == "abc");
    CHECK(shortened("ab\xC3\xBC", 3) == "ab");
    CHECK(shortened("\xF0\x9F\x94\x92", 3) == "");
    CHECK(shortened("", 0) == "");
    CHECK(rc::check("of any valid text", [] {
      auto const parts = *rc::gen::container<std::vector<std::string>>(
          rc::gen::element<std::string>("a", "\xC3\xBC", "\xE2\x82\xAC", "\xF0\x9F\x94\x92"));
      std::string text;
      for (auto const& part : parts) text += part;
      auto const most = *rc::gen::inRange<std::size_t>(0, text.size() + 2);
      auto const quote = shortened(text, most);
      RC_ASSERT(is_utf8(quote));
      RC_ASSERT(quote.size() <= most && quote.size() + 4 > std::min(most, text.size()));
      RC_ASSERT(text.starts_with(quote));
    }));
  }

  TEST_CASE("blanks go from both ends, and control characters are seen") {
    CHECK(trimmed(" \t\r\n a b \n") == "a b");
    CHECK(trimmed("   ") == "");
    CHECK(has_control("a\x1F"));
    CHECK(has_control("\x7F"));
    CHECK_FALSE(has_control("a \xC3\xBC"));
    CHECK_FALSE(has_stray_control("a\tb\r\nc"));
    CHECK(has_stray_control("a\x1B[2J"));
  }

  TEST_CASE("names order as people order them") {
    std::vector<std::string> names{"R-10", "R-2", "R-02", "A.5.10", "A.5.9", "R-1a", "R", "R-"};
    std::ranges::sort(names, natural_less);
    CHECK(names == std::vector<std::string>{"A.5.9", "A.5.10", "R", "R-", "R-1a", "R-02", "R-2", "R-10"});
    CHECK(rc::check("a total order", [] {
      auto const a = short_name();
      auto const b = short_name();
      auto const c = short_name();
      RC_ASSERT(natural_less(a, b) + natural_less(b, a) + (a == b) == 1);
      RC_ASSERT(!(natural_less(a, b) && natural_less(b, c)) || natural_less(a, c));
    }));
    CHECK(natural_less("9", "10000000000000000000000000000000000000000"));  // longer than any integer type
  }

  TEST_CASE("distance counts edits, up to a limit") {
    CHECK(edit_distance("owner", "onwer", 3) == 2);
    CHECK(edit_distance("kitten", "sitting", 5) == 3);
    CHECK(edit_distance("same", "same", 2) == 0);
    CHECK(edit_distance("a", "abcdefgh", 2) == 3);
    CHECK(edit_distance(std::string(300, 'a'), std::string(300, 'a'), 2) == 3);  // no name is so long
    CHECK(rc::check("as the textbook does", [] {
      auto const a = short_name().substr(0, 6);
      auto const b = short_name().substr(0, 6);
      RC_ASSERT(edit_distance(a, b, 3) == std::min<std::size_t>(edits(a, b), 4));
    }));
  }
}
