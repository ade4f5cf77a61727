// Simulations beside numpy: tests/bench/simulation_ratios.py runs both in turn.
#include <benchmark/benchmark.h>
#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/aggregate.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>

namespace {

using namespace annexa;

Portfolio portfolio_of(std::string const& text) { return from_json<Portfolio>(parse_json(text).value()).value(); }

// M1: a tree of six PERTs, rates multiplied.
Portfolio product_tree() {
  return portfolio_of(R"({"currency": "EUR", "semantics": "annualized-product", "scenarios": [{"name": "m1",
    "threat_event_frequency": {"dist": "pert", "low": 20, "mode": 50, "high": 100},
    "threat_capability": {"dist": "pert", "low": 0.2, "mode": 0.5, "high": 0.9},
    "resistance_strength": {"dist": "pert", "low": 0.3, "mode": 0.6, "high": 0.9},
    "primary_loss": [{"form": "primary", "magnitude": {"dist": "pert", "low": 30000, "mode": 100000, "high": 800000}}],
    "secondary_loss": [{"form": "secondary", "probability": {"dist": "pert", "low": 0.1, "mode": 0.3, "high": 0.7},
                        "magnitude": {"dist": "pert", "low": 10000, "mode": 50000, "high": 1000000}}]}]})");
}
// M2: a rate that is drawn, events with a lognormal loss and at times a second one.
Portfolio events() {
  return portfolio_of(R"({"currency": "EUR", "scenarios": [{"name": "m2",
    "loss_event_frequency": {"dist": "pert", "low": 0.5, "mode": 2, "high": 6},
    "primary_loss": [{"form": "primary", "magnitude": {"dist": "lognormal", "mu": 10, "sigma": 1.2}}],
    "secondary_loss": [{"form": "secondary", "probability": {"dist": "constant", "value": 0.25},
                        "magnitude": {"dist": "lognormal", "mu": 11, "sigma": 1.4}}]}]})");
}
// M3: ten scenarios of at most one event a year whose occurrences are correlated.
Portfolio correlated() {
  auto out = portfolio_of(R"({"currency": "EUR", "scenarios": [], "dependence": {"copula": "gaussian"}})");
  for (int i = 0; i < 10; ++i) {
    Scenario scenario;
    scenario.name = "s" + std::to_string(i);
    scenario.frequency.emplace().dist = DistributionKind::bernoulli;
    scenario.frequency->p = 0.05 + 0.03 * i;
    scenario.severity.emplace().dist = DistributionKind::lognormal;
    scenario.severity->mu = 10 + 0.2 * i;
    scenario.severity->sigma = 1.2;
    for (auto const& before : out.scenarios)
      out.dependence->correlations.push_back({before.name + ".frequency", scenario.name + ".frequency", 0.3});
    out.scenarios.push_back(scenario);
  }
  return out;
}
constexpr Portfolio (*models[])() = {product_tree, events, correlated};

SimulationOptions options_of(benchmark::State const& state) {
  SimulationOptions options;
  options.trials = state.range(1);
  options.portfolio_only = true;  // as the figures of the models in numpy
  return options;
}

// All of it: portfolio to figures.
void simulate_cold(benchmark::State& state) {
  auto const portfolio = models[state.range(0) - 1]();
  auto const options = options_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(simulate(portfolio, options).value());
}
// Tables made before.
void simulate_warm(benchmark::State& state) {
  auto const simulation = Simulation::prepare(models[state.range(0) - 1](), options_of(state)).value();
  SimulationRun run;
  run.instructions = static_cast<InstructionSet>(state.range(2));
  run.threads = static_cast<unsigned>(state.range(3));
  for (auto _ : state)
    benchmark::DoNotOptimize(simulation.figures(simulation.run({0, simulation.block_count()}, run).value()).value());
}

