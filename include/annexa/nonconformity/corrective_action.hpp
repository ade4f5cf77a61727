#pragma once
/// @file
/// Corrective actions.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far a corrective action has come.
enum class ActionState : std::uint8_t {
  proposed,     ///< Part of a submitted plan.
  approved,     ///< The plan is approved.
  in_progress,  ///< Being carried out.
  done,         ///< Carried out, with evidence.
  verified,     ///< Seen to be carried out.
  effective,    ///< Seen to have removed the cause.
  ineffective,  ///< Seen not to have.
  cancelled,    ///< Given up, with a reason.
};
ANNEXA_DESCRIBE_ENUM(ActionState, "action-state", proposed, approved, in_progress, done, verified, effective,
                     ineffective, cancelled)

/// An action that removes a cause of a nonconformity, so that it does not come back.
/// @source{10.2 c, 10.2 d}
struct CorrectiveAction {
  static constexpr std::string_view type_name = "action";  ///< The noun.
  Key<"action"> key;                                       ///< Such as "CA-4".
  Key<"nonconformity"> nonconformity;                      ///< Of which nonconformity.
  int cycle = 1;                                           ///< In which cycle of it.
  std::string title;                                       ///< What is done.
  std::vector<int> causes;                                 ///< Which causes it removes, counted from 1.
  Key<"person"> owner;                                     ///< Who sees to it.
  std::optional<Date> due_on;                              ///< Until when.
  std::string success_criterion;                           ///< How one will see that it worked.
  std::string measurement;                                 ///< How that is measured.
  ActionState state = ActionState::proposed;               ///< How far it has come.
  std::optional<Date> done_on;                             ///< When it was carried out.
  std::optional<Key<"person">> done_by;                    ///< Who owned it when it was: never its verifier.
  std::vector<std::string> evidence;                       ///< What shows that it was.
  std::string blocked_because;                             ///< Why it cannot go on; empty if it can.
  std::optional<Date> blocked_since;                       ///< Since when it cannot go on.
  std::string cancelled_because;                           ///< Why it was given up.
  std::optional<Key<"person">> cancelling_approved_by;     ///< Who agreed that it is given up.
  std::string inspected;                                   ///< What the verifier looked at.
  std::optional<int> population;                           ///< In how many cases it had to be carried out.
  std::optional<int> sampled;                              ///< How many of these the verifier looked at.
  std::string measured;                                    ///< What the measurement gave.
  Custom custom;                                           ///< Members of the host.
  std::vector<ExternalId> external_ids;                    ///< Numbers in other systems.
  friend bool operator==(CorrectiveAction const&, CorrectiveAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(CorrectiveAction, (),
                      (key, nonconformity, cycle, title, causes, owner, due_on, success_criterion, measurement, state,
                       done_on, done_by, evidence, blocked_because, blocked_since, cancelled_because,
                       cancelling_approved_by, inspected, population, sampled, measured, custom, external_ids))
ANNEXA_TYPE_TABLE(CorrectiveAction)

/// True if it is approved and not carried out yet.
[[nodiscard]] inline bool is_running(CorrectiveAction const& action) noexcept {
  return action.state == ActionState::approved || action.state == ActionState::in_progress;
}

/// True if it is planned or approved and not carried out yet.
[[nodiscard]] inline bool is_open(CorrectiveAction const& action) noexcept {
  return action.state == ActionState::proposed || is_running(action);
}

}  // namespace v1
}  // namespace annexa
