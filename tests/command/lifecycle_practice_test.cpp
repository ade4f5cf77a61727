// Practice around the steps T04, T17 and T19, and what the organisation decides about cooling off.
#include <doctest/doctest.h>

#include <annexa/command/planning.hpp>
#include <annexa/command/steps.hpp>
#include <boost/json.hpp>

#include "lifecycle_world.hpp"
#include "nonconformity/situations.hpp"
#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* tuesday = "2026-01-06T09:00:00Z";

Command said(std::string const& verb, std::string const& more, char const* actor, char const* when = tuesday) {
  return example_command(R"({"command":"nonconformity.)" + verb + R"(","nonconformity":"NC-2")" + more + '}', actor,
                         when);
}

bool warns(State const& state, Command const& command, std::string const& rule) {
  return warnings_of(state, command).find(rule) != std::string::npos;
}

}  // namespace

TEST_SUITE("command/lifecycle_practice") {
  TEST_CASE("who acknowledges names who corrects, and answers for the unit or stands in for who does") {
    auto const world = lifecycle_world();
    CHECK(warns(world, said("acknowledge", "", "olaf"), "T04.correction"));
    auto const named = said("acknowledge", R"(,"correction_owner":"otto")", "olaf");
    CHECK_FALSE(warns(world, named, "T04.correction"));
    auto const after = state_after(world, named);
    auto const& record = *after.find<Nonconformity>("NC-2");
    CHECK(record.correction->by->text() == "otto");
    CHECK(record.correction->state == CorrectionState::pending);
    CHECK(outcome(world, said("acknowledge", R"(,"correction_owner":"nobody-known")", "olaf")) == "reference.unknown");

    CHECK_FALSE(warns(world, named, "T04.process"));
    auto strange = world;
    auto unit = *world.find<Unit>("U-1");
    unit.owner = unit.owner->text() == "olaf" ? Key<"person">::parse("tom").value() : *unit.owner;
    unit.managers.clear();
    unit.operators.clear();
    put_record(strange, unit);
    CHECK(warns(strange, named, "T04.process"));
    unit.operators = {Key<"person">::parse("olaf").value()};
    put_record(strange, unit);
    CHECK_FALSE(warns(strange, named, "T04.process"));
  }
  TEST_CASE("of an action that had to be carried out in several cases some are looked at") {
    auto const state = led_to(NonconformityState::verification);
    auto const inspect = [](std::string const& more) {
      return said("start-effectiveness", R"(,"inspected":[{"action":"CA-1","inspected":"logs")" + more + "}]", "vera");
    };
    CHECK_FALSE(warns(state, inspect(""), "T17.sampled"));
    CHECK(warns(state, inspect(R"(,"population":12)"), "T17.sampled"));
    CHECK(warns(state, inspect(R"(,"population":12,"sampled":0)"), "T17.sampled"));
    auto const some = inspect(R"(,"population":12,"sampled":4)");
    CHECK_FALSE(warns(state, some, "T17.sampled"));
    auto const after = state_after(state, some);
    CHECK(after.find<CorrectiveAction>("CA-1")->population == 12);
    CHECK(after.find<CorrectiveAction>("CA-1")->sampled == 4);
    CHECK(outcome(state, inspect(R"(,"population":12,"sampled":13)")) == "action.count");
    CHECK(outcome(state, inspect(R"(,"population":0)")) == "action.count");
    CHECK(outcome(state, inspect(R"(,"population":12,"sampled":-1)")) == "action.count");
    CHECK(outcome(state, inspect(R"(,"population":2000000,"sampled":1)")) == "action.count");
  }
  TEST_CASE("so many good operations as were agreed take the place of waiting") {
    auto const state = led_to(NonconformityState::verification);
    auto const watched = state_after(
        state, said("start-effectiveness",
                    R"(,"inspected":[{"action":"CA-1","inspected":"logs"}],"operations_wanted":3)", "vera"));
    auto const& review = *watched.find<Nonconformity>("NC-2")->effectiveness;
    CHECK(review.operations_wanted == 3);
    CHECK(review.window_until - review.window_from == 60);
    auto const judge = [](std::string const& more) {
      return said("judge-effectiveness",
                  R"(,"result":"effective","reason":"measured","isms_changes_done":"none, because of the procedure",)"
                  R"("actions":[{"action":"CA-1","effective":true,"measured":"12 of 12"}])" +
                      more,
                  "vera", "2026-01-20T09:00:00Z");
    };
    CHECK(warns(watched, judge(""), "T19.window"));
    CHECK(warns(watched, judge(R"(,"operations_seen":2)"), "T19.window"));
    CHECK_FALSE(warns(watched, judge(R"(,"operations_seen":3)"), "T19.window"));
    CHECK(outcome(watched, judge(R"(,"operations_seen":-1)")) == "action.count");
    CHECK(outcome(state, said("start-effectiveness", R"(,"operations_wanted":0)", "vera")).find("action.count") !=
          std::string::npos);
  }
  TEST_CASE("a number of operations that is none takes the place of no waiting") {
    auto situation = ready_for(step("T19"), NonconformityState::effectiveness);
    auto& review = *situation.after.effectiveness;
    review.window_until = situation.today.plus_days(30);
    auto const warned = [&] {
      return names(take_step(step("T19"), situation, Instant::at(situation.today, 600)).warnings, "T19.window");
    };
    for (int const wanted : {0, -5}) {
      review.operations_wanted = wanted;
      CHECK(warned());
    }
    review.operations_wanted = review.operations_seen = 3;
    CHECK_FALSE(warned());
  }
  TEST_CASE("actions are found by their nonconformity, and by no other, wherever they are moved") {
    State state;
    auto const put = [&](char const* key, char const* about) {
      CorrectiveAction action;
      action.key = Key<"action">::parse(key).value();
      action.nonconformity = Key<"nonconformity">::parse(about).value();
      put_record(state, action);
    };
    auto const found = [](State const& in, char const* about) {
      std::string keys;
      for (auto const* each : in.actions_of(Key<"nonconformity">::parse(about).value())) keys += each->key.text() + ' ';
      return keys;
    };
    for (auto const* key : {"CA-10", "CA-2", "CA-1"}) put(key, "NC-1");
    put("CA-3", "NC-10");
    put("CA-4", "NC-2");
    CHECK(found(state, "NC-1") == "CA-1 CA-2 CA-10 ");
    CHECK(found(state, "NC-10") == "CA-3 ");
    CHECK(found(state, "NC-3").empty());
    State const before = state;
    put("CA-2", "NC-10");
    CHECK(found(state, "NC-1") == "CA-1 CA-10 ");
    CHECK(found(state, "NC-10") == "CA-2 CA-3 ");
    CHECK(found(before, "NC-1") == "CA-1 CA-2 CA-10 ");
    put("CA-2", "NC-1");
    CHECK(found(state, "NC-1") == "CA-1 CA-2 CA-10 ");
    CHECK(found(read_state(write_state(state)).value(), "NC-1") == "CA-1 CA-2 CA-10 ");
  }
  TEST_CASE("steps say apart what they must be brought and what they should") {
    auto const world = lifecycle_world();
    auto const& record = *world.find<Nonconformity>("NC-2");
    for (auto const& option : possible_steps(world, record, "olaf", Date::parse("2026-01-06").value())) {
      CHECK(option.allowed == (option.refusing == 0));
      CHECK(option.musts <= option.needs.size());
      if (option.step->id == "T04") {
        CHECK(option.musts == 0);
        REQUIRE(option.needs.size() == 1);
        CHECK(option.needs.front().where == "/correction_owner");
      }
      if (option.step->id == "T05") CHECK(option.musts >= 1);
    }
    auto const written =
        write_steps(record, possible_steps(world, record, "olaf", Date::parse("2026-01-06").value())).as_array();
    for (auto const& each : written)
      for (auto const& need : each.at("needs").as_array()) CHECK(need.at("must").is_bool());
  }
  TEST_CASE("the organisation decides how long who left a unit keeps away from auditing it") {
    auto const configure = [](std::string const& more) {
      return example_command(R"({"command":"duty.configure","effect":"warn","reason":"a small firm")" + more + '}',
                             "tom", tuesday);
    };
    auto const world = lifecycle_world();
    CHECK(independence_of(world).cooling_off_months == 24);
    auto const shorter = state_after(world, configure(R"(,"duty":"S02","cooling_off_months":6)"));
    CHECK(independence_of(shorter).cooling_off_months == 6);
    CHECK(outcome(world, configure(R"(,"duty":"S02","cooling_off_months":-1)")) == "duty.months");
    CHECK(outcome(world, configure(R"(,"duty":"S02","cooling_off_months":121)")) == "duty.months");
    CHECK(outcome(world, configure(R"(,"duty":"S11","cooling_off_months":6)")) == "duty.cooling-off");
    auto const records = example_organization().state;
    auto const months = [](State const& state) {
      return plan_request(state, "A-2026-1").value().parameters.cooling_off_months;
    };
    CHECK(months(records) == 24);
    auto const set = example_command(R"({"command":"duty.configure","duty":"S02","effect":"warn",)"
                                     R"("cooling_off_months":6,"reason":"few auditors"})",
                                     "P-CEO", "2026-02-01T09:00:00Z");
    CHECK(months(state_after(records, set)) == 6);
  }
}
