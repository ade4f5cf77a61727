#pragma once
/// @file
/// Importing files into a workspace: everything between their bytes and what is recorded.

#include <annexa/exchange/import_options.hpp>
#include <annexa/exchange/import_report.hpp>
#include <annexa/exchange/table.hpp>
#include <annexa/workspace/workspace.hpp>

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Reads bytes of a file from @p offset into @p into. @return how many, 0 at its end; or why they cannot be read.
using ReadAt = std::function<result<std::size_t>(std::uint64_t offset, std::span<char> into)>;

/// A file: its content in memory, or a way to read it.
struct ImportFile {
  std::string name;   ///< Its name, for messages.
  std::string bytes;  ///< Its content; empty where it is read.
  ReadAt read = {};   ///< Reads it, as often as need be; a dry run of a large table then holds no more than a piece.
  std::uint64_t size = 0;  ///< How many bytes it has, where it is read.
};

/// What the caller wants of an import, as people and programs type it. All members may be left out.
struct ImportRequest {
  static constexpr std::string_view type_name = "import-request";  ///< Name in the schema.
  std::string kind;                        ///< One of import_kinds(), or "catalog"; found out when empty.
  std::vector<ColumnRequest> map;          ///< What columns hold, where their headers do not say it.
  std::optional<ExistingPolicy> existing;  ///< What to do with rows whose record exists; update when absent.
  bool partial = false;                    ///< True to take the good rows although others are rejected.
  bool create_missing = false;             ///< True to add people, units and assets that are only named.
  std::string method;                      ///< Key of the risk method; "5x5" is adopted if there is none yet.
  std::optional<DateOrder> dates;          ///< How to read dates that can be read both ways; absent: as others show.
  std::string encoding;                    ///< "utf-8", "utf-16le", "utf-16be" or "windows-1252"; found out when empty.
  std::string delimiter;                   ///< ",", ";", "|" or "tab"; found out when empty.
  bool dry_run = false;                    ///< True to report and write nothing.
  std::string sheet;  ///< Sheet of a workbook, by name or number, "*" for all that fit; see read_workbook().
  std::string audit;  ///< Key of the audit that findings and the results of checklists belong to, where no column says.
  friend bool operator==(ImportRequest const&, ImportRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ImportRequest, (),
                      (kind, map, existing, partial, create_missing, method, dates, encoding, delimiter, dry_run, sheet,
                       audit))
ANNEXA_TYPE_TABLE(ImportRequest)

/// What an import came to.
struct ImportResult {
  std::vector<ImportReport> reports;  ///< One for each table, in the order of the files.
  std::size_t events = 0;             ///< Events that were recorded; 0 after a dry run, or if rows were rejected.
  /// True if a row of any file was rejected.
  [[nodiscard]] bool rejected() const noexcept;
};

/// Follows an import: rows done of all rows. @return false to stop it (cancelled) before anything is recorded.
using ImportProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Imports @p files in one transaction: all of their rows, or none if one is rejected and the import is not partial. A
/// later file may name what an earlier one brings. Who acts is the workspace's actor.
/// @return what it came to; or an error that names the file: table.* and import.* (usage), `journal.*` with file:row
/// for
///         what is too large to be recorded, or what Workspace::apply() says. Nothing is recorded then.
/// @par Cost
/// As plan_import() and Workspace::apply(). A dry run of one register of risks as delimited text in UTF-8 makes no
/// commands: rows that are alike but for key and texts are decided once, and of the file no more than some 100 KiB are
/// in memory where it is read. For each row with a key four bytes are kept, to find keys that stand twice.
[[nodiscard]] result<ImportResult> import_files(Workspace& workspace, std::vector<ImportFile> files,
                                                ImportRequest const& request, ImportProgress const& progress = {});

/// The result as JSON: the report of the one table with a member `events` (how many were recorded), or of several
/// tables an array of such reports.
[[nodiscard]] boost::json::value render_json(ImportResult const& imported);

}  // namespace v1
}  // namespace annexa
