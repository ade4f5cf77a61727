#include "event_count.hpp"

#include <algorithm>
#include <cmath>

#include "correlation.hpp"
#include "loss_curve.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr std::size_t finest_rate = 240;       // points of a rate's distribution
constexpr std::size_t most_gauss_points = 96;  // of a Gauss rule

// A law as many points: the trapezoidal rule in the logit of each piece.
Weighted points_of(Law const& law) {
  constexpr int half = 100;
  constexpr Real step = 0.34;
  Weighted out;
  for (auto const& piece : pieces_of(law)) {
    if (piece.is_point) {
      out.values.push_back(piece.value);
      out.weights.push_back(piece.mass);
      continue;
    }
    for (int n = -half; n <= half; ++n) {
      Real const small = std::exp(-step * std::abs(n));
      Tails const near{small / (1 + small), 1 / (1 + small)};
      Tails const part = n < 0 ? near : Tails{near.upper, near.lower};
      out.values.push_back(
          law.quantile({piece.from.lower + piece.mass * part.lower, piece.to.upper + piece.mass * part.upper}));
      out.weights.push_back(piece.mass * step * part.lower * part.upper);
    }
  }
  return out;
}

Weighted product_of(Weighted const& one, Weighted const& other) {
  Weighted out;
  for (std::size_t i = 0; i < one.values.size(); ++i)
    for (std::size_t j = 0; j < other.values.size(); ++j) {
      out.values.push_back(one.values[i] * other.values[j]);
      out.weights.push_back(one.weights[i] * other.weights[j]);
    }
  return out;
}

// log(1 + x) / x
std::complex<Real> log1p_ratio(std::complex<Real> x) noexcept {
  if (std::norm(x) > 1e-6) return std::log(1.0 + x) / x;
  return 1.0 - x * (0.5 - x * (1.0 / 3 - x * (0.25 - x * (0.2 - x / 6.0))));
}

}  // namespace

Weighted gauss_rule(Weighted const& fine, std::size_t count) {
  auto const points = fine.values.size();
  count = std::min(count, points);
  // Stieltjes' procedure: the three-term recurrence of the orthogonal polynomials.
  Real total = 0;
  for (Real const weight : fine.weights) total += weight;
  SymmetricMatrix jacobi(count);
  std::vector<Real> last(points, 0);
  std::vector<Real> now(points, 1);
  Real last_norm = 1;
  std::size_t made = 0;
  for (; made < count; ++made) {
    Real norm = 0;
    Real middle = 0;
    for (std::size_t i = 0; i < points; ++i) {
      Real const part = fine.weights[i] * now[i] * now[i];
      norm += part;
      middle += part * fine.values[i];
    }
    Real const spread = made == 0 ? 0 : norm / last_norm;
    if (!(norm > 0) || (made > 0 && !(spread > 1e-24 * fine.values.back() * fine.values.back()))) break;
    if (made > 0) jacobi.set(made - 1, made, std::sqrt(spread));
    jacobi.set(made, made, middle / norm);
    for (std::size_t i = 0; i < points; ++i) {
      Real const next = (fine.values[i] - middle / norm) * now[i] - spread * last[i];
      last[i] = now[i];
      now[i] = next;
    }
    last_norm = norm;
  }
  SymmetricMatrix cut(made);
  for (std::size_t i = 0; i < made; ++i) {
    cut.set(i, i, jacobi.at(i, i));
    if (i > 0) cut.set(i - 1, i, jacobi.at(i - 1, i));
  }
  auto const eigen = eigen_of(cut);
  Weighted out;
  out.values = eigen.values;
  for (std::size_t k = 0; k < made; ++k) out.weights.push_back(total * eigen.vectors[k] * eigen.vectors[k]);
  return out;
}

EventCount::EventCount(Moments const& moments) noexcept : moments_(moments) {
  excess_ = moments.mean > 0 ? (moments.variance - moments.mean) / moments.mean : 0;
}

EventCount::EventCount(Real constant, std::vector<Node> const& rates) {
  Weighted rate{{constant}, {1}};
  Moments of_rate{constant, 0};
  for (auto const& node : rates) {
    auto moments = node.sampler->law().moments();
    moments.mean *= node.factor;
    moments.variance *= node.factor * node.factor;
    of_rate.variance = of_rate.variance * (moments.variance + moments.mean * moments.mean) +
                       of_rate.mean * of_rate.mean * moments.variance;
    of_rate.mean *= moments.mean;
    auto points = points_of(node.sampler->law());
    for (auto& value : points.values) value *= node.factor;
    if (rates.size() > 1) points = gauss_rule(points, most_gauss_points / 2);
    rate = product_of(rate, points);
    if (rate.values.size() > 10 * finest_rate) rate = gauss_rule(rate, most_gauss_points);
    factors_.emplace_back(node.sampler, node.factor);
  }
  greatest_rate_ = constant;
  moments_ = {of_rate.mean, of_rate.mean + of_rate.variance};
  if (rates.empty() || !(of_rate.mean > 0)) return;
  Real const wanted = 7 + 4 * std::sqrt(of_rate.variance);
  rate_ = wanted < static_cast<Real>(most_gauss_points) ? gauss_rule(rate, static_cast<std::size_t>(wanted))
                                                        : std::move(rate);
}

EventCount EventCount::of(ScenarioProgram const& scenario) {
  return scenario.count ? EventCount(scenario.count->law().moments()) : EventCount(scenario.rate, scenario.rates);
}

std::complex<Real> EventCount::log_generating(std::complex<Real> z) const noexcept {
  if (rate_.values.empty()) {
    std::complex<Real> const off = 1.0 - z;
    return -moments_.mean * off * (excess_ == 0 ? 1.0 : log1p_ratio(excess_ * off));
  }
  // The greatest factor is taken out, so that the logarithm is of a number of middling size.
  std::complex<Real> const off = z - 1.0;
  std::complex<Real> sum = 0;
  for (std::size_t i = 0; i < rate_.values.size(); ++i)
    sum += rate_.weights[i] * std::exp((rate_.values[i] - rate_.values.front()) * off);
  return std::log(sum) + rate_.values.front() * off;
}

Real EventCount::poisson_bound(Real negligible) const noexcept {
  if (!factors_.empty()) {
    Real out = greatest_rate_;
    Real const each = negligible / static_cast<Real>(factors_.size());
    for (auto const& [sampler, factor] : factors_) out *= factor * sampler->law().quantile({1 - each, each});
    return out;
  }
  if (!(excess_ > 1e-9)) return moments_.mean;
  return excess_ * gamma_quantile(moments_.mean / excess_, {1 - negligible, negligible});
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
