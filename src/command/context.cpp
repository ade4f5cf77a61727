// Commands about context issues, interested parties, obligations, objectives, measurements, feedback, incidents and
// changes.
#include <algorithm>
#include <annexa/command/context_commands.hpp>
#include <array>

#include "registry.hpp"
#include "retire.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace context_command_rules {
constexpr Rule day_taken{"measurement.day", "{key} has a value of {day} already.", "9.1", ErrorKind::conflict};
}  // namespace context_command_rules

// Days of what has happened.
template <class T>
void check_days(Transaction&, T const&) {}
void check_days(Transaction& transaction, Feedback const& feedback) {
  transaction.check_past(feedback.received_on, "/received_on");
  transaction.check_past(feedback.answered_on, "/answered_on");
}
void check_days(Transaction& transaction, Incident const& incident) {
  transaction.check_past(incident.occurred_on, "/occurred_on");
  transaction.check_past(incident.reported_on, "/reported_on");
  transaction.check_past(incident.resolved_on, "/resolved_on");
  transaction.check_past(incident.closed_on, "/closed_on");
}
void check_days(Transaction& transaction, Measurement const& measurement) {
  for (std::size_t i = 0; i < measurement.values.size(); ++i)
    transaction.check_past(measurement.values[i].on, "/values/" + std::to_string(i) + "/on");
}
void check_days(Transaction& transaction, PlannedChange const& change) {
  transaction.check_past(change.done_on, "/done_on");
}
void check_days(Transaction& transaction, Objective const& objective) {
  transaction.check_past(objective.ended_on, "/ended_on");
}

// Adds a record that says since when it is on record.
template <class T>
void record_dated(Transaction& transaction, Command const& command) {
  auto body = command.body<T>();
  if (!body.recorded_on) body.recorded_on = transaction.today();
  transaction.check_past(body.recorded_on, "/recorded_on");
  check_days(transaction, body);
  handle_add(transaction, Command(&command.kind(), std::make_shared<T>(std::move(body)), command.given()));
}

// Changes a record that says when it was changed last.
template <class T>
void update_dated(Transaction& transaction, Command const& command) {
  auto body = command.body<T>();
  auto given = command.given();
  check_days(transaction, body);
  transaction.check_past(body.changed_on, "/changed_on");
  if (given.empty()) {
    auto const* before = transaction.state().find(body.key);
    if (before && !body.recorded_on) body.recorded_on = before->recorded_on;
  } else if (!body.changed_on) {
    given.emplace_back("changed_on");
  }
  if (!body.changed_on) body.changed_on = transaction.today();
  handle_change(transaction, Command(&command.kind(), std::make_shared<T>(std::move(body)), std::move(given)));
}

void retire_context_issue(Transaction& t, command::RetireContextIssue const& body) {
  retire(t, body.context_issue, body.on);
}
void retire_interested_party(Transaction& t, command::RetireInterestedParty const& body) {
  retire(t, body.interested_party, body.on);
}
void retire_obligation(Transaction& t, command::RetireObligation const& body) { retire(t, body.obligation, body.on); }
void retire_objective(Transaction& t, command::RetireObjective const& body) { retire(t, body.objective, body.on); }
void retire_measurement(Transaction& t, command::RetireMeasurement const& body) {
  retire(t, body.measurement, body.on);
}
void retire_feedback(Transaction& t, command::RetireFeedback const& body) { retire(t, body.feedback, body.on); }
void retire_incident(Transaction& t, command::RetireIncident const& body) { retire(t, body.incident, body.on); }
void retire_change(Transaction& t, command::RetireChange const& body) { retire(t, body.change, body.on); }

void add_value(Transaction& transaction, command::AddMeasuredValue const& body) {
  auto const* found = transaction.need(body.measurement, "/measurement");
  auto const day = body.on.value_or(transaction.today());
  transaction.check_past(day, "/on");
  if (!found) return;
  auto measurement = *found;
  auto const place = std::ranges::lower_bound(measurement.values, day, {}, &MeasuredValue::on);
  if (place != measurement.values.end() && place->on == day)
    return transaction.refuse(context_command_rules::day_taken, "/on",
                              {{"key", measurement.key.text()}, {"day", to_string(day)}});
  measurement.values.insert(place, {day, body.value, body.note});
  transaction.put(std::move(measurement));
}

void close_incident(Transaction& transaction, command::CloseIncident const& body) {
  auto const* found = transaction.need(body.incident, "/incident");
  transaction.check_past(body.on, "/on");
  if (!found) return;
  if (found->state == IncidentState::closed)
    transaction.refuse(command_rules::wrong_state, "/incident",
                       {{"key", found->key.text()}, {"state", "closed"}, {"wanted", "one that is not"}});
  auto incident = *found;
  incident.state = IncidentState::closed;
  incident.lessons = body.lessons;
  incident.closed_on = body.on.value_or(transaction.today());
  incident.changed_on = transaction.today();
  transaction.put(std::move(incident));
}

constexpr std::array context_kinds{
    registers<ContextIssue>("context-issue.record", CommandForm::add, record_dated<ContextIssue>),
    registers<ContextIssue>("context-issue.update", CommandForm::change, update_dated<ContextIssue>),
    acts<command::RetireContextIssue, retire_context_issue>("context-issue"),
    registers<InterestedParty>("interested-party.record", CommandForm::add, record_dated<InterestedParty>),
    registers<InterestedParty>("interested-party.update", CommandForm::change, update_dated<InterestedParty>),
    acts<command::RetireInterestedParty, retire_interested_party>("interested-party"),
    registers<Obligation>("obligation.record", CommandForm::add, record_dated<Obligation>),
    registers<Obligation>("obligation.update", CommandForm::change, update_dated<Obligation>),
    acts<command::RetireObligation, retire_obligation>("obligation"),
    registers<Objective>("objective.record", CommandForm::add, record_dated<Objective>),
    registers<Objective>("objective.update", CommandForm::change, update_dated<Objective>),
    acts<command::RetireObjective, retire_objective>("objective"),
    registers<Measurement>("measurement.record", CommandForm::add, record_dated<Measurement>),
    registers<Measurement>("measurement.update", CommandForm::change, update_dated<Measurement>),
    acts<command::RetireMeasurement, retire_measurement>("measurement"),
    registers<Feedback>("feedback.record", CommandForm::add, record_dated<Feedback>),
    registers<Feedback>("feedback.update", CommandForm::change, update_dated<Feedback>),
    acts<command::RetireFeedback, retire_feedback>("feedback"),
    registers<Incident>("incident.record", CommandForm::add, record_dated<Incident>),
    registers<Incident>("incident.update", CommandForm::change, update_dated<Incident>),
    acts<command::RetireIncident, retire_incident>("incident"),
    registers<PlannedChange>("change.record", CommandForm::add, record_dated<PlannedChange>),
    registers<PlannedChange>("change.update", CommandForm::change, update_dated<PlannedChange>),
    acts<command::RetireChange, retire_change>("change"),
    acts<command::AddMeasuredValue, add_value>("measurement"),
    acts<command::CloseIncident, close_incident>("incident"),
};

}  // namespace

std::span<CommandKind const> context_commands() noexcept { return context_kinds; }

}  // namespace v1
}  // namespace annexa
