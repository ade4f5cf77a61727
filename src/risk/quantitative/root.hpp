#pragma once
// Where a function that rises is zero.

#include <annexa/base/real.hpp>

#include <cmath>

namespace annexa {
inline namespace v1 {
namespace detail {

// The root of a function that rises, by Newton's method, kept inside a bracket that shrinks with every step.
// @p function gives value and slope.
template <class Function>
Real rising_root(Real low, Real high, Real x, Function const& function) noexcept {
  for (int i = 0; i < 200; ++i) {
    auto const [value, slope] = function(x);
    if (value == 0) return x;
    (value < 0 ? low : high) = x;
    Real next = x - value / slope;
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    if (std::fabs(next - x) <= 4e-16 * std::fabs(next) || next == low || next == high) return next;
    x = next;
  }
  return x;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
