#include <annexa/review/kpi.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/management_review.hpp>
#include <annexa/command/review.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Date kpi_day(char const* text) { return Date::parse(text).value(); }

// A nonconformity that moved into states on days, raised on the first.
Nonconformity moved(char const* key, std::vector<std::pair<NonconformityState, char const*>> const& moves) {
  Nonconformity out;
  out.key = Key<"nonconformity">::parse(key).value();
  out.criteria = {Criterion::parse("A.5.18").value()};
  auto from = NonconformityState::draft;
  for (auto const& [state, day] : moves) {
    out.trail.push_back({"T", from, state, "P", Instant::parse(std::string(day) + "T10:00:00Z").value(), {}});
    if (state == NonconformityState::closed) out.closed_on = kpi_day(day);
    from = state;
  }
  out.state = from;
  return out;
}

// Records of a few nonconformities and actions, and the indicators over them.
struct Few {
  std::vector<Nonconformity> nonconformities;
  std::vector<CorrectiveAction> actions;

  [[nodiscard]] KpiPeriod in(char const* from, char const* until, char const* today = "2026-12-31") const {
    ReviewRecords records;
    for (auto const& each : nonconformities) records.nonconformities.push_back(&each);
    for (auto const& each : actions) records.actions.push_back(&each);
    return kpis(records, iso27001_2022(), kpi_day(from), kpi_day(until), kpi_day(today));
  }
};

KpiValue value_of(KpiPeriod const& period, std::string_view id, std::string_view group = {}) {
  for (auto const& each : period.values)
    if (each.id == id && each.group == group) return each;
  FAIL("no value of ", id, ' ', group);
  return {};
}

// "50.0 (1 of 2)"
std::string shown(KpiPeriod const& period, std::string_view id, std::string_view group = {}) {
  auto const found = value_of(period, id, group);
  return (found.value ? to_string(*found.value) : "-") + " (" + std::to_string(found.part) + " of " +
         std::to_string(found.whole) + ')';
}

CorrectiveAction due_action(char const* due, char const* done, ActionState state = ActionState::done) {
  CorrectiveAction out;
  out.key = Key<"action">::parse(std::string("CA-") + due + done).value();
  out.nonconformity = Key<"nonconformity">::parse("NC-1").value();
  out.due_on = kpi_day(due);
  if (*done != '\0') out.done_on = kpi_day(done);
  out.state = state;
  return out;
}

using enum NonconformityState;

}  // namespace

