#include <annexa/audit/propose_plan.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/audit/plan_check.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "audit/plan_examples.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::string told(std::vector<PlanViolation> const& violations) {
  std::string text;
  for (auto const& each : violations) text += each.where + " [" + each.told().rule + "] " + each.told().message + '\n';
  return text;
}

std::string broken_rules(PlanRequest const& request, PlanProposal const& plan) {
  return told(check_plan(request, plan.team, plan.sessions, plan.unplaced));
}

bool says(std::string const& text, char const* part) { return text.find(part) != std::string::npos; }

PlanProposal plan_of(PlanRequest const& request) {
  auto plan = propose_plan(request);
  REQUIRE_MESSAGE(plan.has_value(), plan.error().text());
  return *plan;
}

Session const& session_in(PlanProposal const& plan, char const* unit) {
  auto const found =
      std::ranges::find_if(plan.sessions, [&](Session const& s) { return s.unit && s.unit->text() == unit; });
  REQUIRE(found != plan.sessions.end());
  return *found;
}

}  // namespace

TEST_SUITE("audit/propose_plan") {
  TEST_CASE("an audit opens, visits every unit, and closes, with its lead in both meetings") {
    auto const request = small_request();
    auto const plan = plan_of(request);
    CHECK_FALSE(plan.conflict);
    CHECK(plan.unplaced.empty());
    CHECK(broken_rules(request, plan) == "");
    REQUIRE(plan.sessions.size() >= 6);
    CHECK(plan.sessions.front().kind == SessionKind::opening);
    CHECK(plan.sessions.back().kind == SessionKind::closing);
    CHECK(plan.sessions.front().lead == "LEAD");
    CHECK(plan.sessions.back().lead == "LEAD");
    CHECK(plan.sessions.front().key.text() == "A-2026-1/S-01");
    CHECK(to_string(plan.sessions.front().start) == "2026-03-02T09:00:00Z");
    CHECK(plan.team.front() == TeamMember{key<"person">("LEAD"), TeamRole::lead});
  }
  TEST_CASE("who owns a unit does not audit it, and the session says who was left out and by which rule") {
    auto const plan = plan_of(small_request());
    auto const& session = session_in(plan, "U-3");
    CHECK(session.lead == "LEAD");
    CHECK(session.team.empty());
    CHECK(std::ranges::any_of(session.why,
                              [](auto const& why) { return says(why, "AUD owns unit:U-3") && says(why, "(S01)"); }));
    REQUIRE(plan.excluded.size() == 1);
    CHECK(plan.excluded[0].person == "AUD");
    CHECK(plan.excluded[0].rule == "S01");
  }
  TEST_CASE("somebody who knows what a unit needs is brought into the team for it") {
    auto const plan = plan_of(small_request());
    auto const& session = session_in(plan, "U-2");
    CHECK((session.lead == "AUD" || std::ranges::find(session.team, key<"person">("AUD")) != session.team.end()));
  }
  TEST_CASE("what takes longer than three hours is split, and its time is kept") {
    auto const plan = plan_of(small_request());
    std::int64_t sum = 0;
    int parts = 0;
    for (auto const& session : plan.sessions)
      if (session.unit && *session.unit == "U-1") {
        auto const minutes = (session.end.micros() - session.start.micros()) / 60'000'000;
        CHECK(minutes <= 180);
        sum += minutes;
        ++parts;
      }
    CHECK(sum == 300);
    CHECK(parts == 2);
  }
  TEST_CASE("requirements that no unit carries get a session of their own, led by nobody who manages the ISMS") {
    auto request = small_request();
    request.roles.push_back(grant("MGR", Role::lead_auditor));
    auto const plan = plan_of(request);
    auto const found =
        std::ranges::find_if(plan.sessions, [](Session const& s) { return s.kind == SessionKind::audit && !s.unit; });
    REQUIRE(found != plan.sessions.end());
    CHECK(found->criteria == std::vector{criterion("4.1")});
    CHECK(found->lead != key<"person">("MGR"));
    CHECK(found->auditee == key<"person">("MGR"));
    CHECK(broken_rules(request, plan) == "");
  }
  TEST_CASE("where the audit lasts longer than a day the team meets at the end of each") {
    auto request = small_request();
    request.units[0].audit_minutes = 900;
    request.parameters.largest_team = 2;
    auto const plan = plan_of(request);
    CHECK_FALSE(plan.conflict);
    CHECK(std::ranges::count(plan.sessions, SessionKind::team, &Session::kind) >= 2);
    CHECK(broken_rules(request, plan) == "");
  }
  TEST_CASE("a one-person firm is told that nobody audits own work and that an auditor from outside is the answer") {
    auto request = small_request();
    request.people = {person("ONE", {"iso27001", "cryptography"})};
    request.roles = {grant("ONE", Role::lead_auditor), grant("ONE", Role::isms_manager)};
    for (auto& each : request.units) each.owner = key<"person">("ONE");
    auto const plan = plan_of(request);
    REQUIRE(plan.conflict);
    CHECK(says(*plan.conflict, "9.2.2 b"));
    CHECK(says(*plan.conflict, "outside"));
    CHECK(plan.unplaced.size() == 4);
  }
  TEST_CASE("when everybody is excluded from a unit, each is named with the rule") {
    auto request = small_request();
    request.units[0].owner = key<"person">("LEAD");
    request.people[1].conflicts = {{key<"unit">("U-1"), day("2026-01-01"), {}}};
    auto const plan = plan_of(request);
    REQUIRE(plan.unplaced.size() == 1);
    CHECK(plan.unplaced[0].unit == key<"unit">("U-1"));
    CHECK(says(plan.unplaced[0].because, "LEAD owns unit:U-1"));
    CHECK(says(plan.unplaced[0].because, "(S01)"));
    CHECK(says(plan.unplaced[0].because, "AUD has declared"));
    CHECK(says(plan.unplaced[0].because, "(S02)"));
    CHECK(broken_rules(request, plan) == "");
  }
  TEST_CASE("who left a unit less than two years ago keeps away from it, unless a waiver is on record") {
    auto request = small_request();
    request.people[0].past_functions = {{key<"unit">("U-3"), "clerk", day("2025-06-30")}};
    CHECK(plan_of(request).unplaced.size() == 1);
    request.waivers = {{key<"waiver">("W-1"),
                        "S02",
                        key<"person">("LEAD"),
                        "two people",
                        "review by top management",
                        {},
                        day("2026-01-01"),
                        day("2026-12-31"),
                        {},
                        {}}};
    CHECK(plan_of(request).unplaced.empty());
    request.waivers.clear();
    request.people[0].past_functions[0].until = day("2024-01-31");
    CHECK(plan_of(request).unplaced.empty());
  }
  TEST_CASE("a competence that nobody has is named") {
    auto request = small_request();
    request.units[1].required_competences = {"quantum"};
    auto const plan = plan_of(request);
    REQUIRE(plan.unplaced.size() == 1);
    CHECK(says(plan.unplaced[0].because, "quantum"));
    CHECK(says(plan.unplaced[0].because, "S07"));
  }
  TEST_CASE("the work of an auditor who is away goes to days when they are there") {
    auto request = small_request();
    request.people[0].absences = {{day("2026-03-02"), day("2026-03-04"), "leave"}};
    auto const plan = plan_of(request);
    CHECK_FALSE(plan.conflict);
    CHECK(to_string(plan.sessions.front().start) == "2026-03-05T09:00:00Z");
  }
  TEST_CASE("an owner who is away all the time is named; a manager who is there answers instead") {
    auto request = small_request();
    request.people[2].absences = {{day("2026-03-01"), day("2026-03-31"), "leave"}};
    auto plan = plan_of(request);
    REQUIRE(plan.unplaced.size() == 1);
    CHECK(says(plan.unplaced[0].because, "OWN-1"));
    request.units[0].managers = {key<"person">("OWN-2")};
    plan = plan_of(request);
    CHECK(plan.unplaced.empty());
    CHECK(session_in(plan, "U-1").auditee == key<"person">("OWN-2"));
  }
  TEST_CASE("a team that is given is kept, and one without a lead is refused in words") {
    auto request = small_request();
    request.team = {{key<"person">("AUD"), TeamRole::auditor}, {key<"person">("LEAD"), TeamRole::lead}};
    auto plan = plan_of(request);
    CHECK_FALSE(plan.conflict);
    CHECK(plan.team.size() == 2);
    CHECK(broken_rules(request, plan) == "");
    request.team.pop_back();
    plan = plan_of(request);
    CHECK(plan.sessions.empty());
    REQUIRE(plan.conflict);
    CHECK(says(*plan.conflict, "lead auditor"));
  }
  TEST_CASE("hours of work and offset decide the times in UTC") {
    auto request = small_request();
    request.parameters.hours = {"Europe/Berlin", 60, {{480, 720}, {780, 1020}}};
    auto const plan = plan_of(request);
    CHECK(to_string(plan.sessions.front().start) == "2026-03-02T07:00:00Z");
    CHECK(plan.sessions.front().zone == "Europe/Berlin");
    CHECK(broken_rules(request, plan) == "");
  }
  TEST_CASE("sessions keep the hours of the place when its clocks are changed") {
    auto request = small_request();
    request.from = day("2026-03-27");
    request.until = day("2026-04-10");
    request.parameters.hours = {
        "Europe/Berlin", 60, {{480, 720}}, {{*Instant::parse("2026-03-29T01:00:00Z"), 120, true, "CEST"}}, "2025b"};
    auto const plan = plan_of(request);
    CHECK(broken_rules(request, plan) == "");
    CHECK(to_string(plan.sessions.front().start) == "2026-03-27T07:00:00Z");
    CHECK(plan.sessions.front().utc_offset == 60);
    REQUIRE(local_day(plan.sessions.back()) > day("2026-03-29"));
    CHECK(plan.sessions.back().utc_offset == 120);
    CHECK(plan.sessions.back().zone_rules == "2025b");
    for (auto const& session : plan.sessions) {
      CHECK(local_minute(request.parameters.hours, session.start) >= 480);
      CHECK(local_minute(request.parameters.hours, session.end) <= 720);
    }
    for (auto const* each : {"2026-03-27", "2026-03-28", "2026-03-29"}) {  // a Sunday on which clocks are changed
      request.from = request.until = day(each);
      request.calendar.weekend.clear();
      CHECK_MESSAGE(broken_rules(request, plan_of(request)) == "", each);
    }
  }
  TEST_CASE("the day of a session is that of its place, wherever UTC is by then") {
    auto request = small_request();
    request.parameters.hours = {"Pacific/Auckland", 780, {{540, 1020}}};
    auto const plan = plan_of(request);
    CHECK(broken_rules(request, plan) == "");
    CHECK(to_string(plan.sessions.front().start) == "2026-03-01T20:00:00Z");
    CHECK(local_day(plan.sessions.front()) == day("2026-03-02"));
  }
  TEST_CASE("a unit is visited in its own hours of work, whatever the clocks of the audit show") {
    auto request = small_request();
    request.parameters.hours = {"Europe/Berlin", 60, {{540, 750}, {810, 1020}}};
    auto const long_ago = Instant::at(day("1601-01-01"), 0);
    request.zones = {{"Asia/Tokyo", "2026x", {{long_ago, 540, false, "JST"}}},
                     {"America/New_York",
                      "2026x",
                      {{long_ago, -300, false, "EST"}, {*Instant::parse("2026-03-08T07:00:00Z"), -240, true, "EDT"}}},
                     {"Pacific/Auckland", "2026x", {{long_ago, 780, true, "NZDT"}}}};
    request.sites = {unit("SITE", "MGR")};
    request.sites[0].zone = "Asia/Tokyo";
    request.units[0].site = request.sites[0].key;
    request.units[1].zone = "America/New_York";
    request.units[2].zone = "Pacific/Auckland";
    auto const plan = plan_of(request);
    CHECK_FALSE(plan.conflict);
    CHECK(broken_rules(request, plan) == "");
    std::map<std::string, int> visits;
    for (auto const& session : plan.sessions) {
      auto const visited =
          session.unit ? std::ranges::find(request.units, *session.unit, &Unit::key) : request.units.end();
      auto const hours = hours_at(request, visited == request.units.end() ? nullptr : &*visited);
      ++visits[session.zone];
      CHECK(session.zone == hours.zone);
      CHECK(session.utc_offset == offset_at(hours, session.start));
      CHECK(local_minute(hours, session.start) >= 540);
      CHECK(local_minute(hours, session.end) <= 1020);
      CHECK(local_day(hours, session.start).weekday() < 6);
    }
    CHECK(visits.size() == 4);
    auto moved = plan.sessions;
    for (auto& session : moved)
      if (session.zone == "Asia/Tokyo")
        session.start = session.start.plus_minutes(480), session.end = session.end.plus_minutes(480);
    CHECK(says(told(check_plan(request, plan.team, moved, plan.unplaced)), "audit.working-hours"));
  }
  TEST_CASE("clocks that nobody read are asked for, and those that are out of order refused") {
    auto request = small_request();
    request.units[1].zone = "Asia/Tokyo";
    auto plan = propose_plan(request);
    REQUIRE(plan.has_error());
    CHECK(plan.error().names("plan.clocks"));
    CHECK(plan.error().violations()[0].where == "/units/1/zone");
    request.zones = {{"Asia/Tokyo", "", {}}, {"Asia/Tokyo", "", clocks(request.from)}};
    std::ranges::reverse(request.zones[1].changes);
    plan = propose_plan(request);
    REQUIRE(plan.has_error());
    CHECK(plan.error().violations().size() == 3);
  }
  TEST_CASE("the one with least to do leads") {
    auto request = small_request();
    request.roles.push_back(grant("OWN-1", Role::lead_auditor));
    request.bookings = {{key<"person">("LEAD"), Instant::at(day("2026-01-12"), 540),
                         Instant::at(day("2026-01-12"), 660), "A-2025-4/S-02"}};
    request.people[2].competences = {"iso27001"};
    CHECK(plan_of(request).team.front().person == "OWN-1");
  }
  TEST_CASE("every proposal keeps every rule, covers every unit or says why not, and is the same again") {
    CHECK(rc::check("random organisations", [] {
      auto const request = drawn_request();
      auto const plan = propose_plan(request);
      RC_ASSERT(plan.has_value());
      auto const broken = broken_rules(request, *plan);
      if (!plan->sessions.empty() && !broken.empty()) RC_FAIL(broken);
      std::set<std::string> seen;
      for (auto const& session : plan->sessions)
        if (session.unit) seen.insert(session.unit->text());
      for (auto const& each : plan->unplaced) {
        RC_ASSERT_FALSE(each.because.empty());
        if (each.unit) RC_ASSERT(seen.insert(each.unit->text()).second);
      }
      RC_ASSERT(seen.size() == request.units.size());
      RC_ASSERT(plan->conflict.has_value() == !plan->unplaced.empty());
      RC_ASSERT(*propose_plan(request) == *plan);
      for (auto const& session : plan->sessions) RC_ASSERT_FALSE(session.why.empty());
    }));
  }
  TEST_CASE("of thousands of units those that fit are planned and the others named") {
    auto request = small_request();
    request.units.clear();
    for (int i = 0; i < 5000; ++i) {
      request.units.push_back(unit("U-" + std::to_string(i), i % 2 == 0 ? "OWN-1" : "OWN-2"));
      request.units.back().criteria = {criterion("7.2")};
    }
    request.until = day("2026-12-31");
    auto const plan = plan_of(request);
    CHECK(plan.sessions.size() > 500);
    CHECK(plan.unplaced.size() > 500);
    CHECK(broken_rules(request, plan) == "");
  }
  TEST_CASE("a week without work, absences that cover everything and windows without a day are explained") {
    auto request = small_request();
    request.calendar.weekend = {1, 2, 3, 4, 5, 6, 7};
    auto plan = plan_of(request);
    REQUIRE(plan.conflict);
    CHECK(says(*plan.conflict, "does not work"));
    request = small_request();
    for (auto& each : request.people) each.absences = {{day("1583-01-01"), day("9999-12-31"), "gone"}};
    REQUIRE(plan_of(request).conflict);
    request = small_request();
    request.roles.clear();
    plan = plan_of(request);
    REQUIRE(plan.conflict);
    CHECK(says(*plan.conflict, "role"));
    request = small_request();
    request.people.clear();
    REQUIRE(plan_of(request).conflict);
    request = small_request();
    request.from = request.until = day("2026-03-01");  // a Sunday
    REQUIRE(plan_of(request).conflict);
  }
  TEST_CASE("dates at the ends of the range are refused or planned, never more") {
    for (auto const* at : {"1583-01-01", "1600-01-03", "9990-12-28", "9999-12-31"}) {
      CAPTURE(at);
      auto request = small_request();
      request.from = request.until = day(at);
      for (auto& each : request.roles) each.from = day("1583-01-01");
      auto const plan = propose_plan(request);
      if (plan)
        CHECK((plan->conflict.has_value() || broken_rules(request, *plan).empty()));
      else
        CHECK(plan.error().names("plan.window"));
    }
  }
}
