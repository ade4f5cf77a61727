#include <algorithm>
#include <annexa/audit/plan_request.hpp>
#include <array>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

namespace plan_request_rules {
constexpr auto usage = ErrorKind::usage;
constexpr Rule no_audit{"plan.audit", "A plan needs the key of its audit, of at most 70 bytes.", "", usage};
constexpr Rule no_criteria{"audit.criteria", "An audit needs criteria: name what it audits against.", "9.2.2 a"};
constexpr Rule window{"plan.window",
                      "The plan may lie from {from} to {until}; 1 to 366 days between 1600 and 9990 are accepted.", "",
                      usage};
constexpr Rule range{"number.range", "{found} is out of range; {low} to {high} are accepted.", "", usage};
constexpr Rule spans{"plan.hours",
                     "The hours of work must lie within a day, in order and apart; at most 12 spans are accepted.", "",
                     usage};
constexpr Rule twice{"plan.twice", "{key} stands there twice.", "", usage};
constexpr Rule too_many{"plan.too-many", "There are {found}; at most {most} are accepted.", "", usage};
constexpr Rule backwards{"plan.booking", "A booking ends before it begins.", "", usage};
}  // namespace plan_request_rules

struct Minutes {
  char const* name;
  int PlanParameters::*value;
  int low;
  int high;
};
constexpr std::array minutes{
    Minutes{"opening_minutes", &PlanParameters::opening_minutes, 5, 480},
    Minutes{"team_minutes", &PlanParameters::team_minutes, 5, 480},
    Minutes{"closing_minutes", &PlanParameters::closing_minutes, 5, 480},
    Minutes{"session_minutes", &PlanParameters::session_minutes, 15, 100'000},
    Minutes{"longest_session", &PlanParameters::longest_session, 15, 720},
    Minutes{"minutes_per_criterion", &PlanParameters::minutes_per_criterion, 1, 480},
    Minutes{"cooling_off_months", &PlanParameters::cooling_off_months, 0, 120},
    Minutes{"largest_team", &PlanParameters::largest_team, 1, 50},
    Minutes{"days_wanted", &PlanParameters::days_wanted, 1, 366},
};

void check_in_range(std::int64_t found, int low, int high, std::string where, Error& errors) {
  if (found < low || found > high)
    errors.add(plan_request_rules::range, std::move(where),
               {{"found", std::to_string(found)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
}

void check_hours(WorkingHours const& hours, Error& errors) {
  std::string const where = "/parameters/hours";
  check_in_range(hours.utc_offset, -840, 840, where + "/utc_offset", errors);
  int end = 0;
  bool good = hours.spans.size() <= 12;
  for (auto const& span : hours.spans) {
    good = good && end <= span.from && span.from < span.until && span.until <= 1440;
    end = span.until;
  }
  if (!good) errors.add(plan_request_rules::spans, where + "/spans");
}

void check_size(std::size_t found, std::size_t most, char const* member, Error& errors) {
  if (found > most)
    errors.add(plan_request_rules::too_many, std::string("/") + member,
               {{"found", std::to_string(found)}, {"most", std::to_string(most)}});
}

template <class T>
void check_keys(std::vector<T> const& records, char const* member, Error& errors) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < records.size(); ++i)
    if (!seen.insert(records[i].key.text()).second)
      errors.add(plan_request_rules::twice, std::string("/") + member + '/' + std::to_string(i),
                 {{"key", records[i].key.text()}});
}

void check_window(PlanRequest const& request, Error& errors) {
  bool const inside = request.from.parts().year >= 1600 && request.until.parts().year <= 9990;
  if (!inside || request.until < request.from || request.until - request.from > 366)
    errors.add(plan_request_rules::window, "/until",
               {{"from", to_string(request.from)}, {"until", to_string(request.until)}});
}

}  // namespace

void check_request(PlanRequest const& request, Error& errors) {
  if (request.audit.empty() || request.audit.text().size() > 70) errors.add(plan_request_rules::no_audit, "/audit");
  if (request.criteria.empty()) errors.add(plan_request_rules::no_criteria, "/criteria");
  check_window(request, errors);
  check_hours(request.parameters.hours, errors);
  for (auto const& row : minutes)
    check_in_range(request.parameters.*row.value, row.low, row.high, std::string("/parameters/") + row.name, errors);
  check_size(request.team.size(), 50, "team", errors);
  check_size(request.units.size(), plan_limit, "units", errors);
  check_size(request.sites.size(), plan_limit, "sites", errors);
  check_size(request.criteria.size(), plan_limit, "criteria", errors);
  check_size(request.people.size(), plan_limit, "people", errors);
  check_size(request.roles.size(), plan_limit, "roles", errors);
  check_size(request.waivers.size(), plan_limit, "waivers", errors);
  check_size(request.bookings.size(), 20 * plan_limit, "bookings", errors);
  check_keys(request.units, "units", errors);
  check_keys(request.people, "people", errors);
  for (std::size_t i = 0; i < request.units.size(); ++i)
    if (request.units[i].audit_minutes)
      check_in_range(*request.units[i].audit_minutes, 15, 100'000, "/units/" + std::to_string(i) + "/audit_minutes",
                     errors);
  for (std::size_t i = 0; i < request.bookings.size(); ++i)
    if (request.bookings[i].end < request.bookings[i].start)
      errors.add(plan_request_rules::backwards, "/bookings/" + std::to_string(i));
}

std::vector<Criterion> uncarried(PlanRequest const& request) {
  std::set<Criterion> carried;
  for (auto const& unit : request.units) carried.insert(unit.criteria.begin(), unit.criteria.end());
  std::vector<Criterion> rest;
  for (auto const& criterion : request.criteria)
    if (carried.insert(criterion).second) rest.push_back(criterion);
  return rest;
}

}  // namespace v1
}  // namespace annexa
