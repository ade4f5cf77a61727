#include <annexa/audit/propose_programme.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "audit/plan_examples.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

AuditableUnit auditable(int number) {
  AuditableUnit unit;
  unit.unit = key<"unit">("U-" + std::to_string(number));
  unit.name = "Unit " + std::to_string(number);
  unit.owner = key<"person">("P-1");
  return unit;
}

ProgrammeRequest programme_of(int units) {
  ProgrammeRequest request;
  request.from = day("2026-01-01");
  for (int i = 1; i <= units; ++i) request.units.push_back(auditable(i));
  for (auto const* each : {"4.1", "5.1", "7.2", "9.2.1", "10.2", "A.5.1", "A.8.24"})
    request.criteria.push_back({criterion(each), {}, {}, {}});
  return request;
}

ProgrammeProposal proposal_of(ProgrammeRequest const& request) {
  auto proposal = propose_programme(request);
  REQUIRE_MESSAGE(proposal.has_value(), proposal.error().text());
  return *proposal;
}

std::set<std::string> scheduled(ProgrammeProposal const& proposal) {
  std::set<std::string> units;
  for (auto const& entry : proposal.programme.entries)
    for (auto const& unit : entry.units) units.insert(unit.text());
  return units;
}

bool mentions(std::string const& text, char const* part) { return text.find(part) != std::string::npos; }

ProgrammeEntry const& entry_with(ProgrammeProposal const& proposal, char const* unit) {
  auto const found = std::ranges::find_if(proposal.programme.entries, [&](ProgrammeEntry const& entry) {
    return std::ranges::any_of(entry.units, [&](auto const& each) { return each.text() == unit; });
  });
  REQUIRE(found != proposal.programme.entries.end());
  return *found;
}

ProgrammeRequest drawn_programme() {
  auto request = programme_of(drawn(0, 40));
  request.from = day("2026-01-01").plus_days(drawn(0, 400));
  auto& parameters = request.parameters;
  parameters.years = drawn(1, std::getenv("ANNEXA_FULL") ? 5 : 2);  // the bound takes the cube of the months
  parameters.audits_per_year = drawn(1, 12);
  parameters.iterations = drawn(0, 300);
  if (chance(30)) parameters.wanted_minutes_per_month = drawn(0, 2000);
  if (chance(30)) parameters.months_early = drawn(0, 12);
  parameters.unit_interval = chance(70) ? 12 : drawn(3, 24);
  if (chance(40)) parameters.minutes_per_month = drawn(0, 3000);
  while (chance(40))
    parameters.freezes.push_back({request.from.plus_days(drawn(-10, 700)), {}, "closing"}),
        parameters.freezes.back().until = parameters.freezes.back().from.plus_days(drawn(0, 90));
  for (auto& unit : request.units) {
    unit.minutes = drawn(15, 900);
    if (chance(70)) unit.last_audited_on = request.from.plus_days(-drawn(-20, 900));
    if (chance(50)) unit.risk_level = drawn(1, 5), unit.risk_band = "band";
    if (chance(50)) unit.importance = drawn(1, 5);
    if (chance(30)) unit.open_nonconformities = drawn(0, 4);
    if (chance(20)) unit.incidents = drawn(1, 3);
    if (chance(20)) unit.actions_due = request.from.plus_days(drawn(-100, 400));
    if (chance(20)) unit.event_on = request.from.plus_days(drawn(-100, 100));
    if (chance(20)) unit.owed_since = request.from.plus_days(-drawn(0, 200));
    if (chance(10)) unit.not_before = request.from.plus_days(drawn(-50, 300));
    if (chance(20)) unit.planned = {request.from.plus_months(drawn(0, 11))};
    for (auto const& due : request.criteria)
      if (chance(25)) unit.criteria.push_back(due.criterion);
  }
  for (auto& due : request.criteria) {
    if (chance(60)) due.last_audited_on = request.from.plus_days(-drawn(-20, 1500));
    if (chance(50)) due.risk_level = drawn(1, 5);
  }
  return request;
}

}  // namespace

