#include "calls.hpp"

#include <doctest/doctest.h>
#include <thread>

#include "support/support.hpp"

using namespace annexa::testing::c;
using annexa::testing::TemporaryFolder;

namespace {

constexpr std::int64_t morning = 1'772'355'600'000'000;  // 2026-03-01T09:00:00Z
constexpr std::string_view unit = R"({"command":"unit.add","name":"Sales","kind":"process"})";

// A world whose clock and random bytes do as the test says, and that remembers what was asked of it.
struct World {
  int clock_answer = 0;
  int random_answer = 0;
  std::int64_t now = morning;
  std::vector<std::uint64_t> draws;
  annexa_workspace* calls_back = nullptr;
  annexa_status answer = ANNEXA_OK;
  std::vector<std::string> log;
};

World& world_of(void* user) { return *static_cast<World*>(user); }

std::int32_t tell_time(void* user, std::int64_t* micros) {
  auto& world = world_of(user);
  if (world.calls_back) world.answer = query(world.calls_back, "units").status;
  *micros = world.now;
  return world.clock_answer;
}
std::int32_t draw(void* user, std::uint64_t size, std::uint64_t ordinal, std::uint8_t* bytes, std::size_t count) {
  auto& world = world_of(user);
  world.draws.push_back(size);
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(ordinal + i + 17 * size);
  return world.random_answer;
}

void take_line(void* user, std::int32_t level, char const* json, std::size_t size) {
  world_of(user).log.push_back(std::to_string(level) + ' ' + std::string(json, size));
}

annexa_env env_of(World& world) {
  annexa_env env = ANNEXA_ENV_INIT;
  env.user = &world;
  env.now = tell_time;
  env.random = draw;
  env.log = take_line;
  return env;
}

Opened in_memory_with(annexa_env const& env) {
  annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
  options.env = &env;
  annexa_workspace* made = nullptr;
  annexa_workspace_create_in_memory("Acme", 4, &options, &made, nullptr);
  return Opened(made);
}

// Follows a call and stops it when it is told to.
struct Watch {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> seen;
  std::int32_t answer = 0;
  annexa_workspace* calls_back = nullptr;
  Outcome read, written;
};

std::int32_t watch(void* user, std::uint64_t done, std::uint64_t total) {
  auto& watch = *static_cast<Watch*>(user);
  watch.seen.emplace_back(done, total);
  if (watch.calls_back) {
    watch.read = query(watch.calls_back, "units");
    watch.written = send(watch.calls_back, unit);
  }
  return watch.answer;
}

Outcome verify(annexa_workspace* workspace, annexa_task const& task) {
  return call(annexa_workspace_verify, workspace, &task);
}

}  // namespace

