// Normal laws: on the whole line, renormalised within bounds, and with what lies outside moved onto the bounds.
#include <algorithm>
#include <cmath>
#include <limits>

#include "laws.hpp"
#include "parameters.hpp"
#include "quadrature.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

class NormalLaw final : public Law {
 public:
  NormalLaw(Real mean, Real sd) : mean_(mean), sd_(sd) {}
  Real quantile(Tails p) const noexcept override { return mean_ + sd_ * normal_quantile(p); }
  Tails cdf(Real x) const noexcept override { return normal_cdf((x - mean_) / sd_); }
  Moments moments() const noexcept override { return {mean_, sd_ * sd_}; }

 private:
  Real mean_;
  Real sd_;
};

// A normal distribution and the bounds of what is taken of it; infinite where there is none.
struct BoundedNormal {
  explicit BoundedNormal(Distribution const& distribution)
      : mean(*distribution.mean),
        sd(*distribution.sd),
        low(distribution.low.value_or(-std::numeric_limits<Real>::infinity())),
        high(distribution.high.value_or(std::numeric_limits<Real>::infinity())),
        z_low((low - mean) / sd),
        z_high((high - mean) / sd),
        at_low(normal_cdf(z_low)),
        at_high(normal_cdf(z_high)) {}

  [[nodiscard]] Real inside(Real z) const noexcept { return std::clamp(mean + sd * z, low, high); }

  Real mean;
  Real sd;
  Real low;
  Real high;
  Real z_low;
  Real z_high;
  Tails at_low;
  Tails at_high;
};

class TruncatedLaw final : public Law {
 public:
  explicit TruncatedLaw(BoundedNormal const& normal) : normal_(normal) {}

  Real quantile(Tails p) const noexcept override {
    auto const& [lower, upper] = normal_.at_low;
    return normal_.inside(normal_quantile(
        {lower * p.upper + normal_.at_high.lower * p.lower, upper * p.upper + normal_.at_high.upper * p.lower}));
  }
  Tails cdf(Real x) const noexcept override {
    if (x <= normal_.low) return {0, 1};
    if (x >= normal_.high) return {1, 0};
    auto const at = normal_cdf((x - normal_.mean) / normal_.sd);
    Real const below = difference(normal_.at_low, at);
    Real const above = difference(at, normal_.at_high);
    return {below / (below + above), above / (below + above)};
  }
  // By quadrature over where the density is above e^-46 of its greatest value: far in a tail the closed form is a small
  // difference of large numbers.
  Moments moments() const noexcept override {
    Real const top = std::clamp(Real{0}, normal_.z_low, normal_.z_high);
    Real const reach = std::sqrt(top * top + 92);
    Real const from = std::max(normal_.z_low, top > 0 ? top : -reach);
    Real const to = std::min(normal_.z_high, top < 0 ? top : reach);
    auto const density = [&](Real z) { return exp_of(-0.5 * (z - top) * (z + top)); };
    Real const mass = integral(from, to, 32, density);
    Real const first = integral(from, to, 32, [&](Real z) { return (z - top) * density(z); }) / mass;
    Real const variance =
        integral(from, to, 32, [&](Real z) { return (z - top - first) * (z - top - first) * density(z); }) / mass;
    return {normal_.mean + normal_.sd * (top + first), normal_.sd * normal_.sd * variance};
  }

 private:
  // P(a < X <= b), from the tails that are small.
  static Real difference(Tails a, Tails b) noexcept {
    return a.lower < 0.5 ? std::max(b.lower - a.lower, Real{0}) : std::max(a.upper - b.upper, Real{0});
  }

  BoundedNormal normal_;
};

class ClippedLaw final : public Law {
 public:
  explicit ClippedLaw(BoundedNormal const& normal) : normal_(normal) {}

  Real quantile(Tails p) const noexcept override {
    if (p.lower <= normal_.at_low.lower) return normal_.low;
    if (p.upper < normal_.at_high.upper) return normal_.high;
    return normal_.inside(normal_quantile(p));
  }
  Tails cdf(Real x) const noexcept override {
    if (x < normal_.low) return {0, 1};
    if (x >= normal_.high) return {1, 0};
    return normal_cdf((x - normal_.mean) / normal_.sd);
  }
  Moments moments() const noexcept override {
    Real const mean = mean_of([](Real z) { return z; });
    Real const variance = mean_of([&](Real z) { return (z - mean) * (z - mean); });
    return {normal_.mean + normal_.sd * mean, normal_.sd * normal_.sd * variance};
  }
  std::vector<Tails> joints() const override {
    std::vector<Tails> out;
    for (auto const& at : {normal_.at_low, normal_.at_high})
      if (at.lower > 0 && at.upper > 0) out.push_back(at);
    return out;
  }

 private:
  // The mean of a function of the number of standard deviations off the mean.
  template <class Function>
  [[nodiscard]] Real mean_of(Function const& function) const noexcept {
    Real const from = std::clamp(normal_.z_low, Real{-38}, Real{38});
    Real const to = std::clamp(normal_.z_high, Real{-38}, Real{38});
    Real sum = integral(from, to, 96, [&](Real z) { return function(z) * normal_density(z); });
    if (normal_.at_low.lower > 0) sum += normal_.at_low.lower * function(normal_.z_low);
    if (normal_.at_high.upper > 0) sum += normal_.at_high.upper * function(normal_.z_high);
    return sum;
  }

  BoundedNormal normal_;
};

}  // namespace

LawPointer make_normal(Distribution const& distribution) {
  return std::make_unique<NormalLaw>(*distribution.mean, *distribution.sd);
}

LawPointer make_truncated(Distribution const& distribution) {
  return std::make_unique<TruncatedLaw>(BoundedNormal(distribution));
}

LawPointer make_clipped(Distribution const& distribution) {
  return std::make_unique<ClippedLaw>(BoundedNormal(distribution));
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
