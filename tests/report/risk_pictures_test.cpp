#include <annexa/report/risk_pictures.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/report/picture.hpp>
#include <annexa/risk/methods.hpp>
#include <annexa/risk/score.hpp>

#include <algorithm>
#include <numeric>

#include "report/hostile_state.hpp"
#include "report/html_check.hpp"
#include "report/sample_state.hpp"

using namespace annexa;
using namespace annexa::report;
using annexa::testing::read_html;
using annexa::testing::risk_state;

namespace {

constexpr RiskStage every_view[] = {RiskStage::inherent, RiskStage::current, RiskStage::residual, RiskStage::target};
std::vector<RiskStage> const all_views{std::begin(every_view), std::end(every_view)};
Date const last_day = *Date::from(2026, 8, 3);

std::int64_t drawn_in(HeatMap const& map) {
  return std::accumulate(map.cells.begin(), map.cells.end(), std::int64_t{0},
                         [](std::int64_t sum, HeatCell const& cell) { return sum + cell.count; });
}

HeatMap const& map_of(Figure const& figure) { return std::get<HeatMap>(figure.chart); }

}  // namespace

TEST_SUITE("report/risk_pictures") {
  TEST_CASE("the band of every cell is the one that the method gives the pair, whether a grid makes it or a score") {
    for (auto const& each : built_in_methods()) {
      CAPTURE(each.key);
      auto const method = built_in_method(each.key).value();
      auto const map = heat_map(method, {});
      if (!map) {
        CHECK(map.error().names("rating.not-a-pair"));
        CHECK_FALSE(method.is_ordinal());
        continue;
      }
      CHECK(map->cells.size() == method.likelihood.size() * method.impact.size());
      CHECK(map->cells.front().row == method.first_level());
      if (!method.factors.empty()) continue;
      for (auto const& cell : map->cells)
        CHECK(cell.band == score(method, Rating{cell.row, cell.column, {}, {}, {}, {}}).value().level);
    }
  }
  TEST_CASE("levels are numbered as the method numbers them, also from 0") {
    auto method = built_in_method("5x5").value();
    method.lowest = 0;
    auto const map = heat_map(method, {{"R-1", 0, 4}, {"R-2", 4, 0}}).value();
    CHECK(map.cells[4].ids == std::vector<std::string>{"R-1"});
    CHECK(map.cells[20].ids == std::vector<std::string>{"R-2"});
    auto const drawn = svg(map, {"f", "t", "d", 0});
    CHECK(drawn.find(">0</text>") != drawn.npos);
    CHECK(drawn.find(">R-1<") != drawn.npos);
    CHECK(drawn.find(">R-2<") != drawn.npos);
  }
  TEST_CASE("levels outside their scale are refused where they stand, every one") {
    auto const method = built_in_method("5x5").value();
    auto const refused = heat_map(method, {{"R-1", 6, 1}, {"R-2", 1, 0}});
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().violations().size() == 2);
    CHECK(refused.error().violations()[0].where == "/points/0/likelihood");
    CHECK(refused.error().violations()[1].where == "/points/1/impact");
  }
  TEST_CASE("every point is counted once, in its cell") {
    CHECK(rc::check("points", [](std::vector<std::uint8_t> const& levels) {
      auto const method = built_in_method("5x5").value();
      std::vector<HeatPoint> points;
      for (auto const level : levels) points.push_back({std::to_string(level), level % 5 + 1, level / 5 % 5 + 1});
      auto const map = heat_map(method, points).value();
      RC_ASSERT(drawn_in(map) == static_cast<std::int64_t>(points.size()));
      for (auto const& cell : map.cells) RC_ASSERT(cell.count == static_cast<std::int64_t>(cell.ids.size()));
    }));
  }
  TEST_CASE("a thousand risks in one cell are a number, three names and how many more") {
    std::vector<HeatPoint> points;
    for (int i = 1; i <= 1000; ++i) points.push_back({"R-" + std::to_string(i), 5, 5});
    auto const drawn = heat_map_picture(built_in_method("5x5").value(), {points, "", {}}).value();
    CHECK(read_html(drawn).problem == "");
    for (char const* words : {">1000<", ">R-1<", ">R-3<", ">+997<"}) CHECK(drawn.find(words) != drawn.npos);
    CHECK(drawn.find(">R-4<") == drawn.npos);
    CHECK(drawn.size() < 20'000);
  }
  TEST_CASE("the four views of a register stand side by side, with what is not on them told") {
    auto const figures = heat_maps(risk_state(), "", all_views).value();
    REQUIRE(figures.size() == 4);
    CHECK(drawn_in(map_of(figures[0])) == 14);
    CHECK(figures[0].description.find("2 more") != std::string::npos);  // by another method, and not scored
    CHECK(figures[2].title.find("Residual") == 0);
    auto const drawn = heat_maps_picture(risk_state(), "", all_views, 0).value();
    CHECK(read_html(drawn).problem == "");
    for (char const* words : {">Inherent risk", ">Current risk", ">Residual risk", ">Target risk"})
      CHECK(drawn.find(words) != drawn.npos);
    CHECK(drawn.find("width=\"1760\"") != drawn.npos);
    CHECK(drawn == heat_maps_picture(risk_state(), "", all_views, 0).value());
  }
  TEST_CASE("methods that ask for more than a pair are not drawn; unknown ones and odd widths are refused") {
    CHECK(heat_maps(risk_state(), "iso27005-asset", {RiskStage::residual}).error().names("rating.not-a-pair"));
    CHECK(heat_maps(risk_state(), "6x6", {RiskStage::residual}).error().names("reference.unknown"));
    CHECK(heat_maps_picture(risk_state(), "", all_views, 99).error().names("picture.width"));
    CHECK(heat_maps_picture(risk_state(), "", all_views, 10'001).error().names("picture.width"));
    CHECK(heat_maps(State{}, "", all_views).error().names("picture.no-method"));
    CHECK(risk_trend_picture(State{}, RiskStage::residual, last_day, 0).error().names("picture.no-method"));
  }
  TEST_CASE("a trend has a chart for each method, from its first score until today") {
    auto const figures = risk_trend_figures(risk_state(), RiskStage::residual, last_day);
    REQUIRE(figures.size() == 2);
    auto const& trend = std::get<Trend>(figures[0].chart);
    CHECK(trend.until == last_day);
    REQUIRE(trend.days.size() == 3);
    auto const total = [](TrendDay const& day) {
      return std::accumulate(day.values.begin(), day.values.end(), std::int64_t{0});
    };
    for (auto const& day : trend.days) CHECK(total(day) == 14);
    auto const drawn = risk_trend_picture(risk_state(), RiskStage::residual, last_day, 0).value();
    CHECK(read_html(drawn).problem == "");
    CHECK(drawn == risk_trend_picture(risk_state(), RiskStage::residual, last_day, 0).value());
  }
  TEST_CASE("hostile names are names") {
    auto const& state = annexa::testing::hostile_risk_state();
    for (auto const& drawn : {heat_maps_picture(state, "", all_views, 0).value(),
                              risk_trend_picture(state, RiskStage::residual, last_day, 0).value(),
                              heat_map_picture(built_in_method("3x3").value(),
                                               {{{"</text><script>alert(1)</script>", 1, 1}}, "\"><img src=x>", 400})
                                  .value()}) {
      CHECK(read_html(drawn).problem == "");
      CHECK(drawn.find("<script") == drawn.npos);
      CHECK(drawn.find("<img") == drawn.npos);
    }
  }
}
