#include <annexa/nonconformity/lifecycle.hpp>

#include <doctest/doctest.h>

#include <iostream>
#include <set>

#include "situations.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// All that is said of a step, in one list.
std::vector<Violation> all_of(StepOutcome const& outcome) {
  auto all = outcome.refusals;
  all.insert(all.end(), outcome.guidance.begin(), outcome.guidance.end());
  all.insert(all.end(), outcome.warnings.begin(), outcome.warnings.end());
  return all;
}

std::vector<Violation> const& list_of(Binding binding, StepOutcome const& outcome) {
  if (binding == Binding::norm) return outcome.refusals;
  return binding == Binding::guidance ? outcome.guidance : outcome.warnings;
}

// A refusal says who says so, what is missing and by which clause.
void check_said(Violation const& each, Step const& row) {
  CHECK(!each.rule.empty());
  CHECK(each.message.find(std::string(row.id)) != std::string::npos);
  auto const cites = each.message.find("10.2") != std::string::npos || each.message.find('(') != std::string::npos;
  CHECK(cites);
}

// The guards of a step, and none: what one cell breaks.
std::vector<Guard const*> breakable(Step const& row) {
  std::vector<Guard const*> all{nullptr};
  for (auto const& guard : nonconformity_guards)
    if (guard.step == row.id) all.push_back(&guard);
  return all;
}

// One cell: a state, a step, one capacity, a source, and one guard that does not hold, or none.
void check_cell(Step const& row, NonconformityState state, Capacities capacity, NonconformitySource source,
                Guard const* broken) {
  auto s = ready_for(row, state);
  s.before.source = s.after.source = source;
  if (source == NonconformitySource::external_audit) {
    s.before.detours.made().issuer.emplace().closing = "closed";
    s.after.detours.made().issuer.emplace().closing = "closed";
  }
  if (broken && !break_guard(*broken, s)) FAIL("nobody says how " << broken->step << ' ' << broken->id << " is broken");
  s.before.state = state;
  s.capacities = capacity;
  auto const wanted = who_may(row, s.before.source);
  auto const before = s.before;
  auto const actions = s.actions;
  auto const outcome = take_step(row, s, now);
  bool const leads = row.id == "T01" || leads_from(row, state);
  bool const may = wanted == 0 || (wanted & capacity) != 0;
  CHECK(names(outcome.refusals, "nonconformity.state") == !leads);
  CHECK(names(outcome.refusals, "nonconformity.capacity") == !may);
  if (broken && !(broken->holds)(s)) CHECK(names(list_of(broken->binding, outcome), broken->id));
  if (!outcome.refusals.empty()) {
    CHECK(outcome.record == before);
    CHECK(outcome.actions == actions);
  } else {
    CHECK(outcome.record.state == row.to.value_or(state));
    CHECK(outcome.record.trail.size() == before.trail.size() + 1);
    CHECK(outcome.record.trail.back().step == row.id);
  }
}

}  // namespace

