// A dry run that looks at rows one after the other says what a plan of the whole table says.
#include <annexa/exchange/import_files.hpp>
#include <annexa/journal/store.hpp>
#include <annexa/risk/methods.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstring>
#include <memory>

#include "fixtures.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// A workspace with people, an asset, a unit and a risk, some of whose names stand in the tables below.
Workspace workspace_with(std::string const& method, bool managed, std::string const& actor = "system") {
  WorkspaceOptions options;
  options.environment.now = [] { return context().now; };
  options.actor = actor;
  auto made =
      Workspace::create(memory_store(Uuid::parse("00000000-0000-8000-8000-000000000001").value()), "Acme", options)
          .value();
  std::vector<Command> commands;
  for (auto const* json :
       {R"({"command":"person.add","person":"P-1","name":"Anna Berg","mail":"anna@example.org","function":"CISO"})",
        R"({"command":"person.add","person":"P-2","name":"Kim Lee","function":"IT Lead"})",
        R"({"command":"person.add","person":"P-3","name":"Kim Lee","function":"Board"})",
        R"({"command":"unit.add","unit":"U-1","name":"Hamburg","kind":"site"})",
        R"({"command":"asset.add","asset":"AS-1","name":"Archive","kind":"information"})",
        R"({"command":"risk.identify","risk":"R-3","title":"On record","threat":"Fire"})",
        R"({"command":"applicability.decide","control":"A.5.2","applicable":false,"justification":"no"})"})
    commands.push_back(read_command(boost::json::parse(json)).value());
  if (managed)
    commands.push_back(
        read_command(
            boost::json::parse(R"({"command":"role.grant","person":"P-1","role":"isms-manager","from":"2020-01-01"})"))
            .value());
  if (!method.empty()) commands.push_back(Command::of("risk-method.adopt", *built_in_method(method)));
  made.apply(commands).value();
  return made;
}

// How many bytes were asked for at once: a file that is read as a whole is asked for as a whole.
struct Reads {
  std::size_t most = 0;
};

ImportFile read_in_pieces(std::string text, std::size_t most, std::shared_ptr<Reads> const& reads) {
  ImportFile file;
  file.name = "risks.csv";
  file.size = text.size();
  file.read = [text = std::move(text), most, reads](std::uint64_t offset, std::span<char> into) -> result<std::size_t> {
    reads->most = std::max(reads->most, into.size());
    auto const begin = std::min<std::size_t>(offset, text.size());
    auto const size = std::min({into.size(), text.size() - begin, most});
    std::memcpy(into.data(), text.data() + begin, size);
    return size;
  };
  return file;
}

std::string shown(ImportReport const& report) { return boost::json::serialize(render_json(report)); }

// What import_files() and plan_import_file() say of the same table, which was not read as a whole.
std::pair<std::string, std::string> both(Workspace& workspace, std::string const& text, ImportRequest request,
                                         std::size_t piece = 1'000'000) {
  request.dry_run = true;
  auto const reads = std::make_shared<Reads>();
  auto const checked = import_files(workspace, {read_in_pieces(text, piece, reads)}, request);
  ImportOptions options;
  options.kind = request.kind;
  options.method = request.method;
  options.partial = request.partial;
  options.existing = request.existing.value_or(ExistingPolicy::update);
  options.now = workspace.now();
  options.actor = workspace.actor();
  TableOptions table;
  table.file = "risks.csv";
  auto const planned = plan_import_file(text, *workspace.state(), table, options);
  CHECK(reads->most != text.size());
  if (!checked || !planned)
    return {checked ? "read" : checked.error().text(), planned ? "read" : planned.error().text()};
  return {shown(checked->reports.front()), shown(planned->report)};
}

