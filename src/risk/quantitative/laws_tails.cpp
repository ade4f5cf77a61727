// Laws of heavy tails: generalized Pareto, alone and beyond a lognormal body.
#include <cmath>
#include <limits>

#include "laws.hpp"
#include "parameters.hpp"
#include "quadrature.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// Of the generalized Pareto distribution of scale 1, shape below 1.
Moments pareto_moments(Real shape) noexcept {
  Real const mean = 1 / (1 - shape);
  Real const variance = shape < 0.5 ? mean * mean / (1 - 2 * shape) : std::numeric_limits<Real>::infinity();
  return {mean, variance};
}

class ParetoLaw final : public Law {
 public:
  ParetoLaw(Real shape, Real scale, Real location) : shape_(shape), scale_(scale), location_(location) {}
  Real quantile(Tails p) const noexcept override { return location_ + scale_ * pareto_quantile(shape_, p); }
  Tails cdf(Real x) const noexcept override { return pareto_cdf(shape_, (x - location_) / scale_); }
  Moments moments() const noexcept override {
    auto const unit = pareto_moments(shape_);
    return {location_ + scale_ * unit.mean, scale_ * scale_ * unit.variance};
  }

 private:
  Real shape_;
  Real scale_;
  Real location_;
};

class LognormalParetoLaw final : public Law {
 public:
  LognormalParetoLaw(LognormalTerms body, Tails joint, Real shape, std::optional<Real> const& scale)
      : mu_(body.mu),
        sigma_(body.sigma),
        joint_(joint),
        z_joint_(normal_quantile(joint)),
        x_joint_(exp_of(mu_ + sigma_ * z_joint_)),
        shape_(shape),
        // without a scale: that at which the densities of body and tail are the same
        scale_(scale ? *scale : joint.upper * x_joint_ * sigma_ / normal_density(z_joint_)) {}

  Real quantile(Tails p) const noexcept override {
    if (p.lower <= joint_.lower) return exp_of(mu_ + sigma_ * normal_quantile(p));
    Real const upper = p.upper / joint_.upper;
    return x_joint_ + scale_ * pareto_quantile(shape_, {(p.lower - joint_.lower) / joint_.upper, upper});
  }
  Tails cdf(Real x) const noexcept override {
    if (!(x > 0)) return {0, 1};
    if (x <= x_joint_) {
      auto const at = normal_cdf((log_of(x) - mu_) / sigma_);
      return at.lower < joint_.lower ? at : joint_;
    }
    auto const beyond = pareto_cdf(shape_, (x - x_joint_) / scale_);
    Real const upper = joint_.upper * beyond.upper;
    return {joint_.lower + joint_.upper * beyond.lower, upper};
  }
  // Around the body's median, in units of it: the body by quadrature over z, which loses nothing where sigma is small.
  Moments moments() const noexcept override {
    Real const median = exp_of(mu_);
    Real const off = expm1_of(sigma_ * z_joint_);
    Real const scale = scale_ / median;
    auto const tail = pareto_moments(shape_);
    auto const body = [&](auto const& function) {
      return integral(-38, z_joint_, 192, [&](Real z) { return function(expm1_of(sigma_ * z)) * normal_density(z); });
    };
    Real const mean = body([](Real y) { return y; }) + joint_.upper * (off + scale * tail.mean);
    Real const center = off + scale * tail.mean - mean;
    Real const variance = body([&](Real y) { return (y - mean) * (y - mean); }) +
                          joint_.upper * (center * center + scale * scale * tail.variance);
    return {median * (1 + mean), median * median * variance};
  }
  std::vector<Tails> joints() const override { return {joint_}; }

 private:
  Real mu_;
  Real sigma_;
  Tails joint_;
  Real z_joint_;
  Real x_joint_;
  Real shape_;
  Real scale_;
};

}  // namespace

Real pareto_quantile(Real shape, Tails p) noexcept {
  Real const hazard = -log_upper(p);
  return shape == 0 ? hazard : expm1_of(shape * hazard) / shape;
}

Tails pareto_cdf(Real shape, Real x) noexcept {
  if (!(x > 0)) return {0, 1};
  if (!(1 + shape * x > 0)) return {1, 0};
  Real const hazard = shape == 0 ? x : log1p_of(shape * x) / shape;
  return {-expm1_of(-hazard), exp_of(-hazard)};
}

LawPointer make_pareto(Distribution const& distribution) {
  return std::make_unique<ParetoLaw>(*distribution.shape, *distribution.scale,
                                     parameter(distribution, &Distribution::location));
}

LawPointer make_lognormal_pareto(Distribution const& distribution) {
  Real const joint = *distribution.p;
  return std::make_unique<LognormalParetoLaw>(lognormal_terms(distribution), Tails{joint, 1 - joint},
                                              *distribution.shape, distribution.scale);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
