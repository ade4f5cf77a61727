// Records as props: reading.
#include <annexa/base/custom.hpp>
#include <annexa/base/digits.hpp>
#include <annexa/base/json.hpp>
#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <vector>

#include "properties.hpp"
#include "texts.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr Rule bad_property{
    "oscal.property", "The prop \"{name}\" of annexa {reason}; it would be accepted as annexa writes it, or left out.",
    "", ErrorKind::usage};
constexpr std::size_t deepest_property = 16;  // members inside members; no record has so many

std::vector<std::string_view> parts_of_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (parts.size() <= deepest_property) {
    auto const dot = path.find('.');
    parts.push_back(path.substr(0, dot));
    if (dot == path.npos) break;
    path.remove_prefix(dot + 1);
  }
  return parts;
}

// The positions in a group such as "past-cycles.0.analysis.causes.1".
std::vector<std::size_t> positions_in(std::string_view group) {
  std::vector<std::size_t> positions;
  for (auto const part : parts_of_path(group))
    if (auto const number = part.empty() ? std::nullopt : detail::digits(part); number && *number >= 0)
      positions.push_back(static_cast<std::size_t>(*number));
  return positions;
}

std::string member_name(std::string_view part) {
  std::string name(part);
  std::ranges::replace(name, '-', '_');
  return name;
}

// One prop while it looks for its place in the record.
struct ReadProperty {
  std::string_view name;               // the whole name
  std::string_view rest;               // what of it is not followed yet
  std::vector<std::size_t> positions;  // in lists
  std::size_t next_position = 0;       // the first that is not used yet
  std::optional<json::value> as_json;  // the value, if it is JSON
  std::string_view text;               // the value, if it is text
  std::string_view trouble;            // why it is refused
};

class PropertyAssembler {
 public:
  explicit PropertyAssembler(PropertyRecord& out) : out_(out) {}

  // Puts the value into @p target. False if the record has no such member, or the reason why it cannot be in @p
  // reading.
  bool put(Type const& type, json::value& target, ReadProperty& reading, std::string const& where,
           std::string const& origin) {
    switch (type.kind) {
      case TypeKind::optional:
        return put(*type.element, target, reading, where, origin);
      case TypeKind::record:
        return record(type, target, reading, where, origin);
      case TypeKind::list:
        return list(type, target, reading, where, origin);
      case TypeKind::custom:
        return custom(target, reading, where, origin);
      default:
        return leaf(type, target, reading, where, origin);
    }
  }

 private:
  bool refused(ReadProperty& reading, std::string_view reason) {
    reading.trouble = reason;
    return true;
  }

  void note(std::string const& where, std::string const& origin) { out_.origins.emplace(where, origin); }

  bool record(Type const& type, json::value& target, ReadProperty& reading, std::string const& where,
              std::string const& origin) {
    if (!target.is_object()) {
      target = json::object();
      note(where, origin);
    }
    if (reading.rest.empty()) {
      bool const empty = reading.as_json && reading.as_json->is_object() && reading.as_json->get_object().empty();
      return empty || refused(reading, "names a record and not one of its members");
    }
    auto const dot = reading.rest.find('.');
    auto const name = member_name(reading.rest.substr(0, dot));
    auto const* member = find_member(type, name);
    if (!member) return false;
    reading.rest.remove_prefix(dot == reading.rest.npos ? reading.rest.size() : dot + 1);
    auto& object = target.get_object();
    auto const [place, fresh] = object.emplace(name, nullptr);
    bool const known = put(*member->type, place->value(), reading, pointer_to(where, name), origin);
    if (place->value().is_null()) object.erase(name);
    return known;
  }

  bool list(Type const& type, json::value& target, ReadProperty& reading, std::string const& where,
            std::string const& origin) {
    if (!target.is_array()) {
      target = json::array();
      note(where, origin);
    }
    auto& array = target.get_array();
    bool const is_json_list = reading.rest.empty() && reading.as_json && reading.as_json->is_array();
    if (is_json_list && type.element->kind == TypeKind::list) {
      array.push_back(*reading.as_json);
      return true;
    }
    if (is_json_list && reading.as_json->get_array().empty()) return true;
    if (type.element->kind != TypeKind::record) {
      auto const index = array.size();
      array.emplace_back(nullptr);
      return put(*type.element, array.back(), reading, pointer_to(where, index), origin);
    }
    if (reading.next_position == reading.positions.size())
      return refused(reading, "is in a list and has no group with its position");
    auto const index = reading.positions[reading.next_position++];
    if (index > array.size()) return refused(reading, "skips a position of its list");
    if (index == array.size()) array.emplace_back(nullptr);
    return put(*type.element, array[index], reading, pointer_to(where, index), origin);
  }

