#include "histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// Preferred numbers: ten of a power of ten, each about a quarter above the one before.
constexpr std::array<std::int64_t, 10> tenths{100, 125, 160, 200, 250, 315, 400, 500, 630, 800};
constexpr Real most_amount = 9e17;

std::vector<std::int64_t> rising_by_factors(Real low, Real high) {
  std::size_t const stride = high / low > 1e5 ? 2 : 1;
  std::vector<std::int64_t> out;
  for (std::int64_t power = 1; static_cast<Real>(power) * 100 <= most_amount; power *= 10)
    for (std::size_t i = 0; i < tenths.size(); i += stride) {
      auto const edge = tenths[i] * power;
      if (static_cast<Real>(edge) <= low) out.clear();  // the last that is not above stays
      out.push_back(edge);
      if (static_cast<Real>(edge) >= high) return out;
    }
  return out;
}

std::vector<std::int64_t> rising_by_steps(Real low, Real high) {
  constexpr Real most_steps = 25;
  constexpr std::array<std::int64_t, 3> factors{1, 2, 5};
  std::int64_t step = 1;
  for (std::int64_t power = 1; static_cast<Real>(step) * most_steps < high - low; power *= 10)
    for (auto const factor : factors)
      if (static_cast<Real>(step) * most_steps < high - low) step = factor * power;
  std::vector<std::int64_t> out{static_cast<std::int64_t>(std::floor(low / static_cast<Real>(step))) * step};
  while (static_cast<Real>(out.back()) < high || out.size() < 2) out.push_back(out.back() + step);
  return out;
}

}  // namespace

std::vector<std::int64_t> histogram_edges(Real low, Real high) {
  low = std::clamp(low, -most_amount, most_amount);
  high = std::clamp(high, low, most_amount);
  constexpr Real least = 100;  // below it amounts are counted one by one
  if (low > 0 && high >= 8 * std::max(low, least)) return rising_by_factors(std::max({low, least, high / 1e8}), high);
  return rising_by_steps(low, high);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
