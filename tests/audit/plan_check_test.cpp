#include <annexa/audit/plan_check.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <algorithm>
#include <annexa/audit/propose_plan.hpp>
#include <set>

#include "audit/plan_examples.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// A request with a good plan, to be spoilt.
struct Case {
  PlanRequest request;
  PlanProposal plan;

  Case() : request(long_request()), plan(*propose_plan(request)) {}
  static PlanRequest long_request() {
    auto request = small_request();
    request.units[0].audit_minutes = 900;
    request.parameters.largest_team = 2;
    return request;
  }
  Session& of_kind(SessionKind kind) { return *std::ranges::find(plan.sessions, kind, &Session::kind); }
  Session& in(char const* unit) {
    return *std::ranges::find_if(plan.sessions, [&](Session const& s) { return s.unit && s.unit->text() == unit; });
  }
  Session& uncarried() {
    return *std::ranges::find_if(plan.sessions,
                                 [](Session const& s) { return s.kind == SessionKind::audit && !s.unit; });
  }
  void erase(SessionKind kind) {
    std::erase_if(plan.sessions, [&](Session const& s) { return s.kind == kind; });
  }
  std::vector<PlanViolation> check() const { return check_plan(request, plan.team, plan.sessions, plan.unplaced); }
};

struct Mutation {
  char const* rule;
  char const* what;
  void (*spoil)(Case&);
};

void move(Session& session, std::int64_t minutes) {
  session.start = session.start.plus_minutes(minutes);
  session.end = session.end.plus_minutes(minutes);
}

Mutation const mutations[]{
    {"S06", "no lead", [](Case& c) { c.plan.team.front().role = TeamRole::auditor; }},
    {"S06", "two leads", [](Case& c) { c.plan.team.back().role = TeamRole::lead; }},
    {"audit.team-twice", "the same member again", [](Case& c) { c.plan.team.push_back(c.plan.team.back()); }},
    {"audit.role", "a lead without the role", [](Case& c) { c.request.roles.erase(c.request.roles.begin()); }},
    {"audit.role", "an auditor whose role ends", [](Case& c) { c.request.roles[1].until = day("2026-03-05"); }},
    {"audit.session-team", "somebody from outside the team",
     [](Case& c) { c.in("U-1").team.push_back(key<"person">("MGR")); }},
    {"S06", "an expert alone",
     [](Case& c) {
       c.plan.team.back().role = TeamRole::expert;
       c.in("U-2").lead = key<"person">("AUD");
     }},
    {"audit.session-time", "a session after the audit", [](Case& c) { move(c.in("U-1"), 40 * 1440); }},
    {"audit.session-time", "a session that ends first", [](Case& c) { std::swap(c.in("U-1").start, c.in("U-1").end); }},
    {"audit.session-length", "a session of five hours",
     [](Case& c) { c.in("U-1").end = c.in("U-1").start.plus_minutes(300); }},
    {"audit.session-key", "a session of another audit", [](Case& c) { c.in("U-1").audit = key<"audit">("A-9"); }},
    {"audit.session-twice", "two sessions of one key", [](Case& c) { c.in("U-1").key = c.in("U-2").key; }},
    {"S01", "own work", [](Case& c) { c.in("U-3").lead = key<"person">("AUD"); }},
    {"S01", "own work as a manager", [](Case& c) { c.request.units[0].managers.push_back(c.in("U-1").lead); }},
    {"S01", "own work as an operator", [](Case& c) { c.request.units[0].operators.push_back(c.in("U-1").lead); }},
    {"S01", "own work as a designer", [](Case& c) { c.request.units[0].designers.push_back(c.in("U-1").lead); }},
    {"S02", "a declared conflict",
     [](Case& c) {
       c.request.people[0].conflicts = {{key<"unit">("U-3"), day("2026-01-01"), {}}};
     }},
    {"S02", "a function left not long ago",
     [](Case& c) {
       c.request.people[0].past_functions = {{key<"unit">("U-3"), "clerk", day("2025-12-31")}};
     }},
    {"S03", "who manages the ISMS audits its management",
     [](Case& c) {
       c.plan.team.push_back({key<"person">("MGR"), TeamRole::auditor});
       c.uncarried().lead = key<"person">("MGR");
       c.uncarried().auditee.reset();
     }},
    {"S07", "nobody who knows what the unit needs",
     [](Case& c) {
       c.in("U-2").lead = key<"person">("LEAD");
       c.in("U-2").team.clear();
     }},
    {"audit.double-booking", "two sessions at once",
     [](Case& c) {
       auto& other = c.in("U-3");
       other.start = c.of_kind(SessionKind::closing).start;
       other.end = other.start.plus_minutes(30);
     }},
    {"audit.double-booking", "an auditee in two places",
     [](Case& c) {
       c.in("U-2").start = c.in("U-1").start;
       c.in("U-2").end = c.in("U-1").end;
       c.in("U-2").auditee = c.in("U-1").auditee;
     }},
    {"audit.double-booking", "a booking elsewhere",
     [](Case& c) {
       auto const& session = c.in("U-3");
       c.request.bookings.push_back(
           {session.lead, session.start.plus_minutes(30), session.start.plus_minutes(31), "elsewhere"});
     }},
    {"audit.absence", "an auditor on leave",
     [](Case& c) {
       c.request.people[0].absences = {{day("2026-03-03"), day("2026-03-03"), "leave"}};
     }},
    {"audit.absence", "an auditee on leave",
     [](Case& c) {
       c.request.people[2].absences = {{day("2026-03-01"), day("2026-03-31"), "leave"}};
     }},
    {"audit.absence", "an auditor who is retired", [](Case& c) { c.request.people[0].retired_on = day("2026-03-03"); }},
    {"audit.days-per-year", "more days than agreed", [](Case& c) { c.request.people[0].audit_days_per_year = 1; }},
    {"audit.working-day", "a holiday", [](Case& c) { c.request.calendar.holidays = {day("2026-03-02")}; }},
    {"audit.working-day", "a holiday of the unit",
     [](Case& c) {
       c.request.units[0].calendar = WorkingCalendar{{1, 2, 3, 4, 5}, {}};
     }},
    {"audit.working-day", "a unit that is gone", [](Case& c) { c.request.units[0].retired_on = day("2026-01-01"); }},
    {"audit.working-hours", "lunch",
     [](Case& c) {
       c.request.parameters.hours.spans = {{540, 545}};
     }},
    {"audit.auditee", "an auditee from elsewhere", [](Case& c) { c.in("U-1").auditee = key<"person">("MGR"); }},
    {"audit.opening", "no opening meeting", [](Case& c) { c.erase(SessionKind::opening); }},
    {"audit.closing", "no closing meeting", [](Case& c) { c.erase(SessionKind::closing); }},
    {"audit.opening", "a session before the opening", [](Case& c) { move(c.of_kind(SessionKind::opening), 60); }},
    {"audit.closing", "a session after the closing", [](Case& c) { move(c.of_kind(SessionKind::closing), -1440); }},
    {"audit.meeting-lead", "the lead is not in the closing",
     [](Case& c) { c.of_kind(SessionKind::closing).lead = key<"person">("AUD"); }},
    {"audit.team-meeting", "no team meetings", [](Case& c) { c.erase(SessionKind::team); }},
    {"audit.criteria", "no criteria", [](Case& c) { c.request.criteria.clear(); }},
    {"audit.unit-uncovered", "a unit without a session",
     [](Case& c) {
       std::erase_if(c.plan.sessions, [](Session const& s) { return s.unit && s.unit->text() == "U-3"; });
     }},
    {"audit.unit-uncovered", "a unit with too little time",
     [](Case& c) { c.in("U-1").end = c.in("U-1").end.plus_minutes(-1); }},
    {"audit.criterion-uncovered", "a criterion in no session", [](Case& c) { c.uncarried().criteria.clear(); }},
};

}  // namespace

