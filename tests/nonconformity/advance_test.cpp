#include <annexa/nonconformity/advance.hpp>
// The header stands on its own: it comes first.
#include <annexa/base/json.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "situations.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

StepRequest request_for(char const* id, NonconformityState state) {
  auto const s = ready_for(step(id), state);
  StepRequest request;
  request.step = id;
  request.at = now;
  request.before = s.before;
  request.after = s.after;
  request.actions = s.actions;
  request.actor = s.actor;
  request.capacities = {Capacity::process_owner, Capacity::lead_auditor, Capacity::verifier};
  request.facts = static_cast<Facts const&>(s);
  return request;
}

}  // namespace

TEST_SUITE("nonconformity/advance") {
  TEST_CASE("a request says the same as the situation that it describes, through JSON and back") {
    for (auto const* id : {"T04", "T09", "T15", "T19", "T20"}) {
      auto const request = request_for(id, some_state_before(step(id)));
      auto const read = from_json<StepRequest>(to_json(request)).value();
      CHECK(read == request);
      auto const outcome = advance(read).value();
      CAPTURE(id);
      CHECK(is_allowed(outcome));
      auto s = ready_for(step(id), some_state_before(step(id)));
      s.capacities = capacities_in(request.capacities);
      CHECK(outcome.record == take_step(step(id), s, now).record);
    }
  }
  TEST_CASE("what is refused gives the record as it was, with every reason; guidance that is waived is a warning") {
    auto request = request_for("T17", NonconformityState::verification);
    request.actor = "olaf";
    request.actions.front().inspected.clear();
    auto const refused = write_outcome(advance(request).value()).get_object();
    CHECK(refused.at("allowed") == false);
    CHECK(refused.at("refusals").get_array().size() == 1);
    CHECK(refused.at("guidance").get_array().size() == 1);
    CHECK(refused.at("record") == to_json(request.before));
    request.actions.front().inspected = "log";
    request.waived = {"S10"};
    auto const outcome = advance(request).value();
    CHECK(is_allowed(outcome));
    CHECK(names(outcome.warnings, "S10"));
  }
  TEST_CASE("a step that there is not is refused as wrong usage") {
    auto request = request_for("T04", NonconformityState::issued);
    request.step = "T31";
    auto const refused = advance(request);
    REQUIRE(!refused.has_value());
    CHECK(refused.error().kind() == ErrorKind::usage);
    CHECK(refused.error().names("nonconformity.step"));
  }
  TEST_CASE("the whole lifecycle is one document") {
    auto const document = write_lifecycle().get_object();
    CHECK(document.at("states").get_array().size() == 13);
    CHECK(document.at("steps").get_array().size() == 30);
    CHECK(document.at("guards").get_array().size() == nonconformity_guards.size());
    CHECK(document.at("deadlines").get_array().size() == deadline_rules.size());
  }
}
