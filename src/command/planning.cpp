// Requests for plans out of records, and commands out of proposals.
#include <algorithm>
#include <annexa/base/name_hint.hpp>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/planning.hpp>
#include <boost/json.hpp>
#include <map>
#include <set>
#include <utility>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule incomplete{"plan.conflict", "The plan is not complete: {conflict}", "9.2.2"};

// What a plan is about: an audit that is planned already, or an entry of a programme.
struct Subject {
  std::string title;
  AuditKind kind = AuditKind::internal;
  std::optional<Key<"programme">> programme;
  std::vector<Key<"unit">> units;
  std::vector<Criterion> criteria;
  Date from;
  Date until;
  Audit const* audit = nullptr;
};

Date end_of_month(Date date) {
  auto const next = date.plus_months(1).parts();
  return Date::from(next.year, next.month, 1)->plus_days(-1);
}

Subject subject_of(Audit const& audit) {
  return {audit.title, audit.kind, audit.programme, audit.units, audit.criteria, audit.from, audit.until, &audit};
}

Subject subject_of(Programme const& programme, ProgrammeEntry const& entry) {
  return {entry.title,
          entry.kind,
          programme.key,
          entry.units,
          entry.criteria,
          entry.from,
          std::min(programme.until, end_of_month(entry.from)),
          nullptr};
}

// The entry of that key: of a programme in force before one that is proposed, of the latest of several.
std::optional<Subject> entry_of(State const& state, std::string_view audit) {
  std::optional<Subject> found;
  bool in_force = false;
  state.for_each<Programme>([&](Programme const& programme) {
    bool const approved = programme.state == ProgrammeState::approved;
    auto const entry = std::ranges::find(programme.entries, audit, &ProgrammeEntry::audit);
    if (entry == programme.entries.end() || (in_force && !approved)) return;
    found = subject_of(programme, *entry);
    in_force = approved;
  });
  return found;
}

constexpr Rule unknown_subject{"reference.unknown",
                               "There is no audit \"{key}\", nor an entry of that key in a programme. {hint}", "9.2.2",
                               ErrorKind::usage};

result<Subject> find_subject(State const& state, std::string_view key) {
  if (auto const* audit = state.find<Audit>(key)) {
    if (audit->state == AuditState::planned) return subject_of(*audit);
    return Error(command_rules::wrong_state, "/audit",
                 {{"key", std::string(key)}, {"state", to_string(audit->state)}, {"wanted", "a planned audit"}});
  }
  if (auto found = entry_of(state, key)) return *found;
  NameHint hint(key);
  state.for_each<Audit>([&](Audit const& audit) { hint.offer(audit.key.text()); });
  state.for_each<Programme>([&](Programme const& programme) {
    for (auto const& entry : programme.entries) hint.offer(entry.audit);
  });
  return Error(unknown_subject, std::string(key), {{"key", std::string(key)}, {"hint", hint.text()}});
}

// ---- Plan

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

// Fills in what the state says of the units and the team of a request.
void look_up(State const& state, std::vector<Key<"unit">> const& units, PlanRequest& request) {
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

// What the sessions of a written plan say of the clocks: from the begin of each they hold as it says.
WorkingHours hours_of(std::vector<Session> const& sessions) {
  WorkingHours hours;
  hours.spans.clear();
  std::map<Instant, int> offsets;
  for (auto const& session : sessions)
    if (session.utc_offset) offsets.emplace(session.start, *session.utc_offset);
  if (!offsets.empty()) hours.utc_offset = offsets.begin()->second;
  int last = hours.utc_offset;
  for (auto const& [at, offset] : offsets)
    if (std::exchange(last, offset) != offset) hours.changes.push_back({at, offset, false, {}});
  return hours;
}

// ---- Programme

// How a risk stands today; where nobody scored that, without controls or after treatment.
std::optional<Score> const& score_of(Risk const& risk) {
  auto const& scores = risk.scores;
  return scores.current ? scores.current : scores.inherent ? scores.inherent : scores.residual;
}

int level_of(Risk const& risk) { return score_of(risk) ? score_of(risk)->level : 0; }

// What is known of units and criteria beyond their own records.
struct Knowledge {
  std::map<std::string, Risk const*> risk_of_unit;  // the highest
  std::map<Criterion, int> risk_of_control;         // level of the highest
  std::map<std::string, int> open;                  // nonconformities not closed, by unit
  std::map<std::string, Audit const*> last_audit;   // by unit
  std::map<Criterion, Date> last_assessed;
};

void note_risks(State const& state, Knowledge& known) {
  auto const note = [&](Risk const& risk, std::string const& unit) {
    auto& highest = known.risk_of_unit[unit];
    if (!highest || level_of(*highest) < level_of(risk)) highest = &risk;
  };
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status == RiskStatus::closed || level_of(risk) == 0) return;
    if (risk.unit) note(risk, risk.unit->text());
    for (auto const& key : risk.assets)
      if (auto const* asset = state.find(key); asset && asset->unit) note(risk, asset->unit->text());
    for (auto const& control : risk.controls)
      known.risk_of_control[control] = std::max(known.risk_of_control[control], level_of(risk));
  });
}

