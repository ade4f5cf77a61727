#pragma once
// How much better a plan could be at most: prices on people, sites and limits, at which each task alone chooses its
// best place.

#include <functional>

#include "timetable.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

struct BoundOptions {
  std::int64_t rounds = 150;
  std::function<bool(std::int64_t round)> go_on;  // asked before each round; false stops
};

// A lower bound of one level, over all plans that are no worse than @p best in each of the levels before it. In whole
// numbers: prices are integers, so the bound is exact whatever prices were found.
[[nodiscard]] std::int64_t lower_bound_of(Problem const& problem, Levels const& best, Level level,
                                          BoundOptions const& options);

}  // namespace engine
}  // namespace v1
}  // namespace annexa
