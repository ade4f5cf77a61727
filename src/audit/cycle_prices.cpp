#include "cycle_prices.hpp"

#include <algorithm>
#include <bit>

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

constexpr int rounds_of_a_band = 24;
constexpr int climbing_rounds = 8;
constexpr int settling_rounds = 6;       // among what each series holds already, after each round of looking around
constexpr std::size_t many = 2000;       // series, from which on fewer rounds have to do
constexpr std::size_t very_many = 6000;  // from which on none are looked for
constexpr int price_bits = 4;            // by which loads are cut before they are multiplied

}  // namespace

Amount bound_of(Model const& model, Weights const& weights, PathFinder& finder, std::vector<Amount> const& minute) {
  auto const months = model.months.size();
  Amount bound = 0;
  std::array<Amount, most_months> costs;
  for (std::size_t i = 0; i < model.series.size(); ++i) {
    for (std::size_t month = 0; month < months; ++month) costs[month] = minute[month] * model.series[i].minutes;
    bound += finder.cheapest(i, {costs.data(), months}).value;
  }
  auto const grain = grain_of(model);
  for (std::size_t month = 0; month < months; ++month) {
    auto const corners = corners_of(model.months[month], grain);
    Amount most = 0;  // that a load earns: at a corner, for what it costs bends nowhere else
    for (auto const load : {corners.within, corners.above, corners.most}) {
      auto const over = std::max<Amount>(0, load - model.months[month].target);
      most = std::max(most, minute[month] * load - over * model.overload * weights.scale);
    }
    bound -= most;
  }
  return bound;
}

Market::Market(Model const& model, Weights const& weights, PathFinder& finder)
    : model_(model),
      weights_(weights),
      finder_(finder),
      overload_(model.overload * weights.scale),
      shares_(model.series.size()),
      loads_(model.months.size()) {
  auto const grain = grain_of(model);
  for (auto const& month : model.months) {
    bands_.push_back(std::max(least_band, month.target / 4));
    auto const corners = corners_of(month, grain);
    auto const step = corners.above - corners.within;
    slopes_.push_back({corners, step > 0 ? overload_ * (corners.above - month.target) / step : overload_});
  }
  best_.minute.assign(model.months.size(), 0);
  best_.bound = bound_of(model, weights, finder, best_.minute);
}

// Rises from nothing around the largest load within the target, to that of overload around the next load, and on from
// there around the room.
Amount Market::price(std::size_t month) const {
  auto const& each = slopes_[month];
  auto const band = bands_[month] << (one_bits - price_bits);
  auto const rise = [&](Amount middle, Amount height) {
    auto const over = loads_[month] - ((middle - bands_[month] / 2) << one_bits);
    return over <= 0 ? Amount{0} : height * (over >> price_bits) / band;
  };
  return std::min(each.first, rise(each.corners.within, each.first)) +
         std::min(overload_ - each.first, rise(each.corners.above, overload_ - each.first)) +
         rise(each.corners.most, overload_);
}

Amount Market::stiffness(std::size_t month) const {
  auto const& each = slopes_[month];
  auto const over = [&](Amount middle) { return loads_[month] - ((middle - bands_[month] / 2) << one_bits); };
  auto const rising = [&](Amount middle) { return over(middle) > 0 && over(middle) < bands_[month] << one_bits; };
  Amount height = over(each.corners.most) > 0 ? overload_ : 0;
  if (rising(each.corners.within)) height += each.first;
  if (rising(each.corners.above)) height += overload_ - each.first;
  return (height << one_bits) / bands_[month];
}

Amount Market::value(std::size_t series, Share const& share) const {
  Amount sum = 0;
  for_each_month(share.path, [&](std::size_t month) { sum += price(month); });
  return share.own + sum * model_.series[series].minutes;
}

std::size_t Market::cheapest_share(std::size_t series) const {
  auto const& mine = shares_[series];
  std::size_t best = 0;
  for (std::size_t k = 1; k < mine.size(); ++k)
    if (value(series, mine[k]) < value(series, mine[best])) best = k;
  return best;
}

void Market::move(std::size_t series, Months path, Amount weight) {
  for_each_month(path, [&](std::size_t month) { loads_[month] += weight * model_.series[series].minutes; });
}

