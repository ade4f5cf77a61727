// Records as props: writing.
#include "properties.hpp"

#include <annexa/base/custom.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/personal.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>

#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr std::size_t most_of_a_value = 200;  // bytes of a text of several lines that stand in the value

std::string property_name(std::string_view member) {
  std::string name(member);
  std::ranges::replace(name, '_', '-');
  return name;
}

json::object plain_property(std::string_view name, std::string_view value, std::string_view group = {}) {
  json::object prop{{"name", name}, {"ns", property_namespace}, {"value", value}};
  if (!group.empty()) prop["group"] = group;
  return prop;
}

// JSON in one line: what ends a line to a pattern's "." is escaped.
std::string json_line(json::value const& value) {
  constexpr std::pair<std::string_view, std::string_view> escapes[] = {{"\xE2\x80\xA8", "\\u2028"},
                                                                       {"\xE2\x80\xA9", "\\u2029"}};
  auto text = json::serialize(value);
  for (auto const& [separator, escape] : escapes)
    for (auto at = text.find(separator); at != text.npos; at = text.find(separator, at))
      text.replace(at, separator.size(), escape);
  return text;
}

// Where the walker is.
struct PropertySpot {
  std::string name;   // members alone
  std::string path;   // with the positions in lists
  std::string group;  // the path of the innermost record in a list

  [[nodiscard]] PropertySpot member(std::string_view wire) const {
    auto const front = [&](std::string const& before) { return before.empty() ? before : before + '.'; };
    auto const last = property_name(wire);
    return {front(name) + last, front(path) + last, group};
  }
  [[nodiscard]] PropertySpot element(std::size_t index) const {
    auto const inside = path + '.' + std::to_string(index);
    return {name, inside, inside};
  }
};

// Goes through a record and writes a prop for each value.
class PropertyWriter {
 public:
  PropertyWriter(json::array& props, PropertyOptions const& options) : props_(props), options_(options) {}

  void outermost(Type const& type, void const* value) {
    for (auto const& member : type.members) {
      if (std::ranges::find(options_.left_out, wire_name(member)) != options_.left_out.end()) continue;
      auto const* place = place_of(wire_name(member));
      auto const* inner = member_of(member, value);
      PropertySpot const spot = PropertySpot().member(wire_name(member));
      if (!place)
        this->member(*member.type, inner, spot);
      else if (!stands_in(*place, *static_cast<std::string const*>(inner)))
        leaf(*member.type, inner, spot);  // what stands there is not what the record has
    }
  }

