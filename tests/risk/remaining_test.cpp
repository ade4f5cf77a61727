#include <annexa/risk/remaining.hpp>

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("risk/remaining") {
  TEST_CASE("what remains is the residual score, else the current one, else the inherent one") {
    Scores scores;
    CHECK(remaining_score(scores) == nullptr);
    scores.inherent = Score{};
    CHECK(remaining_score(scores) == &*scores.inherent);
    scores.current = Score{};
    CHECK(remaining_score(scores) == &*scores.current);
    scores.residual = Score{};
    CHECK(remaining_score(scores) == &*scores.residual);
  }

  TEST_CASE("a band is that of the method and version of the score, or none") {
    Method method;
    method.key = *Key<"risk-method">::parse("5x5");
    method.bands = {{"low", "#ffffff", true, "", {}, {}}, {"high", "#000000", false, "", {}, {}}};
    Scores scores;
    scores.method = "5x5";
    scores.version = 1;
    Score score;
    score.level = 2;
    CHECK(band_of(method, scores, score) == &method.bands[1]);
    score.level = 3;
    CHECK(band_of(method, scores, score) == nullptr);
    score.level = 1;
    scores.version = 2;
    CHECK(band_of(method, scores, score) == nullptr);
    scores = {{}, {}, {}, {}, "3x3", 1};
    CHECK(band_of(method, scores, score) == nullptr);
  }

  TEST_CASE("an acceptance holds on its last day and not on the next") {
    Risk risk;
    auto const day = *Date::from(2026, 6, 30);
    CHECK_FALSE(is_accepted(risk, day));
    risk.acceptance = Acceptance{};
    CHECK(is_accepted(risk, day));
    risk.acceptance->expires_on = day;
    CHECK(is_accepted(risk, day));
    CHECK_FALSE(is_accepted(risk, day.plus_days(1)));
    risk.status = RiskStatus::accepted;
    CHECK(status_on(risk, day) == RiskStatus::accepted);
    CHECK(status_on(risk, day.plus_days(1)) == RiskStatus::assessed);
    risk.treatment = TreatmentOption::modify;
    CHECK(status_on(risk, day.plus_days(1)) == RiskStatus::treated);
  }

  TEST_CASE("a treatment is decided within the days of its band, where it has to be decided") {
    Method method;
    method.key = *Key<"risk-method">::parse("5x5");
    method.bands = {{"low", "#ffffff", true, "", 10, {}}, {"high", "#000000", false, "", 30, {}}};
    Risk risk;
    risk.scores.method = "5x5";
    risk.scores.version = 1;
    risk.scores.residual.emplace().level = 2;
    risk.scored_on = *Date::from(2026, 6, 1);
    CHECK(decide_by(risk, &method) == *Date::from(2026, 7, 1));
    CHECK_FALSE(decide_by(risk, nullptr));
    risk.treatment = TreatmentOption::retain;
    CHECK_FALSE(decide_by(risk, &method));
    risk.treatment.reset();
    risk.scores.residual->level = 1;
    CHECK_FALSE(decide_by(risk, &method));
  }
}