void note_audits(State const& state, Knowledge& known) {
  state.for_each<Audit>([&](Audit const& audit) {
    if (audit.state != AuditState::concluded && audit.state != AuditState::reported) return;
    for (auto const& unit : audit.units) {
      auto& last = known.last_audit[unit.text()];
      if (!last || last->until < audit.until) last = &audit;
    }
  });
  state.for_each<Assessment>([&](Assessment const& assessment) {
    if (assessment.verdict == Verdict::not_assessed) return;
    auto const [at, fresh] = known.last_assessed.emplace(assessment.criterion, assessment.assessed_on);
    if (!fresh) at->second = std::max(at->second, assessment.assessed_on);
  });
  state.for_each<Nonconformity>([&](Nonconformity const& nonconformity) {
    bool const over =
        nonconformity.state == NonconformityState::closed || nonconformity.state == NonconformityState::withdrawn;
    if (!over && nonconformity.unit) ++known.open[nonconformity.unit->text()];
  });
}

std::string result_of(State const& state, Audit const& audit, Key<"unit"> const& unit) {
  auto const count = state
                         .select<Finding>([&](Finding const& finding) {
                           return finding.audit == audit.key && finding.unit == unit &&
                                  finding.kind == FindingKind::nonconformity &&
                                  finding.state != FindingState::withdrawn;
                         })
                         .size();
  return std::to_string(count) + (count == 1 ? " nonconformity in " : " nonconformities in ") + audit.key.text();
}

AuditableUnit auditable(State const& state, Unit const& unit, Knowledge const& known, int levels) {
  AuditableUnit row;
  row.unit = unit.key;
  row.name = unit.name;
  row.owner = unit.owner;
  row.importance = unit.importance;
  row.last_audited_on = unit.last_audited_on;
  row.last_result = unit.last_result;
  row.changed_on = unit.changed_on;
  row.minutes = audit_minutes(unit, PlanParameters{});
  row.criteria = unit.criteria;
  if (auto const risk = known.risk_of_unit.find(unit.key.text()); risk != known.risk_of_unit.end()) {
    row.risk_level = std::clamp(level_of(*risk->second), 1, levels);
    row.risk_band = score_of(*risk->second)->band;
  }
  if (auto const open = known.open.find(unit.key.text()); open != known.open.end())
    row.open_nonconformities = open->second;
  auto const last = known.last_audit.find(unit.key.text());
  if (last != known.last_audit.end() && (!row.last_audited_on || *row.last_audited_on < last->second->until)) {
    row.last_audited_on = last->second->until;
    row.last_result = result_of(state, *last->second, unit.key);
  }
  return row;
}

DueCriterion due(Criterion const& criterion, Knowledge const& known, int levels) {
  DueCriterion row{criterion, {}, {}};
  if (auto const last = known.last_assessed.find(criterion); last != known.last_assessed.end())
    row.last_audited_on = last->second;
  if (auto const risk = known.risk_of_control.find(criterion); risk != known.risk_of_control.end())
    row.risk_level = std::clamp(risk->second, 1, levels);
  return row;
}

int levels_in_use(State const& state, int otherwise) {
  std::size_t most = 0;
  state.for_each<Method>([&](Method const& method) { most = std::max(most, method.bands.size()); });
  return most == 0 ? otherwise : static_cast<int>(most);
}

// Keys of audits, and of entries of other programmes.
std::vector<std::string> keys_in_use(State const& state, Key<"programme"> const& programme) {
  std::vector<std::string> keys;
  state.for_each<Audit>([&](Audit const& audit) { keys.push_back(audit.key.text()); });
  state.for_each<Programme>([&](Programme const& each) {
    if (each.key == programme) return;
    for (auto const& entry : each.entries) keys.push_back(entry.audit);
  });
  return keys;
}

