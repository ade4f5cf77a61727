#pragma once
// How the controls of a risk stand, and what follows for its scores.

#include <annexa/command/state.hpp>

#include <map>
#include <vector>

namespace annexa {
inline namespace v1 {

// The rows of the statement of applicability that are in force, by control. Borrows the state.
class ControlRows {
 public:
  explicit ControlRows(State const& state);
  // The effects of @p risk, each with how its control stands. They borrow the risk.
  [[nodiscard]] std::vector<StandingEffect> standing(Risk const& risk) const;

 private:
  std::map<Criterion, Applicability const*> rows_;
};

// Scores @p stage of a risk from its inherent score and the effects of its controls.
// @pre risk.scores.inherent is there.
[[nodiscard]] result<Score> computed_score(Method const& method, Risk const& risk, ControlRows const& rows,
                                           RiskStage stage);

// The stages that can follow from the inherent one.
inline constexpr RiskStage computed_stages[] = {RiskStage::current, RiskStage::residual, RiskStage::target};

// True if that score was judged by a person.
[[nodiscard]] inline bool is_judged(std::optional<Score> const& score) noexcept {
  return score && score->basis.value_or(ScoreBasis::judged) == ScoreBasis::judged;
}

// True if two scores say the same of a risk, whatever they rest on.
[[nodiscard]] bool same_figures(Score const& a, Score const& b) noexcept;

}  // namespace v1
}  // namespace annexa
