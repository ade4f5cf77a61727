#include <annexa/journal/tree_proof.hpp>

#include <annexa/journal/store.hpp>

#include <algorithm>
#include <bit>

#include "proof_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Leaves from begin to before end. Begin is a multiple of the largest power of two that the range is divided at.
struct Range {
  std::uint64_t begin, end;
  [[nodiscard]] std::uint64_t size() const { return end - begin; }
  // Where RFC 6962 divides it: the largest power of two below its size.
  [[nodiscard]] std::uint64_t middle() const { return begin + std::bit_floor(size() - 1); }
};

result<Hash> hash_of(Range range, SubtreeSource const& subtrees) {
  if (std::has_single_bit(range.size())) {
    int const level = std::countr_zero(range.size());
    return subtrees(level, range.begin >> static_cast<unsigned>(level));
  }
  auto const left = hash_of({range.begin, range.middle()}, subtrees);
  if (!left) return left.error();
  auto const right = hash_of({range.middle(), range.end}, subtrees);
  if (!right) return right.error();
  return node_hash(*left, *right);
}

// Gathers hashes from the root down; a proof lists them from the leaf up.
class Path {
 public:
  explicit Path(SubtreeSource const& subtrees) : subtrees_(subtrees) {}
  // @return false if the source refused.
  bool add(Range range) {
    auto hash = hash_of(range, subtrees_);
    if (!hash) {
      failure_.add(hash.error());
      return false;
    }
    hashes_.push_back(*hash);
    return true;
  }
  [[nodiscard]] result<std::vector<Hash>> take() && {
    if (!failure_.empty()) return std::move(failure_);
    std::ranges::reverse(hashes_);
    return std::move(hashes_);
  }

 private:
  SubtreeSource const& subtrees_;
  std::vector<Hash> hashes_;
  Error failure_;
};

Error size_error(std::uint64_t found, std::uint64_t size) {
  return Error(proof_rules::size, "", {{"found", std::to_string(found)}, {"size", std::to_string(size)}});
}

// A node on the way from a leaf to the root: where it is in its level, and where the last one of that level is.
struct Way {
  std::uint64_t at, last;
  [[nodiscard]] bool is_right() const { return (at & 1U) != 0 || at == last; }
  void up() {
    at >>= 1U;
    last >>= 1U;
  }
  // Levels in which it is the last and has no neighbour have no node of their own.
  void skip_lonely() {
    while ((at & 1U) == 0 && at != 0) up();
  }
};

// The topmost node over a power of two of hashes.
Hash joined(std::vector<Hash> hashes) {
  for (auto count = hashes.size() / 2; count != 0; count /= 2)
    for (std::size_t i = 0; i < count; ++i) hashes[i] = node_hash(hashes[2 * i], hashes[2 * i + 1]);
  return hashes.front();
}

Error refused(Rule const& rule, char const* why) { return Error(rule, "", {{"why", why}}); }

}  // namespace

void SubtreeHashes::append(Hash const& leaf) {
  if (levels_.empty()) levels_.emplace_back();
  levels_.front().push_back(leaf);
  for (std::size_t level = 0; levels_[level].size() % 2 == 0; ++level) {
    if (level + 1 == levels_.size()) levels_.emplace_back();
    auto const& below = levels_[level];
    levels_[level + 1].push_back(node_hash(below[below.size() - 2], below.back()));
  }
}

SubtreeSource SubtreeHashes::source() const {
  return [this](int level, std::uint64_t index) -> result<Hash> { return at(level, index); };
}

// Hashes at a level of tiles, of which the store may keep none.
result<std::vector<Hash>> StoredSubtrees::tile(int level, std::uint64_t from, std::uint64_t count) {
  auto found = store_->subtrees(level, from, count);
  if (!found || found->size() == count) return found;
  if (level == 0) return size_error(from + count, from + found->size());
  for (auto index = from + found->size(); index < from + count; ++index) {
    auto const before = known_.find({level, index});
    auto const hash = before != known_.end() ? result<Hash>(before->second) : from_below(level, index);
    if (!hash) return hash.error();
    known_.emplace(std::pair{level, index}, *hash);
    found->push_back(*hash);
  }
  return found;
}

result<Hash> StoredSubtrees::from_below(int level, std::uint64_t index) {
  constexpr std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(tile_height);
  auto const below = tile(level - tile_height, index * width, width);
  return below ? result<Hash>(joined(*below)) : below.error();
}

result<Hash> StoredSubtrees::at(int level, std::uint64_t index) {
  int const base = level - level % tile_height;
  auto const width = std::uint64_t{1} << static_cast<unsigned>(level - base);
  auto const hashes = tile(base, index * width, width);
  return hashes ? result<Hash>(joined(*hashes)) : hashes.error();
}

