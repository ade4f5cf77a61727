// Verdicts on criteria.
#include <algorithm>
#include <annexa/audit/evidence_age.hpp>
#include <annexa/command/audit_commands.hpp>
#include <array>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace assess_rules {
constexpr Rule clause_excluded{"audit.not-applicable",
                               "{criterion} is a requirement of clauses 4 to 10; none of them can be excluded.", "4.3"};
constexpr Rule soa_differs{"audit.not-applicable",
                           "The statement of applicability includes {criterion}; it is applicable.", "6.1.3 d"};
constexpr Rule excluded{"audit.excluded",
                        "The statement of applicability excludes {criterion}; a verdict on it is not-applicable.",
                        "6.1.3 d"};
constexpr Rule reason{"audit.reason", "A verdict other than conforming needs a reason.", "ISO 19011"};
constexpr Rule no_evidence{"audit.evidence", "A verdict needs evidence; name what it rests on.", "ISO 19011"};
constexpr Rule other_sample{"audit.sample", "{sample} was drawn in {audit}; a verdict cites samples of its own audit.",
                            "ISO 19011"};
constexpr Rule unmet{"audit.unmet",
                     "{criterion} is found {result} in its {part}: that is an unmet requirement, and the verdict says "
                     "{verdict}. Accepted: minor-nonconformity, major-nonconformity.",
                     "10.2"};
constexpr Rule all_effective{
    "audit.unmet", "{criterion} is found effective in design and operation, and the verdict says {verdict}.", "9.2.1"};
constexpr Rule partly{"audit.partly", "{criterion} is found effective in part only, and the verdict says conforming.",
                      "9.2.1"};
constexpr Rule no_scale{"audit.rating", "{audit} has no grading scale; a rating is a value of one.", "ISO 19011"};
constexpr Rule no_value{"audit.rating", "The scale {scale} has no value \"{found}\". There are {known}.", "ISO 19011"};
constexpr Rule other_verdict{"audit.rating", "\"{found}\" stands for {stands}, and the verdict says {verdict}.",
                             "ISO 19011"};
constexpr Rule stale{"evidence.stale",
                     "{evidence} speaks of {day}; evidence of that kind is stale after that by {days} days.",
                     "ISO 19011, audit evidence"};
}  // namespace assess_rules

void check_samples(Transaction& transaction, command::AssessCriterion const& body) {
  for (std::size_t i = 0; i < body.samples.size(); ++i) {
    auto const* sample = transaction.state().find(body.samples[i]);
    if (sample && sample->audit != body.audit)
      transaction.refuse(assess_rules::other_sample, "/samples/" + std::to_string(i),
                         {{"sample", sample->key.text()}, {"audit", sample->audit.text()}});
  }
}

// The row of the statement of applicability on the criterion, or null.
Applicability const* row_on(State const& state, Criterion const& criterion) {
  auto const rows = state.select<Applicability>(
      [&](Applicability const& row) { return row.control == criterion && is_in_force(row); });
  return rows.empty() ? nullptr : rows.front();
}

// `not applicable` says what the statement of applicability says, and no verdict says otherwise.
void check_applicable(Transaction& transaction, command::AssessCriterion const& body,
                      std::vector<Argument> const& args) {
  auto const* row = row_on(transaction.state(), body.criterion);
  if (body.verdict != Verdict::not_applicable) {
    if (row && !row->applicable && body.verdict != Verdict::not_assessed)
      transaction.practise(assess_rules::excluded, "/verdict", args);
    return;
  }
  if (body.criterion.is_clause())
    transaction.refuse(assess_rules::clause_excluded, "/verdict", args);
  else if (!row || row->applicable)
    transaction.refuse(assess_rules::soa_differs, "/verdict", args);
}

