#include "functions.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "root.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr Real ln2_high = 0x1.62e42fee00000p-1;  // its last 21 bits are 0, so that products with exponents are exact
constexpr Real ln2_low = 0x1.a39ef35793c76p-33;
constexpr Real infinity = std::numeric_limits<Real>::infinity();
constexpr Real half_log_two_pi = 0.91893853320467274178;
constexpr Real inverse_root_two_pi = 0.39894228040143267794;
constexpr Real tiny = 1e-300;  // keeps Lentz's method away from a division by 0

// 2 to the power of k, -1022 <= k <= 1023.
Real power_of_two(int k) noexcept { return std::bit_cast<Real>(static_cast<std::uint64_t>(k + 1023) << 52U); }

// c0 + c1 x + c2 x^2 + ...
template <std::size_t N>
Real polynomial(std::array<Real, N> const& c, Real x) noexcept {
  Real sum = c[N - 1];
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

}  // namespace

Real log_of(Real x) noexcept {
  if (!(x > 0)) return x == 0 ? -infinity : std::numeric_limits<Real>::quiet_NaN();
  if (x > std::numeric_limits<Real>::max()) return infinity;
  int exponent = 0;
  if (x < std::numeric_limits<Real>::min()) {
    x *= 0x1p54;
    exponent = -54;
  }
  auto const bits = std::bit_cast<std::uint64_t>(x);
  exponent += static_cast<int>(bits >> 52U) - 1023;
  Real m = std::bit_cast<Real>((bits & 0xFFFFFFFFFFFFFU) | 0x3FF0000000000000U);
  if (m > 1.41421356237309504880) {
    m *= 0.5;
    ++exponent;
  }
  // log m = 2 artanh s, s at most 0.172.
  Real const f = m - 1;
  Real const s = f / (2 + f);
  Real const t = s * s;
  constexpr std::array<Real, 11> c{1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9,  1.0 / 11, 1.0 / 13,
                                   1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23};
  Real const rest = 2 * s * (t * polynomial(c, t));
  Real const e = exponent;
  return e * ln2_high + (2 * s + (rest + e * ln2_low));
}

Real log1p_of(Real x) noexcept {
  Real const u = 1 + x;
  return u == 1 ? x : log_of(u) * (x / (u - 1));
}

Real exp_of(Real x) noexcept {
  if (x != x) return x;
  if (x > 709.78) return infinity;
  if (x < -745.2) return 0;
  Real const k = std::floor(x * 1.44269504088896340736 + 0.5);
  Real const r = (x - k * ln2_high) - k * ln2_low;
  constexpr std::array<Real, 14> c{
      1.0,        1.0,         1.0 / 2,      1.0 / 6,       1.0 / 24,       1.0 / 120,       1.0 / 720,
      1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};
  Real const value = polynomial(c, r);
  int const e = static_cast<int>(k);
  int const first = e / 2;  // in two steps, for results at the ends of the range
  return value * power_of_two(first) * power_of_two(e - first);
}

Real expm1_of(Real x) noexcept {
  if (x > -0.5 && x < 0.5) {  // the series; above it nothing cancels
    Real term = x;
    Real sum = 0;
    for (int n = 2; n < 22; ++n) {
      sum += term;
      term *= x / n;
    }
    return sum;
  }
  return exp_of(x) - 1;
}

Real power_of(Real base, Real exponent) noexcept {
  if (exponent == 0) return 1;
  if (base == 0) return exponent > 0 ? 0 : infinity;
  return exp_of(exponent * log_of(base));
}

Real log_gamma(Real x) noexcept {
  Real product = 1;
  while (x < 12) {
    product *= x;
    x += 1;
  }
  Real const y = 1 / (x * x);
  constexpr std::array<Real, 8> c{1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                  1.0 / 1188, -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400};
  return (x - 0.5) * log_of(x) - x + half_log_two_pi + polynomial(c, y) / x - log_of(product);
}

// ---- Normal

Real normal_density(Real z) noexcept { return inverse_root_two_pi * exp_of(-0.5 * z * z); }

