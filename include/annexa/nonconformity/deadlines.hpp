#pragma once
/// @file
/// When each step of the lifecycle is due.

#include <annexa/base/working_calendar.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/nonconformity/policy.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// When a step makes something due, and which step settles it.
struct DeadlineRule {
  std::string_view set_by;      ///< The step that starts the clock.
  std::string_view settled_by;  ///< The step that stops it.
  Deadline member;              ///< Which date.
  int minor_days;               ///< Days for a minor nonconformity, or one without grade.
  int major_days;               ///< Days for a major one.
  DayUnit unit;                 ///< How they are counted.
};

/// Default deadlines; practice, not norm. A rule without days has a day that its step names.
inline constexpr auto deadline_rules = [] {
  using enum DayUnit;
  using D = Deadlines;
  return std::to_array<DeadlineRule>({
      {"T02", "T04", &D::acknowledge, 5, 5, working},       {"T02", "T09", &D::correction, 20, 5, working},
      {"T04", "T11", &D::plan, 30, 14, calendar},           {"T05", "T06", &D::decision, 10, 5, working},
      {"T05", "T07", &D::decision, 10, 5, working},         {"T11", "T12", &D::review, 10, 5, working},
      {"T11", "T13", &D::review, 10, 5, working},           {"T11", "T14", &D::review, 10, 5, working},
      {"T12", "T15", &D::implementation, 90, 30, calendar}, {"T13", "T11", &D::plan, 30, 14, calendar},
      {"T14", "T18", &D::verification, 20, 10, working},    {"T15", "T16", &D::verification, 20, 10, working},
      {"T15", "T17", &D::verification, 20, 10, working},    {"T16", "T15", &D::implementation, 30, 14, calendar},
      {"T17", "T19", &D::effectiveness, 90, 120, calendar}, {"T17", "T20", &D::effectiveness, 90, 120, calendar},
      {"T20", "T11", &D::plan, 30, 14, calendar},           {"T21", "T11", &D::plan, 30, 14, calendar},
      {"T24", "T25", &D::deviation, 0, 0, calendar},        {"T24", "T26", &D::deviation, 0, 0, calendar},
      {"T25", "T11", &D::plan, 30, 14, calendar},           {"T26", "T16", &D::verification, 20, 10, working},
      {"T26", "T17", &D::verification, 20, 10, working},    {"T26", "T18", &D::verification, 20, 10, working},
  });
}();

/// The day on which what @p rule starts on @p from is due, with the days of the organisation where it has its own.
[[nodiscard]] inline Date deadline(DeadlineRule const& rule, std::optional<Grade> grade,
                                   WorkingCalendar const& calendar, Date from, LifecyclePolicy const& policy = {}) {
  int minor = rule.minor_days;
  int major = rule.major_days;
  auto unit = rule.unit;
  for (auto const& own : policy.deadlines)
    if (own.deadline == name_of(rule.member) && (own.set_by.empty() || own.set_by == rule.set_by)) {
      minor = own.minor_days;
      major = own.major_days;
      unit = own.unit;
    }
  int const days = grade == Grade::major ? major : minor;
  return unit == DayUnit::working ? calendar.plus_working_days(from, days)
                                  : calendar.next_working(from.plus_days(days));
}

/// The rule by which the step @p set_by starts the clock of @p member, or null if it does not.
[[nodiscard]] constexpr DeadlineRule const* find_deadline(std::string_view set_by, Deadline member) noexcept {
  for (auto const& row : deadline_rules)
    if (row.set_by == set_by && row.member == member) return &row;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
