#include <annexa/nonconformity/detours.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include "situations.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Nonconformity after(char const* id, Situation s) { return take_step(step(id), std::move(s), now).record; }
Date on(char const* text) { return Date::parse(text).value(); }

}  // namespace

TEST_SUITE("nonconformity/detours") {
  TEST_CASE("a dispute keeps the clocks running, and what it said before is kept when it is decided") {
    auto s = ready_for(step("T05"), NonconformityState::issued);
    s.before.due.acknowledge = s.after.due.acknowledge = today.plus_days(3);
    auto const disputed = after("T05", s);
    CHECK(disputed.due.acknowledge == today.plus_days(3));
    CHECK(disputed.due.decision == on("2026-03-16"));  // ten working days
    CHECK(disputed.detours->disputes.back().by == "paul");
    auto decide = ready_for(step("T06"), NonconformityState::disputed);
    decide.before.due = decide.after.due = disputed.due;
    decide.after.gap = "Only this system was not tested";
    auto const decided = after("T06", decide);
    CHECK(!decided.due.decision);
    CHECK(decided.due.acknowledge == today.plus_days(3));
    REQUIRE(decided.detours->revisions.size() == 1);
    CHECK(decided.detours->revisions[0].gap == "No test was made");
    CHECK(decided.gap == "Only this system was not tested");
    CHECK(decided.detours->disputes.back().decided_on == today);
  }
  TEST_CASE("an extension moves one day and keeps the first; a refused one moves none") {
    auto s = ready_for(step("T23"), NonconformityState::issued);
    auto const granted = after("T23", s);
    CHECK(granted.due.plan == today.plus_days(20));
    CHECK(granted.detours->extensions.back().original == today.plus_days(10));
    s.after.detours->extensions.back().state = ExtensionState::refused;
    s.after.detours->extensions.back().decision = "no";
    CHECK(after("T23", s).due.plan == today.plus_days(10));
  }
  TEST_CASE("during a deviation deadlines rest; afterwards the plan is due anew, or what was left goes on") {
    auto s = ready_for(step("T24"), NonconformityState::implementing);
    s.before.due.implementation = s.after.due.implementation = today.plus_days(30);
    auto const accepted = after("T24", s);
    CHECK(!accepted.due.implementation);
    CHECK(accepted.due.deviation == today.plus_days(100));
    auto back = ready_for(step("T25"), NonconformityState::accepted_deviation);
    back.before = back.after = accepted;
    auto const restarted = after("T25", back);
    CHECK(restarted.state == NonconformityState::analysis);
    CHECK(restarted.due.plan == on("2026-04-01"));
    CHECK(!restarted.due.deviation);
    back.policy.deviation_end = DeviationEnd::resume;
    auto const resumed = after("T25", back);
    CHECK(resumed.due.implementation == on("2026-04-01"));
    CHECK(!resumed.due.plan);
    CHECK(resumed.detours->deviations.back().ended_on == today);
  }
  TEST_CASE("another grade has other days, reckoned from where the clock began, and none in the past") {
    auto s = ready_for(step("T27"), NonconformityState::acknowledged);
    auto const begin = Instant::at(today.plus_days(-10), 600);
    s.before.trail = {{"T04", NonconformityState::issued, NonconformityState::acknowledged, "olaf", begin, ""}};
    s.before.due.plan = s.after.due.plan = today.plus_days(20);
    s.after.trail = s.before.trail;
    CHECK(after("T27", s).due.plan == on("2026-03-06"));  // fourteen days from 20 February
    s.before.trail[0].at = Instant::at(today.plus_days(-25), 600);
    s.before.due.plan = s.after.due.plan = today.plus_days(5);
    CHECK(after("T27", s).due.plan == today);
    CHECK(after("T27", s).detours->revisions.back().grade == Grade::minor);
  }
  TEST_CASE("to open one again begins the next cycle and keeps the day on which it was closed") {
    auto s = ready_for(step("T21"), NonconformityState::closed);
    s.before.closed_on = s.after.closed_on = today.plus_days(-30);
    auto const again = after("T21", s);
    CHECK(again.cycle == 2);
    CHECK(!again.closed_on);
    CHECK(again.past_cycles.back().closed_on == today.plus_days(-30));
    CHECK(again.due.plan == on("2026-04-01"));
    CHECK(!again.analysis);
  }
  TEST_CASE("what is late escalates level by level, is noted once, and calms down when it is settled") {
    auto s = ready_for(step("T29"), NonconformityState::acknowledged);
    s.before.due.plan = s.after.due.plan = today.plus_days(3);
    CHECK(after("T29", s).escalation_level == 1);
    s.before.due.plan = s.after.due.plan = today;
    auto const due = after("T29", s);
    CHECK(due.escalation_level == 2);
    CHECK(!due.detours);
    s.before.due.plan = s.after.due.plan = today.plus_days(-21);
    auto const late = after("T29", s);
    CHECK(late.escalation_level == 4);
    REQUIRE(late.detours->overdue.size() == 1);
    CHECK(late.state == NonconformityState::acknowledged);  // overdue is an event, never a state
    s.before = s.after = late;
    CHECK(after("T29", s).detours->overdue.size() == 1);
    auto submit = ready_for(step("T11"), NonconformityState::analysis);
    submit.before.due = submit.after.due = late.due;
    submit.before.escalation_level = submit.after.escalation_level = 4;
    CHECK(after("T11", submit).escalation_level == 0);
  }
  TEST_CASE("an organisation has its own days, units and levels") {
    auto s = ready_for(step("T02"), NonconformityState::draft);
    s.policy.deadlines = {{"acknowledge", "", 2, 1, DayUnit::calendar}, {"correction", "T02", 3, 1, DayUnit::working}};
    auto const due = after("T02", s).due;
    CHECK(due.acknowledge == on("2026-03-04"));
    CHECK(due.correction == on("2026-03-05"));
    LifecyclePolicy policy;
    policy.escalation = {{Capacity::isms_manager, 1}, {Capacity::top_management, 5}};
    CHECK(level_on(policy, today, today) == 0);
    CHECK(level_on(policy, today, today.plus_days(1)) == 1);
    CHECK(level_on(policy, today, today.plus_days(5)) == 2);
  }
  TEST_CASE("a policy is refused with everything that is wrong with it") {
    LifecyclePolicy policy;
    policy.deadlines = {{"lunch", "T99", 0, 5000, DayUnit::working}};
    policy.escalation = {{Capacity::isms_manager, 5}, {Capacity::top_management, 5}};
    policy.deviation_days = 0;
    Error errors;
    check_policy(policy, errors);
    CHECK(errors.violations().size() == 6);
    for (auto const* rule : {"lifecycle.deadline", "lifecycle.days", "lifecycle.escalation"}) CHECK(errors.names(rule));
  }
  TEST_CASE("the days of an external audit are its issuer's") {
    auto s = ready_for(step("T02"), NonconformityState::draft);
    s.before.source = s.after.source = NonconformitySource::external_audit;
    s.after.detours.made().issuer.emplace().due.correction = today.plus_days(77);
    auto const issued = after("T02", s);
    CHECK(issued.due.correction == today.plus_days(77));
    CHECK(issued.due.acknowledge == on("2026-03-09"));
  }
  TEST_CASE("what was planned before a deviation is planned anew, and what is done stays done") {
    auto s = ready_for(step("T25"), NonconformityState::accepted_deviation);
    s.actions.push_back(s.actions.front());
    s.actions.front().state = ActionState::in_progress;
    s.actions.back().state = ActionState::done;
    auto const outcome = take_step(step("T25"), s, now);
    CHECK(outcome.actions.front().state == ActionState::proposed);
    CHECK(outcome.actions.back().state == ActionState::done);
  }
}
