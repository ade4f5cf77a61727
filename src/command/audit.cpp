// Commands about audits that are carried out.
#include <algorithm>
#include <annexa/audit/report_items.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/command/conduct.hpp>
#include <array>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace audit_rules {
constexpr Rule not_assessed{"audit.not-assessed", "{count} of {all} criteria are not assessed: {which}.", "9.2.1"};
constexpr Rule objectives{"audit.objectives",
                          "The audit has {wanted} objectives; the conclusion says of {results} whether they are met "
                          "(objective_results) and of {reasons} why (by_objective).",
                          "9.2.2; ISO 19011, preparing audit conclusions"};
constexpr Rule no_follow_up{"audit.follow-up",
                            "{count} earlier findings were carried over, and nothing is said of them: {which}.",
                            "9.2.2; ISO 19011, audit follow-up"};
constexpr Rule requests_open{"audit.requests-open", "Requests for documents are open: {which}.", "ISO 19011"};
constexpr Rule samples_open{"audit.samples-open", "Samples were drawn and not evaluated: {which}.", "ISO 19011"};
constexpr Rule report_will_lack{"report.missing", "The report will lack {item}; audit.issue-report may still bring it.",
                                "9.2.2; ISO 19011, audit report"};
constexpr Rule papers_open{"audit.papers-open", "Working papers have not been reviewed: {which}.", "ISO 19011"};
constexpr Rule verdict_alone{"audit.verdict-without-finding",
                             "These criteria are not met by their verdicts, and no finding says so: {which}.", "9.2.2"};
constexpr Rule verdict_denied{"audit.verdict-against-finding",
                              "These criteria are conforming by their verdicts, and a finding says otherwise: {which}.",
                              "9.2.2"};
constexpr Rule no_agenda{"meeting.agenda", "The {kind} meeting has no agenda on record.", "ISO 19011"};
constexpr Rule no_attendees{"meeting.attendees", "Nobody attends the {kind} meeting.", "ISO 19011"};
constexpr Rule no_template{"checklist.template", "There is no checklist template \"{name}\".", "ISO 19011"};
}  // namespace audit_rules

void pin_templates(Transaction& transaction, Audit& audit) {
  audit.pinned_templates.clear();
  for (std::size_t i = 0; i < audit.templates.size(); ++i) {
    auto const* newest = newest_template(transaction.state(), audit.templates[i]);
    if (newest)
      audit.pinned_templates.push_back(newest->key);
    else
      transaction.refuse(audit_rules::no_template, "/audit/templates/" + std::to_string(i),
                         {{"name", audit.templates[i]}});
  }
}

void open(Transaction& transaction, command::OpenAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::approved});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  auto audit = *found;
  audit.state = AuditState::open;
  audit.opened_at = transaction.at();
  audit.catalogs = pinned_catalogs(transaction.state(), audit.criteria);
  audit.catalog = std::string(Criterion::standard);
  pin_templates(transaction, audit);
  audit.follow_ups = follow_ups_of(transaction.state(), audit);
  transaction.put(std::move(audit));
}

void check_meeting(Transaction& transaction, command::HoldMeeting const& body) {
  for (std::size_t i = 0; i < body.objections.size(); ++i) {
    auto const where = "/objections/" + std::to_string(i);
    auto const& each = body.objections[i];
    for (auto const& [text, member] : {std::pair(&each.subject, "subject"), std::pair(&each.objection, "objection")})
      if (trimmed(*text).empty())
        transaction.refuse(command_rules::reason_missing, where + '/' + member, {{"member", member}});
  }
  if (body.kind == MeetingKind::team) return;
  if (body.attendees.empty())
    transaction.practise(audit_rules::no_attendees, "/attendees", {{"kind", to_string(body.kind)}});
  if (body.agenda.empty()) transaction.practise(audit_rules::no_agenda, "/agenda", {{"kind", to_string(body.kind)}});
}

