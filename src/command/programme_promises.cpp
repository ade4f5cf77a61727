#include "programme_promises.hpp"

#include <algorithm>
#include <map>

#include "programme_knowledge.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Until when each unit was visited last, or will have been by an audit that is planned.
std::map<std::string, Date> visits_until(State const& state) {
  std::map<std::string, Date> until;
  state.for_each<Audit>([&](Audit const& audit) {
    if (!is_carried_out(audit) && !is_ahead(audit, state.latest.date())) return;
    for (auto const& unit : audit.units) {
      auto const [at, fresh] = until.emplace(unit.text(), audit.until);
      if (!fresh) at->second = std::max(at->second, audit.until);
    }
  });
  return until;
}

std::map<Criterion, Date> assessed_until(State const& state) {
  std::map<Criterion, Date> until;
  state.for_each<Assessment>([&](Assessment const& assessment) {
    if (assessment.verdict == Verdict::not_assessed) return;
    auto const [at, fresh] = until.emplace(assessment.criterion, assessment.assessed_on);
    if (!fresh) at->second = std::max(at->second, assessment.assessed_on);
  });
  return until;
}

}  // namespace

bool is_taken_up(State const& state, ProgrammeEntry const& entry) {
  auto const* audit = state.find<Audit>(entry.audit);
  return audit && audit->state != AuditState::cancelled;
}

Programme const* programme_in_force(State const& state, Date month) {
  Programme const* found = nullptr;
  state.for_each<Programme>([&](Programme const& each) {
    if (each.state == ProgrammeState::approved && each.from <= month && month <= each.until &&
        (!found || found->from <= each.from))
      found = &each;
  });
  return found;
}

std::vector<Promise> promises_of(State const& state, Programme const& programme) {
  auto const visited = visits_until(state);
  std::vector<Promise> promises;
  for (auto const& entry : programme.entries) {
    auto const* audit = state.find<Audit>(entry.audit);
    for (auto const& unit : entry.units) {
      bool const there =
          audit && audit->state != AuditState::cancelled && std::ranges::find(audit->units, unit) != audit->units.end();
      auto const last = visited.find(unit.text());
      if (!there && (last == visited.end() || last->second < entry.from)) promises.push_back({unit, entry.from});
    }
  }
  return promises;
}

std::vector<PromisedCriterion> promised_criteria(State const& state, Programme const& programme) {
  auto const assessed = assessed_until(state);
  std::vector<PromisedCriterion> promised;
  for (auto const& entry : programme.entries) {
    if (is_taken_up(state, entry)) continue;
    for (auto const& criterion : entry.criteria) {
      auto const last = assessed.find(criterion);
      if (last == assessed.end() || last->second < entry.from) promised.push_back({criterion, entry.from});
    }
  }
  return promised;
}

}  // namespace v1
}  // namespace annexa
