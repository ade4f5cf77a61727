#pragma once
// The next best place of a task, and the level that rejected it.

#include <optional>

#include "insertion.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

struct Alternative {
  Place place;
  std::optional<Level> level;  // on which it is worse; none if it is as good
  std::int64_t by = 0;         // how much worse
};

// The better of: a task at another time, or now without its lead. Everything else stays.
// @param apart  another time begins at least so many slots before or after; 1 or more.
[[nodiscard]] std::optional<Alternative> alternative_to(Timetable& timetable, Weights const& weights, int task,
                                                        Slot apart = 1);

}  // namespace engine
}  // namespace v1
}  // namespace annexa
