#pragma once
// From a problem to a good plan: greedy with regret, then rounds in which related tasks are taken out and put back
// better.

#include <cstdint>
#include <functional>

#include "timetable.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

struct SearchOptions {
  std::uint64_t seed = 1;
  std::int64_t rounds = 20'000;
  std::function<bool(std::int64_t round)> go_on;  // asked now and then; false stops. None: all rounds
  Plan const* start = nullptr;                    // where to begin, as far as it is possible; none: nowhere
};

struct SearchResult {
  Plan plan;
  Levels levels;
  std::int64_t rounds = 0;  // that were made
  bool stopped = false;     // by go_on, not by the number of rounds
};

// Weights that put the levels of @p problem in their order.
[[nodiscard]] Weights weights_of(Problem const& problem);

// Pinned tasks where they were, then published ones where that is still possible, then the others, least choice first.
void construct(Timetable& timetable, Weights const& weights);

[[nodiscard]] SearchResult search(Problem const& problem, SearchOptions const& options);

}  // namespace engine
}  // namespace v1
}  // namespace annexa
