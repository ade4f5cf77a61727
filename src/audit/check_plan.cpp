// The rules of plans, and whether a plan keeps them. Shares nothing with the planner but the records and the rules on
// independence, so that neither hides the other's mistakes.
#include <algorithm>
#include <annexa/audit/independence.hpp>
#include <annexa/audit/plan_check.hpp>
#include <array>
#include <map>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

using enum DutyBasis;
using enum DutyEffect;

enum Broken : std::size_t {
  no_lead,
  member_twice,
  no_role,
  outside_team,
  led_by_expert,
  outside_days,
  backwards,
  too_long,
  foreign_session,
  key_twice,
  manages_isms,
  not_competent,
  double_booked,
  away,
  too_many_days,
  no_working_day,
  outside_hours,
  other_auditee,
  no_opening,
  no_closing,
  before_opening,
  after_closing,
  lead_missing,
  no_team_meeting,
  no_criteria,
  unit_uncovered,
  criterion_uncovered,
  number_of_rules,
};

// In the order of Broken.
constexpr auto plan_rule_table = std::to_array<DutyRule>({
    {{"S06", "The team of {audit} needs exactly one lead auditor; found {found}.", "duty S06"}, guidance, deny, false},
    {{"audit.team-twice", "{person} stands in the team twice.", "ISO 19011"}, guidance, deny, false},
    {{"audit.role", "{person} is not {role} on every day from {from} to {until}.", "5.3; ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.session-team", "{person} is in session {session} and not in the team of the audit.", "ISO 19011"},
     guidance,
     deny,
     false},
    {{"S06", "{person} leads session {session} as {role}; only auditors audit alone.", "duty S06"},
     guidance,
     deny,
     true},
    {{"audit.session-time", "Session {session} is not within the days of the audit ({from} to {until}).", "ISO 19011"},
     guidance,
     deny,
     false},
    {{"audit.session-time", "Session {session} ends before it begins.", "ISO 19011"}, guidance, deny, false},
    {{"audit.session-length", "Session {session} lasts {found} minutes; {most} at most are wanted.", "practice"},
     practice,
     warn,
     true},
    {{"audit.session-key", "Session {session} belongs to another audit.", ""}, guidance, deny, false},
    {{"audit.session-twice", "Session {session} stands there twice.", ""}, guidance, deny, false},
    {{"S03", "{person} manages the ISMS or directs the organisation, and audits its management in session {session}.",
      "duty S03"},
     guidance,
     warn,
     true},
    {{"S07", "Nobody in session {session} knows {competence}, which {unit} asks for.", "7.2; ISO 19011, competence"},
     required,
     deny,
     false},
    {{"audit.double-booking", "{person} is in session {session} while taken by {other}.", "ISO 19011"},
     guidance,
     deny,
     true},
    {{"audit.absence", "{person} is away on {day}, the day of session {session}.", "ISO 19011"}, guidance, deny, true},
    {{"audit.days-per-year", "{person} audits on {found} days of {year}; {most} were agreed.", "practice"},
     practice,
     warn,
     true},
    {{"audit.working-day", "{day}, the day of session {session}, is no working day of {whose}.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.working-hours", "Session {session} is outside the hours of work.", "ISO 19011"}, practice, warn, true},
    {{"audit.auditee", "{person} answers in session {session} and has no function in {unit}.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.opening", "The plan has {found} opening meetings; it needs one.", "ISO 19011"}, practice, warn, true},
    {{"audit.closing", "The plan has {found} closing meetings; it needs one.", "ISO 19011"}, practice, warn, true},
    {{"audit.opening", "Session {session} begins before the opening meeting is over.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.closing", "Session {session} ends after the closing meeting has begun.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.meeting-lead", "{person}, the lead auditor, does not lead meeting {session}.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.team-meeting", "On {day} several people audit and the team does not meet.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.criteria", "An audit needs criteria: name what it audits against.", "9.2.2 a"}, required, deny, false},
    {{"audit.unit-uncovered", "{unit} gets {found} minutes of the {wanted} that it needs.", "9.2.2"},
     practice,
     warn,
     true},
    {{"audit.criterion-uncovered", "{criterion} is among the criteria of the audit and in none of its sessions.",
      "9.2.2 a"},
     practice,
     warn,
     true},
});
static_assert(plan_rule_table.size() == number_of_rules);

using Place = std::string;

class TeamCheck {
 public:
  TeamCheck(PlanRequest const& request, std::span<TeamMember const> team) : request_(request), team_(team) {}
  [[nodiscard]] std::vector<PlanViolation> run() {
    check_lead();
    for (std::size_t i = 0; i < team_.size(); ++i) check_member(i);
    return std::move(found_);
  }

