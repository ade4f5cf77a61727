#pragma once
/// @file
/// Reading the tables of a file, whatever form it has: delimited text, a workbook, JSON.

#include <annexa/base/error.hpp>
#include <annexa/exchange/import_options.hpp>
#include <annexa/exchange/sheet.hpp>
#include <annexa/exchange/table.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a sheet has to hold, so that the right one of a workbook is found.
struct SheetWish {
  std::string_view kind{};                    ///< One of import_kinds(); any of them when empty.
  std::span<ColumnRequest const> requests{};  ///< What the caller said of columns.
};

/// Reads the tables of a file. Its first bytes tell the form: a workbook (read_workbook()), JSON (read_json_table()),
/// else delimited text (read_table()).
/// Delimited text with titles above its header begins at the header, which may be two of its first 20 rows.
/// @return one sheet; several of a workbook whose sheets are named after what they hold, such as export_workbook()
///         writes; or what the reader refuses.
[[nodiscard]] result<std::vector<Sheet>> read_sheets(std::string bytes, TableOptions const& options = {},
                                                     SheetWish const& wish = {});

/// Reads sheets of an XLSX workbook (ISO/IEC 29500, transitional or strict), streaming.
///
/// TableOptions::sheet chooses by name or by number from 1; "*" takes every sheet that can be seen and whose header
/// fits. When it is empty the one sheet is taken whose header fits a kind of table; where several fit, all of them if
/// each is named after its kind, else the call is refused and says which.
/// @par Cells
/// Numbers with 15 digits; dates by number format, in the systems of 1900 and 1904, as ISO 8601; booleans as "true" and
/// "false"; an error value rejects its row where something is taken from its column. Formulas give the value that was
/// stored with them.
/// @par Header
/// The row, or the two rows, of the first 20 whose cells mean most; titles above are passed over. Rows that are hidden
/// are taken, and told in Sheet::remarks.
/// @par Limits
/// TableOptions::limits; 10,000 parts; 1 GiB unpacked, and 250 times the size for parts beyond 8 MiB; 64 levels of
/// elements; no document types, so no entities; nothing outside of the file is ever opened, and nothing in it becomes a
/// file.
/// @return the sheets; or usage errors workbook.*, xml.* and table.*, each with file, part or sheet, and cell.
/// @source{ISO/IEC 29500-1}
[[nodiscard]] result<std::vector<Sheet>> read_workbook(std::string_view bytes, TableOptions const& options = {},
                                                       SheetWish const& wish = {});

/// Reads JSON: a list of objects, an object for each line (JSON lines), or one object. Members become columns. Lists of
/// texts and numbers become several values of one cell; members of objects stand beside the others
/// ("inherent": {"likelihood": 3} is inherent_likelihood), other lists stay JSON. What export_json() writes is read as
/// it was meant.
/// @par Rows
/// The first object is row 2, as if a header were row 1.
/// @par Limits
/// TableOptions::limits, and 32 levels; a duplicate key is refused. One object is held in memory at a time.
/// @return the sheet; or usage errors json.* and table.*, each with file:row. @source{RFC 8259}
[[nodiscard]] result<Sheet> read_json_table(std::string bytes, TableOptions const& options = {},
                                            SheetWish const& wish = {});

}  // namespace v1
}  // namespace annexa
