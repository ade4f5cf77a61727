// What records of annexa show of an item.
#include <algorithm>
#include <annexa/base/text.hpp>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/risk/remaining.hpp>
#include <set>

#include "readiness_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using enum ReadinessState;
using Material = ReadinessMaterial;

template <class T>
std::vector<std::string> names_of(std::vector<T const*> const& records) {
  std::vector<std::string> out;
  for (auto const* each : records) out.push_back(name_of(*each));
  return out;
}

template <class T, class Wanted>
std::vector<T const*> those(std::vector<T const*> const& records, Wanted&& wanted) {
  std::vector<T const*> out;
  for (auto const* each : records)
    if (wanted(*each)) out.push_back(each);
  return out;
}

bool is_open(Risk const& risk) { return risk.status != RiskStatus::closed; }

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

Sighting see_scope(Material const& m) {
  auto const* scope = m.records.scope;
  if (!scope || trimmed(scope->statement).empty()) return {missing, "No scope is defined (scope.define).", {}};
  if (!scope->approved_on) return {stale, "The scope is defined and not approved.", {name_of(*scope)}};
  return {present, "Approved on " + to_string(*scope->approved_on) + ".", {name_of(*scope)}};
}

Sighting see_methods(Material const& m) {
  if (m.records.methods.empty()) return {missing, "No risk method is adopted (risk-method.adopt).", {}};
  return {present, "Criteria, scales and bands are on record.", names_of(m.records.methods)};
}

// ---- Statement of applicability

StatementOfApplicability const* last_statement(Material const& m) {
  auto const& all = m.records.statements;
  auto const last = std::ranges::max_element(all, {}, &StatementOfApplicability::number);
  return last == all.end() ? nullptr : *last;
}

Sighting see_statement(Material const& m) {
  auto const* last = last_statement(m);
  if (!last) return {missing, "No version is approved (soa.approve).", {}};
  std::vector<Applicability const*> then;
  for (auto const* each : m.records.statement_rows)
    if (each->statement == last->key) then.push_back(&each->row);
  auto const now = those(m.records.applicability, [](Applicability const& row) { return is_in_force(row); });
  auto const diff = compare_statements(then, now);
  auto const changes = diff.added.size() + diff.removed.size() + diff.changed.size();
  if (changes != 0)
    return {stale,
            counted(changes, "row has", "rows have") + " changed since " + last->key.text() + " was approved.",
            {name_of(*last)}};
  return {present,
          "Version " + std::to_string(last->number) + ", approved on " + to_string(last->approved_on) + ".",
          {name_of(*last)}};
}

Sighting see_decisions(Material const& m) {
  std::vector<std::string> open;
  for (auto const& control : undecided_controls(m.records.applicability, m.catalog))
    open.push_back("control:" + control.text());
  if (open.empty()) return {present, "Every control of Annex A is included or excluded.", {}};
  auto why = counted(open.size(), "control of Annex A is", "controls of Annex A are") + " not decided.";
  return {missing, std::move(why), std::move(open)};
}

// ---- Risks

Sighting see_assessments(Material const& m) {
  auto const open = those(m.records.risks, is_open);
  if (open.empty()) return {missing, "No risk is on record.", {}};
  auto const unscored = those(open, [](Risk const& risk) { return !remaining_score(risk.scores); });
  if (!unscored.empty())
    return {stale, counted(unscored.size(), "open risk is", "open risks are") + " not assessed.", names_of(unscored)};
  return {present, "Every open risk is assessed.", names_of(open)};
}

// Risks that ask for treatment, or for which one is decided.
std::vector<Risk const*> to_treat(Material const& m) {
  return those(m.records.risks,
               [&](Risk const& r) { return is_open(r) && (r.treatment || asks_for_treatment(r, m.method_of(r))); });
}

Sighting see_plan(Material const& m) {
  auto const risks = to_treat(m);
  if (risks.empty()) return {missing, "No treatment of a risk is on record.", {}};
  auto const undecided = those(risks, [](Risk const& risk) { return !risk.treatment; });
  if (!undecided.empty())
    return {missing,
            "Nothing is decided about " + counted(undecided.size(), "risk", "risks") + " that ask for treatment.",
            names_of(undecided)};
  return {present, "Something is decided about every risk that asks for treatment.", names_of(risks)};
}

Sighting see_acceptances(Material const& m) {
  auto const risks = to_treat(m);
  if (risks.empty()) return {missing, "No treatment of a risk is on record.", {}};
  auto const unapproved = those(risks, [](Risk const& risk) { return !risk.approval; });
  if (!unapproved.empty())
    return {missing,
            "The owners of " + counted(unapproved.size(), "risk", "risks") +
                " have not approved the treatment (treatment.approve, 6.1.3 f).",
            names_of(unapproved)};
  auto const above = those(risks, [&](Risk const& risk) { return asks_for_treatment(risk, m.method_of(risk)); });
  auto const without = those(above, [](Risk const& risk) { return !risk.acceptance; });
  if (!without.empty())
    return {missing,
            "The owners of " + counted(without.size(), "risk", "risks") +
                " above acceptance have not accepted what remains (risk.accept, 6.1.3 f).",
            names_of(without)};
  auto const expired = those(above, [&](Risk const& risk) { return !is_accepted(risk, m.today); });
  if (!expired.empty())
    return {stale, counted(expired.size(), "acceptance has", "acceptances have") + " expired.", names_of(expired)};
  return {present, "The owners have approved the treatments and accepted what remains above acceptance.",
          names_of(risks)};
}

