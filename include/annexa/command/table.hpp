#pragma once
/// @file
/// A table of records that is cheap to copy and to change: what a State is made of.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
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
  [[nodiscard]] TableRow const* find(std::string_view key) const;
  /// The last row whose key is before @p key, which need not be there; null if there is none. Lives until the table
  /// changes.
  [[nodiscard]] TableRow const* last_before(std::string_view key) const;
  /// Adds the row, or replaces the one with its key.
  void put(TableRow row);
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

  [[nodiscard]] std::size_t chunk_of(std::string_view key) const;
  Chunk& own(std::size_t at);
  void split(std::size_t at);

  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace v1
}  // namespace annexa