SubtreeSource StoredSubtrees::source() {
  return [this](int level, std::uint64_t index) { return at(level, index); };
}

result<Frontier> frontier_of(std::uint64_t size, SubtreeSource const& subtrees) {
  std::string bytes;
  for (auto rest = size; rest != 0; rest -= std::bit_floor(rest)) {
    auto const level = static_cast<int>(std::bit_width(rest)) - 1;
    auto const hash = subtrees(level, (size - rest) >> static_cast<unsigned>(level));
    if (!hash) return hash.error();
    bytes.append(hash->bytes.begin(), hash->bytes.end());
  }
  return Frontier::parse(size, bytes);
}

result<SubtreeHashes> subtree_hashes(Store& store, std::uint64_t size) {
  SubtreeHashes hashes;
  auto const read = store.read(0, size, [&](StoredEvent const& event) {
    hashes.append(event.leaf);
    return true;
  });
  if (!read) return read.error();
  if (hashes.size() != size) return size_error(size, hashes.size());
  return hashes;
}

result<Hash> root_of(std::uint64_t size, SubtreeSource const& subtrees) {
  return size == 0 ? result<Hash>(empty_root()) : hash_of({0, size}, subtrees);
}

result<std::vector<Hash>> inclusion_proof(std::uint64_t index, std::uint64_t size, SubtreeSource const& subtrees) {
  if (index >= size) return size_error(index, size);
  Path path(subtrees);
  for (Range range{0, size}; range.size() > 1;) {
    Range const left{range.begin, range.middle()};
    Range const right{range.middle(), range.end};
    bool const goes_left = index < left.end;
    if (!path.add(goes_left ? right : left)) break;
    range = goes_left ? left : right;
  }
  return std::move(path).take();
}

result<std::vector<Hash>> consistency_proof(std::uint64_t old_size, std::uint64_t size, SubtreeSource const& subtrees) {
  if (old_size > size) return size_error(old_size, size);
  Path path(subtrees);
  if (old_size == 0 || old_size == size) return std::move(path).take();
  Range range{0, size};
  while (range.end != old_size) {
    Range const left{range.begin, range.middle()};
    Range const right{range.middle(), range.end};
    bool const goes_left = old_size <= left.end;
    if (!path.add(goes_left ? right : left)) return std::move(path).take();
    range = goes_left ? left : right;
  }
  // The whole old tree is known to whoever checks; a part of it is not.
  if (range.begin != 0) path.add(range);
  return std::move(path).take();
}

std::optional<Error> check_inclusion(Hash const& leaf, std::uint64_t index, std::uint64_t size,
                                     std::span<Hash const> proof, Hash const& root) {
  auto const no = [](char const* why) { return refused(proof_rules::inclusion, why); };
  if (index >= size) return no("the tree has no such event");
  Way way{index, size - 1};
  auto hash = leaf;
  for (auto const& each : proof) {
    if (way.last == 0) return no("the proof is too long");
    if (way.is_right()) {
      hash = node_hash(each, hash);
      way.skip_lonely();
    } else {
      hash = node_hash(hash, each);
    }
    way.up();
  }
  if (way.last != 0) return no("the proof is too short");
  if (hash != root) return no("it leads to another root");
  return {};
}

std::optional<Error> check_consistency(std::uint64_t old_size, Hash const& old_root, std::uint64_t size,
                                       Hash const& root, std::span<Hash const> proof) {
  auto const no = [](char const* why) { return refused(proof_rules::consistency, why); };
  if (old_size > size) return no("the older tree is the larger one");
  if (old_size == 0 || old_size == size) {
    if (!proof.empty()) return no("the proof is too long");
    auto const& expected = old_size == 0 && size != 0 ? empty_root() : root;
    if (old_root != expected) return no("the trees have different roots");
    return {};
  }
  std::vector<Hash> hashes;
  if (std::has_single_bit(old_size)) hashes.push_back(old_root);
  hashes.insert(hashes.end(), proof.begin(), proof.end());
  if (hashes.empty()) return no("the proof is too short");
  Way way{old_size - 1, size - 1};
  while ((way.at & 1U) != 0) way.up();
  auto before = hashes.front();
  auto now = hashes.front();
  for (auto const& each : std::span(hashes).subspan(1)) {
    if (way.last == 0) return no("the proof is too long");
    if (way.is_right()) {
      before = node_hash(each, before);
      now = node_hash(each, now);
      way.skip_lonely();
    } else {
      now = node_hash(now, each);
    }
    way.up();
  }
  if (way.last != 0) return no("the proof is too short");
  if (before != old_root) return no("it leads to another root of the older tree");
  if (now != root) return no("it leads to another root of the newer tree");
  return {};
}

}  // namespace v1
}  // namespace annexa
