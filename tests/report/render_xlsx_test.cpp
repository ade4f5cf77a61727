#include <annexa/report/render_xlsx.hpp>

#include <doctest/doctest.h>
#include <annexa/report/reports.hpp>

#include "exchange/archive.hpp"
#include "report/hostile_state.hpp"
#include "report/sample_state.hpp"

using namespace annexa;
using namespace annexa::report;

namespace {

Document small_document() {
  Document document;
  document.heading = "Report";
  document.title = "=1+1";
  document.facts = {{"State", {Cell::badge("late", Tone::bad)}}};
  report::Table const findings{
      "t-1",
      "Findings: [of] the/audit*?",
      {{"Key", ColumnKind::reference, ""}, {"Score", ColumnKind::number, "%"}, {"Day", ColumnKind::date, ""}},
      {{"", {{Cell("F-1")}, {Cell(7)}, {Cell(*Date::parse("2026-03-01"))}}}}};
  auto second = findings;
  second.caption = "More findings";
  second.rows = {{"", {{Cell("@SUM(A1)")}, {}, {}}}};
  document.sections = {{"s-1", "1", "First", SectionKind::body, {Paragraph{"Words.", {}}, findings}, {}},
                       {"s-2", "2", "Second", SectionKind::body, {second}, {}}};
  return document;
}

std::string part_of_workbook(std::string const& bytes, std::string_view name) {
  auto archive = exchange::Archive::open(bytes, "report.xlsx");
  REQUIRE(archive.has_value());
  std::string text;
  REQUIRE(archive
              ->read(name,
                     [&](std::string_view piece) {
                       text += piece;
                       return true;
                     })
              .has_value());
  return text;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE("report/render_xlsx") {
  TEST_CASE("the first sheet has the text, tables with the same columns share one, and nothing is a formula") {
    auto const bytes = render_xlsx(small_document());
    if (bytes.has_error() && bytes.error().names("export.no-library")) return;
    REQUIRE(bytes.has_value());
    CHECK(*bytes == render_xlsx(small_document()).value());
    auto const workbook = part_of_workbook(*bytes, "xl/workbook.xml");
    CHECK(has(workbook, "name=\"Report\""));
    CHECK(has(workbook, "name=\"Findings"));
    CHECK_FALSE(has(workbook, "sheetId=\"3\""));
    auto const texts = part_of_workbook(*bytes, "xl/sharedStrings.xml");
    for (auto const* text :
         {"=1+1", "Words.", "@SUM(A1)", "1 First: Findings: [of] the/audit*?", "2 Second: More findings", "Score (%)"})
      CHECK_MESSAGE(has(texts, text), text);
    auto const sheet = part_of_workbook(*bytes, "xl/worksheets/sheet2.xml");
    CHECK_FALSE(has(sheet, "<f"));
    CHECK(has(sheet, "<v>7</v>"));
    CHECK(has(sheet, "<v>46082</v>"));  // 2026-03-01
    CHECK(has(part_of_workbook(*bytes, "xl/styles.xml"), "FFFBDDDA"));
  }
  TEST_CASE("every kind of report is a workbook, in each language, whatever its records hold") {
    for (auto const* state : {&annexa::testing::sample_state(), &annexa::testing::hostile_state()})
      for (auto const& kind : report_kinds())
        for (auto const* language : {"en", "de", "fr"}) {
          ReportContext context;
          context.draft = true;
          context.language = language;
          auto const key = kind.key == ReportKey::required
                               ? (kind.name == "audit" || kind.name == "plan" || kind.name == "checklist" ? "A-2026-1"
                                  : kind.name == "gap" ? "soc2-tsc-2017"
                                                       : "NC-1")
                               : "";
          auto const document = make_report(*state, kind.name, key, context);
          if (!document) continue;
          auto const bytes = render(*document, "xlsx");
          if (bytes.has_error() && bytes.error().names("export.no-library")) return;
          CHECK_MESSAGE(bytes.has_value(), kind.name);
        }
  }
}
