// Reading rows that annexa wrote.
#include "exchange/oscal/own_rows.hpp"

#include <annexa/base/digits.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>

#include <boost/json.hpp>
#include <map>

#include "exchange/oscal/catalog_nodes.hpp"
#include "exchange/oscal/json_members.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule bad_column_prop{"oscal.property",
                               "The prop \"{name}\" of annexa is no column; it would be accepted as annexa writes it, "
                               "or left out.",
                               "", ErrorKind::usage};

// The prose of the parts of an object, by their ids.
std::map<std::string_view, std::string_view> prose_by_part(json::object const& object) {
  std::map<std::string_view, std::string_view> prose;
  each_object(object, "parts", [&](json::object const& part, std::size_t) {
    prose.try_emplace(plain_text_at(part, "id"), plain_text_at(part, "prose"));
  });
  return prose;
}

// What a group gives as its overview, a control as its statement, an item as itself.
std::string_view summary_of(json::object const& object) {
  if (auto const prose = text_at(object, "prose")) return *prose;
  std::string_view prose;
  each_object(object, "parts", [&](json::object const& part, std::size_t) {
    auto const name = plain_text_at(part, "name");
    if (prose.empty() && (name == "statement" || name == "overview")) prose = plain_text_at(part, "prose");
  });
  return prose;
}

void read_columns(json::object const& object, std::string const& where, CatalogRow& row, Error& errors) {
  auto const prose = prose_by_part(object);
  each_object(object, "props", [&](json::object const& prop, std::size_t i) {
    auto const name = plain_text_at(prop, "name");
    if (plain_text_at(prop, "ns") != property_namespace || !name.starts_with(column_front)) return;
    auto const column = text_of_token(name.substr(column_front.size()));
    auto text = text_of_property(prop);
    if (text && plain_text_at(prop, "class") == part_class) {
      auto const part = prose.find(*text);
      text = part == prose.end() ? std::nullopt : std::optional(std::string(part->second));
    }
    if (column && text)
      row.cells.push_back({*column, *std::move(text)});
    else
      errors.add(bad_column_prop, where + "/props/" + std::to_string(i), {{"name", std::string(shortened(name, 80))}});
  });
}

}  // namespace

CatalogRow read_own_row(json::object const& object, std::string const& where, Error& errors) {
  auto read = read_properties(type_of<CatalogRow>, object, row_places, where, errors);
  auto& record = read.record;
  if (!record.contains("id")) record["id"] = core_prop(object, "label");
  if (!record.contains("summary")) record["summary"] = summary_of(object);
  CatalogRow row;
  read_json(type_of<CatalogRow>, &row, record, where, errors);
  read_columns(object, where, row, errors);
  return row;
}

std::optional<std::size_t> own_position(json::object const& object) {
  auto const text = own_property(list_at(object, "props"), position_property);
  auto const number = text ? detail::digits(*text) : std::nullopt;
  if (!number) return {};
  return static_cast<std::size_t>(*number);
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
