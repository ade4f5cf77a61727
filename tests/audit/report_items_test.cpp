#include <annexa/audit/report_items.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <set>

using namespace annexa;

namespace {

Audit complete() {
  Audit audit;
  audit.objectives = {"See whether it conforms"};
  audit.scope = "Everything";
  audit.criteria = {*Criterion::parse("9.2.1")};
  audit.client = "Management";
  audit.team = {{*Key<"person">::parse("P-1"), TeamRole::lead}};
  audit.independence = "Nobody audits own work";
  audit.methods = {"interview"};
  auto const people = std::vector{*Key<"person">::parse("P-2")};
  audit.meetings = {{MeetingKind::opening, {}, "Room 1", people, "", {}, {}},
                    {MeetingKind::closing, {}, "Room 1", people, "", {}, {}}};
  audit.sampling = "A sample can miss something";
  audit.conclusion = Conclusion{"It conforms", true, true, {"Yes"}, {ObjectiveResult::met}, {}};
  audit.distribution = {"Management"};
  return audit;
}

}  // namespace

TEST_SUITE("audit/report_items") {
  TEST_CASE("a complete audit lacks nothing") { CHECK(missing_items({complete(), 1}).empty()); }

  TEST_CASE("an audit with nothing lacks everything") {
    Audit const audit;
    CHECK(missing_items({audit, 0}).size() == report_items.size());
  }

  TEST_CASE("each item is missed by its name") {
    struct Row {
      char const* id;
      std::function<void(Audit&)> take;
    };
    Row const rows[] = {
        {"objectives",
         [](Audit& a) {
           a.objectives.clear();
           a.conclusion->by_objective.clear();
         }},
        {"scope", [](Audit& a) { a.scope = "  "; }},
        {"criteria", [](Audit& a) { a.criteria.clear(); }},
        {"client", [](Audit& a) { a.client.clear(); }},
        {"team", [](Audit& a) { a.team[0].role = TeamRole::auditor; }},
        {"independence", [](Audit& a) { a.independence = "\n"; }},
        {"methods", [](Audit& a) { a.methods.clear(); }},
        {"meetings", [](Audit& a) { a.meetings.pop_back(); }},
        {"participants",
         [](Audit& a) {
           for (auto& each : a.meetings) each.attendees.clear();
         }},
        {"places",
         [](Audit& a) {
           for (auto& each : a.meetings) each.place.clear();
         }},
        {"sampling", [](Audit& a) { a.sampling.clear(); }},
        {"conclusion", [](Audit& a) { a.conclusion->summary.clear(); }},
        {"conclusion-by-objective", [](Audit& a) { a.conclusion->by_objective.clear(); }},
        {"distribution", [](Audit& a) { a.distribution.clear(); }},
    };
    std::set<std::string_view> tried{"plan"};
    for (auto const& row : rows) {
      CAPTURE(row.id);
      auto audit = complete();
      row.take(audit);
      auto const missing = missing_items({audit, 1});
      REQUIRE(missing.size() == 1);
      CHECK(missing[0]->id == row.id);
      tried.insert(row.id);
    }
    auto const audit = complete();
    auto const missing = missing_items({audit, 0});
    REQUIRE(missing.size() == 1);
    CHECK(missing[0]->id == "plan");
    CHECK(tried.size() == report_items.size());  // no item is without a row here
  }
}
