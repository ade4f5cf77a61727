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
  std::string_view id;                   ///< "T11".
  std::string_view command;              ///< The command that takes it.
  States from;                           ///< From which states; none where it makes the record.
  std::optional<NonconformityState> to;  ///< To which state; none where the state stays.
  Capacities internal;                   ///< Who may take it when an internal audit is the source.
  Capacities other;                      ///< Who may take it for every other source.
  std::string_view letter;               ///< Which letter of 10.2 it serves.
  std::string_view title;                ///< What it does, in a few words.
};

/// Every step. From where it leads and who may take it stand here and nowhere else.
inline constexpr auto nonconformity_steps = [] {
  using enum NonconformityState;
  using C = Capacity;
  constexpr auto lead = static_cast<Capacities>(C::lead_auditor);
  constexpr auto manager = static_cast<Capacities>(C::isms_manager);
  constexpr auto programme = static_cast<Capacities>(C::programme_manager);
  constexpr auto owner = static_cast<Capacities>(C::process_owner);
  constexpr auto verifier = static_cast<Capacities>(C::verifier);
  constexpr auto clock = static_cast<Capacities>(C::clock);
  constexpr auto either = C::lead_auditor | C::isms_manager;
  constexpr auto owners = C::process_owner | C::action_owner;
  constexpr auto above = C::programme_manager | C::top_management;
  constexpr auto lead_or_programme = C::lead_auditor | C::programme_manager;
  constexpr auto manager_or_programme = C::isms_manager | C::programme_manager;
  constexpr auto plain = [](NonconformityState state) { return states({state}); };
  constexpr auto may_merge = states({issued, acknowledged, analysis});
  constexpr auto may_deviate = states({analysis, plan_review, implementing});
  constexpr States begun = open_states & ~states({disputed});
  constexpr auto may_begin = states({acknowledged, analysis});
  return std::to_array<Step>({
      {"T01", "nonconformity.raise", 0, draft, 0, 0, "f", "raise it"},
      {"T02", "nonconformity.issue", plain(draft), issued, lead, manager, "f", "issue it to the process owner"},
      {"T03", "nonconformity.withdraw", plain(draft), withdrawn, C::auditor | C::lead_auditor,
       C::auditor | C::isms_manager, "f", "withdraw the draft"},
      {"T04", "nonconformity.acknowledge", plain(issued), acknowledged, owner, owner, "a", "acknowledge it"},
      {"T05", "nonconformity.dispute", plain(issued), disputed, owner, owner, "f", "contest it"},
      {"T06", "nonconformity.decide-dispute", plain(disputed), issued, lead_or_programme, manager_or_programme, "f",
       "decide the dispute, it stands"},
      {"T07", "nonconformity.withdraw", plain(disputed), withdrawn, programme, programme, "f",
       "decide the dispute, it was raised in error"},
      {"T08", "nonconformity.merge", may_merge, merged, lead, manager, "f", "merge it into another one"},
      {"T09", "nonconformity.record-correction", open_states, {}, owner, owner, "a", "record the correction"},
      {"T10", "nonconformity.start-analysis", may_begin, analysis, owners, owners, "b", "begin to look for the causes"},
      {"T11", "nonconformity.submit-plan", plain(analysis), plan_review, owner, owner, "b", "submit causes and plan"},
      {"T12", "nonconformity.approve-plan", plain(plan_review), implementing, either, manager, "c", "approve the plan"},
      {"T13", "nonconformity.reject-plan", plain(plan_review), analysis, either, manager, "b", "send the plan back"},
      {"T14", "nonconformity.accept-correction", plain(plan_review), verification, lead, manager, "b",
       "agree that the correction suffices"},
      {"T15", "nonconformity.report-implemented", plain(implementing), verification, owner, owner, "c",
       "report that all is done"},
      {"T16", "nonconformity.reject-implementation", plain(verification), implementing, verifier, verifier, "c",
       "send it back as not done"},
      {"T17", "nonconformity.start-effectiveness", plain(verification), effectiveness, verifier, verifier, "d",
       "confirm that all is done and begin to watch"},
      {"T18", "nonconformity.close", plain(verification), closed, verifier, verifier, "a",
       "close it after the correction"},
      {"T19", "nonconformity.judge-effectiveness", plain(effectiveness), closed, verifier, verifier, "d",
       "judge it effective and close it"},
      {"T20", "nonconformity.judge-effectiveness", plain(effectiveness), analysis, verifier, verifier, "d",
       "judge it not effective and begin again"},
      {"T21", "nonconformity.reopen", plain(closed), analysis, lead_or_programme, manager_or_programme, "d",
       "open it again"},
      {"T22", "nonconformity.request-extension", open_states, {}, owners, owners, "c", "ask for more time"},
      {"T23",
       "nonconformity.decide-extension",
       open_states,
       {},
       lead | above,
       manager | above,
       "c",
       "decide about more time"},
      {"T24", "nonconformity.accept-deviation", may_deviate, accepted_deviation, static_cast<Capacities>(C::risk_owner),
       static_cast<Capacities>(C::risk_owner), "c", "live with it for a time"},
      {"T25", "nonconformity.end-deviation", plain(accepted_deviation), analysis, C::risk_owner | C::clock,
       C::risk_owner | C::clock, "c", "end the deviation, it goes on"},
      {"T26", "nonconformity.end-deviation", plain(accepted_deviation), verification, owner, owner, "c",
       "end the deviation, it is fixed"},
      {"T27", "nonconformity.regrade", open_states, {}, lead_or_programme, manager_or_programme, "f", "grade it anew"},
      {"T28",
       "nonconformity.reassign",
       open_states,
       {},
       manager_or_programme,
       manager_or_programme,
       "f",
       "hand it to somebody else"},
      {"T29", "deadline.check", open_states, {}, clock, clock, "c", "notice that a day has passed"},
      {"T30", "nonconformity.withdraw", begun, withdrawn, lead_or_programme, manager_or_programme, "f",
       "withdraw it as raised in error"},
  });
}();

