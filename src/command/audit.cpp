// Commands about the audit programme and audits.
#include <algorithm>
#include <annexa/audit/report_items.hpp>
#include <annexa/command/audit_commands.hpp>
#include <array>

#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace audit_rules {
constexpr Rule only_auditor{"S05", "Who approves the programme is the only auditor in it.", "duty S05"};
constexpr Rule no_lead{"S06", "The team of {audit} needs exactly one lead auditor; found {found}.", "duty S06"};
constexpr Rule member_twice{"audit.team-twice", "{person} stands in the team twice.", "ISO 19011"};
constexpr Rule outside_team{"audit.session-team", "{person} is in session {session} and not in the team of the audit.",
                            "ISO 19011"};
constexpr Rule outside_days{"audit.session-time",
                            "Session {session} is not within the days of the audit ({from} to {until}).", "ISO 19011"};
constexpr Rule backwards{"audit.session-time", "Session {session} ends before it begins.", "ISO 19011"};
constexpr Rule foreign_session{"audit.session-key", "Session {session} belongs to another audit.", ""};
constexpr Rule nothing_to_audit{"audit.criteria", "An audit needs criteria: name what it audits against.", "9.2.2 a"};
constexpr Rule outside_scope{"audit.outside-scope", "{criterion} is not among the criteria of {audit}.", "9.2.2 a"};
constexpr Rule clause_excluded{"audit.not-applicable",
                               "{criterion} is a requirement of clauses 4 to 10; none of them can be excluded.", "4.3"};
constexpr Rule soa_differs{"audit.not-applicable",
                           "The statement of applicability includes {criterion}; it is applicable.", "6.1.3 d"};
constexpr Rule reason{"audit.reason", "A verdict other than conforming needs a reason.", "ISO 19011"};
constexpr Rule no_evidence{"audit.evidence", "A verdict needs evidence; name what it rests on.", "ISO 19011"};
constexpr Rule not_in_team{"audit.team", "{actor} is not in the team of {audit}.", "9.2.2 b"};
constexpr Rule own_work{"S01", "{person} {relation} {unit}; nobody audits own work.", "9.2.2 b"};
constexpr Rule not_assessed{"audit.not-assessed", "{count} of {all} criteria are not assessed: {which}.", "9.2.1"};
constexpr Rule no_closing{"audit.closing-meeting", "No closing meeting is on record.", "ISO 19011"};
}  // namespace audit_rules

// ---- Programme

void propose(Transaction& transaction, Command const& command) {
  auto programme = command.body<Programme>();
  if (programme.key.empty()) programme.key = *Key<"programme">::parse("PRG-" + to_string(programme.from).substr(0, 4));
  transaction.put(std::move(programme));
}

void approve_programme(Transaction& transaction, command::ApproveProgramme const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.programme, "/programme");
  if (!person || !found) return;
  if (!transaction.actor_has(Role::top_management) && !transaction.actor_has(Role::isms_manager))
    transaction.refuse(command_rules::not_allowed, "/actor",
                       {{"actor", person->key.text()}, {"wanted", "top management or ISMS manager"}});
  auto const auditors = transaction.state().select<RoleGrant>([&](RoleGrant const& grant) {
    return (grant.role == Role::auditor || grant.role == Role::lead_auditor) && holds(grant, transaction.today());
  });
  bool const alone =
      !auditors.empty() && std::ranges::all_of(auditors, [&](auto const* g) { return g->person == person->key; });
  if (alone) transaction.practise(audit_rules::only_auditor, "/actor");
  auto programme = *found;
  programme.state = ProgrammeState::approved;
  programme.approved_by = person->key;
  programme.approved_on = transaction.today();
  transaction.put(std::move(programme));
}

// ---- Plan

std::optional<std::string> relation_to(Unit const& unit, std::string_view person) {
  auto const among = [&](std::vector<Key<"person">> const& people) {
    return std::ranges::any_of(people, [&](auto const& each) { return each == person; });
  };
  if (unit.owner && *unit.owner == person) return "owns";
  if (among(unit.managers)) return "manages";
  if (among(unit.operators)) return "works in";
  if (among(unit.designers)) return "designed";
  return {};
}

void check_own_work(Transaction& transaction, Key<"person"> const& person, Key<"unit"> const& unit,
                    std::string const& where) {
  auto const* found = transaction.state().find(unit);
  if (!found) return;  // said as an unknown reference
  if (auto const relation = relation_to(*found, person.text()))
    transaction.refuse(audit_rules::own_work, where,
                       {{"person", person.text()}, {"relation", *relation}, {"unit", unit.text()}});
}

