#include <annexa/base/json.hpp>

#include <boost/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

// Writes each named type once under "$defs" and refers to it.
class Schema {
 public:
  json::value of(Type const& type) {
    switch (type.kind) {
      case TypeKind::boolean:
        return json::object{{"type", "boolean"}};
      case TypeKind::integer:
        return json::object{{"type", "integer"}, {"minimum", type.minimum}, {"maximum", type.maximum}};
      case TypeKind::real:
        return json::object{{"type", "number"}};
      case TypeKind::text:
      case TypeKind::personal:
        return json::object{{"type", "string"}};
      case TypeKind::optional:
        return of(*type.element);
      case TypeKind::list:
        return json::object{{"type", "array"}, {"items", of(*type.element)}};
      default:
        return reference(type);
    }
  }
  json::object definitions() && { return std::move(definitions_); }

  json::object body(Type const& type) {
    switch (type.kind) {
      case TypeKind::scalar:
        return scalar(type);
      case TypeKind::enumeration: {
        json::array names;
        for (auto const& row : type.names) names.emplace_back(wire_name(row));
        return {{"type", "string"}, {"enum", std::move(names)}};
      }
      case TypeKind::money:
        return money();
      case TypeKind::custom:
        return {{"type", "object"},
                {"propertyNames", {{"pattern", "^[A-Za-z0-9._-]+:[A-Za-z0-9._-]+$"}}},
                {"additionalProperties", {{"type", {"string", "integer", "boolean", "array"}}}}};
      case TypeKind::record:
        return record(type);
      default:
        return of(type).as_object();
    }
  }

 private:
  static json::object scalar(Type const& type) {
    json::object out{{"type", "string"}, {"pattern", type.pattern}};
    if (!type.refers_to.empty()) out["description"] = "Key of a record: " + std::string(type.refers_to) + ".";
    return out;
  }
  static json::object money() {
    return {{"type", "object"},
            {"properties",
             {{"amount", {{"type", "string"}, {"pattern", "^-?[0-9]{1,18}(\\.[0-9]{1,9})?$"}}},
              {"currency", {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}}}}},
            {"required", {"amount", "currency"}},
            {"additionalProperties", false}};
  }
  json::object record(Type const& type) {
    json::object properties;
    json::array required;
    for (auto const& member : type.members) {
      properties.emplace(wire_name(member), of(*member.type));
      if (!may_be_absent(*member.type)) required.emplace_back(wire_name(member));
    }
    json::object out{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) out["required"] = std::move(required);
    return out;
  }
  json::value reference(Type const& type) {
    auto const name = (type.refers_to.empty() ? "" : "key-of-") + std::string(type.name);
    if (!definitions_.contains(name)) {
      definitions_[name] = nullptr;  // keeps the place while the type's own members are written
      definitions_[name] = body(type);
    }
    return json::object{{"$ref", "#/$defs/" + name}};
  }

  json::object definitions_;
};

}  // namespace

json::value json_schema(Type const& type) {
  Schema schema;
  auto body = schema.body(type);
  json::object out{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", type.name}};
  for (auto& member : body) out[member.key()] = std::move(member.value());
  auto definitions = std::move(schema).definitions();
  if (!definitions.empty()) out["$defs"] = std::move(definitions);
  return out;
}

}  // namespace v1
}  // namespace annexa
