#pragma once
// Programmes near the best one: several series at a time are taken out and put in anew, among the sets of months that
// the prices speak for.

#include "cycle_search.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {

struct Effort {
  std::uint64_t seed = 1;
  std::int64_t iterations = 0;
  std::function<bool(std::int64_t done)> stop;  // asked now and then
};

// Searches in phases, several times from the start. The first phase begins anew with what is cheapest at the prices and
// allows hardly anything else; the later ones go on from the best programme and allow ever more, but let it get ever
// less worse.
// @return how many steps it took; @p plan is the best found.
std::int64_t improve(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices,
                     Effort const& effort, Plan& plan);

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
