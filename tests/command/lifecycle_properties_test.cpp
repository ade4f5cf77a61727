// What holds of the life of a nonconformity whatever is tried with it, in any order, by anybody.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <string>

#include "lifecycle_world.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

using Choices = std::vector<std::uint32_t>;

struct Counts {
  std::size_t sequences = 0, taken = 0, refused = 0;
  std::map<std::string, std::size_t> steps;
};

constexpr std::array everybody{"anna", "paul", "ida", "tom", "olaf", "otto", "vera", "rita", "zoe"};
constexpr std::array record_keys{"NC-1", "NC-2", "NC-3"};

// One random choice, taken apart.
class Dice {
 public:
  explicit Dice(std::uint32_t value) : value_(value) {}
  std::size_t below(std::size_t count) {
    auto const one = value_ % count;
    value_ = value_ / static_cast<std::uint32_t>(count) * 2654435761U + 97U;
    return one;
  }

 private:
  std::uint32_t value_;
};

// The actions that remain have to be carried out as well.
std::optional<Command> action_command(State const& state, Nonconformity const& record, Dice& dice) {
  auto const open = state.select<CorrectiveAction>([&](CorrectiveAction const& each) {
    return each.nonconformity == record.key &&
           (each.state == ActionState::approved || each.state == ActionState::in_progress);
  });
  if (open.empty()) return {};
  auto const& action = *open[dice.below(open.size())];
  auto const done = [&](Command command) {
    command.envelope.actor = action.owner;
    return command;
  };
  switch (dice.below(9)) {
    case 0:
      return done(command::StartAction{action.key});
    case 1:
      return done(command::BlockAction{action.key, "no part"});
    case 2:
      return done(command::CancelAction{action.key, "another way", {}});
    default:
      return done(command::CompleteAction{action.key, {}, {"log"}});
  }
}

// The step by which a record that is in order goes on.
Step const& forward(Nonconformity const& n, Dice& dice) {
  bool const corrected = n.correction.or_fresh().state != CorrectionState::pending;
  bool const without_action = n.analysis && n.analysis->needs_action == false;
  switch (n.state) {
    case NonconformityState::issued:
      return step("T04");
    case NonconformityState::acknowledged:
      return step(corrected ? "T10" : "T09");
    case NonconformityState::analysis:
      return step("T11");
    case NonconformityState::plan_review:
      return step(without_action ? "T14" : "T12");
    case NonconformityState::implementing:
      return step("T15");
    case NonconformityState::verification:
      return step(without_action ? "T18" : "T17");
    case NonconformityState::effectiveness:
      return step(dice.below(2) == 0 ? "T19" : "T20");
    default:
      return step("T09");
  }
}

Command next_command(State const& state, Dice& dice, Instant at) {
  auto const* record = state.find<Nonconformity>(record_keys[dice.below(record_keys.size())]);
  if (dice.below(2) == 0) {
    auto const& row = forward(*record, dice);
    auto const command = row.id == "T15" ? action_command(state, *record, dice) : std::nullopt;
    if (!command) return done_by(full_command(row, *record, state, at.date()), right_actor(row, *record), at);
    return done_by(*command, command->envelope.actor->text(), at);
  }
  if (dice.below(3) != 0)
    if (auto command = action_command(state, *record, dice)) {
      command->envelope.at = at;
      return *command;
    }
  std::vector<Step const*> steps;
  bool const any = dice.below(12) == 0;
  bool const may_end = dice.below(10) == 0;
  for (auto const& row : nonconformity_steps) {
    if (row.id == "T01" || !(any || leads_from(row, record->state))) continue;
    bool const ends = row.to == NonconformityState::withdrawn || row.to == NonconformityState::merged;
    // Most go on: what ends a life early is rare, and what stays where it is rarer than what leads on.
    if (!ends || may_end) steps.insert(steps.end(), row.to ? 4 : row.id == "T09" ? 3 : 1, &row);
  }
  if (steps.empty()) steps.push_back(&step("T21"));
  auto const& row = *steps[dice.below(steps.size())];
  auto const actor =
      dice.below(10) == 0 ? std::string(everybody[dice.below(everybody.size())]) : right_actor(row, *record);
  auto command = done_by(full_command(row, *record, state, at.date()), actor, at);
  if (dice.below(40) == 0) command.envelope.expected_version = 1;
  if (dice.below(8) == 0) command.envelope.override_ = OverrideRequest{{"S10", "S20", "S09"}, "nobody else is there"};
  return command;
}

bool said(std::string const& text) { return text.find_first_not_of(' ') != std::string::npos; }

// A closed record answers every letter of 10.2.
void check_answers(Nonconformity const& n) {
  RC_ASSERT(n.correction.or_fresh().state == CorrectionState::done ||
            n.correction.or_fresh().state == CorrectionState::not_applicable);
  RC_ASSERT(said(n.correction.or_fresh().what) && said(n.correction.or_fresh().consequences));  // a
  RC_ASSERT(n.analysis && said(n.analysis->review) && !n.analysis->causes.empty());             // b 1, 2
  RC_ASSERT(n.analysis->similar && said(n.analysis->similar->query));                           // b 3
  RC_ASSERT(n.analysis->needs_action.has_value() && said(n.analysis->needs_action_because));    // b, c
  RC_ASSERT(said(n.analysis->isms_changes));                                                    // e
  RC_ASSERT(!n.trail.empty() && said(n.gap));                                                   // f
  if (*n.analysis->needs_action) RC_ASSERT(n.effectiveness && said(n.effectiveness->reason));   // d, g
}

