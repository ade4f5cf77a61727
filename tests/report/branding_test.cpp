#include <annexa/report/branding.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/base64.hpp>
#include <annexa/report/render_html.hpp>
#include <annexa/report/reports.hpp>

#include "report/colours.hpp"
#include "report/html_check.hpp"
#include "report/sample_state.hpp"

using namespace annexa;
using namespace annexa::report;

namespace {

// The smallest picture there is.
std::string const pixel =
    *from_base64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
std::string const drawing =
    "<?xml version=\"1.0\"?><!-- made > here --><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 9 9'><title>A "
    "</title><defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs><rect width=\"9\" height=\"9\" "
    "fill='url(#g)' /><use href='#g'/></svg>\n";

std::string svg_with(std::string_view more) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\">" + std::string(more) + "</svg>";
}

std::string uri_of(std::string_view svg) { return "data:image/svg+xml;base64," + to_base64(svg); }

Branding own_look() {
  Branding look;
  look.logo = logo_of(pixel).value();
  look.logo_text = "Tarra \"vale\"";
  look.accent = "#7A1F5C";
  look.cover = "#ffd166";
  look.cover_text = "For the board <only>.";
  look.confidentiality = "Strictly internal & more";
  return look;
}

Document branded(std::string_view kind, Branding look) {
  auto context = annexa::testing::sample_context();
  context.draft = true;
  context.branding = std::move(look);
  auto made = make_report(annexa::testing::sample_state(), kind, kind == "audit" ? "A-2026-1" : "", context);
  REQUIRE_MESSAGE(made.has_value(), made.error().text());
  return *std::move(made);
}

}  // namespace

