#include "cycle_search.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

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
    for_each_month(path, [&](std::size_t month) { loads_[month] += sign * model_.series[series].minutes; });
  }
  // @param parts  how much the prices count, of price_parts; what the months have counts for the rest.
  PathFinder::Found place(std::size_t series, std::vector<Amount> const* minute, Amount parts, Months without = 0) {
    auto const minutes = model_.series[series].minutes;
    for (std::size_t month = 0; month < loads_.size(); ++month) {
      auto const after = loads_[month] + minutes;
      bool const full = after > model_.months[month].room || (without >> month & 1U) != 0;
      auto cost = full ? PathFinder::forbidden : over(month, after) - over(month, loads_[month]);
      if (minute && !full) cost = (cost * (price_parts - parts) + (*minute)[month] * minutes * parts) / price_parts;
      costs_[month] = cost;
    }
    return finder_.cheapest(series, {costs_.data(), loads_.size()});
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

}  // namespace

Plan measured(Model const& model, Weights const& weights, Paths paths) {
  Plan plan;
  plan.loads.assign(model.months.size(), 0);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    plan.levels += levels_of(model.series[i], paths[i], static_cast<int>(model.months.size()));
    for_each_month(paths[i], [&](std::size_t month) { plan.loads[month] += model.series[i].minutes; });
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
                             std::size_t series, Months without) {
  Board board(model, weights, finder);
  board.load(plan.loads);
  board.add(series, plan.paths[series], -1);
  return board.place(series, nullptr, 0, without);
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
