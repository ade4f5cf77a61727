#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <array>

#include "support/allocations.hpp"

using namespace annexa::testing::c;

namespace {

constexpr std::string_view vector_v3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U";
constexpr std::string_view vector_v4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H";

Outcome score_one(std::string_view vector) { return call(annexa_cvss_score, vector.data(), vector.size()); }

Outcome rate_one(std::string_view vector, std::string_view rule) {
  return call(annexa_cvss_rate, vector.data(), vector.size(), rule.data(), rule.size());
}

}  // namespace

TEST_SUITE("capi/cvss") {
  TEST_CASE("one vector comes to a document") {
    auto const document = boost::json::parse(score_one(vector_v3).document);
    CHECK(document.at("vector") == boost::json::value(vector_v3));
    CHECK(document.at("base").as_double() == 9.8);
    CHECK(document.at("temporal").as_double() == 9.0);
    CHECK(document.at("severity") == "Critical");
    CHECK(boost::json::parse(score_one(vector_v4).document).at("nomenclature") == "CVSS-B");
  }
  TEST_CASE("whatever bytes a vector has, it is refused with the metric") {
    CHECK(score_one("").is(ANNEXA_E_RULE, "cvss.empty"));
    CHECK(score_one("CVSS:3.0/AV:N").is(ANNEXA_E_RULE, "cvss.version"));
    auto const refused = score_one(std::string_view("CVSS:3.1/AV:\xff\0\x1b", 15));
    CHECK(refused.is(ANNEXA_E_RULE, "cvss.value"));
    CHECK(refused.message.find("AV is \"\\xff\\x00\\x1b\"") == 0);
    CHECK(call(annexa_cvss_score, static_cast<char const*>(nullptr), std::size_t{3}).is(ANNEXA_E_USAGE, "c.null"));
    CHECK(call(annexa_cvss_score, static_cast<char const*>(nullptr), std::size_t{0}).is(ANNEXA_E_RULE, "cvss.empty"));
  }
  TEST_CASE("many are scored into the columns that are wanted, without allocating") {
    std::array const vectors{str(vector_v3), str(vector_v4), str(vector_v3)};
    std::array<int32_t, 3> base{}, threat{}, environmental{}, scores{};
    auto const before = annexa::testing::allocations();
    auto const status = annexa_cvss_score_many(vectors.data(), vectors.size(), base.data(), threat.data(),
                                               environmental.data(), scores.data(), nullptr);
    CHECK(annexa::testing::allocations() - before == 0);
    CHECK(status == ANNEXA_OK);
    CHECK(base == std::array<int32_t, 3>{98, 100, 98});
    CHECK(threat == std::array<int32_t, 3>{90, 100, 90});
    CHECK(environmental == threat);
    CHECK(scores == threat);
    scores = {};
    CHECK(annexa_cvss_score_many(vectors.data(), 2, nullptr, nullptr, nullptr, scores.data(), nullptr) == ANNEXA_OK);
    CHECK(scores == std::array<int32_t, 3>{90, 100, 0});
    CHECK(annexa_cvss_score_many(nullptr, 0, nullptr, nullptr, nullptr, nullptr, nullptr) == ANNEXA_OK);
    CHECK(annexa_cvss_score_many(nullptr, 1, nullptr, nullptr, nullptr, nullptr, nullptr) == ANNEXA_E_USAGE);
  }
  TEST_CASE("of many, the refused are listed up to a hundred and marked in every column") {
    std::vector<annexa_str> vectors(150, str("AV:N"));
    vectors[1] = str(vector_v4);
    vectors[2] = {nullptr, 7};
    std::vector<int32_t> scores(vectors.size());
    annexa_error* error = nullptr;
    Outcome outcome;
    outcome.status =
        annexa_cvss_score_many(vectors.data(), vectors.size(), nullptr, nullptr, nullptr, scores.data(), &error);
    take(outcome, error);
    CHECK(outcome.status == ANNEXA_E_RULE);
    CHECK(outcome.places.size() == 100);
    CHECK(outcome.places[1] == "/vectors/2");
    CHECK(outcome.rules[1] == "cvss.empty");
    CHECK(scores[0] == -1);
    CHECK(scores[1] == 100);
    CHECK(scores[149] == -1);
  }
  TEST_CASE("a vector is rated by the rule that comes along, or by one's own") {
    CHECK(boost::json::parse(rate_one(vector_v3, "").document) == boost::json::parse(R"({"likelihood":5,"impact":5})"));
    constexpr std::string_view gap = R"({"likelihood_levels":5,"impact_levels":5,
        "v3_1":{"likelihood_by":"score","likelihood":[{"from":0,"to":50,"level":1},{"from":52,"to":100,"level":2}],
                "impact_by":"score","impact":[{"from":0,"to":100,"level":1}]},
        "v4_0":{"likelihood_by":"score","likelihood":[{"from":0,"to":100,"level":1}],
                "impact_by":"score","impact":[{"from":0,"to":100,"level":1}]}})";
    auto const refused = rate_one("AV:N", gap);
    CHECK(refused.is(ANNEXA_E_RULE, "cvss.prefix"));
    CHECK(refused.places == std::vector<std::string>{"/vector", "/rule/v3_1/likelihood/1"});
    CHECK(rate_one(vector_v3, "{").status == ANNEXA_E_USAGE);
    CHECK(call(annexa_schema, "cvss-rule", std::size_t{9}).status == ANNEXA_OK);
  }
}
