#pragma once
/// @file
/// Writing tables as a workbook of a spreadsheet program.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What the cells of a column are in a workbook. Cells that do not read as such are texts.
enum class CellKind : std::uint8_t {
  text,     ///< Texts, whatever they look like: no text ever becomes a formula, a number or a link.
  number,   ///< Numbers with at most 15 digits.
  date,     ///< Dates (YYYY-MM-DD) from 1900-03-01 on.
  boolean,  ///< "true" and "false".
};
ANNEXA_DESCRIBE_ENUM(CellKind, "cell-kind", text, number, date, boolean)

/// One column of a table.
struct WorkbookColumn {
  static constexpr std::string_view type_name = "workbook-column";  ///< Name in the schema.
  std::string header;                                               ///< What stands in its first row.
  CellKind kind = CellKind::text;                                   ///< What its cells are.
  friend bool operator==(WorkbookColumn const&, WorkbookColumn const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkbookColumn, (), (header, kind))
ANNEXA_TYPE_TABLE(WorkbookColumn)

/// What the colour of a cell says beside its text, on which no meaning may rest.
enum class CellColour : std::uint8_t {
  none,     ///< No colour.
  good,     ///< As it should be.
  notice,   ///< Something to watch.
  warning,  ///< Wants attention.
  bad,      ///< Is wrong or late.
  muted,    ///< Of no interest.
};

/// One table: a sheet of its own.
struct WorkbookTable {
  std::string name;                     ///< Name of the sheet: 1 to 31 characters, none of []:*?/\ among them.
  std::vector<WorkbookColumn> columns;  ///< Its columns; at least one.
  /// Calls its argument for each row with as many cells as there are columns. Called twice, with the same rows.
  std::function<void(std::function<void(std::span<std::string const>)> const& row)> rows;
  /// The colour of a cell, by its row, from 0 below the header, and its column. None has one where this is empty.
  std::function<CellColour(std::size_t row, std::size_t column)> colour = {};
};

/// What stands on every printed page of a workbook; each may be empty. Texts of more than 60 characters are cut off.
struct WorkbookMargins {
  std::string title;   ///< Below, on the left; the number of the page stands on the right.
  std::string label;   ///< Above, on the right: a label of confidentiality.
  std::string notice;  ///< Above, on the left: that it is a draft.
};

/// Writes tables as an XLSX workbook: for each a sheet with a table whose header stays in sight and can be filtered,
/// columns as wide as what is in them, dates and numbers as such. The same tables give the same bytes.
/// @par Limits
/// 1,048,575 rows, 16,384 columns and 32,767 characters a cell, as spreadsheet programs have them. Beyond a million
/// cells sheets have filters but are no tables, so that memory stays bounded.
/// @return the bytes; or usage errors export.*, with sheet and cell. @source{ISO/IEC 29500-1}
[[nodiscard]] result<std::string> write_workbook(std::span<WorkbookTable const> tables,
                                                 WorkbookMargins const& margins = {});

/// A table as a document.
struct WorkbookTableDocument {
  static constexpr std::string_view type_name = "workbook-table";  ///< Name in the schema.
  std::string name;                                                ///< Name of the sheet.
  std::vector<WorkbookColumn> columns;                             ///< Its columns.
  std::vector<std::vector<std::string>> rows;                      ///< Its rows, a cell for each column.
  friend bool operator==(WorkbookTableDocument const&, WorkbookTableDocument const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkbookTableDocument, (), (name, columns, rows))
ANNEXA_TYPE_TABLE(WorkbookTableDocument)

/// Tables as a document.
struct WorkbookDocument {
  static constexpr std::string_view type_name = "workbook";  ///< Name in the schema.
  std::vector<WorkbookTableDocument> tables;                 ///< The tables, a sheet each.
  friend bool operator==(WorkbookDocument const&, WorkbookDocument const&) = default;
};
BOOST_DESCRIBE_STRUCT(WorkbookDocument, (), (tables))
ANNEXA_TYPE_TABLE(WorkbookDocument)

/// Writes tables that are a document, as the other write_workbook() does.
/// @return the bytes; or what that says; or export.row where a row has another number of cells than there are columns.
[[nodiscard]] result<std::string> write_workbook(WorkbookDocument const& document);

}  // namespace v1
}  // namespace annexa