void check_team(Transaction& transaction, std::string const& audit, std::vector<TeamMember> const& team) {
  auto const leads = std::ranges::count(team, TeamRole::lead, &TeamMember::role);
  if (leads != 1)
    transaction.refuse(audit_rules::no_lead, "/team", {{"audit", audit}, {"found", std::to_string(leads)}});
  for (std::size_t i = 0; i < team.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (team[i].person == team[j].person)
        transaction.refuse(audit_rules::member_twice, "/team/" + std::to_string(i),
                           {{"person", team[i].person.text()}});
}

void check_session(Transaction& transaction, Audit const& audit, Session const& session, std::string const& where) {
  auto const& key = session.key.text();
  if (session.audit != audit.key)
    transaction.refuse(audit_rules::foreign_session, where + "/audit", {{"session", key}});
  if (session.end <= session.start) transaction.refuse(audit_rules::backwards, where, {{"session", key}});
  if (session.start.date() < audit.from || audit.until < session.start.date())
    transaction.refuse(audit_rules::outside_days, where + "/start",
                       {{"session", key}, {"from", to_string(audit.from)}, {"until", to_string(audit.until)}});
  auto const check = [&](Key<"person"> const& person, std::string const& place) {
    if (std::ranges::find(audit.team, person, &TeamMember::person) == audit.team.end())
      transaction.refuse(audit_rules::outside_team, place, {{"person", person.text()}, {"session", key}});
    if (session.unit) check_own_work(transaction, person, *session.unit, place);
  };
  check(session.lead, where + "/lead");
  for (std::size_t i = 0; i < session.team.size(); ++i) check(session.team[i], where + "/team/" + std::to_string(i));
}

Audit audit_from(command::PlanAudit const& body, Key<"audit"> key) {
  Audit audit;
  audit.key = std::move(key);
  audit.title = body.title;
  audit.kind = body.kind;
  audit.programme = body.programme;
  audit.objectives = body.objectives;
  audit.scope = body.scope;
  audit.units = body.units;
  audit.criteria = body.criteria;
  audit.client = body.client.value_or("");
  audit.team = body.team;
  audit.from = body.from;
  audit.until = body.until;
  audit.methods = body.methods;
  audit.language = body.language.value_or("");
  audit.independence = body.independence.value_or("");
  audit.distribution = body.distribution;
  audit.confidentiality = body.confidentiality.value_or("");
  return audit;
}

// What an earlier plan had and this one has not stays on record as cancelled, so that invitations can be taken back.
void cancel_sessions(Transaction& transaction, Key<"audit"> const& audit, std::vector<Session> const& kept) {
  std::vector<Session> dropped;
  for (auto const* session : plan_of(transaction.state(), audit))
    if (std::ranges::find(kept, session->key, &Session::key) == kept.end()) dropped.push_back(*session);
  for (auto& session : dropped) {
    session.cancelled = true;
    transaction.put(std::move(session));
  }
}

void plan(Transaction& transaction, command::PlanAudit const& body) {
  auto const year = to_string(body.from).substr(0, 4) + '-';
  auto const key = body.audit.value_or(transaction.allocate<"audit">(year));
  auto const* before = transaction.state().find(key);
  if (before && before->state != AuditState::planned)
    return transaction.refuse(
        command_rules::wrong_state, "/audit",
        {{"key", key.text()}, {"state", to_string(before->state)}, {"wanted", "a planned audit"}});
  auto audit = audit_from(body, key);
  if (audit.criteria.empty()) transaction.refuse(audit_rules::nothing_to_audit, "/criteria");
  check_team(transaction, key.text(), audit.team);
  transaction.put(audit);
  cancel_sessions(transaction, key, body.sessions);
  for (std::size_t i = 0; i < body.sessions.size(); ++i) {
    check_session(transaction, audit, body.sessions[i], "/sessions/" + std::to_string(i));
    if (!transaction.refused()) transaction.put(body.sessions[i]);
  }
}

// The audit, if it is in one of the wanted states.
Audit const* audit_in(Transaction& transaction, Key<"audit"> const& key, std::initializer_list<AuditState> wanted) {
  auto const* audit = transaction.need(key, "/audit");
  if (!audit || std::ranges::find(wanted, audit->state) != wanted.end()) return audit;
  std::string names;
  for (auto const state : wanted) names += (names.empty() ? "" : " or ") + to_string(state);
  transaction.refuse(command_rules::wrong_state, "/audit",
                     {{"key", key.text()}, {"state", to_string(audit->state)}, {"wanted", names}});
  return nullptr;
}

void approve_plan(Transaction& transaction, command::ApproveAuditPlan const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned});
  if (!person || !found) return;
  if (!transaction.actor_has(Role::programme_manager) && !transaction.actor_has(Role::isms_manager) &&
      !transaction.actor_has(Role::top_management))
    transaction.refuse(
        command_rules::not_allowed, "/actor",
        {{"actor", person->key.text()}, {"wanted", "programme manager, ISMS manager or top management"}});
  auto audit = *found;
  audit.state = AuditState::approved;
  audit.approved_by = person->key;
  transaction.put(std::move(audit));
}

