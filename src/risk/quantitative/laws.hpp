#pragma once
// The families of laws, and what their parameters come to.

#include "law.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

using LawPointer = std::unique_ptr<Law const>;

// Each makes the laws of its kinds. @pre check_distribution() found nothing.
[[nodiscard]] LawPointer make_constant(Distribution const& distribution);
[[nodiscard]] LawPointer make_uniform(Distribution const& distribution);
[[nodiscard]] LawPointer make_triangular(Distribution const& distribution);
[[nodiscard]] LawPointer make_beta(Distribution const& distribution);  // pert and pert_pyfair too
[[nodiscard]] LawPointer make_normal(Distribution const& distribution);
[[nodiscard]] LawPointer make_truncated(Distribution const& distribution);
[[nodiscard]] LawPointer make_clipped(Distribution const& distribution);
[[nodiscard]] LawPointer make_lognormal(Distribution const& distribution);  // of all three
[[nodiscard]] LawPointer make_gamma(Distribution const& distribution);
[[nodiscard]] LawPointer make_weibull(Distribution const& distribution);  // exponential too
[[nodiscard]] LawPointer make_pareto(Distribution const& distribution);
[[nodiscard]] LawPointer make_lognormal_pareto(Distribution const& distribution);
[[nodiscard]] LawPointer make_metalog(Distribution const& distribution);
[[nodiscard]] LawPointer make_empirical(Distribution const& distribution);
[[nodiscard]] LawPointer make_poisson(Distribution const& distribution);
[[nodiscard]] LawPointer make_negative_binomial(Distribution const& distribution);
[[nodiscard]] LawPointer make_binomial(Distribution const& distribution);  // bernoulli too

// Mean and standard deviation of the logarithm of a lognormal.
struct LognormalTerms {
  Real mu;
  Real sigma;
};
[[nodiscard]] LognormalTerms lognormal_terms(Distribution const& distribution) noexcept;

// The three terms of a metalog: median + slope t + bend (y - 1/2) t at the probability y, t = log(y / (1 - y)). With
// one bound that is the logarithm of the distance from it, with two the logarithm of the distances' ratio.
// @source{Keelin, The Metalog Distributions (2016), sections 3 and 4}
struct MetalogTerms {
  Real median;
  Real slope;
  Real bend;
  Real skew;           // of the way from low to high that the median lies, on that scale
  Real greatest_lean;  // how far from 1/2 skew may be
  std::optional<Real> lower_bound;
  std::optional<Real> upper_bound;

  [[nodiscard]] bool is_feasible() const noexcept;
  // With one bound the other tail falls like a power: the mean is finite if this is below 1, the variance below 1/2.
  [[nodiscard]] Real tail_exponent() const noexcept;
};
[[nodiscard]] MetalogTerms metalog_terms(Distribution const& distribution) noexcept;

// log(1 - p), accurate at both ends.
[[nodiscard]] inline Real log_upper(Tails p) noexcept { return p.upper < 0.5 ? log_of(p.upper) : log1p_of(-p.lower); }

// Between low and high, at p of the way.
[[nodiscard]] inline Real between(Real low, Real high, Tails p) noexcept {
  return p.lower < p.upper ? low + (high - low) * p.lower : high - (high - low) * p.upper;
}

// True if a mass up to which there is @p at reaches the probability @p p. By the lower tail where that is accurate, so
// that what was asked for as 0.9 is reached by nine tenths.
[[nodiscard]] inline bool reaches(Tails at, Tails p) noexcept {
  return p.upper > 0.001 ? at.lower >= p.lower : at.upper <= p.upper;
}

// The generalized Pareto distribution of scale 1 from 0 up.
[[nodiscard]] Real pareto_quantile(Real shape, Tails p) noexcept;
[[nodiscard]] Tails pareto_cdf(Real shape, Real x) noexcept;

}  // namespace detail
}  // namespace v1
}  // namespace annexa