// ---- Words of a command

std::string names_of(State const& state, std::vector<Key<"unit">> const& units) {
  std::string text;
  for (std::size_t i = 0; i < units.size(); ++i) {
    auto const* unit = state.find(units[i]);
    text += (i == 0                  ? ""
             : i + 1 == units.size() ? " and "
                                     : ", ") +
            (unit && !unit->name.empty() ? unit->name : units[i].text());
  }
  return text.empty() ? "the management of the ISMS" : text;
}

std::string scope_of(State const& state, Subject const& subject) {
  return names_of(state, subject.units) + ", against " + std::to_string(subject.criteria.size()) +
         (subject.criteria.size() == 1 ? " criterion." : " criteria.");
}

std::string independence_of(PlanProposal const& proposal) {
  std::string text =
      "Checked for each session when the plan was made: nobody in it owns, manages, works in or designed what is "
      "audited, has left it "
      "within the cooling-off time or has declared a conflict with it, unless a waiver is on record.";
  if (proposal.excluded.empty()) return text;
  std::set<std::string> pairs;
  for (auto const& pair : proposal.excluded)
    pairs.insert(pair.person.text() + " from " + pair.unit.text() + " (" + pair.rule + ')');
  text += " Kept away:";
  std::size_t shown = 0;
  for (auto const& pair : pairs)
    if (++shown <= 20) text += (shown == 1 ? " " : ", ") + pair;
  if (shown > 20) text += " and " + std::to_string(shown - 20) + " more";
  return text + '.';
}