TEST_SUITE("audit/propose_programme") {
  TEST_CASE("every unit is scheduled, whatever their number") {
    for (int units = 0; units <= 60; ++units) {
      CAPTURE(units);
      auto request = programme_of(units);
      request.parameters.iterations = 40;
      auto const proposal = proposal_of(request);
      CHECK(scheduled(proposal).size() == static_cast<std::size_t>(units));
      CHECK(proposal.uncovered.empty());
    }
  }
  TEST_CASE("every requirement and control due is in an audit, carried by a unit or not") {
    auto request = programme_of(6);
    request.units[2].criteria = {criterion("7.2"), criterion("A.8.24")};
    auto const proposal = proposal_of(request);
    REQUIRE(proposal.criteria.size() == 7);
    for (auto const& row : proposal.criteria) {
      CAPTURE(row.criterion.text());
      CHECK_FALSE(row.audits.empty());
    }
    auto const& entry = entry_with(proposal, "U-3");
    CHECK(std::ranges::find(entry.criteria, criterion("A.8.24")) != entry.criteria.end());
  }
  TEST_CASE("the reason of a choice names risk, time since the last audit and open nonconformities") {
    auto request = programme_of(8);
    auto& payments = request.units[4];
    payments.name = "Payments";
    payments.risk_level = 5;
    payments.risk_band = "critical";
    payments.last_audited_on = day("2024-12-20");
    payments.open_nonconformities = 2;
    auto const proposal = proposal_of(request);
    auto const& entry = entry_with(proposal, "U-5");
    CHECK(to_string(entry.from) == "2026-01-01");
    CHECK(std::ranges::any_of(entry.reasons, [](auto const& why) {
      return why ==
             "Payments in January 2026: critical risk, 12 months since the last audit, 2 open nonconformities, due "
             "since 2025-12-20.";
    }));
    for (auto const& why : entry.reasons) INFO(why);
  }
  TEST_CASE("what was audited last year is audited again before its interval is over") {
    auto request = programme_of(12);
    for (int i = 0; i < 12; ++i)
      request.units[static_cast<std::size_t>(i)].last_audited_on = day("2025-01-15").plus_months(i);
    auto const proposal = proposal_of(request);
    CHECK(proposal.uncovered.empty());
    for (std::size_t i = 0; i < proposal.units.size(); ++i) {
      CAPTURE(i);
      REQUIRE(proposal.units[i].months.size() == 1);
      CHECK(proposal.units[i].months[0] <= proposal.units[i].due_on);
    }
  }
  TEST_CASE("higher risk comes first where nothing is due") {
    auto request = programme_of(8);
    request.units[7].risk_level = 5;
    request.units[7].risk_band = "critical";
    auto const proposal = proposal_of(request);
    CHECK(entry_with(proposal, "U-8").from <= entry_with(proposal, "U-1").from);
    CHECK(proposal.programme.entries.front().units.front() == key<"unit">("U-8"));
  }
  TEST_CASE("the work is spread over the months of audits") {
    auto const proposal = proposal_of(programme_of(16));
    REQUIRE(proposal.programme.entries.size() == 4);
    for (auto const& entry : proposal.programme.entries) CHECK(entry.units.size() >= 3);
  }
  TEST_CASE("a frozen month has no audit") {
    auto request = programme_of(16);
    request.parameters.audits_per_year = 12;
    request.parameters.freezes = {{day("2026-07-01"), day("2026-07-31"), "holidays"}};
    for (auto const& entry : proposal_of(request).programme.entries) CHECK(to_string(entry.from) != "2026-07-01");
  }
  TEST_CASE("over three years each unit is audited every year and no interval is exceeded") {
    auto request = programme_of(10);
    request.parameters.years = 3;
    auto const proposal = proposal_of(request);
    CHECK(proposal.uncovered.empty());
    CHECK(to_string(proposal.programme.until) == "2028-12-31");
    for (auto const& row : proposal.units) {
      REQUIRE(row.months.size() >= 3);
      for (std::size_t i = 1; i < row.months.size(); ++i) CHECK(row.months[i] <= row.months[i - 1].plus_months(12));
    }
  }
  TEST_CASE("keys of audits continue those in use") {
    auto request = programme_of(4);
    request.taken = {"A-2026-1"};
    CHECK(proposal_of(request).programme.entries.front().audit == "A-2026-2");
  }
  TEST_CASE("controls of high risks have a shorter interval") {
    ProgrammeParameters const parameters;
    CHECK(interval_of({criterion("7.2"), {}, 5, {}}, parameters) == 12);
    CHECK(interval_of({criterion("A.5.1"), {}, {}, {}}, parameters) == 36);
    CHECK(interval_of({criterion("A.5.1"), {}, 3, {}}, parameters) == 24);
    CHECK(interval_of({criterion("A.5.1"), {}, 5, {}}, parameters) == 12);
  }
  TEST_CASE("what cannot be placed is named with what would have to give") {
    auto request = programme_of(3);
    request.units[1].minutes = 600;
    request.parameters.minutes_per_month = 480;
    auto proposal = proposal_of(request);
    REQUIRE(proposal.uncovered.size() == 1);
    CHECK(proposal.uncovered[0].unit == key<"unit">("U-2"));
    CHECK(mentions(proposal.uncovered[0].because, "600 minutes"));
    request.parameters.freezes = {{day("2025-01-01"), day("2028-01-01"), "always"}};
    proposal = proposal_of(request);
    CHECK(proposal.programme.entries.empty());
    CHECK(proposal.uncovered.size() >= 4);
    CHECK(mentions(proposal.uncovered[0].because, "freeze"));
  }
  TEST_CASE(
      "random organisations: nothing is dropped, nothing exceeds a month, the same request gives the same programme") {
    CHECK(rc::check("random organisations", [] {
      auto const request = drawn_programme();
      auto const proposal = propose_programme(request);
      RC_ASSERT(proposal.has_value());
      auto units = scheduled(*proposal);
      std::set<Criterion> criteria;
      for (auto const& each : proposal->uncovered) {
        RC_ASSERT_FALSE(each.because.empty());
        if (each.unit) units.insert(each.unit->text());
        criteria.insert(each.criteria.begin(), each.criteria.end());
      }
      auto const last = last_day(request);
      for (auto const& row : proposal->units)
        if (row.due_on <= last) RC_ASSERT(units.contains(row.unit.text()));
      RC_ASSERT(proposal->units.size() == request.units.size());
      for (auto const& row : proposal->criteria)
        if (row.due_on <= last) RC_ASSERT(!row.audits.empty() || criteria.contains(row.criterion));
      Date before = day("1600-01-01");
      for (auto const& entry : proposal->programme.entries) {
        RC_ASSERT(before < entry.from);
        before = entry.from;
        RC_ASSERT(!entry.criteria.empty() || !entry.units.empty());
        RC_ASSERT(std::ranges::is_sorted(entry.criteria));
        RC_ASSERT(!entry.reasons.empty());
        if (request.parameters.minutes_per_month) RC_ASSERT(entry.minutes <= *request.parameters.minutes_per_month);
      }
      RC_ASSERT(*propose_programme(request) == *proposal);
    }));
  }
  TEST_CASE("ten thousand units over five years are all scheduled") {
    auto request = programme_of(10'000);
    request.parameters.years = 5;
    request.parameters.iterations = 0;
    CHECK(scheduled(proposal_of(request)).size() == 10'000);
  }
  TEST_CASE("more points are a shorter interval, and no interval is longer than the cycle") {
    ProgrammeParameters parameters;
    auto unit = auditable(1);
    parameters.intervals = {{60, 50}, {45, 75}};
    CHECK(interval_of(unit, parameters) == 12);
    unit.risk_level = 5;
    unit.importance = 2;
    CHECK(interval_of(unit, parameters) == 9);
    unit.open_nonconformities = 1;
    CHECK(interval_of(unit, parameters) == 6);
    parameters.intervals = {{0, 500}};
    CHECK(interval_of(unit, parameters) == 36);
  }
  TEST_CASE("a riskier twin is never audited later") {
    for (int seed = 1; seed <= 20; ++seed) {
      auto request = programme_of(24);
      request.parameters.seed = seed;
      request.parameters.iterations = 200;
      for (std::size_t i = 0; i < 24; ++i) {
        request.units[i].minutes = 60 + 60 * static_cast<int>(i / 2 % 4);
        if (i % 3 == 0) request.units[i].last_audited_on = day("2025-06-15");
      }
      for (std::size_t i = 0; i < 24; i += 2) {
        request.units[i].last_audited_on = request.units[i + 1].last_audited_on;
        request.units[i + 1].risk_level = 1 + static_cast<int>(i / 2) % 5;
      }
      auto const proposal = proposal_of(request);
      for (std::size_t i = 0; i < 24; i += 2) {
        CAPTURE(seed);
        CAPTURE(i);
        REQUIRE_FALSE(proposal.units[i].months.empty());
        REQUIRE_FALSE(proposal.units[i + 1].months.empty());
        CHECK(proposal.units[i + 1].months.front() <= proposal.units[i].months.front());
      }
    }
  }
  TEST_CASE(
      "an amendment keeps what is owed: first what is late, and what was promised where nothing speaks against it") {
    auto request = programme_of(10);
    for (auto& unit : request.units) unit.last_audited_on = day("2025-12-01");
    request.units[2].owed_since = day("2025-11-01");
    request.units[6].planned = {day("2026-05-01")};
    request.owed_elsewhere = {key<"unit">("U-99")};
    auto const proposal = proposal_of(request);
    CHECK(to_string(proposal.units[2].months.at(0)) == "2026-01-01");
    CHECK(to_string(proposal.units[6].months.at(0)) == "2026-05-01");
    REQUIRE(proposal.uncovered.size() == 1);
    CHECK(proposal.uncovered[0].unit == key<"unit">("U-99"));
    request.units[6].last_audited_on = day("2026-01-01");  // not due again in the programme
    request.parameters.unit_interval = 24;
    CHECK_FALSE(proposal_of(request).units[6].months.empty());
  }
  TEST_CASE("follow-ups come after corrective actions, special audits after events, and a mixed audit is combined") {
    auto request = programme_of(3);
    request.units[0].actions_due = day("2026-04-20");
    request.units[1].event_on = day("2026-01-10");
    request.units[2].kind = AuditKind::supplier;
    auto const proposal = proposal_of(request);
    auto const visit = [&](AuditKind kind) {
      auto const found = std::ranges::find(proposal.visits, kind, &ProgrammeVisit::kind);
      REQUIRE(found != proposal.visits.end());
      return *found;
    };
    auto const follow_up = visit(AuditKind::follow_up);
    CHECK(day("2026-04-01") <= follow_up.month);
    CHECK(follow_up.month <= day("2026-07-20"));
    CHECK(visit(AuditKind::special).month <= day("2026-04-10"));
    CHECK(visit(AuditKind::supplier).unit == key<"unit">("U-3"));
    std::set<std::string> kinds;
    for (auto const& each : proposal.visits)
      if (each.unit && to_string(each.month) == "2026-02-01") kinds.insert(to_string(each.kind));
    for (auto const& entry : proposal.programme.entries)
      if (entry.from == day("2026-02-01")) CHECK((entry.kind == AuditKind::combined) == (kinds.size() > 1));
  }
  TEST_CASE("each visit says why, and what rejected the next best month") {
    auto request = programme_of(6);
    request.units[0].last_audited_on = day("2025-03-10");
    auto const proposal = proposal_of(request);
    REQUIRE_FALSE(proposal.visits.empty());
    for (auto const& each : proposal.visits) {
      CHECK(mentions(each.because, " in "));
      if (!each.alternative) continue;
      CHECK(*each.alternative != each.month);
      if (!each.rejected_by.empty()) CHECK(each.worse_by != 0);
    }
    CHECK(proposal.levels.size() == 4);
    for (auto const& level : proposal.levels) CHECK(level.bound <= level.value);
    CHECK(proposal.months.size() == 12);
  }
  TEST_CASE("reasons in German and French") {
    auto request = programme_of(2);
    request.parameters.language = "de";
    CHECK(mentions(proposal_of(request).programme.entries.front().reasons.front(), "noch nie auditiert"));
    request.parameters.language = "fr";
    CHECK(mentions(proposal_of(request).programme.entries.front().reasons.front(), "jamais audité"));
    request.parameters.language = "la";
    CHECK(propose_programme(request).error().names("programme.language"));
  }
  TEST_CASE("a watch stops the search or gives it up, and a stopped one is not reproducible") {
    auto const request = programme_of(40);
    auto const content = propose_programme(request, [](auto, auto) { return Waiting::be_content; });
    REQUIRE(content.has_value());
    CHECK_FALSE(content->reproducible);
    CHECK(scheduled(*content).size() == 40);
    auto const given_up = propose_programme(request, [](auto, auto) { return Waiting::cancel; });
    REQUIRE(given_up.has_error());
    CHECK(given_up.error().kind() == ErrorKind::cancelled);
  }
  TEST_CASE("contradictory windows, frozen months, no capacity and far years are explained or refused") {
    auto request = programme_of(3);
    request.units[0].not_before = day("2026-07-01");
    request.units[0].not_after = day("2026-07-31");
    request.parameters.freezes = {{day("2026-07-01"), day("2026-07-31"), "holidays"}};
    auto proposal = proposal_of(request);
    REQUIRE(proposal.uncovered.size() == 1);
    CHECK(mentions(proposal.uncovered[0].because, "2026-07-01"));
    request.units[0].not_after = day("2026-06-30");
    CHECK(propose_programme(request).error().names("date.order"));
    request = programme_of(3);
    request.parameters.minutes_per_month = 0;
    CHECK(proposal_of(request).uncovered.size() >= 3);
    request.from = day("1899-05-01");
    CHECK(propose_programme(request).has_value());
    request.units.assign(100'000, auditable(1));
    CHECK(propose_programme(request).has_error());
    request = programme_of(3);
    request.parameters.unit_interval = 0;
    request.parameters.intervals = {{0, 0}};
    request.parameters.cycle = 0;
    request.units[0].kind = AuditKind::follow_up;
    CHECK(propose_programme(request).error().violations().size() == 4);
  }
  TEST_CASE("weeks without work, years at the end of the calendar and wrong numbers are answered in words") {
    auto request = programme_of(2);
    request.calendar.weekend = {1, 2, 3, 4, 5, 6, 7};
    CHECK(proposal_of(request).uncovered.size() >= 2);
    request = programme_of(2);
    request.from = day("9981-01-01");
    CHECK(propose_programme(request).error().names("programme.window"));
    request.from = day("9980-12-31");
    request.parameters.years = 5;
    CHECK(propose_programme(request).has_value());
    request.parameters.years = 6;
    request.parameters.audits_per_year = 0;
    request.units[1].unit = request.units[0].unit;
    request.units[0].minutes = -5;
    request.parameters.freezes = {{day("2026-02-01"), day("2026-01-01"), ""}};
    auto const refused = propose_programme(request);
    REQUIRE(refused.has_error());
    CHECK(refused.error().violations().size() == 5);
  }
}
