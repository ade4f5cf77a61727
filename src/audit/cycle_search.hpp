#pragma once
// Whole programmes: how one is measured, how a first one is built, and where a series would be better.

#include "cycle_prices.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {

struct Plan {
  Paths paths;
  std::vector<Amount> loads;  // minutes by month
  Levels levels;              // with what months are overloaded by
  Amount value = 0;
};
[[nodiscard]] Plan measured(Model const& model, Weights const& weights, Paths paths);

// The heaviest series first, each where it is cheapest as the months are then, or at those prices if they are more.
[[nodiscard]] Plan build(Model const& model, Weights const& weights, PathFinder& finder,
                         std::vector<Amount> const& minute);

// Where one series is cheapest while all others stay, but for the months @p without.
[[nodiscard]] PathFinder::Found best_reply(Model const& model, Weights const& weights, PathFinder& finder,
                                           Plan const& plan, std::size_t series, Months without);

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
