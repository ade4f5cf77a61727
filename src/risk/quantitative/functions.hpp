#pragma once
// The functions that distributions need, made of +, -, *, / and the square root alone, which IEEE 754 fixes to the bit.
// The C library's own differ between systems and versions, and with them every simulated figure would.

#include <annexa/base/real.hpp>

namespace annexa {
inline namespace v1 {
namespace detail {

// A probability and what is left to 1, each to full relative accuracy: far in the upper tail 1 - p would be lost.
struct Tails {
  Real lower;
  Real upper;
};

// Natural logarithm of x > 0; the bits of a positive double, subnormal or not. 0 gives -infinity.
[[nodiscard]] Real log_of(Real x) noexcept;
// log(1 + x), x > -1.
[[nodiscard]] Real log1p_of(Real x) noexcept;
[[nodiscard]] Real exp_of(Real x) noexcept;
// exp(x) - 1.
[[nodiscard]] Real expm1_of(Real x) noexcept;
// base to the power of exponent, base >= 0.
[[nodiscard]] Real power_of(Real base, Real exponent) noexcept;
// log of the gamma function of x > 0.
[[nodiscard]] Real log_gamma(Real x) noexcept;

// The standard normal distribution.
[[nodiscard]] Tails normal_cdf(Real z) noexcept;
[[nodiscard]] Real normal_density(Real z) noexcept;
[[nodiscard]] Real normal_quantile(Tails p) noexcept;  // Wichura's AS 241

// The gamma distribution of scale 1: regularized incomplete gamma functions and their inverse.
[[nodiscard]] Tails gamma_cdf(Real shape, Real x) noexcept;
[[nodiscard]] Real gamma_quantile(Real shape, Tails p) noexcept;

// The beta distribution on 0 to 1: regularized incomplete beta function. x and 1 - x are both given, for accuracy.
[[nodiscard]] Tails beta_cdf(Real a, Real b, Tails x) noexcept;
// Answers x and 1 - x.
[[nodiscard]] Tails beta_quantile(Real a, Real b, Tails p) noexcept;

}  // namespace detail
}  // namespace v1
}  // namespace annexa
