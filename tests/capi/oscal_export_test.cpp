#include "calls.hpp"

#include <doctest/doctest.h>

using namespace annexa::testing::c;

namespace {

Outcome oscal(annexa_workspace* workspace, std::string_view model, std::string_view key = "",
              std::string_view options = "") {
  return call(annexa_workspace_oscal, workspace, model.data(), model.size(), key.data(), key.size(), options.data(),
              options.size());
}

}  // namespace

TEST_SUITE("capi/oscal_export") {
  TEST_CASE("what an empty workspace cannot say in OSCAL is refused, and so are models and options that are none") {
    auto const workspace = in_memory();
    for (auto const* model : {"poam", "plan-of-action-and-milestones", "assessment-plan", "assessment-results"}) {
      CAPTURE(model);
      CHECK(oscal(workspace, model).is(ANNEXA_E_USAGE, "oscal.export.empty"));
      CHECK(oscal(workspace, model, "X-1").is(ANNEXA_E_USAGE, "reference.unknown"));
    }
    CHECK(oscal(workspace, "risk-register").is(ANNEXA_E_USAGE, "oscal.export.model"));
    CHECK(oscal(workspace, "poam", "", R"({"language":"it"})").is(ANNEXA_E_USAGE, "language.unknown"));
    CHECK(oscal(workspace, "poam", "", R"({"last_modified":"1700-01-01T00:00:00Z"})")
              .is(ANNEXA_E_USAGE, "oscal.export.time"));
    CHECK(oscal(workspace, "poam", "", R"({"people":"everybody"})").status == ANNEXA_E_USAGE);
    CHECK(oscal(workspace, "poam", "", R"({"colour":"red"})").status == ANNEXA_E_USAGE);
  }
}
