#include "nonconformity/situations.hpp"

#include <algorithm>
#include <functional>

namespace annexa::testing {
namespace {

Dispute contested() {
  Dispute dispute;
  dispute.kind = DisputeKind::fact;
  dispute.reason = "The test was made";
  dispute.decision = "It was not";
  return dispute;
}

Extension asked() {
  Extension extension;
  extension.deadline = "plan";
  extension.original = today.plus_days(10);
  extension.until = today.plus_days(20);
  extension.reason = "A supplier is late";
  extension.interim_measure = "A daily copy";
  extension.requested_by = "olaf";
  extension.requested_on = today;
  return extension;
}

Deviation lived_with() {
  Deviation deviation;
  deviation.risk = Key<"risk">::parse("R-1").value();
  deviation.reason = "A new system comes";
  deviation.compensating_measures = "A daily copy";
  deviation.from = today.plus_days(-100);
  deviation.until = today.plus_days(100);
  return deviation;
}

void set_actions(Situation& s, ActionState to) {
  for (auto& action : s.actions) action.state = to;
}

CorrectiveAction effective_action() {
  CorrectiveAction a;
  a.key = Key<"action">::parse("CA-1").value();
  a.nonconformity = Key<"nonconformity">::parse("NC-1").value();
  a.title = "Calendar of tests";
  a.causes = {1};
  a.owner = person("olaf");
  a.due_on = today;
  a.success_criterion = "monthly";
  a.measurement = "log";
  a.state = ActionState::effective;
  a.evidence = {"log"};
  a.inspected = "log";
  a.measured = "12 of 12";
  return a;
}

Nonconformity complete_record() {
  Nonconformity r;
  r.key = Key<"nonconformity">::parse("NC-1").value();
  r.title = "Restore not tested";
  r.criteria = {Criterion::parse("acme-policy:4.2").value()};
  r.requirement = "Restores are tested";
  r.evidence_statement = "No test in twelve months";
  r.evidence = {Key<"evidence">::parse("E-1").value()};
  r.gap = "No test was made";
  r.grade = Grade::minor;
  r.grade_reasons = {"isolated"};
  r.owner = person("olaf");
  r.raised_by = person("anna");
  r.correction = Correction{CorrectionState::done, "Restored once", today,
                            person("olaf"),        {"log"},         "none, because no data were lost"};
  auto& analysis = r.analysis.emplace();
  analysis.analysts = {person("olaf")};
  analysis.review = "Reviewed";
  analysis.method_name = "Talk";
  analysis.account = "Told over coffee";
  analysis.causes = {{"No owner for tests", {"why", "why"}, true, ""}};
  analysis.similar = SimilarSearch{"backup", {Key<"unit">::parse("U-1").value()}, {}, {}, ""};
  analysis.needs_action = true;
  analysis.needs_action_because = "it would come back";
  analysis.isms_changes = "none, because";
  analysis.proportionality = "small";
  r.isms_changes_listed = "none, because";
  r.effectiveness =
      Effectiveness{today.plus_days(-90), today, EffectivenessResult::effective, "measured", "none", {}, {}};
  return r;
}

}  // namespace

Situation complete() {
  Situation s;
  s.before = complete_record();
  s.actions = {effective_action()};
  s.after = s.before;
  s.actor = "paul";
  s.capacities = all_capacities;
  s.agreed = {{"tom", all_capacities}};
  s.signatures = {
      {"tom", static_cast<Capacities>(all_capacities & ~(Capacity::process_owner | Capacity::action_owner))}};
  s.reason = "because";
  s.evidence = {"log"};
  s.issuer_decision = "stands";
  s.today = today;
  s.top_management_informed = s.target_is_open = s.target_shares_criterion = s.risk_is_acceptable = true;
  s.authority_agreed = s.controls_are_excluded = s.deviation_ends = true;
  return s;
}

Situation ready_for(Step const& row, NonconformityState state) {
  auto s = complete();
  s.before.state = s.after.state = state;
  if (row.id == "T14" || row.id == "T18") s.after.analysis->needs_action = false;
  if (row.id == "T10") s.before.analysis.reset();
  if (row.id == "T15" || row.id == "T26") set_actions(s, ActionState::done);
  if (row.id == "T16") set_actions(s, ActionState::in_progress);
  if (row.id == "T20") s.after.effectiveness->result = EffectivenessResult::partial;
  if (row.id == "T05") s.after.detours.made().disputes = {contested()};
  if (row.id == "T06") s.before.detours.made().disputes = s.after.detours.made().disputes = {contested()};
  if (row.id == "T22" || row.id == "T23") s.before.due.plan = s.after.due.plan = today.plus_days(10);
  if (row.id == "T22") s.after.detours.made().extensions = {asked()};
  if (row.id == "T23") {
    s.before.detours.made().extensions = s.after.detours.made().extensions = {asked()};
    s.after.detours->extensions.back().state = ExtensionState::granted;
  }
  if (row.id == "T24") s.after.detours.made().deviations = {lived_with()};
  if (row.id == "T25" || row.id == "T26")
    s.before.detours.made().deviations = s.after.detours.made().deviations = {lived_with()};
  if (row.id == "T27") s.after.grade = Grade::major;
  if (row.id == "T28") s.after.owner = person("olga");
  // Who owns an action or the process approves no plan, and who approves verifies nothing.
  if (row.id == "T12" || row.id == "T14" || row.id == "T17" || row.id == "T18")
    s.capacities = static_cast<Capacities>(all_capacities & ~(Capacity::process_owner | Capacity::action_owner));
  return s;
}

NonconformityState some_state_before(Step const& row) {
  for (std::size_t i = 0; i < state_count; ++i)
    if (leads_from(row, state_at(i))) return state_at(i);
  return NonconformityState::acknowledged;
}

bool names(std::vector<Violation> const& list, std::string_view rule) {
  return std::ranges::any_of(list, [&](Violation const& each) { return each.rule == rule; });
}

namespace {

using Break = void (*)(Situation&);

// How each guard is broken, in the words of the record; written from the prose of the lifecycle, not from its code.
struct BreakRow {
  std::string_view guard;
  Break change;
};
void no_reason(Situation& s) { s.reason = " "; }
void no_evidence(Situation& s) { s.evidence.clear(); }
void no_issuer(Situation& s) {
  s.before.source = s.after.source = NonconformitySource::external_audit;
  s.issuer_decision.clear();
}
void external(Situation& s) { s.before.source = s.after.source = NonconformitySource::external_audit; }
void correction_open(Situation& s) { s.after.correction = {}; }
void as_owner(Situation& s) { s.actor = "olaf"; }
void major(Situation& s) {
  s.before.grade = s.after.grade = Grade::major;
  s.signatures.clear();
  s.agreed.clear();
}
void no_causes(Situation& s) { s.after.analysis->causes.clear(); }
void uncovered(Situation& s) { s.actions.front().causes.clear(); }
void cancelled(Situation& s) {
  s.actions.front().state = ActionState::cancelled;
  s.actions.front().cancelled_because = "given up";
}
void own_unit(Situation& s) { s.actor_answers_for_unit = true; }
void new_owner_audits(Situation& s) { s.owner_audits = true; }
void owner_acts(Situation& s) { s.capacities = s.capacities | Capacity::process_owner; }

constexpr BreakRow break_rows[] = {
    {"T01.source-open", [](Situation& s) { s.source_ref_is_open = true; }},
    {"T02.criteria", [](Situation& s) { s.after.criteria.clear(); }},
    {"T02.requirement", [](Situation& s) { s.after.requirement = "  "; }},
    {"T02.evidence", [](Situation& s) { s.after.evidence.clear(); }},
    {"T02.gap", [](Situation& s) { s.after.gap.clear(); }},
    {"T02.owner", [](Situation& s) { s.after.owner.reset(); }},
    {"T02.S01", own_unit},
    {"T02.S08", new_owner_audits},
    {"T02.grade", [](Situation& s) { s.after.grade.reset(); }},
    {"T03.S01", [](Situation& s) { s.actor = "olaf"; }},
    {"T03.reason", no_reason},
    {"T04.process", [](Situation& s) { s.before.unit = s.after.unit = Key<"unit">::parse("U-1").value(); }},
    {"T04.correction", correction_open},
    {"T05.reason", [](Situation& s) { s.after.detours->disputes.back().reason.clear(); }},
    {"T05.once", [](Situation& s) { s.before.detours.made().disputes.push_back(contested()); }},
    {"T06.decision", [](Situation& s) { s.after.detours->disputes.back().decision.clear(); }},
    {"T06.S01", own_unit},
    {"T06.S08", new_owner_audits},
    {"T06.grade-reasons", [](Situation& s) { s.after.grade = Grade::major; }},
    {"T06.issuer", no_issuer},
    {"T06.S20",
     [](Situation& s) {
       s.before.detours->disputes.back().kind = DisputeKind::grade;
       s.actor = "anna";
     }},
    {"T06.apart", [](Situation& s) { s.actor = "anna"; }},
    {"T07.S01", own_unit},
    {"T07.reason", no_reason},
    {"T07.evidence", no_evidence},
    {"T07.issuer", no_issuer},
    {"T08.issuer", no_issuer},
    {"T08.target", [](Situation& s) { s.target_is_open = false; }},
    {"T08.circle", [](Situation& s) { s.merges_into_itself = true; }},
    {"T08.same", [](Situation& s) { s.target_shares_criterion = false; }},
    {"T09.record", [](Situation& s) { s.after.correction->evidence.clear(); }},
    {"T09.consequences", [](Situation& s) { s.after.correction->consequences.clear(); }},
    {"T10.correction", correction_open},
    {"T10.S09", [](Situation& s) { s.auditor_analyses = true; }},
    {"T10.begun",
     [](Situation& s) {
       s.before.state = NonconformityState::analysis;
       s.before.analysis.emplace();
     }},
    {"T10.analysts", [](Situation& s) { s.after.analysis->analysts.clear(); }},
    {"T11.review", [](Situation& s) { s.after.analysis->review.clear(); }},
    {"T11.cause", [](Situation& s) { s.after.analysis->causes.front().text = "No test was made."; }},
    {"T11.method",
     [](Situation& s) {
       s.after.analysis->method = CauseMethod::five_whys;
       s.after.analysis->causes.front().whys = {"why", " "};
     }},
    {"T11.diagram", [](Situation& s) { s.after.analysis->method = CauseMethod::ishikawa; }},
    {"T11.account", [](Situation& s) { s.after.analysis->account.clear(); }},
    {"T11.similar", [](Situation& s) { s.after.analysis->similar.reset(); }},
    {"T11.need", [](Situation& s) { s.after.analysis->needs_action_because.clear(); }},
    {"T11.actions", [](Situation& s) { s.actions.clear(); }},
    {"T11.needless", [](Situation& s) { s.after.analysis->needs_action = false; }},
    {"T11.isms-changes", [](Situation& s) { s.after.analysis->isms_changes.clear(); }},
    {"T11.proportionality", [](Situation& s) { s.after.analysis->proportionality.clear(); }},
    {"T11.whys",
     [](Situation& s) {
       s.after.analysis->method = CauseMethod::five_whys;
       s.after.analysis->causes.front().whys = {"why"};
     }},
    {"T11.systemic", [](Situation& s) { s.after.analysis->causes.front().systemic = false; }},
    {"T11.measurable", [](Situation& s) { s.actions.front().measurement.clear(); }},
    {"T11.S09", [](Situation& s) { s.auditor_analyses = true; }},
    {"T12.covered", uncovered},
    {"T12.needed", [](Situation& s) { s.after.analysis->needs_action = false; }},
    {"T12.S11", owner_acts},
    {"T12.dates", [](Situation& s) { s.actions.front().due_on = today.plus_days(200); }},
    {"T12.top-management",
     [](Situation& s) {
       major(s);
       s.top_management_informed = false;
     }},
    {"T13.reason", no_reason},
    {"T14.need", [](Situation& s) { s.after.analysis->needs_action_because.clear(); }},
    {"T14.cause", no_causes},
    {"T14.review", [](Situation& s) { s.after.analysis->review.clear(); }},
    {"T14.similar", [](Situation& s) { s.after.analysis->similar->units.clear(); }},
    {"T14.correction", correction_open},
    {"T14.grade", major},
    {"T14.no-similar", [](Situation& s) { s.similar_are_open = true; }},
    {"T14.apart", owner_acts},
    {"T15.finished", [](Situation& s) { s.actions.front().state = ActionState::in_progress; }},
    {"T15.covered", uncovered},
    {"T15.evidence", [](Situation& s) { s.actions.front().evidence.clear(); }},
    {"T15.isms-changes", [](Situation& s) { s.after.isms_changes_listed.clear(); }},
    {"T15.cancelling",
     [](Situation& s) {
       s.actions.push_back(s.actions.front());
       cancelled(s);
     }},
    {"T16.reason", no_reason},
    {"T16.actions", [](Situation& s) { s.actions.front().state = ActionState::done; }},
    {"T17.S10", as_owner},
    {"T17.inspected", [](Situation& s) { s.actions.front().inspected.clear(); }},
    {"T17.sampled", [](Situation& s) { s.actions.front().population = 12; }},
    {"T17.order", [](Situation& s) { s.after.effectiveness->window_from = today.plus_days(1); }},
    {"T17.needed", [](Situation& s) { s.after.analysis->needs_action = false; }},
    {"T17.apart", [](Situation& s) { s.before.plan_approved_by = person("paul"); }},
    {"T17.window", [](Situation& s) { s.after.effectiveness->window_from = today; }},
    {"T18.need", [](Situation& s) { s.after.analysis->needs_action = true; }},
    {"T18.apart", owner_acts},
    {"T18.correction", correction_open},
    {"T18.S21", major},
    {"T18.issuer", external},
    {"T18.confirmed", no_reason},
    {"T19.S10", as_owner},
    {"T19.effective", [](Situation& s) { s.actions.front().state = ActionState::ineffective; }},
    {"T19.covered", uncovered},
    {"T19.correction", correction_open},
    {"T19.isms-changes", [](Situation& s) { s.after.effectiveness->isms_changes_done.clear(); }},
    {"T19.issuer", external},
    {"T19.recurrence", [](Situation& s) { s.recurred = true; }},
    {"T19.window", [](Situation& s) { s.after.effectiveness->window_until = today.plus_days(1); }},
    {"T19.measured", [](Situation& s) { s.actions.front().measured.clear(); }},
    {"T19.S21", major},
    {"T20.S10", as_owner},
    {"T20.result", [](Situation& s) { s.after.effectiveness->result = EffectivenessResult::effective; }},
    {"T20.grade", [](Situation& s) { s.before.cycle = 2; }},
    {"T20.reason", [](Situation& s) { s.after.effectiveness->reason.clear(); }},
    {"T21.reason", no_reason},
    {"T21.evidence", no_evidence},
    {"T21.source-open", [](Situation& s) { s.source_ref_is_open = true; }},
    {"T21.retention", [](Situation& s) { s.before.closed_on = today.plus_days(-1096); }},
    {"T22.later", [](Situation& s) { s.after.detours->extensions.back().until = today.plus_days(10); }},
    {"T22.deviation", [](Situation& s) { s.after.detours->extensions.back().deadline = "deviation"; }},
    {"T22.pending", [](Situation& s) { s.before.detours.made().extensions = {asked()}; }},
    {"T22.reason", [](Situation& s) { s.after.detours->extensions.back().reason.clear(); }},
    {"T22.interim", [](Situation& s) { s.after.detours->extensions.back().interim_measure.clear(); }},
    {"T23.pending", [](Situation& s) { s.before.detours->extensions.back().state = ExtensionState::refused; }},
    {"T23.kept", [](Situation& s) { s.before.due.plan.reset(); }},
    {"T23.issuer", no_issuer},
    {"T23.S22", as_owner},
    {"T23.major",
     [](Situation& s) {
       major(s);
       s.capacities = static_cast<Capacities>(Capacity::lead_auditor);
     }},
    {"T23.count", [](Situation& s) { s.policy.extensions_per_cycle = 0; }},
    {"T23.limit", [](Situation& s) { s.policy.extension_days_minor = 9; }},
    {"T23.reason",
     [](Situation& s) {
       s.after.detours->extensions.back().state = ExtensionState::refused;
       s.after.detours->extensions.back().decision.clear();
     }},
    {"T24.risk", [](Situation& s) { s.risk_is_acceptable = false; }},
    {"T24.reason", [](Situation& s) { s.after.detours->deviations.back().reason.clear(); }},
    {"T24.correction", correction_open},
    {"T24.clause", [](Situation& s) { s.before.criteria = {Criterion::parse("9.2.1").value()}; }},
    {"T24.issuer", no_issuer},
    {"T24.controls",
     [](Situation& s) {
       s.before.criteria = {Criterion::parse("A.8.13").value()};
       s.controls_are_excluded = false;
     }},
    {"T24.ahead", [](Situation& s) { s.after.detours->deviations.back().until = today.plus_days(-1); }},
    {"T24.limit", [](Situation& s) { s.after.detours->deviations.back().until = today.plus_days(366); }},
    {"T24.measures", [](Situation& s) { s.after.detours->deviations.back().compensating_measures.clear(); }},
    {"T24.authority", [](Situation& s) { s.authority_agreed = false; }},
    {"T25.ended",
     [](Situation& s) {
       s.deviation_ends = false;
       s.capacities = static_cast<Capacities>(Capacity::clock);
     }},
    {"T25.reason",
     [](Situation& s) {
       s.deviation_ends = false;
       s.reason.clear();
     }},
    {"T26.evidence", no_evidence},
    {"T26.finished", [](Situation& s) { s.actions.front().state = ActionState::in_progress; }},
    {"T27.S01", own_unit},
    {"T27.reason", no_reason},
    {"T27.external", external},
    {"T27.changes", [](Situation& s) { s.after.grade = s.before.grade; }},
    {"T27.downgrade",
     [](Situation& s) {
       s.before.grade = Grade::major;
       s.after.grade = Grade::minor;
       s.actor = "anna";
     }},
    {"T27.grade-reasons", [](Situation& s) { s.after.grade_reasons.clear(); }},
    {"T28.somebody", [](Situation& s) { s.after.owner = s.before.owner; }},
    {"T28.S08", new_owner_audits},
    {"T28.S10", [](Situation& s) { s.verifier_owns = true; }},
    {"T28.reason", no_reason},
    {"T30.S01", own_unit},
    {"T30.reason", no_reason},
    {"T30.issuer", no_issuer},
    {"T30.two", [](Situation& s) { s.agreed.clear(); }},
};

}  // namespace

bool break_guard(Guard const& guard, Situation& situation) {
  auto const name =
      guard.id.starts_with("S") ? std::string(guard.step) + '.' + std::string(guard.id) : std::string(guard.id);
  for (auto const& row : break_rows)
    if (row.guard == name) {
      row.change(situation);
      return true;
    }
  return false;
}

}  // namespace annexa::testing
