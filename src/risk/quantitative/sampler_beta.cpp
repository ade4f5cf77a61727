// The table of a beta distribution. Its quantile function costs a continued fraction; between two points of it the
// function follows from its differential equation, x' = 1 / f(x), by a series.
#include <array>
#include <cmath>

#include "sampler.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr std::size_t terms = 14;
using Series = std::array<Real, terms>;

// Term n of a product.
Real product(Series const& a, Series const& b, std::size_t n) noexcept {
  Real sum = 0;
  for (std::size_t i = 0; i <= n; ++i) sum += a[i] * b[n - i];
  return sum;
}

// The quantile function about the point where it is x and has the slope @p slope, in powers of t.
// With g = x': g' = -g^2 (log f)'(x), and (log f)'(x) = (a - 1) / x - (b - 1) / (1 - x).
Series series_at(Real a, Real b, Tails x, Real slope) noexcept {
  Series xs{x.lower};
  Series g{slope};
  Series square{};
  Series one_over_x{1 / x.lower};
  Series one_over_rest{1 / x.upper};
  Series change{};
  for (std::size_t n = 0; n + 1 < terms; ++n) {
    auto const next = static_cast<Real>(n + 1);
    square[n] = product(g, g, n);
    change[n] = (a - 1) * one_over_x[n] - (b - 1) * one_over_rest[n];
    xs[n + 1] = g[n] / next;
    g[n + 1] = -product(square, change, n) / next;
    Real lower = 0;
    Real upper = 0;
    for (std::size_t i = 0; i <= n; ++i) {
      lower += one_over_x[i] * xs[n + 1 - i];
      upper += one_over_rest[i] * xs[n + 1 - i];
    }
    one_over_x[n + 1] = -lower / x.lower;
    one_over_rest[n + 1] = upper / x.upper;
  }
  return xs;
}

Real value_of(Series const& series, Real t) noexcept {
  Real sum = series[terms - 1];
  for (std::size_t n = terms - 1; n-- > 0;) sum = sum * t + series[n];
  return sum;
}

// From powers of t in -1/8 to 1/8 to the polynomial of degree 5 that is nearest: terms in Chebyshev's polynomials, of
// which the last are left out.
std::array<Real, coefficients> shortened(Series series) noexcept {
  for (std::size_t n = 0, scale = 1; n < terms; ++n, scale *= 8) series[n] /= static_cast<Real>(scale);
  // t^n = 2^(1-n) T_n + lower ones, so each power is replaced, from the highest, by T_n's other terms.
  for (std::size_t n = terms - 1; n >= coefficients; --n) {
    Real const top = series[n];
    // T_n(t) = n/2 sum (-1)^k (n-k-1)! / (k! (n-2k)!) (2t)^(n-2k); divided by its first coefficient 2^(n-1).
    Real ratio = 1;
    for (std::size_t k = 0; n >= 2 * (k + 1); ++k) {
      auto const m = static_cast<Real>(n - 2 * k);
      auto const left = static_cast<Real>(n - k - 1);
      ratio *= -m * (m - 1) / (4 * static_cast<Real>(k + 1) * left);
      series[n - 2 * (k + 1)] -= top * ratio;
    }
  }
  std::array<Real, coefficients> out{};
  for (std::size_t n = 0, scale = 1; n < coefficients; ++n, scale *= 8) out[n] = series[n] * static_cast<Real>(scale);
  return out;
}

}  // namespace

void Sampler::fill_beta(ScaledBeta const& beta) {
  constexpr std::size_t half_of_them = segments / 2;
  for (bool const upper : {false, true}) {
    Real const a = upper ? beta.b : beta.a;  // the upper half is the lower one of the mirrored distribution
    Real const b = upper ? beta.a : beta.b;
    Real const log_norm = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
    auto x = beta_quantile(a, b, tails_of(middle_of(half_of_them - 1), false));
    for (std::size_t i = half_of_them; i-- > 0;) {
      Real const octave = octave_of(i);
      Real const middle = middle_of(i);
      auto const slope_at = [&](Tails at) {
        return exp_of(log_norm - (a - 1) * log_of(at.lower) - (b - 1) * log_of(at.upper));
      };
      // One step of Newton's method takes off what the series of the segment before was short of.
      Real const off = middle * 0x1p-32 - beta_cdf(a, b, x).lower;
      x.lower += off * slope_at(x);
      x.upper = 1 - x.lower;
      auto series = series_at(a, b, x, slope_at(x) * octave * 0x1p-32);
      if (i > 0) {
        x.lower = value_of(series, (middle_of(i - 1) - middle) / octave);
        x.upper = 1 - x.lower;
      }
      auto polynomial = shortened(series);
      if (upper) {
        for (auto& each : polynomial) each = -each;
        polynomial[0] += 1;
      }
      for (std::size_t k = 0; k < coefficients; ++k)
        rows_[(i + (upper ? half_of_them : 0)) * row_size + k] = beta.width * polynomial[k];
      rows_[(i + (upper ? half_of_them : 0)) * row_size] += beta.low;
    }
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
