#pragma once
// Integrals of smooth functions.

#include <annexa/base/real.hpp>

#include <array>

namespace annexa {
inline namespace v1 {
namespace detail {

// The integral of @p function over low to high: Gauss and Legendre's rule of ten points in each of @p panels parts of
// equal width, always summed in one order. Exact for polynomials of degree 19.
template <class Function>
Real integral(Real low, Real high, int panels, Function const& function) noexcept {
  constexpr std::array<Real, 5> node{0.14887433898163121088, 0.43339539412924719080, 0.67940956829902440623,
                                     0.86506336668898451073, 0.97390652851717172008};
  constexpr std::array<Real, 5> weight{0.29552422471475287017, 0.26926671930999635509, 0.21908636251598204400,
                                       0.14945134915058059315, 0.06667134430868813759};
  Real const half = (high - low) / (2 * panels);
  Real sum = 0;
  for (int panel = 0; panel < panels; ++panel) {
    Real const middle = low + half * (2 * panel + 1);
    for (std::size_t i = 0; i < node.size(); ++i)
      sum += weight[i] * (function(middle - half * node[i]) + function(middle + half * node[i]));
  }
  return sum * half;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