Sighting see_treatments(Material const& m) {
  auto const risks = to_treat(m);
  auto const treated = those(risks, [](Risk const& r) { return r.treatment && r.scores.residual; });
  if (treated.empty()) return {missing, "Of no risk it is on record what remains after treatment.", {}};
  if (treated.size() != risks.size())
    return {stale,
            "Of " + counted(risks.size() - treated.size(), "risk", "risks") +
                " it is not on record what remains after treatment.",
            names_of(those(risks, [](Risk const& r) { return !r.treatment || !r.scores.residual; }))};
  return {present, "Of every treated risk it is on record what remains.", names_of(treated)};
}

Sighting see_unaddressed(Material const& m) {
  auto const bare =
      those(m.records.risks, [&](Risk const& risk) { return is_unaddressed(risk, m.method_of(risk), m.today); });
  if (bare.empty()) return {present, "Every risk above acceptance has a control or an acceptance.", {}};
  return {missing, counted(bare.size(), "risk", "risks") + " above acceptance without a control or an acceptance.",
          names_of(bare)};
}

// ---- Audits and nonconformities

Sighting see_programme(Material const& m) {
  auto const& all = m.records.programmes;
  if (all.empty()) return {missing, "No audit programme is on record (programme.propose).", {}};
  auto const approved = those(all, [](Programme const& each) { return each.state == ProgrammeState::approved; });
  if (approved.empty()) return {stale, "The audit programme is proposed and not approved.", names_of(all)};
  auto const current =
      those(approved, [&](Programme const& each) { return each.from <= m.today && m.today <= each.until; });
  if (current.empty()) return {stale, "No approved audit programme covers today.", names_of(approved)};
  return {present, "Approved and in its time.", names_of(current)};
}

std::vector<Audit const*> reported(Material const& m) {
  return those(m.records.audits, [](Audit const& audit) { return audit.state == AuditState::reported; });
}

Sighting see_reports(Material const& m) {
  auto const done = reported(m);
  if (done.empty()) return {missing, "No internal audit is reported.", {}};
  auto const fresh = those(done, [&](Audit const& audit) { return m.today - audit.until <= longest_cycle_days; });
  if (fresh.empty()) return {stale, "The last reported audit ended more than a year ago.", names_of(done)};
  return {present, counted(fresh.size(), "audit is", "audits are") + " reported within a year.", names_of(fresh)};
}

Sighting see_coverage(Material const& m) {
  std::set<std::string_view> audits;
  for (auto const* audit : reported(m)) audits.insert(audit->key.text());
  std::set<Criterion> seen;
  for (auto const* each : m.records.assessments)
    if (audits.contains(each->audit.text()) && each->verdict != Verdict::not_assessed) seen.insert(each->criterion);
  std::vector<std::string> open;
  for (auto const* row : m.catalog.criteria())
    if (!row->reference.is_control() && !seen.contains(Criterion(row->reference)))
      open.push_back("clause:" + std::string(row->id));
  if (open.empty()) return {present, "Every requirement of clauses 4 to 10 has been audited.", {}};
  auto why = counted(open.size(), "requirement has", "requirements have") + " not been audited in a reported audit.";
  return {seen.empty() ? missing : stale, std::move(why), std::move(open)};
}

Sighting see_nonconformities(Material const& m) {
  auto const raised = those(m.records.nonconformities,
                            [](Nonconformity const& each) { return each.state != NonconformityState::withdrawn; });
  if (raised.empty()) return {not_applicable, "No nonconformity has been raised.", {}};
  return {present, counted(raised.size(), "nonconformity is", "nonconformities are") + " on record.", names_of(raised)};
}

Sighting see_results(Material const& m) {
  auto const closed = those(m.records.nonconformities,
                            [](Nonconformity const& each) { return each.state == NonconformityState::closed; });
  if (!closed.empty()) return {present, "Brought to their end, with results on record.", names_of(closed)};
  return {not_applicable, "No nonconformity has been brought to its end yet.", {}};
}

// ---- Performance

Sighting see_objectives(Material const& m) {
  auto const live = those(m.records.objectives, [&](Objective const& each) { return !each.retired_on; });
  if (live.empty()) return {missing, "No security objective is on record (objective.record).", {}};
  return {present, counted(live.size(), "objective is", "objectives are") + " on record.", names_of(live)};
}

