#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

using namespace annexa::testing::c;

namespace {

template <class Function>
Outcome ask(Function* function, std::string_view request) {
  return call(function, request.data(), request.size());
}

}  // namespace

TEST_SUITE("capi/sample") {
  TEST_CASE("size, draw and evaluation are documents") {
    auto const size = boost::json::parse(
        ask(annexa_sample_size, R"({"confidence":"0.95","tolerable_rate":"0.05","population":250})").document);
    CHECK(size.at("size") == 55);
    CHECK(size.at("distribution") == "hypergeometric");
    auto const draw = boost::json::parse(ask(annexa_sample_draw, R"({"population":250,"size":3,"seed":7})").document);
    CHECK(draw.at("items") == boost::json::value({110, 151, 190}));
    auto const found = boost::json::parse(
        ask(annexa_sample_evaluate, R"({"population":250,"size":25,"deviations":1,"confidence":"0.95"})").document);
    CHECK(found.at("most_deviations") == 42);
    CHECK(found.at("conclusion") == "limit-only");
  }
  TEST_CASE("bad requests are refused with every violation") {
    CHECK(ask(annexa_sample_size, "").status == ANNEXA_E_USAGE);
    CHECK(ask(annexa_sample_size, "[]").status == ANNEXA_E_USAGE);
    CHECK(ask(annexa_sample_draw, "{}").is(ANNEXA_E_USAGE, "json.missing-member"));
    auto const refused = ask(annexa_sample_size, R"({"confidence":"95","tolerable_rate":"0"})");
    CHECK(refused.is(ANNEXA_E_USAGE, "sampling.share"));
    CHECK(refused.places == std::vector<std::string>{"/confidence", "/tolerable_rate"});
    CHECK(ask(annexa_sample_size, R"({"confidence":0.95,"tolerable_rate":"NaN"})").places ==
          std::vector<std::string>{"/confidence", "/tolerable_rate"});
    CHECK(call(annexa_sample_draw, static_cast<char const*>(nullptr), std::size_t{3}).is(ANNEXA_E_USAGE, "c.null"));
  }
}
