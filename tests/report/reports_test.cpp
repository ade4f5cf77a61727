#include <annexa/report/reports.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/status.hpp>
#include <annexa/report/render_markdown.hpp>
#include <annexa/report/render_pdf.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <variant>

#include "report/hostile_state.hpp"
#include "report/html_check.hpp"
#include "report/trust.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::report;
using annexa::testing::sample_context;
using annexa::testing::sample_state;

namespace {

struct Wanted {
  std::string_view kind;
  std::string key;
};

// A report of every kind about the sample workspace, as drafts where nobody approved anything.
std::vector<Wanted> wanted(std::string const& audit, std::string const& nonconformity) {
  return {{"audit", audit},
          {"checklist", audit},
          {"dashboard", ""},
          {"evidence", audit},
          {"evidence", ""},
          {"gap", "gdpr"},
          {"management-review", ""},
          {"nonconformities", ""},
          {"nonconformity", nonconformity},
          {"plan", audit},
          {"readiness", ""},
          {"risks", ""},
          {"soa", ""},
          {"treatment-plan", ""}};
}

ReportContext drafts() {
  auto context = sample_context();
  context.draft = true;
  return context;
}

Document made(State const& state, Wanted const& each, std::string_view language = {}) {
  auto context = drafts();
  context.language = language;
  auto document = make_report(state, each.kind, each.key, context);
  REQUIRE_MESSAGE(document.has_value(), each.kind << ": " << document.error().text());
  return *std::move(document);
}

std::vector<std::pair<Wanted, std::string_view>> in_every_language(std::vector<Wanted> const& all) {
  std::vector<std::pair<Wanted, std::string_view>> out;
  for (auto const& each : all)
    for (auto const language : languages) out.emplace_back(each, language);
  return out;
}

// Pipes of a line of Markdown that are not escaped.
std::size_t pipes(std::string_view line) {
  std::size_t count = 0;
  bool escaped = false;
  for (char const c : line) {
    if (c == '|' && !escaped) ++count;
    escaped = c == '\\' && !escaped;
  }
  return count;
}

// What is wrong with Markdown as this library writes it; empty if nothing is.
std::string markdown_problem(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    auto const found = line.starts_with('|') ? pipes(line) : 0;
    if (columns != 0 && found != 0 && found != columns)
      return "a row of other columns: " + std::string(line.substr(0, 80));
    columns = found;
    bool escaped = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      bool const plain = !escaped;
      escaped = line[i] == '\\' && plain;
      if (line[i] == '<' && plain && !line.substr(i).starts_with("<a id=\"") && !line.substr(i).starts_with("</a>"))
        return "a bare bracket: " + std::string(line.substr(i, 80));
      if ((line[i] == '`' || line[i] == '!') && plain) return "markup: " + std::string(line.substr(i, 80));
      if (static_cast<unsigned char>(line[i]) < 0x20) return "a control character";
    }
  }
  return {};
}

Section const* section_of(Document const& document, std::string_view anchor) {
  auto const found = std::ranges::find(document.sections, anchor, &Section::anchor);
  return found == document.sections.end() ? nullptr : &*found;
}

report::Table const* table_in(Section const& section) {
  for (auto const& block : section.blocks)
    if (auto const* table = std::get_if<report::Table>(&block)) return table;
  return nullptr;
}

std::set<std::string> first_cells(report::Table const& table) {
  std::set<std::string> found;
  for (auto const& row : table.rows) found.insert(row.cells[0][0].text);
  return found;
}

}  // namespace

