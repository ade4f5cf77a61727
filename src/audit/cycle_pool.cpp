#include "cycle_pool.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

constexpr std::size_t most_choices = 16;

}  // namespace

Pool::Pool(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices, Amount slack) {
  auto const months = model.months.size();
  std::array<Amount, most_months> costs;
  for (std::size_t i = 0; i < model.series.size(); ++i) {
    auto const& series = model.series[i];
    for (std::size_t month = 0; month < months; ++month)
      costs[month] =
          series.minutes > model.months[month].room ? PathFinder::forbidden : prices.minute[month] * series.minutes;
    auto found = finder.cheapest_many(i, {costs.data(), months}, most_choices + 1);
    while (found.back().value > found.front().value + slack) found.pop_back();
    auto& mine = choices_.emplace_back();
    if (found.size() > most_choices) continue;
    for (auto const& each : found)
      mine.push_back({each.path, weights.value(levels_of(series, each.path, static_cast<int>(months)))});
  }
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
