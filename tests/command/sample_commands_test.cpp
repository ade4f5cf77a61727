#include <annexa/command/sample_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* while_sampling = "2026-03-11T15:00:00Z";
constexpr char const* list_digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

// A draw with more or other members, in an audit of the example.
std::string drawing(std::string const& draw, std::string const& more = "") {
  return R"({"command":"audit.draw-sample","audit":"A-2026-1","sample":"SP-1","criterion":"A.5.33",
    "population":"Records that were due for deletion in 2025","confidence":"0.95","tolerable_rate":"0.05",)" +
         more + R"("draw":{"population":250,"population_sha256":")" + list_digest + "\"," + draw + "}}";
}
std::string const simple = R"("size":10,"seed":7)";

Command sampled_by(std::string const& json, char const* actor = "P-AUD8", char const* when = while_sampling) {
  return example_command(json, actor, when);
}

State with_sample(std::string const& draw = simple, std::string const& more = "") {
  return state_after(example_state(while_sampling), sampled_by(drawing(draw, more)));
}

std::string evaluating(std::string const& members = "") {
  return R"({"command":"audit.evaluate-sample","sample":"SP-1")" + members + "}";
}

Sample const& sample_in(State const& state) { return *state.find<Sample>("SP-1"); }

}  // namespace

