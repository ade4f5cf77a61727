#include "calls.hpp"

#include <doctest/doctest.h>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa::testing::c;
using annexa::testing::bytes_of;
using annexa::testing::source_folder;
using annexa::testing::TemporaryFolder;

namespace json = boost::json;

namespace {

constexpr std::string_view anna = R"({"command":"person.add","person":"anna","name":"Anna Audit"})";

Outcome create(std::string const& path, annexa_workspace_options const* options, annexa_workspace** out) {
  Outcome outcome;
  annexa_error* error = nullptr;
  outcome.status = annexa_workspace_create(path.data(), path.size(), "Acme", 4, options, out, &error);
  take(outcome, error);
  return outcome;
}

Outcome open(std::string const& path, annexa_workspace_options const* options, annexa_task const* task,
             annexa_workspace** out) {
  Outcome outcome;
  annexa_error* error = nullptr;
  outcome.status = annexa_workspace_open(path.data(), path.size(), options, task, out, &error);
  take(outcome, error);
  return outcome;
}

std::string root_of(annexa_workspace* workspace) { return call(annexa_workspace_root, workspace).document; }

}  // namespace

TEST_SUITE("capi/workspace") {
  TEST_CASE("a workspace that is not there is refused with its path") {
    annexa_workspace* workspace = nullptr;
    auto const outcome = open("/nowhere/acme.annexa", nullptr, nullptr, &workspace);
    CHECK(outcome.status == ANNEXA_E_STORAGE);
    CHECK(workspace == nullptr);
    CHECK(outcome.rules == std::vector<std::string>{"store.not-found"});
  }

  TEST_CASE("an existing file is not made into a workspace") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    annexa_workspace* workspace = nullptr;
    REQUIRE(create(path, nullptr, &workspace).status == ANNEXA_OK);
    annexa_workspace_close(workspace);
    CHECK(create(path, nullptr, &workspace).status == ANNEXA_E_STORAGE);
    CHECK(workspace == nullptr);
  }

  TEST_CASE("a new workspace cannot be read-only") {
    annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
    options.read_only = 1;
    annexa_workspace* workspace = nullptr;
    CHECK(create("never.annexa", &options, &workspace).rules == std::vector<std::string>{"c.value"});
  }

  TEST_CASE("an unknown command, noun or key is refused and named") {
    auto const workspace = in_memory();
    CHECK(send(workspace, R"({"command":"unit.sell"})").is(ANNEXA_E_USAGE, "command.unknown"));
    CHECK(query(workspace, "customers").is(ANNEXA_E_USAGE, "show.noun"));
    CHECK(query(workspace, "units", "U-9").is(ANNEXA_E_USAGE, "reference.unknown"));
    CHECK(call(annexa_workspace_steps, +workspace, "NC-1", size_t{4}, "", size_t{0})
              .is(ANNEXA_E_USAGE, "reference.unknown"));
  }

  TEST_CASE("of a list with one bad command nothing is recorded") {
    auto const workspace = in_memory();
    auto const before = root_of(workspace);
    auto const outcome = send(workspace, '[' + std::string(anna) + R"(,{"command":"unit.retire","unit":"U-9"}])");
    CHECK(outcome.status == ANNEXA_E_RULE);
    CHECK(outcome.places.front() == "/1/unit");
    CHECK(root_of(workspace) == before);
    CHECK(query(workspace, "people").document == "[]");
  }

  TEST_CASE("one command answers an object, a list answers a list") {
    auto const workspace = in_memory();
    auto const one = send(workspace, anna);
    REQUIRE(one.status == ANNEXA_OK);
    auto const answer = json::parse(one.document).as_object();
    CHECK(answer.at("size").as_int64() == 2);
    CHECK(answer.at("events").as_array().size() == 1);
    CHECK(answer.at("events").as_array()[0].as_object().at("kind") == "person.add/1");
    CHECK(answer.at("warnings").as_array().empty());
    CHECK(send(workspace, "[]").document == "[]");
    CHECK(json::parse(query(workspace, "people", "anna").document).as_object().at("name") == "Anna Audit");
  }

  TEST_CASE("what was recorded is there when the file is opened again, and a reader may not write") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    auto options = reproducible();
    annexa_workspace* workspace = nullptr;
    REQUIRE(create(path, &options, &workspace).status == ANNEXA_OK);
    REQUIRE(send(workspace, anna).status == ANNEXA_OK);
    auto const root = root_of(workspace);
    annexa_workspace_close(workspace);
    options.read_only = 1;
    REQUIRE(open(path, &options, nullptr, &workspace).status == ANNEXA_OK);
    CHECK(root_of(workspace) == root);
    CHECK(send(workspace, R"({"command":"person.change","person":"anna","name":"Anna"})").status == ANNEXA_E_STORAGE);
    CHECK(root_of(workspace) == root);
    annexa_workspace_close(workspace);
  }

  TEST_CASE("a backup is verified, can be opened like any other, and never goes over a file") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    auto const copy = (folder / "copy.annexa").string();
    annexa_workspace* made = nullptr;
    REQUIRE(create(path, nullptr, &made).status == ANNEXA_OK);
    Opened const workspace(made);
    REQUIRE(send(workspace, anna).status == ANNEXA_OK);
    auto const back_up = [&](std::string const& to, std::uint32_t compact = 0) {
      return call(annexa_workspace_backup, +workspace, to.data(), to.size(), compact,
                  static_cast<annexa_task const*>(nullptr));
    };
    auto const outcome = back_up(copy);
    REQUIRE(outcome.status == ANNEXA_OK);
    auto const answer = json::parse(outcome.document).as_object();
    CHECK(answer.at("size") == 2);
    CHECK(answer.at("root").as_string() == root_of(workspace));
    CHECK(back_up(copy).is(ANNEXA_E_STORAGE, "store.exists"));
    CHECK(back_up(copy + "-compact", 1).status == ANNEXA_OK);
    CHECK(back_up("").is(ANNEXA_E_USAGE, "c.empty"));
    CHECK(back_up(copy + "-2", 2).is(ANNEXA_E_USAGE, "c.value"));
    CHECK_FALSE(std::filesystem::exists(copy + "-2"));
    annexa_workspace* opened = nullptr;
    REQUIRE(open(copy, nullptr, nullptr, &opened).status == ANNEXA_OK);
    CHECK(query(Opened(opened), "people").document == query(workspace, "people").document);
    auto const nowhere = in_memory();
    auto const from_memory = copy + "-of-memory";
    CHECK(call(annexa_workspace_backup, +nowhere, from_memory.data(), from_memory.size(), std::uint32_t{0},
               static_cast<annexa_task const*>(nullptr))
              .status == ANNEXA_OK);
    REQUIRE(open(from_memory, nullptr, nullptr, &opened).status == ANNEXA_OK);
    CHECK(root_of(Opened(opened)) == root_of(nowhere));
  }

  TEST_CASE("with a write-ahead log nobody else opens the file, and one file is left") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    annexa_workspace_options options = ANNEXA_WORKSPACE_OPTIONS_INIT;
    options.write_ahead = 2;
    annexa_workspace* workspace = nullptr;
    CHECK(create(path, &options, &workspace).rules == std::vector<std::string>{"c.value"});
    options.write_ahead = 1;
    REQUIRE(create(path, &options, &workspace).status == ANNEXA_OK);
    REQUIRE(send(workspace, anna).status == ANNEXA_OK);
    CHECK(std::filesystem::exists(path + "-wal"));
    annexa_workspace_close(workspace);
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
    REQUIRE(open(path, nullptr, nullptr, &workspace).status == ANNEXA_OK);
    CHECK(json::parse(query(workspace, "people", "anna").document).as_object().at("name") == "Anna Audit");
    annexa_workspace_close(workspace);
  }

  TEST_CASE("one program sees what another one recorded") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    annexa_workspace* first = nullptr;
    annexa_workspace* second = nullptr;
    REQUIRE(create(path, nullptr, &first).status == ANNEXA_OK);
    REQUIRE(open(path, nullptr, nullptr, &second).status == ANNEXA_OK);
    REQUIRE(send(first, anna).status == ANNEXA_OK);
    CHECK(query(second, "people").document == "[]");
    std::uint64_t size = 0;
    CHECK(annexa_workspace_refresh(second, &size, nullptr) == ANNEXA_OK);
    CHECK(size == 2);
    CHECK(query(second, "people").document == query(first, "people").document);
    annexa_workspace_close(first);
    annexa_workspace_close(second);
  }

  TEST_CASE("the feed gives every event once, in its very bytes") {
    auto const workspace = in_memory();
    REQUIRE(send(workspace, anna).status == ANNEXA_OK);
    auto const all =
        json::parse(call(annexa_workspace_events, +workspace, uint64_t{0}, UINT64_MAX).document).as_array();
    REQUIRE(all.size() == 2);
    CHECK(all[1].as_object().at("position") == 1);
    auto const& event = all[1].as_object().at("event");
    CHECK(annexa::to_string(annexa::leaf_hash(*annexa::canonical_json(event))) ==
          all[1].as_object().at("leaf").as_string());
    CHECK(call(annexa_workspace_events, +workspace, uint64_t{2}, uint64_t{10}).document == "[]");
    CHECK(call(annexa_workspace_events, +workspace, UINT64_MAX, uint64_t{10}).document == "[]");
    CHECK(call(annexa_workspace_events, +workspace, uint64_t{0}, uint64_t{0}).document == "[]");
    CHECK(json::parse(call(annexa_workspace_events, +workspace, uint64_t{1}, uint64_t{1}).document).as_array().size() ==
          1);
  }

  TEST_CASE("a sound journal verifies, a changed one does not") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    annexa_workspace* workspace = nullptr;
    REQUIRE(create(path, nullptr, &workspace).status == ANNEXA_OK);
    auto const found =
        json::parse(call(annexa_workspace_verify, workspace, static_cast<annexa_task const*>(nullptr)).document);
    CHECK(found.as_object().at("ok").as_bool());
    CHECK(found.as_object().at("root").as_string() == root_of(workspace));
    CHECK(found.as_object().at("size") == 1);
    annexa_workspace_close(workspace);
  }

  TEST_CASE("a snapshot is what decide takes") {
    auto const workspace = in_memory();
    auto const state = call(annexa_workspace_snapshot, +workspace).document;
    constexpr std::string_view context = R"({"now":"2026-03-01T09:00:00Z","seed":"c0ffee"})";
    auto const decided = call(annexa_decide, state.data(), state.size(), anna.data(), anna.size(), context.data(),
                              context.size(), static_cast<annexa_env const*>(nullptr));
    REQUIRE(decided.status == ANNEXA_OK);
    REQUIRE(send(workspace, anna).status == ANNEXA_OK);
    auto const after = call(annexa_workspace_snapshot, +workspace).document;
    CHECK(json::parse(decided.document).as_object().at("state") == json::parse(after));
  }

  TEST_CASE("the same clock, seed and year of commands give the root that C++ gives") {
    json::array tables;
    for (auto const& each : annexa::testing::example_table_commands()) tables.push_back(annexa::write_command(each));
    auto const data = source_folder() / "examples/data";
    std::vector<std::string> const year{bytes_of(data / "setup.json"), json::serialize(tables),
                                        bytes_of(data / "programme.json"), bytes_of(data / "cycle.json")};
    annexa::WorkspaceOptions options;
    options.environment =
        annexa::reproducible_environment(annexa::Instant::parse("2026-03-01T09:00:00Z").value(), "c0ffee");
    std::array<unsigned char, 16> tenant{};
    options.environment.random({}, tenant);
    auto same =
        annexa::Workspace::create(annexa::memory_store(annexa::Uuid::from_random(tenant)), "Acme", options).value();
    auto const workspace = in_memory();
    for (auto const& commands : year) {
      CHECK(send(workspace, commands).rules == std::vector<std::string>{});
      REQUIRE(same.apply(annexa::read_commands(annexa::parse_json(commands).value()).value()).has_value());
    }
    CHECK(root_of(workspace) == annexa::to_string(same.root()));
    CHECK(same.state()->size > 400);
  }
}
