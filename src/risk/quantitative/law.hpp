#pragma once
// What a distribution computes, made once from its checked parameters.

#include <annexa/risk/quantitative/distribution.hpp>

#include <memory>

#include "functions.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// A beta distribution of shapes a and b, stretched from low to low + width.
struct ScaledBeta {
  Real a;
  Real b;
  Real low;
  Real width;
};

// Immutable, so that threads share it. All results have the same bits on every machine: functions.hpp.
class Law {
 public:
  Law() = default;
  Law(Law const&) = delete;
  Law& operator=(Law const&) = delete;
  virtual ~Law() = default;

  // The least x whose cdf is at least p.lower; of counts a whole number. Both tails to full accuracy.
  [[nodiscard]] virtual Real quantile(Tails p) const noexcept = 0;
  // P(X <= x) and P(X > x).
  [[nodiscard]] virtual Tails cdf(Real x) const noexcept = 0;
  [[nodiscard]] virtual Moments moments() const noexcept = 0;
  // Where the quantile function is not smooth inside (0, 1): ends of masses, joints of pieces. As lower tails,
  // ascending. Tables of the function (sampling_table.hpp) and quadratures have an edge there. Counts of more than
  // 2,000 numbers that matter have none: each is so small that the whole counts as smooth.
  [[nodiscard]] virtual std::vector<Tails> joints() const { return {}; }
  // Its shapes if it is a beta distribution: tables of these are made faster than by its quantiles.
  [[nodiscard]] virtual std::optional<ScaledBeta> scaled_beta() const { return {}; }
};

// @pre check_distribution() found nothing.
[[nodiscard]] std::unique_ptr<Law const> law_of(Distribution const& distribution);

// The stream of random numbers of a name: a key of Philox. Different names have unrelated streams. The name is folded
// eight bytes at a time, the first in the lowest byte and the last chunk filled up with 0: running, 0 at first, becomes
// the first two words of philox4x32_10 at the counter {chunk low, chunk high, running low, running high} under the key
// of the seed; at last the number of bytes is folded the same way.
[[nodiscard]] std::uint64_t stream_key(std::uint64_t seed, std::string_view name) noexcept;

}  // namespace detail
}  // namespace v1
}  // namespace annexa
