#include "cells.hpp"

#include <annexa/base/describe.hpp>

#include <algorithm>
#include <boost/json.hpp>

#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

namespace json = boost::json;

constexpr JsonLimits cell_limits{std::size_t{1} << 20U, 8};

// True if the text reads back as it is when it is the only one, or one of several parted by '|'.
bool stands_alone(std::string_view text) {
  constexpr std::string_view edges = " \t\r\n";
  return !text.empty() && text.find_first_of("|\n;,") == text.npos && text.front() != '[' &&
         edges.find(text.front()) == edges.npos && edges.find(text.back()) == edges.npos;
}

bool is_plain(Type const& type) {
  return type.kind == TypeKind::text || type.kind == TypeKind::scalar || type.kind == TypeKind::enumeration ||
         type.kind == TypeKind::integer;
}

std::string list_cell(Type const& type, void const* value) {
  if (!is_plain(*type.element)) return type.count(value) == 0 ? "" : json::serialize(write_json(type, value));
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < type.count(value); ++i) texts.push_back(cell_of(*type.element, item_of(type, value, i)));
  return texts_cell(texts);
}

json::value scalar_json(CustomScalar const& value) {
  return std::visit([](auto const& plain) { return json::value(plain); }, value);
}

std::optional<CustomScalar> scalar_of(json::value const& value) {
  if (value.is_bool()) return value.get_bool();
  if (value.is_int64()) return value.get_int64();
  if (value.is_string()) return std::string(value.get_string());
  return {};
}

}  // namespace

std::string texts_cell(std::vector<std::string> const& texts) {
  if (!std::ranges::all_of(texts, stands_alone)) return json::serialize(json::value_from(texts));
  std::string out;
  for (auto const& text : texts) {
    if (!out.empty()) out += '|';
    out += text;
  }
  return out;
}

std::string cell_of(Type const& type, void const* value) {
  switch (type.kind) {
    case TypeKind::boolean:
      return type.number(value) != 0 ? "yes" : "no";
    case TypeKind::integer:
      return std::to_string(type.number(value));
    case TypeKind::text:
      return *static_cast<std::string const*>(value);
    case TypeKind::scalar:
      return type.print(value);
    case TypeKind::enumeration:
      return enum_name(type, type.number(value));
    case TypeKind::personal:
      return static_cast<Personal const*>(value)->text();
    case TypeKind::optional:
      return type.count(value) == 0 ? "" : cell_of(*type.element, item_of(type, value, 0));
    case TypeKind::list:
      return list_cell(type, value);
    default:
      return json::serialize(write_json(type, value));
  }
}

std::string cell_of(CustomValue const& value) {
  if (auto const* text = std::get_if<std::string>(&value)) {
    auto const read = custom_value(*text);
    auto const* same = std::get_if<std::string>(&read);
    return same && *same == *text && !is_blank(*text) ? *text : json::serialize(json::value(*text));
  }
  if (auto const* list = std::get_if<std::vector<CustomScalar>>(&value)) {
    json::array values;
    for (auto const& each : *list) values.push_back(scalar_json(each));
    return json::serialize(values);
  }
  if (auto const* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return std::get<bool>(value) ? "true" : "false";
}

CustomValue custom_value(std::string_view cell) {
  constexpr std::string_view beginnings = "[\"-0123456789tf";
  if (cell.empty() || beginnings.find(cell.front()) == beginnings.npos) return std::string(cell);
  auto const read = parse_json(cell, cell_limits);
  if (!read) return std::string(cell);
  if (auto const* list = read->if_array()) {
    std::vector<CustomScalar> values;
    for (auto const& each : *list) {
      auto scalar = scalar_of(each);
      if (!scalar) return std::string(cell);
      values.push_back(*std::move(scalar));
    }
    return values;
  }
  auto scalar = scalar_of(*read);
  if (!scalar) return std::string(cell);
  return std::visit([](auto&& plain) { return CustomValue(std::forward<decltype(plain)>(plain)); }, *std::move(scalar));
}

std::optional<std::vector<std::string>> listed_texts(std::string_view cell) {
  if (!cell.starts_with('[')) return {};
  auto const read = parse_json(cell, cell_limits);
  if (!read || !read->is_array()) return {};
  std::vector<std::string> texts;
  for (auto const& each : read->get_array()) {
    if (!each.is_string()) return {};
    texts.emplace_back(each.get_string());
  }
  return texts;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
