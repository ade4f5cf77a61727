#pragma once
// What a request of the caller says to the readers and to the importers.

#include <annexa/exchange/import_files.hpp>
#include <annexa/exchange/sheet.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace exchange {

// How tables are read, or which of encoding and delimiter is none.
[[nodiscard]] result<TableOptions> table_options(ImportRequest const& request);

// How they are imported; when and by whom is left to the caller.
[[nodiscard]] ImportOptions import_options(ImportRequest const& request);

// The sheets of a file: what read_sheets() knows, and results of scanners as tables of findings.
[[nodiscard]] result<std::vector<Sheet>> read_results_or_sheets(std::string bytes, TableOptions const& table,
                                                                ImportOptions const& options);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
