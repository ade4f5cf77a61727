#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/review/fulfilment.hpp>
#include <annexa/review/gap.hpp>
#include <map>

namespace annexa {
inline namespace v1 {
namespace {

// What is on record of each criterion: its row, and the last audit that looked at it.
class GapLedger {
 public:
  explicit GapLedger(ReviewRecords const& records) {
    for (auto const* row : records.applicability)
      if (is_in_force(*row)) rows_[row->control] = row;
    std::map<std::string_view, std::vector<Assessment const*>> of_audit;
    for (auto const* each : records.assessments) of_audit[each->audit.text()].push_back(each);
    for (auto const* audit : in_order_of_time(records.audits))
      for (auto const& verdict : verdicts_of(*audit, of_audit[audit->key.text()]))
        if (verdict.verdict != Verdict::not_assessed && verdict.verdict != Verdict::not_applicable)
          last_[verdict.criterion] = {audit, verdict};
  }

  // True if a row or an audit says something about it.
  [[nodiscard]] bool knows(Criterion const& criterion) const {
    return rows_.contains(criterion) || last_.contains(criterion);
  }
  [[nodiscard]] bool excludes(Criterion const& criterion) const {
    auto const row = rows_.find(criterion);
    return row != rows_.end() && !row->second->applicable;
  }

  [[nodiscard]] GapControl control(Criterion const& criterion, Relationship relationship) const {
    GapControl out;
    out.control = criterion;
    out.relationship = word(relationship);
    out.credit = credit_of(relationship);
    add_verdict(out);
    add_row(out);
    out.conforming = out.applicable && out.implemented && out.assessed && is_met(*out.verdict);
    return out;
  }

 private:
  struct Seen {
    Audit const* audit;
    CriterionVerdict verdict;
  };

  // Concluded and reported audits: one that goes on has found nothing yet.
  [[nodiscard]] static std::vector<Audit const*> in_order_of_time(std::vector<Audit const*> const& audits) {
    std::vector<Audit const*> done;
    for (auto const* audit : audits)
      if (audit->state == AuditState::concluded || audit->state == AuditState::reported) done.push_back(audit);
    std::ranges::stable_sort(done, {}, &Audit::until);
    return done;
  }
  [[nodiscard]] static bool is_met(Verdict verdict) {
    Tally tally;
    tally.add(verdict);
    return tally.met() == 1;
  }
  static void add_evidence(GapControl& out, std::vector<Key<"evidence">> const& keys) {
    for (auto const& key : keys)
      if (std::ranges::find(out.evidence, key) == out.evidence.end()) out.evidence.push_back(key);
  }

  void add_verdict(GapControl& out) const {
    auto const seen = last_.find(out.control);
    if (seen == last_.end()) return;
    out.assessed = true;
    out.verdict = seen->second.verdict.verdict;
    out.audit = seen->second.audit->key;
    out.implemented = is_met(*out.verdict);  // unless a row says otherwise
    for (auto const* each : seen->second.verdict.assessments) {
      out.assessments.push_back(each->key);
      add_evidence(out, each->evidence);
    }
  }
  void add_row(GapControl& out) const {
    auto const row = rows_.find(out.control);
    if (row == rows_.end()) {
      if (out.control.is_control()) out.implemented = false;  // a control without a row is not decided
      return;
    }
    out.applicable = row->second->applicable;
    out.status = row->second->status;
    out.implemented = out.applicable && out.status == ImplementationStatus::implemented;
    out.documents = row->second->documents;
    add_evidence(out, row->second->evidence);
  }

  std::map<Criterion, Applicability const*> rows_;
  std::map<Criterion, Seen> last_;
};

// The criterion that a requirement of a framework is.
Criterion criterion_of(Catalog const& framework, std::string_view id) {
  bool const iso = framework.id() == iso27001_2022().id();
  return *Criterion::parse(iso ? std::string(id) : std::string(framework.id()) + ':' + std::string(id));
}

void judge(GapRequirement& requirement) {
  bool refuted = false;
  bool met = false;
  for (auto const& each : requirement.through) {
    bool const covers = each.credit == Credit::full && each.applicable;
    bool const within = each.credit == Credit::part || each.relationship == word(Relationship::equal);
    requirement.implemented = requirement.implemented || (covers && each.implemented);
    requirement.assessed = requirement.assessed || (covers && each.assessed);
    met = met || (covers && each.conforming);
    refuted = refuted || (within && each.applicable && each.assessed && !each.conforming);
    requirement.reusable = requirement.reusable || !each.evidence.empty() || !each.documents.empty();
  }
  requirement.conforming = met && !refuted;
}

GapRequirement requirement_of(GapLedger const& ledger, Catalog const& framework, Requirement const& row,
                              Crosswalk const* to_iso) {
  GapRequirement out;
  out.id = row.id;
  out.title = row.title;
  auto const itself = criterion_of(framework, row.id);
  out.applicable = !ledger.excludes(itself);
  if (itself.catalog().empty() || ledger.knows(itself))
    out.through.push_back(ledger.control(itself, Relationship::equal));
  if (to_iso)
    for (auto const* mapping : to_iso->of_source(row.id)) {
      auto const target = Criterion::parse(mapping->target);
      if (!target || mapping->relationship == Relationship::no_relationship) continue;
      auto& control = out.through.emplace_back(ledger.control(*target, mapping->relationship));
      if (mapping->strength) control.strength = *mapping->strength;
      control.basis = mapping->basis;
    }
  judge(out);
  return out;
}

void count(GapRequirement const& requirement, GapTotals& totals) {
  ++totals.required;
  if (!requirement.applicable) return;
  ++totals.applicable;
  if (requirement.implemented) ++totals.implemented;
  if (requirement.assessed) ++totals.assessed;
  if (requirement.conforming) ++totals.conforming;
  if (requirement.reusable) ++totals.reusable;
  if (requirement.through.empty()) ++totals.unmapped;
}

}  // namespace

Gap gap(ReviewRecords const& records, Catalog const& framework, Crosswalk const* to_iso) {
  GapLedger const ledger(records);
  Gap out;
  out.framework = framework.id();
  out.title = framework.title();
  for (auto const* row : framework.criteria()) {
    out.requirements.push_back(requirement_of(ledger, framework, *row, to_iso));
    count(out.requirements.back(), out.totals);
  }
  out.totals.degree = percentage(out.totals.conforming, out.totals.applicable);
  return out;
}

}  // namespace v1
}  // namespace annexa
