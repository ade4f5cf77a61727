#include <annexa/report/document.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

using namespace annexa;
using namespace annexa::report;

TEST_SUITE("report/document") {
  TEST_CASE("an anchor keeps plain keys and can stand in a URL whatever the key") {
    CHECK(anchor_of("finding", "F-3") == "finding-F-3");
    CHECK(anchor_of("risk", "R 1") == "risk-R_201");
    CHECK(anchor_of("risk", "\u00E4") == "risk-_c3_a4");
  }

  TEST_CASE("different keys have different anchors") {
    CHECK(rc::check("anchors", [](std::string const& a, std::string const& b) {
      RC_ASSERT((a == b) == (anchor_of("risk", a) == anchor_of("risk", b)));
      RC_ASSERT(anchor_of("risk", a).find_first_not_of(
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._") == std::string::npos);
    }));
    CHECK(anchor_of("risk", "a_20") != anchor_of("risk", "a "));
  }

  TEST_CASE("sections are numbered from above") {
    Document document;
    document.sections.resize(2);
    document.sections[1].subsections.resize(2);
    document.sections[1].subsections[0].subsections.resize(1);
    number_sections(document);
    CHECK(document.sections[0].number == "1");
    CHECK(document.sections[1].subsections[1].number == "2.2");
    CHECK(document.sections[1].subsections[0].subsections[0].number == "2.1.1");
  }

  TEST_CASE("every block goes through JSON and comes back") {
    Section section;
    section.anchor = "a";
    section.blocks = {
        Paragraph{"p"},
        List{true, {Cell(3), Cell(*Date::from(2026, 3, 1))}},
        report::Table{"t", "c", {{"x", ColumnKind::number, "%"}}, {{"r", {{Cell::badge("b", Tone::bad)}}}}},
        Facts{{{"l", {Cell::link("k", "a")}}}},
        KeyFigures{{{"l", Cell(*Decimal::parse("12.5")), "%", {"d"}}}},
        Figure{"f", "t", "d", HeatMap{"r", "c", {"1"}, {"1"}, {{"b", "#ffffff"}}, {{1, 1, 1, 1, {"R"}}}}},
        Figure{"g", "t", "d", StackedBars{{{"s", Tone::good}}, {{"b", {1}, "n"}}}},
        Gallery{
            {{"h", "t", "d", Trend{{{"b", "#ffffff"}}, {{*Date::from(2026, 3, 1), {1}}}, *Date::from(2026, 4, 1)}}}},
        Callout{Tone::notice, "t", {"p"}}};
    auto const read = from_json<Section>(to_json(section));
    if (!read) FAIL(read.error().text());
    CHECK(*read == section);
  }
}
