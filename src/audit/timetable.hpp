#pragma once
// When people are free: working days and hours, and what is booked so far.

#include <span>

#include "roster.hpp"

namespace annexa {
inline namespace v1 {

// Minutes since 1970-01-01T00:00:00Z.
using Minute = std::int64_t;

struct Slot {
  Minute start;
  Minute end;
  friend bool operator==(Slot const&, Slot const&) = default;
};

// The whole minutes around a session.
[[nodiscard]] Minute begin_minute(Session const& session) noexcept;
[[nodiscard]] Minute end_minute(Session const& session) noexcept;

// Where a slot may lie.
struct Wish {
  std::size_t day;                    // counted from the first of the window
  int minutes;                        // how long
  Minute not_before;                  // earliest begin
  Minute limit;                       // latest end
  std::span<Slot const> elsewhere{};  // the hours of a place with other clocks; the audit's when empty
};

// A slot, and who of several can come.
struct Gathering {
  Slot slot;
  std::vector<std::size_t> others;
};

class Timetable {
 public:
  // What somebody does in a session: days of answering are no days of auditing.
  enum class Part : std::uint8_t { audits, answers };

  Timetable(PlanRequest const& request, Roster const& roster);

  [[nodiscard]] Date date(std::size_t day) const { return request_.from.plus_days(static_cast<std::int64_t>(day)); }
  [[nodiscard]] std::size_t day_of(Minute minute) const;
  // When the clocks of the place show so many minutes after midnight.
  [[nodiscard]] Minute minute_at(std::size_t day, int clock) const;
  [[nodiscard]] Minute begin_of(std::size_t day) const { return minute_at(day, hours_.front().from); }
  [[nodiscard]] Minute end_of(std::size_t day) const { return minute_at(day, hours_.back().until); }
  // Days on which the organisation is at work.
  [[nodiscard]] Days const& working() const noexcept { return working_; }
  // Days on which @p calendar and the organisation are at work.
  [[nodiscard]] Days working(WorkingCalendar const& calendar) const;
  // The hours of work of a day.
  [[nodiscard]] std::vector<Slot> spans_of(std::size_t day) const;
  // The whole of a day, from midnight to midnight.
  [[nodiscard]] Slot whole_day(std::size_t day) const { return {minute_at(day, 0), minute_at(day, 1440)}; }

  // Places by their clocks: 0 has those of the audit.
  [[nodiscard]] std::size_t place(WorkingHours const& hours);
  [[nodiscard]] std::size_t places() const noexcept { return places_.size(); }
  [[nodiscard]] WorkingHours const& clocks(std::size_t place) const { return places_[place]; }
  // The hours of work of a place that lie in a day of the audit's, on days of its own that are among @p open.
  [[nodiscard]] std::vector<Slot> spans_at(std::size_t place, std::size_t day, Days const& open) const;
  // When somebody is taken, in order.
  [[nodiscard]] std::span<Slot const> busy(std::size_t person) const { return busy_[person]; }
  // True if somebody audits that day by this plan.
  [[nodiscard]] bool audits(std::size_t person, std::size_t day) const { return taken_[cell(person, day)] > 0; }
  // Length of the longest span of hours.
  [[nodiscard]] int longest_span() const noexcept { return longest_span_; }

  // True if somebody may take a session that day: there, and within the days a year that they give.
  [[nodiscard]] bool may_take(std::size_t person, std::size_t day) const;
  [[nodiscard]] bool is_free(std::size_t person, Slot slot) const { return free_from(person, slot) == slot.start; }
  // False if a session of that length is known to find no room in somebody's day.
  [[nodiscard]] bool may_fit(std::size_t person, std::size_t day, int minutes) const {
    return minutes <= room_[cell(person, day)];
  }
  // The earliest time at which all of them are free.
  [[nodiscard]] std::optional<Slot> earliest(std::span<std::size_t const> people, Wish const& wish);
  // The time at which somebody and most of the others are free, at least @p least of them; the latest of those.
  [[nodiscard]] std::optional<Gathering> latest(std::size_t somebody, std::span<std::size_t const> others,
                                                std::size_t least, Wish const& wish) const;

  void take(std::size_t person, Slot slot, Part part = Part::audits);
  // What was taken so far; undo() gives back all that was taken since.
  [[nodiscard]] std::size_t mark() const noexcept { return log_.size(); }
  void undo(std::size_t mark);

 private:
  struct Taken {
    std::size_t person;
    Slot slot;
    Part part;
  };
  [[nodiscard]] std::optional<Slot> search(std::span<std::size_t const> people, Wish const& wish) const;
  [[nodiscard]] std::optional<Slot> search_in(Slot range, std::span<std::size_t const> people, int minutes) const;
  // The begin of @p slot, or the end of what stands in its way.
  [[nodiscard]] Minute free_from(std::size_t person, Slot slot) const;
  [[nodiscard]] std::size_t cell(std::size_t person, std::size_t day) const noexcept { return person * window_ + day; }
  void note_bookings();

  PlanRequest const& request_;
  Roster const& roster_;
  std::size_t window_;
  Days working_;
  std::vector<DaySpan> hours_;
  std::vector<WorkingHours> places_;
  int longest_span_ = 0;
  std::vector<std::vector<Slot>> busy_;  // by person; apart and in order
  std::vector<Taken> log_;
  std::vector<int> taken_;  // sessions of this plan that somebody audits in, by person and day
  std::vector<int> room_;   // sessions longer than this are known not to fit, by person and day
};

}  // namespace v1
}  // namespace annexa
