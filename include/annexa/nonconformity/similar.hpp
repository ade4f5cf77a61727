#pragma once
/// @file
/// The search for similar findings across units and past audits.

#include <annexa/base/date.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/catalog/criterion.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A finding or nonconformity as the search sees it.
struct SimilarSubject {
  std::string noun;                   ///< "finding" or "nonconformity".
  std::string key;                    ///< Its key.
  std::string kind;                   ///< Kind of the finding, or state of the nonconformity.
  std::optional<Key<"audit">> audit;  ///< In which audit.
  std::optional<Key<"unit">> unit;    ///< Where.
  std::vector<Criterion> criteria;    ///< Against what.
  std::string text;                   ///< Title, statement and gap together.
};

/// One hit.
struct SimilarHit {
  static constexpr std::string_view type_name = "similar-hit";  ///< Name in the schema.
  std::string noun;                                             ///< "finding" or "nonconformity".
  std::string key;                                              ///< Its key.
  std::string kind;                                             ///< Kind of the finding, or state of the nonconformity.
  std::optional<Key<"audit">> audit;                            ///< In which audit.
  std::optional<Key<"unit">> unit;                              ///< Where.
  int score = 0;                                                ///< How similar, 0 to 100.
  std::vector<std::string> because;                             ///< Why, a sentence each.
  bool linked = false;                                          ///< True if it is linked already.
  friend bool operator==(SimilarHit const&, SimilarHit const&) = default;
};
BOOST_DESCRIBE_STRUCT(SimilarHit, (), (noun, key, kind, audit, unit, score, because, linked))
ANNEXA_TYPE_TABLE(SimilarHit)

/// What a search came to.
/// @source{10.2 b 3}
struct SimilarFindings {
  static constexpr std::string_view type_name = "similar-findings";  ///< Name in the schema.
  std::string of;                                                    ///< Key of what was searched for.
  int threshold = 0;                                                 ///< From which score on something is a hit.
  int searched = 0;                                                  ///< How many records were compared.
  std::vector<Key<"unit">> units;                                    ///< The units in which these lie.
  std::vector<Key<"audit">> audits;                                  ///< The audits in which these lie.
  std::vector<SimilarHit> hits;                                      ///< The hits, the most similar first, then by key.
  friend bool operator==(SimilarFindings const&, SimilarFindings const&) = default;
};
BOOST_DESCRIBE_STRUCT(SimilarFindings, (), (of, threshold, searched, units, audits, hits))
ANNEXA_TYPE_TABLE(SimilarFindings)

/// From which score on something is a hit.
inline constexpr int similar_threshold = 40;

/// Compares @p wanted with each of @p others. The score is
///   - 50 where they have a criterion in common; 20 where two of their criteria have one parent ("7.5.2" and "7.5.3",
///     "10.2" and "10.1"; never only "A.5", which is a quarter of all controls),
///   - and half of similarity() of their texts.
/// So the same requirement is always a hit, wherever it was found; another requirement only with texts that say much
/// the same. Whatever unit or audit something lies in counts neither for it nor against it.
/// @source{10.2 b 3}
[[nodiscard]] SimilarFindings find_similar(SimilarSubject const& wanted, std::span<SimilarSubject const> others,
                                           int threshold = similar_threshold);

}  // namespace v1
}  // namespace annexa
