// How fast tables are read, and planned as commands without applying them (a dry run). Items are rows.
#include <annexa/command/command.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/table.hpp>

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace annexa;

// A register of risks as people keep it, of @p rows rows.
std::string risk_register(std::int64_t rows) {
  std::string text =
      "Risk ID,Risk Title,Description,Asset,Threat,Vulnerability,Owner,Likelihood (1-5),Impact (1-5),Existing Controls,"
      "Residual Likelihood,Residual Impact,Treatment Decision,Status\r\n";
  for (std::int64_t i = 0; i < rows; ++i) {
    auto const number = std::to_string(i + 1);
    text += "R-" + number + ",Loss of service " + number + ",\"What could happen, and what would follow\",Server " +
            std::to_string(i % 40) + ",Hardware failure,No spare part,Operations," + std::to_string(i % 5 + 1) + ',' +
            std::to_string(i % 4 + 1) + ",\"Backup, monitoring\"," + std::to_string(i % 3 + 1) + ",2,Mitigate,Open\r\n";
  }
  return text;
}

std::string statement(std::int64_t rows) {
  std::string text = "control_id,included,justification,status,responsible_party\n";
  for (std::int64_t i = 0; i < rows; ++i)
    text +=
        "acme:" + std::to_string(i + 1) + ",Yes,\"Demanded by contract, and good practice\",implemented,Operations\n";
  return text;
}

void read_a_table(benchmark::State& state) {
  auto const text = risk_register(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(read_table(text).value().size());
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_a_table)->Arg(1000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void plan(benchmark::State& state, std::string const& text, ImportOptions const& options) {
  auto const sheet = read_table(text).value();
  for (auto _ : state) benchmark::DoNotOptimize(plan_import(sheet, State{}, options).value().report.accepted);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void plan_risks(benchmark::State& state) {
  ImportOptions options;
  options.method = "5x5";
  plan(state, risk_register(state.range(0)), options);
}
BENCHMARK(plan_risks)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

// Rows without keys and with numbers of another system: each row asks for the next key and for who has its number.
void plan_numbered_risks(benchmark::State& state) {
  std::string text = "Risk Title,Threat,external_id:jira\n";
  for (std::int64_t i = 0; i < state.range(0); ++i)
    text += "Loss " + std::to_string(i) + ",Failure,T-" + std::to_string(i) + '\n';
  ImportOptions options;
  options.method = "5x5";
  options.kind = "risks";
  plan(state, text, options);
}
BENCHMARK(plan_numbered_risks)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void plan_statement(benchmark::State& state) { plan(state, statement(state.range(0)), {}); }
BENCHMARK(plan_statement)->Arg(93)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
