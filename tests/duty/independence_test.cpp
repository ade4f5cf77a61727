#include <annexa/duty/independence.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "duty/day.hpp"

using namespace annexa;
using annexa::testing::day;

namespace {

Key<"person"> person(std::string_view key) { return Key<"person">::parse(key).value(); }

auto const today = day("2026-03-01");
auto const anna = person("P-1");
std::string const unit = "unit:U-1";
constexpr auto all_kinds = {RelationKind::owns, RelationKind::operates, RelationKind::manages, RelationKind::designed,
                            RelationKind::declared_conflict};

Relation current(RelationKind kind) { return {anna, unit, kind, day("2020-01-01"), {}}; }
Relation former(RelationKind kind, Date until) { return {anna, unit, kind, {}, until}; }

std::vector<Ruling> rulings(std::vector<Relation> const& relations, std::vector<Waiver> const& waivers = {},
                            int months = 24) {
  return may_audit(anna, unit, today, relations, waivers, {months});
}

Waiver waiver_of(std::string_view rule) {
  Waiver waiver;
  waiver.key = Key<"waiver">::parse("W-1").value();
  waiver.rule = rule;
  waiver.person = anna;
  waiver.from = day("2026-01-01");
  waiver.expires_on = day("2026-12-31");
  return waiver;
}

}  // namespace

