#include <annexa/command/risk_register.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <algorithm>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* morning = "2026-02-04T09:00:00Z";

State after(State const& state, std::string_view json, char const* at = morning) {
  return state_after(state, example_command(json, "P-ISM", at));
}

// One risk R-99 with an effect of A.8.5.
State with_effect() {
  auto const state = after(example_state(morning),
                           R"({"command":"risk.identify","risk":"R-99","title":"Lost badge","owner":"P-IT",
                              "category":"physical","annual_loss":{"amount":"100.00","currency":"EUR"}})");
  return after(state, R"({"command":"risk.assess","risk":"R-99","inherent":{"likelihood":4,"impact":3},
                          "effects":[{"control":"A.8.5","reduces":"likelihood","steps":1,"evidence":["EV-1"]}]})");
}

RiskScoring scoring_of(State const& state, std::string_view method = "") {
  auto const scores = risk_scores(state, method, *Date::from(2026, 2, 4)).value();
  auto const found = std::ranges::find_if(scores, [](RiskScoring const& each) { return each.risk == "R-99"; });
  REQUIRE(found != scores.end());
  return *found;
}

// The state in which the row of A.8.5 has another status.
State with_status(State const& state, std::string_view status) {
  auto const rows = state.select<Applicability>([](Applicability const& row) { return row.control.text() == "A.8.5"; });
  REQUIRE(!rows.empty());
  return after(state, R"({"command":"applicability.decide","control":"A.8.5","applicable":true,"justification":"x",
                          "drivers":[{"kind":"baseline"}],"status":")" +
                          std::string(status) + R"("})");
}

// The state with that assessment, as an audit would have left it.
State holding(State state, Assessment const& assessment) {
  state.put(*find_noun("assessment"), {assessment.key.text(), std::make_shared<Assessment>(assessment), 1});
  return state;
}

}  // namespace

