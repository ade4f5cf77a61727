#include "catalog/read_catalog.hpp"

#include "catalog/read_table.hpp"

#include <algorithm>
#include <cstddef>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

void read_requirements(SourceTable const& table, TableReader const& reader, std::vector<Requirement>& rows) {
  auto const first = rows.size();
  rows.resize(first + table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    rows[first + i].source = &table;
    rows[first + i].source_row = i;
  }
  for (auto const& column : reader.columns) {
    auto const names = table.columns();
    auto const at = static_cast<std::size_t>(std::ranges::find(names, column.column) - names.begin());
    for (std::size_t i = 0; i < table.size(); ++i) column.read(rows[first + i], table.row(i)[at]);
  }
}

}  // namespace

CatalogParts read_parts(CatalogDefinition const& definition) {
  CatalogParts parts;
  parts.id = definition.id;
  parts.title = definition.title;
  parts.edition = definition.edition;
  parts.revision = definition.revision;
  parts.sha256 = definition.embedded->sha256;
  for (auto const& file : definition.embedded->tables) parts.sources.push_back(read_table(file));
  for (auto const& reader : definition.tables)
    read_requirements(*std::ranges::find(parts.sources, reader.table, &SourceTable::name), reader, parts.requirements);
  return parts;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
