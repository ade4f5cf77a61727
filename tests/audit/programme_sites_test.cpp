#include <annexa/audit/audit_time.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/audit/propose_programme.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "audit/plan_examples.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// A central function U-0 and that many sites.
ProgrammeRequest sites_request(int sites) {
  ProgrammeRequest request;
  request.from = day("2026-01-01");
  request.parameters.years = 3;
  request.parameters.iterations = 500;
  request.parameters.sites.emplace().central = key<"unit">("U-0");
  for (int i = 0; i <= sites; ++i) {
    AuditableUnit row;
    row.unit = key<"unit">("U-" + std::to_string(i));
    row.owner = key<"person">("P-1");
    row.site = true;
    row.importance = 1 + i % 5;
    request.units.push_back(row);
  }
  return request;
}

std::map<std::string, std::set<int>> years_of_visits(ProgrammeProposal const& proposal) {
  std::map<std::string, std::set<int>> years;
  for (auto const& row : proposal.units)
    for (auto const& month : row.months) years[row.unit.text()].insert(month.parts().year);
  return years;
}

}  // namespace

TEST_SUITE("audit/programme_sites") {
  TEST_CASE("each year visits its sample and the central function, and no other site") {
    auto const request = sites_request(25);
    auto const proposal = propose_programme(request).value();
    CHECK(proposal.uncovered.empty());
    REQUIRE(proposal.sites.size() == 3);
    std::size_t const sizes[] = {5, 3, 3};
    std::size_t const random[] = {2, 1, 1};
    auto const visits = years_of_visits(proposal);
    CHECK(visits.at("U-0") == std::set<int>{2026, 2027, 2028});
    for (int i = 0; i < 3; ++i) {
      auto const& year = proposal.sites[static_cast<std::size_t>(i)];
      CAPTURE(to_string(year.from));
      CHECK(year.population == 25);
      CHECK(year.stage == (i == 0 ? SiteStage::initial : SiteStage::surveillance));
      CHECK(year.at_random.size() == random[i]);
      CHECK(year.at_random.size() + year.by_risk.size() == sizes[i]);
      CHECK(year.left_out.size() == 25 - sizes[i]);
      for (auto const* part : {&year.at_random, &year.by_risk})
        for (auto const& unit : *part) CHECK(visits.at(unit.text()).contains(2026 + i));
      for (auto const& unit : year.left_out)
        CHECK_FALSE((visits.contains(unit.text()) && visits.at(unit.text()).contains(2026 + i)));
    }
    CHECK(propose_programme(request).value() == proposal);
  }
  TEST_CASE("a site not seen yet comes before one that was, the riskier first") {
    auto request = sites_request(9);
    request.parameters.sites->stage = SiteStage::surveillance;
    auto const proposal = propose_programme(request).value();
    std::set<std::string> seen;
    for (auto const& year : proposal.sites) {
      for (auto const& unit : year.by_risk) CHECK_FALSE(seen.contains(unit.text()));
      for (auto const* part : {&year.at_random, &year.by_risk})
        for (auto const& unit : *part) seen.insert(unit.text());
    }
    CHECK(proposal.sites[2].stage == SiteStage::recertification);
    CHECK(proposal.visits.front().because.find("sites in the sample") != std::string::npos);
  }
  TEST_CASE("what is owed to a site, and what follows an event, is visited whatever the sample says") {
    auto request = sites_request(16);
    auto const sampled = propose_programme(request).value();
    auto const out = sampled.sites[0].left_out.front();
    auto& row = *std::ranges::find(request.units, out, &AuditableUnit::unit);
    row.owed_since = day("2025-10-01");
    auto const owing = propose_programme(request).value();
    CHECK(years_of_visits(owing).at(out.text()).contains(2026));
    CHECK(owing.sites[0].population == 16);
    CHECK(std::ranges::find(owing.sites[0].by_risk, out) != owing.sites[0].by_risk.end());
    CHECK(owing.sites[0].at_random == sampled.sites[0].at_random);
    row.owed_since.reset();
    row.event_on = day("2026-02-01");
    CHECK(years_of_visits(propose_programme(request).value()).at(out.text()).contains(2026));
  }
  TEST_CASE("an amendment goes on with the samples of the programme: years, stages and draws stay") {
    auto request = sites_request(18);
    auto const sampled = propose_programme(request).value();
    request.began = request.from;
    request.from = day("2027-02-01");
    request.until = day("2028-12-31");
    for (auto& unit : request.units) {
      auto const row = std::ranges::find(sampled.units, unit.unit, &UnitCoverage::unit);
      for (auto const& month : row->months)
        if (month < request.from)
          unit.last_audited_on = month.plus_days(5);
        else
          unit.planned.push_back(month);
    }
    auto const amended = propose_programme(request).value();
    CHECK(amended.uncovered.empty());
    REQUIRE(amended.sites.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
      auto const& now = amended.sites[i];
      auto const& then = sampled.sites[i + 1];
      CHECK(now.from == then.from);
      CHECK(now.stage == then.stage);
      CHECK(now.seed == then.seed);
      CHECK(now.at_random == then.at_random);
      std::set<Key<"unit">> const before(then.by_risk.begin(), then.by_risk.end());
      std::set<Key<"unit">> const after(now.by_risk.begin(), now.by_risk.end());
      CHECK(before == after);
    }
    for (auto const& level : amended.levels)
      if (level.name == "changed") CHECK(level.value == 0);
  }
  TEST_CASE("without sampling sites are units like others; one site alone is visited every year") {
    auto request = sites_request(4);
    request.parameters.sites.reset();
    auto const proposal = propose_programme(request).value();
    CHECK(proposal.sites.empty());
    CHECK(years_of_visits(proposal).size() == 5);
    auto const one = propose_programme(sites_request(1)).value();
    CHECK(years_of_visits(one).at("U-1") == std::set<int>{2026, 2027, 2028});
    CHECK(propose_programme(sites_request(0)).value().sites[0].population == 0);
  }
  TEST_CASE("wrong samplings are refused") {
    auto request = sites_request(4);
    request.parameters.sites->central = key<"unit">("U-99");
    request.parameters.sites->seed = -1;
    request.parameters.audit_time.emplace().persons = 0;
    auto const refused = propose_programme(request).error();
    CHECK(refused.names("programme.central"));
    CHECK(refused.violations().size() == 3);
    CHECK(refused.text().find("/parameters/audit_time/persons") != std::string::npos);
  }
  TEST_CASE("audit time by the table: bands, roots of identical tasks, stages, adjustment, halves rounded up") {
    struct Row {
      std::int64_t persons;
      char const* days;
    };
    for (auto const& [persons, days] : {Row{1, "5"}, Row{10, "5"}, Row{11, "6"}, Row{26, "8.5"}, Row{425, "15"},
                                        Row{426, "16.5"}, Row{10'700, "28"}}) {
      CAPTURE(persons);
      CHECK(audit_time({persons, {}, {}, {}}).value().days == *Decimal::parse(days));
    }
    auto const alike = audit_time({180, {64, 2}, {}, {}}).value();
    CHECK(alike.persons == 180 - 66 + 8 + 2);
    CHECK(alike.days == *Decimal::parse("12"));
    CHECK(audit_time({10, {}, {}, SiteStage::surveillance}).value().days == *Decimal::parse("2"));
    CHECK(audit_time({10, {}, {}, SiteStage::recertification}).value().days == *Decimal::parse("3.5"));
    CHECK(audit_time({10, {}, -10, {}}).value().days == *Decimal::parse("4.5"));
    CHECK(audit_time({10, {}, 100, {}}).value().minutes == 10 * 480);
  }
  TEST_CASE("audit time refuses what the table does not have") {
    CHECK(audit_time({10'701, {}, {}, {}}).error().names("number.range"));
    CHECK(audit_time({0, {}, 101, {}}).error().violations().size() == 2);
    CHECK(audit_time({10, {6, 5}, {}, {}}).error().names("audit-time.identical"));
    CHECK(audit_time({10, {0}, {}, {}}).error().text().find("/identical/0") != std::string::npos);
  }
  TEST_CASE("the time of each year stands beside the reference, and a year above it is a risk of the programme") {
    auto request = sites_request(25);
    request.parameters.audit_time.emplace().persons = 5;
    for (auto& unit : request.units) unit.minutes = 600;
    auto const proposal = propose_programme(request).value();
    REQUIRE(proposal.audit_time.size() == 3);
    std::int64_t planned = 0;
    for (auto const& each : proposal.audit_time) {
      CHECK(each.reference == (each.from == request.from ? 2400 : 960));
      planned += each.minutes;
    }
    std::int64_t whole = 0;
    for (auto const& month : proposal.months) whole += month.minutes;
    CHECK(planned == whole);
    CHECK(proposal.audit_time[0].minutes > 2400);
    auto const& risks = proposal.programme.risks;
    CHECK(std::ranges::any_of(risks, [](auto const& risk) { return risk.find("2400") != std::string::npos; }));
  }
}
