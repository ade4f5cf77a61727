#include <annexa/risk/quantitative/optimization.hpp>

#include <algorithm>
#include <annexa/risk/quantitative/simulation.hpp>
#include <cmath>

#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

class Optimization {
 public:
  Optimization(Portfolio const& portfolio, OptimizationOptions const& options, SimulationRun const& run)
      : portfolio_(portfolio), options_(options), run_(run) {}

  result<OptimizationResult> make() {
    auto const measure = options_.minimize.value_or(ChoiceMeasure::annualized_loss);
    if (measure == ChoiceMeasure::loss_probability && !options_.loss) return Error(optimization_rules::loss, "/loss");
    if (auto const tried = simulation({}); !tried) return tried.error();
    auto choice = choose(measure);
    if (!choice) return choice.error();
    OptimizationResult out;
    out.minimize = measure;
    out.choice = *std::move(choice);
    return compared(std::move(out));
  }

 private:
  result<Simulation> simulation(std::vector<std::string> const& treatments, bool portfolio_only = false) const {
    SimulationOptions asked;
    asked.trials = options_.trials;
    asked.seed = options_.seed;
    asked.treatments = treatments;
    asked.portfolio_only = portfolio_only;
    if (options_.level) asked.levels = {*options_.level};
    if (options_.loss) asked.losses = {*options_.loss};
    return Simulation::prepare(portfolio_, asked);
  }
  result<SimulationResult> simulated(std::vector<std::string> const& treatments, bool portfolio_only) const {
    auto const made = simulation(treatments, portfolio_only);
    if (!made) return made.error();
    auto const part = made->run({0, made->block_count()}, run_);
    if (!part) return part.error();
    return made->figures(*part);
  }

  result<TreatmentChoice> choose(ChoiceMeasure measure) const {
    ChoiceOptions asked;
    asked.budget = options_.budget;
    asked.add_cost = options_.add_cost;
    asked.most_nodes = options_.most_nodes.value_or(0);
    asked.frontier_points = options_.frontier_points.value_or(0);
    ChoiceProgress const go_on = [&](std::int64_t nodes) {
      return !run_.progress || run_.progress(static_cast<std::uint64_t>(nodes), 0);
    };
    if (measure == ChoiceMeasure::annualized_loss) return choose_treatments(portfolio_, asked, go_on);
    ChoiceObjective const objective = [&](std::vector<std::string> const& treatments) {
      return objective_of(measure, treatments);
    };
    return choose_treatments(portfolio_, asked, objective, go_on);
  }
  result<Real> objective_of(ChoiceMeasure measure, std::vector<std::string> const& treatments) const {
    auto const found = simulated(treatments, true);
    if (!found) return found.error();
    if (measure == ChoiceMeasure::expected_shortfall) {
      auto const& levels = found->portfolio.expected_shortfall;
      auto const at = std::ranges::find(levels, options_.level.value_or(0.95), &LevelEstimate::level);
      return static_cast<Real>(at->value.minor_units());
    }
    auto const& curve = found->portfolio.exceedance;
    return std::ranges::find(curve, *options_.loss, &ExceedancePoint::loss)->aggregate.value;
  }

  // The same years without and with what was chosen.
  result<OptimizationResult> compared(OptimizationResult out) const {
    auto const& chosen = out.choice.chosen.treatments;
    auto before = simulated({}, false);
    if (!before) return before.error();
    auto after = simulated(chosen, false);
    if (!after) return after.error();
    auto const difference = reduction(chosen);
    if (!difference) return difference.error();
    out.before = *std::move(before);
    out.after = *std::move(after);
    out.reduction = *difference;
    auto const cost = static_cast<Real>(out.choice.chosen.cost.minor_units());
    if (cost > 0)
      out.rosi = NumberEstimate{(static_cast<Real>(out.reduction.value.minor_units()) - cost) / cost,
                                static_cast<Real>(out.reduction.standard_error.minor_units()) / cost};
    return out;
  }
  // Year by year: what both have in common takes no part in the error.
  result<AmountEstimate> reduction(std::vector<std::string> const& chosen) const {
    constexpr std::int64_t most_years = 1'000'000;
    auto years = *this;
    auto const scenarios = static_cast<std::int64_t>(portfolio_.scenarios.size());
    years.options_.trials =
        std::clamp<std::int64_t>(100'000'000 / scenarios, 1, std::min(most_years, options_.trials.value_or(100'000)));
    auto const one = years.simulation({}).value().samples(run_);
    if (!one) return one.error();
    auto const other = years.simulation(chosen).value().samples(run_);
    if (!other) return other.error();
    auto const count = static_cast<std::size_t>(*years.options_.trials);
    Real sum = 0;
    Real squares = 0;
    for (std::size_t year = 0; year < count; ++year) {
      Real off = 0;
      for (std::size_t at = year; at < one->size(); at += count) off += static_cast<Real>((*one)[at] - (*other)[at]);
      sum += off;
      squares += off * off;
    }
    auto const n = static_cast<Real>(count);
    Real const mean = sum / n;
    Real const error = std::sqrt(std::max(Real{0}, squares / n - mean * mean) / n);
    return AmountEstimate{money_of(mean, portfolio_.currency), money_of(error, portfolio_.currency)};
  }

  Portfolio const& portfolio_;
  OptimizationOptions options_;
  SimulationRun const& run_;
};

}  // namespace

result<OptimizationResult> optimize(Portfolio const& portfolio, OptimizationOptions const& options,
                                    SimulationRun const& run) {
  return Optimization(portfolio, options, run).make();
}

}  // namespace v1
}  // namespace annexa
