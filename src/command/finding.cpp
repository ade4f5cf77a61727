// Commands about findings.
#include <algorithm>
#include <annexa/command/finding_commands.hpp>
#include <array>

#include "checks.hpp"
#include "nonconformity_step.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace finding_rules {
constexpr Rule no_criteria{"finding.criteria", "A nonconformity needs the requirement that is not met (criteria).",
                           "10.2 f"};
constexpr Rule no_evidence{"finding.evidence", "A nonconformity needs objective evidence.", "10.2 f"};
constexpr Rule no_requirement{"finding.requirement",
                              "A nonconformity needs a statement of what is required (requirement).", "10.2 f"};
constexpr Rule no_gap{"finding.gap", "A nonconformity needs a statement of in what it falls short (gap).", "10.2 f"};
constexpr Rule grade_only{"finding.grade", "Only a nonconformity has a grade.", "ISO/IEC 17021-1"};
constexpr Rule not_opportunity{"finding.kind", "{key} is of kind {kind}; only an opportunity is accepted or declined.",
                               "10.1"};
constexpr Rule issued{"finding.issued", "{key} has been issued as {nonconformity}; its life goes on there.", "10.2"};
}  // namespace finding_rules

void check_nonconformity(Transaction& transaction, command::RaiseFinding const& body) {
  auto const blank = [](std::optional<std::string> const& text) { return trimmed(text.value_or("")).empty(); };
  if (body.kind != FindingKind::nonconformity) {
    if (body.grade) transaction.refuse(finding_rules::grade_only, "/grade");
    return;
  }
  if (body.criteria.empty()) transaction.refuse(finding_rules::no_criteria, "/criteria");
  if (body.evidence.empty()) transaction.refuse(finding_rules::no_evidence, "/evidence");
  if (blank(body.requirement)) transaction.refuse(finding_rules::no_requirement, "/requirement");
  if (blank(body.gap)) transaction.refuse(finding_rules::no_gap, "/gap");
}

Finding finding_from(Transaction& transaction, command::RaiseFinding const& body, Person const& person) {
  Finding finding;
  finding.key = body.finding.value_or(transaction.allocate<"finding">());
  finding.audit = body.audit;
  finding.kind = body.kind;
  finding.title = body.title;
  finding.statement = body.statement;
  finding.criteria = body.criteria;
  finding.unit = body.unit;
  finding.evidence = body.evidence;
  finding.grade = body.grade;
  finding.grade_reasons = body.grade_reasons;
  finding.raised_by = person.key;
  finding.raised_on = transaction.today();
  finding.custom = body.custom;
  finding.external_ids = body.external_ids;
  return finding;
}

void raise_from(Transaction& transaction, Finding const& finding, command::RaiseFinding const& body) {
  command::RaiseNonconformity raise;
  raise.nonconformity = body.nonconformity;
  raise.title = finding.title;
  raise.source = NonconformitySource::internal_audit;
  raise.source_ref = finding.audit.text() + '/' + finding.key.text();
  raise.audit = finding.audit;
  raise.finding = finding.key;
  raise.unit = finding.unit;
  raise.criteria = finding.criteria;
  raise.requirement = body.requirement;
  raise.evidence_statement = finding.statement;
  raise.evidence = finding.evidence;
  raise.gap = body.gap;
  raise.grade = finding.grade;
  raise.grade_reasons = finding.grade_reasons;
  auto const key = raise_nonconformity(transaction, raise, "nonconformity.raise");
  if (!key) return;
  auto linked = finding;
  linked.nonconformity = *key;
  transaction.put(std::move(linked));
}

void raise(Transaction& transaction, command::RaiseFinding const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = transaction.need(body.audit, "/audit");
  check_nonconformity(transaction, body);
  check_criteria(transaction, body.criteria, "/criteria");
  if (!person || !audit) return;
  if (audit->state != AuditState::open && audit->state != AuditState::concluded)
    transaction.refuse(
        command_rules::wrong_state, "/audit",
        {{"key", audit->key.text()}, {"state", to_string(audit->state)}, {"wanted", "open or concluded"}});
  check_permission(transaction, {.audit = audit});
  if (body.unit) check_own_work(transaction, person->key, *body.unit, "/actor");
  auto const finding = finding_from(transaction, body, *person);
  if (transaction.state().find(finding.key))
    return transaction.refuse(command_rules::duplicate, "/finding", {{"noun", "finding"}, {"key", finding.key.text()}});
  if (transaction.refused()) return;
  transaction.put(finding);
  if (finding.kind == FindingKind::nonconformity) raise_from(transaction, finding, body);
}

