#pragma once
/// @file
/// What must hold of context issues, interested parties, obligations, objectives, measurements, feedback, incidents and
/// changes.

#include <annexa/isms/checks.hpp>
#include <annexa/isms/context_issue.hpp>
#include <annexa/isms/feedback.hpp>
#include <annexa/isms/incident.hpp>
#include <annexa/isms/interested_party.hpp>
#include <annexa/isms/measurement.hpp>
#include <annexa/isms/objective.hpp>
#include <annexa/isms/obligation.hpp>
#include <annexa/isms/planned_change.hpp>

#include <string>

namespace annexa {
inline namespace v1 {

/// The rules that these records can break.
namespace context_rules {
inline constexpr Rule undecided{"context-issue.reason",
                                "Say why this {matter} bears on the ISMS, or does not (reason).", "4.1"};
inline constexpr Rule unanswered{"interested-party.how",
                                 "Say how the ISMS takes care of \"{requirement}\", or why not.", "4.2 c"};
inline constexpr Rule no_goal{
    "measurement.goal", "A target needs its direction (goal, at-least or at-most), and a direction its target.", "9.1"};
inline constexpr Rule values_order{
    "measurement.order", "{found} follows {before}; each value has a day of its own, the earliest first.", "9.1"};
inline constexpr Rule not_planned{"objective.plan", "An objective needs its {part} ({member}).", "6.2"};
inline constexpr Rule no_result{"objective.result", "An objective that is {state} needs what came of it (result).",
                                "6.2"};
inline constexpr Rule no_severity{"incident.severity", "An incident that is {state} needs its severity.",
                                  "control A.5.25"};
inline constexpr Rule no_lessons{"incident.lessons",
                                 "A closed incident needs what was learnt, or \"none, because ...\" (lessons).",
                                 "control A.5.27"};
inline constexpr Rule no_day{"change.planned",
                             "A change that is {state} needs the day for which it is planned "
                             "(planned_for), its purpose and its consequences.",
                             "6.3"};
inline constexpr Rule no_review{"change.review",
                                "A change that is done needs its day (done_on) and what looking back "
                                "on it gave (review).",
                                "8.1"};
}  // namespace context_rules

/// True if @p issue bears on the ISMS, as far as anybody has decided.
[[nodiscard]] inline bool is_relevant(ContextIssue const& issue) noexcept { return issue.relevant.value_or(true); }

/// True if @p record counts on @p day: it is not retired. For every record that can be.
template <class T>
[[nodiscard]] bool is_on_record(T const& record, Date day) noexcept {
  return !record.retired_on || day < *record.retired_on;
}

/// Adds what is wrong with a context issue. @source{4.1, Amendment 1:2024}
inline void check(ContextIssue const& issue, Error& errors) {
  check_said(issue.title, "title", errors);
  if ((issue.climate_change || !is_relevant(issue)) && trimmed(issue.reason).empty())
    errors.add(context_rules::undecided, "/reason", {{"matter", issue.climate_change ? "climate change" : "issue"}});
}

/// Adds what is wrong with an interested party. @source{4.2}
inline void check(InterestedParty const& party, Error& errors) {
  check_said(party.name, "name", errors);
  for (std::size_t i = 0; i < party.requirements.size(); ++i) {
    auto const& each = party.requirements[i];
    auto const place = "/requirements/" + std::to_string(i);
    if (trimmed(each.text).empty()) errors.add(isms_rules::empty, place + "/text", {{"member", "text"}});
    if (trimmed(each.how).empty())
      errors.add(context_rules::unanswered, place + "/how", {{"requirement", std::string(shortened(each.text, 80))}});
  }
}

/// Adds what is wrong with an obligation. @source{control A.5.31}
inline void check(Obligation const& obligation, Error& errors) {
  check_said(obligation.title, "title", errors);
  check_said(obligation.asks, "asks", errors);
  check_said(obligation.approach, "approach", errors);
}

/// Adds what is wrong with an objective. @source{6.2}
inline void check(Objective const& objective, Error& errors) {
  check_said(objective.title, "title", errors);
  struct Part {
    bool missing;
    char const* name;
    char const* member;
  };
  Part const parts[] = {{trimmed(objective.what).empty(), "deeds", "what"},
                        {trimmed(objective.resources).empty(), "resources", "resources"},
                        {!objective.owner, "owner", "owner"},
                        {!objective.due, "day", "due"},
                        {trimmed(objective.evaluation).empty(), "evaluation", "evaluation"}};
  for (auto const& part : parts)
    if (part.missing)
      errors.add(context_rules::not_planned, std::string("/") + part.member,
                 {{"part", part.name}, {"member", part.member}});
  if (objective.state != ObjectiveState::open && trimmed(objective.result).empty())
    errors.add(context_rules::no_result, "/result", {{"state", to_string(objective.state)}});
}

/// Adds what is wrong with a measurement. @source{9.1}
inline void check(Measurement const& measurement, Error& errors) {
  check_said(measurement.title, "title", errors);
  check_said(measurement.method, "method", errors);
  if (measurement.goal.has_value() != measurement.target.has_value()) errors.add(context_rules::no_goal, "/target");
  for (std::size_t i = 1; i < measurement.values.size(); ++i)
    if (measurement.values[i].on <= measurement.values[i - 1].on)
      errors.add(context_rules::values_order, "/values/" + std::to_string(i),
                 {{"found", to_string(measurement.values[i].on)}, {"before", to_string(measurement.values[i - 1].on)}});
}

/// Adds what is wrong with feedback. @source{9.3.2 e}
inline void check(Feedback const& feedback, Error& errors) {
  check_said(feedback.title, "title", errors);
  check_order(feedback.received_on, feedback.answered_on, "/answered_on", errors);
}

/// Adds what is wrong with an incident. @source{control A.5.24, control A.5.25, control A.5.26, control A.5.27}
inline void check(Incident const& incident, Error& errors) {
  check_said(incident.title, "title", errors);
  bool const judged = incident.state != IncidentState::reported && incident.state != IncidentState::dismissed;
  if (judged && !incident.severity)
    errors.add(context_rules::no_severity, "/severity", {{"state", to_string(incident.state)}});
  if (incident.state == IncidentState::closed && trimmed(incident.lessons).empty())
    errors.add(context_rules::no_lessons, "/lessons");
  if (incident.occurred_on) check_order(*incident.occurred_on, incident.reported_on, "/reported_on", errors);
  check_order(incident.reported_on, incident.closed_on, "/closed_on", errors);
}

/// Adds what is wrong with a change. @source{6.3, 8.1}
inline void check(PlannedChange const& change, Error& errors) {
  check_said(change.title, "title", errors);
  bool const decided = change.state == ChangeState::planned || change.state == ChangeState::done;
  bool const bare = trimmed(change.purpose).empty() || trimmed(change.consequences).empty() || !change.planned_for;
  if (decided && !change.unplanned && bare)
    errors.add(context_rules::no_day, "/planned_for", {{"state", to_string(change.state)}});
  if (change.state == ChangeState::done && (!change.done_on || trimmed(change.review).empty()))
    errors.add(context_rules::no_review, "/review");
}

}  // namespace v1
}  // namespace annexa
