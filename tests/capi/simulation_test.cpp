#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

using namespace annexa::testing::c;

namespace json = boost::json;

namespace {

constexpr annexa_task const* unfollowed_run = nullptr;
constexpr std::string_view portfolio = R"({"currency": "EUR", "scenarios": [
  {"name": "leak", "frequency": {"dist": "poisson", "rate": 1.5},
   "severity": {"dist": "pert", "low": 5000, "mode": 20000, "high": 300000}}],
  "treatments": [{"name": "DLP", "cost": {"amount": "9000", "currency": "EUR"},
                  "effects": [{"node": "leak.frequency", "reduction": 0.5}]}]})";

Outcome simulate(std::string_view document, std::string_view options) {
  return call(annexa_risk_simulate, document.data(), document.size(), options.data(), options.size(), 2U,
              unfollowed_run);
}

template <class Function>
Outcome draw(Function* function, std::string_view request) {
  return call(function, request.data(), request.size());
}

json::object read_object(Outcome const& outcome) {
  REQUIRE(outcome.rules == std::vector<std::string>{});
  REQUIRE(outcome.status == ANNEXA_OK);
  return json::parse(outcome.document).as_object();
}

bool is_drawn(Outcome const& outcome) {
  return outcome.status == ANNEXA_OK && outcome.document.starts_with("<svg") && outcome.document.ends_with("</svg>");
}

}  // namespace

TEST_SUITE("capi/simulation") {
  TEST_CASE("parts that were simulated apart come to what one call comes to") {
    constexpr std::string_view options = R"({"trials": 5000, "seed": 7})";
    auto const part = [&](std::int64_t first, std::int64_t end) {
      return call(annexa_simulation_part, portfolio.data(), portfolio.size(), options.data(), options.size(), first,
                  end, 1U, unfollowed_run)
          .document;
    };
    auto const one = part(3, 5);
    auto const other = part(0, 3);
    auto const both = call(annexa_simulation_merge, one.data(), one.size(), other.data(), other.size()).document;
    auto const figures = call(annexa_simulation_figures, portfolio.data(), portfolio.size(), options.data(),
                              options.size(), both.data(), both.size());
    CHECK(figures.document == simulate(portfolio, options).document);
    CHECK(call(annexa_simulation_merge, one.data(), one.size(), one.data(), one.size())
              .is(ANNEXA_E_USAGE, "simulation.overlap"));
    CHECK(call(annexa_simulation_figures, portfolio.data(), portfolio.size(), options.data(), options.size(),
               one.data(), one.size())
              .is(ANNEXA_E_USAGE, "simulation.gap"));
  }

  TEST_CASE("what was found is drawn") {
    auto const found = read_object(simulate(portfolio, R"({"trials": 5000, "histogram": true})"));
    json::object const curve{
        {"curves", json::array{json::object{{"name", "all"}, {"points", found.at("portfolio").at("exceedance")}}}}};
    CHECK(is_drawn(draw(annexa_loss_curve_picture, json::serialize(curve))));
    json::object const histogram{{"figures", found.at("portfolio")}, {"language", "fr"}};
    CHECK(is_drawn(draw(annexa_loss_histogram_picture, json::serialize(histogram))));
    auto const sensitivity = read_object(
        call(annexa_risk_sensitivity, portfolio.data(), portfolio.size(), std::int64_t{256}, std::int64_t{0}));
    CHECK(is_drawn(draw(annexa_tornado_picture, json::serialize(json::object{{"sensitivity", sensitivity}}))));
    constexpr std::string_view options = R"({"trials": 2000, "frontier_points": 5})";
    auto const best = read_object(call(annexa_risk_optimize, portfolio.data(), portfolio.size(), options.data(),
                                       options.size(), 1U, unfollowed_run));
    json::object const frontier{{"minimize", best.at("minimize")}, {"choice", best.at("choice")}};
    CHECK(is_drawn(draw(annexa_frontier_picture, json::serialize(frontier))));
  }

  TEST_CASE("what is no request is refused") {
    for (auto* picture :
         {annexa_loss_curve_picture, annexa_loss_histogram_picture, annexa_tornado_picture, annexa_frontier_picture}) {
      CHECK(draw(picture, "{").is(ANNEXA_E_USAGE, "json.syntax"));
      CHECK(draw(picture, R"({"colour": "red"})").rules.front() == "json.unknown-member");
      CHECK(call(picture, nullptr, std::size_t{5}).status == ANNEXA_E_USAGE);
    }
    CHECK(simulate(portfolio, R"({"trials": 0})").is(ANNEXA_E_USAGE, "simulation.trials"));
    CHECK(simulate("[]", "{}").status == ANNEXA_E_USAGE);
  }
}
