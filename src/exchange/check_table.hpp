#pragma once
// The import of one table whose rows are looked at one after the other.

#include <annexa/exchange/import.hpp>
#include <annexa/exchange/import_files.hpp>

#include <optional>

#include "importer.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// Looks at the rows of a file one after the other, with no more of it in memory than a piece. @return what
// plan_import() of the whole would, but for the state after it; nothing if the file is no such table, or there is
// something wrong with it as a whole: whoever reads it as a whole says so
[[nodiscard]] std::optional<ImportPlan> check_table(ImportFile const& file, State const& state,
                                                    TableOptions const& table, ImportOptions const& options,
                                                    RowCommands commands);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
