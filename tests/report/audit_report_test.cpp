#include <annexa/report/audit_report.hpp>

#include <doctest/doctest.h>
#include <annexa/audit/report_items.hpp>
#include <annexa/command/state.hpp>
#include <annexa/report/render_html.hpp>
#include <annexa/report/reports.hpp>
#include <annexa/report/risk_reports.hpp>

#include <cstdlib>
#include <fstream>
#include <set>

#include "report/hostile_state.hpp"
#include "report/sample_state.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::report;
using annexa::testing::sample_context;
using annexa::testing::sample_state;

namespace {

Document sample_report() { return audit_report(sample_state(), "A-2026-1", sample_context()).value(); }

Section const* find_section(std::vector<Section> const& sections, std::string_view anchor) {
  for (auto const& each : sections) {
    if (each.anchor == anchor) return &each;
    if (auto const* below = find_section(each.subsections, anchor)) return below;
  }
  return nullptr;
}

report::Table const& only_table(Document const& document, std::string_view anchor) {
  auto const* section = find_section(document.sections, anchor);
  REQUIRE(section);
  report::Table const* found = nullptr;
  for (auto const& block : section->blocks)
    if (auto const* table = std::get_if<report::Table>(&block)) found = table;
  REQUIRE(found);
  return *found;
}

// The texts of a row's cells, values of one cell with '|' between.
std::vector<std::string> texts(Row const& row) {
  std::vector<std::string> out;
  for (auto const& cells : row.cells) {
    std::string text;
    for (auto const& cell : cells)
      text += (text.empty() ? "" : "|") + (cell.date     ? to_string(*cell.date)
                                           : cell.number ? to_string(*cell.number)
                                                         : cell.text);
    out.push_back(text);
  }
  return out;
}

void collect_anchors(std::vector<Section> const& sections, std::multiset<std::string>& anchors) {
  for (auto const& section : sections) {
    anchors.insert(section.anchor);
    for (auto const& block : section.blocks) {
      if (auto const* table = std::get_if<report::Table>(&block)) {
        anchors.insert(table->anchor);
        for (auto const& row : table->rows)
          if (!row.anchor.empty()) anchors.insert(row.anchor);
      }
      if (auto const* figure = std::get_if<Figure>(&block)) anchors.insert(figure->anchor);
    }
    collect_anchors(section.subsections, anchors);
  }
}

}  // namespace

