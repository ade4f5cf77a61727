#pragma once
// Generating functions of numbers of events.

#include <cmath>
#include <complex>
#include <memory>
#include <utility>
#include <vector>

#include "program.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// Values with probabilities.
struct Weighted {
  std::vector<Real> values;
  std::vector<Real> weights;
};

// Gauss's rule of @p count points for the distribution that a finer one stands for: for polynomials below the degree
// 2 count the mean is the same. @source{Gautschi, Orthogonal Polynomials: Computation and Approximation (2004)}
[[nodiscard]] Weighted gauss_rule(Weighted const& fine, std::size_t count);

// The number of events of a scenario in a year.
class EventCount {
 public:
  // A number of a distribution of its own: Poisson's, negative binomial or binomial, which mean and variance tell.
  explicit EventCount(Moments const& moments) noexcept;
  // Poisson's, of a rate that is the product of the constant and of independent values.
  EventCount(Real constant, std::vector<Node> const& rates);
  [[nodiscard]] static EventCount of(ScenarioProgram const& scenario);

  [[nodiscard]] Moments const& moments() const noexcept { return moments_; }
  // True if it is Poisson's, of a rate that is always the same.
  [[nodiscard]] bool is_poisson() const noexcept { return excess_ == 0 && rate_.values.empty(); }
  // The logarithm of the mean of z^N, |z| <= 1.
  [[nodiscard]] std::complex<Real> log_generating(std::complex<Real> z) const noexcept;
  // The probability that z^N is 1 for a z that is 0 with the probability 1 - z: no event of that kind.
  [[nodiscard]] Real generating(Real z) const noexcept { return std::exp(log_generating(z).real()); }
  // A rate whose Poisson number of events N is not below, but for a probability of @p negligible: sums of such numbers
  // are bounded by Chernoff's inequality.
  [[nodiscard]] Real poisson_bound(Real negligible) const noexcept;

 private:
  Moments moments_;
  Real excess_ = 0;  // variance / mean - 1: 0 of Poisson's, below of binomial, above of negative binomial distributions
  Weighted rate_;    // of a rate that is drawn
  Real greatest_rate_ = 0;
  std::vector<std::pair<std::shared_ptr<Sampler const>, Real>> factors_;
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
