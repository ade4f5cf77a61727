#include "search.hpp"

#include <algorithm>
#include <numeric>

#include "insertion.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {
namespace {

// Rounds of a cycle of cooling, by the number of tasks.
constexpr std::int64_t rounds_for_each_task = 600;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The dearest a task can be in expense and in likings, over any team.
std::int64_t most_expense(Task const& task) {
  std::int64_t most = 0;
  for (auto const& candidate : task.candidates) most = std::max(most, candidate.cost);
  std::size_t people = task.counts.empty() ? task.largest_team : 0;
  for (auto const count : task.counts) people += at(count);
  return most * static_cast<std::int64_t>(people);
}

class Rounds {
 public:
  Rounds(Problem const& problem, SearchOptions const& options)
      : problem_(problem),
        options_(options),
        dice_(options.seed),
        weights_(weights_of(problem)),
        timetable_(problem),
        insertion_(timetable_, weights_) {}

  SearchResult run();

 private:
  void keep_best();
  void pick(std::size_t wanted);
  void pick_related(std::size_t wanted, int seed);
  [[nodiscard]] std::int64_t distance(int a, int b, int kind, int centre);
  [[nodiscard]] int centre_of(int task);
  [[nodiscard]] int seed_task();
  void add(int task);
  void take_out();
  void put_back();
  void undo();
  void return_to_best();
  void round();
  [[nodiscard]] bool accept(Wide before, Wide after);
  void prepare_threshold();

  Problem const& problem_;
  SearchOptions const& options_;
  Dice dice_;
  Weights weights_;
  Timetable timetable_;
  Insertion insertion_;
  Plan best_;
  Levels best_levels_;
  std::vector<int> picked_;
  std::vector<bool> is_picked_;
  std::vector<std::pair<int, Place>> removed_;
  std::vector<std::pair<std::int64_t, int>> near_;
  Wide threshold_ = 0;
  Wide late_threshold_ = 0;
  std::int64_t round_ = 0;
  std::int64_t cycle_ = 1;  // rounds until nothing worse is walked through any more
};

void Rounds::keep_best() {
  if (timetable_.levels() < best_levels_) {
    best_ = timetable_.plan();
    best_levels_ = timetable_.levels();
  }
}

void Rounds::add(int task) {
  if (is_picked_[at(task)] || problem_.tasks[at(task)].pinned) return;
  is_picked_[at(task)] = true;
  picked_.push_back(task);
  for (auto const next : timetable_.after(task))
    if (timetable_.placed(next)) add(next);
}

// A task that has no place, if there is one and the lot says so; else one by lot.
int Rounds::seed_task() {
  auto const any = static_cast<int>(dice_.index(problem_.tasks.size()));
  if (timetable_.levels()[left_out] == 0 && timetable_.levels()[lateness] == 0) return any;
  if (dice_.roll(2) == 0) return any;
  for (std::size_t i = 0; i < problem_.tasks.size(); ++i) {
    auto const task = (at(any) + i) % problem_.tasks.size();
    auto const& place = timetable_.plan()[task];
    auto const& row = problem_.tasks[task];
    if (!place || place->start + row.duration > row.target) return static_cast<int>(task);
  }
  return any;
}

// Where a task is; one that has no place may come to be anywhere.
int Rounds::centre_of(int task) {
  if (auto const& place = timetable_.plan()[at(task)]) return place->start;
  auto const& starts = problem_.tasks[at(task)].starts;
  auto const from = starts.first(static_cast<int>(dice_.roll(static_cast<std::uint32_t>(problem_.slots))));
  return from < problem_.slots ? from : starts.first();
}

std::int64_t Rounds::distance(int a, int b, int kind, int centre) {
  auto const& x = problem_.tasks[at(a)];
  auto const& y = problem_.tasks[at(b)];
  auto const& place = timetable_.plan()[at(b)];
  auto const& own = timetable_.plan()[at(a)];
  std::int64_t far = dice_.roll(static_cast<std::uint32_t>(problem_.slots / 8 + 2));
  if (kind != 1) far += std::abs(centre - (place ? place->start : y.starts.first()));
  if (kind != 0 && place) {
    bool shares = false;
    for (auto const person : place->team)
      shares = shares ||
               (own ? own->team.has(person) : std::ranges::binary_search(x.candidates, person, {}, &Candidate::person));
    for (auto const site : x.sites) shares = shares || std::ranges::find(y.sites, site) != y.sites.end();
    if (!shares) far += problem_.slots;
  }
  return far;
}

void Rounds::pick_related(std::size_t wanted, int seed) {
  auto const kind = static_cast<int>(dice_.roll(3));
  auto const centre = centre_of(seed);
  near_.clear();
  for (std::size_t i = 0; i < problem_.tasks.size(); ++i)
    if (static_cast<int>(i) != seed && timetable_.placed(static_cast<int>(i)))
      near_.push_back({distance(seed, static_cast<int>(i), kind, centre), static_cast<int>(i)});
  auto const count = std::min(wanted, near_.size());
  std::ranges::partial_sort(near_, near_.begin() + static_cast<std::ptrdiff_t>(count));
  add(seed);
  for (std::size_t i = 0; i < count && picked_.size() < wanted; ++i) add(near_[i].second);
}

void Rounds::pick(std::size_t wanted) {
  picked_.clear();
  pick_related(wanted, seed_task());
  for (auto const task : picked_) is_picked_[at(task)] = false;
}

void Rounds::take_out() {
  removed_.clear();
  for (auto i = picked_.size(); i > 0; --i) {
    auto const task = picked_[i - 1];
    if (!timetable_.placed(task)) continue;
    removed_.push_back({task, *timetable_.plan()[at(task)]});
    timetable_.remove(task);
  }
}

void Rounds::put_back() {
  if (picked_.empty()) return;
  auto const seed = picked_.front();
  dice_.shuffle(picked_);
  if (!timetable_.placed(seed) && dice_.roll(2) == 0)
    std::swap(*std::ranges::find(picked_, seed), picked_.front());
  else if (dice_.roll(3) == 0)
    std::ranges::stable_sort(
        picked_, [&](int a, int b) { return problem_.tasks[at(a)].duration > problem_.tasks[at(b)].duration; });
  // What others wait for comes first; without precedence this changes nothing.
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      auto const task = picked_[i];
      if (timetable_.placed(task)) continue;
      bool waits = false;
      for (auto const before : problem_.tasks[at(task)].before) waits = waits || !timetable_.placed(before);
      if (waits) continue;
      auto const lot = dice_.roll(8) == 0 ? nullptr : &dice_;
      if (auto const offer = insertion_.best(task, lot)) {
        timetable_.place(task, offer->place);
        moved = moved || !timetable_.after(task).empty();
      }
    }
  }
}