TEST_SUITE("report/audit_report") {
  TEST_CASE("the report holds every part that an audit report has to have") {
    auto const document = sample_report();
    for (char const* anchor : {"summary",
                               "objectives",
                               "scope",
                               "criteria",
                               "team",
                               "methods",
                               "plan",
                               "meetings",
                               "not-covered",
                               "fulfilment",
                               "fulfilment-pillars",
                               "fulfilment-themes",
                               "fulfilment-clauses",
                               "verdicts",
                               "strengths",
                               "finding-nonconformities",
                               "observations",
                               "opportunities",
                               "nonconformities",
                               "nonconformity-NC-1",
                               "risks",
                               "conclusion",
                               "conclusion-objectives",
                               "recommendations",
                               "opinions",
                               "evidence",
                               "overrides",
                               "waivers",
                               "distribution",
                               "verification"}) {
      CAPTURE(anchor);
      auto const* section = find_section(document.sections, anchor);
      REQUIRE(section);
      CHECK_FALSE(section->title.empty());
      CHECK((!section->blocks.empty() || !section->subsections.empty()));
    }
    CHECK(document.kind == "audit");
    CHECK(document.draft.empty());
    CHECK(document.subtitle == "Norrsund Medical Software AB");
    REQUIRE(document.headline);
    CHECK(document.headline->tone == Tone::warning);  // conforming, not effective
  }

  TEST_CASE("every anchor stands once") {
    std::multiset<std::string> anchors;
    auto const document = sample_report();
    collect_anchors(document.sections, anchors);
    for (auto const& anchor : anchors) {
      CAPTURE(anchor);
      CHECK(anchors.count(anchor) == 1);
    }
  }

  TEST_CASE("sections are numbered in order") {
    auto const document = sample_report();
    CHECK(document.sections[0].number == "1");
    CHECK(document.sections[1].subsections[2].number == "2.3");
  }

  TEST_CASE("criteria nobody looked at stay in the denominator and are shown") {
    auto const document = sample_report();
    auto const& pillars = only_table(document, "fulfilment-pillars");
    auto const planning =
        std::ranges::find(pillars.rows, "Planning", [](Row const& row) { return row.cells[0][0].text; });
    REQUIRE(planning != pillars.rows.end());
    // 6.3 was not assessed: 4 of 5, and one in the column of those not assessed.
    CHECK(texts(*planning) == std::vector<std::string>{"Planning", "80.0", "5", "4", "0", "0", "0", "1", "0"});
    auto const& verdicts = only_table(document, "verdicts");
    auto const row = std::ranges::find(verdicts.rows, "criterion-6.3", &Row::anchor);
    REQUIRE(row != verdicts.rows.end());
    CHECK(row->cells[2][0] == Cell::badge("Not assessed", Tone::muted));
  }

  TEST_CASE("where units differ the most serious verdict counts and each is named") {
    auto const document = sample_report();
    auto const& verdicts = only_table(document, "verdicts");
    auto const row = std::ranges::find(verdicts.rows, "criterion-A.8.13", &Row::anchor);
    REQUIRE(row != verdicts.rows.end());
    CHECK(texts(*row)[2] == "Major nonconformity");
    CHECK(texts(*row)[3] == "IT operations|Product development: Conforming");
  }

  TEST_CASE("evidence shows its digest and keeps the day it speaks from apart from the day it came in") {
    auto const document = sample_report();
    auto const& table = only_table(document, "evidence");
    CHECK(texts(table.rows[0])[4] == "2025-11-20");
    CHECK(texts(table.rows[0])[5] == "2026-03-02");
    CHECK(texts(table.rows[0])[8].size() == 64);
    CHECK(table.rows[3].cells[8].empty());  // a statement has no file
  }

  TEST_CASE("a nonconformity shows its state, what is due and every step taken") {
    auto const document = sample_report();
    auto const* section = find_section(document.sections, "nonconformity-NC-1");
    REQUIRE(section);
    std::vector<std::string> captions;
    for (auto const& block : section->blocks)
      if (auto const* table = std::get_if<report::Table>(&block)) captions.push_back(table->caption);
    CHECK(captions == std::vector<std::string>{"Earlier cycles", "Corrective actions", "What is due", "Steps taken"});
    auto const& overview = only_table(document, "nonconformity-overview");
    CHECK(texts(overview.rows[0])[3] == "In implementation");
    CHECK(texts(overview.rows[1]) == std::vector<std::string>{"NC-2", "Leavers keep their access", "Minor",
                                                              "Cause analysis", "Head of human resources", "Plan",
                                                              "2026-04-09", "Overdue"});
    CHECK(texts(overview.rows[2])[3] == "Closed");
    CHECK(overview.rows[2].cells[6].empty());
  }

  TEST_CASE("the heat map counts every open risk with a score once") {
    auto const document = sample_report();
    auto const* section = find_section(document.sections, "risks");
    REQUIRE(section);
    std::int64_t count = 0;
    std::size_t ids = 0;
    for (auto const& block : section->blocks)
      if (auto const* figure = std::get_if<Figure>(&block))
        for (auto const& cell : std::get<HeatMap>(figure->chart).cells) {
          count += cell.count;
          ids += cell.ids.size();
          CHECK(cell.count == static_cast<std::int64_t>(cell.ids.size()));
        }
    CHECK(count == 14);
    CHECK(ids == 14);
  }

  TEST_CASE("people are named by their function unless names are asked for") {
    auto const plain = render_html(sample_report());
    CHECK(plain.find("Karin Ek") == plain.npos);
    CHECK(plain.find("Head of IT operations") != plain.npos);
    CHECK(plain.find("Internal auditor (P-7)") != plain.npos);  // two people have that function
    auto context = sample_context();
    context.people = PeopleForm::names;
    auto const named = render_html(audit_report(sample_state(), "A-2026-1", context).value());
    CHECK(named.find("Karin Ek, Lead auditor") != named.npos);
  }

  TEST_CASE("waivers in force and overrides of the audit are listed") {
    auto const document = sample_report();
    CHECK(only_table(document, "waivers").rows.size() == 1);
    auto const state = annexa::testing::applied(
        sample_state(),
        R"([{"command":"risk.identify","at":"2026-08-01T09:00:00Z","risk":"R-99","title":"Any","actor":"P-2"}])");
    CHECK(
        find_section(audit_report(state, "A-2026-1", sample_context()).value().sections, "overrides")->blocks.size() ==
        1);
  }

  TEST_CASE("an override of a rule is shown with its reason, where it was about the audit") {
    // A time to watch that is shorter than practice advises, set aside by an override.
    auto const state = annexa::testing::applied(sample_state(), R"([
      {"command":"role.grant","at":"2026-03-01T09:00:00Z","role_grant":"RG-9","person":"P-5","role":"verifier","from":"2026-01-01"},
      {"command":"action.cancel","at":"2026-07-29T09:00:00Z","actor":"P-3","action":"CA-4","reason":"Part of the budget of CA-3"},
      {"command":"action.complete","at":"2026-07-30T09:00:00Z","actor":"P-3","action":"CA-3","evidence":["Delivery note"]},
      {"command":"nonconformity.report-implemented","at":"2026-07-31T09:00:00Z","actor":"P-3","nonconformity":"NC-1","isms_changes":"Backup policy"},
      {"command":"nonconformity.start-effectiveness","at":"2026-08-01T09:00:00Z","actor":"P-5","nonconformity":"NC-1","window_until":"2026-08-20",
       "inspected":[{"action":"CA-3","inspected":"System seen"}],"override":{"rules":["T17.window"],"reason":"It is tested each day"}}])");
    auto const document = audit_report(state, "A-2026-1", sample_context()).value();
    auto const& table = only_table(document, "overrides");
    REQUIRE(table.rows.size() == 1);
    CHECK(texts(table.rows[0])[1] == "T17.window");
    CHECK(texts(table.rows[0])[4] == "It is tested each day");
  }

  TEST_CASE("every state of a nonconformity has its tone, and what happened beside the straight way is told") {
    for (auto const& name : type_of<NonconformityState>.names) {
      auto state = sample_state();
      auto record = *state.find<Nonconformity>("NC-1");
      record.state = static_cast<NonconformityState>(name.value);
      auto& detours = record.detours.made();
      detours.merged_into = Key<"nonconformity">::parse("NC-2").value();
      detours.extensions = {{"plan", Date::parse("2026-06-01").value(), Date::parse("2026-07-01").value(), "holidays",
                             "a second copy", "P-3", Date::parse("2026-05-20").value(), 1, ExtensionState::granted,
                             "agreed", "P-2", Date::parse("2026-05-21").value()}};
      auto const& noun = nouns()[annexa::detail::noun_index<Nonconformity>];
      state.put(noun, {"NC-1", std::make_shared<Nonconformity>(record), 9});
      auto const html = render_html(audit_report(state, "A-2026-1", sample_context()).value());
      if (record.state == NonconformityState::withdrawn) continue;
      CHECK(html.find("Merged into NC-2") != html.npos);
      CHECK(html.find("More time: Plan, from 1 June 2026 until 1 July 2026") != html.npos);
      CHECK(html.find("a second copy") != html.npos);
    }
  }

  TEST_CASE("a report that lacks something is refused with the name of everything it lacks") {
    auto const report = audit_report(sample_state(), "A-2026-2", sample_context());
    REQUIRE(report.has_error());
    CHECK(report.error().kind() == ErrorKind::rule);
    auto const& audit = *sample_state().find<Audit>("A-2026-2");
    auto const missing = missing_items({audit, 0});
    CHECK(missing.size() == 9);
    REQUIRE(report.error().violations().size() == missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i) {
      CHECK(report.error().violations()[i].rule == "report.missing");
      CHECK(report.error().violations()[i].message.find(missing[i]->name) != std::string::npos);
    }
  }

  TEST_CASE("a draft says that it is one and lists what is missing") {
    auto context = sample_context();
    context.draft = true;
    auto const document = audit_report(sample_state(), "A-2026-2", context).value();
    CHECK(document.draft == "DRAFT");
    auto const* callout = std::get_if<Callout>(&document.sections[0].blocks[0]);
    REQUIRE(callout);
    CHECK(callout->paragraphs.size() == 9);
    CHECK(callout->paragraphs[0] == "The statement of independence");
  }

  TEST_CASE("a reported audit has no draft") {
    auto context = sample_context();
    context.draft = true;
    CHECK(audit_report(sample_state(), "A-2026-1", context).value().draft.empty());
  }

  TEST_CASE("an audit that does not exist is named") {
    auto const report = audit_report(sample_state(), "A-1999-1", sample_context());
    REQUIRE(report.has_error());
    CHECK(report.error().names("reference.unknown"));
    CHECK(report.error().kind() == ErrorKind::usage);
  }

  TEST_CASE("the provenance is what the caller says") {
    auto const document = sample_report();
    CHECK(document.provenance.journal_root == sample_context().journal_root);
    CHECK(document.provenance.journal_size == sample_state().size);
    CHECK(document.provenance.workspace == sample_state().workspace);
    CHECK(document.provenance.generated_at == sample_context().generated_at);
  }

  TEST_CASE("the same state gives the same document") { CHECK(sample_report() == sample_report()); }

  TEST_CASE("hostile texts and keys do no harm to the document") {
    auto const report =
        audit_report(annexa::testing::hostile_state(), annexa::testing::Poison::key("A-2026-1"), sample_context());
    REQUIRE(report.has_value());
    std::multiset<std::string> anchors;
    collect_anchors(report->sections, anchors);
    for (auto const& anchor : anchors) CHECK(anchor.find_first_of(" \"'<>&") == anchor.npos);
  }

  TEST_CASE("the sample reports can be written to files") {
    annexa::testing::TemporaryFolder const own;
    char const* const named = std::getenv("ANNEXA_SAMPLE_REPORTS");
    std::filesystem::path const folder = named ? std::filesystem::path(named) : own.path();
    auto context = sample_context();
    auto const write = [&](char const* name, State const& state, std::string const& audit) {
      auto const html = render_html(audit_report(state, audit, context).value());
      std::ofstream(folder / name, std::ios::binary) << html;
      CHECK(annexa::testing::bytes_of(folder / name) == html);
    };
    write("audit.html", sample_state(), "A-2026-1");
    write("hostile.html", annexa::testing::hostile_state(), annexa::testing::Poison::key("A-2026-1"));
    auto const write_risks = [&](std::string const& name, State const& state) {
      std::ofstream(folder / (name + ".html")) << render_html(risk_register_report(state, {}, context).value());
      std::ofstream(folder / (name + "-plan.html")) << render_html(treatment_plan_report(state, {}, context).value());
    };
    write_risks("risks", annexa::testing::risk_state());
    write_risks("hostile-risks", annexa::testing::hostile_risk_state());
    auto const write_more = [&](std::string const& prefix, State const& state, auto const& key) {
      for (auto const& [kind, about] :
           {std::pair("dashboard", std::string()), std::pair("nonconformities", std::string()),
            std::pair("nonconformity", key("NC-1")), std::pair("checklist", key("A-2026-1")),
            std::pair("evidence", std::string())})
        std::ofstream(folder / (prefix + kind + ".html"))
            << render_html(make_report(state, kind, about, context).value());
    };
    write_more("", annexa::testing::risk_state(), [](char const* key) { return std::string(key); });
    write_more("hostile-", annexa::testing::hostile_risk_state(), annexa::testing::Poison::key);
    context.draft = true;
    write("draft.html", sample_state(), "A-2026-2");
    auto const write_kinds = [&](std::string const& prefix, State const& state, auto const& key) {
      for (auto const& [kind, about] :
           {std::pair("gap", std::string("gdpr")), std::pair("management-review", std::string()),
            std::pair("plan", key("A-2026-1")), std::pair("programme", key("PRG-2026")),
            std::pair("readiness", std::string()), std::pair("soa", std::string())}) {
        auto const document = make_report(state, kind, about, context);
        REQUIRE_MESSAGE(document.has_value(), kind << ": " << document.error().text());
        std::ofstream(folder / (prefix + kind + ".html")) << render_html(*document);
      }
    };
    auto const year = annexa::testing::example_year().state;
    write_kinds("", year, [](char const* key) { return std::string(key); });
    write_kinds("hostile-", annexa::testing::Poison().of(year), annexa::testing::Poison::key);
    context.branding.logo =
        logo_of(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 40\"><rect width=\"40\" height=\"40\" "
            "rx=\"8\" "
            "fill=\"#7a1f5c\"/><circle cx=\"20\" cy=\"20\" r=\"10\" fill=\"#fff\"/><text x=\"50\" y=\"27\" "
            "font-family=\"sans-serif\" font-size=\"20\">Tarravale</text></svg>")
            .value();
    context.branding.logo_text = "Tarravale Health Software";
    context.branding.accent = "#7a1f5c";
    context.branding.cover = "#ffd166";
    context.branding.cover_text = "For the board. Copies are numbered.";
    context.branding.confidentiality = "Strictly internal";
    std::ofstream(folder / "branded.html")
        << render_html(make_report(annexa::testing::risk_state(), "dashboard", {}, context).value());
  }
}