/// The rules of the lifecycle that are not guards of one step.
namespace lifecycle_rules {
inline constexpr Rule state{"nonconformity.state",
                            "{key} is {state}; {step} leads from {from}. Possible now: {possible}.", "10.2"};
inline constexpr Rule capacity{"nonconformity.capacity", "{actor} may not take {step}; it takes {wanted}.", "10.2"};
inline constexpr Rule guard{"nonconformity.guard", "{step}: {missing} ({source}).", "10.2"};
inline constexpr Rule backwards{
    "nonconformity.time", "{step} at {found} lies before the last step of {key}, at {latest} (10.2 f).", "10.2 f"};
}  // namespace lifecycle_rules

/// What a step comes to.
struct StepOutcome {
  Nonconformity record;  ///< The nonconformity after the step, with trail and deadlines; as before if refused.
  std::vector<CorrectiveAction> actions;  ///< Its actions of that cycle after the step; as given if refused.
  std::vector<Violation>
      refusals;  ///< What the standard demands and is missing; the step is not taken if there is any.
  std::vector<Violation> guidance;  ///< Guidance that is not followed: refuses unless waived.
  std::vector<Violation> warnings;  ///< Practice that is not followed.
};

/// The step of that id, or null.
[[nodiscard]] constexpr Step const* find_step(std::string_view id) noexcept {
  for (auto const& row : nonconformity_steps)
    if (row.id == id) return &row;
  return nullptr;
}

/// The step of that id. @pre it exists.
[[nodiscard]] constexpr Step const& step(std::string_view id) { return *find_step(id); }

/// True if the step can be taken from @p state, leaving guards and persons aside.
[[nodiscard]] constexpr bool leads_from(Step const& row, NonconformityState state) noexcept {
  return is_in(state, row.from);
}

/// The capacities in which the step may be taken for a nonconformity of that source; 0 is anybody.
[[nodiscard]] constexpr Capacities who_may(Step const& row, NonconformitySource source) noexcept {
  return source == NonconformitySource::internal_audit ? row.internal : row.other;
}

/// The states of a set, for messages: "issued or acknowledged", "any open state".
[[nodiscard]] std::string names_of_states(States some);

/// The day of the last action that was carried out; today if there is none. From then on one watches. @source{10.2 d}
[[nodiscard]] Date last_done(Situation const& situation);

/// Tries the step in @p situation: state, capacity, time and every guard are tested, and all that is missing is named
/// at once. The record comes back with state, trail, deadlines and whatever else the step changes. Pure.
/// @param situation  is used up; hand over a copy to keep it.
/// @param at         the time of the step.
[[nodiscard]] StepOutcome take_step(Step const& row, Situation situation, Instant at);

}  // namespace v1
}  // namespace annexa