TEST_SUITE("command/risk_register") {
  TEST_CASE("the score follows the controls of today, and says where the record differs") {
    auto const state = with_effect();
    auto const gone = with_status(state, "planned");
    auto const now = with_status(state, "implemented");
    CHECK(scoring_of(now).residual->likelihood == 3);
    CHECK(scoring_of(now).residual->because[0].evidence == std::vector<std::string>{"EV-1"});
    CHECK(scoring_of(gone).residual->likelihood == 4);
    CHECK(scoring_of(gone).target->likelihood == 3);
    auto const recorded = state.find<Risk>("R-99")->scores.residual->likelihood;
    CHECK(scoring_of(now).changed.empty() == (recorded == 3));
    CHECK(scoring_of(gone).changed.empty() == (recorded == 4));
  }
  TEST_CASE("a control that an audit found wanting puts its effect in doubt until the owner cites it") {
    auto const state = with_effect();
    CHECK(scoring_of(state).contested.empty());
    Assessment assessment;
    assessment.key = *Key<"assessment">::parse("A-2026-9/A.8.5");
    assessment.audit = *Key<"audit">::parse("A-2026-9");
    assessment.criterion = *Criterion::parse("A.8.5");
    assessment.assessed_on = *Date::from(2026, 2, 5);
    auto const seen = [&](Verdict verdict, Date on) {
      auto with = state;
      assessment.verdict = verdict;
      assessment.assessed_on = on;
      with = holding(with, assessment);
      return contested_effects(with, *with.find<Risk>("R-99")).size();
    };
    CHECK(seen(Verdict::major_nonconformity, *Date::from(2026, 2, 5)) == 1);
    CHECK(seen(Verdict::conforming, *Date::from(2026, 2, 5)) == 0);
    CHECK(seen(Verdict::minor_nonconformity, *Date::from(2026, 2, 3)) == 0);  // the effects were rated after it
    auto risk = *state.find<Risk>("R-99");
    risk.effects[0].evidence = {"A-2026-9/A.8.5"};
    auto cited = state;
    assessment.verdict = Verdict::minor_nonconformity;
    assessment.assessed_on = *Date::from(2026, 2, 5);
    cited = holding(cited, assessment);
    CHECK(contested_effects(cited, *state.find<Risk>("R-99")).size() == 1);
    CHECK(contested_effects(cited, risk).empty());
    // What was found in another unit says nothing of this risk.
    auto elsewhere = *state.find<Risk>("R-99");
    elsewhere.unit = Key<"unit">::parse("U-GAL").value();
    CHECK(contested_effects(cited, elsewhere).size() == 1);
    assessment.unit = Key<"unit">::parse("U-DUB").value();
    cited = holding(state, assessment);
    CHECK(contested_effects(cited, elsewhere).empty());
  }
  TEST_CASE("a doubt lasts through a new score of the risk and ends with the owner's decision") {
    auto state = with_effect();
    Assessment assessment;
    assessment.key = *Key<"assessment">::parse("A-2026-9/A.8.5");
    assessment.audit = *Key<"audit">::parse("A-2026-9");
    assessment.criterion = *Criterion::parse("A.8.5");
    assessment.assessed_on = *Date::from(2026, 2, 4);
    assessment.verdict = Verdict::major_nonconformity;
    state = holding(state, assessment);
    auto const doubts = [&] { return contested_effects(state, *state.find<Risk>("R-99")).size(); };
    CHECK(doubts() == 1);
    constexpr char const* later = "2026-02-10T09:00:00Z";
    state = after(state, R"({"command":"risk.assess","risk":"R-99","inherent":{"likelihood":3,"impact":3}})", later);
    CHECK(doubts() == 1);
    state = after(state, R"({"command":"risk.propose-effect","risk":"R-99","reason":"Not used",
        "effect":{"control":"A.8.5","reduces":"likelihood"}})",
                  later);
    state = state_after(state, example_command(R"({"command":"risk.decide-effect","risk":"R-99","control":"A.8.5",
        "accepted":false,"reason":"Used since the audit"})",
                                               "P-IT", later));
    CHECK(doubts() == 0);
    CHECK(state.find<Risk>("R-99")->decided_effects.size() == 1);
  }
  TEST_CASE("ratings can be scored by another method; what does not fit is told for that risk") {
    auto const state = with_effect();
    CHECK(scoring_of(state, "5x5").problems.empty());
    CHECK(scoring_of(state, "iso27005-ranked").inherent->score == Decimal::from(12, 0).value());
    CHECK_FALSE(scoring_of(state, "3x3").inherent);
    REQUIRE(scoring_of(state, "3x3").problems.size() == 2);
    CHECK(scoring_of(state, "3x3").problems[0] == "levels of likelihood: " + state.all<Method>().front()->key.text() +
                                                      " has 5, 3x3 has 3; assess the risk by it.");
    auto const unknown = risk_scores(state, "5x6", *Date::from(2026, 2, 4));
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().kind() == ErrorKind::usage);
    CHECK(unknown.error().violations()[0].message.find("5x5") != std::string::npos);
  }
  TEST_CASE("a score is a number in JSON, whole where it is whole") {
    auto const scores = write_risk_scores({scoring_of(with_effect())});
    CHECK(scores.at(0).at("inherent").at("score").as_int64() == 12);
    Score score;
    score.score = Decimal::parse("0.25").value();
    CHECK(write_score(score).at("score").as_double() == 0.25);
  }
  TEST_CASE("what remains stands against appetite and tolerance, by number of the band where a grid makes bands") {
    auto state = with_effect();
    auto method = *state.all<Method>().front();
    auto const limit = [](int value) { return Decimal::from(value, 0).value(); };
    method.appetite = {{"", {}, limit(1), limit(1), *Date::from(2026, 1, 1)},
                       {"physical", {}, limit(1), limit(4), *Date::from(2026, 1, 1)}};
    auto const adopt = Command::of("risk-method.adopt", method);
    auto json = write_command(adopt).as_object();
    json["at"] = morning;
    json["actor"] = "P-ISM";
    state = state_after(state, read_command(json).value());
    // the version has risen: the ratings are scored anew
    CHECK(scoring_of(state, method.key.text()).appetite == AppetiteBand::within_tolerance);
  }
  TEST_CASE("risks are summed up by highest band, count per band and money by currency") {
    auto const state =
        after(with_effect(), R"({"command":"risk.identify","risk":"R-98","title":"Fire","category":"physical",
                              "annual_loss":{"amount":"20.50","currency":"EUR"}})");
    auto const groups = risk_groups(state, RiskGrouping::category, RiskStage::residual);
    auto const group = std::ranges::find(groups, "physical", &RiskGroup::key);
    REQUIRE(group != groups.end());
    CHECK(group->count == 2);
    CHECK(group->unscored == 1);
    REQUIRE(group->annual_loss.size() == 1);
    CHECK(to_string(group->annual_loss[0]) == "120.50 EUR");
    REQUIRE(group->highest.size() == 1);
    CHECK(group->highest[0].count == 1);
    int counted = 0;
    for (auto const& each : risk_groups(state, RiskGrouping::owner, RiskStage::residual)) counted += each.count;
    CHECK(counted ==
          static_cast<int>(
              state.select<Risk>([](Risk const& risk) { return risk.status != RiskStatus::closed; }).size()));
  }
  TEST_CASE("a sum of losses that does not fit is left out and named") {
    auto const add = [](char const* key) {
      return R"({"command":"risk.identify","risk":")" + std::string(key) +
             R"(","title":"x","category":"vast","annual_loss":{"amount":"9999999999999999.99","currency":"EUR"}})";
    };
    auto const state = after(after(after(example_state(morning), add("R-97")), add("R-98")), add("R-96"));
    auto const sums = risk_groups(state, RiskGrouping::category, RiskStage::residual);
    auto const vast = std::ranges::find(sums, "vast", &RiskGroup::key);
    REQUIRE(vast != sums.end());
    CHECK(vast->count == 3);
    CHECK(vast->annual_loss.empty());
    CHECK(vast->not_summed == std::vector<std::string>{"EUR"});
  }
  TEST_CASE("bands of two versions of a method are not added up") {
    auto state = after(with_effect(), R"({"command":"risk.identify","risk":"R-98","title":"Fire","category":"x"})");
    state = after(state, R"({"command":"risk.change","risk":"R-99","category":"x"})");
    auto method = *state.all<Method>().front();
    method.grid[0][0] = 2;
    auto json = write_command(Command::of("risk-method.adopt", method)).as_object();
    json["at"] = morning;
    json["actor"] = "P-ISM";
    state = state_after(state, read_command(json).value());
    state = after(state, R"({"command":"risk.assess","risk":"R-98","inherent":{"likelihood":4,"impact":3}})");
    auto const groups = risk_groups(state, RiskGrouping::category, RiskStage::inherent);
    auto const group = std::ranges::find(groups, "x", &RiskGroup::key);
    REQUIRE(group != groups.end());
    REQUIRE(group->bands.size() == 2);
    CHECK(group->bands[0].version + 1 == group->bands[1].version);
    CHECK(group->highest.size() == 2);
  }
  TEST_CASE("the trend counts each risk by its last score of the day, until it is closed") {
    auto state = after(example_state(morning), R"({"command":"risk.identify","risk":"R-99","title":"Lost badge"})");
    auto const assess = [&](int likelihood, char const* at) {
      return after(state,
                   R"({"command":"risk.assess","risk":"R-99","residual":{"likelihood":)" + std::to_string(likelihood) +
                       R"(,"impact":5}})",
                   at);
    };
    auto const count_on = [&](Date day, int level) {
      for (auto const& point : risk_trend(state, RiskStage::residual))
        if (point.on == day)
          for (auto const& band : point.bands)
            if (band.level == level) return band.count;
      return 0;
    };
    auto const first = *Date::from(2026, 3, 1);
    auto const second = *Date::from(2026, 4, 1);
    auto const third = *Date::from(2026, 5, 1);
    state = assess(5, "2026-03-01T08:00:00Z");
    int const top = state.find<Risk>("R-99")->scores.residual->level;
    auto const before = count_on(first, top);
    state = assess(1, "2026-04-01T08:00:00Z");
    CHECK(count_on(first, top) == before);
    CHECK(count_on(second, top) == before - 1);
    state = after(state, R"({"command":"risk.close","risk":"R-99","reason":"gone"})", "2026-05-01T08:00:00Z");
    int const low = state.find<Risk>("R-99")->scores.residual->level;
    CHECK(count_on(third, low) == count_on(second, low) - 1);
  }
}