TEST_SUITE("capi/callbacks") {
  TEST_CASE("the clock and the random bytes of the caller are used, and nothing else") {
    World world;
    auto const env = env_of(world);
    auto const workspace = in_memory_with(env);
    auto const again = in_memory_with(env);
    CHECK(call(annexa_workspace_root, +workspace).document == call(annexa_workspace_root, +again).document);
    CHECK(call(annexa_workspace_events, +workspace, uint64_t{0}, uint64_t{1}).document.find("2026-03-01T09:00:00") !=
          std::string::npos);
    CHECK_FALSE(world.draws.empty());
  }

  TEST_CASE("the log tells what happened and not what records hold") {
    World world;
    auto const env = env_of(world);
    auto const workspace = in_memory_with(env);
    REQUIRE(send(workspace, unit).status == ANNEXA_OK);
    REQUIRE(send(workspace, R"({"command":"unit.retire","unit":"U-9"})").status == ANNEXA_E_RULE);
    REQUIRE(world.log.size() == 4);
    CHECK(world.log[2] == R"(2 {"event":"workspace.appended","commands":1,"events":1,"size":2})");
    CHECK(world.log[3] == R"(2 {"event":"workspace.refused","kind":"rule","rules":["reference.unknown"]})");
  }

  TEST_CASE("a clock that fails stops the call, and nothing is changed") {
    World world;
    auto const env = env_of(world);
    auto const workspace = in_memory_with(env);
    auto const before = call(annexa_workspace_root, +workspace).document;
    world.clock_answer = 1;
    CHECK(send(workspace, unit).is(ANNEXA_E_CANCELLED, "c.stopped"));
    world.clock_answer = 0;
    world.now = INT64_MAX;
    CHECK(send(workspace, unit).is(ANNEXA_E_USAGE, "c.value"));
    world.now = morning;
    world.random_answer = 1;
    CHECK(send(workspace, unit).is(ANNEXA_E_CANCELLED, "c.stopped"));
    CHECK(call(annexa_workspace_root, +workspace).document == before);
    world.random_answer = 0;
    CHECK(send(workspace, unit).status == ANNEXA_OK);
  }

  TEST_CASE("a workspace that could not be made leaves no file behind") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    World world;
    world.clock_answer = 1;
    auto const env = env_of(world);
    annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
    options.env = &env;
    annexa_workspace* made = nullptr;
    CHECK(annexa_workspace_create(path.data(), path.size(), "Acme", 4, &options, &made, nullptr) == ANNEXA_E_CANCELLED);
    CHECK(made == nullptr);
    CHECK_FALSE(std::filesystem::exists(path));
  }

  TEST_CASE("a callback of a writing call that comes back to its workspace is refused and does not wait for itself") {
    World world;
    auto const env = env_of(world);
    auto const workspace = in_memory_with(env);
    auto const other = in_memory();
    world.calls_back = workspace;
    CHECK(send(workspace, unit).status == ANNEXA_OK);
    CHECK(world.answer == ANNEXA_E_CONFLICT);
    world.calls_back = other;  // another workspace is another matter
    CHECK(send(workspace, unit).status == ANNEXA_OK);
    CHECK(world.answer == ANNEXA_OK);
  }

  TEST_CASE("progress ends with all of it, and may read but not write") {
    auto const workspace = in_memory();
    Watch following;
    following.calls_back = workspace;
    annexa_task task = ANNEXA_TASK_INIT;
    task.user = &following;
    task.progress = watch;
    CHECK(verify(workspace, task).status == ANNEXA_OK);
    REQUIRE_FALSE(following.seen.empty());
    CHECK(following.seen.back() == std::pair<std::uint64_t, std::uint64_t>(1, 1));
    CHECK(following.read.status == ANNEXA_OK);
    CHECK(following.written.is(ANNEXA_E_CONFLICT, "c.busy"));
  }

  TEST_CASE("progress that says stop cancels the call") {
    auto const workspace = in_memory();
    Watch following;
    following.answer = -1;
    annexa_task task = ANNEXA_TASK_INIT;
    task.user = &following;
    task.progress = watch;
    auto const outcome = verify(workspace, task);
    CHECK(outcome.status == ANNEXA_E_CANCELLED);
    CHECK_FALSE(outcome.gave);
  }

  TEST_CASE("a tripped switch stops what it was given to, also after it was ended") {
    auto const workspace = in_memory();
    annexa_cancel* cancel = nullptr;
    REQUIRE(annexa_cancel_new(&cancel, nullptr) == ANNEXA_OK);
    annexa_task task = ANNEXA_TASK_INIT;
    task.cancel = cancel;
    CHECK(verify(workspace, task).status == ANNEXA_OK);
    std::thread([cancel] { annexa_cancel_trip(cancel); }).join();
    CHECK(verify(workspace, task).is(ANNEXA_E_CANCELLED, "c.stopped"));
    annexa_cancel_free(cancel);
    CHECK(verify(workspace, task).is(ANNEXA_E_USAGE, "c.handle"));
  }

  TEST_CASE("opening a journal can be stopped") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    annexa_workspace* workspace = nullptr;
    REQUIRE(annexa_workspace_create(path.data(), path.size(), "Acme", 4, nullptr, &workspace, nullptr) == ANNEXA_OK);
    annexa_workspace_close(workspace);
    Watch following;
    following.answer = 1;
    annexa_task task = ANNEXA_TASK_INIT;
    task.user = &following;
    task.progress = watch;
    CHECK(annexa_workspace_open(path.data(), path.size(), nullptr, &task, &workspace, nullptr) == ANNEXA_E_CANCELLED);
    CHECK(workspace == nullptr);
    following.answer = 0;
    REQUIRE(annexa_workspace_open(path.data(), path.size(), nullptr, &task, &workspace, nullptr) == ANNEXA_OK);
    CHECK(following.seen.back().first == following.seen.back().second);
    auto const seen = following.seen.size();
    std::uint64_t size = 0;  // the task of opening is forgotten by later calls
    CHECK(annexa_workspace_refresh(workspace, &size, nullptr) == ANNEXA_OK);
    CHECK(following.seen.size() == seen);
    annexa_workspace_close(workspace);
  }
}