 private:
  void add(Broken rule, Place where, std::vector<Argument> args, std::string person = {}) {
    auto const& row = plan_rule_table[rule];
    found_.push_back(
        {&row.rule, row.basis, row.effect, row.waivable, std::move(where), std::move(args), std::move(person)});
  }
  void check_lead() {
    auto const leads = std::ranges::count(team_, TeamRole::lead, &TeamMember::role);
    if (leads != 1) add(no_lead, "/team", {{"audit", request_.audit.text()}, {"found", std::to_string(leads)}});
  }
  void check_member(std::size_t at) {
    auto const& member = team_[at];
    auto const place = "/team/" + std::to_string(at);
    for (std::size_t before = 0; before < at; ++before)
      if (team_[before].person == member.person)
        return add(member_twice, place, {{"person", member.person.text()}}, member.person.text());
    bool const lead = member.role == TeamRole::lead;
    if (!lead && member.role != TeamRole::auditor) return;
    if (!holds_throughout(member.person, lead))
      add(no_role, place,
          {{"person", member.person.text()},
           {"role", lead ? "lead auditor" : "auditor"},
           {"from", to_string(request_.from)},
           {"until", to_string(request_.until)}},
          member.person.text());
  }
  [[nodiscard]] bool holds_throughout(Key<"person"> const& person, bool lead) const {
    std::vector<RoleGrant const*> grants;
    for (auto const& grant : request_.roles)
      if (grant.person == person && (grant.role == Role::lead_auditor || (!lead && grant.role == Role::auditor)))
        grants.push_back(&grant);
    auto day = request_.from;
    while (day <= request_.until) {
      std::optional<Date> last;
      for (auto const* grant : grants)
        if (holds(*grant, day)) last = std::max(last.value_or(day), grant->until.value_or(request_.until));
      if (!last) return false;
      if (*last >= request_.until) break;
      day = last->plus_days(1);
    }
    return true;
  }

  PlanRequest const& request_;
  std::span<TeamMember const> team_;
  std::vector<PlanViolation> found_;
};

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
    std::string_view by;
    Place where;  // empty for a booking
  };

  void add(Broken rule, Place where, std::vector<Argument> args, std::string_view person = {});
  [[nodiscard]] Date day_of(Session const& session) const {
    return local_day(request_.parameters.hours, session.start);
  }
  [[nodiscard]] Unit const* unit_of(Session const& session) const;
  void check_session(Session const& session, Place const& where);
  void check_form(Session const& session, Place const& where);
  void check_times(Session const& session, Place const& where);
  void check_hours(Session const& session, Place const& where);
  void check_auditor(Session const& session, Key<"person"> const& person, Place const& where);
  void check_independence(Session const& session, Key<"person"> const& person, Place const& where);
  void check_lead_role(Session const& session, Place const& where);
  void check_auditee(Session const& session, Place const& where);
  void check_presence(Session const& session, std::string_view person, Place const& where);
  void check_competence(Session const& session, Place const& where);
  [[nodiscard]] std::vector<Taken> taken() const;
  void check_bookings();
  void check_days_per_year(std::vector<Taken> const& all);
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
  auto const& row = plan_rule_table[rule];
  found_.push_back(
      {&row.rule, row.basis, row.effect, row.waivable, std::move(where), std::move(args), std::string(person)});
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
  auto const day = day_of(session);
  auto const off = [&](WorkingCalendar const& calendar, std::string const& whose) {
    if (!calendar.is_working(day))
      add(no_working_day, where + "/start", {{"session", key}, {"day", to_string(day)}, {"whose", whose}});
  };
  off(request_.calendar, "the organisation");
  auto const* unit = unit_of(session);
  if (unit && unit->calendar) off(*unit->calendar, unit->key.text());
  if (unit && unit->retired_on && *unit->retired_on <= day)
    add(no_working_day, where + "/unit", {{"session", key}, {"day", to_string(day)}, {"whose", unit->key.text()}});
  check_hours(session, where);
}

void PlanCheck::check_hours(Session const& session, Place const& where) {
  auto const& hours = request_.parameters.hours;
  if (hours.spans.empty()) return;
  auto const day = day_of(session);
  auto const within = [&](DaySpan const& span) {
    return at_local(hours, day, span.from) <= session.start && session.end <= at_local(hours, day, span.until);
  };
  if (std::ranges::none_of(hours.spans, within))
    add(outside_hours, where + "/start", {{"session", session.key.text()}});
}

void PlanCheck::check_presence(Session const& session, std::string_view person, Place const& where) {
  auto const found = people_.find(person);
  if (found == people_.end()) return;  // said as an unknown reference
  auto const day = day_of(session);
  bool gone = found->second->retired_on && *found->second->retired_on <= day;
  for (auto const& absence : found->second->absences) gone = gone || (absence.from <= day && day <= absence.until);
  if (gone)
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
                   booking.because.empty() ? std::string_view("something else") : booking.because, ""});
  for (std::size_t i = 0; i < sessions_.size(); ++i) {
    auto const& session = sessions_[i];
    auto const where = "/sessions/" + std::to_string(i);
    auto const add = [&](Key<"person"> const& person, Place const& place) {
      all.push_back({person.text(), session.start, session.end, session.key.text(), place});
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
    auto const day = local_day(request_.parameters.hours, each.start);
    PersonInYear const whose{each.person, day.parts().year};
    days[whose].insert(day);
    if (each.where.empty())
      booked[whose].insert(day);
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

void PlanCheck::check_meetings() {
  check_meeting(SessionKind::opening, no_opening);
  check_meeting(SessionKind::closing, no_closing);
  for (std::size_t i = 0; i < sessions_.size() && lead_; ++i)
    if (sessions_[i].kind != SessionKind::audit && sessions_[i].lead != *lead_)
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

std::span<DutyRule const> plan_rules() noexcept { return plan_rule_table; }

std::vector<PlanViolation> check_team(PlanRequest const& request, std::span<TeamMember const> team) {
  return TeamCheck(request, team).run();
}

std::vector<PlanViolation> check_plan(PlanRequest const& request, std::span<TeamMember const> team,
                                      std::span<Session const> sessions, std::span<Unplaced const> unplaced) {
  return PlanCheck(request, team, sessions, unplaced).run();
}

}  // namespace v1
}  // namespace annexa
