#include <annexa/command/detour_commands.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/command/status.hpp>
#include <annexa/command/steps.hpp>
#include <boost/json.hpp>

#include "lifecycle_world.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* january_day = "2026-01-06T09:00:00Z";
Instant const january = Instant::parse(january_day).value();

Command spoken(std::string const& json, char const* actor, char const* when = january_day) {
  return example_command(json, actor, when);
}

std::string key_member(char const* key) { return std::string("\"nonconformity\":\"") + key + '"'; }

// Everything that refuses the command, and that the state is as before.
std::string refused_as(State const& state, Command const& command) {
  auto const before = boost::json::serialize(write_state(state));
  auto const rules = outcome(state, command);
  CHECK(boost::json::serialize(write_state(state)) == before);
  return rules;
}

}  // namespace

TEST_SUITE("command/detour_commands") {
  TEST_CASE(
      "steps out of order, by the wrong person, twice, with an old version or before the last event are refused_as") {
    auto const world = lifecycle_world();
    auto const& record = *world.find<Nonconformity>("NC-2");
    auto const approve = full_command(step("T12"), record, world, january.date());
    CHECK(refused_as(world, done_by(approve, "ida", january)).find("nonconformity.state") != std::string::npos);
    auto const take_it = full_command(step("T04"), record, world, january.date());
    CHECK(refused_as(world, done_by(take_it, "zoe", january)) == "nonconformity.capacity");
    auto const taken = state_after(world, done_by(take_it, "olaf", january));
    CHECK(refused_as(taken, done_by(take_it, "olaf", january)) == "nonconformity.state");
    auto old = done_by(take_it, "olaf", january);
    old.envelope.expected_version = 7;
    CHECK(refused_as(world, old) == "record.version");
    CHECK(refused_as(world, done_by(take_it, "olaf", Instant::parse("2026-01-04T09:00:00Z").value())) ==
          "nonconformity.time");
    auto wrong = done_by(approve, "zoe", Instant::parse("2026-01-04T09:00:00Z").value());
    wrong.envelope.expected_version = 7;
    auto const all = refused_as(world, wrong);
    for (auto const* rule : {"nonconformity.state", "nonconformity.capacity", "nonconformity.time", "record.version"})
      CHECK(all.find(rule) != std::string::npos);
  }
  TEST_CASE("evidence that is missing or has another digest now refuses whoever relies on it") {
    auto state = lifecycle_world();
    auto evidence = *state.find<Evidence>("E-1");
    evidence.sha256 = Hash::parse(std::string(64, 'a')).value();
    put_record(state, evidence);
    auto draft = *state.find<Nonconformity>("NC-2");
    draft.state = NonconformityState::draft;
    put_record(state, draft);
    auto const issue = [&](std::string const& seen) {
      return spoken(R"({"command":"nonconformity.issue",)" + key_member("NC-2") + R"(,"seen":[)" + seen + "]}", "ida");
    };
    CHECK(refused_as(state, issue(R"({"evidence":"E-1","sha256":")" + std::string(64, 'a') + "\"}")) == "allowed");
    CHECK(refused_as(state, issue(R"({"evidence":"E-1","sha256":")" + std::string(64, 'b') + "\"}")) ==
          "evidence.changed");
    CHECK(refused_as(state, issue(R"({"evidence":"E-9"})")) == "reference.unknown");
  }
  TEST_CASE("what was recorded for a nonconformity before its issue is its evidence") {
    auto state = lifecycle_world();
    state = state_after(
        state, spoken(R"({"command":"nonconformity.raise","nonconformity":"NC-9","title":"Lost","source":"incident",
      "source_ref":"I-9","unit":"U-1","criteria":["A.8.1"],"requirement":"r","gap":"g"})",
                      "zoe"));
    auto const issue = spoken(R"({"command":"nonconformity.issue","nonconformity":"NC-9"})", "ida");
    CHECK(refused_as(state, issue) == "T02.evidence");
    state = state_after(state, spoken(R"({"command":"audit.record-evidence","nonconformity":"NC-9","evidence":"E-9",
      "kind":"document","title":"Log"})",
                                      "zoe"));
    CHECK(state_after(state, issue).find<Nonconformity>("NC-9")->evidence.front() == "E-9");
  }
  TEST_CASE("nothing is merged in a circle, into itself, or into what has ended") {
    auto const merge = [](char const* from, char const* into, char const* actor) {
      return spoken(R"({"command":"nonconformity.merge",)" + key_member(from) + R"(,"into":")" + into + "\"}", actor);
    };
    auto const world = lifecycle_world();
    CHECK(refused_as(world, merge("NC-2", "NC-2", "ida")) == "T08.circle");
    auto const merged = state_after(world, merge("NC-2", "NC-1", "ida"));
    CHECK(merged.find<Nonconformity>("NC-2")->state == NonconformityState::merged);
    CHECK(refused_as(merged, merge("NC-1", "NC-2", "anna")) == "T08.circle T08.target");
    CHECK(refused_as(merged, merge("NC-3", "NC-2", "ida")) == "T08.issuer T08.target");
    CHECK(refused_as(world, merge("NC-2", "NC-77", "ida")) == "reference.unknown");
    auto other = *world.find<Nonconformity>("NC-1");
    other.evidence.clear();
    auto with_less = world;
    put_record(with_less, other);
    CHECK(state_after(with_less, merge("NC-2", "NC-1", "ida")).find<Nonconformity>("NC-1")->evidence.size() == 1);
  }
  TEST_CASE("a plan of ten thousand actions is refused_as at once") {
    auto const state = led_to(NonconformityState::analysis);
    auto body = full_command(step("T11"), *state.find<Nonconformity>("NC-2"), state, january.date())
                    .body<command::SubmitPlan>();
    body.actions.resize(10'000, body.actions.front());
    CHECK(refused_as(state, done_by(Command(std::move(body)), "olaf", january)) == "action.too-many");
  }
  TEST_CASE("a minor passes acknowledgement and analysis on the way to its plan, with a row of the trail for each") {
    auto state = lifecycle_world();
    auto const& record = *state.find<Nonconformity>("NC-2");
    auto const plan = done_by(full_command(step("T11"), record, state, january.date()), "olaf", january);
    CHECK(refused_as(state, plan) == "T10.correction");  // all that is missing on the way is named
    state = state_after(state, done_by(full_command(step("T09"), record, state, january.date()), "olaf", january));
    auto const planned = state_after(state, plan);
    auto const& trail = planned.find<Nonconformity>("NC-2")->trail;
    REQUIRE(trail.size() == 6);
    CHECK(trail[3].step + trail[4].step + trail[5].step == "T04T10T11");
    CHECK(planned.find<Nonconformity>("NC-2")->state == NonconformityState::plan_review);
    auto major = *state.find<Nonconformity>("NC-2");
    major.grade = Grade::major;
    put_record(state, major);
    CHECK(refused_as(state, plan) == "nonconformity.state");
  }
  TEST_CASE("of an external audit the issuer grades, puts off and closes") {
    auto const world = lifecycle_world();
    CHECK(refused_as(world, spoken(R"({"command":"nonconformity.regrade",)" + key_member("NC-3") +
                                       R"(,"grade":"major","grade_reasons":["x"],"reason":"x"})",
                                   "paul")) == "T27.external");
    auto state = led_to(NonconformityState::effectiveness, "NC-3");
    auto const later = Instant::parse("2026-06-01T09:00:00Z").value();
    auto body = full_command(step("T19"), *state.find<Nonconformity>("NC-3"), state, later.date())
                    .body<command::JudgeEffectiveness>();
    body.issuer_closing.reset();
    CHECK(refused_as(state, done_by(Command(body), "vera", later)) == "T19.issuer");
    body.issuer_closing = "letter";
    auto const closed = state_after(state, done_by(Command(body), "vera", later));
    CHECK(closed.find<Nonconformity>("NC-3")->detours->issuer->closing == "letter");
    auto const asked =
        state_after(lifecycle_world(), spoken(R"({"command":"nonconformity.request-extension",)" + key_member("NC-3") +
                                                  R"(,"deadline":"correction","until":"2026-03-01","reason":"r",
                                                               "interim_measure":"m"})",
                                              "olaf"));
    CHECK(refused_as(asked, spoken(R"({"command":"nonconformity.decide-extension",)" + key_member("NC-3") +
                                       R"(,"granted":true})",
                                   "paul")) == "T23.issuer");
  }
  TEST_CASE("a closed one is opened again, or a new one names it, as the organisation wants") {
    auto state = led_to(NonconformityState::closed);
    constexpr char const* when = "2026-06-01T09:00:00Z";
    auto const reopen = spoken(R"({"command":"nonconformity.reopen",)" + key_member("NC-2") +
                                   R"(,"reason":"it came back","evidence":["ticket 7"],"successor":"NC-20"})",
                               "ida", when);
    auto const again = state_after(state, reopen);
    CHECK(again.find<Nonconformity>("NC-2")->state == NonconformityState::analysis);
    CHECK(again.find<Nonconformity>("NC-2")->cycle == 2);
    CHECK_FALSE(again.find<Nonconformity>("NC-20"));
    state = state_after(
        state, spoken(R"({"command":"lifecycle.configure","recurrence":"new-linked","deviation_end":"restart"})", "ida",
                      when));
    auto const linked = state_after(state, reopen);
    CHECK(linked.find<Nonconformity>("NC-2")->state == NonconformityState::closed);
    REQUIRE(linked.find<Nonconformity>("NC-20"));
    CHECK(linked.find<Nonconformity>("NC-20")->detours->recurs_from == *Key<"nonconformity">::parse("NC-2"));
    CHECK(refused_as(state, spoken(R"({"command":"nonconformity.reopen",)" + key_member("NC-2") + R"(,"reason":"r"})",
                                   "ida", when)) == "T21.evidence");
  }
  TEST_CASE("the clock notices what is late once, and ends a deviation whose day has passed") {
    auto const world = lifecycle_world();
    auto const check = [](char const* actor, char const* when) {
      return spoken(R"({"command":"deadline.check"})", actor, when);
    };
    constexpr char const* late = "2026-02-10T06:00:00Z";
    auto const decided = decide(world, check("ida", late), world_context()).value();
    CHECK(decided.events.size() == 3);
    auto const& record = *decided.state.find<Nonconformity>("NC-1");
    CHECK(record.escalation_level == 4);
    CHECK(record.detours->overdue.size() == 2);
    CHECK(decide(decided.state, check("ida", late), world_context()).value().events.empty());
    CHECK(refused_as(world, check("olaf", late)) == "duty.capacity");
    auto system = check("ida", late);
    system.envelope.actor.reset();
    CHECK(decide(world, system, world_context()).value().events.size() == 3);

    auto state = led_to(NonconformityState::implementing);
    state = state_after(state, spoken(R"({"command":"nonconformity.accept-deviation",)" + key_member("NC-2") +
                                          R"(,"risk":"R-1","until":"2026-01-30","reason":"a new system comes",
                                        "compensating_measures":"a copy"})",
                                      "rita"));
    CHECK_FALSE(state.find<Nonconformity>("NC-2")->due.implementation);
    auto const ended = state_after(state, check("ida", late));
    CHECK(ended.find<Nonconformity>("NC-2")->state == NonconformityState::analysis);
    CHECK(ended.find<Nonconformity>("NC-2")->trail.back().step == "T25");
  }
  TEST_CASE("a state from elsewhere comes marked where its proof did not come along, and figures leave it out") {
    auto const import = [](std::string const& system, std::string const& status) {
      return spoken(
          R"({"command":"nonconformity.import","nonconformity":"NC-30","title":"Old one","source":"monitoring",
        "source_ref":"DD-1","system":")" +
              system + R"(","status":")" + status + "\"}",
          "ida");
    };
    auto const world = lifecycle_world();
    auto const closed = state_after(world, import("defectdojo", "is_mitigated"));
    auto const& record = *closed.find<Nonconformity>("NC-30");
    CHECK(record.state == NonconformityState::closed);
    CHECK(record.detours->imported->imported_unverified);
    auto const kpis = status(closed, january).kpis;
    CHECK(kpis.nonconformities_closed == 0);
    CHECK(kpis.nonconformities_imported_unverified == 1);
    CHECK_FALSE(state_after(world, import("jira", "to do"))
                    .find<Nonconformity>("NC-30")
                    ->detours->imported->imported_unverified);
    CHECK(refused_as(world, import("excel", "done")) == "import.system");
    CHECK(refused_as(world, import("jira", "perhaps")) == "import.foreign-status");
    auto open = spoken(R"({"command":"nonconformity.import","title":"Old one","source":"incident","source_ref":"NC-2",
      "system":"jira","status":"to do"})",
                       "ida");
    CHECK(refused_as(world, open) == "import.source-open");
  }
  TEST_CASE("what a register tells of the past is kept as told and proves nothing; what it tells later is taken over") {
    auto const told = [](std::string const& status, std::string const& past) {
      return R"({"command":"nonconformity.import","nonconformity":"CAPA-1","title":"Old one","source":"incident",
        "source_ref":"CAPA-1","system":"register","status":")" +
             status + R"(","past":{"status":"Laufend","cause":"haste","correction":"restored",)" + past + "}}";
    };
    auto const open = told("in progress", R"("raised_on":"2025-12-01","due_on":"2026-02-01")");
    auto const world = lifecycle_world();
    // annexa itself may take it over: nobody stands for it but who kept the register.
    auto by_itself = spoken(open, "ida");
    by_itself.envelope.actor.reset();
    auto const state = state_after(world, by_itself);
    auto const& record = *state.find<Nonconformity>("CAPA-1");
    CHECK(record.state == NonconformityState::analysis);
    CHECK(record.raised_by == "system");
    CHECK(record.due.implementation == Date::parse("2026-02-01").value());
    CHECK_FALSE(record.correction.has_value());
    CHECK(record.detours->imported->past->cause == "haste");
    CHECK(state_after(state, spoken(open, "ida")).size == state.size);  // told again, nothing new
    auto const closed = state_after(state, spoken(told("closed", R"("closed_on":"2026-01-02")"), "ida"));
    auto const& after = *closed.find<Nonconformity>("CAPA-1");
    CHECK(after.state == NonconformityState::closed);
    CHECK(after.closed_on == Date::parse("2026-01-02").value());
    CHECK(after.raised_by == "system");
    CHECK(is_unproven(after));
    CHECK_FALSE(after.due.implementation);
    CHECK(after.trail.size() == 2);
    CHECK(refused_as(world, spoken(told("closed", R"("raised_on":"2026-01-03","closed_on":"2026-01-02")"), "ida")) ==
          "import.closed-before");
    CHECK(refused_as(world, spoken(told("closed", R"("closed_on":"2030-01-02")"), "ida")) == "date.future");
    auto const worked =
        state_after(state, spoken(R"({"command":"nonconformity.reassign","nonconformity":"CAPA-1","owner":"olaf",
                                      "reason":"his process"})",
                                  "ida"));
    CHECK(refused_as(worked, spoken(open, "ida")) == "import.moved-on");
    CHECK(refused_as(world, spoken(R"({"command":"nonconformity.import","nonconformity":"NC-1","title":"x",
      "source":"incident","source_ref":"x","system":"register","status":"open"})",
                                   "ida")) == "record.exists");
  }
  TEST_CASE("to withdraw what was raised in error takes two, and a second signature is no one's who is involved") {
    auto const world = lifecycle_world();
    auto const withdraw =
        spoken(R"({"command":"nonconformity.withdraw",)" + key_member("NC-1") + R"(,"reason":"in error"})", "anna");
    CHECK(warnings_of(world, withdraw) == "T30.two");
    auto const sign = [](char const* actor) {
      return spoken(R"({"command":"nonconformity.co-sign",)" + key_member("NC-1") + R"(,"purpose":"withdrawal"})",
                    actor);
    };
    CHECK(warnings_of(state_after(world, sign("paul")), withdraw) == "");
    CHECK(refused_as(world, sign("olaf")) == "duty.capacity");
    CHECK(refused_as(world, sign("vera")) == "duty.capacity");
  }
  TEST_CASE("whoever verifies gets no action, and an action that is not of it is not handed on") {
    auto const state = led_to(NonconformityState::effectiveness);
    auto const reassign = [](std::string const& members) {
      return spoken(
          R"({"command":"nonconformity.reassign","reason":"holiday",)" + key_member("NC-2") + ',' + members + '}',
          "ida");
    };
    // What is done is handed to nobody: who did it stays known.
    CHECK(refused_as(state, reassign(R"("actions":[{"action":"CA-1","owner":"zoe"}])")) == "T28.somebody record.state");
    auto const before = led_to(NonconformityState::implementing);
    CHECK(refused_as(before, reassign(R"("actions":[{"action":"CA-1","owner":"zoe"}])")) == "allowed");
    CHECK(refused_as(state, reassign(R"("verifier":"otto")")) == "S10");
    CHECK(refused_as(state, reassign(R"("owner":"olaf")")) == "T28.somebody");
  }
  TEST_CASE("a blocked action says since when, and goes on") {
    auto const state = led_to(NonconformityState::implementing);
    auto const act = [](char const* verb, std::string const& more) {
      return spoken(std::string(R"({"command":"action.)") + verb + R"(","action":"CA-1")" + more + '}', "otto");
    };
    auto const blocked = state_after(state, act("block", R"(,"reason":"no part")"));
    CHECK(blocked.find<CorrectiveAction>("CA-1")->blocked_since == january.date());
    CHECK(state_after(blocked, act("unblock", "")).find<CorrectiveAction>("CA-1")->blocked_because.empty());
    CHECK(refused_as(state, act("unblock", "")) == "record.state");
  }
  TEST_CASE("whoever manages the ISMS signs that an action is given up; being named is no consent") {
    auto const state = led_to(NonconformityState::implementing);
    auto const cancel = [](char const* actor, std::string const& more = "") {
      return spoken(R"({"command":"action.cancel","action":"CA-1","reason":"x")" + more + '}', actor);
    };
    auto const sign = [](char const* actor, std::string const& more) {
      return spoken(R"({"command":"nonconformity.co-sign","purpose":"cancelling",)" + key_member("NC-2") + more + '}',
                    actor);
    };
    auto const approver = [](State const& after) {
      auto const& by = after.find<CorrectiveAction>("CA-1")->cancelling_approved_by;
      return by ? by->text() : "nobody";
    };
    CHECK(refused_as(state, cancel("otto", R"(,"approved_by":"olaf")")) == "action.consent");
    CHECK(refused_as(state, cancel("otto", R"(,"approved_by":"ida")")) == "action.consent");
    CHECK(approver(state_after(state, cancel("otto"))) == "nobody");
    CHECK(refused_as(state, sign("ida", "")) == "action.unnamed");
    CHECK(refused_as(state, sign("ida", R"(,"action":"CA-9")")) == "reference.unknown");
    CHECK(refused_as(state, sign("paul", R"(,"action":"CA-1")")) == "duty.capacity");
    CHECK(refused_as(state, spoken(R"({"command":"nonconformity.co-sign","action":"CA-1",)" + key_member("NC-2") + '}',
                                   "tom")) == "action.needless record.state");
    auto const signed_for = state_after(state, sign("ida", R"(,"action":"CA-1")"));
    CHECK(approver(state_after(signed_for, cancel("otto"))) == "ida");
    CHECK(approver(state_after(signed_for, cancel("otto", R"(,"approved_by":"ida")"))) == "ida");
    CHECK(refused_as(signed_for, cancel("otto", R"(,"approved_by":"tom")")) == "action.consent");
    auto const done = state_after(
        state, done_by(command::CompleteAction{Key<"action">::parse("CA-1").value(), {}, {"log"}}, "otto", january));
    CHECK(refused_as(done, sign("ida", R"(,"action":"CA-1")")) == "record.state");
  }
  TEST_CASE("nobody accepts a deviation from a clause, or on a risk that is not theirs") {
    auto state = led_to(NonconformityState::implementing);
    auto const accept = [](char const* actor) {
      return spoken(R"({"command":"nonconformity.accept-deviation",)" + key_member("NC-2") +
                        R"(,"risk":"R-1","until":"2026-03-30","reason":"r","compensating_measures":"m"})",
                    actor);
    };
    CHECK(refused_as(state, accept("rita")) == "allowed");
    CHECK(refused_as(state, accept("tom")) == "nonconformity.capacity");
    auto record = *state.find<Nonconformity>("NC-2");
    record.criteria = {Criterion::parse("9.2.1").value()};
    put_record(state, record);
    CHECK(refused_as(state, accept("rita")) == "T24.clause");
    record.criteria = {Criterion::parse("A.8.13").value()};
    put_record(state, record);
    CHECK(refused_as(state, accept("rita")) == "T24.controls");
  }
}
