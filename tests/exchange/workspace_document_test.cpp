#include <annexa/exchange/workspace_document.hpp>
// The header stands on its own: it comes first.
#include <annexa/base/json.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import_files.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/json.hpp>
#include <string>

#include "exchange/document_upcaster.hpp"
#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

namespace json = boost::json;

Workspace made(char const* tenant, char const* name, char const* seed = "43") {
  WorkspaceOptions options;
  options.environment = reproducible_environment(Instant::parse("2026-03-01T09:00:00Z").value(), seed);
  return Workspace::create(memory_store(Uuid::parse(tenant).value()), name, options).value();
}
Workspace first() { return made("0f8fad5b-d9cb-469f-a165-70867728950e", "Acme", "42"); }
Workspace second() { return made("7c9e6679-7425-40de-944b-e07fc1f90ae7", "Other"); }

Command read(std::string const& text) { return read_command(parse_json(text).value()).value(); }

// The document read and taken over; FAIL says why not.
std::string outcome_of(Workspace& workspace, std::string const& bytes, bool dry_run = false) {
  auto document = read_workspace_document(bytes, "w.json");
  if (!document) return document.error().violations().front().rule + ' ' + document.error().violations().front().where;
  auto const taken = import_workspace(workspace, *std::move(document), dry_run);
  if (!taken) return taken.error().violations().front().rule + ' ' + taken.error().violations().front().where;
  return "taken";
}

Hash hash_of(Workspace const& workspace) { return state_hash(*workspace.state()).value(); }

// A workspace in which something happened, with a text that was erased.
Workspace used() {
  auto workspace = first();
  for (auto const* text :
       {R"({"command":"person.add","person":"P-1","name":"Anna Berg","mail":"anna@example.org"})",
        R"({"command":"person.add","person":"P-2","name":"Ben"})",
        R"({"command":"role.grant","person":"P-1","role":"isms-manager","from":"2026-01-01"})",
        R"({"command":"unit.add","unit":"U-1","name":"Sales","kind":"process","owner":"P-1","actor":"P-1"})",
        R"({"command":"nonconformity.import","nonconformity":"NC-1","system":"register","status":"closed","title":"x",
            "source":"incident","source_ref":"7","past":{"cause":"haste"},"actor":"P-1"})",
        R"({"command":"personal-data.erase","subject":"person:P-2","reason":"asked for","actor":"P-1"})"})
    CHECK(workspace.apply(read(text)).has_value());
  return workspace;
}

}  // namespace