TEST_SUITE("report/reports") {
  TEST_CASE("every kind of report is written in every format, well formed") {
    for (auto const& each : wanted("A-2026-1", "NC-1")) {
      CAPTURE(each.kind);
      auto const document = made(sample_state(), each);
      CHECK(document.kind == each.kind);
      CHECK(annexa::testing::HtmlReader(render(document, "html").value()).read().problem == "");
      CHECK(markdown_problem(render(document, "md").value()) == "");
      CHECK(render(document, "json").value().starts_with("{"));
      CHECK(render(document).value() == render(document, "html").value());
      CHECK(section_of(document, "verification") != nullptr);
      auto const again = made(sample_state(), each);
      for (auto const& format : report_formats())
        if (!format.converted) CHECK(format.render(again).value() == format.render(document).value());
    }
  }
  TEST_CASE("each report says what it covers, of what time, out of which records, and how to verify it") {
    auto const year = annexa::testing::example_year().state;
    for (auto const& kind : report_kinds()) {
      CAPTURE(kind.name);
      auto const about = kind.name == "gap"                ? "gdpr"
                         : kind.name == "nonconformity"    ? "NC-1"
                         : kind.key != ReportKey::required ? ""
                                                           : "A-2026-1";
      auto const document = made(year, {kind.name, about});
      auto const* section = section_of(document, "verification");
      REQUIRE(section != nullptr);
      auto const* facts = std::get_if<report::Facts>(&section->blocks[1]);
      REQUIRE(facts != nullptr);
      std::vector<std::string> labels;
      for (auto const& fact : facts->items) {
        labels.push_back(fact.label);
        CHECK_MESSAGE(!fact.values.empty(), fact.label);
      }
      CHECK(labels == std::vector<std::string>{"Scope", "Period", "Records that it is made of",
                                               "Journal root (SHA-256)", "Events in the journal", "Workspace",
                                               "Generated by", "Generated at"});
      CHECK(facts->items[0].values[0].text != "Not defined yet");
      CHECK_FALSE(sources_of(kind.name).empty());
      for (auto const noun : sources_of(kind.name)) CHECK_MESSAGE(find_noun(noun) != nullptr, noun);
      CHECK(std::get_if<List>(&section->blocks[2])->items.size() == 3);
    }
  }
  TEST_CASE("each kind of the table is among those tried, and its title is what the document is called") {
    std::set<std::string_view> tried{"programme"};
    for (auto const& each : wanted("A-2026-1", "NC-1")) tried.insert(each.kind);
    for (auto const& kind : report_kinds()) CHECK_MESSAGE(tried.contains(kind.name), kind.name);
    CHECK(std::ranges::is_sorted(report_kinds(), {}, &ReportKind::name));
  }
  TEST_CASE("hostile texts are texts in every format") {
    auto const& state = annexa::testing::hostile_risk_state();
    using annexa::testing::Poison;
    for (auto const& [each, language] : in_every_language(wanted(Poison::key("A-2026-1"), Poison::key("NC-1")))) {
      CAPTURE(each.kind);
      CAPTURE(language);
      auto const document = made(state, each, language);
      auto const html = annexa::testing::HtmlReader(render(document, "html").value()).read();
      CHECK(html.problem == "");
      CHECK(annexa::testing::has_own_script_only(html));
      CHECK(markdown_problem(render(document, "md").value()) == "");
    }
  }
  TEST_CASE("an empty workspace has reports too, that say that there is nothing") {
    State empty;
    for (auto const* kind : {"dashboard", "evidence", "nonconformities", "risks", "treatment-plan", "readiness"}) {
      CAPTURE(kind);
      auto const document = make_report(empty, kind, "", sample_context());
      REQUIRE_MESSAGE(document.has_value(), document.error().text());
      CHECK(annexa::testing::HtmlReader(render(*document, "html").value()).read().problem == "");
      CHECK(markdown_problem(render(*document, "md").value()) == "");
    }
  }
  TEST_CASE("what is no kind, no format, or lacks a key is refused with what would do") {
    auto const& state = sample_state();
    auto const kind = make_report(state, "budget", "", sample_context());
    CHECK(kind.error().names("report.kind"));
    CHECK(kind.error().text().find("nonconformities") != std::string::npos);
    CHECK(make_report(state, "audit", "", sample_context()).error().names("report.key"));
    CHECK(make_report(state, "dashboard", "A-2026-1", sample_context()).error().names("report.no-key"));
    for (auto const* each : {"audit", "checklist", "plan", "nonconformity", "evidence"})
      CHECK_MESSAGE(make_report(state, each, "X-9", sample_context()).error().names("reference.unknown"), each);
    auto const format = render(made(state, {"dashboard", ""}), "docx");
    CHECK(format.error().names("report.format"));
    CHECK(format.error().text().find("html, md, json, xlsx, pdf") != std::string::npos);
  }
  TEST_CASE("the register holds every nonconformity once, the open apart from the closed") {
    auto const document = made(sample_state(), {"nonconformities", ""});
    auto const* open = table_in(*section_of(document, "open"));
    auto const* closed = table_in(*section_of(document, "closed"));
    std::set<std::string> all;
    std::size_t withdrawn = 0;
    sample_state().for_each<Nonconformity>([&](Nonconformity const& each) {
      if (each.state == NonconformityState::withdrawn) return void(++withdrawn);
      bool const final = is_final(each.state);
      all.insert(each.key.text());
      auto const& there = final ? closed : open;
      REQUIRE(there != nullptr);
      CHECK(first_cells(*there).contains(each.key.text()));
    });
    auto const count = (open ? open->rows.size() : 0) + (closed ? closed->rows.size() : 0);
    CHECK(count == all.size());
    REQUIRE_FALSE(all.empty());
    CHECK((section_of(document, "withdrawn-ones") != nullptr) == (withdrawn != 0));
  }
  TEST_CASE("the report of one nonconformity shows each step on record, and no link leads nowhere") {
    for (auto const* record : sample_state().select<Nonconformity>([](Nonconformity const&) { return true; })) {
      auto const document = made(sample_state(), {"nonconformity", record->key.text()});
      auto const json = render(document, "json").value();
      for (auto const& move : record->trail) CHECK(json.find(move.step) != std::string::npos);
      auto const html = annexa::testing::HtmlReader(render(document, "html").value()).read();
      CHECK(html.problem == "");
      CHECK(json.find("\"to\": \"evidence-") == std::string::npos);  // the list of evidence is another report
    }
  }
  TEST_CASE("the checklist asks about every criterion of the audit") {
    auto const document = made(sample_state(), {"checklist", "A-2026-1"});
    std::set<std::string> asked;
    for (auto const* anchor : {"clauses", "controls"})
      if (auto const* table = table_in(*section_of(document, anchor))) asked.merge(first_cells(*table));
    auto const* audit = sample_state().find<Audit>("A-2026-1");
    for (auto const& criterion : audit->criteria) CHECK_MESSAGE(asked.contains(criterion.text()), criterion.text());
  }
  TEST_CASE("the list of evidence names what rests on each piece") {
    auto const document = made(sample_state(), {"evidence", ""});
    auto const* uses = table_in(*section_of(document, "uses"));
    REQUIRE(uses != nullptr);
    CHECK(uses->rows.size() == sample_state().all<Evidence>().size());
    sample_state().for_each<Finding>([&](Finding const& finding) {
      for (auto const& key : finding.evidence) {
        auto const row =
            std::ranges::find_if(uses->rows, [&](Row const& each) { return each.cells[0][0].text == key.text(); });
        REQUIRE(row != uses->rows.end());
        CHECK(std::ranges::find(row->cells[3], Cell("Finding " + finding.key.text())) != row->cells[3].end());
      }
    });
  }
  TEST_CASE("the dashboard lists what is late as the status does") {
    auto const document = made(sample_state(), {"dashboard", ""});
    auto const status = annexa::status(sample_state(), sample_context().generated_at);
    auto const late = std::ranges::count(status.items, StatusKind::overdue, &StatusItem::kind);
    auto const* table = table_in(*section_of(document, "late-all"));
    CHECK((table ? static_cast<std::int64_t>(table->rows.size()) : 0) == late);
    auto const& figures = std::get<KeyFigures>(document.sections.front().blocks.front());
    CHECK(figures.items.back().value.number->digits() == late);
    CHECK(document.headline->tone == (late == 0 ? document.headline->tone : Tone::bad));
  }
  TEST_CASE("a converter that is none, or takes too long, is told, and nothing is left behind") {
    auto const document = made(sample_state(), {"dashboard", ""});
    annexa::testing::TemporaryFolder const folder;
    auto const converter = [&](char const* name, std::string const& script) {
      auto const path = folder.path() / name;
      std::ofstream(path) << "#!/bin/sh\n" << script;
      std::filesystem::permissions(path, std::filesystem::perms::owner_all);
      return path.string();
    };
    CHECK(render_pdf(document, {"wkhtmltopdf"}).error().names("pdf.no-converter"));
    CHECK(render_pdf(document, {"/nowhere/weasyprint"}).error().names("pdf.no-converter"));
    CHECK(render_pdf(document, {"weasyprint", 0}).error().names("pdf.seconds"));
    auto const broken = render_pdf(document, {converter("weasyprint-broken", "echo out of ink; exit 3")});
    CHECK(broken.error().names("pdf.failed"));
    CHECK(broken.error().text().find("out of ink") != std::string::npos);
    CHECK(broken.error().text().find("status 3") != std::string::npos);
    CHECK(render_pdf(document, {converter("weasyprint-empty", "exit 0")}).error().names("pdf.failed"));
    auto const slow = render_pdf(document, {converter("weasyprint-slow", "sleep 60 & sleep 60"), 1});
    CHECK(slow.error().names("pdf.timeout"));
    auto const good =
        render_pdf(document, {converter("weasyprint-good", "pwd > " + (folder.path() / "where").string() +
                                                               "; for last; do :; done; printf '%%PDF-1.7 ' > $last; "
                                                               "grep -c '<h1' report.html >> $last")});
    REQUIRE_MESSAGE(good.has_value(), good.error().text());
    CHECK(*good == "%PDF-1.7 1\n");
    auto where = annexa::testing::bytes_of(folder.path() / "where");
    where.pop_back();
    CHECK(where.find("annexa-") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(where));
  }
  TEST_CASE("Markdown shows texts as they are") {
    Document document;
    document.title = "A # title with *stars* and [a link](x)";
    document.heading = "Kind";
    document.sections.push_back({"a", "1", "1. <b>bold</b> | pipe", SectionKind::body, {}, {}});
    document.sections[0].blocks.emplace_back(
        Paragraph{"- no list\n1. no list\n    no code\n> none `x` ~~y~~ &amp; http://a"});
    document.sections[0].blocks.emplace_back(
        report::Table{"t",
                      "Caption",
                      {{"Name", ColumnKind::text, {}}, {"Days", ColumnKind::number, "d"}},
                      {{"row-1", {{"a|b"}, {7}}}}});
    auto const text = render_markdown(document);
    CHECK(text.find("# A \\# title with \\*stars\\* and \\[a link\\](x)\n") != std::string::npos);
    CHECK(text.find("## 1 1\\. \\<b\\>bold\\</b\\> \\| pipe\n") != std::string::npos);
    CHECK(text.find("\\- no list\\\n1\\. no list\\\nno code\\\n\\> none \\`x\\` \\~\\~y\\~\\~ \\&amp; http://a\n") !=
          std::string::npos);
    CHECK(text.find("| Name | Days (d) |\n| --- | ---: |\n| <a id=\"row-1\"></a>a\\|b | 7 |\n") != std::string::npos);
    CHECK(markdown_problem(text) == "");
  }
}
