#pragma once
/// @file
/// Commands about findings.

#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// Raises a finding. One of kind nonconformity raises a nonconformity too (T01).
/// @source{9.2.2, 10.2}
struct RaiseFinding {
  static constexpr std::string_view command = "finding.raise";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  Key<"audit"> audit;                                           ///< In which audit.
  std::optional<Key<"finding">> finding;                        ///< Its key; allocated when absent.
  FindingKind kind = FindingKind::observation;                  ///< What it is.
  std::string title;                                            ///< In a few words.
  std::string statement;                                        ///< What was found.
  std::vector<Criterion> criteria;                              ///< Against what.
  std::optional<Key<"unit">> unit;                              ///< Where.
  std::vector<Key<"evidence">> evidence;                        ///< What it rests on.
  std::optional<Grade> grade;                                   ///< How serious, for a nonconformity.
  std::vector<std::string> grade_reasons;                       ///< Why that grade.
  std::optional<std::string> requirement;                       ///< What is required, for a nonconformity.
  std::optional<std::string> gap;                               ///< In what it falls short, for a nonconformity.
  std::optional<Key<"nonconformity">> nonconformity;            ///< Key of the nonconformity; allocated when absent.
  std::optional<GradeAnswers> answers;        ///< Answers to the tests of a major one; a grade is proposed from them.
  std::optional<std::string> departure;       ///< Why the grade departs from what was proposed; needed then.
  std::vector<Key<"nonconformity">> repeats;  ///< Earlier nonconformities that it repeats.
  Custom custom;                              ///< Members of the host.
  std::vector<ExternalId> external_ids;       ///< Numbers in other systems.
  friend bool operator==(RaiseFinding const&, RaiseFinding const&) = default;
};
BOOST_DESCRIBE_STRUCT(RaiseFinding, (),
                      (audit, finding, kind, title, statement, criteria, unit, evidence, grade, grade_reasons,
                       requirement, gap, nonconformity, answers, departure, repeats, custom, external_ids))
ANNEXA_TYPE_TABLE(RaiseFinding)

/// Grades a nonconformity before it is issued.
/// @source{ISO/IEC 17021-1 3.12, 3.13}
struct GradeFinding {
  static constexpr std::string_view command = "finding.grade";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  Key<"finding"> finding;                                       ///< Which finding.
  Grade grade = Grade::minor;                                   ///< How serious.
  std::vector<std::string> reasons;                             ///< Why.
  std::optional<GradeAnswers> answers;   ///< Answers to the tests of a major one; those on record when absent.
  std::optional<std::string> departure;  ///< Why the grade departs from what was proposed; needed then.
  friend bool operator==(GradeFinding const&, GradeFinding const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradeFinding, (), (finding, grade, reasons, answers, departure))
ANNEXA_TYPE_TABLE(GradeFinding)

/// Takes up an opportunity.
/// @source{10.1}
struct AcceptOpportunity {
  static constexpr std::string_view command = "finding.accept-opportunity";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                     ///< Name in the schema.
  Key<"finding"> finding;                                                    ///< Which finding.
  std::string reason;                                                        ///< What is going to be done.
  friend bool operator==(AcceptOpportunity const&, AcceptOpportunity const&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptOpportunity, (), (finding, reason))
ANNEXA_TYPE_TABLE(AcceptOpportunity)

/// Does not take up an opportunity.
/// @source{10.1}
struct DeclineOpportunity {
  static constexpr std::string_view command = "finding.decline-opportunity";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                      ///< Name in the schema.
  Key<"finding"> finding;                                                     ///< Which finding.
  std::string reason;                                                         ///< Why not.
  friend bool operator==(DeclineOpportunity const&, DeclineOpportunity const&) = default;
};
BOOST_DESCRIBE_STRUCT(DeclineOpportunity, (), (finding, reason))
ANNEXA_TYPE_TABLE(DeclineOpportunity)

/// Withdraws a finding that was raised in error.
/// @source{ISO 19011}
struct WithdrawFinding {
  static constexpr std::string_view command = "finding.withdraw";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;           ///< Name in the schema.
  Key<"finding"> finding;                                          ///< Which finding.
  std::string reason;                                              ///< Why.
  friend bool operator==(WithdrawFinding const&, WithdrawFinding const&) = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawFinding, (), (finding, reason))
ANNEXA_TYPE_TABLE(WithdrawFinding)

/// Puts the texts of a finding into another language, or replaces what they were in it. The original, in the language
/// of the audit, prevails.
/// @source{7.4; ISO 19011, language of the audit}
struct TranslateFinding {
  static constexpr std::string_view command = "finding.translate";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;            ///< Name in the schema.
  Key<"finding"> finding;                                           ///< Which finding.
  std::string language;                    ///< Tag of the language of the translation, such as "de" or "pt-BR".
  std::string title;                       ///< Its title.
  std::string statement;                   ///< Its statement; needed where it has one.
  std::optional<std::string> requirement;  ///< Of a nonconformity, what is required.
  std::optional<std::string> gap;          ///< Of a nonconformity, in what it falls short.
  friend bool operator==(TranslateFinding const&, TranslateFinding const&) = default;
};
BOOST_DESCRIBE_STRUCT(TranslateFinding, (), (finding, language, title, statement, requirement, gap))
ANNEXA_TYPE_TABLE(TranslateFinding)

}  // namespace command
}  // namespace v1
}  // namespace annexa
