#include "calls.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace annexa::testing::c;

namespace {

Outcome report(annexa_workspace* workspace, std::string_view options, std::string_view kind = "nonconformities") {
  return call(annexa_workspace_report, workspace, kind.data(), kind.size(), "", std::size_t{0}, options.data(),
              options.size(), static_cast<annexa_task const*>(nullptr));
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_SUITE("capi/report") {
  TEST_CASE("a report comes in every format that needs no other program, and is the same each time") {
    auto const workspace = in_memory();
    struct Row {
      std::string_view options, begin;
    };
    for (auto const& [options, begin] :
         {Row{"", "<!DOCTYPE html>"}, Row{R"({"format":"html"})", "<!DOCTYPE html>"}, Row{R"({"format":"md"})", "# "},
          Row{R"({"format":"json"})", "{"}, Row{R"({"format":"xlsx"})", "PK"}}) {
      CAPTURE(options);
      if (has(options, "xlsx") && annexa_feature("xlsx", 4) == 0) continue;
      auto const made = report(workspace, options);
      REQUIRE_MESSAGE(made.status == ANNEXA_OK, made.message);
      CHECK(made.document.starts_with(begin));
      CHECK(report(workspace, options).document == made.document);
    }
  }
  TEST_CASE("a report is in the language that is asked for, and one without texts is refused with those there are") {
    auto const workspace = in_memory();
    CHECK(has(report(workspace, R"({"language":"de"})").document, "<html lang=\"de\">"));
    CHECK(has(report(workspace, R"({"language":"fr-CH"})").document, "<html lang=\"fr\">"));
    CHECK(has(report(workspace, "{}").document, "<html lang=\"en\">"));
    for (auto const* options : {R"({"language":"it"})", R"({"language":"english"})", R"({"language":"d<"})"}) {
      CAPTURE(options);
      auto const refused = report(workspace, options);
      CHECK(refused.is(ANNEXA_E_USAGE, "language.unknown"));
      CHECK(refused.places == std::vector<std::string>{"/language"});
      CHECK(has(refused.message, "en, de and fr"));
    }
  }
  TEST_CASE("a template is filled by the report, with its parts") {
    if (annexa_feature("templates", 9) == 0) return;
    auto const workspace = in_memory();
    auto const made = report(workspace, R"({"language":"de","template":{"text":
        "{{> head}}{{#sections}}{{number}} {{title}};{{/sections}}","parts":[{"name":"head","text":"<{{title}}>\n"}]}})");
    REQUIRE_MESSAGE(made.status == ANNEXA_OK, made.message);
    CHECK(made.document.starts_with("<Acme>\n1 "));
    CHECK(std::ranges::count(made.document, ';') == 5);
    auto const markdown = report(workspace, R"({"format":"md","template":{"text":"{{title}}\n{{{body}}}"}})");
    REQUIRE_MESSAGE(markdown.status == ANNEXA_OK, markdown.message);
    CHECK(markdown.document.starts_with("Acme\n"));
    CHECK(has(markdown.document, "\n## "));
  }
  TEST_CASE("everything that is wrong with a template is told with its line and column") {
    if (annexa_feature("templates", 9) == 0) return;
    auto const workspace = in_memory();
    auto const refused = report(
        workspace, R"({"template":{"text":"<h1>\n {{titel}}</h1>\n{{#sections}}","parts":[{"name":"p","text":""}]}})");
    CHECK(refused.is(ANNEXA_E_USAGE, "template.name"));
    CHECK(refused.rules == std::vector<std::string>{"template.name", "template.open-section"});
    CHECK(refused.places == std::vector<std::string>{"template:2:2", "template:3:1"});
    CHECK(has(refused.message, "title"));
    auto const in_part =
        report(workspace, R"({"template":{"text":"{{> p}}","parts":[{"name":"p","text":"\n\n{{/x}}"}]}})");
    CHECK(in_part.is(ANNEXA_E_USAGE, "template.end"));
    CHECK(in_part.places == std::vector<std::string>{"p:3:1"});
    for (auto const* format : {"json", "xlsx"}) {
      auto const options = R"({"format":")" + std::string(format) + R"(","template":{"text":"{{title}}"}})";
      CHECK_MESSAGE(report(workspace, options).is(ANNEXA_E_USAGE, "template.format"), format);
    }
    CHECK(report(workspace, R"({"template":{"txt":""}})").is(ANNEXA_E_USAGE, "json.unknown-member"));
    CHECK(report(workspace, R"({"template":"{{title}}"})").status == ANNEXA_E_USAGE);
  }
  TEST_CASE("a report has the look of the host, and a look that nobody could read is refused") {
    auto const workspace = in_memory();
    auto const made = report(workspace, R"({"branding":{"accent":"#7a1f5c","cover":"#ffd166","cover_text":"For <us>",
        "confidentiality":"Strictly internal"}})");
    REQUIRE_MESSAGE(made.status == ANNEXA_OK, made.message);
    for (auto const* part : {"--accent:#7a1f5c", "--cover:#ffd166", "For &lt;us&gt;", "Strictly internal"})
      CHECK_MESSAGE(has(made.document, part), part);
    auto const plain = report(workspace, "{}");
    CHECK_FALSE(has(plain.document, "#7a1f5c"));
    auto const refused =
        report(workspace, R"({"branding":{"accent":"#ffcc00","cover":"blue","logo":"https://example.org/logo.png"}})");
    REQUIRE(refused.status == ANNEXA_E_USAGE);
    CHECK_FALSE(refused.gave);
    for (auto const* place : {"/branding/accent", "/branding/cover", "/branding/logo"})
      CHECK_MESSAGE(std::ranges::count(refused.places, place) == 1, place);
    for (auto const* rule : {"branding.contrast", "branding.colour", "branding.logo-form"})
      CHECK_MESSAGE(std::ranges::count(refused.rules, rule) == 1, rule);
  }
  TEST_CASE("kinds, formats and options that are none are refused") {
    auto const workspace = in_memory();
    CHECK(report(workspace, "", "budget").is(ANNEXA_E_USAGE, "report.kind"));
    CHECK(report(workspace, R"({"format":"docx"})").is(ANNEXA_E_USAGE, "report.format"));
    CHECK(report(workspace, R"({"colour":"red"})").is(ANNEXA_E_USAGE, "json.unknown-member"));
    CHECK(report(workspace, R"({"draft":true)").status == ANNEXA_E_USAGE);
    for (auto const* name : {"branding", "report-document", "report-template", "report-view"}) {
      CAPTURE(name);
      CHECK(call(annexa_schema, name, std::string_view(name).size()).status == ANNEXA_OK);
    }
  }
}
