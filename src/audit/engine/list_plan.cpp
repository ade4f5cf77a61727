#include "list_plan.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace engine {
namespace {

constexpr Slot unplanned = -1;

Bits turned(Bits const& bits) {
  Bits other(bits.size());
  for (auto s = bits.first(); s < bits.size(); s = bits.first(s + 1))
    other.fill(bits.size() - 1 - s, bits.size() - s, true);
  return other;
}

std::vector<std::vector<int>> before_of(Problem const& problem, bool backward) {
  std::vector<std::vector<int>> before(problem.tasks.size());
  for (std::size_t i = 0; i < problem.tasks.size(); ++i)
    for (auto const one : problem.tasks[i].before) {
      if (backward)
        before[static_cast<std::size_t>(one)].push_back(static_cast<int>(i));
      else
        before[i].push_back(one);
    }
  return before;
}

}  // namespace

ListPlan::ListPlan(Problem const& problem, bool backward)
    : problem_(problem),
      before_(before_of(problem, backward)),
      after_(before_of(problem, !backward)),
      starts_(problem.tasks.size(), unplanned),
      teams_(problem.tasks.size()) {
  for (auto const& person : problem.people) calendar_.push_back(backward ? turned(person.free) : person.free);
}

void ListPlan::take(int task, Slot start) {
  auto const end = start + problem_.tasks[static_cast<std::size_t>(task)].duration;
  starts_[static_cast<std::size_t>(task)] = start;
  length_ = std::max(length_, end);
  for (auto const person : team(task)) free_[static_cast<std::size_t>(person)].fill(start, end, false);
}

// Tasks that one person does: the candidate who can start first, of those the one who is needed least elsewhere.
bool ListPlan::add_one(TaskList const& list, int task, Slot from, Slot limit) {
  auto const& row = problem_.tasks[static_cast<std::size_t>(task)];
  auto const out = list.kept_out[static_cast<std::size_t>(task)];
  auto best = limit;
  std::int64_t dearness = 0;
  int chosen = -1;
  for (std::size_t i = 0; i < row.candidates.size(); ++i) {
    if (i < 64 && ((out >> i) & 1U) != 0) continue;
    auto const person = static_cast<std::size_t>(row.candidates[i].person);
    auto const start = free_[person].first_run(from, row.duration);
    if (start > best || (start == best && chosen >= 0 && list.dearness[person] >= dearness)) continue;
    best = start;
    dearness = list.dearness[person];
    chosen = row.candidates[i].person;
  }
  if (chosen < 0 || best + row.duration >= limit) return false;
  auto& team = teams_[static_cast<std::size_t>(task)];
  team.clear();
  team.push_back(chosen);
  take(task, best);
  return true;
}

// Fills the task's team from those of near_ who can start at @p start.
bool ListPlan::team_at(Task const& task, int number, Slot start) {
  Matching matching(task.counts);
  auto& team = teams_[static_cast<std::size_t>(number)];
  team.clear();
  for (auto const& one : near_) {
    if (matching.full()) break;
    if (one.start == start && matching.add(task.candidates[one.candidate].skills))
      team.push_back(task.candidates[one.candidate].person);
  }
  return matching.full();
}

// Tasks that a team does: from one moment at which somebody becomes free to the next.
bool ListPlan::add_team(TaskList const& list, int task, Slot from, Slot limit) {
  auto const& row = problem_.tasks[static_cast<std::size_t>(task)];
  auto const out = list.kept_out[static_cast<std::size_t>(task)];
  near_.clear();
  for (std::size_t i = 0; i < row.candidates.size(); ++i) {
    if (i < 64 && ((out >> i) & 1U) != 0) continue;
    auto const person = static_cast<std::size_t>(row.candidates[i].person);
    near_.push_back({i, free_[person].first_run(from, row.duration), list.dearness[person]});
  }
  std::ranges::sort(near_, {}, [](Free const& one) { return std::pair(one.dearness, one.candidate); });
  for (auto start = from; start + row.duration < limit;) {
    if (team_at(row, task, start)) {
      take(task, start);
      return true;
    }
    auto next = limit;
    for (auto const& one : near_)
      if (one.start > start) next = std::min(next, one.start);
    for (auto& one : near_)
      if (one.start < next)
        one.start = free_[static_cast<std::size_t>(row.candidates[one.candidate].person)].first_run(next, row.duration);
    start = next;
  }
  return false;
}

bool ListPlan::add(TaskList const& list, int task, Slot limit) {
  auto const number = static_cast<std::size_t>(task);
  if (starts_[number] != unplanned) return true;
  Slot from = 0;
  for (auto const before : before_[number]) {
    if (!add(list, before, limit)) return false;
    from = std::max(from, end(before));
  }
  auto const& row = problem_.tasks[number];
  std::size_t people = row.counts.empty() ? 1 : 0;
  for (auto const count : row.counts) people += static_cast<std::size_t>(count);
  if (people == 0) {
    teams_[number].clear();
    take(task, from);
    return from + row.duration < limit;
  }
  return people == 1 ? add_one(list, task, from, limit) : add_team(list, task, from, limit);
}

bool ListPlan::make(TaskList const& list, Slot limit) {
  free_ = calendar_;
  std::ranges::fill(starts_, unplanned);
  length_ = 0;
  for (auto const task : list.order)
    if (!add(list, task, limit)) return false;
  return true;
}

}  // namespace engine
}  // namespace v1
}  // namespace annexa
