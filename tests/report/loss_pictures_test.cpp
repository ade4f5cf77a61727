#include <annexa/report/loss_pictures.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <regex>

#include "report/html_check.hpp"
#include "report/loss_sheet.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::report;
using annexa::testing::read_html;

namespace {

Portfolio drawn_portfolio() {
  auto read = from_json<Portfolio>(parse_json(R"({"currency": "EUR", "scenarios": [
    {"name": "ransomware", "frequency": {"dist": "poisson", "rate": 0.4},
     "severity": {"dist": "lognormal-interval", "p05": 50000, "p95": 2000000}},
    {"name": "leak", "frequency": {"dist": "poisson", "rate": 1.5},
     "severity": {"dist": "pert", "low": 5000, "mode": 20000, "high": 300000}}],
    "treatments": [{"name": "EDR", "cost": {"amount": "90000", "currency": "EUR"},
                    "effects": [{"node": "ransomware.frequency", "reduction": 0.45}]},
                   {"name": "training", "cost": {"amount": "20000", "currency": "EUR"},
                    "effects": [{"node": "leak.frequency", "reduction": 0.3}]}],
    "tolerance": [{"probability": 0.1, "loss": {"amount": "500000", "currency": "EUR"}}]})")
                                       .value());
  if (!read) FAIL(read.error().text());
  return *std::move(read);
}

SimulationResult const& simulated() {
  static SimulationResult const found = [] {
    SimulationOptions options;
    options.trials = 20'000;
    options.histogram = true;
    return simulate(drawn_portfolio(), options).value();
  }();
  return found;
}

LossCurveRequest curve_request() {
  LossCurveRequest request;
  request.curves = {{"", simulated().portfolio.exceedance}};
  request.tolerance = drawn_portfolio().tolerance;
  return request;
}

LossHistogramRequest histogram_request() {
  LossHistogramRequest request;
  request.figures = simulated().portfolio;
  return request;
}

TornadoRequest tornado_request() {
  TornadoRequest request;
  request.sensitivity = sensitivity(drawn_portfolio(), 256).value();
  return request;
}

FrontierRequest frontier_request() {
  OptimizationOptions options;
  options.trials = 2'000;
  options.frontier_points = 20;
  auto const found = optimize(drawn_portfolio(), options).value();
  FrontierRequest request;
  request.minimize = found.minimize;
  request.choice = found.choice;
  return request;
}

