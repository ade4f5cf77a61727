#pragma once
/// @file
/// Time zones: how far the clocks of a place are ahead of UTC, and when that changes.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// From when on the clocks of a place are so far ahead of UTC.
struct ZoneChange {
  static constexpr std::string_view type_name = "zone-change";  ///< Name in the schema.
  Instant at;                                                   ///< From then on.
  int utc_offset = 0;                                           ///< Minutes ahead of UTC, negative behind it.
  bool summer = false;                                          ///< True for summer time.
  std::string name;                                             ///< What that time is called there, such as "CEST".
  friend bool operator==(ZoneChange const&, ZoneChange const&) = default;
};
BOOST_DESCRIBE_STRUCT(ZoneChange, (), (at, utc_offset, summer, name))
ANNEXA_TYPE_TABLE(ZoneChange)

/// A time zone over a span of days, as one version of the IANA time zone database has it.
struct TimeZone {
  static constexpr std::string_view type_name = "time-zone";  ///< Name in the schema.
  std::string name;                                           ///< IANA name, such as "Europe/Dublin".
  std::string rules;                ///< Version of the database, such as "2025b"; empty where it does not say.
  std::vector<ZoneChange> changes;  ///< In order of time; the first holds when the span begins. Never empty.
  friend bool operator==(TimeZone const&, TimeZone const&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeZone, (), (name, rules, changes))
ANNEXA_TYPE_TABLE(TimeZone)

/// Minutes that the clocks are ahead of UTC at @p instant.
/// @param before   what holds before the first of @p changes.
/// @param changes  in order of time.
[[nodiscard]] constexpr int offset_at(int before, std::span<ZoneChange const> changes, Instant instant) noexcept {
  int offset = before;
  for (auto const& change : changes) {
    if (instant < change.at) break;
    offset = change.utc_offset;
  }
  return offset;
}

/// Minutes that the clocks of @p zone are ahead of UTC at @p instant.
[[nodiscard]] constexpr int offset_at(TimeZone const& zone, Instant instant) noexcept {
  return offset_at(zone.changes.empty() ? 0 : zone.changes.front().utc_offset, zone.changes, instant);
}

/// The instant at which clocks show @p minute minutes after midnight of @p day. Where they show it twice it is the
/// first time; where they leave it out, as long after the change as it lies behind it.
/// @param before   as for offset_at().
/// @param changes  in order of time.
[[nodiscard]] constexpr Instant at_clock(int before, std::span<ZoneChange const> changes, Date day,
                                         std::int64_t minute) noexcept {
  auto const shown = Instant::at(day, minute);
  int offset = before;
  for (auto const& change : changes) {
    if (shown.plus_minutes(-offset) < change.at) break;
    if (shown.plus_minutes(-change.utc_offset) < change.at) break;  // left out: as if nothing had been changed
    offset = change.utc_offset;
  }
  return shown.plus_minutes(-offset);
}

/// Looks up a time zone for the days from @p from until @p until, both included. Refuses a name that its database does
/// not know (zone.unknown), and says so where there is no database (zone.no-database).
using ZoneReader = std::function<result<TimeZone>(std::string_view name, Date from, Date until)>;

/// The zones of the system's database: the folder that TZDIR names, else /usr/share/zoneinfo and its like. "UTC" and
/// "Etc/UTC" are known without one. Reads files when it is called, and keeps nothing.
/// @source{RFC 9636}
[[nodiscard]] ZoneReader system_zones();

/// The zones of the database in @p folder, files as RFC 9636 has them.
[[nodiscard]] ZoneReader zones_in(std::string folder);

/// The rules of time zones.
namespace zone_rules {
inline constexpr Rule unknown{"zone.unknown", "There is no time zone \"{found}\". {hint}", "IANA time zone database",
                              ErrorKind::usage};
inline constexpr Rule no_database{"zone.no-database",
                                  "There is no time zone database in {folders}: install the system's (tzdata), or name "
                                  "the folder of another in TZDIR.",
                                  "IANA time zone database", ErrorKind::usage};
inline constexpr Rule broken{"zone.broken", "The file of time zone {found} cannot be read: {why}.", "RFC 9636",
                             ErrorKind::usage};
}  // namespace zone_rules

}  // namespace v1
}  // namespace annexa
