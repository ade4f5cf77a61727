#include <annexa/base/json.hpp>
#include <annexa/exchange/oscal/write.hpp>
#include <boost/json.hpp>

#include <utility>

#include "grammar.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

json::value value_in_order(json::value const& value, Grammar const& grammar, Kind const* kind, std::size_t depth);

// The kind of object that a member holds, in the newest schema that has it; or null.
Kind const* kind_held_by(GrammarMember const& member, Grammar const& grammar) noexcept {
  Kind const* kind = nullptr;
  for (auto const& each : member.in)
    for (auto const& holding : each.holds)
      if (holding.is_object()) kind = &grammar.kind(holding.kind);
  return kind;
}

json::value object_in_order(json::object const& object, Grammar const& grammar, Kind const& kind, std::size_t depth) {
  json::object out;
  out.reserve(object.size());
  for (auto const& member : kind.members)
    if (auto const* value = object.if_contains(member.name))
      out.emplace(member.name, value_in_order(*value, grammar, kind_held_by(member, grammar), depth + 1));
  for (auto const& [key, value] : object)
    if (!out.contains(key)) out.emplace(key, value);
  return out;
}

// What is deeper than any document that annexa reads stays as it is.
json::value value_in_order(json::value const& value, Grammar const& grammar, Kind const* kind, std::size_t depth) {
  if (!kind || depth > Limits{}.depth) return value;
  if (auto const* object = value.if_object()) return object_in_order(*object, grammar, *kind, depth);
  auto const* list = value.if_array();
  if (!list) return value;
  json::array out;
  out.reserve(list->size());
  for (auto const& each : *list) out.push_back(value_in_order(each, grammar, kind, depth + 1));
  return out;
}

}  // namespace

json::value in_order(Document const& document) {
  auto const& grammar = Grammar::built_in();
  auto const name = name_of(document.model());
  auto const& whole = document.json().get_object();
  json::object out;
  for (auto const& [key, value] : whole)
    if (key != name) out.emplace(key, value);
  out.emplace(name, value_in_order(document.content(), grammar, &grammar.kind(grammar.of(document.model()).kind), 1));
  return out;
}

std::string write(Document const& document) { return pretty_json(in_order(document)); }

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
