#include <algorithm>
#include <annexa/audit/working_hours.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/season_planning.hpp>
#include <functional>
#include <map>
#include <set>

#include "plan_records.hpp"
#include "plan_texts.hpp"
#include "season_items.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule season_window{
    "season.window", "The season may lie from {from} to {until}; 1 to 1831 days between 1600 and 9990 are accepted.",
    "", ErrorKind::usage};
constexpr Rule season_nothing{
    "season.nothing",
    "No audit is to be planned from {from} to {until}: none without sessions, and no entry of a "
    "programme.",
    "9.2.2"};

class SeasonReader {
 public:
  SeasonReader(State const& state, SeasonOptions const& options) : state_(state), options_(options) {}
  [[nodiscard]] result<SeasonRequest> run();

 private:
  // Adds a closure for each run of days on which something is not so.
  void close(std::string const& of, std::function<bool(Date)> const& open);
  [[nodiscard]] int monthly(int days_per_year) const;
  void add_auditors();
  void add_auditor(Person const& person, std::vector<RoleGrant const*> const& grants);
  void add_units();
  void add_management();
  void add_sessions();

  State const& state_;
  SeasonOptions const& options_;
  SeasonRequest request_;
  std::set<std::string> names_;  // people and units that can be closed
};

void SeasonReader::close(std::string const& of, std::function<bool(Date)> const& open) {
  std::optional<Date> since;
  for (auto day = request_.from; day <= request_.until; day = day.plus_days(1)) {
    bool const closed = !open(day);
    if (closed && !since) since = day;
    if (!closed && since) request_.closures.push_back({of, *since, day.plus_days(-1)});
    if (!closed) since.reset();
  }
  if (since) request_.closures.push_back({of, *since, request_.until});
}

// Half-days in a month of somebody who gives so many days a year: an even share of the months in which audits may lie.
int SeasonReader::monthly(int days_per_year) const {
  std::set<std::pair<int, int>> months;
  for (auto const& engagement : request_.engagements)
    for (auto day = engagement.earliest; day <= engagement.latest; day = day.plus_days(1))
      months.emplace(day.parts().year, static_cast<int>(day.parts().month));
  std::set<int> years;
  for (auto const& [year, month] : months) years.insert(year);
  auto const half_days = std::int64_t{std::max(0, days_per_year)} * 2 * std::ssize(years);
  auto const count = std::max<std::int64_t>(1, std::ssize(months));
  return static_cast<int>(std::min<std::int64_t>(62, (half_days + count - 1) / count));
}

void SeasonReader::add_auditor(Person const& person, std::vector<RoleGrant const*> const& grants) {
  auto const holds_on = [&](Date day) {
    return std::ranges::any_of(grants, [&](RoleGrant const* grant) { return holds(*grant, day); });
  };
  SeasonAuditor auditor{person.key, true, 1,
                        "",         0,    {}};  // a session needs an auditor; who leads the audit is chosen later
  bool some = false;
  for (auto day = request_.from; day <= request_.until && !some; day = day.plus_days(1)) some = holds_on(day);
  if (!some) return;
  if (person.audit_days_per_year) auditor.half_days_per_month = monthly(*person.audit_days_per_year);
  for (auto const& given : options_.auditors)
    if (given.person == person.key) auditor = given;
  request_.people.push_back(person);
  request_.auditors.push_back(auditor);
  names_.insert(person.key.text());
  close(person.key.text(), holds_on);
}

// Where nobody may lead any of the audits, nobody may lead a session of one either.
void SeasonReader::add_auditors() {
  std::map<std::string, std::vector<RoleGrant const*>> grants;
  bool some_lead = false;
  state_.for_each<RoleGrant>([&](RoleGrant const& grant) {
    bool const audits = grant.role == Role::auditor || grant.role == Role::lead_auditor;
    if (!audits || request_.until < grant.from || (grant.until && *grant.until < request_.from)) return;
    grants[grant.person.text()].push_back(&grant);
    some_lead = some_lead || grant.role == Role::lead_auditor;
  });
  for (auto const& [key, own] : grants)
    if (auto const* person = state_.find<Person>(key)) add_auditor(*person, own);
  if (!some_lead)
    for (auto& auditor : request_.auditors) auditor.lead = false;
}

void SeasonReader::add_units() {
  bool management = false;
  for (auto const& engagement : request_.engagements) {
    if (!names_.insert(engagement.unit.text()).second) continue;
    auto const* unit = state_.find(engagement.unit);
    management = management || !unit;
    if (!unit) continue;
    request_.units.push_back(*unit);
    if (unit->calendar) close(unit->key.text(), [&](Date day) { return unit->calendar->is_working(day); });
  }
  if (management) add_management();
}

// Whoever manages the ISMS or directs the organisation is not independent of its management.
void SeasonReader::add_management() {
  Unit unit;
  unit.key = *Key<"unit">::parse(std::string(management_unit));
  unit.name = "Management of the ISMS";
  state_.for_each<RoleGrant>([&](RoleGrant const& grant) {
    bool const manages = grant.role == Role::isms_manager || grant.role == Role::top_management;
    bool const known = std::ranges::find(unit.managers, grant.person) != unit.managers.end();
    if (manages && !known && grant.from <= request_.until && (!grant.until || request_.from <= *grant.until))
      unit.managers.push_back(grant.person);
  });
  request_.units.push_back(std::move(unit));
}

