#include <risk/quantitative/law.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <bit>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cmath>
#include <risk/quantitative/quadrature.hpp>
#include <set>

#include "distributions.hpp"

using namespace annexa;
using namespace annexa::detail;
using namespace annexa::testing;

namespace {

using Kind = DistributionKind;

std::vector<Kind> every_kind() {
  std::vector<Kind> out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>([&](auto each) { out.push_back(each.value); });
  return out;
}

rc::Gen<Drawn> drawn() {
  return rc::gen::map(rc::gen::container<std::array<std::uint32_t, 4>>(rc::gen::arbitrary<std::uint32_t>()),
                      [](std::array<std::uint32_t, 4> const& words) {
                        Drawn out{};
                        for (std::size_t i = 0; i < 4; ++i) out[i] = (words[i] % 9973 + 0.5) / 9973;
                        return out;
                      });
}

// A probability anywhere, near 0 and near 1 as often as between.
Tails tails_of(Real where) {
  Real const small = 0.5 * std::exp(-38 * std::fabs(2 * where - 1));
  return where < 0.5 ? Tails{small, 1 - small} : Tails{1 - small, small};
}

bool about(Real found, Real wanted, Real relative) {
  return std::fabs(found - wanted) <= relative * std::fabs(wanted) + 1e-290;
}

bool is_stepwise(Kind kind) { return counts_events(kind) || kind == Kind::empirical || kind == Kind::constant; }

// The kinds whose values near 0 are as accurate as any; those of the others are as accurate as their bounds or mean.
bool is_from_zero(Distribution const& distribution) {
  auto const kind = distribution.dist;
  return kind == Kind::lognormal || kind == Kind::lognormal_interval || kind == Kind::lognormal_moments ||
         kind == Kind::exponential || kind == Kind::gamma || kind == Kind::weibull || counts_events(kind);
}

// The mean of a function of X by quadrature of the quantile function, piece by piece between its joints.
template <class Function>
Real mean_by_quantiles(Law const& law, bool stepwise, Function const& function) {
  std::vector<Tails> edges{{0, 1}};
  for (auto const& each : law.joints()) edges.push_back(each);
  edges.push_back({1, 0});
  Real sum = 0;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    auto const& a = edges[i - 1];
    auto const& b = edges[i];
    Real const mass = a.lower < 0.5 ? b.lower - a.lower : a.upper - b.upper;
    if (stepwise) {
      sum += mass * function(law.quantile({0.5 * (a.lower + b.lower), 0.5 * (a.upper + b.upper)}));
      continue;
    }
    // u = the logistic of t within the piece: whatever the quantile does at its ends.
    sum += integral(-44, 44, 150, [&](Real t) {
      Real const e = std::exp(-std::fabs(t));
      Real const near = e / (1 + e);
      Tails const part = t < 0 ? Tails{near, 1 - near} : Tails{1 - near, near};
      Tails const p{a.lower + mass * part.lower, b.upper + mass * part.upper};
      return function(law.quantile(p)) * mass * (near * (1 - near));
    });
  }
  return sum;
}

}  // namespace

