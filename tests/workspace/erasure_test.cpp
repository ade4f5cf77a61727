#include <doctest/doctest.h>
#include <annexa/command/erasure.hpp>
#include <annexa/journal/trust.hpp>
#include <annexa/workspace/workspace.hpp>
#include <boost/json.hpp>

#include <array>
#include <fstream>
#include <iterator>

#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

namespace json = boost::json;

Environment standing_still() {
  return reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), "c0ffee");
}

WorkspaceOptions as_anna() { return {standing_still(), "anna", SqliteJournal::rollback, {}}; }

Answer said(Workspace& workspace, std::string_view text) {
  auto const command = read_command(parse_json(text).value());
  REQUIRE_MESSAGE(command.has_value(), (command.has_error() ? command.error().text() : ""));
  auto answer = workspace.apply(*command);
  REQUIRE_MESSAGE(answer.has_value(), (answer.has_error() ? answer.error().text() : ""));
  return *std::move(answer);
}

std::string refusal(Workspace& workspace, std::string_view text) {
  auto const command = read_command(parse_json(text).value());
  if (!command) return command.error().violations().front().rule + ' ' + command.error().violations().front().where;
  auto const answer = workspace.apply(*command);
  if (answer) return "";
  return answer.error().violations().front().rule + ' ' + answer.error().violations().front().where;
}

// Anna, who manages the ISMS, and Bert, whose name was written in two ways and whose mail was taken away again.
void fill(Workspace& workspace) {
  for (
      auto const* text :
      {R"({"command":"person.add","person":"anna","name":"Anna Audit","actor":"anna"})",
       R"({"command":"role.grant","person":"anna","role":"isms-manager","from":"2026-01-01","actor":"system"})",
       R"({"command":"person.add","person":"P-2","name":"Bertram Mayer","mail":"bert@acme.example"})",
       R"({"command":"person.change","person":"P-2","name":"Bertram Maier-Kern"})",
       R"({"command":"person.change","person":"P-2","mail":"","function":"buyer"})",
       R"({"command":"incident.record","title":"Laptop lost","state":"reported","description":"Bertram left it in the train",
            "reported_on":"2026-02-27"})"})
    if (auto const wrong = refusal(workspace, text); !wrong.empty()) FAIL(text, " is refused: ", wrong);
}

constexpr char const* order =
    R"({"command":"personal-data.erase","subject":"person:P-2","reason":"Asked by the person, Art. 17 1 a"})";

