// Defects of other programs that touch the conduct of audits and grading, each as a test that annexa has none of them.
#include <annexa/command/conduct.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/command.hpp>
#include <annexa/nonconformity/guards.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr char const* defects_seen_at = "2026-03-11T12:10:00Z";

std::string raising(std::string const& members) {
  return outcome(
      example_state("2026-03-12T12:10:00Z"),
      example_command(R"({"command":"finding.raise","audit":"A-2026-1","title":"T","statement":"S",)" + members + "}",
                      "P-AUD1", "2026-03-12T12:10:00Z"));
}

}  // namespace

TEST_SUITE("command/peer_defects") {
  TEST_CASE("defect 1: no rule about causes and corrective action cites 10.1, and each letter fits") {
    for (auto const& guard : nonconformity_guards) {
      CAPTURE(std::string(guard.id));
      CHECK(guard.source.find("10.1") == std::string_view::npos);
      if (guard.step == "T11" && guard.binding == Binding::norm && guard.id.find("cause") != std::string_view::npos)
        CHECK(guard.source.starts_with("10.2 b"));
    }
    CHECK(find_guard("T11", "T11.method")->source == "10.2 b");
    CHECK(find_guard("T11", "T11.similar")->source == "10.2 b");
  }
  TEST_CASE("defect 3: every verb of the interface about audits and findings is a command that executes") {
    std::set<std::string_view> carried_out;
    static_cast<void>(
        example_year([&](State const&, Command const& command) { carried_out.insert(command.kind().name); }));
    for (auto const* verb : {"audit.plan",
                             "audit.send-plan",
                             "audit.object",
                             "audit.answer-objection",
                             "audit.approve-plan",
                             "audit.open",
                             "audit.hold-meeting",
                             "audit.request-document",
                             "audit.answer-request",
                             "audit.close-request",
                             "audit.assess",
                             "audit.record-evidence",
                             "audit.reuse-evidence",
                             "audit.transfer-evidence",
                             "audit.record-interview",
                             "audit.draw-sample",
                             "audit.evaluate-sample",
                             "audit.prepare-paper",
                             "audit.review-paper",
                             "audit.follow-up",
                             "audit.conclude",
                             "audit.issue-report",
                             "checklist-template.define",
                             "grading-scale.define",
                             "finding.raise",
                             "finding.grade",
                             "finding.accept-opportunity",
                             "finding.decline-opportunity"}) {
      CAPTURE(verb);
      CHECK(find_command(verb) != nullptr);
      CHECK(carried_out.contains(verb));
    }
    for (auto const* verb : {"audit.cancel", "finding.withdraw"}) CHECK(find_command(verb) != nullptr);
  }
  TEST_CASE(
      "defect 3: independence is reckoned from the records whenever somebody judges, and not only when planning") {
    auto const state = example_state("2026-09-16T12:20:00Z");
    auto const command = R"({"command":"audit.follow-up","audit":"A-2026-2","nonconformity":"NC-5","result":"lasting",
      "reason":"Seen","evidence":["E-41"]})";
    CHECK(outcome(state, example_command(command, "P-AUD3", "2026-09-16T12:20:00Z")) == "S01");
    CHECK(outcome(state, example_command(command, "P-AUD2", "2026-09-16T12:20:00Z")) == "allowed");
  }
  TEST_CASE("defect 6: no command about findings or their evidence is open to everybody") {
    for (auto const* text :
         {R"({"command":"finding.grade","finding":"F-2","grade":"minor","reasons":["R"]})",
          R"({"command":"finding.withdraw","finding":"F-6","reason":"R"})",
          R"({"command":"audit.record-evidence","audit":"A-2026-1","kind":"document","title":"T"})",
          R"({"command":"audit.prepare-paper","audit":"A-2026-1","title":"T","text":"X"})",
          R"({"command":"audit.transfer-evidence","evidence":"E-25","to":"P-GAL","place":"P","reason":"R"})"})
      CHECK_MESSAGE(outcome(example_state("2026-03-12T12:30:00Z"),
                            example_command(text, "P-GAL", "2026-03-12T12:30:00Z")) == "duty.capacity",
                    std::string(text));
  }
  TEST_CASE("defect 7: a verdict contradicts neither what was tested nor the statement of applicability") {
    auto const judge = [](std::string const& members) {
      return outcome(
          example_state(defects_seen_at),
          example_command(
              R"({"command":"audit.assess","audit":"A-2026-1","reason":"R","evidence":["E-21"],)" + members + "}",
              "P-AUD1", defects_seen_at));
    };
    CHECK(judge(R"("criterion":"7.5.1","verdict":"conforming","operation":"ineffective")") == "audit.unmet");
    CHECK(judge(R"("criterion":"7.5.1","verdict":"not-applicable")") == "audit.not-applicable");
  }
  TEST_CASE("defect 9: nothing is found without evidence, and who found it is a person of the workspace") {
    CHECK(raising(R"("kind":"nonconformity","criteria":["7.5.3"],"requirement":"R","gap":"G")") == "finding.evidence");
    CHECK(raising(R"("kind":"nonconformity","criteria":["7.5.3"],"requirement":"R","gap":"G","evidence":["E-999"])") ==
          "reference.unknown");
    auto const state = example_state("2026-12-01T00:00:00Z");
    state.for_each<Finding>([&](Finding const& each) { CHECK(state.find(each.raised_by) != nullptr); });
    state.for_each<Assessment>([&](Assessment const& each) { CHECK(state.find(each.assessed_by) != nullptr); });
    state.for_each<WorkingPaper>([&](WorkingPaper const& each) {
      CHECK(each.reviewed_by.has_value());
      CHECK(*each.reviewed_by != each.prepared_by);
    });
  }
  TEST_CASE("defect 10: what a path needs and does not get is said, each with its member") {
    CHECK(raising(R"("kind":"nonconformity")") == "finding.criteria finding.evidence finding.gap finding.requirement");
  }
  TEST_CASE("defect 11: the questions of a checklist are our own words, with no sentence of the standard") {
    auto const made = checklist(example_state(defects_seen_at), "A-2026-1");
    REQUIRE(made.has_value());
    for (auto const& line : made->lines) {
      CAPTURE(line.criterion.text());
      CHECK(line.question.find("The organization shall") == std::string::npos);
      CHECK(line.question.find(" shall ") == std::string::npos);
    }
  }
  TEST_CASE("defect 12: no criterion vanishes from the checklist without a word") {
    for (auto const* key : {"A-2026-1", "A-2026-2"}) {
      auto const state = example_state("2026-12-01T00:00:00Z");
      auto const made = checklist(state, key);
      REQUIRE(made.has_value());
      for (auto const& criterion : state.find<Audit>(key)->criteria)
        CHECK(std::ranges::count(made->lines, criterion, &ChecklistLine::criterion) >= 1);
    }
  }
}
