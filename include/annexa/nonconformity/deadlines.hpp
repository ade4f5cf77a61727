#pragma once
/// @file
/// When each step of the lifecycle is due.

#include <annexa/base/working_calendar.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// When a step makes something due, and which step settles it.
struct DeadlineRule {
  std::string_view set_by;                 ///< The step that starts the clock.
  std::string_view settled_by;             ///< The step that stops it.
  std::optional<Date> Deadlines::*member;  ///< Which date.
  int minor_days;                          ///< Days for a minor nonconformity, or one without grade.
  int major_days;                          ///< Days for a major one.
  bool working;                            ///< True for working days of the unit's calendar, false for calendar days.
};

/// Default deadlines; practice, not norm.
inline constexpr auto deadline_rules = std::to_array<DeadlineRule>({
    {"T02", "T04", &Deadlines::acknowledge, 5, 5, true},
    {"T02", "T09", &Deadlines::correction, 20, 5, true},
    {"T04", "T11", &Deadlines::plan, 30, 14, false},
    {"T11", "T12", &Deadlines::review, 10, 5, true},
    {"T11", "T13", &Deadlines::review, 10, 5, true},
    {"T11", "T14", &Deadlines::review, 10, 5, true},
    {"T12", "T15", &Deadlines::implementation, 90, 30, false},
    {"T13", "T11", &Deadlines::plan, 30, 14, false},
    {"T14", "T18", &Deadlines::verification, 20, 10, true},
    {"T15", "T16", &Deadlines::verification, 20, 10, true},
    {"T15", "T17", &Deadlines::verification, 20, 10, true},
    {"T16", "T15", &Deadlines::implementation, 30, 14, false},
    {"T17", "T19", &Deadlines::effectiveness, 90, 120, false},
    {"T17", "T20", &Deadlines::effectiveness, 90, 120, false},
    {"T20", "T11", &Deadlines::plan, 30, 14, false},
});

/// The day on which what a step of @p today starts is due.
[[nodiscard]] inline Date deadline(DeadlineRule const& rule, std::optional<Grade> grade,
                                   WorkingCalendar const& calendar, Date today) {
  int const days = grade == Grade::major ? rule.major_days : rule.minor_days;
  return rule.working ? calendar.plus_working_days(today, days) : calendar.next_working(today.plus_days(days));
}

/// The rule by which the step @p set_by starts the clock of @p member, or null if it does not.
[[nodiscard]] constexpr DeadlineRule const* find_deadline(std::string_view set_by,
                                                          std::optional<Date> Deadlines::*member) noexcept {
  for (auto const& row : deadline_rules)
    if (row.set_by == set_by && row.member == member) return &row;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
