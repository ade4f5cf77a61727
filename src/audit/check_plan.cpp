// Whether a plan keeps the rules. Shares nothing with the planner but the records and the rules on
// independence, so that neither hides the other's mistakes.
#include <algorithm>
#include <annexa/audit/independence.hpp>
#include <annexa/audit/plan_check.hpp>
#include <map>
#include <set>

#include "plan_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;
using Place = std::string;

class PlanCheck {
 public:
  PlanCheck(PlanRequest const& request, std::span<TeamMember const> team, std::span<Session const> sessions,
            std::span<Unplaced const> unplaced)
      : request_(request),
        team_(team),
        sessions_(sessions),
        unplaced_(unplaced),
        independence_(request.units, request.people, request.waivers, {request.parameters.cooling_off_months}) {
    for (auto const& person : request.people) people_.emplace(person.key.text(), &person);
    for (auto const& unit : request.units) units_.emplace(unit.key.text(), &unit);
    for (auto const& member : team)
      if (member.role == TeamRole::lead) lead_ = &member.person;
  }
  [[nodiscard]] std::vector<PlanViolation> run();

 private:
  // One person at one time, for whatever reason.
  struct Taken {
    std::string_view person;
    Instant start;
    Instant end;
    Date day;
    std::string_view by;
    Place where;  // empty for a booking
  };

  void add(Broken rule, Place where, std::vector<Argument> args, std::string_view person = {});
  // By the clocks of the request; where it names no zone, by those that the session says.
  [[nodiscard]] Date day_of(Session const& session) const {
    auto const& hours = request_.parameters.hours;
    return hours.zone.empty() && session.utc_offset ? local_day(session) : local_day(hours, session.start);
  }
  // The day at the place of a session. A request that knows no other clocks takes those that the session says.
  [[nodiscard]] Date day_there(Session const& session, WorkingHours const& hours) const {
    bool const told =
        session.utc_offset && request_.zones.empty() && (hours.zone.empty() || session.zone != hours.zone);
    return told ? local_day(session) : local_day(hours, session.start);
  }
  [[nodiscard]] Unit const* unit_of(Session const& session) const;
  void check_session(Session const& session, Place const& where);
  void check_form(Session const& session, Place const& where);
  void check_times(Session const& session, Place const& where);
  void check_hours(Session const& session, WorkingHours const& hours, Date day, Place const& where);
  void check_auditor(Session const& session, Key<"person"> const& person, Place const& where);
  void check_independence(Session const& session, Key<"person"> const& person, Place const& where);
  void check_lead_role(Session const& session, Place const& where);
  void check_auditee(Session const& session, Place const& where);
  void check_presence(Session const& session, std::string_view person, Place const& where);
  void check_competence(Session const& session, Place const& where);
  [[nodiscard]] std::vector<Taken> taken() const;
  void check_bookings();
  void check_days_per_year(std::vector<Taken> const& all);
  [[nodiscard]] bool is_gone(std::string_view person, Date day) const;
  [[nodiscard]] bool deputises(Session const& session) const;
  void check_meetings();
  void check_meeting(SessionKind kind, Broken missing);
  void check_team_meetings();
  void check_coverage();
  void check_criteria();

  PlanRequest const& request_;
  std::span<TeamMember const> team_;
  std::span<Session const> sessions_;
  std::span<Unplaced const> unplaced_;
  Independence independence_;
  std::map<std::string_view, Person const*> people_;
  std::map<std::string_view, Unit const*> units_;
  Key<"person"> const* lead_ = nullptr;
  std::vector<PlanViolation> found_;
};

void PlanCheck::add(Broken rule, Place where, std::vector<Argument> args, std::string_view person) {
  found_.push_back(broken(rule, std::move(where), std::move(args), person));
}

Unit const* PlanCheck::unit_of(Session const& session) const {
  if (!session.unit) return nullptr;
  auto const found = units_.find(session.unit->text());
  return found == units_.end() ? nullptr : found->second;
}

// ---- One session

void PlanCheck::check_form(Session const& session, Place const& where) {
  auto const& key = session.key.text();
  if (session.audit != request_.audit) add(foreign_session, where + "/audit", {{"session", key}});
  if (session.end <= session.start) add(backwards, where, {{"session", key}});
  auto const day = day_of(session);
  if (day < request_.from || request_.until < day)
    add(outside_days, where + "/start",
        {{"session", key}, {"from", to_string(request_.from)}, {"until", to_string(request_.until)}});
}

