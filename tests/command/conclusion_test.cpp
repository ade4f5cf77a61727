// What an audit says of each of its objectives.
#include <doctest/doctest.h>
#include <annexa/command/audit_commands.hpp>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* while_concluding = "2026-03-20T15:00:00Z";

// The conclusion of the first audit of the example, with other answers on its four objectives.
Command concluding(std::vector<ObjectiveResult> results, std::vector<std::string> reasons) {
  auto const commands = example_commands("cycle.json");
  auto const found =
      std::ranges::find(commands, "audit.conclude", [](Command const& each) { return each.kind().name; });
  REQUIRE(found != commands.end());
  auto body = found->body<command::ConcludeAudit>();
  body.conclusion.objective_results = std::move(results);
  body.conclusion.by_objective = std::move(reasons);
  return Command(body, found->envelope);
}

using enum ObjectiveResult;

}  // namespace

TEST_SUITE("command/conclusion") {
  TEST_CASE("an audit is concluded with a result and a reason for each objective") {
    auto const state = example_state(while_concluding);
    auto const concluded =
        state_after(state, concluding({met, not_met, not_determined, met}, {"So", "Not so", "Not seen", "So"}));
    auto const& conclusion = *concluded.find<Audit>("A-2026-1")->conclusion;
    CHECK(conclusion.objective_results == std::vector{met, not_met, not_determined, met});
    CHECK(concluded.find<Audit>("A-2026-1")->state == AuditState::concluded);
  }

  TEST_CASE("one that passes over an objective, or gives no reason, is refused for everything that is missing") {
    auto const state = example_state(while_concluding);
    CHECK(outcome(state, concluding({}, {"a", "b", "c", "d"})) == "audit.objectives");
    CHECK(outcome(state, concluding({met, met, met}, {"a", "b", "c", "d"})) == "audit.objectives");
    CHECK(outcome(state, concluding({met, met, met, met, met}, {"a", "b", "c", "d"})) == "audit.objectives");
    CHECK(outcome(state, concluding({met, met, met, met}, {"a", " ", "c", "d"})) == "text.missing");
    auto const refused = decide(state, concluding({met}, {"a", "", "c"}), example_context()).error();
    CHECK(refused.violations().size() == 2);
    CHECK(refused.violations().front().message.find("4 objectives") != std::string::npos);
    CHECK(refused.violations().back().where == "/conclusion/by_objective/1");
  }
}
