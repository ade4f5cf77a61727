// What it costs to open a workspace that has many events. Items are events.
#include <annexa/workspace/workspace.hpp>

#include <benchmark/benchmark.h>
#include <boost/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "../conformance/conformance.hpp"

namespace {

using namespace annexa;
using annexa::testing::with_numbered_tenant;

// A folder that goes away with the program.
class Folder {
 public:
  Folder() : path_((std::filesystem::temp_directory_path() / "annexa-bench-XXXXXX").string()) {
    if (!::mkdtemp(path_.data())) throw std::runtime_error("cannot make " + path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  [[nodiscard]] std::string file(std::string const& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
};

Command add_asset(std::int64_t number) {
  Asset asset;
  asset.key = *Key<"asset">::parse("AS-" + std::to_string(number));
  asset.name = "Server " + std::to_string(number);
  asset.description = "A machine that runs one of the services of the organisation";
  return Command::of("asset.add", asset);
}

std::string workspace_of(Folder const& folder, std::int64_t events) {
  auto const path = folder.file(std::to_string(events) + ".annexa");
  auto workspace = Workspace::create_file(path, "Example").value();
  std::vector<Command> commands;
  for (auto size = static_cast<std::int64_t>(workspace.state()->size); size < events; ++size)
    commands.push_back(add_asset(size));
  workspace.apply(commands).value();
  return path;
}

void open_workspace(benchmark::State& state) {
  static Folder const folder;
  auto const path = workspace_of(folder, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(Workspace::open_file(path, OpenMode::read_only).value().state()->size);
  std::filesystem::remove(path);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(open_workspace)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

// ---- Large workspaces, with the state that is kept of them

Command change_asset(std::int64_t number, std::int64_t round) {
  auto change = boost::json::object{{"command", "asset.change"},
                                    {"asset", "AS-" + std::to_string(number)},
                                    {"description", "A machine, as it was found in round " + std::to_string(round)}};
  return read_command(change).value();
}
Command record_feedback(std::int64_t number) {
  return read_command(boost::json::object{{"command", "feedback.record"},
                                          {"feedback", "FB-" + std::to_string(number)},
                                          {"title", "Slow answers"},
                                          {"kind", "complaint"},
                                          {"statement", "Somebody waited for " + std::to_string(number) + " minutes"},
                                          {"received_on", "2026-02-01"}})
      .value();
}

// Three in ten events make a record, one of them with a personal text; the others change one.
std::string filled(std::string path, std::int64_t events) {
  auto workspace = Workspace::create_file(path, "Example").value();
  std::int64_t made = 0;
  std::int64_t assets = 0;
  while (static_cast<std::int64_t>(workspace.state()->size) < events) {
    std::vector<Command> commands;
    for (int i = 0; i < 1000; ++i, ++made) {
      auto const kind = made % 10;
      if (kind < 2) commands.push_back(add_asset(++assets));
      if (kind == 2) commands.push_back(record_feedback(made));
      if (kind > 2) commands.push_back(change_asset(made * 7919 % assets + 1, made));
    }
    workspace.apply(commands).value();
  }
  workspace.keep_snapshot().value();
  return path;
}

// Made once for each size.
std::string const& large_workspace(std::int64_t events) {
  static Folder const folder;
  static std::map<std::int64_t, std::string> made;
  if (!made.contains(events)) made[events] = filled(folder.file(std::to_string(events) + ".annexa"), events);
  return made[events];
}

// The same on the server that ANNEXA_BENCH_SERVER names by a URL with a tenant.
std::string const& large_workspace_on_server(std::int64_t events) {
  static std::map<std::int64_t, std::string> made;
  auto const* const url = std::getenv("ANNEXA_BENCH_SERVER");
  if (!url) throw std::runtime_error("no server");
  if (!made.contains(events)) made[events] = filled(with_numbered_tenant(url, static_cast<int>(events)), events);
  return made[events];
}

void open_with_snapshot(benchmark::State& state) {
  auto const path = large_workspace(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(Workspace::open_file(path, OpenMode::read_only).value().state()->size);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(open_with_snapshot)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void open_on_server(benchmark::State& state) {
  if (!std::getenv("ANNEXA_BENCH_SERVER")) return state.SkipWithError("needs ANNEXA_BENCH_SERVER (server_ratios.py)");
  auto const path = large_workspace_on_server(state.range(0));
  WorkspaceOptions options;
  options.snapshots.use = state.range(1) != 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(Workspace::open_file(path, OpenMode::read_only, options).value().state()->size);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(open_on_server)
    ->ArgNames({"events", "snapshot"})
    ->ArgsProduct({{100'000, 1'000'000}, {0, 1}})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

// To compare: whether a workspace grew must not be felt by who appends.
void append_to_workspace(benchmark::State& state) {
  auto workspace = Workspace::open_file(large_workspace(state.range(0))).value();
  static std::int64_t round = 1'000'000'000;
  for (auto _ : state) {
    workspace.apply(change_asset(1 + round % 100, round)).value();
    ++round;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(append_to_workspace)->Arg(1000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();

void prove_event_of_workspace(benchmark::State& state) {
  auto const workspace = Workspace::open_file(large_workspace(state.range(0)), OpenMode::read_only).value();
  auto const note = workspace.sign(PrivateKey::generate()).value();
  for (auto _ : state) benchmark::DoNotOptimize(workspace.prove("777", note).value());
}
BENCHMARK(prove_event_of_workspace)->Arg(1000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
