#include <annexa/base/name_hint.hpp>
#include <annexa/catalog/filter.hpp>

#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule unknown_column{"catalog.unknown-column", "{catalog} has no column \"{found}\". {hint}", "",
                              ErrorKind::usage};
constexpr Rule unknown_value{"catalog.unknown-value", "No row of {catalog} has \"{found}\" under {column}. {hint}", "",
                             ErrorKind::usage};
constexpr Rule no_value{"catalog.no-value", "Name at least one value of {column}.", "", ErrorKind::usage};

// Columns that no table has, in words of people who know the framework.
constexpr std::string_view clause_column = "clause", baseline_column = "baseline";

bool same_word(std::string_view one, std::string_view other) {
  auto const fold = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '-' || c == ' ' ? '_' : c;
  };
  return std::ranges::equal(one, other, {}, fold, fold);
}

// The word of an enumeration that is the same but for its spelling.
template <Worded Enum>
std::optional<Enum> value_of(std::string_view text) {
  for (std::size_t i = 0; i < words_of<Enum>.size(); ++i)
    if (same_word(words_of<Enum>[i], text)) return static_cast<Enum>(i);
  return {};
}

bool lies_below(Requirement const* row, Requirement const* top) {
  while (row && row != top) row = row->above;
  return row != nullptr;
}

// What a row says under a column: the cell, or the values that it joins.
bool says(Requirement const& row, std::string_view column, std::string_view value) {
  auto const cell = Catalog::cell(row, column);
  if (!cell || cell->empty()) return false;
  return same_word(*cell, value) ||
         std::ranges::any_of(ValueList(*cell), [&](std::string_view each) { return same_word(each, value); });
}

using Rows = std::vector<Requirement const*>;

Rows rows_that(Catalog const& catalog, auto const& wanted) {
  Rows rows;
  for (auto const& row : catalog.requirements())
    if (wanted(row)) rows.push_back(&row);
  return rows;
}

// The rows for which one value holds; empty where no row has it.
Rows rows_with(Catalog const& catalog, std::string_view column, std::string_view value) {
  if (column == clause_column) {
    auto const* top = catalog.find(value);
    return top ? rows_that(catalog, [&](Requirement const& row) { return lies_below(&row, top); }) : Rows{};
  }
  if (column == baseline_column) {
    auto const wanted = value_of<Baseline>(value);
    return wanted ? rows_that(catalog, [&](Requirement const& row) { return row.baseline && *row.baseline <= *wanted; })
                  : Rows{};
  }
  return rows_that(catalog, [&](Requirement const& row) { return says(row, column, value); });
}

bool has_column(Catalog const& catalog, std::string_view column) {
  if (column == clause_column) return true;
  if (column == baseline_column) return !rows_with(catalog, column, "high").empty();
  return std::ranges::find(catalog.columns(), column) != catalog.columns().end();
}

std::vector<std::string_view> known_columns(Catalog const& catalog) {
  std::vector<std::string_view> names(catalog.columns().begin(), catalog.columns().end());
  for (auto const extra : {clause_column, baseline_column})
    if (has_column(catalog, extra)) names.push_back(extra);
  return names;
}

std::vector<std::string_view> known_values(Catalog const& catalog, std::string_view column) {
  if (column == baseline_column) return {words_of<Baseline>.begin(), words_of<Baseline>.end()};
  return column_values(catalog, column == clause_column ? "id" : column);
}

// Columns whose values have an order of their own.
struct OrderedColumn {
  std::string_view name;
  std::span<std::string_view const> values;
};
constexpr std::array<OrderedColumn, 7> ordered_columns{{
    {words_of<Attribute>[0], detail::attribute_values[0]},
    {words_of<Attribute>[1], detail::attribute_values[1]},
    {words_of<Attribute>[2], detail::attribute_values[2]},
    {words_of<Attribute>[3], detail::attribute_values[3]},
    {words_of<Attribute>[4], detail::attribute_values[4]},
    {"theme", words_of<Theme>},
    {"pillar", words_of<Pillar>},
}};

