#pragma once
/// @file
/// Distributions of amounts, rates and numbers of events: what a scenario is made of.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/real.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  lognormal_pareto,    ///< Lognormal of `mu` and `sigma` up to its quantile `p`, beyond it a generalized Pareto of
                       ///< `shape` and `scale`; without `scale` the density has no step there.
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

/// A parameter of a kind of distribution.
struct DistributionParameter {
  static constexpr std::string_view type_name = "distribution-parameter";  ///< Name in the schema.
  std::string name;                                                        ///< Its member of Distribution.
  bool required = false;                                                   ///< True if it has to be given.
  std::optional<Real> preset;  ///< What it is when absent; none if the distribution then does without.
  std::string accepted;        ///< What is accepted, such as "a number above 0 up to 10".
  friend bool operator==(DistributionParameter const&, DistributionParameter const&) = default;
};
BOOST_DESCRIBE_STRUCT(DistributionParameter, (), (name, required, preset, accepted))
ANNEXA_TYPE_TABLE(DistributionParameter)

/// The rules of distributions.
namespace distribution_rules {
inline constexpr Rule missing{"distribution.missing", "The distribution {dist} needs {name}: {wanted}.", "",
                              ErrorKind::usage};
inline constexpr Rule unused{"distribution.unused", "The distribution {dist} has no {name}; it has {wanted}.", "",
                             ErrorKind::usage};
inline constexpr Rule range{"distribution.range", "{name} is {found}; {wanted} is accepted.", "", ErrorKind::usage};
inline constexpr Rule order{"distribution.order",
                            "{name} is {found}; it has to be {relation} {other}, which is {bound}.", "",
                            ErrorKind::usage};
inline constexpr Rule one_bound{"distribution.bound",
                                "The distribution {dist} needs low, high or both; without a bound it is normal.", "",
                                ErrorKind::usage};
inline constexpr Rule far{"distribution.far",
                          "Next to nothing of the normal distribution lies within low and high: both are more than 37 "
                          "standard deviations off the mean, on one side.",
                          "", ErrorKind::usage};
inline constexpr Rule spread{
    "distribution.spread", "The standard deviation of the logarithm would be {found}; 0.001 to 10 is accepted: {how}.",
    "", ErrorKind::usage};
inline constexpr Rule infeasible{
    "distribution.infeasible",
    "No three-term metalog goes through these quantiles: the median lies {found} of the way "
    "from low to high, on the metalog's scale; above {least} and below {most} is feasible.",
    "Keelin, The Metalog Distributions (2016)", ErrorKind::usage};
inline constexpr Rule heavy{
    "distribution.heavy", "The mean would be infinite: the tail falls with the exponent {found}; below 1 is accepted.",
    "", ErrorKind::usage};
inline constexpr Rule events{"distribution.events",
                             "With a mean of {mean} and r of {r} more than 1,000,000,000 events a year would be drawn; "
                             "mean / r may be up to {wanted}.",
                             "", ErrorKind::usage};
inline constexpr Rule count{"distribution.count", "{name} has {found} numbers; {wanted} are accepted.", "",
                            ErrorKind::usage};
inline constexpr Rule weightless{"distribution.weightless", "The weights are all 0; at least one has to be above.", "",
                                 ErrorKind::usage};
inline constexpr Rule probability{"distribution.probability",
                                  "A quantile at {found} is not defined; above 0 and below 1 it is.", "",
                                  ErrorKind::usage};
inline constexpr Rule not_a_number{"distribution.not-a-number", "A probability is of a number; this is none.", "",
                                   ErrorKind::usage};
inline constexpr Rule draws{"distribution.draws", "{found} values are not drawn at once; up to {wanted} are.", "",
                            ErrorKind::usage};
}  // namespace distribution_rules

/// The parameters of @p kind, required ones and others, in the order of Distribution's members. Empty of
/// DistributionKind::empirical, which has two lists: `values`, 1 to 1,000,000 numbers, and `weights`, none or
/// as many as values, from 0.
[[nodiscard]] std::vector<DistributionParameter> distribution_parameters(DistributionKind kind);

/// True for the kinds that count events: whole numbers from 0.
[[nodiscard]] bool counts_events(DistributionKind kind) noexcept;

/// Adds every defect of @p distribution to @p errors, its place under @p where: parameters missing, out of range, not
/// finite, contradictory or of another kind, each with what would be accepted. Contradictions are looked for where each
/// parameter is acceptable by itself. Nothing that is accepted has an infinite mean.
void check_distribution(Distribution const& distribution, std::string const& where, Error& errors);

/// Mean and variance, in closed form or to 12 digits by quadrature.
[[nodiscard]] result<Moments> moments(Distribution const& distribution);
/// The least x whose cdf() is at least @p probability, 0 < probability < 1. A number of events is at most
/// 1,000,000,000; no accepted distribution has more than 1e-18 of its probability beyond that.
[[nodiscard]] result<Real> quantile(Distribution const& distribution, Real probability);
/// The probability of a value that is not above @p x.
[[nodiscard]] result<Real> cdf(Distribution const& distribution, Real x);
/// The first @p count values of the stream @p name of @p seed: what simulate() draws for a node of that name once a
/// year, before treatments. How many events scenario S has in a year is the stream "S.events". At most 100,000,000; the
/// same values on every machine.
[[nodiscard]] result<std::vector<Real>> sample(Distribution const& distribution, std::uint64_t count,
                                               std::uint64_t seed = 0, std::string_view name = "sample");

}  // namespace v1
}  // namespace annexa
