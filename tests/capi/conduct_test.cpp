#include "calls.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

using namespace annexa::testing::c;

namespace {

boost::json::value document_of(Outcome const& outcome) { return boost::json::parse(outcome.document); }

Outcome propose(std::string_view request) { return call(annexa_grade_propose, request.data(), request.size()); }

}  // namespace

TEST_SUITE("capi/conduct") {
  TEST_CASE("a grade is proposed without a workspace, and a person decides") {
    auto const found = document_of(propose(R"({"answers":{"capability_affected":false,"capability_because":"No",
        "control_in_doubt":true,"control_because":"Missed twice"},"repeats":[{"key":"NC-1","what":"Before"}]})"));
    CHECK(found.at("grade") == "major");
    CHECK(found.at("tests").as_array().size() == 3);
    CHECK(found.at("hints").as_array().size() == 1);
    CHECK(propose(R"({"answers":{"control_in_doubt":true}})").is(ANNEXA_E_RULE, "grading.reason"));
    CHECK(propose(R"({"answers":{"doubt":true}})").is(ANNEXA_E_USAGE, "json.unknown-member"));
    CHECK(propose("").status == ANNEXA_E_USAGE);
    CHECK(propose("[]").status == ANNEXA_E_USAGE);
  }
  TEST_CASE("checklist, similar findings and grade of a workspace are documents of their schemas") {
    auto const workspace = in_memory();
    auto* const handle = static_cast<annexa_workspace*>(workspace);
    auto const ask = [&](auto function, std::string_view key) {
      return call(function, handle, key.data(), key.size());
    };
    CHECK(ask(annexa_workspace_checklist, "A-9").is(ANNEXA_E_USAGE, "reference.unknown"));
    CHECK(ask(annexa_workspace_similar, "NC-9").is(ANNEXA_E_USAGE, "reference.unknown"));
    CHECK(call(annexa_workspace_grade_proposal, handle, "F-9", std::size_t{3}, static_cast<char const*>(nullptr),
               std::size_t{0})
              .is(ANNEXA_E_USAGE, "reference.unknown"));
    CHECK(call(annexa_workspace_grade_proposal, handle, "F-9", std::size_t{3}, "[", std::size_t{1}).status ==
          ANNEXA_E_USAGE);
    for (auto const* name : {"checklist", "grade-request", "grade-proposal", "similar-findings"}) {
      CAPTURE(name);
      CHECK(call(annexa_schema, name, std::string_view(name).size()).status == ANNEXA_OK);
    }
  }
}
