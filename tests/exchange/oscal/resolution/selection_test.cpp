// Which controls an import selects.
#include "exchange/oscal/resolution/selection.hpp"

#include <string>

#include "fixtures.hpp"

using namespace annexa::testing::resolving;

namespace {

std::string selected(std::string_view selection) { return outline(resolved(selecting(selection), nested())); }

}  // namespace

TEST_SUITE("exchange/oscal_selection") {
  TEST_CASE("all controls, children below their parents") {
    CHECK(selected(R"("include-all":{})") == "?pa z1 a1 a2(a2.1(a2.1.1) a2.2) b1");
  }

  TEST_CASE("controls by their ids, in the order of the catalog, without their children") {
    CHECK(selected(R"("include-controls":[{"with-ids":["b1","a2","a1"]}])") == "?pa a1 a2 b1");
    CHECK(selected(R"("include-controls":[{"with-ids":["a2"],"with-child-controls":"no"}])") == "a2");
  }

  TEST_CASE("child controls come along where that is asked for, at any depth") {
    CHECK(selected(R"("include-controls":[{"with-ids":["a2"],"with-child-controls":"yes"}])") ==
          "a2(a2.1(a2.1.1) a2.2)");
    CHECK(selected(R"("include-controls":[{"matching":[{"pattern":"?2"}],"with-child-controls":"yes"}])") ==
          "a2(a2.1(a2.1.1) a2.2)");
  }

  TEST_CASE("a control whose parent is not selected takes the place of the parent") {
    CHECK(selected(R"("include-controls":[{"with-ids":["a2.1.1","z1"]}])") == "z1 a2.1.1");
    CHECK(selected(R"("include-controls":[{"with-ids":["a2","a2.1.1"]}])") == "a2(a2.1.1)");
  }

  TEST_CASE("excluding beats including, however specific each of them is") {
    CHECK(selected(R"("include-all":{},"exclude-controls":[{"with-ids":["a2"]}])") == "?pa z1 a1 a2.1(a2.1.1) a2.2 b1");
    CHECK(selected(R"("include-all":{},"exclude-controls":[{"with-ids":["a2"],"with-child-controls":"yes"}])") ==
          "?pa z1 a1 b1");
    CHECK(
        selected(
            R"("include-controls":[{"with-ids":["a1","b1"]}],"exclude-controls":[{"matching":[{"pattern":"a*"}]}])") ==
        "b1");
    CHECK(
        selected(R"("include-controls":[{"matching":[{"pattern":"a*"}]}],"exclude-controls":[{"with-ids":["a1"]}])") ==
        "a2(a2.1(a2.1.1) a2.2)");
  }

  TEST_CASE("naming a control several times counts once, and order does not matter") {
    CHECK(selected(
              R"("include-controls":[{"with-ids":["a1","a1"]},{"with-ids":["a1"],"matching":[{"pattern":"a1"}]}])") ==
          "?pa a1");
    CHECK(selected(R"("include-controls":[{"with-ids":["a2"]},{"with-ids":["a2"],"with-child-controls":"yes"}])") ==
          "a2(a2.1(a2.1.1) a2.2)");
  }

  TEST_CASE("patterns know two signs") {
    using annexa::oscal::resolution::matches_pattern;
    struct Row {
      char const *pattern, *text;
      bool matches;
    };
    for (auto const& row :
         {Row{"ac-*", "ac-1", true}, Row{"ac-*", "ac-", true}, Row{"ac-?", "ac-", false}, Row{"*", "", true},
          Row{"", "", true}, Row{"", "a", false}, Row{"?", "ä", true}, Row{"??", "ä", false}, Row{"a.1", "ab1", false},
          Row{"[ab]1", "a1", false}, Row{"[ab]1", "[ab]1", true}, Row{"^a", "a", false}, Row{"*.1", "ac-2.1", true},
          Row{"*-2*1", "ac-2.11", true}, Row{"a*b*c", "aXbXbXc", true}, Row{"a*b*c", "aXbXbX", false},
          Row{"A1", "a1", false}, Row{"a**", "a", true}, Row{"*ü?", "xüä", true}}) {
      CAPTURE(row.pattern);
      CAPTURE(row.text);
      CHECK(matches_pattern(row.pattern, row.text) == row.matches);
    }
  }

  TEST_CASE("a pattern made to explode does not") {
    std::string pattern, text(3000, 'a');
    for (int i = 0; i < 1000; ++i) pattern += "*a";
    CHECK_FALSE(annexa::oscal::resolution::matches_pattern(pattern + "*b", text));
    CHECK(annexa::oscal::resolution::matches_pattern(pattern, text));
  }

  TEST_CASE("what selects nothing is told and does no harm") {
    auto const made = resolved(
        selecting(R"("include-controls":[{"with-ids":["a1","nine"],"matching":[{"pattern":"q*"},{},{"pattern":""}]}])"),
        nested());
    CHECK(outline(made) == "?pa a1");
    REQUIRE(made.warnings.size() == 4);
    CHECK(made.warnings[0].rule == "oscal.no-pattern");
    CHECK(made.warnings[2].rule == "oscal.selects-nothing");
    CHECK(made.warnings[2].where == "p.json: /profile/imports/0/include-controls/0/with-ids/1");
    CHECK(made.warnings[2].message == "No control here is called \"nine\".");
    CHECK(made.warnings[3].message == "No control matches \"q*\".");
    auto const nothing = resolved(profile(R"("imports":[{"href":"c.json"}])"), nested());
    CHECK(outline(nothing).empty());
    CHECK(warnings(nothing) == "oscal.no-selection");
  }
}