TEST_SUITE("audit/plan_check") {
  TEST_CASE("the plan that is to be spoilt is good") {
    Case const good;
    REQUIRE_FALSE(good.plan.conflict);
    for (auto const& each : good.check()) MESSAGE(each.told().message);
    CHECK(good.check().empty());
    CHECK(good.plan.team.size() == 2);
  }
  TEST_CASE("each rule that is broken in a good plan is found") {
    for (auto const& mutation : mutations) {
      CAPTURE(mutation.rule);
      CAPTURE(mutation.what);
      Case spoilt;
      mutation.spoil(spoilt);
      auto const found = spoilt.check();
      CHECK(std::ranges::any_of(found, [&](PlanViolation const& each) { return each.rule->id == mutation.rule; }));
      for (auto const& each : found) {
        CHECK_FALSE(each.told().message.find('{') != std::string::npos);  // every argument is there
        CHECK(each.where.starts_with('/'));
      }
    }
  }
  TEST_CASE("there is a mutation for every rule") {
    std::set<std::string_view> tried{"S01", "S02"};
    for (auto const& mutation : mutations) tried.insert(mutation.rule);
    for (auto const& row : plan_rules()) {
      CAPTURE(row.rule.id);
      CHECK(tried.contains(row.rule.id));
    }
  }
  TEST_CASE("what the standard demands cannot be set aside, practice only warns") {
    Case spoilt;
    spoilt.in("U-3").lead = key<"person">("AUD");
    spoilt.erase(SessionKind::team);
    for (auto const& each : spoilt.check()) {
      if (each.rule->id == "S01") CHECK((each.effect == DutyEffect::deny && !each.waivable));
      if (each.rule->id == "audit.team-meeting") CHECK(each.effect == DutyEffect::warn);
    }
  }
  TEST_CASE("one moved session of a random plan does not go unnoticed where it collides") {
    CHECK(rc::check("two sessions of one person at one time", [] {
      auto const request = drawn_request(10);
      auto plan = *propose_plan(request);
      if (plan.sessions.size() < 3) return;
      auto const a = static_cast<std::size_t>(drawn(0, static_cast<int>(plan.sessions.size()) - 1));
      auto const b = static_cast<std::size_t>(drawn(0, static_cast<int>(plan.sessions.size()) - 1));
      if (a == b || plan.sessions[a].lead != plan.sessions[b].lead) return;
      plan.sessions[a].start = plan.sessions[b].start;
      plan.sessions[a].end = plan.sessions[b].end;
      auto const found = check_plan(request, plan.team, plan.sessions, plan.unplaced);
      RC_ASSERT(std::ranges::any_of(found,
                                    [](PlanViolation const& each) { return each.rule->id == "audit.double-booking"; }));
    }));
  }
}
