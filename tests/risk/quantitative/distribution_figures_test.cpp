#include <annexa/risk/quantitative/distribution_figures.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <cmath>

#include "distributions.hpp"

using namespace annexa;
using namespace annexa::testing;

TEST_SUITE("risk/quantitative/distribution_figures") {
  TEST_CASE("what is known of a distribution is told at once, and what is wrong, all of it") {
    auto const d = distribution_of(R"({"dist":"uniform","low":0,"high":10})");
    auto const found = distribution_figures(d, {.probabilities = {0.5, 0.1}, .values = {5, 20, -1}}).value();
    CHECK(found.mean == 5);
    CHECK(*found.variance == doctest::Approx(100.0 / 12));
    CHECK(*found.standard_deviation == doctest::Approx(std::sqrt(100.0 / 12)));
    CHECK(found.quantiles == std::vector<DistributionPoint>{{5, 0.5}, {*quantile(d, 0.1), 0.1}});
    CHECK(found.cdf == std::vector<DistributionPoint>{{5, 0.5}, {20, 1}, {-1, 0}});
    CHECK(!distribution_figures(distribution_of(R"({"dist":"generalized-pareto","shape":0.6,"scale":5})"))->variance);
    auto const wrong = distribution_figures(distribution_of(R"({"dist":"uniform","low":5,"high":1})"),
                                            {.probabilities = {0.5, 1}, .values = {std::nan("")}})
                           .error();
    CHECK(wrong.violations().size() == 3);
    CHECK(wrong.names("distribution.order"));
    CHECK(wrong.violations()[1].where == "/probabilities/1");
    CHECK(wrong.violations()[2].where == "/values/0");
  }
}
