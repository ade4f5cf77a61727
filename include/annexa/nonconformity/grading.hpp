#pragma once
/// @file
/// How a nonconformity came by its grade.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How serious a nonconformity is. @source{ISO/IEC 17021-1 3.12 and 3.13}
enum class Grade : std::uint8_t {
  minor,  ///< Does not affect the capability of the ISMS to achieve its intended results.
  major,  ///< Affects it.
};
ANNEXA_DESCRIBE_ENUM(Grade, "grade", minor, major)

/// What the auditor answers to the tests of a major nonconformity. An answer that is left out is not given yet.
/// @source{ISO/IEC 17021-1 3.12}
struct GradeAnswers {
  static constexpr std::string_view type_name = "grade-answers";  ///< Name in the schema.
  std::optional<bool> capability_affected;  ///< Is the capability to achieve the results affected?
  std::string capability_because;           ///< Why, or why not.
  std::optional<bool> control_in_doubt;     ///< Is there significant doubt that processes are under control?
  std::string control_because;              ///< Why, or why not.
  std::optional<bool> systemic_failure;     ///< Do several minor ones on one matter show a systemic failure?
  std::string systemic_because;             ///< Why, or why not.
  friend bool operator==(GradeAnswers const&, GradeAnswers const&) = default;
};
BOOST_DESCRIBE_STRUCT(GradeAnswers, (),
                      (capability_affected, capability_because, control_in_doubt, control_because, systemic_failure,
                       systemic_because))
ANNEXA_TYPE_TABLE(GradeAnswers)

/// On what a grade rests: the answers, what followed from them by rule, and where the auditor departed from that.
struct Grading {
  static constexpr std::string_view type_name = "grading";  ///< Name in the schema.
  GradeAnswers answers;                                     ///< What was answered.
  std::optional<Grade> proposed;                            ///< What followed; nothing where answers were missing.
  std::vector<std::string> because;                         ///< The tests that led there, a sentence each.
  std::vector<std::string> hints;                           ///< What was pointed out beside them.
  std::string departure;                                    ///< Why another grade was given.
  friend bool operator==(Grading const&, Grading const&) = default;
};
BOOST_DESCRIBE_STRUCT(Grading, (), (answers, proposed, because, hints, departure))
ANNEXA_TYPE_TABLE(Grading)

}  // namespace v1
}  // namespace annexa
