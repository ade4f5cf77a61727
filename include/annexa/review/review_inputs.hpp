#pragma once
/// @file
/// The inputs of a management review, gathered from what is on record.

#include <annexa/review/management_review.hpp>
#include <annexa/review/records.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

class Catalog;

/// One input that a management review has to have.
struct ReviewInputDefinition {
  std::string_view id;      ///< "a", "b", "c", "d-1" to "d-4", "e", "f", "g".
  std::string_view clause;  ///< "9.3.2 d 1".
  std::string_view title;   ///< What it is about, in own words.
  std::string_view source;  ///< From which records it is gathered, in words.
};

/// Every input, in the order of the standard. @source{9.3.2}
[[nodiscard]] std::span<ReviewInputDefinition const> review_input_definitions() noexcept;

/// The input of that id, or null.
[[nodiscard]] ReviewInputDefinition const* find_review_input(std::string_view id) noexcept;

/// The time that a review looks back on.
struct ReviewSpan {
  Date from;   ///< First day.
  Date until;  ///< Last day.
};

/// The last review that was held on @p day or before, or null.
[[nodiscard]] ManagementReview const* last_review(ReviewRecords const& records, Date day) noexcept;

/// The time since the last review until @p until: from the day after what that one looked back on, or, if there was
/// none, a year back. @p from takes the place of its first day.
[[nodiscard]] ReviewSpan review_span(ReviewRecords const& records, Date until, std::optional<Date> from = {});

/// What is on record of each input in @p span, in the order of review_input_definitions(). An input of which nothing is
/// on record has no lines and reads "not provided". Records that matter stand in the lines: for each input those that
/// are new, changed, due or open.
/// @par Cost
/// Linear in the records.
/// @source{9.3.2}
[[nodiscard]] std::vector<ReviewInput> gather_review_inputs(ReviewRecords const& records, Catalog const& catalog,
                                                            ReviewSpan span, Date today);

/// Which review is asked for: a recorded one, or what one would have on its table.
struct ReviewRequest {
  static constexpr std::string_view type_name = "review-request";  ///< Name in the schema.
  std::optional<Key<"management-review">> management_review;       ///< A recorded one, whose inputs are frozen.
  std::optional<Date> from;   ///< First day of one to come; the day after the last one looked back on when absent.
  std::optional<Date> until;  ///< Last day of it; today when absent.
  friend bool operator==(ReviewRequest const&, ReviewRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewRequest, (), (management_review, from, until))
ANNEXA_TYPE_TABLE(ReviewRequest)

/// What a management review of today would have on its table. As JSON it is what `annexa review --json` prints.
struct ReviewPack {
  static constexpr std::string_view type_name = "review-pack";  ///< Name in the schema.
  std::optional<Key<"management-review">> review;               ///< The review whose inputs these are, frozen.
  Date from;                                                    ///< First day.
  Date until;                                                   ///< Last day.
  std::vector<ReviewInput> inputs;                              ///< In the order of the standard.
  int not_provided = 0;                                         ///< Inputs of which nothing is on record.
  friend bool operator==(ReviewPack const&, ReviewPack const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewPack, (), (review, from, until, inputs, not_provided))
ANNEXA_TYPE_TABLE(ReviewPack)

}  // namespace v1
}  // namespace annexa
