#pragma once
// Heat maps and trends of a register, as parts of reports and of pictures.

#include <annexa/command/state.hpp>
#include <annexa/report/risk_pictures.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {
namespace report {

// The open risks, in natural order of their keys.
[[nodiscard]] std::vector<Risk const*> open_risks(State const& state);

// The method of the state that the scores of the risk were made with, or null if it is another one or another version.
[[nodiscard]] Method const* method_of(State const& state, Risk const& risk);

// The methods that some of the risks were scored by and whose scores can be read by them, in natural order.
[[nodiscard]] std::vector<Method const*> methods_of(State const& state, std::vector<Risk const*> const& risks);

// The scores that @p method made, as points of its grid.
[[nodiscard]] std::vector<HeatPoint> points_of(Method const& method, std::vector<Risk const*> const& risks,
                                               RiskStage stage);

// A figure for each stage; or rating.not-a-pair.
[[nodiscard]] result<std::vector<Figure>> stage_figures(Method const& method, std::vector<Risk const*> const& risks,
                                                        std::vector<RiskStage> const& stages);

}  // namespace report
}  // namespace v1
}  // namespace annexa