TEST_SUITE("command/sample_commands") {
  TEST_CASE("annexa draws, and the record has all that is needed to draw again") {
    auto const state = with_sample();
    auto const& sample = sample_in(state);
    CHECK(sample.draw.items == std::vector<std::int64_t>{2, 9, 20, 41, 80, 110, 126, 146, 151, 190});
    CHECK(sample.draw.algorithm == "annexa-draw/1");
    CHECK(to_string(sample.draw.population_sha256.value()) == list_digest);
    CHECK(sample.drawn_by.text() == "P-AUD8");
    CHECK(to_string(sample.drawn_on) == "2026-03-11");
    CHECK(!sample.evaluation);
  }
  TEST_CASE("a sample is evaluated by its items, and may be corrected while the audit is open") {
    auto state = state_after(with_sample(), sampled_by(evaluating(R"(,"deviations":[{"item":41,"what":"Not deleted"},
      {"item":9,"what":"Not found, so not looked at"}])")));
    CHECK(sample_in(state).deviations.front().item == 9);
    CHECK(sample_in(state).evaluation->deviations == 2);
    CHECK(sample_in(state).evaluation->conclusion == SampleConclusion::not_shown);
    CHECK(sample_in(state).evaluated_by->text() == "P-AUD8");
    auto const before = sample_in(state).draw;
    CHECK(outcome(state, sampled_by(evaluating(R"(,"tolerable_rate":"0.30")"))) == "sample.reason");
    state = state_after(
        state,
        sampled_by(evaluating(R"(,"confidence":"0.90","tolerable_rate":"0.30","reason":"the client asked for it")")));
    CHECK(sample_in(state).evaluation->conclusion == SampleConclusion::within);
    CHECK(sample_in(state).draw == before);
  }
  TEST_CASE("a stratified sample is evaluated stratum by stratum") {
    auto const state =
        state_after(with_sample(R"("size":10,"seed":7,"method":"stratified","strata":[{"name":"paper","population":50},
          {"name":"files","population":200}])"),
                    sampled_by(evaluating()));
    auto const& strata = sample_in(state).evaluation->strata;
    REQUIRE(strata.size() == 2);
    CHECK(strata[0].size + strata[1].size == 10);
    CHECK(strata[1].size == 8);
  }
  TEST_CASE("of a judgement nothing follows") {
    auto const state = state_after(with_sample(R"("method":"judgement","chosen":[3,7],"reason":"The oldest ones")"),
                                   sampled_by(evaluating()));
    CHECK(sample_in(state).evaluation->conclusion == SampleConclusion::none);
    CHECK(sample_in(state).evaluation->statement.find("no statistical conclusion") != std::string::npos);
    CHECK(outcome(state, sampled_by(evaluating(R"(,"confidence":"0.95","reason":"again")"))) == "sampling.unused");
  }
  TEST_CASE("only an auditor of the audit draws and evaluates, while it is open, and never in own work") {
    auto const state = example_state(while_sampling);
    CHECK(outcome(state, sampled_by(drawing(simple), "P-ISM")) == "duty.capacity");
    CHECK(outcome(state, sampled_by(drawing(simple), "GHOST")) == "command.actor");
    CHECK(outcome(example_state("2026-03-01T00:00:00Z"), sampled_by(drawing(simple))) == "record.state");
    CHECK(outcome(with_sample(), sampled_by(evaluating(), "P-ISM")) == "duty.capacity");
    auto const works_there =
        state_after(state, example_command(R"({"command":"unit.change","unit":"U-REG","managers":["P-DPO","P-AUD8"]})",
                                           "P-ISM", while_sampling));
    CHECK(outcome(works_there, sampled_by(drawing(simple, R"("unit":"U-REG",)"))) == "S01");
  }
  TEST_CASE("what was drawn never changes") {
    auto const state = with_sample();
    CHECK(outcome(state, sampled_by(drawing(R"("size":10,"seed":8)"))) == "record.exists");
    CHECK(outcome(state, sampled_by(evaluating(R"(,"deviations":[{"item":1,"what":"x"}])"))) == "sample.item");
    CHECK(outcome(state, sampled_by(evaluating(R"(,"deviations":[{"item":9,"what":"x"},{"item":9,"what":" "}])"))) ==
          "sample.item-twice text.missing");
  }
  TEST_CASE("what cannot be drawn or evaluated is refused with its place") {
    auto const state = example_state(while_sampling);
    CHECK(outcome(state, sampled_by(drawing(R"("size":251,"seed":7)"))) == "number.range");
    CHECK(outcome(state, sampled_by(drawing(simple, R"("names":["a"],)"))) == "sample.names");
    auto many = drawing(R"("size":2001,"seed":7)");
    many.replace(many.find(":250,"), 5, ":9000,");
    CHECK(outcome(state, sampled_by(many)) == "sample.too-many");
    auto outside = drawing(simple);
    outside.replace(outside.find("A.5.33"), 6, "A.5.98");
    CHECK(outcome(state, sampled_by(outside)).find("audit.outside-scope") != std::string::npos);
    auto unplanned = drawing(simple);
    unplanned.replace(unplanned.find("\"0.95\""), 6, "\"95\"");
    CHECK(outcome(state, sampled_by(unplanned)) == "sampling.share");
    CHECK(outcome(with_sample(), sampled_by(evaluating(R"(,"confidence":"1","reason":"x")"))) == "sampling.share");
    CHECK(outcome(state, sampled_by(evaluating())) == "reference.unknown");
  }
  TEST_CASE("a list without a digest is drawn from with a warning") {
    auto bare = drawing(simple);
    auto const member = std::string(R"("population_sha256":")") + list_digest + "\",";
    bare.erase(bare.find(member), member.size());
    CHECK(warnings_of(example_state(while_sampling), sampled_by(bare)) == "sample.digest");
    CHECK(warnings_of(example_state(while_sampling), sampled_by(drawing(simple))) == "");
  }
  TEST_CASE("two thousand items fit into an event") {
    auto many = drawing(R"("size":2000,"seed":7)");
    many.replace(many.find(":250,"), 5, ":12000000,");
    auto const state = state_after(example_state(while_sampling), sampled_by(many));
    CHECK(sample_in(state).draw.items.size() == 2000);
    CHECK(boost::json::serialize(to_json(sample_in(state))).size() < 30'000);
  }
  TEST_CASE("a verdict cites samples of its own audit, or says in words what was looked at") {
    auto const assess = [](std::string const& members) {
      return sampled_by(R"({"command":"audit.assess","audit":"A-2026-1","criterion":"A.5.33","verdict":"conforming",
        "evidence":["E-1"],)" +
                        members + "}");
    };
    auto const state = with_sample();
    auto const assessed = state_after(state, assess(R"("samples":["SP-1"],"sample":"10 of 250")"));
    CHECK(assessed.find<Assessment>("A-2026-1/A.5.33")->samples.front().text() == "SP-1");
    CHECK(outcome(state, assess(R"("samples":["SP-9"])")) == "reference.unknown");
    CHECK(outcome(state, assess(R"("sample":"10 of 250")")) == "allowed");
  }
}
