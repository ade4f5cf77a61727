#pragma once
// Checklists are tables whose rows together are one record: a template, and working papers of what was found.

#include <annexa/exchange/import.hpp>

#include "columns.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

// Plans the import of a checklist. @pre the columns are those of its kind
[[nodiscard]] ImportPlan plan_checklists(Sheet const& sheet, State const& state, ImportOptions const& options,
                                         Columns columns);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
