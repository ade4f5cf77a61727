#include "timetable.hpp"

#include <algorithm>
#include <limits>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Minute step = 5;  // sessions that wait for somebody begin on steps of five minutes
constexpr int unknown = std::numeric_limits<int>::max();

constexpr Minute rounded_up(Minute minute) noexcept {
  auto const rest = ((minute % step) + step) % step;
  return rest == 0 ? minute : minute + step - rest;
}
// Whole minutes around a time: bookings may begin and end within one.
constexpr Minute floor_of(std::int64_t micros) noexcept {
  return micros / 60'000'000 - (micros % 60'000'000 < 0 ? 1 : 0);
}
constexpr Minute ceiling_of(std::int64_t micros) noexcept { return -floor_of(-micros); }

// The union of slots, in order.
void merge(std::vector<Slot>& slots) {
  std::ranges::sort(slots, {}, &Slot::start);
  std::vector<Slot> merged;
  for (auto const& slot : slots) {
    if (!merged.empty() && slot.start <= merged.back().end)
      merged.back().end = std::max(merged.back().end, slot.end);
    else
      merged.push_back(slot);
  }
  slots = std::move(merged);
}

}  // namespace

Minute begin_minute(Session const& session) noexcept { return floor_of(session.start.micros()); }
Minute end_minute(Session const& session) noexcept { return ceiling_of(session.end.micros()); }

Timetable::Timetable(PlanRequest const& request, Roster const& roster)
    : request_(request),
      roster_(roster),
      window_(static_cast<std::size_t>(request.until - request.from) + 1),
      hours_(request.parameters.hours.spans),
      places_{request.parameters.hours},
      busy_(roster.size()),
      taken_(roster.size() * window_),
      room_(roster.size() * window_, unknown) {
  if (hours_.empty()) hours_ = {{0, 1440}};
  for (auto const& span : hours_) longest_span_ = std::max(longest_span_, span.until - span.from);
  for (std::size_t day = 0; day < window_; ++day) working_.set(day);
  working_ = working(request.calendar);
  note_bookings();
}

void Timetable::note_bookings() {
  for (auto const& booking : request_.bookings)
    if (auto const person = roster_.find(booking.person.text()))
      busy_[*person].push_back({floor_of(booking.start.micros()), ceiling_of(booking.end.micros())});
  for (auto& slots : busy_) merge(slots);
}

Days Timetable::working(WorkingCalendar const& calendar) const {
  std::array<bool, 8> off{};
  for (int const day : calendar.weekend)
    if (day >= 1 && day <= 7) off[static_cast<std::size_t>(day)] = true;
  Days days = working_;
  for (std::size_t day = 0; day < window_; ++day)
    if (off[static_cast<std::size_t>(date(day).weekday())]) days.reset(day);
  for (auto const holiday : calendar.holidays)
    if (request_.from <= holiday && holiday <= request_.until)
      days.reset(static_cast<std::size_t>(holiday - request_.from));
  return days;
}

std::size_t Timetable::day_of(Minute minute) const {
  auto const day = local_day(request_.parameters.hours, Instant::at(Date{}, minute));
  return static_cast<std::size_t>(day - request_.from);
}

Minute Timetable::minute_at(std::size_t day, int clock) const {
  return floor_of(at_local(request_.parameters.hours, date(day), clock).micros());
}

std::vector<Slot> Timetable::spans_of(std::size_t day) const {
  std::vector<Slot> spans;
  for (auto const& span : hours_) spans.push_back({minute_at(day, span.from), minute_at(day, span.until)});
  return spans;
}

std::size_t Timetable::place(WorkingHours const& hours) {
  auto const found = std::ranges::find(places_, hours);
  if (found != places_.end()) return static_cast<std::size_t>(found - places_.begin());
  places_.push_back(hours);
  return places_.size() - 1;
}

std::vector<Slot> Timetable::spans_at(std::size_t place, std::size_t day, Days const& open) const {
  if (place == 0) return open.test(day) ? spans_of(day) : std::vector<Slot>();
  auto const whole = whole_day(day);
  std::vector<Slot> spans;
  for (auto there = day - std::min<std::size_t>(day, 1); there < std::min(day + 2, window_); ++there) {
    if (!open.test(there)) continue;
    for (auto const& span : hours_) {
      auto const at = [&](int clock) { return floor_of(at_local(places_[place], date(there), clock).micros()); };
      Slot const slot{std::max(at(span.from), whole.start), std::min(at(span.until), whole.end)};
      if (slot.start < slot.end) spans.push_back(slot);
    }
  }
  return spans;
}

