// What other tools were found to get wrong (fourteen pitfalls, each reproduced in one of them), and that it is not so
// here: one case for each, named after it. Expected values are closed forms, or were computed by another program at 30
// digits.
#include <annexa/risk/quantitative/optimization.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/risk/cvss.hpp>
#include <annexa/risk/quantitative/simulation.hpp>
#include <annexa/risk/score_request.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "distributions.hpp"
#include "risk/methods.hpp"
#include "risk/quantitative/kernels.hpp"
#include "risk/quantitative/sampler.hpp"

using namespace annexa;

namespace {

Portfolio document_of(std::string const& scenarios, std::string const& more = "") {
  auto read =
      from_json<Portfolio>(parse_json(R"({"currency":"EUR","scenarios":[)" + scenarios + "]" + more + "}").value());
  if (!read) FAIL(read.error().text());
  return *std::move(read);
}

LossFigures all_of(Portfolio const& portfolio, SimulationOptions const& options) {
  auto found = simulate(portfolio, options);
  if (!found) FAIL(found.error().text());
  return found->portfolio;
}

Real whole(Money const& money) { return static_cast<Real>(money.minor_units()) / 100; }

// The truth lies within 4.5 standard errors, which are at most a part of it.
void is_near(Money const& value, Money const& error, Real truth, Real part = 0.05) {
  CAPTURE(truth);
  CAPTURE(to_string(value));
  CAPTURE(to_string(error));
  CHECK(std::fabs(whole(value) - truth) <= 4.5 * whole(error) + 0.01);
  CHECK(whole(error) <= part * std::fabs(truth));
}
void is_near(AmountEstimate const& found, Real truth, Real part = 0.05) {
  is_near(found.value, found.standard_error, truth, part);
}
void is_near(LevelEstimate const& found, Real truth, Real part = 0.05) {
  is_near(found.value, found.standard_error, truth, part);
}
void is_near(NumberEstimate const& found, Real truth) {
  CAPTURE(truth);
  CAPTURE(found.value);
  CHECK(std::fabs(found.value - truth) <= 4.5 * found.standard_error);
  CHECK(found.standard_error <= 0.1 * truth);
}

Real mean_of(std::string_view distribution) { return moments(testing::distribution_of(distribution)).value().mean; }
Real deviation_of(std::string_view distribution) {
  return std::sqrt(moments(testing::distribution_of(distribution)).value().variance);
}

// The probability of a piece of a thousandth of the range, from a part of it on.
Real piece_of(std::string_view text, Real from) {
  auto const distribution = testing::distribution_of(text);
  auto const at = [&](Real part) { return *distribution.low + part * (*distribution.high - *distribution.low); };
  return cdf(distribution, at(from + 0.001)).value() - cdf(distribution, at(from)).value();
}

constexpr std::string_view twin = R"({"name":"one","frequency":{"dist":"bernoulli","p":0.2},
  "severity":{"dist":"constant","value":1000}},{"name":"other","frequency":{"dist":"bernoulli","p":0.2},
  "severity":{"dist":"constant","value":1000}})";

// The tree of six PERTs that tools were compared by.
std::string tree(std::string const& pert) {
  auto const of = [&](std::string const& parameters) { return R"({"dist":")" + pert + R"(",)" + parameters + "}"; };
  return R"({"name":"tree","threat_event_frequency":)" + of(R"("low":20,"mode":50,"high":100)") +
         R"(,"threat_capability":)" + of(R"("low":0.2,"mode":0.5,"high":0.9)") + R"(,"resistance_strength":)" +
         of(R"("low":0.3,"mode":0.6,"high":0.9)") + R"(,"primary_loss":[{"form":"primary","magnitude":)" +
         of(R"("low":30000,"mode":100000,"high":800000)") +
         R"(}],"secondary_loss":[{"form":"secondary","probability":)" + of(R"("low":0.1,"mode":0.3,"high":0.7)") +
         R"(,"magnitude":)" + of(R"("low":10000,"mode":50000,"high":1000000)") + "}]}";
}
constexpr char const* product = R"(,"semantics":"annualized-product")";

}  // namespace

