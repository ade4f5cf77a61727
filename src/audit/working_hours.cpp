#include <algorithm>
#include <annexa/audit/working_hours.hpp>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule other_offset{"zone.offset",
                            "{zone} is not {found} minutes ahead of UTC between {from} and {until}, but {known}; leave "
                            "utc_offset out where a zone is named.",
                            "IANA time zone database", ErrorKind::usage};

// An offset that is given beside the name of a zone has to be one of those that it has then.
bool has_offset(TimeZone const& zone, int offset) {
  return std::ranges::any_of(zone.changes, [&](ZoneChange const& change) { return change.utc_offset == offset; });
}

Error refused_offset(TimeZone const& zone, int found, Date from, Date until) {
  std::string known;
  for (auto const& change : zone.changes) {
    auto const text = std::to_string(change.utc_offset);
    if (known.find(text) == known.npos) known += (known.empty() ? "" : " or ") + text;
  }
  return Error(other_offset, "/utc_offset",
               {{"zone", zone.name},
                {"found", std::to_string(found)},
                {"from", to_string(from)},
                {"until", to_string(until)},
                {"known", known}});
}

}  // namespace

WorkingHours by_clocks_of(WorkingHours hours, TimeZone const& zone) {
  hours.zone = zone.name;
  hours.zone_rules = zone.rules;
  hours.changes = zone.changes;
  if (!zone.changes.empty()) {
    hours.utc_offset = zone.changes.front().utc_offset;
    hours.changes.erase(hours.changes.begin());
  }
  return hours;
}

result<WorkingHours> with_clocks(WorkingHours hours, Date from, Date until, ZoneReader const& zones) {
  if (hours.zone.empty() || !hours.zone_rules.empty() || !hours.changes.empty()) return hours;
  auto const zone = zones(hours.zone, from, until);
  if (!zone) {
    Error error(zone.error().kind());
    error.add(zone.error(), "/zone");
    return error;
  }
  if (hours.utc_offset != 0 && !has_offset(*zone, hours.utc_offset))
    return refused_offset(*zone, hours.utc_offset, from, until);
  auto const name = hours.zone;
  hours = by_clocks_of(std::move(hours), *zone);
  hours.zone = name;
  return hours;
}

}  // namespace v1
}  // namespace annexa
