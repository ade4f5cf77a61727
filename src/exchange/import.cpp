// From a sheet to a plan, by what kind of table it is.
#include <annexa/exchange/import.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "importer.hpp"
#include "table_importer.hpp"

namespace annexa {
inline namespace v1 {

namespace exchange {
namespace {

// Kinds of tables whose rows are not each a record of one noun.
struct Planner {
  std::string_view kind;
  ImportPlan (*plan)(Sheet const&, State const&, ImportOptions const&, Columns);
};
constexpr std::array planners{Planner{"checklist", plan_checklists}, Planner{"isms", plan_isms},
                              Planner{"absences", plan_absences}, Planner{"treatment-plan", plan_measures}};

}  // namespace
}  // namespace exchange

result<ImportPlan> plan_import(Sheet const& sheet, State const& state, ImportOptions const& options) {
  auto columns = exchange::find_columns(sheet, options.kind, options.map);
  if (!columns) return columns.error();
  auto const* planner = std::ranges::find(exchange::planners, columns->kind->name, &exchange::Planner::kind);
  if (planner != exchange::planners.end()) return planner->plan(sheet, state, options, *std::move(columns));
  return exchange::Importer(sheet, state, options, *std::move(columns)).run();
}

}  // namespace v1
}  // namespace annexa
