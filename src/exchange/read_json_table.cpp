// From JSON to a sheet.
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>
#include <annexa/exchange/read_sheets.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

#include "cells.hpp"
#include "columns.hpp"
#include "encoding.hpp"
#include "json_rows.hpp"
#include "record_columns.hpp"
#include "sheet_builder.hpp"
#include "table_rules.hpp"
#include "values.hpp"
#include "workbook_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

namespace json = boost::json;

constexpr JsonLimits object_limits{64U << 20U, 32};
constexpr std::size_t most_json_cells = 64U << 20U;

// True if every member of the object is one of the record: then it is in the form that export_json() writes.
bool is_record(json::object const& object, Type const& type) {
  return std::ranges::all_of(object, [&](auto const& each) { return find_member(type, each.key()) != nullptr; });
}

// The type of the records that objects such as this one hold, or null.
Type const* record_type(json::object const& object, std::string_view kind) {
  for (auto const& each : table_kinds()) {
    if (!kind.empty() && each.name != kind) continue;
    auto const& type = *find_noun(each.noun)->type;
    if (is_record(object, type)) return &type;
  }
  return nullptr;
}

std::optional<std::string> scalar_text(json::value const& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "yes" : "no";
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_uint64()) return std::to_string(value.get_uint64());
  if (!value.is_double()) return {};
  std::array<char, 40> buffer{};
  return std::string(buffer.data(),
                     std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.get_double()).ptr);
}

// A list of texts and numbers as several values of one cell; everything else as JSON.
std::string json_cell(json::value const& value) {
  if (value.is_null()) return {};
  if (auto text = scalar_text(value)) return *std::move(text);
  auto const* list = value.if_array();
  std::vector<std::string> texts;
  if (list)
    for (auto const& each : *list)
      if (auto text = scalar_text(each)) texts.push_back(*std::move(text));
  if (list && texts.size() == list->size()) return texts_cell(texts);
  return json::serialize(value);
}

std::optional<CustomScalar> custom_scalar(json::value const& value) {
  if (value.is_bool()) return value.get_bool();
  if (value.is_int64()) return value.get_int64();
  if (value.is_string()) return std::string(value.get_string());
  return {};
}

// The cell of a custom member, which keeps its type.
std::string custom_cell(json::value const& value) {
  if (auto scalar = custom_scalar(value))
    return std::visit([](auto&& plain) { return cell_of(CustomValue(std::forward<decltype(plain)>(plain))); },
                      *std::move(scalar));
  return value.is_null() ? std::string() : json::serialize(value);
}

class JsonTableReader {
 public:
  JsonTableReader(std::string text, TableOptions const& options, SheetWish const& wish)
      : text_(std::move(text)), rows_(text_, options.file), options_(options), wish_(wish) {}

  [[nodiscard]] result<Sheet> read() {
    while (true) {
      auto const object = rows_.next();
      if (!object) return object.error();
      if (!*object) break;
      if (auto const taken = take(**object); !taken) return taken.error();
    }
    if (ends_.empty()) return Error(table_rules::empty, options_.file);
    return built();
  }

 private:
  [[nodiscard]] result<void> take(std::string_view bytes) {
    auto const value = parse_json(bytes, object_limits);
    if (!value) {
      Error located;
      located.add(value.error(), rows_.where() + ": ");
      return located;
    }
    auto const& object = value->get_object();
    if (ends_.empty()) type_ = record_type(object, wish_.kind);
    if (ends_.size() == options_.limits.rows)
      return Error(table_rules::rows, options_.file, {{"limit", std::to_string(options_.limits.rows)}});
    if (type_ && is_record(object, *type_))
      add_record(object, *type_, "");
    else
      add_object(object, "");
    ends_.push_back(cells_.size());
    if (cells_.size() > most_json_cells)
      return Error(workbook_rules::cells, options_.file, {{"limit", std::to_string(most_json_cells)}});
    if (columns_.size() > options_.limits.columns)
      return Error(table_rules::columns, rows_.where(), {{"limit", std::to_string(options_.limits.columns)}});
    if (too_large_)
      return Error(table_rules::cell, rows_.where() + ": " + *too_large_,
                   {{"limit", std::to_string(options_.limits.cell)}});
    return {};
  }

  // ---- Objects in the form of records

  void add_record(json::object const& object, Type const& record, std::string const& prefix) {
    for (auto const& [name, value] : object) {
      auto const* member = find_member(record, name);
      if (!member) {
        add_value(prefix + std::string(name), value);
        continue;
      }
      if (is_derived(record, member->name)) continue;
      auto const& type = member->type->kind == TypeKind::optional ? *member->type->element : *member->type;
      auto const* flat = flattening_of(type);
      if (flat && value.is_object())
        add_record(value.get_object(), type, flat->prefixed ? prefix + std::string(name) + '_' : prefix);
      else if (!flat && value.is_object() && type.kind != TypeKind::custom)
        add(prefix + std::string(name), json::serialize(value));
      else
        add_value(prefix + std::string(name), value);
    }
  }