bool acts_in_team(Transaction& transaction, Audit const& audit, bool lead_only) {
  bool const in_team = std::ranges::any_of(audit.team, [&](TeamMember const& member) {
    return member.person == transaction.actor() &&
           (member.role == TeamRole::lead || (!lead_only && member.role == TeamRole::auditor));
  });
  if (in_team) return true;
  if (lead_only)
    transaction.refuse(command_rules::not_allowed, "/actor",
                       {{"actor", transaction.actor()}, {"wanted", "the lead auditor"}});
  else
    transaction.refuse(audit_rules::not_in_team, "/actor",
                       {{"actor", transaction.actor()}, {"audit", audit.key.text()}});
  return false;
}

void open(Transaction& transaction, command::OpenAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::approved});
  if (!found || !acts_in_team(transaction, *found, true)) return;
  auto audit = *found;
  audit.state = AuditState::open;
  audit.opened_at = transaction.at();
  audit.catalog = "iso27001-2022";
  transaction.put(std::move(audit));
}

void hold_meeting(Transaction& transaction, command::HoldMeeting const& body) {
  auto const* found =
      audit_in(transaction, body.audit, {AuditState::approved, AuditState::open, AuditState::concluded});
  if (!found || !acts_in_team(transaction, *found, false)) return;
  auto audit = *found;
  audit.meetings.push_back(
      {body.kind, body.held_at.value_or(transaction.at()), body.place, body.attendees, body.notes.value_or("")});
  transaction.put(std::move(audit));
}

// ---- Conduct

void record_evidence(Transaction& transaction, command::RecordEvidence const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::open});
  if (!person || !audit || !acts_in_team(transaction, *audit, false)) return;
  Evidence evidence;
  evidence.key = body.evidence.value_or(transaction.allocate<"evidence">());
  if (transaction.state().find(evidence.key))
    return transaction.refuse(command_rules::duplicate, "/evidence",
                              {{"noun", "evidence"}, {"key", evidence.key.text()}});
  evidence.audit = body.audit;
  evidence.kind = body.kind;
  evidence.title = body.title;
  evidence.source = body.source.value_or("");
  evidence.statement = body.statement.value_or(Personal{});
  evidence.sha256 = body.sha256;
  evidence.media_type = body.media_type.value_or("");
  evidence.size = body.size;
  evidence.effective_on = body.effective_on;
  evidence.received_on = body.received_on.value_or(transaction.today());
  evidence.received_by = person->key;
  evidence.unit = body.unit;
  evidence.criteria = body.criteria;
  evidence.classification = body.classification.value_or("");
  evidence.custom = body.custom;
  evidence.external_ids = body.external_ids;
  transaction.put(std::move(evidence));
}

void check_verdict(Transaction& transaction, Audit const& audit, command::AssessCriterion const& body) {
  std::vector<Argument> const args{{"criterion", body.criterion.text()}, {"audit", audit.key.text()}};
  if (std::ranges::find(audit.criteria, body.criterion) == audit.criteria.end())
    transaction.refuse(audit_rules::outside_scope, "/criterion", args);
  bool const bare = body.verdict == Verdict::conforming || body.verdict == Verdict::not_assessed;
  if (body.verdict != Verdict::conforming && trimmed(body.reason.value_or("")).empty())
    transaction.refuse(audit_rules::reason, "/reason");
  if (body.evidence.empty() && body.verdict != Verdict::not_assessed && body.verdict != Verdict::not_applicable)
    transaction.refuse(audit_rules::no_evidence, "/evidence");
  if (bare || body.verdict != Verdict::not_applicable) return;
  auto const* row = transaction.state().find<Applicability>(body.criterion.text());
  if (body.criterion.is_clause())
    transaction.refuse(audit_rules::clause_excluded, "/verdict", args);
  else if (!row || row->applicable)
    transaction.refuse(audit_rules::soa_differs, "/verdict", args);
}

