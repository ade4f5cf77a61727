#include "cycle_improve.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "cycle_pool.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

// A part of the search.
struct Phase {
  Amount slack;  // of the pool, in percent of what a month of a mean visit costs
  Amount heat;   // by which a step may make it worse at first, likewise; falls to nothing
  int share;     // of all steps, in percent
};
constexpr std::array phases{Phase{10, 600, 30}, Phase{30, 200, 25}, Phase{100, 100, 20}, Phase{300, 60, 25}};

constexpr std::size_t least_out = 2;  // series taken out at once
constexpr std::size_t most_out = 8;
constexpr std::size_t most_tries = 60;     // to find them
constexpr Amount first_parts = 6;          // of them are prices when a phase begins anew
constexpr std::size_t most_parts = 9;      // one more than can be prices
constexpr std::int64_t asked_every = 256;  // steps
constexpr Amount hottest = 4'000'000'000;

class Draw {  // splitmix64
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}
  // @pre number is 1 to 2^32
  std::size_t below(std::size_t number) {
    auto z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z >> 32U) * number >> 32U);
  }

 private:
  std::uint64_t state_;
};

// One phase from one programme.
class Search {
 public:
  Search(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices, Pool const& pool,
         Draw& draw, Plan const& plan)
      : model_(model),
        weights_(weights),
        finder_(finder),
        prices_(prices),
        pool_(pool),
        draw_(draw),
        overload_(model.overload * weights.scale),
        loads_(plan.loads),
        now_(plan.paths),
        best_(plan.paths),
        value_(plan.value),
        best_value_(plan.value) {
    for (std::size_t i = 0; i < now_.size(); ++i) own_.push_back(own(i, now_[i]));
  }
  void begin_anew();
  // @return steps taken.
  std::int64_t run(std::int64_t steps, Amount heat, std::function<bool(std::int64_t)> const& stop);
  [[nodiscard]] Paths const& best() const { return best_; }

 private:
  struct Place {
    Months path;
    Amount own;
  };
  [[nodiscard]] Amount own(std::size_t series, Months path) const {
    return weights_.value(levels_of(model_.series[series], path, static_cast<int>(loads_.size())));
  }
  [[nodiscard]] Amount over(std::size_t month, Amount load) const {
    return std::max<Amount>(0, load - model_.months[month].target) * overload_;
  }
  [[nodiscard]] Amount cost(std::size_t month, Amount minutes, Amount parts) const;
  Amount load(std::size_t series, Months path, Amount sign);
  [[nodiscard]] Place place(std::size_t series, Amount parts);
  void choose();
  [[nodiscard]] Amount replace();
  void step(Amount allowed);

  Model const& model_;
  Weights const& weights_;
  PathFinder& finder_;
  Prices const& prices_;
  Pool const& pool_;
  Draw& draw_;
  Amount overload_;
  std::vector<Amount> loads_;
  Paths now_;
  Paths best_;
  std::vector<Amount> own_;
  Amount value_;
  Amount best_value_;
  std::vector<std::size_t> out_;
  std::vector<Place> anew_;
  std::array<Amount, most_months> costs_{};
};

// What a visit costs in a month: what it adds there and its price, mixed.
Amount Search::cost(std::size_t month, Amount minutes, Amount parts) const {
  auto const after = loads_[month] + minutes;
  if (after > model_.months[month].room) return PathFinder::forbidden;
  auto const real = over(month, after) - over(month, loads_[month]);
  return (real * (price_parts - parts) + prices_.minute[month] * minutes * parts) / price_parts;
}

// Puts a series in or takes it out. @return what that adds to the cost of the months.
Amount Search::load(std::size_t series, Months path, Amount sign) {
  auto const minutes = model_.series[series].minutes * sign;
  Amount change = 0;
  for_each_month(path, [&](std::size_t month) {
    change += over(month, loads_[month] + minutes) - over(month, loads_[month]);
    loads_[month] += minutes;
  });
  return change;
}

Search::Place Search::place(std::size_t series, Amount parts) {
  auto const minutes = model_.series[series].minutes;
  Choice const* best = nullptr;
  auto least = PathFinder::forbidden;
  for (auto const& each : pool_.of(series)) {
    auto value = each.own;
    for_each_month(each.path, [&](std::size_t month) {
      if (value < PathFinder::forbidden) value += cost(month, minutes, parts);
    });
    if (value < least) least = value, best = &each;
  }
  if (best) return {best->path, best->own};
  for (std::size_t month = 0; month < loads_.size(); ++month) costs_[month] = cost(month, minutes, parts);
  auto const path = finder_.cheapest(series, {costs_.data(), loads_.size()}).path;
  return {path, own(series, path)};
}

