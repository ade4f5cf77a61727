#pragma once
// The time of an audit in slots of equal length: hours of work on some days, and when sessions on record are.

#include "engine/bits.hpp"
#include "timetable.hpp"

namespace annexa {
inline namespace v1 {

class PlanGrid {
 public:
  // @param days   days whose hours of work count
  // @param tasks  how many sessions are to be placed: where they are many, slots are five minutes whatever was recorded
  PlanGrid(PlanRequest const& request, Timetable const& table, Days const& days, std::size_t tasks);

  [[nodiscard]] engine::Slot slots() const noexcept { return stretches_.empty() ? 0 : stretches_.back().end; }
  // Slots that so many minutes take.
  [[nodiscard]] engine::Slot length(Minute minutes) const noexcept {
    return static_cast<engine::Slot>((minutes + step_ - 1) / step_);
  }
  [[nodiscard]] Minute minute(engine::Slot slot) const noexcept;
  // The slot in which a minute lies, or -1.
  [[nodiscard]] engine::Slot at(Minute minute) const noexcept;
  // The first slot that ends after a minute; the first that begins at it or later; slots() if there is none.
  [[nodiscard]] engine::Slot ending_after(Minute minute) const noexcept;
  [[nodiscard]] engine::Slot beginning_at(Minute minute) const noexcept;
  // The slots of a day, its first and the first after it.
  [[nodiscard]] std::pair<engine::Slot, engine::Slot> day(std::size_t day) const noexcept;
  // Days that have slots.
  [[nodiscard]] Days const& days() const noexcept { return days_; }

 private:
  struct Stretch {
    Minute begin;
    engine::Slot first;
    engine::Slot end;
    std::size_t day;
  };
  void choose_step(std::vector<Slot> const& pieces, std::size_t tasks);
  [[nodiscard]] Stretch const* before(Minute minute) const noexcept;

  Minute step_ = 5;
  std::vector<Stretch> stretches_;  // in order of time
  Days days_;
};

}  // namespace v1
}  // namespace annexa
