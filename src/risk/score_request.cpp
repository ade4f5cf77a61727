#include <annexa/risk/score_request.hpp>

namespace annexa {
inline namespace v1 {

result<Score> score(Method const& method, ScoreRequest const& request) {
  if (request.effects.empty() && !request.stage) return score(method, request.rating, "/rating");
  std::vector<StandingEffect> standing;
  Error errors;
  for (auto const& each : request.effects) standing.push_back({&each.effect, each.status, false, each.in_treatment});
  std::vector<ControlEffect> effects;
  for (auto const& each : request.effects) effects.push_back(each.effect);
  check_effects(method, effects, "/effects", errors);
  if (!errors.empty()) return errors;
  return score(method, request.rating, standing, request.stage.value_or(RiskStage::residual), request.threat,
               "/rating");
}

}  // namespace v1
}  // namespace annexa
