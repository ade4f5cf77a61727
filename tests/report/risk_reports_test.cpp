#include <annexa/report/risk_reports.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/report/render_html.hpp>
#include <annexa/report/render_json.hpp>

#include <algorithm>
#include <memory>

#include "report/hostile_state.hpp"
#include "report/html_check.hpp"
#include "report/sample_state.hpp"

using namespace annexa;
using namespace annexa::report;
using annexa::testing::risk_state;
using annexa::testing::sample_context;

namespace {

Document register_of(State const& state) { return risk_register_report(state, {}, sample_context()).value(); }
Document plan_of(State const& state) { return treatment_plan_report(state, {}, sample_context()).value(); }

template <class Found>
Found const* block_in(std::vector<Section> const& sections, std::string_view anchor) {
  for (auto const& section : sections) {
    for (auto const& block : section.blocks) {
      auto const* found = std::get_if<Found>(&block);
      if (!found) continue;
      if constexpr (requires { found->anchor; }) {
        if (found->anchor == anchor) return found;
      } else {
        if (section.anchor == anchor) return found;
      }
    }
    if (auto const* below = block_in<Found>(section.subsections, anchor)) return below;
  }
  return nullptr;
}

report::Table const& table_in(Document const& document, std::string_view anchor) {
  auto const* found = block_in<report::Table>(document.sections, anchor);
  REQUIRE_MESSAGE(found, "no table ", anchor);
  return *found;
}

std::string spelt(std::vector<Cell> const& cells) {
  std::string text;
  for (auto const& cell : cells)
    text += (text.empty() ? "" : "|") + (cell.date     ? to_string(*cell.date)
                                         : cell.number ? to_string(*cell.number)
                                                       : cell.text);
  return text;
}

// The value in a column, by its title, of the first row that begins with @p name.
std::string value_of(report::Table const& table, std::string_view name, std::string_view title) {
  auto const row = std::ranges::find_if(table.rows, [&](Row const& each) { return spelt(each.cells[0]) == name; });
  REQUIRE_MESSAGE(row != table.rows.end(), "no row ", name);
  auto const column = std::ranges::find(table.columns, title, &Column::title);
  REQUIRE_MESSAGE(column != table.columns.end(), "no column ", title);
  return spelt(row->cells[static_cast<std::size_t>(column - table.columns.begin())]);
}

int figure_in(Document const& document, std::string_view label) {
  for (auto const& each : std::get<KeyFigures>(document.sections.front().blocks.front()).items)
    if (each.label == label) return static_cast<int>(each.value.number->digits());
  return -1;
}

// A register of many risks in one cell.
State crowded(int count) {
  auto state = annexa::testing::sample_state();
  auto const& noun = *std::ranges::find(nouns(), std::string_view("risk"), &Noun::name);
  auto const risk = *state.find<Risk>("R-1");
  for (int i = 100; i < 100 + count; ++i) {
    auto each = std::make_shared<Risk>(risk);
    each->key = *Key<"risk">::parse("R-" + std::to_string(i));
    state.put(noun, {each->key.text(), each, 1});
  }
  return state;
}

}  // namespace

