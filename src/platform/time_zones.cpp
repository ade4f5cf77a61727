// Time zones out of the system's database.
#include <annexa/base/name_hint.hpp>
#include <annexa/base/time_zone.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "files.hpp"
#include "zone_file.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using platform::ZoneSpan;

constexpr std::array<char const*, 4> usual_folders{"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                                                   "/usr/share/lib/zoneinfo", "/etc/zoneinfo"};
constexpr std::uint64_t largest_file = 1'000'000;

// Names of files beside the zones that are none, or count leap seconds.
bool is_zone_name(std::string_view name) {
  auto const is_part = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '+' || c == '-';
  };
  constexpr std::array<std::string_view, 5> others{"localtime", "posixrules", "Factory", "posix", "right"};
  if (name.empty() || name.size() > 64 || name.front() == '/' || name.back() == '/') return false;
  return std::ranges::all_of(name, is_part) &&
         std::ranges::find(others, name.substr(0, name.find('/'))) == others.end();
}

std::string read_file(std::string const& path) {
  auto const status = platform::file_status(path);
  if (status.kind != platform::FileKind::regular || status.size > largest_file) return {};
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

// "2025b": the first line of tzdata.zi is "# version 2025b".
std::string version_in(std::string const& folder) {
  constexpr std::string_view label = "# version ";
  std::ifstream file(folder + "/tzdata.zi");
  std::string line;
  if (!std::getline(file, line) || !line.starts_with(label)) return {};
  return std::string(shortened(line.substr(label.size()), 20));
}

// Zones ("Z name …") and links ("L target name") of tzdata.zi.
std::string hint_in(std::string const& folder, std::string_view found) {
  NameHint hint(found, 3);
  std::istringstream lines(read_file(folder + "/tzdata.zi"));
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string kind;
    std::string first;
    std::string second;
    words >> kind >> first >> second;
    if (kind == "Z") hint.offer(first);
    if (kind == "L") hint.offer(second);
  }
  if (!hint.nearest().empty()) return hint.text();
  return "Names of the IANA time zone database are accepted, such as Europe/Dublin.";
}

// Seconds as a point in time, which ends where dates do.
Instant instant_of(std::int64_t seconds) {
  constexpr std::int64_t bound = 400'000'000'000;
  return Instant::at(Date{}, 0).plus_minutes(std::clamp(seconds, -bound, bound) / 60);
}

// All spans that may matter until the end of a year.
std::vector<ZoneSpan> spans_until(platform::ZoneFile const& file, int first_year, int last_year) {
  auto spans = file.spans;
  auto const rule = platform::read_zone_rule(file.rule);
  if (!rule) return spans;
  auto const known = spans.back().at;
  auto const known_year = instant_of(known).date().parts().year;
  for (int year = std::max({known_year, first_year - 1, 1583}); year <= std::min(last_year, 9999); ++year)
    for (auto& span : platform::spans_of(*rule, year))
      if (span.at > known) spans.push_back(std::move(span));
  return spans;
}

TimeZone zone_over(platform::ZoneFile const& file, std::string_view name, std::string rules, Date from, Date until) {
  // A day more on either side: the day of a place begins up to 14 hours before that of UTC.
  auto const begin = Instant::at(from.plus_days(-1), 0);
  auto const end = Instant::at(until.plus_days(2), 0);
  TimeZone zone{std::string(name), std::move(rules), {}};
  int before = 0;
  for (auto const& span : spans_until(file, from.parts().year, until.plus_days(2).parts().year)) {
    auto const at = instant_of(span.at);
    if (end < at) break;
    auto const minutes = span.seconds / 60;
    ZoneChange change{at, minutes, span.summer && minutes > before, span.name};
    before = minutes;
    if (at <= begin) zone.changes.clear();
    auto const* last = zone.changes.empty() ? nullptr : &zone.changes.back();
    if (!last || last->utc_offset != change.utc_offset || last->name != change.name)
      zone.changes.push_back(std::move(change));
  }
  return zone;
}

result<TimeZone> fixed_utc(std::string_view name) {
  return TimeZone{std::string(name), {}, {{Instant::at(*Date::from(1601, 1, 1), 0), 0, false, "UTC"}}};
}

result<TimeZone> read_zone(std::string const& folder, std::string_view name, Date from, Date until) {
  if (name == "UTC" || name == "Etc/UTC") return fixed_utc(name);
  auto const text = std::string(shortened(name, 80));
  auto const bytes = is_zone_name(name) ? read_file(folder + '/' + std::string(name)) : std::string();
  if (bytes.empty()) return Error(zone_rules::unknown, "", {{"found", text}, {"hint", hint_in(folder, name)}});
  auto const file = platform::read_zone_file(bytes);
  if (!file) return Error(zone_rules::broken, "", {{"found", text}, {"why", file.error()}});
  return zone_over(*file, name, version_in(folder), from, until);
}

bool is_folder(std::string const& path) { return platform::file_status(path).kind == platform::FileKind::directory; }

result<TimeZone> read_system_zone(std::string_view name, Date from, Date until) {
  if (char const* const chosen = std::getenv("TZDIR"); chosen && is_folder(chosen))
    return read_zone(chosen, name, from, until);
  for (auto const* folder : usual_folders)
    if (is_folder(folder)) return read_zone(folder, name, from, until);
  if (name == "UTC" || name == "Etc/UTC") return fixed_utc(name);
  std::string folders;
  for (auto const* folder : usual_folders) folders += (folders.empty() ? "" : ", ") + std::string(folder);
  return Error(zone_rules::no_database, "", {{"folders", folders}});
}

}  // namespace

ZoneReader system_zones() { return read_system_zone; }

ZoneReader zones_in(std::string folder) {
  return [folder = std::move(folder)](std::string_view name, Date from, Date until) -> result<TimeZone> {
    return read_zone(folder, name, from, until);
  };
}

}  // namespace v1
}  // namespace annexa
