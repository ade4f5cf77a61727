#include <annexa/catalog/value_list.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace annexa;

static_assert(std::forward_iterator<ValueList::Iterator>);
static_assert(ValueList("preventive;detective").size() == 2 && ValueList("preventive;detective").contains("detective"));
static_assert(!ValueList("preventive;detective").contains("detect"), "whole values only");
static_assert(ValueList().empty() && ValueList().size() == 0 && !ValueList().contains(""));

namespace {
std::vector<std::string> values(std::string_view cell) {
  auto const list = ValueList(cell);
  return {list.begin(), list.end()};
}
}  // namespace

TEST_SUITE("catalog/value_list") {
  TEST_CASE("values come in the order of the cell") {
    CHECK(values("b;a;c") == std::vector<std::string>{"b", "a", "c"});
    CHECK(values("alone") == std::vector<std::string>{"alone"});
  }
  TEST_CASE("sentences are joined with a blank that belongs to neither") {
    CHECK(values("Minutes of the review; signed plan") ==
          std::vector<std::string>{"Minutes of the review", "signed plan"});
  }
  TEST_CASE("an empty value between or behind semicolons is a value") {
    CHECK(values("a;;b") == std::vector<std::string>{"a", "", "b"});
    CHECK(values("a;") == std::vector<std::string>{"a", ""});
    CHECK(values(";") == std::vector<std::string>{"", ""});
    CHECK(values("a; ") == std::vector<std::string>{"a", ""});
  }
  TEST_CASE("joining what was split gives the cell again") {
    CHECK(rc::check("split and join", [] {
      auto const cell = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab_;;")));
      std::string joined;
      for (auto const value : ValueList(cell))
        (joined += joined.empty() && value.data() == cell.data() ? "" : ";") += value;
      RC_ASSERT(joined == cell);
    }));
  }
}
