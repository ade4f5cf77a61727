#include "shape.hpp"

#include <annexa/base/pointer.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

constexpr std::size_t most_problems = 100;

char const* kind_name(json::value const& value) {
  switch (value.kind()) {
    case json::kind::object:
      return "an object";
    case json::kind::array:
      return "a list";
    case json::kind::string:
      return "text";
    case json::kind::bool_:
      return "true or false";
    case json::kind::null:
      return "null";
    default:
      return "a number";
  }
}

}  // namespace

std::string Place::pointer() const {
  std::vector<Place const*> path;
  for (auto const* each = this; each; each = each->above_) path.push_back(each);
  std::string out;
  for (auto each = path.rbegin(); each != path.rend(); ++each)
    out = (*each)->is_index_ ? pointer_to(out, (*each)->index_) : pointer_to(out, (*each)->name_);
  return out;
}

void Shape::refuse(Rule const& rule, Place const& place, std::vector<Argument> args) {
  if (errors_.violations().size() < most_problems) errors_.add(rule, where(place), std::move(args));
}

void Shape::expect(char const* expected, json::value const& found, Place const& place) {
  refuse(rules::shape, place, {{"found", kind_name(found)}, {"expected", expected}});
}

json::object const* Shape::object(json::value const& value, Place const& place) {
  auto const* found = value.if_object();
  if (!found) expect("an object", value, place);
  return found;
}

json::array const* Shape::list(json::object const& object, std::string_view key, Place const& place) {
  auto const* value = object.if_contains(key);
  auto const* found = value ? value->if_array() : nullptr;
  if (value && !found) expect("a list", *value, Place(place, key));
  return found;
}

std::string_view Shape::text(json::object const& object, std::string_view key, Place const& place) {
  auto const* value = object.if_contains(key);
  auto const* found = value ? value->if_string() : nullptr;
  if (value && !found) expect("text", *value, Place(place, key));
  return found ? std::string_view(*found) : std::string_view();
}

std::string_view Shape::need_text(json::object const& object, std::string_view key, Place const& place) {
  auto const found = text(object, key, place);
  if (found.empty() && (!object.if_contains(key) || object.at(key).is_string()))
    refuse(rules::shape, Place(place, key), {{"found", "nothing"}, {"expected", "text"}});
  return found;
}

json::object const* Shape::member(json::object const& object, std::string_view key, Place const& place) {
  auto const* value = object.if_contains(key);
  return value ? this->object(*value, Place(place, key)) : nullptr;
}

std::string_view text_of(json::object const& object, std::string_view key) {
  auto const* value = object.if_contains(key);
  auto const* text = value ? value->if_string() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

json::array const* list_of(json::object const& object, std::string_view key) {
  auto const* value = object.if_contains(key);
  return value ? value->if_array() : nullptr;
}

bool is_kept_always(json::object const& object) {
  auto const* props = list_of(object, "props");
  return props && std::ranges::any_of(*props, [](json::value const& each) {
           auto const* prop = each.if_object();
           return prop && text_of(*prop, "name") == "keep" && text_of(*prop, "value") == "always";
         });
}

bool is_deeper_than(json::value const& value, std::size_t limit) {
  std::vector<std::pair<json::value const*, std::size_t>> open{{&value, 1}};
  while (!open.empty()) {
    auto const [each, depth] = open.back();
    open.pop_back();
    if (!each->is_structured()) continue;
    if (depth > limit) return true;
    if (auto const* object = each->if_object())
      for (auto const& [key, inner] : *object) open.emplace_back(&inner, depth + 1);
    else
      for (auto const& inner : each->get_array()) open.emplace_back(&inner, depth + 1);
  }
  return false;
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