// Sessions on record take their people and units for the day.
void SeasonReader::add_sessions() {
  std::set<std::pair<std::string, Date>> taken;
  state_.for_each<Session>([&](Session const& session) {
    auto const* audit = state_.find(session.audit);
    if (session.cancelled || !audit || audit->state == AuditState::cancelled) return;
    auto const day = local_day(session);
    if (day < request_.from || request_.until < day) return;
    auto const take = [&](std::string const& name) {
      if (names_.contains(name) && taken.emplace(name, day).second) request_.closures.push_back({name, day, day});
    };
    take(session.lead.text());
    for (auto const& person : session.team) take(person.text());
    if (session.auditee) take(session.auditee->text());
    if (session.unit) take(session.unit->text());
  });
}

result<SeasonRequest> SeasonReader::run() {
  std::vector<Argument> const days{{"from", to_string(options_.from)}, {"until", to_string(options_.until)}};
  auto const inside = [](Date day) { return day.parts().year >= 1600 && day.parts().year <= 9990; };
  if (!inside(options_.from) || !inside(options_.until) || options_.until < options_.from ||
      options_.until - options_.from > 1'830)
    return Error(season_window, "/until", days);
  request_.from = options_.from;
  request_.until = options_.until;
  request_.parameters = options_.parameters;
  keep_cooling_off(state_, request_.parameters.cooling_off_months);
  request_.calendar = calendar_of(state_, nullptr);
  for (auto& audit : season_audits(state_, options_.from, options_.until))
    for (auto& engagement : audit.engagements) request_.engagements.push_back(std::move(engagement));
  if (request_.engagements.empty()) return Error(season_nothing, "/from", days);
  state_.for_each<Waiver>([&](Waiver const& waiver) { request_.waivers.push_back(waiver); });
  add_auditors();
  add_units();
  add_sessions();
  request_.closures.insert(request_.closures.end(), options_.closures.begin(), options_.closures.end());
  std::set<std::string> homes;
  for (auto const& auditor : request_.auditors)
    if (!auditor.home.empty() && homes.insert(auditor.home).second) request_.places.push_back({auditor.home, 1'000});
  return std::move(request_);
}

// Who may lead an audit on these days, by key.
std::vector<Key<"person">> leads_of(State const& state, Date from, Date until) {
  std::vector<Key<"person">> leads;
  state.for_each<RoleGrant>([&](RoleGrant const& grant) {
    if (grant.role != Role::lead_auditor || !holds(grant, from) || !holds(grant, until)) return;
    auto const* person = state.find(grant.person);
    bool const away = !person || std::ranges::any_of(person->absences, [&](Absence const& absence) {
      return absence.from <= until && from <= absence.until;
    });
    if (!away && std::ranges::find(leads, grant.person) == leads.end()) leads.push_back(grant.person);
  });
  std::ranges::sort(leads, [](auto const& a, auto const& b) { return natural_less(a.text(), b.text()); });
  return leads;
}

// Who audits, the lead first: of those who may lead who has most to do, else somebody who may and audits nothing.
std::vector<TeamMember> team_of(SeasonRequest const& request, std::vector<Key<"person">> const& leads,
                                std::map<std::string, int> const& half_days) {
  std::vector<TeamMember> team;
  Key<"person"> const* lead = leads.empty() ? nullptr : &leads.front();
  int most = 0;
  for (auto const& each : leads)
    if (auto const found = half_days.find(each.text()); found != half_days.end() && found->second > most) {
      most = found->second;
      lead = &each;
    }
  if (lead) team.push_back({*lead, TeamRole::lead});
  for (auto const& auditor : request.auditors)
    if (half_days.contains(auditor.person.text()) && (!lead || auditor.person != *lead))
      team.push_back({auditor.person, TeamRole::auditor});
  return team;
}

// The days and the team of an audit; nothing if one of its engagements has no place.
std::optional<command::PlanAudit> placed(State const& state, SeasonAudit const& audit, SeasonRequest const& request,
                                         std::map<std::string, PlacedEngagement const*> const& places) {
  std::map<std::string, int> half_days;
  std::optional<Date> from;
  std::optional<Date> until;
  for (auto const& engagement : audit.engagements) {
    auto const place = places.find(engagement.key.text());
    if (place == places.end()) return {};
    from = std::min(from.value_or(place->second->start.day), place->second->start.day);
    until = std::max(until.value_or(place->second->end.day), place->second->end.day);
    for (auto const& person : place->second->team) half_days[person.text()] += engagement.half_days;
  }
  auto body = planned_texts(state, audit.subject, {});
  body.audit = Key<"audit">::parse(audit.key).value();
  body.from = *from;
  body.until = *until;
  body.team = team_of(request, leads_of(state, *from, *until), half_days);
  body.change_reason =
      "Planned with the other audits from " + to_string(request.from) + " to " + to_string(request.until) + '.';
  return body;
}

}  // namespace

result<SeasonRequest> season_request(State const& state, SeasonOptions const& options) {
  return SeasonReader(state, options).run();
}

std::vector<Command> season_commands(State const& state, SeasonRequest const& request, SeasonProposal const& proposal) {
  std::map<std::string, PlacedEngagement const*> places;
  for (auto const& each : proposal.placed) places.emplace(each.engagement.text(), &each);
  std::vector<Command> commands;
  for (auto const& audit : season_audits(state, request.from, request.until)) {
    auto body = placed(state, audit, request, places);
    if (!body) continue;
    auto const* now = audit.subject.audit;
    if (now && now->from == body->from && now->until == body->until && now->team == body->team) continue;
    commands.push_back(Command(*std::move(body)));
  }
  return commands;
}

}  // namespace v1
}  // namespace annexa
