#include <annexa/duty/rule.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace annexa;

static_assert(std::ranges::is_sorted(duty_rules, {}, [](DutyRule const& row) { return row.rule.id; }));
static_assert(std::ranges::all_of(duty_rules, [](DutyRule const& row) { return row.effect != DutyEffect::allow; }));
static_assert(std::ranges::all_of(duty_rules,
                                  [](DutyRule const& row) {
                                    return row.basis != DutyBasis::required || !row.waivable;
                                  }),
              "what the standard demands is never waived");
static_assert(std::ranges::all_of(duty_rules,
                                  [](DutyRule const& row) {
                                    return row.basis != DutyBasis::practice ||
                                           (row.effect == DutyEffect::warn && row.waivable);
                                  }),
              "what is practice warns");
static_assert(DutyEffect::allow < DutyEffect::warn && DutyEffect::warn < DutyEffect::deny);
static_assert(find_duty_rule("S01")->effect == DutyEffect::deny && !find_duty_rule("S01")->waivable);
static_assert(find_duty_rule("S26") == nullptr && find_duty_rule("") == nullptr && find_duty_rule("s01") == nullptr);

TEST_SUITE("duty/rule") {
  TEST_CASE("twenty-five rules are enforced, each with a sentence and a source") {
    std::set<std::string_view> ids;
    for (auto const& row : duty_rules) {
      CAPTURE(row.rule.id);
      CHECK(find_duty_rule(row.rule.id) == &row);
      CHECK(row.rule.text.ends_with('.'));
      CHECK_FALSE(row.rule.source.empty());
      CHECK(row.rule.kind == ErrorKind::rule);
      ids.insert(row.rule.id);
    }
    CHECK(ids.size() == 25);
    CHECK(*ids.begin() == "S01");
    CHECK(*ids.rbegin() == "S25");
  }
  TEST_CASE("eight rules are what the standard itself demands, and nobody can waive them") {
    std::set<std::string_view> required;
    for (auto const& row : duty_rules)
      if (row.basis == DutyBasis::required) {
        CHECK_FALSE(row.waivable);
        required.insert(row.rule.id);
      }
    CHECK(required == std::set<std::string_view>{"S01", "S04", "S07", "S12", "S13", "S17", "S23", "S24"});
  }
  TEST_CASE("a rule makes a violation under its number") {
    Error const error(find_duty_rule("S10")->rule, "/actor");
    CHECK(error.kind() == ErrorKind::rule);
    CHECK(error.names("S10"));
    CHECK(error.text() == "/actor [S10]: Effectiveness is judged by somebody other than the owner of the action.");
  }
  TEST_CASE("basis and effect have names on the wire") {
    CHECK(to_string(DutyBasis::guidance) == "guidance");
    CHECK(to_string(DutyEffect::deny) == "deny");
  }
}
