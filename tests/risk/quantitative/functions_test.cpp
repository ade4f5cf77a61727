#include <risk/quantitative/functions.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <bit>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstdint>

using namespace annexa;
using namespace annexa::detail;

namespace {

double relative(double found, double wanted) {
  return found == wanted ? 0 : std::fabs(found - wanted) / std::max(std::fabs(wanted), 1e-300);
}

}  // namespace

TEST_SUITE("risk/quantitative/functions") {
  TEST_CASE("logarithm and exponential agree with the C library to a few bits") {
    double worst_log = 0;
    double worst_exp = 0;
    for (double x = 1e-12; x < 1e12; x *= 1.0137) worst_log = std::max(worst_log, relative(log_of(x), std::log(x)));
    for (double x = 0.5; x < 2; x += 0.00137) worst_log = std::max(worst_log, relative(log_of(x), std::log(x)));
    for (double x = -700; x < 700; x += 0.137) worst_exp = std::max(worst_exp, relative(exp_of(x), std::exp(x)));
    CHECK(worst_log < 6e-16);
    CHECK(worst_exp < 6e-16);
    for (double const x : {-0.4, -1e-9, 1e-17, 1e-5, 0.3, 2.0}) {
      CHECK(relative(log1p_of(x), std::log1p(x)) < 1e-15);
      CHECK(relative(expm1_of(x), std::expm1(x)) < 1e-15);
    }
    CHECK(relative(log_of(5e-324), std::log(5e-324)) < 1e-15);
    CHECK(exp_of(800) == HUGE_VAL);
    CHECK(exp_of(-800) == 0);
    CHECK(power_of(0, 2) == 0);
    CHECK(relative(power_of(10, -3.5), std::pow(10, -3.5)) < 2e-15);
  }
  TEST_CASE("the logarithm of the gamma function") {
    double worst = 0;
    for (double x = 1e-4; x < 1e6; x *= 1.07) {
      double const wanted = boost::math::lgamma(x);
      worst = std::max(worst, std::fabs(log_gamma(x) - wanted) / std::max(1.0, std::fabs(wanted)));
    }
    CHECK(worst < 1e-14);  // a difference of numbers near 20, where the argument is below 12
  }
  TEST_CASE("normal distribution, far into both tails") {
    boost::math::normal const normal;
    double worst_cdf = 0;
    double worst_quantile = 0;
    for (double z = -8; z < 8; z += 0.0371) {
      auto const found = normal_cdf(z);
      worst_cdf = std::max(
          {worst_cdf, relative(found.lower, cdf(normal, z)), relative(found.upper, cdf(complement(normal, z)))});
    }
    for (double p = 1e-20; p < 0.5; p *= 1.17) {
      worst_quantile = std::max(worst_quantile, relative(normal_quantile({p, 1 - p}), quantile(normal, p)));
      worst_quantile = std::max(worst_quantile, relative(normal_quantile({1 - p, p}), quantile(complement(normal, p))));
    }
    CHECK(worst_cdf < 1e-13);
    CHECK(worst_quantile < 2e-14);
  }
  TEST_CASE("gamma distribution") {
    double worst_cdf = 0;
    double worst_quantile = 0;
    for (double const shape : {0.05, 0.4, 1.0, 2.5, 30.0, 900.0}) {
      boost::math::gamma_distribution<> const gamma(shape);
      for (double p = 1e-15; p < 0.5; p *= 3) {
        double const low = quantile(gamma, p);
        double const high = quantile(complement(gamma, p));
        worst_quantile = std::max({worst_quantile, relative(gamma_quantile(shape, {p, 1 - p}), low),
                                   relative(gamma_quantile(shape, {1 - p, p}), high)});
        worst_cdf = std::max({worst_cdf, relative(gamma_cdf(shape, low).lower, cdf(gamma, low)),
                              relative(gamma_cdf(shape, high).upper, cdf(complement(gamma, high)))});
      }
    }
    CHECK(worst_cdf < 1e-11);
    CHECK(worst_quantile < 1e-11);
  }
  TEST_CASE("beta distribution") {
    double worst = 0;
    for (double const a : {0.3, 1.0, 2.2, 5.0, 80.0})
      for (double const b : {0.5, 1.0, 3.8, 5.0, 200.0}) {
        boost::math::beta_distribution<> const beta(a, b);
        for (double p = 1e-9; p < 0.5; p *= 3) {
          auto const low = beta_quantile(a, b, {p, 1 - p});
          auto const high = beta_quantile(a, b, {1 - p, p});
          worst = std::max(worst, relative(low.lower, quantile(beta, p)));
          worst = std::max(worst, relative(beta_cdf(a, b, high).upper, p));
          worst = std::max(worst, relative(beta_cdf(a, b, low).lower, p));
        }
      }
    CHECK(worst < 1e-10);
  }
  TEST_CASE("the same bits on every machine, by any compiler and for any instruction set") {
    std::uint64_t hash = 1469598103934665603U;
    auto const mix = [&](double value) {
      hash ^= std::bit_cast<std::uint64_t>(value);
      hash *= 1099511628211U;
    };
    double x = 1e-9;
    for (int i = 0; i < 4000; ++i) {
      x *= 1.0123;
      for (double const value :
           {log_of(x), exp_of(-x), log1p_of(x), expm1_of(-x), log_gamma(x), normal_cdf(x - 3).upper})
        mix(value);
    }
    for (double p = 1e-18; p < 0.5; p *= 1.1) {
      mix(normal_quantile({p, 1 - p}));
      for (double const a : {0.3, 2.2, 40.0}) {
        mix(gamma_quantile(a, {p, 1 - p}));
        mix(gamma_quantile(a, {1 - p, p}));
        mix(beta_quantile(a, 3.8, {p, 1 - p}).lower);
        mix(beta_quantile(a, 3.8, {1 - p, p}).upper);
      }
    }
    CHECK(hash == 0x40640D808AFB5855U);  // with fused multiplications it would be another
  }
}
