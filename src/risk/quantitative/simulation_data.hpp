#pragma once
// What simulations and their parts hold.

#include <annexa/risk/quantitative/simulation.hpp>

#include <vector>

#include "program.hpp"
#include "tally.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// Version of all that decides about figures: draws, rounding, estimates. Changes with each of them.
inline constexpr std::string_view formula_version = "1";

// What a part is a part of.
struct PartOf {
  std::uint64_t fingerprint = 0;
  std::int64_t trials = 0;
  std::uint64_t lines = 0;  // portfolio, categories, scenarios
  friend bool operator==(PartOf const&, PartOf const&) = default;
};

[[nodiscard]] constexpr std::int64_t blocks_of(std::int64_t trials) noexcept {
  return (trials + simulation_block_years - 1) / simulation_block_years;
}

// Which figures of a line are wanted.
struct FigureOptions {
  std::vector<Real> quantiles;
  std::vector<Real> levels;
  std::vector<Money> losses;
  bool histogram = false;
};
// What is asked for, with what is usual where nothing is.
[[nodiscard]] std::int64_t trials_of(SimulationOptions const& options);
[[nodiscard]] std::int64_t seed_of(SimulationOptions const& options);
[[nodiscard]] FigureOptions figure_options(SimulationOptions const& options);
// Adds what of the options is not accepted.
void check_options(SimulationOptions const& options, Error& errors);
void check_losses(SimulationOptions const& options, Currency currency, Error& errors);
// By level, what the scenarios' figures sum up to beyond the portfolio's.
[[nodiscard]] std::vector<Diversification> diversification_of(SimulationResult const& result,
                                                              std::vector<Real> const& levels);

// The figures of one line. @p years is how many there were.
[[nodiscard]] LossFigures figures_of(Tally const& tally, Tally const& portfolio, std::int64_t years, Currency currency,
                                     bool has_events, FigureOptions const& options);
// The probability of a year with more than @p loss minor units.
[[nodiscard]] NumberEstimate probability_above(Bins const& bins, std::int64_t years, Real loss);
[[nodiscard]] Money money_of(Real minor_units, Currency currency);

}  // namespace detail

struct SimulationPart::Data {
  detail::PartOf of;
  std::vector<BlockRange> blocks;  // ascending; neighbours are joined
  std::vector<detail::Tally> lines;
};

}  // namespace v1
}  // namespace annexa
