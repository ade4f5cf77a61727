#include <annexa/command/nonconformity_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* second_cycle = "2026-07-20T09:00:00Z";  // NC-4 was judged ineffective on 16 July

Command sign(char const* actor, char const* when) {
  return example_command(R"({"command":"nonconformity.co-sign","nonconformity":")" + std::string("NC-1") + "\"}", actor,
                         when);
}

Command at(char const* when, std::string_view name) {
  for (auto const& command : example_commands("cycle.json"))
    if (command.envelope.at == Instant::parse(when).value() && command.kind().name == name) return command;
  throw std::runtime_error("the example has no such command");
}

}  // namespace

TEST_SUITE("command/nonconformity_commands") {
  TEST_CASE(
      "a major is signed by the lead auditor and top management, where the next step closes it, and by no other") {
    constexpr char const* watched = "2026-07-30T08:00:00Z";
    auto const state = example_state(watched);
    for (auto const* actor : {"P-AUD1", "P-CEO", "P-CTO"})
      CHECK_MESSAGE(outcome(state, sign(actor, watched)) == "allowed", std::string(actor));
    for (auto const* actor : {"P-AUD7", "P-AUD8", "P-ISM", "P-PLT", "P-SEC"})
      CHECK_MESSAGE(outcome(state, sign(actor, watched)) == "duty.capacity", std::string(actor));
    constexpr char const* early = "2026-04-15T08:00:00Z";
    CHECK(outcome(example_state(early), sign("P-CEO", early)) == "record.state");
  }
  TEST_CASE("who answers for it or for an action of it does not sign, whatever else he is") {
    constexpr char const* watched = "2026-07-30T08:00:00Z";
    auto const state = state_after(
        example_state(watched),
        example_command(R"({"command":"role.grant","person":"P-SEC","role":"top-management","from":"2026-01-01"})",
                        "P-CEO", watched));
    CHECK(outcome(state, sign("P-SEC", watched)) == "duty.capacity");
  }
  TEST_CASE("two signatures of one side do not close a major without a warning; one of each do") {
    constexpr char const* closing = "2026-07-31T10:00:00Z";
    auto const judge = at(closing, "nonconformity.judge-effectiveness");
    auto const unsigned_yet = example_state("2026-07-30T08:00:00Z");
    auto const warned = [&](std::initializer_list<char const*> signers) {
      auto state = unsigned_yet;
      for (auto const* signer : signers) state = state_after(state, sign(signer, "2026-07-30T08:00:00Z"));
      return warnings_of(state, judge).find("S21") != std::string::npos;
    };
    CHECK(warned({}));
    CHECK(warned({"P-AUD1"}));
    CHECK(warned({"P-CEO", "P-CTO"}));
    CHECK_FALSE(warned({"P-AUD1", "P-CEO"}));
  }
  TEST_CASE("after a cycle without effect the next one names who looks for the causes") {
    auto const state = example_state(second_cycle);
    REQUIRE(state.find<Nonconformity>("NC-4")->cycle == 2);
    auto const start = R"({"command":"nonconformity.start-analysis","nonconformity":"NC-4","analysts":["P-ENG"]})";
    auto const started = state_after(state, example_command(start, "P-OPS", second_cycle));
    CHECK(started.find<Nonconformity>("NC-4")->analysis->analysts.at(0) == "P-ENG");
    CHECK(outcome(started, example_command(start, "P-OPS", second_cycle)) == "T10.begun");
    auto const submit = at("2026-07-30T10:00:00Z", "nonconformity.submit-plan");
    auto const kept = state_after(started, submit);
    CHECK(kept.find<Nonconformity>("NC-4")->analysis->analysts.at(0) == "P-ENG");
    auto body = submit.body<command::SubmitPlan>();
    body.analysts = {*Key<"person">::parse("P-PLT")};
    auto const named = state_after(state, Command(std::move(body), submit.envelope));
    CHECK(named.find<Nonconformity>("NC-4")->analysis->analysts == std::vector{*Key<"person">::parse("P-PLT")});
  }
  TEST_CASE("whoever raised a finding does not own an action of it, unless that is waived") {
    auto const submit = at("2026-07-30T10:00:00Z", "nonconformity.submit-plan");
    auto body = submit.body<command::SubmitPlan>();
    body.actions.front().owner = *Key<"person">::parse("P-AUD7");
    auto const state = example_state(second_cycle);
    CHECK(outcome(state, Command(body, submit.envelope)) == "S08");
    auto envelope = submit.envelope;
    envelope.override_ = OverrideRequest{{"S08"}, "Nobody else knows the tool"};
    CHECK(outcome(state, Command(body, envelope)) == "S08 override.impossible");
  }
}
