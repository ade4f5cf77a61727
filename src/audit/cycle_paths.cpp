#include "cycle_paths.hpp"

#include <algorithm>
#include <bit>

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

constexpr Amount largest_value = std::int64_t{1} << 58;

// Visits that are still due after one in @p month.
int visits_missing(Series const& series, int month, int months) {
  return series.once ? 0 : (months - 1 - month) / series.interval;
}

Levels first_levels(Series const& series, int month) {
  Levels levels;
  int const due = std::max(0, series.due);
  if (month > due) levels.late = Amount{month - due} * series.weight;
  if (series.settled && month < series.due) levels.cost = Amount{series.due - month} * series.minutes;
  levels.cost += month * series.urgency;
  return levels;
}

Levels gap_levels(Series const& series, int gap) {
  Levels levels;
  if (gap > series.interval) levels.late = Amount{gap - series.interval} * series.weight;
  if (gap < series.interval) levels.cost = Amount{series.interval - gap} * series.minutes;
  return levels;
}

Amount missing_without(Series const& series, int months) {
  int const due = std::max(0, series.due);
  return due >= months ? 0 : 1 + visits_missing(series, due, months);
}

Levels none_levels(Series const& series, int months) {
  return {missing_without(series, months) * series.weight, 0, series.pinned ? std::popcount(series.planned) : 0, 0};
}

// The product, or as much of it as leaves room for @p times of it.
Amount capped(Amount a, Amount b, Amount times) {
  auto const most = std::max<Amount>(1, largest_value / std::max<Amount>(1, times));
  return a > most / std::max<Amount>(1, b) ? std::max(a, most) : a * b;
}

}  // namespace

Weights weights_of(Model const& model) {
  auto const months = static_cast<Amount>(model.months.size());
  Levels most;
  for (auto const& series : model.series) {
    auto const visits = std::max<Amount>(1, missing_without(series, static_cast<int>(months)));
    most.left_out += visits * series.weight;
    most.late += months * series.weight;
    most.changed += series.pinned ? visits + std::popcount(series.planned) : 0;
    most.cost += visits * series.minutes * (series.interval - series.least_gap + model.overload) +
                 months * series.urgency + (series.settled ? Amount{std::max(0, series.due)} * series.minutes : 0);
  }
  Weights weights;
  weights.changed = capped(weights.scale, most.cost + 1, most.changed + 1);
  weights.late = capped(weights.changed, most.changed + 1, most.late + 1);
  weights.left_out = capped(weights.late, most.late + 1, most.left_out + 1);
  return weights;
}

Levels levels_of(Series const& series, Months path, int months) {
  if (path == 0) return none_levels(series, months);
  int last = std::countr_zero(path);
  auto levels = first_levels(series, last);
  for (auto rest = path & (path - 1); rest != 0; rest &= rest - 1) {
    int const month = std::countr_zero(rest);
    levels += gap_levels(series, month - last);
    last = month;
  }
  levels.left_out += Amount{visits_missing(series, last, months)} * series.weight;
  if (series.pinned) levels.changed += std::popcount(path ^ series.planned);
  return levels;
}

PathFinder::PathFinder(Model const& model, Weights const& weights)
    : model_(model), weights_(weights), months_(static_cast<int>(model.months.size())) {
  for (auto const& series : model.series) costs_.push_back(costs_of(series));
}

PathFinder::Costs PathFinder::costs_of(Series const& series) const {
  Costs costs;
  costs.longest = series.once ? 0 : months_ - 1;
  for (int i = 0; i < months_; ++i) {
    auto const at = static_cast<std::size_t>(i);
    costs.first[at] = weights_.value(first_levels(series, i));
    costs.gap[at] = weights_.value(gap_levels(series, i));
    costs.end[at] = visits_missing(series, i, months_) * series.weight * weights_.left_out;
    if (series.pinned) {  // a visit where none was planned is a change, one where one was planned saves one
      auto const planned = std::popcount(series.planned) * weights_.changed;
      costs.first[at] += planned;
    }
  }
  costs.none = weights_.value(none_levels(series, months_));
  return costs;
}

// What a visit in a month costs, and, where changes count, whether it was planned.
Amount PathFinder::visit_cost(Series const& series, Amount month_cost, int month) const {
  if (!series.pinned) return month_cost;
  return month_cost + ((series.planned >> month & 1U) != 0 ? -weights_.changed : weights_.changed);
}

PathFinder::Found PathFinder::cheapest(std::size_t index, std::span<Amount const> month_costs) {
  auto const& series = model_.series[index];
  auto const& costs = costs_[index];
  std::array<Amount, most_months> best;
  std::array<std::int8_t, most_months> before;
  Found found{0, costs.none};
  int last = -1;
  int const begin = std::max(0, series.release);
  for (int month = begin; month < months_; ++month) {
    auto const at = static_cast<std::size_t>(month);
    best[at] = forbidden * 2;
    if ((series.open >> month & 1U) == 0 || month_costs[at] >= forbidden) continue;
    Amount least = costs.first[at];
    int from = -1;
    for (int gap = series.least_gap; gap <= std::min(costs.longest, month - begin); ++gap) {
      auto const value = best[at - static_cast<std::size_t>(gap)] + costs.gap[static_cast<std::size_t>(gap)];
      if (value < least) least = value, from = month - gap;
    }
    least += visit_cost(series, month_costs[at], month);
    best[at] = least;
    before[at] = static_cast<std::int8_t>(from);
    if (least < forbidden && least + costs.end[at] < found.value) found.value = least + costs.end[at], last = month;
  }
  for (int month = last; month >= 0; month = before[static_cast<std::size_t>(month)]) found.path |= Months{1} << month;
  return found;
}

std::vector<PathFinder::Found> PathFinder::cheapest_many(std::size_t index, std::span<Amount const> month_costs,
                                                         std::size_t most) {
  auto const& series = model_.series[index];
  auto const& costs = costs_[index];
  auto const cheaper = [](Found const& a, Found const& b) {
    return a.value != b.value ? a.value < b.value : a.path < b.path;
  };
  auto const keep = [&](std::vector<Found>& all) {
    if (all.size() > most) std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(most), cheaper);
    all.resize(std::min(all.size(), most));
  };
  std::array<std::vector<Found>, most_months> ending;  // by month of the last visit
  std::vector<Found> whole{{0, costs.none}};
  int const begin = std::max(0, series.release);
  for (int month = begin; month < months_; ++month) {
    auto const at = static_cast<std::size_t>(month);
    if ((series.open >> month & 1U) == 0 || month_costs[at] >= forbidden) continue;
    auto& here = ending[at];
    here.push_back({0, costs.first[at]});
    for (int gap = series.least_gap; gap <= std::min(costs.longest, month - begin); ++gap)
      for (auto const& before : ending[at - static_cast<std::size_t>(gap)])
        here.push_back({before.path, before.value + costs.gap[static_cast<std::size_t>(gap)]});
    keep(here);
    auto const visit = visit_cost(series, month_costs[at], month);
    for (auto& each : here) {
      each.path |= Months{1} << month;
      each.value += visit;
      whole.push_back({each.path, each.value + costs.end[at]});
    }
  }
  keep(whole);
  std::ranges::sort(whole, cheaper);
  return whole;
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
