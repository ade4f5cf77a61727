// What is asked of a simulation or an aggregation, and what both make of the figures of their lines.
#include <annexa/base/type.hpp>

#include "number_text.hpp"
#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr std::size_t most_levels = 1000;

}  // namespace

std::int64_t trials_of(SimulationOptions const& options) { return options.trials.value_or(100'000); }
std::int64_t seed_of(SimulationOptions const& options) { return options.seed.value_or(0); }

void check_options(SimulationOptions const& options, Error& errors) {
  if (trials_of(options) < 1 || trials_of(options) > 1'000'000'000'000)
    errors.add(simulation_rules::trials, "/trials", {{"found", std::to_string(trials_of(options))}});
  if (seed_of(options) < 0 || seed_of(options) > exact_integer_limit)
    errors.add(simulation_rules::seed, "/seed", {{"found", std::to_string(seed_of(options))}});
  auto const check_many = [&](std::size_t found, std::string const& where) {
    if (found > most_levels)
      errors.add(simulation_rules::many, where,
                 {{"found", std::to_string(found)}, {"most", std::to_string(most_levels)}});
  };
  auto const check_levels = [&](std::vector<Real> const& levels, std::string const& where) {
    check_many(levels.size(), where);
    for (std::size_t i = 0; i < levels.size(); ++i)
      if (!(levels[i] > 0 && levels[i] < 1))
        errors.add(simulation_rules::level, where + '/' + std::to_string(i), {{"found", text_of(levels[i])}});
  };
  check_levels(options.quantiles, "/quantiles");
  check_levels(options.levels, "/levels");
  check_many(options.losses.size(), "/losses");
}

void check_losses(SimulationOptions const& options, Currency currency, Error& errors) {
  for (std::size_t i = 0; i < options.losses.size(); ++i)
    if (options.losses[i].currency() != currency)
      errors.add(portfolio_rules::currency, "/losses/" + std::to_string(i),
                 {{"found", to_string(options.losses[i].currency())}, {"wanted", to_string(currency)}});
}

FigureOptions figure_options(SimulationOptions const& options) {
  FigureOptions out{options.quantiles, options.levels, options.losses, options.histogram};
  if (out.quantiles.empty()) out.quantiles = {0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999};
  if (out.levels.empty()) out.levels = {0.9, 0.95, 0.99};
  return out;
}

std::vector<Diversification> diversification_of(SimulationResult const& result, std::vector<Real> const& levels) {
  std::vector<Diversification> found;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    Real value = -static_cast<Real>(result.portfolio.value_at_risk[i].value.minor_units());
    Real shortfall = -static_cast<Real>(result.portfolio.expected_shortfall[i].value.minor_units());
    for (auto const& scenario : result.scenarios) {
      value += static_cast<Real>(scenario.value_at_risk[i].value.minor_units());
      shortfall += static_cast<Real>(scenario.expected_shortfall[i].value.minor_units());
    }
    found.push_back({levels[i], money_of(value, result.currency), money_of(shortfall, result.currency)});
  }
  return found;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