TEST_SUITE("duty/independence") {
  TEST_CASE("who has nothing to do with a unit may audit it") {
    CHECK(rulings({}).empty());
    CHECK(strictest(rulings({})) == DutyEffect::allow);
  }
  TEST_CASE("owners, operators, managers and designers are denied by S01") {
    for (auto const kind :
         {RelationKind::owns, RelationKind::operates, RelationKind::manages, RelationKind::designed}) {
      CAPTURE(to_string(kind));
      auto const found = rulings({current(kind)});
      REQUIRE(found.size() == 1);
      CHECK(found[0].rule == find_duty_rule("S01"));
      CHECK(found[0].effect == DutyEffect::deny);
      CHECK(found[0].because().starts_with("P-1 "));
      CHECK(found[0].because().ends_with(" unit:U-1; nobody audits own work."));
    }
  }
  TEST_CASE("no waiver opens the way to auditing own work") {
    for (auto const kind :
         {RelationKind::owns, RelationKind::operates, RelationKind::manages, RelationKind::designed}) {
      auto const found = rulings({current(kind)}, {waiver_of("S01"), waiver_of("S02"), waiver_of("S25")});
      REQUIRE(found.size() == 1);
      CHECK(found[0].effect == DutyEffect::deny);
      CHECK_FALSE(found[0].waiver);
    }
  }
  TEST_CASE("who left within the cooling-off time is warned by S02") {
    for (auto const kind :
         {RelationKind::owns, RelationKind::operates, RelationKind::manages, RelationKind::designed}) {
      CAPTURE(to_string(kind));
      auto const found = rulings({former(kind, day("2025-12-31"))});
      REQUIRE(found.size() == 1);
      CHECK(found[0].rule == find_duty_rule("S02"));
      CHECK(found[0].effect == DutyEffect::warn);
      CHECK(found[0].because().ends_with(" unit:U-1 until 2025-12-31; auditors keep away for 24 months."));
    }
  }
  TEST_CASE("the cooling-off time ends, and its length is the organisation's") {
    CHECK(rulings({former(RelationKind::operates, day("2024-03-01"))}).size() == 1);
    CHECK(rulings({former(RelationKind::operates, day("2024-02-29"))}).empty());
    CHECK(rulings({former(RelationKind::operates, day("2025-02-28"))}, {}, 12).empty());
    CHECK(rulings({former(RelationKind::operates, day("2026-02-28"))}, {}, 0).empty());
    CHECK(rulings({former(RelationKind::operates, day("2010-01-01"))}, {}, 1200).size() == 1);
  }
  TEST_CASE("the last day in a function is still own work") {
    auto const found = rulings({former(RelationKind::manages, today)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule->rule.id == "S01");
  }
  TEST_CASE("a declared conflict is denied by S02 while it lasts") {
    auto const found = rulings({current(RelationKind::declared_conflict)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule->rule.id == "S02");
    CHECK(found[0].effect == DutyEffect::deny);
    CHECK(found[0].because() == "P-1 has declared a conflict of interest with unit:U-1.");
    CHECK(rulings({former(RelationKind::declared_conflict, today.plus_days(-1))}).empty());
  }
  TEST_CASE("a waiver of S02 allows, and the ruling names it") {
    for (auto const& relation :
         {current(RelationKind::declared_conflict), former(RelationKind::owns, day("2025-12-31"))}) {
      auto const found = rulings({relation}, {waiver_of("S02")});
      REQUIRE(found.size() == 1);
      CHECK(found[0].effect == DutyEffect::allow);
      REQUIRE(found[0].waiver);
      CHECK(*found[0].waiver == "W-1");
    }
  }
  TEST_CASE("a waiver of another rule, person or time does not count") {
    auto const conflict = current(RelationKind::declared_conflict);
    auto other = waiver_of("S02");
    other.person = person("P-2");
    auto expired = waiver_of("S02");
    expired.expires_on = today.plus_days(-1);
    auto early = waiver_of("S02");
    early.from = today.plus_days(1);
    for (auto const& waiver : {waiver_of("S10"), other, expired, early}) {
      auto const found = rulings({conflict}, {waiver});
      REQUIRE(found.size() == 1);
      CHECK(found[0].effect == DutyEffect::deny);
      CHECK_FALSE(found[0].waiver);
    }
  }
  TEST_CASE("what begins later does not count yet") {
    auto const later = Relation{anna, unit, RelationKind::owns, today.plus_days(1), {}};
    CHECK(rulings({later}).empty());
  }
  TEST_CASE("other people and other units do not count") {
    auto colleague = current(RelationKind::owns);
    colleague.person = person("P-2");
    auto elsewhere = current(RelationKind::owns);
    elsewhere.object = "unit:U-10";
    CHECK(rulings({colleague, elsewhere}).empty());
  }
  TEST_CASE("every ground is told, and the strictest decides") {
    auto const found = rulings({former(RelationKind::owns, day("2025-12-31")), current(RelationKind::declared_conflict),
                                current(RelationKind::operates)});
    REQUIRE(found.size() == 3);
    CHECK(found[0].effect == DutyEffect::warn);
    CHECK(found[1].rule->rule.id == "S02");
    CHECK(found[2].rule->rule.id == "S01");
    CHECK(strictest(found) == DutyEffect::deny);
  }
  TEST_CASE("waiving the conflict leaves own work denied") {
    auto const found =
        rulings({current(RelationKind::declared_conflict), current(RelationKind::operates)}, {waiver_of("S02")});
    REQUIRE(found.size() == 2);
    CHECK(found[0].effect == DutyEffect::allow);
    CHECK(strictest(found) == DutyEffect::deny);
  }
  TEST_CASE("each kind of relation has a row for as long as it holds, and each rule named is enforced") {
    for (auto const kind : all_kinds)
      CHECK(std::ranges::count_if(independence_grounds,
                                  [&](auto const& row) { return row.kind == kind && !row.former; }) == 1);
    for (auto const& row : independence_grounds) {
      REQUIRE(find_duty_rule(row.message.id));
      CHECK(row.effect <= find_duty_rule(row.message.id)->effect);
      CHECK(std::ranges::count_if(independence_grounds, [&](auto const& each) {
              return each.kind == row.kind && each.former == row.former;
            }) == 1);
    }
  }
  TEST_CASE("whatever waivers there are, whoever has own work there is denied, and no waiver makes things stricter") {
    CHECK(rc::check("own work", [] {
      std::vector<Relation> relations;
      for (int n = *rc::gen::inRange(0, 5); n > 0; --n) {
        auto const kind = *rc::gen::elementOf(std::vector<RelationKind>(all_kinds));
        auto relation = current(kind);
        if (*rc::gen::arbitrary<bool>()) relation.until = today.plus_days(*rc::gen::inRange(-1000, 1000));
        relations.push_back(relation);
      }
      std::vector<Waiver> waivers;
      for (auto const& row : duty_rules)
        if (*rc::gen::arbitrary<bool>()) waivers.push_back(waiver_of(row.rule.id));
      auto const without = rulings(relations);
      auto const with = rulings(relations, waivers);
      bool const own = std::ranges::any_of(relations, [](Relation const& each) {
        return each.kind != RelationKind::declared_conflict && holds(each, today);
      });
      RC_ASSERT(with.size() == without.size());
      RC_ASSERT(strictest(with) <= strictest(without));
      if (own) RC_ASSERT(strictest(with) == DutyEffect::deny);
      for (auto const& ruling : with) RC_ASSERT((ruling.effect == DutyEffect::allow) == ruling.waiver.has_value());
    }));
  }
}
