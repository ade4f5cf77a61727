#pragma once
// Files of the time zone database (TZif, RFC 9636).

#include <annexa/base/time_zone.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace platform {

// How clocks are set for a while, and when that begins; seconds since 1970-01-01T00:00:00Z.
struct ZoneSpan {
  std::int64_t at;
  std::int32_t seconds;  // ahead of UTC
  bool summer;
  std::string name;
};

// What a file says: spans in order, and the rule for all time after them as the environment variable TZ has it.
struct ZoneFile {
  std::vector<ZoneSpan> spans;  // never empty; the first holds from the beginning of time
  std::string rule;             // may be empty: the last span holds for ever
};

// @return what the file says, or what is wrong with it.
[[nodiscard]] boost::system::result<ZoneFile, std::string> read_zone_file(std::string_view bytes);

// One time of the year at which clocks are changed.
struct YearlyChange {
  enum class Form : std::uint8_t { month_week, day_of_year, day_without_leap } form = Form::month_week;
  int month = 0;
  int week = 0;           // 1 to 5, 5 being the last
  int day = 0;            // of the week, 0 Sunday; or of the year
  std::int64_t time = 0;  // seconds after midnight, by the clocks as they were before
};

// A rule for ever: standard time, and summer time between two changes if there is one.
struct ZoneRule {
  ZoneSpan standard{};
  ZoneSpan summer{};
  bool has_summer = false;
  YearlyChange begin;  // of summer time
  YearlyChange end;
};

// Reads such as "CET-1CEST,M3.5.0,M10.5.0/3". @return the rule, or nothing if it is none.
[[nodiscard]] std::optional<ZoneRule> read_zone_rule(std::string_view text);

// The spans that a rule makes in a year, in order.
[[nodiscard]] std::vector<ZoneSpan> spans_of(ZoneRule const& rule, int year);

}  // namespace platform
}  // namespace v1
}  // namespace annexa
