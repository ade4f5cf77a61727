#pragma once
/// @file
/// The hash tree over a journal: whoever keeps its root notices any change to what the journal held.
///
/// Leaves, nodes and shape are exactly those of Certificate Transparency, so that public formats and tools fit. Leaves
/// and nodes are hashed with different first bytes, so that neither can pass for the other, and an odd node is never
/// repeated.
/// @source{RFC 6962 section 2.1}

#include <annexa/base/error.hpp>
#include <annexa/base/hash.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The root of a tree without leaves: SHA-256 of nothing.
[[nodiscard]] Hash empty_root();

/// The hash of a leaf: SHA-256(0x00 ‖ @p bytes).
[[nodiscard]] Hash leaf_hash(std::string_view bytes);

/// The hash of an inner node: SHA-256(0x01 ‖ @p left ‖ @p right).
[[nodiscard]] Hash node_hash(Hash const& left, Hash const& right);

/// A subtree that is complete: the 2^level leaves from index · 2^level on.
struct Subtree {
  int level = 0;            ///< 0 for a leaf.
  std::uint64_t index = 0;  ///< Its place among those of its level, from 0.
  Hash hash;                ///< Of its topmost node.
  friend bool operator==(Subtree const&, Subtree const&) = default;
};

/// Levels between those whose subtrees a store keeps: 8, 16, 24, … A subtree of one has 256 of the one before.
/// @source{C2SP tlog-tiles}
inline constexpr int tile_height = 8;

/// All that must be kept of a tree to append to it and to tell its root: the hashes of its complete subtrees.
///
/// A tree of 13 leaves consists of complete subtrees of 8, 4 and 1 leaves, one for each binary one of its size.
class Frontier {
 public:
  /// Most bytes that to_bytes() gives: 63 hashes, for sizes below 2^63.
  static constexpr std::size_t most_bytes = 63 * 32;

  /// The tree without leaves.
  Frontier() = default;
  /// Reads what to_bytes() wrote for a tree of @p size leaves.
  /// @return the frontier, or an integrity error when the bytes are not one hash for each binary one of @p size.
  [[nodiscard]] static result<Frontier> parse(std::uint64_t size, std::string_view bytes);
  /// The hashes, largest subtree first, 32 bytes each.
  [[nodiscard]] std::string to_bytes() const;

  /// Adds a leaf at the right. Amortised one node hash, at most 63.
  void append(Hash const& leaf) { append(leaf, nullptr); }
  /// The same. @param completed gets the subtrees at levels 8, 16, … that the leaf completes; the lowest first.
  void append(Hash const& leaf, std::vector<Subtree>& completed) { append(leaf, &completed); }
  /// Number of leaves.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// The root of the tree. One node hash for each subtree but the last.
  [[nodiscard]] Hash root() const;
  /// The hashes of the complete subtrees, largest first.
  [[nodiscard]] std::vector<Hash> const& subtrees() const noexcept { return subtrees_; }
  friend bool operator==(Frontier const&, Frontier const&) = default;

 private:
  void append(Hash const& leaf, std::vector<Subtree>* completed);

  std::uint64_t size_ = 0;
  std::vector<Hash> subtrees_;
};

}  // namespace v1
}  // namespace annexa
