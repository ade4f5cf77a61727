#pragma once
/// @file
/// Proofs about a journal's tree: that an event stands in it, and that an older tree is the beginning of a newer one.
///
/// Whoever keeps a root can check both without the journal, with some twenty hashes for a million events.
/// @source{RFC 6962 section 2.1; RFC 9162 sections 2.1.3 and 2.1.4}

#include <annexa/journal/merkle_tree.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

class Store;

/// Gives the hash of a complete subtree: of the 2^level leaves from index · 2^level on. Asked only for subtrees that
/// the tree has.
using SubtreeSource = std::function<result<Hash>(int level, std::uint64_t index)>;

/// The hashes of all complete subtrees of a tree: all that its proofs are made of. 64 bytes for each leaf.
class SubtreeHashes {
 public:
  /// Adds a leaf at the right. Amortised one node hash.
  void append(Hash const& leaf);
  /// Number of leaves.
  [[nodiscard]] std::uint64_t size() const noexcept { return levels_.empty() ? 0 : levels_.front().size(); }
  /// The hash of a subtree. @pre the tree has it
  [[nodiscard]] Hash const& at(int level, std::uint64_t index) const {
    return levels_[static_cast<std::size_t>(level)][index];
  }
  /// As a source of proofs; this object must live as long.
  [[nodiscard]] SubtreeSource source() const;

 private:
  std::vector<std::vector<Hash>> levels_;  // from the leaves up
};

/// The hashes of subtrees as a store keeps them (Store::subtrees); what it does not keep is computed from the leaves
/// below. A proof reads at most 256 hashes for each eight levels of the tree.
/// @par Threads
/// One object belongs to one thread at a time.
class StoredSubtrees {
 public:
  /// Of the journal in @p store, which must live as long.
  explicit StoredSubtrees(Store& store) : store_(&store) {}
  /// The hash of a subtree; what reading refused, or journal.proof-size if the journal has no such subtree.
  [[nodiscard]] result<Hash> at(int level, std::uint64_t index);
  /// As a source of proofs; this object must live as long.
  [[nodiscard]] SubtreeSource source();

 private:
  [[nodiscard]] result<Hash> from_below(int level, std::uint64_t index);
  [[nodiscard]] result<std::vector<Hash>> tile(int level, std::uint64_t from, std::uint64_t count);

  Store* store_;
  std::map<std::pair<int, std::uint64_t>, Hash> known_;  // at levels 8, 16, …
};

/// All that must be kept of the tree over the first @p size leaves, from its complete subtrees.
/// @return it, or what the source refused.
[[nodiscard]] result<Frontier> frontier_of(std::uint64_t size, SubtreeSource const& subtrees);

/// Reads the leaves of the first @p size events of @p store. Linear.
/// @return their subtrees; or what reading refused, or journal.proof-size if there are not so many events.
[[nodiscard]] result<SubtreeHashes> subtree_hashes(Store& store, std::uint64_t size);

/// The root of the first @p size leaves. @return it, or what the source refused.
[[nodiscard]] result<Hash> root_of(std::uint64_t size, SubtreeSource const& subtrees);

/// The hashes that lead from leaf @p index to the root of a tree of @p size leaves, the leaf's neighbour first.
/// @return the hashes; journal.proof-size if there is no such leaf; or what the source refused.
/// @source{RFC 6962 section 2.1.1}
[[nodiscard]] result<std::vector<Hash>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                        SubtreeSource const& subtrees);

/// The hashes that show that the tree of @p old_size leaves is the beginning of that of @p size; none where the sizes
/// are equal or the old one is 0.
/// @return the hashes; journal.proof-size if the old tree is the larger one; or what the source refused.
/// @source{RFC 6962 section 2.1.2}
[[nodiscard]] result<std::vector<Hash>> consistency_proof(std::uint64_t old_size, std::uint64_t size,
                                                          SubtreeSource const& subtrees);

/// Checks that @p leaf stands at @p index in the tree of @p size leaves with @p root.
/// @return nothing if it does; else journal.inclusion, which says why. A proof that is too long or too short, for
/// another index or another size is refused, never cut to fit.
/// @source{RFC 9162 section 2.1.3.2}
[[nodiscard]] std::optional<Error> check_inclusion(Hash const& leaf, std::uint64_t index, std::uint64_t size,
                                                   std::span<Hash const> proof, Hash const& root);

/// Checks that the tree of @p old_size leaves with @p old_root is the beginning of that of @p size leaves with @p root.
/// @return nothing if it is; else journal.consistency, which says why.
/// @source{RFC 9162 section 2.1.4.2}
[[nodiscard]] std::optional<Error> check_consistency(std::uint64_t old_size, Hash const& old_root, std::uint64_t size,
                                                     Hash const& root, std::span<Hash const> proof);

}  // namespace v1
}  // namespace annexa
