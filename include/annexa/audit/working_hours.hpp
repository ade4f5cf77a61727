#pragma once
/// @file
/// At which hours of a working day audits take place.

#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A span of a day, in minutes after midnight of the place: 540 to 750 is 09:00 to 12:30.
struct DaySpan {
  static constexpr std::string_view type_name = "day-span";  ///< Name in the schema.
  int from = 0;                                              ///< Begin, 0 to 1439.
  int until = 0;                                             ///< End, up to 1440 and after the begin.
  friend bool operator==(DaySpan const&, DaySpan const&) = default;
};
BOOST_DESCRIBE_STRUCT(DaySpan, (), (from, until))

/// The hours in which sessions may lie, and how they relate to UTC.
/// @par Zones
/// The offset is fixed: where clocks change within an audit, plan it in two windows.
struct WorkingHours {
  static constexpr std::string_view type_name = "working-hours";  ///< Name in the schema.
  std::string zone = "Etc/UTC";                         ///< Time zone of the place, an IANA name; kept, not looked up.
  int utc_offset = 0;                                   ///< Minutes that the place is ahead of UTC, -840 to 840.
  std::vector<DaySpan> spans{{540, 750}, {810, 1020}};  ///< Hours of work, in order and apart; none means all day.
  friend bool operator==(WorkingHours const&, WorkingHours const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkingHours, (), (zone, utc_offset, spans))

/// The instant @p minute minutes after midnight of the place on @p day.
[[nodiscard]] constexpr Instant at_local(WorkingHours const& hours, Date day, std::int64_t minute) noexcept {
  return Instant::at(day, 0).plus_minutes(minute - hours.utc_offset);
}

/// The day at the place.
[[nodiscard]] constexpr Date local_day(WorkingHours const& hours, Instant instant) noexcept {
  return instant.plus_minutes(hours.utc_offset).date();
}

/// Minutes after midnight of the place, 0 to 1439.
[[nodiscard]] constexpr std::int64_t local_minute(WorkingHours const& hours, Instant instant) noexcept {
  return instant.plus_minutes(hours.utc_offset).minute_of_day();
}

}  // namespace v1
}  // namespace annexa
