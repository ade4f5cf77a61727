// The statement of applicability from OSCAL and to it.
#include <annexa/exchange/oscal/export.hpp>
// The header stands on its own: it comes first.
#include <annexa/base/json.hpp>
#include <annexa/command/statement_commands.hpp>
#include <annexa/exchange/import.hpp>
#include <annexa/isms/statement.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "exchange/fixtures.hpp"
#include "handed_on.hpp"
#include "support/example.hpp"
#include "support/support.hpp"

using namespace annexa;

namespace {

namespace json = boost::json;
using annexa::testing::after;

constexpr oscal::Model statement_models[] = {oscal::Model::system_security_plan, oscal::Model::component_definition};

json::value written(State const& state, oscal::Model model, std::string const& key = {}) {
  auto const document = export_oscal(state, model, {.key = key});
  if (!document) FAIL(document.error().text());
  return document->content();
}

std::string bytes_of(State const& state, oscal::Model model, std::string const& key = {}) {
  return json::serialize(export_oscal(state, model, {.key = key}).value().json());
}

result<ImportPlan> plan_of(std::string text, State const& state, std::string kind = {}) {
  TableOptions table;
  table.file = "soa.json";
  ImportOptions options;
  options.kind = std::move(kind);
  options.now = testing::context().now;
  return plan_import_file(std::move(text), state, table, options);
}

ImportPlan taken(std::string text, State const& state, std::string kind = {}) {
  auto plan = plan_of(std::move(text), state, std::move(kind));
  if (!plan) FAIL(plan.error().text());
  return *std::move(plan);
}

// The rows, by the controls that they are about.
std::string rows_of(State const& state) {
  std::string out;
  state.for_each<Applicability>([&](Applicability const& row) { out += json::serialize(to_json(row)) + '\n'; });
  return out;
}

// The state without its statement of applicability.
State without_statement(State const& state) {
  State out;
  out.workspace = state.workspace;
  for (auto const& noun : nouns())
    if (noun.name != Applicability::type_name)
      state.table(noun).for_each([&](TableRow const& row) { out.put(noun, row); });
  return out;
}

json::object const& requirement_of(json::value const& list, std::string_view control) {
  for (auto const& each : list.as_array())
    if (each.at("control-id") == json::value(control)) return each.as_object();
  FAIL("no requirement " << control);
  throw std::runtime_error("unreachable");
}

std::string rejections(ImportPlan const& plan) {
  std::string out;
  for (auto const& each : plan.report.rejected) out += each.rule + " at " + each.column + " (" + each.value + ")\n";
  return out;
}

constexpr std::string_view decisions[] = {
    R"({"command":"document.add","document":"D-1","title":"Policy","kind":"policy"})",
    R"({"command":"applicability.decide","control":"A.5.1","applicable":true,"justification":"Customers ask for it",
        "status":"implemented","implementation":"A policy.\nReviewed each year.","responsible":"P-1",
        "documents":["D-1"],"drivers":[{"kind":"contract","reference":"C-7"}],"custom":{"x:level":3}})",
    R"({"command":"applicability.decide","control":"A.7.4","applicable":false,"justification":"No premises"})",
    R"({"command":"applicability.decide","control":"A.8.13","applicable":true,"justification":"Good practice",
        "status":"not-implemented"})",
    R"x({"command":"applicability.decide","control":"nist-800-53-r5:AC-2(1)","applicable":true,
        "justification":"Asked for","status":"retired"})x",
    R"({"command":"applicability.decide","control":"nist-csf-2.0:GV.OC-01","applicable":true,
        "justification":"Asked for","status":"planned"})"};

State decided() {
  auto state = testing::small_state();
  for (auto const text : decisions) state = after(state, text);
  return state;
}

std::string plan_of_others(std::string const& requirements) {
  return R"({"system-security-plan":{"metadata":{"title":"Their plan"},"system-implementation":{"components":[
    {"uuid":"c1","title":"Platform"},{"uuid":"c2","title":"Office"}]},"control-implementation":{
    "implemented-requirements":[)" +
         requirements + "]}}}";
}

rc::Gen<std::string> odd_statement_text() {
  return rc::gen::element<std::string>("plain", "a\nb", "\xC3\xBC \"q\" \\", "=1+1", "one\n\nthree", "x|y;z,",
                                       "Not described.", std::string(300, 'x'),
                                       "\xE2\x80\xA8mid\xE2\x80\xA8"
                                       "dle");
}

