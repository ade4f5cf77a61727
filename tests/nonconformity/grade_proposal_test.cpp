#include <annexa/nonconformity/grade_proposal.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

using namespace annexa;

namespace {

GradeRequest answered(std::optional<bool> capability, std::optional<bool> control, std::optional<bool> systemic) {
  GradeRequest request;
  auto const why = [](std::optional<bool> const& answer) { return answer ? "because" : ""; };
  request.answers = {capability, why(capability), control, why(control), systemic, why(systemic)};
  return request;
}

}  // namespace

TEST_SUITE("nonconformity/grade_proposal") {
  TEST_CASE("each test alone makes it major, and each says so with its reason and source") {
    int count = 0;
    for (auto const& request : {answered(true, false, false), answered(false, true, false),
                                answered(false, false, true), answered(true, {}, {}), answered({}, {}, true)}) {
      auto const proposal = propose_grade(request);
      REQUIRE(proposal.has_value());
      CHECK(proposal->grade == Grade::major);
      CHECK(proposal->because.size() >= 1);
      for (auto const& test : proposal->tests) {
        ++count;
        CHECK(test.source.find("17021-1 3.12") != std::string::npos);
      }
    }
    CHECK(count == 15);
  }
  TEST_CASE("it is minor only when every test that applies is answered with no") {
    CHECK(propose_grade(answered(false, false, false))->grade == Grade::minor);
    CHECK(propose_grade(answered(false, false, {}))->grade ==
          Grade::minor);  // too few minor ones for a systemic failure
    CHECK_FALSE(propose_grade(answered(false, {}, false))->grade);
    CHECK_FALSE(propose_grade(answered({}, {}, {}))->grade);
    CHECK(propose_grade(answered(false, {}, false))->open == std::vector<std::string>{"control_in_doubt"});
  }
  TEST_CASE("several minor ones on one matter open the question whether the system fails, and do not answer it") {
    auto request = answered(false, false, {});
    request.minors = {{"NC-1", "Doors"}, {"NC-2", "Windows"}};
    auto const asked = propose_grade(request);
    CHECK_FALSE(asked->grade);
    CHECK(asked->open == std::vector<std::string>{"systemic_failure"});
    request.answers.systemic_failure = true;
    request.answers.systemic_because = "Nobody sees to any of them";
    CHECK(propose_grade(request)->grade == Grade::major);
    request.answers.systemic_failure = false;
    CHECK(propose_grade(request)->grade == Grade::minor);
  }
  TEST_CASE("repeats and risks are hints and decide nothing") {
    auto request = answered(false, false, false);
    request.repeats = {{"NC-3", "The same a year ago"}};
    request.risks = {{"R-1", "High"}};
    auto const proposal = propose_grade(request);
    CHECK(proposal->grade == Grade::minor);
    CHECK(proposal->hints.size() == 2);
    CHECK(proposal->hints[0].find("NC-3") != std::string::npos);
    CHECK(proposal->hints[1].find("R-1") != std::string::npos);
  }
  TEST_CASE("an answer without a reason is refused, and all of them at once") {
    GradeRequest request;
    request.answers.capability_affected = true;
    request.answers.control_in_doubt = false;
    request.answers.control_because = " ";
    auto const refused = propose_grade(request);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().violations().size() == 2);
    CHECK(refused.error().violations()[0].where == "/answers/capability_because");
    CHECK(refused.error().violations()[1].where == "/answers/control_because");
    CHECK(refused.error().violations()[1].rule == "grading.reason");
  }
}