void assess(Transaction& transaction, command::AssessCriterion const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::open});
  if (!person || !audit || !acts_in_team(transaction, *audit, false)) return;
  check_verdict(transaction, *audit, body);
  if (body.unit) check_own_work(transaction, person->key, *body.unit, "/actor");
  auto const key = body.audit.text() + '/' + (body.unit ? body.unit->text() + '/' : "") + body.criterion.text();
  Assessment assessment;
  assessment.key = *Key<"assessment">::parse(key.substr(0, 80));
  if (auto const* before = transaction.state().find(assessment.key)) assessment = *before;
  assessment.audit = body.audit;
  assessment.criterion = body.criterion;
  assessment.unit = body.unit;
  assessment.verdict = body.verdict;
  assessment.reason = body.reason.value_or("");
  assessment.sample = body.sample.value_or("");
  assessment.evidence = body.evidence;
  assessment.assessed_by = person->key;
  assessment.assessed_on = transaction.today();
  transaction.put(std::move(assessment));
}

// ---- Conclusion and report

void warn_of_gaps(Transaction& transaction, Audit const& audit) {
  std::vector<Criterion> done;
  transaction.state().for_each<Assessment>([&](Assessment const& each) {
    if (each.audit == audit.key && each.verdict != Verdict::not_assessed) done.push_back(each.criterion);
  });
  std::string which;
  std::size_t missing = 0;
  for (auto const& criterion : audit.criteria)
    if (std::ranges::find(done, criterion) == done.end() && ++missing <= 10)
      which += (which.empty() ? "" : ", ") + criterion.text();
  if (missing != 0)
    transaction.practise(audit_rules::not_assessed, "/audit",
                         {{"count", std::to_string(missing)},
                          {"all", std::to_string(audit.criteria.size())},
                          {"which", which + (missing > 10 ? ", …" : "")}});
}

void conclude(Transaction& transaction, command::ConcludeAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::open});
  if (!found || !acts_in_team(transaction, *found, true)) return;
  if (trimmed(body.conclusion.summary).empty())
    transaction.refuse(command_rules::reason_missing, "/conclusion/summary", {{"member", "summary"}});
  warn_of_gaps(transaction, *found);
  auto audit = *found;
  audit.conclusion = body.conclusion;
  audit.diverging_opinions = body.diverging_opinions;
  audit.areas_not_covered = body.areas_not_covered;
  audit.sampling = body.sampling;
  audit.state = AuditState::concluded;
  transaction.put(std::move(audit));
}

void issue_report(Transaction& transaction, command::IssueReport const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::concluded});
  if (!found || !acts_in_team(transaction, *found, true)) return;
  for (auto const* item : missing_items({*found, plan_of(transaction.state(), found->key).size()}))
    transaction.refuse(report_rules::missing, "/audit", {{"item", std::string(item->name)}});
  auto audit = *found;
  audit.state = AuditState::reported;
  audit.reported_at = transaction.at();
  transaction.put(std::move(audit));
}

void cancel(Transaction& transaction, command::CancelAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned, AuditState::approved, AuditState::open});
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  auto audit = *found;
  audit.state = AuditState::cancelled;
  audit.cancelled_because = body.reason;
  transaction.put(std::move(audit));
}

constexpr std::array kinds{
    registers<Programme>("programme.propose", CommandForm::put, propose),
    acts<command::ApproveProgramme, approve_programme>("programme"),
    acts<command::PlanAudit, plan>("audit"),
    acts<command::ApproveAuditPlan, approve_plan>("audit"),
    acts<command::OpenAudit, open>("audit"),
    acts<command::HoldMeeting, hold_meeting>("audit"),
    acts<command::RecordEvidence, record_evidence>("evidence"),
    acts<command::AssessCriterion, assess>("assessment"),
    acts<command::ConcludeAudit, conclude>("audit"),
    acts<command::IssueReport, issue_report>("audit"),
    acts<command::CancelAudit, cancel>("audit"),
};

}  // namespace

std::span<CommandKind const> audit_commands() noexcept { return kinds; }

}  // namespace v1
}  // namespace annexa
