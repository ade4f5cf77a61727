// From a workspace to a workbook.
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/write_workbook.hpp>

#include <algorithm>
#include <memory>

#include "export_rules.hpp"
#include "fields.hpp"
#include "names.hpp"
#include "record_columns.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::size_t most_units = 32'767;  // characters of a cell

// True if tables of the noun can be imported: then nothing of it may get lost.
bool is_imported(Noun const& noun) {
  return std::ranges::any_of(table_kinds(), [&](TableKind const& kind) { return kind.noun == noun.name; });
}

// What a cell cannot hold of a noun that no import reads is cut off and says so.
std::string fitted(std::string cell, bool imported) {
  if (imported || cell.size() <= most_units) return cell;
  auto const size = cell.size();
  return shortened(cell, most_units / 2) + " [" + std::to_string(size) + " bytes; the JSON export has all]";
}

// The columns in which some record has something; all of them where there is none. A register has many that nobody
// uses.
std::vector<RecordColumn> used_columns(Noun const& noun, State const& state, std::string_view key) {
  auto columns = record_columns(noun, state);
  std::vector<RecordColumn> used;
  std::vector<char> filled(columns.size(), 0);
  bool any = false;
  state.table(noun).for_each([&](TableRow const& row) {
    if (!key.empty() && row.key != key) return;
    any = true;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (filled[i] == 0 && !columns[i].cell(row.record.get()).empty()) filled[i] = 1;
  });
  if (!any) return columns;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (filled[i] != 0) used.push_back(std::move(columns[i]));
  return used;
}

WorkbookTable table_of(Noun const& noun, State const& state, std::string_view key) {
  auto const columns = std::make_shared<std::vector<RecordColumn>>(used_columns(noun, state, key));
  WorkbookTable table{std::string(noun.plural), {}, {}};
  for (auto const& column : *columns) table.columns.push_back({column.header, column.kind});
  bool const imported = is_imported(noun);
  table.rows = [&noun, &state, columns, imported, wanted = std::string(key)](auto const& take) {
    std::vector<std::string> cells(columns->size());
    state.table(noun).for_each([&](TableRow const& row) {
      if (!wanted.empty() && row.key != wanted) return;
      for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = fitted((*columns)[i].cell(row.record.get()), imported);
      take(cells);
    });
  };
  return table;
}

// All nouns with records; those of the tables that can be imported in their order before the others.
std::vector<WorkbookTable> tables_of(State const& state) {
  std::vector<Noun const*> listed;
  auto const list = [&](Noun const& noun) {
    if (std::ranges::find(listed, &noun) == listed.end()) listed.push_back(&noun);
  };
  for (auto const& kind : table_kinds()) list(*find_noun(kind.noun));
  for (auto const& noun : nouns()) list(noun);
  std::vector<WorkbookTable> tables;
  for (auto const* noun : listed) {
    bool any = false;
    state.table(*noun).for_each([&](TableRow const&) { any = true; });
    if (any) tables.push_back(table_of(*noun, state, {}));
  }
  if (tables.empty()) tables.push_back(table_of(*listed.front(), state, {}));
  return tables;
}

}  // namespace
}  // namespace exchange

result<std::string> export_workbook(State const& state, std::string_view name, std::string_view key) {
  if (name == exchange::whole_workspace) return write_workbook(exchange::tables_of(state));
  auto const noun = exchange::exported_noun(name);
  if (!noun) return noun.error();
  if (!key.empty() && !state.table(**noun).find(std::string(key)))
    return Error(export_rules::unknown_key, "",
                 {{"noun", std::string((*noun)->name)}, {"key", std::string(key.substr(0, 80))}});
  std::vector<WorkbookTable> const tables{exchange::table_of(**noun, state, key)};
  return write_workbook(tables);
}

}  // namespace v1
}  // namespace annexa