void PlanCheck::check_times(Session const& session, Place const& where) {
  auto const& key = session.key.text();
  auto const minutes = (session.end.micros() - session.start.micros()) / 60'000'000;
  auto const most = request_.parameters.longest_session;
  if (minutes > most && session.kind == SessionKind::audit)
    add(too_long, where, {{"session", key}, {"found", std::to_string(minutes)}, {"most", std::to_string(most)}});
  auto const* unit = unit_of(session);
  auto const hours = hours_at(request_, unit);
  auto const day = day_there(session, hours);
  auto const off = [&](WorkingCalendar const& calendar, std::string const& whose) {
    if (!calendar.is_working(day))
      add(no_working_day, where + "/start", {{"session", key}, {"day", to_string(day)}, {"whose", whose}});
  };
  off(request_.calendar, "the organisation");
  if (unit && unit->calendar) off(*unit->calendar, unit->key.text());
  if (unit && unit->retired_on && *unit->retired_on <= day)
    add(no_working_day, where + "/unit", {{"session", key}, {"day", to_string(day)}, {"whose", unit->key.text()}});
  check_hours(session, hours, day, where);
}

void PlanCheck::check_hours(Session const& session, WorkingHours const& hours, Date day, Place const& where) {
  if (hours.spans.empty()) return;
  auto const within = [&](DaySpan const& span) {
    return at_local(hours, day, span.from) <= session.start && session.end <= at_local(hours, day, span.until);
  };
  if (std::ranges::none_of(hours.spans, within))
    add(outside_hours, where + "/start", {{"session", session.key.text()}});
}

bool PlanCheck::is_gone(std::string_view person, Date day) const {
  auto const found = people_.find(person);
  if (found == people_.end()) return false;  // said as an unknown reference
  bool gone = found->second->retired_on && *found->second->retired_on <= day;
  for (auto const& absence : found->second->absences) gone = gone || (absence.from <= day && day <= absence.until);
  return gone;
}

void PlanCheck::check_presence(Session const& session, std::string_view person, Place const& where) {
  auto const day = day_of(session);
  if (is_gone(person, day))
    add(away, where, {{"person", std::string(person)}, {"day", to_string(day)}, {"session", session.key.text()}},
        person);
}

void PlanCheck::check_independence(Session const& session, Key<"person"> const& person, Place const& where) {
  if (session.unit) {
    for (auto const& ruling : independence_.against(person, *session.unit, day_of(session)))
      found_.push_back({ruling.message, ruling.rule->basis, ruling.effect, ruling.rule->waivable, where, ruling.args,
                        person.text()});
    return;
  }
  auto const manages = [&](RoleGrant const& grant) {
    return grant.person == person && (grant.role == Role::isms_manager || grant.role == Role::top_management) &&
           holds(grant, day_of(session));
  };
  if (std::ranges::any_of(request_.roles, manages) || session.auditee == person)
    add(manages_isms, where, {{"person", person.text()}, {"session", session.key.text()}}, person.text());
}

void PlanCheck::check_auditor(Session const& session, Key<"person"> const& person, Place const& where) {
  if (std::ranges::find(team_, person, &TeamMember::person) == team_.end())
    add(outside_team, where, {{"person", person.text()}, {"session", session.key.text()}}, person.text());
  check_presence(session, person.text(), where);
  if (session.kind == SessionKind::audit) check_independence(session, person, where);
}

void PlanCheck::check_lead_role(Session const& session, Place const& where) {
  auto const member = std::ranges::find(team_, session.lead, &TeamMember::person);
  if (member == team_.end() || member->role == TeamRole::lead || member->role == TeamRole::auditor) return;
  add(led_by_expert, where + "/lead",
      {{"person", session.lead.text()}, {"session", session.key.text()}, {"role", to_string(member->role)}},
      session.lead.text());
}

void PlanCheck::check_auditee(Session const& session, Place const& where) {
  if (!session.auditee) return;
  check_presence(session, session.auditee->text(), where + "/auditee");
  auto const* unit = unit_of(session);
  if (!unit) return;
  auto const among = [&](std::vector<Key<"person">> const& people) {
    return std::ranges::find(people, *session.auditee) != people.end();
  };
  if (unit->owner == session.auditee || among(unit->managers) || among(unit->operators)) return;
  add(other_auditee, where + "/auditee",
      {{"person", session.auditee->text()}, {"session", session.key.text()}, {"unit", unit->key.text()}},
      session.auditee->text());
}

void PlanCheck::check_competence(Session const& session, Place const& where) {
  auto const* unit = unit_of(session);
  if (!unit) return;
  auto people = session.team;
  people.push_back(session.lead);
  for (auto const& competence : unit->required_competences) {
    auto const knows = [&](Key<"person"> const& key) {
      auto const person = people_.find(key.text());
      return person != people_.end() &&
             std::ranges::find(person->second->competences, competence) != person->second->competences.end();
    };
    if (std::ranges::none_of(people, knows))
      add(not_competent, where,
          {{"session", session.key.text()}, {"competence", competence}, {"unit", unit->key.text()}});
  }
}

