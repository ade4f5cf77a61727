// Commands about audits that are carried out.
#include <algorithm>
#include <annexa/audit/independence.hpp>
#include <annexa/audit/report_items.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
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
constexpr Rule clause_excluded{"audit.not-applicable",
                               "{criterion} is a requirement of clauses 4 to 10; none of them can be excluded.", "4.3"};
constexpr Rule soa_differs{"audit.not-applicable",
                           "The statement of applicability includes {criterion}; it is applicable.", "6.1.3 d"};
constexpr Rule reason{"audit.reason", "A verdict other than conforming needs a reason.", "ISO 19011"};
constexpr Rule no_evidence{"audit.evidence", "A verdict needs evidence; name what it rests on.", "ISO 19011"};
constexpr Rule manages_isms{
    "S03", "{person} manages the ISMS or directs the organisation, and judges {criterion}, which is its management.",
    "duty S03"};
constexpr Rule not_assessed{"audit.not-assessed", "{count} of {all} criteria are not assessed: {which}.", "9.2.1"};
constexpr Rule other_sample{"audit.sample", "{sample} was drawn in {audit}; a verdict cites samples of its own audit.",
                            "ISO 19011"};
constexpr Rule one_source{"audit.evidence-for", "Evidence is for an audit or for a nonconformity: name one of the two.",
                          "10.2 g; ISO 19011"};
constexpr Rule objectives{"audit.objectives",
                          "The audit has {wanted} objectives; the conclusion says of {results} whether they are met "
                          "(objective_results) and of {reasons} why (by_objective).",
                          "9.2.2; ISO 19011, preparing audit conclusions"};
}  // namespace audit_rules

// A verdict without a unit is on every unit of the audit that carries the criterion; where none does, on the management
// of the ISMS.
void check_own_work_across(Transaction& transaction, Person const& person, Audit const& audit,
                           Criterion const& criterion) {
  std::vector<Key<"unit">> carriers;
  transaction.state().for_each<Unit>([&](Unit const& unit) {
    bool const visited = audit.units.empty() || std::ranges::find(audit.units, unit.key) != audit.units.end();
    if (visited && std::ranges::find(unit.criteria, criterion) != unit.criteria.end()) carriers.push_back(unit.key);
  });
  for (auto const& unit : carriers) check_own_work(transaction, person.key, unit, "/actor");
  bool const manages = transaction.actor_has(Role::isms_manager) || transaction.actor_has(Role::top_management);
  if (carriers.empty() && manages)
    transaction.judge(audit_rules::manages_isms, "/actor",
                      {{"person", person.key.text()}, {"criterion", criterion.text()}}, person.key.text());
}

void open(Transaction& transaction, command::OpenAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::approved});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  auto audit = *found;
  audit.state = AuditState::open;
  audit.opened_at = transaction.at();
  audit.catalogs = pinned_catalogs(transaction.state(), audit.criteria);
  audit.catalog = "iso27001-2022";
  transaction.put(std::move(audit));
}

void hold_meeting(Transaction& transaction, command::HoldMeeting const& body) {
  auto const* found =
      audit_in(transaction, body.audit, {AuditState::approved, AuditState::open, AuditState::concluded});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  if (body.held_at) transaction.check_past(body.held_at->date(), "/held_at");
  auto audit = *found;
  audit.meetings.push_back(
      {body.kind, body.held_at.value_or(transaction.at()), body.place, body.attendees, body.notes.value_or("")});
  transaction.put(std::move(audit));
}

// ---- Conduct

// What the evidence belongs to: an audit while it is open, or a nonconformity as long as that lives, whatever has
// become of its audit. Nothing if refused.
std::optional<Concerned> source_of(Transaction& transaction, command::RecordEvidence const& body) {
  if (body.audit.has_value() == body.nonconformity.has_value()) {
    transaction.refuse(audit_rules::one_source, "/audit");
    return {};
  }
  if (body.audit) {
    auto const* audit = audit_in(transaction, *body.audit, {AuditState::open});
    return audit ? std::optional<Concerned>({.audit = audit}) : std::nullopt;
  }
  auto const* nonconformity = transaction.need(*body.nonconformity, "/nonconformity");
  if (!nonconformity) return {};
  if (is_final(nonconformity->state))
    transaction.refuse(command_rules::wrong_state, "/nonconformity",
                       {{"key", nonconformity->key.text()},
                        {"state", to_string(nonconformity->state)},
                        {"wanted", "one that is neither closed nor withdrawn"}});
  return Concerned{.nonconformity = nonconformity};
}