void hold_meeting(Transaction& transaction, command::HoldMeeting const& body) {
  auto const* found =
      audit_in(transaction, body.audit, {AuditState::approved, AuditState::open, AuditState::concluded});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  if (body.held_at) transaction.check_past(body.held_at->date(), "/held_at");
  check_meeting(transaction, body);
  auto audit = *found;
  audit.meetings.push_back({body.kind, body.held_at.value_or(transaction.at()), body.place, body.attendees,
                            body.notes.value_or(""), body.agenda, body.objections});
  transaction.put(std::move(audit));
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

// The audit says of each of its objectives whether it is met, and why.
void check_objectives(Transaction& transaction, Audit const& audit, Conclusion const& conclusion) {
  auto const wanted = audit.objectives.size();
  if (conclusion.objective_results.size() != wanted || conclusion.by_objective.size() != wanted)
    transaction.refuse(audit_rules::objectives, "/conclusion",
                       {{"wanted", std::to_string(wanted)},
                        {"results", std::to_string(conclusion.objective_results.size())},
                        {"reasons", std::to_string(conclusion.by_objective.size())}});
  for (std::size_t i = 0; i < conclusion.by_objective.size(); ++i)
    if (trimmed(conclusion.by_objective[i]).empty())
      transaction.refuse(command_rules::reason_missing, "/conclusion/by_objective/" + std::to_string(i),
                         {{"member", "by_objective"}});
}

// Names the records of the audit that @p is_open, and warns of them.
template <class T, class IsOpen>
void warn_of_open(Transaction& transaction, Audit const& audit, Rule const& rule, IsOpen is_open) {
  std::string which;
  transaction.state().for_each<T>([&](T const& each) {
    if (each.audit == audit.key && is_open(each)) which += (which.empty() ? "" : ", ") + each.key.text();
  });
  if (!which.empty()) transaction.practise(rule, "/audit", {{"which", which}});
}

void warn_of_loose_ends(Transaction& transaction, Audit const& audit) {
  std::string which;
  int count = 0;
  for (auto const& each : audit.follow_ups) {
    if (each.result) continue;
    ++count;
    which += (which.empty() ? "" : ", ") + (each.nonconformity ? each.nonconformity->text() : each.finding->text());
  }
  if (count != 0)
    transaction.practise(audit_rules::no_follow_up, "/audit", {{"count", std::to_string(count)}, {"which", which}});
  warn_of_open<DocumentRequest>(transaction, audit, audit_rules::requests_open, [](DocumentRequest const& each) {
    return each.state == RequestState::open || each.state == RequestState::delivered;
  });
  warn_of_open<Sample>(transaction, audit, audit_rules::samples_open,
                       [](Sample const& each) { return !each.evaluation; });
  warn_of_open<WorkingPaper>(transaction, audit, audit_rules::papers_open,
                             [](WorkingPaper const& each) { return each.state != PaperState::reviewed; });
}

// Verdicts and findings of one audit that say different things of one criterion.
void warn_of_contradictions(Transaction& transaction, Audit const& audit) {
  auto const findings = transaction.state().select<Finding>([&](Finding const& each) {
    return each.audit == audit.key && each.kind == FindingKind::nonconformity && each.state != FindingState::withdrawn;
  });
  auto const found_on = [&](Assessment const& verdict) {
    return std::ranges::any_of(findings, [&](Finding const* each) {
      bool const there = !each->unit || !verdict.unit || *each->unit == *verdict.unit;
      return there && std::ranges::find(each->criteria, verdict.criterion) != each->criteria.end();
    });
  };
  std::string untold;
  std::string denied;
  transaction.state().for_each<Assessment>([&](Assessment const& each) {
    if (each.audit != audit.key) return;
    auto const note = [&](std::string& list) { list += (list.empty() ? "" : ", ") + each.criterion.text(); };
    if (is_unmet(each.verdict) && !found_on(each)) note(untold);
    if (each.verdict == Verdict::conforming && found_on(each)) note(denied);
  });
  if (!untold.empty()) transaction.practise(audit_rules::verdict_alone, "/audit", {{"which", untold}});
  if (!denied.empty()) transaction.practise(audit_rules::verdict_denied, "/audit", {{"which", denied}});
}

// What the report will lack. Meetings may still be held.
void warn_of_report(Transaction& transaction, Audit const& audit) {
  constexpr std::string_view of_meetings[] = {"meetings", "participants", "places"};
  for (auto const* item : missing_items({audit, plan_of(transaction.state(), audit.key).size()}))
    if (!detail::contains(of_meetings, item->id))
      transaction.practise(audit_rules::report_will_lack, "/audit", {{"item", std::string(item->name)}});
}

// What was objected to in a meeting and not settled is a diverging opinion, said once.
void add_objections(Audit& audit) {
  for (auto const& meeting : audit.meetings)
    for (auto const& each : meeting.objections) {
      bool const known = std::ranges::find(audit.diverging_opinions, each.subject, &DivergingOpinion::subject) !=
                         audit.diverging_opinions.end();
      if (!each.settled && !known) audit.diverging_opinions.push_back({each.subject, each.objection, each.answer});
    }
}

void conclude(Transaction& transaction, command::ConcludeAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::open});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  if (trimmed(body.conclusion.summary).empty())
    transaction.refuse(command_rules::reason_missing, "/conclusion/summary", {{"member", "summary"}});
  check_objectives(transaction, *found, body.conclusion);
  warn_of_gaps(transaction, *found);
  warn_of_loose_ends(transaction, *found);
  auto audit = *found;
  audit.conclusion = body.conclusion;
  audit.diverging_opinions = body.diverging_opinions;
  warn_of_contradictions(transaction, audit);
  add_objections(audit);
  audit.areas_not_covered = body.areas_not_covered;
  audit.sampling = body.sampling;
  warn_of_report(transaction, audit);
  audit.state = AuditState::concluded;
  transaction.put(std::move(audit));
}

