#include <annexa/command/override.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/decide.hpp>

#include <algorithm>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// The first command of that name and time in the year of the example.
Command found(std::string_view name, char const* when) {
  auto const at = Instant::parse(when).value();
  for (auto const& command : example_commands("cycle.json"))
    if (command.kind().name == name && command.envelope.at == at) return command;
  throw std::runtime_error("the example has no such command");
}

// The first plan of NC-3, which names no systemic cause: practice is not followed.
constexpr char const* first_plan_at = "2026-04-10T10:00:00Z";
Command plan(std::vector<std::string> rules, std::string reason = "One slip, seen by everybody") {
  auto command = found("nonconformity.submit-plan", first_plan_at);
  command.envelope.override_ = OverrideRequest{std::move(rules), std::move(reason)};
  return command;
}

std::vector<Override const*> overrides(State const& state) { return state.all<Override>(); }

}  // namespace

TEST_SUITE("command/override") {
  TEST_CASE("practice that is broken and named is a warning and goes on record, with the reason and the command") {
    auto const before = example_state(first_plan_at);
    REQUIRE(overrides(before).empty());
    CHECK(warnings_of(before, found("nonconformity.submit-plan", first_plan_at)) == "T11.systemic");
    auto const decided = decide(before, plan({"T11.systemic", "T11.systemic"}), example_context()).value();
    CHECK(decided.warnings.size() == 1);
    CHECK(decided.events.back().kind == "override.record/1");
    REQUIRE(overrides(decided.state).size() == 1);
    auto const& record = *overrides(decided.state).front();
    CHECK(record.rules == std::vector<std::string>{"T11.systemic"});
    CHECK(record.reason == "One slip, seen by everybody");
    CHECK(record.command == "nonconformity.submit-plan");
    CHECK(record.subject == "nonconformity:NC-3");
    CHECK(record.by == "P-HR");
  }
  TEST_CASE("a separation of duties takes a waiver with a measure, and no override") {
    auto const before = example_state("2026-07-21T10:00:00Z");
    auto const commands = example_commands("refused.json");
    auto command = *std::ranges::find(commands, "nonconformity.start-effectiveness",
                                      [](Command const& each) { return each.kind().name; });
    REQUIRE(outcome(before, command) == "S10");
    command.envelope.override_ = OverrideRequest{{"S10"}, "The other verifier is ill"};
    CHECK(outcome(before, command) == "S10 override.impossible");
  }
  TEST_CASE("a rule that was not broken is told, and nothing goes on record for it") {
    auto const before = example_state(first_plan_at);
    CHECK(warnings_of(before, plan({"T17.window", "T11.systemic"})) == "T11.systemic override.unused");
    auto const decided = decide(before, plan({"T17.window"}), example_context()).value();
    CHECK(overrides(decided.state).empty());
    CHECK(decided.warnings.back().where == "/override/rules/0");
  }
  TEST_CASE("a rule that nobody can set aside refuses the command, broken or not") {
    auto const before = example_state(first_plan_at);
    CHECK(outcome(before, plan({"T11.cause"})) == "override.impossible");
    CHECK(outcome(before, plan({"S01"})) == "override.impossible");
    auto refused = example_commands("refused.json").front();
    refused.envelope.override_ = OverrideRequest{{"S12"}, "The owner is away"};
    CHECK(outcome(example_state("2026-02-06T09:00:00Z"), refused) == "S12 override.impossible");
  }
  TEST_CASE("without a reason, or without a rule, nothing can be set aside") {
    auto const before = example_state(first_plan_at);
    CHECK(outcome(before, plan({"T11.systemic"}, " ")) == "text.missing");
    CHECK(outcome(before, plan({})) == "text.missing");
  }
}
