#pragma once
/// @file
/// Feedback: what interested parties say of information security.

#include <annexa/base/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What sort of feedback it is.
enum class FeedbackKind : std::uint8_t {
  complaint,   ///< A complaint.
  praise,      ///< Praise.
  suggestion,  ///< A suggestion.
  enquiry,     ///< A question.
  survey,      ///< The answers to questions that were put.
  other,       ///< Anything else.
};
ANNEXA_DESCRIBE_ENUM(FeedbackKind, "feedback-kind", complaint, praise, suggestion, enquiry, survey, other)

/// Something that an interested party said.
/// @source{9.3.2 e}
struct Feedback {
  static constexpr std::string_view type_name = "feedback";  ///< The noun.
  Key<"feedback"> key;                                       ///< Such as "FB-6".
  std::string title;                                         ///< In a few words, without names of persons.
  FeedbackKind kind = FeedbackKind::other;                   ///< What sort.
  std::optional<Key<"interested-party">> party;              ///< Who said it.
  Personal statement;                                        ///< What was said; free text that may name people.
  Date received_on;                                          ///< When it came in.
  std::optional<Key<"person">> owner;                        ///< Who deals with it.
  std::string answer;                                        ///< What was made of it; empty as long as nothing was.
  std::optional<Date> answered_on;                           ///< When it was answered.
  std::vector<Key<"nonconformity">> nonconformities;         ///< Nonconformities that came of it.
  std::optional<Date> recorded_on;       ///< Since when it is on record; the day of the command when left out.
  std::optional<Date> changed_on;        ///< When it was changed last.
  std::optional<Date> retired_on;        ///< Since when it is of no account any more.
  Custom custom;                         ///< Members of the host.
  std::vector<ExternalId> external_ids;  ///< Numbers in other systems.
  friend bool operator==(Feedback const&, Feedback const&) = default;
};
BOOST_DESCRIBE_STRUCT(Feedback, (),
                      (key, title, kind, party, statement, received_on, owner, answer, answered_on, nonconformities,
                       recorded_on, changed_on, retired_on, custom, external_ids))
ANNEXA_TYPE_TABLE(Feedback)

}  // namespace v1
}  // namespace annexa
