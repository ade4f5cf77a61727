#pragma once
/// @file
/// The distribution of a year's loss computed instead of simulated: by Fourier transforms of its parts.

#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/scenario.hpp>
#include <annexa/risk/quantitative/simulation_options.hpp>
#include <annexa/risk/quantitative/simulation_result.hpp>

namespace annexa {
inline namespace v1 {

/// True if this build computes distributions: it needs a library for Fourier transforms (kissfft) when it is built.
[[nodiscard]] bool has_aggregation() noexcept;

/// Computes what simulate() estimates, for portfolios of independent scenarios at the level of events: numbers of
/// events of any distribution, with rates that are drawn or given, and losses of any forms with their probabilities.
/// @par Result
/// `engine` is "fft", `trials` 0. Each `standard_error` is a bound of the error instead: the truth is not further away.
/// Means, standard deviations, the number of events and contributions are exact but for rounding to minor units.
/// `least` is 0 and `greatest` the end of the grid, beyond which the probability of a year is half of what is beyond
/// the highest level or quantile asked for, and 0.0005 at most; of a loss beyond it the probability is bounded alone.
/// @par Method
/// The distribution of each loss is put on a grid so that its mean is kept: an amount between two points is split
/// between both. What the sum is off by is then a sum of independent errors with mean 0, none larger than the grid's
/// step, so that Hoeffding's inequality bounds it; expected shortfall is never too low by that. Against what comes
/// around the end of the grid the distribution is tilted. @source{Grübel and Hermesmeier, Computation of Compound
/// Distributions I (1999); Hoeffding, Probability Inequalities for Sums of Bounded Random Variables (1963)}
/// @par Cost
/// Some 20 to 60 ms for a scenario. A portfolio of 1,000 scenarios takes under a second, and with the figures of each
/// of them some two or three; 10 MB.
/// @param options All but trials and seed count.
/// @return The figures, or every reason against it: defects of the portfolio or the options, dependence, products of
/// rates, amounts below 0, and losses without a variance or spread so far that no grid holds them.
/// The results are not the same bits on every machine, as those of simulate() are: they differ by far less than the
/// bounds of their errors.
[[nodiscard]] result<SimulationResult> aggregate(Portfolio const& portfolio, SimulationOptions const& options = {});

/// The rules of aggregation.
namespace aggregate_rules {
inline constexpr Rule unavailable{"aggregate.unavailable",
                                  "This annexa was built without kissfft, which computes distributions; simulate them.",
                                  "", ErrorKind::usage};
inline constexpr Rule dependence{
    "aggregate.dependence", "What moves together is not computed, but simulated; here all has to be independent.", ""};
inline constexpr Rule product{"aggregate.semantics",
                              "Products of annual rates are not computed, but simulated; here the semantics has to be "
                              "event-level.",
                              ""};
inline constexpr Rule negative{"aggregate.negative", "The loss can be {found}; here it has to be 0 or more.", ""};
inline constexpr Rule variance{
    "aggregate.variance", "The variance of the loss is infinite, so that no grid holds what matters; simulate it.", ""};
inline constexpr Rule large{
    "aggregate.large", "The mean or the standard deviation is above 9e15 of the currency, which no amount holds.", ""};
inline constexpr Rule grid{
    "aggregate.grid",
    "The losses are spread so far that a grid of {points} points is too coarse for them: its step "
    "would be {step}, and the mean is {mean}. Simulate them.",
    ""};
}  // namespace aggregate_rules

}  // namespace v1
}  // namespace annexa
