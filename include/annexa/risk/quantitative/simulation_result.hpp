#pragma once
/// @file
/// What a simulation found.

#include <annexa/base/describe.hpp>
#include <annexa/risk/quantitative/scenario.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// An amount, and how far it may be off for having been simulated.
struct AmountEstimate {
  static constexpr std::string_view type_name = "amount-estimate";  ///< Name in the schema.
  Money value;                                                      ///< The amount.
  Money standard_error;  ///< One standard error of it: two out of three times the truth is nearer.
  friend bool operator==(AmountEstimate const&, AmountEstimate const&) = default;
};
BOOST_DESCRIBE_STRUCT(AmountEstimate, (), (value, standard_error))
ANNEXA_TYPE_TABLE(AmountEstimate)

/// A probability or a mean number, and how far it may be off.
struct NumberEstimate {
  static constexpr std::string_view type_name = "number-estimate";  ///< Name in the schema.
  Real value = 0;                                                   ///< The number.
  Real standard_error = 0;                                          ///< One standard error of it.
  friend bool operator==(NumberEstimate const&, NumberEstimate const&) = default;
};
BOOST_DESCRIBE_STRUCT(NumberEstimate, (), (value, standard_error))
ANNEXA_TYPE_TABLE(NumberEstimate)

/// An amount at a probability: a quantile, a value at risk, an expected shortfall.
struct LevelEstimate {
  static constexpr std::string_view type_name = "level-estimate";  ///< Name in the schema.
  Real level = 0;                                                  ///< The probability, 0 to 1.
  Money value;                                                     ///< The amount.
  Money standard_error;                                            ///< One standard error of it.
  friend bool operator==(LevelEstimate const&, LevelEstimate const&) = default;
};
BOOST_DESCRIBE_STRUCT(LevelEstimate, (), (level, value, standard_error))
ANNEXA_TYPE_TABLE(LevelEstimate)

/// A point of the exceedance curves: how probable are years with more loss, and years with a single event of more loss.
struct ExceedancePoint {
  static constexpr std::string_view type_name = "exceedance-point";  ///< Name in the schema.
  Money loss;                                                        ///< The loss.
  NumberEstimate aggregate;                                          ///< Of a year whose losses sum up to more (AEP).
  std::optional<NumberEstimate> event;  ///< Of a year with an event of more (OEP); absent for products of rates.
  friend bool operator==(ExceedancePoint const&, ExceedancePoint const&) = default;
};
BOOST_DESCRIBE_STRUCT(ExceedancePoint, (), (loss, aggregate, event))
ANNEXA_TYPE_TABLE(ExceedancePoint)

