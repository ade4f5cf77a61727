#include "cycle_search.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

constexpr std::size_t most_out = 9;                // series taken out at once
constexpr Amount price_parts = 8;                  // how finely prices and loads are mixed
constexpr Amount heat_months = 2;                  // by which a visit of mean length may get worse at first
constexpr Amount hottest = std::int64_t{1} << 40;  // so that a product with the number of steps has room
constexpr std::int64_t asked_every = 256;          // steps

void for_months(Months path, auto&& act) {
  for (; path != 0; path &= path - 1) act(static_cast<std::size_t>(std::countr_zero(path)));
}

class Draw {  // splitmix64
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t number) {
    auto z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    z ^= z >> 31U;
    return static_cast<std::size_t>((z >> 32U) * number >> 32U);
  }

 private:
  std::uint64_t state_;
};

// The months with what stands in them.
class Board {
 public:
  Board(Model const& model, Weights const& weights, PathFinder& finder)
      : model_(model),
        weights_(weights),
        finder_(finder),
        loads_(model.months.size()),
        overload_(model.overload * weights.scale) {}

  void load(std::vector<Amount> loads) { loads_ = std::move(loads); }
  void add(std::size_t series, Months path, Amount sign) {
    for_months(path, [&](std::size_t month) { loads_[month] += sign * model_.series[series].minutes; });
  }
  [[nodiscard]] Amount own(std::size_t series, Months path) const {
    return weights_.value(levels_of(model_.series[series], path, static_cast<int>(loads_.size())));
  }
  [[nodiscard]] Amount overload() const {
    Amount sum = 0;
    for (std::size_t month = 0; month < loads_.size(); ++month) sum += over(month, loads_[month]);
    return sum;
  }
  [[nodiscard]] Months overloaded() const {
    Months months = 0;
    for (std::size_t month = 0; month < loads_.size(); ++month)
      if (loads_[month] > model_.months[month].target) months |= Months{1} << month;
    return months;
  }
  // @param parts  how much the prices count, of price_parts; what the months have counts for the rest.
  PathFinder::Found place(std::size_t series, std::vector<Amount> const* minute, Amount parts, Months without = 0,
                          std::optional<int> first = {}) {
    auto const minutes = model_.series[series].minutes;
    for (std::size_t month = 0; month < loads_.size(); ++month) {
      auto const after = loads_[month] + minutes;
      bool const full = after > model_.months[month].room || (without >> month & 1U) != 0;
      auto cost = full ? PathFinder::forbidden : over(month, after) - over(month, loads_[month]);
      if (minute && !full) cost = (cost * (price_parts - parts) + (*minute)[month] * minutes * parts) / price_parts;
      costs_[month] = cost;
    }
    return finder_.cheapest(series, {costs_.data(), loads_.size()}, first);
  }

 private:
  [[nodiscard]] Amount over(std::size_t month, Amount load) const {
    return std::max<Amount>(0, load - model_.months[month].target) * overload_;
  }

  Model const& model_;
  Weights const& weights_;
  PathFinder& finder_;
  std::vector<Amount> loads_;
  Amount overload_;
  std::array<Amount, most_months> costs_{};
};

// One search from one plan.
class Search {
 public:
  Search(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices, Effort const& effort,
         Plan const& plan)
      : prices_(prices),
        effort_(effort),
        board_(model, weights, finder),
        draw_(effort.seed),
        paths_(plan.paths),
        value_(plan.value),
        best_(plan.paths),
        best_value_(plan.value) {
    board_.load(plan.loads);
    for (std::size_t i = 0; i < paths_.size(); ++i) own_.push_back(board_.own(i, paths_[i]));
    Amount minutes = 0;
    for (auto const& series : model.series) minutes += series.minutes;
    heat_ = std::min(hottest, minutes / static_cast<Amount>(paths_.size()) * weights.scale * heat_months);
  }
  std::int64_t run();
  [[nodiscard]] Paths const& best() const { return best_; }

 private:
  void choose();
  [[nodiscard]] Amount replace();
  void step(std::int64_t done);

  Prices const& prices_;
  Effort const& effort_;
  Board board_;
  Draw draw_;
  Paths paths_;
  Amount value_;
  Paths best_;
  Amount best_value_;
  std::vector<Amount> own_;
  Amount heat_ = 0;
  std::vector<std::size_t> out_;
  Paths anew_;
};