TEST_SUITE("review/kpi") {
  TEST_CASE("each indicator has one definition that says what is counted, out of what, and whom it serves") {
    std::set<std::string_view> ids;
    std::set<std::string_view> titles;
    for (auto const& each : kpi_definitions()) {
      CAPTURE(each.id);
      CHECK(ids.insert(each.id).second);
      CHECK(titles.insert(each.title).second);
      CHECK(!each.part.empty());
      CHECK(!each.whole.empty());
      CHECK(each.source.find("9.") != std::string_view::npos);
      CHECK((each.unit == "%" || each.unit == "days" || each.unit.empty()));
      CHECK(find_kpi(each.id) == &each);
    }
    CHECK(find_kpi("happiness") == nullptr);
  }

  TEST_CASE("the page in docs is made from the table") {
    CHECK_MESSAGE(bytes_of(source_folder() / "docs/kpis.md") == kpi_page(),
                  "make it anew: annexa kpi --page > docs/kpis.md");
  }

  TEST_CASE("every value of a period is of an indicator that is defined, and every indicator is told") {
    auto const period = Few{}.in("2026-01-01", "2026-03-31");
    for (auto const& each : period.values) CHECK(find_kpi(each.id) != nullptr);
    for (auto const* id : {"time-to-state", "overdue-share", "effectiveness-rate", "recurrence-rate", "age", "ageing",
                           "programme-fulfilment", "audit-coverage"})
      CHECK(std::ranges::count(period.values, std::string(id), &KpiValue::id) > 0);
  }

  TEST_CASE("nothing to count has no value, which is not zero") {
    auto const period = Few{}.in("2026-01-01", "2026-03-31");
    CHECK(shown(period, "overdue-share") == "- (0 of 0)");
    CHECK(shown(period, "age") == "- (0 of 0)");
    CHECK(shown(period, "ageing", "over 180 days") == "0 (0 of 0)");
  }

  TEST_CASE("the time to a state is the median over those that first came into it within the period") {
    Few few;
    few.nonconformities = {
        moved("NC-1", {{draft, "2026-01-01"}, {issued, "2026-01-05"}, {closed, "2026-02-10"}}),
        moved("NC-2", {{draft, "2026-01-01"},
                       {issued, "2026-01-02"},
                       {closed, "2026-02-11"},
                       {analysis, "2026-02-20"},
                       {closed, "2026-03-31"}}),
        moved("NC-3", {{draft, "2026-01-01"}, {issued, "2026-04-01"}}),
    };
    CHECK(shown(few.in("2026-01-01", "2026-03-31"), "time-to-state", "issued") == "2.5 (2 of 2)");
    CHECK(shown(few.in("2026-01-01", "2026-03-31"), "time-to-state", "closed") == "40.5 (40 of 2)");
    CHECK(shown(few.in("2026-03-01", "2026-03-31"), "time-to-state", "closed") == "- (0 of 0)");
    CHECK(shown(few.in("2026-04-01", "2026-04-01"), "time-to-state", "issued") == "90.0 (90 of 1)");
  }

  TEST_CASE("an action counts in the period in which its day falls, and is late if it was done later or not at all") {
    Few few;
    few.nonconformities = {moved("NC-1", {{draft, "2026-01-01"}, {implementing, "2026-01-05"}})};
    few.actions = {due_action("2026-02-01", "2026-02-01"),
                   due_action("2026-02-02", "2026-02-03"),
                   due_action("2026-02-03", "", ActionState::in_progress),
                   due_action("2026-02-04", "", ActionState::cancelled),
                   due_action("2026-02-05", "", ActionState::proposed),
                   due_action("2026-05-01", "")};
    CHECK(shown(few.in("2026-02-01", "2026-02-28"), "overdue-share") == "66.6 (2 of 3)");
    CHECK(shown(few.in("2026-02-01", "2026-02-28", "2026-02-03"), "overdue-share") == "50.0 (1 of 2)");
    CHECK(shown(few.in("2026-01-01", "2026-01-31"), "overdue-share") == "- (0 of 0)");
    CHECK(shown(few.in("2026-02-01", "2026-12-31"), "overdue-open") == "100.0 (1 of 1)");
    CHECK(shown(few.in("2026-02-01", "2026-02-28"), "overdue-open") == "- (0 of 0)");
  }

  TEST_CASE("age and ageing tell of what was open at the end of the period, whatever became of it since") {
    Few few;
    few.nonconformities = {moved("NC-1", {{draft, "2026-01-01"}, {issued, "2026-01-02"}, {closed, "2026-06-30"}}),
                           moved("NC-2", {{draft, "2026-03-01"}, {issued, "2026-03-01"}}),
                           moved("NC-3", {{draft, "2026-03-31"}, {withdrawn, "2026-03-31"}})};
    auto const spring = few.in("2026-01-01", "2026-03-31");
    CHECK(shown(spring, "age") == "59.5 (59 of 2)");
    CHECK(shown(spring, "ageing", "up to 30 days") == "1 (1 of 2)");
    CHECK(shown(spring, "ageing", "31 to 90 days") == "1 (1 of 2)");
    auto const summer = few.in("2026-04-01", "2026-06-30");
    CHECK(shown(summer, "age") == "121.0 (121 of 1)");
    CHECK(shown(summer, "ageing", "91 to 180 days") == "1 (1 of 1)");
  }

  TEST_CASE("a nonconformity recurs if one on the same criterion in the same unit was closed before it was raised") {
    Few few;
    few.nonconformities = {moved("NC-1", {{draft, "2026-01-01"}, {closed, "2026-01-20"}}),
                           moved("NC-2", {{draft, "2026-01-20"}, {issued, "2026-01-20"}}),
                           moved("NC-3", {{draft, "2026-02-01"}, {issued, "2026-02-01"}})};
    CHECK(shown(few.in("2026-01-01", "2026-03-31"), "recurrence-rate") == "33.3 (1 of 3)");
    few.nonconformities[2].unit = Key<"unit">::parse("U-1").value();
    CHECK(shown(few.in("2026-01-01", "2026-03-31"), "recurrence-rate") == "0.0 (0 of 3)");
  }

  TEST_CASE("the year of the example is told as its records are") {
    auto const state = example_year().state;
    auto const trend = kpi_trend(state, {kpi_day("2026-11-30"), 12, 1}, kpi_day("2026-11-30")).value();
    REQUIRE(trend.periods.size() == 1);
    auto const& year = trend.periods.front();
    CHECK(to_string(year.from) == "2025-12-01");
    CHECK(shown(year, "effectiveness-rate") == "83.3 (5 of 6)");
    CHECK(shown(year, "programme-fulfilment").ends_with("(2 of 2)"));
    CHECK(shown(year, "audit-coverage", "units") == "100.0 (14 of 14)");
    CHECK(shown(year, "age") == "- (0 of 0)");
    CHECK(value_of(year, "time-to-state", "closed").whole == 6);
    CHECK(value_of(year, "findings-by-clause", "A.8").part > 0);
    CHECK(value_of(year, "findings-by-theme", "Technological").part ==
          value_of(year, "findings-by-clause", "A.8").part);
  }

  TEST_CASE("periods follow on each other without a gap, and the last ends on the day") {
    auto const trend = kpi_trend(State(), {kpi_day("2026-05-31"), 1, 5}, kpi_day("2026-06-01")).value();
    REQUIRE(trend.periods.size() == 5);
    CHECK(trend.periods[3].until == kpi_day("2026-04-30"));
    CHECK(trend.periods[2].until == kpi_day("2026-03-31"));
    CHECK(trend.periods.back().until == kpi_day("2026-05-31"));
    for (std::size_t i = 1; i < trend.periods.size(); ++i)
      CHECK(trend.periods[i].from == trend.periods[i - 1].until.plus_days(1));
  }

  TEST_CASE("a request that is none is refused for every reason at once") {
    auto const refused = kpi_trend(State(), {kpi_day("2026-06-02"), 13, 0}, kpi_day("2026-06-01"));
    REQUIRE(!refused);
    CHECK(refused.error().violations().size() == 3);
    CHECK(refused.error().names("kpi.range"));
    CHECK(refused.error().names("kpi.until"));
    CHECK(refused.error().kind() == ErrorKind::usage);
  }

  TEST_CASE("what another system closed and nobody proved counts nowhere, and is told") {
    auto came = moved("NC-1", {{NonconformityState::closed, "2026-05-01"}});
    came.detours.made().imported = ImportedState{"defectdojo", "is_mitigated", true};
    came.trail.front().step = import_step;
    Few const few{{came, moved("NC-2", {{NonconformityState::closed, "2026-05-02"}})}, {}};
    auto const period = few.in("2026-05-01", "2026-05-31");
    for (auto const& each : period.values)
      if (each.id == "recurrence-rate") CHECK(each.whole == 1);
    came.trail.push_back({"T21",
                          NonconformityState::closed,
                          NonconformityState::analysis,
                          "P",
                          Instant::parse("2026-05-03T10:00:00Z").value(),
                          {}});
    CHECK_FALSE(is_unproven(came));
  }
}
