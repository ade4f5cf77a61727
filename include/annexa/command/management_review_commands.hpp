#pragma once
/// @file
/// Commands about management reviews.

#include <annexa/base/describe.hpp>
#include <annexa/review/management_review.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// A decision, as it is taken. @source{9.3.3}
struct NewDecision {
  static constexpr std::string_view type_name = "new-decision";  ///< Name in the schema.
  std::string text;                                              ///< What is decided.
  ReviewDecisionKind kind = ReviewDecisionKind::improvement;     ///< What it is about.
  Key<"person"> owner;                                           ///< Who sees to it.
  Date due;                                                      ///< Until when.
  friend bool operator==(NewDecision const&, NewDecision const&) = default;
};
BOOST_DESCRIBE_STRUCT(NewDecision, (), (text, kind, owner, due))
ANNEXA_TYPE_TABLE(NewDecision)

/// What was said about an input at the review.
struct InputStatement {
  static constexpr std::string_view type_name = "input-statement";  ///< Name in the schema.
  std::string input;                                                ///< Which input: "a" to "g", "d-1" to "d-4".
  std::string text;                                                 ///< What was said.
  friend bool operator==(InputStatement const&, InputStatement const&) = default;
};
BOOST_DESCRIBE_STRUCT(InputStatement, (), (input, text))
ANNEXA_TYPE_TABLE(InputStatement)

/// Records a management review: its inputs are gathered from what is on record and frozen. Refused unless somebody who
/// holds the role of top management attended.
/// @source{9.3.1, 9.3.2, 9.3.3}
struct HoldManagementReview {
  static constexpr std::string_view command = "management-review.hold";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  std::optional<Key<"management-review">> management_review;             ///< Its key; allocated when absent.
  std::string title;                                                     ///< In a few words.
  std::optional<Date> on;                    ///< When it was held; today when absent. It looks back until then.
  std::optional<Date> from;                  ///< First day that it looks back on; see review_span().
  std::vector<Key<"person">> attendees;      ///< Who was there.
  std::vector<std::string> guests;           ///< Who else was there, by function.
  std::vector<InputStatement> statements;    ///< What was said about inputs.
  std::optional<ReviewJudgement> judgement;  ///< What top management makes of the ISMS.
  std::vector<NewDecision> decisions;        ///< What was decided.
  std::string no_decisions_because;          ///< Why nothing had to be decided, if nothing was.
  std::optional<Date> next_on;               ///< For when the next one is planned.
  Custom custom;                             ///< Members of the host.
  std::vector<ExternalId> external_ids;      ///< Numbers in other systems.
  friend bool operator==(HoldManagementReview const&, HoldManagementReview const&) = default;
};
BOOST_DESCRIBE_STRUCT(HoldManagementReview, (),
                      (management_review, title, on, from, attendees, guests, statements, judgement, decisions,
                       no_decisions_because, next_on, custom, external_ids))
ANNEXA_TYPE_TABLE(HoldManagementReview)

/// Adds a decision to a review whose record is not approved.
/// @source{9.3.3}
struct AddReviewDecision {
  static constexpr std::string_view command = "management-review.decide";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                   ///< Name in the schema.
  Key<"management-review"> management_review;                              ///< Of which review.
  std::string text;                                                        ///< What is decided.
  ReviewDecisionKind kind = ReviewDecisionKind::improvement;               ///< What it is about.
  Key<"person"> owner;                                                     ///< Who sees to it.
  Date due;                                                                ///< Until when.
  friend bool operator==(AddReviewDecision const&, AddReviewDecision const&) = default;
};
BOOST_DESCRIBE_STRUCT(AddReviewDecision, (), (management_review, text, kind, owner, due))
ANNEXA_TYPE_TABLE(AddReviewDecision)

/// Says what became of a decision.
/// @source{9.3.2 a}
struct CompleteReviewDecision {
  static constexpr std::string_view command = "management-review.complete-decision";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                              ///< Name in the schema.
  Key<"management-review"> management_review;                                         ///< Of which review.
  int decision = 1;                                                                   ///< Which decision, from 1.
  bool dropped = false;    ///< True if it is not wanted any more.
  std::string result;      ///< What came of it, or why it is dropped.
  std::optional<Date> on;  ///< When; today when absent.
  friend bool operator==(CompleteReviewDecision const&, CompleteReviewDecision const&) = default;
};
BOOST_DESCRIBE_STRUCT(CompleteReviewDecision, (), (management_review, decision, dropped, result, on))
ANNEXA_TYPE_TABLE(CompleteReviewDecision)

/// Approves the record of a review; after that only what becomes of its decisions changes.
/// @source{9.3.1, 9.3.3}
struct ApproveManagementReview {
  static constexpr std::string_view command = "management-review.approve";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                    ///< Name in the schema.
  Key<"management-review"> management_review;                               ///< Which review.
  std::optional<ReviewJudgement> judgement;  ///< What top management makes of the ISMS, if it is not on record.
  std::string no_decisions_because;          ///< Why nothing had to be decided, if nothing was and it is not on record.
  friend bool operator==(ApproveManagementReview const&, ApproveManagementReview const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApproveManagementReview, (), (management_review, judgement, no_decisions_because))
ANNEXA_TYPE_TABLE(ApproveManagementReview)

/// Closes an approved review of which no decision is open.
/// @source{9.3.3}
struct CloseManagementReview {
  static constexpr std::string_view command = "management-review.close";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                  ///< Name in the schema.
  Key<"management-review"> management_review;                             ///< Which review.
  friend bool operator==(CloseManagementReview const&, CloseManagementReview const&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseManagementReview, (), (management_review))
ANNEXA_TYPE_TABLE(CloseManagementReview)

}  // namespace command
}  // namespace v1
}  // namespace annexa
