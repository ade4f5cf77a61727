// Keys that commands hand out or are given: none is taken from another record.
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/decide.hpp>
#include <annexa/command/nonconformity_commands.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* planned_at = "2026-03-30T11:00:00Z";

// The plan for NC-1, its actions called as @p keys say; "" leaves the key to the command.
Command plan_with(std::vector<std::string> const& keys) {
  auto const all = example_commands("cycle.json");
  auto const found = std::ranges::find_if(all, [](Command const& each) {
    return each.kind().name == "nonconformity.submit-plan" &&
           to_string(*each.envelope.at).starts_with("2026-03-30T11:00");
  });
  REQUIRE(found != all.end());
  auto body = found->body<command::SubmitPlan>();
  auto const model = body.actions.front();
  body.actions.clear();
  for (auto const& key : keys) {
    body.actions.push_back(model);
    body.actions.back().action.reset();
    if (!key.empty()) body.actions.back().action = Key<"action">::parse(key).value();
  }
  Command command(std::move(body));
  command.envelope = found->envelope;
  return command;
}

std::set<std::string> actions_of(State const& state, char const* nonconformity) {
  std::set<std::string> keys;
  state.for_each<CorrectiveAction>([&](CorrectiveAction const& each) {
    if (each.nonconformity == nonconformity) keys.insert(each.key.text());
  });
  return keys;
}

}  // namespace

TEST_SUITE("command/keys") {
  TEST_CASE("actions of a plan that name no key get keys that no other action of the plan has") {
    auto const state = example_state(planned_at);
    CHECK(actions_of(state_after(state, plan_with({"CA-1", "", ""})), "NC-1") ==
          std::set<std::string>{"CA-1", "CA-2", "CA-3"});
    CHECK(outcome(state, plan_with({"CA-7", "CA-7"})) == "record.exists");
  }
  TEST_CASE("a key with the highest of numbers does not make the next one an old one") {
    auto const state = state_after(example_state(planned_at), plan_with({"CA-1", "CA-999999999999999999"}));
    auto const rejected = state_after(
        state, example_command(R"({"command":"nonconformity.reject-plan","nonconformity":"NC-1","reason":"Too slow"})",
                               "P-AUD1", planned_at));
    auto const again = state_after(rejected, plan_with({""}));
    CHECK(actions_of(again, "NC-1").size() == 3);
  }
  TEST_CASE("a plan does not take the session of another audit") {
    auto const state = example_state("2026-08-24T10:00:00Z");
    auto const* own = state.all<Session>().front();
    auto const& all = example_commands("cycle.json");
    auto const found = std::ranges::find_if(all, [&](Command const& each) {
      return each.kind().name == "audit.plan" && each.body<command::PlanAudit>().audit != own->audit;
    });
    REQUIRE(found != all.end());
    auto body = found->body<command::PlanAudit>();
    REQUIRE_FALSE(body.sessions.empty());
    body.sessions.front().key = own->key;
    Command command(body);
    command.envelope = found->envelope;
    CHECK(outcome(state, command).find("record.exists") != std::string::npos);
  }
}
