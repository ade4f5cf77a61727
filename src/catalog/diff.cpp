#include <annexa/catalog/diff.hpp>

#include <boost/json.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

std::set<std::string_view> all_columns(Catalog const& before, Catalog const& after) {
  std::set<std::string_view> names(before.columns().begin(), before.columns().end());
  names.insert(after.columns().begin(), after.columns().end());
  return names;
}

// FNV-1a with 64 bits: tells revisions of one row apart, nothing more.
std::string digest_of(Catalog const& catalog, Requirement const& row) {
  std::uint64_t hash = 14695981039346656037U;
  auto const add = [&hash](std::string_view text) {
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hash = (hash ^ 0xFFU) * 1099511628211U;  // no text has that byte
  };
  for (auto const column : catalog.columns()) {
    add(column);
    add(Catalog::cell(row, column).value_or(""));
  }
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 15U];
  return text;
}

std::string_view id_in(std::string_view digest) { return digest.substr(0, digest.rfind(' ')); }

// The cells of a row of one's own under the columns that a catalog shows.
std::map<std::string_view, std::string_view> cells_of(CatalogRow const& row) {
  std::map<std::string_view, std::string_view> cells{
      {"parent", row.parent},
      {"kind", row.kind.empty() ? word(RequirementKind::requirement) : std::string_view(row.kind)},
      {"title", row.title},
      {"summary", row.summary}};
  for (auto const& each : row.cells)
    if (!each.value.empty()) cells.emplace(each.column, each.value);
  return cells;
}

// The columns that differ, by name.
std::vector<std::string> changed_columns(CatalogRow const& before, CatalogRow const& after) {
  auto const old_cells = cells_of(before);
  auto const new_cells = cells_of(after);
  std::set<std::string_view> columns;
  for (auto const& [column, value] : old_cells)
    if (auto const found = new_cells.find(column); found == new_cells.end() || found->second != value)
      columns.insert(column);
  for (auto const& [column, value] : new_cells)
    if (!old_cells.contains(column)) columns.insert(column);
  if (before.mappings != after.mappings) columns.insert("mappings");
  if (before.translations != after.translations) columns.insert("translations");
  return {columns.begin(), columns.end()};
}

std::vector<CatalogRow const*> rows_of(CatalogDocument const& document) {
  std::vector<CatalogRow const*> rows;
  for (auto const& row : document.requirements) rows.push_back(&row);
  return rows;
}

template <class Name>
boost::json::array write_list(std::vector<Name> const& names) {
  boost::json::array out;
  for (auto const& each : names) out.emplace_back(each);
  return out;
}

}  // namespace

CatalogDifference compare_catalogs(Catalog const& before, Catalog const& after) {
  CatalogDifference difference;
  auto const columns = all_columns(before, after);
  for (auto const& row : before.requirements())
    if (!after.find(row.id)) difference.removed.emplace_back(row.id);
  for (auto const& row : after.requirements()) {
    auto const* was = before.find(row.id);
    if (!was) {
      difference.added.emplace_back(row.id);
      continue;
    }
    ChangedRequirement changed{std::string(row.id), {}};
    for (auto const column : columns)
      if (Catalog::cell(*was, column).value_or("") != Catalog::cell(row, column).value_or(""))
        changed.columns.emplace_back(column);
    if (!changed.columns.empty()) difference.changed.push_back(std::move(changed));
  }
  return difference;
}

CatalogDifference compare_rows(std::span<CatalogRow const* const> before, std::span<CatalogRow const* const> after) {
  CatalogDifference difference;
  std::map<std::string_view, CatalogRow const*> known;
  for (auto const* row : before) known.emplace(row->id, row);
  std::set<std::string_view> still;
  for (auto const* row : after) {
    still.insert(row->id);
    auto const was = known.find(row->id);
    if (was == known.end())
      difference.added.push_back(row->id);
    else if (auto columns = changed_columns(*was->second, *row); !columns.empty())
      difference.changed.push_back({row->id, std::move(columns)});
  }
  for (auto const* row : before)
    if (!still.contains(row->id)) difference.removed.push_back(row->id);
  return difference;
}

CatalogDifference compare_documents(CatalogDocument const& before, CatalogDocument const& after) {
  return compare_rows(rows_of(before), rows_of(after));
}

std::vector<std::string> row_digests(Catalog const& catalog) {
  std::vector<std::string> digests;
  for (auto const& row : catalog.requirements()) digests.push_back(std::string(row.id) + ' ' + digest_of(catalog, row));
  return digests;
}

CatalogDifference compare_digests(std::vector<std::string> const& before, Catalog const& after) {
  CatalogDifference difference;
  std::map<std::string_view, std::string_view> known;
  for (auto const& each : before) {
    known.emplace(id_in(each), each);
    if (!after.find(id_in(each))) difference.removed.emplace_back(id_in(each));
  }
  for (auto const& each : row_digests(after)) {
    auto const was = known.find(id_in(each));
    if (was == known.end())
      difference.added.emplace_back(id_in(each));
    else if (was->second != each)
      difference.changed.push_back({std::string(id_in(each)), {}});
  }
  return difference;
}

boost::json::object write_difference(CatalogDifference const& difference) {
  boost::json::array changed;
  for (auto const& each : difference.changed)
    changed.push_back(boost::json::object{{"id", each.id}, {"columns", write_list(each.columns)}});
  return {{"added", write_list(difference.added)},
          {"removed", write_list(difference.removed)},
          {"changed", std::move(changed)}};
}

}  // namespace v1
}  // namespace annexa