std::string bytes_of_file(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_SUITE("workspace/erasure") {
  TEST_CASE("what is no order is refused and erases nothing") {
    auto made =
        Workspace::create(memory_store(Uuid::parse("018f3c1e-0000-7000-8000-0000000000aa").value()), "Acme", as_anna());
    auto& workspace = *made;
    fill(workspace);
    auto const root = workspace.root();
    for (auto const& [text, wanted] : std::initializer_list<std::pair<char const*, char const*>>{
             {R"("subject":"P-2","reason":"x")", "erasure.subject /subject"},
             {R"("subject":"customer:P-2","reason":"x")", "erasure.subject /subject"},
             {R"("subject":"person:P-9","reason":"x")", "reference.unknown /subject"},
             {R"("subject":"organization:organization","reason":"x")", "erasure.nothing-personal /subject"},
             {R"("subject":"person:P-2","reason":" ")", "text.missing /reason"},
             {R"("subject":"person:P-2","members":["function"],"reason":"x")", "erasure.member /members/0"},
             {R"("subject":"person:P-2","reason":"x","actor":"P-2")", "duty.capacity /actor"},
             {R"("subject":"person:P-2","reason":"x","actor":"system")", ""}}) {
      CAPTURE(text);
      auto const found = refusal(workspace, std::string(R"({"command":"personal-data.erase",)") + text + '}');
      if (*wanted)
        CHECK(found == wanted);
      else
        CHECK_FALSE(found.empty());
    }
    CHECK(workspace.root() == root);
    CHECK(workspace.state()->find<Person>("P-2")->name.text() == "Bertram Maier-Kern");
    auto dry = read_command(parse_json(order).value()).value();
    dry.envelope.dry_run = true;
    CHECK(workspace.apply(dry).has_value());
    CHECK(workspace.state()->find<Person>("P-2")->name.text() == "Bertram Maier-Kern");
  }

  TEST_CASE("an erasure takes every text that a record ever had, and nothing else") {
    TemporaryFolder const folder;
    auto const path = (folder / "acme.annexa").string();
    {
      auto made = Workspace::create_file(path, "Acme", as_anna());
      REQUIRE(made.has_value());
      fill(*made);
      CHECK(bytes_of_file(path).find("Bertram Mayer") != std::string::npos);
      said(*made, order);
      auto const* person = made->state()->find<Person>("P-2");
      CHECK(person->name.is_erased());
      CHECK(person->function == "buyer");
      auto const* erasure = made->state()->find<Erasure>("ER-1");
      REQUIRE(erasure);
      CHECK(erasure->subject == "person:P-2");
      CHECK(erasure->members == std::vector<std::string>{"name", "mail"});
      CHECK(erasure->by == "anna");
    }
    auto const file = bytes_of_file(path);
    for (auto const* gone : {"Bertram Mayer", "Bertram Maier-Kern", "bert@acme.example"})
      CHECK_MESSAGE(file.find(gone) == std::string::npos, gone);
    CHECK(file.find("Bertram left it") != std::string::npos);  // that is another record
    auto const again = Workspace::open_file(path, OpenMode::read_only, as_anna());
    REQUIRE(again.has_value());
    CHECK(again->state()->find<Person>("P-2")->name.text() == "[erased]");
    CHECK(again->state()->find<Person>("anna")->name.text() == "Anna Audit");
    CHECK(again->verify().value().ok());
  }

  TEST_CASE("every proof stays valid") {
    auto made =
        Workspace::create(memory_store(Uuid::parse("018f3c1e-0000-7000-8000-0000000000aa").value()), "Acme", as_anna());
    auto& workspace = *made;
    fill(workspace);
    auto const key = PrivateKey::generate();
    Trust const trust{workspace.origin(), {{workspace.origin(), SignatureKind::log, key.public_key()}}, 0};
    auto const before = workspace.sign(key).value();
    auto const kept = Checkpoint::parse(before.text).value();
    auto const events = workspace.events(0, 100).value();
    std::vector<std::string> proofs;
    for (auto const& event : events)
      proofs.push_back(workspace.prove(std::to_string(event.position), before).value().to_text());

    said(workspace, order);
    auto const after = workspace.sign(key, "", kept).value();
    for (auto const& event : events) {
      CHECK(check_event_proof(proofs[event.position], event.bytes, trust).has_value());
      auto const now = workspace.events(event.position, 1).value().front();
      CHECK(now.bytes == event.bytes);
      auto const proof = workspace.prove(std::to_string(event.position), after).value().to_text();
      CHECK(check_event_proof(proof, now.bytes, trust).has_value());
    }
    auto const history = workspace.prove_history(kept, after).value().to_text();
    CHECK(check_history_proof(history, kept, trust).has_value());
    VerifyOptions options;
    options.kept = {kept, Checkpoint::parse(after.text).value()};
    auto const found = workspace.verify(options).value();
    CHECK(found.ok());
    CHECK(found.size == workspace.state()->size);
  }

  TEST_CASE("the state after an erasure is the one that the journal folds to") {
    auto store = memory_store(Uuid::parse("018f3c1e-0000-7000-8000-0000000000aa").value());
    auto& journal = *store;
    auto made = Workspace::create(std::move(store), "Acme", as_anna());
    auto& workspace = *made;
    fill(workspace);
    said(workspace, R"({"command":"personal-data.erase","subject":"person:P-2","members":["mail"],"reason":"x"})");
    CHECK(workspace.state()->find<Person>("P-2")->name.text() == "Bertram Maier-Kern");
    said(workspace, order);
    said(workspace, R"({"command":"personal-data.erase","subject":"incident:INC-1","reason":"x"})");
    said(workspace, R"({"command":"person.change","person":"P-2","name":"N. N."})");
    CHECK(workspace.state()->find<Person>("P-2")->name.text() == "N. N.");
    CHECK(workspace.state()->all<Erasure>().size() == 3);

    State folded;
    folded.workspace = workspace.state()->workspace;
    auto const lookup = lookup_in(journal);
    for (auto const& stored : workspace.events(0, 100).value())
      REQUIRE(fold(folded, decode(stored.bytes, folded.workspace, lookup).value()).has_value());
    CHECK(write_state(folded) == write_state(*workspace.state()));
    CHECK(workspace.verify().value().ok());
  }

  TEST_CASE("in one transaction what was written before is erased, and what is written after stays") {
    auto made =
        Workspace::create(memory_store(Uuid::parse("018f3c1e-0000-7000-8000-0000000000aa").value()), "Acme", as_anna());
    auto& workspace = *made;
    fill(workspace);
    auto const commands = read_commands(parse_json(R"([
        {"command":"person.add","person":"P-3","name":"Carla"},
        {"command":"person.change","person":"P-3","name":"Carla Klein"},
        {"command":"personal-data.erase","subject":"person:P-3","reason":"x"},
        {"command":"person.change","person":"P-3","name":"N. N."}])")
                                            .value());
    REQUIRE(workspace.apply(*commands).has_value());
    CHECK(workspace.state()->find<Person>("P-3")->name.text() == "N. N.");
    auto const root = workspace.root();
    CHECK(workspace.verify().value().root == root);
    auto repeated = read_command(parse_json(order).value()).value();
    repeated.envelope.id = Uuid::parse("11111111-2222-4333-8444-555555555555").value();
    auto const first = workspace.apply(repeated).value();
    auto const second = workspace.apply(repeated).value();
    CHECK(first.events == second.events);
  }
}
