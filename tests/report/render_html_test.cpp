#include <annexa/report/render_html.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/sha256.hpp>

#include <set>

#include "report/hostile_state.hpp"
#include "report/html_check.hpp"
#include "report/markup.hpp"
#include "report/sample_state.hpp"

using namespace annexa;
using namespace annexa::report;
using annexa::testing::read_html;

namespace {

std::string sample_html() {
  return render_html(
      audit_report(annexa::testing::sample_state(), "A-2026-1", annexa::testing::sample_context()).value());
}

std::string hostile_html() {
  return render_html(audit_report(annexa::testing::hostile_state(), annexa::testing::Poison::key("A-2026-1"),
                                  annexa::testing::sample_context())
                         .value());
}

// A document with one text in every place where a text can stand.
Document full_of(std::string const& text) {
  Document document;
  document.heading = document.title = document.subtitle = document.confidentiality = document.draft = text;
  document.language = "en";
  document.headline = Callout{Tone::bad, text, {text}};
  document.facts = {{text, {Cell(text), Cell::badge(text, Tone::good), Cell::link(text, "one")}}};
  document.provenance.generator = text;
  Section section;
  section.anchor = "one";
  section.title = text;
  section.blocks = {
      Paragraph{text},
      List{true, {text}},
      report::Table{
          "t", text, {{text, ColumnKind::text, text}, {text, ColumnKind::code, {}}}, {{"r", {{text, text}, {text}}}}},
      report::Facts{{{text, {text}}}},
      KeyFigures{{{text, text, text, {text}}}},
      Figure{"f1", text, text, StackedBars{{{text, Tone::bad}}, {{text, {3}, text}}}},
      Figure{"f2", text, text, HeatMap{text, text, {text}, {text}, {{text, text}}, {{1, 1, 1, 1, {text}}}}},
      Gallery{{{"f3", text, text, Trend{{{text, text}}, {{*Date::from(2026, 3, 1), {1}}}, *Date::from(2026, 4, 1)}}}},
      Callout{Tone::notice, text, {text}}};
  document.sections = {section};
  return document;
}

}  // namespace

