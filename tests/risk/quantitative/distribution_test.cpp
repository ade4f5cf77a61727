#include <annexa/risk/quantitative/distribution.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/risk/quantitative/simulation.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <risk/quantitative/law.hpp>
#include <risk/quantitative/quadrature.hpp>

#include "../../catalog/csv.hpp"
#include "distributions.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

using Kind = DistributionKind;
constexpr Real no_number = std::numeric_limits<Real>::quiet_NaN();

Error defects_of(Distribution const& distribution) {
  Error errors;
  check_distribution(distribution, "/scenarios/0/severity", errors);
  return errors;
}
Error defects_of(std::string_view text) { return defects_of(distribution_of(text)); }

// The names of kinds in the table of reference cases.
Distribution reference_distribution(std::string const& text) {
  static std::map<std::string, std::string, std::less<>> const names{{"lognormal_ci90", "lognormal-interval"},
                                                                     {"metalog3", "metalog"},
                                                                     {"normal_truncated", "normal-truncated"},
                                                                     {"normal_clipped_at_0", "normal-clipped"},
                                                                     {"negbin", "negative-binomial"}};
  auto document = parse_json(text).value().as_object();
  std::string const kind(document["dist"].as_string());
  auto const renamed = names.find(kind);
  if (renamed != names.end()) document["dist"] = renamed->second;
  if (kind == "normal_clipped_at_0") document["low"] = 0;
  if (document.contains("lower_bound") && document["lower_bound"].is_null()) document.erase("lower_bound");
  return from_json<Distribution>(document).value();
}

Real number(std::string_view text) {
  Real out = no_number;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// The mean of what is above the quantile of p, by quadrature.
Real shortfall(detail::Law const& law, Real p) {
  return detail::integral(0, 60, 400, [&](Real s) {
    Real const upper = (1 - p) * std::exp(-s);
    return law.quantile({1 - upper, upper}) * std::exp(-s);
  });
}

Real computed(Distribution const& distribution, std::string const& quantity) {
  auto const colon = quantity.find(':');
  Real const at =
      colon == quantity.npos ? no_number : number(std::string_view(quantity).substr(quantity.rfind(':') + 1));
  auto const what = quantity.substr(0, colon);
  if (what == "mean") return moments(distribution).value().mean;
  if (what == "sd") return std::sqrt(moments(distribution).value().variance);
  if (what == "quantile") return quantile(distribution, at).value();
  if (what == "prob") return cdf(distribution, at).value();
  return shortfall(*detail::law_of(distribution), at);
}

}  // namespace

