#include <annexa/nonconformity/lifecycle.hpp>

#include "capacity_words.hpp"
#include "effects.hpp"

namespace annexa {
inline namespace v1 {
namespace {

std::string possible_from(NonconformityState state) {
  std::string text;
  for (auto const& row : nonconformity_steps)
    if (leads_from(row, state)) text += (text.empty() ? "" : ", ") + std::string(row.id) + ' ' + std::string(row.title);
  return text.empty() ? "nothing" : text;
}

std::string named(Step const& row) { return std::string(row.id) + " (" + std::string(row.title) + ')'; }

void check_guards(Step const& row, Situation const& situation, StepOutcome& outcome) {
  for (auto const& guard : guards_of(row.id)) {
    if (guard.holds(situation)) continue;
    Rule const rule{guard.id, lifecycle_rules::guard.text, guard.source};
    auto where = guard.brought.empty() ? situation.before.key.text() : '/' + std::string(guard.brought);
    std::vector<Argument> args{
        {"step", named(row)}, {"missing", std::string(guard.text)}, {"source", std::string(guard.source)}};
    if (guard.whom) args.push_back({"person", guard.whom(situation)});
    auto found = violation(rule, std::move(where), std::move(args));
    auto& list = guard.binding == Binding::norm       ? outcome.refusals
                 : guard.binding == Binding::guidance ? outcome.guidance
                                                      : outcome.warnings;
    list.push_back(std::move(found));
  }
}

// State, capacity and time.
void check_place(Step const& row, Situation const& situation, Instant at, std::vector<Violation>& refusals) {
  auto const& before = situation.before;
  auto const where = before.key.text();
  if (row.from != 0 && !leads_from(row, before.state))
    refusals.push_back(violation(lifecycle_rules::state, where,
                                 {{"key", where},
                                  {"state", to_string(before.state)},
                                  {"step", named(row)},
                                  {"from", names_of_states(row.from)},
                                  {"possible", possible_from(before.state)}}));
  auto const wanted = who_may(row, before.source);
  if (wanted != 0 && (situation.capacities & wanted) == 0)
    refusals.push_back(violation(lifecycle_rules::capacity, where,
                                 {{"actor", situation.actor}, {"step", named(row)}, {"wanted", names_of(wanted)}}));
  if (!before.trail.empty() && at < before.trail.back().at)
    refusals.push_back(violation(lifecycle_rules::backwards, "/at",
                                 {{"step", named(row)},
                                  {"key", where},
                                  {"found", to_string(at)},
                                  {"latest", to_string(before.trail.back().at)}}));
}

}  // namespace

std::string names_of(Capacities some) {
  std::string out;
  for (auto const& each : capacity_words)
    if (has(some, each.capacity)) out += (out.empty() ? "" : " or ") + std::string(each.name);
  return out.empty() ? "anybody" : out;
}

std::string names_of_states(States some) {
  if (some == 0) return "nothing: it makes the record";
  if (some == open_states) return "any open state";
  std::string out;
  for (auto const& name : type_of<NonconformityState>.names)
    if (is_in(static_cast<NonconformityState>(name.value), some)) out += (out.empty() ? "" : " or ") + wire_name(name);
  return out;
}

StepOutcome take_step(Step const& row, Situation situation, Instant at) {
  StepOutcome outcome;
  assume(row, situation);
  check_place(row, situation, at, outcome.refusals);
  check_guards(row, situation, outcome);
  if (outcome.refusals.empty()) {
    take_effect(row, situation);
    situation.after.state = row.to.value_or(situation.before.state);
    situation.after.trail.push_back({std::string(row.id),
                                     situation.before.state,
                                     situation.after.state,
                                     situation.actor,
                                     at,
                                     std::move(situation.reason),
                                     {}});
    if (!situation.evidence.empty()) situation.after.trail.back().evidence = std::move(situation.evidence);
    outcome.record = std::move(situation.after);
  } else {
    outcome.record = std::move(situation.before);
  }
  outcome.actions = std::move(situation.actions);
  return outcome;
}

}  // namespace v1
}  // namespace annexa
