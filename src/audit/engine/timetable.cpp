#include "timetable.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

std::int64_t change_of(Task const& task, Place const& place) noexcept {
  if (!task.published) return 0;
  auto const& was = *task.published;
  std::int64_t others = 0;
  for (auto const person : place.team) others += was.team.has(person) ? 0 : 1;
  auto const same_people = others == 0 && was.team.size() == place.team.size();
  if (same_people && was.start == place.start) return 0;
  return changed_session + (was.start == place.start ? 0 : changed_time) + others;
}

bool serves(Task const& task, Team const& team) noexcept {
  std::uint32_t skills = 0;
  bool led = !task.led;
  for (auto const person : team) {
    auto const found = std::ranges::lower_bound(task.candidates, person, {}, &Candidate::person);
    if (found == task.candidates.end() || found->person != person) return false;
    skills |= found->skills;
    led = led || found->lead;
  }
  return led && skills == (std::uint32_t{1} << task.skills) - 1 &&
         (!task.counts.empty() || (!team.empty() && team.size() <= task.largest_team));
}

Timetable::Timetable(Problem const& problem)
    : problem_(problem),
      plan_(problem.tasks.size()),
      used_(problem.sites.size()),
      taken_(problem.people.size() * at(problem.periods)),
      load_(problem.people.size()),
      spans_(at(problem.periods), {0, problem.slots}),
      after_(problem.tasks.size()) {
  if (!problem.period_of.empty()) {
    spans_.assign(at(problem.periods), {problem.slots, 0});
    for (Slot s = 0; s < problem.slots; ++s) {
      auto& span = spans_[at(problem.period_of[at(s)])];
      span = {std::min(span.first, s), s + 1};
    }
  }
  for (auto const& person : problem.people) free_.push_back(person.free);
  for (std::size_t i = 0; i < problem.sites.size(); ++i) {
    open_.push_back(problem.sites[i].free);
    if (problem.sites[i].capacity > 1) used_[i].resize(at(problem.slots));
  }
  for (std::size_t i = 0; i < problem.tasks.size(); ++i) {
    levels_ += missing(static_cast<int>(i));
    for (auto const before : problem.tasks[i].before) after_[at(before)].push_back(static_cast<int>(i));
  }
}

bool Timetable::within_limits(int person, Slot start, Slot duration) const noexcept {
  auto const& limits = problem_.people[at(person)].limits;
  if (limits.empty()) return true;
  for (auto s = start; s < start + duration;) {
    auto const period = problem_.period_of.empty() ? 0 : problem_.period_of[at(s)];
    auto end = start + duration;
    if (!problem_.period_of.empty())
      for (end = s + 1; end < start + duration && problem_.period_of[at(end)] == period;) ++end;
    if (taken_[at(person) * at(problem_.periods) + at(period)] + (end - s) > limits[at(period)]) return false;
    s = end;
  }
  return true;
}

bool Timetable::possible(int task, Place const& place) const noexcept {
  auto const& row = problem_.tasks[at(task)];
  auto const end = place.start + row.duration;
  if (place.start < 0 || end > problem_.slots || !row.starts.test(place.start)) return false;
  auto const span = between(task);
  if (!span || place.start < span->first || place.start > span->second) return false;
  for (auto const site : row.sites)
    if (!open(site).all(place.start, end)) return false;
  for (auto const person : place.team)
    if (!free(person).all(place.start, end) || !within_limits(person, place.start, row.duration)) return false;
  return serves(row, place.team) && in_windows(row, place);
}

bool Timetable::in_windows(Task const& task, Place const& place) const noexcept {
  if (problem_.windows.empty()) return true;
  return std::ranges::all_of(place.team, [&](int person) {
    auto const window = std::ranges::lower_bound(task.candidates, person, {}, &Candidate::person)->window;
    return window < 0 || problem_.windows[at(window)].test(place.start);
  });
}

std::optional<std::pair<Slot, Slot>> Timetable::between(int task) const noexcept {
  auto const& row = problem_.tasks[at(task)];
  Slot first = 0;
  Slot last = problem_.slots - row.duration;
  for (auto const before : row.before) {
    auto const& place = plan_[at(before)];
    if (!place) return {};
    first = std::max(first, place->start + problem_.tasks[at(before)].duration);
  }
  for (auto const next : after(task))
    if (auto const& place = plan_[at(next)]) last = std::min(last, place->start - row.duration);
  if (first > last) return {};
  return std::pair{first, last};
}

Levels Timetable::missing(int task) const noexcept {
  auto const& row = problem_.tasks[at(task)];
  Levels levels;
  levels[left_out] = row.risk;
  levels[changes] = row.published ? changed_session + changed_time : 0;
  return levels;
}

Levels Timetable::worth(int task, Place const& place) const noexcept {
  auto const& row = problem_.tasks[at(task)];
  Levels levels;
  levels[lateness] = row.risk * std::max<std::int64_t>(0, place.start + row.duration - row.target);
  levels[changes] = change_of(row, place);
  for (auto const person : place.team) {
    auto const found = std::ranges::lower_bound(row.candidates, person, {}, &Candidate::person);
    levels[expense] += found->cost;
    levels[balance] += found->dislike + overload(person, row.duration);
  }
  return levels;
}

void Timetable::count(int task, Place const& place, int sign) noexcept {
  auto const& row = problem_.tasks[at(task)];
  auto const end = place.start + row.duration;
  for (auto const person : place.team) {
    free_[at(person)].fill(place.start, end, sign < 0);
    load_[at(person)] += sign * row.duration;
    if (!problem_.people[at(person)].limits.empty())
      for (auto s = place.start; s < end; ++s)
        taken_[at(person) * at(problem_.periods) + at(problem_.period_of.empty() ? 0 : problem_.period_of[at(s)])] +=
            sign;
  }
  for (auto const site : row.sites) {
    auto const capacity = problem_.sites[at(site)].capacity;
    if (capacity == 1)
      open_[at(site)].fill(place.start, end, sign < 0);
    else
      for (auto s = place.start; s < end; ++s) {
        auto& used = used_[at(site)][at(s)];
        used += sign;
        open_[at(site)].fill(s, s + 1, used < capacity);
      }
  }
}

void Timetable::place(int task, Place const& place) noexcept {
  levels_ -= missing(task);
  levels_ += worth(task, place);
  count(task, place, 1);
  plan_[at(task)] = place;
}

void Timetable::remove(int task) noexcept {
  auto const place = *plan_[at(task)];
  count(task, place, -1);
  levels_ -= worth(task, place);
  levels_ += missing(task);
  plan_[at(task)].reset();
}

}  // namespace engine
}  // namespace v1
}  // namespace annexa
