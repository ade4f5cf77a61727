// Every score that 3.1 can give, against exact rationals: powers and all.
#include <annexa/risk/cvss.hpp>

#include <doctest/doctest.h>
#include <boost/multiprecision/cpp_int.hpp>

#include "cvss_vectors.hpp"

using namespace annexa;

namespace {

using Rational = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

Rational ratio(long long numerator, long long denominator) { return Rational(numerator, denominator); }

Rational to_power(Rational const& base, int exponent) {
  Rational value = 1;
  for (int i = 0; i < exponent; ++i) value *= base;
  return value;
}

// Roundup of the specification: to five decimals, then up to one. In tenths.
int roundup(Rational const& value) {
  Rational const shifted = value * 100'000 + ratio(1, 2);
  Integer const rounded = numerator(shifted) / denominator(shifted);
  return static_cast<int>((rounded + 9999) / 10'000);
}

// The words of the specification, section 7, with weights in hundredths.
int specified(bool changed, bool environmental, int c, int i, int a, long long exploiting) {
  Rational sub_score = 1 - ratio(100 - c, 100) * ratio(100 - i, 100) * ratio(100 - a, 100);
  if (environmental) sub_score = std::min(sub_score, ratio(915, 1000));
  auto const inside = environmental ? sub_score * ratio(9731, 10'000) - ratio(2, 100) : sub_score - ratio(2, 100);
  Rational const impact = changed ? ratio(752, 100) * (sub_score - ratio(29, 1000)) -
                                        ratio(325, 100) * to_power(inside, environmental ? 13 : 15)
                                  : ratio(642, 100) * sub_score;
  if (impact <= 0) return 0;
  Rational const sum = (impact + ratio(822, 100) * ratio(exploiting, 100'000'000)) * (changed ? ratio(108, 100) : 1);
  return roundup(std::min(sum, Rational(10)));
}

struct Word {
  char const* text;
  int weight;
};
constexpr Word vectors[] = {{"N", 85}, {"A", 62}, {"L", 55}, {"P", 20}};
constexpr Word complexities[] = {{"L", 77}, {"H", 44}};
constexpr Word interactions[] = {{"N", 85}, {"R", 62}};
constexpr Word privileges[2][3] = {{{"N", 85}, {"L", 62}, {"H", 27}}, {{"N", 85}, {"L", 68}, {"H", 50}}};
constexpr Word impacts[] = {{"H", 56}, {"L", 22}, {"N", 0}};
// Value and requirement of one dimension, at every weight that they have together.
struct Demand {
  char const* value;
  char const* requirement;
  int weight;
};
constexpr Demand demands[] = {{"H", "H", 84}, {"H", "M", 56}, {"H", "L", 28}, {"L", "H", 33},
                              {"L", "M", 22}, {"L", "L", 11}, {"N", "M", 0}};

// Calls @p take with every way of exploiting: as text, scope and product of the weights.
template <class Take>
void each_way(Take const& take) {
  for (std::size_t scope = 0; scope < 2; ++scope)
    for (auto const& av : vectors)
      for (auto const& ac : complexities)
        for (auto const& pr : privileges[scope])
          for (auto const& ui : interactions)
            take(std::string("CVSS:3.1/AV:") + av.text + "/AC:" + ac.text + "/PR:" + pr.text + "/UI:" + ui.text +
                     (scope == 1 ? "/S:C" : "/S:U"),
                 scope == 1, 1LL * av.weight * ac.weight * pr.weight * ui.weight);
}

}  // namespace

TEST_SUITE("risk/cvss31_exact") {
  TEST_CASE("every base score is that of exact rationals") {
    std::size_t compared = 0;
    each_way([&](std::string const& way, bool changed, long long exploiting) {
      for (auto const& c : impacts)
        for (auto const& i : impacts)
          for (auto const& a : impacts) {
            auto const text = way + "/C:" + c.text + "/I:" + i.text + "/A:" + a.text;
            CAPTURE(text);
            REQUIRE(Cvss::parse(text).value().scores().base ==
                    specified(changed, false, c.weight, i.weight, a.weight, exploiting));
            ++compared;
          }
    });
    CHECK(compared == 2592);
  }
  TEST_CASE("every environmental score is that of exact rationals") {
    std::size_t compared = 0;
    each_way([&](std::string const& way, bool changed, long long exploiting) {
      for (std::size_t c = 0; c < std::size(demands); ++c)
        for (std::size_t i = c; i < std::size(demands); ++i)  // the three dimensions are alike: each pick once
          for (std::size_t a = i; a < std::size(demands); ++a) {
            auto const text = way + "/C:" + demands[c].value + "/I:" + demands[i].value + "/A:" + demands[a].value +
                              "/CR:" + demands[c].requirement + "/IR:" + demands[i].requirement +
                              "/AR:" + demands[a].requirement;
            CAPTURE(text);
            REQUIRE(Cvss::parse(text).value().scores().environmental ==
                    specified(changed, true, demands[c].weight, demands[i].weight, demands[a].weight, exploiting));
            ++compared;
          }
    });
    CHECK(compared == 96 * 84);
  }
}
