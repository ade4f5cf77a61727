#include <annexa/exchange/import_files.hpp>  // first: the header stands on its own

#include <annexa/base/json.hpp>
#include <annexa/command/command.hpp>
#include <annexa/journal/store.hpp>
#include <boost/json.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace annexa;

namespace {

Workspace empty_workspace() {
  return Workspace::create(memory_store(Uuid::parse("00000000-0000-8000-8000-000000000001").value()), "Acme").value();
}

constexpr char const* people = "ID,Name,Mail\nP-1,Anna Kern,anna@acme.example\n";
constexpr char const* units = "ID;Name;Type;Owner;Last audit;Importance\nU-1;Support;process;Anna Kern;;3\n";

std::string rules_of(Error const& error) {
  std::string out;
  for (auto const& each : error.violations()) out += each.where + " [" + each.rule + "]\n";
  return out;
}

}  // namespace

TEST_SUITE("exchange/import_files") {
  TEST_CASE("several files go in one transaction, and a later one names what an earlier one brings") {
    auto workspace = empty_workspace();
    auto const before = workspace.state()->size;
    auto const imported = import_files(workspace, {{"people.csv", people}, {"units.csv", units}}, {}).value();
    CHECK_FALSE(imported.rejected());
    CHECK(imported.reports.size() == 2);
    CHECK(imported.events == 2);
    CHECK(workspace.state()->size == before + 2);
    CHECK(workspace.state()->find<Unit>("U-1")->owner == *Key<"person">::parse("P-1"));
    CHECK(render_json(imported).as_array().at(1).as_object().at("file") == "units.csv");
  }
  TEST_CASE("a rejected row of one file keeps the others out, unless the import is partial") {
    auto workspace = empty_workspace();
    std::vector<ImportFile> const files{
        {"people.csv", people}, {"units.csv", "ID,Name,Type,Last audit,Importance\nU-1,Support,spaceship,,3\n"}};
    auto imported = import_files(workspace, files, {}).value();
    CHECK(imported.rejected());
    CHECK(imported.events == 0);
    CHECK(workspace.state()->find<Person>("P-1") == nullptr);
    ImportRequest request;
    request.partial = true;
    imported = import_files(workspace, files, request).value();
    CHECK(imported.events == 1);
    CHECK(workspace.state()->find<Person>("P-1") != nullptr);
  }
  TEST_CASE("a dry run refuses a catalog that no journal takes, as the import does") {
    auto workspace = empty_workspace();
    auto const root = workspace.root();
    std::string escaped;
    for (int i = 0; i < 16'000; ++i) escaped += "\\u0001";
    std::string const document =
        R"({"id":"big","title":"T","publisher":")" + escaped + R"(","requirements":[{"id":"1","title":"A"}]})";
    for (bool const dry_run : {true, false}) {
      ImportRequest request;
      request.dry_run = dry_run;
      CHECK(import_files(workspace, {{"big.json", document}}, request).has_error());
    }
    CHECK(workspace.root() == root);
  }
  TEST_CASE("a catalog in Windows-1252 is imported only where the request says so") {
    auto workspace = empty_workspace();
    ImportRequest request;
    request.kind = "catalog";
    std::vector<ImportFile> const files{{"house.csv", "id,title\n1,Zug\xE4nge\n"}};
    CHECK(import_files(workspace, files, request).error().names("table.encoding"));
    request.encoding = "windows-1252";
    CHECK(import_files(workspace, files, request).has_value());
    CHECK(workspace.state()->find<CatalogRequirement>("house:1")->row.title == "Zugänge");
  }
  TEST_CASE("a dry run and a stopped import write nothing") {
    auto workspace = empty_workspace();
    auto const root = workspace.root();
    ImportRequest request;
    request.dry_run = true;
    auto const dry = import_files(workspace, {{"people.csv", people}}, request).value();
    CHECK(dry.reports.front().added == 1);
    CHECK(dry.events == 0);
    auto const stopped =
        import_files(workspace, {{"people.csv", people}}, {}, [](std::uint64_t, std::uint64_t) { return false; });
    CHECK(stopped.error().kind() == ErrorKind::cancelled);
    CHECK(workspace.root() == root);
  }
  TEST_CASE("what cannot be recorded is said at its row, in a dry run too") {
    auto workspace = empty_workspace();
    ImportRequest request;
    request.dry_run = true;
    auto const text =
        "ID,Name,Type,Last audit,Importance,Description\nU-1,Support,process,,3,ok\nU-2,Sales,process,,3," +
        std::string(70'000, 'x') + "\n";
    request.map = {{"Description", "custom:acme:description"}};
    auto const imported = import_files(workspace, {{"units.csv", text}}, request).value();
    REQUIRE(imported.reports.front().rejected.size() == 1);
    CHECK(imported.reports.front().rejected.front().row == 3);
    auto const name = "ID,Name,Mail\nP-1," + std::string(70'000, 'x') + ",x@acme.example\n";
    auto const personal = import_files(workspace, {{"people.csv", name}}, {}).value();
    REQUIRE(personal.reports.front().rejected.size() == 1);
    CHECK(personal.reports.front().rejected.front().row == 2);
    CHECK(personal.reports.front().rejected.front().rule == "journal.personal-too-long");
  }
  TEST_CASE("control characters are refused at their cell") {
    auto workspace = empty_workspace();
    auto const imported =
        import_files(workspace, {{"people.csv", "ID,Name,Mail\nP-1,An\x1B[31mna,anna@acme.example\n"}}, {}).value();
    REQUIRE(imported.reports.front().rejected.size() == 1);
    CHECK(imported.reports.front().rejected.front().column == "Name");
    CHECK(imported.reports.front().rejected.front().rule == "import.control");
  }
  TEST_CASE("who imports is the actor of the workspace") {
    WorkspaceOptions options;
    options.actor = "P-2";
    auto workspace =
        Workspace::create(memory_store(Uuid::parse("00000000-0000-8000-8000-000000000001").value()), "Acme", options)
            .value();
    REQUIRE(
        import_files(workspace, {{"people.csv", "ID,Name,Mail\nP-1,Anna,a@acme.example\nP-2,Ben,b@acme.example\n"}}, {})
            .value()
            .events == 2);
    auto const grant = parse_json(R"({"command":"role.grant","person":"P-1","role":"isms-manager","from":"2026-01-01",
                                      "at":"2026-01-02T00:00:00Z"})")
                           .value();
    REQUIRE(workspace.apply(read_command(grant).value()).has_value());
    auto const refused = import_files(workspace, {{"units.csv", units}}, {}).value();
    REQUIRE(refused.reports.front().rejected.size() == 1);
    CHECK(refused.reports.front().rejected.front().row == 2);
    CHECK(refused.reports.front().rejected.front().rule == "duty.capacity");
  }
  TEST_CASE("what is no encoding, no delimiter or no table is named, with the file") {
    auto workspace = empty_workspace();
    ImportRequest request;
    request.encoding = "latin-9";
    request.delimiter = "x";
    CHECK(rules_of(import_files(workspace, {{"people.csv", people}}, request).error()) ==
          "/encoding [import.encoding]\n/delimiter [import.delimiter]\n");
    CHECK(rules_of(import_files(workspace, {{"people.csv", people}, {"empty.csv", ""}}, {}).error()) ==
          "empty.csv [table.empty]\n");
    CHECK(rules_of(import_files(workspace, {{"odd.csv", "Wetter,Mond\nschön,voll\n"}}, {}).error()).find("odd.csv") ==
          0);
  }
}
