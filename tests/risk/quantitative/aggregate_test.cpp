#include <annexa/risk/quantitative/aggregate.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/risk/quantitative/simulation.hpp>

#include <boost/math/distributions/poisson.hpp>
#include <cmath>
#include <risk/quantitative/event_count.hpp>
#include <risk/quantitative/loss_curve.hpp>
#include <risk/quantitative/transform.hpp>

#include "distributions.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Portfolio portfolio_of(std::string const& scenarios, std::string const& more = "") {
  auto const text = R"({"currency":"EUR","scenarios":[)" + scenarios + "]" + more + "}";
  return from_json<Portfolio>(parse_json(text).value()).value();
}

Money cents(std::int64_t count) { return *Money::from(*Decimal::from(count, 2), *Currency::parse("EUR")); }
Real euros(Money const& money) { return static_cast<Real>(money.minor_units()) / 100; }

// True if the truth lies within the bound, which is not more than @p most of it.
bool within(LevelEstimate const& found, Real truth, Real most) {
  CAPTURE(found.level);
  CAPTURE(euros(found.value));
  CAPTURE(euros(found.standard_error));
  CAPTURE(truth);
  CHECK(std::fabs(euros(found.value) - truth) <= euros(found.standard_error));
  CHECK(euros(found.standard_error) <= most * truth);
  return true;
}

SimulationOptions levels(std::vector<Real> list) {
  SimulationOptions options;
  options.levels = std::move(list);
  return options;
}

constexpr std::string_view exponential =
    R"({"name":"a","frequency":{"dist":"poisson","rate":2.5},"severity":{"dist":"exponential","mean":10000}})";
constexpr std::string_view lognormal =
    R"({"name":"b","frequency":{"dist":"poisson","rate":0.8},"severity":{"dist":"lognormal-interval","p05":10000,"p95":1000000}})";
constexpr std::string_view fair = R"({"name":"c",
  "threat_event_frequency":{"dist":"pert","low":20,"mode":50,"high":100},
  "threat_capability":{"dist":"pert","low":0.2,"mode":0.5,"high":0.9},
  "resistance_strength":{"dist":"pert","low":0.3,"mode":0.6,"high":0.9},
  "primary_loss":[{"form":"response","magnitude":{"dist":"pert","low":30000,"mode":100000,"high":800000}}],
  "secondary_loss":[{"form":"fines","probability":{"dist":"pert","low":0.1,"mode":0.3,"high":0.7},
                     "magnitude":{"dist":"pert","low":10000,"mode":50000,"high":1000000}}]})";

// Compares every figure with a simulation: within the bound and 4.5 standard errors.
// @p binning is by how much the simulation's bins may be off, for each amount.
void agrees(Portfolio const& portfolio, std::int64_t trials, Real binning = 2e-4) {
  SimulationOptions options;
  options.trials = trials;
  options.seed = 11;
  auto const computed = aggregate(portfolio, options).value();
  SimulationRun run;
  run.threads = 2;
  auto const simulated = simulate(portfolio, options, run).value();
  auto const compare = [&](LossFigures const& one, LossFigures const& other) {
    CAPTURE(one.name);
    auto const amount = [&](std::string_view what, Real level, Money const& a, Money const& bound, Money const& b,
                            Money const& error) {
      CAPTURE(what);
      CAPTURE(level);
      CAPTURE(to_string(a));
      CAPTURE(to_string(bound));
      CAPTURE(to_string(b));
      CAPTURE(to_string(error));
      CHECK(std::fabs(euros(a) - euros(b)) <= euros(bound) + 4.5 * euros(error) + binning * euros(a) + 0.02);
    };
    amount("mean", 0, one.mean.value, one.mean.standard_error, other.mean.value, other.mean.standard_error);
    amount("sd", 0, one.standard_deviation.value, one.standard_deviation.standard_error, other.standard_deviation.value,
           other.standard_deviation.standard_error);
    for (std::size_t i = 0; i < one.quantiles.size(); ++i)
      amount("quantile", one.quantiles[i].level, one.quantiles[i].value, one.quantiles[i].standard_error,
             other.quantiles[i].value, other.quantiles[i].standard_error);
    for (std::size_t i = 0; i < one.expected_shortfall.size(); ++i)
      amount("shortfall", one.expected_shortfall[i].level, one.expected_shortfall[i].value,
             one.expected_shortfall[i].standard_error, other.expected_shortfall[i].value,
             other.expected_shortfall[i].standard_error);
    CHECK(std::fabs(one.loss_probability.value - other.loss_probability.value) <=
          4.5 * other.loss_probability.standard_error + 10.0 / static_cast<Real>(trials));
    CHECK(std::fabs(one.events->value - other.events->value) <= 4.5 * other.events->standard_error + 1e-9);
  };
  compare(computed.portfolio, simulated.portfolio);
  for (std::size_t i = 0; i < computed.categories.size(); ++i) compare(computed.categories[i], simulated.categories[i]);
  for (std::size_t i = 0; i < computed.scenarios.size(); ++i) compare(computed.scenarios[i], simulated.scenarios[i]);
}

