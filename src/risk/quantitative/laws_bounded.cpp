// Laws between a least and a greatest value.
#include <cmath>

#include "laws.hpp"
#include "parameters.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

class ConstantLaw final : public Law {
 public:
  explicit ConstantLaw(Real value) : value_(value) {}
  Real quantile(Tails) const noexcept override { return value_; }
  Tails cdf(Real x) const noexcept override { return x < value_ ? Tails{0, 1} : Tails{1, 0}; }
  Moments moments() const noexcept override { return {value_, 0}; }

 private:
  Real value_;
};

class UniformLaw final : public Law {
 public:
  UniformLaw(Real low, Real high) : low_(low), high_(high) {}
  Real quantile(Tails p) const noexcept override { return between(low_, high_, p); }
  Tails cdf(Real x) const noexcept override {
    if (x <= low_) return {0, 1};
    if (x >= high_) return {1, 0};
    return {(x - low_) / (high_ - low_), (high_ - x) / (high_ - low_)};
  }
  Moments moments() const noexcept override {
    Real const width = high_ - low_;
    return {0.5 * (low_ + high_), width * width / 12};
  }

 private:
  Real low_;
  Real high_;
};

class TriangularLaw final : public Law {
 public:
  TriangularLaw(Real low, Real mode, Real high)
      : low_(low), mode_(mode), high_(high), at_mode_{(mode - low) / (high - low), (high - mode) / (high - low)} {}
  Real quantile(Tails p) const noexcept override {
    return p.lower <= at_mode_.lower ? low_ + std::sqrt(p.lower * (high_ - low_) * (mode_ - low_))
                                     : high_ - std::sqrt(p.upper * (high_ - low_) * (high_ - mode_));
  }
  Tails cdf(Real x) const noexcept override {
    if (x <= low_) return {0, 1};
    if (x >= high_) return {1, 0};
    if (x <= mode_) {
      Real const lower = (x - low_) / (high_ - low_) * ((x - low_) / (mode_ - low_));
      return {lower, 1 - lower};
    }
    Real const upper = (high_ - x) / (high_ - low_) * ((high_ - x) / (high_ - mode_));
    return {1 - upper, upper};
  }
  Moments moments() const noexcept override {
    Real const a = mode_ - low_;
    Real const b = high_ - mode_;
    return {(low_ + mode_ + high_) / 3, (a * a + a * b + b * b) / 18};
  }
  std::vector<Tails> joints() const override {
    return at_mode_.lower > 0 && at_mode_.upper > 0 ? std::vector<Tails>{at_mode_} : std::vector<Tails>{};
  }

 private:
  Real low_;
  Real mode_;
  Real high_;
  Tails at_mode_;
};

// The beta distribution stretched from 0 and 1 to low and high.
class BetaLaw final : public Law {
 public:
  BetaLaw(Real a, Real b, Real low, Real high) : a_(a), b_(b), low_(low), high_(high) {}
  Real quantile(Tails p) const noexcept override { return between(low_, high_, beta_quantile(a_, b_, p)); }
  Tails cdf(Real x) const noexcept override {
    if (x <= low_) return {0, 1};
    if (x >= high_) return {1, 0};
    return beta_cdf(a_, b_, {(x - low_) / (high_ - low_), (high_ - x) / (high_ - low_)});
  }
  Moments moments() const noexcept override {
    Real const sum = a_ + b_;
    Real const width = high_ - low_;
    return {low_ + width * (a_ / sum), width * width * (a_ / sum * (b_ / sum)) / (sum + 1)};
  }
  std::optional<ScaledBeta> scaled_beta() const override { return ScaledBeta{a_, b_, low_, high_ - low_}; }

 private:
  Real a_;
  Real b_;
  Real low_;
  Real high_;
};

LawPointer make_pert(Distribution const& distribution) {
  Real const low = parameter(distribution, &Distribution::low);
  Real const mode = parameter(distribution, &Distribution::mode);
  Real const high = parameter(distribution, &Distribution::high);
  Real const lambda = parameter(distribution, &Distribution::lambda);
  Real const left = (mode - low) / (high - low);
  Real const right = (high - mode) / (high - low);
  if (distribution.dist == DistributionKind::pert)
    return std::make_unique<BetaLaw>(1 + lambda * left, 1 + lambda * right, low, high);
  // Shapes of that mean, and of a standard deviation that is the range divided by lambda + 2.
  Real const weight = lambda + 2;
  Real const mean = (lambda * left + 1) / weight;
  Real const rest = (lambda * right + 1) / weight;
  Real const sum = mean * rest * weight * weight - 1;
  return std::make_unique<BetaLaw>(mean * sum, rest * sum, low, high);
}

}  // namespace

LawPointer make_constant(Distribution const& distribution) {
  return std::make_unique<ConstantLaw>(parameter(distribution, &Distribution::value));
}

LawPointer make_uniform(Distribution const& distribution) {
  return std::make_unique<UniformLaw>(parameter(distribution, &Distribution::low),
                                      parameter(distribution, &Distribution::high));
}

LawPointer make_triangular(Distribution const& distribution) {
  return std::make_unique<TriangularLaw>(parameter(distribution, &Distribution::low),
                                         parameter(distribution, &Distribution::mode),
                                         parameter(distribution, &Distribution::high));
}

LawPointer make_beta(Distribution const& distribution) {
  if (distribution.dist != DistributionKind::beta) return make_pert(distribution);
  return std::make_unique<BetaLaw>(
      parameter(distribution, &Distribution::alpha), parameter(distribution, &Distribution::beta),
      parameter(distribution, &Distribution::low), parameter(distribution, &Distribution::high));
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