void put_in_group(std::vector<CatalogGroup>& groups, std::string_view value, Requirement const* row) {
  auto found = std::ranges::find(groups, value, &CatalogGroup::value);
  if (found == groups.end()) found = groups.insert(groups.end(), {value, {}});
  found->rows.push_back(row);
}

// A text with semicolons is a list only where columns hold lists: words, never sentences.
bool is_list(std::string_view cell) {
  return std::ranges::none_of(ValueList(cell), [](std::string_view each) { return each.find(' ') != each.npos; });
}

std::vector<CatalogGroup> groups_of(Rows const& rows, std::string_view column) {
  std::vector<CatalogGroup> groups;
  auto const ordered = std::ranges::find(ordered_columns, column, &OrderedColumn::name);
  if (ordered != ordered_columns.end())
    for (auto const value : ordered->values) groups.push_back({value, {}});
  for (auto const* row : rows) {
    auto const cell = Catalog::cell(*row, column).value_or("");
    if (cell.empty()) continue;
    if (!is_list(cell))
      put_in_group(groups, cell, row);
    else
      for (auto const value : ValueList(cell)) put_in_group(groups, value, row);
  }
  std::erase_if(groups, [](CatalogGroup const& group) { return group.rows.empty(); });
  return groups;
}

// The rows for which a condition holds, in order; what is wrong with it goes to the errors.
Rows rows_of(Catalog const& catalog, CatalogCondition const& condition, std::string const& where, Error& errors) {
  auto const id = std::string(catalog.id());
  if (!has_column(catalog, condition.column)) {
    errors.add(unknown_column, where + "/column",
               {{"catalog", id},
                {"found", std::string(shortened(condition.column, 80))},
                {"hint", hint_for(condition.column, known_columns(catalog))}});
    return {};
  }
  if (condition.values.empty()) errors.add(no_value, where + "/values", {{"column", condition.column}});
  Rows all;
  for (std::size_t i = 0; i < condition.values.size(); ++i) {
    auto const& value = condition.values[i];
    auto const rows = rows_with(catalog, condition.column, value);
    if (rows.empty())
      errors.add(unknown_value, where + "/values/" + std::to_string(i),
                 {{"catalog", id},
                  {"found", std::string(shortened(value, 80))},
                  {"column", condition.column},
                  {"hint", hint_for(value, known_values(catalog, condition.column))}});
    all.insert(all.end(), rows.begin(), rows.end());
  }
  std::ranges::sort(all);  // all in one array, so by address is in order
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

result<Rows> select(Catalog const& catalog, std::vector<CatalogCondition> const& where) {
  auto rows = rows_that(catalog, [](Requirement const&) { return true; });
  Error errors;
  for (std::size_t i = 0; i < where.size(); ++i) {
    auto const these = rows_of(catalog, where[i], "/where/" + std::to_string(i), errors);
    Rows both;
    std::ranges::set_intersection(rows, these, std::back_inserter(both));
    rows = std::move(both);
  }
  if (!errors.empty()) return errors;
  return rows;
}

result<std::vector<CatalogGroup>> group_by(Catalog const& catalog, Rows const& rows, std::string_view column) {
  auto const columns = catalog.columns();
  if (std::ranges::find(columns, column) == columns.end())
    return Error(unknown_column, "/by",
                 {{"catalog", std::string(catalog.id())},
                  {"found", std::string(shortened(column, 80))},
                  {"hint", hint_for(column, columns)}});
  return groups_of(rows, column);
}

std::vector<std::string_view> column_values(Catalog const& catalog, std::string_view column) {
  std::vector<std::string_view> values;
  auto const rows = rows_that(catalog, [](Requirement const&) { return true; });
  for (auto const& group : groups_of(rows, column)) values.push_back(group.value);
  return values;
}

}  // namespace v1
}  // namespace annexa
