#include "bound.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace annexa {
inline namespace v1 {
namespace engine {
namespace {

using Number = std::int64_t;
constexpr Number unit = 4096;  // prices are in such parts of one of the level
constexpr Number never = std::numeric_limits<Number>::max() / 4;

// What one thing costs by slot, and what was asked of it at these prices.
struct Market {
  std::vector<Number> price;
  std::vector<Number> sums;  // of the prices before each slot
  std::vector<Number> asked;
  void open(Slot slots) { price.assign(static_cast<std::size_t>(slots), 0); }
  void sum_up() {
    sums.assign(price.size() + 1, 0);
    for (std::size_t i = 0; i < price.size(); ++i) sums[i + 1] = sums[i] + price[i];
    asked.assign(price.size(), 0);
  }
  [[nodiscard]] Number of(Slot from, Slot until) const noexcept {
    return sums[static_cast<std::size_t>(until)] - sums[static_cast<std::size_t>(from)];
  }
  void ask(Slot from, Slot until) {
    for (auto s = from; s < until; ++s) ++asked[static_cast<std::size_t>(s)];
  }
};

// A candidate of a kind: what they know and whether they may lead.
struct Kind {
  std::uint32_t skills = 0;
  bool lead = false;
};

class Prices {
 public:
  Prices(Problem const& problem, Levels const& best, Level level, BoundOptions const& options)
      : problem_(problem), best_(best), level_(level), options_(options) {}
  [[nodiscard]] Number run();

 private:
  struct Choice {
    Number cost = never;
    Slot start = 0;
    Team team;
    bool placed = false;
  };
  struct Starts {
    std::vector<Slot> all;                  // when the task may start, were it alone
    std::vector<std::vector<bool>> people;  // by candidate and start: is there
  };
  void open();
  void prepare_task(std::size_t i);
  [[nodiscard]] Number worth(Task const& task, Levels const& levels) const;
  [[nodiscard]] Choice choose(std::size_t i) const;
  [[nodiscard]] Number cheapest_team(Task const& task, std::vector<std::pair<Number, int>> const& kinds,
                                     std::vector<Kind> const& names, Team& team) const;
  [[nodiscard]] Number round();
  void step(Number value, Number target);
  [[nodiscard]] bool allowed(Task const& task, Levels const& levels) const;

  Problem const& problem_;
  Levels const& best_;
  Level level_;
  BoundOptions const& options_;
  std::vector<Market> people_;
  std::vector<Market> sites_;
  std::vector<std::vector<Number>> limit_price_;  // by person and period
  std::vector<std::vector<Number>> limit_asked_;
  std::array<Number, level_count> level_price_{};  // of the levels before: prices on being worse than the best
  Levels level_asked_;
  std::vector<Starts> starts_;
  std::vector<std::vector<Kind>> kinds_;           // by task
  std::vector<std::vector<std::size_t>> kind_of_;  // by task and candidate
  Number pace_ = 512;                              // of 512
};

// No plan that is no worse before this level holds such a choice.
bool Prices::allowed(Task const& task, Levels const& levels) const {
  for (std::size_t i = 0; i < level_; ++i)
    if (levels[i] > best_[i]) return false;
  return task.duration > 0;
}

void Prices::prepare_task(std::size_t i) {
  auto const& task = problem_.tasks[i];
  auto& starts = starts_[i];
  starts.people.resize(task.candidates.size());
  for (auto s = task.starts.first(); s < problem_.slots; s = task.starts.first(s + 1)) {
    Levels levels;
    levels[lateness] = task.risk * std::max<Number>(0, s + task.duration - task.target);
    bool open = s + task.duration <= problem_.slots && allowed(task, levels);
    for (auto const site : task.sites)
      open = open && problem_.sites[static_cast<std::size_t>(site)].free.all(s, s + task.duration);
    if (!open || (task.pinned && task.published && task.published->start != s)) continue;
    starts.all.push_back(s);
    for (std::size_t c = 0; c < task.candidates.size(); ++c)
      starts.people[c].push_back(
          problem_.people[static_cast<std::size_t>(task.candidates[c].person)].free.all(s, s + task.duration));
  }
  for (auto const& candidate : task.candidates) {
    auto& kinds = kinds_[i];
    auto const same = std::ranges::find_if(
        kinds, [&](Kind const& kind) { return kind.skills == candidate.skills && kind.lead == candidate.lead; });
    kind_of_[i].push_back(static_cast<std::size_t>(same - kinds.begin()));
    if (same == kinds.end()) kinds.push_back({candidate.skills, candidate.lead});
  }
}

void Prices::open() {
  people_.resize(problem_.people.size());
  sites_.resize(problem_.sites.size());
  limit_price_.resize(people_.size());
  limit_asked_.resize(people_.size());
  for (auto& market : people_) market.open(problem_.slots);
  for (auto& market : sites_) market.open(problem_.slots);
  for (std::size_t i = 0; i < people_.size(); ++i) limit_price_[i].assign(problem_.people[i].limits.size(), 0);
  starts_.resize(problem_.tasks.size());
  kinds_.resize(problem_.tasks.size());
  kind_of_.resize(problem_.tasks.size());
  for (std::size_t i = 0; i < problem_.tasks.size(); ++i) prepare_task(i);
}

Number Prices::worth(Task const&, Levels const& levels) const {
  Number sum = levels[level_] * unit;
  for (std::size_t i = 0; i < level_; ++i) sum += levels[i] * level_price_[i];
  return sum;
}

// The cheapest cover by one of each kind; nobody of a kind is needed twice.
Number Prices::cheapest_team(Task const& task, std::vector<std::pair<Number, int>> const& kinds,
                             std::vector<Kind> const& names, Team& team) const {
  auto const all = (std::uint32_t{1} << task.skills) - 1;
  Number best = never;
  for (std::size_t a = 0; a < kinds.size(); ++a) {
    if (kinds[a].first >= best) continue;
    if (names[a].skills == all && (names[a].lead || !task.led)) {
      best = kinds[a].first;
      team.clear();
      team.push_back(kinds[a].second);
    }
    if (task.largest_team < 2) continue;
    for (auto b = a + 1; b < kinds.size(); ++b) {
      auto const cost = kinds[a].first + kinds[b].first;
      if (cost >= best || (names[a].skills | names[b].skills) != all || !(names[a].lead || names[b].lead || !task.led))
        continue;
      best = cost;
      team.clear();
      team.push_back(kinds[a].second);
      team.push_back(kinds[b].second);
    }
  }
  return best;
}

Prices::Choice Prices::choose(std::size_t i) const {
  auto const& task = problem_.tasks[i];
  Choice best;
  Levels missing;
  missing[left_out] = task.risk;
  missing[changes] = task.published ? changed_session + changed_time : 0;
  if (!task.pinned && (level_ == left_out || allowed(task, missing))) best.cost = worth(task, missing);
  std::vector<std::pair<Number, int>> kinds(kinds_[i].size());
  for (std::size_t n = 0; n < starts_[i].all.size(); ++n) {
    auto const start = starts_[i].all[n];
    auto const end = start + task.duration;
    Levels levels;
    levels[lateness] = task.risk * std::max<Number>(0, end - task.target);
    if (task.published && task.published->start != start) levels[changes] = changed_session + changed_time;
    auto base = worth(task, levels);
    for (auto const site : task.sites) base += sites_[static_cast<std::size_t>(site)].of(start, end);
    if (base >= best.cost) continue;
    std::ranges::fill(kinds, std::pair(never, -1));
    for (std::size_t c = 0; c < task.candidates.size(); ++c) {
      if (!starts_[i].people[c][n]) continue;
      auto const& candidate = task.candidates[c];
      auto const person = static_cast<std::size_t>(candidate.person);
      Levels own;
      own[expense] = candidate.cost;
      auto cost = worth(task, own) + people_[person].of(start, end);
      if (!limit_price_[person].empty())
        for (auto s = start; s < end; ++s)
          cost += limit_price_[person][static_cast<std::size_t>(
              problem_.period_of.empty() ? 0 : problem_.period_of[static_cast<std::size_t>(s)])];
      auto& kind = kinds[kind_of_[i][c]];
      if (cost < kind.first) kind = {cost, candidate.person};
    }
    Team team;
    auto const cost = cheapest_team(task, kinds, kinds_[i], team);
    if (cost < never && base + cost < best.cost) best = {base + cost, start, team, true};
  }
  return best;
}

// What the tasks choose at these prices, less what all there is would cost: never more than any plan.
Number Prices::round() {
  Number value = 0;
  for (auto& market : people_) market.sum_up();
  for (auto& market : sites_) market.sum_up();
  for (std::size_t i = 0; i < people_.size(); ++i) limit_asked_[i].assign(limit_price_[i].size(), 0);
  level_asked_ = {};
  for (std::size_t i = 0; i < problem_.tasks.size(); ++i) {
    auto const& task = problem_.tasks[i];
    auto const choice = choose(i);
    if (choice.cost >= never) continue;  // nothing that is known of it: it counts nothing
    value += choice.cost;
    if (!choice.placed) {
      level_asked_[left_out] += task.risk;
      level_asked_[changes] += task.published ? changed_session + changed_time : 0;
      continue;
    }
    auto const end = choice.start + task.duration;
    level_asked_[lateness] += task.risk * std::max<Number>(0, end - task.target);
    if (task.published && task.published->start != choice.start)
      level_asked_[changes] += changed_session + changed_time;
    for (auto const site : task.sites) sites_[static_cast<std::size_t>(site)].ask(choice.start, end);
    for (auto const person : choice.team) {
      auto const row = static_cast<std::size_t>(person);
      people_[row].ask(choice.start, end);
      if (!limit_price_[row].empty())
        for (auto s = choice.start; s < end; ++s)
          ++limit_asked_[row][static_cast<std::size_t>(
              problem_.period_of.empty() ? 0 : problem_.period_of[static_cast<std::size_t>(s)])];
    }
  }
  for (auto const& market : people_) value -= market.sums.back();
  for (std::size_t i = 0; i < sites_.size(); ++i) value -= sites_[i].sums.back() * problem_.sites[i].capacity;
  for (std::size_t i = 0; i < people_.size(); ++i)
    for (std::size_t p = 0; p < limit_price_[i].size(); ++p) value -= limit_price_[i][p] * problem_.people[i].limits[p];
  for (std::size_t i = 0; i < level_; ++i) value -= level_price_[i] * best_[i];
  return value;
}

// Prices rise where more is asked than there is, and fall where less is.
void Prices::step(Number value, Number target) {
  Number norm = 1;
  auto const add = [&](Number over, Number price) {
    if (over > 0 || price > 0) norm += over * over;
  };
  for (auto const& market : people_)
    for (std::size_t s = 0; s < market.price.size(); ++s) add(market.asked[s] - 1, market.price[s]);
  for (std::size_t i = 0; i < sites_.size(); ++i)
    for (std::size_t s = 0; s < sites_[i].price.size(); ++s)
      add(sites_[i].asked[s] - problem_.sites[i].capacity, sites_[i].price[s]);
  for (std::size_t i = 0; i < people_.size(); ++i)
    for (std::size_t p = 0; p < limit_price_[i].size(); ++p)
      add(limit_asked_[i][p] - problem_.people[i].limits[p], limit_price_[i][p]);
  for (std::size_t i = 0; i < level_; ++i) add(level_asked_[i] - best_[i], level_price_[i]);
  auto const gap = std::max<Number>(unit, target * unit - value);
  Wide const whole = Wide{gap} * pace_;
  auto const moved = [&](Number price, Number over) {
    auto const change = static_cast<Number>(whole * over / (Wide{norm} * 512));
    return std::max<Number>(0, price + change);
  };
  for (auto& market : people_)
    for (std::size_t s = 0; s < market.price.size(); ++s) {
      if (market.price[s] > 0 || market.asked[s] > 1) market.price[s] = moved(market.price[s], market.asked[s] - 1);
    }
  for (std::size_t i = 0; i < sites_.size(); ++i)
    for (std::size_t s = 0; s < sites_[i].price.size(); ++s) {
      auto const over = sites_[i].asked[s] - problem_.sites[i].capacity;
      if (sites_[i].price[s] > 0 || over > 0) sites_[i].price[s] = moved(sites_[i].price[s], over);
    }
  for (std::size_t i = 0; i < people_.size(); ++i)
    for (std::size_t p = 0; p < limit_price_[i].size(); ++p)
      limit_price_[i][p] = moved(limit_price_[i][p], limit_asked_[i][p] - problem_.people[i].limits[p]);
  for (std::size_t i = 0; i < level_; ++i) level_price_[i] = moved(level_price_[i], level_asked_[i] - best_[i]);
}

Number Prices::run() {
  if (best_[level_] <= 0) return 0;
  for (auto const& task : problem_.tasks)
    if (!task.counts.empty() || task.largest_team > 2) return 0;  // kinds of teams that are not priced
  open();
  Number best = 0;
  int idle = 0;
  for (Number i = 0; i < options_.rounds; ++i) {
    if (options_.go_on && !options_.go_on(i)) break;
    auto const value = round();
    if (value > best) {
      best = value;
      idle = 0;
    } else if (++idle >= 8) {
      pace_ = std::max<Number>(8, pace_ * 3 / 4);
      idle = 0;
    }
    if (best > (best_[level_] - 1) * unit) break;
    step(value, best_[level_]);
  }
  return std::min(best_[level_], (best + unit - 1) / unit);
}

}  // namespace

std::int64_t lower_bound_of(Problem const& problem, Levels const& best, Level level, BoundOptions const& options) {
  return Prices(problem, best, level, options).run();
}

}  // namespace engine
}  // namespace v1
}  // namespace annexa
