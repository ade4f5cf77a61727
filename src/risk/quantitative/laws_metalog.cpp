// The three-term metalog, without bounds, with one and with two.
#include <algorithm>
#include <cmath>
#include <limits>

#include "laws.hpp"
#include "parameters.hpp"
#include "root.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// A probability as its logit, log(y / (1 - y)).
Tails of_logit(Real t) noexcept {
  Real const small = exp_of(-std::fabs(t));
  Tails const p{small / (1 + small), 1 / (1 + small)};
  return t < 0 ? p : Tails{p.upper, p.lower};
}

// x on the scale on which a metalog with these bounds is one without.
Real unbounded(MetalogTerms const& terms, Real x) noexcept {
  if (!terms.lower_bound && !terms.upper_bound) return x;
  Real const above = terms.lower_bound ? log_of(x - *terms.lower_bound) : 0;
  Real const below = terms.upper_bound ? log_of(*terms.upper_bound - x) : 0;
  return above - below;
}

// The steepest bend that keeps a metalog rising, for each unit of slope: 1 / max((y - 1/2) + y (1 - y) logit y).
constexpr Real greatest_bend = 1.66711;

class MetalogLaw final : public Law {
 public:
  explicit MetalogLaw(MetalogTerms const& terms) : terms_(terms) {}

  Real quantile(Tails p) const noexcept override { return bounded(at(p, log_of(p.lower) - log_of(p.upper))); }

  Tails cdf(Real x) const noexcept override {
    if (terms_.lower_bound && x <= *terms_.lower_bound) return {0, 1};
    if (terms_.upper_bound && x >= *terms_.upper_bound) return {1, 0};
    Real const wanted = unbounded(terms_, x);
    // Its slope is nowhere below what a tail has, so that the root is no further away than this.
    Real const tail = terms_.slope - 0.5 * std::fabs(terms_.bend);
    Real const reach = std::fabs(wanted - terms_.median) / std::max(tail, terms_.slope * 1e-3) + 10;
    return of_logit(rising_root(-reach, reach, (wanted - terms_.median) / terms_.slope, [&](Real t) {
      auto const p = of_logit(t);
      struct {
        Real value, slope;
      } out{at(p, t) - wanted, terms_.slope + terms_.bend * (centred(p) + p.lower * p.upper * t)};
      return out;
    }));
  }

  Moments moments() const noexcept override {
    if (!terms_.lower_bound && !terms_.upper_bound) {
      constexpr Real third_of_square_of_pi = 3.28986813369645287295;
      Real const bend = terms_.bend * terms_.bend;
      return {terms_.median + 0.5 * terms_.bend,
              terms_.slope * terms_.slope * third_of_square_of_pi + bend * (1 + third_of_square_of_pi) / 12};
    }
    Real const center = bounded(terms_.median);
    Real const mean = center + mean_of([&](Real x) { return x - center; }, 1);
    if (!(terms_.tail_exponent() < 0.5)) return {mean, std::numeric_limits<Real>::infinity()};
    return {mean, mean_of([&](Real x) { return (x - mean) * (x - mean); }, 2)};
  }

 private:
  static Real centred(Tails p) noexcept { return p.lower < p.upper ? p.lower - 0.5 : 0.5 - p.upper; }
  [[nodiscard]] Real at(Tails p, Real t) const noexcept {
    return terms_.median + terms_.slope * t + terms_.bend * centred(p) * t;
  }
  // The inverse of unbounded().
  [[nodiscard]] Real bounded(Real m) const noexcept {
    if (terms_.lower_bound && terms_.upper_bound) return between(*terms_.lower_bound, *terms_.upper_bound, of_logit(m));
    if (terms_.lower_bound) return *terms_.lower_bound + exp_of(m);
    return terms_.upper_bound ? *terms_.upper_bound - exp_of(-m) : m;
  }
  // The mean of a function that grows like x to the power of @p degree, by the trapezoidal rule in the logit: what is
  // analytic it gives to all digits with a quarter of a unit. With one bound, what lies beyond is a geometric series.
  template <class Function>
  [[nodiscard]] Real mean_of(Function const& function, int degree) const noexcept {
    constexpr Real reach = 300;
    Real const steepest = terms_.slope + std::fabs(terms_.bend);
    Real const step = 0.25 / std::max(Real{1}, steepest);
    Real const last = std::floor(reach / step);
    Real sum = 0;
    for (Real n = -last; n <= last; n += 1) {
      auto const p = of_logit(n * step);
      sum += function(bounded(at(p, n * step))) * (p.lower * p.upper);
    }
    return (sum + beyond(step, last, degree)) * step;
  }
  [[nodiscard]] Real beyond(Real step, Real last, int degree) const noexcept {
    if (terms_.lower_bound.has_value() == terms_.upper_bound.has_value()) return 0;
    Real const fall = 1 - degree * terms_.tail_exponent();
    Real const start = (terms_.lower_bound ? terms_.median : -terms_.median) * degree - fall * step * (last + 1);
    Real const size = exp_of(start) / -expm1_of(-fall * step);
    return terms_.upper_bound && degree % 2 == 1 ? -size : size;
  }

  MetalogTerms terms_;
};

}  // namespace

bool MetalogTerms::is_feasible() const noexcept {
  return slope > 0 && std::fabs(skew - 0.5) < greatest_lean && std::isfinite(slope) && std::isfinite(median);
}

Real MetalogTerms::tail_exponent() const noexcept {
  if (lower_bound.has_value() == upper_bound.has_value()) return 0;
  return lower_bound ? slope + 0.5 * bend : slope - 0.5 * bend;
}

MetalogTerms metalog_terms(Distribution const& distribution) noexcept {
  MetalogTerms terms{};
  terms.lower_bound = distribution.lower_bound;
  terms.upper_bound = distribution.upper_bound;
  Real const alpha = parameter(distribution, &Distribution::alpha);
  Real const low = unbounded(terms, *distribution.low);
  Real const high = unbounded(terms, *distribution.high);
  Real const logit = log_of((1 - alpha) / alpha);
  terms.median = unbounded(terms, *distribution.median);
  terms.skew = (terms.median - low) / (high - low);
  terms.slope = (high - low) / (2 * logit);
  terms.bend = (high - low) * (1 - 2 * terms.skew) / ((1 - 2 * alpha) * logit);
  terms.greatest_lean = 0.5 * greatest_bend * (0.5 - alpha);
  return terms;
}

LawPointer make_metalog(Distribution const& distribution) {
  return std::make_unique<MetalogLaw>(metalog_terms(distribution));
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
