// Tables that people published: what the import says of them, but none of their cells.
#include <annexa/base/json.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/exchange/import.hpp>

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "fixtures.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

namespace json = boost::json;

std::filesystem::path sample(std::string const& name) { return data_folder() / "samples" / name; }

bool is_absent(char const* name) {
  return without_data() || (!std::filesystem::exists(sample(name)) && std::getenv("CI") == nullptr);
}

ImportPlan plan_of(std::string const& name, State const& state, ImportOptions options = {}) {
  if (options.now == Instant()) options.now = context().now;
  TableOptions table;
  table.file = name;
  return plan_import(read_table(bytes_of(sample(name)), table).value(), state, options).value();
}

// "row column rule" of each entry; values and messages hold text of the table.
json::array places(std::vector<ImportEntry> const& entries) {
  json::array out;
  for (auto const& each : entries)
    out.emplace_back(std::to_string(each.row) + ' ' + each.column + ' ' + std::string(each.rule));
  return out;
}

// The report without what stands in cells: how the table was read, its columns, counts and the places of entries.
json::value outline(ImportReport const& report) {
  auto out = render_json(report).as_object();
  out["rejected"] = places(report.rejected);
  out["adjusted"] = places(report.adjusted);
  out["unresolved"] = places(report.unresolved);
  out["warnings"] = places(report.warnings);
  json::array conversions;
  for (auto const& each : report.converted)
    conversions.push_back(json::object{{"column", each.column}, {"rows", each.rows}});
  out["converted"] = std::move(conversions);
  out["created"] = report.created.size();
  out["records"] = report.records.size();
  return out;
}

// Compares with the approved outline; ANNEXA_APPROVE=1 makes what is found the approved one.
void check_approved(std::string const& name, ImportReport const& report) {
  auto const file = source_folder() / "tests/exchange/approved" / (name + ".json");
  auto const found = pretty_json(outline(report));
  if (std::getenv("ANNEXA_APPROVE")) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << found;
  }
  CHECK(found == bytes_of(file));
}

constexpr auto register_file = "risk-register_cenedril-en.csv";
constexpr auto checklist_file = "audit-checklist_csf-profile.csv";
constexpr auto capa_file = "capa-register_cenedril-en.csv";
constexpr auto statement_file = "soa_mcp-server-iso27001.csv";

}  // namespace

