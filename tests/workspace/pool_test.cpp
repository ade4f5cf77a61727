// The workspaces of many tenants, of which a few have room.
#include <annexa/workspace/pool.hpp>

#include <doctest/doctest.h>
#include <atomic>
#include <boost/json.hpp>
#include <thread>

#include "journal/journal_support.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::string made(TemporaryFolder const& folder, std::string const& name) {
  auto const path = (folder / name).string();
  static_cast<void>(Workspace::create_file(path, name).value());
  return path;
}

Command new_unit(std::string name) {
  Unit unit;
  unit.name = std::move(name);
  return Command::of("unit.add", std::move(unit));
}

std::size_t units_in(Workspace const& workspace) { return workspace.state()->all<Unit>().size(); }

}  // namespace

TEST_SUITE("workspace/pool") {
  TEST_CASE("whoever asks for the same workspace shares it, and it stays when nobody uses it") {
    TemporaryFolder const folder;
    auto const path = made(folder, "acme");
    WorkspacePool pool;
    {
      auto const one = pool.lend(path).value();
      auto const other = pool.lend(path).value();
      CHECK(one.get() == other.get());
      CHECK(one->apply(new_unit("Sales")).has_value());
      CHECK(units_in(*other) == 1);
      auto const figures = pool.figures();
      CHECK(figures.open == 1);
      CHECK(figures.in_use == 1);
      CHECK(figures.memory > 0);
    }
    CHECK(pool.figures().in_use == 0);
    CHECK(units_in(*pool.lend(path).value()) == 1);
    CHECK(pool.figures().opened == 1);
    CHECK(pool.figures().let_go == 0);
  }

  TEST_CASE("without room nothing stays that nobody uses, and what was written is there when it comes back") {
    TemporaryFolder const folder;
    auto const path = made(folder, "acme");
    WorkspacePool pool({.max_memory = 0});
    for (std::size_t visit = 0; visit < 3; ++visit) {
      auto const lent = pool.lend(path).value();
      CHECK(units_in(*lent) == visit);
      CHECK(lent->apply(new_unit("Unit")).has_value());
      CHECK(pool.figures().open == 1);  // in use, whatever the bound
    }
    auto const figures = pool.figures();
    CHECK(figures == PoolFigures{.open = 0, .in_use = 0, .memory = 0, .opened = 3, .let_go = 3});
    CHECK(boost::json::serialize(write_figures(figures)) ==
          R"({"open":0,"in_use":0,"memory":0,"opened":3,"let_go":3})");
  }

  TEST_CASE("those used longest ago go first") {
    TemporaryFolder const folder;
    std::vector<std::string> const paths{made(folder, "a"), made(folder, "b"), made(folder, "c")};
    auto const each = memory_of(*Workspace::open_file(paths[0]).value().state());
    WorkspacePool pool({.max_memory = each * 5 / 2});
    for (auto const at : {0U, 1U, 0U, 2U}) static_cast<void>(pool.lend(paths[at]).value());
    CHECK(pool.figures().let_go == 1);
    CHECK(pool.figures().memory <= each * 5 / 2);
    static_cast<void>(pool.lend(paths[0]).value());
    static_cast<void>(pool.lend(paths[2]).value());
    CHECK(pool.figures().opened == 3);  // both stayed; the second of the three went
    static_cast<void>(pool.lend(paths[1]).value());
    CHECK(pool.figures().opened == 4);
  }

  TEST_CASE("a workspace that is lent knows what others wrote meanwhile") {
    TemporaryFolder const folder;
    auto const path = made(folder, "acme");
    WorkspacePool pool;
    static_cast<void>(pool.lend(path).value());
    CHECK(Workspace::open_file(path).value().apply(new_unit("Sales")).has_value());
    CHECK(units_in(*pool.lend(path).value()) == 1);
  }

  TEST_CASE("what cannot be opened is refused each time, and nothing of it stays") {
    TemporaryFolder const folder;
    WorkspacePool pool;
    for (int i = 0; i < 2; ++i)
      CHECK(unless_refused(pool.lend((folder / "none").string()), ErrorKind::storage, "store.not-found") == "");
    CHECK(pool.figures() == PoolFigures{});
    auto const path = made(folder, "none");
    CHECK(pool.lend(path).has_value());
  }

  TEST_CASE("a workspace that is in use outlives its pool") {
    TemporaryFolder const folder;
    std::shared_ptr<Workspace> lent;
    {
      WorkspacePool pool;
      lent = pool.lend(made(folder, "acme")).value();
    }
    CHECK(lent->apply(new_unit("Sales")).has_value());
  }

  TEST_CASE("many threads and little room: each workspace is opened by one of them, and nothing is lost") {
    TemporaryFolder const folder;
    std::vector<std::string> paths;
    for (int i = 0; i < 4; ++i) paths.push_back(made(folder, std::to_string(i)));
    WorkspacePool pool({.max_memory = 1});
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < 4; ++thread)
      threads.emplace_back([&, thread] {
        for (std::size_t i = 0; i < 12; ++i) {
          auto const lent = pool.lend(paths[(thread + i) % paths.size()]);
          if (!lent || !(*lent)->apply(new_unit("Unit"))) ++refused;
        }
      });
    for (auto& each : threads) each.join();
    CHECK(refused == 0);
    for (auto const& path : paths) CHECK(units_in(*pool.lend(path).value()) == 12);
    CHECK(pool.figures().open == 0);
  }

  TEST_CASE("what a state takes grows with what is in it") {
    TemporaryFolder const folder;
    auto workspace = Workspace::create(memory_store(tenant()), "Acme").value();
    auto const empty = memory_of(*workspace.state());
    for (int i = 0; i < 50; ++i) CHECK(workspace.apply(new_unit("Unit")).has_value());
    auto const short_names = memory_of(*workspace.state());
    CHECK(short_names > empty + 50 * sizeof(Unit) / 2);
    CHECK(short_names < empty + 50 * (2 * sizeof(Unit) + 1000));
    for (int i = 0; i < 50; ++i) CHECK(workspace.apply(new_unit(std::string(1000, 'a'))).has_value());
    CHECK(memory_of(*workspace.state()) > 2 * short_names - empty + 50 * 900);
  }
}
