// From a sheet to a plan, by what kind of table it is.
#include <annexa/exchange/import.hpp>

#include "importer.hpp"
#include "table_importer.hpp"

namespace annexa {
inline namespace v1 {

result<ImportPlan> plan_import(Sheet const& sheet, State const& state, ImportOptions const& options) {
  auto columns = exchange::find_columns(sheet, options.kind, options.map);
  if (!columns) return columns.error();
  if (columns->kind->noun == ChecklistTemplate::type_name)
    return exchange::plan_checklists(sheet, state, options, *std::move(columns));
  if (columns->kind->noun == Organization::type_name)
    return exchange::plan_isms(sheet, state, options, *std::move(columns));
  return exchange::Importer(sheet, state, options, *std::move(columns)).run();
}

}  // namespace v1
}  // namespace annexa