void PlanCheck::check_session(Session const& session, Place const& where) {
  check_form(session, where);
  check_times(session, where);
  check_auditor(session, session.lead, where + "/lead");
  for (std::size_t i = 0; i < session.team.size(); ++i)
    check_auditor(session, session.team[i], where + "/team/" + std::to_string(i));
  if (session.kind != SessionKind::audit) return;
  check_lead_role(session, where);
  check_auditee(session, where);
  check_competence(session, where);
}

// ---- All sessions together

std::vector<PlanCheck::Taken> PlanCheck::taken() const {
  std::vector<Taken> all;
  for (auto const& booking : request_.bookings)
    all.push_back({booking.person.text(), booking.start, booking.end,
                   local_day(request_.parameters.hours, booking.start),
                   booking.because.empty() ? std::string_view("something else") : booking.because, ""});
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    auto const& session = sessions_[i];
    auto const where = "/sessions/" + std::to_string(i);
    auto const add = [&](Key<"person"> const& person, Place const& place) {
      all.push_back({person.text(), session.start, session.end, day_of(session), session.key.text(), place});
    };
    add(session.lead, where + "/lead");
    for (std::size_t j = 0; j < session.team.size(); ++j) add(session.team[j], where + "/team/" + std::to_string(j));
    if (session.auditee) add(*session.auditee, where + "/auditee");
  }
  std::ranges::stable_sort(all, [](Taken const& a, Taken const& b) {
    return a.person != b.person ? a.person < b.person : a.start != b.start ? a.start < b.start : a.end < b.end;
  });
  return all;
}

void PlanCheck::check_bookings() {
  auto const all = taken();
  Taken const* longest = nullptr;  // of the same person, the one that lasts longest so far
  Taken const* of_plan = nullptr;  // the same, among sessions of this plan
  for (auto const& each : all) {
    if (!longest || longest->person != each.person) longest = of_plan = nullptr;
    bool const session = !each.where.empty();
    auto const* other = session ? longest : of_plan;
    if (other && each.start < other->end && other->start < each.end) {
      auto const& mine = session ? each : *other;
      auto const& theirs = session ? *other : each;
      add(double_booked, mine.where,
          {{"person", std::string(mine.person)}, {"session", std::string(mine.by)}, {"other", std::string(theirs.by)}},
          mine.person);
    }
    if (!longest || longest->end < each.end) longest = &each;
    if (session && (!of_plan || of_plan->end < each.end)) of_plan = &each;
  }
  check_days_per_year(all);
}

void PlanCheck::check_days_per_year(std::vector<Taken> const& all) {
  using PersonInYear = std::pair<std::string_view, int>;
  std::map<PersonInYear, std::set<Date>> days;
  std::map<PersonInYear, std::set<Date>> booked;
  std::set<PersonInYear> concerned;  // who audits in this plan
  for (auto const& each : all) {
    if (each.where.ends_with("/auditee")) continue;  // who answers does not audit
    PersonInYear const whose{each.person, each.day.parts().year};
    days[whose].insert(each.day);
    if (each.where.empty())
      booked[whose].insert(each.day);
    else
      concerned.insert(whose);
  }
  for (auto const& whose : concerned) {
    if (days[whose].size() == booked[whose].size()) continue;  // it asks for no day more than they gave already
    auto const& [person, year] = whose;
    auto const found = people_.find(person);
    if (found == people_.end() || !found->second->audit_days_per_year) continue;
    auto const most = *found->second->audit_days_per_year;
    auto const used = days[whose].size();
    if (used > static_cast<std::size_t>(std::max(0, most)))
      add(too_many_days, "/sessions",
          {{"person", std::string(person)},
           {"found", std::to_string(used)},
           {"year", std::to_string(year)},
           {"most", std::to_string(most)}},
          person);
  }
}

void PlanCheck::check_meeting(SessionKind kind, Broken missing) {
  auto const number = std::ranges::count(sessions_, kind, &Session::kind);
  if (number != 1) return add(missing, "/sessions", {{"found", std::to_string(number)}});
  auto const meeting = std::ranges::find(sessions_, kind, &Session::kind);
  bool const opening = kind == SessionKind::opening;
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    if (&sessions_[i] == &*meeting) continue;
    bool const outside = opening ? sessions_[i].start < meeting->end : meeting->start < sessions_[i].end;
    if (outside)
      add(opening ? before_opening : after_closing, "/sessions/" + std::to_string(i) + "/start",
          {{"session", sessions_[i].key.text()}});
  }
}

