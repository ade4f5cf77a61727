#include "programme_knowledge.hpp"

#include <algorithm>
#include <annexa/audit/plan_request.hpp>
#include <annexa/command/planning.hpp>

#include "programme_promises.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// How a risk stands today; where nobody scored that, without controls or after treatment.
std::optional<Score> const& score_of(Risk const& risk) {
  auto const& scores = risk.scores;
  return scores.current ? scores.current : scores.inherent ? scores.inherent : scores.residual;
}

int level_of(Risk const& risk) { return score_of(risk) ? score_of(risk)->level : 0; }

bool is_over(Nonconformity const& nonconformity) {
  return nonconformity.state == NonconformityState::closed || nonconformity.state == NonconformityState::withdrawn;
}

void raise(std::optional<Date>& latest, std::optional<Date> const& day) {
  if (day && (!latest || *latest < *day)) latest = day;
}

}  // namespace

ProgrammeKnowledge::ProgrammeKnowledge(State const& state, Date today) : state_(state), today_(today) {
  note_risks();
  note_audits();
  note_nonconformities();
  note_events();
}

void ProgrammeKnowledge::note_risks() {
  auto const note = [&](Risk const& risk, std::string const& unit) {
    auto& highest = units_[unit].risk;
    if (!highest || level_of(*highest) < level_of(risk)) highest = &risk;
  };
  state_.for_each<Risk>([&](Risk const& risk) {
    if (risk.status == RiskStatus::closed || level_of(risk) == 0) return;
    if (risk.unit) note(risk, risk.unit->text());
    for (auto const& key : risk.assets)
      if (auto const* asset = state_.find(key); asset && asset->unit) note(risk, asset->unit->text());
    for (auto const& control : risk.controls)
      risk_of_control_[control] = std::max(risk_of_control_[control], level_of(risk));
  });
}

void ProgrammeKnowledge::expect(Key<"unit"> const& unit, Date day) { raise(units_[unit.text()].visit_ahead, day); }

void ProgrammeKnowledge::note(Criterion const& criterion, Date day) {
  auto const [at, fresh] = last_assessed_.emplace(criterion, day);
  if (!fresh) at->second = std::max(at->second, day);
}

void ProgrammeKnowledge::note_audits() {
  state_.for_each<Audit>([&](Audit const& audit) {
    bool const ahead = is_ahead(audit, today_);
    for (auto const& unit : audit.units) {
      auto& known = units_[unit.text()];
      if (ahead) raise(known.visit_ahead, audit.until);
      if (is_carried_out(audit) && (!known.last_audit || known.last_audit->until < audit.until))
        known.last_audit = &audit;
    }
    if (ahead)
      for (auto const& criterion : audit.criteria) note(criterion, audit.until);
  });
  state_.for_each<Assessment>([&](Assessment const& assessment) {
    if (assessment.verdict != Verdict::not_assessed) note(assessment.criterion, assessment.assessed_on);
  });
}

// Whether the actions of a minor nonconformity worked is looked at in the next regular audit; those of a major one are
// followed up.
void ProgrammeKnowledge::note_nonconformities() {
  state_.for_each<Nonconformity>([&](Nonconformity const& nonconformity) {
    if (is_over(nonconformity) || !nonconformity.unit) return;
    auto& known = units_[nonconformity.unit->text()];
    ++known.open;
    if (nonconformity.grade != Grade::major) return;
    for (auto const* action : state_.actions_of(nonconformity.key))
      if (is_open(*action)) raise(known.actions_due, action->due_on);
  });
}

void ProgrammeKnowledge::note_events() {
  state_.for_each<Incident>([&](Incident const& incident) {
    if (incident.state == IncidentState::reported || incident.state == IncidentState::dismissed || incident.retired_on)
      return;
    bool const grave = incident.severity && *incident.severity >= IncidentSeverity::high;
    for (auto const& unit : incident.units)
      units_[unit.text()].events.push_back({incident.occurred_on.value_or(incident.reported_on), true, grave});
  });
  state_.for_each<PlannedChange>([&](PlannedChange const& change) {
    if (change.state != ChangeState::done || !change.done_on || change.retired_on) return;
    for (auto const& unit : change.units)
      units_[unit.text()].events.push_back({*change.done_on, false, change.unplanned});
  });
}

int ProgrammeKnowledge::nonconformities_of(Audit const& audit, Key<"unit"> const& unit) const {
  auto const found = state_.select<Finding>([&](Finding const& finding) {
    return finding.audit == audit.key && finding.unit == unit && finding.kind == FindingKind::nonconformity &&
           finding.state != FindingState::withdrawn;
  });
  return static_cast<int>(found.size());
}

std::string ProgrammeKnowledge::result_of(Audit const& audit, int found) const {
  return std::to_string(found) + (found == 1 ? " nonconformity in " : " nonconformities in ") + audit.key.text();
}

void ProgrammeKnowledge::add_last_audit(AuditableUnit& row, UnitKnowledge const& known) const {
  auto const* last = known.last_audit;
  if (last && (!row.last_audited_on || *row.last_audited_on < last->until)) {
    row.last_audited_on = last->until;
    row.last_nonconformities = nonconformities_of(*last, row.unit);
    row.last_result = result_of(*last, *row.last_nonconformities);
  }
  int incidents = 0;
  for (auto const& event : known.events) {
    if (row.last_audited_on && event.on <= *row.last_audited_on) continue;
    if (event.incident)
      ++incidents;
    else
      raise(row.changed_on, event.on);
    if (event.grave && (!known.visit_ahead || *known.visit_ahead < event.on)) raise(row.event_on, event.on);
  }
  if (incidents > 0) row.incidents = incidents;
  row.last_is_planned = known.visit_ahead && (!row.last_audited_on || *row.last_audited_on < *known.visit_ahead);
  raise(row.last_audited_on, known.visit_ahead);
}

AuditableUnit ProgrammeKnowledge::unit(Unit const& unit, int levels) const {
  AuditableUnit row;
  row.unit = unit.key;
  row.name = unit.name;
  row.owner = unit.owner;
  row.importance = unit.importance;
  row.last_audited_on = unit.last_audited_on;
  row.last_result = unit.last_result;
  row.changed_on = unit.changed_on;
  row.minutes = audit_minutes(unit, PlanParameters{});
  row.criteria = unit.criteria;
  if (unit.kind == UnitKind::supplier) row.kind = AuditKind::supplier;
  row.site = unit.kind == UnitKind::site;
  auto const found = units_.find(unit.key.text());
  if (found == units_.end()) return row;
  auto const& known = found->second;
  if (known.risk) {
    row.risk_level = std::clamp(level_of(*known.risk), 1, levels);
    row.risk_band = score_of(*known.risk)->band;
  }
  row.open_nonconformities = known.open;
  row.actions_due = known.actions_due;
  add_last_audit(row, known);
  return row;
}

DueCriterion ProgrammeKnowledge::criterion(Criterion const& criterion, int levels) const {
  DueCriterion row{criterion, {}, {}, {}};
  if (auto const last = last_assessed_.find(criterion); last != last_assessed_.end())
    row.last_audited_on = last->second;
  if (auto const risk = risk_of_control_.find(criterion); risk != risk_of_control_.end())
    row.risk_level = std::clamp(risk->second, 1, levels);
  return row;
}

}  // namespace v1
}  // namespace annexa
