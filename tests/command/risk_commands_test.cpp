#include <annexa/command/risk_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/risk/methods.hpp>
#include <boost/json.hpp>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* decided_at = "2026-02-04T09:00:00Z";
constexpr char const* accept = R"({"command":"risk.accept","risk":"R-99","reason":"Small enough"})";

Command by_owner(std::string_view json) { return example_command(json, "P-IT", decided_at); }

// A new risk of P-IT, rated so low that nobody else has to agree.
State identified() {
  return state_after(example_state(decided_at),
                     by_owner(R"({"command":"risk.identify","risk":"R-99","title":"Lost badge","owner":"P-IT"})"));
}
State assessed(State const& state) {
  return state_after(state,
                     by_owner(R"({"command":"risk.assess","risk":"R-99","residual":{"likelihood":1,"impact":1}})"));
}
State treated(State const& state) {
  return state_after(state, by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"retain"})"));
}

Command adopted(Method const& method) {
  auto json = write_command(Command::of("risk-method.adopt", method)).as_object();
  json["at"] = decided_at;
  json["actor"] = "P-ISM";
  json.erase("version");
  return read_command(json).value();
}

Applicability const* row_of(State const& state, std::string_view control) {
  auto const rows = state.select<Applicability>(
      [&](Applicability const& row) { return row.control.text() == control && !row.retired_on; });
  return rows.empty() ? nullptr : rows.front();
}

}  // namespace

