// Samples: sizes that are decided exactly, and draws from long lists.
#include <benchmark/benchmark.h>
#include <annexa/audit/sample_evaluation.hpp>

using namespace annexa;

namespace {

void size_in_a_population(benchmark::State& state) {
  SampleSizeRequest request;
  request.population = state.range(0);
  request.confidence = Decimal::parse("0.95").value();
  request.tolerable_rate = Decimal::parse("0.01").value();
  request.allowed_deviations = 2;
  for (auto _ : state) benchmark::DoNotOptimize(sample_size(request));
}
BENCHMARK(size_in_a_population)->Arg(1'000)->Arg(100'000'000);

// The chance is exactly what is left to it: whole numbers decide.
void size_on_the_bound(benchmark::State& state) {
  SampleSizeRequest request;
  request.population = 10'000'000;
  request.confidence = Decimal::parse("0.95").value();
  request.tolerable_rate = Decimal::parse("0.0000001").value();
  for (auto _ : state) benchmark::DoNotOptimize(sample_size(request));
}
BENCHMARK(size_on_the_bound);

void draw_from(benchmark::State& state) {
  SampleDrawRequest request;
  request.population = state.range(0);
  request.size = 60;
  request.seed = 7;
  for (auto _ : state) benchmark::DoNotOptimize(draw_sample(request));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(draw_from)->Arg(1'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

void limit_of(benchmark::State& state) {
  SampleEvaluationRequest request;
  request.population = 1'000'000;
  request.size = state.range(0);
  request.deviations = 3;
  request.confidence = Decimal::parse("0.95").value();
  for (auto _ : state) benchmark::DoNotOptimize(evaluate_sample(request));
}
BENCHMARK(limit_of)->Arg(60)->Arg(100'000);

}  // namespace
