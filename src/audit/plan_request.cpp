#include <algorithm>
#include <annexa/audit/plan_request.hpp>
#include <array>
#include <cstdlib>
#include <set>

#include "request_checks.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace plan_request_rules {
constexpr auto usage = ErrorKind::usage;
constexpr Rule no_audit{"plan.audit", "A plan needs the key of its audit, of at most 70 bytes.", "", usage};
constexpr Rule no_criteria{"audit.criteria", "An audit needs criteria: name what it audits against.", "9.2.2 a"};
constexpr Rule window{"plan.window",
                      "The plan may lie from {from} to {until}; 1 to 367 days between 1600 and 9990 are accepted.", "",
                      usage};
constexpr Rule spans{"plan.hours",
                     "The hours of work must lie within a day, in order and apart; at most 12 spans are accepted.", "",
                     usage};
constexpr Rule changes{
    "plan.changes",
    "The changes of the clocks must be in order of time, at most {most} of them, and none may set them "
    "further than 1560 minutes from UTC.",
    "", usage};
constexpr Rule backwards{"plan.booking", "A booking ends before it begins.", "", usage};
constexpr Rule published{"plan.published",
                         "Session {session} on record belongs to another audit, or does not last between no time and a "
                         "day, or lies before 1600 or after 9990.",
                         "", usage};
constexpr Rule no_team{"plan.published-team", "A plan on record has a team; say who audits.", "", usage};
constexpr Rule people{"plan.too-many", "There are {found} people in it; at most {most} are accepted.", "", usage};
constexpr Rule no_session{"plan.no-session", "{session} is no session of the plan on record.", "", usage};
constexpr Rule no_changes{"plan.zone", "What the clocks of {zone} do is not told: changes is empty.", "", usage};
constexpr Rule language{"plan.language", "There are no sentences in \"{found}\"; en, de and fr are accepted.", "",
                        usage};
}  // namespace plan_request_rules

constexpr std::size_t most_zones = 100;

