#pragma once
/// @file
/// Management reviews: who was there, what was on the table, what was decided, and what became of it.

#include <annexa/base/describe.hpp>
#include <annexa/review/kpi.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How far a management review has come.
enum class ManagementReviewState : std::uint8_t {
  held,      ///< Held; decisions can be added.
  approved,  ///< Its record is approved by top management; only what becomes of its decisions still changes.
  closed,    ///< Every decision is carried out or dropped.
};
ANNEXA_DESCRIBE_ENUM(ManagementReviewState, "management-review-state", held, approved, closed)

/// What a decision is about. @source{9.3.3}
enum class ReviewDecisionKind : std::uint8_t {
  improvement,  ///< An opportunity for improvement.
  isms_change,  ///< A change to the ISMS.
  other,        ///< Anything else.
};
ANNEXA_DESCRIBE_ENUM(ReviewDecisionKind, "review-decision-kind", improvement, isms_change, other)

/// How a decision stands.
enum class DecisionState : std::uint8_t {
  open,     ///< To be carried out.
  done,     ///< Carried out.
  dropped,  ///< Not wanted any more, for a reason.
};
ANNEXA_DESCRIBE_ENUM(DecisionState, "decision-state", open, done, dropped)

/// One decision of a management review. @source{9.3.3, 9.3.2 a}
struct ReviewDecision {
  static constexpr std::string_view type_name = "review-decision";  ///< Name in the schema.
  std::string text;                                                 ///< What is decided.
  ReviewDecisionKind kind = ReviewDecisionKind::improvement;        ///< What it is about.
  Key<"person"> owner;                                              ///< Who sees to it.
  Date due;                                                         ///< Until when.
  DecisionState state = DecisionState::open;                        ///< How it stands.
  std::string result;                                               ///< What came of it, or why it was dropped.
  std::optional<Date> ended_on;                                     ///< When it was carried out or dropped.
  friend bool operator==(ReviewDecision const&, ReviewDecision const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewDecision, (), (text, kind, owner, due, state, result, ended_on))
ANNEXA_TYPE_TABLE(ReviewDecision)

/// What top management makes of one question. @source{9.3.1}
struct ReviewJudgement {
  static constexpr std::string_view type_name = "review-judgement";  ///< Name in the schema.
  bool suitable = false;                                             ///< True if the ISMS still fits.
  bool adequate = false;                                             ///< True if it suffices.
  bool effective = false;                                            ///< True if it works.
  std::string reason;                                                ///< On what that rests.
  friend bool operator==(ReviewJudgement const&, ReviewJudgement const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewJudgement, (), (suitable, adequate, effective, reason))
ANNEXA_TYPE_TABLE(ReviewJudgement)

/// A management review. What was on its table is frozen in its ReviewInputPart records.
/// @source{9.3.1, 9.3.3}
struct ManagementReview {
  static constexpr std::string_view type_name = "management-review";  ///< The noun.
  Key<"management-review"> key;                                       ///< Such as "MR-2".
  std::string title;                                                  ///< In a few words.
  ManagementReviewState state = ManagementReviewState::held;          ///< How far it has come.
  Date held_on;                                                       ///< When it was held.
  Date from;                                                          ///< First day of the time it looks back on.
  Date until;                                                         ///< Last day of it.
  std::vector<Key<"person">> attendees;                               ///< Who was there.
  std::vector<std::string> guests;                                    ///< Who else was there, by function.
  std::optional<ReviewJudgement> judgement;                           ///< What top management makes of the ISMS.
  std::vector<ReviewDecision> decisions;                              ///< What was decided, in order.
  std::string no_decisions_because;          ///< Why nothing had to be decided, if nothing was.
  std::optional<Date> next_on;               ///< For when the next one is planned.
  std::optional<Key<"person">> approved_by;  ///< Who approved the record.
  std::optional<Date> approved_on;           ///< When.
  std::optional<Date> closed_on;             ///< When it was closed.
  Custom custom;                             ///< Members of the host.
  std::vector<ExternalId> external_ids;      ///< Numbers in other systems.
  friend bool operator==(ManagementReview const&, ManagementReview const&) = default;
};
BOOST_DESCRIBE_STRUCT(ManagementReview, (),
                      (key, title, state, held_on, from, until, attendees, guests, judgement, decisions,
                       no_decisions_because, next_on, approved_by, approved_on, closed_on, custom, external_ids))
ANNEXA_TYPE_TABLE(ManagementReview)

/// One record that an input rests on, as it was.
struct ReviewLine {
  static constexpr std::string_view type_name = "review-line";  ///< Name in the schema.
  std::string noun;                                             ///< Its noun.
  std::string key;                                              ///< Its key.
  std::string title;                                            ///< What it is called, at most 300 bytes.
  std::string state;                                            ///< How it stood, in a word.
  std::optional<Date> on;                                       ///< The day that matters of it.
  std::string note;                                             ///< More about it, at most 300 bytes.
  friend bool operator==(ReviewLine const&, ReviewLine const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewLine, (), (noun, key, title, state, on, note))
ANNEXA_TYPE_TABLE(ReviewLine)

/// One input of a management review. @source{9.3.2}
struct ReviewInput {
  static constexpr std::string_view type_name = "review-input";  ///< Name in the schema.
  std::string id;                                                ///< "a", "b", "c", "d-1" to "d-4", "e", "f", "g".
  bool provided = false;          ///< True if something is on record, or somebody said something.
  std::string summary;            ///< What it comes to, in a sentence; "not provided" if nothing is there.
  std::string statement;          ///< What was said about it at the review.
  std::vector<KpiValue> figures;  ///< Figures of it.
  std::vector<ReviewLine> lines;  ///< Records that it rests on.
  friend bool operator==(ReviewInput const&, ReviewInput const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewInput, (), (id, provided, summary, statement, figures, lines))
ANNEXA_TYPE_TABLE(ReviewInput)

/// A part of one input of a review, frozen. Most inputs have one part; one with very many lines has several.
/// @source{9.3.2, 7.5.3}
struct ReviewInputPart {
  static constexpr std::string_view type_name = "review-input-part";  ///< The noun.
  Key<"review-input-part"> key;                                       ///< "MR-2/d-1/1": review, input, part.
  Key<"management-review"> review;                                    ///< Of which review.
  int part = 1;                                                       ///< Which part of the input, from 1.
  ReviewInput input;                                                  ///< What was on the table.
  friend bool operator==(ReviewInputPart const&, ReviewInputPart const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewInputPart, (), (key, review, part, input))
ANNEXA_TYPE_TABLE(ReviewInputPart)

/// What an input reads about which nobody recorded anything.
inline constexpr std::string_view not_provided = "not provided";

}  // namespace v1
}  // namespace annexa
