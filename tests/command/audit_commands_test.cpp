#include <annexa/command/audit_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* during_audit = "2026-03-11T15:00:00Z";
constexpr char const* assess = R"({"command":"audit.assess","audit":"A-2026-1","criterion":"A.5.33",
  "verdict":"conforming","evidence":["E-1"]})";
constexpr char const* after_audit = "2026-05-04T09:00:00Z";

State changed(State const& state, std::string_view json) {
  return state_after(state, example_command(json, "P-ISM", during_audit));
}

std::string recording(State const& state, char const* actor, std::string const& member,
                      char const* when = after_audit) {
  return outcome(
      state, example_command(R"({"command":"audit.record-evidence","kind":"document","title":"Log",)" + member + '}',
                             actor, when));
}

}  // namespace

TEST_SUITE("command/audit_commands") {
  TEST_CASE("a verdict without a unit is on every unit that carries the criterion, and none of them may be one's own") {
    auto const state = example_state(during_audit);
    auto const as = [](char const* actor) { return example_command(assess, actor, during_audit); };
    CHECK(outcome(state, as("P-AUD8")) == "allowed");
    auto const works_there =
        changed(state, R"({"command":"unit.change","unit":"U-REG","managers":["P-DPO","P-AUD8"]})");
    CHECK(outcome(works_there, as("P-AUD8")) == "S01");
    CHECK(outcome(works_there, as("P-AUD1")) == "allowed");
    // A unit that the audit does not visit is not judged by it.
    auto const elsewhere = changed(state, R"({"command":"unit.add","unit":"U-X","name":"Archive","kind":"process",
      "owner":"P-AUD8","criteria":["A.5.33"]})");
    CHECK(outcome(elsewhere, as("P-AUD8")) == "allowed");
  }
  TEST_CASE("a verdict on what no unit carries is on the management of the ISMS") {
    auto const state = example_state(during_audit);
    auto const command = example_command(R"({"command":"audit.assess","audit":"A-2026-1","criterion":"A.7.6",
      "verdict":"not-applicable","reason":"Excluded"})",
                                         "P-AUD8", during_audit);
    CHECK(warnings_of(state, command) == "");
    auto const manages =
        changed(state, R"({"command":"role.grant","person":"P-AUD8","role":"isms-manager","from":"2026-01-01"})");
    CHECK(warnings_of(manages, command) == "S03");
  }
  TEST_CASE("evidence for a nonconformity is recorded after the audit, by those who have to do with it") {
    auto const state = example_state(after_audit);
    for (auto const* actor : {"P-PLT", "P-SEC", "P-AUD7", "P-AUD1", "P-AUD8"})
      CHECK_MESSAGE(recording(state, actor, R"("nonconformity":"NC-1")") == "allowed", std::string(actor));
    for (auto const* actor : {"P-GAL", "P-HR", "P-CEO"})
      CHECK_MESSAGE(recording(state, actor, R"("nonconformity":"NC-1")") == "duty.capacity", std::string(actor));
    CHECK(recording(state, "P-AUD1", R"("audit":"A-2026-1")") == "record.state");
    CHECK(recording(state, "P-AUD1", R"("audit":"A-2026-1","nonconformity":"NC-1")") == "audit.evidence-for");
    CHECK(recording(state, "P-AUD1", R"("criteria":[])") == "audit.evidence-for");
    CHECK(recording(state, "P-AUD1", R"("nonconformity":"NC-9")") == "reference.unknown");
    CHECK(recording(example_state("2026-12-31T00:00:00Z"), "P-AUD1", R"("nonconformity":"NC-1")",
                    "2026-12-31T00:00:00Z") == "record.state");
  }
  TEST_CASE("evidence for a nonconformity belongs to no audit, and a nonconformity may rest on it") {
    auto const raise = R"({"command":"nonconformity.raise","nonconformity":"NC-20","title":"Laptop stolen",
      "source":"incident","source_ref":"INC-7","unit":"U-WRK","criteria":["A.8.1"],"requirement":"Laptops are locked",
      "gap":"It was not","grade":"minor","grade_reasons":["One device"]})";
    auto state = state_after(example_state(after_audit), example_command(raise, "P-SEC", after_audit));
    auto const issue = R"({"command":"nonconformity.issue","nonconformity":"NC-20"})";
    CHECK(outcome(state, example_command(issue, "P-ISM", after_audit)) == "T02.evidence");
    state =
        state_after(state, example_command(R"({"command":"audit.record-evidence","evidence":"E-200","kind":"document",
      "title":"Report to the police","nonconformity":"NC-20"})",
                                           "P-SEC", after_audit));
    CHECK_FALSE(state.find<Evidence>("E-200")->audit.has_value());
    CHECK(state.find<Evidence>("E-200")->nonconformity == *Key<"nonconformity">::parse("NC-20"));
  }
}