Sighting see_measurements(Material const& m) {
  auto const read = those(m.records.measurements, [](Measurement const& each) { return !each.values.empty(); });
  if (read.empty()) return {missing, "No measurement has a value (measurement.add-value).", {}};
  auto const fresh =
      those(read, [&](Measurement const& each) { return m.today - each.values.back().on <= longest_cycle_days; });
  if (fresh.empty()) return {stale, "Nothing was measured within a year.", names_of(read)};
  return {present, counted(fresh.size(), "measurement has", "measurements have") + " a value of this year.",
          names_of(fresh)};
}

Sighting see_reviews(Material const& m) {
  auto const approved =
      those(m.records.reviews, [](ManagementReview const& each) { return each.state != ManagementReviewState::held; });
  if (m.records.reviews.empty()) return {missing, "No management review is on record (management-review.hold).", {}};
  if (approved.empty()) return {stale, "No management review has an approved record.", names_of(m.records.reviews)};
  auto const fresh =
      those(approved, [&](ManagementReview const& each) { return m.today - each.held_on <= longest_cycle_days; });
  if (fresh.empty()) return {stale, "The last management review is more than a year old.", names_of(approved)};
  return {present, "Held within a year, with an approved record.", names_of(fresh)};
}

Sighting see_obligations(Material const& m) {
  auto const live = those(m.records.obligations, [](Obligation const& each) { return !each.retired_on; });
  if (live.empty()) return {missing, "No obligation is on record (obligation.record).", {}};
  auto const late = those(live, [&](Obligation const& each) { return each.review_due && *each.review_due < m.today; });
  if (!late.empty())
    return {stale, counted(late.size(), "obligation has", "obligations have") + " missed the review.", names_of(late)};
  return {present, counted(live.size(), "obligation is", "obligations are") + " on record.", names_of(live)};
}

// ---- People and assets

Sighting see_inventory(Material const& m) {
  auto const live = those(m.records.assets, [](Asset const& asset) { return !asset.retired_on; });
  if (live.empty()) return {missing, "No asset is on record (asset.add).", {}};
  auto const unowned = those(live, [](Asset const& asset) { return !asset.owner; });
  if (!unowned.empty())
    return {stale, counted(unowned.size(), "asset has", "assets have") + " no owner.", names_of(unowned)};
  return {present, counted(live.size(), "asset is", "assets are") + " on record, each with its owner.", names_of(live)};
}

Sighting see_roles(Material const& m) {
  auto const holding = [&](Role role) {
    return those(m.records.roles, [&](RoleGrant const& grant) { return grant.role == role && holds(grant, m.today); });
  };
  auto all = holding(Role::top_management);
  auto const managers = holding(Role::isms_manager);
  if (all.empty() || managers.empty())
    return {missing,
            "Nobody holds the role of " + to_string(all.empty() ? Role::top_management : Role::isms_manager) +
                " (role.grant).",
            {}};
  all.insert(all.end(), managers.begin(), managers.end());
  return {present, "Both roles are held today.", names_of(all)};
}

// Where records of annexa are the proof of a document, or stand for it; by the item's id.
constexpr ReadinessRow rows[] = {
    {"isms-scope", see_scope},
    {"description-of-the-risk-assessment-method-with-risk-criteria", see_methods},
    {"statement-of-applicability", see_statement, false},
    {"risk-treatment-plan", see_plan},
    {"risk-assessment-results", see_assessments},
    {"risk-treatment-results", see_treatments},
    {"internal-audit-programme", see_programme},
    {"internal-audit-reports", see_reports},
    {"information-security-objectives", see_objectives},
    {"monitoring-and-measurement-results", see_measurements},
    {"management-review-results", see_reviews},
    {"register-of-legal-and-contractual-requirements", see_obligations},
    {"nonconformity-records-with-actions-taken", see_nonconformities},
    {"corrective-action-results", see_results},
    {"inventory-of-information-and-associated-assets", see_inventory},
};

constexpr auto reference(std::string_view text) { return *Reference::parse(text); }

constexpr ReadinessDeed deeds[] = {
    {"roles-assigned", reference("5.3"), "required", "Somebody directs the ISMS and somebody manages it", see_roles},
    {"risks-addressed", reference("6.1.3"), "required", "Risks above acceptance are treated or accepted",
     see_unaddressed},
    {"treatment-approved", reference("6.1.3.f"), "required",
     "Risk owners have approved the treatment and accepted what remains", see_acceptances,
     "risk-owner-approvals-and-acceptance-of-remaining-risk"},
    {"controls-decided", reference("6.1.3.d"), "required", "Every control of Annex A is decided", see_decisions},
    {"clauses-audited", reference("9.2.1"), "customary", "Every requirement of clauses 4 to 10 is audited",
     see_coverage},
};

}  // namespace

Method const* ReadinessMaterial::method_of(Risk const& risk) const {
  auto const found =
      std::ranges::find_if(records.methods, [&](Method const* each) { return each->key == risk.scores.method; });
  return found == records.methods.end() ? nullptr : *found;
}

std::span<ReadinessRow const> readiness_rows() noexcept { return rows; }
std::span<ReadinessDeed const> readiness_deeds() noexcept { return deeds; }

}  // namespace v1
}  // namespace annexa