TEST_SUITE("report/render_html") {
  TEST_CASE("long German words break where they are put together, and the text stays what it is") {
    CHECK(with_joints("Informationssicherheitsmanagementsystems \u00FCber R-1") ==
          "Informations\u00ADsicherheits\u00ADmanagement\u00ADsystems \u00FCber R-1");
    CHECK(with_joints("Nichtkonformit\u00E4tsbericht") == "Nichtkonformit\u00E4ts\u00ADbericht");
    CHECK(with_joints("Sicherheitsziel") == "Sicherheitsziel");
    CHECK(with_joints("") == "");
    auto document = full_of("Informationssicherheitsereignis");
    CHECK(render_html(document).find("\u00AD") == std::string::npos);
    document.language = "de";
    CHECK(render_html(document).find("Informations\u00ADsicherheits\u00ADereignis") != std::string::npos);
  }
  TEST_CASE("the page is well formed, every element closed in its order") {
    CHECK(read_html(sample_html()).problem == "");
    CHECK(read_html(hostile_html()).problem == "");
  }

  TEST_CASE("the reader of this test finds what is not well formed") {
    CHECK(read_html("<p>a</p>").problem.empty());
    CHECK_FALSE(read_html("<p>a").problem.empty());
    CHECK_FALSE(read_html("<p><b>a</p></b>").problem.empty());
    CHECK_FALSE(read_html("<p>a & b</p>").problem.empty());
    CHECK_FALSE(read_html("<p class=a>b</p>").problem.empty());
    CHECK_FALSE(read_html("<p>a > b</p>").problem.empty());
  }

  TEST_CASE("ids are unique") {
    auto const ids = read_html(sample_html()).ids;
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
  }

  TEST_CASE("nothing of a hostile text becomes an element, an attribute or a rule") {
    auto const page = hostile_html();
    auto const read = read_html(page);
    for (char const* tag : {"img", "b", "iframe", "object", "link", "form"})
      CHECK(std::ranges::find(read.tags, tag) == read.tags.end());
    CHECK(annexa::testing::has_own_script_only(read));
    for (auto const& name : read.names) {
      CAPTURE(name);
      CHECK_FALSE(name.starts_with("on"));
      CHECK(name != "style");  // the policy forbids it
      CHECK(name != "src");
    }
    CHECK(read.text.find("<script>window.hacked=1</script>") != read.text.npos);
    CHECK(read.text.find("https://example.org/ javascript:window.hacked=1") != read.text.npos);
    auto const style = page.substr(page.find("<style>"), page.find("</style>") - page.find("<style>"));
    CHECK(style.find("hacked=") == style.npos);
    CHECK(style.find("</") == style.npos);
  }

  TEST_CASE("what is no text becomes the replacement character") {
    CHECK(escaped(std::string("a\x00"
                              "b",
                              3)) == "a\uFFFDb");
    CHECK(escaped("\x1b[31m") == "\uFFFD[31m");
    CHECK(escaped("\xC3\x28") == "\uFFFD(");
    CHECK(escaped("\xC2\x85") == "\uFFFD");
    CHECK(escaped("a\tb\nc") == "a\tb\nc");
    CHECK(escaped("<&>\"'") == "&lt;&amp;&gt;&quot;&#39;");
  }

  TEST_CASE("long words are marked, so that they may be broken anywhere") {
    CHECK_FALSE(has_long_word("many words that are short, one behind the other, without end"));
    CHECK_FALSE(has_long_word(std::string(20, 'x') + "\n" + std::string(20, 'x')));
    CHECK(has_long_word(std::string(21, 'x')));
    auto const page = render_html(full_of(std::string(10'000, 'W')));
    CHECK(page.find("<td class=\"c-code\"") != page.npos);
    CHECK(page.find("<span class=\"long\">WWW") != page.npos);
    CHECK(page.find("<h1 class=\"long\">WWW") != page.npos);
  }

  TEST_CASE("texts are shortened by characters, not by bytes") {
    CHECK(report::shortened("abcd", 4) == "abcd");
    CHECK(report::shortened("abcde", 4) == "abc\u2026");
    CHECK(report::shortened("\u00E4\u00F6\u00FC\u00DF\u00E9", 4) == "\u00E4\u00F6\u00FC\u2026");
    CHECK(report::shortened("", 4).empty());
  }

  TEST_CASE("a text of a style sheet cannot leave its string") {
    CHECK(css_string("a\"}*{x", 60) == "\"a\\000022\\00007d\\00002a\\00007bx\"");
    CHECK(css_string("</style>", 60) == "\"\\00003c\\00002fstyle\\00003e\"");
    CHECK(css_string("a\nb", 60) == "\"a\\00000ab\"");
  }

  TEST_CASE("the policy allows the style sheet of the page and nothing else") {
    auto const page = sample_html();
    auto const begin = page.find("<style>") + 7;
    auto const digest = sha256(page.substr(begin, page.find("</style>") - begin));
    CHECK(page.find("default-src &#39;none&#39;; style-src &#39;sha256-") != page.npos);
    // The digest in base64 begins as its first three bytes do.
    auto const at = page.find("sha256-") + 7;
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < 30; i += 3) {
      auto const group =
          (unsigned{digest.bytes[i]} << 16U) | (unsigned{digest.bytes[i + 1]} << 8U) | digest.bytes[i + 2];
      for (unsigned part = 0; part < 4; ++part)
        CHECK(page[at + i / 3 * 4 + part] == digits[(group >> (18U - 6U * part)) & 63U]);
    }
    CHECK(page[at + 43] == '=');
  }

  TEST_CASE("the page asks for nothing from elsewhere") {
    auto const read = read_html(sample_html());
    for (char const* tag : {"link", "img", "iframe"}) CHECK(std::ranges::find(read.tags, tag) == read.tags.end());
    CHECK(annexa::testing::has_own_script_only(read));
    for (char const* word : {"fetch(", "XMLHttpRequest", "import(", "innerHTML", "eval(", "http"})
      CHECK_MESSAGE(read.scripts.at(0).find(word) == std::string::npos, word);
    auto const page = sample_html();
    CHECK(page.find("@import") == page.npos);
    CHECK(page.find("url(http") == page.npos);
  }

  TEST_CASE("landmarks, captions and scopes are there") {
    auto const page = sample_html();
    auto const read = read_html(page);
    auto const count = [&](std::string_view tag) { return std::ranges::count(read.tags, tag); };
    CHECK(count("main") == 1);
    CHECK(count("nav") == 1);
    CHECK(count("header") == 1);
    CHECK(count("footer") == 1);
    CHECK(count("h1") == 1);
    CHECK(count("caption") == count("table"));
    CHECK(count("figcaption") == count("figure"));
    CHECK(count("desc") == count("figure"));
    CHECK(page.find("<th scope=\"col\"") != page.npos);
    CHECK(page.find("<th scope=\"row\"") != page.npos);
    CHECK(page.find("<html lang=\"en\">") != page.npos);
  }

  TEST_CASE("the same document gives the same bytes") { CHECK(sample_html() == sample_html()); }

  TEST_CASE("a document without anything is a page") {
    auto const read = read_html(render_html(Document{}));
    CHECK(read.problem == "");
    CHECK(std::ranges::count(read.tags, "main") == 1);
  }

  TEST_CASE("whatever the text, the page stays well formed and shows it") {
    CHECK(rc::check("any bytes", [](std::string const& text) {
      auto const read = read_html(render_html(full_of(text)));
      RC_ASSERT(read.problem == "");
      for (char const* tag : {"b", "img"}) RC_ASSERT(std::ranges::find(read.tags, tag) == read.tags.end());
      RC_ASSERT(annexa::testing::has_own_script_only(read));
    }));
    for (std::size_t i = 0; i < 12; ++i)
      CHECK(read_html(render_html(full_of(annexa::testing::hostile_text(i)))).problem == "");
  }
}
