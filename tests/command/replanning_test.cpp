#include <annexa/command/replanning.hpp>
#include <annexa/command/status.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/audit/plan_check.hpp>
#include <annexa/audit/propose_plan.hpp>
#include <annexa/base/json.hpp>
#include <annexa/exchange/calendar.hpp>
#include <boost/json.hpp>

#include <algorithm>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* the_audit = "A-2026-1";

result<TimeZone> always_utc(std::string_view name, Date from, Date) {
  return TimeZone{std::string(name), "2026x", {{Instant::at(from, 0), 0, false, "UTC"}}};
}

Context by_manager(State const& state) {
  auto context = example_context();
  context.actor = "P-PRG";
  context.now = std::max(context.now, state.latest);
  return context;
}

State carried_out(State const& state, std::vector<Command> const& commands) {
  auto afterwards = state;
  for (auto const& command : commands) {
    auto decided = decide(afterwards, command, by_manager(afterwards));
    REQUIRE_MESSAGE(decided.has_value(), decided.error().text());
    afterwards = decided->state;
  }
  return afterwards;
}

// The example organisation with the plan of one audit on record.
State const& with_a_plan() {
  static State const state = [] {
    auto const before = example_organization().state;
    auto const plan = propose_plan(plan_request(before, the_audit).value()).value();
    return carried_out(before, {plan_command(before, plan).value()});
  }();
  return state;
}

State sent_plan() {
  return carried_out(with_a_plan(),
                     {read_command(parse_json(R"({"command":"audit.send-plan","audit":"A-2026-1"})").value()).value()});
}

result<PlanProposal> replanned(State const& state, ReplanOptions const& options = {}) {
  auto const request = replan_request(state, the_audit, options, always_utc);
  if (!request) return request.error();
  auto const plan = propose_plan(*request);
  REQUIRE(plan.has_value());
  for (auto const& broken : check_plan(*request, plan->team, plan->sessions, plan->unplaced))
    if (broken.effect == DutyEffect::deny) FAIL_CHECK(broken.told().message);
  return plan;
}

Session const& a_visit(State const& state) {
  static Session found;
  for (auto const* session : plan_of(state, *Key<"audit">::parse(the_audit)))
    if (session->unit) {
      found = *session;
      break;
    }
  return found;
}

ReplanOptions away_for(Session const& session) {
  ReplanOptions options;
  options.unavailable = {{session.lead, local_day(session), local_day(session)}};
  return options;
}

std::vector<std::string> places_of(Error const& error) {
  std::vector<std::string> places;
  for (auto const& each : error.violations()) places.push_back(each.where);
  return places;
}

}  // namespace

