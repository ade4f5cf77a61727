// Requests for programmes out of records, and commands out of proposals.
#include <algorithm>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/planning.hpp>
#include <map>

namespace annexa {
inline namespace v1 {
namespace {

// How a risk stands today; where nobody scored that, without controls or after treatment.
std::optional<Score> const& score_of(Risk const& risk) {
  auto const& scores = risk.scores;
  return scores.current ? scores.current : scores.inherent ? scores.inherent : scores.residual;
}

int level_of(Risk const& risk) { return score_of(risk) ? score_of(risk)->level : 0; }

// What is known of units and criteria beyond their own records.
struct Knowledge {
  std::map<std::string, Risk const*> risk_of_unit;  // the highest
  std::map<Criterion, int> risk_of_control;         // level of the highest
  std::map<std::string, int> open;                  // nonconformities not closed, by unit
  std::map<std::string, Audit const*> last_audit;   // by unit
  std::map<Criterion, Date> last_assessed;
};

void note_risks(State const& state, Knowledge& known) {
  auto const note = [&](Risk const& risk, std::string const& unit) {
    auto& highest = known.risk_of_unit[unit];
    if (!highest || level_of(*highest) < level_of(risk)) highest = &risk;
  };
  state.for_each<Risk>([&](Risk const& risk) {
    if (risk.status == RiskStatus::closed || level_of(risk) == 0) return;
    if (risk.unit) note(risk, risk.unit->text());
    for (auto const& key : risk.assets)
      if (auto const* asset = state.find(key); asset && asset->unit) note(risk, asset->unit->text());
    for (auto const& control : risk.controls)
      known.risk_of_control[control] = std::max(known.risk_of_control[control], level_of(risk));
  });
}

void note_audits(State const& state, Knowledge& known) {
  state.for_each<Audit>([&](Audit const& audit) {
    if (audit.state != AuditState::concluded && audit.state != AuditState::reported) return;
    for (auto const& unit : audit.units) {
      auto& last = known.last_audit[unit.text()];
      if (!last || last->until < audit.until) last = &audit;
    }
  });
  state.for_each<Assessment>([&](Assessment const& assessment) {
    if (assessment.verdict == Verdict::not_assessed) return;
    auto const [at, fresh] = known.last_assessed.emplace(assessment.criterion, assessment.assessed_on);
    if (!fresh) at->second = std::max(at->second, assessment.assessed_on);
  });
  state.for_each<Nonconformity>([&](Nonconformity const& nonconformity) {
    bool const over =
        nonconformity.state == NonconformityState::closed || nonconformity.state == NonconformityState::withdrawn;
    if (!over && nonconformity.unit) ++known.open[nonconformity.unit->text()];
  });
}

std::string result_of(State const& state, Audit const& audit, Key<"unit"> const& unit) {
  auto const count = state
                         .select<Finding>([&](Finding const& finding) {
                           return finding.audit == audit.key && finding.unit == unit &&
                                  finding.kind == FindingKind::nonconformity &&
                                  finding.state != FindingState::withdrawn;
                         })
                         .size();
  return std::to_string(count) + (count == 1 ? " nonconformity in " : " nonconformities in ") + audit.key.text();
}

AuditableUnit auditable(State const& state, Unit const& unit, Knowledge const& known, int levels) {
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
  if (auto const risk = known.risk_of_unit.find(unit.key.text()); risk != known.risk_of_unit.end()) {
    row.risk_level = std::clamp(level_of(*risk->second), 1, levels);
    row.risk_band = score_of(*risk->second)->band;
  }
  if (auto const open = known.open.find(unit.key.text()); open != known.open.end())
    row.open_nonconformities = open->second;
  auto const last = known.last_audit.find(unit.key.text());
  if (last != known.last_audit.end() && (!row.last_audited_on || *row.last_audited_on < last->second->until)) {
    row.last_audited_on = last->second->until;
    row.last_result = result_of(state, *last->second, unit.key);
  }
  return row;
}

DueCriterion due(Criterion const& criterion, Knowledge const& known, int levels) {
  DueCriterion row{criterion, {}, {}};
  if (auto const last = known.last_assessed.find(criterion); last != known.last_assessed.end())
    row.last_audited_on = last->second;
  if (auto const risk = known.risk_of_control.find(criterion); risk != known.risk_of_control.end())
    row.risk_level = std::clamp(risk->second, 1, levels);
  return row;
}

int levels_in_use(State const& state, int otherwise) {
  std::size_t most = 0;
  state.for_each<Method>([&](Method const& method) { most = std::max(most, method.bands.size()); });
  return most == 0 ? otherwise : static_cast<int>(most);
}

// Keys of audits, and of entries of other programmes.
std::vector<std::string> keys_in_use(State const& state, Key<"programme"> const& programme) {
  std::vector<std::string> keys;
  state.for_each<Audit>([&](Audit const& audit) { keys.push_back(audit.key.text()); });
  state.for_each<Programme>([&](Programme const& each) {
    if (each.key == programme) return;
    for (auto const& entry : each.entries) keys.push_back(entry.audit);
  });
  return keys;
}

}  // namespace

ProgrammeRequest programme_request(State const& state, Date from, ProgrammeParameters parameters) {
  parameters.risk_levels = levels_in_use(state, parameters.risk_levels);
  Knowledge known;
  note_risks(state, known);
  note_audits(state, known);
  ProgrammeRequest request;
  request.programme = *Key<"programme">::parse("PRG-" + to_string(from).substr(0, 4));
  request.from = from;
  state.for_each<Unit>([&](Unit const& unit) {
    if (!unit.out_of_scope && (!unit.retired_on || from < *unit.retired_on))
      request.units.push_back(auditable(state, unit, known, parameters.risk_levels));
  });
  for (auto const* row : iso27001_2022().criteria())
    if (!row->reference.is_control()) request.criteria.push_back(due(row->reference, known, parameters.risk_levels));
  state.for_each<Applicability>([&](Applicability const& row) {
    if (row.applicable) request.criteria.push_back(due(row.control, known, parameters.risk_levels));
  });
  request.calendar = calendar_of(state, nullptr);
  request.taken = keys_in_use(state, *request.programme);
  request.parameters = std::move(parameters);
  return request;
}

Command programme_command(ProgrammeProposal const& proposal) {
  return Command::of("programme.propose", proposal.programme);
}

}  // namespace v1
}  // namespace annexa
