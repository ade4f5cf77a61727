#pragma once
/// @file
/// Makes the rows of a built-in catalog from its tables.

#include "catalog/embedded.hpp"
#include "catalog/parts.hpp"

#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace detail {

/// Where the cells of a column go.
struct ColumnReader {
  std::string_view column;                            ///< Its name in the table.
  void (*read)(Requirement&, std::string_view cell);  ///< Puts a cell into its row.
};

/// A table each row of which is a requirement. The column readers are applied in order, so that a later one may look at
/// what an earlier one has read; several may read one column.
struct TableReader {
  std::string_view table;                 ///< Name of the file.
  std::span<ColumnReader const> columns;  ///< What is read of it.
};

/// A built-in catalog.
struct CatalogDefinition {
  std::string_view id, title, edition;
  int revision;                         ///< Raised whenever a table changes.
  EmbeddedTables const* embedded;       ///< Its tables.
  std::span<TableReader const> tables;  ///< Those that rows come from, in the order of the rows.
};

/// The rows that @p definition describes.
[[nodiscard]] CatalogParts read_parts(CatalogDefinition const& definition);

/// Readers of the columns that most tables have.
inline void read_id(Requirement& row, std::string_view cell) {
  row.id = cell;
  if (auto const reference = Reference::parse(cell)) row.reference = *reference;
}
inline void read_parent(Requirement& row, std::string_view cell) { row.parent = cell; }
inline void read_kind(Requirement& row, std::string_view cell) { row.kind = from_word<RequirementKind>(cell).value(); }
inline void read_title(Requirement& row, std::string_view cell) { row.title = cell; }
inline void read_summary(Requirement& row, std::string_view cell) { row.summary = cell; }

}  // namespace detail
}  // namespace v1
}  // namespace annexa