/// An interval of a histogram: years whose loss lies above one amount and not above another.
struct LossInterval {
  static constexpr std::string_view type_name = "loss-interval";  ///< Name in the schema.
  Money low;                                                      ///< Where it begins; the amount itself is not in it.
  Money high;                  ///< Where it ends; the amount itself is in it, and in the last one all that is more.
  NumberEstimate probability;  ///< Of a year in it; years without any loss are in none.
  friend bool operator==(LossInterval const&, LossInterval const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossInterval, (), (low, high, probability))
ANNEXA_TYPE_TABLE(LossInterval)

/// The figures of a scenario, a category or the portfolio: of the loss of a year.
struct LossFigures {
  static constexpr std::string_view type_name = "loss-figures";  ///< Name in the schema.
  std::string name;                               ///< Of the scenario or category; empty for the portfolio.
  AmountEstimate mean;                            ///< Mean: the annualized loss expectancy.
  AmountEstimate standard_deviation;              ///< Standard deviation.
  NumberEstimate loss_probability;                ///< Of a year with any loss.
  std::optional<NumberEstimate> events;           ///< Mean number of loss events; absent for products of rates.
  Money least;                                    ///< Least that was simulated.
  Money greatest;                                 ///< Most that was simulated: it grows with the trials.
  std::vector<LevelEstimate> quantiles;           ///< Quantiles.
  std::vector<LevelEstimate> value_at_risk;       ///< The quantile at each level.
  std::vector<LevelEstimate> expected_shortfall;  ///< Mean of the worst years, a part of 1 - level of all.
  std::vector<ExceedancePoint> exceedance;        ///< Curves, by rising loss.
  std::vector<LossInterval> histogram;  ///< Rising and without gaps, round amounts between them; if asked for.
  std::optional<Money> contribution;    ///< To the portfolio's standard deviation; they sum up to it.
  std::int64_t capped = 0;              ///< Years or events beyond what amounts can be.
  friend bool operator==(LossFigures const&, LossFigures const&) = default;
};
BOOST_DESCRIBE_STRUCT(LossFigures, (),
                      (name, mean, standard_deviation, loss_probability, events, least, greatest, quantiles,
                       value_at_risk, expected_shortfall, exceedance, histogram, contribution, capped))
ANNEXA_TYPE_TABLE(LossFigures)

/// A level of value at risk or expected shortfall, of the portfolio and of the sum over its scenarios.
struct Diversification {
  static constexpr std::string_view type_name = "diversification";  ///< Name in the schema.
  Real level = 0;                                                   ///< The level.
  Money value_at_risk;       ///< What the scenarios' values at risk sum up to beyond the portfolio's.
  Money expected_shortfall;  ///< The same of expected shortfall.
  friend bool operator==(Diversification const&, Diversification const&) = default;
};
BOOST_DESCRIBE_STRUCT(Diversification, (), (level, value_at_risk, expected_shortfall))
ANNEXA_TYPE_TABLE(Diversification)

/// A point of the tolerance curve, and whether it is kept.
struct ToleranceFinding {
  static constexpr std::string_view type_name = "tolerance-finding";  ///< Name in the schema.
  Money loss;                                                         ///< The loss.
  Real tolerated = 0;                                                 ///< Probability of more that is borne.
  NumberEstimate found;                                               ///< Probability of more that was found.
  bool exceeded = false;                                              ///< True if it is more than is borne.
  friend bool operator==(ToleranceFinding const&, ToleranceFinding const&) = default;
};
BOOST_DESCRIBE_STRUCT(ToleranceFinding, (), (loss, tolerated, found, exceeded))
ANNEXA_TYPE_TABLE(ToleranceFinding)

/// What a simulation found. Every figure is of `trials` years of the stream of `seed`, under `semantics` and `formula`.
struct SimulationResult {
  static constexpr std::string_view type_name = "simulation-result";  ///< Name in the schema.
  Currency currency;                                                  ///< Of all amounts.
  std::string engine;                                                 ///< "monte-carlo", or "fft".
  AnnualSemantics semantics = AnnualSemantics::event_level;           ///< How a year's loss is made.
  std::int64_t trials = 0;                                            ///< Years that were simulated; 0 for "fft".
  std::int64_t seed = 0;                                              ///< Of the random numbers.
  std::string formula;                           ///< Version of how figures are made: results of one version are alike.
  std::vector<std::string> treatments;           ///< Treatments in force.
  LossFigures portfolio;                         ///< Of all scenarios together.
  std::vector<LossFigures> categories;           ///< By category.
  std::vector<LossFigures> scenarios;            ///< By scenario, in the portfolio's order.
  std::vector<Diversification> diversification;  ///< By level.
  std::vector<ToleranceFinding> tolerance;       ///< By point of the tolerance curve.
  std::optional<Real> repaired;  ///< By how much correlations that contradicted each other were moved, at most.
  friend bool operator==(SimulationResult const&, SimulationResult const&) = default;
};
BOOST_DESCRIBE_STRUCT(SimulationResult, (),
                      (currency, engine, semantics, trials, seed, formula, treatments, portfolio, categories, scenarios,
                       diversification, tolerance, repaired))
ANNEXA_TYPE_TABLE(SimulationResult)

}  // namespace v1
}  // namespace annexa