void record_evidence(Transaction& transaction, command::RecordEvidence const& body) {
  auto const* person = transaction.acting_person();
  auto const source = source_of(transaction, body);
  if (!person || !source || !check_permission(transaction, *source)) return;
  Evidence evidence;
  evidence.key = body.evidence.value_or(transaction.allocate<"evidence">());
  if (transaction.state().find(evidence.key))
    return transaction.refuse(command_rules::duplicate, "/evidence",
                              {{"noun", "evidence"}, {"key", evidence.key.text()}});
  transaction.check_past(body.effective_on, "/effective_on");
  transaction.check_past(body.received_on, "/received_on");
  evidence.audit = body.audit;
  evidence.nonconformity = body.nonconformity;
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

void check_samples(Transaction& transaction, command::AssessCriterion const& body) {
  for (std::size_t i = 0; i < body.samples.size(); ++i) {
    auto const* sample = transaction.state().find(body.samples[i]);
    if (sample && sample->audit != body.audit)
      transaction.refuse(audit_rules::other_sample, "/samples/" + std::to_string(i),
                         {{"sample", sample->key.text()}, {"audit", sample->audit.text()}});
  }
}

void check_verdict(Transaction& transaction, Audit const& audit, command::AssessCriterion const& body) {
  std::vector<Argument> const args{{"criterion", body.criterion.text()}, {"audit", audit.key.text()}};
  if (std::ranges::find(audit.criteria, body.criterion) == audit.criteria.end())
    transaction.refuse(audit_in_rules::outside_scope, "/criterion", args);
  check_criterion(transaction, body.criterion, "/criterion");
  bool const bare = body.verdict == Verdict::conforming || body.verdict == Verdict::not_assessed;
  if (body.verdict != Verdict::conforming && trimmed(body.reason.value_or("")).empty())
    transaction.refuse(audit_rules::reason, "/reason");
  if (body.evidence.empty() && body.verdict != Verdict::not_assessed && body.verdict != Verdict::not_applicable)
    transaction.refuse(audit_rules::no_evidence, "/evidence");
  if (bare || body.verdict != Verdict::not_applicable) return;
  auto const rows = transaction.state().select<Applicability>(
      [&](Applicability const& row) { return row.control == body.criterion && is_in_force(row); });
  if (body.criterion.is_clause())
    transaction.refuse(audit_rules::clause_excluded, "/verdict", args);
  else if (rows.empty() || rows.front()->applicable)
    transaction.refuse(audit_rules::soa_differs, "/verdict", args);
}

// The key of a verdict says what it is on; where that makes no key of its own, it has a number.
Key<"assessment"> key_of_verdict(Transaction& transaction, command::AssessCriterion const& body) {
  auto const is_on = [&](Assessment const& each) {
    return each.audit == body.audit && each.unit == body.unit && each.criterion == body.criterion;
  };
  auto const spoken = Key<"assessment">::parse(body.audit.text() + '/' + (body.unit ? body.unit->text() + '/' : "") +
                                               body.criterion.text());
  auto const* named = spoken ? transaction.state().find(*spoken) : nullptr;
  if (spoken && (!named || is_on(*named))) return *spoken;
  std::optional<Key<"assessment">> found;
  transaction.state().for_each<Assessment>([&](Assessment const& each) {
    if (is_on(each)) found = each.key;
  });
  return found ? *found : transaction.allocate<"assessment">();
}

void assess(Transaction& transaction, command::AssessCriterion const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = audit_in(transaction, body.audit, {AuditState::open});
  if (!person || !audit || !check_permission(transaction, {.audit = audit})) return;
  check_verdict(transaction, *audit, body);
  check_samples(transaction, body);
  if (body.unit)
    check_own_work(transaction, person->key, *body.unit, "/actor");
  else
    check_own_work_across(transaction, *person, *audit, body.criterion);
  Assessment assessment;
  assessment.key = key_of_verdict(transaction, body);
  if (auto const* before = transaction.state().find(assessment.key)) assessment = *before;
  assessment.audit = body.audit;
  assessment.criterion = body.criterion;
  assessment.unit = body.unit;
  assessment.verdict = body.verdict;
  assessment.reason = body.reason.value_or("");
  assessment.sample = body.sample.value_or("");
  assessment.samples = body.samples;
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

void conclude(Transaction& transaction, command::ConcludeAudit const& body) {
  auto const* found = audit_in(transaction, body.audit, {AuditState::open});
  if (!found || !check_permission(transaction, {.audit = found})) return;
  if (trimmed(body.conclusion.summary).empty())
    transaction.refuse(command_rules::reason_missing, "/conclusion/summary", {{"member", "summary"}});
  check_objectives(transaction, *found, body.conclusion);
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
  if (!found || !check_permission(transaction, {.audit = found})) return;
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
  check_permission(transaction, {.audit = found});
  auto audit = *found;
  audit.state = AuditState::cancelled;
  audit.cancelled_because = body.reason;
  transaction.put(std::move(audit));
}

constexpr std::array audit_kinds{
    acts<command::OpenAudit, open>("audit"),
    acts<command::HoldMeeting, hold_meeting>("audit"),
    acts<command::RecordEvidence, record_evidence>("evidence"),
    acts<command::AssessCriterion, assess>("assessment"),
    acts<command::ConcludeAudit, conclude>("audit"),
    acts<command::IssueReport, issue_report>("audit"),
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
