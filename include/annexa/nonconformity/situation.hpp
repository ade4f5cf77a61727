#pragma once
/// @file
/// What the lifecycle looks at when somebody wants to take a step.

#include <annexa/base/working_calendar.hpp>
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// In which capacity somebody acts on a nonconformity. One person can act in several.
enum class Capacity : std::uint16_t {
  anybody = 0,            ///< No particular one.
  auditor = 1,            ///< Raised it, or is in the team of its audit.
  lead_auditor = 2,       ///< Leads its audit.
  programme_manager = 4,  ///< Manages the audit programme.
  process_owner = 8,      ///< Owns the process it was found in.
  action_owner = 16,      ///< Owns one of its actions.
  isms_manager = 32,      ///< Manages the ISMS.
  verifier = 64,          ///< Verifies: named in it, or holds that role, or is in the audit team.
  top_management = 128,   ///< Belongs to top management.
};

/// Several capacities together.
using Capacities = std::uint16_t;

/// True if @p some has one of @p wanted.
[[nodiscard]] constexpr bool has(Capacities some, Capacity wanted) noexcept {
  return (some & static_cast<Capacities>(wanted)) != 0;
}
/// Both together.
[[nodiscard]] constexpr Capacities operator|(Capacity a, Capacity b) noexcept {
  return static_cast<Capacities>(static_cast<Capacities>(a) | static_cast<Capacities>(b));
}

/// A step that somebody wants to take: the record as it is, as it would be, and what else the guards look at. Plain
/// values, so that a host with its own database can fill it.
struct Situation {
  Nonconformity before;                   ///< The nonconformity as it is.
  Nonconformity after;                    ///< With what the step brings: correction, analysis, effectiveness, ...
  std::vector<CorrectiveAction> actions;  ///< Its actions of this cycle, with what the step brings.
  std::string actor;                      ///< Key of the person who acts.
  Capacities capacities = 0;              ///< In which capacities.
  std::vector<Capacities> signatures;     ///< In which capacities each person in after.co_signed_by signed.
  bool actor_answers_for_unit = false;    ///< True if the actor owns, manages or works in the unit (duty S01).
  bool source_ref_is_open = false;        ///< True if another open nonconformity has the same source and reference.
  bool similar_are_open = false;          ///< True if similar nonconformities that were found are still open.
  bool top_management_informed = false;   ///< True if the step says that top management knows.
  std::string reason;                     ///< The reason that the step brings, if it asks for one.
  Date today;                             ///< The day.
  WorkingCalendar calendar;               ///< Working days of the unit.
};

}  // namespace v1
}  // namespace annexa
