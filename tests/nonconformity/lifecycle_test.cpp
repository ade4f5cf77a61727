#include <annexa/nonconformity/lifecycle.hpp>

#include <doctest/doctest.h>

#include <iostream>
#include <set>

using namespace annexa;

namespace {

constexpr std::size_t state_count = type_of<NonconformityState>.names.size();
Date const today = Date::parse("2026-03-02").value();
Instant const now = Instant::at(today, 600);

Key<"person"> person(char const* key) { return Key<"person">::parse(key).value(); }

// A nonconformity on record with everything that any step could ask for; actions are effective.
Situation complete() {
  Situation s;
  auto& r = s.before;
  r.key = Key<"nonconformity">::parse("NC-1").value();
  r.title = "Restore not tested";
  r.criteria = {Criterion::parse("A.8.13").value()};
  r.requirement = "Restores are tested";
  r.evidence_statement = "No test in twelve months";
  r.evidence = {Key<"evidence">::parse("E-1").value()};
  r.gap = "No test was made";
  r.grade = Grade::minor;
  r.grade_reasons = {"isolated"};
  r.owner = person("olaf");
  r.raised_by = person("anna");
  r.correction = {CorrectionState::done, "Restored once", today,
                  person("olaf"),        {"log"},         "none, because no data were lost"};
  r.analysis.emplace();
  r.analysis->analysts = {person("olaf")};
  r.analysis->review = "Reviewed";
  r.analysis->method_name = "Talk";
  r.analysis->account = "Told over coffee";
  r.analysis->causes = {{"No owner for tests", {"why", "why"}, true, ""}};
  r.analysis->similar = SimilarSearch{"backup", {Key<"unit">::parse("U-1").value()}, {}, {}, ""};
  r.analysis->needs_action = true;
  r.analysis->needs_action_because = "it would come back";
  r.analysis->isms_changes = "none, because";
  r.analysis->proportionality = "small";
  r.isms_changes_listed = "none, because";
  r.effectiveness =
      Effectiveness{today.plus_days(-90), today, EffectivenessResult::effective, "measured", "none", {}, {}};
  CorrectiveAction a;
  a.key = Key<"action">::parse("CA-1").value();
  a.title = "Calendar of tests";
  a.causes = {1};
  a.owner = person("olaf");
  a.due_on = today;
  a.success_criterion = "monthly";
  a.measurement = "log";
  a.state = ActionState::effective;
  a.evidence = {"log"};
  a.inspected = "log";
  a.measured = "12 of 12";
  s.actions = {a};
  s.after = r;
  s.actor = "anna";
  s.capacities = static_cast<Capacities>(0x7fff);
  s.reason = "because";
  s.today = today;
  s.top_management_informed = true;
  return s;
}

// What a step needs besides: some need the decision that no action is needed, or actions in a certain state.
Situation ready_for(Step const& row, NonconformityState state) {
  auto s = complete();
  s.before.state = state;
  s.after.state = state;
  auto const set = [&](ActionState to) {
    for (auto& action : s.actions) action.state = to;
  };
  if (row.id == "T14" || row.id == "T18") s.after.analysis->needs_action = false;
  if (row.id == "T10") s.before.analysis.reset();
  if (row.id == "T15") set(ActionState::done);
  if (row.id == "T16") set(ActionState::in_progress);
  if (row.id == "T20") s.after.effectiveness->result = EffectivenessResult::partial;
  return s;
}

bool names(std::vector<Violation> const& list, std::string_view rule) {
  return std::ranges::any_of(list, [&](Violation const& each) { return each.rule == rule; });
}

NonconformityState state_at(std::size_t index) {
  return static_cast<NonconformityState>(type_of<NonconformityState>.names[index].value);
}

}  // namespace

