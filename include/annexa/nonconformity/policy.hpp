#pragma once
/// @file
/// What an organisation decides about the life of its nonconformities: days, levels of escalation, recurrence.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/nonconformity/capacity.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How days are counted.
enum class DayUnit : std::uint8_t {
  working,   ///< Working days of the unit's calendar.
  calendar,  ///< Every day; a day without work moves on to the next working day.
};
ANNEXA_DESCRIBE_ENUM(DayUnit, "day-unit", working, calendar)

/// How many days a deadline has, instead of the default.
struct DeadlineSetting {
  static constexpr std::string_view type_name = "deadline-setting";  ///< Name in the schema.
  std::string deadline;                                              ///< Which: "plan", "implementation", ...
  std::string set_by;                ///< Only where this step starts the clock ("T16"); wherever when empty.
  int minor_days = 0;                ///< Days for a minor nonconformity, or one without grade; 1 or more.
  int major_days = 0;                ///< Days for a major one; 1 or more.
  DayUnit unit = DayUnit::calendar;  ///< How they are counted.
  friend bool operator==(DeadlineSetting const&, DeadlineSetting const&) = default;
};
BOOST_DESCRIBE_STRUCT(DeadlineSetting, (), (deadline, set_by, minor_days, major_days, unit))
ANNEXA_TYPE_TABLE(DeadlineSetting)

/// Who hears of a deadline when.
struct EscalationLevel {
  static constexpr std::string_view type_name = "escalation-level";  ///< Name in the schema.
  Capacity inform = Capacity::process_owner;                         ///< Who hears of it.
  int offset_days = 0;  ///< Calendar days from the day that is due; negative is before it.
  friend bool operator==(EscalationLevel const&, EscalationLevel const&) = default;
};
BOOST_DESCRIBE_STRUCT(EscalationLevel, (), (inform, offset_days))
ANNEXA_TYPE_TABLE(EscalationLevel)

/// What becomes of a closed nonconformity that comes back.
enum class RecurrencePolicy : std::uint8_t {
  reopen,      ///< It is opened again, in its next cycle.
  new_linked,  ///< It stays closed; a new one names it (`recurs_from`).
};
ANNEXA_DESCRIBE_ENUM(RecurrencePolicy, "recurrence-policy", reopen, new_linked)

/// What becomes of the deadlines that rested during a deviation.
enum class DeviationEnd : std::uint8_t {
  restart,  ///< The plan is due anew.
  resume,   ///< They go on with the days that were left.
};
ANNEXA_DESCRIBE_ENUM(DeviationEnd, "deviation-end", restart, resume)

/// What an organisation decides; what is absent is as annexa has it. Practice, not norm.
struct LifecyclePolicy {
  static constexpr std::string_view type_name = "lifecycle-policy";  ///< The noun; there is one.
  Key<"lifecycle-policy"> key;                                       ///< "lifecycle-policy".
  std::vector<DeadlineSetting> deadlines;   ///< Days that differ from the default; the last that fits counts.
  std::vector<EscalationLevel> escalation;  ///< Levels from 1; default_escalation when empty.
  RecurrencePolicy recurrence = RecurrencePolicy::reopen;  ///< When a closed one comes back.
  DeviationEnd deviation_end = DeviationEnd::restart;      ///< When a deviation ends unfixed.
  std::optional<int> extensions_per_cycle;                 ///< So many extensions in a cycle; 2.
  std::optional<int> extension_days_minor;                 ///< So many days together for a minor one; 90.
  std::optional<int> extension_days_major;                 ///< So many days together for a major one; 30.
  std::optional<int> deviation_days;                       ///< So many days a deviation lasts at most; 365.
  std::optional<int> retention_days;     ///< So many days after its closing one can be reopened; 1095.
  std::optional<int> window_days_minor;  ///< So many days a minor one is watched at least; 60.
  std::optional<int> window_days_major;  ///< So many days a major one is watched at least; 90.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(LifecyclePolicy const&, LifecyclePolicy const&) = default;
};
BOOST_DESCRIBE_STRUCT(LifecyclePolicy, (),
                      (key, deadlines, escalation, recurrence, deviation_end, extensions_per_cycle,
                       extension_days_minor, extension_days_major, deviation_days, retention_days, window_days_minor,
                       window_days_major, custom, external_ids))
ANNEXA_TYPE_TABLE(LifecyclePolicy)

/// The levels of escalation unless the organisation has its own.
inline constexpr EscalationLevel default_escalation[] = {{Capacity::process_owner, -3},
                                                         {Capacity::isms_manager, 0},
                                                         {Capacity::programme_manager, 7},
                                                         {Capacity::top_management, 21}};

/// The levels of escalation that hold. Lives as long as @p policy.
[[nodiscard]] inline std::span<EscalationLevel const> escalation_of(LifecyclePolicy const& policy) noexcept {
  if (policy.escalation.empty()) return default_escalation;
  return policy.escalation;
}

/// The level that a deadline of @p due has reached on @p today: the number of levels whose day has come.
[[nodiscard]] inline int level_on(LifecyclePolicy const& policy, Date due, Date today) noexcept {
  int level = 0;
  for (auto const& each : escalation_of(policy)) level += due.plus_days(each.offset_days) <= today ? 1 : 0;
  return level;
}

/// What a policy can break.
namespace policy_rules {
/// A deadline or step has no such name.
inline constexpr Rule name{"lifecycle.deadline", "There is no {what} \"{found}\"; {accepted}.", "10.2"};
/// A number of days is out of its range.
inline constexpr Rule days{"lifecycle.days", "{found} is no number of days from {least} to {most}.", "10.2"};
/// Levels of escalation do not come one after the other.
inline constexpr Rule order{"lifecycle.escalation",
                            "Level {level} comes on day {found}, not after the level below it; each level is later.",
                            "10.2"};
}  // namespace policy_rules

/// Adds everything that is wrong with a policy: unknown deadlines and steps, days out of range, levels out of order.
void check_policy(LifecyclePolicy const& policy, Error& errors);

}  // namespace v1
}  // namespace annexa
