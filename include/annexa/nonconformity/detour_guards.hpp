#pragma once
/// @file
/// What must hold for the steps beside the straight way.

#include <annexa/base/list.hpp>
#include <annexa/base/text.hpp>
#include <annexa/nonconformity/guard.hpp>

#include <array>

namespace annexa {
inline namespace v1 {

/// @cond INTERNAL
namespace detail::guard {

inline bool said(std::string_view text) { return !trimmed(text).empty(); }
inline bool said(std::vector<std::string> const& texts) {
  return any_of(texts, [](std::string const& text) { return said(text); });
}
inline bool is_major(Situation const& s) { return s.after.grade == Grade::major; }
inline bool is_external(Situation const& s) { return s.before.source == NonconformitySource::external_audit; }
inline bool reason(Situation const& s) { return said(s.reason); }
inline bool evidence_named(Situation const& s) { return said(s.evidence); }
inline bool issuer_decided(Situation const& s) { return !is_external(s) || said(s.issuer_decision); }
inline bool issuer_closed(Situation const& s) {
  return !is_external(s) || (s.after.detours && s.after.detours->issuer && said(s.after.detours->issuer->closing));
}

inline std::string whom_it_concerns(Situation const& s) { return s.concerned; }
inline std::string who_verifies(Situation const& s) { return s.after.verifier ? s.after.verifier->text() : s.actor; }

// Whoever answers for what is judged does not judge it; here, in the findings of internal audits.
inline bool judges_others(Situation const& s) {
  bool const internal = s.before.source == NonconformitySource::internal_audit;
  bool const owns = (s.before.owner && *s.before.owner == s.actor) || (s.after.owner && *s.after.owner == s.actor);
  return !internal || !(s.actor_answers_for_unit || owns);
}

// ---- Disputes

inline Dispute const* last_dispute(Nonconformity const& n) {
  if (!n.detours || n.detours->disputes.empty()) return nullptr;
  return &n.detours->disputes.back();
}
inline bool dispute_reasoned(Situation const& s) {
  auto const* dispute = last_dispute(s.after);
  return dispute && said(dispute->reason);
}
inline bool disputed_once(Situation const& s) {
  auto const* now = last_dispute(s.after);
  bool const again = s.before.detours && any_of(s.before.detours->disputes,
                                                [&](Dispute const& each) { return each.cycle == s.before.cycle; });
  return !again || (now && !now->evidence.empty());
}
inline bool dispute_decided(Situation const& s) {
  auto const* dispute = last_dispute(s.after);
  return dispute && said(dispute->decision);
}
inline bool contested_grade(Situation const& s) {
  auto const* dispute = last_dispute(s.before);
  return s.after.grade != s.before.grade || (dispute && dispute->kind == DisputeKind::grade);
}
inline bool new_grade_reasoned(Situation const& s) {
  return s.after.grade == s.before.grade ||
         (said(s.after.grade_reasons) && s.after.grade_reasons != s.before.grade_reasons);
}
inline bool raised_it(Situation const& s) { return s.before.raised_by == s.actor; }
inline bool grade_decided_apart(Situation const& s) {
  return !contested_grade(s) || (has(s.capacities, Capacity::programme_manager) && !raised_it(s));
}
inline bool dispute_decided_apart(Situation const& s) { return contested_grade(s) || !raised_it(s); }

// ---- Extensions

inline Extension const* last_extension(Nonconformity const& n) {
  if (!n.detours || n.detours->extensions.empty()) return nullptr;
  return &n.detours->extensions.back();
}
inline Extension const* open_extension(Nonconformity const& n) {
  auto const* last = last_extension(n);
  return last && last->state == ExtensionState::requested ? last : nullptr;
}
inline bool extension_is_later(Situation const& s) {
  auto const* asked = open_extension(s.after);
  auto const* which = asked ? find_named_deadline(asked->deadline) : nullptr;
  auto const day = which ? s.before.due.*which->member : std::nullopt;
  return day && *day < asked->until;
}
inline bool extension_reasoned(Situation const& s) {
  auto const* asked = last_extension(s.after);
  return asked && said(asked->reason);
}
inline bool extension_has_measure(Situation const& s) {
  auto const* asked = last_extension(s.after);
  return asked && said(asked->interim_measure);
}
// A deviation rests on a risk, so that more time for it is another deviation.
inline bool extends_no_deviation(Situation const& s) {
  auto const* asked = open_extension(s.after);
  return !asked || asked->deadline != name_of(&Deadlines::deviation);
}
inline bool no_extension_waits(Situation const& s) { return !open_extension(s.before); }
inline bool extension_waits(Situation const& s) {
  return open_extension(s.before) && s.after.detours &&
         s.after.detours->extensions.size() == s.before.detours->extensions.size();
}
// The deadline is set still.
inline bool extension_is_of_use(Situation const& s) {
  auto const* last = last_extension(s.after);
  auto const* which = last ? find_named_deadline(last->deadline) : nullptr;
  return !which || last->state != ExtensionState::granted || (s.before.due.*which->member).has_value();
}
inline bool is_granted(Situation const& s) {
  auto const* last = last_extension(s.after);
  return last && last->state == ExtensionState::granted;
}
inline bool decides_for_another(Situation const& s) {
  auto const* asked = open_extension(s.before);
  return !asked || asked->requested_by != s.actor;
}
inline bool major_decided_above(Situation const& s) {
  return !is_major(s) || has(s.capacities, Capacity::programme_manager) || has(s.capacities, Capacity::top_management);
}
inline int granted_in_cycle(Situation const& s) {
  int count = 0;
  if (s.before.detours)
    for (auto const& each : s.before.detours->extensions)
      count += each.cycle == s.before.cycle && each.state == ExtensionState::granted ? 1 : 0;
  return count;
}
inline bool extensions_few(Situation const& s) {
  return !is_granted(s) || granted_in_cycle(s) < s.policy.extensions_per_cycle.value_or(2);
}
inline bool extensions_short(Situation const& s) {
  if (!is_granted(s)) return true;
  std::int64_t days = 0;
  for (auto const& each : s.after.detours->extensions)
    if (each.cycle == s.before.cycle && each.state == ExtensionState::granted) days += each.until - each.original;
  return days <=
         (is_major(s) ? s.policy.extension_days_major.value_or(30) : s.policy.extension_days_minor.value_or(90));
}
inline bool refusal_reasoned(Situation const& s) {
  auto const* last = last_extension(s.after);
  return !last || last->state != ExtensionState::refused || said(last->decision);
}

// ---- Deviations

inline Deviation const* running_deviation(Nonconformity const& n) {
  if (!n.detours || n.detours->deviations.empty()) return nullptr;
  auto const& last = n.detours->deviations.back();
  return last.ended_on ? nullptr : &last;
}
inline bool deviation_reasoned(Situation const& s) {
  auto const* deviation = running_deviation(s.after);
  return deviation && said(deviation->reason);
}
inline bool deviation_compensated(Situation const& s) {
  auto const* deviation = running_deviation(s.after);
  return deviation && said(deviation->compensating_measures);
}
inline bool deviation_ahead(Situation const& s) {
  auto const* deviation = running_deviation(s.after);
  return deviation && s.today <= deviation->until;
}
inline bool deviation_short(Situation const& s) {
  auto const* deviation = running_deviation(s.after);
  return !deviation || deviation->until - s.today <= s.policy.deviation_days.value_or(365);
}
inline bool no_clause(Situation const& s) {
  return !s.before.criteria.empty() &&
         !any_of(s.before.criteria, [](Criterion const& each) { return each.is_clause(); });
}
inline bool controls_excluded(Situation const& s) {
  return s.controls_are_excluded || !any_of(s.before.criteria, [](Criterion const& each) { return each.is_control(); });
}
inline bool deviation_may_end(Situation const& s) {
  return has(s.capacities, Capacity::risk_owner) || s.deviation_ends;
}

// ---- Grades, people, the end

inline bool grade_changes(Situation const& s) { return s.after.grade && s.after.grade != s.before.grade; }
inline bool downgraded_by_manager(Situation const& s) {
  bool const down = s.before.grade == Grade::major && s.after.grade == Grade::minor;
  return !down || (has(s.capacities, Capacity::programme_manager) && !raised_it(s));
}
inline bool grade_reasoned(Situation const& s) { return said(s.after.grade_reasons); }
inline bool somebody_changes(Situation const& s) {
  if (s.after.owner != s.before.owner || !(s.after.verifier == s.before.verifier)) return true;
  return s.people_change;
}
inline bool withdrawn_by_two(Situation const& s) {
  auto const other =
      s.before.source == NonconformitySource::internal_audit ? Capacity::lead_auditor : Capacity::isms_manager;
  for (auto const& each : s.agreed) {
    bool const both = (has(each.capacities, other) && has(s.capacities, Capacity::programme_manager)) ||
                      (has(s.capacities, other) && has(each.capacities, Capacity::programme_manager));
    if (both && each.person != s.actor) return true;
  }
  return false;
}
inline bool within_retention(Situation const& s) {
  return !s.before.closed_on || s.today - *s.before.closed_on <= s.policy.retention_days.value_or(1095);
}

}  // namespace detail::guard
/// @endcond

/// The guards of the steps beside the straight way. @source{10.2; ISO 19011; duty S08 to S22}
inline constexpr auto detour_guards = [] {
  namespace g = detail::guard;
  using enum Binding;
  return std::to_array<Guard>({
      {"T05.reason", "T05", norm, "10.2 f", "say what is contested and why", g::dispute_reasoned, "reason"},
      {"T05.once", "T05", practice, "10.2 f", "it was contested in this cycle already, and no new evidence is named",
       g::disputed_once, "evidence"},
      {"T06.decision", "T06", norm, "10.2 f", "the decision has to be put in words", g::dispute_decided, "decision"},
      {"S01", "T06", norm, "9.2.2 b", "who decides answers for the unit himself; nobody judges his own work",
       g::judges_others},
      {"T06.issuer", "T06", norm, "10.2 f", "the decision is the issuer's; record what it was", g::issuer_decided,
       "issuer_decision"},
      {"S20", "T06", guidance, "duty S20",
       "a grade that is contested or changes is decided by the programme manager, and not by who raised it",
       g::grade_decided_apart},
      {"T06.grade-reasons", "T06", practice, "ISO/IEC 17021-1", "the new grade has no reasons of its own",
       g::new_grade_reasoned, "grade_reasons"},
      {"S08", "T06", guidance, "duty S08", "who raised or audited it is to answer for it",
       [](Situation const& s) { return !s.owner_audits; }, "owner", g::whom_it_concerns},
      {"T06.apart", "T06", practice, "duty S20", "who decides raised it; the programme manager had better",
       g::dispute_decided_apart},
      {"S01", "T07", norm, "9.2.2 b", "who decides answers for the unit himself; nobody judges his own work",
       g::judges_others},
      {"T07.reason", "T07", norm, "10.2 f", "a reason has to be given", g::reason, "reason"},
      {"T07.evidence", "T07", norm, "10.2 f", "the evidence has to be named that shows it was raised in error",
       g::evidence_named, "evidence"},
      {"T07.issuer", "T07", norm, "10.2 f", "the decision is the issuer's; record what it was", g::issuer_decided,
       "issuer_decision"},
      {"T08.issuer", "T08", norm, "10.2 f", "the decision is the issuer's; record what it was", g::issuer_decided,
       "issuer_decision"},
      {"T08.target", "T08", norm, "10.2 f", "the one to merge into has to be open",
       [](Situation const& s) { return s.target_is_open; }, "into"},
      {"T08.circle", "T08", norm, "10.2 f", "nothing is merged into itself, or into what is part of it",
       [](Situation const& s) { return !s.merges_into_itself; }, "into"},
      {"T08.same", "T08", practice, "10.2 b", "the two share neither a requirement nor a cause",
       [](Situation const& s) { return s.target_shares_criterion; }, "into"},
      {"T21.reason", "T21", norm, "10.2 d", "a reason has to be given", g::reason, "reason"},
      {"T21.evidence", "T21", norm, "10.2 d",
       "evidence has to be named that it came back, or it has to be said that the closing was not valid",
       [](Situation const& s) { return g::evidence_named(s) || s.invalid_closure; }, "evidence"},
      {"T21.source-open", "T21", norm, "10.2 f", "an open nonconformity has the same source and reference already",
       [](Situation const& s) { return !s.source_ref_is_open; }},
      {"T21.retention", "T21", practice, "10.2 d", "it was closed longer ago than such records are kept",
       g::within_retention},
      {"T22.later", "T22", norm, "10.2 c", "name a deadline that is set, and a day after it", g::extension_is_later,
       "until"},
      {"T22.deviation", "T22", norm, "6.1.3 f",
       "a deviation is not prolonged: end it, or accept another one (T25, T24)", g::extends_no_deviation, "deadline"},
      {"T22.pending", "T22", norm, "10.2 f", "an extension was asked for already and is not decided",
       g::no_extension_waits},
      {"T22.reason", "T22", practice, "10.2 c", "no reason is given why it takes longer", g::extension_reasoned,
       "reason"},
      {"T22.interim", "T22", practice, "10.2 a", "nothing is named that keeps the effects small until then",
       g::extension_has_measure, "interim_measure"},
      {"T23.pending", "T23", norm, "10.2 f", "no extension is asked for", g::extension_waits},
      {"T23.kept", "T23", norm, "10.2 c", "the deadline was met meanwhile; there is nothing to put off",
       g::extension_is_of_use},
      {"T23.issuer", "T23", norm, "10.2 c", "only the issuer puts off the day; record the decision", g::issuer_decided,
       "issuer_decision"},
      {"S22", "T23", practice, "duty S22", "who decides asked for it", g::decides_for_another},
      {"T23.major", "T23", practice, "10.2 c",
       "more time for a major is given by the programme manager or top management", g::major_decided_above},
      {"T23.count", "T23", practice, "10.2 c", "more extensions in one cycle than the organisation allows",
       g::extensions_few},
      {"T23.limit", "T23", practice, "10.2 c", "more days together than the organisation allows for this grade",
       g::extensions_short},
      {"T23.reason", "T23", practice, "10.2 f", "it is refused without a reason", g::refusal_reasoned, "reason"},
      {"T24.risk", "T24", norm, "6.1.3 f",
       "what remains of the linked risk has to be scored, and acceptable or accepted by its owner",
       [](Situation const& s) { return s.risk_is_acceptable; }},
      {"T24.reason", "T24", norm, "10.2 f", "a reason has to be given", g::deviation_reasoned, "reason"},
      {"T24.correction", "T24", norm, "10.2 a", "the correction has to be done, or not applicable with a reason",
       [](Situation const& s) {
         auto const& c = s.after.correction.or_fresh();
         return c.state == CorrectionState::done || (c.state == CorrectionState::not_applicable && g::said(c.what));
       }},
      {"T24.clause", "T24", norm, "4.4",
       "no deviation sets aside what clauses 4 to 10 demand; the controls have to be named", g::no_clause},
      {"T24.issuer", "T24", norm, "10.2 f", "the decision is the issuer's; record what it was", g::issuer_decided,
       "issuer_decision"},
      {"T24.controls", "T24", norm, "6.1.3 d",
       "a control that is to be deviated from has to be excluded in the statement of applicability first",
       g::controls_excluded},
      {"T24.ahead", "T24", norm, "10.2 c", "its last day has to be to come", g::deviation_ahead, "until"},
      {"T24.limit", "T24", practice, "10.2 c", "it lasts longer than the organisation allows", g::deviation_short,
       "until"},
      {"T24.measures", "T24", practice, "10.2 a", "no measure is named that keeps the effects small",
       g::deviation_compensated, "compensating_measures"},
      {"T24.authority", "T24", practice, "duty S12",
       "whom the band of the risk asks for besides the owner has not signed",
       [](Situation const& s) { return s.authority_agreed; }},
      {"T25.ended", "T25", norm, "10.2 c", "its last day has not passed; until then its risk owner can revoke it",
       g::deviation_may_end},
      {"T25.reason", "T25", practice, "10.2 f", "it is revoked without a reason",
       [](Situation const& s) { return s.deviation_ends || g::reason(s); }, "reason"},
      {"T26.evidence", "T26", norm, "10.2 g", "evidence has to be named that it is fixed", g::evidence_named,
       "evidence"},
      {"S01", "T27", norm, "9.2.2 b", "who grades it answers for the unit himself; nobody judges his own work",
       g::judges_others},
      {"T27.reason", "T27", norm, "10.2 f", "a reason has to be given", g::reason, "reason"},
      {"T27.external", "T27", norm, "10.2 f", "the grade of an external audit is the issuer's",
       [](Situation const& s) { return !g::is_external(s); }},
      {"T27.changes", "T27", norm, "10.2 f", "it has that grade already", g::grade_changes, "grade"},
      {"T27.downgrade", "T27", practice, "duty S20",
       "a major is made a minor by the programme manager, and not by who raised it alone", g::downgraded_by_manager},
      {"T27.grade-reasons", "T27", practice, "ISO/IEC 17021-1", "the new grade has no reasons", g::grade_reasoned,
       "grade_reasons"},
      {"T28.somebody", "T28", norm, "10.2 f", "say who takes over what", g::somebody_changes, "owner"},
      {"S08", "T28", guidance, "duty S08", "who raised or audited it is to answer for it, or to own an action of it",
       [](Situation const& s) { return !s.owner_audits; }, "owner", g::whom_it_concerns},
      {"S10", "T28", guidance, "duty S10, S25", "who verifies it is to own an action of it",
       [](Situation const& s) { return !s.verifier_owns; }, "owner", g::who_verifies},
      {"T28.reason", "T28", practice, "10.2 f", "no reason is given", g::reason, "reason"},
      {"S01", "T30", norm, "9.2.2 b", "who withdraws it answers for the unit himself; nobody judges his own work",
       g::judges_others},
      {"T30.reason", "T30", norm, "10.2 f", "say why it was raised in error", g::reason, "reason"},
      {"T30.issuer", "T30", norm, "10.2 f", "the decision is the issuer's; record what it was", g::issuer_decided,
       "issuer_decision"},
      {"T30.two", "T30", practice, "duty S25",
       "programme manager and lead auditor (ISMS manager outside internal audits), two people, withdraw it together",
       g::withdrawn_by_two},
  });
}();

}  // namespace v1
}  // namespace annexa