TEST_SUITE("command/replanning") {
  TEST_CASE("nothing happened: nothing changes, and there is no command") {
    auto const plan = replanned(with_a_plan()).value();
    CHECK(plan.changes.empty());
    CHECK_FALSE(plan.conflict);
    CHECK(replan_commands(with_a_plan(), plan, {}).value().empty());
    auto const answer = plan_answer(plan).as_object();
    CHECK(answer.at("levels").as_array().size() == 5);
    CHECK(answer.at("changed").as_int64() == 0);
  }
  TEST_CASE("an absence that hits a plan on record is in the status until the audit is planned anew") {
    auto const& visit = a_visit(with_a_plan());
    auto const at = *Instant::parse("2026-01-20T09:00:00Z");
    auto const blocked = [&](State const& state, Instant when) {
      std::vector<StatusItem> found;
      for (auto const& item : status(state, when).items)
        if (item.kind == StatusKind::blocked && item.what == "replan") found.push_back(item);
      return found;
    };
    CHECK(blocked(with_a_plan(), at).empty());
    command::RecordAbsence const absence{visit.lead, local_day(visit), local_day(visit), "course"};
    auto const hit = carried_out(with_a_plan(), {Command(absence)});
    auto const found = blocked(hit, at);
    REQUIRE(found.size() == 1);
    CHECK(found[0].key == the_audit);
    CHECK(found[0].due == local_day(visit));
    CHECK(blocked(hit, visit.end.plus_minutes(3 * 1440)).empty());
    auto const commands = replan_commands(hit, replanned(hit).value(), {}).value();
    CHECK(blocked(carried_out(hit, commands), at).empty());
  }
  TEST_CASE("an absence that is on record is not recorded again") {
    auto const& visit = a_visit(with_a_plan());
    auto const options = away_for(visit);
    auto const hit = carried_out(
        with_a_plan(),
        {Command(command::RecordAbsence{visit.lead, local_day(visit), local_day(visit).plus_days(2), "course"})});
    auto const commands = replan_commands(hit, replanned(hit, options).value(), options).value();
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].kind().name == "audit.plan");
  }
  TEST_CASE("a change says what keeps whom from a session") {
    auto const& visit = a_visit(with_a_plan());
    auto const because = [&](ReplanOptions const& options) {
      auto const plan = replanned(with_a_plan(), options).value();
      for (auto const& change : plan.changes)
        if (change.session == visit.key) return change.because;
      return std::string();
    };
    CHECK(because(away_for(visit)) == "Away that day: " + visit.lead.text() + '.');
    ReplanOptions conflict;
    conflict.conflicts = {{visit.lead, *visit.unit}};
    CHECK(because(conflict) == "No longer independent of it: " + visit.lead.text() + '.');
  }
  TEST_CASE("somebody is ill: what it changes goes on record with the absence, and a second look changes nothing") {
    auto const& state = with_a_plan();
    auto const options = away_for(a_visit(state));
    auto const plan = replanned(state, options).value();
    REQUIRE_FALSE(plan.conflict);
    CHECK(plan.changed > 0);
    CHECK(plan.changed == plan.unavoidable);
    auto const commands = replan_commands(state, plan, options).value();
    REQUIRE(commands.size() == 2);
    CHECK(commands[0].kind().name == "person.record-absence");
    CHECK(commands[1].kind().name == "audit.plan");
    auto const afterwards = carried_out(state, commands);
    CHECK(replanned(afterwards).value().changes.empty());
    CHECK(afterwards.find<Audit>(the_audit)->templates == state.find<Audit>(the_audit)->templates);
  }
  TEST_CASE("what was sent is told of the change: the same UID, a higher sequence, and who is replaced hears of it") {
    auto const state = sent_plan();
    auto const visit = a_visit(state);
    auto options = away_for(visit);
    auto const stuck = replanned(state, options).value();
    REQUIRE(stuck.conflict);
    CHECK(replan_commands(state, stuck, options).error().names("plan.conflict"));
    options.move = {"all"};
    auto const plan = replanned(state, options).value();
    REQUIRE_FALSE(plan.conflict);
    auto const commands = replan_commands(state, plan, options).value();
    CHECK(commands.back().body<command::PlanAudit>().change_reason.value_or("").find(visit.lead.text()) !=
          std::string::npos);
    auto const afterwards = carried_out(state, commands);
    CHECK(afterwards.find(visit.key)->sequence.value_or(0) == visit.sequence.value_or(0) + 1);
    CalendarOptions calendar;
    calendar.stamp = state.latest;
    calendar.organizer = "audit@acme.example";
    calendar.zones = always_utc;
    auto const cancelled = write_cancellations(state, plan.audit, plan.sessions, calendar);
    REQUIRE(cancelled.has_value());
    CHECK(cancelled->find("METHOD:CANCEL") != std::string::npos);
    for (auto const& session : plan.sessions) {
      auto const* before = state.find(session.key);
      if (before && !concerns_calendars(*before, session))
        CHECK(afterwards.find(session.key)->sequence == before->sequence);
    }
  }
  TEST_CASE("a conflict of interest goes on record, and so do units that come and go") {
    auto const& state = with_a_plan();
    auto const visit = a_visit(state);
    ReplanOptions options;
    options.conflicts = {{visit.lead, *visit.unit}};
    auto plan = replanned(state, options).value();
    REQUIRE_FALSE(plan.conflict);
    auto afterwards = carried_out(state, replan_commands(state, plan, options).value());
    CHECK(afterwards.find(visit.key)->lead != visit.lead);
    CHECK(std::ranges::any_of(afterwards.find(visit.lead)->conflicts,
                              [&](DeclaredConflict const& each) { return each.unit == *visit.unit; }));
    options = {};
    options.drop = {visit.unit->text()};
    state.for_each<Unit>([&](Unit const& unit) {
      auto const& units = state.find<Audit>(the_audit)->units;
      if (options.add.empty() && !unit.out_of_scope && std::ranges::find(units, unit.key) == units.end())
        options.add = {unit.key};
    });
    REQUIRE(options.add.size() == 1);
    options.until = state.find<Audit>(the_audit)->until.plus_days(14);
    plan = replanned(state, options).value();
    REQUIRE_FALSE(plan.conflict);
    afterwards = carried_out(state, replan_commands(state, plan, options).value());
    auto const& units = afterwards.find<Audit>(the_audit)->units;
    CHECK(std::ranges::find(units, *visit.unit) == units.end());
    CHECK(std::ranges::find(units, options.add[0]) != units.end());
    CHECK(afterwards.find(visit.key)->cancelled);
  }
  TEST_CASE("an approved plan may be planned anew, and has to be approved again") {
    auto state = with_a_plan();
    auto approve = read_command(parse_json(R"({"command":"audit.approve-plan","audit":"A-2026-1"})").value()).value();
    state = carried_out(state, {approve});
    REQUIRE(state.find<Audit>(the_audit)->state == AuditState::approved);
    auto const options = away_for(a_visit(state));
    auto const plan = replanned(state, options).value();
    REQUIRE_FALSE(plan.conflict);
    auto const afterwards = carried_out(state, replan_commands(state, plan, options).value());
    CHECK(afterwards.find<Audit>(the_audit)->state == AuditState::planned);
    CHECK(afterwards.find<Audit>(the_audit)->plan_events.back().kind == PlanEventKind::changed);
  }
  TEST_CASE("what is wrong is told all at once, each with its place") {
    auto const& state = with_a_plan();
    auto const person = a_visit(state).lead;
    ReplanOptions options;
    options.unavailable = {{*Key<"person">::parse("P-NOBODY"), *Date::parse("2026-03-02"), *Date::parse("2026-03-03")},
                           {person, *Date::parse("2026-03-05"), *Date::parse("2026-03-03")},
                           {person, *Date::parse("1899-01-01"), *Date::parse("1899-01-02")},
                           {person, *Date::parse("9999-01-01"), *Date::parse("9999-12-31")}};
    options.conflicts = {{person, *Key<"unit">::parse("U-NONE")}};
    options.add = {*Key<"unit">::parse("U-NONE"), state.find<Audit>(the_audit)->units[0]};
    options.drop = {"A-2026-1/S-99"};
    options.move = {"S-1"};
    auto const refused = replan_request(state, the_audit, options, always_utc);
    REQUIRE(refused.has_error());
    CHECK(places_of(refused.error()) == std::vector<std::string>{"/drop/0", "/add/0", "/add/1", "/unavailable/0/person",
                                                                 "/unavailable/0", "/unavailable/1/until",
                                                                 "/unavailable/2", "/unavailable/3",
                                                                 "/conflicts/0/unit", "/move/0"});
    options = {};
    options.from = *Date::parse("2026-04-01");
    options.until = *Date::parse("2026-03-01");
    CHECK(replan_request(state, the_audit, options, always_utc).error().names("replan.reversed"));
    options.from = *Date::parse("1899-01-01");
    options.until.reset();
    CHECK(propose_plan(replan_request(state, the_audit, options, always_utc).value()).error().names("plan.window"));
  }
  TEST_CASE("audits without a plan, and those that are open, over or cancelled, are not planned anew") {
    CHECK(replan_request(example_organization().state, the_audit, {}, always_utc).has_error());
    CHECK(replan_request(with_a_plan(), "A-1999-1", {}, always_utc).error().names("reference.unknown"));
    auto const year = example_year();
    CHECK(replan_request(year.state, the_audit, {}, always_utc).error().names("record.state"));
    auto const cancelled = carried_out(
        with_a_plan(),
        {read_command(parse_json(R"({"command":"audit.cancel","audit":"A-2026-1","reason":"No more."})").value())
             .value()});
    CHECK(replan_request(cancelled, the_audit, {}, always_utc).error().names("record.state"));
  }
}
