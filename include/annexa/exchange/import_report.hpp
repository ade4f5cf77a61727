#pragma once
/// @file
/// What an import would do, or did: every row, every change, every doubt.

#include <annexa/base/describe.hpp>
#include <annexa/exchange/import_entry.hpp>
#include <annexa/exchange/mapping.hpp>
#include <annexa/exchange/sheet.hpp>

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One spelling that was taken for a value all over a column.
struct ImportConversion {
  std::string column;    ///< Header of the column.
  std::string value;     ///< What cells hold; for a pattern the first of them.
  std::string taken;     ///< What it was taken for.
  std::size_t rows = 0;  ///< In how many rows.
  friend bool operator==(ImportConversion const&, ImportConversion const&) = default;
};

/// A record that was added because a row names it (ImportOptions::create_missing).
struct ImportCreation {
  std::size_t row = 0;  ///< The first row that names it.
  std::string noun;     ///< "person", "unit" or "asset".
  std::string key;      ///< Its key.
  std::string name;     ///< Its name.
  friend bool operator==(ImportCreation const&, ImportCreation const&) = default;
};

/// What becomes of a record.
enum class ImportChange : std::uint8_t {
  added,      ///< It is new.
  changed,    ///< Some of its members change.
  unchanged,  ///< The row says what is recorded already.
};
ANNEXA_DESCRIBE_ENUM(ImportChange, "import-change", added, changed, unchanged)

/// A record that a row is about, and what becomes of it.
struct ImportRecord {
  std::size_t row = 0;               ///< The row.
  std::string noun;                  ///< Such as "risk".
  std::string key;                   ///< Its key.
  ImportChange change{};             ///< What becomes of it.
  std::vector<std::string> members;  ///< Which members change, in the order of the record; empty unless changed.
  friend bool operator==(ImportRecord const&, ImportRecord const&) = default;
};

/// The report of one table. `accepted` counts the rows that are good in themselves; whether anything is written is for
/// ImportPlan::commands to say: nothing is, if rows were rejected and the import is not partial.
struct ImportReport {
  std::string file;                         ///< Name of the file.
  std::string kind;                         ///< Kind of table.
  std::string why;                          ///< Why it is that kind.
  std::string sheet;                        ///< Name of the sheet; empty where a file has only one.
  SheetFormat format;                       ///< How the table was written.
  std::size_t rows = 0;                     ///< Rows that are neither blank nor mere titles, without the header.
  std::size_t accepted = 0;                 ///< Rows without a defect: added, changed, unchanged and skipped together.
  std::size_t added = 0;                    ///< Rows that make a record.
  std::size_t changed = 0;                  ///< Rows that change one.
  std::size_t unchanged = 0;                ///< Rows that say what is recorded already.
  std::size_t skipped = 0;                  ///< Rows passed over because their record exists.
  std::vector<ColumnMapping> mapping;       ///< What the columns hold.
  std::vector<std::string> unmapped;        ///< Columns that nothing is taken from.
  std::vector<ImportEntry> rejected;        ///< Defects, by row; those of the header have row 1.
  std::vector<ImportEntry> adjusted;        ///< What was dropped, kept as a note or filled in, by row.
  std::vector<ImportEntry> unresolved;      ///< Names that match no person, unit or asset, by row.
  std::vector<ImportEntry> warnings;        ///< What looks wrong but is taken as it stands, by row.
  std::vector<ImportConversion> converted;  ///< Spellings that were taken for values, by column and first row.
  std::vector<ImportCreation> created;      ///< Records added because rows name them.
  std::vector<ImportRecord> records;        ///< What becomes of each record, by row; not of rows rejected or skipped.
  std::size_t header_row = 1;               ///< Row of the file or sheet in which the header ends.
  std::size_t left_out = 0;                 ///< Entries beyond ImportOptions::most_entries, which are only counted.
};

/// The report as JSON: each member under its own name, entries as `{"row","column","value","message"}`.
[[nodiscard]] boost::json::value render_json(ImportReport const& report);

}  // namespace v1
}  // namespace annexa
