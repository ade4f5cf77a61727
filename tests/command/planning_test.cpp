#include <annexa/command/planning.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/audit/plan_check.hpp>
#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

State const& organization() {
  static State const state = example_organization().state;
  return state;
}

Context as(char const* actor) {
  auto context = example_context();
  context.actor = actor;
  context.now = std::max(context.now, organization().latest);
  return context;
}

Command read(std::string const& text) { return read_command(parse_json(text).value()).value(); }

PlanProposal plan_of(State const& state, char const* audit, PlanOptions const& options = {}) {
  auto const request = plan_request(state, audit, options);
  REQUIRE_MESSAGE(request.has_value(), request.error().text());
  auto plan = propose_plan(*request);
  REQUIRE_MESSAGE(plan.has_value(), plan.error().text());
  if (!plan->sessions.empty())
    for (auto const& broken : check_plan(*request, plan->team, plan->sessions, plan->unplaced))
      FAIL_CHECK(broken.told().message);
  return *plan;
}

std::set<std::string> units_of(std::vector<Key<"unit">> const& units) {
  std::set<std::string> found;
  for (auto const& unit : units) found.insert(unit.text());
  return found;
}

}  // namespace

TEST_SUITE("command/planning") {
  TEST_CASE("a programme over the example has every unit in scope, every requirement and every control that applies") {
    auto const request = programme_request(organization(), *Date::parse("2026-01-01"));
    CHECK(request.units.size() == 14);
    CHECK(std::ranges::count_if(request.criteria, [](DueCriterion const& due) { return due.criterion.is_clause(); }) ==
          30);
    CHECK(std::ranges::count_if(request.criteria, [](DueCriterion const& due) { return due.criterion.is_control(); }) ==
          88);
    CHECK(std::ranges::any_of(request.units,
                              [](AuditableUnit const& unit) { return unit.risk_level && !unit.risk_band.empty(); }));
    auto const proposal = propose_programme(request).value();
    for (auto const& each : proposal.uncovered) FAIL_CHECK(each.because);
    std::set<std::string> units;
    for (auto const& entry : proposal.programme.entries)
      for (auto const& unit : entry.units) units.insert(unit.text());
    CHECK(units.size() == 14);
    for (auto const& row : proposal.criteria) {
      CAPTURE(row.criterion.text());
      if (row.due_on <= proposal.programme.until) CHECK_FALSE(row.audits.empty());
    }
  }
  TEST_CASE("adopting a programme is one command, and its audits can be planned from it") {
    auto const proposal = propose_programme(programme_request(organization(), *Date::parse("2027-01-01"))).value();
    auto const adopted = decide(organization(), programme_command(proposal), as("P-PRG"));
    REQUIRE_MESSAGE(adopted.has_value(), adopted.error().text());
    auto const* programme = adopted->state.find<Programme>("PRG-2027");
    REQUIRE(programme);
    CHECK(*programme == proposal.programme);
    for (auto const& entry : programme->entries) {
      CAPTURE(entry.audit);
      auto const plan = plan_of(adopted->state, entry.audit.c_str());
      CHECK_FALSE(plan.conflict.value_or("").size() > 0);
      auto const command = plan_command(adopted->state, plan);
      REQUIRE_MESSAGE(command.has_value(), command.error().text());
      auto const planned = decide(adopted->state, *command, as("P-PRG"));
      REQUIRE_MESSAGE(planned.has_value(), planned.error().text());
      CHECK(planned->warnings.empty());
      auto const* audit = planned->state.find<Audit>(entry.audit);
      REQUIRE(audit);
      CHECK(audit->title == entry.title);
      CHECK(units_of(audit->units) == units_of(entry.units));
      CHECK(audit->criteria == entry.criteria);
      CHECK(audit->programme == programme->key);
      CHECK_FALSE(audit->objectives.empty());
      CHECK_FALSE(audit->scope.empty());
      CHECK_FALSE(audit->independence.empty());
      CHECK_FALSE(audit->distribution.empty());
      CHECK_FALSE(audit->client.empty());
    }
  }
  TEST_CASE("sessions of another audit are times at which its people are taken") {
    auto const first = plan_of(organization(), "A-2026-1");
    auto const command = plan_command(organization(), first);
    REQUIRE_MESSAGE(command.has_value(), command.error().text());
    auto const state = decide(organization(), *command, as("P-PRG")).value().state;
    PlanOptions options;
    options.from = first.sessions.front().start.date();
    options.until = options.from->plus_days(30);
    auto const request = plan_request(state, "A-2026-2", options).value();
    CHECK(request.bookings.size() >= first.sessions.size());
    static_cast<void>(plan_of(state, "A-2026-2", options));  // checked against these bookings
  }
  TEST_CASE("a team on record binds, says so where it cannot, and gives way to one that is chosen") {
    auto const first = plan_of(organization(), "A-2026-1");
    auto const state = decide(organization(), plan_command(organization(), first).value(), as("P-PRG")).value().state;
    auto const lead = first.team.front().person;
    auto const away = decide(state,
                             Command(command::RecordAbsence{lead, first.sessions.front().start.date().plus_days(-30),
                                                            first.sessions.back().end.date().plus_days(30), ""}),
                             as("P-PRG"))
                          .value()
                          .state;
    CHECK(plan_request(away, "A-2026-1", {}).value().team == first.team);
    PlanOptions named;
    named.team = {first.team.front()};
    auto const stuck = propose_plan(plan_request(away, "A-2026-1", named).value()).value();
    REQUIRE(stuck.conflict);
    CHECK(stuck.conflict->find("The team is set: " + lead.text()) != std::string::npos);
    PlanOptions chosen;
    chosen.choose_team = true;
    auto const plan = plan_of(away, "A-2026-1", chosen);
    CHECK_FALSE(plan.conflict);
    for (auto const& member : plan.team) CHECK(member.person != lead);
    chosen.team = named.team;
    CHECK(plan_request(away, "A-2026-1", chosen).error().names("plan.team"));
  }
  TEST_CASE("a plan that is not complete is no command, and says why") {
    PlanOptions options;
    options.from = options.until = *Date::parse("2026-03-01");  // a Sunday
    auto const plan = plan_of(organization(), "A-2026-1", options);
    REQUIRE(plan.conflict);
    auto const refused = plan_command(organization(), plan);
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("plan.conflict"));
  }
  TEST_CASE("a plan at the other end of the world is planned and recorded by its own days") {
    auto const auckland = [](std::string_view name, Date, Date) -> result<TimeZone> {
      CHECK(name == "Pacific/Auckland");
      return TimeZone{std::string(name),
                      "2026x",
                      {{*Instant::parse("2025-09-27T14:00:00Z"), 780, true, "NZDT"},
                       {*Instant::parse("2026-04-04T14:00:00Z"), 720, false, "NZST"}}};
    };
    PlanOptions options;
    options.parameters.hours.zone = "Pacific/Auckland";
    options.from = *Date::parse("2026-03-30");
    options.until = *Date::parse("2026-04-30");
    auto const request = plan_request(organization(), "A-2026-1", options, auckland);
    REQUIRE(request.has_value());
    auto const plan = propose_plan(*request);
    REQUIRE(plan.has_value());
    CHECK(check_plan(*request, plan->team, plan->sessions, plan->unplaced).empty());
    CHECK(to_string(plan->sessions.front().start) == "2026-03-29T20:00:00Z");  // Monday, and Sunday in UTC
    auto const command = plan_command(organization(), *plan);
    REQUIRE_MESSAGE(command.has_value(), command.error().text());
    auto const recorded = decide(organization(), *command, as("P-PRG"));
    REQUIRE_MESSAGE(recorded.has_value(), recorded.error().text());
    for (auto const& warning : recorded->warnings) FAIL_CHECK(warning.message);
    CHECK(recorded->state.find<Audit>("A-2026-1")->from == *Date::parse("2026-03-30"));
  }
  TEST_CASE("units far apart are audited in one plan, each by its own clocks, and it goes on record") {
    ZoneReader const reader = [](std::string_view name, Date, Date) -> result<TimeZone> {
      auto const begin = *Instant::parse("2026-01-01T00:00:00Z");
      if (name == "Europe/Dublin") return TimeZone{std::string(name), "2026x", {{begin, 0, false, "GMT"}}};
      if (name == "Pacific/Auckland") return TimeZone{std::string(name), "2026x", {{begin, 780, true, "NZDT"}}};
      return Error(zone_rules::unknown, "", {{"found", std::string(name)}, {"hint", ""}});
    };
    auto request = plan_request(organization(), "A-2026-1", {}, reader);
    REQUIRE_MESSAGE(request.has_value(), request.error().text());
    REQUIRE_FALSE(request->units.empty());
    auto const unit = request->units[0].key.text();
    auto const moved =
        decide(organization(), read(R"({"command":"unit.change","unit":")" + unit + R"(","zone":"Pacific/Auckland"})"),
               as("P-PRG"));
    REQUIRE_MESSAGE(moved.has_value(), moved.error().text());
    request = plan_request(moved->state, "A-2026-1", {}, reader);
    REQUIRE_MESSAGE(request.has_value(), request.error().text());
    CHECK(request->parameters.hours.zone == (request->units.size() > 1 ? "Europe/Dublin" : "Pacific/Auckland"));
    auto const plan = propose_plan(*request);
    REQUIRE_MESSAGE(plan.has_value(), plan.error().text());
    CHECK_FALSE(plan->conflict);
    CHECK(std::ranges::any_of(plan->sessions, [](Session const& each) { return each.zone == "Pacific/Auckland"; }));
    auto const command = plan_command(moved->state, *plan);
    REQUIRE_MESSAGE(command.has_value(), command.error().text());
    auto const recorded = decide(moved->state, *command, as("P-PRG"));
    REQUIRE_MESSAGE(recorded.has_value(), recorded.error().text());
    for (auto const& warning : recorded->warnings) FAIL_CHECK(warning.message);
  }
  TEST_CASE("the organisation's zone is taken where none is named, and an unknown one is refused with its place") {
    std::string asked;
    ZoneReader const reader = [&](std::string_view name, Date, Date) -> result<TimeZone> {
      asked = name;
      return Error(zone_rules::unknown, "", {{"found", asked}, {"hint", ""}});
    };
    auto const refused = plan_request(organization(), "A-2026-1", {}, reader);
    CHECK(asked == "Europe/Dublin");
    REQUIRE(refused.has_error());
    CHECK(refused.error().violations()[0].where == "/parameters/hours/zone");
  }
  TEST_CASE("a session's sequence counts what calendars have to be told, and is nobody's to say") {
    auto const plan = plan_of(organization(), "A-2026-1");
    auto command = plan_command(organization(), plan).value();
    auto body = command.body<command::PlanAudit>();
    body.sessions[1].sequence = 7;
    body.sessions[1].sent = Invitation{};
    auto state = decide(organization(), Command(body), as("P-PRG")).value().state;
    auto const key = body.sessions[1].key;
    CHECK_FALSE(state.find(key)->sequence);
    CHECK_FALSE(state.find(key)->sent);
    body.sessions[1].why = {"Another reason."};
    state = decide(state, Command(body), as("P-PRG")).value().state;
    CHECK_FALSE(state.find(key)->sequence);
    body.sessions[1].place = "Elsewhere";
    state = decide(state, Command(body), as("P-PRG")).value().state;
    CHECK(state.find(key)->sequence == 1);
    state = decide(state, Command(body), as("P-PRG")).value().state;
    CHECK(state.find(key)->sequence == 1);
  }
  TEST_CASE("an audit that nobody knows or that is under way has no request") {
    CHECK(plan_request(organization(), "A-1999-1").error().names("reference.unknown"));
    CHECK(plan_request(organization(), "").error().names("reference.unknown"));
    auto const year = example_year();
    CHECK(plan_request(year.state, "A-2026-1").error().names("record.state"));
  }
  TEST_CASE("the command that plans an audit refuses what the checker refuses, under the same names") {
    auto const refused =
        decide(organization(), read(R"({"command":"audit.plan","audit":"A-2026-9","kind":"internal","title":"Records",
        "criteria":["7.5.3"],"units":["U-REG"],"from":"2026-05-18","until":"2026-05-18",
        "team":[{"person":"P-AUD3","role":"lead"},{"person":"P-AUD3","role":"auditor"}],
        "sessions":[{"key":"A-2026-9/S-01","audit":"A-2026-9","kind":"audit","start":"2026-05-19T09:00:00Z",
          "end":"2026-05-19T08:00:00Z","zone":"Etc/UTC","unit":"U-REG","place":"","lead":"P-AUD3","team":["P-AUD1"],"criteria":["7.5.3"]}]})"),
               as("P-PRG"));
    REQUIRE(refused.has_error());
    for (auto const* rule : {"S01", "audit.team-twice", "audit.session-time", "audit.session-team"})
      CHECK(refused.error().names(rule));
  }
  TEST_CASE("somebody in two places is refused unless a reason is recorded") {
    auto const text = [](char const* more) {
      return std::string(
                 R"({"command":"audit.plan","audit":"A-2026-9","kind":"internal","title":"Records","criteria":["7.5.3"],"units":["U-REG"],
        "from":"2026-05-18","until":"2026-05-18","team":[{"person":"P-AUD1","role":"lead"}],
        "sessions":[{"key":"A-2026-9/S-01","audit":"A-2026-9","kind":"opening","start":"2026-05-18T09:00:00Z","end":"2026-05-18T10:00:00Z",
          "zone":"Etc/UTC","lead":"P-AUD1"},
         {"key":"A-2026-9/S-02","audit":"A-2026-9","kind":"closing","start":"2026-05-18T09:30:00Z","end":"2026-05-18T10:00:00Z",
          "zone":"Etc/UTC","lead":"P-AUD1"}])") +
             more + '}';
    };
    auto const refused = decide(organization(), read(text("")), as("P-PRG"));
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("audit.double-booking"));
    auto const let =
        decide(organization(),
               read(text(R"(,"override":{"rules":["audit.double-booking"],"reason":"One meeting for two audits."})")),
               as("P-PRG"));
    REQUIRE_MESSAGE(let.has_value(), let.error().text());
    CHECK(
        std::ranges::any_of(let->warnings, [](Violation const& each) { return each.rule == "audit.double-booking"; }));
  }
  TEST_CASE("a plan is answered in the form that outside programs read") {
    auto const plan = plan_of(organization(), "A-2026-1");
    auto const answer = plan_answer(plan);
    auto const& object = answer.as_object();
    for (auto const* member : {"audit", "sessions", "unplaced", "conflict", "levels", "reproducible"})
      CHECK(object.contains(member));
    CHECK(object.at("conflict").is_null());
    CHECK(object.at("reproducible").as_bool());
    REQUIRE(object.at("sessions").as_array().size() == plan.sessions.size());
    for (auto const& line : object.at("sessions").as_array())
      for (auto const* member :
           {"id", "start", "end", "zone", "unit", "place", "method", "lead", "team", "auditee", "criteria", "why"}) {
        CAPTURE(member);
        CHECK(line.as_object().contains(member));
      }
  }
  TEST_CASE("the same state gives the same bytes") {
    auto const once = canonical_json(plan_answer(plan_of(organization(), "A-2026-1"))).value();
    CHECK(once == canonical_json(plan_answer(plan_of(organization(), "A-2026-1"))).value());
  }
}