TEST_SUITE("report/risk_reports") {
  TEST_CASE("the register shows figures, four maps side by side and every open risk with its four bands") {
    auto const document = register_of(risk_state());
    CHECK(document.kind == "risks");
    CHECK(figure_in(document, "Open risks") == 16);
    CHECK(figure_in(document, "Not approved") > 0);
    CHECK(figure_in(document, "Without owner") == 1);
    auto const* gallery = block_in<Gallery>(document.sections, "maps-5x5");
    REQUIRE(gallery);
    REQUIRE(gallery->figures.size() == 4);
    CHECK(gallery->figures[3].title == "Target");
    auto const& table = table_in(document, "table-register");
    CHECK(table.rows.size() == 16);
    CHECK(value_of(table, "R-8", "Inherent") == "Very high");
    CHECK(value_of(table, "R-8", "Residual") == "High");
    CHECK(value_of(table, "R-16", "Owner") == "No owner");
    CHECK(value_of(table, "R-16", "Residual") == "");
  }
  TEST_CASE("a method that asks for more than a pair is counted per band instead of drawn") {
    auto const document = register_of(risk_state());
    CHECK_FALSE(block_in<Gallery>(document.sections, "maps-iso27005-asset"));
    auto const* words = block_in<Paragraph>(document.sections, "maps-iso27005-asset");
    REQUIRE(words);
    CHECK(words->text.find("asks for more") != words->text.npos);
    auto const& table = table_in(document, "bands-iso27005-asset");
    std::int64_t counted = 0;
    for (auto const& row : table.rows) counted += row.cells[1][0].number->digits();
    CHECK(counted == 1);
  }
  TEST_CASE("each figure is explained down to the controls, and those that did not count say why") {
    auto const document = register_of(risk_state());
    auto const& table = table_in(document, "table-effects");
    auto const row = [&](std::string_view risk, std::string_view control) -> Row const& {
      auto const found = std::ranges::find_if(
          table.rows, [&](Row const& each) { return spelt(each.cells[0]) == risk && spelt(each.cells[1]) == control; });
      REQUIRE(found != table.rows.end());
      return *found;
    };
    CHECK(spelt(row("R-8", "A.8.5").cells[5]) == "Counted");
    CHECK(spelt(row("R-8", "A.8.5").cells[7]) == "Test");
    CHECK(spelt(row("R-8", "A.8.5").cells[8]) == "TEST-7");
    CHECK(spelt(row("R-1", "A.8.22").cells[5]) == "Not implemented");
    CHECK(spelt(row("R-1", "A.8.22").cells[6]) == "Counted");
    CHECK(spelt(row("R-8", "A.6.3").cells[2]) == "No row");
    auto const& how = table_in(document, "table-how");
    CHECK(value_of(how, "R-1", "Residual").find("Computed") != std::string::npos);
    CHECK(value_of(how, "R-3", "Residual").find("Judged") != std::string::npos);
  }
  TEST_CASE("earlier figures stand under the method and the day of their time") {
    auto const document = register_of(risk_state());
    CHECK(value_of(table_in(document, "table-past"), "R-2", "Residual").find("Moderate") == 0);
    CHECK(value_of(table_in(document, "table-past"), "R-2", "By").find("2026-01-05") == 0);
  }
  TEST_CASE("sums name their rules, never add levels, and keep currencies apart") {
    auto const document = register_of(risk_state());
    auto const& units = table_in(document, "table-sums-unit");
    std::int64_t counted = 0;
    for (auto const& row : units.rows) counted += row.cells[1][0].number->digits();
    CHECK(counted == 16);
    auto const& categories = table_in(document, "table-sums-category");
    CHECK(value_of(categories, "Technology", "Yearly loss") == "120,000.00 EUR");
    CHECK(value_of(categories, "Suppliers", "Yearly loss") == "400,000.00 SEK");
    auto const* rules = block_in<Paragraph>(document.sections, "sums");
    REQUIRE(rules);
    CHECK(rules->text.find("never added") != std::string::npos);
  }
  TEST_CASE("the plan shows what is not approved first, then what is, with who approved it and what it costs") {
    auto const document = plan_of(risk_state());
    CHECK(document.kind == "treatment-plan");
    CHECK(document.sections[1].anchor == "not-approved");
    auto const approval = value_of(table_in(document, "table-approved"), "R-8", "Approval");
    CHECK(approval.find("Approved|2026-07-06|") == 0);
    CHECK(approval.find("with Head of information security") != std::string::npos);
    CHECK(approval.ends_with("|1,400.00 EUR"));
    auto const& measures = table_in(document, "table-measures-not-approved");
    REQUIRE(measures.rows.size() == 2);
    CHECK(value_of(measures, "R-1", "Status").find("In progress|Overdue") == 0);
    auto const& cost = table_in(document, "table-cost");
    CHECK(value_of(cost, "EUR", "All") == "19,400.00");
    CHECK(value_of(cost, "EUR", "Cost approved") == "1,400.00");
    CHECK(value_of(cost, "SEK", "Planned") == "250,000.00");
  }
  TEST_CASE("both take no key, and say of an empty workspace that there is nothing") {
    CHECK(risk_register_report(risk_state(), "R-1", sample_context()).error().names("report.no-key"));
    CHECK(treatment_plan_report(risk_state(), "R-1", sample_context()).error().names("report.no-key"));
    for (auto const& document : {register_of(State{}), plan_of(State{})}) {
      CHECK(document.headline->tone == Tone::good);
      CHECK(annexa::testing::HtmlReader(render_html(document)).read().problem == "");
    }
  }
  TEST_CASE("the same state gives the same bytes, and the page is well formed whatever the texts") {
    for (auto const make : {risk_register_report, treatment_plan_report})
      for (auto const* state : {&risk_state(), &annexa::testing::hostile_risk_state()}) {
        auto const document = make(*state, {}, sample_context()).value();
        auto const html = render_html(document);
        CHECK(html == render_html(make(*state, {}, sample_context()).value()));
        auto const read = annexa::testing::HtmlReader(html).read();
        CHECK(read.problem == "");
        CHECK(annexa::testing::has_own_script_only(read));
        CHECK(render_json(document) == render_json(make(*state, {}, sample_context()).value()));
      }
  }
  TEST_CASE("a thousand risks in one cell stay legible: a number, a few names and how many more") {
    auto const state = crowded(1000);
    auto const html = render_html(register_of(state));
    CHECK(html.find(">1001<") != html.npos);
    CHECK(html.find(">+998<") != html.npos);
    CHECK(annexa::testing::HtmlReader(html).read().problem == "");
    auto const audit = audit_report(state, "A-2026-1", sample_context()).value();
    auto const* cells = block_in<report::Table>(audit.sections, "cells-5x5");
    REQUIRE(cells);
    for (auto const& row : cells->rows) CHECK(row.cells.back().size() <= 41);
  }
}
