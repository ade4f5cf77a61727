#pragma once
/// @file
/// The best treatments under a budget, chosen and simulated.

#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/simulation_options.hpp>
#include <annexa/risk/quantitative/simulation_result.hpp>
#include <annexa/risk/quantitative/treatment_choice.hpp>

#include <optional>

namespace annexa {
inline namespace v1 {

/// What a choice of treatments minimises.
enum class ChoiceMeasure : std::uint8_t {
  annualized_loss,     ///< The mean loss of a year, exact.
  expected_shortfall,  ///< Simulated, at OptimizationOptions::level.
  loss_probability,    ///< Simulated: of a year with more than OptimizationOptions::loss.
};
ANNEXA_DESCRIBE_ENUM(ChoiceMeasure, "choice-measure", annualized_loss, expected_shortfall, loss_probability)

/// How treatments are chosen and the choice is simulated.
struct OptimizationOptions {
  static constexpr std::string_view type_name = "optimization-options";  ///< Name in the schema.
  std::optional<ChoiceMeasure> minimize = {};   ///< What is minimised; annualized-loss when absent.
  std::optional<Real> level = {};               ///< Level of the shortfall; 0.95 when absent.
  std::optional<Money> loss = {};               ///< Loss whose probability is minimised; needed for loss-probability.
  std::optional<Money> budget = {};             ///< What the chosen ones cost together at most; no limit when absent.
  bool add_cost = false;                        ///< True to minimise the sum of loss and cost.
  std::optional<std::int64_t> most_nodes = {};  ///< As ChoiceOptions::most_nodes.
  std::optional<std::int64_t> frontier_points = {};  ///< As ChoiceOptions::frontier_points; none when absent.
  std::optional<std::int64_t> trials = {};           ///< Years of each simulation; 100,000 when absent.
  std::optional<std::int64_t> seed = {};  ///< Of the random numbers; the same for each choice, 0 when absent.
  friend bool operator==(OptimizationOptions const&, OptimizationOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(OptimizationOptions, (),
                      (minimize, level, loss, budget, add_cost, most_nodes, frontier_points, trials, seed))
ANNEXA_TYPE_TABLE(OptimizationOptions)

/// The choice, and the years without and with it under the same random numbers.
struct OptimizationResult {
  static constexpr std::string_view type_name = "optimization-result";  ///< Name in the schema.
  ChoiceMeasure minimize = ChoiceMeasure::annualized_loss;              ///< What was minimised.
  TreatmentChoice choice;                                               ///< The choice and how good it is.
  AmountEstimate reduction;  ///< Of the mean loss of a year, by the same years with and without: its error is small.
  std::optional<NumberEstimate> rosi;  ///< (reduction - cost) / cost, with its error; absent where nothing is spent.
  SimulationResult before;             ///< Without treatments.
  SimulationResult after;              ///< With the chosen ones.
  friend bool operator==(OptimizationResult const&, OptimizationResult const&) = default;
};
BOOST_DESCRIBE_STRUCT(OptimizationResult, (), (minimize, choice, reduction, rosi, before, after))
ANNEXA_TYPE_TABLE(OptimizationResult)

/// Chooses among the treatments of @p portfolio as choose_treatments() does, and simulates what is left.
/// @par Cost
/// Without simulation in the search for annualized loss; for the others a simulation of OptimizationOptions::trials
/// years for each set that is looked at, some hundred for ten candidates.
/// @return the choice; or what is wrong; cancelled if SimulationRun::progress said so. Progress counts nodes of the
/// search,
///         with a total of 0, then years.
[[nodiscard]] result<OptimizationResult> optimize(Portfolio const& portfolio, OptimizationOptions const& options = {},
                                                  SimulationRun const& run = {});

/// The rules of optimizations.
namespace optimization_rules {
inline constexpr Rule loss{"optimization.loss", "To minimise the probability of a loss, name the loss.", "",
                           ErrorKind::usage};
}  // namespace optimization_rules

}  // namespace v1
}  // namespace annexa
