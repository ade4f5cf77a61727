// The law of what was seen.
#include <algorithm>
#include <utility>

#include "laws.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

class EmpiricalLaw final : public Law {
 public:
  explicit EmpiricalLaw(Distribution const& distribution) {
    std::vector<std::pair<Real, Real>> seen;  // value and weight
    for (std::size_t i = 0; i < distribution.values.size(); ++i) {
      Real const weight = distribution.weights.empty() ? 1 : distribution.weights[i];
      if (weight > 0) seen.emplace_back(distribution.values[i], weight);
    }
    std::ranges::sort(seen);  // by weight too: the same bits whatever the order of the document
    for (auto const& [value, weight] : seen) {
      if (values_.empty() || values_.back() != value) {
        values_.push_back(value);
        weights_.push_back(0);
      }
      weights_.back() += weight;
    }
    sum_up();
  }

  Real quantile(Tails p) const noexcept override {
    auto const first =
        std::partition_point(up_to_.begin(), up_to_.end(), [&](Tails const& at) { return !reaches(at, p); });
    return first == up_to_.end() ? values_.back() : values_[static_cast<std::size_t>(first - up_to_.begin())];
  }
  Tails cdf(Real x) const noexcept override {
    auto const next = std::upper_bound(values_.begin(), values_.end(), x);
    return next == values_.begin() ? Tails{0, 1} : up_to_[static_cast<std::size_t>(next - values_.begin()) - 1];
  }
  Moments moments() const noexcept override {
    Real const base = values_.front();  // so that what is common to all values cancels nothing
    Real total = 0;
    Real sum = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      total += weights_[i];
      sum += weights_[i] * (values_[i] - base);
    }
    Real const mean = sum / total;
    Real squares = 0;
    for (std::size_t i = 0; i < values_.size(); ++i)
      squares += weights_[i] * ((values_[i] - base - mean) * (values_[i] - base - mean));
    return {base + mean, squares / total};
  }
  std::vector<Tails> joints() const override { return {up_to_.begin(), up_to_.end() - 1}; }

 private:
  // Sums from both ends: each tail to full accuracy.
  void sum_up() {
    up_to_.resize(values_.size(), Tails{1, 0});
    Real above = 0;
    for (std::size_t i = values_.size(); i-- > 0;) {
      up_to_[i].upper = above;
      above += weights_[i];
    }
    Real const total = above;
    Real below = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      below += weights_[i];
      up_to_[i] = {i + 1 == values_.size() ? 1 : below / total, up_to_[i].upper / total};
    }
  }

  std::vector<Real> values_;   // ascending, all different
  std::vector<Real> weights_;  // of each
  std::vector<Tails> up_to_;   // cdf at each
};

}  // namespace

LawPointer make_empirical(Distribution const& distribution) { return std::make_unique<EmpiricalLaw>(distribution); }

}  // namespace detail
}  // namespace v1
}  // namespace annexa