TEST_SUITE("nonconformity/lifecycle") {
  TEST_CASE("every step is taken from the states of its row and from no other") {
    std::size_t cells = 0;
    for (auto const& row : nonconformity_steps) {
      for (std::size_t i = 0; i < state_count; ++i) {
        auto const state = state_at(i);
        CAPTURE(row.id);
        CAPTURE(to_string(state));
        // S10 is expected of the actor who owns an action; use one who does not.
        auto const outcome = take_step(row, ready_for(row, state), now);
        bool const possible = row.id == "T01" || leads_from(row, state);
        CHECK(names(outcome.refusals, "nonconformity.state") == !possible);
        if (possible) {
          CHECK(outcome.refusals.empty());
          CHECK(outcome.record.state == row.to.value_or(state));
          CHECK(outcome.record.trail.back().step == row.id);
        }
        ++cells;
      }
    }
    std::cout << "lifecycle: " << cells << " cells of step and state\n";
  }
  TEST_CASE("every step is refused to each capacity that its row does not name") {
    std::size_t cells = 0;
    for (auto const& row : nonconformity_steps)
      for (auto const source : {NonconformitySource::internal_audit, NonconformitySource::incident})
        for (int bit = 0; bit < 8; ++bit) {
          auto s = ready_for(row, row.from[0].value_or(NonconformityState::acknowledged));
          s.before.source = s.after.source = source;
          s.capacities = static_cast<Capacities>(1U << static_cast<unsigned>(bit));
          auto const wanted = who_may(row, source);
          CAPTURE(row.id);
          CAPTURE(bit);
          CHECK(names(take_step(row, s, now).refusals, "nonconformity.capacity") ==
                (wanted != 0 && (wanted & s.capacities) == 0));
          ++cells;
        }
    std::cout << "lifecycle: " << cells << " cells of step, source and capacity\n";
  }
  TEST_CASE("an empty record fails every norm of a step at once, each with its clause") {
    for (auto const& row : nonconformity_steps) {
      Situation s;
      s.before.key = Key<"nonconformity">::parse("NC-1").value();
      s.before.state = s.after.state = row.from[0].value_or(NonconformityState::acknowledged);
      s.actor = "anna";
      s.capacities = 0x7fff;
      auto const outcome = take_step(row, s, now);
      for (auto const& guard : nonconformity_guards)
        if (guard.step == row.id && guard.binding == Binding::norm && !guard.holds(s)) {
          CAPTURE(guard.id);
          CHECK(names(outcome.refusals, guard.id));
        }
      for (auto const& each : outcome.refusals) CHECK(each.message.find(std::string(row.id)) != std::string::npos);
    }
  }
  TEST_CASE("every guard holds for a complete record and can fail") {
    std::set<std::string> failed;
    Situation bare;
    bare.after.grade = Grade::major;
    bare.actor = "olaf";
    bare.actor_answers_for_unit = bare.source_ref_is_open = bare.similar_are_open = true;
    bare.capacities =
        static_cast<Capacities>(Capacity::process_owner) | static_cast<Capacities>(Capacity::action_owner);
    auto broken = complete();
    broken.actor = "olaf";
    broken.capacities = 0x7fff;
    broken.today = today.plus_days(-10);
    broken.before.state = NonconformityState::analysis;
    broken.before.due.implementation = today.plus_days(-1);
    broken.after.analysis->method = CauseMethod::five_whys;
    broken.after.analysis->causes = {{"No test was made", {""}, false, ""}};
    broken.after.effectiveness->window_from = today.plus_days(-1);
    for (auto& action : broken.actions) {
      action.state = ActionState::done;
      action.evidence.clear();
      action.inspected.clear();
      action.measured.clear();
      action.success_criterion.clear();
      action.causes.clear();
    }
    auto no_action = complete();
    no_action.actions.clear();
    no_action.after.analysis->method = CauseMethod::ishikawa;
    auto unfinished = complete();
    unfinished.actions.front().state = ActionState::in_progress;
    unfinished.after.analysis->account.clear();
    for (auto const& guard : nonconformity_guards)
      for (auto const& s : {bare, broken, no_action, unfinished})
        if (!guard.holds(s)) failed.insert(std::string(guard.step) + guard.id.data());
    for (auto const& guard : nonconformity_guards) {
      CAPTURE(guard.id);
      CAPTURE(guard.step);
      CHECK(failed.count(std::string(guard.step) + guard.id.data()) == 1);
      auto good = ready_for(step(guard.step), NonconformityState::acknowledged);
      good.capacities = static_cast<Capacities>(Capacity::verifier);
      CHECK(guard.holds(good));
    }
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
      auto s = ready_for(step(id), *step(id).from[0]);
      auto const is_warned = [&](std::vector<Capacities> signatures) {
        s.signatures = std::move(signatures);
        return names(take_step(step(id), s, now).warnings, "S21");
      };
      CHECK(!is_warned({}));
      s.after.grade = Grade::major;
      CHECK(!is_warned({lead, top}));
      CHECK(!is_warned({top, lead_auditor | verifier}));
      CHECK(!is_warned({lead_auditor | top_management, top}));
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
