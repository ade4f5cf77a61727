#include <annexa/report/template.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/base/json.hpp>
#include <annexa/report/render_html.hpp>
#include <annexa/report/render_markdown.hpp>
#include <annexa/report/report_view.hpp>
#include <annexa/report/reports.hpp>

#include "report/hostile_state.hpp"
#include "report/html_check.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::report;

namespace {

Document template_document(std::string title = "A & B") {
  Document document;
  document.kind = "dashboard";
  document.heading = "Dashboard";
  document.title = std::move(title);
  document.language = "de";
  document.facts = {{"Stand", {Cell(*Date::from(2026, 3, 1))}}, {"Nichts", {}}};
  Section risks;
  risks.anchor = "risks";
  risks.title = "Risiken <1>";
  risks.blocks = {report::Table{"t",
                                "Tabelle",
                                {{"Name", ColumnKind::text, {}}, {"Tage", ColumnKind::number, "d"}},
                                {{"row-1", {{"eins"}, {Cell(*Decimal::parse("1234.5"))}}},
                                 {"row-2", {{Cell::badge("zwei", Tone::bad)}, {}}}}},
                  Callout{Tone::bad, "Achtung", {"Erstens", "Zweitens"}}};
  Section none;
  none.anchor = "none";
  none.title = "Leer";
  none.subsections = {risks};
  none.subsections[0].anchor = "below";
  document.sections = {risks, none};
  number_sections(document);
  return document;
}

std::string filled(std::string text, std::string_view format = "html", std::vector<TemplatePart> parts = {}) {
  auto const made = render_template(template_document(), {std::move(text), std::move(parts)}, format);
  REQUIRE_MESSAGE(made.has_value(), made.error().text());
  return *made;
}

// The first violation as "rule where".
std::string refusal(std::string text, std::vector<TemplatePart> parts = {}, std::string_view format = "html") {
  auto const checked = check_template({std::move(text), std::move(parts)}, format);
  if (checked) return "accepted";
  auto const first = checked.error().violations().front();
  return first.rule + ' ' + first.where;
}

}  // namespace