TEST_SUITE("exchange/samples") {
  TEST_CASE("a published risk register imports" * doctest::skip(is_absent(register_file))) {
    ImportOptions options;
    options.method = "5x5";
    auto const plan = plan_of(register_file, State{}, options);
    check_approved(register_file, plan.report);
    CHECK(plan.report.kind == "risks");
    CHECK(plan.report.accepted == 7);
    CHECK(plan.report.unmapped.empty());
    auto const state = after(State{}, plan);
    auto const& first = *state.find<Risk>("R-001");
    CHECK(first.scores.inherent->impacts == std::vector<int>{5, 5, 5, 4, 1});
    CHECK(first.scores.inherent->band == "critical");
    CHECK(first.scores.residual->band == "medium");
    CHECK(first.owner_name == "IT Operations Lead");
    CHECK(state.find<Risk>("R-004")->treatment == TreatmentOption::retain);
    CHECK(state.find<Risk>("R-004")->treatment_plan == "Accept with monitoring");
    CHECK(plan_of(register_file, state).commands.empty());
  }

  TEST_CASE("a published statement of applicability imports" * doctest::skip(is_absent(statement_file))) {
    auto const plan = plan_of(statement_file, State{});
    check_approved(statement_file, plan.report);
    CHECK(plan.report.kind == "soa");
    CHECK(plan.report.added == 93);
    CHECK(plan.report.adjusted.size() == 7);
    auto const state = after(State{}, plan);
    CHECK(state.all<Applicability>().size() == 93);
    CHECK_FALSE(state.find<Applicability>("A.7.1")->applicable);
    CHECK(state.find<Applicability>("A.5.7")->status == ImplementationStatus::not_implemented);
    CHECK(plan_of(statement_file, state).commands.empty());
  }

  TEST_CASE("a published register of nonconformities imports, and what it calls closed is marked" *
            doctest::skip(is_absent(capa_file))) {
    ImportOptions options;
    options.now = *Instant::parse("2026-06-01T09:00:00Z");
    auto const plan = plan_of(capa_file, State{}, options);
    check_approved(capa_file, plan.report);
    CHECK(plan.report.kind == "nonconformities");
    CHECK(plan.report.added == 5);
    CHECK(plan.report.unmapped.empty());
    State state;
    for (auto const& command : plan.commands) {
      Context later = context();
      later.now = options.now;
      state = decide(state, command, later).value().state;
    }
    using enum NonconformityState;
    std::vector<NonconformityState> states;
    int unproven = 0;
    state.for_each<Nonconformity>([&](Nonconformity const& each) {
      states.push_back(each.state);
      unproven += is_unproven(each) ? 1 : 0;
      CHECK(each.detours->imported->system == "register");
      CHECK_FALSE(each.detours->imported->past->cause.empty());
    });
    CHECK(states == std::vector{analysis, closed, analysis, issued, analysis});
    CHECK(unproven == 1);
    CHECK(plan_of(capa_file, state, options).commands.empty());
  }

  TEST_CASE("people who are known become responsible" * doctest::skip(is_absent(statement_file))) {
    auto const state = after(State{}, R"({"command":"person.add","person":"P-1","name":"Sarah Chen"})");
    auto const plan = plan_of(statement_file, state);
    auto const again = after(state, plan);
    CHECK(again.find<Applicability>("A.5.1")->responsible->text() == "P-1");
    CHECK(again.find<Applicability>("A.5.6")->responsible_name == "Marcus Webb");
  }

  TEST_CASE("a file cut off anywhere imports or is refused, and never by half" *
            doctest::skip(is_absent(statement_file))) {
    for (auto const* name : {register_file, statement_file}) {
      auto const bytes = bytes_of(sample(name));
      ImportOptions options;
      options.method = std::string_view(name) == register_file ? "5x5" : "";
      std::size_t refused = 0;
      for (std::size_t size = 0; size < bytes.size(); size += 100) {
        CAPTURE(size);
        auto const sheet = read_table(bytes.substr(0, size));
        if (!sheet) {
          ++refused;
          CHECK_FALSE(sheet.error().violations().front().message.empty());
          continue;
        }
        auto const plan = plan_import(*sheet, State{}, options);
        if (!plan) continue;
        CHECK(plan->commands.empty() == (!plan->report.rejected.empty() || plan->report.accepted == 0));
        static_cast<void>(after(State{}, *plan));
      }
      CHECK(refused > 0);
    }
  }

  TEST_CASE("a published audit test sheet, four quarters side by side, becomes a checklist" *
            doctest::skip(is_absent(checklist_file))) {
    auto const plan = plan_of(checklist_file, State{});
    check_approved(checklist_file, plan.report);
    CHECK(plan.report.kind == "checklist");
    CHECK(plan.report.added == 38);
    auto const state = after(State{}, plan);
    auto const* made = newest_template(state, "2026-alma-security-csf-assessment");
    REQUIRE(made);
    CHECK(made->items.size() == 38);
    CHECK(made->items[0].criterion.text() == "nist-csf-2.0:GV.SC-04");
    CHECK(made->items[0].question.starts_with("1. Review supplier inventory"));
    CHECK(made->items[0].methods == std::vector<std::string>{"document_review", "interview", "technical_test"});
    auto const again = plan_of(checklist_file, state);
    CHECK(again.commands.empty());
    CHECK(again.report.unchanged == 38);
  }

  TEST_CASE("a residual risk above the current one is found" *
            doctest::skip(is_absent("risk-assessment_ciso-assistant-cli.csv"))) {
    auto const method =
        R"({"command":"risk-method.adopt","risk_method":"4x4","name":"Four","likelihood":[{"name":"Unlikely"},{"name":"Likely"},{"name":"Very likely"}],
      "impact":[{"name":"Minor"},{"name":"Significant"},{"name":"Important"},{"name":"Critical"}],
      "bands":[{"name":"Low","colour":"#00ff00"},{"name":"Medium","colour":"#ffff00"},{"name":"High","colour":"#ff0000"}],
      "grid":[[1,1,2,2],[1,1,2,3],[1,2,3,3]]})";
    auto const plan = plan_of("risk-assessment_ciso-assistant-cli.csv", after(State{}, std::string_view(method)));
    check_approved("risk-assessment_ciso-assistant-cli.csv", plan.report);
    CHECK(plan.report.format.delimiter == ';');
    CHECK(plan.report.accepted == 2);
    REQUIRE(plan.report.rejected.size() == 1);
    CHECK(plan.report.rejected[0].row == 2);
    CHECK(plan.report.rejected[0].rule == "risk.residual-above-current");
  }
}
