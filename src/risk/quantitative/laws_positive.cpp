// Laws of positive amounts without a greatest value: lognormal, gamma, Weibull and exponential.
#include <cmath>

#include "laws.hpp"
#include "parameters.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

class LognormalLaw final : public Law {
 public:
  explicit LognormalLaw(LognormalTerms terms) : mu_(terms.mu), sigma_(terms.sigma) {}
  Real quantile(Tails p) const noexcept override { return exp_of(mu_ + sigma_ * normal_quantile(p)); }
  Tails cdf(Real x) const noexcept override { return x > 0 ? normal_cdf((log_of(x) - mu_) / sigma_) : Tails{0, 1}; }
  Moments moments() const noexcept override {
    Real const mean = exp_of(mu_ + 0.5 * sigma_ * sigma_);
    return {mean, mean * mean * expm1_of(sigma_ * sigma_)};
  }

 private:
  Real mu_;
  Real sigma_;
};

class GammaLaw final : public Law {
 public:
  GammaLaw(Real shape, Real scale) : shape_(shape), scale_(scale) {}
  Real quantile(Tails p) const noexcept override { return scale_ * gamma_quantile(shape_, p); }
  Tails cdf(Real x) const noexcept override { return gamma_cdf(shape_, x / scale_); }
  Moments moments() const noexcept override { return {shape_ * scale_, shape_ * scale_ * scale_}; }

 private:
  Real shape_;
  Real scale_;
};

class WeibullLaw final : public Law {
 public:
  WeibullLaw(Real shape, Real scale) : shape_(shape), scale_(scale) {}
  Real quantile(Tails p) const noexcept override { return scale_ * power_of(-log_upper(p), 1 / shape_); }
  Tails cdf(Real x) const noexcept override {
    if (!(x > 0)) return {0, 1};
    Real const hazard = power_of(x / scale_, shape_);
    return {-expm1_of(-hazard), exp_of(-hazard)};
  }
  Moments moments() const noexcept override {
    Real const first = log_gamma(1 + 1 / shape_);
    Real const second = log_gamma(1 + 2 / shape_);
    Real const mean = scale_ * exp_of(first);
    return {mean, mean * mean * expm1_of(second - 2 * first)};
  }

 private:
  Real shape_;
  Real scale_;
};

constexpr Real z_at_95 = 1.6448536269514722;

}  // namespace

LognormalTerms lognormal_terms(Distribution const& distribution) noexcept {
  switch (distribution.dist) {
    case DistributionKind::lognormal_interval: {
      Real const low = log_of(*distribution.p05);
      Real const high = log_of(*distribution.p95);
      return {0.5 * (low + high), (high - low) / (2 * z_at_95)};
    }
    case DistributionKind::lognormal_moments: {
      Real const ratio = *distribution.sd / *distribution.mean;
      Real const variance = log1p_of(ratio * ratio);
      return {log_of(*distribution.mean) - 0.5 * variance, std::sqrt(variance)};
    }
    default:
      return {*distribution.mu, *distribution.sigma};
  }
}

LawPointer make_lognormal(Distribution const& distribution) {
  return std::make_unique<LognormalLaw>(lognormal_terms(distribution));
}

LawPointer make_gamma(Distribution const& distribution) {
  return std::make_unique<GammaLaw>(*distribution.shape, *distribution.scale);
}

LawPointer make_weibull(Distribution const& distribution) {
  if (distribution.dist == DistributionKind::exponential) return std::make_unique<WeibullLaw>(1, *distribution.mean);
  return std::make_unique<WeibullLaw>(*distribution.shape, *distribution.scale);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
