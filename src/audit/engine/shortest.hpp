#pragma once
// The shortest plan of all tasks: lists are turned into plans, and lists that give a shorter one are looked for.

#include "search.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

struct Shortest {
  Plan plan;                // of all tasks; empty if one cannot be placed at all
  Slot length = 0;          // when the last one ends
  Slot bound = 0;           // no plan is shorter
  std::int64_t rounds = 0;  // that were made
  bool stopped = false;     // by go_on
};

// A length below which no plan can be: chains of tasks, and the work that few people can do.
[[nodiscard]] Slot shortest_bound(Problem const& problem);

// Considers durations, precedence, skills and when people are free; no sites, no limits, no cost.
// @pre no precedence goes round in a circle
[[nodiscard]] Shortest shortest(Problem const& problem, SearchOptions const& options);

}  // namespace engine
}  // namespace v1
}  // namespace annexa