// What plan and conclusion left unsaid may still be said; what they say stays.
void complete(Audit& audit, command::IssueReport const& body) {
  auto const fill = [](auto& member, auto const& given) {
    if (member.empty()) member = given;
  };
  fill(audit.scope, body.scope.value_or(""));
  fill(audit.methods, body.methods);
  fill(audit.independence, body.independence.value_or(""));
  fill(audit.distribution, body.distribution);
  fill(audit.sampling, body.sampling.value_or(""));
}

void issue_report(Transaction& transaction, command::IssueReport const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::concluded});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  auto audit = *found;
  complete(audit, body);
  for (auto const* item : missing_items({audit, plan_of(transaction.state(), found->key).size()}))
    transaction.refuse(report_rules::missing, "/audit", {{"item", std::string(item->name)}});
  audit.state = AuditState::reported;
  audit.reported_at = transaction.at();
  transaction.put(std::move(audit));
}

void cancel(Transaction& transaction, command::CancelAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned, AuditState::approved, AuditState::open});
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.audit = found});
  auto audit = *found;
  audit.state = AuditState::cancelled;
  audit.cancelled_because = body.reason;
  transaction.put(std::move(audit));
}

constexpr std::array audit_kinds{
    acts<command::OpenAudit, open>("audit"),         acts<command::HoldMeeting, hold_meeting>("audit"),
    acts<command::ConcludeAudit, conclude>("audit"), acts<command::IssueReport, issue_report>("audit"),
    acts<command::CancelAudit, cancel>("audit"),
};

}  // namespace

Audit const* audit_in(Transaction& transaction, Key<"audit"> const& key, std::initializer_list<AuditState> wanted) {
  auto const* audit = transaction.need(key, "/audit");
  if (!audit || std::ranges::find(wanted, audit->state) != wanted.end()) return audit;
  std::string names;
  for (auto const state : wanted) names += (names.empty() ? "" : " or ") + to_string(state);
  transaction.refuse(command_rules::wrong_state, "/audit",
                     {{"key", key.text()}, {"state", to_string(audit->state)}, {"wanted", names}});
  return nullptr;
}

std::span<CommandKind const> audit_commands() noexcept { return audit_kinds; }

}  // namespace v1
}  // namespace annexa
