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
/// Copies share their records. It is a tree whose nodes hold at most 64 rows or other nodes: changing a copy copies the
/// nodes on the way to the row, three of them for 200,000 rows, and shares all others. What is inside may change.
/// @par Cost
/// find() and last_before() are logarithmic; put() logarithmic plus the copies of the nodes that are shared.
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
    if (root_) visit_below(*root_, visit);
  }

 private:
  struct Node {
    std::vector<TableRow> rows;                // of a leaf; empty otherwise
    std::vector<std::shared_ptr<Node>> below;  // of any other node, in order; empty in a leaf
  };

  template <class Visit>
  static void visit_below(Node const& node, Visit& visit) {
    for (auto const& row : node.rows) visit(row);
    for (auto const& each : node.below) visit_below(*each, visit);
  }
  [[nodiscard]] static TableRow const& last_of(Node const& node);
  [[nodiscard]] static std::size_t place_of(Node const& node, std::string_view key);
  [[nodiscard]] static TableRow const* last_before(Node const& node, std::string_view key);
  std::shared_ptr<Node> put_into(std::shared_ptr<Node>& shared, TableRow row);
  std::shared_ptr<Node> put_into_leaf(Node& node, TableRow row);

  std::shared_ptr<Node> root_;
  std::size_t size_ = 0;
};

}  // namespace v1
}  // namespace annexa
