// Plans, results and plans of action come in: annexa's own as they were, those of others with what they say.
#include <annexa/base/json.hpp>
#include <annexa/command/catalog_commands.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/exchange/oscal/export.hpp>

#include <doctest/doctest.h>
#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <string>

#include "report/sample_state.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;
namespace json = boost::json;

namespace {

using oscal::Model;

std::string text_of(State const& state, Model model, std::string key) {
  oscal::ExportOptions options;
  options.key = std::move(key);
  return json::serialize(export_oscal(state, model, options).value().json());
}

result<std::vector<ImportPlan>> plans_of(std::string text, State const& state, ImportOptions options = {}) {
  options.now = *Instant::parse("2026-08-03T09:00:00Z");
  options.actor = "P-2";
  TableOptions table;
  table.file = "their.json";
  return plan_import_tables(std::move(text), state, table, options);
}

ImportPlan one(std::string text, State const& state, ImportOptions options = {}) {
  auto plans = plans_of(std::move(text), state, std::move(options));
  if (!plans) FAIL(plans.error().text());
  REQUIRE(plans->size() == 1);
  return std::move(plans->front());
}

// The sample state without records of some nouns, as a workspace that knows the organisation and nothing of its audits.
State without(std::initializer_list<std::string_view> left_out) {
  State state;
  state.workspace = sample_state().workspace;
  for (auto const& noun : nouns()) {
    if (std::ranges::find(left_out, noun.name) != left_out.end()) continue;
    sample_state().table(noun).for_each([&](TableRow const& row) { state.put(noun, row); });
  }
  return state;
}

State without_audits() {
  return without({"audit", "session", "evidence", "assessment", "sample", "finding", "nonconformity", "action",
                  "interview", "document-request", "working-paper", "override"});
}

// The state and a catalog with one control, "7", that its document calls hr-7.
State with_house_catalog(State state) {
  CatalogDocument house;
  house.id = "house";
  house.title = "House";
  CatalogRow row;
  row.id = "7";
  row.title = "Leaving";
  row.cells = {{"oscal-id", "hr-7"}};
  house.requirements.push_back(row);
  command::AdoptCatalog adopt;
  adopt.document = std::move(house);
  return after(std::move(state), Command(std::move(adopt)));
}

template <class T>
std::string records_of(State const& state) {
  std::string all;
  state.for_each<T>([&](T const& record) { all += json::serialize(to_json(record)) + '\n'; });
  return all;
}

std::string entries(std::vector<ImportEntry> const& list) {
  std::string all;
  for (auto const& each : list) all += each.column + " [" + each.rule + "] " + each.message + '\n';
  return all;
}

constexpr std::string_view poam_of_others = R"({"plan-of-action-and-milestones":{
  "uuid":"74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
  "metadata":{"title":"T","last-modified":"2026-03-01T09:00:00Z","version":"1","oscal-version":"1.1.3"},
  "findings":[{"uuid":"10000000-0000-4000-8000-000000000001","title":"F","description":"D",
               "target":{"type":"statement-id","target-id":"a-5.1_smt","status":{"state":"not-satisfied"}}}],
  "risks":[{"uuid":"20000000-0000-4000-8000-000000000001","title":"R","description":"RD","statement":"Nobody reads it.",
            "status":"closed","deadline":"2026-05-01T00:00:00Z",
            "remediations":[{"uuid":"30000000-0000-4000-8000-000000000001","lifecycle":"planned","title":"Train them",
                             "description":"All of them."}],
            "risk-log":{"entries":[{"uuid":"40000000-0000-4000-8000-000000000001","start":"2026-02-01T00:00:00Z"},
                                   {"uuid":"40000000-0000-4000-8000-000000000002","start":"2026-04-01T00:00:00Z",
                                    "status-change":"closed"}]}}],
  "poam-items":[{"uuid":"50000000-0000-4000-8000-000000000001","title":"The policy is not known","description":"Asked five.",
                 "related-findings":[{"finding-uuid":"10000000-0000-4000-8000-000000000001"}],
                 "related-risks":[{"risk-uuid":"20000000-0000-4000-8000-000000000001"}]},
                {"uuid":"50000000-0000-4000-8000-000000000002","title":"No risk","description":"And no finding."}]}})";

}  // namespace

