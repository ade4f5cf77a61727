#pragma once
/// @file
/// Reading the records of a table without a workspace.

#include <annexa/base/error.hpp>
#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/import_report.hpp>
#include <annexa/exchange/write_workbook.hpp>

#include <boost/json/fwd.hpp>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The records of a table.
struct ReadRecords {
  ImportReport report;                         ///< What was found; rows that are rejected are no records.
  std::string noun;                            ///< What the records are, such as "risk".
  std::vector<WorkbookColumn> columns;         ///< What of them the rows hold, as export_csv() has it.
  std::vector<std::vector<std::string>> rows;  ///< The records in natural order of their keys.
};

/// Reads a table as plan_import_file() does, into an empty state: nothing is recorded, and rows without a defect are
/// taken although others have one. People, units and assets that are only named stay names. Findings are read as of the
/// audits that the table names, or of ImportRequest::audit; their evidence is in the words of the table.
/// @param request  what the caller wants; `existing`, `partial` and `dry_run` say nothing here. The method is a
/// built-in
///                 one. @param file  name of the file, for messages.
/// @return the records; or usage errors as plan_import_file().
/// @par Cost
/// As plan_import().
[[nodiscard]] result<ReadRecords> read_records(std::string bytes, std::string file, ImportRequest const& request = {});

/// As `{"report","noun","columns":[{"header","kind"}],"rows":[["…"]]}`.
[[nodiscard]] boost::json::value render_json(ReadRecords const& records);

}  // namespace v1
}  // namespace annexa
