#include <annexa/audit/plan_request.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

#include "audit/plan_examples.hpp"

using namespace annexa;
using namespace annexa::testing;

TEST_SUITE("audit/plan_request") {
  TEST_CASE("a request survives JSON") {
    auto const request = small_request();
    auto const again = from_json<PlanRequest>(to_json(request));
    REQUIRE(again.has_value());
    CHECK(*again == request);
  }
  TEST_CASE("everything that makes it no request is said at once, each with its place") {
    struct Row {
      char const* rule;
      char const* where;
      void (*spoil)(PlanRequest&);
    };
    for (Row const& row : {
             Row{"plan.audit", "/audit", [](PlanRequest& r) { r.audit = {}; }},
             {"audit.criteria", "/criteria", [](PlanRequest& r) { r.criteria.clear(); }},
             {"plan.window", "/until", [](PlanRequest& r) { r.until = r.from.plus_days(-1); }},
             {"plan.window", "/until", [](PlanRequest& r) { r.until = r.from.plus_days(367); }},
             {"plan.window", "/until", [](PlanRequest& r) { r.from = day("1583-01-01"); }},
             {"number.range", "/parameters/hours/utc_offset",
              [](PlanRequest& r) { r.parameters.hours.utc_offset = 900; }},
             {"plan.hours", "/parameters/hours/spans",
              [](PlanRequest& r) {
                r.parameters.hours.spans = {{600, 700}, {650, 900}};
              }},
             {"plan.hours", "/parameters/hours/spans",
              [](PlanRequest& r) {
                r.parameters.hours.spans = {{600, 600}};
              }},
             {"plan.hours", "/parameters/hours/spans",
              [](PlanRequest& r) {
                r.parameters.hours.spans = {{1400, 1500}};
              }},
             {"plan.changes", "/parameters/hours/changes",
              [](PlanRequest& r) {
                r.parameters.hours.changes = {{Instant{}.plus_minutes(1), 60, false, {}}, {Instant{}, 0, false, {}}};
              }},
             {"plan.changes", "/parameters/hours/changes",
              [](PlanRequest& r) {
                r.parameters.hours.changes = {{Instant{}, 1561, false, {}}};
              }},
             {"number.range", "/parameters/longest_session", [](PlanRequest& r) { r.parameters.longest_session = 0; }},
             {"number.range", "/parameters/largest_team", [](PlanRequest& r) { r.parameters.largest_team = 1000; }},
             {"number.range", "/units/0/audit_minutes", [](PlanRequest& r) { r.units[0].audit_minutes = -1; }},
             {"plan.twice", "/units/1", [](PlanRequest& r) { r.units[1].key = r.units[0].key; }},
             {"plan.twice", "/people/1", [](PlanRequest& r) { r.people[1].key = r.people[0].key; }},
             {"plan.too-many", "/units", [](PlanRequest& r) { r.units.resize(plan_limit + 1); }},
             {"plan.booking", "/bookings/0",
              [](PlanRequest& r) {
                r.bookings = {{r.people[0].key, Instant().plus_minutes(1), Instant(), ""}};
              }},
         }) {
      CAPTURE(row.rule);
      CAPTURE(row.where);
      auto request = small_request();
      row.spoil(request);
      Error errors;
      check_request(request, errors);
      CHECK(std::ranges::any_of(errors.violations(),
                                [&](Violation const& v) { return v.rule == row.rule && v.where == row.where; }));
    }
    auto request = small_request();
    request.audit = {};
    request.criteria.clear();
    Error errors;
    check_request(request, errors);
    CHECK(errors.violations().size() == 2);
  }
  TEST_CASE("criteria that no unit carries are those left over, in their order") {
    auto request = small_request();
    request.criteria.insert(request.criteria.begin(), criterion("10.2"));
    CHECK(uncarried(request) == std::vector{criterion("10.2"), criterion("4.1")});
  }
}
