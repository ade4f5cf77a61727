#include <annexa/report/chart.hpp>

#include <annexa/report/picture.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>

#include "report/html_check.hpp"

using namespace annexa::report;
using annexa::testing::read_html;

namespace {

HeatMap grid(int rows, int columns) {
  HeatMap map{"Likelihood", "Impact", {}, {}, {{"low", "#8fc79a"}, {"high", "#7a1f18"}}, {}, {}};
  for (int i = 1; i <= rows; ++i) map.row_names.push_back("row " + std::to_string(i));
  for (int i = 1; i <= columns; ++i) map.column_names.push_back("column " + std::to_string(i));
  for (int row = 1; row <= rows; ++row)
    for (int column = 1; column <= columns; ++column)
      map.cells.push_back({row, column, row + column > 5 ? 2 : 1, 0, {}});
  return map;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

SvgFrame const frame{"f", "Title", "Description", 0};

}  // namespace

TEST_SUITE("report/chart") {
  TEST_CASE("a heat map has a cell for each pair of levels and a swatch for each band") {
    auto const drawn = svg(grid(3, 4), frame);
    CHECK(read_html(drawn).problem == "");
    CHECK(count(drawn, "class=\"cell\"") == 3 * 4 + 2);
    for (char const* words : {">Likelihood<", ">Impact<", ">row 3<", ">column 4<", ">1  Low<", ">2  High<"})
      CHECK(drawn.find(words) != drawn.npos);
  }

  TEST_CASE("counts and ids stand in their cell, black or white by its colour") {
    auto map = grid(2, 2);
    map.cells[0].count = 2;
    map.cells[0].ids = {"R-1", "R-2"};
    map.cells[3] = {2, 2, 2, 1, {"R-3"}};
    auto const drawn = svg(map, frame);
    CHECK(count(drawn, "class=\"on-light count\"") == 1);
    CHECK(count(drawn, "class=\"on-dark count\"") == 1);
    CHECK(drawn.find(">R-2<") != drawn.npos);
    CHECK(drawn.find(">R-3<") != drawn.npos);
  }

  TEST_CASE("a cell with many ids tells how many more there are") {
    auto map = grid(2, 2);
    map.cells[0].count = 9;
    for (int i = 1; i <= 9; ++i) map.cells[0].ids.push_back("R-" + std::to_string(i));
    auto const drawn = svg(map, frame);
    CHECK(drawn.find(">R-3<") != drawn.npos);
    CHECK(drawn.find(">R-4<") == drawn.npos);
    CHECK(drawn.find(">+6<") != drawn.npos);
  }

  TEST_CASE("bars are as long as their counts and never longer than the whole") {
    StackedBars const bars{{{"a", Tone::good}, {"b", Tone::bad}}, {{"one", {1, 3}, "1 of 4"}}};
    auto const drawn = svg(bars, frame);
    CHECK(read_html(drawn).problem == "");
    CHECK(drawn.find("<rect x=\"0%\" y=\"20\" width=\"25%\"") != drawn.npos);
    CHECK(drawn.find("<rect x=\"25%\" y=\"20\" width=\"75%\"") != drawn.npos);
    CHECK(drawn.find(">1 of 4<") != drawn.npos);
  }

  TEST_CASE("tones are told apart by patterns as well") {
    StackedBars const bars{{{"a", Tone::good}, {"b", Tone::bad}, {"c", Tone::muted}}, {{"one", {1, 1, 1}, ""}}};
    auto const drawn = svg(bars, frame);
    CHECK(drawn.find("url(#f-bad)") != drawn.npos);
    CHECK(drawn.find("<pattern id=\"f-bad\"") != drawn.npos);
    CHECK(drawn.find("url(#f-good)") == drawn.npos);  // plain
  }

  TEST_CASE("a bar of nothing is drawn as nothing known") {
    CHECK(svg(StackedBars{{{"a", Tone::good}}, {{"none", {0}, ""}}}, frame).find("fill-muted") != std::string::npos);
  }

  TEST_CASE("a trend is as wide as its time, and its bands differ by pattern as well") {
    auto const day = [](int month) { return *annexa::Date::from(2026, month, 1); };
    Trend const trend{{{"low", "#8fc79a"}, {"high", "#7a1f18"}}, {{day(1), {3, 1}}, {day(3), {4}}}, day(5)};
    auto const drawn = svg(trend, frame);
    CHECK(read_html(drawn).problem == "");
    CHECK(count(drawn, "class=\"cell\"") == 3 + 2);  // three parts and two swatches
    CHECK(count(drawn, "url(#f-band-2)") == 2);
    CHECK(drawn.find("<rect x=\"10%\" y=\"58\" width=\"44.25%\" height=\"150\"") != drawn.npos);  // 59 of 120 days
    for (char const* words : {">1 Jan 2026<", ">1 May 2026<", ">1  Low<", ">2  High<"})
      CHECK(drawn.find(words) != drawn.npos);
  }

  TEST_CASE("a trend of nothing, of one day, or of numbers beyond reason is still a drawing") {
    auto const day = *annexa::Date::from(2026, 1, 1);
    for (auto const& trend :
         {Trend{}, Trend{{{"low", "#8fc79a"}}, {{day, {1}}}, day},
          Trend{{{"low", "?"}}, {{day, {-4, 7}}, {day, {INT64_MAX}}}, *annexa::Date::from(2020, 1, 1)}})
      CHECK(read_html(svg(trend, frame)).problem == "");
  }

  TEST_CASE("pictures that stand alone are readable without a style sheet") {
    auto map = grid(2, 2);
    map.cells[3] = {2, 2, 2, 1, {"R-3"}};
    map.bands[1].colour = "#7a1f18";
    map.cells[3].band = 2;
    auto const drawn = picture({{"a", "First", "", map}, {"b", "Second", "", map}}, {"p", "Title", "Description", 900});
    CHECK(read_html(drawn).problem == "");
    CHECK(drawn.find("fill=\"#ffffff\">R-3<") != drawn.npos);
    for (char const* words : {">First<", ">Second<"}) CHECK(drawn.find(words) != drawn.npos);
  }

  TEST_CASE("every chart has a title and a description that name it") {
    for (Chart const& chart : {Chart(grid(2, 2)), Chart(StackedBars{})}) {
      auto const drawn = svg(chart, frame);
      CHECK(drawn.find("aria-labelledby=\"f-t f-d\"") != drawn.npos);
      CHECK(drawn.find("<title id=\"f-t\">Title</title>") != drawn.npos);
      CHECK(drawn.find("<desc id=\"f-d\">Description</desc>") != drawn.npos);
    }
  }

  TEST_CASE("a width of its own can be asked for") {
    CHECK(svg(grid(2, 2), {"f", "t", "d", 640}).find("width=\"640\"") != std::string::npos);
    CHECK(svg(grid(2, 2), frame).find("width=\"100%\"") != std::string::npos);
  }

  TEST_CASE("whatever the numbers, the drawing is well formed and the same twice") {
    CHECK(rc::check("bars", [](std::vector<std::int32_t> const& values) {
      StackedBars bars;
      for (std::size_t i = 0; i < 4; ++i) bars.series.push_back({"s", static_cast<Tone>(i)});
      bars.bars.push_back({"b", {values.begin(), values.end()}, "n"});
      auto const drawn = svg(bars, frame);
      RC_ASSERT(read_html(drawn).problem == "");
      RC_ASSERT(drawn == svg(bars, frame));
    }));
    CHECK(rc::check("cells", [](int row, int column, int band, std::int32_t number, std::string const& id) {
      auto map = grid(3, 3);
      map.cells.push_back({row, column, band, number, {id, id}});
      auto const drawn = svg(map, frame);
      RC_ASSERT(read_html(drawn).problem == "");
    }));
  }

  TEST_CASE("a heat map without levels or bands is still a drawing") {
    CHECK(read_html(svg(HeatMap{}, frame)).problem == "");
  }
}
