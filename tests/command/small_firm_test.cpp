// Firms that are so small that independence is the question: two who audit each other's work, and one alone.
#include <annexa/command/decide.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* firm_day = "2026-03-02T09:00:00Z";

State after(std::initializer_list<std::pair<char const*, char const*>> commands) {
  State state;
  for (auto const& [actor, text] : commands) state = state_after(state, example_command(text, actor, firm_day));
  return state;
}

// A firm with two units, each owned by one of its people.
State two_people() {
  return after({{"a", R"({"command":"person.add","person":"a","name":"Ada","competences":["iso27001-auditing"]})"},
                {"a", R"({"command":"person.add","person":"b","name":"Ben","competences":["iso27001-auditing"]})"},
                {"a", R"({"command":"unit.add","unit":"U-A","name":"Sales","kind":"process","owner":"a",
                       "criteria":["A.5.1"]})"},
                {"a", R"({"command":"unit.add","unit":"U-B","name":"Operations","kind":"process","owner":"b",
                       "criteria":["A.8.8"]})"},
                {"a", R"({"command":"role.grant","person":"a","role":"lead-auditor","from":"2026-01-01"})"},
                {"a", R"({"command":"role.grant","person":"b","role":"lead-auditor","from":"2026-01-01"})"},
                {"a", R"({"command":"role.grant","person":"a","role":"programme-manager","from":"2026-01-01"})"}});
}

std::string plan(char const* audit, char const* lead, char const* unit, char const* criterion) {
  return std::string(R"({"command":"audit.plan","audit":")") + audit +
         R"(","title":"Swap","kind":"internal","scope":"One unit","objectives":["See"],"units":[")" + unit +
         R"("],"criteria":[")" + criterion + R"("],"team":[{"person":")" + lead +
         R"(","role":"lead"}],"from":"2026-03-09","until":"2026-03-10","sessions":[{"key":")" + audit +
         R"(/S-01","audit":")" + audit +
         R"(","kind":"audit","start":"2026-03-09T09:00:00Z","end":"2026-03-09T10:00:00Z","zone":"Europe/Dublin","unit":")" +
         unit + R"(","place":"Here","methods":["interview"],"lead":")" + lead + R"(","criteria":[")" + criterion +
         R"("]}]})";
}

std::string planning(State const& state, std::string const& text, char const* actor) {
  return outcome(state, example_command(text, actor, firm_day));
}

// Every message of the refusal.
std::string said(State const& state, std::string const& text, char const* actor) {
  auto const done = decide(state, example_command(text, actor, firm_day), example_context());
  return done ? std::string("allowed") : done.error().text();
}

State one_person() {
  return after({{"a", R"({"command":"person.add","person":"a","name":"Ada","competences":["iso27001-auditing"]})"},
                {"a", R"({"command":"unit.add","unit":"U-A","name":"All there is","kind":"process","owner":"a",
                       "criteria":["A.5.1"]})"},
                {"a", R"({"command":"role.grant","person":"a","role":"lead-auditor","from":"2026-01-01"})"},
                {"a", R"({"command":"role.grant","person":"a","role":"programme-manager","from":"2026-01-01"})"}});
}

}  // namespace

TEST_SUITE("command/small_firm") {
  TEST_CASE("two auditors audit each other's work, each alone, and neither his own") {
    auto const state = two_people();
    CHECK(planning(state, plan("A-1", "a", "U-B", "A.8.8"), "a") == "allowed");
    CHECK(planning(state, plan("A-2", "b", "U-A", "A.5.1"), "a") == "allowed");
    CHECK(planning(state, plan("A-3", "a", "U-A", "A.5.1"), "a").find("S01") != std::string::npos);
    CHECK(said(state, plan("A-3", "a", "U-A", "A.5.1"), "a").find("from outside") == std::string::npos);
  }
  TEST_CASE("they carry both audits out, and each verdict on own work is refused") {
    auto state = two_people();
    for (auto const& [lead, other, audit, unit, criterion] :
         {std::tuple("a", "b", "A-1", "U-B", "A.8.8"), std::tuple("b", "a", "A-2", "U-A", "A.5.1")}) {
      auto const act = [&](std::string const& members, char const* actor) {
        return example_command("{" + members + R"(,"audit":")" + audit + "\"}", actor, firm_day);
      };
      state = state_after(state, example_command(plan(audit, lead, unit, criterion), "a", firm_day));
      state = state_after(state, act(R"("command":"audit.approve-plan")", "a"));
      state = state_after(state, act(R"("command":"audit.open")", lead));
      state = state_after(state, act(R"("command":"audit.record-evidence","kind":"document","title":"List")", lead));
      auto const evidence = std::string(audit) == "A-1" ? "E-1" : "E-2";
      auto const assess = std::string(R"("command":"audit.assess","verdict":"conforming","criterion":")") + criterion +
                          R"(","unit":")" + unit + R"(","evidence":[")" + evidence + "\"]";
      CHECK(outcome(state, act(assess, lead)) == "allowed");
      CHECK(outcome(state, act(assess, other)) == "duty.capacity");
    }
  }
  TEST_CASE("one person alone is told that nobody audits own work, that no waiver helps, and who can") {
    auto const state = one_person();
    auto const text = said(state, plan("A-1", "a", "U-A", "A.5.1"), "a");
    CHECK(text.find("S01") != std::string::npos);
    CHECK(text.find("no waiver helps") != std::string::npos);
    CHECK(text.find("auditor from outside") != std::string::npos);
  }
  TEST_CASE("neither a waiver nor an override sets that aside") {
    auto const state = one_person();
    auto const waiver = example_command(R"({"command":"waiver.record","rule":"S01","person":"a","reason":"Alone",
        "compensating_measure":"None","from":"2026-01-01","expires_on":"2026-12-31"})",
                                        "a", firm_day);
    CHECK(outcome(state, waiver) != "allowed");
    auto text = plan("A-1", "a", "U-A", "A.5.1");
    text.back() = ',';
    text += R"("override":{"rules":["S01"],"reason":"Alone"}})";
    CHECK(planning(state, text, "a").find("override.impossible") != std::string::npos);
  }
  TEST_CASE("an auditor from outside is the answer") {
    auto const state = state_after(
        one_person(), example_command(R"({"command":"person.add","person":"x","name":"Xenia","external":true,
        "competences":["iso27001-auditing"]})",
                                      "a", firm_day));
    CHECK(planning(state, plan("A-1", "x", "U-A", "A.5.1"), "a") == "allowed");
    CHECK(said(state, plan("A-1", "a", "U-A", "A.5.1"), "a").find("from outside") == std::string::npos);
  }
}
