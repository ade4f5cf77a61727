#pragma once
// Programmes near the best one: built by prices, then several series at a time are taken out and put in anew.

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
                                           Plan const& plan, std::size_t series, Months without,
                                           std::optional<int> first = {});

struct Effort {
  std::uint64_t seed = 1;
  std::int64_t iterations = 0;
  std::function<bool(std::int64_t done)> stop;  // asked now and then
};
// Takes some series out at a time, more often those in months that have too much, and puts them in anew. What got worse
// stays for a while if it is little, ever less of it.
// @return how many steps it took; @p plan is the best found.
std::int64_t improve(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices,
                     Effort const& effort, Plan& plan);

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
