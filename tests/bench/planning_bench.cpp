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

// Forty and more sessions on record, of which whoever audits most has fallen ill for three days.
PlanRequest replan_of_units(std::int64_t units) {
  auto request = team_request(static_cast<int>(units));
  request.until = day("2026-06-30");
  auto const plan = propose_plan(request).value();
  request.team = plan.team;
  request.published = plan.sessions;
  auto const ill = plan.team.at(1).person;
  for (auto& person : request.people)
    if (person.key == ill)
      person.absences.push_back({local_day(plan.sessions[0]), local_day(plan.sessions[0]).plus_days(2), "ill"});
  return request;
}

void replan(benchmark::State& state) {
  auto request = replan_of_units(state.range(0));
  request.parameters.rounds = static_cast<int>(state.range(1));
  request.parameters.bound_rounds = 0;
  std::int64_t changed = 0;
  for (auto _ : state) {
    auto const plan = propose_plan(request).value();
    changed = plan.changed - plan.unavoidable;
    benchmark::DoNotOptimize(plan.sessions.size());
  }
  state.counters["avoidable"] = static_cast<double>(changed);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(replan)->Args({40, 0})->Args({40, 1'000})->Args({200, 0})->Unit(benchmark::kMillisecond);

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
