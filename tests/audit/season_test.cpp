#include <annexa/audit/propose_season.hpp>
#include <annexa/audit/season_check.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <algorithm>

#include "plan_examples.hpp"

namespace {

using namespace annexa;
using namespace annexa::testing;

Engagement engagement(int number, std::string const& unit, int half_days) {
  Engagement row;
  row.key = key<"engagement">("E-" + std::to_string(number));
  row.unit = key<"unit">(unit);
  row.half_days = half_days;
  row.competences = {"iso"};
  row.earliest = day("2026-03-02");
  row.latest = day("2026-03-27");
  return row;
}

Person auditing(std::string const& name) {
  Person person;
  person.key = key<"person">(name);
  person.competences = {"iso"};
  return person;
}

// Two units, each owned by one of two auditors.
SeasonRequest two_who_swap() {
  SeasonRequest request;
  request.from = day("2026-03-02");
  request.until = day("2026-03-27");
  for (auto const* number : {"1", "2"}) {
    request.people.push_back(auditing(std::string("P-") + number));
    SeasonAuditor auditor;
    auditor.person = request.people.back().key;
    auditor.lead = true;
    request.auditors.push_back(auditor);
    Unit unit;
    unit.key = key<"unit">(std::string("U-") + number);
    unit.owner = auditor.person;
    request.units.push_back(unit);
  }
  request.engagements = {engagement(1, "U-1", 4), engagement(2, "U-2", 4)};
  request.parameters.rounds = 200;
  return request;
}

}  // namespace

TEST_SUITE_BEGIN("audit/season");

TEST_CASE("Two who own a unit each audit each other's") {
  auto const request = two_who_swap();
  auto const proposal = propose_season(request).value();
  REQUIRE(proposal.placed.size() == 2);
  CHECK(proposal.unplaced.empty());
  for (auto const& placed : proposal.placed)
    CHECK(placed.team[0].text() == (placed.engagement.text() == "E-1" ? "P-2" : "P-1"));
  CHECK(check_season(request, proposal).empty());
  CHECK(proposal.reproducible);
  CHECK(proposal == propose_season(request).value());
}

TEST_CASE("Whatever is asked: every engagement is told of once, nobody audits own work, nobody is in two places") {
  CHECK(rc::check([] {
    auto request = two_who_swap();
    auto const count = *rc::gen::inRange(0, 30);
    request.engagements.clear();
    for (int i = 0; i < count; ++i) {
      auto row = engagement(i, *rc::gen::element<std::string>("U-1", "U-2", "U-3", "U-4"), *rc::gen::inRange(1, 7));
      row.risk = *rc::gen::inRange(1, 6);
      if (i > 0 && *rc::gen::inRange(0, 4) == 0)
        row.after = {request.engagements[*rc::gen::inRange<std::size_t>(0, static_cast<std::size_t>(i))].key};
      request.engagements.push_back(row);
    }
    request.parameters.rounds = 50;
    request.parameters.bound_rounds = 10;
    auto const proposal = propose_season(request).value();
    RC_ASSERT(proposal.placed.size() + proposal.unplaced.size() == static_cast<std::size_t>(count));
    RC_ASSERT(check_season(request, proposal).empty());
    RC_ASSERT(std::ranges::all_of(proposal.certificate, [](SeasonFact const& fact) { return fact.have >= fact.need; }));
    for (auto const& level : proposal.levels) RC_ASSERT(level.bound <= level.value);
  }));
}

TEST_CASE("The checker finds what is broken") {
  auto const request = two_who_swap();
  auto const good = propose_season(request).value();
  auto const broken = [&](auto const& change) {
    auto plan = good;
    change(plan);
    std::vector<std::string> rules;
    for (auto const& fact : check_season(request, plan)) rules.push_back(fact.rule);
    return rules;
  };
  auto const has = [](std::vector<std::string> const& rules, char const* rule) {
    return std::ranges::find(rules, rule) != rules.end();
  };
  CHECK(has(broken([](SeasonProposal& plan) { plan.placed.pop_back(); }), "once"));
  CHECK(has(broken([](SeasonProposal& plan) { plan.placed[0].team = plan.placed[1].team; }), "independence"));
  CHECK(has(broken([](SeasonProposal& plan) { plan.placed[0].team.clear(); }), "lead"));
  CHECK(has(broken([](SeasonProposal& plan) { plan.placed[0].end.day = plan.placed[0].end.day.plus_days(7); }),
            "length"));
  CHECK(has(broken([](SeasonProposal& plan) { plan.placed[0].team = {key<"person">("P-9")}; }), "unknown"));
}

TEST_CASE("A caller that stops gets the best plan so far, marked") {
  auto request = two_who_swap();
  request.parameters.rounds = 100'000'000;
  auto const proposal = propose_season(request, [](std::int64_t done, std::int64_t) { return done < 100; }).value();
  CHECK_FALSE(proposal.reproducible);
  CHECK(proposal.placed.size() == 2);
}

TEST_CASE("A request that is none is refused with every place") {
  auto request = two_who_swap();
  request.engagements[0].after = {request.engagements[1].key};
  request.engagements[1].after = {request.engagements[0].key};
  auto refused = propose_season(request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().names("season.circle"));
  request.until = day("9999-12-31");
  refused = propose_season(request);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().names("season.window"));
}

TEST_SUITE_END();