TEST_SUITE("exchange/workspace_document") {
  TEST_CASE("a workspace goes out as one document and comes in with every record, who did what and when") {
    auto const source = used();
    auto const bytes = export_workspace(source).value();
    auto target = second();
    CHECK(outcome_of(target, bytes) == "taken");
    CHECK(hash_of(target) == hash_of(source));
    CHECK(target.state()->find<Organization>("organization")->name == "Acme");
    CHECK(target.state()->find<Person>("P-1")->name.text() == "Anna Berg");
    CHECK(target.state()->find<Person>("P-2")->name.is_erased());
    CHECK(target.verify().value().ok());
    auto const before = source.history().value();
    auto const after = target.history().value();
    REQUIRE(after.size() == before.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(after[i + 1].id == before[i].id);
      CHECK(after[i + 1].at == before[i].at);
      CHECK(after[i + 1].actor == before[i].actor);
      CHECK(*after[i + 1].data == *before[i].data);
    }
    // Two workspaces made from one seed have an id in common.
    auto twin = made("9b2f6679-7425-40de-944b-e07fc1f90ae7", "Twin", "42");
    CHECK(outcome_of(twin, bytes) == "taken");
    CHECK(hash_of(twin) == hash_of(source));
    // What came in goes on.
    CHECK(target.apply(read(R"({"command":"unit.add","name":"Support","kind":"process","actor":"P-1"})")).has_value());
    // And the document of the document says the same.
    auto third = made("9b2f6679-7425-40de-944b-e07fc1f90ae7", "Third");
    auto fourth = second();
    CHECK(outcome_of(fourth, bytes) == "taken");
    CHECK(outcome_of(third, export_workspace(fourth).value()) == "taken");
    CHECK(hash_of(third) == hash_of(source));
  }

  TEST_CASE("the year of the example comes in as it went out") {
    auto source = first();
    auto const by_itself = example_year();
    REQUIRE(by_itself.refused.empty());
    std::vector<Command> all;
    for (auto const* name : {"setup.json"})
      for (auto& command : example_commands(name)) all.push_back(std::move(command));
    for (auto& command : example_table_commands()) all.push_back(std::move(command));
    for (auto& command : example_commands("cycle.json")) all.push_back(std::move(command));
    std::size_t applied = 0;
    for (auto const& command : all) applied += source.apply(command).has_value() ? 1 : 0;
    CHECK(applied > 100);
    auto target = second();
    CHECK(outcome_of(target, export_workspace(source).value()) == "taken");
    CHECK(hash_of(target) == hash_of(source));
    CHECK(export_csv(*target.state(), "risks").value() == export_csv(*source.state(), "risks").value());
    CHECK(export_json(*target.state(), "audits").value() == export_json(*source.state(), "audits").value());
  }

  TEST_CASE("random workspaces come in as they went out") {
    CHECK(rc::check([] {
      auto source = first();
      auto const count = *rc::gen::inRange(0, 25);
      for (int i = 0; i < count; ++i) {
        auto const key = std::to_string(*rc::gen::inRange(1, 6));
        auto const text = json::serialize(json::value(*rc::gen::element<std::string>(
            "plain", "Zoë \"Ü\"", "=1+1", "a\nb", "\xF0\x9F\x94\x92", "'quoted", "<b>", "x|y;z,")));
        auto const& verb = *rc::gen::element<std::string>(
            R"({"command":"person.add","person":"P-K","name":T})",
            R"({"command":"person.change","person":"P-K","name":T})",
            R"({"command":"unit.add","unit":"U-K","name":T,"kind":"site"})",
            R"({"command":"unit.change","unit":"U-K","name":T,"custom":{"t:x":T}})",
            R"({"command":"asset.add","asset":"AS-K","name":T,"kind":"information","external_ids":[{"system":"c","id":"K"}]})",
            R"({"command":"risk.identify","risk":"R-K","title":T})",
            R"({"command":"nonconformity.import","nonconformity":"NC-K","system":"register","status":"open","title":T,"source":"incident","source_ref":"K","past":{"cause":T}})",
            R"({"command":"document.add","document":"D-K","title":T,"kind":"policy"})");
        std::string command;
        for (char const c : verb) command += c == 'K' ? key : c == 'T' ? text : std::string(1, c);
        static_cast<void>(source.apply(read(command)));
      }
      auto target = second();
      RC_ASSERT(outcome_of(target, export_workspace(source).value()) == "taken");
      RC_ASSERT(hash_of(target) == hash_of(source));
    }));
  }

  TEST_CASE("it comes into a workspace that nobody used, and a look leaves that as it is") {
    auto const bytes = export_workspace(used()).value();
    auto target = used();
    auto const size = target.state()->size;
    CHECK(outcome_of(target, bytes) == "workspace.used ");
    CHECK(target.state()->size == size);
    auto fresh = second();
    CHECK(outcome_of(fresh, bytes, true) == "taken");
    CHECK(fresh.state()->size == 1);
    ImportRequest request;
    auto const imported = import_files(fresh, {{"w.json", bytes}}, request).value();
    CHECK(imported.reports.front().kind == "workspace");
    CHECK(imported.events == used().state()->size);
    auto again = second();
    auto const two = import_files(again, {{"w.json", bytes}, {"v.json", bytes}}, request);
    REQUIRE(two.has_error());
    CHECK(two.error().names("import.workspace-alone"));
  }

  TEST_CASE(
      "a document that was cut, changed, repeated, of a newer annexa or made up is refused, and nothing is recorded") {
    auto const bytes = export_workspace(used()).value();
    auto const refused = [&](std::string const& text) {
      auto target = second();
      auto said = outcome_of(target, text);
      CHECK(target.state()->size == 1);
      return said;
    };
    auto const with = [&](std::string const& from, std::string const& to) {
      auto text = bytes;
      auto const at = text.find(from);
      REQUIRE(at != text.npos);
      return text.replace(at, from.size(), to);
    };
    for (std::size_t size = 0; size < bytes.size(); size += 97) CHECK(refused(bytes.substr(0, size)) != "taken");
    CHECK(refused(with("annexa-workspace/1", "annexa-workspace/2")) == "workspace-document.newer w.json:/format");
    CHECK(refused(with("annexa-workspace/1", "annexa-workspace/x")) == "workspace-document.format w.json:");
    CHECK(refused(with("Sales", "Sails")).starts_with("workspace-document.state"));
    CHECK(refused(with("unit.add/1", "unit.add/9")).starts_with("event.unknown-kind /events/"));
    CHECK(refused(with("unit.add/1", "dragon.add/1")).starts_with("event.unknown-kind /events/"));
    CHECK(refused(with("\"noun\":\"unit\"", "\"noun\":\"dragon\"")).starts_with("event.unknown-kind /events/"));
    CHECK(refused(with("\"owner\":\"P-1\"", "\"owner\":\"P-7\"")).starts_with("reference.unknown unit U-1/owner"));
    CHECK(refused(with("\"size\":", "\"size\":9")).starts_with("workspace-document.format w.json:/size"));
    CHECK(refused(with("\"format\"", "\"size\":1,\"format\"")).starts_with("json.duplicate-key"));
    CHECK(
        refused("{\"format\":\"annexa-workspace/1\",\"events\":" + std::string(200, '[') + std::string(200, ']') + '}')
            .starts_with("json.too-deep"));
    CHECK(refused("[]").starts_with("workspace-document.format"));
    auto const event = bytes.substr(bytes.find("{\"id\""), bytes.find(",\n{\"id\"") - bytes.find("{\"id\""));
    CHECK(
        refused(
            R"({"format":"annexa-workspace/1","workspace":"0f8fad5b-d9cb-469f-a165-70867728950e","size":2,"state":")" +
            std::string(64, '0') + "\",\"events\":[" + event + ',' + event + "]}") == "event.twice /events/1");
  }

  TEST_CASE("older versions are lifted one after the other, and a gap in the table is no version") {
    exchange::DocumentUpcaster const table[] = {
        {1, [](json::object& document) { document["a"] = 1; }},
        {2, [](json::object& document) { document["b"] = document.at("a").as_int64() + 1; }}};
    json::object document;
    CHECK(exchange::lift_document(document, 1, 3, table));
    CHECK(document.at("b").as_int64() == 2);
    CHECK_FALSE(exchange::lift_document(document, 1, 4, table));
    CHECK(exchange::document_version("annexa-workspace/12") == 12);
    for (auto const* text : {"annexa-workspace/", "annexa-workspace/0", "annexa-workspace/-1", "annexa-event/1", ""})
      CHECK_FALSE(exchange::document_version(text));
  }

  TEST_CASE("the schema that is published is the one that is written") {
    auto const file = source_folder() / "docs/schemas/workspace-1.json";
    CHECK(pretty_json(workspace_document_schema()) == bytes_of(file));
  }
}
