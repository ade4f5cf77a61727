#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>
#include <cstdint>
#include <cstring>

using namespace annexa::testing::c;

namespace {

constexpr std::string_view pert = R"({"dist":"pert","low":0,"mode":5,"high":10})";

Outcome figures_of(std::string_view distribution, std::string_view request = {}) {
  return call(annexa_distribution_figures, distribution.data(), distribution.size(), request.data(), request.size());
}
Outcome draw(std::string_view distribution, std::uint64_t count, std::uint64_t seed, std::string_view name) {
  return call(annexa_distribution_sample, distribution.data(), distribution.size(), count, seed, name.data(),
              name.size());
}

}  // namespace

TEST_SUITE("capi/distribution") {
  TEST_CASE("figures of a distribution are a document, without a request those that need none") {
    auto const found = boost::json::parse(figures_of(pert, R"({"probabilities":[0.5],"values":[20]})").document);
    CHECK(found.at("mean").to_number<double>() == 5);
    CHECK(found.at("quantiles").as_array().size() == 1);
    CHECK(found.at("cdf").at(0).at("probability").to_number<double>() == 1);
    auto const plain = boost::json::parse(figures_of(pert).document).as_object();
    CHECK(plain.contains("variance"));
    CHECK(plain.contains("quantiles") ==
          boost::json::parse(figures_of(pert, "{}").document).as_object().contains("quantiles"));
  }
  TEST_CASE("drawn values are 64-bit numbers, by seed and stream") {
    auto const drawn = draw(pert, 100, 7, "a.severity");
    CHECK(drawn.status == ANNEXA_OK);
    REQUIRE(drawn.document.size() == 100 * sizeof(double));
    for (std::size_t i = 0; i < 100; ++i) {
      double value = -1;
      std::memcpy(&value, drawn.document.data() + i * sizeof(double), sizeof value);
      CHECK(value > 0);
      CHECK(value < 10);
    }
    CHECK(draw(pert, 10, 7, "a.severity").document == drawn.document.substr(0, 10 * sizeof(double)));
    CHECK(draw(pert, 100, 8, "a.severity").document != drawn.document);
    CHECK(draw(pert, 100, 7, "b.severity").document != drawn.document);
    CHECK(draw(pert, 3, 7, "").status == ANNEXA_OK);
    CHECK(draw(pert, 0, 7, "").document.empty());
  }
  TEST_CASE("what is wrong is refused, all of it, and nothing is given") {
    CHECK(figures_of("").status == ANNEXA_E_USAGE);
    CHECK(figures_of(R"({"dist":"pert","low":9,"mode":5,"high":1})").is(ANNEXA_E_USAGE, "distribution.order"));
    auto const both = figures_of(pert, R"({"probabilities":[2,0.5,0]})");
    CHECK(both.is(ANNEXA_E_USAGE, "distribution.probability"));
    CHECK(both.places == std::vector<std::string>{"/probabilities/0", "/probabilities/2"});
    CHECK(draw(pert, 100'000'001, 7, "").is(ANNEXA_E_USAGE, "distribution.draws"));
    CHECK(draw("[]", 1, 7, "\xff").rules.size() == 2);
    CHECK(call(annexa_distribution_sample, pert.data(), pert.size(), std::uint64_t{1}, std::uint64_t{1},
               static_cast<char const*>(nullptr), std::size_t{3})
              .is(ANNEXA_E_USAGE, "c.null"));
  }
}
