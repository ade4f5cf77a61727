#include <annexa/command/context_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/state.hpp>

#include <algorithm>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

State const& context_base() {
  static State const state = example_organization().state;
  return state;
}

Command kept_by(std::string const& json, char const* actor = "P-ISM", char const* when = "2026-06-01T09:00:00Z") {
  return example_command(json, actor, when);
}

std::string kept_outcome(std::string const& json, char const* actor = "P-ISM") {
  return outcome(context_base(), kept_by(json, actor));
}

}  // namespace

TEST_SUITE("command/context") {
  TEST_CASE("each record is recorded, updated and retired, and says since when it is on record") {
    auto state = state_after(context_base(), kept_by(R"({"command":"context-issue.record","title":"Heat",
      "kind":"external","climate_change":true,"reason":"Two sites lie in it"})"));
    auto const* issue = state.find<ContextIssue>("CI-1");
    REQUIRE(issue != nullptr);
    CHECK(to_string(*issue->recorded_on) == "2026-06-01");
    CHECK(!issue->changed_on);
    state = state_after(state, kept_by(R"({"command":"context-issue.update","context_issue":"CI-1","effect":"R-29"})",
                                       "P-ISM", "2026-07-01T09:00:00Z"));
    issue = state.find<ContextIssue>("CI-1");
    CHECK(issue->title == "Heat");
    CHECK(to_string(*issue->recorded_on) == "2026-06-01");
    CHECK(to_string(*issue->changed_on) == "2026-07-01");
    state = state_after(state, kept_by(R"({"command":"context-issue.retire","context_issue":"CI-1"})", "P-ISM",
                                       "2026-08-01T09:00:00Z"));
    CHECK(to_string(*state.find<ContextIssue>("CI-1")->retired_on) == "2026-08-01");
  }

  TEST_CASE("climate change needs a reason either way, and so does any issue that is not relevant") {
    CHECK(kept_outcome(R"({"command":"context-issue.record","title":"Climate","kind":"external",
      "climate_change":true,"relevant":false})") == "context-issue.reason");
    CHECK(kept_outcome(R"({"command":"context-issue.record","title":"Market","kind":"external","relevant":false})") ==
          "context-issue.reason");
    CHECK(kept_outcome(R"({"command":"context-issue.record","title":"Market","kind":"external"})") == "allowed");
  }

  TEST_CASE("each requirement of an interested party says how the ISMS takes care of it, or why not") {
    CHECK(kept_outcome(R"({"command":"interested-party.record","name":"Clinics","requirements":[{"text":"Trail"}]})") ==
          "interested-party.how");
    CHECK(kept_outcome(R"({"command":"interested-party.record","name":"Clinics","requirements":[{"text":"Trail",
      "obligation":"OB-9","how":"x"}]})") == "reference.unknown");
  }

  TEST_CASE("an obligation says what it asks for and how it is met") {
    CHECK(kept_outcome(R"({"command":"obligation.record","title":"GDPR","kind":"law"})") == "text.missing");
  }

  TEST_CASE("an objective says what, with what, who, when and how one will tell") {
    CHECK(kept_outcome(R"({"command":"objective.record","title":"Faster","state":"open"})") == "objective.plan");
    CHECK(kept_outcome(R"({"command":"objective.record","title":"Faster","what":"a","resources":"b","owner":"P-OPS",
      "due":"2026-12-31","evaluation":"c","state":"achieved"})") == "objective.result");
  }

  TEST_CASE("a measurement keeps its values in order of time, one a day, none of tomorrow") {
    CHECK(kept_outcome(R"({"command":"measurement.record","title":"x","method":"y","target":"9"})") ==
          "measurement.goal");
    CHECK(kept_outcome(R"({"command":"measurement.record","title":"x","method":"y","values":[
      {"on":"2026-02-01","value":"1"},{"on":"2026-01-01","value":"2"}]})") == "measurement.order");
    auto state = state_after(context_base(), kept_by(R"({"command":"measurement.record","title":"x","method":"y",
      "values":[{"on":"2026-02-01","value":"1"}]})"));
    auto const add = [&](char const* day) {
      return kept_by(
          R"({"command":"measurement.add-value","measurement":"ME-1","value":"2.5","on":")" + std::string(day) + "\"}",
          "P-OPS");
    };
    CHECK(outcome(state, add("2026-02-01")) == "measurement.day");
    CHECK(outcome(state, add("2026-06-02")) == "date.future");
    state = state_after(state, add("2026-01-01"));
    auto const& values = state.find<Measurement>("ME-1")->values;
    CHECK(values.size() == 2);
    CHECK(to_string(values.front().value) == "2.5");
  }

  TEST_CASE("an incident is judged before it is dealt with, and closed with what was learnt") {
    CHECK(kept_outcome(R"({"command":"incident.record","title":"Phish","reported_on":"2026-05-01",
      "state":"responding"})") == "incident.severity");
    CHECK(kept_outcome(R"({"command":"incident.record","title":"Phish","reported_on":"2026-05-01","state":"reported"})",
                       "P-AUD8") == "allowed");
    auto state = state_after(context_base(), kept_by(R"({"command":"incident.record","title":"Phish",
      "reported_on":"2026-05-01","state":"resolved","severity":"low"})"));
    CHECK(outcome(state, kept_by(R"({"command":"incident.close","incident":"INC-1"})")) == "incident.lessons");
    state = state_after(state, kept_by(R"({"command":"incident.close","incident":"INC-1","lessons":"Report faster"})"));
    CHECK(state.find<Incident>("INC-1")->state == IncidentState::closed);
    CHECK(outcome(state, kept_by(R"({"command":"incident.close","incident":"INC-1","lessons":"x"})")) ==
          "record.state");
  }

  TEST_CASE("a change is planned with purpose and consequences, and looked back on when it is done") {
    CHECK(kept_outcome(R"({"command":"change.record","title":"Move","state":"planned"})") == "change.planned");
    CHECK(kept_outcome(R"({"command":"change.record","title":"Move","state":"done","unplanned":true})") ==
          "change.review");
    CHECK(kept_outcome(R"({"command":"change.record","title":"Move","state":"proposed"})") == "allowed");
  }

  TEST_CASE("who manages nothing keeps no such records, but anybody reports incidents and passes on feedback") {
    CHECK(kept_outcome(R"({"command":"objective.retire","objective":"OBJ-1"})", "P-AUD8") == "duty.capacity");
    CHECK(kept_outcome(R"({"command":"feedback.record","title":"Thanks","kind":"praise","received_on":"2026-05-01"})",
                       "P-AUD8") == "allowed");
    CHECK(
        kept_outcome(R"({"command":"feedback.record","title":"Thanks","kind":"praise","received_on":"2026-07-01"})") ==
        "date.future");
  }
}