// What was tested and what is judged must not contradict each other: an unmet requirement is a nonconformity, and never
// an opportunity.
void check_tests(Transaction& transaction, command::AssessCriterion const& body) {
  bool const judged = body.verdict != Verdict::not_assessed && body.verdict != Verdict::not_applicable;
  std::vector<Argument> const args{{"criterion", body.criterion.text()}, {"verdict", to_string(body.verdict)}};
  for (auto const& [part, result] : {std::pair("design", body.design), std::pair("operation", body.operation)}) {
    if (result == TestResult::ineffective && judged && !is_unmet(body.verdict))
      transaction.refuse(assess_rules::unmet, "/verdict",
                         {args[0], args[1], {"result", to_string(*result)}, {"part", part}});
    if (result == TestResult::partial && body.verdict == Verdict::conforming)
      transaction.practise(assess_rules::partly, std::string("/") + part, args);
  }
  bool const all = body.design == TestResult::effective && body.operation == TestResult::effective;
  if (all && is_unmet(body.verdict)) transaction.refuse(assess_rules::all_effective, "/verdict", args);
}

void check_rating(Transaction& transaction, Audit const& audit, command::AssessCriterion const& body) {
  if (!body.rating || body.rating->empty()) return;
  auto const* scale = audit.scale ? transaction.state().find(*audit.scale) : nullptr;
  if (!scale) return transaction.refuse(assess_rules::no_scale, "/rating", {{"audit", audit.key.text()}});
  auto const* value = find_value(*scale, *body.rating);
  if (!value) {
    std::string known;
    for (auto const& each : scale->values) known += (known.empty() ? "" : ", ") + each.id;
    return transaction.refuse(assess_rules::no_value, "/rating",
                              {{"scale", scale->key.text()}, {"found", *body.rating}, {"known", known}});
  }
  if (value->verdict != body.verdict)
    transaction.refuse(
        assess_rules::other_verdict, "/rating",
        {{"found", value->id}, {"stands", to_string(value->verdict)}, {"verdict", to_string(body.verdict)}});
}

void check_age(Transaction& transaction, command::AssessCriterion const& body) {
  check_evidence_of(transaction, body.audit, body.evidence);
  for (std::size_t i = 0; i < body.evidence.size(); ++i) {
    auto const* evidence = transaction.state().find(body.evidence[i]);
    if (!evidence || days_stale(*evidence, transaction.today()) <= 0) continue;
    transaction.practise(assess_rules::stale, "/evidence/" + std::to_string(i),
                         {{"evidence", evidence->key.text()},
                          {"day", to_string(speaks_of(*evidence))},
                          {"days", std::to_string(days_stale(*evidence, transaction.today()))}});
  }
}

void check_verdict(Transaction& transaction, Audit const& audit, command::AssessCriterion const& body) {
  std::vector<Argument> const args{{"criterion", body.criterion.text()}, {"audit", audit.key.text()}};
  if (std::ranges::find(audit.criteria, body.criterion) == audit.criteria.end())
    transaction.refuse(audit_in_rules::outside_scope, "/criterion", args);
  check_criterion(transaction, body.criterion, "/criterion");
  if (body.verdict != Verdict::conforming && trimmed(body.reason.value_or("")).empty())
    transaction.refuse(assess_rules::reason, "/reason");
  if (body.evidence.empty() && body.verdict != Verdict::not_assessed && body.verdict != Verdict::not_applicable)
    transaction.refuse(assess_rules::no_evidence, "/evidence");
  check_applicable(transaction, body, args);
  check_tests(transaction, body);
  check_rating(transaction, audit, body);
  check_age(transaction, body);
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
  check_own_work(transaction, person->key, *audit, body.unit, {&body.criterion, 1});
  Assessment assessment;
  assessment.key = key_of_verdict(transaction, body);
  if (auto const* before = transaction.state().find(assessment.key)) assessment = *before;
  assessment.audit = body.audit;
  assessment.criterion = body.criterion;
  assessment.unit = body.unit;
  assessment.verdict = body.verdict;
  assessment.rating = body.rating.value_or("");
  assessment.design = body.design;
  assessment.operation = body.operation;
  assessment.reason = body.reason.value_or("");
  assessment.sample = body.sample.value_or("");
  assessment.samples = body.samples;
  assessment.evidence = body.evidence;
  assessment.assessed_by = person->key;
  assessment.assessed_on = transaction.today();
  transaction.put(std::move(assessment));
}

constexpr std::array assess_kinds{acts<command::AssessCriterion, assess>("assessment")};

}  // namespace

std::span<CommandKind const> assessment_commands() noexcept { return assess_kinds; }

}  // namespace v1
}  // namespace annexa
