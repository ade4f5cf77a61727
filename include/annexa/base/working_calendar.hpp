#pragma once
/// @file
/// Which days people work.

#include <annexa/base/date.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/base/list.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The days on which an organisation or a site works: a week and its holidays.
struct WorkingCalendar {
  static constexpr std::string_view type_name = "working-calendar";  ///< Name in the schema.
  std::vector<int> weekend{6, 7};  ///< Days of the week without work, 1 Monday to 7 Sunday.
  std::vector<Date> holidays;      ///< Days without work, in any order.

  /// True if people work on @p date. Linear in the number of holidays.
  [[nodiscard]] bool is_working(Date date) const noexcept {
    return !detail::contains(weekend, date.weekday()) && !detail::contains(holidays, date);
  }
  /// The first working day on or after @p date; @p date itself if no day of ten years after it is one.
  [[nodiscard]] Date next_working(Date date) const noexcept {
    for (int later = 0; later < 3660; ++later)
      if (Date const day = date.plus_days(later); is_working(day)) return day;
    return date;
  }
  /// The day on which @p days working days have passed since @p from, which is not counted; @p from itself if
  /// @p days is not positive. Deadlines are reckoned so.
  [[nodiscard]] Date plus_working_days(Date from, int days) const noexcept {
    Date day = from;
    for (int i = 0; i < days; ++i) {
      Date const next = next_working(day.plus_days(1));
      if (next == day) return day;  // the calendar ends here
      day = next;
    }
    return day;
  }
  friend bool operator==(WorkingCalendar const&, WorkingCalendar const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkingCalendar, (), (weekend, holidays))
ANNEXA_TYPE_TABLE(WorkingCalendar)

}  // namespace v1
}  // namespace annexa
