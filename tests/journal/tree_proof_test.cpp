#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/journal/tree_proof.hpp>

#include <annexa/journal/store.hpp>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

using namespace annexa;

namespace {

std::vector<Hash> some_leaves(std::size_t count) {
  std::vector<Hash> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(leaf_hash("leaf " + std::to_string(i)));
  return out;
}

SubtreeHashes tree_of(std::vector<Hash> const& leaves) {
  SubtreeHashes tree;
  for (auto const& leaf : leaves) tree.append(leaf);
  return tree;
}

// The roots of all beginnings of a list of leaves, by the frontier that journals keep.
std::vector<Hash> roots_of(std::vector<Hash> const& leaves) {
  Frontier frontier;
  std::vector<Hash> roots{frontier.root()};
  for (auto const& leaf : leaves) {
    frontier.append(leaf);
    roots.push_back(frontier.root());
  }
  return roots;
}

std::size_t most_size() { return std::getenv("ANNEXA_FULL") ? 1030 : 200; }
std::size_t most_pair() { return std::getenv("ANNEXA_FULL") ? 130 : 70; }

std::string why(std::optional<Error> const& error) {
  return error ? error->violations().front().args.front().value : "good";
}

}  // namespace

TEST_SUITE("journal/tree_proof") {
  TEST_CASE("every leaf of every tree is proved, and the proof holds for no other place") {
    auto const leaves = some_leaves(most_size());
    auto const tree = tree_of(leaves);
    auto const roots = roots_of(leaves);
    std::size_t proofs = 0;
    for (std::uint64_t size = 1; size <= leaves.size(); ++size)
      for (std::uint64_t index = 0; index < size; ++index) {
        auto const proof = inclusion_proof(index, size, tree.source()).value();
        if (check_inclusion(leaves[index], index, size, proof, roots[size])) FAIL(size << ' ' << index);
        if (!check_inclusion(leaves[index], index + 1, size, proof, roots[size])) FAIL(size << ' ' << index);
        ++proofs;
      }
    std::cout << "inclusion: " << proofs << " proofs of trees of up to " << leaves.size() << " leaves\n";
  }
  TEST_CASE("every tree is proved to go on where every smaller one ended") {
    auto const leaves = some_leaves(most_pair());
    auto const tree = tree_of(leaves);
    auto const roots = roots_of(leaves);
    for (std::uint64_t size = 0; size <= leaves.size(); ++size) {
      CHECK(root_of(size, tree.source()).value() == roots[size]);
      for (std::uint64_t old = 0; old <= size; ++old) {
        auto const proof = consistency_proof(old, size, tree.source()).value();
        if (check_consistency(old, roots[old], size, roots[size], proof)) FAIL(old << ' ' << size);
      }
    }
  }
  TEST_CASE("each single flipped bit of each proof is refused, and so is each hash too many or too few") {
    std::size_t const most = std::getenv("ANNEXA_FULL") ? most_pair() : 12;
    auto const leaves = some_leaves(most);
    auto const tree = tree_of(leaves);
    auto const roots = roots_of(leaves);
    std::size_t flipped = 0;
    auto const each_damage = [&](std::vector<Hash> const& proof, auto const& holds) {
      for (std::size_t bit = 0; bit < proof.size() * 256; ++bit) {
        auto damaged = proof;
        damaged[bit / 256].bytes[bit % 256 / 8] ^= static_cast<unsigned char>(1U << (bit % 8));
        if (holds(damaged)) FAIL("bit " << bit);
        ++flipped;
      }
      auto longer = proof;
      longer.push_back(leaves.front());
      CHECK_FALSE(holds(longer));
      auto shorter = proof;
      if (!shorter.empty()) shorter.pop_back();
      if (!proof.empty()) CHECK_FALSE(holds(shorter));
    };
    for (std::uint64_t size = 1; size <= most; ++size)
      for (std::uint64_t index = 0; index < size; ++index) {
        each_damage(inclusion_proof(index, size, tree.source()).value(), [&](std::vector<Hash> const& proof) {
          return !check_inclusion(leaves[index], index, size, proof, roots[size]);
        });
        each_damage(consistency_proof(index + 1, size, tree.source()).value(), [&](std::vector<Hash> const& proof) {
          return !check_consistency(index + 1, roots[index + 1], size, roots[size], proof);
        });
      }
    CHECK(flipped > 0);
    std::cout << "proofs: " << flipped << " single bits flipped, all refused\n";
  }
  TEST_CASE("what a proof does not show is said") {
    auto const leaves = some_leaves(7);
    auto const tree = tree_of(leaves);
    auto const roots = roots_of(leaves);
    auto const proof = inclusion_proof(3, 7, tree.source()).value();
    CHECK(why(check_inclusion(leaves[3], 3, 7, proof, roots[7])) == "good");
    CHECK(why(check_inclusion(leaves[3], 7, 7, proof, roots[7])) == "the tree has no such event");
    CHECK(why(check_inclusion(leaves[3], 3, 7, proof, roots[6])) == "it leads to another root");
    CHECK(why(check_inclusion(leaves[0], 0, 1, proof, roots[1])) == "the proof is too long");
    CHECK(why(check_inclusion(leaves[3], 3, 1030, proof, roots[7])) == "the proof is too short");
    auto const goes_on = consistency_proof(3, 7, tree.source()).value();
    CHECK(why(check_consistency(3, roots[3], 7, roots[7], goes_on)) == "good");
    CHECK(why(check_consistency(8, roots[3], 7, roots[7], goes_on)) == "the older tree is the larger one");
    CHECK(why(check_consistency(0, roots[0], 7, roots[7], goes_on)) == "the proof is too long");
    CHECK(why(check_consistency(0, roots[1], 7, roots[7], {})) == "the trees have different roots");
    CHECK(why(check_consistency(7, roots[6], 7, roots[7], {})) == "the trees have different roots");
    CHECK(why(check_consistency(3, roots[4], 7, roots[7], goes_on)) == "it leads to another root of the older tree");
    CHECK(why(check_consistency(3, roots[3], 7, roots[6], goes_on)) == "it leads to another root of the newer tree");
    CHECK(why(check_consistency(4, roots[4], 7, roots[7], {})) == "the proof is too short");
    CHECK(why(check_consistency(3, roots[3], 7, roots[7], {})) == "the proof is too short");
    CHECK(inclusion_proof(7, 7, tree.source()).error().violations().front().rule == "journal.proof-size");
    CHECK(consistency_proof(8, 7, tree.source()).error().violations().front().rule == "journal.proof-size");
  }
  TEST_CASE("a tree of 2^63 leaves is no reason to run for ever") {
    std::vector<Hash> const many(80, leaf_hash("x"));
    CHECK(check_inclusion(many[0], 5, UINT64_MAX, many, many[0]));
    CHECK(check_consistency(5, many[0], UINT64_MAX, many[0], many));
    CHECK(check_consistency(UINT64_MAX - 1, many[0], UINT64_MAX, many[0], many));
  }
}
