#pragma once
// The cheapest admissible months of one series.

#include <span>

#include "cycle_model.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {

// One number for all levels: each unit of a level outweighs everything that the levels after it can come to.
struct Weights {
  Amount scale = 64;  // of a unit of cost, so that prices are finer than costs
  Amount changed = 0;
  Amount late = 0;
  Amount left_out = 0;
  [[nodiscard]] Amount value(Levels const& levels) const {
    return levels.left_out * left_out + levels.late * late + levels.changed * changed + levels.cost * scale;
  }
};
[[nodiscard]] Weights weights_of(Model const& model);

// What the months of a series are worth, without the load of the months.
[[nodiscard]] Levels levels_of(Series const& series, Months path, int months);

// Cheapest sets of months. Holds scratch space, so one for each thread.
class PathFinder {
 public:
  PathFinder(Model const& model, Weights const& weights);

  struct Found {
    Months path = 0;
    Amount value = 0;  // with the costs of the months
  };
  // @param month_costs  what a visit of this series costs in each month; at least `forbidden` where none can be.
  [[nodiscard]] Found cheapest(std::size_t series, std::span<Amount const> month_costs);
  // The cheapest sets of months, at most @p most, by value; among equals in an order that depends on nothing else.
  [[nodiscard]] std::vector<Found> cheapest_many(std::size_t series, std::span<Amount const> month_costs,
                                                 std::size_t most);
  static constexpr Amount forbidden = std::int64_t{1} << 60;

 private:
  struct Costs {
    std::array<Amount, most_months> first;  // of a first visit in a month
    std::array<Amount, most_months> gap;    // of a gap of that many months
    std::array<Amount, most_months> end;    // of a last visit in a month
    Amount none = 0;                        // of no visit at all
    int longest = 0;                        // gap
  };
  [[nodiscard]] Costs costs_of(Series const& series) const;
  [[nodiscard]] Amount visit_cost(Series const& series, Amount month_cost, int month) const;

  Model const& model_;
  Weights weights_;
  int months_;
  std::vector<Costs> costs_;
};

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
