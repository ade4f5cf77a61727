#include <annexa/catalog/relationship.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

using namespace annexa;

namespace {

constexpr std::array all{Relationship::subset_of, Relationship::superset_of, Relationship::intersects_with,
                         Relationship::equal, Relationship::no_relationship};
using Set = unsigned;  // a bit for each element
constexpr Set universe = 1U << 4U;

// What a relationship claims of two sets.
bool holds(Relationship relationship, Set a, Set b) {
  switch (relationship) {
    case Relationship::subset_of:
      return (a & ~b) == 0;
    case Relationship::superset_of:
      return (b & ~a) == 0;
    case Relationship::intersects_with:
      return (a & b) != 0;
    case Relationship::equal:
      return a == b;
    default:
      return (a & b) == 0;
  }
}

// The claims that hold of A and C in every three sets of four elements for which the two parts hold.
std::vector<Relationship> what_follows(Relationship first, Relationship second) {
  std::vector<Relationship> claims(all.begin(), all.end());
  for (Set a = 1; a < universe; ++a)
    for (Set b = 1; b < universe; ++b)
      for (Set c = 1; c < universe; ++c)
        if (holds(first, a, b) && holds(second, b, c))
          std::erase_if(claims, [&](Relationship claim) { return !holds(claim, a, c); });
  return claims;
}

// How much is claimed: nothing in common, something, one within the other, the same.
int rank(Relationship relationship) {
  static std::map<Relationship, int> const ranks{{Relationship::no_relationship, 0},
                                                 {Relationship::intersects_with, 1},
                                                 {Relationship::subset_of, 2},
                                                 {Relationship::superset_of, 2},
                                                 {Relationship::equal, 3}};
  return ranks.at(relationship);
}

}  // namespace

TEST_SUITE("catalog/relationship") {
  TEST_CASE("composition says exactly what follows for all sets, the strongest of it, and nothing where nothing does") {
    for (auto const first : all)
      for (auto const second : all) {
        CAPTURE(word(first));
        CAPTURE(word(second));
        auto const claims = what_follows(first, second);
        auto const composed = compose(first, second);
        REQUIRE(composed.has_value() == !claims.empty());
        if (composed) CHECK(std::ranges::all_of(claims, [&](Relationship each) { return implies(*composed, each); }));
      }
  }
  TEST_CASE("what is composed is never stronger than either part") {
    for (auto const first : all)
      for (auto const second : all)
        if (auto const composed = compose(first, second)) {
          CHECK(rank(*composed) <= rank(first));
          CHECK(rank(*composed) <= rank(second));
        }
  }
  TEST_CASE("seen from the other side, the composition is the composition of the parts seen from there") {
    for (auto const first : all)
      for (auto const second : all) {
        auto const composed = compose(first, second);
        auto const back = compose(reversed(second), reversed(first));
        CHECK(back == (composed ? std::optional(reversed(*composed)) : std::nullopt));
      }
  }
  TEST_CASE("one claim implies another if the sets leave no choice") {
    for (auto const claim : all)
      for (auto const other : all) {
        bool follows = true;
        for (Set a = 1; a < universe; ++a)
          for (Set b = 1; b < universe; ++b) follows = follows && (!holds(claim, a, b) || holds(other, a, b));
        CHECK(implies(claim, other) == follows);
      }
  }
  TEST_CASE(
      "claims are joined to one that holds where all of them do, none stronger than what was said, in any order") {
    CHECK(rc::check("join", [] {
      auto const claims = *rc::gen::container<std::vector<Relationship>>(rc::gen::elementOf(all));
      auto const joined = join(claims);
      auto shuffled = claims;
      std::ranges::reverse(shuffled);
      RC_ASSERT((join(shuffled) == joined));
      std::ranges::sort(shuffled);
      RC_ASSERT((join(shuffled) == joined));
      if (!joined) return;
      RC_ASSERT(std::ranges::any_of(claims, [&](Relationship each) { return implies(each, *joined); }));
      for (Set a = 1; a < universe; ++a)
        for (Set b = 1; b < universe; ++b)
          if (std::ranges::all_of(claims, [&](Relationship each) { return holds(each, a, b); }))
            RC_ASSERT(holds(*joined, a, b));
    }));
  }
  TEST_CASE("within on one path and around on another is common ground, because nobody said equal") {
    std::array const both{Relationship::subset_of, Relationship::superset_of};
    CHECK(join(both) == Relationship::intersects_with);
    std::array const at_odds{Relationship::subset_of, Relationship::no_relationship};
    CHECK_FALSE(join(at_odds));
    CHECK_FALSE(join({}));
  }
}
