#include <annexa/risk/score.hpp>
// The header stands on its own: it comes first.
#include <annexa/base/json.hpp>
#include <annexa/risk/score_request.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <algorithm>
#include <boost/json.hpp>

#include "methods.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::string outcome_of(result<Score> const& scored) {
  if (scored) return scored->band + ' ' + to_string(scored->score.value());
  std::string text;
  for (auto const& each : scored.error().violations())
    text += (text.empty() ? "" : "; ") + each.rule + ' ' + each.where;
  return text;
}

ControlEffect steps(char const* control, ReducedPart part, int count) {
  ControlEffect effect;
  effect.control = *Criterion::parse(control);
  effect.reduces = part;
  effect.steps = count;
  return effect;
}
ControlEffect share(char const* control, ReducedPart part, char const* part_taken) {
  ControlEffect effect;
  effect.control = *Criterion::parse(control);
  effect.reduces = part;
  effect.share = Decimal::parse(part_taken).value();
  return effect;
}

ScoreRequest request_of(Rating rating, std::vector<ControlEffect> effects,
                        ImplementationStatus status = ImplementationStatus::implemented,
                        RiskStage stage = RiskStage::residual) {
  ScoreRequest request;
  request.rating = std::move(rating);
  for (auto& effect : effects) request.effects.push_back({std::move(effect), status, false});
  request.stage = stage;
  return request;
}

std::string uses_of(Score const& score) {
  std::string text;
  for (auto const& each : score.because) text += (text.empty() ? "" : " ") + to_string(each.use);
  return text;
}

// Any effect that a method of numbers takes.
ControlEffect any_effect(int number, std::uint8_t part, bool whole, std::uint8_t size) {
  ControlEffect effect;
  effect.control = *Criterion::parse("own:" + std::to_string(number));
  effect.reduces = static_cast<ReducedPart>(part % (whole ? 2 : 4) == 2 ? 0 : part % (whole ? 2 : 4));
  if (whole)
    effect.steps = 1 + size % 5;
  else
    effect.share = Decimal::from(1 + size % 100, 2).value();
  return effect;
}

}  // namespace