  // ---- Objects of others

  void add_object(json::object const& object, std::string const& prefix) {
    for (auto const& [name, value] : object) add_value(prefix + std::string(name), value);
  }

  void add_value(std::string const& name, json::value const& value) {
    if (name == "custom" && value.is_object()) {
      for (auto const& [key, each] : value.get_object()) add("custom:" + std::string(key), custom_cell(each));
    } else if (name == "external_ids" && is_list_of_ids(value)) {
      add_external_ids(value.get_array());
    } else if (value.is_object()) {
      add_object(value.get_object(), name + '_');
    } else {
      add(name, json_cell(value));
    }
  }

  [[nodiscard]] static bool is_list_of_ids(json::value const& value) {
    auto const is_text = [](json::object const& object, std::string_view name) {
      auto const* member = object.if_contains(name);
      return member && member->is_string();
    };
    return value.is_array() && std::ranges::all_of(value.get_array(), [&](json::value const& each) {
             return each.is_object() && is_text(each.get_object(), "system") && is_text(each.get_object(), "id");
           });
  }

  void add_external_ids(json::array const& ids) {
    std::map<std::string, std::vector<std::string>> by_system;
    for (auto const& each : ids)
      by_system[std::string(each.at("system").get_string())].emplace_back(each.at("id").get_string());
    for (auto const& [system, numbers] : by_system) add("external_id:" + system, texts_cell(numbers));
  }

  // ---- Cells

  void add(std::string const& name, std::string_view cell) {
    auto const [column, fresh] = index_.try_emplace(name, columns_.size());
    if (fresh) columns_.push_back(name);
    if (cell.size() > options_.limits.cell) too_large_ = name;
    if (cell.empty() || too_large_) return;
    auto const begin = out_.size();
    if (without_guard(cell).size() != cell.size()) out_ += '\'';
    out_ += cell;
    cells_.push_back(
        {column->second, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(out_.size() - begin)}});
  }

  // Numbers of other systems in the order of the systems, as export_csv() has them, whichever record names one first.
  void order_systems() {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].starts_with("external_id:")) places.push_back(i);
    auto ordered = places;
    std::ranges::sort(ordered, {}, [&](std::size_t i) { return columns_[i]; });
    auto const before = columns_;
    std::vector<std::size_t> moved(columns_.size());
    for (std::size_t i = 0; i < moved.size(); ++i) moved[i] = i;
    for (std::size_t i = 0; i < places.size(); ++i) {
      columns_[places[i]] = before[ordered[i]];
      moved[ordered[i]] = places[i];
    }
    for (auto& cell : cells_) cell.column = moved[cell.column];
  }

  [[nodiscard]] result<Sheet> built() {
    order_systems();
    SheetBuilder builder(std::move(out_));
    std::vector<SheetCell> row;
    for (auto const& name : columns_) {
      row.push_back({static_cast<std::uint32_t>(builder.text().size()), static_cast<std::uint32_t>(name.size())});
      builder.text() += name;
    }
    builder.add(row, 1);
    std::size_t at = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      row.clear();
      for (; at < ends_[i]; ++at) {
        auto const& [column, cell] = cells_[at];
        if (column >= row.size()) row.resize(column + 1);
        row[column] = cell;
      }
      all += row.size();
      if (all > most_json_cells)
        return Error(workbook_rules::cells, options_.file, {{"limit", std::to_string(most_json_cells)}});
      builder.add(row, i + 2);
    }
    auto& sheet = builder.sheet();
    sheet.file = options_.file;
    sheet.format.form = rows_.is_list() || ends_.size() == 1 ? SheetForm::json : SheetForm::json_lines;
    return std::move(sheet);
  }

  struct Cell {
    std::size_t column;
    SheetCell cell;
  };
  std::string text_;
  JsonRows rows_;
  TableOptions const& options_;
  SheetWish const& wish_;
  Type const* type_ = nullptr;
  std::string out_;
  std::vector<std::string> columns_;
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<Cell> cells_;
  std::vector<std::size_t> ends_;
  std::optional<std::string> too_large_;
};

}  // namespace
}  // namespace exchange

result<Sheet> read_json_table(std::string bytes, TableOptions const& options, SheetWish const& wish) {
  auto const limit = std::min<std::size_t>(options.limits.bytes, 1U << 30U);
  if (bytes.size() > limit)
    return Error(table_rules::too_large, options.file,
                 {{"found", std::to_string(bytes.size())}, {"limit", std::to_string(limit)}});
  auto decoded = exchange::decode(std::move(bytes), options);
  if (!decoded) return decoded.error();
  return exchange::JsonTableReader(std::move(decoded->text), options, wish).read();
}

}  // namespace v1
}  // namespace annexa