bool Timetable::may_take(std::size_t person, std::size_t day) const {
  if (!roster_.there(person).test(day)) return false;
  auto const& most = roster_.record(person).audit_days_per_year;
  if (!most) return true;
  auto const& booked = roster_.days_booked(person);
  auto const is_booked = [&](Date date) { return std::ranges::binary_search(booked, date); };
  if (taken_[cell(person, day)] > 0 || is_booked(date(day))) return true;
  int const year = date(day).parts().year;
  auto used = std::ranges::count_if(booked, [&](Date date) { return date.parts().year == year; });
  for (std::size_t other = 0; other < window_; ++other)
    if (taken_[cell(person, other)] > 0 && date(other).parts().year == year && !is_booked(date(other))) ++used;
  return used < *most;
}

Minute Timetable::free_from(std::size_t person, Slot slot) const {
  auto const& busy = busy_[person];
  auto const next = std::ranges::upper_bound(busy, slot.start, {}, &Slot::end);
  return next != busy.end() && next->start < slot.end ? next->end : slot.start;
}

std::optional<Slot> Timetable::search_in(Slot range, std::span<std::size_t const> people, int minutes) const {
  Slot slot{range.start, 0};
  for (bool moved = true; moved;) {
    moved = false;
    slot.end = slot.start + minutes;
    if (slot.end > range.end) return {};
    for (auto const person : people) {
      auto const start = free_from(person, slot);
      if (start == slot.start) continue;
      slot.start = rounded_up(start);
      moved = true;
      break;
    }
  }
  return slot;
}

std::optional<Slot> Timetable::search(std::span<std::size_t const> people, Wish const& wish) const {
  auto const within = [&](Minute from, Minute until) {
    return search_in({std::max(from, wish.not_before), std::min(until, wish.limit)}, people, wish.minutes);
  };
  for (auto const& span : wish.elsewhere)
    if (auto const slot = within(span.start, span.end)) return slot;
  if (!wish.elsewhere.empty()) return {};
  for (auto const& span : hours_)
    if (auto const slot = within(minute_at(wish.day, span.from), minute_at(wish.day, span.until))) return slot;
  return {};
}

std::optional<Slot> Timetable::earliest(std::span<std::size_t const> people, Wish const& wish) {
  if (!wish.elsewhere.empty()) return search(people, wish);
  for (auto const person : people)
    if (!may_fit(person, wish.day, wish.minutes)) return {};
  auto found = search(people, wish);
  if (found) return found;
  Wish const whole{wish.day, wish.minutes, begin_of(wish.day), end_of(wish.day)};
  for (auto const person : people)
    if (!search({&person, 1}, whole)) room_[cell(person, wish.day)] = wish.minutes - 1;
  return {};
}

std::optional<Gathering> Timetable::latest(std::size_t somebody, std::span<std::size_t const> others, std::size_t least,
                                           Wish const& wish) const {
  std::optional<Gathering> best;
  for (auto const& span : hours_) {
    auto const begin = std::max(minute_at(wish.day, span.from), wish.not_before);
    for (auto end = std::min(minute_at(wish.day, span.until), wish.limit); end - wish.minutes >= begin;
         end -= 3 * step) {
      Gathering found{{end - wish.minutes, end}, {}};
      if (!is_free(somebody, found.slot)) continue;
      std::ranges::copy_if(others, std::back_inserter(found.others),
                           [&](auto other) { return is_free(other, found.slot); });
      auto const enough = best ? best->others.size() : least;
      bool const later = !best || found.slot.start > best->slot.start;
      if (found.others.size() > enough || (found.others.size() == enough && later)) best = std::move(found);
    }
  }
  return best;
}

void Timetable::take(std::size_t person, Slot slot, Part part) {
  auto& busy = busy_[person];
  busy.insert(std::ranges::upper_bound(busy, slot.start, {}, &Slot::start), slot);
  if (part == Part::audits) ++taken_[cell(person, day_of(slot.start))];
  log_.push_back({person, slot, part});
}

void Timetable::undo(std::size_t mark) {
  while (log_.size() > mark) {
    auto const [person, slot, part] = log_.back();
    log_.pop_back();
    auto& busy = busy_[person];
    busy.erase(std::ranges::find(busy, slot));
    auto const at = cell(person, day_of(slot.start));
    if (part == Part::audits) --taken_[at];
    room_[at] = unknown;
  }
}

}  // namespace v1
}  // namespace annexa
