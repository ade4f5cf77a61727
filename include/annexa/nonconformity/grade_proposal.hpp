#pragma once
/// @file
/// A grade by rule, for a person to decide.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/nonconformity/grading.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Something on record that bears on a grade.
struct GradeFact {
  static constexpr std::string_view type_name = "grade-fact";  ///< Name in the schema.
  std::string key;                                             ///< Of which record.
  std::string what;                                            ///< What of it bears on the grade.
  friend bool operator==(GradeFact const&, GradeFact const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradeFact, (), (key, what))
ANNEXA_TYPE_TABLE(GradeFact)

/// What a grade is proposed from: answers of the auditor, and what is on record.
struct GradeRequest {
  static constexpr std::string_view type_name = "grade-request";  ///< Name in the schema.
  GradeAnswers answers;                                           ///< What the auditor answers to the tests.
  std::vector<GradeFact> minors;   ///< Other minor nonconformities of this audit on the same requirement or matter.
  std::vector<GradeFact> repeats;  ///< Earlier nonconformities that it repeats: a hint only.
  std::vector<GradeFact> risks;    ///< Risks above what is acceptable that the control treats: a hint only.
  friend bool operator==(GradeRequest const&, GradeRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradeRequest, (), (answers, minors, repeats, risks))
ANNEXA_TYPE_TABLE(GradeRequest)

/// One test of a major nonconformity, answered.
struct GradeTest {
  static constexpr std::string_view type_name = "grade-test";  ///< Name in the schema.
  std::string id;                                              ///< "capability", "control" or "systemic".
  std::string question;                                        ///< What it asks.
  std::optional<bool> answer;                                  ///< What was answered; nothing if it is open.
  std::string because;                                         ///< Why.
  std::string source;                                          ///< Where it stands.
  friend bool operator==(GradeTest const&, GradeTest const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradeTest, (), (id, question, answer, because, source))
ANNEXA_TYPE_TABLE(GradeTest)

/// A proposal. Nothing is graded by it: a person decides (finding.grade).
struct GradeProposal {
  static constexpr std::string_view type_name = "grade-proposal";  ///< Name in the schema.
  std::optional<Grade> grade;        ///< What follows; nothing while a test is open that could make it major.
  std::vector<GradeTest> tests;      ///< The three tests.
  std::vector<std::string> because;  ///< What led there, a sentence each.
  std::vector<std::string> hints;    ///< What points to a higher grade without deciding it.
  std::vector<std::string> open;     ///< Members of the answers that are missing.
  friend bool operator==(GradeProposal const&, GradeProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradeProposal, (), (grade, tests, because, hints, open))
ANNEXA_TYPE_TABLE(GradeProposal)

/// From how many minor nonconformities on one matter, this one counted, a systemic failure is asked about; below, that
/// test needs no answer.
inline constexpr int minors_for_systemic = 3;

/// The rules of grading.
namespace grading_rules {
inline constexpr Rule reason{"grading.reason",
                             "\"{member}\" has to say why: an answer without a reason proves nothing.",
                             "ISO/IEC 17021-1 3.12"};
inline constexpr Rule departure{"grading.departure",
                                "The tests lead to {proposed}, and the grade is to be {grade}: say why it departs "
                                "(departure).",
                                "ISO/IEC 17021-1 3.12, 3.13"};
inline constexpr Rule no_departure{"grading.departure",
                                   "Nothing departs: the tests lead to {proposed}; leave \"departure\" out.",
                                   "ISO/IEC 17021-1 3.12, 3.13"};
}  // namespace grading_rules

/// The grade that follows from the tests: major if one is answered with yes, minor if all that apply are answered with
/// no. The test of the systemic failure applies from minors_for_systemic on, or where it is answered. Repeats and risks
/// are hints and change nothing. Pure.
/// @return the proposal, or a grading.reason for each answer without one.
/// @source{ISO/IEC 17021-1 3.12, 3.13}
[[nodiscard]] result<GradeProposal> propose_grade(GradeRequest const& request);

}  // namespace v1
}  // namespace annexa