command::DecideApplicability random_row(std::string const& control) {
  command::DecideApplicability row;
  row.control = Criterion::parse(control).value();
  row.applicability = Key<"applicability">::parse(*rc::gen::element<std::string>("", "row-") + control).value();
  row.applicable = *rc::gen::arbitrary<bool>();
  row.justification = *odd_statement_text();
  if (row.applicable) {
    row.status = *rc::gen::element(ImplementationStatus::not_implemented, ImplementationStatus::planned,
                                   ImplementationStatus::partial, ImplementationStatus::implemented,
                                   ImplementationStatus::retired);
    row.drivers = {{DriverKind::legal, *odd_statement_text()}, {DriverKind::baseline, ""}};
    row.implementation = *odd_statement_text();
    row.responsible = *Key<"person">::parse("P-1");
    row.documents = {*Key<"document">::parse("D-1")};
  }
  if (*rc::gen::arbitrary<bool>()) row.custom.members["t:text"] = *odd_statement_text();
  if (*rc::gen::arbitrary<bool>()) row.custom.members["t:number"] = std::int64_t{7};
  if (*rc::gen::arbitrary<bool>()) row.external_ids = {{"grc", "17 " + control}};
  return row;
}

State random_statement() {
  auto state =
      after(testing::small_state(), R"({"command":"document.add","document":"D-1","title":"P","kind":"policy"})");
  for (auto const* control : {"A.5.1", "A.5.10", "A.8.34", "nist-800-53-r5:AC-2(1)", "soc2-tsc-2017:CC6.1"})
    if (*rc::gen::arbitrary<bool>()) state = after(state, Command(random_row(control)));
  return state;
}

}  // namespace

