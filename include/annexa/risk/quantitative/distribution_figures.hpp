#pragma once
/// @file
/// What is known of a single distribution, in one document.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/distribution.hpp>

#include <optional>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What is asked of a distribution beside its moments.
struct DistributionRequest {
  static constexpr std::string_view type_name = "distribution-request";  ///< Name in the schema.
  std::vector<Real> probabilities = {};  ///< Whose quantiles are wanted, each above 0 and below 1.
  std::vector<Real> values = {};         ///< Not to be exceeded: the probability of that is wanted.
  friend bool operator==(DistributionRequest const&, DistributionRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(DistributionRequest, (), (probabilities, values))
ANNEXA_TYPE_TABLE(DistributionRequest)

/// A value, and the probability that it is not exceeded.
struct DistributionPoint {
  static constexpr std::string_view type_name = "distribution-point";  ///< Name in the schema.
  Real value = 0;                                                      ///< The value.
  Real probability = 0;                                                ///< Of what is not above it.
  friend bool operator==(DistributionPoint const&, DistributionPoint const&) = default;
};
BOOST_DESCRIBE_STRUCT(DistributionPoint, (), (value, probability))
ANNEXA_TYPE_TABLE(DistributionPoint)

/// What is known of a distribution.
struct DistributionFigures {
  static constexpr std::string_view type_name = "distribution-figures";  ///< Name in the schema.
  Real mean = 0;                                                         ///< Mean.
  std::optional<Real> variance;                                          ///< Variance; absent where it is infinite.
  std::optional<Real> standard_deviation;                                ///< Its square root.
  std::vector<DistributionPoint> quantiles;  ///< The least value of each of the probabilities, in their order.
  std::vector<DistributionPoint> cdf;        ///< The probability of each of the values, in their order.
  friend bool operator==(DistributionFigures const&, DistributionFigures const&) = default;
};
BOOST_DESCRIBE_STRUCT(DistributionFigures, (), (mean, variance, standard_deviation, quantiles, cdf))
ANNEXA_TYPE_TABLE(DistributionFigures)

/// moments(), quantile() and cdf() at once. @return the figures, or every defect of the distribution and the request,
/// those of the request below /probabilities and /values.
[[nodiscard]] result<DistributionFigures> distribution_figures(Distribution const& distribution,
                                                               DistributionRequest const& request = {});

}  // namespace v1
}  // namespace annexa
