#include <annexa/duty/waiver.hpp>

#include <doctest/doctest.h>

#include <string>

#include "duty/day.hpp"

using namespace annexa;
using annexa::testing::day;

namespace {

Waiver complete_waiver(std::string_view rule) {
  Waiver waiver;
  waiver.key = Key<"waiver">::parse("W-1").value();
  waiver.rule = rule;
  waiver.person = Key<"person">::parse("P-1").value();
  waiver.reason = "There are four of us.";
  waiver.compensating_measure = "A peer from the sister company reviews the result.";
  waiver.approved_by = Key<"person">::parse("P-2").value();
  waiver.from = day("2026-01-01");
  waiver.expires_on = day("2026-12-31");
  return waiver;
}

Error problems_of(Waiver const& waiver) {
  Error errors;
  check_waiver(waiver, errors);
  return errors;
}

}  // namespace

TEST_SUITE("duty/waiver") {
  TEST_CASE("each rule that can be waived takes a waiver, and each other refuses it") {
    for (auto const& row : duty_rules) {
      CAPTURE(row.rule.id);
      auto const waiver = complete_waiver(row.rule.id);
      CHECK(problems_of(waiver).empty() == row.waivable);
      CHECK(problems_of(waiver).names("waiver.impossible") != row.waivable);
      CHECK(sets_aside(waiver, row.rule.id, "P-1", day("2026-06-01")) == row.waivable);
    }
  }
  TEST_CASE("auditing own work is never waived") {
    auto const errors = problems_of(complete_waiver("S01"));
    REQUIRE(errors.violations().size() == 1);
    CHECK(errors.violations()[0].where == "/rule");
    CHECK(errors.violations()[0].message ==
          "S01 cannot be waived: Nobody audits own work. Where nobody else is there, an auditor from outside is the "
          "answer.");
    CHECK_FALSE(sets_aside(complete_waiver("S01"), "S01", "P-1", day("2026-06-01")));
  }
  TEST_CASE("a waiver of a rule that does not exist says which rules can be waived") {
    for (std::string const rule : {"", "S99", "s10", "S10 ", "T11.cause"}) {
      CAPTURE(rule);
      auto const errors = problems_of(complete_waiver(rule));
      REQUIRE(errors.violations().size() == 1);
      CHECK(errors.names("waiver.rule"));
      CHECK(errors.text().find(
                "S02, S03, S05, S06, S08, S09, S10, S11, S14, S15, S16, S18, S19, S20, S21, S22, S25 can be waived") !=
            std::string::npos);
      CHECK_FALSE(sets_aside(complete_waiver(rule), rule, "P-1", day("2026-06-01")));
    }
  }
  TEST_CASE("everything that is wrong is said at once") {
    auto waiver = complete_waiver("S12");
    waiver.reason = " \t";
    waiver.compensating_measure = "";
    waiver.expires_on = day("2025-12-31");
    waiver.approved_by = waiver.person;
    auto const errors = problems_of(waiver);
    REQUIRE(errors.violations().size() == 5);
    CHECK(errors.violations()[0].where == "/rule");
    CHECK(errors.violations()[1].where == "/reason");
    CHECK(errors.violations()[2].where == "/compensating_measure");
    CHECK(errors.violations()[3].where == "/expires_on");
    CHECK(errors.violations()[4].where == "/approved_by");
  }
  TEST_CASE("a waiver for one day is a waiver") {
    auto waiver = complete_waiver("S10");
    waiver.expires_on = waiver.from;
    CHECK(problems_of(waiver).empty());
    CHECK(sets_aside(waiver, "S10", "P-1", waiver.from));
  }
  TEST_CASE("a waiver counts for its rule, its person and its days only") {
    auto const waiver = complete_waiver("S10");
    CHECK(sets_aside(waiver, "S10", "P-1", day("2026-01-01")));
    CHECK(sets_aside(waiver, "S10", "P-1", day("2026-12-31")));
    CHECK_FALSE(sets_aside(waiver, "S10", "P-1", day("2025-12-31")));
    CHECK_FALSE(sets_aside(waiver, "S10", "P-1", day("2027-01-01")));
    CHECK_FALSE(sets_aside(waiver, "S10", "P-2", day("2026-06-01")));
    CHECK_FALSE(sets_aside(waiver, "S11", "P-1", day("2026-06-01")));
  }
}
