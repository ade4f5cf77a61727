// Many tenants in one process: their workspaces, in files of a folder or on a server, come and go through a pool that
// has room for few of their states. Every tenant keeps what was written to it, memory stays within the bound, and so do
// connections.
//
//   annexa-tenants FOLDER|postgres://…?tenant=KEY [TENANTS] [SEED]
#include <annexa/workspace/pool.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>

#include "places.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

constexpr int threads_at_once = 8;
constexpr std::uint64_t visits_each = 3;  // of a tenant, on average
constexpr int units_each_visit = 4;
constexpr std::uint64_t room_each = 1024;  // bytes of the bound: a tenant takes some ten times as many

std::uint64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t all = 0;
  std::uint64_t resident = 0;
  file >> all >> resident;
  return resident * 4096;
}

std::uint64_t sockets() {
  std::uint64_t count = 0;
  std::error_code ignored;
  for (auto const& each : std::filesystem::directory_iterator("/proc/self/fd", ignored))
    if (std::filesystem::read_symlink(each, ignored).string().starts_with("socket:")) ++count;
  return count;
}

// Sees now and then how much is in use.
class Watch {
 public:
  explicit Watch(WorkspacePool const& pool) : pool_(pool) {
    thread_ = std::thread([this] {
      while (!ends_) {
        look();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
    });
  }
  ~Watch() { end(); }
  Watch(Watch const&) = delete;
  Watch& operator=(Watch const&) = delete;
  void end() {
    ends_ = true;
    if (thread_.joinable()) thread_.join();
  }
  std::uint64_t states = 0;       // most bytes that the pool counted
  std::uint64_t resident = 0;     // most bytes of the process
  std::uint64_t connections = 0;  // most sockets

 private:
  void look() {
    states = std::max(states, pool_.figures().memory);
    resident = std::max(resident, resident_bytes());
    connections = std::max(connections, sockets());
  }
  WorkspacePool const& pool_;
  std::atomic<bool> ends_{false};
  std::thread thread_;
};

class Tenants {
 public:
  Tenants(Places places, std::uint64_t count) : places_(std::move(places)), units_(count) {}

  [[nodiscard]] std::string place(std::uint64_t number) const { return places_.numbered(static_cast<int>(number) + 1); }
  // Makes every tenant's workspace.
  void make() {
    std::atomic<std::uint64_t> next{0};
    in_parallel([&](int) {
      for (auto number = next++; number < units_.size(); number = next++) {
        auto const made = Workspace::create_file(place(number), "Tenant " + std::to_string(number));
        if (!made) return fail(made.error().text());
      }
    });
  }
  // Visits tenants in any order, and writes at each visit.
  void visit(WorkspacePool& pool, std::uint64_t seed) {
    in_parallel([&](int thread) {
      Chance chance(seed * threads_at_once + static_cast<std::uint64_t>(thread));
      for (auto left = units_.size() * visits_each / threads_at_once; left > 0 && failed().empty(); --left)
        visit_one(pool, chance.below(units_.size()));
    });
  }
  // Every tenant has what was written to it, and nothing else.
  void judge(WorkspacePool& pool, Counts& counts) {
    std::atomic<std::uint64_t> next{0};
    std::atomic<std::uint64_t> units{0};
    in_parallel([&](int) {
      for (auto number = next++; number < units_.size() && failed().empty(); number = next++) {
        auto const lent = pool.lend(place(number));
        if (!lent) return fail(lent.error().text());
        auto const state = (*lent)->state();
        auto const found = state->all<Unit>().size();
        units += found;
        if (found != units_[number] || organization_of(*state).name != "Tenant " + std::to_string(number))
          return fail(place(number) + ": " + std::to_string(found) + " units instead of " +
                      std::to_string(units_[number]));
      }
    });
    counts.add("units", units);
  }
  [[nodiscard]] std::string failed() {
    std::lock_guard const lock(mutex_);
    return failed_;
  }

 private:
  template <class Work>
  void in_parallel(Work const& work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < threads_at_once; ++i) threads.emplace_back([&work, i] { work(i); });
    for (auto& each : threads) each.join();
  }
  void fail(std::string why) {
    std::lock_guard const lock(mutex_);
    if (failed_.empty()) failed_ = std::move(why);
  }
  void visit_one(WorkspacePool& pool, std::uint64_t number) {
    auto const lent = pool.lend(place(number));
    if (!lent) return fail(lent.error().text());
    std::vector<Command> commands;
    for (int i = 0; i < units_each_visit; ++i) {
      Unit unit;
      unit.name = "Unit with a name of some length, number " + std::to_string(i);
      commands.push_back(Command::of("unit.add", std::move(unit)));
    }
    auto const done = (*lent)->apply(commands);
    if (!done) return fail(done.error().text());
    units_[number] += units_each_visit;
  }

  Places places_;
  std::vector<std::atomic<std::uint64_t>> units_;
  std::mutex mutex_;
  std::string failed_;
};

}  // namespace

int main(int count, char** values) {
  auto const [places, arguments] = placed_arguments(count, values, 10'000);
  Tenants tenants(places, arguments.rounds);
  tenants.make();
  Counts counts;
  PoolOptions options;
  options.max_memory = static_cast<std::size_t>(arguments.rounds * room_each);
  WorkspacePool pool(options);
  auto const resident_before = resident_bytes();
  auto const begun = std::chrono::steady_clock::now();
  Watch watch(pool);
  if (tenants.failed().empty()) tenants.visit(pool, arguments.seed);
  if (tenants.failed().empty()) tenants.judge(pool, counts);
  watch.end();
  auto const took = std::chrono::steady_clock::now() - begun;
  auto const figures = pool.figures();
  counts.add("tenants", arguments.rounds);
  counts.add("opened", figures.opened);
  counts.add("let-go", figures.let_go);
  counts.add("open", figures.open);
  counts.add("in-use", figures.in_use);
  counts.add("bound", options.max_memory);
  counts.add("states", figures.memory);
  counts.add("most-states", watch.states);
  counts.add("resident-before", resident_before);
  counts.add("most-resident", watch.resident);
  counts.add("connections", watch.connections);
  counts.add("milliseconds",
             static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
  auto const wrong = tenants.failed();
  if (!wrong.empty()) std::printf("%s\n", wrong.c_str());
  counts.add("failed", wrong.empty() ? 0 : 1);
  counts.print("tenants");
  return wrong.empty() ? 0 : 1;
}
