#include <annexa/report/review_reports.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/report/render_html.hpp>
#include <annexa/report/render_json.hpp>

#include <variant>

#include "report/html_check.hpp"
#include "support/example.hpp"

using namespace annexa;

namespace {

State const& reviewed_year() {
  static State const state = annexa::testing::example_year().state;
  return state;
}

report::ReportContext reviewed_at(bool draft = false) {
  report::ReportContext context;
  context.generator = "annexa 0.1.0";
  context.generated_at = *Instant::parse("2026-11-30T09:00:00Z");
  context.draft = draft;
  return context;
}

std::vector<report::Table const*> tables_of(report::Document const& document) {
  std::vector<report::Table const*> tables;
  for (auto const& section : document.sections)
    for (auto const& block : section.blocks)
      if (auto const* table = std::get_if<report::Table>(&block)) tables.push_back(table);
  return tables;
}

std::size_t rows_in(report::Document const& document) {
  std::size_t count = 0;
  for (auto const* table : tables_of(document)) count += table->rows.size();
  return count;
}

}  // namespace

TEST_SUITE("report/review_reports") {
  TEST_CASE("a statement of applicability shows every control of its version, by theme, with who approved it") {
    auto const document = report::soa_report(reviewed_year(), "", reviewed_at()).value();
    CHECK(document.key == "SoA-2");
    CHECK(document.draft.empty());
    CHECK(tables_of(document).size() == 4);
    CHECK(rows_in(document) == 93);
    CHECK(document.facts[0].values[0].text == "SoA-2");
    auto const first = report::soa_report(reviewed_year(), "1", reviewed_at()).value();
    CHECK(report::render_json(first) != report::render_json(document));
  }

  TEST_CASE("the rows as they are now are a draft, and a version that is not there is refused") {
    CHECK(report::soa_report(reviewed_year(), "current", reviewed_at()).error().names("report.not-approved"));
    CHECK_FALSE(report::soa_report(reviewed_year(), "current", reviewed_at(true)).value().draft.empty());
    CHECK(report::soa_report(State{}, "", reviewed_at()).error().names("report.not-approved"));
    CHECK(report::soa_report(reviewed_year(), "9", reviewed_at()).error().names("soa.version"));
  }

  TEST_CASE("readiness shows what is missing first, each item once") {
    auto const document = report::readiness_report(reviewed_year(), "", reviewed_at()).value();
    REQUIRE(tables_of(document).size() == 2);  // nothing is not applicable
    CHECK(tables_of(document)[0]->anchor == "table-open");
    CHECK(tables_of(document)[0]->rows[0].cells[3][0].text == "Missing");
    CHECK(rows_in(document) == 34);
    CHECK(document.headline->tone == report::Tone::warning);
    CHECK(report::readiness_report(reviewed_year(), "A-1", reviewed_at()).error().names("report.no-key"));
  }

  TEST_CASE("a gap shows every requirement with the controls and the evidence behind it") {
    auto const document = report::gap_report(reviewed_year(), "hipaa-security-rule", reviewed_at()).value();
    CHECK(rows_in(document) == 85);
    auto const json = report::render_json(document);
    CHECK(json.find("A.8.13 (Subset of): ") != std::string::npos);
    CHECK(report::gap_report(reviewed_year(), "soc3", reviewed_at()).error().names("catalog.unknown"));
  }

  TEST_CASE("each is a page that stands alone and is well formed") {
    for (auto const& document : {report::soa_report(reviewed_year(), "", reviewed_at()).value(),
                                 report::readiness_report(reviewed_year(), "", reviewed_at()).value(),
                                 report::gap_report(reviewed_year(), "gdpr", reviewed_at()).value()}) {
      CAPTURE(document.kind);
      auto const html = report::render_html(document);
      auto const read = annexa::testing::HtmlReader(html).read();
      CHECK(read.problem == "");
      CHECK(html.find(document.heading) != std::string::npos);
      CHECK(annexa::testing::has_own_script_only(read));
      CHECK(html.find("Tarravale Health Software Ltd") != std::string::npos);
    }
  }
}
