// Commands about findings.
#include <algorithm>
#include <annexa/base/language.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/finding_commands.hpp>
#include <annexa/command/lookup.hpp>
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
constexpr Rule outside{"finding.scope", "{found} is outside what {audit} looks at.", "9.2.2 a"};
constexpr Rule no_evidence{"finding.evidence", "A nonconformity needs objective evidence.", "10.2 f"};
constexpr Rule no_requirement{"finding.requirement",
                              "A nonconformity needs a statement of what is required (requirement).", "10.2 f"};
constexpr Rule no_gap{"finding.gap", "A nonconformity needs a statement of in what it falls short (gap).", "10.2 f"};
constexpr Rule grade_only{"finding.grade", "Only a nonconformity has a grade.", "ISO/IEC 17021-1"};
constexpr Rule not_opportunity{"finding.kind", "{key} is of kind {kind}; only an opportunity is accepted or declined.",
                               "10.1"};
constexpr Rule gap_named{
    "finding.unmet",
    "A finding of kind {kind} has a gap: that is an unmet requirement, and an unmet requirement is "
    "a nonconformity.",
    "10.2"};
constexpr Rule judged_unmet{"finding.unmet",
                            "{criterion} is judged {verdict} here; an unmet requirement is never {kind}. Accepted: "
                            "nonconformity.",
                            "10.2"};
constexpr Rule nothing_proposed{
    "grading.departure", "Nothing follows from the tests yet, so nothing departs from it: answer them (answers).",
    "ISO/IEC 17021-1 3.12"};
constexpr Rule not_repeated{"finding.repeats", "{key} is not earlier: it is of the same audit.", "10.2 b"};
constexpr Rule translated_kind{"finding.translated-part",
                               "A finding of kind {kind} has no {member}; only a nonconformity has one.", "10.2 f"};
constexpr Rule original{"finding.original", "{key} was written in {language}; that is the original, no translation.",
                        "ISO 19011"};
constexpr Rule issued{"finding.issued", "{key} has been issued as {nonconformity}; its life goes on there.", "10.2"};
}  // namespace finding_rules

void check_nonconformity(Transaction& transaction, command::RaiseFinding const& body) {
  auto const blank = [](std::optional<std::string> const& text) { return trimmed(text.value_or("")).empty(); };
  if (body.kind != FindingKind::nonconformity) {
    if (body.grade) transaction.refuse(finding_rules::grade_only, "/grade");
    if (body.answers) transaction.refuse(finding_rules::grade_only, "/answers");
    if (!blank(body.gap)) transaction.refuse(finding_rules::gap_named, "/gap", {{"kind", to_string(body.kind)}});
    return;
  }
  if (body.criteria.empty()) transaction.refuse(finding_rules::no_criteria, "/criteria");
  if (body.evidence.empty()) transaction.refuse(finding_rules::no_evidence, "/evidence");
  if (blank(body.requirement)) transaction.refuse(finding_rules::no_requirement, "/requirement");
  if (blank(body.gap)) transaction.refuse(finding_rules::no_gap, "/gap");
}

// What the same audit judged to be unmet in the same place is raised as a nonconformity.
void check_met(Transaction& transaction, command::RaiseFinding const& body) {
  if (body.kind != FindingKind::opportunity && body.kind != FindingKind::observation) return;
  for (std::size_t i = 0; i < body.criteria.size(); ++i)
    transaction.state().for_each<Assessment>([&](Assessment const& each) {
      bool const same_place = !each.unit || !body.unit || each.unit == body.unit;
      if (is_unmet(each.verdict) && same_place && each.audit == body.audit && each.criterion == body.criteria[i])
        transaction.refuse(finding_rules::judged_unmet, "/criteria/" + std::to_string(i),
                           {{"criterion", each.criterion.text()},
                            {"verdict", to_string(each.verdict)},
                            {"kind", "an " + to_string(body.kind)}});
    });
}

void check_repeats(Transaction& transaction, command::RaiseFinding const& body) {
  for (std::size_t i = 0; i < body.repeats.size(); ++i) {
    auto const* earlier = transaction.state().find(body.repeats[i]);
    if (earlier && earlier->audit == body.audit)
      transaction.refuse(finding_rules::not_repeated, "/repeats/" + std::to_string(i), {{"key", earlier->key.text()}});
  }
}

