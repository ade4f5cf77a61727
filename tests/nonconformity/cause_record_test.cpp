#include <annexa/nonconformity/cause_record.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

using namespace annexa;

namespace {

Cause chain(std::vector<std::string> whys) { return {"The check has no owner", std::move(whys), true, {}}; }

Analysis five_whys(std::vector<std::string> whys) {
  Analysis analysis;
  analysis.method = CauseMethod::five_whys;
  analysis.causes = {chain(std::move(whys))};
  return analysis;
}

Analysis diagram(std::vector<CauseBranch> branches) {
  Analysis analysis;
  analysis.method = CauseMethod::ishikawa;
  analysis.causes = {{"The check has no owner", {}, true, {}}};
  analysis.branches = std::move(branches);
  return analysis;
}

BranchCause confirmed(char const* text) { return {text, true, "Seen in the records"}; }

}  // namespace

TEST_SUITE("nonconformity/cause_record") {
  TEST_CASE("a chain of answers says something at each step and turns in no circle") {
    CHECK(is_sound_five_whys(five_whys({"The test was not done.", "Nobody was told to.", "Its owner left."})));
    CHECK_FALSE(is_sound_five_whys(five_whys({"The test was not done.", " "})));
    CHECK_FALSE(is_sound_five_whys(five_whys({"Nobody tested it.", "Its owner left.", "It was tested by nobody."})));
    CHECK(is_sound_five_whys(five_whys({})));  // depth is asked for by another guard
  }
  TEST_CASE("a branch of a diagram has its category and causes, and says what confirmed or ruled them out") {
    CHECK(
        is_sound_diagram(diagram({{"People", {confirmed("The check has no owner")}}, {"Method", {{"Late", {}, {}}}}})));
    CHECK_FALSE(is_sound_diagram(diagram({{" ", {confirmed("No owner")}}})));
    CHECK_FALSE(is_sound_diagram(diagram({{"People", {}}})));
    CHECK_FALSE(is_sound_diagram(diagram({{"People", {{"No owner", true, ""}}}})));
    CHECK_FALSE(is_sound_diagram(diagram({{"People", {{"No owner", false, ""}}}})));
    CHECK_FALSE(is_sound_diagram(diagram({{"People", {confirmed("No owner")}}, {"people", {confirmed("No time")}}})));
  }
  TEST_CASE("a diagram is complete with two branches and every cause confirmed in it") {
    CHECK(is_complete_diagram(
        diagram({{"People", {confirmed("The check has no owner")}}, {"Method", {{"Late", {}, {}}}}})));
    CHECK_FALSE(is_complete_diagram(diagram({{"People", {confirmed("The check has no owner")}}})));
    CHECK_FALSE(is_complete_diagram(
        diagram({{"People", {{"The check has no owner", false, "It has one"}}}, {"Method", {{"Late", {}, {}}}}})));
    CHECK_FALSE(is_complete_diagram(diagram({})));
    CHECK(is_complete_diagram(five_whys({})));
  }
  TEST_CASE("other methods are told as text, and one without a name of ours is named") {
    Analysis analysis;
    for (auto const method : {CauseMethod::fault_tree, CauseMethod::eight_d, CauseMethod::other}) {
      analysis.method = method;
      analysis.account = "";
      CHECK_FALSE(is_told(analysis));
      analysis.account = "Top event, and a cut set of two";
      CHECK(is_told(analysis) == (method != CauseMethod::other));
    }
    analysis.method_name = "Barrier analysis";
    CHECK(is_told(analysis));
    CHECK(is_told(five_whys({})));
  }
  TEST_CASE("a cause that says the finding again is none, whatever words are turned around") {
    Nonconformity record;
    record.title = "Restore of the patient database not shown to work";
    record.gap = "No complete restore since 14 November 2024.";
    record.evidence_statement = "Of four quarterly tests none was complete.";
    for (auto const* text :
         {"Restore of the patient database not shown to work.", "The patient database restore did not work",
          "None of the four quarterly tests was complete", "No complete restore since November 2024"})
      CHECK_MESSAGE(restates_finding(text, record), std::string(text));
    CHECK_FALSE(restates_finding("The reminder was in the calendar of a colleague who left in January 2025.", record));
  }
}
