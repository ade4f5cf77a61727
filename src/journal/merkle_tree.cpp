#include <annexa/journal/merkle_tree.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <array>
#include <bit>

#include "journal_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace std::string_view_literals;

// One for each thread: a context costs as much to make as a node costs to hash.
Sha256& hasher() {
  thread_local Sha256 shared;
  return shared;
}

}  // namespace

Hash empty_root() { return hasher().finish(); }

Hash leaf_hash(std::string_view bytes) { return hasher().add("\x00"sv).add(bytes).finish(); }

// In one piece: a call costs half as much as a block of the digest.
Hash node_hash(Hash const& left, Hash const& right) {
  std::array<char, 1 + 2 * sizeof(Hash::bytes)> node{'\x01'};
  std::ranges::copy(right.bytes, std::ranges::copy(left.bytes, node.begin() + 1).out);
  return hasher().add({node.data(), node.size()}).finish();
}

result<Frontier> Frontier::parse(std::uint64_t size, std::string_view bytes) {
  auto const hashes = static_cast<std::size_t>(std::popcount(size));
  if (size >> 63U != 0 || bytes.size() != hashes * sizeof(Hash::bytes))
    return Error(journal_rules::frontier, "/head/frontier",
                 {{"size", std::to_string(size)},
                  {"expected", std::to_string(hashes * sizeof(Hash::bytes))},
                  {"found", std::to_string(bytes.size())}});
  Frontier frontier;
  frontier.size_ = size;
  frontier.subtrees_.resize(hashes);
  for (auto& hash : frontier.subtrees_) {
    std::copy_n(bytes.begin(), hash.bytes.size(), hash.bytes.begin());
    bytes.remove_prefix(hash.bytes.size());
  }
  return frontier;
}

std::string Frontier::to_bytes() const {
  std::string out;
  for (auto const& hash : subtrees_) out.append(hash.bytes.begin(), hash.bytes.end());
  return out;
}

void Frontier::append(Hash const& leaf, std::vector<Subtree>* completed) {
  auto node = leaf;
  // Each binary one at the end of the size is a complete subtree that the new leaf completes to one twice as large.
  auto const merged = static_cast<std::size_t>(std::countr_one(size_));
  auto const kept = subtrees_.size() - merged;
  int level = 0;
  for (auto i = subtrees_.size(); i > kept; --i) {
    node = node_hash(subtrees_[i - 1], node);
    if (++level % tile_height == 0 && completed)
      completed->push_back({level, size_ >> static_cast<unsigned>(level), node});
  }
  subtrees_.resize(kept);
  subtrees_.push_back(node);
  ++size_;
}

Hash Frontier::root() const {
  if (subtrees_.empty()) return empty_root();
  auto node = subtrees_.back();
  for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left) node = node_hash(*left, node);
  return node;
}

}  // namespace v1
}  // namespace annexa
