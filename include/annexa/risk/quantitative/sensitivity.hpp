#pragma once
/// @file
/// Which inputs the loss hangs on: tornado and Sobol's indices.

#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/scenario.hpp>
#include <annexa/risk/quantitative/simulation_result.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Sobol's indices of one input.
struct SobolIndex {
  static constexpr std::string_view type_name = "sobol-index";  ///< Name in the schema.
  NumberEstimate first_order;  ///< Part of the variance that goes when the input alone becomes known.
  NumberEstimate total;        ///< Part of the variance that stays when all but the input become known.
  friend bool operator==(SobolIndex const&, SobolIndex const&) = default;
};
BOOST_DESCRIBE_STRUCT(SobolIndex, (), (first_order, total))

/// A model of some inputs. Called from one thread.
using SensitivityModel = std::function<Real(std::span<Real const> inputs)>;

/// The indices of a model whose inputs are independent: Saltelli's estimator of the first order, Jansen's of the total,
/// over two sets of streams of @p seed.
/// @param inputs  1 to 200 distributions.
/// @param points  1 to 100,000,000; the model is called so often for each input, and twice as often beside.
/// @return an index for each input; or what is wrong with the distributions and the numbers. All 0 for a model that
/// never
///         changes.
/// @source{Saltelli et al., Variance based sensitivity analysis of model output (2010)}
[[nodiscard]] result<std::vector<SobolIndex>> sobol_indices(std::vector<Distribution> const& inputs,
                                                            SensitivityModel const& model, std::int64_t points,
                                                            std::int64_t seed = 0);

/// What a portfolio's loss owes to one node.
struct NodeSensitivity {
  static constexpr std::string_view type_name = "node-sensitivity";  ///< Name in the schema.
  std::string node;                                                  ///< "SCENARIO.MEMBER".
  Money low;         ///< Mean loss of a year with the node at its 10th percentile.
  Money high;        ///< With it at its 90th percentile.
  SobolIndex index;  ///< Of the loss of a year, rates times magnitudes.
  friend bool operator==(NodeSensitivity const&, NodeSensitivity const&) = default;
};
BOOST_DESCRIBE_STRUCT(NodeSensitivity, (), (node, low, high, index))
ANNEXA_TYPE_TABLE(NodeSensitivity)

/// What a portfolio's loss hangs on.
struct Sensitivity {
  static constexpr std::string_view type_name = "sensitivity";  ///< Name in the schema.
  Money mean;                                                   ///< Mean loss of a year.
  std::int64_t points = 0;                                      ///< Points of the indices.
  std::int64_t seed = 0;                                        ///< Of the random numbers.
  std::vector<NodeSensitivity> nodes;                           ///< By falling distance between low and high.
  friend bool operator==(Sensitivity const&, Sensitivity const&) = default;
};
BOOST_DESCRIBE_STRUCT(Sensitivity, (), (mean, points, seed, nodes))
ANNEXA_TYPE_TABLE(Sensitivity)

/// What the loss of a year hangs on: for each node that is drawn, the mean loss with it low and high, which is exact,
/// and its indices. The loss is taken as rates times magnitudes, whatever the document's semantics; nodes are taken as
/// independent.
/// @param points  as for sobol_indices(); 65,536 give indices to about 0.01.
/// @return the sensitivities; or what is wrong with the portfolio, or that it draws more than 200 nodes.
[[nodiscard]] result<Sensitivity> sensitivity(Portfolio const& portfolio, std::int64_t points = 65'536,
                                              std::int64_t seed = 0);

/// The rules of sensitivities.
namespace sensitivity_rules {
inline constexpr Rule inputs{"sensitivity.inputs", "There are {found} inputs that are drawn; 1 to 200 are accepted.",
                             "", ErrorKind::usage};
inline constexpr Rule points{"sensitivity.points", "There are {found} points; 1 to 100,000,000 are accepted.", "",
                             ErrorKind::usage};
}  // namespace sensitivity_rules

}  // namespace v1
}  // namespace annexa
