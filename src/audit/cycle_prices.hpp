#pragma once
// Prices of the months: what a minute in each is worth, and the bound that they prove.

#include <functional>

#include "cycle_paths.hpp"

namespace annexa {
inline namespace v1 {
namespace cycle {

struct Prices {
  std::vector<Amount> minute;  // by month, value of a minute
  Amount bound = 0;            // no programme is worth less, in values of Weights
};

// What prices prove: each series at its cheapest, and each month at its best, whatever the others do. Exact.
[[nodiscard]] Amount bound_of(Model const& model, Weights const& weights, PathFinder& finder,
                              std::vector<Amount> const& minute);

// A market: every series divides itself over sets of months, cheapest ones first, and a month has its price by its
// load. In balance, the prices are near those of the linear relaxation.
class Market {
 public:
  Market(Model const& model, Weights const& weights, PathFinder& finder);

  // Brings the market into balance, with ever less tolerance. @param stop  asked once a round.
  void balance(std::function<bool()> const& stop = {});
  [[nodiscard]] Prices const& prices() const { return best_; }

 private:
  struct Share {
    Months path;
    Amount own;     // value without the months
    Amount weight;  // part of the series, of `one`
  };
  struct Slope {
    Corners corners;
    Amount first;  // price of a minute between the first two corners; from the second on that of overload
  };
  static constexpr int one_bits = 14;
  static constexpr Amount one = Amount{1} << one_bits;
  static constexpr Amount least_band = 16;

  [[nodiscard]] Amount price(std::size_t month) const;
  [[nodiscard]] Amount stiffness(std::size_t month) const;
  [[nodiscard]] Amount value(std::size_t series, Share const& share) const;
  [[nodiscard]] std::size_t cheapest_share(std::size_t series) const;
  void move(std::size_t series, Months path, Amount weight);
  void look(std::size_t series);
  void shift(std::size_t series, std::size_t to);
  void settle();
  void note_prices();
  bool narrow();
  [[nodiscard]] bool prove(std::vector<Amount> minute);
  void climb(std::function<bool()> const& stop);

  Model const& model_;
  Weights const& weights_;
  PathFinder& finder_;
  Amount overload_;
  std::vector<std::vector<Share>> shares_;
  std::vector<Amount> loads_;  // minutes times `one`
  std::vector<Slope> slopes_;
  std::vector<Amount> bands_;  // minutes over which a price rises from nothing to that of overload
  Prices best_;
};

}  // namespace cycle
}  // namespace v1
}  // namespace annexa