constexpr std::array plan_numbers{
    NumberRow<PlanParameters>{"opening_minutes", &PlanParameters::opening_minutes, 5, 480},
    NumberRow<PlanParameters>{"team_minutes", &PlanParameters::team_minutes, 5, 480},
    NumberRow<PlanParameters>{"closing_minutes", &PlanParameters::closing_minutes, 5, 480},
    NumberRow<PlanParameters>{"session_minutes", &PlanParameters::session_minutes, 15, 100'000},
    NumberRow<PlanParameters>{"longest_session", &PlanParameters::longest_session, 15, 720},
    NumberRow<PlanParameters>{"minutes_per_criterion", &PlanParameters::minutes_per_criterion, 1, 480},
    NumberRow<PlanParameters>{"cooling_off_months", &PlanParameters::cooling_off_months, 0, 120},
    NumberRow<PlanParameters>{"largest_team", &PlanParameters::largest_team, 1, 50},
    NumberRow<PlanParameters>{"days_wanted", &PlanParameters::days_wanted, 1, 366},
};

void check_changes(std::vector<ZoneChange> const& changes, std::string const& where, Error& errors) {
  constexpr std::size_t most = 1'000;
  bool good = changes.size() <= most;
  for (std::size_t i = 0; good && i < changes.size(); ++i)
    good = std::abs(changes[i].utc_offset) <= 1560 && (i == 0 || changes[i - 1].at < changes[i].at);
  if (!good) errors.add(plan_request_rules::changes, where + "/changes", {{"most", std::to_string(most)}});
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
  check_changes(hours.changes, where, errors);
}

void check_zones(PlanRequest const& request, Error& errors) {
  check_twice(request.zones, "zones", errors, [](TimeZone const& zone) -> std::string_view { return zone.name; });
  for (std::size_t i = 0; i < request.zones.size(); ++i) {
    auto const where = "/zones/" + std::to_string(i);
    if (request.zones[i].changes.empty())
      errors.add(plan_request_rules::no_changes, where + "/changes", {{"zone", request.zones[i].name}});
    check_changes(request.zones[i].changes, where, errors);
  }
}

void check_window(PlanRequest const& request, Error& errors) {
  bool const inside = request.from.parts().year >= 1600 && request.until.parts().year <= 9990;
  if (!inside || request.until < request.from || request.until - request.from > 366)
    errors.add(plan_request_rules::window, "/until",
               {{"from", to_string(request.from)}, {"until", to_string(request.until)}});
}

void check_search(PlanParameters const& parameters, Error& errors) {
  auto const check = [&](std::optional<int> const& number, int low, int high, char const* name) {
    if (number) check_in_range(*number, low, high, std::string("/parameters/") + name, errors);
  };
  check(parameters.seed, 0, 2'147'483'647, "seed");
  check(parameters.rounds, 0, 100'000'000, "rounds");
  check(parameters.bound_rounds, 0, 100'000, "bound_rounds");
  auto const& language = parameters.language;
  if (!language.empty() && language != "en" && language != "de" && language != "fr")
    errors.add(plan_request_rules::language, "/parameters/language", {{"found", language}});
}

bool is_good(PlanRequest const& request, Session const& session) {
  constexpr std::int64_t day = 86'400'000'000;
  auto const years = std::pair(session.start.date().parts().year, session.end.date().parts().year);
  if (session.audit != request.audit || years.first < 1600 || years.second > 9990) return false;
  return session.start < session.end && session.end.micros() - session.start.micros() <= day;
}

void check_published(PlanRequest const& request, Error& errors) {
  if (!request.published.empty() && request.team.empty()) errors.add(plan_request_rules::no_team, "/team");
  if (request.published.size() > plan_limit) return;  // said already, once
  check_twice(request.published, "published", errors,
              [](Session const& each) -> std::string_view { return each.key.text(); });
  std::set<std::string_view> keys;
  for (std::size_t i = 0; i < request.published.size(); ++i) {
    auto const& session = request.published[i];
    auto const where = "/published/" + std::to_string(i);
    keys.insert(session.key.text());
    if (!session.cancelled && !is_good(request, session))
      errors.add(plan_request_rules::published, where, {{"session", session.key.text()}});
    auto const people = session.team.size() + (session.auditee ? 2 : 1);
    if (people > plan_people)
      errors.add(plan_request_rules::people, where + "/team",
                 {{"found", std::to_string(people)}, {"most", std::to_string(plan_people)}});
  }
  for (std::size_t i = 0; i < request.may_move.size(); ++i)
    if (!keys.contains(request.may_move[i].text()))
      errors.add(plan_request_rules::no_session, "/may_move/" + std::to_string(i),
                 {{"session", request.may_move[i].text()}});
}

void check_units(PlanRequest const& request, Error& errors) {
  for (std::size_t i = 0; i < request.units.size(); ++i) {
    auto const& unit = request.units[i];
    auto const where = "/units/" + std::to_string(i);
    if (unit.audit_minutes) check_in_range(*unit.audit_minutes, 15, 100'000, where + "/audit_minutes", errors);
    if (unit.required_competences.size() > plan_people)
      errors.add(request_rules::too_many, where + "/required_competences",
                 {{"found", std::to_string(unit.required_competences.size())}, {"most", std::to_string(plan_people)}});
  }
}

void check_sizes(PlanRequest const& request, Error& errors) {
  check_size(request.team.size(), 50, "team", errors);
  check_size(request.units.size(), plan_limit, "units", errors);
  check_size(request.sites.size(), plan_limit, "sites", errors);
  check_size(request.criteria.size(), plan_limit, "criteria", errors);
  check_size(request.people.size(), plan_limit, "people", errors);
  check_size(request.roles.size(), plan_limit, "roles", errors);
  check_size(request.waivers.size(), plan_limit, "waivers", errors);
  check_size(request.bookings.size(), 20 * plan_limit, "bookings", errors);
  check_size(request.published.size(), plan_limit, "published", errors);
  check_size(request.may_move.size(), plan_limit, "may_move", errors);
  check_size(request.zones.size(), most_zones, "zones", errors);
}

}  // namespace

void check_request(PlanRequest const& request, Error& errors) {
  if (request.audit.empty() || request.audit.text().size() > 70) errors.add(plan_request_rules::no_audit, "/audit");
  if (request.criteria.empty()) errors.add(plan_request_rules::no_criteria, "/criteria");
  check_window(request, errors);
  check_hours(request.parameters.hours, errors);
  check_numbers(request.parameters, plan_numbers, "/parameters", errors);
  check_sizes(request, errors);
  auto const text = [](auto const& record) -> std::string_view { return record.key.text(); };
  check_twice(request.units, "units", errors, text);
  check_twice(request.people, "people", errors, text);
  check_search(request.parameters, errors);
  check_units(request, errors);
  check_zones(request, errors);
  check_published(request, errors);
  for (std::size_t i = 0; i < request.bookings.size(); ++i)
    if (request.bookings[i].end < request.bookings[i].start)
      errors.add(plan_request_rules::backwards, "/bookings/" + std::to_string(i));
}

std::string_view zone_of(PlanRequest const& request, Unit const& unit) noexcept {
  if (!unit.zone.empty() || !unit.site) return unit.zone;
  for (auto const* units : {&request.sites, &request.units})
    if (auto const site = std::ranges::find(*units, *unit.site, &Unit::key); site != units->end()) return site->zone;
  return {};
}

WorkingHours hours_at(PlanRequest const& request, Unit const* unit) {
  auto const& hours = request.parameters.hours;
  if (!unit || request.zones.empty()) return hours;
  auto const name = zone_of(request, *unit);
  auto const zone = std::ranges::find(request.zones, name, &TimeZone::name);
  return name == hours.zone || zone == request.zones.end() ? hours : by_clocks_of(hours, *zone);
}

result<PlanRequest> with_clocks(PlanRequest request, ZoneReader const& zones) {
  Error errors;
  auto& hours = request.parameters.hours;
  if (auto read = with_clocks(hours, request.from, request.until, zones))
    hours = *std::move(read);
  else
    errors.add(read.error(), "/parameters/hours");
  std::set<std::string> tried{"", hours.zone};
  for (auto const& zone : request.zones) tried.insert(zone.name);
  for (std::size_t i = 0; i < request.units.size() && tried.size() <= 2 + most_zones; ++i) {
    auto const name = std::string(zone_of(request, request.units[i]));
    if (!tried.insert(name).second) continue;
    if (auto zone = zones(name, request.from, request.until))
      request.zones.push_back(*std::move(zone));
    else
      errors.add(zone.error(), request.units[i].key.text() + "/zone");
  }
  if (!errors.empty()) return errors;
  return request;
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
