#include <annexa/audit/propose_programme.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <algorithm>
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
    request.criteria.push_back({criterion(each), {}, {}});
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
  parameters.years = drawn(1, 5);
  parameters.audits_per_year = drawn(1, 12);
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
      auto const proposal = proposal_of(programme_of(units));
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
    CHECK(interval_of({criterion("7.2"), {}, 5}, parameters) == 12);
    CHECK(interval_of({criterion("A.5.1"), {}, {}}, parameters) == 36);
    CHECK(interval_of({criterion("A.5.1"), {}, 3}, parameters) == 24);
    CHECK(interval_of({criterion("A.5.1"), {}, 5}, parameters) == 12);
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
    CHECK(scheduled(proposal_of(request)).size() == 10'000);
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
