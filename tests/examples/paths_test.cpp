// The paths beside the straight way, gone by the example organisation after its year.
#include <doctest/doctest.h>
#include <annexa/command/status.hpp>
#include <annexa/command/steps.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

ExampleYear const& after_paths() {
  static ExampleYear const gone = [] {
    auto year = example_year();
    year.warnings.clear();
    for (auto const& command : example_commands("paths.json")) year.take(command);
    return year;
  }();
  return gone;
}

std::string steps_of(char const* key) {
  std::string steps;
  auto const* record = after_paths().state.find<Nonconformity>(key);
  REQUIRE(record != nullptr);
  for (auto const& move : record->trail) steps += (steps.empty() ? "" : " ") + move.step;
  return steps + " " + to_string(record->state);
}

State state_before(char const* when) {
  auto year = example_year();
  auto const at = Instant::parse(when).value();
  for (auto const& command : example_commands("paths.json"))
    if (*command.envelope.at < at) year.take(command);
  return year.state;
}

}  // namespace

TEST_SUITE("examples/paths") {
  TEST_CASE("nothing of it is refused, and nothing is warned of") {
    for (auto const& refusal : after_paths().refused) FAIL_CHECK(refusal);
    for (auto const& warning : after_paths().warnings) FAIL_CHECK(warning.message);
  }
  TEST_CASE("each path beside the straight way is gone") {
    CHECK(steps_of("NC-6") == "T01 T02 T04 T09 T10 T11 T14 T18 T21 T29 analysis");
    CHECK(steps_of("NC-7") == "T01 T02 T04 T09 T10 T22 T23 T11 T12 T15 T17 T19 closed");
    CHECK(steps_of("NC-8") == "T01 T02 T05 T06 T29 issued");
    CHECK(steps_of("NC-9") == "T01 T02 T27 T04 T29 T28 T29 acknowledged");
    CHECK(steps_of("NC-10") == "T01 T02 T08 merged");
    CHECK(steps_of("NC-11") == "T01 T02 T04 T09 T10 T24 T25 analysis");
    CHECK(steps_of("NC-12") == "T01 T02 T04 T09 T10 T11 T24 T26 T18 closed");
    CHECK(steps_of("NC-13") == "T01 T02 T30 withdrawn");
    CHECK(steps_of("NC-14") == "T01 T02 T05 T07 withdrawn");
  }
  TEST_CASE("with the year, every step is taken at least once but those for drafts") {
    std::set<std::string> taken;
    after_paths().state.for_each<Nonconformity>([&](Nonconformity const& record) {
      for (auto const& move : record.trail) taken.insert(move.step);
    });
    for (auto const& row : nonconformity_steps)
      if (row.id != "T03") CHECK_MESSAGE(taken.count(std::string(row.id)) == 1, row.id);
  }
  TEST_CASE("the status lists what is late, escalated and next, with who has to act") {
    auto const state = state_before("2026-12-22T11:00:00Z");
    auto const found = status(state, Instant::parse("2026-12-22T12:00:00Z").value());
    auto const has_item = [&](StatusKind kind, char const* key, char const* person) {
      return std::ranges::any_of(found.items, [&](StatusItem const& item) {
        return item.kind == kind && item.key == key && item.person && *item.person == person;
      });
    };
    CHECK(has_item(StatusKind::overdue, "NC-9", "P-SUP"));
    CHECK(has_item(StatusKind::due, "NC-11", "P-CTO"));
    CHECK(has_item(StatusKind::due, "NC-7", "P-OPS"));
    CHECK(std::ranges::any_of(found.items, [](auto const& item) { return item.kind == StatusKind::escalated; }));
    CHECK(found.kpis.deviations_accepted == 2);
    auto const asked = status(state_before("2026-12-12T00:00:00Z"), Instant::parse("2026-12-12T00:00:00Z").value());
    CHECK(std::ranges::any_of(asked.items, [](StatusItem const& item) {
      return item.kind == StatusKind::next && item.key == "NC-7" && item.what == "decide-extension";
    }));
  }
  TEST_CASE("who may do what now is said of a disputed one") {
    auto const state = state_before("2026-11-26T00:00:00Z");
    auto const& record = *state.find<Nonconformity>("NC-8");
    auto const options = possible_steps(state, record, "P-PRG", Date::parse("2026-11-26").value());
    std::set<std::string_view> allowed;
    for (auto const& option : options)
      if (option.allowed) allowed.insert(option.step->id);
    CHECK(allowed.count("T06") == 1);
    CHECK(allowed.count("T07") == 1);
    CHECK(allowed.count("T04") == 0);
  }
}