TEST_SUITE("report/branding") {
  TEST_CASE("contrast is that of WCAG") {
    struct Row {
      std::string_view a, b;
      int hundredths;
    };
    for (auto const& row :
         {Row{"#000000", "#ffffff", 2100}, Row{"#777777", "#ffffff", 447}, Row{"#767676", "#FFFFFF", 454},
          Row{"#ff0000", "#ffffff", 399}, Row{"#1d4e79", "#1d4e79", 100}}) {
      CAPTURE(row.a);
      CHECK(std::abs(contrast(*parse_colour(row.a), *parse_colour(row.b)) - row.hundredths) <= 1);
      CHECK(contrast(*parse_colour(row.b), *parse_colour(row.a)) ==
            contrast(*parse_colour(row.a), *parse_colour(row.b)));
    }
    for (auto const* bad : {"", "#fff", "1d4e79", "#1d4e7g", "#1d4e799", "red"}) CHECK_FALSE(parse_colour(bad));
  }
  TEST_CASE("texts are readable on every colour of the cover, and links on light and dark grounds") {
    for (int i = 0; i < 4096; ++i) {
      Colour const colour{static_cast<std::uint8_t>((i >> 8) * 17), static_cast<std::uint8_t>((i >> 4 & 15) * 17),
                          static_cast<std::uint8_t>((i & 15) * 17)};
      CHECK(std::max(contrast(colour, white), contrast(colour, black)) >= readable);
      CHECK(contrast(readable_on(light_wash, colour, black), light_wash) >= readable);
      CHECK(contrast(readable_on(dark_wash, colour, white), dark_wash) >= readable);
    }
  }
  TEST_CASE("pictures that draw are accepted") {
    for (auto const& picture : {pixel, drawing, svg_with("<g><text x='1'>a &amp; b</text></g>")}) {
      auto const uri = logo_of(picture);
      REQUIRE_MESSAGE(uri.has_value(), uri.error().text());
      Branding look;
      look.logo = *uri;
      CHECK(check_branding(look).has_value());
    }
  }
  TEST_CASE("pictures that do more, or are none, are refused") {
    for (auto const* active : {"<script>1</script>",
                               "<svg:SCRIPT/>",
                               "<g onload='x'/>",
                               "<g\nOnClick = \"x\"/>",
                               "<foreignObject/>",
                               "<style/>",
                               "<image href='http://x'/>",
                               "<use href='http://x#a'/>",
                               "<use xlink:href=\"data:x\"/>",
                               "<a href='#a'/>",
                               "<rect style='fill:url(http://x)'/>",
                               "<rect fill='url( \"http://x\")'/>",
                               "<rect fill='url(#a) url(//x)'/>",
                               "<animate attributeName='href'/>",
                               "<set/>",
                               "<!DOCTYPE svg>",
                               "<![CDATA[<script>]]>",
                               "<?xml-stylesheet href='x'?>",
                               "<rect x=1/>",
                               "<rect fill='javascript:x'/>",
                               "<rect fill='u&#114;l(http://x)'/>",
                               "<g xml:base='http://x'/>",
                               "<rect x='1",
                               "<!-- ",
                               "<iframe/>"}) {
      CAPTURE(active);
      auto const uri = logo_of(svg_with(active));
      REQUIRE(uri.has_error());
      CHECK(uri.error().names("branding.logo-active"));
      Branding look;
      look.logo = uri_of(svg_with(active));
      CHECK(check_branding(look).error().names("branding.logo-active"));
    }
    for (std::string const& none :
         {std::string(), std::string("\xFF\xD8\xFF"), std::string("GIF89a"), std::string("<html></html>"),
          std::string("\xFF\xFE<\0s\0v\0g\0", 10), std::string("<svg \x01/>"), std::string("text")})
      CHECK(logo_of(none).error().names("branding.logo-form"));
    CHECK(logo_of(pixel + std::string(300'000, 'x')).error().names("branding.logo-size"));
  }
  TEST_CASE("everything that is wrong with a look is told at once, each below its member") {
    Branding look;
    look.logo = "https://example.org/logo.png";
    look.logo_text = std::string(300, 'x');
    look.accent = "#ffcc00";
    look.cover = "blue";
    look.cover_text = "a\x02";
    look.confidentiality = "\xC3\x28";
    auto const checked = check_branding(look, "/look");
    REQUIRE(checked.has_error());
    std::vector<std::string> found;
    for (auto const& each : checked.error().violations()) found.push_back(each.rule + ' ' + each.where);
    CHECK(found == std::vector<std::string>{"branding.logo-form /look/logo", "branding.text /look/logo_text",
                                            "branding.contrast /look/accent", "branding.colour /look/cover",
                                            "branding.text /look/cover_text", "branding.text /look/confidentiality"});
    auto const faint = checked.error().violations()[2];
    auto const suggestion = std::ranges::find(faint.args, "suggestion", &Argument::name)->value;
    look = {};
    look.accent = suggestion;
    CHECK_MESSAGE(check_branding(look).has_value(), suggestion);
    look.logo = "data:image/png;base64," + to_base64(drawing);
    CHECK(check_branding(look).error().names("branding.logo-form"));
    look.logo = "data:image/png;base64,!!";
    CHECK(check_branding(look).error().names("branding.logo-form"));
    auto context = annexa::testing::sample_context();
    context.branding = look;
    auto const refused = make_report(annexa::testing::sample_state(), "dashboard", "", context);
    CHECK(refused.error().violations()[0].where == "/branding/logo");
  }
  TEST_CASE("a look is seen in HTML, and nothing of it gets out of its place") {
    auto const html = render_html(branded("dashboard", own_look()));
    auto const page = annexa::testing::HtmlReader(html).read();
    CHECK(page.problem == "");
    CHECK(html.find("<img class=\"logo\" src=\"data:image/png;base64,") != html.npos);
    CHECK(html.find("alt=\"Tarra &quot;vale&quot;\"") != html.npos);
    CHECK(html.find("img-src data:;") != html.npos);
    CHECK(html.find("For the board &lt;only&gt;.") != html.npos);
    CHECK(html.find("--accent:#7a1f5c;--cover:#ffd166;--cover-ink:#000000;") != html.npos);
    CHECK(html.find("@top-right{content:\"Strictly internal") != html.npos);
    auto const plain = render_html(branded("dashboard", {}));
    CHECK(plain.find("<img") == plain.npos);
    CHECK(plain.find("img-src") == plain.npos);
  }
  TEST_CASE("the label on record comes before that of the host") {
    auto const& audit = *annexa::testing::sample_state().find<Audit>("A-2026-1");
    auto const own = branded("audit", own_look()).confidentiality;
    CHECK(own == (audit.confidentiality.empty() ? own_look().confidentiality : audit.confidentiality));
    CHECK(branded("dashboard", own_look()).confidentiality == own_look().confidentiality);
  }
  TEST_CASE("Markdown and workbooks have label and text of the cover; JSON has the look") {
    auto const document = branded("dashboard", own_look());
    auto const markdown = render(document, "md").value();
    CHECK(markdown.find("Strictly internal \\& more") != markdown.npos);
    CHECK(markdown.find("For the board \\<only\\>.") != markdown.npos);
    CHECK(render(document, "json").value().find("\"cover\": \"#ffd166\"") != std::string::npos);
    CHECK(render(document, "xlsx").has_value());
    CHECK(render(document, "xlsx").value() != render(branded("dashboard", {}), "xlsx").value());
  }
  TEST_CASE("a document of a host with a look that is none is shown without it") {
    auto document = branded("dashboard", {});
    document.branding = Branding{"\"><script>", "", "red;}</style>", "x", "", ""};
    auto const html = render_html(document);
    CHECK(annexa::testing::HtmlReader(html).read().problem == "");
    CHECK(html.find("<img") == html.npos);
    CHECK(html.find("red;") == html.npos);
    CHECK(annexa::testing::has_own_script_only(annexa::testing::HtmlReader(html).read()));
  }
}