// Scenarios of many kinds, each with a number of losses a year.
Portfolio compound(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    auto const size = std::to_string(1000 + 37 * (i % 101));
    std::string const frequencies[] = {
        R"("frequency":{"dist":"poisson","rate":)" + std::to_string(0.1 + 0.03 * (i % 70)) + "}",
        R"("frequency":{"dist":"negative-binomial","r":2,"mean":1.5})",
        R"("loss_event_frequency":{"dist":"pert","low":0.1,"mode":0.5,"high":3})",
        R"("frequency":{"dist":"bernoulli","p":0.2})"};
    std::string const severities[] = {
        R"({"dist":"lognormal","mu":)" + std::to_string(8 + 0.02 * (i % 90)) + R"(,"sigma":1.2})",
        R"({"dist":"pert","low":)" + size + R"(,"mode":)" + size + R"(0,"high":)" + size + "00}",
        R"({"dist":"gamma","shape":2.5,"scale":)" + size + "}"};
    text += (i ? "," : "") + (R"({"name":"s)" + std::to_string(i) + R"(",)") + frequencies[i % 4] + R"(,"severity":)" +
            severities[i % 3] + "}";
  }
  return portfolio_of(R"({"currency": "EUR", "scenarios": [)" + text + "]}");
}
void aggregate_many(benchmark::State& state) {
  auto const portfolio = compound(static_cast<int>(state.range(0)));
  SimulationOptions options;
  options.portfolio_only = true;
  for (auto _ : state) benchmark::DoNotOptimize(aggregate(portfolio, options).value());
}

// The longest time between two questions whether to go on, or from the refusal to the return: what a user waits who
// stops it. The slowest there is: as many nodes as may move together, with thousands of events a year each.
void cancel(benchmark::State& state) {
  auto portfolio = portfolio_of(R"({"currency": "EUR", "scenarios": [], "dependence": {"copula": "gaussian"}})");
  for (int i = 0; i < 500; ++i) {
    Scenario scenario;
    scenario.name = "s" + std::to_string(i);
    scenario.frequency.emplace().dist = DistributionKind::poisson;
    scenario.frequency->rate = 19;
    scenario.severity.emplace().dist = DistributionKind::lognormal;
    scenario.severity->mu = 10;
    scenario.severity->sigma = 1.2;
    if (i > 0)
      portfolio.dependence->correlations.push_back(
          {portfolio.scenarios.back().name + ".severity", scenario.name + ".severity", 0.3});
    portfolio.scenarios.push_back(scenario);
  }
  SimulationOptions options;
  options.trials = 1'000'000'000'000;
  auto const simulation = Simulation::prepare(portfolio, options).value();
  using Clock = std::chrono::steady_clock;
  for (auto _ : state) {
    auto last = Clock::now();
    Clock::duration longest{};
    int asked = 0;
    SimulationRun run;
    run.threads = static_cast<unsigned>(state.range(0));
    run.progress = [&](std::uint64_t, std::uint64_t) {
      auto const now = Clock::now();
      longest = std::max(longest, now - last);
      last = now;
      return ++asked < 300;
    };
    benchmark::DoNotOptimize(simulation.run({0, simulation.block_count()}, run).has_value());
    longest = std::max(longest, Clock::now() - last);
    state.SetIterationTime(std::chrono::duration<double>(longest).count());
  }
}

BENCHMARK(simulate_cold)
    ->Args({1, 1'000'000})
    ->Args({1, 10'000})
    ->Args({2, 1'000'000})
    ->Args({3, 100'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(simulate_warm)
    ->Args({1, 1'000'000, 0, 1})
    ->Args({1, 1'000'000, 1, 1})
    ->Args({1, 1'000'000, 2, 1})
    ->Args({2, 1'000'000, 0, 1})
    ->Args({2, 1'000'000, 1, 1})
    ->Args({2, 1'000'000, 2, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(simulate_warm)
    ->Args({2, 4'000'000, 0, 1})
    ->Args({2, 4'000'000, 0, 2})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

BENCHMARK(aggregate_many)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(cancel)->Arg(1)->Arg(2)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);

}  // namespace