// The longest first, each where it is cheapest as the months are then.
void Search::begin_anew() {
  std::vector<std::size_t> order(now_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return model_.series[i].minutes; });
  std::ranges::fill(loads_, 0);
  value_ = 0;
  for (auto const series : order) {
    auto const found = place(series, first_parts);
    now_[series] = found.path;
    own_[series] = found.own;
    value_ += found.own + load(series, found.path, 1);
  }
  if (value_ < best_value_) best_value_ = value_, best_ = now_;
}

// One series, and others that are visited in one of its months or next to it; in any order.
void Search::choose() {
  auto const n = now_.size();
  auto const size = std::min(n, least_out + draw_.below(most_out - least_out + 1));
  out_.assign(1, draw_.below(n));
  auto rest = now_[out_[0]];
  if (rest == 0) rest = Months{1} << draw_.below(loads_.size());
  for (auto skip = draw_.below(static_cast<std::size_t>(std::popcount(rest))); skip > 0; --skip) rest &= rest - 1;
  auto const month = rest & (~rest + 1);
  auto const near = month | month << 1U | month >> 1U;
  for (std::size_t tries = 0; out_.size() < size && tries < most_tries; ++tries) {
    auto const other = draw_.below(n);
    if ((now_[other] & near) != 0 && std::ranges::find(out_, other) == out_.end()) out_.push_back(other);
  }
  for (std::size_t k = out_.size(); k > 1; --k) std::swap(out_[k - 1], out_[draw_.below(k)]);
}

// Takes them out and puts them in. @return by how much the whole got worse.
Amount Search::replace() {
  Amount worse = 0;
  for (auto const series : out_) worse += load(series, now_[series], -1) - own_[series];
  auto const parts = draw_.below(4) == 0 ? Amount{0} : static_cast<Amount>(draw_.below(most_parts));
  anew_.clear();
  for (auto const series : out_) {
    anew_.push_back(place(series, parts));
    worse += anew_.back().own + load(series, anew_.back().path, 1);
  }
  return worse;
}

void Search::step(Amount allowed) {
  choose();
  auto const worse = replace();
  if (worse > allowed) {
    for (std::size_t k = 0; k < out_.size(); ++k) {
      (void)load(out_[k], anew_[k].path, -1);
      (void)load(out_[k], now_[out_[k]], 1);
    }
    return;
  }
  for (std::size_t k = 0; k < out_.size(); ++k) {
    now_[out_[k]] = anew_[k].path;
    own_[out_[k]] = anew_[k].own;
  }
  value_ += worse;
  if (value_ < best_value_) best_value_ = value_, best_ = now_;
}

std::int64_t Search::run(std::int64_t steps, Amount heat, std::function<bool(std::int64_t)> const& stop) {
  std::int64_t done = 0;
  for (; done < steps && best_value_ > prices_.bound; ++done) {
    if (stop && done % asked_every == 0 && stop(done)) break;
    auto const left = heat * (steps - done) / steps;
    step(static_cast<Amount>(draw_.below(static_cast<std::size_t>(left) + 1)));
  }
  return done;
}

}  // namespace

std::int64_t improve(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices,
                     Effort const& effort, Plan& plan) {
  if (plan.paths.empty() || effort.iterations <= 0) return 0;
  Amount minutes = 0;
  for (auto const& series : model.series) minutes += series.minutes;
  auto const mean = minutes / static_cast<Amount>(plan.paths.size()) * weights.scale;
  Draw draw(effort.seed);
  std::int64_t done = 0;
  bool stopped = false;
  for (auto const& phase : phases) {
    if (stopped || plan.value <= prices.bound) break;
    Pool const pool(model, weights, finder, prices, mean * phase.slack / 100);
    Search search(model, weights, finder, prices, pool, draw, plan);
    if (&phase == phases.data()) search.begin_anew();
    done += search.run(std::max<std::int64_t>(1, effort.iterations * phase.share / 100),
                       std::min(hottest, mean * phase.heat / 100), [&](std::int64_t steps) {
                         stopped = effort.stop && effort.stop(done + steps);
                         return stopped;
                       });
    plan = measured(model, weights, search.best());
  }
  return done;
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