// What follows from the answers goes on record with the grade that a person gives, and a departure has its reason.
// Nothing is graded by it.
void propose(Transaction& transaction, Finding& finding, std::optional<GradeAnswers> const& answers,
             std::optional<std::string> const& departure) {
  auto const before = finding.grading ? finding.grading->answers : GradeAnswers{};
  auto const used = answers.value_or(before);
  auto const said = !trimmed(departure.value_or("")).empty();
  if (used == GradeAnswers{}) {
    if (said) transaction.refuse(finding_rules::nothing_proposed, "/departure");
    return;
  }
  auto const proposal = propose_grade(grade_request(transaction.state(), finding, used));
  if (!proposal) return transaction.refuse(proposal.error());
  bool const departs = proposal->grade && finding.grade && *proposal->grade != *finding.grade;
  if (said && !proposal->grade) transaction.refuse(finding_rules::nothing_proposed, "/departure");
  if (departs && !said)
    transaction.refuse(grading_rules::departure, "/departure",
                       {{"proposed", to_string(*proposal->grade)}, {"grade", to_string(*finding.grade)}});
  if (said && proposal->grade && !departs)
    transaction.refuse(grading_rules::no_departure, "/departure", {{"proposed", to_string(*proposal->grade)}});
  finding.grading = Grading{used, proposal->grade, proposal->because, proposal->hints, departure.value_or("")};
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
  finding.repeats = body.repeats;
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

// A finding may lie outside what was to be audited; that is said.
void check_scope(Transaction& transaction, Audit const& audit, command::RaiseFinding const& body) {
  for (std::size_t i = 0; i < body.criteria.size(); ++i)
    if (std::ranges::find(audit.criteria, body.criteria[i]) == audit.criteria.end())
      transaction.practise(finding_rules::outside, "/criteria/" + std::to_string(i),
                           {{"found", body.criteria[i].text()}, {"audit", audit.key.text()}});
  bool const visited =
      !body.unit || audit.units.empty() || std::ranges::find(audit.units, *body.unit) != audit.units.end();
  if (!visited)
    transaction.practise(finding_rules::outside, "/unit", {{"found", body.unit->text()}, {"audit", audit.key.text()}});
}

void raise(Transaction& transaction, command::RaiseFinding const& body) {
  auto const* person = transaction.acting_person();
  auto const* audit = transaction.need(body.audit, "/audit");
  check_nonconformity(transaction, body);
  check_criteria(transaction, body.criteria, "/criteria");
  check_met(transaction, body);
  check_repeats(transaction, body);
  if (!person || !audit) return;
  if (audit->state != AuditState::open && audit->state != AuditState::concluded)
    transaction.refuse(
        command_rules::wrong_state, "/audit",
        {{"key", audit->key.text()}, {"state", to_string(audit->state)}, {"wanted", "open or concluded"}});
  check_permission(transaction, {.audit = audit});
  check_own_work(transaction, person->key, *audit, body.unit, body.criteria);
  check_evidence_of(transaction, body.audit, body.evidence);
  check_scope(transaction, *audit, body);
  auto finding = finding_from(transaction, body, *person);
  if (finding.kind == FindingKind::nonconformity) propose(transaction, finding, body.answers, body.departure);
  if (transaction.state().find(finding.key))
    return transaction.refuse(command_rules::duplicate, "/finding", {{"noun", "finding"}, {"key", finding.key.text()}});
  if (transaction.refused()) return;
  transaction.put(finding);
  if (finding.kind == FindingKind::nonconformity) raise_from(transaction, finding, body);
}

// Who answers for what a finding is about does not judge it. @source{9.2.2 b}
void check_own_finding(Transaction& transaction, Finding const& finding) {
  auto const* person = transaction.acting_person();
  auto const* audit = transaction.state().find(finding.audit);
  if (person && audit) check_own_work(transaction, person->key, *audit, finding.unit, finding.criteria);
}

void grade(Transaction& transaction, command::GradeFinding const& body) {
  auto const* found = transaction.need(body.finding, "/finding");
  auto const* person = transaction.acting_person();
  if (!found || !person) return;
  if (!check_permission(transaction, {.audit = transaction.state().find(found->audit)})) return;
  if (found->kind != FindingKind::nonconformity) return transaction.refuse(finding_rules::grade_only, "/finding");
  check_own_finding(transaction, *found);
  auto const* nonconformity = found->nonconformity ? transaction.state().find(*found->nonconformity) : nullptr;
  if (nonconformity && nonconformity->state != NonconformityState::draft)
    return transaction.refuse(finding_rules::issued, "/finding",
                              {{"key", found->key.text()}, {"nonconformity", nonconformity->key.text()}});
  if (body.reasons.empty()) transaction.refuse(command_rules::reason_missing, "/reasons", {{"member", "reasons"}});
  auto finding = *found;
  finding.grade = body.grade;
  finding.grade_reasons = body.reasons;
  propose(transaction, finding, body.answers, body.departure);
  std::optional<Nonconformity> graded;
  if (nonconformity) {
    graded = *nonconformity;
    graded->grade = body.grade;
    graded->grade_reasons = body.reasons;
  }
  transaction.put(std::move(finding));
  if (graded) transaction.put(*std::move(graded));
}

void note_decision(Transaction& transaction, Finding& finding) {
  if (auto const* person = transaction.acting_person()) finding.decided_by = person->key;
  finding.decided_on = transaction.today();
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
  note_decision(transaction, finding);
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
  if (!check_permission(transaction, {.audit = transaction.state().find(found->audit)})) return;
  if (found->state != FindingState::raised)
    transaction.refuse(
        command_rules::wrong_state, "/finding",
        {{"key", found->key.text()}, {"state", to_string(found->state)}, {"wanted", "a raised finding"}});
  check_own_finding(transaction, *found);
  auto const* nonconformity = found->nonconformity ? transaction.state().find(*found->nonconformity) : nullptr;
  if (nonconformity && nonconformity->state != NonconformityState::withdrawn)
    return transaction.refuse(finding_rules::issued, "/finding",
                              {{"key", found->key.text()}, {"nonconformity", nonconformity->key.text()}});
  auto finding = *found;
  finding.state = FindingState::withdrawn;
  finding.decision = body.reason;
  note_decision(transaction, finding);
  transaction.put(std::move(finding));
}

// Texts of a translation are there where the original has them, and a nonconformity alone has the last two.
void check_translation(Transaction& transaction, Finding const& finding, command::TranslateFinding const& body) {
  if (trimmed(body.title).empty()) transaction.refuse(command_rules::reason_missing, "/title", {{"member", "title"}});
  if (trimmed(body.statement).empty() && !trimmed(finding.statement).empty())
    transaction.refuse(command_rules::reason_missing, "/statement", {{"member", "statement"}});
  if (finding.kind == FindingKind::nonconformity) return;
  auto const refuse = [&](std::string const& member) {
    transaction.refuse(finding_rules::translated_kind, '/' + member,
                       {{"kind", to_string(finding.kind)}, {"member", member}});
  };
  if (body.requirement) refuse("requirement");
  if (body.gap) refuse("gap");
}

void translate(Transaction& transaction, command::TranslateFinding const& body) {
  auto const* found = transaction.need(body.finding, "/finding");
  auto const* person = transaction.acting_person();
  if (!is_language_tag(body.language))
    transaction.refuse(language_rules::tag, "/language", {{"found", body.language.substr(0, 40)}});
  if (!found || !person) return;
  auto const* audit = transaction.state().find(found->audit);
  if (!check_permission(transaction, {.audit = audit})) return;
  if (found->state == FindingState::withdrawn)
    transaction.refuse(
        command_rules::wrong_state, "/finding",
        {{"key", found->key.text()}, {"state", to_string(found->state)}, {"wanted", "a finding that stands"}});
  auto const original = audit ? language_of(transaction.state(), *audit) : std::string();
  if (same_language(original, body.language))
    transaction.refuse(finding_rules::original, "/language", {{"key", found->key.text()}, {"language", original}});
  check_translation(transaction, *found, body);
  if (transaction.refused()) return;
  auto finding = *found;
  FindingTranslation made{body.language,         body.title,  body.statement,     body.requirement.value_or(""),
                          body.gap.value_or(""), person->key, transaction.today()};
  auto const same = std::ranges::find_if(finding.translations,
                                         [&](auto const& each) { return same_language(each.language, body.language); });
  if (same == finding.translations.end())
    finding.translations.push_back(std::move(made));
  else
    *same = std::move(made);
  transaction.put(std::move(finding));
}

constexpr std::array finding_kinds{
    acts<command::RaiseFinding, raise>("finding"),
    acts<command::GradeFinding, grade>("finding"),
    acts<command::AcceptOpportunity, accept_opportunity>("finding"),
    acts<command::DeclineOpportunity, decline_opportunity>("finding"),
    acts<command::WithdrawFinding, withdraw>("finding"),
    acts<command::TranslateFinding, translate>("finding"),
};

}  // namespace

std::span<CommandKind const> finding_commands() noexcept { return finding_kinds; }

}  // namespace v1
}  // namespace annexa
