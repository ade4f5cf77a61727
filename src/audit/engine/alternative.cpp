#include "alternative.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace engine {
namespace {

Alternative compared(Place const& place, Levels const& worth, Levels const& own) {
  Alternative told{place, {}, 0};
  for (std::size_t level = 0; level < level_count; ++level) {
    if (worth[level] == own[level]) continue;
    if (worth[level] > own[level]) {
      told.level = static_cast<Level>(level);
      told.by = worth[level] - own[level];
    }
    break;
  }
  return told;
}

}  // namespace

std::optional<Alternative> alternative_to(Timetable& timetable, Weights const& weights, int task, Slot apart) {
  auto const place = *timetable.plan()[static_cast<std::size_t>(task)];
  timetable.remove(task);
  Insertion insertion(timetable, weights);
  auto others = timetable.problem().tasks[static_cast<std::size_t>(task)].starts;
  others.fill(std::max(0, place.start - apart + 1), std::min(others.size(), place.start + apart), false);
  Bits now(others.size());
  now.fill(place.start, place.start + 1, true);
  std::optional<Place> best;
  for (auto const& offer : {insertion.best_in(task, others), insertion.best_in(task, now, place.team[0])})
    if (offer && (!best || timetable.worth(task, offer->place) < timetable.worth(task, *best))) best = offer->place;
  std::optional<Alternative> told;
  if (best) told = compared(*best, timetable.worth(task, *best), timetable.worth(task, place));
  timetable.place(task, place);
  return told;
}

}  // namespace engine
}  // namespace v1
}  // namespace annexa
