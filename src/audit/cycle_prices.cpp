#include "cycle_prices.hpp"

#include <algorithm>
#include <bit>

namespace annexa {
inline namespace v1 {
namespace cycle {
namespace {

constexpr int rounds_of_a_band = 6;
constexpr int settling_rounds = 6;       // among what each series holds already, after each round of looking around
constexpr std::size_t many = 2000;       // series, from which on fewer rounds have to do
constexpr std::size_t very_many = 6000;  // from which on none are looked for
constexpr int price_bits = 4;            // by which loads are cut before they are multiplied

void each_month(Months path, auto&& act) {
  for (; path != 0; path &= path - 1) act(static_cast<std::size_t>(std::countr_zero(path)));
}

}  // namespace

Amount bound_of(Model const& model, Weights const& weights, PathFinder& finder, std::vector<Amount> const& minute) {
  auto const months = model.months.size();
  Amount bound = 0;
  std::array<Amount, most_months> costs;
  for (std::size_t i = 0; i < model.series.size(); ++i) {
    for (std::size_t month = 0; month < months; ++month) costs[month] = minute[month] * model.series[i].minutes;
    bound += finder.cheapest(i, {costs.data(), months}).value;
  }
  auto const overload = model.overload * weights.scale;
  for (std::size_t month = 0; month < months; ++month) {
    auto const& each = model.months[month];
    bound -= minute[month] * each.target;
    if (minute[month] > overload) bound -= (minute[month] - overload) * (each.room - each.target);
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
  for (auto const& month : model.months) bands_.push_back(std::max(least_band, month.target / 4));
  best_.minute.assign(model.months.size(), 0);
  best_.bound = bound_of(model, weights, finder, best_.minute);
}

// Rises from nothing to that of overload around the target, and on from there around the room.
Amount Market::price(std::size_t month) const {
  auto const& each = model_.months[month];
  auto const band = bands_[month] << (one_bits - price_bits);
  auto const rise = [&](Amount middle) {
    auto const over = loads_[month] - ((middle - bands_[month] / 2) << one_bits);
    return over <= 0 ? Amount{0} : overload_ * (over >> price_bits) / band;
  };
  return std::min(overload_, rise(each.target)) + rise(each.room);
}

Amount Market::stiffness(std::size_t month) const {
  auto const& each = model_.months[month];
  auto const over = [&](Amount middle) { return loads_[month] - ((middle - bands_[month] / 2) << one_bits); };
  bool const rising = over(each.target) > 0 && over(each.target) < bands_[month] << one_bits;
  return rising || over(each.room) > 0 ? (overload_ << one_bits) / bands_[month] : 0;
}

Amount Market::value(std::size_t series, Share const& share) const {
  Amount sum = 0;
  each_month(share.path, [&](std::size_t month) { sum += price(month); });
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
  each_month(path, [&](std::size_t month) { loads_[month] += weight * model_.series[series].minutes; });
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
    each_month(mine[k].path ^ mine[to].path, [&](std::size_t month) { rigid += stiffness(month) * minutes; });
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
}

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