TEST_SUITE("command/risk_commands") {
  TEST_CASE("what remains of a risk can be accepted once it is assessed and something is decided about it") {
    CHECK(outcome(identified(), by_owner(accept)) == "risk.not-assessed risk.not-treated");
    CHECK(outcome(assessed(identified()), by_owner(accept)) == "risk.not-treated");
    CHECK(outcome(treated(identified()), by_owner(accept)) == "risk.not-assessed");
    auto const ready = treated(assessed(identified()));
    CHECK(outcome(ready, by_owner(accept)) == "allowed");
    CHECK(outcome(ready, example_command(accept, "P-ISM", decided_at)) == "S12");
  }
  TEST_CASE("a closed risk is neither accepted nor is its acceptance taken back") {
    auto const ready = treated(assessed(identified()));
    auto const close = by_owner(R"({"command":"risk.close","risk":"R-99","reason":"No badges any more"})");
    CHECK(outcome(state_after(ready, close), by_owner(accept)) == "record.state");
    auto const closed = state_after(state_after(ready, by_owner(accept)), close);
    CHECK(outcome(closed, by_owner(R"({"command":"risk.revoke-acceptance","risk":"R-99","reason":"x"})")) ==
          "record.state");
  }
  TEST_CASE("a closed risk is not rated, treated or closed again") {
    auto const close = by_owner(R"({"command":"risk.close","risk":"R-99","reason":"No badges any more"})");
    auto const closed = state_after(treated(assessed(identified())), close);
    CHECK(outcome(closed, close) == "record.state");
    CHECK(outcome(closed, by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"retain"})")) ==
          "record.state");
    CHECK(outcome(closed,
                  by_owner(R"({"command":"risk.assess","risk":"R-99","residual":{"likelihood":1,"impact":2}})")) ==
          "record.state");
  }
  TEST_CASE("an acceptance ends when the risk is rated higher than what was accepted, not when it is rated the same") {
    auto const accepted = state_after(treated(assessed(identified())), by_owner(accept));
    CHECK(assessed(accepted).find<Risk>("R-99")->status == RiskStatus::accepted);
    auto const worse = state_after(
        accepted, by_owner(R"({"command":"risk.assess","risk":"R-99","residual":{"likelihood":5,"impact":5}})"));
    CHECK(worse.find<Risk>("R-99")->status == RiskStatus::treated);
    CHECK_FALSE(worse.find<Risk>("R-99")->acceptance);
  }
  TEST_CASE("an acceptance that has ended before it is given warns: registers hold old ones") {
    auto const late = R"({"command":"risk.accept","risk":"R-99","reason":"Small","expires_on":"2026-02-03"})";
    CHECK(warnings_of(treated(assessed(identified())), by_owner(late)) == "risk.expired");
  }

  // ---- Effects of controls

  TEST_CASE("stages that nobody rates are computed from the controls as the statement of applicability has them") {
    auto const state = state_after(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},"effects":[
          {"control":"A.8.5","reduces":"likelihood","steps":1},{"control":"own:lock","reduces":"impact","steps":1}]})"));
    auto const& scores = state.find<Risk>("R-99")->scores;
    REQUIRE(scores.current);
    CHECK(scores.current->basis == ScoreBasis::computed);
    REQUIRE(scores.current->because.size() == 2);
    auto const* row = row_of(state, "A.8.5");
    REQUIRE(row);
    CHECK(scores.current->because[0].status == row->status);
    CHECK(scores.current->because[1].use == EffectUse::not_implemented);  // it has no row
    CHECK_FALSE(is_above(*scores.residual, *scores.current));
    CHECK_FALSE(is_above(*scores.current, *scores.inherent));
  }
  TEST_CASE("effects need an inherent risk, and fit the method") {
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "effects":[{"control":"A.8.5","reduces":"likelihood","steps":1}]})")) == "risk.no-inherent");
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},
        "effects":[{"control":"A.8.5","reduces":"score","share":"0.5"}]})")) == "control-effect.ordinal");
  }
  TEST_CASE("a residual risk above the current one takes a reason, also within a band") {
    auto const assess = [](std::string_view reason) {
      return by_owner(R"({"command":"risk.assess","risk":"R-99","current":{"likelihood":1,"impact":2},
          "residual":{"likelihood":1,"impact":3})" +
                      std::string(reason) + "}");
    };
    CHECK(outcome(identified(), assess("")) == "risk.residual-above-current");
    CHECK(outcome(identified(), assess(R"(,"reason":"The insurer withdraws in May")")) == "allowed");
  }
  TEST_CASE("every score that a risk had stays in its history, under the method of its time") {
    auto state = assessed(identified());
    auto const first = state.find<Risk>("R-99")->scores;
    state = state_after(state, by_owner(R"({"command":"risk.assess","risk":"R-99",
        "residual":{"likelihood":2,"impact":2},"reason":"Seen twice"})"));
    auto const& risk = *state.find<Risk>("R-99");
    REQUIRE(risk.past_scores.size() == 1);
    CHECK(risk.past_scores[0].method == first.method);
    CHECK(risk.past_scores[0].version == first.version);
    CHECK(risk.past_scores[0].residual->level == first.residual->level);
    CHECK(risk.scored_because == "Seen twice");
    CHECK(risk.scored_by == "P-IT");
    auto const same = state_after(state, by_owner(R"({"command":"risk.assess","risk":"R-99",
        "residual":{"likelihood":2,"impact":2},"reason":"Looked at again"})"));
    CHECK(same.find<Risk>("R-99")->past_scores.size() == 2);  // that it was looked at goes on record too
    CHECK(same.find<Risk>("R-99")->scored_because == "Looked at again");
    CHECK(same.find<Risk>("R-99")->scores == risk.scores);
  }

  TEST_CASE("a CVSS vector is rated by the method's rule, unless the risk is rated itself") {
    auto const assess = [](char const* rest) {
      return by_owner(
          R"({"command":"risk.assess","risk":"R-99","cvss":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")" +
          std::string(rest) + "}");
    };
    auto const state = state_after(identified(), assess(""));
    auto const rated = state.find<Risk>("R-99")->scores.inherent;
    REQUIRE(rated);
    CHECK(rated->likelihood == 5);
    CHECK(rated->impact == 5);
    auto const own = state_after(identified(), assess(R"(,"inherent":{"likelihood":1,"impact":2})"));
    CHECK(own.find<Risk>("R-99")->scores.inherent->likelihood == 1);
    CHECK(own.find<Risk>("R-99")->cvss.starts_with("CVSS:3.1/"));
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99","cvss":"CVSS:3.1/AV:Q"})"))
              .starts_with("cvss."));
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.change","risk":"R-99","cvss":"high"})"))
              .starts_with("cvss."));
  }

  // ---- What is proposed

  TEST_CASE("an auditor proposes an effect, the owner of the risk decides, and the scores follow") {
    auto const state = state_after(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},"effects":[{"control":"A.8.5","reduces":"likelihood","steps":2}]})"));
    auto const propose = example_command(
        R"({"command":"risk.propose-effect","risk":"R-99","reason":"Half of the accounts were found without it",
            "effect":{"control":"A.8.5","reduces":"likelihood","basis":"audited","evidence":["AS-1"]}})",
        "P-ISM", decided_at);
    auto const proposed = state_after(state, propose);
    CHECK(proposed.find<Risk>("R-99")->proposals.size() == 1);
    CHECK(proposed.find<Risk>("R-99")->scores == state.find<Risk>("R-99")->scores);
    auto const decide = [](char const* accepted, char const* actor) {
      return example_command(
          R"({"command":"risk.decide-effect","risk":"R-99","control":"A.8.5","reason":"Seen","accepted":)" +
              std::string(accepted) + "}",
          actor, decided_at);
    };
    CHECK(outcome(proposed, decide("true", "P-ISM")) == "S12");
    CHECK(outcome(state, decide("true", "P-IT")) == "risk.no-proposal");
    auto const taken = state_after(proposed, decide("true", "P-IT"));
    CHECK(taken.find<Risk>("R-99")->effects.empty());
    CHECK(taken.find<Risk>("R-99")->proposals.empty());
    auto const& left = taken.find<Risk>("R-99")->scores;  // nothing lowers it any more, and it stays in sight
    REQUIRE(left.current);
    CHECK(left.current->level == left.inherent->level);
    CHECK(left.current->because.empty());
    auto const declined = state_after(proposed, decide("false", "P-IT"));
    CHECK(declined.find<Risk>("R-99")->scores == state.find<Risk>("R-99")->scores);
    CHECK(declined.find<Risk>("R-99")->proposals.empty());
    REQUIRE(declined.find<Risk>("R-99")->decided_effects.size() == 1);
    CHECK_FALSE(declined.find<Risk>("R-99")->decided_effects[0].accepted);
    CHECK(declined.find<Risk>("R-99")->decided_effects[0].proposal.proposed_by == "P-ISM");
    CHECK(outcome(proposed, by_owner(R"({"command":"risk.decide-effect","risk":"R-99","control":"A.8.5",
        "accepted":true,"reason":" "})")) == "text.missing");
  }

  TEST_CASE("a judged stage stays when effects are rated, and is computed once its judgement is withdrawn") {
    auto const judged = state_after(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":5,"impact":3},"residual":{"likelihood":2,"impact":3}})"));
    auto const rated = state_after(judged, by_owner(R"({"command":"risk.assess","risk":"R-99",
        "effects":[{"control":"A.8.5","reduces":"likelihood","steps":1}]})"));
    CHECK(rated.find<Risk>("R-99")->scores.residual == judged.find<Risk>("R-99")->scores.residual);
    CHECK(rated.find<Risk>("R-99")->scores.current->basis == ScoreBasis::computed);
    auto const computed =
        state_after(rated, by_owner(R"({"command":"risk.assess","risk":"R-99","compute":["residual"],"reason":"x"})"));
    CHECK(computed.find<Risk>("R-99")->scores.residual->basis == ScoreBasis::computed);
    CHECK(outcome(judged, by_owner(R"({"command":"risk.assess","risk":"R-99","compute":["inherent","residual"],
        "residual":{"likelihood":1,"impact":1}})")) == "risk.compute");
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99","compute":["residual"]})")) ==
          "risk.no-inherent");
  }
  TEST_CASE("effects of one control for the same threats in another order are the same effect twice") {
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},"effects":[
          {"control":"A.8.5","reduces":"likelihood","steps":1,"threats":["Theft","Fire"]},
          {"control":"A.8.5","reduces":"likelihood","steps":1,"threats":["Fire "," Theft"]}]})")) ==
          "control-effect.twice");
  }
  TEST_CASE("somebody else who rates effects is reminded of the owner") {
    auto const rate = R"({"command":"risk.assess","risk":"R-99","inherent":{"likelihood":4,"impact":3},
        "effects":[{"control":"A.8.5","reduces":"likelihood","steps":1}]})";
    CHECK(warnings_of(identified(), by_owner(rate)).find("risk.effects-owner") == std::string::npos);
    CHECK(warnings_of(identified(), example_command(rate, "P-ISM", decided_at)).find("risk.effects-owner") !=
          std::string::npos);
  }
  TEST_CASE("a decision about effects, treatment or progress passes the same gate as an assessment") {
    auto const set = [](char const* status) {
      return example_command(R"({"command":"applicability.decide","control":"A.8.5","applicable":true,
          "justification":"x","drivers":[{"kind":"baseline"}],"status":")" +
                                 std::string(status) + R"("})",
                             "P-ISM", decided_at);
    };
    auto state = state_after(identified(), set("implemented"));
    state = state_after(state, by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},"current":{"likelihood":2,"impact":3},
        "effects":[{"control":"A.8.5","reduces":"likelihood","steps":3}]})"));
    REQUIRE_FALSE(is_above(*state.find<Risk>("R-99")->scores.residual, *state.find<Risk>("R-99")->scores.current));
    state = state_after(state, set("planned"));  // the residual risk is above the judged current one from now on
    auto const treat = [](char const* reason) {
      return by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"modify","plan":"Keys")" +
                      std::string(reason) + "}");
    };
    CHECK(outcome(state, treat("")) == "risk.residual-above-current");
    CHECK(outcome(state, treat(R"(,"reason":"The lock was taken out")")) == "allowed");
  }
  TEST_CASE("effects are decided under the method that the scores rest on") {
    auto state = state_after(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},"effects":[{"control":"A.8.5","reduces":"likelihood","steps":2}]})"));
    state = state_after(state, by_owner(R"({"command":"risk.propose-effect","risk":"R-99","reason":"x",
        "effect":{"control":"A.8.5","reduces":"likelihood","steps":1}})"));
    auto method = *state.all<Method>().front();
    method.grid[0][0] = 2;
    state = state_after(state, adopted(method));
    CHECK(outcome(state, by_owner(R"({"command":"risk.decide-effect","risk":"R-99","control":"A.8.5","accepted":true,
        "reason":"Seen"})")) == "risk.method-moved");
    auto const treat = by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"modify"})");
    CHECK(warnings_of(state, treat).find("risk.method-moved") != std::string::npos);
    CHECK(state_after(state, treat).find<Risk>("R-99")->scores == state.find<Risk>("R-99")->scores);
  }
  TEST_CASE("only what scores rest on makes another version of a method") {
    auto const state = example_state(decided_at);
    auto method = *state.all<Method>().front();
    auto const version = [&] { return state_after(state, adopted(method)).find(method.key)->version; };
    int const before = method.version;
    method.appetite = {{"", {}, Decimal::from(1, 0).value(), Decimal::from(2, 0).value(), *Date::from(2026, 1, 1)}};
    method.bands[0].colour = "#000000";
    method.name = "Ours";
    CHECK(version() == before);
    method.bands.back().authority = "board";
    CHECK(version() == before + 1);
    CHECK(warnings_of(state, adopted(method)) == "risk-method.authority S14");
  }
  TEST_CASE("an authority in the organisation's own words is somebody else than the owner") {
    auto method = *example_state(decided_at).all<Method>().front();
    for (auto& band : method.bands) band.authority = "board";
    auto const ready = treated(assessed(state_after(identified(), adopted(method))));
    auto const accept_with = [](char const* who) {
      return by_owner(R"({"command":"risk.accept","risk":"R-99","reason":"Small")" + std::string(who) + "}");
    };
    CHECK(outcome(ready, accept_with("")) == "S12");
    CHECK(outcome(ready, accept_with(R"(,"authorised_by":"P-IT")")) == "S12");
    CHECK(outcome(ready, accept_with(R"(,"authorised_by":"P-CEO")")) == "allowed");
  }

  // ---- Impact by what assets are worth

  TEST_CASE("the impact can follow from what the assets are worth, along their dependencies") {
    auto state = example_state(decided_at);
    auto const as = [&](std::string_view json) {
      state = state_after(state, example_command(json, "P-ISM", decided_at));
    };
    as(R"({"command":"asset.add","asset":"AS-91","name":"Vault","kind":"information","confidentiality":2,"integrity":1,"availability":1})");
    as(R"({"command":"asset.add","asset":"AS-92","name":"Portal","kind":"service","confidentiality":1,"integrity":3,"availability":1,
           "depends_on":["AS-91"]})");
    as(R"({"command":"risk.identify","risk":"R-99","title":"Lost","owner":"P-IT","assets":["AS-91"]})");
    auto const own = state.all<Method>().front()->key.text();  // its dimensions are none that assets are valued by
    state = state_after(state, adopted(*built_in_method("4x4")));
    state = state_after(state, adopted(*built_in_method("monarc-information")));
    auto const rate = [](std::string_view method, char const* impact) {
      return by_owner(R"({"command":"risk.assess","risk":"R-99","value_assets":true,"method":")" + std::string(method) +
                      R"(","inherent":{"likelihood":2)" + std::string(impact) + "}}");
    };
    auto const by_level = state_after(state, rate("4x4", ""));
    CHECK(by_level.find<Risk>("R-99")->scores.inherent->impact == 3);  // the portal needs the vault
    auto const by_property = state_after(state, rate("monarc-information", R"(,"vulnerability":1)"));
    CHECK(by_property.find<Risk>("R-99")->scores.inherent->impacts == std::vector<int>{2, 3, 1});
    CHECK(outcome(state, rate("4x4", R"(,"impact":2)")) == "risk.valued-twice");
    CHECK(outcome(state, rate(own, "")) == "rating.missing risk.value-scale");
    as(R"({"command":"risk.change","risk":"R-99","assets":[]})");
    CHECK(outcome(state, rate("4x4", "")) == "rating.missing risk.not-valued");
  }
  TEST_CASE("nobody signs for a figure that no longer is") {
    auto const set = [](char const* status) {
      return example_command(R"({"command":"applicability.decide","control":"A.8.5","applicable":true,
          "justification":"x","drivers":[{"kind":"baseline"}],"status":")" +
                                 std::string(status) + R"("})",
                             "P-ISM", decided_at);
    };
    auto state = state_after(identified(), set("implemented"));
    state = treated(state_after(state, by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":5,"impact":1},"effects":[{"control":"A.8.5","reduces":"likelihood","steps":4}]})")));
    auto const approve = by_owner(R"({"command":"treatment.approve","risk":"R-99"})");
    CHECK(outcome(state, by_owner(accept)) == "allowed");
    auto const gone = state_after(state, set("planned"));
    CHECK(outcome(gone, by_owner(accept)) == "risk.outdated");
    CHECK(outcome(gone, approve) == "risk.outdated");
    auto method = *state.all<Method>().front();
    method.grid[0][0] = 2;
    auto const moved = state_after(state, adopted(method));
    CHECK(outcome(moved, by_owner(accept)) == "risk.method-moved");
  }
  TEST_CASE("whoever has left agrees to nothing") {
    auto method = *example_state(decided_at).all<Method>().front();
    for (auto& band : method.bands) band.authority = "top-management";
    auto state = treated(assessed(state_after(identified(), adopted(method))));
    auto const with = by_owner(R"({"command":"risk.accept","risk":"R-99","reason":"Small","authorised_by":"P-CEO"})");
    CHECK(outcome(state, with) == "allowed");
    auto left = *state.find<Person>("P-CEO");
    left.retired_on = *Date::from(2026, 2, 1);
    state.put(*find_noun("person"), {left.key.text(), std::make_shared<Person>(left), 1});
    CHECK(outcome(state, with) == "S12");
  }
  TEST_CASE("a treatment is decided by its own command, and another plan ends what was approved and accepted") {
    CHECK_THROWS_WITH(by_owner(R"({"command":"risk.change","risk":"R-99","treatment":"avoid"})"),
                      doctest::Contains("json.managed-member"));
    CHECK_THROWS_WITH(by_owner(R"({"command":"risk.identify","risk":"R-97","title":"x","treatment":"retain"})"),
                      doctest::Contains("json.managed-member"));
    auto const accepted = state_after(treated(assessed(identified())), by_owner(accept));
    auto const changed =
        state_after(accepted, by_owner(R"({"command":"risk.change","risk":"R-99","treatment_plan":"Sell it"})"));
    CHECK_FALSE(changed.find<Risk>("R-99")->acceptance);
    CHECK(changed.find<Risk>("R-99")->status == RiskStatus::treated);
    auto const renamed = state_after(accepted, by_owner(R"({"command":"risk.change","risk":"R-99","title":"Badge"})"));
    CHECK(renamed.find<Risk>("R-99")->acceptance);
  }
  TEST_CASE("one control counts once for one threat") {
    auto const with = [](char const* first, char const* second) {
      return by_owner(R"({"command":"risk.assess","risk":"R-99","inherent":{"likelihood":4,"impact":3},"effects":[
          {"control":"A.8.5","reduces":"impact","steps":1,"threats":)" +
                      std::string(first) + R"(},{"control":"A.8.5","reduces":"impact","steps":1,"threats":)" +
                      std::string(second) + "}]}");
    };
    CHECK(outcome(identified(), with(R"(["Fire","Flood"])", R"(["Fire"])")) == "control-effect.twice");
    CHECK(outcome(identified(), with(R"(["Fire"])", "[]")) == "control-effect.twice");
    CHECK(outcome(identified(), with(R"(["Fire"])", R"(["Flood"])")) == "allowed");
    CHECK(outcome(identified(), with(R"(["Fire"])", R"([" "])")) == "control-effect.threat");
  }
  TEST_CASE("an assessment rates something, and evidence of an audit is on record") {
    CHECK(outcome(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99"})")) == "risk.nothing-rated");
    auto const rate = [](char const* rest) {
      return by_owner(R"({"command":"risk.assess","risk":"R-99","inherent":{"likelihood":4,"impact":3},"effects":[
          {"control":"A.8.5","reduces":"impact","steps":1,)" +
                      std::string(rest) + "}]}");
    };
    CHECK(warnings_of(identified(), rate(R"("basis":"audited","evidence":["E-404"])")) == "risk.evidence-unknown");
    CHECK(warnings_of(identified(), rate(R"("basis":"tested")")) == "risk.evidence-missing");
    CHECK(outcome(identified(), rate("\"evidence\":[\"\u00a0\"]")) == "text.missing");
  }
  TEST_CASE("of two proposals about one effect the later is decided, the other declined") {
    auto state = state_after(identified(), by_owner(R"({"command":"risk.assess","risk":"R-99",
        "inherent":{"likelihood":4,"impact":3},"effects":[{"control":"A.8.5","reduces":"likelihood","steps":3}]})"));
    for (auto const* steps : {"1", "2"})
      state = state_after(state, by_owner(R"({"command":"risk.propose-effect","risk":"R-99","reason":"x",
          "effect":{"control":"A.8.5","reduces":"likelihood","steps":)" +
                                          std::string(steps) + "}}"));
    state = state_after(state, by_owner(R"({"command":"risk.decide-effect","risk":"R-99","control":"A.8.5",
        "accepted":true,"reason":"Seen"})"));
    auto const& risk = *state.find<Risk>("R-99");
    CHECK(risk.effects[0].steps == 2);
    REQUIRE(risk.decided_effects.size() == 2);
    CHECK_FALSE(risk.decided_effects[0].accepted);
    CHECK(risk.decided_effects[1].accepted);
  }
  TEST_CASE("what is not done has no day on which it was") {
    auto const treat = [](char const* rest) {
      return by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"modify")" + std::string(rest) + "}");
    };
    auto const state = assessed(identified());
    CHECK(outcome(state, treat(R"(,"measures":[{"name":"M1","done_on":"2020-01-01"}])")) == "risk.measure-not-done");
    CHECK(outcome(state, treat(R"(,"measures":[{"name":"M1"},{"name":"M1 "}])")) == "risk.measure-twice");
    auto const planned = state_after(state, treat(R"(,"measures":[{"name":"M1"}])"));
    CHECK(outcome(planned, by_owner(R"({"command":"treatment.progress","risk":"R-99","measure":"M1",
        "status":"planned","on":"2020-01-01"})")) == "risk.measure-not-done");
  }
  TEST_CASE("a loss that was expected stays on record when another one is") {
    auto const lose = [](char const* amount) {
      return by_owner(R"({"command":"risk.change","risk":"R-99","annual_loss":{"currency":"EUR","amount":")" +
                      std::string(amount) + R"("}})");
    };
    auto state = state_after(state_after(identified(), lose("100.00")), lose("100.00"));
    CHECK(state.find<Risk>("R-99")->past_losses.empty());
    state = state_after(state, lose("250.00"));
    REQUIRE(state.find<Risk>("R-99")->past_losses.size() == 1);
    CHECK(to_string(state.find<Risk>("R-99")->past_losses[0].annual_loss) == "100.00 EUR");
    CHECK(state.find<Risk>("R-99")->past_losses[0].changed_by == "P-IT");
  }

  // ---- Treatment plans

  TEST_CASE("measures and controls of a plan can be taken out again") {
    auto const planned = state_after(assessed(identified()), by_owner(R"({"command":"risk.treat","risk":"R-99",
        "treatment":"modify","controls":["A.7.2"],"measures":[{"name":"M1"}]})"));
    auto const as_it_is =
        state_after(planned, by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"modify"})"));
    CHECK(as_it_is.find<Risk>("R-99")->measures.size() == 1);
    auto const cleared = state_after(planned, by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"modify",
        "controls":[],"measures":[]})"));
    CHECK(cleared.find<Risk>("R-99")->measures.empty());
    CHECK(cleared.find<Risk>("R-99")->controls.empty());
  }
  TEST_CASE("an approval ends when the risk is worse than what was approved, and stays when it falls") {
    auto const approve = by_owner(R"({"command":"treatment.approve","risk":"R-99"})");
    auto const rate = [](char const* rating) {
      return by_owner(R"({"command":"risk.assess","risk":"R-99","residual":)" + std::string(rating) + "}");
    };
    auto const ready = treated(state_after(identified(), rate(R"({"likelihood":1,"impact":2})")));
    auto const approved = state_after(ready, approve);
    auto const better = state_after(approved, rate(R"({"likelihood":1,"impact":1})"));
    CHECK(better.find<Risk>("R-99")->approval == approved.find<Risk>("R-99")->approval);
    auto const worse = state_after(approved, rate(R"({"likelihood":5,"impact":5})"));
    CHECK_FALSE(worse.find<Risk>("R-99")->approval);
    REQUIRE(worse.find<Risk>("R-99")->past_approvals.size() == 1);
    CHECK(worse.find<Risk>("R-99")->past_approvals[0].approval == *approved.find<Risk>("R-99")->approval);
  }

  TEST_CASE("the owner approves a treatment plan apart from accepting what remains, frozen as it was") {
    auto const planned = state_after(assessed(identified()), by_owner(R"({"command":"risk.treat","risk":"R-99",
        "treatment":"modify","measures":[
          {"name":"M1","controls":["A.7.2"],"cost":{"amount":"1200.00","currency":"EUR"},"due":"2026-06-30"},
          {"name":"M2","cost":{"amount":"300.50","currency":"EUR"}}]})"));
    auto const approve = R"({"command":"treatment.approve","risk":"R-99","note":"Go"})";
    CHECK(outcome(assessed(identified()), by_owner(approve)) == "risk.not-treated");
    CHECK(outcome(planned, example_command(approve, "P-ISM", decided_at)) == "S12");
    auto const approved = state_after(planned, by_owner(approve));
    auto const& risk = *approved.find<Risk>("R-99");
    REQUIRE(risk.approval);
    CHECK(to_string(*risk.approval->cost) == "1500.50 EUR");
    CHECK(risk.approval->scores == risk.scores);
    CHECK_FALSE(risk.acceptance);
    CHECK(std::ranges::find(risk.controls, *Criterion::parse("A.7.2")) != risk.controls.end());
    auto const done = state_after(
        approved, by_owner(R"({"command":"treatment.progress","risk":"R-99","measure":"M1","status":"done"})"));
    CHECK(done.find<Risk>("R-99")->measures[0].done_on == *Date::from(2026, 2, 4));
    CHECK(done.find<Risk>("R-99")->approval == risk.approval);  // what was approved stays as it was
    auto const other = state_after(done, by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"avoid"})"));
    CHECK_FALSE(other.find<Risk>("R-99")->approval);
  }
  TEST_CASE("measures have names of their own, cost nothing below 0 and are done in the past") {
    auto const treat = [](char const* measures) {
      return by_owner(R"({"command":"risk.treat","risk":"R-99","treatment":"modify","measures":)" +
                      std::string(measures) + "}");
    };
    auto const state = assessed(identified());
    CHECK(outcome(state, treat(R"([{"name":"M1"},{"name":"M1"},{"name":" "}])")) == "risk.measure-twice text.missing");
    CHECK(outcome(state, treat(R"([{"name":"M1","cost":{"amount":"-0.01","currency":"EUR"}}])")) ==
          "risk.negative-money");
    CHECK(outcome(state, treat(R"([{"name":"M1","status":"done","done_on":"2027-01-01"}])")) == "date.future");
    auto const progress = R"({"command":"treatment.progress","risk":"R-99","measure":"M9","status":"done"})";
    CHECK(outcome(state, by_owner(progress)) == "risk.measure");
    CHECK(outcome(state, by_owner(R"({"command":"risk.change","risk":"R-99",
        "annual_loss":{"amount":"-5.00","currency":"EUR"}})")) == "risk.negative-money");
  }

  // ---- Acceptances

  TEST_CASE("an acceptance goes stale when the score changes, stays on record as it was, and reopens the treatment") {
    auto const approve = R"({"command":"treatment.approve","risk":"R-99"})";
    auto const accepted =
        state_after(state_after(treated(assessed(identified())), by_owner(approve)), by_owner(accept));
    auto const before = *accepted.find<Risk>("R-99")->acceptance;
    for (auto const* rating : {R"({"likelihood":5,"impact":5})", R"({"likelihood":1,"impact":2})"}) {
      auto const state = state_after(
          accepted, by_owner(R"({"command":"risk.assess","risk":"R-99","residual":)" + std::string(rating) + "}"));
      auto const& risk = *state.find<Risk>("R-99");
      CHECK_FALSE(risk.acceptance);
      CHECK_FALSE(risk.approval);
      CHECK(risk.status == RiskStatus::treated);
      REQUIRE(risk.past_acceptances.size() == 1);
      CHECK(risk.past_acceptances[0].acceptance == before);
    }
    auto const revoked = state_after(
        accepted, by_owner(R"({"command":"risk.revoke-acceptance","risk":"R-99","reason":"Reconsidered"})"));
    CHECK(revoked.find<Risk>("R-99")->past_acceptances[0].acceptance == before);
    CHECK(revoked.find<Risk>("R-99")->past_acceptances[0].reason == "Reconsidered");
  }
  TEST_CASE("what follows from commands of their own cannot be written into a risk") {
    for (auto const* member : {R"("approval":{})", R"("effects":[])", R"("past_scores":[])", R"("measures":[])"})
      CHECK_THROWS_WITH(by_owner(R"({"command":"risk.change","risk":"R-99",)" + std::string(member) + "}"),
                        doctest::Contains("json.managed-member"));
  }
  TEST_CASE("an asset cannot depend on itself") {
    auto const change = [](char const* key, char const* on) {
      return example_command(
          R"({"command":"asset.change","asset":")" + std::string(key) + R"(","depends_on":[")" + on + R"("]})", "P-ISM",
          decided_at);
    };
    auto const state = example_state(decided_at);
    auto const all = state.all<Asset>();
    auto const first = all[0]->key.text();
    auto const second = all[1]->key.text();
    CHECK(outcome(state, change(first.c_str(), first.c_str())) == "asset.loop");
    auto const linked = state_after(state, change(first.c_str(), second.c_str()));
    CHECK(outcome(linked, change(second.c_str(), first.c_str())) == "asset.loop");
  }
  TEST_CASE("what an owner accepted stays as it was, whatever happens to the risk afterwards") {
    auto const signed_for = state_after(treated(assessed(identified())), by_owner(accept));
    auto const frozen = *signed_for.find<Risk>("R-99")->acceptance;
    int ended = 0;
    CHECK(rc::check("later commands", [&] {
      static constexpr char const* later[] = {
          R"({"command":"risk.change","risk":"R-99","title":"Another name"})",
          R"({"command":"risk.change","risk":"R-99","threat":"theft"})",
          R"({"command":"risk.assess","risk":"R-99","inherent":{"likelihood":5,"impact":5}})",
          R"({"command":"risk.assess","risk":"R-99","residual":{"likelihood":1,"impact":2}})",
          R"({"command":"risk.treat","risk":"R-99","treatment":"retain"})",
          R"({"command":"risk.accept","risk":"R-99","reason":"Again"})"};
      auto state = signed_for;
      for (auto const each :
           *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(std::size(later)))))
        if (auto decided = decide(state, by_owner(later[each]), example_context())) state = std::move(decided->state);
      auto const& risk = *state.find<Risk>("R-99");
      bool const stands = risk.acceptance == frozen;
      RC_ASSERT(stands || (!risk.past_acceptances.empty() && risk.past_acceptances.front().acceptance == frozen));
      ended += stands ? 0 : 1;
    }));
    CHECK(ended > 0);
  }
}