TEST_SUITE("risk/score") {
  TEST_CASE("the grid says the band, the product is only shown") {
    CHECK(outcome_of(score(grid_method(), rating_of_pair(1, 3))) == "high 3");
    CHECK(outcome_of(score(grid_method(), rating_of_pair(3, 1))) == "medium 3");
  }

  TEST_CASE("a score that equals the end of a band belongs to it") {
    CHECK(outcome_of(score(product_method(), rating_of_pair(2, 2))) == "low 4");
    CHECK(outcome_of(score(product_method(), rating_of_pair(5, 1))) == "medium 5");
    CHECK(outcome_of(score(product_method(), rating_of_pair(3, 4))) == "medium 12");
    CHECK(outcome_of(score(product_method(), rating_of_pair(5, 5))) == "high 25");
  }

  TEST_CASE("levels outside their scale are all named, with the levels that there are") {
    CHECK(outcome_of(score(grid_method(), rating_of_pair(0, 4), "/residual")) ==
          "risk-method.step /residual/likelihood; risk-method.step /residual/impact");
    CHECK(outcome_of(score(grid_method(), rating_of_pair(2147483647, -2147483647))) ==
          "risk-method.step /likelihood; risk-method.step /impact");
    CHECK(outcome_of(score(grid_method(), Rating{})) == "rating.missing ; rating.missing ");
    auto asset = *built_in_method("iso27005-asset");
    CHECK(outcome_of(score(asset, rating_of_pair(0, 0))) == "rating.missing ");
    auto rating = rating_of_pair(1, 1);
    rating.vulnerability = 1;
    CHECK(outcome_of(score(grid_method(), rating)) == "rating.not-asked /vulnerability");
    rating = rating_of_pair(1, 1);
    rating.factors = {{"motive", 3}};
    CHECK(outcome_of(score(grid_method(), rating)) == "rating.unknown /factors/0/factor");
  }

  TEST_CASE("of dimensions the highest counts, or their weighted mean") {
    auto method = grid_method();
    method.dimensions = {"money", "law", "health"};
    auto rating = rating_of_pair(2, 1);
    rating.impacts = {1, 3, 1};
    CHECK(outcome_of(score(method, rating)) == "high 6");
    rating.affects = {"money", "health"};
    CHECK(outcome_of(score(method, rating)) == "low 2");
    rating.affects = {"fame"};
    CHECK(outcome_of(score(method, rating)) == "rating.unknown /affects/0");
    rating.affects.clear();
    rating.impacts.pop_back();
    CHECK(outcome_of(score(method, rating)) == "rating.dimensions /impacts");
    auto mean = *built_in_method("cia-weighted-mean");
    mean.dimension_weights = {*Decimal::from(4, 0), *Decimal::from(5, 0), *Decimal::from(3, 0)};
    Rating cia;
    cia.likelihood = 2;
    cia.impacts = {1, 2, 3};
    CHECK(outcome_of(score(mean, cia)) == "low 3.833333333333");
    CHECK(to_string(*axis_value(mean, cia, RiskAxis::impact)) == "1.916666666667");
    CHECK(*score(mean, rating_of(mean, *score(mean, cia))) == *score(mean, cia));
    cia.impact = 3;
    CHECK(outcome_of(score(mean, cia)) == "rating.not-asked /impact");
  }

  TEST_CASE("business impact counts where it is known, else technical impact") {
    auto const owasp = *built_in_method("owasp");
    Rating rating;
    for (auto const& factor : owasp.factors)
      if (factor.group != "business") rating.factors.push_back({factor.name, 6});
    CHECK(score(owasp, rating)->band == "critical");
    for (auto const& factor : owasp.factors)
      if (factor.group == "business") rating.factors.push_back({factor.name, 2});
    CHECK(score(owasp, rating)->band == "medium");
    rating.factors.erase(rating.factors.begin());
    CHECK(outcome_of(score(owasp, rating)) == "rating.missing ");
    rating.factors.push_back({"motive", 1});
    CHECK(outcome_of(score(owasp, rating)) == "rating.twice /factors/15/factor; rating.missing ");
  }

  TEST_CASE("a group of factors that is begun has to be rated whole") {
    auto const owasp = *built_in_method("owasp");
    Rating rating;
    for (auto const& factor : owasp.factors)
      if (factor.group != "business") rating.factors.push_back({factor.name, 6});
    auto const business = std::ranges::find(owasp.factors, "business", &Factor::group);
    REQUIRE(business != owasp.factors.end());
    CHECK(score(owasp, rating).has_value());
    rating.factors.push_back({business->name, 1});  // one of several: not dropped, not taken for all
    CHECK(outcome_of(score(owasp, rating)).find("rating.missing") != std::string::npos);
  }
  TEST_CASE("what the method does not use is refused, and looked at all the same") {
    auto const owasp = *built_in_method("owasp");
    Rating rating;
    for (auto const& factor : owasp.factors) rating.factors.push_back({factor.name, 5});
    CHECK(score(owasp, rating).has_value());
    rating.likelihood = 999;
    rating.impacts = {1};
    rating.affects = {"nonsense"};
    auto const refused = outcome_of(score(owasp, rating));
    CHECK(refused.find("risk-method.step /likelihood") != std::string::npos);
    CHECK(refused.find("rating.not-asked /impacts") != std::string::npos);
    CHECK(refused.find("rating.unknown /affects/0") != std::string::npos);
    auto plain = rating_of_pair(3, 1);
    plain.impacts = {3};
    CHECK(outcome_of(score(grid_method(), plain)) == "rating.dimensions /impacts");
    plain.impacts.clear();
    plain.affects = {"money"};
    CHECK(outcome_of(score(grid_method(), plain)).find("rating.missing") != std::string::npos);
  }
  TEST_CASE("a mean of factors has no levels to take off") {
    Error errors;
    check_effects(*built_in_method("dread"), {steps("A.8.5", ReducedPart::likelihood, 1)}, "", errors);
    CHECK(errors.names("control-effect.mean"));
  }
  TEST_CASE("without controls no control is named") {
    auto const scored =
        score(grid_method(), request_of(rating_of_pair(2, 2), {steps("A.8.5", ReducedPart::likelihood, 1)},
                                        ImplementationStatus::implemented, RiskStage::inherent));
    CHECK(scored->likelihood == 2);
    CHECK(scored->because.empty());
  }
  TEST_CASE("scores can be looked up, and be in proportion to a highest one") {
    CHECK(outcome_of(score(*built_in_method("simplerisk-lookup"), rating_of_pair(5, 1))) == "low 3");
    CHECK(outcome_of(score(*built_in_method("simplerisk-1"), rating_of_pair(5, 5))) == "critical 10");
    CHECK(outcome_of(score(*built_in_method("simplerisk-1"), rating_of_pair(1, 1))) == "low 0.857142857143");
    CHECK(outcome_of(score(*built_in_method("simplerisk-4"), rating_of_pair(2, 3))) == "low 2.666666666667");
  }

  TEST_CASE("on a grid a control lowers by whole steps, not below the lowest level") {
    auto const scored =
        score(grid_method(), request_of(rating_of_pair(3, 3), {steps("A.5.7", ReducedPart::likelihood, 1),
                                                               steps("A.8.8", ReducedPart::impact, 5)}));
    CHECK(scored->likelihood == 2);
    CHECK(scored->impact == 1);
    CHECK(uses_of(*scored) == "counted counted");
    CHECK(scored->because[0].effect == "-1 level");
    CHECK(scored->basis == ScoreBasis::computed);
    auto const refused =
        score(grid_method(), request_of(rating_of_pair(3, 3), {share("A.5.7", ReducedPart::likelihood, "0.5")}));
    CHECK(outcome_of(refused) == "control-effect.ordinal /effects/0/share");
  }

  TEST_CASE("shares multiply, or the best one counts alone") {
    auto const two = {share("A.5.7", ReducedPart::likelihood, "0.5"), share("A.8.8", ReducedPart::likelihood, "0.2")};
    auto method = product_method();
    CHECK(outcome_of(score(method, request_of(rating_of_pair(5, 5), two))) == "medium 10");
    method.effects = EffectRule::best_single;
    auto const best = score(method, request_of(rating_of_pair(5, 5), two));
    CHECK(outcome_of(best) == "high 12.5");
    CHECK(uses_of(*best) == "counted weaker");
    CHECK(best->likelihood == 3);  // the level that 2.5 does not exceed
  }

  TEST_CASE("only what is carried out counts, what is planned for the target, what is retired never") {
    auto const effect = {steps("A.5.7", ReducedPart::likelihood, 1)};
    auto const use = [&](ImplementationStatus status, RiskStage stage) {
      return uses_of(*score(grid_method(), request_of(rating_of_pair(3, 3), effect, status, stage)));
    };
    using enum ImplementationStatus;
    for (auto const stage : {RiskStage::current, RiskStage::residual, RiskStage::target}) {
      CHECK(use(implemented, stage) == "counted");
      CHECK(use(retired, stage) == "retired");
      CHECK(use(not_implemented, stage) == "not-implemented");
    }
    for (auto const status : {planned, partial}) {
      CHECK(use(status, RiskStage::current) == "not-implemented");
      CHECK(use(status, RiskStage::residual) == "not-implemented");
      CHECK(use(status, RiskStage::target) == "counted");
    }
  }

  TEST_CASE("a control of a measure that is not done counts for the residual risk and not the current one") {
    auto request = request_of(rating_of_pair(3, 3), {steps("A.5.7", ReducedPart::likelihood, 1)});
    request.effects[0].in_treatment = true;
    CHECK(score(grid_method(), request)->likelihood == 2);
    request.stage = RiskStage::current;
    CHECK(score(grid_method(), request)->likelihood == 3);
    CHECK(uses_of(*score(grid_method(), request)) == "in-treatment");
  }

  TEST_CASE("a control counts against the threats that it covers") {
    auto request = request_of(rating_of_pair(3, 3), {steps("A.8.7", ReducedPart::likelihood, 1)});
    request.effects[0].effect.threats = {"Malware"};
    request.threat = "Fire";
    CHECK(uses_of(*score(grid_method(), request)) == "other-threat");
    request.threat = "Malware ";
    CHECK(uses_of(*score(grid_method(), request)) == "counted");
  }

  TEST_CASE("effects without or with two sizes, out of range or twice are refused") {
    auto const refused = [](ControlEffect const& effect) {
      return outcome_of(score(product_method(), request_of(rating_of_pair(1, 1), {effect})));
    };
    auto effect = steps("A.5.7", ReducedPart::likelihood, 0);
    CHECK(refused(effect) == "control-effect.steps /effects/0/steps");
    effect.steps.reset();
    CHECK(refused(effect) == "control-effect.size /effects/0");
    CHECK(refused(share("A.5.7", ReducedPart::score, "1.01")) == "control-effect.share /effects/0/share");
    CHECK(refused(share("A.5.7", ReducedPart::score, "0")) == "control-effect.share /effects/0/share");
    CHECK(refused(steps("A.5.7", ReducedPart::score, 1)) == "control-effect.score /effects/0/steps");
    CHECK(refused(steps("A.5.7", ReducedPart::vulnerability, 1)) == "control-effect.vulnerability /effects/0/reduces");
    auto const same = steps("A.5.7", ReducedPart::impact, 1);
    CHECK(outcome_of(score(product_method(), request_of(rating_of_pair(1, 1), {same, same}))) ==
          "control-effect.twice /effects/1");
  }

  TEST_CASE("a control that does not count changes no score, whatever means and tables a method has") {
    auto method = *built_in_method("cia-weighted-mean");
    method.scores = built_in_method("simplerisk-lookup")->scores;
    Rating rating;
    rating.likelihood = 3;
    rating.impacts = {2, 2, 3};  // a mean of 2.33 is level 2
    auto const request =
        request_of(rating, {share("A.5.7", ReducedPart::impact, "0.1")}, ImplementationStatus::retired);
    CHECK(score(method, request)->score == score(method, rating)->score);
    auto counted = request;
    counted.effects[0].status = ImplementationStatus::implemented;
    CHECK_FALSE(is_above(*score(method, counted), *score(method, rating)));
  }

  TEST_CASE("a rating survives its score") {
    auto rating = rating_of_pair(3, 2);
    rating.impacts = {2, 1, 1};
    rating.affects = {"integrity"};
    auto const method = *built_in_method("cia-weighted-max");
    CHECK(*score(method, rating_of(method, *score(method, rating))) == *score(method, rating));
  }

  TEST_CASE("a score never falls when likelihood or impact rises, wherever the grid does not either") {
    CHECK(rc::check("any grid that does not fall", [](std::vector<std::uint8_t> const& cells) {
      auto method = *built_in_method("5x5");
      for (std::size_t row = 0; row < 5; ++row)
        for (std::size_t column = 0; column < 5; ++column) {
          auto const index = row * 5 + column;
          int cell = 1 + (index < cells.size() ? cells[index] % 2 : 0);
          if (row != 0) cell = std::max(cell, method.grid[row - 1][column]);
          if (column != 0) cell = std::max(cell, method.grid[row][column - 1]);
          method.grid[row][column] = std::min(cell + (index % 7 == 6 ? 1 : 0), 4);
        }
      for (int likelihood = 1; likelihood <= 5; ++likelihood)
        for (int impact = 1; impact < 5; ++impact) {
          RC_ASSERT(score(method, rating_of_pair(likelihood, impact))->level <=
                    score(method, rating_of_pair(likelihood, impact + 1))->level);
          RC_ASSERT(score(method, rating_of_pair(impact, likelihood))->level <=
                    score(method, rating_of_pair(impact + 1, likelihood))->level);
        }
    }));
  }

  TEST_CASE("one control more never raises what remains, and their order has no influence") {
    using Drawn = std::vector<std::tuple<std::uint8_t, bool, std::uint8_t>>;
    CHECK(rc::check("any controls", [](Drawn const& drawn, std::uint8_t likelihood, std::uint8_t impact, bool best) {
      auto method = product_method();
      if (best) method.effects = EffectRule::best_single;
      std::vector<ControlEffect> effects;
      auto const rating = rating_of_pair(1 + likelihood % 5, 1 + impact % 5);
      auto before = *score(method, rating);
      for (auto const& [part, whole, size] : drawn) {
        if (effects.size() == 12) break;
        effects.push_back(any_effect(static_cast<int>(effects.size()) + 1, part, whole, size));
        auto const now = score(method, request_of(rating, effects));
        RC_ASSERT(now.has_value());
        RC_ASSERT(!is_above(*now, before));
        auto turned = effects;
        std::ranges::reverse(turned);
        auto const other = *score(method, request_of(rating, turned));
        RC_ASSERT(other.score == now->score);
        RC_ASSERT(other.level == now->level);
        before = *now;
      }
    }));
  }

  TEST_CASE("hundreds of controls are as exact as one") {
    std::vector<ControlEffect> effects;
    for (int i = 1; i <= 200; ++i)
      effects.push_back(share(("own:" + std::to_string(i)).c_str(), ReducedPart::score, "0.01"));
    // 25 x 0.99^200, computed elsewhere to 30 digits
    CHECK(outcome_of(score(product_method(), request_of(rating_of_pair(5, 5), effects))) == "low 3.349491871449");
  }
}
