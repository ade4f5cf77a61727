#include "risk_scoring.hpp"

#include <annexa/isms/statement.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

// True if the control belongs to a measure that is still to be carried out.
bool in_treatment(Risk const& risk, Criterion const& control) {
  return std::ranges::any_of(risk.measures, [&](Measure const& measure) {
    return is_open(measure) && std::ranges::find(measure.controls, control) != measure.controls.end();
  });
}

}  // namespace

ControlRows::ControlRows(State const& state) {
  state.for_each<Applicability>([&](Applicability const& row) {
    if (!row.retired_on)
      rows_.insert_or_assign(row.control, &row);
    else
      rows_.emplace(row.control, &row);  // a row in force comes before it
  });
}

std::vector<StandingEffect> ControlRows::standing(Risk const& risk) const {
  std::vector<StandingEffect> out;
  for (auto const& effect : risk.effects) {
    StandingEffect standing{&effect, {}, false, in_treatment(risk, effect.control)};
    if (auto const row = rows_.find(effect.control); row != rows_.end()) {
      standing.status = row->second->retired_on ? ImplementationStatus::retired : row->second->status;
      standing.excluded = !row->second->applicable;
    }
    out.push_back(standing);
  }
  return out;
}

result<Score> computed_score(Method const& method, Risk const& risk, ControlRows const& rows, RiskStage stage) {
  return score(method, rating_of(method, *risk.scores.inherent), rows.standing(risk), stage, risk.threat);
}

bool same_figures(Score const& a, Score const& b) noexcept {
  auto const same_score = !a.score || !b.score || *a.score == *b.score;
  return a.level == b.level && a.likelihood == b.likelihood && a.impact == b.impact && same_score;
}

}  // namespace v1
}  // namespace annexa
