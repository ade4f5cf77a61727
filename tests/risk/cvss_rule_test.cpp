#include <annexa/base/json.hpp>
#include <annexa/risk/cvss_rule.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <boost/json.hpp>

#include "cvss_vectors.hpp"
#include "support/allocations.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

CvssRating rated(std::string_view text) { return rate_by_cvss(Cvss::parse(text).value()); }

std::vector<std::string> defects(std::vector<CvssRange> ranges) {
  auto rule = default_cvss_rule();
  rule.v4_0.impact = std::move(ranges);
  Error errors;
  check_cvss_rule(rule, errors);
  std::vector<std::string> found;
  for (auto const& each : errors.violations()) found.push_back(each.where + ' ' + each.rule);
  return found;
}

}  // namespace

TEST_SUITE("risk/cvss_rule") {
  TEST_CASE("the rule that comes along has no defect and uses every level") {
    Error errors;
    check_cvss_rule(default_cvss_rule(), errors);
    CHECK(errors.empty());
    CHECK(rated("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H") == CvssRating{5, 5});
    CHECK(rated("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N") == CvssRating{4, 4});
    CHECK(rated("CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N") == CvssRating{3, 3});
    CHECK(rated("CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N") == CvssRating{2, 2});
    CHECK(rated("CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N") == CvssRating{1, 1});
    CHECK(rated("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H") == CvssRating{5, 5});
    CHECK(rated("CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N/E:P") == CvssRating{1, 1});
  }
  TEST_CASE("threat lowers the likelihood, and what the place demands changes the impact") {
    std::string const base = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";
    CHECK(rated(base + "/E:U/RL:O/RC:U") == CvssRating{3, 4});
    CHECK(rated(base + "/CR:L") == CvssRating{5, 2});
    CHECK(rated(base + "/MAV:P/MAC:H") == CvssRating{1, 4});
  }
  TEST_CASE("gaps, overlaps and what lies beyond are found, all at once") {
    using Found = std::vector<std::string>;
    std::string const at = "/v4_0/impact";
    CHECK(defects({}) == Found{at + " cvss-rule.ranges"});
    CHECK(defects({{0, 100, 1}}) == Found{});
    CHECK(defects({{0, 39, 1}, {41, 100, 2}}) == Found{at + "/1 cvss-rule.gap"});
    CHECK(defects({{0, 40, 1}, {40, 100, 2}}) == Found{at + "/1 cvss-rule.overlap"});
    CHECK(defects({{1, 99, 1}}) == Found{at + "/0 cvss-rule.gap", at + " cvss-rule.gap"});
    CHECK(defects({{-2147483647, 2147483647, 1}}) == Found{at + "/0 cvss-rule.beyond", at + "/0 cvss-rule.overlap"});
    CHECK(defects({{0, 40, 2}, {41, 100, 1}}) == Found{at + "/1/level cvss-rule.falling"});
    CHECK(defects({{0, 40, 1}, {41, 100, 6}}) == Found{at + "/1/level cvss-rule.level"});
    CHECK(defects({{0, 40, 1}, {60, 50, 2}, {41, 100, 2}}) ==
          Found{at + "/1 cvss-rule.reversed", at + "/1 cvss-rule.gap"});
  }
  TEST_CASE("a rule that follows the score, for another number of levels, is read from a document") {
    auto const rule = from_json<CvssRule>(boost::json::parse(R"({"likelihood_levels":2,"impact_levels":3,
        "v3_1":{"likelihood_by":"score","likelihood":[{"from":0,"to":69,"level":1},{"from":70,"to":100,"level":2}],
                "impact_by":"score","impact":[{"from":0,"to":39,"level":1},{"from":40,"to":100,"level":3}]},
        "v4_0":{"likelihood_by":"score","likelihood":[{"from":0,"to":100,"level":1}],
                "impact_by":"impact","impact":[{"from":0,"to":100,"level":2}]}})"));
    REQUIRE(rule.has_value());
    Error errors;
    check_cvss_rule(*rule, errors);
    CHECK(errors.empty());
    auto const vector = Cvss::parse("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U").value();
    CHECK(rate_by_cvss(vector, *rule) == CvssRating{2, 3});
    CHECK(from_json<CvssRule>(to_json(*rule)).value() == *rule);
  }
  TEST_CASE("every vector is rated inside the method, without allocating") {
    static_cast<void>(default_cvss_rule());
    CHECK(rc::check([] {
      auto const version = any_version();
      auto const vector = Cvss::parse(vector_text(version, any_positions(version))).value();
      auto const before = allocations();
      auto const rating = rate_by_cvss(vector);
      auto const after = allocations();
      RC_ASSERT(after == before);
      RC_ASSERT(rating.likelihood >= 1 && rating.likelihood <= 5 && rating.impact >= 1 && rating.impact <= 5);
    }));
  }
}