// On a day on which the lead auditor is away, somebody else may lead: an auditor a meeting of the team, somebody with
// the role of lead auditor the others.
bool PlanCheck::deputises(Session const& session) const {
  auto const day = day_of(session);
  if (!is_gone(lead_->text(), day)) return false;
  auto const member = std::ranges::find(team_, session.lead, &TeamMember::person);
  if (member == team_.end() || member->role != TeamRole::auditor) return false;
  return session.kind == SessionKind::team || std::ranges::any_of(request_.roles, [&](RoleGrant const& grant) {
           return grant.person == session.lead && grant.role == Role::lead_auditor && holds(grant, day);
         });
}

void PlanCheck::check_meetings() {
  check_meeting(SessionKind::opening, no_opening);
  check_meeting(SessionKind::closing, no_closing);
  for (std::size_t i = 0; i < sessions_.size() && lead_; ++i)
    if (sessions_[i].kind != SessionKind::audit && sessions_[i].lead != *lead_ && !deputises(sessions_[i]))
      add(lead_missing, "/sessions/" + std::to_string(i) + "/lead",
          {{"person", lead_->text()}, {"session", sessions_[i].key.text()}}, lead_->text());
  check_team_meetings();
}

void PlanCheck::check_team_meetings() {
  std::map<Date, std::set<std::string_view>> auditors;
  std::set<Date> met;
  std::set<Date> days;
  for (auto const& session : sessions_) {
    auto const day = day_of(session);
    days.insert(day);
    if (session.kind == SessionKind::team) met.insert(day);
    if (session.kind != SessionKind::audit) continue;
    auditors[day].insert(session.lead.text());
    for (auto const& person : session.team) auditors[day].insert(person.text());
  }
  if (days.size() < 2) return;
  for (auto const& [day, people] : auditors)
    if (people.size() > 1 && !met.contains(day)) add(no_team_meeting, "/sessions", {{"day", to_string(day)}});
}

void PlanCheck::check_coverage() {
  std::map<std::string_view, std::int64_t> minutes;
  for (auto const& session : sessions_)
    if (session.kind == SessionKind::audit && session.unit)
      minutes[session.unit->text()] += (session.end.micros() - session.start.micros()) / 60'000'000;
  for (auto const& each : unplaced_)
    if (each.unit) minutes[each.unit->text()] += each.minutes;
  for (std::size_t i = 0; i < request_.units.size(); ++i) {
    auto const& unit = request_.units[i];
    auto const wanted = audit_minutes(unit, request_.parameters);
    auto const found = minutes[unit.key.text()];
    if (found < wanted)
      add(unit_uncovered, "/units/" + std::to_string(i),
          {{"unit", unit.key.text()}, {"found", std::to_string(found)}, {"wanted", std::to_string(wanted)}});
  }
}

void PlanCheck::check_criteria() {
  if (request_.criteria.empty()) add(no_criteria, "/criteria", {});
  std::set<Criterion> covered;
  for (auto const& session : sessions_)
    if (session.kind == SessionKind::audit) covered.insert(session.criteria.begin(), session.criteria.end());
  for (auto const& each : unplaced_) {
    auto const unit = each.unit ? units_.find(each.unit->text()) : units_.end();
    if (unit != units_.end()) covered.insert(unit->second->criteria.begin(), unit->second->criteria.end());
    if (!each.unit)
      for (auto const& criterion : uncarried(request_)) covered.insert(criterion);
  }
  for (std::size_t i = 0; i < request_.criteria.size(); ++i)
    if (!covered.contains(request_.criteria[i]))
      add(criterion_uncovered, "/criteria/" + std::to_string(i), {{"criterion", request_.criteria[i].text()}});
}

std::vector<PlanViolation> PlanCheck::run() {
  found_ = check_team(request_, team_);
  std::set<std::string_view> keys;
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    auto const where = "/sessions/" + std::to_string(i);
    if (!keys.insert(sessions_[i].key.text()).second)
      add(key_twice, where + "/key", {{"session", sessions_[i].key.text()}});
    check_session(sessions_[i], where);
  }
  check_bookings();
  check_meetings();
  check_coverage();
  check_criteria();
  return std::move(found_);
}

}  // namespace

std::vector<PlanViolation> check_plan(PlanRequest const& request, std::span<TeamMember const> team,
                                      std::span<Session const> sessions, std::span<Unplaced const> unplaced) {
  return PlanCheck(request, team, sessions, unplaced).run();
}

}  // namespace v1
}  // namespace annexa
