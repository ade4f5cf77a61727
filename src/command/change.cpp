#include "change.hpp"

#include <annexa/base/json.hpp>

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

bool is_absent(Type const& type, void const* value) {
  if (type.kind == TypeKind::optional || type.kind == TypeKind::list) return type.count(value) == 0;
  return type.kind == TypeKind::custom && static_cast<Custom const*>(value)->members.empty();
}

// True if a new record need not say it: a text that is empty.
bool is_blank(Type const& type, void const* value) {
  if (type.kind == TypeKind::text) return static_cast<std::string const*>(value)->empty();
  if (type.kind != TypeKind::personal) return false;
  auto const& text = static_cast<Personal const*>(value)->value();
  return text && text->empty();
}

// True if the list @p after is @p before with more behind it.
bool is_extended(Type const& type, void const* before, void const* after) {
  if (type.kind != TypeKind::list) return false;
  auto const size = type.count(before);
  if (size == 0 || size >= type.count(after)) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (!type.element->equal(item_of(type, before, i), item_of(type, after, i))) return false;
  return true;
}

json::array tail(Type const& type, void const* after, std::size_t from) {
  json::array out;
  for (std::size_t i = from; i < type.count(after); ++i)
    out.push_back(write_json(*type.element, item_of(type, after, i), PersonalForm::committed));
  return out;
}

}  // namespace

std::optional<json::object> make_change(Type const& type, void const* before, void const* after) {
  json::object set;
  json::object append;
  json::array unset;
  for (auto const& member : type.members) {
    auto const name = wire_name(member);
    if (name == "key") continue;
    void const* const now = member_of(member, after);
    void const* const then = before ? member_of(member, before) : nullptr;
    bool const emptied = then && member.type->kind == TypeKind::personal && is_blank(*member.type, now);
    bool const absent = emptied || is_absent(*member.type, now);
    if (then ? member.type->equal(then, now) : absent || is_blank(*member.type, now)) continue;
    if (absent)
      unset.emplace_back(name);
    else if (then && is_extended(*member.type, then, now))
      append.emplace(name, tail(*member.type, now, member.type->count(then)));
    else
      set.emplace(name, write_json(*member.type, now, PersonalForm::committed));
  }
  if (before && set.empty() && append.empty() && unset.empty()) return {};
  json::object out{{"set", std::move(set)}};
  if (!append.empty()) out["append"] = std::move(append);
  if (!unset.empty()) out["unset"] = std::move(unset);
  return out;
}

}  // namespace v1
}  // namespace annexa
