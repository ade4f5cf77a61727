#pragma once
/// @file
/// Interviews.

#include <annexa/base/describe.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/catalog/criterion.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A question and what was answered.
struct InterviewAnswer {
  static constexpr std::string_view type_name = "interview-answer";  ///< Name in the schema.
  std::string question;                                              ///< What was asked.
  Personal answer;                        ///< What was answered; free text that may name people.
  std::vector<Key<"evidence">> evidence;  ///< What was shown for it.
  friend bool operator==(InterviewAnswer const&, InterviewAnswer const&) = default;
};
BOOST_DESCRIBE_STRUCT(InterviewAnswer, (), (question, answer, evidence))
ANNEXA_TYPE_TABLE(InterviewAnswer)

/// An interview: who was asked in which function, by whom, when and where. Its statements are a piece of evidence.
/// @source{ISO 19011, conducting interviews}
struct Interview {
  static constexpr std::string_view type_name = "interview";  ///< The noun.
  Key<"interview"> key;                                       ///< Such as "IV-3".
  Key<"audit"> audit;                                         ///< In which audit.
  std::optional<Key<"unit">> unit;                            ///< Where the function belongs.
  std::string function;                                       ///< In which function somebody answered; reports name it.
  std::optional<Key<"person">> person;                        ///< Who; absent where that is to stay unsaid.
  std::vector<Key<"person">> interviewers;                    ///< Who asked.
  Instant at;                                                 ///< When.
  std::string place;                                          ///< Where, or "remote".
  std::vector<Criterion> criteria;                            ///< About what.
  std::vector<InterviewAnswer> answers;                       ///< What was asked and answered.
  Key<"evidence"> evidence;                                   ///< The evidence that it is.
  bool confirmed = false;                                     ///< True if the answers were read back and confirmed.
  Custom custom;                                              ///< Members of the host.
  std::vector<ExternalId> external_ids;                       ///< Numbers in other systems.
  friend bool operator==(Interview const&, Interview const&) = default;
};
BOOST_DESCRIBE_STRUCT(Interview, (),
                      (key, audit, unit, function, person, interviewers, at, place, criteria, answers, evidence,
                       confirmed, custom, external_ids))
ANNEXA_TYPE_TABLE(Interview)

}  // namespace v1
}  // namespace annexa
