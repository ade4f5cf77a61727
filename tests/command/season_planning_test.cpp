#include <annexa/command/season_planning.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/audit/propose_plan.hpp>
#include <annexa/audit/propose_programme.hpp>
#include <annexa/audit/propose_season.hpp>
#include <annexa/audit/season_check.hpp>
#include <annexa/command/planning.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Context manager_of(State const& state) {
  auto context = example_context();
  context.actor = "P-PRG";
  context.now = std::max(context.now, state.latest);
  return context;
}

State decided_all(State state, std::vector<Command> const& commands) {
  for (auto const& command : commands) {
    auto decided = decide(state, command, manager_of(state));
    REQUIRE_MESSAGE(decided.has_value(), decided.error().text());
    state = decided->state;
  }
  return state;
}

ProgrammeParameters three_year_programme() {
  ProgrammeParameters parameters;
  parameters.years = 3;
  return parameters;
}

// A programme of three years whose audits are yet to be planned.
State const& with_a_programme() {
  static State const state = [] {
    auto const before = example_organization().state;
    return decided_all(
        before,
        {programme_command(
            propose_programme(programme_request(before, *Date::parse("2027-01-01"), three_year_programme())).value())});
  }();
  return state;
}

SeasonOptions three_years() {
  SeasonOptions options;
  options.from = *Date::parse("2027-01-01");
  options.until = *Date::parse("2029-12-31");
  options.parameters.rounds = 300;
  options.parameters.bound_rounds = 5;
  return options;
}

}  // namespace

TEST_SUITE("command/season_planning") {
  TEST_CASE("a season has every unit of every audit to come, and nobody audits own work in it") {
    auto const& state = with_a_programme();
    auto const request = season_request(state, three_years()).value();
    std::set<std::string> wanted;
    for (auto const& entry : state.find<Programme>("PRG-2027")->entries)
      for (auto const& unit : entry.units) wanted.insert(entry.audit + '/' + unit.text());
    std::set<std::string> found;
    for (auto const& each : request.engagements)
      if (state.find(each.unit)) found.insert(each.key.text());
    CHECK(found == wanted);
    auto const proposal = propose_season(request).value();
    for (auto const& each : proposal.unplaced) FAIL_CHECK(each.engagement.text() << ": " << each.because);
    CHECK(check_season(request, proposal).empty());
    for (auto const& placed : proposal.placed) {
      auto const engagement = std::ranges::find(request.engagements, placed.engagement, &Engagement::key);
      auto const* unit = state.find(engagement->unit);
      for (auto const& person : placed.team) CHECK((!unit || unit->owner != person));
    }
  }
  TEST_CASE("adopting a season gives audits their days and team, and adopting it again changes nothing") {
    auto const& state = with_a_programme();
    auto const request = season_request(state, three_years()).value();
    auto const proposal = propose_season(request).value();
    auto const commands = season_commands(state, request, proposal);
    CHECK(commands.size() == state.find<Programme>("PRG-2027")->entries.size());
    auto const afterwards = decided_all(state, commands);
    for (auto const& entry : state.find<Programme>("PRG-2027")->entries) {
      auto const* audit = afterwards.find<Audit>(entry.audit);
      REQUIRE(audit);
      CHECK(audit->units == entry.units);
      CHECK(audit->team.front().role == TeamRole::lead);
      CHECK(audit->from >= entry.from);
      CHECK_FALSE(audit->objectives.empty());
    }
    CHECK(season_commands(afterwards, request, proposal).empty());
  }
  TEST_CASE("sessions on record take their people, and audits that have some are not planned again") {
    auto const& state = with_a_programme();
    auto const entry = state.find<Programme>("PRG-2027")->entries.front().audit;
    auto const plan = propose_plan(plan_request(state, entry).value()).value();
    auto const afterwards = decided_all(state, {plan_command(state, plan).value()});
    auto const request = season_request(afterwards, three_years()).value();
    CHECK(std::ranges::none_of(request.engagements,
                               [&](Engagement const& each) { return each.key.text().starts_with(entry + '/'); }));
    auto const& session = plan.sessions.front();
    CHECK(std::ranges::any_of(request.closures, [&](Closure const& each) {
      return each.of == session.lead.text() && each.from == local_day(session);
    }));
  }
  TEST_CASE("a season that cannot be is refused with its place") {
    auto const& state = with_a_programme();
    auto options = three_years();
    std::swap(options.from, options.until);
    auto const reversed = season_request(state, options);
    REQUIRE(reversed.has_error());
    CHECK(reversed.error().names("season.window"));
    CHECK(reversed.error().violations()[0].where == "/until");
    options.from = *Date::parse("1899-01-01");
    options.until = *Date::parse("9999-12-31");
    CHECK(season_request(state, options).error().names("season.window"));
    options.until = *Date::parse("1900-01-01");
    CHECK(season_request(state, options).error().names("season.nothing"));
    options = three_years();
    options.parameters.rounds = -1;
    CHECK(propose_season(season_request(state, options).value()).has_error());
  }
}
