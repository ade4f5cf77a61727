// Laws of numbers of events.
#include <algorithm>
#include <cmath>

#include "laws.hpp"
#include "parameters.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

// A law of whole numbers from 0, whose quantiles are searched for in its cdf: each is the least that reaches the
// probability, by that very function.
class CountLaw : public Law {
 public:
  Real quantile(Tails p) const noexcept final {
    Real low = -1;  // never reached
    Real high = std::clamp(std::floor(guess(p)), Real{0}, most_events);
    Real step = 1;
    if (reaches(cdf(high), p)) {
      while (high > 0 && reaches(cdf(std::max(high - step, Real{0})), p)) {
        high = std::max(high - step, Real{0});
        step *= 2;
      }
      if (high == 0) return 0;
      low = std::max(high - step, Real{0});
    } else {
      while (high < most_events && !reaches(cdf(high), p)) {
        low = high;
        high = std::min(high + step, most_events);
        step *= 2;
      }
    }
    while (high - low > 1) {
      Real const middle = std::floor(0.5 * (low + high));
      (reaches(cdf(middle), p) ? high : low) = middle;
    }
    return high;
  }
  Tails cdf(Real x) const noexcept final {
    if (x < 0) return {0, 1};
    return x >= most_events ? Tails{1, 0} : up_to(std::floor(x));
  }
  std::vector<Tails> joints() const final {
    std::vector<Tails> out;
    constexpr Real negligible = 1e-19;
    for (Real k = quantile({negligible, 1}); out.size() <= most_joints; k += 1) {
      auto const at = cdf(k);
      if (!(at.upper > negligible)) return out;
      if (at.lower > 0) out.push_back(at);
    }
    return {};
  }

 protected:
  // P(N <= k) and P(N > k) of a whole number from 0.
  [[nodiscard]] virtual Tails up_to(Real k) const noexcept = 0;

 private:
  static constexpr std::size_t most_joints = 2000;  // with more, each is so small that the whole counts as smooth

  // Where a normal distribution of these moments has it, corrected for skewness as if Poisson.
  [[nodiscard]] Real guess(Tails p) const noexcept {
    auto const [mean, variance] = moments();
    Real const z = normal_quantile(p);
    return mean + std::sqrt(variance) * z + (z * z - 1) / 6;
  }
};

class PoissonLaw final : public CountLaw {
 public:
  explicit PoissonLaw(Real rate) : rate_(rate) {}
  Moments moments() const noexcept override { return {rate_, rate_}; }

 protected:
  Tails up_to(Real k) const noexcept override {
    auto const gamma = gamma_cdf(k + 1, rate_);
    return {gamma.upper, gamma.lower};
  }

 private:
  Real rate_;
};

class NegativeBinomialLaw final : public CountLaw {
 public:
  NegativeBinomialLaw(Real r, Real mean) : r_(r), mean_(mean) {}
  Moments moments() const noexcept override { return {mean_, mean_ + mean_ * (mean_ / r_)}; }

 protected:
  Tails up_to(Real k) const noexcept override { return beta_cdf(r_, k + 1, {r_ / (r_ + mean_), mean_ / (r_ + mean_)}); }

 private:
  Real r_;
  Real mean_;
};

class BinomialLaw final : public CountLaw {
 public:
  BinomialLaw(Real n, Real p) : n_(n), p_(p) {}
  Moments moments() const noexcept override { return {n_ * p_, n_ * p_ * (1 - p_)}; }

 protected:
  Tails up_to(Real k) const noexcept override { return k >= n_ ? Tails{1, 0} : beta_cdf(n_ - k, k + 1, {1 - p_, p_}); }

 private:
  Real n_;
  Real p_;
};

}  // namespace

LawPointer make_poisson(Distribution const& distribution) { return std::make_unique<PoissonLaw>(*distribution.rate); }

LawPointer make_negative_binomial(Distribution const& distribution) {
  return std::make_unique<NegativeBinomialLaw>(*distribution.r, *distribution.mean);
}

LawPointer make_binomial(Distribution const& distribution) {
  return std::make_unique<BinomialLaw>(distribution.n.value_or(1), *distribution.p);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