  bool custom(json::value& target, ReadProperty& reading, std::string const& where, std::string const& origin) {
    auto const key = text_of_token(reading.rest);
    if (!key) return refused(reading, "is no member of a host");
    if (!target.is_object()) target = json::object();
    note(where, origin);
    note(pointer_to(where, *key), origin);
    target.get_object()[*key] = reading.as_json ? *reading.as_json : json::value(reading.text);
    return true;
  }

  bool leaf(Type const& type, json::value& target, ReadProperty& reading, std::string const& where,
            std::string const& origin) {
    if (!reading.rest.empty()) return false;
    if (!target.is_null()) return refused(reading, "stands there twice");
    note(where, origin);
    if (reading.as_json)
      target = *reading.as_json;
    else if (type.kind == TypeKind::boolean && (reading.text == "true" || reading.text == "false"))
      target = reading.text == "true";
    else if (auto const number = whole_number(reading.text); type.kind == TypeKind::integer && number)
      target = *number;
    else
      target = reading.text;  // of a wrong form the codec says what it is
    return true;
  }

  static std::optional<std::int64_t> whole_number(std::string_view text) {
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() > 16) return {};
    auto const number = detail::digits(text);
    if (!number) return {};
    return negative ? -*number : *number;
  }

  PropertyRecord& out_;
};

// Reads the value of a prop. @return false if it says it is JSON and is not.
bool read_property_value(json::object const& prop, ReadProperty& reading) {
  auto const value = text_at(prop, "value").value_or(std::string_view());
  if (text_at(prop, "class") == "json") {
    auto read = parse_json(value, {.size = 1U << 20U, .depth = deepest_property});
    if (!read) return false;
    reading.as_json = *std::move(read);
  } else {
    reading.text = text_at(prop, "remarks").value_or(value);
  }
  return true;
}

// Lists and texts are written where they hold something: those that are missing are empty, whatever a fresh record has.
void complete(Type const& type, json::object& record) {
  for (auto const& member : type.members) {
    auto const name = wire_name(member);
    auto const* inner = member.type->kind == TypeKind::optional ? member.type->element : member.type;
    auto* found = record.if_contains(name);
    if (!found && inner == member.type && inner->kind == TypeKind::list)
      record[name] = json::array();
    else if (!found && inner == member.type && inner->kind == TypeKind::text)
      record[name] = "";
    else if (found && found->is_object() && inner->kind == TypeKind::record)
      complete(*inner, found->get_object());
    else if (found && found->is_array() && inner->kind == TypeKind::list && inner->element->kind == TypeKind::record)
      for (auto& each : found->get_array())
        if (each.is_object()) complete(*inner->element, each.get_object());
  }
}

}  // namespace

PropertyRecord read_properties(Type const& type, json::object const& object, std::span<Place const> places,
                               std::string const& where, Error& errors) {
  PropertyRecord out;
  json::value record = json::object();
  PropertyAssembler assembler(out);
  auto const& props = list_at(object, "props");
  for (std::size_t i = 0; i < props.size(); ++i) {
    auto const& prop = as_object(props[i]);
    if (text_at(prop, "ns") != property_namespace) continue;
    ReadProperty reading;
    reading.name = reading.rest = text_at(prop, "name").value_or(std::string_view());
    if (reading.name.empty() || reading.name == noun_property) continue;
    reading.positions = positions_in(text_at(prop, "group").value_or(std::string_view()));
    auto const origin = where + "/props/" + std::to_string(i);
    if (!read_property_value(prop, reading))
      reading.trouble = "is no JSON";
    else
      assembler.put(type, record, reading, "", origin);
    if (!reading.trouble.empty())
      errors.add(bad_property, origin,
                 {{"name", std::string(shortened(reading.name, 80))}, {"reason", std::string(reading.trouble)}});
  }
  out.record = std::move(record.get_object());
  for (auto const& place : places) {
    auto const text = text_at(object, place.at);
    if (!text || out.record.contains(place.member)) continue;
    out.record[place.member] = *text;
    out.origins.emplace(pointer_to("", place.member), pointer_to(where, place.at));
  }
  return out;
}

PropertyRecord read_whole_record(Type const& type, json::object const& object, std::span<Place const> places,
                                 std::string const& where, Error& errors) {
  auto out = read_properties(type, object, places, where, errors);
  complete(type, out.record);
  return out;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