// Who answers for the units, by function, and top management. @source{9.2.2 c}
std::vector<std::string> distribution_of(State const& state, Subject const& subject) {
  std::vector<std::string> names{"Top management"};
  for (auto const& key : subject.units) {
    auto const* unit = state.find(key);
    auto const* owner = unit && unit->owner ? state.find(*unit->owner) : nullptr;
    if (!owner) continue;
    auto const name = owner->function.empty() ? "Owner of " + unit->name : owner->function;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

std::vector<std::string> methods_of(PlanProposal const& proposal) {
  std::vector<std::string> methods;
  for (auto const& session : proposal.sessions)
    for (auto const& method : session.methods)
      if (std::ranges::find(methods, method) == methods.end()) methods.push_back(method);
  return methods;
}

// What the audit says already is kept; what nobody has said yet is made from the records.
command::PlanAudit texts_of(State const& state, Subject const& subject, PlanProposal const& proposal) {
  auto const organization = organization_of(state);
  command::PlanAudit plan;
  plan.objectives = {"Find out whether " + names_of(state, subject.units) +
                         " conform to the organisation's own requirements and to ISO/IEC 27001 (9.2.1 a).",
                     "Find out whether the ISMS is effectively implemented and maintained there (9.2.1 b)."};
  plan.scope = scope_of(state, subject);
  plan.client = organization.name;
  plan.methods = methods_of(proposal);
  plan.language = organization.language.empty() ? "en" : organization.language;
  plan.independence = independence_of(proposal);
  plan.distribution = distribution_of(state, subject);
  auto const* audit = subject.audit;
  if (!audit) return plan;
  if (!audit->objectives.empty()) plan.objectives = audit->objectives;
  if (!audit->scope.empty()) plan.scope = audit->scope;
  if (!audit->client.empty()) plan.client = audit->client;
  if (!audit->language.empty()) plan.language = audit->language;
  if (!audit->distribution.empty()) plan.distribution = audit->distribution;
  if (!audit->confidentiality.empty()) plan.confidentiality = audit->confidentiality;
  return plan;
}

boost::json::value line_of(Session const& session) {
  auto line = to_json(session);
  auto& object = line.as_object();
  std::string method;
  for (auto const& each : session.methods) method += (method.empty() ? "" : ", ") + each;
  object["id"] = session.key.text();
  object["method"] = method;
  for (auto const* member : {"unit", "auditee"})
    if (!object.contains(member)) object[member] = nullptr;
  for (auto const* member : {"team", "criteria", "why"})
    if (!object.contains(member)) object[member] = boost::json::array();
  if (!object.contains("place")) object["place"] = "";
  return line;
}

}  // namespace

ProgrammeRequest programme_request(State const& state, Date from, ProgrammeParameters parameters) {
  parameters.risk_levels = levels_in_use(state, parameters.risk_levels);
  Knowledge known;
  note_risks(state, known);
  note_audits(state, known);
  ProgrammeRequest request;
  request.programme = *Key<"programme">::parse("PRG-" + to_string(from).substr(0, 4));
  request.from = from;
  state.for_each<Unit>([&](Unit const& unit) {
    if (!unit.out_of_scope && (!unit.retired_on || from < *unit.retired_on))
      request.units.push_back(auditable(state, unit, known, parameters.risk_levels));
  });
  for (auto const* row : iso27001_2022().criteria())
    if (!row->reference.is_control()) request.criteria.push_back(due(row->reference, known, parameters.risk_levels));
  state.for_each<Applicability>([&](Applicability const& row) {
    if (row.applicable) request.criteria.push_back(due(row.control, known, parameters.risk_levels));
  });
  request.calendar = calendar_of(state, nullptr);
  request.taken = keys_in_use(state, *request.programme);
  request.parameters = std::move(parameters);
  return request;
}

Command programme_command(ProgrammeProposal const& proposal) {
  return Command::of("programme.propose", proposal.programme);
}

result<PlanRequest> plan_request(State const& state, std::string_view audit, PlanOptions const& options) {
  auto const subject = find_subject(state, audit);
  if (!subject) return subject.error();
  auto const key = Key<"audit">::parse(audit);
  if (!key)
    return Error(unknown_subject, std::string(audit), {{"key", std::string(audit)}, {"hint", "It can be no key."}});
  PlanRequest request;
  request.audit = *key;
  request.from = options.from.value_or(subject->from);
  request.until = options.until.value_or(options.from ? std::max(*options.from, subject->until) : subject->until);
  request.team = options.team;
  if (request.team.empty() && subject->audit) request.team = subject->audit->team;
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
  auto& own = request->parameters.hours;
  if (own.zone.empty() && own.utc_offset == 0) own.zone = organization_of(state).zone;
  auto hours = with_clocks(own, request->from, request->until, zones);
  if (!hours) {
    Error error(hours.error().kind());
    error.add(hours.error(), "/parameters/hours");
    return error;
  }
  own = *std::move(hours);
  return request;
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

result<Command> plan_command(State const& state, PlanProposal const& proposal) {
  auto const subject = find_subject(state, proposal.audit.text());
  if (!subject) return subject.error();
  if (proposal.conflict || proposal.sessions.empty())
    return Error(incomplete, "/conflict", {{"conflict", proposal.conflict.value_or("it has no sessions.")}});
  auto plan = texts_of(state, *subject, proposal);
  plan.audit = proposal.audit;
  plan.title = subject->title;
  plan.kind = subject->kind;
  plan.programme = subject->programme;
  plan.units = subject->units;
  plan.criteria = subject->criteria;
  plan.team = proposal.team;
  plan.sessions = proposal.sessions;
  plan.from = local_day(proposal.sessions.front());
  plan.until = plan.from;
  for (auto const& session : proposal.sessions) {
    plan.from = std::min(plan.from, local_day(session));
    plan.until = std::max(plan.until, local_day(session));
  }
  return Command(std::move(plan));
}

boost::json::value plan_answer(PlanProposal const& proposal) {
  boost::json::array sessions;
  std::set<Date> days;
  for (auto const& session : proposal.sessions) {
    sessions.push_back(line_of(session));
    days.insert(local_day(session));
  }
  auto const whole = to_json(proposal);
  auto const list = [&](char const* member) -> boost::json::value {
    auto const* found = whole.as_object().if_contains(member);
    return found ? *found : boost::json::array();
  };
  boost::json::value conflict;
  if (proposal.conflict) conflict = *proposal.conflict;
  auto const level = [](char const* name, std::size_t value) {
    return boost::json::object{{"level", name}, {"value", value}};
  };
  return boost::json::object{
      {"audit", proposal.audit.text()},
      {"sessions", std::move(sessions)},
      {"unplaced", list("unplaced")},
      {"conflict", std::move(conflict)},
      {"levels",
       {level("left-out", proposal.unplaced.size()), level("days", days.size()), level("team", proposal.team.size())}},
      {"reproducible", true},
      {"team", list("team")},
      {"excluded", list("excluded")}};
}

}  // namespace v1
}  // namespace annexa