std::string quoted(std::string const& cell) {
  if (cell.find_first_of(",\"\r\n") == cell.npos) return cell;
  std::string out = "\"";
  for (char const c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

struct ColumnOf {
  char const* header;
  std::vector<std::string> cells;
};

std::vector<ColumnOf> const& columns() {
  static std::vector<ColumnOf> const all{
      {"Risk ID", {"R-1", "R-2", "R-3", "R-04", "R-4", "7", "x", "", " R-9", "'=1", "R-1000000", "stand-in:row"}},
      {"Risk Title", {"Loss", "Loss of \"data\"", "", " ", "\xC2\xA0", "'=x", "two\nlines", "a\x01z"}},
      {"Description", {"", "What could happen, and what follows", "Feuer – Brand"}},
      {"Asset", {"Archive", "AS-1", "Server 1", "Server 2", "Archive; Server 1", "", "n/a"}},
      {"Threat", {"Fire", "", "Theft"}},
      {"Owner", {"Anna Berg", "Kim Lee", "Nobody", "P-1", "CISO", "", "-"}},
      {"Department", {"Hamburg", "Bonn", ""}},
      {"Inherent Likelihood", {"1", "3", "5", "4 - likely", "9", "x", "", "2.0"}},
      {"Inherent Impact", {"1", "2", "5", "", "0"}},
      {"Inherent Risk Score", {"1", "15", "high", ""}},
      {"Residual Likelihood", {"1", "5", ""}},
      {"Residual Impact", {"2", "5", ""}},
      {"Current Likelihood", {"1", "3", ""}},
      {"Current Impact", {"1", "3", ""}},
      {"Related controls", {"A.5.1", "5.2", "Backup", "A.9.99", ""}},
      {"Treatment", {"Mitigate", "Accept", "accept with monitoring", "Vermeiden", "??", "", "tbd"}},
      {"Status", {"Open", "Closed", "Accepted", "Treated", "in progress since May", ""}},
      {"Comment", {"", "Closed", "sold", "since May"}},
      {"Due Date", {"2026-05-01", "01.05.2026", "03/04/2026", "31.02.2026", "soon", ""}},
      {"custom:acme:note", {"", "x", "[1]"}},
      {"Accepted by", {"", "Anna Berg", "Kim Lee"}},
      {"Accepted on", {"", "2026-01-01", "2027-01-01"}},
      {"Reason for acceptance", {"", "small"}},
      {"Something else", {"", "x"}},
  };
  return all;
}

rc::Gen<std::string> registers() {
  return rc::gen::exec([] {
    std::vector<ColumnOf const*> chosen;
    for (auto const& column : columns())
      if (*rc::gen::inRange(0, 3) != 0) chosen.push_back(&column);
    if (chosen.empty()) chosen.push_back(&columns().front());
    std::string text;
    for (auto const* column : chosen) text += (text.empty() ? "" : ",") + std::string(column->header);
    text += '\n';
    auto const rows = *rc::gen::inRange(0, 25);
    for (int i = 0; i < rows; ++i) {
      std::string line;
      for (auto const* column : chosen) {
        // Rows that are alike are what this is about.
        auto const few = *rc::gen::inRange(0, 3) != 0;
        auto const most = few ? std::min<std::size_t>(2, column->cells.size()) : column->cells.size();
        line += (column == chosen.front() ? "" : ",") + quoted(column->cells[*rc::gen::inRange<std::size_t>(0, most)]);
      }
      if (*rc::gen::inRange(0, 30) == 0) line += ",more";
      if (*rc::gen::inRange(0, 30) == 0) line = "\"a\" b" + line;
      text += line + (*rc::gen::inRange(0, 20) == 0 ? "\n\n" : "\r\n");
    }
    return text;
  });
}

}  // namespace

TEST_SUITE("exchange/dry_run") {
  TEST_CASE("rows that are looked at one after the other are told of as in a plan of all") {
    CHECK(rc::check([] {
      auto workspace = workspace_with(*rc::gen::element<std::string>("", "5x5"), *rc::gen::arbitrary<bool>(),
                                      *rc::gen::element<std::string>("system", "P-1"));
      ImportRequest request;
      request.kind = "risks";
      request.method = "5x5";
      request.partial = *rc::gen::arbitrary<bool>();
      request.existing = *rc::gen::element(ExistingPolicy::update, ExistingPolicy::skip, ExistingPolicy::refuse);
      auto const [checked, planned] = both(workspace, *registers(), request);
      RC_ASSERT(checked == planned);
    }));
  }

  TEST_CASE("a table of many pieces is read as one") {
    auto workspace = workspace_with("5x5", false);
    std::string text = "\xEF\xBB\xBFRisk ID;Risk Title;Owner;Likelihood;Impact;Treatment\r\n";
    for (int i = 1; i <= 600; ++i) {
      auto const number = std::to_string(i);
      text += "R-" + number + ";\"Verlust \"\"" + std::string(static_cast<std::size_t>(1000 + i % 17), 'x') +
              "\"\";\r\nüber Nacht\";Anna Berg;" + std::to_string(i % 5 + 1) + ';' + std::to_string(i % 6) +
              ";Mitigate\r\n";
    }
    REQUIRE(text.size() > 600'000);
    for (std::size_t const piece : {1'000'000U, 4099U}) {
      auto const [checked, planned] = both(workspace, text, {}, piece);
      CHECK(checked == planned);
    }
  }

  TEST_CASE("more entries than a report has room for are counted as they are in a plan") {
    auto workspace = workspace_with("5x5", false);
    std::string text = "Risk ID,Risk Title,Asset,Owner,Likelihood,Impact,Treatment\n";
    for (int i = 1; i <= 900; ++i)
      text += "N-" + std::to_string(i) + ",Loss,a;b;c;d;e;f;g;h;i;j;k;l;Server " + std::to_string(i) + ",Nobody " +
              std::to_string(i % 7) + ",3," + std::to_string(i % 9) + ",Mitigate\n";
    auto const [checked, planned] = both(workspace, text, {});
    CHECK(checked == planned);
  }

  TEST_CASE("what is wrong with a table as a whole is said as of one that is read as a whole") {
    auto workspace = workspace_with("5x5", false);
    std::string const head = "Risk ID,Risk Title\n";
    auto const refused = [&](std::string const& text) {
      ImportRequest request;
      request.dry_run = true;
      auto const reads = std::make_shared<Reads>();
      auto const checked = import_files(workspace, {read_in_pieces(text, 1000, reads)}, request);
      TableOptions table;
      table.file = "risks.csv";
      auto const planned = plan_import_file(text, *workspace.state(), table, {});
      REQUIRE(planned.has_error() == checked.has_error());
      if (planned.has_error())
        CHECK(checked.error().violations().front().rule == planned.error().violations().front().rule);
    };
    refused("");
    refused("\n\n");
    refused(head + "R-1,\"open\n");
    refused(head + "R-1,a" + std::string(1, '\0') + "b\n");
    refused(head + "R-1,\xC3\n");
    refused(head + "R-1,\xFF\xFE\n");
    refused(head + "R-1," + std::string(2U << 20U, 'x') + '\n');
    refused("%PDF-1.7\n");
    refused("a,b,c\n1,2,3\n");
    refused(head + "R-1,\"" + std::string(20U << 20U, 'x') + "\"\n");
  }

  TEST_CASE("a file that is too large is refused before it is read") {
    auto workspace = workspace_with("5x5", false);
    ImportFile file{
        "risks.csv", {}, [](std::uint64_t, std::span<char>) -> result<std::size_t> { return 0; }, 1ULL << 40U};
    for (bool const dry : {true, false}) {
      ImportRequest request;
      request.dry_run = dry;
      auto const imported = import_files(workspace, {file}, request);
      REQUIRE(imported.has_error());
      CHECK(imported.error().names("table.too-large"));
    }
  }
}
