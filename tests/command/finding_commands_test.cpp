// Findings: what they need, what they are not, how they are graded, and what is similar.
#include <annexa/command/conduct.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/finding_commands.hpp>

#include <set>
#include <string>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

// What becomes of a command about the first audit on its third day.
std::string becomes(std::string const& members, char const* actor = "P-AUD1",
                    char const* when = "2026-03-11T12:10:00Z") {
  return outcome(example_state(when), example_command("{" + members + "}", actor, when));
}

}  // namespace

TEST_SUITE("command/finding_commands") {
  TEST_CASE("a nonconformity says what is required, what was seen and what is missing, or it is refused") {
    CHECK(
        becomes(R"("command":"finding.raise","audit":"A-2026-1","kind":"nonconformity","title":"T","statement":"S")") ==
        "finding.criteria finding.evidence finding.gap finding.requirement");
    for (auto const* kind : {"strength", "opportunity", "observation"})
      CHECK(becomes(R"("command":"finding.raise","audit":"A-2026-1","title":"T","statement":"S","kind":")" +
                    std::string(kind) + '"') == "allowed");
  }
  TEST_CASE("what has a gap, or was judged unmet in the same place, is no opportunity and no observation") {
    for (auto const* kind : {"opportunity", "observation", "strength"})
      CHECK(becomes(R"("command":"finding.raise","audit":"A-2026-1","title":"T","statement":"S","gap":"G","kind":")" +
                    std::string(kind) + '"') == "finding.unmet");
    auto const raise = [](char const* kind, char const* unit) {
      return becomes(R"("command":"finding.raise","audit":"A-2026-1","title":"T","statement":"S","criteria":["A.8.8"],
                    "kind":")" +
                         std::string(kind) + R"(","unit":")" + unit + '"',
                     "P-AUD1");
    };
    CHECK(raise("opportunity", "U-OPS") == "finding.unmet");
    CHECK(raise("observation", "U-OPS") == "finding.unmet");
    CHECK(raise("strength", "U-OPS") == "allowed");
    CHECK(raise("opportunity", "U-WRK") == "allowed");  // judged elsewhere only
  }
  TEST_CASE("an opportunity is accepted or declined with a reason, by whom and when, and is an input of the review") {
    auto const state = example_state("2026-12-01T00:00:00Z");
    auto const* accepted = state.find<Finding>("F-8");
    CHECK(accepted->decided_by == *Key<"person">::parse("P-ENG"));
    CHECK(to_string(*accepted->decided_on) == "2026-03-31");
    auto const keys = [&](char const* from, char const* until) {
      std::set<std::string> found;
      for (auto const* each : opportunities(state, *Date::parse(from), *Date::parse(until)))
        found.insert(each->key.text());
      return found;
    };
    CHECK(keys("2026-01-01", "2026-12-31") == std::set<std::string>{"F-14", "F-8", "F-9"});
    CHECK(keys("2026-10-01", "2026-12-31") == std::set<std::string>{"F-14"});
    CHECK(becomes(R"("command":"finding.decline-opportunity","finding":"F-8","reason":" ")", "P-ENG",
                  "2026-03-30T00:00:00Z") == "text.missing");
  }

  TEST_CASE("a grade is proposed by the tests with the reasons, and a departure from it has its own") {
    constexpr char const* graded = "2026-03-12T14:00:00Z";
    auto const state = example_state(graded);
    auto const grade = [&](std::string const& members) {
      return outcome(state,
                     example_command(R"({"command":"finding.grade","finding":"F-2","reasons":["R"],)" + members + "}",
                                     "P-AUD1", graded));
    };
    std::string const no = R"("answers":{"capability_affected":false,"capability_because":"No","control_in_doubt":false,
      "control_because":"No"})";
    std::string const yes = R"("answers":{"control_in_doubt":true,"control_because":"Twice missed"})";
    CHECK(grade(R"("grade":"minor",)" + no) == "allowed");
    CHECK(grade(R"("grade":"major",)" + no) == "grading.departure");
    CHECK(grade(R"("grade":"major","departure":"It is the third time",)" + no) == "allowed");
    CHECK(grade(R"("grade":"minor",)" + yes) == "grading.departure");
    CHECK(grade(R"("grade":"major",)" + yes) == "allowed");
    CHECK(grade(R"("grade":"major","departure":"None",)" + yes) == "grading.departure");
    CHECK(grade(R"("grade":"major","answers":{"control_in_doubt":true})") == "grading.reason");
    CHECK(grade(R"("grade":"major","departure":"Because")") == "grading.departure");
    auto const issued = example_state("2026-04-01T00:00:00Z");
    auto const* departed = issued.find<Finding>("F-4");
    REQUIRE(departed->grading);
    CHECK(departed->grading->proposed == Grade::major);
    CHECK(departed->grade == Grade::minor);
    CHECK_FALSE(departed->grading->departure.empty());
  }
  TEST_CASE("a proposal names repeats and risks as hints and grades nothing") {
    auto const state = example_state("2026-10-01T00:00:00Z");
    auto const proposal = grade_proposal(state, "F-4");
    REQUIRE(proposal.has_value());
    CHECK(proposal->grade == Grade::major);
    CHECK_FALSE(proposal->hints.empty());
    CHECK(grade_proposal(state, "F-6").error().names("finding.grade"));
    CHECK(grade_proposal(state, "F-99").error().names("reference.unknown"));
  }
  TEST_CASE(
      "similar findings are found across units and past audits, closed ones too, and hits that are linked say so") {
    constexpr char const* later = "2026-11-20T09:00:00Z";
    auto state = example_state(later);
    state = state_after(state, example_command(R"({"command":"nonconformity.raise","nonconformity":"NC-30",
        "title":"Accounts of leavers active in support","source":"incident","source_ref":"INC-9","unit":"U-SUP",
        "criteria":["A.5.18"],"requirement":"Rights end with the task","evidence_statement":
        "Two privileged accounts of former staff were still active","gap":"They stayed active for 60 days"})",
                                               "P-SUP", later));
    auto const found = similar_findings(state, "NC-30");
    REQUIRE(found.has_value());
    REQUIRE_FALSE(found->hits.empty());
    CHECK(found->hits[0].key == "NC-2");  // of another audit and unit, and closed since August
    CHECK(found->hits[0].kind == "closed");
    CHECK(found->hits[0].unit == *Key<"unit">::parse("U-WRK"));
    CHECK(found->audits.size() == 2);
    CHECK(similar_findings(state, "X-1").error().names("reference.unknown"));
  }
}
