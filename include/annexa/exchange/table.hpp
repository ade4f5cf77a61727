#pragma once
/// @file
/// Reading tables that are text: comma-separated values and their kin.

#include <annexa/base/error.hpp>
#include <annexa/exchange/sheet.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// Limits on a table that comes from outside.
struct TableLimits {
  std::size_t bytes = 256U << 20U;  ///< Most bytes of the file; never more than 1 GiB.
  std::size_t rows = 5'000'000;     ///< Most rows.
  std::size_t columns = 4096;       ///< Most cells of a row.
  std::size_t cell = 1U << 20U;     ///< Most bytes of one cell.
};

/// What the caller knows of a table.
struct TableOptions {
  std::string file;                      ///< Name of the file, for messages.
  std::optional<char> delimiter;         ///< What separates cells; found out from the first rows when absent.
  std::optional<TextEncoding> encoding;  ///< Encoding of the bytes; found out when absent.
  TableLimits limits;                    ///< Limits.
  std::string sheet = {};  ///< Name of the sheet, its number from 1, or "*" for all that fit; of workbooks.
};

/// Reads delimited text. Cells are separated by comma, semicolon, tab or '|'; a cell in double quotes may hold
/// delimiters, line ends and doubled quotes; rows end in CR LF, LF or CR. The first row that is not blank is the
/// header. A line "sep=;" in front says the delimiter and is no row.
/// @par Encoding
/// A byte order mark decides; then UTF-16 by its zero bytes; then UTF-8 if all of it is; else Windows-1252, unless
/// parts of it are UTF-8 beyond ASCII: then it is refused, because one of the two would be read wrong.
/// @par Cost
/// Linear, one pass after the encoding is known; no allocation per cell.
/// @return the sheet; or violations table.binary, table.empty, table.too-large, table.encoding, table.quote-open,
///         table.too-many-columns, table.too-many-rows, table.cell-too-large, each with file:row:column.
/// @source{RFC 4180}
[[nodiscard]] result<Sheet> read_table(std::string bytes, TableOptions const& options = {});

/// What a file is that is no table of text: "a PDF document", "a ZIP archive", "an XLSX workbook", "an SQLite
/// database", ...
/// @return the name, or empty if nothing speaks against a table. Looks at the first few KiB.
[[nodiscard]] std::string_view recognise_file(std::string_view bytes) noexcept;

}  // namespace v1
}  // namespace annexa
