#pragma once
// What a request of the caller says to the readers and to the importers.

#include <annexa/exchange/import_files.hpp>

namespace annexa {
inline namespace v1 {
namespace exchange {

// How tables are read, or which of encoding and delimiter is none.
[[nodiscard]] result<TableOptions> table_options(ImportRequest const& request);

// How they are imported; when and by whom is left to the caller.
[[nodiscard]] ImportOptions import_options(ImportRequest const& request);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
