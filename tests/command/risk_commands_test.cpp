#include <annexa/command/risk_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

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
}
