#include <annexa/risk/quantitative/simulation.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/aggregate.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <functional>

#include "risk/quantitative/histogram.hpp"
#include "support/support.hpp"

using namespace annexa;
using annexa::detail::histogram_edges;

namespace {

Portfolio losses_of(std::string_view scenarios) {
  auto read =
      from_json<Portfolio>(parse_json(R"({"currency": "EUR", "scenarios": )" + std::string(scenarios) + "}").value());
  if (!read) FAIL(read.error().text());
  return *std::move(read);
}

SimulationOptions with_histogram(std::int64_t trials) {
  SimulationOptions options;
  options.trials = trials;
  options.histogram = true;
  return options;
}

double share(std::vector<LossInterval> const& histogram) {
  double sum = 0;
  for (auto const& each : histogram) sum += each.probability.value;
  return sum;
}

constexpr std::string_view ransomware = R"([{"name": "ransomware", "frequency": {"dist": "poisson", "rate": 0.4},
  "severity": {"dist": "lognormal-interval", "p05": 50000, "p95": 2000000}}])";

}  // namespace

TEST_SUITE("risk/quantitative/histogram") {
  TEST_CASE("edges rise, are round, lie around what they are to hold, and are few") {
    CHECK(rc::check([] {
      auto const one = static_cast<double>(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
      auto const wide = static_cast<double>(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000));
      auto const scale = *rc::gen::element(1e-6, 1e-3, 1.0, 1e4);
      double const low = one * scale;
      double const high = low + wide * *rc::gen::element(1e-6, 1e-3, 1.0, 1e4);
      auto const edges = histogram_edges(low, high);
      RC_ASSERT(edges.size() >= 2u);
      RC_ASSERT(edges.size() <= 100u);
      RC_ASSERT(std::ranges::adjacent_find(edges, std::greater_equal{}) == edges.end());
      RC_ASSERT(static_cast<double>(edges.back()) >= high);
      if (low >= 100 && high < 1e8 * low) RC_ASSERT(static_cast<double>(edges.front()) <= low);
    }));
  }

  TEST_CASE("losses of many sizes have steps by factors, others equal steps") {
    CHECK(histogram_edges(95'000, 1'700'000) ==
          std::vector<std::int64_t>{80'000, 100'000, 125'000, 160'000, 200'000, 250'000, 315'000, 400'000, 500'000,
                                    630'000, 800'000, 1'000'000, 1'250'000, 1'600'000, 2'000'000});
    CHECK(histogram_edges(100'300, 101'900).front() == 100'300);
    CHECK(histogram_edges(100'310, 101'900) ==
          std::vector<std::int64_t>{100'300, 100'400, 100'500, 100'600, 100'700, 100'800, 100'900, 101'000, 101'100,
                                    101'200, 101'300, 101'400, 101'500, 101'600, 101'700, 101'800, 101'900});
    CHECK(histogram_edges(-30, 10).front() <= -30);
    CHECK(histogram_edges(500, 500) == std::vector<std::int64_t>{500, 501});
  }

  TEST_CASE("intervals hold the years whose loss they enclose, and all years with a loss") {
    auto const portfolio = losses_of(ransomware);
    auto const options = with_histogram(20'000);
    auto const figures = simulate(portfolio, options).value().portfolio;
    CHECK(share(figures.histogram) == doctest::Approx(figures.loss_probability.value).epsilon(1e-12));
    CHECK(figures.histogram.front().low.minor_units() == 0);
    CHECK(figures.histogram.back().high == figures.greatest);
    auto const years = Simulation::prepare(portfolio, options).value().samples().value();
    for (std::size_t i = 0; i < figures.histogram.size(); ++i) {
      auto const& each = figures.histogram[i];
      CAPTURE(to_string(each.high));
      if (i > 0) CHECK(each.low == figures.histogram[i - 1].high);
      auto const count = std::ranges::count_if(
          years, [&](std::int64_t loss) { return loss > each.low.minor_units() && loss <= each.high.minor_units(); });
      // Bins of 0.8 % are divided where an edge goes through them.
      CHECK(std::abs(each.probability.value * 20'000 - static_cast<double>(count)) <= 8.0);
      double const p = each.probability.value;
      CHECK(each.probability.standard_error == doctest::Approx(std::sqrt(p * (1 - p) / 20'000)).epsilon(1e-9));
    }
  }

  TEST_CASE("a histogram is there only if it was asked for, and empty where nothing is lost") {
    CHECK(simulate(losses_of(ransomware)).value().portfolio.histogram.empty());
    auto const never = losses_of(R"([{"name": "never", "frequency": {"dist": "bernoulli", "p": 0},
                                      "severity": {"dist": "constant", "value": 5}}])");
    CHECK(simulate(never, with_histogram(2'000)).value().portfolio.histogram.empty());
  }

  TEST_CASE("a loss that is always the same is in one interval") {
    auto const same = losses_of(R"([{"name": "fee", "frequency": {"dist": "bernoulli", "p": 1},
                                     "severity": {"dist": "constant", "value": 1000}}])");
    auto const histogram = simulate(same, with_histogram(2'000)).value().portfolio.histogram;
    REQUIRE(histogram.size() == 1);
    CHECK(histogram[0].probability.value == 1);
    CHECK(histogram[0].high.minor_units() >= 100'000);
  }

  TEST_CASE("gains are in intervals below nothing, and years without any in none") {
    auto portfolio = losses_of(R"([{"name": "project", "loss_event_frequency": {"dist": "constant", "value": 1},
                                    "severity": {"dist": "normal", "mean": 1000, "sd": 4000}}])");
    portfolio.semantics = AnnualSemantics::annualized_product;
    auto const figures = simulate(portfolio, with_histogram(20'000)).value().portfolio;
    CHECK(figures.histogram.front().low.minor_units() < figures.least.minor_units());
    CHECK(figures.histogram.front().low.minor_units() < 0);
    CHECK(share(figures.histogram) == doctest::Approx(figures.loss_probability.value).epsilon(1e-12));
  }

  TEST_CASE("what is computed agrees with what is simulated") {
    if (!has_aggregation()) return;
    auto const portfolio = losses_of(ransomware);
    auto const computed = aggregate(portfolio, with_histogram(1)).value().portfolio;
    CHECK(share(computed.histogram) == doctest::Approx(computed.loss_probability.value).epsilon(1e-9));
    auto const drawn = simulate(portfolio, with_histogram(200'000)).value().portfolio.histogram;
    std::size_t compared = 0;
    for (auto const& one : computed.histogram)
      for (auto const& other : drawn) {
        bool const is_last = &one == &computed.histogram.back();  // which has all that is more
        if (is_last || one.low != other.low || one.high != other.high) continue;
        CHECK(std::abs(one.probability.value - other.probability.value) <=
              one.probability.standard_error + 5 * other.probability.standard_error + 1e-4);
        ++compared;
      }
    CHECK(compared > 15);
  }
}
