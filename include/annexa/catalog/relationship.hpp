#pragma once
/// @file
/// How a requirement of one framework relates to one of another, and what follows from two such statements.

#include <annexa/catalog/vocabulary.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// How the concept A of a source relates to the concept B of a target, read as sets that are not empty.
///
/// Each is the least that is claimed: `subset_of` may be equal, `intersects_with` may be more than that. A pair is
/// never evidence of compliance; it tells an auditor where evidence may be used again.
/// @source{NIST IR 8477, set theory relationship mapping}
enum class Relationship : std::uint8_t {
  subset_of,        ///< A lies within B: whoever meets B meets A.
  superset_of,      ///< B lies within A: whoever meets A meets B.
  intersects_with,  ///< They have something in common.
  equal,            ///< The same.
  no_relationship,  ///< Looked at, and found to have nothing in common. Not the same as no mapping.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 5> words_of<Relationship>{"subset_of", "superset_of", "intersects_with",
                                                                        "equal_to", "no_relationship"};

namespace detail {
using Implied = std::optional<Relationship>;
inline constexpr Implied within = Relationship::subset_of, around = Relationship::superset_of,
                         meets = Relationship::intersects_with, same = Relationship::equal,
                         apart = Relationship::no_relationship, nothing{};
// A row for what A is to B, a column for what B is to C, both in the order of the enumeration: what A is to C.
inline constexpr std::array<std::array<Implied, 5>, 5> composition{{
    // subset_of  superset_of  intersects_with  equal  no_relationship
    {within, nothing, nothing, within, apart},  // subset_of
    {meets, around, meets, around, nothing},    // superset_of
    {meets, nothing, nothing, meets, nothing},  // intersects_with
    {within, around, meets, same, apart},       // equal
    {nothing, apart, nothing, apart, nothing},  // no_relationship
}};
}  // namespace detail
/// @endcond

/// What B is to A if A is @p relationship to B: swaps subset_of and superset_of.
[[nodiscard]] constexpr Relationship reversed(Relationship relationship) noexcept {
  switch (relationship) {
    case Relationship::subset_of:
      return Relationship::superset_of;
    case Relationship::superset_of:
      return Relationship::subset_of;
    default:
      return relationship;
  }
}

/// True if whoever claims @p claim claims @p other too: `equal` implies all but `no_relationship`, `subset_of` and
/// `superset_of` imply `intersects_with`, and each implies itself.
[[nodiscard]] constexpr bool implies(Relationship claim, Relationship other) noexcept {
  if (claim == other) return true;
  if (claim == Relationship::no_relationship || other == Relationship::no_relationship) return false;
  return claim == Relationship::equal || other == Relationship::intersects_with;
}

/// What A is to C if A is @p first to B and B is @p second to C, or nothing where nothing follows. It is never more
/// than either part claims. docs/decisions/crosswalks.md has the proof of each cell.
[[nodiscard]] constexpr std::optional<Relationship> compose(Relationship first, Relationship second) noexcept {
  return detail::composition[static_cast<std::size_t>(first)][static_cast<std::size_t>(second)];
}

/// What several claims about one pair may be presented as: the one that implies all others; intersects_with where some
/// say subset_of and others superset_of, because nobody said that the two are equal; nothing where they contradict each
/// other or there are none. The order of the claims does not matter.
[[nodiscard]] constexpr std::optional<Relationship> join(std::span<Relationship const> claims) noexcept {
  auto const all_follow_from = [claims](Relationship claim) {
    return std::ranges::all_of(claims, [claim](Relationship other) { return implies(claim, other); });
  };
  auto const strongest = std::ranges::find_if(claims, all_follow_from);
  if (strongest != claims.end()) return *strongest;
  auto const says_apart = std::ranges::find(claims, Relationship::no_relationship) != claims.end();
  return claims.empty() || says_apart ? std::nullopt : std::optional(Relationship::intersects_with);
}

}  // namespace v1
}  // namespace annexa
