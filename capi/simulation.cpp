#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/optimization.hpp>
#include <annexa/risk/quantitative/sensitivity.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include "arguments.hpp"
#include "buf.hpp"
#include "guard.hpp"
#include "structs.hpp"

namespace annexa::capi {
namespace {

result<Simulation> read_simulation(Text const& portfolio, Text const& options) {
  auto const asked = read_value<Portfolio>(portfolio);
  auto const wanted = read_options<SimulationOptions>(options);
  if (auto const refusal = refusal_of(asked, wanted)) return *refusal;
  return Simulation::prepare(*asked, *wanted);
}

SimulationRun run_of(std::uint32_t threads, Task& task) {
  SimulationRun run;
  run.threads = threads;
  run.progress = task.progress();
  return run;
}

result<SimulationPart> read_part(Text const& text) {
  auto const bytes = read_bytes(text);
  if (!bytes) return bytes.error();
  auto part = SimulationPart::parse(*bytes);
  if (!part) return placed_below('/' + std::string(text.name), part.error());
  return part;
}

}  // namespace
}  // namespace annexa::capi

using namespace annexa::capi;

annexa_status annexa_risk_simulate(char const* portfolio, size_t portfolio_size, char const* options,
                                   size_t options_size, uint32_t threads, annexa_task const* task, annexa_buf** out,
                                   annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::Portfolio>({portfolio, portfolio_size, "portfolio"});
    auto const wanted = read_options<annexa::SimulationOptions>({options, options_size, "options"});
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(asked, wanted, followed)) return *refusal;
    auto const found = annexa::simulate(*asked, *wanted, run_of(threads, *followed));
    if (!found) return found.error();
    *out = make_buffer(annexa::to_json(*found));
    followed->finish(static_cast<std::uint64_t>(found->trials));
    return {};
  });
}

annexa_status annexa_risk_optimize(char const* portfolio, size_t portfolio_size, char const* options,
                                   size_t options_size, uint32_t threads, annexa_task const* task, annexa_buf** out,
                                   annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::Portfolio>({portfolio, portfolio_size, "portfolio"});
    auto const wanted = read_options<annexa::OptimizationOptions>({options, options_size, "options"});
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(asked, wanted, followed)) return *refusal;
    auto const found = annexa::optimize(*asked, *wanted, run_of(threads, *followed));
    if (!found) return found.error();
    *out = make_buffer(annexa::to_json(*found));
    followed->finish(static_cast<std::uint64_t>(found->after.trials));
    return {};
  });
}

annexa_status annexa_simulation_part(char const* portfolio, size_t portfolio_size, char const* options,
                                     size_t options_size, int64_t first_block, int64_t end_block, uint32_t threads,
                                     annexa_task const* task, annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const simulation =
        read_simulation({portfolio, portfolio_size, "portfolio"}, {options, options_size, "options"});
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(simulation, followed)) return *refusal;
    auto const part = simulation->run({first_block, end_block}, run_of(threads, *followed));
    if (!part) return part.error();
    *out = make_buffer(part->bytes());
    followed->finish(static_cast<std::uint64_t>(end_block - first_block) * annexa::simulation_block_years);
    return {};
  });
}

annexa_status annexa_simulation_merge(char const* one, size_t one_size, char const* other, size_t other_size,
                                      annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const first = read_part({one, one_size, "one"});
    auto const second = read_part({other, other_size, "other"});
    if (auto const refusal = refusal_of(first, second)) return *refusal;
    auto const merged = first->merged(*second);
    if (!merged) return merged.error();
    *out = make_buffer(merged->bytes());
    return {};
  });
}

annexa_status annexa_simulation_figures(char const* portfolio, size_t portfolio_size, char const* options,
                                        size_t options_size, char const* part, size_t part_size, annexa_buf** out,
                                        annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const simulation =
        read_simulation({portfolio, portfolio_size, "portfolio"}, {options, options_size, "options"});
    auto const read = read_part({part, part_size, "part"});
    if (auto const refusal = refusal_of(simulation, read)) return *refusal;
    auto const found = simulation->figures(*read);
    if (!found) return found.error();
    *out = make_buffer(annexa::to_json(*found));
    return {};
  });
}

annexa_status annexa_simulation_samples(char const* portfolio, size_t portfolio_size, char const* options,
                                        size_t options_size, uint32_t threads, annexa_task const* task,
                                        annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const simulation =
        read_simulation({portfolio, portfolio_size, "portfolio"}, {options, options_size, "options"});
    auto followed = Task::begin(task);
    if (auto const refusal = refusal_of(simulation, followed)) return *refusal;
    auto const samples = simulation->samples(run_of(threads, *followed));
    if (!samples) return samples.error();
    *out = make_buffer(
        std::string(reinterpret_cast<char const*>(samples->data()), samples->size() * sizeof(std::int64_t)));
    followed->finish(static_cast<std::uint64_t>(simulation->block_count()) * annexa::simulation_block_years);
    return {};
  });
}

annexa_status annexa_risk_sensitivity(char const* portfolio, size_t portfolio_size, int64_t points, int64_t seed,
                                      annexa_buf** out, annexa_error** err) {
  return guard(err, Out{out}, [&]() -> annexa::result<void> {
    auto const asked = read_value<annexa::Portfolio>({portfolio, portfolio_size, "portfolio"});
    if (!asked) return asked.error();
    auto const found = annexa::sensitivity(*asked, points, seed);
    if (!found) return found.error();
    *out = make_buffer(annexa::to_json(*found));
    return {};
  });
}