// One series, often one in a month that has too much, and others that are visited in one of its months or near.
void Search::choose() {
  auto const n = paths_.size();
  out_.assign(1, draw_.below(n));
  auto const full = board_.overloaded();
  if (draw_.below(4) != 0)
    for (int tries = 0; tries < 16 && (paths_[out_[0]] & full) == 0; ++tries) out_[0] = draw_.below(n);
  auto const size = std::min(n, 2 + draw_.below(most_out - 1));
  auto const first = (paths_[out_[0]] & full) != 0 && draw_.below(2) == 0 ? paths_[out_[0]] & full : paths_[out_[0]];
  auto const month = first & (~first + 1);  // the earliest of them
  auto const near = month | month << 1U | month >> 1U;
  for (int tries = 0; out_.size() < size && tries < 40; ++tries) {
    auto const other = draw_.below(n);
    bool const close = (paths_[other] & near) != 0 || tries >= 32;
    if (close && std::ranges::find(out_, other) == out_.end()) out_.push_back(other);
  }
  for (std::size_t k = out_.size(); k > 1; --k) std::swap(out_[k - 1], out_[draw_.below(k)]);
}

// Takes them out and puts them in. @return by how much the whole got worse.
Amount Search::replace() {
  auto before = board_.overload();
  for (auto const series : out_) {
    before += own_[series];
    board_.add(series, paths_[series], -1);
  }
  bool const priced = draw_.below(4) != 0;
  auto const parts = static_cast<Amount>(draw_.below(price_parts + 1));
  anew_.clear();
  Amount after = 0;
  for (auto const series : out_) {
    anew_.push_back(board_.place(series, priced ? &prices_.minute : nullptr, parts).path);
    board_.add(series, anew_.back(), 1);
    after += board_.own(series, anew_.back());
  }
  return after + board_.overload() - before;
}

void Search::step(std::int64_t done) {
  choose();
  auto const worse = replace();
  auto const left = heat_ * (effort_.iterations - done) / effort_.iterations;
  auto const allowed = left > 0 ? static_cast<Amount>(draw_.below(static_cast<std::size_t>(left) + 1)) : 0;
  if (worse > allowed) {
    for (std::size_t k = 0; k < out_.size(); ++k) {
      board_.add(out_[k], anew_[k], -1);
      board_.add(out_[k], paths_[out_[k]], 1);
    }
    return;
  }
  for (std::size_t k = 0; k < out_.size(); ++k) {
    paths_[out_[k]] = anew_[k];
    own_[out_[k]] = board_.own(out_[k], anew_[k]);
  }
  value_ += worse;
  if (value_ < best_value_) best_value_ = value_, best_ = paths_;
}

std::int64_t Search::run() {
  std::int64_t done = 0;
  for (; done < effort_.iterations && best_value_ > prices_.bound; ++done) {
    if (effort_.stop && done % asked_every == 0 && effort_.stop(done)) break;
    step(done);
  }
  return done;
}

}  // namespace

Plan measured(Model const& model, Weights const& weights, Paths paths) {
  Plan plan;
  plan.loads.assign(model.months.size(), 0);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    plan.levels += levels_of(model.series[i], paths[i], static_cast<int>(model.months.size()));
    for_months(paths[i], [&](std::size_t month) { plan.loads[month] += model.series[i].minutes; });
  }
  for (std::size_t month = 0; month < plan.loads.size(); ++month)
    plan.levels.cost += std::max<Amount>(0, plan.loads[month] - model.months[month].target) * model.overload;
  plan.value = weights.value(plan.levels);
  plan.paths = std::move(paths);
  return plan;
}

Plan build(Model const& model, Weights const& weights, PathFinder& finder, std::vector<Amount> const& minute) {
  Board board(model, weights, finder);
  std::vector<std::size_t> order(model.series.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    auto const& x = model.series[a];
    auto const& y = model.series[b];
    return x.weight != y.weight ? x.weight > y.weight : x.minutes > y.minutes;
  });
  Paths paths(model.series.size());
  for (auto const series : order) {
    paths[series] = board.place(series, &minute, price_parts / 2).path;
    board.add(series, paths[series], 1);
  }
  return measured(model, weights, std::move(paths));
}

PathFinder::Found best_reply(Model const& model, Weights const& weights, PathFinder& finder, Plan const& plan,
                             std::size_t series, Months without, std::optional<int> first) {
  Board board(model, weights, finder);
  board.load(plan.loads);
  board.add(series, plan.paths[series], -1);
  return board.place(series, nullptr, 0, without, first);
}

std::int64_t improve(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices,
                     Effort const& effort, Plan& plan) {
  if (plan.paths.empty() || effort.iterations <= 0) return 0;
  Search search(model, weights, finder, prices, effort, plan);
  auto const done = search.run();
  plan = measured(model, weights, search.best());
  return done;
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
