#pragma once
/// @file
/// Which treatments to choose under a budget.

#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/scenario.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How treatments are chosen.
struct ChoiceOptions {
  static constexpr std::string_view type_name = "choice-options";  ///< Name in the schema.
  std::optional<Money> budget = {};  ///< What the chosen ones cost together at most, of a year; no limit when absent.
  bool add_cost = false;        ///< True to minimise the sum of objective and cost; the objective is an amount then.
  std::int64_t most_nodes = 0;  ///< Nodes of the search at most; 0: without limit up to 25 candidates, else 200,000.
  std::int64_t frontier_points = 0;  ///< Budgets of the efficient frontier, in equal steps from 0; 0 to 1,000.
  friend bool operator==(ChoiceOptions const&, ChoiceOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(ChoiceOptions, (), (budget, add_cost, most_nodes, frontier_points))
ANNEXA_TYPE_TABLE(ChoiceOptions)

/// Some treatments, what they cost and what they leave.
struct ChosenTreatments {
  static constexpr std::string_view type_name = "chosen-treatments";  ///< Name in the schema.
  std::vector<std::string> treatments;                                ///< Their names, in the portfolio's order.
  Money cost;                                                         ///< What they cost together in a year.
  Real objective = 0;  ///< The objective with them, without costs: an amount in minor units, or what it else is in.
  friend bool operator==(ChosenTreatments const&, ChosenTreatments const&) = default;
};
BOOST_DESCRIBE_STRUCT(ChosenTreatments, (), (treatments, cost, objective))
ANNEXA_TYPE_TABLE(ChosenTreatments)

/// The choice, and how good it is known to be.
struct TreatmentChoice {
  static constexpr std::string_view type_name = "treatment-choice";  ///< Name in the schema.
  ChosenTreatments chosen;                 ///< The best that was found; of equal ones the cheapest that was.
  Real untreated = 0;                      ///< The objective without any treatment.
  Real bound = 0;                          ///< No choice within the budget has an objective (and cost) below this.
  Real gap = 0;                            ///< By how much the choice may be above the best: 0 if proven.
  bool proven = false;                     ///< True if every other choice was ruled out: to 12 digits it is the best.
  std::int64_t nodes = 0;                  ///< Nodes of the search that were visited.
  std::int64_t evaluations = 0;            ///< Sets of treatments whose objective was computed.
  std::optional<Real> rosi;                ///< Return on the investment, of annualized loss; none without cost.
  std::vector<ChosenTreatments> frontier;  ///< The best for each budget, by rising cost; none twice.
  friend bool operator==(TreatmentChoice const&, TreatmentChoice const&) = default;
};
BOOST_DESCRIBE_STRUCT(TreatmentChoice, (), (chosen, untreated, bound, gap, proven, nodes, evaluations, rosi, frontier))
ANNEXA_TYPE_TABLE(TreatmentChoice)

/// What is minimised: the objective of a set of treatments, by their names in the portfolio's order. More treatments
/// must not make it larger: what cannot be better is ruled out by that. Called by the calling thread, once for each
/// set. What it refuses ends the search and is handed on.
using ChoiceObjective = std::function<result<Real>(std::vector<std::string> const& treatments)>;

/// Told of the search now and then, some hundred times a second at least between evaluations; false cancels it.
using ChoiceProgress = std::function<bool(std::int64_t nodes)>;

/// The annualized loss expectancy of the portfolio with some of its treatments, in minor units: exact, by means.
[[nodiscard]] result<Real> annualized_loss(Portfolio const& portfolio, std::vector<std::string> const& treatments);

/// What an investment returns: (before - after - cost) / cost, of annualized losses. None if it costs nothing or less.
[[nodiscard]] std::optional<Real> return_on_investment(Real before, Real after, Real cost) noexcept;

/// Chooses the treatments that leave the least annualized loss.
/// @par Method
/// Greedy choice with exchanges, then branch and bound: what treatments take away together is never more than the sum
/// of what each takes away alone, so that a knapsack with fractions bounds what is possible. Up to 25 candidates the
/// choice is proven to be the best; beyond that the gap to what may be possible is stated.
/// @par Cost
/// Milliseconds up to 25 candidates; seconds beyond.
/// @return The choice, or everything that is wrong with portfolio and options; ErrorKind::cancelled if cancelled.
[[nodiscard]] result<TreatmentChoice> choose_treatments(Portfolio const& portfolio, ChoiceOptions const& options = {},
                                                        ChoiceProgress const& progress = {});

/// Chooses the treatments that leave the least of @p objective: of a simulation with the same seed for each set, say.
/// The same search, with a weaker bound: what all treatments that are still affordable would leave. ROSI is of
/// annualized loss nevertheless.
[[nodiscard]] result<TreatmentChoice> choose_treatments(Portfolio const& portfolio, ChoiceOptions const& options,
                                                        ChoiceObjective const& objective,
                                                        ChoiceProgress const& progress = {});

/// The rules of choices.
namespace choice_rules {
inline constexpr Rule none{"choice.treatments", "The portfolio has no treatments to choose from.", "",
                           ErrorKind::usage};
inline constexpr Rule budget{"choice.budget", "The budget is {found}; 0 or more is accepted.", "", ErrorKind::usage};
inline constexpr Rule nodes{"choice.nodes", "The limit is {found} nodes; 0 to 1,000,000,000,000 are accepted.", "",
                            ErrorKind::usage};
inline constexpr Rule points{"choice.frontier", "The frontier has {found} points; 0 to 1,000 are accepted.", "",
                             ErrorKind::usage};
inline constexpr Rule objective{"choice.objective", "The objective of the treatments {found} is no finite number.", "",
                                ErrorKind::usage};
inline constexpr Rule cancelled{"choice.cancelled", "The choice was cancelled.", "", ErrorKind::cancelled};
}  // namespace choice_rules

}  // namespace v1
}  // namespace annexa
