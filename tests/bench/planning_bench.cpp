// What it costs to propose a plan and a programme, as the number of units grows. Items are units.
#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>

#include <benchmark/benchmark.h>

#include "../audit/plan_examples.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

PlanRequest plan_of_units(std::int64_t units) {
  auto request = small_request();
  request.units.clear();
  for (std::int64_t i = 0; i < units; ++i) {
    request.units.push_back(unit("U-" + std::to_string(i), i % 2 == 0 ? "OWN-1" : "OWN-2"));
    request.units.back().criteria = {criterion("7.2")};
  }
  request.until = day("2026-03-31");
  return request;
}

void plan(benchmark::State& state) {
  auto const request = plan_of_units(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(propose_plan(request).value().sessions.size());
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(plan)->Arg(14)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

ProgrammeRequest programme_of_units(std::int64_t units) {
  ProgrammeRequest request;
  request.from = day("2026-01-01");
  request.parameters.years = 5;
  for (std::int64_t i = 0; i < units; ++i) {
    AuditableUnit row;
    row.unit = key<"unit">("U-" + std::to_string(i));
    row.name = "Unit " + std::to_string(i);
    row.importance = static_cast<int>(i % 5) + 1;
    row.criteria = {criterion("7.2")};
    request.units.push_back(std::move(row));
  }
  return request;
}

void programme(benchmark::State& state) {
  auto const request = programme_of_units(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(propose_programme(request).value().units.size());
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(programme)->Arg(14)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
