#pragma once
/// @file
/// At which hours of a working day audits take place.

#include <annexa/base/describe.hpp>
#include <annexa/base/time_zone.hpp>

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
ANNEXA_TYPE_TABLE(DaySpan)

/// The hours in which sessions may lie, and how they relate to UTC.
/// @par Zones
/// `zone` is the name alone; what the clocks of the place do stands in `utc_offset` and `changes`, so that a request
/// gives the same plan on every machine. with_clocks() fills them from a time zone database.
struct WorkingHours {
  static constexpr std::string_view type_name = "working-hours";  ///< Name in the schema.
  std::string zone;                                               ///< Time zone of the place, an IANA name; empty: UTC.
  int utc_offset = 0;  ///< Minutes that the place is ahead of UTC, -840 to 840, before the first of the changes.
  std::vector<DaySpan> spans{{540, 750}, {810, 1020}};  ///< Hours of work, in order and apart; none means all day.
  std::vector<ZoneChange> changes = {};                 ///< When its clocks are changed, in order of time.
  std::string zone_rules = {};  ///< Version of the time zone database that says so; empty if none was asked.
  friend bool operator==(WorkingHours const&, WorkingHours const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkingHours, (), (zone, utc_offset, spans, changes, zone_rules))
ANNEXA_TYPE_TABLE(WorkingHours)

/// Minutes that the place is ahead of UTC at @p instant.
[[nodiscard]] constexpr int offset_at(WorkingHours const& hours, Instant instant) noexcept {
  return offset_at(hours.utc_offset, hours.changes, instant);
}

/// The instant @p minute minutes after midnight of the place on @p day, by its clocks: at_clock() says what holds where
/// they show a time twice or not at all.
[[nodiscard]] constexpr Instant at_local(WorkingHours const& hours, Date day, std::int64_t minute) noexcept {
  return at_clock(hours.utc_offset, hours.changes, day, minute);
}

/// The day at the place.
[[nodiscard]] constexpr Date local_day(WorkingHours const& hours, Instant instant) noexcept {
  return instant.plus_minutes(offset_at(hours, instant)).date();
}

/// Minutes after midnight of the place, 0 to 1439.
[[nodiscard]] constexpr std::int64_t local_minute(WorkingHours const& hours, Instant instant) noexcept {
  return instant.plus_minutes(offset_at(hours, instant)).minute_of_day();
}

/// The same hours by the clocks of @p zone.
[[nodiscard]] WorkingHours by_clocks_of(WorkingHours hours, TimeZone const& zone);

/// Fills in what the clocks of the place do between two days. Hours without a zone, and those whose zone was read
/// already, stay as they are.
/// @return the hours; what @p zones refuses, placed at "/zone"; or zone.offset if an offset is given that the place
///         does not have then.
[[nodiscard]] result<WorkingHours> with_clocks(WorkingHours hours, Date from, Date until, ZoneReader const& zones);

}  // namespace v1
}  // namespace annexa