TEST_SUITE("risk/quantitative/pitfalls") {
  TEST_CASE(
      "1. two things called PERT: ours is Beta by the mode, and the shortcut by the range has a name of its own") {
    CHECK(deviation_of(R"({"dist":"pert","low":0,"mode":5,"high":10})") == doctest::Approx(1.88982236504614));
    CHECK(deviation_of(R"({"dist":"pert-pyfair","low":0,"mode":5,"high":10})") == doctest::Approx(1.66666666666667));
    // The mode stays the most likely place, at an end and with little weight too; by the shortcut the density of the
    // first grows beyond all bounds there, and the second is rarest in the middle, where its mode is.
    for (auto const* text : {R"("low":0,"mode":5,"high":10,"lambda":1})", R"("low":0,"mode":5,"high":10})"}) {
      auto const ours = R"({"dist":"pert",)" + std::string(text);
      CHECK(piece_of(ours, 0.4995) > piece_of(ours, 0));
      CHECK(piece_of(ours, 0.4995) > piece_of(ours, 0.999));
    }
    CHECK(piece_of(R"({"dist":"pert-pyfair","low":0,"mode":5,"high":10,"lambda":1})", 0.4995) <
          piece_of(R"({"dist":"pert-pyfair","low":0,"mode":5,"high":10,"lambda":1})", 0));
    CHECK(piece_of(R"({"dist":"pert","low":0,"mode":0,"high":100})", 0) == doctest::Approx(1 - std::pow(0.999, 5)));
    CHECK(piece_of(R"({"dist":"pert-pyfair","low":0,"mode":0,"high":100})", 0) > 0.01);
    // What it makes of the usual tree: 7 % of the mean, and the tail.
    is_near(all_of(document_of(tree("pert"), product), {.trials = 200'000}).mean, 4'646'880.76, 0.002);
    is_near(all_of(document_of(tree("pert-pyfair"), product), {.trials = 200'000}).mean, 4.317e6, 0.002);
  }

  TEST_CASE("2. clipping is not truncating: each has its name, and without one nothing is cut") {
    constexpr auto clipped = R"({"dist":"normal-clipped","mean":90,"sd":100,"low":0})";
    constexpr auto truncated = R"({"dist":"normal-truncated","mean":90,"sd":100,"low":0})";
    CHECK(mean_of(clipped) == doctest::Approx(100.043113708667));
    CHECK(mean_of(truncated) == doctest::Approx(122.610889376112));
    CHECK(cdf(testing::distribution_of(clipped), 0).value() == doctest::Approx(0.184060125346759));
    CHECK(cdf(testing::distribution_of(truncated), 0).value() == 0);
    Error errors;
    check_distribution(testing::distribution_of(R"({"dist":"normal","mean":90,"sd":100,"low":0})"), "", errors);
    CHECK(!errors.empty());
    auto const rate = document_of(R"({"name":"a","loss_event_frequency":{"dist":"normal","mean":90,"sd":100},
      "severity":{"dist":"constant","value":1}})");
    CHECK(simulate(rate).error().names("portfolio.negative"));
  }

  TEST_CASE(
      "3. a seed couples no scenarios: equal ones are independent, and variants of one share their random numbers") {
    auto const both = simulate(document_of(std::string(twin)), {.trials = 400'000}).value();
    CHECK(both.scenarios[0].mean != both.scenarios[1].mean);
    // Coupled, the sum would have a deviation of 800.
    is_near(both.portfolio.standard_deviation, std::sqrt(2.0) * 400);
    // Inherent and current years are the same years, so that their difference is far surer than with two seeds.
    auto const portfolio = document_of(
        R"({"name":"a","frequency":{"dist":"poisson","rate":2},"severity":{"dist":"lognormal","mu":10,"sigma":1}})",
        R"(,"treatments":[{"name":"t","cost":{"amount":"1000","currency":"EUR"},
            "effects":[{"node":"a.severity","reduction":0.1}]}])");
    auto const found = optimize(portfolio, {.trials = 100'000}).value();
    REQUIRE(found.choice.chosen.treatments.size() == 1);
    is_near(found.reduction, 0.2 * std::exp(10.5));
    auto const apart =
        std::hypot(whole(found.before.portfolio.mean.standard_error), whole(found.after.portfolio.mean.standard_error));
    CHECK(whole(found.reduction.standard_error) < 0.1 * apart);
  }

  TEST_CASE(
      "4. vulnerability as one number or for each event: the means agree, the spreads do not, and which it is is "
      "said") {
    auto const multiplied = simulate(document_of(tree("pert"), product), {.trials = 200'000}).value();
    auto const counted = simulate(document_of(tree("pert")), {.trials = 50'000}).value();
    CHECK(multiplied.semantics == AnnualSemantics::annualized_product);
    CHECK(counted.semantics == AnnualSemantics::event_level);
    is_near(multiplied.portfolio.mean, 4'646'880.76);
    is_near(counted.portfolio.mean, 4'646'880.76);
    is_near(multiplied.portfolio.standard_deviation, 2'713'515.8);
    is_near(counted.portfolio.standard_deviation, 1'866'694.8);
  }

  TEST_CASE("5. secondary losses happen or not, are summed up and not multiplied, and their probability is at most 1") {
    // Two forms, each with certainty and 10: 20 an event, where multiplying gave 101.
    constexpr auto form = R"({"form":")";
    constexpr auto ten = R"(","probability":{"dist":"constant","value":1},"magnitude":{"dist":"constant","value":10}})";
    auto const forms = std::string(form) + "a" + ten + ',' + form + "b" + ten;
    auto const summed = document_of(R"({"name":"s","loss_event_frequency":{"dist":"constant","value":1},
      "primary_loss":[{"form":"p","magnitude":{"dist":"constant","value":0}}],"secondary_loss":[)" +
                                        forms + "]}",
                                    product);
    CHECK(whole(all_of(summed, {.trials = 1'000}).mean.value) == 20);
    // One event a year with a secondary loss of 100 in one out of four: 25 on average, and a deviation of 43.3.
    auto const once = [](std::string const& probability) {
      return document_of(
          R"({"name":"s","frequency":{"dist":"bernoulli","p":1},"secondary_loss":[{"form":"fines","probability":
        {"dist":"constant","value":)" +
          probability + R"(},"magnitude":{"dist":"constant","value":100}}]})");
    };
    auto const found = all_of(once("0.25"), {.trials = 100'000});
    is_near(found.mean, 25);
    is_near(found.standard_deviation, 100 * std::sqrt(0.1875));
    CHECK(simulate(once("1.5")).error().names("portfolio.above-one"));
    // A name that begins with the letters of a prefix stays whole.
    auto const named = document_of(R"({"name":"multi_multilitum","loss_event_frequency":{"dist":"constant","value":1},
      "secondary_loss":[)" + std::string(form) +
                                   "multi_tum" + ten + "]}");
    CHECK(simulate(named, {.trials = 10}).value().scenarios[0].name == "multi_multilitum");
  }

  TEST_CASE("6. a probability of an event is no rate: 0.9 as one and as the other are two frequencies") {
    auto const with = [](std::string const& frequency) {
      return all_of(
          document_of(R"({"name":"a","frequency":)" + frequency + R"(,"severity":{"dist":"constant","value":1}})"),
          {.trials = 200'000});
    };
    auto const once = with(R"({"dist":"bernoulli","p":0.9})");
    auto const often = with(R"({"dist":"poisson","rate":2.302585092994046})");
    is_near(once.loss_probability, 0.9);
    is_near(often.loss_probability, 0.9);
    is_near(*once.events, 0.9);
    is_near(*often.events, 2.302585092994046);
    CHECK(whole(once.greatest) == 1);
    CHECK(whole(often.greatest) > 5);
    Error errors;
    check_distribution(testing::distribution_of(R"({"dist":"bernoulli","p":2.3})"), "", errors);
    CHECK(!errors.empty());
  }

  TEST_CASE("7. expected shortfall with most years at 0 is that of the worst years and not the mean of all") {
    // Mean 3,060 as in the tool that had it wrong; a year with a loss is one out of 200, of the worst 1 % half.
    auto const portfolio = document_of(R"({"name":"rare","frequency":{"dist":"bernoulli","p":0.005},
      "severity":{"dist":"lognormal-moments","mean":612000,"sd":400000}})");
    auto const found = all_of(portfolio, {.trials = 400'000, .levels = {0.9, 0.99}});
    CHECK(whole(found.value_at_risk[1].value) == 0);
    is_near(found.mean, 3'060, 0.06);
    is_near(found.expected_shortfall[1], 306'000);
    is_near(found.expected_shortfall[0], 30'600, 0.06);
  }

  TEST_CASE("8. the mean of a PERT is not its mode") {
    CHECK(mean_of(R"({"dist":"pert","low":0,"mode":1,"high":20})") == doctest::Approx(4));
    auto const found =
        all_of(document_of(R"({"name":"a","loss_event_frequency":{"dist":"pert","low":0,"mode":1,"high":20},
      "severity":{"dist":"constant","value":1000}})"),
               {.trials = 50'000});
    is_near(found.mean, 4'000);
  }

  TEST_CASE("9. rates below one are not rounded, and strengths are not replaced by their mean") {
    auto const with = [](std::string const& frequency) {
      return all_of(document_of(R"({"name":"a",)" + frequency + R"(,"severity":{"dist":"constant","value":1}})"),
                    {.trials = 400'000});
    };
    is_near(*with(
                 R"("threat_event_frequency":{"dist":"constant","value":0.3},
                 "vulnerability":{"dist":"constant","value":1})")
                 .events,
            0.3);
    // P(capability > strength): against the mean of the strengths it would be 0.278.
    is_near(
        *with(R"("threat_event_frequency":{"dist":"constant","value":1},"threat_capability":{"dist":"pert","low":0.2,
                 "mode":0.5,"high":0.9},"resistance_strength":{"dist":"pert","low":0.3,"mode":0.6,"high":0.9})")
             .events,
        0.320065766744718);
    auto const capability = testing::distribution_of(R"({"dist":"pert","low":0.2,"mode":0.5,"high":0.9})");
    CHECK(1 - cdf(capability, mean_of(R"({"dist":"pert","low":0.3,"mode":0.6,"high":0.9})")).value() < 0.3);
  }

  TEST_CASE("10. correlations of a document reach the figures") {
    auto const correlated = [](std::string const& correlation) {
      auto const portfolio = document_of(R"({"name":"one","frequency":{"dist":"bernoulli","p":0.1},
        "severity":{"dist":"constant","value":1000}},{"name":"other","frequency":{"dist":"bernoulli","p":0.25},
        "severity":{"dist":"constant","value":1000}})",
                                         R"(,"dependence":{"copula":"gaussian","correlations":[
        {"one":"one.frequency","other":"other.frequency","correlation":)" +
                                             correlation + "}]}");
      return all_of(portfolio,
                    {.trials = 400'000, .losses = {*Money::from(*Decimal::parse("1500"), portfolio.currency)}});
    };
    auto const both = [](LossFigures const& found) {
      auto const at = std::ranges::find_if(found.exceedance, [](auto const& each) { return whole(each.loss) == 1500; });
      REQUIRE(at != found.exceedance.end());
      return at->aggregate;
    };
    is_near(both(correlated("0.3")), 0.0438669134028703);
    is_near(both(correlated("0")), 0.025);
  }

  TEST_CASE("11. curves are counted where they are asked for, with their error; the largest year is called just that") {
    // Poisson of 2.5 losses, exponential of mean 10,000: the curve between its own points is bent, and steeply.
    auto const portfolio = document_of(R"({"name":"a","frequency":{"dist":"poisson","rate":2.5},
      "severity":{"dist":"exponential","mean":10000}})");
    auto const money = [&](char const* text) { return *Money::from(*Decimal::parse(text), portfolio.currency); };
    auto const found = all_of(portfolio, {.trials = 400'000, .losses = {money("50000"), money("100000")}});
    for (auto const& point : found.exceedance) {
      if (whole(point.loss) == 50'000) is_near(point.aggregate, 0.131719445718276);
      if (whole(point.loss) == 100'000) is_near(point.aggregate, 0.00833308057656394);
      if (whole(point.loss) < whole(found.greatest) && point.aggregate.value > 0 && point.aggregate.value < 1)
        CHECK(point.aggregate.standard_error > 0);
    }
    // The largest simulated year grows with the years; a quantile does not.
    auto const few = all_of(portfolio, {.trials = 20'000, .quantiles = {0.99}});
    CHECK(whole(few.greatest) < whole(found.greatest));
    auto const many = all_of(portfolio, {.trials = 400'000, .quantiles = {0.99}});
    is_near(few.quantiles[0], 96'935.2396873961);
    is_near(many.quantiles[0], 96'935.2396873961);
  }

  TEST_CASE("12. a 32-bit word does not end the tail: a second one refines the outermost") {
    auto const text = R"({"dist":"lognormal","mu":0,"sigma":3})";
    detail::Sampler const sampler(detail::law_of(testing::distribution_of(text)));
    // The last cell of 32 bits: its mean is 1.32 times its middle, by which alone 1.5e-4 of the whole mean would be
    // lost.
    Real const middle = sampler.law().quantile({1 - 0x1p-33, 0x1p-33});
    CHECK(std::log(middle) / 3 == doctest::Approx(6.337957754553789));
    constexpr std::uint32_t points = 1U << 16U;
    Real sum = 0;
    for (std::uint32_t i = 0; i < points; ++i) {
      auto const second = i << 16U | 0x8000U;
      sum += sampler.law().quantile(detail::tails_of(0xFFFFFFFFU, second));
    }
    CHECK(sum / points == doctest::Approx(239'081'622.477).epsilon(0.002));
    // And it is what is drawn for that word.
    std::uint32_t const word = 0xFFFFFFFFU;
    detail::WordSource const source{{1, 0, 0}, 0, nullptr, 256, nullptr};
    Real drawn = 0;
    sampler.sample(detail::kernels_of(InstructionSet::best), source, {&word, 1}, &drawn);
    CHECK(drawn == sampler.law().quantile(detail::tails_of(word, source.second_word(0))));
  }

  TEST_CASE("13. ties of CVSS scores are decided by exact arithmetic") {
    auto const score_of = [](char const* text) { return Cvss::parse(text).value().scores().score; };
    CHECK(score_of("CVSS:4.0/AV:L/AC:L/AT:P/PR:H/UI:N/VC:L/VI:N/VA:H/SC:L/SI:N/SA:N/E:A") == 57);
    CHECK(score_of("CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:A/VC:H/VI:N/VA:L/SC:L/SI:N/SA:N") == 57);
  }

  TEST_CASE("14. a retired control has no credit, and one that covers another threat none either") {
    auto const method = testing::product_method();
    ScoreRequest request;
    request.rating = testing::rating_of_pair(5, 4);
    request.threat = "Fire";
    request.stage = RiskStage::residual;
    auto const with = [&](ImplementationStatus status, std::vector<std::string> threats) {
      ControlEffect effect;
      effect.control = *Criterion::parse("A.8.7");
      effect.reduces = ReducedPart::likelihood;
      effect.share = Decimal::parse("0.5").value();
      effect.threats = std::move(threats);
      auto asked = request;
      asked.effects.push_back({std::move(effect), status, false});
      return to_string(score(method, asked).value().score.value());
    };
    CHECK(with(ImplementationStatus::implemented, {}) == "10");
    CHECK(with(ImplementationStatus::retired, {}) == "20");
    CHECK(with(ImplementationStatus::implemented, {"Malware"}) == "20");
  }
}