TEST_SUITE("risk/quantitative/distribution") {
  TEST_CASE("every reference case of distributions and frequencies" * doctest::skip(without_data())) {
    auto const rows = csv_rows(bytes_of(data_folder() / "risk" / "reference-cases.csv"));
    std::size_t compared = 0;
    for (auto const& row : rows) {
      if (row[1] != "distribution" && row[1] != "frequency") continue;
      CAPTURE(row[0]);
      CAPTURE(row[3]);
      Real const found = computed(reference_distribution(row[2]), row[3]);
      CHECK(std::fabs(found - number(row[4])) <= 1e-9 * std::fabs(number(row[4])));
      ++compared;
    }
    CHECK(compared >= 87);
  }
  TEST_CASE("what pyfair calls PERT is named so, and is another distribution") {
    auto const pert = distribution_of(R"({"dist":"pert","low":0,"mode":5,"high":10})");
    auto const pyfair = distribution_of(R"({"dist":"pert-pyfair","low":0,"mode":5,"high":10})");
    CHECK(std::sqrt(moments(pert)->variance) == doctest::Approx(1.889822));
    CHECK(std::sqrt(moments(pyfair)->variance) == doctest::Approx(10.0 / 6));
    // Its mode on the lower bound makes a shape of 2/3.
    auto const edge = distribution_of(R"({"dist":"pert-pyfair","low":0,"mode":0,"high":100})");
    auto const beta =
        distribution_of(R"({"dist":"beta","alpha":0.66666666666666666,"beta":3.3333333333333333,"low":0,"high":100})");
    CHECK(*quantile(edge, 0.3) == doctest::Approx(*quantile(beta, 0.3)));
  }
  TEST_CASE("every kind says what it needs, and its parameters are looked for") {
    for (int i = 0; i <= static_cast<int>(Kind::bernoulli); ++i) {
      Distribution bare;
      bare.dist = static_cast<Kind>(i);
      CAPTURE(to_string(bare.dist));
      std::size_t required = 0;
      for (auto const& each : distribution_parameters(bare.dist)) {
        required += each.required ? 1 : 0;
        CHECK(each.accepted.starts_with("a "));
      }
      if (bare.dist == Kind::empirical) {
        CHECK(distribution_parameters(bare.dist).empty());
        required = 1;  // the values
      }
      CHECK(required > 0);
      CHECK(defects_of(bare).violations().size() == required);
    }
    auto const errors = defects_of(R"({"dist":"pert"})");
    REQUIRE(errors.violations().size() == 3);
    CHECK(errors.kind() == ErrorKind::usage);
    CHECK(errors.violations()[0].where == "/scenarios/0/severity/low");
    CHECK(errors.violations()[0].rule == "distribution.missing");
    CHECK(errors.violations()[0].message == "The distribution pert needs low: a number from -1e+15 up to 1e+15.");
  }
  TEST_CASE("what is out of range, no number or of another kind is refused by name, all at once") {
    Distribution d = distribution_of(R"({"dist":"weibull","shape":-1,"scale":0,"mean":3,"values":[1]})");
    auto const errors = defects_of(d);
    REQUIRE(errors.violations().size() == 4);
    CHECK(errors.violations()[0].where == "/scenarios/0/severity/mean");
    CHECK(errors.violations()[0].message == "The distribution weibull has no mean; it has shape and scale.");
    CHECK(errors.violations()[1].message == "shape is -1; a number from 0.05 up to 100 is accepted.");
    CHECK(errors.violations()[2].message == "scale is 0; a number above 0 up to 1e+15 is accepted.");
    CHECK(errors.violations()[3].where == "/scenarios/0/severity/values");
    for (Real const bad : {no_number, HUGE_VAL, -HUGE_VAL, 1e300}) {
      d = distribution_of(R"({"dist":"uniform","low":0})");
      d.high = bad;
      CHECK(defects_of(d).violations().size() == 1);
      CHECK(defects_of(d).names("distribution.range"));
    }
    for (std::string_view const text :
         {R"({"dist":"poisson","rate":0})", R"({"dist":"poisson","rate":-1})", R"({"dist":"poisson","rate":1e9})",
          R"({"dist":"bernoulli","p":1.1})", R"({"dist":"bernoulli","p":-0.1})",
          R"({"dist":"binomial","n":2.5,"p":0.5})", R"({"dist":"lognormal","mu":0,"sigma":11})",
          R"({"dist":"generalized-pareto","shape":1,"scale":1})"}) {
      CAPTURE(text);
      CHECK(defects_of(text).violations().size() == 1);
      CHECK(defects_of(text).names("distribution.range"));
    }
  }
  TEST_CASE("parameters that contradict each other are refused") {
    struct Row {
      std::string_view rule;
      std::string_view where;
      std::string_view text;
    };
    for (auto const& row : std::initializer_list<Row>{
             {"distribution.order", "/high", R"({"dist":"uniform","low":2,"high":2})"},
             {"distribution.order", "/high", R"({"dist":"beta","alpha":2,"beta":2,"high":-1})"},
             {"distribution.order", "/mode", R"({"dist":"triangular","low":2,"mode":1,"high":3})"},
             {"distribution.order", "/high", R"({"dist":"pert","low":2,"mode":4,"high":3})"},
             {"distribution.order", "/p95", R"({"dist":"lognormal-interval","p05":9,"p95":3})"},
             {"distribution.order", "/low",
              R"({"dist":"metalog","low":-1,"median":2,"high":3,"lower_bound":0,"upper_bound":4})"},
             {"distribution.spread", "", R"({"dist":"lognormal-interval","p05":1e-9,"p95":1e9})"},
             {"distribution.spread", "", R"({"dist":"lognormal-moments","mean":1,"sd":1e-9})"},
             {"distribution.bound", "", R"({"dist":"normal-clipped","mean":1,"sd":1})"},
             {"distribution.bound", "", R"({"dist":"normal-truncated","mean":1,"sd":1})"},
             {"distribution.far", "", R"({"dist":"normal-truncated","mean":0,"sd":1,"low":38})"},
             {"distribution.far", "", R"({"dist":"normal-truncated","mean":0,"sd":1,"low":-50,"high":-40})"},
             {"distribution.infeasible", "/median", R"({"dist":"metalog","low":20000,"median":90000,"high":600000})"},
             {"distribution.infeasible", "/median", R"({"dist":"metalog","low":0,"median":99,"high":100})"},
             {"distribution.events", "", R"({"dist":"negative-binomial","mean":1e8,"r":0.01})"},
             {"distribution.heavy", "", R"({"dist":"metalog","low":1,"median":100,"high":10000,"lower_bound":0})"},
             {"distribution.heavy", "", R"({"dist":"metalog","low":-9999,"median":-99,"high":0,"upper_bound":1})"},
         }) {
      auto const errors = defects_of(row.text);
      CAPTURE(row.text);
      CAPTURE(errors.text());
      REQUIRE(errors.violations().size() >= 1);
      CHECK(errors.violations()[0].rule == row.rule);
      CHECK(errors.violations()[0].where == "/scenarios/0/severity" + std::string(row.where));
    }
  }
  TEST_CASE("lists of what was seen are refused where they are empty, unlike in length, weightless or no numbers") {
    CHECK(defects_of(R"({"dist":"empirical","values":[]})").names("distribution.count"));
    CHECK(defects_of(R"({"dist":"empirical","values":[1,2],"weights":[1]})").names("distribution.count"));
    CHECK(defects_of(R"({"dist":"empirical","values":[1,2],"weights":[0,0]})").names("distribution.weightless"));
    auto d = distribution_of(R"({"dist":"empirical","values":[1,2],"weights":[1,-1]})");
    d.values[0] = no_number;
    auto const errors = defects_of(d);
    REQUIRE(errors.violations().size() == 2);
    CHECK(errors.violations()[0].where == "/scenarios/0/severity/values/0");
    CHECK(errors.violations()[1].where == "/scenarios/0/severity/weights/1");
  }
  TEST_CASE("functions of a distribution refuse what a check would, and questions without an answer") {
    auto const bad = distribution_of(R"({"dist":"uniform","low":1,"high":0})");
    CHECK(moments(bad).error().names("distribution.order"));
    CHECK(quantile(bad, 0.5).error().names("distribution.order"));
    CHECK(cdf(bad, 0.5).error().names("distribution.order"));
    CHECK(sample(bad, 1).error().names("distribution.order"));
    auto const good = distribution_of(R"({"dist":"uniform","low":0,"high":1})");
    for (Real const p : {0.0, 1.0, -1.0, 2.0, no_number})
      CHECK(quantile(good, p).error().names("distribution.probability"));
    CHECK(cdf(good, no_number).error().names("distribution.not-a-number"));
    CHECK(*cdf(good, HUGE_VAL) == 1);
    CHECK(sample(good, 100'000'001).error().names("distribution.draws"));
    CHECK(sample(good, 0)->empty());
  }
  TEST_CASE("a sample belongs to its seed and its name, and a longer one begins with it") {
    auto const d = distribution_of(R"({"dist":"lognormal-interval","p05":10000,"p95":1000000})");
    auto const few = *sample(d, 100, 5, "leak");
    auto const more = *sample(d, 20'000, 5, "leak");
    CHECK(std::equal(few.begin(), few.end(), more.begin()));
    CHECK(few != *sample(d, 100, 6, "leak"));
    CHECK(few != *sample(d, 100, 5, "leaks"));
    Real const mean = std::accumulate(more.begin(), more.end(), 0.0) / 20'000;
    CHECK(std::fabs(mean - 266'398) < 4.5 * 657'781 / std::sqrt(20'000));
  }
  TEST_CASE("a sample is what a simulation draws for the node of that name once a year") {
    auto const portfolio = from_json<Portfolio>(parse_json(R"({"currency": "EUR", "scenarios": [{"name": "a",
      "frequency": {"dist": "negative-binomial", "r": 2, "mean": 3}, "severity": {"dist": "constant", "value": 1}}]})")
                                                    .value());
    SimulationOptions options;
    options.trials = 2'500;
    options.seed = 8;
    auto const losses = Simulation::prepare(portfolio.value(), options).value().samples().value();
    auto const drawn = *sample(*portfolio->scenarios[0].frequency, 2'500, 8, "a.events");
    REQUIRE(losses.size() == drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) CHECK(static_cast<Real>(losses[i]) == 100 * drawn[i]);
  }
  TEST_CASE("many events are drawn without a table of all their numbers") {
    auto const many = distribution_of(R"({"dist":"negative-binomial","r":20,"mean":100000000})");
    auto const drawn = *sample(many, 4'000, 1);
    CHECK(std::equal(drawn.begin(), drawn.begin() + 10, sample(many, 10, 1)->begin()));
    for (Real const each : drawn) CHECK(each == std::floor(each));
    auto const below = std::count_if(drawn.begin(), drawn.end(), [&](Real x) { return x <= *quantile(many, 0.9); });
    CHECK(std::fabs(static_cast<Real>(below) - 3'600) < 4.5 * std::sqrt(4'000 * 0.09));
  }
  TEST_CASE("numbers of events are counted by four kinds") {
    CHECK(counts_events(Kind::poisson));
    CHECK(counts_events(Kind::bernoulli));
    CHECK_FALSE(counts_events(Kind::gamma));
    CHECK_FALSE(counts_events(Kind::empirical));
  }
}
