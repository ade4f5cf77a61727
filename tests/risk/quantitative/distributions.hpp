#pragma once
/// Distributions for tests: of every kind, with parameters drawn or written down.

#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/distribution.hpp>

#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <string_view>

namespace annexa::testing {

/// The distribution of a document such as `{"dist": "uniform", "low": 0, "high": 1}`.
[[nodiscard]] inline Distribution distribution_of(std::string_view text) {
  return from_json<Distribution>(parse_json(text).value()).value();
}

/// Four numbers between 0 and 1, from which drawn_distribution() makes parameters.
using Drawn = std::array<Real, 4>;

/// A distribution of @p kind that is accepted.
[[nodiscard]] inline Distribution drawn_distribution(DistributionKind kind, Drawn const& u) {
  using K = DistributionKind;
  Distribution d;
  d.dist = kind;
  Real const low = 1000 * u[0] - 500;
  Real const width = 1 + 1000 * u[1] * u[1];
  switch (kind) {
    case K::constant:
      d.value = low;
      break;
    case K::pert:
    case K::pert_pyfair:
      d.lambda = 0.5 + 8 * u[3];
      [[fallthrough]];
    case K::triangular:
      d.mode = low + u[2] * width;
      [[fallthrough]];
    case K::uniform:
      d.low = low;
      d.high = low + width;
      break;
    case K::normal_truncated:
    case K::normal_clipped:
      d.low = low - width * u[2];
      if (u[3] < 0.5) d.high = *d.low + width;
      [[fallthrough]];
    case K::normal:
      d.mean = low;
      d.sd = width * (0.05 + u[3]);
      break;
    case K::lognormal_pareto:
      d.p = 0.5 + 0.49 * u[1];
      if (u[3] < 0.5) d.scale = 1 + 100 * u[3];
      d.shape = 0.9 * u[2] - 0.2;
      [[fallthrough]];
    case K::lognormal:
      d.mu = 20 * u[0] - 5;
      d.sigma = 0.05 + 3 * u[3];
      break;
    case K::lognormal_interval:
      d.p05 = 1 + 1000 * u[0];
      d.p95 = *d.p05 * (1.1 + 100 * u[1]);
      break;
    case K::lognormal_moments:
      d.mean = 1 + 1000 * u[0];
      d.sd = *d.mean * (0.01 + 5 * u[1]);
      break;
    case K::exponential:
      d.mean = 0.001 + 1000 * u[0];
      break;
    case K::gamma:
      d.shape = 0.1 + 50 * u[1] * u[1];
      d.scale = 1 + 1000 * u[0];
      break;
    case K::weibull:
      d.shape = 0.3 + 5 * u[1];
      d.scale = 1 + 1000 * u[0];
      break;
    case K::beta:
      d.alpha = 0.3 + 20 * u[0];
      d.beta = 0.3 + 20 * u[1];
      if (u[2] < 0.5) d.low = -3, d.high = 10 * u[3];
      break;
    case K::generalized_pareto:
      d.shape = 1.4 * u[0] - 0.5;
      d.scale = 1 + 1000 * u[1];
      if (u[2] < 0.5) d.location = low;
      break;
    case K::metalog:
      d.alpha = 0.05 + 0.2 * u[3];
      d.low = low;
      d.high = low + width;
      d.median = low + width * (0.4 + 0.2 * u[2]);
      break;
    case K::empirical:
      d.values = {low, low + width * u[2], low, low - 1};
      if (u[3] < 0.5) d.weights = {1 + u[0], 3 * u[1], 0, 0.5};
      break;
    case K::poisson:
      d.rate = std::exp(20 * u[0] - 10);
      break;
    case K::negative_binomial:
      d.mean = std::exp(15 * u[0] - 8);
      d.r = std::exp(8 * u[1] - 3);
      break;
    case K::binomial:
      d.n = std::floor(1 + 500 * u[0] * u[0]);
      [[fallthrough]];
    case K::bernoulli:
      d.p = u[1];
      break;
  }
  return d;
}

}  // namespace annexa::testing