// Scenarios of many kinds.
std::string many(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    auto const n = std::to_string(i);
    auto const size = std::to_string(1000 + 37 * (i % 101));
    std::string const frequencies[] = {
        R"("frequency":{"dist":"poisson","rate":)" + std::to_string(0.1 + 0.03 * (i % 70)) + "}",
        R"("frequency":{"dist":"negative-binomial","r":2,"mean":1.5})",
        R"("loss_event_frequency":{"dist":"pert","low":0.1,"mode":0.5,"high":3})",
        R"("frequency":{"dist":"bernoulli","p":0.2})"};
    std::string const severities[] = {
        R"({"dist":"lognormal","mu":)" + std::to_string(8 + 0.02 * (i % 90)) + R"(,"sigma":1.2})",
        R"({"dist":"pert","low":)" + size + R"(,"mode":)" + size + R"(0,"high":)" + size + "00}",
        R"({"dist":"gamma","shape":2.5,"scale":)" + size + "}"};
    out += (i ? "," : "") + (R"({"name":"s)" + n + R"(","category":"c)" + std::to_string(i % 3) + R"(",)") +
           frequencies[i % 4] + R"(,"severity":)" + severities[i % 3] + "}";
  }
  return out;
}

}  // namespace

TEST_SUITE("risk/quantitative/aggregate") {
  TEST_CASE("compound Poisson sums of exponential losses are those of the closed form") {
    auto options = levels({0.5, 0.95, 0.99});
    options.quantiles = {0.5};
    options.losses = {cents(5000000), cents(10000000), cents(2000000)};
    auto const found = aggregate(portfolio_of(std::string(exponential)), options).value();
    auto const& figures = found.portfolio;
    CHECK(found.engine == "fft");
    CHECK(euros(figures.mean.value) == 25'000);
    CHECK(euros(figures.standard_deviation.value) == doctest::Approx(22'360.68).epsilon(1e-7));
    CHECK(1 - figures.loss_probability.value == doctest::Approx(0.0820849986238988).epsilon(1e-12));
    CHECK(within(figures.value_at_risk[0], 19'779.234587957, 2e-3));
    CHECK(within(figures.value_at_risk[1], 68'639.7035673895, 2e-3));
    CHECK(within(figures.value_at_risk[2], 96'935.2396873961, 2e-3));
    CHECK(within(figures.expected_shortfall[0], 41'885.9371138412, 2e-3));
    CHECK(within(figures.expected_shortfall[1], 86'129.7642987706, 2e-3));
    CHECK(within(figures.expected_shortfall[2], 113'241.258977604, 2e-3));
    for (auto const& point : figures.exceedance) {
      auto const near = [&](Real loss, Real truth) {
        if (euros(point.loss) != loss) return;
        CHECK(std::fabs(point.aggregate.value - truth) <= point.aggregate.standard_error);
        CHECK(point.aggregate.standard_error < 0.01 * truth);
        CHECK(std::fabs(point.aggregate.value - truth) < 1e-6 * truth);
      };
      near(50'000, 0.131719445718276);
      near(100'000, 0.00833308057656394);
      if (euros(point.loss) == 20'000) CHECK(point.event->value == doctest::Approx(0.287045879734206).epsilon(1e-9));
    }
  }
  TEST_CASE("compound Poisson sums of lognormal losses are those of another program") {
    auto options = levels({0.9, 0.95, 0.99});
    auto const found = aggregate(portfolio_of(std::string(lognormal)), options).value().portfolio;
    CHECK(euros(found.mean.value) == doctest::Approx(213'118.41).epsilon(1e-8));
    CHECK(euros(found.standard_deviation.value) == doctest::Approx(634'756.19).epsilon(1e-8));
    CHECK(within(found.value_at_risk[0], 560'995.688, 3e-3));
    CHECK(within(found.value_at_risk[1], 969'097.7146, 3e-3));
    CHECK(within(found.value_at_risk[2], 2'511'240.7725, 3e-3));
    CHECK(euros(found.value_at_risk[1].value) == doctest::Approx(969'097.71).epsilon(1e-6));
  }
  TEST_CASE("a FAIR tree with rates that are drawn and secondary losses has the moments of event-level semantics") {
    auto const portfolio = portfolio_of(std::string(fair));
    auto const found = aggregate(portfolio).value().portfolio;
    CHECK(euros(found.mean.value) == doctest::Approx(4'646'880.76).epsilon(1e-7));
    CHECK(euros(found.standard_deviation.value) == doctest::Approx(1'866'694.76).epsilon(1e-7));
    agrees(portfolio, 30'000);
  }
  TEST_CASE("what is computed agrees with what is simulated, within the stated errors") {
    agrees(portfolio_of(std::string(exponential) + ',' + std::string(lognormal)), 200'000);
    agrees(portfolio_of(many(12)), 60'000);
    agrees(portfolio_of(R"({"name":"fixed","frequency":{"dist":"binomial","n":5,"p":0.3},"severity":{"dist":"constant",
      "value":1234.56}},{"name":"seen","loss_event_frequency":{"dist":"constant","value":2},"severity":{"dist":"empirical",
      "values":[10,500.5,90000],"weights":[5,3,1]}},{"name":"clipped","frequency":{"dist":"bernoulli","p":0.5},
      "severity":{"dist":"normal-clipped","mean":5000,"sd":9000,"low":0,"high":20000}})"),
           60'000, 4e-3);
  }
  TEST_CASE("treatments take away what they take away in simulations") {
    auto portfolio = portfolio_of(std::string(exponential), R"(,"treatments":[{"name":"t","cost":{"amount":"1.00",
      "currency":"EUR"},"effects":[{"node":"a.frequency","reduction":0.5},{"node":"a.severity","reduction":0.2}]},
      {"name":"all","cost":{"amount":"1.00","currency":"EUR"},"effects":[{"node":"a.severity","reduction":1}]}])");
    SimulationOptions options;
    options.treatments = {"t"};
    CHECK(euros(aggregate(portfolio, options)->portfolio.mean.value) == 10'000);
    options.treatments = {"all"};
    auto const none = aggregate(portfolio, options).value().portfolio;
    CHECK(euros(none.mean.value) == 0);
    CHECK(none.loss_probability.value == 0);
    CHECK(euros(none.value_at_risk[2].value) == 0);
  }
  TEST_CASE("a thousand scenarios") {
    auto const portfolio = portfolio_of(many(1000));
    SimulationOptions options;
    options.portfolio_only = true;
    auto const found = aggregate(portfolio, options).value();
    CHECK(found.scenarios.empty());
    options.trials = 3'000;
    auto const simulated = simulate(portfolio, options).value();
    auto const& one = found.portfolio;
    auto const& other = simulated.portfolio;
    CHECK(std::fabs(euros(one.mean.value) - euros(other.mean.value)) <= 4.5 * euros(other.mean.standard_error));
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(std::fabs(euros(one.value_at_risk[i].value) - euros(other.value_at_risk[i].value)) <=
            euros(one.value_at_risk[i].standard_error) + 4.5 * euros(other.value_at_risk[i].standard_error));
      CHECK(euros(one.value_at_risk[i].standard_error) < 0.04 * euros(one.value_at_risk[i].value));
    }
  }
  TEST_CASE("what is not computed is refused with its reason, all at once") {
    auto refused = [](std::string const& scenarios, std::string const& more = "") {
      return aggregate(portfolio_of(scenarios, more)).error();
    };
    auto const pair = std::string(exponential) + ',' + std::string(lognormal);
    auto const both = refused(
        pair,
        R"(,"semantics":"annualized-product","dependence":{"copula":"gaussian","correlations":[{"one":"a.severity",
      "other":"b.severity","correlation":0.5}]})");
    CHECK(both.names("aggregate.dependence"));
    CHECK(both.names("aggregate.semantics"));
    CHECK(
        refused(R"({"name":"a","frequency":{"dist":"poisson","rate":1},"severity":{"dist":"normal","mean":1,"sd":5}})")
            .names("aggregate.negative"));
    CHECK(refused(R"({"name":"a","frequency":{"dist":"poisson","rate":1},"severity":{"dist":"constant","value":-5}})")
              .names("aggregate.negative"));
    CHECK(refused(R"({"name":"a","frequency":{"dist":"poisson","rate":1},
                      "severity":{"dist":"generalized-pareto","shape":0.6,"scale":5}})")
              .names("aggregate.variance"));
    CHECK(refused(R"({"name":"a","frequency":{"dist":"poisson","rate":1},
                      "severity":{"dist":"lognormal","mu":40,"sigma":5}})")
              .names("aggregate.large"));
    CHECK(aggregate(portfolio_of(std::string(lognormal)), levels({1 - 1e-14})).error().names("aggregate.grid"));
    CHECK(refused(R"({"name":"a","frequency":{"dist":"poisson","rate":-1},"severity":{"dist":"constant","value":5}})")
              .names("distribution.range"));
    CHECK(aggregate(portfolio_of(std::string(exponential)), levels({1.5})).error().names("simulation.level"));
  }
  TEST_CASE("Gauss's rule keeps the moments of what it stands for") {
    detail::Weighted fine;
    for (int i = 0; i < 500; ++i) {
      fine.values.push_back(3 + 2 * std::sin(0.01 * i));
      fine.weights.push_back((1.0 + i % 7) / 1998);
    }
    auto const rule = detail::gauss_rule(fine, 6);
    REQUIRE(rule.values.size() == 6);
    for (int power = 0; power < 12; ++power) {
      Real exact = 0;
      Real found = 0;
      for (std::size_t i = 0; i < 500; ++i) exact += fine.weights[i] * std::pow(fine.values[i], power);
      for (std::size_t i = 0; i < 6; ++i) found += rule.weights[i] * std::pow(rule.values[i], power);
      CHECK(found == doctest::Approx(exact).epsilon(1e-11));
    }
  }
  TEST_CASE("transforms there and back") {
    detail::Transform const transform(64);
    std::vector<Real> sequence(64);
    for (std::size_t i = 0; i < 64; ++i) sequence[i] = std::cos(0.3 * static_cast<Real>(i * i));
    auto const values = transform.forward(sequence);
    REQUIRE(values.size() == 33);
    detail::Complex fifth = 0;
    for (std::size_t i = 0; i < 64; ++i)
      fifth += sequence[i] * std::polar(1.0, -2 * 3.14159265358979323846 * 5 * static_cast<Real>(i) / 64);
    CHECK(std::abs(values[5] - fifth) < 1e-13);
    auto const again = transform.inverse(values);
    for (std::size_t i = 0; i < 64; ++i) CHECK(std::fabs(again[i] - sequence[i]) < 1e-14);
  }
  TEST_CASE("masses on a grid keep mass and mean, and the curve is the law") {
    for (std::string_view const text :
         {R"({"dist":"lognormal","mu":3,"sigma":0.8})", R"({"dist":"triangular","low":5,"mode":6,"high":90})",
          R"({"dist":"normal-clipped","mean":20,"sd":30,"low":0,"high":70})",
          R"({"dist":"empirical","values":[1,2.25,40]})", R"({"dist":"gamma","shape":0.1,"scale":50})",
          R"({"dist":"lognormal-pareto","mu":2,"sigma":0.5,"p":0.9,"shape":0.1,"scale":10})"}) {
      CAPTURE(text);
      auto const law = detail::law_of(distribution_of(text));
      detail::LossCurve const curve(*law);
      std::vector<Real> masses(200'000);
      curve.add_masses(2, 0.037, 3, masses);
      Real mass = 0;
      Real mean = 0;
      Real least = 0;
      for (std::size_t k = 0; k < masses.size(); ++k) {
        mass += masses[k];
        mean += masses[k] * static_cast<Real>(k) * 0.037;
        least = std::min(least, masses[k]);
      }
      CHECK(mass == doctest::Approx(3).epsilon(1e-9));
      CHECK(mean == doctest::Approx(6 * law->moments().mean).epsilon(1e-7));
      CHECK(least > -1e-9);
      for (Real x = 0.5; x < 200; x *= 1.3) CHECK(std::fabs(curve.above(x) - law->cdf(x).upper) < 1e-9);
    }
  }
}
