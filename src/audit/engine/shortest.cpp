#include "shortest.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "dice.hpp"
#include "list_plan.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {
namespace {

std::size_t row_of(int i) { return static_cast<std::size_t>(i); }

std::int64_t people_of(Task const& task) {
  if (task.counts.empty()) return 1;
  return std::accumulate(task.counts.begin(), task.counts.end(), std::int64_t{0});
}

// The longest chain that ends at, or begins with, each task, without the task itself.
std::vector<Slot> chains(Problem const& problem, std::vector<std::vector<int>> const& before) {
  std::vector<Slot> longest(problem.tasks.size(), -1);
  std::vector<int> stack;
  for (std::size_t i = 0; i < problem.tasks.size(); ++i) {
    stack.push_back(static_cast<int>(i));
    while (!stack.empty()) {
      auto const task = row_of(stack.back());
      auto const open = std::ranges::find_if(before[task], [&](int one) { return longest[row_of(one)] < 0; });
      if (open != before[task].end()) {
        stack.push_back(*open);
        continue;
      }
      longest[task] = 0;
      for (auto const one : before[task])
        longest[task] = std::max(longest[task], longest[row_of(one)] + problem.tasks[row_of(one)].duration);
      stack.pop_back();
    }
  }
  return longest;
}

// Lists that are changed, and the plans that they give.
class Lists {
 public:
  Lists(Problem const& problem, SearchOptions const& options)
      : problem_(problem), options_(options), dice_(options.seed), forward_(problem, false), backward_(problem, true) {}
  Shortest run();

 private:
  struct Worth {
    Slot length;
    std::int64_t late;  // slots by which tasks miss the length that is hoped for
    friend auto operator<=>(Worth const&, Worth const&) = default;
  };
  void measure_dearness();
  [[nodiscard]] TaskList first_list(int kind);
  void change(TaskList& list);
  void change_kept_out(TaskList& list, int task);
  [[nodiscard]] bool improve(TaskList& list, Slot limit);
  [[nodiscard]] Worth judge(ListPlan const& plan) const;
  void order_by(TaskList& list, ListPlan const& plan, bool ends);
  void keep(ListPlan const& plan);
  void start();