// Moves what a series has elsewhere to one of its shares, as far as the prices then still differ.
void Market::shift(std::size_t series, std::size_t to) {
  auto& mine = shares_[series];
  auto const minutes = model_.series[series].minutes;
  for (std::size_t k = 0; k < mine.size(); ++k) {
    if (k == to || mine[k].weight == 0) continue;
    auto const difference = value(series, mine[k]) - value(series, mine[to]);
    if (difference <= 0) continue;
    Amount rigid = 0;
    for_each_month(mine[k].path ^ mine[to].path, [&](std::size_t month) { rigid += stiffness(month) * minutes; });
    auto const per_weight = std::max<Amount>(1, (rigid >> one_bits) * minutes / 4);
    auto const amount =
        rigid == 0 ? mine[k].weight : std::clamp<Amount>(difference / 4 * one / 4 / per_weight * 4, 1, mine[k].weight);
    mine[k].weight -= amount;
    mine[to].weight += amount;
    move(series, mine[k].path, -amount);
    move(series, mine[to].path, amount);
  }
}

// Finds the cheapest months there are now, and goes some way there.
void Market::look(std::size_t series) {
  auto& mine = shares_[series];
  std::array<Amount, most_months> costs;
  for (std::size_t m = 0; m < loads_.size(); ++m) costs[m] = price(m) * model_.series[series].minutes;
  auto const path = finder_.cheapest(series, {costs.data(), loads_.size()}).path;
  auto at = std::ranges::find(mine, path, &Share::path);
  if (at == mine.end()) {
    auto const own = weights_.value(levels_of(model_.series[series], path, static_cast<int>(loads_.size())));
    bool const first = mine.empty();
    at = mine.insert(mine.end(), {path, own, first ? one : 0});
    if (first) move(series, path, one);
  }
  shift(series, static_cast<std::size_t>(at - mine.begin()));
  std::erase_if(mine, [](Share const& share) { return share.weight == 0; });
}

void Market::settle() {
  for (int round = 0; round < settling_rounds; ++round)
    for (std::size_t i = 0; i < shares_.size(); ++i)
      if (shares_[i].size() > 1) shift(i, cheapest_share(i));
}

void Market::note_prices() {
  std::vector<Amount> minute;
  for (std::size_t m = 0; m < loads_.size(); ++m) minute.push_back(price(m));
  auto const bound = bound_of(model_, weights_, finder_, minute);
  if (bound > best_.bound) best_ = {std::move(minute), bound};
}

bool Market::narrow() {
  bool any = false;
  for (auto& band : bands_)
    if (band > least_band) band = std::max(least_band, band * 4 / 5), any = true;
  return any;
}

// Takes prices that prove more, if these do.
bool Market::prove(std::vector<Amount> minute) {
  if (minute == best_.minute) return false;
  auto const bound = bound_of(model_, weights_, finder_, minute);
  if (bound <= best_.bound) return false;
  best_ = {std::move(minute), bound};
  return true;
}

// Prices at which many series are indifferent are whole costs, and the market comes near to them only. Months that
// follow each other are made whole together, and moved up or down together, as long as that proves more.
void Market::climb(std::function<bool()> const& stop) {
  auto const months = best_.minute.size();
  auto const half = weights_.scale / 2;
  auto const rounded = [&](Amount price) { return (price + half / 2) / half * half; };
  bool better = true;
  for (int round = 0; better && round < climbing_rounds; ++round) {
    better = false;
    for (std::size_t first = 0; first < months; ++first)
      for (std::size_t length = months - first; length > 0; --length) {
        if (stop && stop()) return;
        auto const changed = [&](auto&& change) {
          auto minute = best_.minute;
          for (auto& each : std::span(minute).subspan(first, length)) each = std::max<Amount>(0, change(each));
          return minute;
        };
        better |= prove(changed(rounded));
        for (auto const step : {half, -half}) better |= prove(changed([&](Amount price) { return price + step; }));
      }
  }
}

void Market::balance(std::function<bool()> const& stop) {
  if (shares_.size() > very_many) return;  // the bound without prices has to do
  do {
    int const rounds = shares_.size() > many ? 2 : rounds_of_a_band;
    for (int round = 0; round < rounds; ++round) {
      if (stop && stop()) return;
      for (std::size_t i = 0; i < shares_.size(); ++i) look(i);
      settle();
    }
    note_prices();
  } while (narrow());
  climb(stop);
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
