#pragma once
/// @file
/// The lifecycle of a nonconformity as a table of steps. A step that is not a row does not exist.

#include <annexa/base/error.hpp>
#include <annexa/nonconformity/deadlines.hpp>
#include <annexa/nonconformity/guards.hpp>
#include <annexa/nonconformity/situation.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One step. @source{10.2}
struct Step {
  std::string_view id;                                    ///< "T11".
  std::string_view command;                               ///< The command that takes it.
  std::array<std::optional<NonconformityState>, 2> from;  ///< From which states; none where it makes the record.
  std::optional<NonconformityState> to;                   ///< To which state; none where the state stays.
  Capacities internal;                                    ///< Who may take it when an internal audit is the source.
  Capacities other;                                       ///< Who may take it for every other source.
  std::string_view letter;                                ///< Which letter of 10.2 it serves.
  std::string_view title;                                 ///< What it does, in a few words.
};

/// Every step.
inline constexpr auto nonconformity_steps = [] {
  using enum NonconformityState;
  using C = Capacity;
  constexpr auto lead = static_cast<Capacities>(C::lead_auditor);
  constexpr auto manager = static_cast<Capacities>(C::isms_manager);
  constexpr auto owner = static_cast<Capacities>(C::process_owner);
  constexpr auto verifier = static_cast<Capacities>(C::verifier);
  constexpr auto either = C::lead_auditor | C::isms_manager;
  return std::to_array<Step>({
      {"T01", "nonconformity.raise", {}, draft, 0, 0, "f", "raise it"},
      {"T02", "nonconformity.issue", {draft}, issued, lead, manager, "f", "issue it to the process owner"},
      {"T03",
       "nonconformity.withdraw",
       {draft},
       withdrawn,
       C::auditor | C::lead_auditor,
       C::auditor | C::isms_manager,
       "f",
       "withdraw the draft"},
      {"T04", "nonconformity.acknowledge", {issued}, acknowledged, owner, owner, "a", "acknowledge it"},
      {"T09", "nonconformity.record-correction", {}, {}, owner, owner, "a", "record the correction"},
      {"T10",
       "nonconformity.start-analysis",
       {acknowledged, analysis},
       analysis,
       C::process_owner | C::action_owner,
       C::process_owner | C::action_owner,
       "b",
       "begin to look for the causes"},
      {"T11", "nonconformity.submit-plan", {analysis}, plan_review, owner, owner, "b", "submit causes and plan"},
      {"T12", "nonconformity.approve-plan", {plan_review}, implementing, either, manager, "c", "approve the plan"},
      {"T13", "nonconformity.reject-plan", {plan_review}, analysis, either, manager, "b", "send the plan back"},
      {"T14",
       "nonconformity.accept-correction",
       {plan_review},
       verification,
       lead,
       manager,
       "b",
       "agree that the correction suffices"},
      {"T15",
       "nonconformity.report-implemented",
       {implementing},
       verification,
       owner,
       owner,
       "c",
       "report that all is done"},
      {"T16",
       "nonconformity.reject-implementation",
       {verification},
       implementing,
       verifier,
       verifier,
       "c",
       "send it back as not done"},
      {"T17",
       "nonconformity.start-effectiveness",
       {verification},
       effectiveness,
       verifier,
       verifier,
       "d",
       "confirm that all is done and begin to watch"},
      {"T18", "nonconformity.close", {verification}, closed, verifier, verifier, "a", "close it after the correction"},
      {"T19",
       "nonconformity.judge-effectiveness",
       {effectiveness},
       closed,
       verifier,
       verifier,
       "d",
       "judge it effective and close it"},
      {"T20",
       "nonconformity.judge-effectiveness",
       {effectiveness},
       analysis,
       verifier,
       verifier,
       "d",
       "judge it not effective and begin again"},
  });
}();

/// True for the states from which no step leads on.
[[nodiscard]] constexpr bool is_final(NonconformityState state) noexcept {
  return state == NonconformityState::closed || state == NonconformityState::withdrawn;
}

/// The rules of the lifecycle that are not guards of one step.
namespace lifecycle_rules {
inline constexpr Rule state{"nonconformity.state",
                            "{key} is {state}; {step} leads from {from}. Possible now: {possible}.", "10.2"};
inline constexpr Rule capacity{"nonconformity.capacity", "{actor} may not take {step}; it takes {wanted}.", "10.2"};
inline constexpr Rule guard{"nonconformity.guard", "{step}: {missing} ({source}).", "10.2"};
}  // namespace lifecycle_rules

/// What a step comes to.
struct StepOutcome {
  Nonconformity record;  ///< The nonconformity after the step, with trail and deadlines.
  std::vector<Violation>
      refusals;  ///< What the standard demands and is missing; the step is not taken if there is any.
  std::vector<Violation> guidance;  ///< Guidance that is not followed: refuses unless waived.
  std::vector<Violation> warnings;  ///< Practice that is not followed.
};

/// The step of that id. @pre it exists.
[[nodiscard]] constexpr Step const& step(std::string_view id) {
  for (auto const& row : nonconformity_steps)
    if (row.id == id) return row;
  return nonconformity_steps.front();
}

/// True if the step can be taken from @p state, leaving guards and persons aside.
[[nodiscard]] constexpr bool leads_from(Step const& row, NonconformityState state) noexcept {
  if (row.id == "T01") return false;
  if (!row.from[0]) return !is_final(state) && state != NonconformityState::draft;  // any open state
  return row.from[0] == state || row.from[1] == state;
}

/// The capacities in which the step may be taken for a nonconformity of that source; 0 is anybody.
[[nodiscard]] constexpr Capacities who_may(Step const& row, NonconformitySource source) noexcept {
  return source == NonconformitySource::internal_audit ? row.internal : row.other;
}

/// Names of capacities, for messages: "lead auditor or ISMS manager".
[[nodiscard]] inline std::string names_of(Capacities some) {
  static constexpr std::pair<Capacity, std::string_view> names[] = {{Capacity::auditor, "auditor"},
                                                                    {Capacity::lead_auditor, "lead auditor"},
                                                                    {Capacity::programme_manager, "programme manager"},
                                                                    {Capacity::process_owner, "process owner"},
                                                                    {Capacity::action_owner, "action owner"},
                                                                    {Capacity::isms_manager, "ISMS manager"},
                                                                    {Capacity::verifier, "verifier"},
                                                                    {Capacity::top_management, "top management"}};
  std::string out;
  for (auto const& [capacity, name] : names)
    if (has(some, capacity)) out += (out.empty() ? "" : " or ") + std::string(name);
  return out.empty() ? "anybody" : out;
}

/// Tries the step in @p situation: state, capacity and every guard are tested, and all that is missing is named at
/// once. The record comes back with state, trail and deadlines as they would be after it. Pure.
/// @param at  the time of the step.
[[nodiscard]] StepOutcome take_step(Step const& row, Situation const& situation, Instant at);

}  // namespace v1
}  // namespace annexa