void Rounds::undo() {
  for (auto const task : picked_)
    if (timetable_.placed(task)) timetable_.remove(task);
  for (auto i = removed_.size(); i > 0; --i) timetable_.place(removed_[i - 1].first, removed_[i - 1].second);
}

void Rounds::return_to_best() {
  for (std::size_t i = 0; i < best_.size(); ++i)
    if (timetable_.plan()[i] && timetable_.plan()[i] != best_[i]) timetable_.remove(static_cast<int>(i));
  for (std::size_t i = 0; i < best_.size(); ++i)
    if (best_[i] && !timetable_.plan()[i]) timetable_.place(static_cast<int>(i), *best_[i]);
}

// A plan that is a little worse may be walked through; ever less of that as the rounds of a cycle go by. Cycles do not
// depend on how many rounds there will be, which nobody knows where time ends the search.
bool Rounds::accept(Wide before, Wide after) {
  if (after <= before) return true;
  auto const left = cycle_ - round_ % cycle_;
  auto const most = threshold_ * left / cycle_;
  if ((after - before) << 16U <= most * dice_.roll(1U << 16U)) return true;
  // As long as something has no place or is late, that is worth a detour over what is late.
  bool const wanting = best_levels_[left_out] > 0 || best_levels_[lateness] > 0;
  return wanting && dice_.roll(16) == 0 && (after - before) << 16U <= late_threshold_ * dice_.roll(1U << 16U);
}

void Rounds::prepare_threshold() {
  std::int64_t sum = 0;
  std::int64_t risk = 0;
  for (auto const& task : problem_.tasks) {
    sum += most_expense(task);
    risk += task.risk;
  }
  auto const count = static_cast<std::int64_t>(std::max<std::size_t>(1, problem_.tasks.size()));
  late_threshold_ = weights_.of[lateness] * (risk * problem_.slots / count / 8);
  threshold_ = weights_.of[expense] * sum / count / 8;
  cycle_ = std::max<std::int64_t>(1, std::min(options_.rounds, rounds_for_each_task * count));
}

