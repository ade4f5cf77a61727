// What it costs to open a workspace that has many events. Items are events.
#include <annexa/workspace/workspace.hpp>

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace annexa;

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

}  // namespace
