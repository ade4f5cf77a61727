#pragma once
// Polynomials of degree 5 through six points, for tables of functions.

#include <array>

#include "kernels.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// Chebyshev's nodes of degree 6 in -1/8 to 1/8.
inline constexpr std::array<Real, coefficients> chebyshev_nodes{
    0.96592582628906828675 / 8,  0.70710678118654752440 / 8,  0.25881904510252076235 / 8,
    -0.25881904510252076235 / 8, -0.70710678118654752440 / 8, -0.96592582628906828675 / 8};

// The coefficients of the polynomial through values at the nodes, by Newton's divided differences.
[[nodiscard]] inline std::array<Real, coefficients> polynomial_through(std::array<Real, coefficients> values) noexcept {
  auto const& nodes = chebyshev_nodes;
  for (std::size_t step = 1; step < coefficients; ++step)
    for (std::size_t i = coefficients; i-- > step;)
      values[i] = (values[i] - values[i - 1]) / (nodes[i] - nodes[i - step]);
  std::array<Real, coefficients> out{};
  for (std::size_t i = coefficients; i-- > 0;) {  // out = out * (t - nodes[i]) + values[i]
    for (std::size_t k = coefficients; k-- > 1;) out[k] = out[k - 1] - nodes[i] * out[k];
    out[0] = values[i] - nodes[i] * out[0];
  }
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
