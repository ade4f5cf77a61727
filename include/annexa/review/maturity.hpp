#pragma once
/// @file
/// Maturity: how well a clause or control is lived, on a scale from 0 to 5, and what that comes to by group.

#include <annexa/base/decimal.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/review/fulfilment.hpp>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A level of the scale.
struct MaturityLevel {
  int level;               ///< 0 to 5.
  std::string_view name;   ///< "Defined".
  std::string_view means;  ///< What it takes to be at this level; everything that the levels below ask for included.
  std::string_view shows;  ///< What an assessor would look at.
};

/// The scale, from nothing to constant improvement. Levels are ordinal: that 4 is twice 2 means nothing, so a mean is a
/// hint and the minimum stands beside it.
inline constexpr auto maturity_levels = std::to_array<MaturityLevel>({
    {0, "Absent", "Nobody does it, or nobody knows whether it is done.", "Nothing."},
    {1, "Improvised", "Somebody does it when the need shows; it depends on who is there.",
     "Single cases that turned out well, told from memory."},
    {2, "Repeated", "It is done in the same way each time by habit; who answers for it is known.",
     "Several cases alike; a name of who answers for it."},
    {3, "Defined", "How it is done is written, approved, known to those who do it, and followed.",
     "The document in force, training, and a sample that follows it."},
    {4, "Measured", "Whether it works is measured against a target, and deviations lead to action.",
     "Figures over time with their targets, and what was done about deviations."},
    {5, "Improving", "What was measured and what went wrong change how it is done, before somebody has to ask.",
     "Changes traced to figures or incidents, and the better figures after them."},
});

/// The level that is rated for one clause or control. Its key is the criterion. Earlier ratings stay in the journal.
/// @source{9.1}
struct MaturityRating {
  static constexpr std::string_view type_name = "maturity";  ///< The noun.
  Key<"maturity"> key;                                       ///< The criterion: "9.1", "A.5.1".
  Criterion criterion;                                       ///< Of what.
  int level = 0;                                             ///< 0 to 5, by maturity_levels.
  std::optional<int> target;                                 ///< The level that is wanted, 0 to 5.
  int weight = 1;                                            ///< How much it counts in a mean: 1 to 10.
  std::string rationale;                                     ///< Why this level; never empty.
  std::vector<Key<"evidence">> evidence;                     ///< What it rests on.
  std::vector<Key<"document">> documents;                    ///< Documents that it rests on.
  Key<"person"> rated_by;                                    ///< Who rated.
  Date rated_on;                                             ///< When.
  Custom custom;                                             ///< Members of the host.
  std::vector<ExternalId> external_ids;                      ///< Numbers in other systems.
  friend bool operator==(MaturityRating const&, MaturityRating const&) = default;
};
BOOST_DESCRIBE_STRUCT(MaturityRating, (),
                      (key, criterion, level, target, weight, rationale, evidence, documents, rated_by, rated_on,
                       custom, external_ids))
ANNEXA_TYPE_TABLE(MaturityRating)

/// What the ratings of criteria that belong together come to. What is not rated is told apart and never averaged away.
struct MaturityGroup {
  static constexpr std::string_view type_name = "maturity-group";  ///< Name in the schema.
  std::string id;                                                  ///< "9.2", "A.5", "Planning", "Technological".
  std::string title;                                               ///< Title in the catalog; empty where it has none.
  int rated = 0;                                                   ///< Criteria with a rating.
  std::vector<Criterion> unrated;                                  ///< Criteria that apply and have none.
  std::optional<int> minimum;        ///< The lowest level that is rated; absent if none is.
  std::optional<Decimal> mean;       ///< Weighted mean of the rated ones, rounded down to two places.
  std::optional<Decimal> floor;      ///< The same with each unrated one as level 0 and weight 1, the usual weight.
  std::int64_t weighted_levels = 0;  ///< Sum of level × weight: the exact mean is this ÷ `weights`.
  std::int64_t weights = 0;          ///< Sum of the weights of the rated ones.
  int below_target = 0;              ///< Criteria that are rated below their target.
  friend bool operator==(MaturityGroup const&, MaturityGroup const&) = default;
};
BOOST_DESCRIBE_STRUCT(MaturityGroup, (),
                      (id, title, rated, unrated, minimum, mean, floor, weighted_levels, weights, below_target))
ANNEXA_TYPE_TABLE(MaturityGroup)

/// The maturity of an ISMS: everything that applies, rated or not.
struct Maturity {
  static constexpr std::string_view type_name = "maturity-review";  ///< Name in the schema.
  std::vector<MaturityRating> ratings;                              ///< Each rating that counts, by criterion.
  MaturityGroup overall;                                            ///< All criteria together; its id is the catalog's.
  std::vector<MaturityGroup> pillars;                               ///< Clauses 4 to 10 by part of the system.
  std::vector<MaturityGroup> clauses;                               ///< By clause of the second level, and by theme.
  std::vector<MaturityGroup> themes;                                ///< Controls of Annex A by theme.
  friend bool operator==(Maturity const&, Maturity const&) = default;
};
BOOST_DESCRIBE_STRUCT(Maturity, (), (ratings, overall, pillars, clauses, themes))
ANNEXA_TYPE_TABLE(Maturity)

/// Rolls ratings up over @p catalog. A control that the statement of applicability excludes is left out, with its
/// rating. Ratings of other catalogs count overall and in a group of their own, as far as they are rated.
/// @param ratings  each of another criterion.
/// @param rows     the statement of applicability; retired rows say nothing.
/// @par Cost
/// n log n in the criteria.
/// @source{9.1}
[[nodiscard]] Maturity maturity_of(std::span<MaturityRating const* const> ratings,
                                   std::span<Applicability const* const> rows, Catalog const& catalog);

}  // namespace v1
}  // namespace annexa