void grade(Transaction& transaction, command::GradeFinding const& body) {
  auto const* found = transaction.need(body.finding, "/finding");
  auto const* person = transaction.acting_person();
  if (!found || !person) return;
  check_permission(transaction, {.audit = transaction.state().find(found->audit)});
  if (found->kind != FindingKind::nonconformity) return transaction.refuse(finding_rules::grade_only, "/finding");
  auto const* nonconformity = found->nonconformity ? transaction.state().find(*found->nonconformity) : nullptr;
  if (nonconformity && nonconformity->state != NonconformityState::draft)
    return transaction.refuse(finding_rules::issued, "/finding",
                              {{"key", found->key.text()}, {"nonconformity", nonconformity->key.text()}});
  if (body.reasons.empty()) transaction.refuse(command_rules::reason_missing, "/reasons", {{"member", "reasons"}});
  auto finding = *found;
  finding.grade = body.grade;
  finding.grade_reasons = body.reasons;
  std::optional<Nonconformity> graded;
  if (nonconformity) {
    graded = *nonconformity;
    graded->grade = body.grade;
    graded->grade_reasons = body.reasons;
  }
  transaction.put(std::move(finding));
  if (graded) transaction.put(*std::move(graded));
}

void decide_opportunity(Transaction& transaction, Key<"finding"> const& key, std::string const& reason,
                        FindingState state) {
  auto const* found = transaction.need(key, "/finding");
  if (trimmed(reason).empty()) transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.unit = found->unit ? transaction.state().find(*found->unit) : nullptr});
  if (found->kind != FindingKind::opportunity)
    transaction.refuse(finding_rules::not_opportunity, "/finding",
                       {{"key", key.text()}, {"kind", to_string(found->kind)}});
  if (found->state != FindingState::raised)
    transaction.refuse(command_rules::wrong_state, "/finding",
                       {{"key", key.text()}, {"state", to_string(found->state)}, {"wanted", "a raised opportunity"}});
  auto finding = *found;
  finding.state = state;
  finding.decision = reason;
  transaction.put(std::move(finding));
}

void accept_opportunity(Transaction& transaction, command::AcceptOpportunity const& body) {
  decide_opportunity(transaction, body.finding, body.reason, FindingState::accepted);
}
void decline_opportunity(Transaction& transaction, command::DeclineOpportunity const& body) {
  decide_opportunity(transaction, body.finding, body.reason, FindingState::declined);
}

void withdraw(Transaction& transaction, command::WithdrawFinding const& body) {
  auto const* found = transaction.need(body.finding, "/finding");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.audit = transaction.state().find(found->audit)});
  auto const* nonconformity = found->nonconformity ? transaction.state().find(*found->nonconformity) : nullptr;
  if (nonconformity && nonconformity->state != NonconformityState::withdrawn)
    return transaction.refuse(finding_rules::issued, "/finding",
                              {{"key", found->key.text()}, {"nonconformity", nonconformity->key.text()}});
  auto finding = *found;
  finding.state = FindingState::withdrawn;
  finding.decision = body.reason;
  transaction.put(std::move(finding));
}

constexpr std::array finding_kinds{
    acts<command::RaiseFinding, raise>("finding"),
    acts<command::GradeFinding, grade>("finding"),
    acts<command::AcceptOpportunity, accept_opportunity>("finding"),
    acts<command::DeclineOpportunity, decline_opportunity>("finding"),
    acts<command::WithdrawFinding, withdraw>("finding"),
};

}  // namespace

std::span<CommandKind const> finding_commands() noexcept { return finding_kinds; }

}  // namespace v1
}  // namespace annexa