TEST_SUITE("exchange/oscal_import") {
  TEST_CASE("a plan of annexa's own becomes the audit with the sessions that it was written from") {
    auto const& before = sample_state();
    for (auto const* audit : before.all<Audit>()) {
      auto const plan = one(text_of(before, Model::assessment_plan, audit->key.text()), without_audits());
      CAPTURE(entries(plan.report.rejected));
      REQUIRE(plan.report.added == 1);
      auto const* after = plan.after.find(audit->key);
      REQUIRE(after);
      CHECK(after->title == audit->title);
      CHECK(after->objectives == audit->objectives);
      CHECK(after->team == audit->team);
      CHECK(after->criteria == audit->criteria);
      CHECK(after->units == audit->units);
      CHECK(after->state == AuditState::planned);
      auto const sessions = plan_of(before, audit->key);
      auto const again = plan_of(plan.after, audit->key);
      REQUIRE(again.size() == sessions.size());
      for (std::size_t i = 0; i < sessions.size(); ++i) {
        auto expected = *sessions[i];
        expected.sent = {};
        expected.sequence = {};
        CHECK(json::serialize(to_json(*again[i])) == json::serialize(to_json(expected)));
      }
    }
  }

  TEST_CASE("what is on record already changes nothing") {
    auto const& state = sample_state();
    auto const audit = state.all<Audit>().front()->key.text();
    auto const plan = one(text_of(state, Model::assessment_plan, audit), state);
    CHECK(plan.commands.empty());
    CHECK(plan.report.unchanged == 1);
    auto const results = one(text_of(state, Model::assessment_results, audit), state);
    CHECK(results.commands.empty());
    CHECK(results.report.kind == "findings");
    CHECK(results.report.rejected.empty());
    CHECK(results.report.unchanged == results.report.rows);
    auto const actions = one(text_of(state, Model::plan_of_action_and_milestones, ""), state);
    CHECK(actions.commands.empty());
    CHECK(actions.report.rejected.empty());
  }

  TEST_CASE("nonconformities come in as an export of their table would") {
    auto const& state = sample_state();
    auto const empty = without({"nonconformity", "action"});
    auto const by_oscal = one(text_of(state, Model::plan_of_action_and_milestones, ""), empty);
    ImportOptions options;
    options.kind = "nonconformities";
    auto const by_table = one(export_json(state, "nonconformities").value(), empty, options);
    CAPTURE(entries(by_table.report.rejected));
    CAPTURE(entries(by_oscal.report.rejected));
    REQUIRE(by_oscal.report.added == state.all<Nonconformity>().size());
    CHECK(records_of<Nonconformity>(by_oscal.after) == records_of<Nonconformity>(by_table.after));
  }

  TEST_CASE("results whose audit is not on record here become nonconformities") {
    auto const& state = sample_state();
    auto const audit = state.all<Audit>().front()->key.text();
    auto const plan = one(text_of(state, Model::assessment_results, audit), without_audits());
    CAPTURE(entries(plan.report.rejected));
    CHECK(plan.report.kind == "nonconformities");
    CHECK(plan.report.added > 0);
    CHECK(plan.report.rejected.empty());
    plan.after.for_each<Nonconformity>([&](Nonconformity const& each) {
      CHECK(is_as_imported(each));
      REQUIRE(state.find(each.key));
      CHECK(state.find(each.key)->criteria == each.criteria);
    });
  }

  TEST_CASE("what others tell of a nonconformity is kept as told, and marked where it proves nothing") {
    auto const plan = one(std::string(poam_of_others), without_audits());
    CAPTURE(entries(plan.report.rejected));
    REQUIRE(plan.report.added == 2);
    auto const all = plan.after.all<Nonconformity>();
    auto const& first = *all.front();
    CHECK(first.title == "The policy is not known");
    CHECK(first.evidence_statement == "Asked five.");
    CHECK(first.gap == "Nobody reads it.");
    CHECK(first.criteria == std::vector{*Criterion::parse("A.5.1")});
    CHECK(first.external_ids == std::vector{ExternalId{"oscal", "50000000-0000-4000-8000-000000000001"}});
    REQUIRE(first.detours);
    REQUIRE(first.detours->imported);
    auto const& imported = *first.detours->imported;
    CHECK(imported.imported_unverified);
    CHECK(imported.system == "oscal");
    REQUIRE(imported.past);
    CHECK(imported.past->action == "Train them\nAll of them.");
    CHECK(imported.past->due_on == Date::parse("2026-05-01").value());
    CHECK(imported.past->raised_on == Date::parse("2026-02-01").value());
    CHECK(imported.past->closed_on == Date::parse("2026-04-01").value());
    auto const again = one(std::string(poam_of_others), plan.after);
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 2);
    ImportOptions refuse;
    refuse.existing = ExistingPolicy::refuse;
    auto const refused = one(std::string(poam_of_others), plan.after, refuse);
    CHECK(refused.commands.empty());
    REQUIRE(refused.report.rejected.size() == 2);
    CHECK(refused.report.rejected.front().column.starts_with("/plan-of-action-and-milestones/poam-items/0"));
  }

  TEST_CASE("a control of a catalog that was read from OSCAL is called as there, on the way out and in") {
    auto const state = with_house_catalog(without_audits());
    auto text = std::string(poam_of_others);
    text.replace(text.find("a-5.1_smt"), 9, "hr-7_smt");
    auto const plan = one(text, state);
    CAPTURE(entries(plan.report.rejected));
    REQUIRE(plan.report.added == 2);
    auto const& first = *plan.after.all<Nonconformity>().front();
    CHECK(first.criteria == std::vector{*Criterion::parse("house:7")});
    auto const written = json::parse(text_of(plan.after, Model::plan_of_action_and_milestones, ""));
    auto const& target = written.at("plan-of-action-and-milestones").at("findings").at(0).at("target");
    CHECK(target.at("target-id") == "hr-7_smt");
    CHECK(target.at("props").at(0).at("value") == "hr-7");
    text.replace(text.find("hr-7_smt"), 8, "hr-8_smt");  // nobody here knows it: kept as told
    auto const unknown = one(text, state);
    REQUIRE(unknown.report.added == 2);
    CHECK(unknown.after.all<Nonconformity>().front()->criteria.empty());
  }

  TEST_CASE("plans of others and documents without anything to take are refused with their place") {
    auto const state = without_audits();
    auto const foreign = plans_of(R"({"assessment-plan":{"metadata":{"title":"T"}}})", state);
    REQUIRE(foreign.has_error());
    CHECK(foreign.error().violations().front().rule == "oscal.import.foreign-plan");
    CHECK(foreign.error().violations().front().where == "their.json:/assessment-plan");
    for (auto const* text :
         {R"({"plan-of-action-and-milestones":{"poam-items":{}}})",
          R"({"assessment-results":{"results":[{"findings":[{"target":{"status":{"state":"satisfied"}}}]}]}})",
          R"({"assessment-results":{}})"}) {
      auto const refused = plans_of(text, state);
      REQUIRE(refused.has_error());
      CHECK(refused.error().violations().front().rule == "oscal.import.nothing");
    }
    CHECK(plans_of(R"({"assessment-plan":{)", state).has_error());
  }

  TEST_CASE("whatever stands in the place of a value, nothing crashes") {
    auto const state = without_audits();
    std::vector<json::value> const wrong{nullptr, 7, true, "text", json::array(), json::object(), json::array{nullptr}};
    auto const& sample = sample_state();
    for (auto const& text : {std::string(poam_of_others), text_of(sample, Model::assessment_plan, "A-2026-1")}) {
      auto const document = json::parse(text);
      std::size_t changed = 0;
      std::function<void(json::value&, json::value const&)> const visit = [&](json::value& at,
                                                                              json::value const& whole) {
        if (++changed % 7 == 0) {
          auto const kept = at;
          at = wrong[changed % wrong.size()];
          static_cast<void>(plans_of(json::serialize(whole), state));
          at = kept;
        }
        if (auto* list = at.if_array())
          for (auto& each : *list) visit(each, whole);
        if (auto* object = at.if_object())
          for (auto& member : *object) visit(member.value(), whole);
      };
      auto whole = document;
      visit(whole.as_object().begin()->value(), whole);
      for (std::size_t size = 0; size < text.size(); size += 1000)
        static_cast<void>(plans_of(text.substr(0, size), state));
    }
  }
}