TEST_SUITE("nonconformity/lifecycle") {
  TEST_CASE("thirteen states and thirty steps are a table, and every step has its number once") {
    CHECK(type_of<NonconformityState>.names.size() == 13);
    CHECK(state_count == 13);
    CHECK(nonconformity_steps.size() == 30);
    for (std::size_t i = 0; i < 30; ++i)
      CHECK(nonconformity_steps[i].id == (i < 9 ? "T0" : "T") + std::to_string(i + 1));
  }
  TEST_CASE("a complete situation is allowed without a word, and breaking one guard breaks that guard") {
    for (auto const& row : nonconformity_steps) {
      auto const state = some_state_before(row);
      CAPTURE(row.id);
      auto const good = take_step(row, ready_for(row, state), now);
      for (auto const& each : all_of(good)) FAIL_CHECK(each.rule << ' ' << each.message);
      for (auto const* guard : breakable(row)) {
        if (!guard) continue;
        CAPTURE(guard->id);
        auto s = ready_for(row, state);
        REQUIRE(break_guard(*guard, s));
        auto const outcome = take_step(row, s, now);
        CHECK(names(list_of(guard->binding, outcome), guard->id));
        CHECK(outcome.refusals.empty() == (guard->binding != Binding::norm));
        for (auto const& each : all_of(outcome)) check_said(each, row);
      }
    }
  }
  TEST_CASE("every cell of state, step, capacity, source and guard follows the table") {
    std::size_t cells = 0;
    for (auto const& row : nonconformity_steps)
      for (std::size_t i = 0; i < state_count; ++i)
        for (int bit = 0; bit < 10; ++bit)
          for (auto const source : {NonconformitySource::internal_audit, NonconformitySource::external_audit,
                                    NonconformitySource::incident})
            for (auto const* guard : breakable(row)) {
              check_cell(row, state_at(i), static_cast<Capacities>(1U << static_cast<unsigned>(bit)), source, guard);
              ++cells;
            }
    std::cout << "lifecycle: " << cells << " cells of state, step, capacity, source and guard\n";
    CHECK(cells > 10'000);
  }
  TEST_CASE("an empty record fails every norm of a step at once, each with its clause") {
    for (auto const& row : nonconformity_steps) {
      Situation s;
      s.before.key = Key<"nonconformity">::parse("NC-1").value();
      s.before.state = s.after.state = some_state_before(row);
      s.actor = "anna";
      s.capacities = all_capacities;
      auto const outcome = take_step(row, s, now);
      for (auto const& guard : nonconformity_guards)
        if (guard.step == row.id && guard.binding == Binding::norm && !guard.holds(s)) {
          CAPTURE(guard.id);
          CHECK(names(outcome.refusals, guard.id));
        }
      for (auto const& each : outcome.refusals) check_said(each, row);
    }
  }
  TEST_CASE("a step before the last one of the record is refused, and one at the same time is not") {
    auto s = ready_for(step("T04"), NonconformityState::issued);
    s.before.trail.push_back({"T02", NonconformityState::draft, NonconformityState::issued, "anna", now, ""});
    CHECK(take_step(step("T04"), s, now).refusals.empty());
    auto const early = take_step(step("T04"), s, Instant::at(today, 599));
    CHECK(names(early.refusals, "nonconformity.time"));
    CHECK(early.record == s.before);
  }
  TEST_CASE("deadlines are reckoned in working days where the row says so, and shorter for a major") {
    auto s = ready_for(step("T02"), NonconformityState::draft);
    auto const minor = take_step(step("T02"), s, now).record.due;
    CHECK(to_string(*minor.acknowledge) == "2026-03-09");  // five working days after Monday 2 March
    CHECK(to_string(*minor.correction) == "2026-03-30");
    s.after.grade = Grade::major;
    CHECK(to_string(*take_step(step("T02"), s, now).record.due.correction) == "2026-03-09");
    s.calendar.holidays = {Date::parse("2026-03-04").value()};
    CHECK(to_string(*take_step(step("T02"), s, now).record.due.acknowledge) == "2026-03-10");
  }
  TEST_CASE("a plan is warned of if an action is due before today or after the time that its grade allows") {
    auto s = ready_for(step("T12"), NonconformityState::plan_review);
    auto const is_warned = [&](int days) {
      s.actions.front().due_on = today.plus_days(days);
      return names(take_step(step("T12"), s, now).warnings, "T12.dates");
    };
    CHECK(is_warned(-1));
    CHECK(!is_warned(0));
    CHECK(!is_warned(91));  // 31 May is a Sunday; the limit is the Monday after
    CHECK(is_warned(92));
    s.after.grade = Grade::major;
    CHECK(!is_warned(30));
    CHECK(is_warned(31));
    s.actions.front().state = ActionState::cancelled;
    CHECK(!is_warned(31));
  }
  TEST_CASE("a major is closed with two signatures: of its lead auditor and of top management, neither involved") {
    using enum Capacity;
    auto const lead = static_cast<Capacities>(lead_auditor);
    auto const manager = static_cast<Capacities>(isms_manager);
    auto const top = static_cast<Capacities>(top_management);
    for (auto const* id : {"T18", "T19"}) {
      auto s = ready_for(step(id), some_state_before(step(id)));
      auto const is_warned = [&](std::vector<Capacities> const& signed_in) {
        s.signatures.clear();
        for (auto const each : signed_in) s.signatures.push_back({std::to_string(s.signatures.size()), each});
        return names(take_step(step(id), s, now).warnings, "S21");
      };
      CHECK(!is_warned({}));
      s.after.grade = Grade::major;
      CHECK(!is_warned({lead, top}));
      CHECK(!is_warned({top, lead_auditor | verifier}));
      CHECK(!is_warned({lead_auditor | top_management, top}));
      s.signatures = {{"one", lead}, {"one", top}};  // one person signs once
      CHECK(names(take_step(step(id), s, now).warnings, "S21"));
      CHECK(is_warned({}));
      CHECK(is_warned({lead}));
      CHECK(is_warned({top, top}));
      CHECK(is_warned({lead, lead}));
      CHECK(is_warned({lead_auditor | top_management}));
      CHECK(is_warned({lead, top_management | process_owner}));
      CHECK(is_warned({lead_auditor | action_owner, top}));
      CHECK(is_warned({manager, top}));
      s.before.source = NonconformitySource::incident;
      CHECK(!is_warned({manager, top}));
      CHECK(is_warned({lead, top}));
    }
  }
  TEST_CASE("an analysis begins once in a cycle, and again in the next") {
    auto s = ready_for(step("T10"), NonconformityState::analysis);
    CHECK(take_step(step("T10"), s, now).refusals.empty());
    s.before.analysis.emplace();
    CHECK(names(take_step(step("T10"), s, now).refusals, "T10.begun"));
  }
  TEST_CASE("no path reaches closed but by effectiveness, or by correction alone with a decision") {
    for (auto const& row : nonconformity_steps)
      if (row.to == NonconformityState::closed) CHECK((row.id == "T18" || row.id == "T19"));
    auto s = ready_for(step("T18"), NonconformityState::verification);
    s.after.analysis->needs_action = true;
    CHECK(names(take_step(step("T18"), s, now).refusals, "T18.need"));
  }
  TEST_CASE("steps and guards are named once, cite 10.2 with its letter, and belong together") {
    std::set<std::string_view> ids;
    for (auto const& row : nonconformity_steps) {
      CHECK(ids.insert(row.id).second);
      CHECK(row.letter.size() == 1);
    }
    for (auto const& guard : nonconformity_guards) {
      CHECK(ids.count(guard.step) == 1);
      CHECK(!guard.text.empty());
      CHECK(guard.source.find("10.1") == guard.source.npos);  // the 2013 number of what is 10.2 now
    }
    for (auto const& rule : deadline_rules) CHECK((ids.count(rule.set_by) == 1 && ids.count(rule.settled_by) == 1));
  }
}