TEST_SUITE("report/template") {
  TEST_CASE("values are shown escaped, formatted in the language of the report") {
    CHECK(filled("<h1>{{title}}</h1>") == "<h1>A &amp; B</h1>");
    CHECK(filled("{{ title }}{{!none}}{{! of\nthis }}") == "A &amp; B");
    CHECK(filled("{{#facts}}{{label}}: {{#values}}{{shown}} ({{value}}){{/values}};{{/facts}}") ==
          "Stand: 1. M\u00E4rz 2026 (2026-03-01);Nichts: ;");
    CHECK(filled("{{#sections}}{{number}} {{title}} {{level}}|{{/sections}}") ==
          "1 Risiken &lt;1&gt; 1|2 Leer 1|2.1 Risiken &lt;1&gt; 2|");
    CHECK(filled("{{provenance.journal_size}} {{provenance.generated_at}}") == "0 1970-01-01T00:00:00Z");
  }
  TEST_CASE("sections are for each item, for what is there, and for what is not") {
    CHECK(filled("{{#draft}}draft{{/draft}}{{^draft}}final{{/draft}}") == "final");
    CHECK(filled("{{#headline}}yes{{/headline}}{{^headline}}no{{/headline}}") == "no");
    CHECK(filled("{{#title}}[{{.}}]{{/title}}") == "[A &amp; B]");
    CHECK(filled("{{#sections}}{{#blocks}}{{#callout}}{{title}}:{{#paragraphs}} {{.}}{{/paragraphs}}{{/callout}}"
                 "{{/blocks}}{{/sections}}") == "Achtung: Erstens ZweitensAchtung: Erstens Zweitens");
    CHECK(filled("{{#sections}}{{#blocks}}{{#table}}{{#rows}}{{#cells}}{{#values}}<{{column}} {{shown}} {{tone}}>"
                 "{{/values}}{{/cells}}|{{/rows}}{{/table}}{{/blocks}}{{^blocks}}-{{/blocks}}{{/sections}}") ==
          "<Name eins ><Tage 1.234,5\u00A0d >|<Name zwei bad>|-<Name eins ><Tage 1.234,5\u00A0d >|<Name zwei bad>|");
  }
  TEST_CASE("a section is taken by its anchor, and a name goes on into records") {
    CHECK(filled("{{sections.risks.title}}/{{sections.nowhere.title}}") == "Risiken &lt;1&gt;/");
    CHECK(filled("{{#sections.below}}{{number}} in {{heading}}{{/sections.below}}") == "2.1 in Dashboard");
    CHECK(filled("{{^sections.nowhere}}none{{/sections.nowhere}}") == "none");
    CHECK(filled("{{headline.title}}") == "");
  }
  TEST_CASE("lines that hold nothing but tags leave no line, the others stay as they are") {
    CHECK(filled("a\n  {{#facts}}  \nx {{label}}\n\n  {{/facts}}\nb\n") == "a\nx Stand\n\nx Nichts\n\nb\n");
    CHECK(filled("a\r\n{{! c }}\r\nb\r\n") == "a\r\nb\r\n");
    CHECK(filled("{{#draft}}\nno\n{{/draft}}\nyes") == "yes");
    CHECK(filled("{{draft}}\nx") == "\nx");
    CHECK(filled("  {{draft}}  \nx") == "    \nx");
  }
  TEST_CASE("delimiters change, and what looked like a tag is text then") {
    CHECK(filled("{{=<% %>=}}{{title}} <%title%> <%={{ }}=%>{{title}}") == "{{title}} A &amp; B A &amp; B");
    CHECK(filled("{{=| |=}}|#facts||label| |/facts|") == "Stand Nichts ");
  }
  TEST_CASE("parts are taken in by name, from what is handed over alone") {
    CHECK(filled("{{#facts}}{{> fact}}{{/facts}}", "html", {{"fact", "<{{label}}>{{>end}}"}, {"end", ";"}}) ==
          "<Stand>;<Nichts>;");
    CHECK(filled("a\n{{> p}}\nb", "html", {{"p", "p\n"}}) == "a\np\nb");
    CHECK(refusal("{{> ../../etc/passwd}}") == "template.tag template:1:1");
    CHECK(refusal("{{> fat}}", {{"fact", ""}}) == "template.no-part template:1:1");
    CHECK(check_template({"{{> fat}}", {{"fact", ""}}}).error().text().find("fact") != std::string::npos);
    CHECK(refusal("{{>a}}", {{"a", "{{>b}}"}, {"b", "\n {{>a}}"}}) == "template.circle b:2:2");
    CHECK(refusal("{{>a}}", {{"a", "{{#facts}}"}}) == "template.open-section a:1:1");
    CHECK(refusal("{{#facts}}{{>a}}", {{"a", "{{/facts}}"}}) == "template.end a:1:1");
  }
  TEST_CASE("what is wrong is told with its line, and all of it at once") {
    struct Row {
      std::string text, refusal, says;
    };
    for (auto const& row : std::vector<Row>{
             {"a\nb {{title", "template.open-tag template:2:3", "}}"},
             {"{{{body}}", "template.open-tag template:1:1", "}}}"},
             {"x\n{{#facts}}\n", "template.open-section template:2:1", "{{/facts}}"},
             {"{{/facts}}", "template.end template:1:1", "no section is open"},
             {"{{#facts}}{{#values}}{{/facts}}", "template.end template:1:22", "{{#values}} of template:1:11"},
             {"{{titel}}", "template.name template:1:1", "title"},
             {"{{#facts}}{{lable}}{{/facts}}", "template.name template:1:11", "label"},
             {"{{#facts}}{{heading.x}}{{/facts}}", "template.name template:1:11", "no members"},
             {"{{}}", "template.tag template:1:1", "name"},
             {"{{a b}}", "template.tag template:1:1", "name"},
             {"{{a..b}}", "template.tag template:1:1", "name"},
             {"{{#}}", "template.tag template:1:1", "name"},
             {"{{facts}}", "template.no-value template:1:1", "a list; {{#facts}} \u2026 {{/facts}}"},
             {"{{provenance}}", "template.no-value template:1:1", "a record"},
             {"{{#sections}}{{summary}}{{/sections}}", "template.no-value template:1:14", "yes or no"},
             {"{{{title}}}", "template.raw template:1:1", "{{title}}"},
             {"{{& title}}", "template.raw template:1:1", "{{title}}"},
             {"{{body}}", "template.escaped template:1:1", "{{{body}}}"},
             {"{{=x=}}", "template.delimiters template:1:1", "{{=<% %>=}}"},
             {"{{=a=b c=}}", "template.delimiters template:1:1", "'='"},
             {"{{=<% %>", "template.open-tag template:1:1", "}}"},
             {"\x01", "template.text template", "UTF-8"},
             {"\xFF", "template.text template", "UTF-8"}}) {
      CAPTURE(row.text);
      CHECK(refusal(row.text) == row.refusal);
      auto const checked = check_template({row.text, {}});
      REQUIRE(checked.has_error());
      CHECK_MESSAGE(checked.error().text().find(row.says) != std::string::npos, checked.error().text());
      CHECK(render_template(template_document(), {row.text, {}}).error().violations() == checked.error().violations());
    }
    auto const all = check_template({"{{a}}\n{{b}}\n{{#facts}}\n{{c}}", {}});
    CHECK(all.error().violations().size() == 4);
  }
  TEST_CASE("formats that have no template are refused") {
    for (auto const* format : {"xlsx", "json", "docx", ""})
      CHECK(render_template(template_document(), {"x", {}}, format).error().names("template.format"));
    CHECK(report::render(template_document(), "xlsx", {"x", {}}).error().names("template.format"));
    CHECK(report::render(template_document(), "docx", {"x", {}}).error().names("report.format"));
    CHECK(report::render(template_document(), "", {"{{title}}", {}}).value() == "A &amp; B");
  }
  TEST_CASE("depth, size and output have limits") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "{{#title}}";
    CHECK(refusal(deep).starts_with("template.depth"));
    CHECK(refusal(std::string(2'000'000, 'x')) == "template.size template");
    std::vector<TemplatePart> doubling;
    for (char c = 'a'; c < 'h'; ++c)
      doubling.push_back({std::string(1, c), "{{>" + std::string(1, static_cast<char>(c + 1)) + "}}" +
                                                 std::string(100'000, ' ') + "{{>" +
                                                 std::string(1, static_cast<char>(c + 1)) + "}}"});
    doubling.push_back({"h", "x"});
    CHECK(refusal("{{>a}}", doubling).starts_with("template.size"));
    std::vector<TemplatePart> chain;
    for (char c = 'a'; c < 'z'; ++c)
      chain.push_back({std::string(1, c), "{{>" + std::string(1, static_cast<char>(c + 1)) + "}}"});
    chain.push_back({"z", "x"});
    CHECK(refusal("{{>a}}", chain).starts_with("template.depth"));
    CHECK(refusal("", std::vector<TemplatePart>(65, TemplatePart{"p", ""})).starts_with("template.parts"));
    CHECK(refusal("", {{"p", ""}, {"p", ""}}).starts_with("template.part-twice"));
  }
  TEST_CASE("lists in lists cannot make it run for ever, with output or without") {
    auto document = template_document();
    auto const section = document.sections[0];
    while (document.sections.size() < 100) document.sections.push_back(section);
    for (auto const* body : {"", "{{title}}"}) {
      std::string text = body;
      for (int i = 0; i < 20; ++i) text = "{{#sections}}" + text + "{{/sections}}";
      auto const made = render_template(document, {text, {}});
      REQUIRE(made.has_error());
      CHECK(made.error().names("template.output"));
    }
    auto const long_text = "{{#sections}}{{#sections}}" + std::string(500'000, 'x') + "{{/sections}}{{/sections}}";
    CHECK(render_template(document, {long_text, {}}).error().names("template.output"));
  }
  TEST_CASE("the ready-made parts make the usual page again") {
    for (auto const* format : {"html", "md"}) {
      auto const page = std::string_view(format) == "html"
                            ? "<!DOCTYPE html>\n<html lang=\"{{language}}\">\n<head>\n{{{head}}}</head>\n<body>"
                              "{{{cover}}}{{{contents}}}<main id=\"content\">{{{body}}}</main>{{{footer}}}{{{script}}}"
                              "</body></html>"
                            : "{{{cover}}}{{{body}}}{{{footer}}}";
      auto const document =
          make_report(annexa::testing::sample_state(), "audit", "A-2026-1", annexa::testing::sample_context()).value();
      auto const made = render_template(document, {page, {}}, format).value();
      if (std::string_view(format) == "md") {
        CHECK(made == render_markdown(document));
        continue;
      }
      CHECK(annexa::testing::HtmlReader(made).read().problem == "");
      auto const usual = render_html(document);
      for (auto const* part : {"Content-Security-Policy", "<header class=\"cover\">", "<footer>", "<script>"})
        CHECK(made.find(part) != made.npos);
      CHECK(usual.find(view_of(document).body) != usual.npos);
    }
  }
  TEST_CASE("hostile texts are texts, whatever shows them") {
    auto context = annexa::testing::sample_context();
    context.draft = true;
    auto const document =
        make_report(annexa::testing::hostile_state(), "audit", annexa::testing::Poison::key("A-2026-1"), context)
            .value();
    auto const made =
        render_template(
            document, {"<!DOCTYPE html>\n<html lang=\"{{language}}\"><head><title>{{title}}</title></head><body>"
                       "<main>{{#sections}}<section title=\"{{title}}\">{{{body}}}{{#blocks}}{{#table}}{{#rows}}<p>"
                       "{{#cells}}<b class=\"{{kind}}\">{{#values}}<i title=\"{{shown}}\">{{value}}</i>{{/values}}</b>"
                       "{{/cells}}</p>{{/rows}}{{/table}}{{/blocks}}</section>{{/sections}}</main></body></html>",
                       {}})
            .value();
    auto const page = annexa::testing::HtmlReader(made).read();
    CHECK(page.problem == "");
    CHECK(made.find("<script") == made.npos);
    CHECK(made.find("<img") == made.npos);
  }
  TEST_CASE("any bytes are filled or refused, and nothing else happens") {
    CHECK(rc::check([] {
      static std::array<std::string, 22> const pieces{
          "{{",    "}}",       "{{{",   "}}}",    "#", "/", "^",  ">",          "&",          "!",           "=",
          "title", "sections", "facts", "values", ".", " ", "\n", "{{#facts}}", "{{/facts}}", "{{=<% %>=}}", "<%"};
      auto const count = *rc::gen::inRange(0, 40);
      std::string text;
      for (int i = 0; i < count; ++i) text += pieces[*rc::gen::inRange<std::size_t>(0, pieces.size())];
      auto const made = render_template(template_document(), {text, {{"title", text}}});
      if (!made) RC_ASSERT(!made.error().violations().empty());
      if (made) RC_ASSERT(made->find_first_of("\x01\x02\x03\x04\x05\x06") == made->npos);
    }));
  }
  TEST_CASE("the schemas that are published are those of the types") {
    for (auto const* type : report_types()) {
      auto const file = annexa::testing::source_folder() / "docs/schemas" / (std::string(type->name) + "-1.json");
      CHECK_MESSAGE(pretty_json(json_schema(*type)) == annexa::testing::bytes_of(file), type->name);
    }
  }
}
