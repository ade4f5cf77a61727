#pragma once
// The few sets of months of each series that a good programme is likely to have: those that are cheapest at the prices.

#include "cycle_prices.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {

// A set of months that a series may have.
struct Choice {
  Months path = 0;
  Amount own = 0;  // value without the months
};

class Pool {
 public:
  // The sets of months of each series whose value at the prices is at most @p slack above the least. In a programme
  // near the bound hardly any series has another one.
  Pool(Model const& model, Weights const& weights, PathFinder& finder, Prices const& prices, Amount slack);
  // Nothing where a series has too many of them: then any set of months may be looked for.
  [[nodiscard]] std::vector<Choice> const& of(std::size_t series) const { return choices_[series]; }

 private:
  std::vector<std::vector<Choice>> choices_;
};

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
