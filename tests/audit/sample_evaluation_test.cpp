#include <annexa/audit/sample_evaluation.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace annexa;

namespace {

Decimal evaluated_share(std::string_view text) { return Decimal::parse(text).value(); }

SampleEvaluationRequest tested_sample(std::int64_t size, std::int64_t deviations,
                                      std::optional<std::int64_t> population = {},
                                      std::string_view confidence = "0.95") {
  SampleEvaluationRequest request;
  request.size = size;
  request.deviations = deviations;
  request.population = population;
  request.confidence = evaluated_share(confidence);
  return request;
}

std::string limit_of(SampleEvaluationRequest const& request) {
  return to_string(evaluate_sample(request).value().upper_limit.value());
}

std::int64_t most_of(SampleEvaluationRequest const& request) {
  return evaluate_sample(request).value().most_deviations.value();
}

SampleConclusion conclusion_of(SampleEvaluationRequest request, std::string_view rate) {
  request.tolerable_rate = evaluated_share(rate);
  return evaluate_sample(request).value().conclusion;
}

std::string evaluation_refusal(SampleEvaluationRequest const& request) {
  auto const answer = evaluate_sample(request);
  if (answer) return "accepted";
  std::string text;
  for (auto const& each : answer.error().violations()) text += (text.empty() ? "" : " ") + each.rule + each.where;
  return text;
}

}  // namespace

