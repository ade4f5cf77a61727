#include <annexa/nonconformity/lifecycle.hpp>

namespace annexa {
inline namespace v1 {
namespace {

std::string state_names(Step const& row) {
  if (!row.from[0]) return row.id == "T01" ? "nothing: it makes the record" : "any open state";
  auto text = to_string(*row.from[0]);
  if (row.from[1]) text += " or " + to_string(*row.from[1]);
  return text;
}

std::string possible_from(NonconformityState state) {
  std::string text;
  for (auto const& row : nonconformity_steps)
    if (leads_from(row, state)) text += (text.empty() ? "" : ", ") + std::string(row.id) + ' ' + std::string(row.title);
  return text.empty() ? "nothing" : text;
}

std::string named(Step const& row) { return std::string(row.id) + " (" + std::string(row.title) + ')'; }

void check_guards(Step const& row, Situation const& situation, StepOutcome& outcome) {
  for (auto const& guard : nonconformity_guards) {
    if (guard.step != row.id || guard.holds(situation)) continue;
    Rule const rule{guard.id, lifecycle_rules::guard.text, guard.source};
    auto where = guard.brought.empty() ? situation.before.key.text() : '/' + std::string(guard.brought);
    auto found =
        violation(rule, std::move(where),
                  {{"step", named(row)}, {"missing", std::string(guard.text)}, {"source", std::string(guard.source)}});
    auto& list = guard.binding == Binding::norm       ? outcome.refusals
                 : guard.binding == Binding::guidance ? outcome.guidance
                                                      : outcome.warnings;
    list.push_back(std::move(found));
  }
}

void set_deadlines(Step const& row, Situation const& situation, Deadlines& due) {
  for (auto const& rule : deadline_rules)
    if (rule.settled_by == row.id) (due.*rule.member).reset();
  for (auto const& rule : deadline_rules)
    if (rule.set_by == row.id)
      due.*rule.member = deadline(rule, situation.after.grade, situation.calendar, situation.today);
  // A correction that is agreed for a day is due on that day.
  auto const& correction = situation.after.correction;
  if (row.id == "T09" && correction.state == CorrectionState::scheduled) due.correction = correction.on;
}

}  // namespace

StepOutcome take_step(Step const& row, Situation const& situation, Instant at) {
  StepOutcome outcome;
  outcome.record = situation.after;
  auto const& before = situation.before;
  auto const where = before.key.text();
  if (row.id != "T01" && !leads_from(row, before.state))
    outcome.refusals.push_back(violation(lifecycle_rules::state, where,
                                         {{"key", where},
                                          {"state", to_string(before.state)},
                                          {"step", named(row)},
                                          {"from", state_names(row)},
                                          {"possible", possible_from(before.state)}}));
  auto const wanted = who_may(row, before.source);
  if (wanted != 0 && (situation.capacities & wanted) == 0)
    outcome.refusals.push_back(
        violation(lifecycle_rules::capacity, where,
                  {{"actor", situation.actor}, {"step", named(row)}, {"wanted", names_of(wanted)}}));
  check_guards(row, situation, outcome);
  auto& record = outcome.record;
  record.state = row.to.value_or(before.state);
  set_deadlines(row, situation, record.due);
  record.trail.push_back({std::string(row.id), before.state, record.state, situation.actor, at, situation.reason});
  return outcome;
}

}  // namespace v1
}  // namespace annexa
