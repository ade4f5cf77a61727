// Requests for the plan of an audit, out of records.
#include <algorithm>
#include <annexa/command/lookup.hpp>
#include <annexa/command/planning.hpp>
#include <map>
#include <set>
#include <utility>

#include "plan_records.hpp"
#include "plan_subject.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule two_teams{"plan.team", "A team is named, and one is to be chosen: say one of the two.", "",
                         ErrorKind::usage};

// Everybody whom a plan may concern: who holds a role, who has a function in a unit, who is in the team.
std::set<std::string> concerned(PlanRequest const& request) {
  std::set<std::string> people;
  for (auto const& grant : request.roles) people.insert(grant.person.text());
  for (auto const& member : request.team) people.insert(member.person.text());
  for (auto const& unit : request.units) {
    if (unit.owner) people.insert(unit.owner->text());
    for (auto const* list : {&unit.managers, &unit.operators, &unit.designers})
      for (auto const& person : *list) people.insert(person.text());
  }
  return people;
}

// Sessions of other audits in the years of the request, for everybody concerned.
void add_bookings(State const& state, std::set<std::string> const& people, PlanRequest& request) {
  int const first = request.from.parts().year;
  int const last = request.until.parts().year;
  state.for_each<Session>([&](Session const& session) {
    auto const* audit = state.find(session.audit);
    int const year = session.start.date().parts().year;
    if (session.cancelled || session.audit == request.audit || !audit || audit->state == AuditState::cancelled ||
        year < first || last < year || session.end < session.start)
      return;
    auto const add = [&](Key<"person"> const& person) {
      if (people.contains(person.text()))
        request.bookings.push_back({person, session.start, session.end, session.key.text()});
    };
    add(session.lead);
    for (auto const& person : session.team) add(person);
    if (session.auditee) add(*session.auditee);
  });
}

// What the sessions of a written plan say of the clocks where the audit opens: from the begin of each session they
// hold as it says.
WorkingHours hours_of(std::vector<Session> const& sessions) {
  WorkingHours hours;
  hours.spans.clear();
  auto const opening = std::ranges::find(sessions, SessionKind::opening, &Session::kind);
  if (opening != sessions.end()) hours.zone = opening->zone;
  std::map<Instant, int> offsets;
  for (auto const& session : sessions)
    if (session.utc_offset && (opening == sessions.end() || session.zone == hours.zone))
      offsets.emplace(session.start, *session.utc_offset);
  if (!offsets.empty()) hours.utc_offset = offsets.begin()->second;
  int last = hours.utc_offset;
  for (auto const& [at, offset] : offsets)
    if (std::exchange(last, offset) != offset) hours.changes.push_back({at, offset, false, {}});
  return hours;
}

// That of the plan on record; where all units are in one time zone it is the audit's, else that of the head office.
std::string zone_of_audit(State const& state, PlanRequest const& request) {
  auto const opening = std::ranges::find(request.published, SessionKind::opening, &Session::kind);
  if (opening != request.published.end() && !opening->zone.empty()) return opening->zone;
  std::set<std::string_view> zones;
  for (auto const& unit : request.units) zones.insert(zone_of(request, unit));
  if (zones.size() == 1 && !zones.begin()->empty()) return std::string(*zones.begin());
  return organization_of(state).zone;
}

// What is wrong with the team that is named, all of it.
std::optional<Error> refused_team(State const& state, PlanOptions const& options) {
  Error errors(ErrorKind::usage);
  if (options.choose_team && !options.team.empty()) errors.add(two_teams, "/team");
  for (std::size_t i = 0; i < options.team.size(); ++i) {
    auto const& person = options.team[i].person;
    if (state.find(person)) continue;
    auto violations = no_record(state, *find_noun(Person::type_name), person.text()).violations();
    for (auto& each : violations) each.where = "/team/" + std::to_string(i) + "/person";
    errors.add(Error(ErrorKind::usage, std::move(violations)));
  }
  if (errors.empty()) return {};
  return errors;
}

}  // namespace

void keep_cooling_off(State const& state, int& months) {
  if (months == IndependencePolicy{}.cooling_off_months) months = independence_of(state).cooling_off_months;
}

void look_up(State const& state, std::vector<Key<"unit">> const& units, PlanRequest& request) {
  keep_cooling_off(state, request.parameters.cooling_off_months);
  std::set<std::string_view> seen;
  for (auto const& key : units) {
    auto const* unit = state.find(key);
    if (!unit || !seen.insert(key.text()).second) continue;
    request.units.push_back(*unit);
    auto const* site = unit->site ? state.find(*unit->site) : nullptr;
    if (site && std::ranges::find(request.sites, site->key, &Unit::key) == request.sites.end())
      request.sites.push_back(*site);
  }
  state.for_each<RoleGrant>([&](RoleGrant const& grant) {
    if (grant.from <= request.until && (!grant.until || request.from <= *grant.until)) request.roles.push_back(grant);
  });
  auto const people = concerned(request);
  for (auto const& key : people)
    if (auto const* person = state.find<Person>(key)) request.people.push_back(*person);
  add_bookings(state, people, request);
  request.calendar = calendar_of(state, nullptr);
  request.place = organization_of(state).address;
}

result<PlanRequest> plan_request(State const& state, std::string_view audit, PlanOptions const& options) {
  auto const subject = find_subject(state, audit);
  if (!subject) return subject.error();
  auto const key = Key<"audit">::parse(audit);
  if (!key) return no_subject(audit, "It can be no key.");
  PlanRequest request;
  request.audit = *key;
  request.from = options.from.value_or(subject->from);
  request.until = options.until.value_or(options.from ? std::max(*options.from, subject->until) : subject->until);
  request.team = options.team;
  if (auto const refused = refused_team(state, options)) return *refused;
  if (request.team.empty() && !options.choose_team && subject->audit) request.team = subject->audit->team;
  request.criteria = subject->criteria;
  request.parameters = options.parameters;
  look_up(state, subject->units, request);
  state.for_each<Waiver>([&](Waiver const& waiver) { request.waivers.push_back(waiver); });
  return request;
}

result<PlanRequest> plan_request(State const& state, std::string_view audit, PlanOptions const& options,
                                 ZoneReader const& zones) {
  auto request = plan_request(state, audit, options);
  if (!request) return request;
  return with_zones(state, *std::move(request), zones);
}

result<PlanRequest> with_zones(State const& state, PlanRequest request, ZoneReader const& zones) {
  auto& own = request.parameters.hours;
  if (own.zone.empty() && own.utc_offset == 0) own.zone = zone_of_audit(state, request);
  return with_clocks(std::move(request), zones);
}

PlanRequest plan_request(State const& state, Key<"audit"> const& audit, command::PlanAudit const& plan) {
  PlanRequest request;
  request.audit = audit;
  request.from = plan.from;
  request.until = plan.until;
  request.team = plan.team;
  request.criteria = plan.criteria;
  request.parameters.hours = hours_of(plan.sessions);
  look_up(state, plan.units, request);
  return request;
}

}  // namespace v1
}  // namespace annexa