TEST_SUITE("audit/sample_evaluation") {
  TEST_CASE("the limit for a large population is that of Clopper and Pearson, rounded up") {
    struct Row {
      std::int64_t size;
      char const* ninety;
      char const* ninety_five;
    };
    for (auto const& row :
         {Row{5, "0.369043", "0.450720"}, Row{15, "0.142305", "0.181037"}, Row{25, "0.087990", "0.112929"},
          Row{40, "0.055940", "0.072158"}, Row{60, "0.037650", "0.048703"}}) {
      CAPTURE(row.size);
      CHECK(limit_of(tested_sample(row.size, 0, {}, "0.90")) == row.ninety);
      CHECK(limit_of(tested_sample(row.size, 0)) == row.ninety_five);
    }
    CHECK(limit_of(tested_sample(25, 1)) == "0.176121");
    CHECK(limit_of(tested_sample(25, 25)) == "1.000000");
  }
  TEST_CASE("the limit for a finite population is a number of items") {
    CHECK(most_of(tested_sample(25, 0, 250)) == 26);
    CHECK(most_of(tested_sample(25, 1, 250)) == 42);
    CHECK(most_of(tested_sample(55, 0, 250)) == 11);
    CHECK(most_of(tested_sample(250, 3, 250)) == 3);
    CHECK(limit_of(tested_sample(25, 0, 250)) == "0.104000");
    CHECK(limit_of(tested_sample(1, 0, 3)) == "0.666667");
  }
  TEST_CASE("what follows is said") {
    CHECK(conclusion_of(tested_sample(59, 0), "0.05") == SampleConclusion::within);
    CHECK(conclusion_of(tested_sample(58, 0), "0.05") == SampleConclusion::not_shown);
    CHECK(conclusion_of(tested_sample(55, 0, 250), "0.05") == SampleConclusion::within);
    auto request = tested_sample(25, 1, 250);
    CHECK(evaluate_sample(request).value().conclusion == SampleConclusion::limit_only);
    request.tolerable_rate = evaluated_share("0.05");
    CHECK(evaluate_sample(request).value().statement ==
          "1 of 25 items deviate. With 95 % confidence at most 42 (16.8 %) of the 250 do. That the rate is within the "
          "tolerable 5 % is not shown: widen the sample, or treat the control as failing.");
    request.method = DrawMethod::systematic;
    CHECK(evaluate_sample(request).value().statement.find("no pattern") != std::string::npos);
  }
  TEST_CASE("a judgement allows no statistical conclusion") {
    SampleEvaluationRequest request;
    request.method = DrawMethod::judgement;
    request.size = 8;
    request.deviations = 2;
    auto const answer = evaluate_sample(request).value();
    CHECK(answer.conclusion == SampleConclusion::none);
    CHECK(!answer.upper_limit);
    CHECK(answer.statement.find("no statistical conclusion") != std::string::npos);
    request.confidence = evaluated_share("0.95");
    request.tolerable_rate = evaluated_share("0.05");
    CHECK(evaluation_refusal(request) == "sampling.unused/confidence sampling.unused/tolerable_rate");
  }
  TEST_CASE("limits of strata hold together and add up") {
    SampleEvaluationRequest request;
    request.method = DrawMethod::stratified;
    request.confidence = evaluated_share("0.95");
    request.strata = {{"day", 60, 3, 0, {}}, {"night", 40, 2, 1, {}}};
    auto const answer = evaluate_sample(request).value();
    CHECK(answer.strata[0].most_deviations == 41);
    CHECK(answer.strata[1].most_deviations == 39);
    CHECK(answer.most_deviations == 80);
    CHECK(to_string(*answer.upper_limit) == "0.800000");
    CHECK(answer.population == 100);
    CHECK(answer.size == 5);
    CHECK(answer.deviations == 1);
  }
  TEST_CASE("property: what a size was planned for is shown if no more is found, and not with one item less") {
    CHECK(rc::check([] {
      SampleSizeRequest planned;
      planned.confidence = Decimal::from(*rc::gen::inRange(500, 999), 3).value();
      planned.tolerable_rate = Decimal::from(*rc::gen::inRange(20, 500), 3).value();
      planned.allowed_deviations = *rc::gen::inRange(0, 4);
      auto const size = sample_size(planned).value().size;
      auto request = tested_sample(size, *planned.allowed_deviations);
      request.confidence = planned.confidence;
      request.tolerable_rate = planned.tolerable_rate;
      RC_ASSERT(evaluate_sample(request).value().conclusion == SampleConclusion::within);
      if (size <= *planned.allowed_deviations + 1) return;
      --*request.size;
      RC_ASSERT(evaluate_sample(request).value().conclusion == SampleConclusion::not_shown);
    }));
  }
  TEST_CASE("property: a finite population never has a higher limit than a large one, nor a lower one than was found") {
    CHECK(rc::check([] {
      auto const population = *rc::gen::inRange<std::int64_t>(1, 2000);
      auto const size = *rc::gen::inRange<std::int64_t>(1, population + 1);
      auto const deviations = *rc::gen::inRange<std::int64_t>(0, size + 1);
      auto const most = most_of(tested_sample(size, deviations, population));
      RC_ASSERT(most >= deviations);
      RC_ASSERT(most <= population - size + deviations);
      auto const large = evaluate_sample(tested_sample(size, deviations)).value().upper_limit->digits();
      RC_ASSERT(most * 1'000'000 <= large * population);
    }));
  }
  TEST_CASE("what does not fit together is refused, all at once") {
    CHECK(evaluation_refusal({}) == "sampling.missing/confidence sampling.missing/size sampling.missing/deviations");
    CHECK(evaluation_refusal(tested_sample(5, 6)) == "sampling.counts/deviations");
    CHECK(evaluation_refusal(tested_sample(0, 0)) == "number.range/size");
    CHECK(evaluation_refusal(tested_sample(11, 0, 10)) == "number.range/size");
    CHECK(evaluation_refusal(tested_sample(5, -1, 0, "0.0")) ==
          "sampling.share/confidence number.range/population number.range/size number.range/deviations");
    auto request = tested_sample(5, 0);
    request.method = DrawMethod::stratified;
    request.strata = {{"day", 10, 11, 12, 3}};
    CHECK(evaluation_refusal(request) ==
          "sampling.unused/size sampling.unused/deviations number.range/strata/0/size "
          "sampling.unused/strata/0/most_deviations sampling.counts/strata/0/deviations");
  }
}
