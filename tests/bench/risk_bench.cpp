// Scoring in bulk: at least 10^8 pairs a second and core. Compare with the loop that indexes a vector of vectors.
#include <annexa/risk/methods.hpp>
#include <annexa/risk/score.hpp>
#include <annexa/risk/score_table.hpp>

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

namespace {

using namespace annexa;

constexpr std::size_t pairs = 1'000'000;

template <class Rating>
std::vector<Rating> levels_of_five(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Rating> out(pairs);
  for (auto& each : out) each = static_cast<Rating>(1 + random() % 5);
  return out;
}

template <class Rating>
void score_many(benchmark::State& state) {
  auto const table = ScoreTable::of(*built_in_method("5x5")).value();
  auto const rows = levels_of_five<Rating>(1);
  auto const columns = levels_of_five<Rating>(2);
  std::vector<std::uint8_t> levels(pairs);
  for (auto _ : state)
    benchmark::DoNotOptimize(table.score_many(std::span<Rating const>(rows), std::span<Rating const>(columns),
                                              std::span<std::uint8_t>(levels)));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pairs));
}
BENCHMARK(score_many<std::uint8_t>);
BENCHMARK(score_many<std::int32_t>);
BENCHMARK(score_many<std::int64_t>);

void grid_by_hand(benchmark::State& state) {
  auto const method = *built_in_method("5x5");
  auto const rows = levels_of_five<std::int32_t>(1);
  auto const columns = levels_of_five<std::int32_t>(2);
  std::vector<std::uint8_t> levels(pairs);
  for (auto _ : state) {
    for (std::size_t i = 0; i < pairs; ++i)
      levels[i] = static_cast<std::uint8_t>(
          method.grid[static_cast<std::size_t>(rows[i] - 1)][static_cast<std::size_t>(columns[i] - 1)]);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pairs));
}
BENCHMARK(grid_by_hand);

void score_one_with_ten_controls(benchmark::State& state) {
  auto const method = *built_in_method("iso27005-ranked");
  std::vector<ControlEffect> effects(10);
  std::vector<StandingEffect> standing;
  for (auto& effect : effects) {
    effect.share = Decimal::from(15, 2).value();
    standing.push_back({&effect, ImplementationStatus::implemented, false, false});
  }
  Rating rating;
  rating.likelihood = 5;
  rating.impact = 4;
  for (auto _ : state) benchmark::DoNotOptimize(score(method, rating, standing, RiskStage::residual, ""));
}
BENCHMARK(score_one_with_ten_controls);

}  // namespace
