#include <annexa/workspace/workspace.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <filesystem>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Uuid const workspace_id = Uuid::parse("0f8fad5b-d9cb-469f-a165-70867728950e").value();

WorkspaceOptions reproducible(char const* actor = "system") {
  WorkspaceOptions options;
  options.environment = reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), "42");
  options.actor = actor;
  return options;
}

Command read(std::string const& text) { return read_command(parse_json(text).value()).value(); }
Command person(std::string const& key) {
  return read(R"({"command":"person.add","person":")" + key + R"(","name":"N"})");
}

std::string fresh_file(char const* name) {
  auto const path = std::filesystem::temp_directory_path() / (std::string("annexa-") + name + ".annexa");
  std::filesystem::remove(path);
  return path.string();
}

}  // namespace

TEST_SUITE("workspace/workspace") {
  TEST_CASE("a batch is applied whole or not at all, and the place of the refusal names the command") {
    auto workspace = Workspace::create(memory_store(workspace_id), "Acme", reproducible()).value();
    auto const root = workspace.root();
    std::vector<Command> const batch{person("a"), person("b"), person("a")};
    auto const refused = workspace.apply(batch);
    REQUIRE(refused.has_error());
    CHECK(refused.error().violations().front().where.starts_with("/2/"));
    CHECK(workspace.root() == root);
    CHECK(workspace.state()->size == 1);
    CHECK(workspace.apply(std::span(batch).first(2)).value().size() == 2);
    CHECK(workspace.state()->size == 3);
  }
  TEST_CASE("a repeated command answers the same and does nothing") {
    auto workspace = Workspace::create(memory_store(workspace_id), "Acme", reproducible()).value();
    auto const command =
        read(R"({"command":"person.add","person":"a","name":"N","id":"6f2a5c1e-0000-4000-8000-000000000001"})");
    auto const first = workspace.apply(command).value();
    CHECK(workspace.apply(person("b")).has_value());
    auto const again = workspace.apply(command).value();
    CHECK(again.size == first.size);
    CHECK(again.events == first.events);
    CHECK(workspace.state()->size == 3);
  }
  TEST_CASE("an id that belongs to another command is a conflict") {
    auto workspace = Workspace::create(memory_store(workspace_id), "Acme", reproducible()).value();
    constexpr auto id = R"("id":"0190b1a0-0000-7000-8000-000000000001"})";
    REQUIRE(workspace.apply(read(std::string(R"({"command":"person.add","person":"a","name":"N",)") + id)).has_value());
    auto const refused =
        workspace.apply(read(std::string(R"({"command":"unit.add","unit":"U-1","name":"N","kind":"site",)") + id));
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("command.id"));
    CHECK(refused.error().kind() == ErrorKind::conflict);
    CHECK(workspace.state()->find<Unit>("U-1") == nullptr);
  }
  TEST_CASE("a personal text can be emptied, and the journal folds to that") {
    auto workspace = Workspace::create(memory_store(workspace_id), "Acme", reproducible()).value();
    REQUIRE(workspace.apply(read(R"({"command":"person.add","person":"a","name":"N","mail":"a@example.org"})"))
                .has_value());
    auto const emptied = workspace.apply(read(R"({"command":"person.change","person":"a","mail":""})"));
    REQUIRE_MESSAGE(emptied.has_value(), emptied.error().text());
    CHECK(workspace.state()->find<Person>("a")->mail.value() == "");
    CHECK(workspace.verify().value().ok());
  }
  TEST_CASE("a dry run tells what would happen and writes nothing") {
    auto workspace = Workspace::create(memory_store(workspace_id), "Acme", reproducible()).value();
    auto const answer =
        workspace.apply(read(R"({"command":"person.add","person":"a","name":"N","dry_run":true})")).value();
    CHECK(answer.size == 1);
    CHECK(workspace.state()->size == 1);
    CHECK(workspace.apply(read(R"({"command":"unit.add","name":"","kind":"site","dry_run":true})")).has_error());
  }
  TEST_CASE("a file opens to the state that was left, and a snapshot stays as it is") {
    auto const path = fresh_file("reopen");
    std::string before;
    Hash root;
    {
      auto workspace = Workspace::create_file(path, "Acme", reproducible()).value();
      auto const snapshot = workspace.state();
      REQUIRE(workspace.apply(person("a")).has_value());
      CHECK(snapshot->find<Person>("a") == nullptr);
      before = canonical_json(write_state(*workspace.state())).value();
      root = workspace.root();
    }
    auto const workspace = Workspace::open_file(path, OpenMode::read_only).value();
    CHECK(canonical_json(write_state(*workspace.state())).value() == before);
    CHECK(workspace.root() == root);
    CHECK(workspace.verify().value().ok());
  }
  TEST_CASE("two who have the same file open do not overwrite each other") {
    auto const path = fresh_file("two");
    auto one = Workspace::create_file(path, "Acme", reproducible()).value();
    auto two = Workspace::open_file(path, OpenMode::open, reproducible()).value();
    REQUIRE(one.apply(person("a")).has_value());
    CHECK(two.apply(person("a")).error().names("record.exists"));
    REQUIRE(two.apply(person("b")).has_value());
    CHECK(one.refresh().value() == 3);
    CHECK(one.root() == two.root());
  }
  TEST_CASE("a refused organisation leaves no file behind") {
    auto const path = fresh_file("refused");
    CHECK(Workspace::create_file(path, " ", reproducible()).error().names("text.missing"));
    CHECK(!std::filesystem::exists(path));
    REQUIRE(Workspace::create_file(path, "Acme", reproducible()).has_value());
    CHECK(Workspace::create_file(path, "Other", reproducible()).has_error());
    CHECK(Workspace::open_file(path).value().state()->find<Organization>("organization")->name == "Acme");
  }
  TEST_CASE("the same commands with the same clock and seed give the same journal") {
    auto const run = [] {
      auto workspace = Workspace::create(memory_store(workspace_id), "Acme", reproducible()).value();
      auto const commands = example_commands("setup.json");
      REQUIRE(workspace.apply(commands).has_value());
      return to_string(workspace.root());
    };
    CHECK(run() == run());
  }
}