void Rounds::round() {
  auto const before = weights_(timetable_.levels());
  auto const most = std::min<std::size_t>(12, problem_.tasks.size());
  if (round_ % cycle_ == 0 && best_levels_ < timetable_.levels()) return_to_best();
  pick(1 + dice_.index(most));
  take_out();
  put_back();
  if (!accept(before, weights_(timetable_.levels())))
    undo();
  else
    keep_best();
}

SearchResult Rounds::run() {
  SearchResult result;
  if (options_.start)
    for (std::size_t i = 0; i < options_.start->size(); ++i)
      if (auto const& place = (*options_.start)[i]; place && timetable_.possible(static_cast<int>(i), *place))
        timetable_.place(static_cast<int>(i), *place);
  construct(timetable_, weights_);
  best_ = timetable_.plan();
  best_levels_ = timetable_.levels();
  is_picked_.assign(problem_.tasks.size(), false);
  prepare_threshold();
  for (; round_ < options_.rounds && !problem_.tasks.empty(); ++round_) {
    if (round_ % 64 == 0 && options_.go_on && !options_.go_on(round_)) {
      result.stopped = true;
      break;
    }
    round();
  }
  result.plan = best_;
  result.levels = best_levels_;
  result.rounds = round_;
  return result;
}

}  // namespace

Weights weights_of(Problem const& problem) {
  constexpr std::int64_t tasks_of_a_round = 32;
  std::int64_t dislike = 0;
  std::int64_t money = 0;
  std::int64_t changed = 0;
  std::int64_t late = 0;
  for (auto const& task : problem.tasks) {
    auto const people = static_cast<std::int64_t>(most_people);
    std::int64_t most = 0;
    for (auto const& candidate : task.candidates) most = std::max(most, candidate.dislike);
    dislike = std::max(dislike, (most + task.duration) * people);
    money = std::max(money, most_expense(task));
    if (task.published) changed = changed_session + changed_time + people;
    late = std::max(late, task.risk * std::max<std::int64_t>(0, problem.slots - task.target));
  }
  Weights weights;
  auto& of = weights.of;
  of[balance] = 1;
  of[expense] = of[balance] * (dislike * tasks_of_a_round + 1);
  of[changes] = of[expense] * (money * tasks_of_a_round + 1);
  of[lateness] = of[changes] * (changed * tasks_of_a_round + 1);
  of[left_out] = of[lateness] * (late * tasks_of_a_round + 1);
  return weights;
}

void construct(Timetable& timetable, Weights const& weights) {
  auto const& problem = timetable.problem();
  Insertion insertion(timetable, weights);
  auto const count = static_cast<int>(problem.tasks.size());
  for (int pass = 0; pass < 2; ++pass)
    for (int task = 0; task < count; ++task) {
      auto const& row = problem.tasks[at(task)];
      if (row.published && row.pinned == (pass == 0) && !timetable.placed(task) &&
          timetable.possible(task, *row.published))
        timetable.place(task, *row.published);
    }
  std::vector<std::int64_t> choice(problem.tasks.size());
  std::vector<int> order(problem.tasks.size());
  std::iota(order.begin(), order.end(), 0);
  for (int task = 0; task < count; ++task) {
    auto const& row = problem.tasks[at(task)];
    std::int64_t ways = 0;
    for (auto const& candidate : row.candidates) ways += 1 + std::popcount(candidate.skills);
    choice[at(task)] = ways * (row.starts.count() + 1) / (row.risk * row.duration + 1);
  }
  std::ranges::stable_sort(order, {}, [&](int task) { return choice[at(task)]; });
  for (bool moved = true; moved;) {
    moved = false;
    for (auto const task : order) {
      if (timetable.placed(task)) continue;
      if (auto const offer = insertion.best(task)) {
        timetable.place(task, offer->place);
        moved = moved || !timetable.after(task).empty();
      }
    }
  }
}

SearchResult search(Problem const& problem, SearchOptions const& options) { return Rounds(problem, options).run(); }

}  // namespace engine
}  // namespace v1
}  // namespace annexa