Tails normal_cdf(Real z) noexcept {
  Real const x = std::fabs(z);
  Real tail = 0;
  if (x < 2) {  // 1/2 less x phi(x) (1 + x^2/3 + x^4/15 + ...)
    Real term = x;
    Real sum = 0;
    for (int n = 3; n < 90; n += 2) {
      sum += term;
      term *= x * x / n;
    }
    tail = 0.5 - normal_density(x) * sum;
  } else if (x < 40) {  // Mills' ratio as a continued fraction
    Real fraction = x;
    for (int n = 90; n > 0; --n) fraction = x + n / fraction;
    tail = normal_density(x) / fraction;
  }
  Real const rest = 1 - tail;
  return z < 0 ? Tails{tail, rest} : Tails{rest, tail};
}

Real normal_quantile(Tails p) noexcept {
  constexpr std::array<Real, 8> a{3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                  1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                  3.3430575583588128105e+4, 2.5090809287301226727e+3};
  constexpr std::array<Real, 8> b{1.0,
                                  4.2313330701600911252e+1,
                                  6.8718700749205790830e+2,
                                  5.3941960214247511077e+3,
                                  2.1213794301586595867e+4,
                                  3.9307895800092710610e+4,
                                  2.8729085735721942674e+4,
                                  5.2264952788528545610e+3};
  constexpr std::array<Real, 8> c{1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                  3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                  2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr std::array<Real, 8> d{1.0,
                                  2.05319162663775882187e0,
                                  1.67638483018380384940e0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
  constexpr std::array<Real, 8> e{6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                  2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                  2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr std::array<Real, 8> f{1.0,
                                  5.99832206555887937690e-1,
                                  1.36929880922735805310e-1,
                                  1.48753612908506148525e-2,
                                  7.86869131145613259100e-4,
                                  1.84631831751005468180e-5,
                                  1.42151175831644588870e-7,
                                  2.04426310338993978564e-15};
  Real const tail = std::min(p.lower, p.upper);
  if (!(tail > 0)) return p.lower < p.upper ? -infinity : infinity;
  Real const q = p.lower < p.upper ? p.lower - 0.5 : 0.5 - p.upper;
  if (std::fabs(q) <= 0.425) {
    Real const r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  Real const r = std::sqrt(-log_of(tail));
  Real const z = r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5) / polynomial(f, r - 5);
  return q < 0 ? -z : z;
}

// ---- Gamma

namespace {

// x^a e^-x / Gamma(a + 1)
Real gamma_front(Real a, Real x) noexcept { return exp_of(a * log_of(x) - x - log_gamma(a + 1)); }

}  // namespace

Tails gamma_cdf(Real shape, Real x) noexcept {
  if (!(x > 0)) return {0, 1};
  if (x > std::numeric_limits<Real>::max()) return {1, 0};
  Real const front = gamma_front(shape, x);
  if (x < shape + 1) {
    Real term = 1;
    Real sum = 1;
    for (Real n = shape + 1; term > sum * 1e-17; n += 1) {
      term *= x / n;
      sum += term;
    }
    Real const lower = front * sum;
    return {lower, 1 - lower};
  }
  Real b = x + 1 - shape;
  Real c = 1 / tiny;
  Real d = 1 / b;
  Real h = d;
  for (int n = 1; n < 100'000; ++n) {
    Real const an = -n * (n - shape);
    b += 2;
    d = an * d + b;
    if (std::fabs(d) < tiny) d = tiny;
    c = b + an / c;
    if (std::fabs(c) < tiny) c = tiny;
    d = 1 / d;
    Real const delta = d * c;
    h *= delta;
    if (std::fabs(delta - 1) < 2e-16) break;
  }
  Real const upper = front * shape * h;
  return {1 - upper, upper};
}

Real gamma_quantile(Real shape, Tails p) noexcept {
  if (!(p.lower > 0)) return 0;
  if (!(p.upper > 0)) return infinity;
  Real const log_norm = log_gamma(shape);
  bool const is_lower = p.lower < p.upper;
  Real const target = log_of(is_lower ? p.lower : p.upper);
  // In y = log x; the start is Wilson and Hilferty's cube, or the first term of the series.
  Real const cube = 1 - 1 / (9 * shape) + normal_quantile(p) / (3 * std::sqrt(shape));
  Real const first = (log_of(p.lower) + log_gamma(shape + 1)) / shape;
  Real const start = cube > 0.3 ? log_of(shape) + 3 * log_of(cube) : first;
  Real const y = rising_root(-2000 / std::min(shape, Real{1}), 710,
                             std::clamp(start, Real{-740} / std::min(shape, Real{1}), Real{700}), [&](Real at) {
                               Real const x = exp_of(at);
                               auto const cdf = gamma_cdf(shape, x);
                               Real const density = exp_of(shape * at - x - log_norm);  // with respect to y
                               struct {
                                 Real value, slope;
                               } out{};
                               if (is_lower) {
                                 out = {log_of(cdf.lower) - target, density / cdf.lower};
                               } else {
                                 out = {target - log_of(cdf.upper), density / cdf.upper};
                               }
                               return out;
                             });
  return exp_of(y);
}

// ---- Beta

namespace {

// Lentz's method for the continued fraction of the incomplete beta function.
Real beta_fraction(Real a, Real b, Real x) noexcept {
  Real const ab = a + b;
  Real c = 1;
  Real d = 1 - ab * x / (a + 1);
  if (std::fabs(d) < tiny) d = tiny;
  d = 1 / d;
  Real h = d;
  for (int m = 1; m < 100'000; ++m) {
    Real const two = 2.0 * m;
    Real const even = m * (b - m) * x / ((a + two - 1) * (a + two));
    d = 1 + even * d;
    if (std::fabs(d) < tiny) d = tiny;
    c = 1 + even / c;
    if (std::fabs(c) < tiny) c = tiny;
    d = 1 / d;
    h *= d * c;
    Real const odd = -(a + m) * (ab + m) * x / ((a + two) * (a + two + 1));
    d = 1 + odd * d;
    if (std::fabs(d) < tiny) d = tiny;
    c = 1 + odd / c;
    if (std::fabs(c) < tiny) c = tiny;
    d = 1 / d;
    Real const delta = d * c;
    h *= delta;
    if (std::fabs(delta - 1) < 2e-16) break;
  }
  return h;
}

Real log_beta(Real a, Real b) noexcept { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }

// With the logarithm of the beta function already known.
Tails beta_cdf_with(Real a, Real b, Tails x, Real log_norm) noexcept {
  if (!(x.lower > 0)) return {0, 1};
  if (!(x.upper > 0)) return {1, 0};
  Real const front = exp_of(a * log_of(x.lower) + b * log_of(x.upper) - log_norm);
  if (x.lower < (a + 1) / (a + b + 2)) {
    Real const lower = front * beta_fraction(a, b, x.lower) / a;
    return {lower, 1 - lower};
  }
  Real const upper = front * beta_fraction(b, a, x.upper) / b;
  return {1 - upper, upper};
}

// The x below which lies p.lower <= 1/2, found in y = log(x / (1 - x)).
Tails beta_lower_quantile(Real a, Real b, Tails p) noexcept {
  Real const log_norm = log_beta(a, b);
  Real const target = log_of(p.lower);
  auto const at = [](Real y) {
    Real const t = exp_of(-std::fabs(y));
    Real const small = t / (1 + t);
    Real const large = 1 / (1 + t);
    return y < 0 ? Tails{small, large} : Tails{large, small};
  };
  Real const first = (target + log_of(a) + log_norm) / a;  // of the series at 0
  Real const mean = log_of(a / b);
  Real const start = std::max(std::min(first, mean + 4 / std::sqrt(std::min(a, b))), Real{-740});
  Real const y = rising_root(-745, 40, std::min(start, Real{30}), [&](Real where) {
    auto const x = at(where);
    auto const cdf = beta_cdf_with(a, b, x, log_norm);
    Real const density = exp_of(a * log_of(x.lower) + b * log_of(x.upper) - log_norm);  // with respect to y
    struct {
      Real value, slope;
    } out{log_of(cdf.lower) - target, density / cdf.lower};
    return out;
  });
  return at(y);
}

}  // namespace

Tails beta_cdf(Real a, Real b, Tails x) noexcept { return beta_cdf_with(a, b, x, log_beta(a, b)); }

Tails beta_quantile(Real a, Real b, Tails p) noexcept {
  if (!(p.lower > 0)) return {0, 1};
  if (!(p.upper > 0)) return {1, 0};
  if (p.lower <= p.upper) return beta_lower_quantile(a, b, p);
  auto const mirrored = beta_lower_quantile(b, a, {p.upper, p.lower});
  return {mirrored.upper, mirrored.lower};
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
