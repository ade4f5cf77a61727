#pragma once
/// @file
/// Distributions of amounts, rates and numbers of events: what a scenario is made of.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/real.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Which distribution. What each needs of the parameters, and in which range, is one table: distribution_parameters().
enum class DistributionKind : std::uint8_t {
  constant,            ///< Always `value`.
  uniform,             ///< Between `low` and `high`.
  triangular,          ///< Between `low` and `high`, most likely `mode`.
  pert,                ///< Beta with shapes 1 + l (mode - low) / (high - low) and 1 + l (high - mode) / (high - low).
  pert_pyfair,         ///< What pyfair calls PERT: shapes from a standard deviation of (high - low) / (l + 2).
  normal,              ///< `mean` and `sd`, on the whole line.
  normal_truncated,    ///< Normal within `low` and `high`, the rest left out and the whole renormalised.
  normal_clipped,      ///< Normal with what lies outside moved onto `low` and `high`: there is a mass at the ends.
  lognormal,           ///< exp of a normal of mean `mu` and standard deviation `sigma`.
  lognormal_interval,  ///< Lognormal whose 5th and 95th percentiles are `p05` and `p95`.
  lognormal_moments,   ///< Lognormal of mean `mean` and standard deviation `sd`.
  exponential,         ///< Of mean `mean`.
  gamma,               ///< `shape` and `scale`.
  beta,                ///< Shapes `alpha` and `beta`, between `low` and `high`.
  weibull,             ///< `shape` and `scale`.
  generalized_pareto,  ///< `location`, `scale` and `shape`.
  lognormal_pareto,    ///< Lognormal of `mu` and `sigma` up to its quantile `p`, generalized Pareto beyond it.
  metalog,             ///< Three terms through `low`, `median` and `high` at `alpha`, 1/2 and 1 - `alpha`.
  empirical,           ///< One of `values`, as often as `weights` say.
  poisson,             ///< Number of events: of rate `rate`.
  negative_binomial,   ///< Number of events: Poisson whose rate is gamma of shape `r` and mean `mean`.
  binomial,            ///< Number of events: of `n` trials with probability `p`.
  bernoulli,           ///< Number of events: one with probability `p`.
};
ANNEXA_DESCRIBE_ENUM(DistributionKind, "distribution-kind", constant, uniform, triangular, pert, pert_pyfair, normal,
                     normal_truncated, normal_clipped, lognormal, lognormal_interval, lognormal_moments, exponential,
                     gamma, beta, weibull, generalized_pareto, lognormal_pareto, metalog, empirical, poisson,
                     negative_binomial, binomial, bernoulli)

/// A distribution and its parameters. Only those of its kind are given; a value.
struct Distribution {
  static constexpr std::string_view type_name = "distribution";  ///< Name in the schema.
  DistributionKind dist = DistributionKind::constant;            ///< Which one.
  std::optional<Real> value;                                     ///< What is always the case.
  std::optional<Real> low;                                       ///< Least value; of a metalog the quantile at `alpha`.
  std::optional<Real> mode;                                      ///< Most likely value.
  std::optional<Real> median;                                    ///< Value in the middle.
  std::optional<Real> high;         ///< Greatest value; of a metalog the quantile at 1 - `alpha`.
  std::optional<Real> lambda;       ///< How much weight the mode has; 4 when absent.
  std::optional<Real> mean;         ///< Mean.
  std::optional<Real> sd;           ///< Standard deviation.
  std::optional<Real> mu;           ///< Mean of the logarithm.
  std::optional<Real> sigma;        ///< Standard deviation of the logarithm.
  std::optional<Real> p05;          ///< 5th percentile.
  std::optional<Real> p95;          ///< 95th percentile.
  std::optional<Real> shape;        ///< Shape.
  std::optional<Real> scale;        ///< Scale.
  std::optional<Real> location;     ///< Where it begins; 0 when absent.
  std::optional<Real> alpha;        ///< First shape; of a metalog the probability below `low`, 0.1 when absent.
  std::optional<Real> beta;         ///< Second shape.
  std::optional<Real> lower_bound;  ///< Of a metalog: nothing lies below; none when absent.
  std::optional<Real> upper_bound;  ///< Of a metalog: nothing lies above; none when absent.
  std::optional<Real> rate;         ///< Mean number of events in a year.
  std::optional<Real> r;            ///< Number of failures, need not be whole.
  std::optional<Real> n;            ///< Number of trials, whole.
  std::optional<Real> p;            ///< Probability.
  std::vector<Real> values;         ///< What was seen.
  std::vector<Real> weights;        ///< How often, in the order of `values`; alike when absent.
  friend bool operator==(Distribution const&, Distribution const&) = default;
};
BOOST_DESCRIBE_STRUCT(Distribution, (),
                      (dist, value, low, mode, median, high, lambda, mean, sd, mu, sigma, p05, p95, shape, scale,
                       location, alpha, beta, lower_bound, upper_bound, rate, r, n, p, values, weights))
ANNEXA_TYPE_TABLE(Distribution)

/// Mean and variance.
struct Moments {
  static constexpr std::string_view type_name = "moments";  ///< Name in the schema.
  Real mean = 0;                                            ///< Mean.
  Real variance = 0;                                        ///< Variance; infinity where there is none.
  friend bool operator==(Moments const&, Moments const&) = default;
};
BOOST_DESCRIBE_STRUCT(Moments, (), (mean, variance))
ANNEXA_TYPE_TABLE(Moments)

/// True for the kinds that count events: whole numbers from 0.
[[nodiscard]] bool counts_events(DistributionKind kind) noexcept;

/// Adds every defect of @p distribution to @p errors, its place under @p where: parameters missing, out of range,
/// contradictory or of another kind, each with what would be accepted.
void check_distribution(Distribution const& distribution, std::string const& where, Error& errors);

/// Mean and variance, in closed form or to 12 digits by quadrature.
[[nodiscard]] result<Moments> moments(Distribution const& distribution);
/// The least x whose cdf() is at least @p probability, 0 < probability < 1.
[[nodiscard]] result<Real> quantile(Distribution const& distribution, Real probability);
/// The probability of a value that is not above @p x.
[[nodiscard]] result<Real> cdf(Distribution const& distribution, Real x);
/// The first @p count values of the stream @p name of @p seed: what simulate() would draw.
/// At most 100,000,000; the same values on every machine. 2 to 10 ns each.
[[nodiscard]] result<std::vector<Real>> sample(Distribution const& distribution, std::uint64_t count,
                                               std::uint64_t seed = 0, std::string_view name = "sample");

}  // namespace v1
}  // namespace annexa
