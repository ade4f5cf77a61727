#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

using namespace annexa::testing::c;

namespace {

constexpr std::string_view old_row =
    R"({"command":"applicability.decide","control":"iso27001-2013:A.5.1.1","applicable":true,"justification":"Why",
        "status":"implemented"})";

boost::json::value parsed_document(Outcome const& outcome) { return boost::json::parse(outcome.document); }

}  // namespace

TEST_SUITE("capi/review") {
  TEST_CASE("readiness and maturity are documents of their schemas") {
    auto const workspace = in_memory();
    auto const ready = parsed_document(call(annexa_workspace_readiness, static_cast<annexa_workspace*>(workspace)));
    CHECK(ready.at("on") == "2026-03-01");
    CHECK(ready.at("ready") == false);
    CHECK(ready.at("items").as_array().size() > 30);
    auto const mature = parsed_document(call(annexa_workspace_maturity, static_cast<annexa_workspace*>(workspace)));
    CHECK(mature.at("overall").at("unrated").as_array().size() == 123);
    for (auto const* name :
         {"readiness", "maturity-review", "gap", "statement-diff", "statement-migration", "document"}) {
      CAPTURE(name);
      CHECK(call(annexa_schema, name, std::string_view(name).size()).status == ANNEXA_OK);
    }
  }

  TEST_CASE("indicators and inputs of a management review are documents of their schemas, with options or without") {
    auto const workspace = in_memory();
    auto* const raw = static_cast<annexa_workspace*>(workspace);
    auto const defined = parsed_document(call(annexa_kpi_definitions));
    CHECK(defined.as_array().size() > 8);
    CHECK(defined.at(0).at("id") == "time-to-state");
    auto const trend = parsed_document(call(annexa_workspace_kpis, raw, "", std::size_t{0}));
    CHECK(trend.at("periods").as_array().size() == 4);
    constexpr std::string_view two = R"({"months":12,"periods":2})";
    CHECK(parsed_document(call(annexa_workspace_kpis, raw, two.data(), two.size())).at("periods").as_array().size() ==
          2);
    constexpr std::string_view wrong = R"({"months":13,"periods":0})";
    auto const refused = call(annexa_workspace_kpis, raw, wrong.data(), wrong.size());
    CHECK(refused.is(ANNEXA_E_USAGE, "kpi.range"));
    CHECK(refused.places == std::vector<std::string>{"/months", "/periods"});
    auto const pack = parsed_document(call(annexa_workspace_review, raw, "", std::size_t{0}));
    CHECK(pack.at("inputs").as_array().size() == 10);
    CHECK(pack.at("not_provided") == 10);
    CHECK(pack.at("inputs").at(0).at("summary") == "not provided");
    constexpr std::string_view unknown = R"({"management_review":"MR-1"})";
    CHECK(call(annexa_workspace_review, raw, unknown.data(), unknown.size()).is(ANNEXA_E_USAGE, "reference.unknown"));
    for (auto const* name : {"kpi-request", "kpi-trend", "review-request", "review-pack"}) {
      CAPTURE(name);
      CHECK(call(annexa_schema, name, std::string_view(name).size()).status == ANNEXA_OK);
    }
  }

  TEST_CASE("a gap is counted, and a framework that is not there is refused with those that are") {
    auto const workspace = in_memory();
    auto const found =
        parsed_document(call(annexa_workspace_gap, static_cast<annexa_workspace*>(workspace), "gdpr", std::size_t{4}));
    CHECK(found.at("totals").at("conforming") == 0);
    CHECK(found.at("requirements").as_array().size() ==
          static_cast<std::size_t>(found.at("totals").at("required").as_int64()));
    auto const refused =
        call(annexa_workspace_gap, static_cast<annexa_workspace*>(workspace), "iso9001", std::size_t{7});
    CHECK(refused.is(ANNEXA_E_USAGE, "catalog.unknown"));
    CHECK(refused.message.find("soc2-tsc-2017") != std::string::npos);
    CHECK(call(annexa_workspace_gap, static_cast<annexa_workspace*>(workspace), "", std::size_t{0}).status ==
          ANNEXA_E_USAGE);
  }

  TEST_CASE("crosswalks lead to and from what the workspace adopted, and composed ones say so") {
    auto const workspace = in_memory();
    REQUIRE(send(workspace, R"({"command":"catalog.adopt","document":{"id":"house","title":"House","requirements":[
        {"id":"1","title":"Doors","mappings":[{"to":"iso27001-2022","target":"A.7.2","relationship":"equal_to"}]}]}})")
                .status == ANNEXA_OK);
    auto const ask = [&](std::string_view from, std::string_view to, std::string_view through) {
      return call(annexa_workspace_crosswalk, static_cast<annexa_workspace*>(workspace), from.data(), from.size(),
                  to.data(), to.size(), through.data(), through.size());
    };
    CHECK(parsed_document(ask("iso27001-2022", "house", "")).at(0).at("target") == "1");
    CHECK(parsed_document(ask("house", "soc2-tsc-2017", "iso27001-2022")).at(0).at("through").at(0).at("id") ==
          "A.7.2");
    CHECK_FALSE(parsed_document(ask("gdpr", "iso27001-2022", "")).as_array().empty());
    CHECK(ask("house", "gdpr", "").is(ANNEXA_E_USAGE, "crosswalk.none"));
    CHECK(ask("house", "", "").status == ANNEXA_E_USAGE);
  }

  TEST_CASE("a migration is told before it is done, and versions that are not there are all named") {
    auto const workspace = in_memory();
    REQUIRE(send(workspace, old_row).status == ANNEXA_OK);
    auto const told = parsed_document(
        call(annexa_workspace_soa_migration, static_cast<annexa_workspace*>(workspace), "", std::size_t{0}));
    CHECK(told.at("rows").at(0).at("control") == "A.5.1");
    CHECK(parsed_document(query(workspace, "applicability")).as_array().size() == 1);
    REQUIRE(send(workspace, R"({"command":"soa.migrate"})").status == ANNEXA_OK);
    CHECK(parsed_document(query(workspace, "applicability")).as_array().size() == 2);
    CHECK(call(annexa_workspace_soa_migration, static_cast<annexa_workspace*>(workspace), "gdpr", std::size_t{4})
              .is(ANNEXA_E_USAGE, "soa.transition"));
    auto const refused = call(annexa_workspace_soa_diff, static_cast<annexa_workspace*>(workspace), "1", std::size_t{1},
                              "2", std::size_t{1});
    CHECK(refused.is(ANNEXA_E_USAGE, "soa.version"));
    CHECK(refused.places == std::vector<std::string>{"1", "2"});
    auto const same = parsed_document(call(annexa_workspace_soa_diff, static_cast<annexa_workspace*>(workspace),
                                           "current", std::size_t{7}, "current", std::size_t{7}));
    CHECK(same.at("unchanged") == 1);
  }
}
