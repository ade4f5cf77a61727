#include "plan_grid.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Minute coarse = 5;
constexpr std::uint64_t most_fine = 400'000'000;  // slots times sessions up to which a minute is a slot

constexpr bool on(Minute minute, Minute step) noexcept { return minute % step == 0; }

}  // namespace

PlanGrid::PlanGrid(PlanRequest const& request, Timetable const& table, Days const& days, std::size_t tasks) {
  std::vector<Slot> pieces;
  for (std::size_t day = 0; day < most_days; ++day)
    for (std::size_t place = 0; days.test(day) && place < table.places(); ++place)
      std::ranges::copy(table.spans_at(place, day, Days().set()), std::back_inserter(pieces));
  for (auto const& session : request.published) {
    auto const day = local_day(request.parameters.hours, session.start);
    if (session.cancelled || day < request.from || request.until < day) continue;
    pieces.push_back({begin_minute(session), end_minute(session)});
  }
  choose_step(pieces, tasks);
  std::ranges::sort(pieces, {}, [](Slot const& piece) { return std::pair(piece.start, piece.end); });
  Minute covered = pieces.empty() ? 0 : pieces.front().start;
  for (auto const& piece : pieces) {
    auto const begin = std::max(piece.start, covered);
    if (piece.end <= begin) continue;
    auto const first = slots();
    auto const count = length(piece.end - begin);
    auto const day = table.day_of(begin);
    stretches_.push_back({begin, first, first + count, day});
    days_.set(day);
    covered = begin + count * step_;
  }
}

// A minute is a slot where something is not on five, and there is not too much of it.
void PlanGrid::choose_step(std::vector<Slot> const& pieces, std::size_t tasks) {
  std::uint64_t minutes = 0;
  bool fine = false;
  for (auto const& piece : pieces) {
    minutes += static_cast<std::uint64_t>(piece.end - piece.start);
    fine = fine || !on(piece.start, coarse) || !on(piece.end, coarse);
  }
  step_ = fine && minutes * (tasks + 1) <= most_fine ? 1 : coarse;
}

PlanGrid::Stretch const* PlanGrid::before(Minute minute) const noexcept {
  auto const next = std::ranges::upper_bound(stretches_, minute, {}, &Stretch::begin);
  return next == stretches_.begin() ? nullptr : &*std::prev(next);
}

Minute PlanGrid::minute(engine::Slot slot) const noexcept {
  auto const next = std::ranges::upper_bound(stretches_, slot, {}, &Stretch::first);
  auto const& stretch = *std::prev(next);
  return stretch.begin + (slot - stretch.first) * step_;
}

engine::Slot PlanGrid::ending_after(Minute minute) const noexcept {
  auto const* stretch = before(minute);
  if (!stretch) return 0;
  return static_cast<engine::Slot>(std::min<Minute>(stretch->end, stretch->first + (minute - stretch->begin) / step_));
}

engine::Slot PlanGrid::beginning_at(Minute minute) const noexcept {
  auto const* stretch = before(minute);
  if (!stretch) return 0;
  return static_cast<engine::Slot>(
      std::min<Minute>(stretch->end, stretch->first + (minute - stretch->begin + step_ - 1) / step_));
}

engine::Slot PlanGrid::at(Minute minute) const noexcept {
  auto const* stretch = before(minute);
  if (!stretch || stretch->begin + (stretch->end - stretch->first) * step_ <= minute) return -1;
  return stretch->first + static_cast<engine::Slot>((minute - stretch->begin) / step_);
}

std::pair<engine::Slot, engine::Slot> PlanGrid::day(std::size_t day) const noexcept {
  auto const found = std::ranges::equal_range(stretches_, day, {}, &Stretch::day);
  if (found.empty()) return {0, 0};
  return {found.front().first, found.back().end};
}

}  // namespace v1
}  // namespace annexa