// The steps of the present cycle, after the last that began it.
std::vector<std::string> steps_of_cycle(Nonconformity const& n) {
  std::vector<std::string> steps;
  for (auto const& move : n.trail) {
    steps.push_back(move.step);
    if (move.step == "T20" || move.step == "T21") steps.clear();
  }
  return steps;
}

bool has_step(std::vector<std::string> const& steps, std::string_view step) {
  return std::ranges::find(steps, step) != steps.end();
}

void check_closed(Nonconformity const& n) {
  auto const steps = steps_of_cycle(n);
  bool const by_effect = has_step(steps, "T17") && steps.back() == "T19";
  bool const by_correction = (has_step(steps, "T14") || has_step(steps, "T26")) && steps.back() == "T18";
  RC_ASSERT(by_effect || by_correction);
  RC_ASSERT(n.closed_on.has_value());
  check_answers(n);
}

// Nobody owns an action and verifies in one cycle, unless that was set aside on record.
void check_people(State const& state, Nonconformity const& n) {
  bool set_aside = false;
  state.for_each<Override>(
      [&](Override const& each) { set_aside = set_aside || std::ranges::find(each.rules, "S10") != each.rules.end(); });
  if (set_aside || !n.verifier || n.state == NonconformityState::analysis) return;
  state.for_each<CorrectiveAction>([&](CorrectiveAction const& action) {
    if (action.nonconformity == n.key && action.cycle == n.cycle) RC_ASSERT(!(action.owner == *n.verifier));
  });
}

void check_forest(State const& state, Nonconformity const& n) {
  auto const* each = &n;
  for (int steps = 0; each; ++steps) {
    RC_ASSERT(steps < 4);
    each = each->detours && each->detours->merged_into ? state.find(*each->detours->merged_into) : nullptr;
  }
}

// A day that is set moves only forward, unless everybody agreed to move it.
void check_monotone(Nonconformity const& before, Nonconformity const& after) {
  auto const& last = after.trail.back().step;
  if (last == "T09" || last == "T23" || last == "T27" || before.cycle != after.cycle) return;
  for (auto const& each : named_deadlines) {
    auto const& then = before.due.*each.member;
    auto const& later = after.due.*each.member;
    if (then && later) RC_ASSERT(*then <= *later);
  }
}

void check_change(State const& before, Decision const& decision) {
  State folded = before;
  for (auto const& event : decision.events) RC_ASSERT(fold(folded, event).has_value());
  auto const& noun = nouns()[detail::noun_index<Nonconformity>];
  for (auto const* key : record_keys) {
    auto const* then = before.table(noun).find(key);
    auto const* later = decision.state.table(noun).find(key);
    auto const& n = *static_cast<Nonconformity const*>(later->record.get());
    auto const& old = *static_cast<Nonconformity const*>(then->record.get());
    RC_ASSERT(*folded.find<Nonconformity>(key) == n);  // replay reproduces the record
    auto const events = std::ranges::count_if(decision.events, [&](Event const& event) {
      return event.stream == record_uuid(decision.state.workspace, "nonconformity", key);
    });
    RC_ASSERT(later->version == then->version + static_cast<std::uint64_t>(events));
    if (events == 0) continue;
    RC_ASSERT(std::ranges::is_sorted(n.trail, {}, &Move::at));
    if (n.state == NonconformityState::closed) check_closed(n);
    check_people(decision.state, n);
    check_forest(decision.state, n);
    check_monotone(old, n);
  }
}

void run(Choices const& choices, Counts& tally) {
  static State const world = lifecycle_world();
  static Context const context = world_context();
  State state = world;
  auto at = Instant::parse("2026-01-06T09:00:00Z").value();
  for (auto const choice : choices) {
    Dice dice(choice);
    auto const days = std::array{0, 0, 1, 3, 40, 70}[dice.below(6)];
    at = Instant::at(at.date().plus_days(days), static_cast<int>(540 + dice.below(400)));
    auto const command = next_command(state, dice, at);
    auto const decision = decide(state, command, context);
    if (!decision) {
      ++tally.refused;
      RC_ASSERT(!decision.error().violations().empty());
      continue;
    }
    ++tally.taken;
    check_change(state, *decision);
    for (auto const* key : record_keys) {
      auto const& old = state.find<Nonconformity>(key)->trail;
      auto const& later = decision->state.find<Nonconformity>(key)->trail;
      for (auto i = old.size(); i < later.size(); ++i) ++tally.steps[later[i].step];
    }
    state = decision->state;
  }
  ++tally.sequences;
}

}  // namespace

TEST_SUITE("command/lifecycle_properties") {
  TEST_CASE("whatever is tried in whatever order, the record stays one that an auditor can rely on") {
    Counts tally;
    int const each = std::getenv("ANNEXA_FULL") ? 10 : 1;  // a hundred thousand sequences in a full run
    CHECK(rc::check("random commands keep what has to hold", [&] {
      for (int i = 0; i < each; ++i)
        run(*rc::gen::resize(100, rc::gen::container<Choices>(60, rc::gen::arbitrary<std::uint32_t>())), tally);
    }));
    std::cout << "lifecycle: " << tally.sequences << " sequences, " << tally.taken << " commands taken, "
              << tally.refused << " refused;";
    for (auto const& [step, count] : tally.steps) std::cout << ' ' << step << ' ' << count;
    std::cout << '\n';
    for (auto const& row : nonconformity_steps)
      if (row.id != "T01" && row.id != "T02" && row.id != "T03")
        CHECK_MESSAGE(tally.steps.contains(std::string(row.id)), row.id);
  }
}
