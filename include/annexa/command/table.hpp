#pragma once
/// @file
/// A table of records that is cheap to copy and to change: what a State is made of.

#include <algorithm>
#include <annexa/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One record of a table, with its version.
struct TableRow {
  std::string key;                     ///< The record's key.
  std::shared_ptr<void const> record;  ///< The record; its type is that of the table.
  std::uint64_t version = 0;           ///< Number of events that made it.
};

/// Records of one noun in natural order of their keys (R-2 before R-10).
///
/// Copies share their records. Changing a copy touches one chunk of at most 64 rows and the list of chunks, so a
/// decision that changes one record of 100,000 copies 1,600 pointers and not the table. What is inside may change.
/// @par Cost
/// find() and last_before() are logarithmic; put() logarithmic plus the copy of a chunk where it is shared.
class Table {
 public:
  /// The row with that key, or null. Lives until the table changes.
  [[nodiscard]] TableRow const* find(std::string_view key) const {
    auto const at = chunk_of(key);
    if (at == chunks_.size()) return nullptr;
    auto const& rows = *chunks_[at];
    auto const row = std::ranges::lower_bound(rows, key, natural_less, &TableRow::key);
    return row != rows.end() && row->key == key ? &*row : nullptr;
  }
  /// The last row whose key is before @p key, which need not be there; null if there is none. Lives until the table
  /// changes.
  [[nodiscard]] TableRow const* last_before(std::string_view key) const {
    auto const at = chunk_of(key);
    if (at < chunks_.size()) {
      auto const& rows = *chunks_[at];
      auto const row = std::ranges::lower_bound(rows, key, natural_less, &TableRow::key);
      if (row != rows.begin()) return &*std::prev(row);
    }
    return at == 0 || size_ == 0 ? nullptr : &chunks_[at - 1]->back();
  }
  /// Adds the row, or replaces the one with its key.
  void put(TableRow row) {
    if (chunks_.empty()) chunks_.push_back(std::make_shared<Chunk>());
    auto const at = std::min(chunk_of(row.key), chunks_.size() - 1);
    Chunk& rows = own(at);
    auto const place = std::ranges::lower_bound(rows, std::string_view(row.key), natural_less, &TableRow::key);
    if (place != rows.end() && place->key == row.key) {
      *place = std::move(row);
      return;
    }
    rows.insert(place, std::move(row));
    ++size_;
    if (rows.size() > chunk_limit) split(at);
  }
  /// Number of rows.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Calls @p visit(TableRow const&) for each row in order.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (auto const& chunk : chunks_)
      for (auto const& row : *chunk) visit(row);
  }

 private:
  using Chunk = std::vector<TableRow>;
  static constexpr std::size_t chunk_limit = 64;

  // The first chunk whose last key is not before @p key; the number of chunks if there is none.
  [[nodiscard]] std::size_t chunk_of(std::string_view key) const {
    auto const last = [](std::shared_ptr<Chunk> const& chunk) { return std::string_view(chunk->back().key); };
    if (size_ == 0) return chunks_.size();
    return static_cast<std::size_t>(std::ranges::lower_bound(chunks_, key, natural_less, last) - chunks_.begin());
  }
  Chunk& own(std::size_t at) {
    if (chunks_[at].use_count() > 1) chunks_[at] = std::make_shared<Chunk>(*chunks_[at]);
    return *chunks_[at];
  }
  void split(std::size_t at) {
    Chunk& rows = *chunks_[at];
    auto const middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
    auto upper = std::make_shared<Chunk>(std::make_move_iterator(middle), std::make_move_iterator(rows.end()));
    rows.erase(middle, rows.end());
    chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(upper));
  }

  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace v1
}  // namespace annexa