  Problem const& problem_;
  SearchOptions const& options_;
  Dice dice_;
  ListPlan forward_;
  ListPlan backward_;
  std::vector<Slot> heads_;
  std::vector<Slot> tails_;
  std::vector<std::int64_t> dearness_;
  TaskList current_;
  std::vector<Slot> current_starts_;
  Worth current_worth_{};
  Shortest best_;
};

// Work that needs somebody, shared among all who can do it.
void Lists::measure_dearness() {
  dearness_.assign(problem_.people.size(), 0);
  for (auto const& task : problem_.tasks) {
    if (task.candidates.empty()) continue;
    auto const share = 1000 * task.duration * people_of(task) / static_cast<std::int64_t>(task.candidates.size());
    for (auto const& candidate : task.candidates) dearness_[row_of(candidate.person)] += share;
  }
}

TaskList Lists::first_list(int kind) {
  TaskList list;
  list.order.resize(problem_.tasks.size());
  std::iota(list.order.begin(), list.order.end(), 0);
  std::vector<std::int64_t> rank(problem_.tasks.size());
  for (std::size_t i = 0; i < rank.size(); ++i) {
    auto const& task = problem_.tasks[i];
    auto const after = tails_[i] + task.duration;
    rank[i] = kind % 3 == 0 ? -after : kind % 3 == 1 ? heads_[i] - after : -after - task.duration * people_of(task);
    rank[i] = rank[i] * 16 + (kind >= 3 ? dice_.roll(256) : 0);
  }
  std::ranges::stable_sort(list.order, {}, [&](int task) { return rank[row_of(task)]; });
  list.kept_out.assign(problem_.tasks.size(), 0);
  list.dearness = dearness_;
  return list;
}

Lists::Worth Lists::judge(ListPlan const& plan) const {
  Worth worth{plan.length(), 0};
  for (std::size_t i = 0; i < problem_.tasks.size(); ++i)
    worth.late += std::max<std::int64_t>(0, plan.end(static_cast<int>(i)) + tails_[i] - best_.length + 1);
  return worth;
}

void Lists::order_by(TaskList& list, ListPlan const& plan, bool ends) {
  std::ranges::stable_sort(list.order, {}, [&](int task) {
    return ends ? std::pair(-plan.end(task), -plan.start(task)) : std::pair(plan.start(task), plan.end(task));
  });
}

void Lists::keep(ListPlan const& plan) {
  if (!best_.plan.empty() && plan.length() >= best_.length) return;
  best_.length = plan.length();
  best_.plan.assign(problem_.tasks.size(), {});
  for (std::size_t i = 0; i < problem_.tasks.size(); ++i) {
    auto const task = static_cast<int>(i);
    best_.plan[i] = Place{plan.start(task), plan.team(task)};
  }
}

// Forward, then from the end, then forward again: what was loose is pushed together.
bool Lists::improve(TaskList& list, Slot limit) {
  if (!forward_.make(list, limit)) return false;
  keep(forward_);
  auto turned = list;
  order_by(turned, forward_, true);
  if (!backward_.make(turned, forward_.length() + 1)) return true;
  order_by(turned, backward_, true);
  auto const length = forward_.length();
  if (!forward_.make(turned, length + 1)) return forward_.make(list, limit);
  keep(forward_);
  list = turned;
  return true;
}

// Lets a task do without one of its candidates, or with all again.
void Lists::change_kept_out(TaskList& list, int task) {
  auto& out = list.kept_out[row_of(task)];
  auto const count = std::min<std::size_t>(64, problem_.tasks[row_of(task)].candidates.size());
  if (out != 0 || dice_.roll(2) == 0 || count < 2)
    out = 0;
  else
    out = std::uint64_t{1} << dice_.index(count);
}

void Lists::change(TaskList& list) {
  auto const size = list.order.size();
  auto const many = 1 + dice_.index(std::min<std::size_t>(6, size));
  auto const reach = 2 + dice_.index(std::max<std::size_t>(2, size / 3));
  auto const centre = dice_.index(size);
  for (std::size_t i = 0; i < many; ++i) {
    auto const low = centre > reach ? centre - reach : 0;
    auto const high = std::min(size - 1, centre + reach);
    auto const from = low + dice_.index(high - low + 1);
    auto const to = low + dice_.index(high - low + 1);
    auto const task = list.order[from];
    list.order.erase(list.order.begin() + static_cast<std::ptrdiff_t>(from));
    list.order.insert(list.order.begin() + static_cast<std::ptrdiff_t>(to), task);
    if (dice_.roll(4) == 0) change_kept_out(list, task);
  }
  if (dice_.roll(4) == 0)
    for (std::size_t i = 0; i < dearness_.size(); ++i)
      list.dearness[i] = dearness_[i] + dearness_[i] * dice_.roll(1024) / 1024;
}

void Lists::start() {
  constexpr int kinds = 12;
  for (int kind = 0; kind < kinds; ++kind) {
    auto list = first_list(kind);
    if (!improve(list, problem_.slots + 1)) continue;
    auto const worth = judge(forward_);
    if (kind > 0 && worth >= current_worth_ && !current_.order.empty()) continue;
    current_ = list;
    current_worth_ = worth;
  }
}

Shortest Lists::run() {
  heads_ = chains(problem_, forward_.before());
  tails_ = chains(problem_, forward_.after());
  best_.bound = shortest_bound(problem_);
  measure_dearness();
  start();
  if (best_.plan.empty()) return best_;
  std::int64_t since = 0;
  for (; best_.rounds < options_.rounds && best_.length > best_.bound; ++best_.rounds) {
    if (best_.rounds % 16 == 0 && options_.go_on && !options_.go_on(best_.rounds)) {
      best_.stopped = true;
      break;
    }
    auto list = current_;
    change(list);
    auto const before = best_.length;
    if (!improve(list, current_worth_.length + 1 + (dice_.roll(16) == 0 ? 1 : 0))) continue;
    auto const worth = judge(forward_);
    bool const better = worth < current_worth_ || best_.length < before;
    since = better ? 0 : since + 1;
    auto const slack =
        dice_.roll(8) == 0
            ? static_cast<std::int64_t>(dice_.roll(static_cast<std::uint32_t>(4 + current_worth_.late / 4)))
            : 0;
    if (better || worth == current_worth_ ||
        (worth.length <= current_worth_.length + (slack != 0 && dice_.roll(16) == 0) &&
         worth.late <= current_worth_.late + slack)) {
      current_ = std::move(list);
      current_worth_ = worth;
    }
  }
  return best_;
}

}  // namespace

Slot shortest_bound(Problem const& problem) {
  ListPlan const lists(problem, false);
  auto const heads = chains(problem, lists.before());
  auto const tails = chains(problem, lists.after());
  Slot bound = 0;
  for (std::size_t i = 0; i < problem.tasks.size(); ++i)
    bound = std::max(bound, heads[i] + problem.tasks[i].duration + tails[i]);
  return bound;
}

Shortest shortest(Problem const& problem, SearchOptions const& options) { return Lists(problem, options).run(); }

}  // namespace engine
}  // namespace v1
}  // namespace annexa