TEST_SUITE("exchange/oscal_statements") {
  TEST_CASE("a plan says of every control whether it applies, why, how far it is done and by whom") {
    auto const plan = written(decided(), oscal::Model::system_security_plan);
    auto const& rows = plan.at("control-implementation").at("implemented-requirements");
    CHECK(rows.as_array().size() == 5);
    auto const& policy = requirement_of(rows, "a-5.1");
    auto const& done = policy.at("by-components").at(0);
    CHECK(done.at("description") == "A policy.\nReviewed each year.");
    CHECK(done.at("implementation-status").at("state") == "implemented");
    CHECK(policy.at("remarks") == "Customers ask for it");
    CHECK(policy.at("responsible-roles").at(0).at("role-id") == "control-owner");
    CHECK(policy.at("links").at(0).at("rel") == "reference");
    auto const& excluded = requirement_of(rows, "a-7.4");
    CHECK(excluded.at("by-components").at(0).at("implementation-status").at("state") == "not-applicable");
    CHECK(excluded.at("by-components").at(0).at("implementation-status").at("remarks") == "No premises");
    CHECK(excluded.at("remarks") == "No premises");
    CHECK(requirement_of(rows, "a-8.13").at("by-components").at(0).at("implementation-status").at("state") ==
          "not-implemented");
    CHECK(requirement_of(rows, "ac-2.1").at("by-components").at(0).at("implementation-status").at("state") ==
          "retired");
    CHECK(requirement_of(rows, "GV.OC-01").at("control-id") == "GV.OC-01");
  }

  TEST_CASE("a profile selects what applies, by catalogs, and nothing else") {
    auto const profile = written(decided(), oscal::Model::profile);
    CHECK(json::serialize(profile.at("merge")) == R"({"as-is":true})");
    std::string ids;
    for (auto const& each : profile.at("imports").as_array()) {
      ids += std::string(1, each.at("href").as_string().front()) + ": ";
      for (auto const& id : each.at("include-controls").at(0).at("with-ids").as_array())
        ids += std::string(id.as_string()) + ' ';
    }
    CHECK(ids == "#: a-5.1 a-8.13 #: ac-2.1 #: GV.OC-01 ");
    CHECK(profile.at("back-matter").at("resources").at(0).at("rlinks").at(0).at("href") == "iso27001-2022.json");
  }

  TEST_CASE("what cannot be written is refused by name") {
    auto const empty = testing::small_state();
    for (auto const model :
         {oscal::Model::profile, oscal::Model::system_security_plan, oscal::Model::component_definition})
      CHECK(export_oscal(empty, model).error().names("oscal.export.empty"));
    auto const excluded =
        after(empty, R"({"command":"applicability.decide","control":"A.7.4","applicable":false,"justification":"No"})");
    CHECK(export_oscal(excluded, oscal::Model::profile).error().names("oscal.export.empty"));
    CHECK(export_oscal(decided(), oscal::Model::profile, {.key = "SoA-9"}).error().names("soa.version"));
  }

  TEST_CASE("what annexa wrote comes back row by row, member by member") {
    CHECK(rc::check([] {
      auto const state = random_statement();
      RC_PRE(!state.all<Applicability>().empty());
      for (auto const model : statement_models) {
        auto const text = bytes_of(state, model);
        RC_ASSERT(text == bytes_of(state, model));
        testing::hand_on(json::serialize(json::parse(text)));
        auto const bare = without_statement(state);
        auto const plan = taken(text, bare);
        RC_ASSERT(rejections(plan) == "");
        auto const again = rows_of(after(bare, plan));
        if (again != rows_of(state)) RC_FAIL(again + "\nexpected\n" + rows_of(state));
        RC_ASSERT(taken(text, state).commands.empty());
      }
    }));
  }

  TEST_CASE("the statement of the example organisation, and each approved version of it, goes out and comes in") {
    auto const state = testing::example_year().state;
    std::vector<std::string> keys{""};
    state.for_each<StatementOfApplicability>(
        [&](StatementOfApplicability const& each) { keys.push_back(each.key.text()); });
    CHECK(keys.size() > 1);
    for (auto const model : statement_models) {
      auto const bare = without_statement(state);
      auto const plan = taken(bytes_of(state, model), bare);
      CHECK(rejections(plan) == "");
      CHECK(plan.report.kind == "soa");
      CHECK(rows_of(after(bare, plan)) == rows_of(state));
      std::set<std::string> uuids;
      for (auto const& key : keys)
        CHECK(uuids.insert(std::string(written(state, model, key).at("uuid").as_string())).second);
    }
  }

  TEST_CASE("uuids stay while rows stay") {
    auto const before = written(decided(), oscal::Model::system_security_plan);
    auto const later = after(decided(), R"({"command":"unit.add","unit":"U-9","name":"Sales","kind":"process"})");
    auto const now = written(later, oscal::Model::system_security_plan);
    CHECK(before.at("uuid") == now.at("uuid"));
    CHECK(before.at("control-implementation") == now.at("control-implementation"));
    CHECK(before.at("metadata").at("version") != now.at("metadata").at("version"));
  }

  TEST_CASE("plans of others become a draft") {
    auto const text = plan_of_others(R"(
      {"control-id":"ac-2.1","by-components":[
        {"component-uuid":"c1","description":"By the platform.","implementation-status":{"state":"implemented"}},
        {"component-uuid":"c2","description":"By hand.","implementation-status":{"state":"planned"}}]},
      {"control-id":"AC-2","remarks":"Customers ask for it","statements":[{"statement-id":"ac-2_smt.a","by-components":[
        {"component-uuid":"c1","description":"Accounts are listed.","implementation-status":{"state":"implemented"}}]}]},
      {"control-id":"ac-3","props":[{"name":"implementation-status","value":"partial"}],"by-components":[]},
      {"control-id":"ac-4","by-components":[{"component-uuid":"c1","description":"There is one network.",
        "implementation-status":{"state":"not-applicable"}}]},
      {"control-id":"A.5.1"},
      {"control-id":"5.2","remarks":"of Annex A"},
      {"control-id":"x","props":[{"name":"control-id","ns":"https://example.org","value":"a-5.3"}]})");
    auto const plan = taken(text, testing::small_state());
    CHECK(rejections(plan) == "");
    auto const state = after(testing::small_state(), plan);
    auto const row = [&](char const* key) -> Applicability const& { return *state.find<Applicability>(key); };
    CHECK(row("nist-800-53-r5:AC-2(1)").status == ImplementationStatus::partial);
    CHECK(row("nist-800-53-r5:AC-2(1)").implementation == "Platform: By the platform.\n\nOffice: By hand.");
    CHECK(row("nist-800-53-r5:AC-2(1)").justification == "Selected in \"Their plan\".");
    CHECK(row("nist-800-53-r5:AC-2(1)").drivers.front().kind == DriverKind::baseline);
    CHECK(row("nist-800-53-r5:AC-2").justification == "Customers ask for it");
    CHECK(row("nist-800-53-r5:AC-2").implementation == "ac-2_smt.a, Platform: Accounts are listed.");
    CHECK(row("nist-800-53-r5:AC-2").status == ImplementationStatus::implemented);
    CHECK(row("nist-800-53-r5:AC-3").status == ImplementationStatus::partial);
    CHECK(!row("nist-800-53-r5:AC-4").applicable);
    CHECK(row("nist-800-53-r5:AC-4").justification == "Platform: There is one network.");
    CHECK(row("A.5.1").applicable);
    CHECK(row("A.5.2").justification == "of Annex A");
    CHECK(state.find<Applicability>("A.5.3"));
    std::string told;
    for (auto const& each : plan.report.warnings) told += each.message + '\n';
    CHECK(told.find("4 controls come without a justification") != told.npos);
    CHECK(told.find("3 controls come without a state") != told.npos);
    CHECK(row("A.5.1").status == ImplementationStatus::not_implemented);
  }

  TEST_CASE("a draft changes what is said and keeps what is not") {
    auto const state = decided();
    auto const plan = taken(plan_of_others(R"({"control-id":"a-5.1","by-components":[{"component-uuid":"c1",
        "description":"","implementation-status":{"state":"partial"}}]})"),
                            state);
    auto const changed = after(state, plan);
    auto const* row = changed.find<Applicability>("A.5.1");
    CHECK(row->status == ImplementationStatus::partial);
    CHECK(row->justification == "Customers ask for it");
    CHECK(row->drivers.front().reference == "C-7");
  }

  TEST_CASE("a component definition of others becomes a draft") {
    auto const text = R"({"component-definition":{"metadata":{"title":"Parts"},"components":[
      {"uuid":"1","title":"Database","control-implementations":[{"implemented-requirements":[
         {"control-id":"sc-8","description":"It encrypts."},{"control-id":"ac-2","description":"It has accounts."}]}]},
      {"uuid":"2","title":"Office","control-implementations":[{"implemented-requirements":[
         {"control-id":"sc-8","description":"It does, too."}]}]}]}})";
    auto const plan = taken(text, testing::small_state(), "soa");
    CHECK(rejections(plan) == "");
    CHECK(plan.report.added == 2);
    auto const state = after(testing::small_state(), plan);
    auto const* row = state.find<Applicability>("nist-800-53-r5:SC-8");
    REQUIRE(row);
    CHECK(row->implementation == "Database: It encrypts.\n\nOffice: It does, too.");
  }

  TEST_CASE("controls that nobody knows, and exclusions without a reason, are rejected where they stand") {
    auto const plan = taken(plan_of_others(R"({"control-id":"nowhere-1"},{"control-id":"ac-4","by-components":[
        {"component-uuid":"c1","description":"","implementation-status":{"state":"not-applicable"}}]},
        {"control-id":"ac-5"})"),
                            testing::small_state());
    REQUIRE(plan.report.rejected.size() == 2);
    auto const front = std::string("/system-security-plan/control-implementation/implemented-requirements/");
    CHECK(plan.report.rejected[0].column.starts_with(front + '0'));
    CHECK(plan.report.rejected[0].value == "nowhere-1");
    CHECK(plan.report.rejected[1].column.starts_with(front + '1'));
    CHECK(plan_of(plan_of_others(""), testing::small_state()).error().names("oscal.import.nothing"));
  }

  TEST_CASE("NIST's own plans come in as drafts" * doctest::skip(testing::without_data())) {
    for (auto const* name : {"ssp-example", "ifa_ssp-example", "oscal_leveraged-example_ssp",
                             "oscal_leveraging-example_ssp", "example-component", "example-component-definition"}) {
      CAPTURE(name);
      auto const bytes = testing::bytes_of(testing::data_folder() / "oscal/examples" / (std::string(name) + ".json"));
      auto const plan = taken(bytes, testing::small_state());
      CHECK(rejections(plan) == "");
      CHECK(plan.report.added > 0);
      CHECK(after(testing::small_state(), plan).all<Applicability>().size() == plan.report.added);
    }
  }
}