std::size_t count_in(std::string const& text, std::string const& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::vector<std::string> rules_of(Error const& error) {
  std::vector<std::string> out;
  for (auto const& each : error.violations()) out.push_back(each.rule + " " + each.where);
  return out;
}

bool has_rule(Error const& error, std::string_view rule) {
  return std::ranges::count(error.violations(), rule, &Violation::rule) > 0;
}

// What each picture is held to, whatever it shows.
template <class Request>
void check_sheet(result<std::string> (*draw)(Request const&), Request request, std::string const& german) {
  auto const svg = draw(request).value();
  CHECK(svg == draw(request).value());
  CHECK(read_html(svg).problem == "");
  CHECK(svg.find("<title") != std::string::npos);
  CHECK(svg.find("<desc") != std::string::npos);
  CHECK(svg.find("nan") == std::string::npos);
  request.language = "de";
  CHECK(draw(request).value().find(german) != std::string::npos);
  request.title = "<script>alert('&\"')</script>";
  auto const hostile = draw(request).value();
  CHECK(hostile.find("<script") == std::string::npos);
  CHECK(read_html(hostile).text.find("<script>alert") != std::string::npos);
  for (int const width : {320, 400, 10'000}) {
    request.width = width;
    CHECK(read_html(draw(request).value()).problem == "");
  }
  request.width = 319;
  CHECK(rules_of(draw(request).error()) == std::vector<std::string>{"loss-picture.width /width"});
  request.language = "xx";
  CHECK(has_rule(draw(request).error(), "language.unknown"));
}

}  // namespace

TEST_SUITE("report/loss_pictures") {
  TEST_CASE("every picture has a title, a description and its language, and shows hostile text as text") {
    check_sheet(loss_curve_picture, curve_request(), "Wahrscheinlichkeit von mehr");
    check_sheet(loss_histogram_picture, histogram_request(), "Anteil der Jahre");
    check_sheet(tornado_picture, tornado_request(), "90. Perzentil");
    check_sheet(frontier_picture, frontier_request(), "Kosten eines Jahres");
  }

  TEST_CASE("a histogram has a bar for each interval, as high as it has years") {
    auto const request = histogram_request();
    auto const svg = loss_histogram_picture(request).value();
    auto const& intervals = request.figures.histogram;
    auto const seen = std::ranges::count_if(intervals, [](auto const& each) { return each.probability.value > 1e-4; });
    auto const bars = count_in(svg, "fill=\"#5b88b0\"");
    CHECK(bars >= static_cast<std::size_t>(seen));
    CHECK(bars <= intervals.size());
    std::regex const bar(R"re(height="([0-9.]+)" fill="#5b88b0"><title>[^<]*: ([0-9.]+))re");
    double ratio = 0;
    for (std::sregex_iterator at(svg.begin(), svg.end(), bar), end; at != end; ++at) {
      double const height = std::stod((*at)[1]);
      double const share = std::stod((*at)[2]);
      if (share < 1) continue;
      if (ratio == 0) ratio = height / share;
      CHECK(height / share == doctest::Approx(ratio).epsilon(0.01));
    }
    CHECK(ratio > 0);
    CHECK(svg.find("Value at risk, 95") != std::string::npos);
    CHECK(svg.find("of the years have no loss") != std::string::npos);
  }

  TEST_CASE("what is no histogram is refused with its place") {
    LossHistogramRequest request;
    CHECK(rules_of(loss_histogram_picture(request).error()) ==
          std::vector<std::string>{"loss-picture.histogram /figures/histogram"});
    request = histogram_request();
    std::swap(request.figures.histogram[1].low, request.figures.histogram[1].high);
    request.figures.histogram[2].probability.value = 1e300;
    request.figures.histogram[3].low = *Money::from(*Decimal::from(0, 0), *Currency::parse("USD"));
    CHECK(rules_of(loss_histogram_picture(request).error()) ==
          std::vector<std::string>{"loss-picture.order /figures/histogram/1",
                                   "loss-picture.probability /figures/histogram/2/probability/value",
                                   "loss-picture.currencies /figures/histogram/3"});
    request.figures.histogram.resize(1'001, request.figures.histogram[0]);
    CHECK(has_rule(loss_histogram_picture(request).error(), "loss-picture.intervals"));
  }

  TEST_CASE("a tornado has the nodes that matter most, and says how many it leaves out") {
    auto request = tornado_request();
    auto const all = tornado_picture(request).value();
    for (auto const& node : request.sensitivity.nodes) CHECK(all.find(node.node) != std::string::npos);
    CHECK(all.find("matter") == std::string::npos);
    request.most = 1;
    auto const one = tornado_picture(request).value();
    CHECK(one.find(request.sensitivity.nodes[0].node) != std::string::npos);
    CHECK(one.find("3 more inputs matter less.") != std::string::npos);
    request.most = 0;
    CHECK(rules_of(tornado_picture(request).error()) == std::vector<std::string>{"loss-picture.rows /most"});
    request = TornadoRequest{};
    CHECK(rules_of(tornado_picture(request).error()) ==
          std::vector<std::string>{"loss-picture.nodes /sensitivity/nodes"});
  }

  TEST_CASE("a tornado of nodes that change nothing, of gains and of the largest amounts is drawn") {
    auto request = tornado_request();
    for (auto& node : request.sensitivity.nodes) node.low = node.high = request.sensitivity.mean;
    CHECK(read_html(tornado_picture(request).value()).problem == "");
    auto const most =
        Money::from(*Decimal::from(999'999'999'999'999'999, 2), request.sensitivity.mean.currency()).value();
    auto const least =
        Money::from(*Decimal::from(-999'999'999'999'999'999, 2), request.sensitivity.mean.currency()).value();
    request.sensitivity.nodes[0].low = least;
    request.sensitivity.nodes[0].high = most;
    CHECK(read_html(tornado_picture(request).value()).problem == "");
  }

  TEST_CASE("a frontier falls, names what each budget buys, and marks the choice") {
    auto const request = frontier_request();
    auto const svg = frontier_picture(request).value();
    CHECK(svg.find("no treatment") != std::string::npos);
    CHECK(svg.find("EDR, training") != std::string::npos);
    CHECK(svg.find("the choice that was made") != std::string::npos);
    std::regex const line(R"re(polyline points="([^"]+)")re");
    std::smatch found;
    REQUIRE(std::regex_search(svg, found, line));
    std::string const points = found[1];
    double before_x = -1;
    double before_y = -1;
    std::regex const point(R"re(([0-9.]+),([0-9.]+))re");
    for (std::sregex_iterator at(points.begin(), points.end(), point), end; at != end; ++at) {
      CHECK(std::stod((*at)[1]) >= before_x);
      CHECK(std::stod((*at)[2]) >= before_y);  // downwards
      before_x = std::stod((*at)[1]);
      before_y = std::stod((*at)[2]);
    }
  }

  TEST_CASE("what is no frontier is refused with its place") {
    auto request = frontier_request();
    request.choice.untreated = -1;
    request.choice.chosen.objective = 1e300;
    request.choice.frontier[0].objective = std::nan("");
    request.choice.frontier[1].cost = *Money::from(*Decimal::from(0, 0), *Currency::parse("USD"));
    CHECK(rules_of(frontier_picture(request).error()) ==
          std::vector<std::string>{"loss-picture.objective /choice/untreated",
                                   "loss-picture.objective /choice/chosen/objective",
                                   "loss-picture.objective /choice/frontier/0/objective",
                                   "loss-picture.currencies /choice/frontier/1/cost"});
    request = FrontierRequest{};
    CHECK(has_rule(frontier_picture(request).error(), "loss-picture.frontier"));
  }

  TEST_CASE("amounts have three digits at most, and their unit") {
    CHECK(short_amount(0, 2) == "0");
    CHECK(short_amount(5, 2) == "0.05");
    CHECK(short_amount(12'345, 2) == "123");
    CHECK(short_amount(99'949, 2) == "999");
    CHECK(short_amount(99'950, 2) == "1\u00A0k");
    CHECK(short_amount(123'456, 2) == "1.23\u00A0k");
    CHECK(short_amount(12'500'000, 2) == "125\u00A0k");
    CHECK(short_amount(150'000'000, 2) == "1.5\u00A0M");
    CHECK(short_amount(-150'000'000, 2) == "-1.5\u00A0M");
    CHECK(short_amount(7'000'000'000, 0) == "7\u00A0bn");
    CHECK(short_amount(INT64_MIN, 0) == "-9,223,372,037\u00A0bn");
  }

  TEST_CASE("steps are 1, 2 or 5 times a power of ten, and few") {
    CHECK(round_step(1, 5) == doctest::Approx(0.2));
    CHECK(round_step(0.034, 5) == doctest::Approx(0.01));
    CHECK(round_step(26, 5) == doctest::Approx(10));
    CHECK(round_step(1e9, 5) == doctest::Approx(2e8));
  }

  TEST_CASE("curves that cannot be drawn are refused with what is wrong") {
    LossCurveRequest request;
    CHECK(rules_of(loss_curve_picture(request).error()) == std::vector<std::string>{"loss-picture.curves /curves"});
    request = curve_request();
    request.tolerance[0].loss = *Money::from(*Decimal::from(5, 0), *Currency::parse("USD"));
    CHECK(rules_of(loss_curve_picture(request).error()) == std::vector<std::string>{"loss-picture.currencies /curves"});
    request = curve_request();
    request.tolerance.clear();
    request.curves[0].points.clear();
    CHECK(rules_of(loss_curve_picture(request).error()) == std::vector<std::string>{"loss-picture.nothing /curves"});
  }
}
