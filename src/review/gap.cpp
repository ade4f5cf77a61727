#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/review/fulfilment.hpp>
#include <annexa/review/gap.hpp>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "places.hpp"

namespace annexa {
inline namespace v1 {
namespace {

bool is_met(Verdict verdict) {
  Tally tally;
  tally.add(verdict);
  return tally.met() == 1;
}

// The last look at a criterion in one place.
struct Look {
  Audit const* audit = nullptr;
  Verdict verdict = Verdict::not_assessed;
  std::vector<Assessment const*> assessments;
};

// Where a criterion was looked at, and where it was to be; the place without a name is the ISMS as a whole.
class CriterionLooks {
 public:
  // Takes what a later audit says: it counts in the places that it speaks of.
  void take(Audit const& audit, CriterionVerdict const& said, std::vector<Key<"unit">> const& places) {
    std::map<std::string, std::vector<Assessment const*>> by_place;
    for (auto const* each : said.assessments) {
      if (each->unit || places.empty()) by_place[each->unit ? each->unit->text() : ""].push_back(each);
      if (!each->unit)
        for (auto const& place : places) by_place[place.text()].push_back(each);
    }
    bool const of_all = audit.units.empty() && by_place.contains("");
    for (auto const& place : places) asked_.insert(place.text());
    for (auto& [place, some] : by_place) {
      auto const verdict = most_serious(some);
      if (verdict == Verdict::not_assessed) continue;
      if (of_all && place.empty() && verdict != Verdict::not_applicable) {
        looks_.clear();
        asked_.clear();
        everywhere_ = true;
      }
      Look look{&audit, verdict, std::move(some)};
      if (verdict == Verdict::not_applicable)
        looks_.try_emplace(place, std::move(look));
      else
        looks_.insert_or_assign(place, std::move(look));
    }
  }

  // The most serious of them, with the assessments of all; nothing if nobody looked.
  [[nodiscard]] std::optional<Look> worst() const {
    Look out{nullptr, Verdict::not_applicable, {}};
    for (auto const& [place, look] : looks_) {
      if (!out.audit || is_more_serious(look.verdict, out.verdict) ||
          (look.verdict == out.verdict && comes_before(*out.audit, *look.audit)))
        out = {look.audit, look.verdict, std::move(out.assessments)};
      for (auto const* each : look.assessments)
        if (std::ranges::find(out.assessments, each) == out.assessments.end()) out.assessments.push_back(each);
    }
    if (out.verdict == Verdict::not_applicable) return {};
    std::ranges::sort(out.assessments, {}, &Assessment::key);
    if (is_left_out() && is_more_serious(Verdict::not_assessed, out.verdict)) out.verdict = Verdict::not_assessed;
    return out;
  }

  // The order in which audits ended.
  [[nodiscard]] static bool comes_before(Audit const& one, Audit const& other) { return end_of(one) < end_of(other); }

 private:
  [[nodiscard]] static Date end_of(Audit const& audit) {
    return audit.reported_at ? audit.reported_at->date() : audit.until;
  }
  // True if there is a place where nobody has looked.
  [[nodiscard]] bool is_left_out() const {
    return !everywhere_ &&
           !std::ranges::all_of(asked_, [&](std::string const& place) { return looks_.contains(place); });
  }

  std::map<std::string, Look> looks_;
  std::set<std::string> asked_;
  bool everywhere_ = false;
};

// Criteria are looked up by the thousand here, and their order is that of the framework: no map has to sort them.
struct CriterionHash {
  std::size_t operator()(Criterion const& criterion) const noexcept {
    return std::hash<std::string>()(criterion.text());
  }
};
template <class T>
using ByCriterion = std::unordered_map<Criterion, T, CriterionHash>;

// What is on record of each criterion: its row, and the last look at it in every place.
class GapLedger {
 public:
  explicit GapLedger(ReviewRecords const& records) {
    for (auto const& control : excluded_controls(records.applicability)) excluded_.insert(control);
    for (auto const* row : records.applicability)
      if (auto& kept = rows_[row->control]; !kept || is_in_force(*row)) kept = row;
    std::map<std::string_view, std::vector<Assessment const*>> of_audit;
    for (auto const* each : records.assessments) of_audit[each->audit.text()].push_back(each);
    ByCriterion<CriterionLooks> looks;
    for (auto const* audit : in_order_of_time(records.audits)) {
      AuditPlaces const places(*audit, records.units);
      for (auto const& said : verdicts_of(*audit, of_audit[audit->key.text()], records.units))
        looks[said.criterion].take(*audit, said, places.of(said.criterion));
    }
    for (auto const& [criterion, each] : looks)
      if (auto worst = each.worst()) last_.emplace(criterion, *std::move(worst));
  }

  // True if a row or an audit says something about it.
  [[nodiscard]] bool knows(Criterion const& criterion) const {
    return rows_.contains(criterion) || last_.contains(criterion);
  }
  [[nodiscard]] bool excludes(Criterion const& criterion) const { return excluded_.contains(criterion); }

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
  // Concluded and reported audits: one that goes on has found nothing yet.
  [[nodiscard]] static std::vector<Audit const*> in_order_of_time(std::vector<Audit const*> const& audits) {
    std::vector<Audit const*> done;
    for (auto const* audit : audits)
      if (audit->state == AuditState::concluded || audit->state == AuditState::reported) done.push_back(audit);
    std::ranges::stable_sort(
        done, [](Audit const* one, Audit const* other) { return CriterionLooks::comes_before(*one, *other); });
    return done;
  }
  static void add_evidence(GapControl& out, std::vector<Key<"evidence">> const& keys) {
    for (auto const& key : keys)
      if (std::ranges::find(out.evidence, key) == out.evidence.end()) out.evidence.push_back(key);
  }

  void add_verdict(GapControl& out) const {
    auto const seen = last_.find(out.control);
    if (seen == last_.end()) return;
    out.verdict = seen->second.verdict;
    out.assessed = out.verdict != Verdict::not_assessed;
    out.audit = seen->second.audit->key;
    out.implemented = is_met(*out.verdict);  // unless a row says otherwise
    for (auto const* each : seen->second.assessments) {
      out.assessments.push_back(each->key);
      add_evidence(out, each->evidence);
    }
  }
  void add_row(GapControl& out) const {
    auto const found = rows_.find(out.control);
    if (found == rows_.end()) {
      if (out.control.is_control()) out.implemented = false;  // a control without a row is not decided
      return;
    }
    auto const& row = *found->second;
    out.status = is_in_force(row) ? row.status : ImplementationStatus::retired;
    out.applicable = !excludes(out.control);
    out.implemented = out.applicable && out.status == ImplementationStatus::implemented;
    if (!is_in_force(row)) return;
    out.documents = row.documents;
    add_evidence(out, row.evidence);
  }

  std::unordered_set<Criterion, CriterionHash> excluded_;
  ByCriterion<Applicability const*> rows_;
  ByCriterion<Look> last_;
};

void judge(GapRequirement& requirement) {
  bool refuted = false;
  bool met = false;
  for (auto const& each : requirement.through) {
    bool const covers = each.credit == Credit::full && each.applicable;
    bool const within = each.credit == Credit::part || each.relationship == word(Relationship::equal);
    requirement.implemented = requirement.implemented || (covers && each.implemented);
    requirement.assessed = requirement.assessed || (covers && each.assessed);
    met = met || (covers && each.conforming);
    refuted = refuted || (within && each.applicable && each.assessed && !is_met(*each.verdict));
    requirement.reusable = requirement.reusable || !each.evidence.empty() || !each.documents.empty();
  }
  requirement.conforming = met && !refuted;
}

GapRequirement requirement_of(GapLedger const& ledger, Catalog const& framework, Requirement const& row,
                              Crosswalk const* to_iso) {
  GapRequirement out;
  out.id = row.id;
  out.title = row.title;
  auto const itself = Criterion::in(framework.id(), row.id);
  out.applicable = !ledger.excludes(itself);
  if (to_iso) out.through.reserve(to_iso->of_source(row.id).size() + 1);
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