TEST_SUITE("risk/quantitative/law") {
  TEST_CASE("the quantile is the least value whose cdf reaches the probability, far into both tails") {
    for (auto const kind : every_kind()) {
      CAPTURE(to_string(kind));
      CHECK(rc::check([kind] {
        auto const distribution = drawn_distribution(kind, *drawn());
        Error errors;
        check_distribution(distribution, "", errors);
        RC_ASSERT(errors.text() == "");
        auto const law = law_of(distribution);
        auto const p = tails_of((*rc::gen::inRange(0, 10'000) + 0.5) / 10'000);
        Real const x = law->quantile(p);
        Real const slack = 4e-15 * (is_from_zero(distribution) ? std::fabs(x) : 2000);
        auto const at = law->cdf(x + slack);
        auto const before = law->cdf(std::nextafter(x, -HUGE_VAL) - slack);
        Real const tolerance = 3e-9;  // of the lesser tail
        bool const low = p.lower < p.upper;
        RC_ASSERT((low ? at.lower >= p.lower * (1 - tolerance) : at.upper <= p.upper * (1 + tolerance)));
        RC_ASSERT((low ? before.lower <= p.lower * (1 + tolerance) : before.upper >= p.upper * (1 - tolerance)));
        RC_ASSERT(std::fabs(at.lower + at.upper - 1) < 1e-12);
      }));
    }
  }
  TEST_CASE("the quantile never falls") {
    for (auto const kind : every_kind()) {
      CAPTURE(to_string(kind));
      CHECK(rc::check([kind] {
        auto const law = law_of(drawn_distribution(kind, *drawn()));
        Real last = -HUGE_VAL;
        for (int i = 1; i < 200; ++i) {
          Real const x = law->quantile(tails_of(i / 200.0));
          RC_ASSERT(x >= last - 1e-12 * std::fabs(last));
          last = x;
        }
      }));
    }
  }
  TEST_CASE("mean and variance are those of the quantile function") {
    for (auto const kind : every_kind()) {
      CAPTURE(to_string(kind));
      CHECK(rc::check([kind] {
        auto u = *drawn();
        if (kind == Kind::generalized_pareto) u[0] *= 0.5;  // tails for which the quadrature, too, sees the variance
        if (kind == Kind::lognormal_pareto) u[2] *= 0.4;
        if (kind == Kind::lognormal || kind == Kind::lognormal_pareto) u[3] *= 0.3;
        if (kind == Kind::poisson || kind == Kind::negative_binomial) u[0] *= 0.6;
        auto const law = law_of(drawn_distribution(kind, u));
        if (counts_events(kind) && law->joints().empty()) return;
        auto const found = law->moments();
        Real const mean = mean_by_quantiles(*law, is_stepwise(kind), [](Real x) { return x; });
        Real const variance =
            mean_by_quantiles(*law, is_stepwise(kind), [&](Real x) { return (x - mean) * (x - mean); });
        RC_ASSERT(std::fabs(found.mean - mean) <= 1e-9 * (std::fabs(mean) + std::sqrt(variance)));
        RC_ASSERT(std::fabs(found.variance - variance) <= 1e-5 * variance + 1e-20 * mean * mean);
      }));
    }
  }
  TEST_CASE("counts agree with another library, and rates from 1e-9 to 1e8 work") {
    for (double const rate : {1e-9, 1e-3, 0.4, 3.0, 120.0, 900.0, 1e6}) {
      boost::math::poisson const other(rate);
      Distribution exact;
      exact.dist = Kind::poisson;
      exact.rate = rate;
      auto const poisson = law_of(exact);
      Real const sd = std::sqrt(rate);
      for (double z = -6; z < 7; z += 0.37) {
        double const k = std::floor(rate + z * sd);
        if (k < 0) continue;
        auto const at = poisson->cdf(k);
        CAPTURE(rate);
        CAPTURE(k);
        CHECK(about(at.lower, cdf(other, k), 1e-8));
        CHECK(about(at.upper, cdf(complement(other, k)), 1e-8));
        if (at.upper > 1e-12 && at.lower > 1e-12) CHECK(poisson->quantile(at) == k);
      }
    }
    Distribution many;
    many.dist = Kind::poisson;
    many.rate = 1e8;
    CHECK(about(law_of(many)->quantile({0.5, 0.5}), 1e8, 1e-7));
    CHECK(law_of(many)->joints().empty());
    for (double const mean : {1e-6, 2.0, 4000.0}) {
      Distribution d;
      d.dist = Kind::negative_binomial;
      d.mean = mean;
      d.r = 0.7;
      auto const law = law_of(d);
      boost::math::negative_binomial const other(0.7, 0.7 / (0.7 + mean));
      for (double k = 0; k < 20 * mean; k = std::floor(1.5 * k + 1))
        CHECK(about(law->cdf(k).upper, cdf(complement(other, k)), 1e-10));
    }
    Distribution d;
    d.dist = Kind::binomial;
    d.n = 200;
    d.p = 0.03;
    boost::math::binomial const other(200, 0.03);
    for (double k = 0; k < 30; k += 1) CHECK(about(law_of(d)->cdf(k).lower, cdf(other, k), 1e-11));
  }
  TEST_CASE("far in the tail a truncated normal stays accurate") {
    auto const law = law_of(distribution_of(R"({"dist":"normal-truncated","mean":0,"sd":1,"low":30})"));
    // Beyond 30 the excess is exponential of rate 30 but for corrections of 1/900.
    CHECK(about(law->moments().mean - 30, 0.03325966743367704, 1e-11));
    CHECK(law->quantile({1e-12, 1 - 1e-12}) >= 30);
    CHECK(about(law->cdf(law->quantile({0.3, 0.7})).lower, 0.3, 1e-9));
    CHECK(about(law->cdf(law->quantile({1 - 1e-9, 1e-9})).upper, 1e-9, 1e-9));
    auto const narrow = law_of(distribution_of(R"({"dist":"normal-truncated","mean":0,"sd":1,"low":-9,"high":-8})"));
    CHECK(about(narrow->cdf(narrow->quantile({0.25, 0.75})).lower, 0.25, 1e-10));
    CHECK(narrow->moments().mean < -8);
  }
  TEST_CASE("body and tail of a lognormal join, with a scale and without") {
    auto const given =
        law_of(distribution_of(R"({"dist":"lognormal-pareto","mu":10,"sigma":1,"p":0.9,"shape":0.4,"scale":50000})"));
    auto const smooth = law_of(distribution_of(R"({"dist":"lognormal-pareto","mu":10,"sigma":1,"p":0.9,"shape":0.4})"));
    for (auto const* law : {&given, &smooth}) {
      Real const before = (*law)->quantile({0.9 - 1e-12, 0.1 + 1e-12});
      Real const after = (*law)->quantile({0.9 + 1e-12, 0.1 - 1e-12});
      CHECK(about(before, after, 1e-10));
      REQUIRE((*law)->joints().size() == 1);
      CHECK((*law)->joints()[0].lower == 0.9);
    }
    Real const below = smooth->quantile({0.9, 0.1}) - smooth->quantile({0.9 - 1e-6, 0.1 + 1e-6});
    Real const above = smooth->quantile({0.9 + 1e-6, 0.1 - 1e-6}) - smooth->quantile({0.9, 0.1});
    CHECK(about(below, above, 1e-4));
  }
  TEST_CASE("clipping puts masses on the bounds, where the quantile has joints") {
    auto const law = law_of(distribution_of(R"({"dist":"normal-clipped","mean":90,"sd":100,"low":0,"high":300})"));
    REQUIRE(law->joints().size() == 2);
    CHECK(about(law->joints()[0].lower, 0.184060125346759, 1e-12));
    CHECK(law->quantile({0.18, 0.82}) == 0);
    CHECK(law->quantile({0.19, 0.81}) > 0);
    CHECK(law->quantile({0.99, 0.01}) == 300);
    CHECK(law->cdf(-1e-9).lower == 0);
    CHECK(law->cdf(300).lower == 1);
  }
  TEST_CASE("a metalog goes through its three quantiles, whatever its bounds") {
    for (std::string_view const bounds :
         {"", R"(,"lower_bound":0)", R"(,"upper_bound":1000)", R"(,"lower_bound":0,"upper_bound":1000)"}) {
      CAPTURE(bounds);
      auto const law = law_of(distribution_of(R"({"dist":"metalog","alpha":0.2,"low":300,"median":480,"high":700)" +
                                              std::string(bounds) + "}"));
      CHECK(about(law->quantile({0.2, 0.8}), 300, 1e-13));
      CHECK(about(law->quantile({0.5, 0.5}), 480, 1e-13));
      CHECK(about(law->quantile({0.8, 0.2}), 700, 1e-13));
    }
    // A tail so heavy that there is no variance: its mean against a quadrature of its own.
    auto const heavy = law_of(
        distribution_of(R"({"dist":"metalog","alpha":0.1,"low":20000,"median":90000,"high":600000,"lower_bound":0})"));
    CHECK(heavy->moments().variance == HUGE_VAL);
    Real const mean = integral(-60, 320, 4000, [&](Real t) {
      Real const e = std::exp(-std::fabs(t));
      Real const near = e / (1 + e);
      return heavy->quantile(t < 0 ? Tails{near, 1 - near} : Tails{1 - near, near}) * (near * (1 - near));
    });
    CHECK(about(heavy->moments().mean, mean, 1e-9));
  }
  TEST_CASE("what was seen is drawn as often as its weight says") {
    auto const law = law_of(distribution_of(R"({"dist":"empirical","values":[5,1,3,1],"weights":[1,2,4,1]})"));
    CHECK(law->cdf(0.9).lower == 0);
    CHECK(law->cdf(1).lower == 0.375);
    CHECK(law->cdf(4).lower == 0.875);
    CHECK(law->cdf(5).upper == 0);
    CHECK(law->quantile({0.375, 0.625}) == 1);
    CHECK(law->quantile({0.376, 0.624}) == 3);
    CHECK(law->joints().size() == 2);
    CHECK(law->moments().mean == 2.5);
    CHECK(law->moments().variance == 1.75);
    auto const tenths = law_of(distribution_of(R"({"dist":"empirical","values":[1,2,3,4,5,6,7,8,9,10]})"));
    CHECK(tenths->quantile({0.9, 1 - 0.9}) == 9);
  }
  TEST_CASE("a stream has a name: another name, another length or another seed is another stream") {
    std::set<std::uint64_t> keys;
    std::size_t made = 0;
    for (std::string_view const name : {"", "a", "b", "ransomware.frequency", "ransomware.severity", "12345678",
                                        "123456789", "87654321", "ransomware.frequencz"})
      for (std::uint64_t const seed : {0ULL, 1ULL, 1ULL << 40U}) {
        keys.insert(stream_key(seed, name));
        ++made;
      }
    keys.insert(stream_key(0, std::string_view("a\0", 2)));
    CHECK(keys.size() == made + 1);
    CHECK(stream_key(7, "ransomware.frequency") == 0x3D974196C3EBEF58U);  // computed by another program
  }
  TEST_CASE("the same bits on every machine, by any compiler and for any instruction set") {
    std::uint64_t hash = 1469598103934665603U;
    auto const mix = [&](Real value) {
      hash ^= std::bit_cast<std::uint64_t>(value);
      hash *= 1099511628211U;
    };
    for (auto const kind : every_kind())
      for (Drawn const& u : {Drawn{0.3, 0.6, 0.2, 0.4}, Drawn{0.7, 0.125, 0.9, 0.75}}) {
        auto distribution = drawn_distribution(kind, u);
        if (distribution.rate) distribution.rate = 2.75;  // what the test itself computes with the C library
        if (kind == Kind::negative_binomial) distribution.mean = 4, distribution.r = 1.5;
        auto const law = law_of(distribution);
        mix(law->moments().mean);
        mix(law->moments().variance);
        for (int i = 1; i < 64; ++i) mix(law->quantile({i / 64.0, 1 - i / 64.0}));
        for (Tails const p : {Tails{0x1p-60, 1 - 0x1p-60}, Tails{1, 0x1p-60}}) mix(law->cdf(law->quantile(p)).upper);
      }
    CHECK(hash == 0xF75A7004EE08A82DU);
  }
}