 private:
  [[nodiscard]] Place const* place_of(std::string_view member) const {
    auto const found = std::ranges::find(options_.places, member, &Place::member);
    return found == options_.places.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool stands_in(Place const& place, std::string const& text) const {
    auto const written = options_.object ? text_at(*options_.object, place.at) : std::nullopt;
    return written ? *written == text : text.empty();
  }

  void record(Type const& type, void const* value, PropertySpot const& spot) {
    for (auto const& member : type.members)
      this->member(*member.type, member_of(member, value), spot.member(wire_name(member)));
  }

  // A member, unless it has what a reader takes it to have where it is absent.
  void member(Type const& type, void const* value, PropertySpot const& spot) {
    switch (type.kind) {
      case TypeKind::optional:
        if (type.count(value) != 0) present(*type.element, item_of(type, value, 0), spot);
        return;
      case TypeKind::list:
        return list(type, value, spot);
      case TypeKind::custom:
        return custom(*static_cast<Custom const*>(value), spot);
      case TypeKind::record:
        return record(type, value, spot);
      case TypeKind::text:
        if (!static_cast<std::string const*>(value)->empty()) leaf(type, value, spot);
        return;
      case TypeKind::personal:
        if (static_cast<Personal const*>(value)->text() != "") leaf(type, value, spot);
        return;
      default:
        return leaf(type, value, spot);
    }
  }

  // A value that is written even where it is empty, since that it is there says something.
  void present(Type const& type, void const* value, PropertySpot const& spot) {
    auto const before = props_.size();
    if (is_plain_value(type)) return leaf(type, value, spot);
    member(type, value, spot);
    if (props_.size() == before)
      as_json(type.kind == TypeKind::list ? json::value(json::array()) : json::object(), spot);
  }

  void list(Type const& type, void const* value, PropertySpot const& spot) {
    for (std::size_t i = 0; i < type.count(value); ++i) {
      auto const* element = item_of(type, value, i);
      if (type.element->kind == TypeKind::list)
        as_json(write_json(*type.element, element), spot);
      else
        present(*type.element, element, type.element->kind == TypeKind::record ? spot.element(i) : spot);
    }
  }

  void custom(Custom const& custom, PropertySpot const& spot) {
    auto const all = write_json(type_of<Custom>, &custom);
    for (auto const& [key, value] : all.get_object()) {
      PropertySpot const inside{spot.name + '.' + token_of(key), spot.path, spot.group};
      if (value.is_string())
        text(value.get_string(), inside);
      else
        as_json(value, inside);
    }
  }

  [[nodiscard]] static bool is_plain_value(Type const& type) noexcept {
    return type.kind != TypeKind::record && type.kind != TypeKind::list && type.kind != TypeKind::custom &&
           type.kind != TypeKind::optional;
  }

  void leaf(Type const& type, void const* value, PropertySpot const& spot) {
    if (type.kind == TypeKind::personal) {
      auto const& personal = *static_cast<Personal const*>(value);
      if (options_.personal && !personal.is_erased()) text(*personal.value(), spot);
      return;
    }
    auto const written = write_json(type, value);
    if (written.is_object())
      as_json(written, spot);
    else if (!written.is_string())
      props_.push_back(plain_property(spot.name, json::serialize(written), spot.group));
    else if (type.kind != TypeKind::scalar || !written.get_string().empty())  // an empty key is none
      text(written.get_string(), spot);
  }

  void text(std::string_view text, PropertySpot const& spot) {
    auto prop = text_property(spot.name, text);
    if (!spot.group.empty()) prop["group"] = spot.group;
    props_.push_back(std::move(prop));
  }

  void as_json(json::value const& value, PropertySpot const& spot) {
    auto prop = plain_property(spot.name, json_line(value), spot.group);
    prop["class"] = "json";
    props_.push_back(std::move(prop));
  }

  json::array& props_;
  PropertyOptions const& options_;
};

std::optional<std::string> value_of_property(json::array const& props, std::string_view space, std::string_view name) {
  for (auto const& each : props) {
    auto const& prop = as_object(each);
    if (text_at(prop, "name") != name || text_at(prop, "ns").value_or(standard_namespace) != space) continue;
    auto const whole = text_at(prop, "remarks");
    if (space == property_namespace && whole) return std::string(*whole);
    if (auto const value = text_at(prop, "value")) return std::string(*value);
  }
  return {};
}

}  // namespace

json::object property(std::string_view name, std::string_view value) {
  auto prop = plain_property(name, is_line(value) ? std::string(value) : one_line(shortened(value, most_of_a_value)));
  if (!is_line(value)) put_markup(prop, "remarks", value);
  return prop;
}

json::object text_property(std::string_view name, std::string_view text) {
  auto const line = one_line(shortened(text, most_of_a_value));
  if (is_line(text)) return plain_property(name, text);
  bool const is_prose = is_markup(text) && !line.empty();
  auto prop = plain_property(name, is_prose ? line : json_line(json::string(text)));
  if (is_prose)
    prop["remarks"] = text;
  else
    prop["class"] = "json";
  return prop;
}

std::optional<std::string> text_of_property(json::object const& prop) {
  auto const value = text_at(prop, "value");
  if (auto const whole = text_at(prop, "remarks")) return std::string(*whole);
  if (!value || text_at(prop, "class") != "json") return value ? std::optional(std::string(*value)) : std::nullopt;
  auto const read = parse_json(*value, {.size = 1U << 20U, .depth = 1});
  if (!read || !read->is_string()) return {};
  return std::string(read->get_string());
}

void add_properties(json::array& props, Type const& type, void const* record, PropertyOptions const& options) {
  props.push_back(plain_property(noun_property, type.name));
  PropertyWriter(props, options).outermost(type, record);
}

std::optional<std::string> own_property(json::array const& props, std::string_view name) {
  return value_of_property(props, property_namespace, name);
}

std::optional<std::string> standard_property(json::array const& props, std::string_view name) {
  return value_of_property(props, standard_namespace, name);
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
