#include "template_names.hpp"

#include <algorithm>
#include <annexa/base/name_hint.hpp>
#include <array>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::array<std::string_view, 8> markup_members{"body",   "contents", "cover",  "drawing",
                                                         "footer", "head",     "script", "style"};

std::vector<std::string_view> names_in(Type const& record) {
  std::vector<std::string_view> names;
  for (auto const& member : record.members) names.push_back(wire_name(member));
  return names;
}

bool has_anchors(Type const& type) noexcept {
  return type.kind == TypeKind::list && type.element->kind == TypeKind::record &&
         find_member(*type.element, "anchor") != nullptr;
}

std::string take_part(std::string_view& name) {
  auto const dot = std::min(name.find('.'), name.size());
  std::string part(name.substr(0, dot));
  name.remove_prefix(std::min(dot + 1, name.size()));
  return part;
}

// Goes one step on; false where nothing has that name.
bool step_into(FoundName& found, std::string const& part) {
  auto const& type = *found.slot.type;
  if (has_anchors(type)) {
    found.slot.steps.push_back({nullptr, part});
    found.slot.type = type.element;
    return true;
  }
  auto const& record = within_options(type);
  auto const* member = record.kind == TypeKind::record ? find_member(record, part) : nullptr;
  if (!member) {
    found.missing = part;
    found.record = record.name;
    found.hint = record.kind == TypeKind::record ? hint_for(part, names_in(record)) : "It has no members.";
    return false;
  }
  found.slot.steps.push_back({member, {}});
  found.slot.type = member->type;
  found.slot.markup = is_markup(*member->type, part);
  return true;
}

}  // namespace

Type const& within_options(Type const& type) noexcept { return type.kind == TypeKind::optional ? *type.element : type; }

bool is_markup(Type const& type, std::string_view member) noexcept {
  return type.kind == TypeKind::text && std::ranges::find(markup_members, member) != markup_members.end();
}

bool is_value(Type const& type) noexcept {
  auto const kind = within_options(type).kind;
  return kind == TypeKind::text || kind == TypeKind::integer || kind == TypeKind::scalar ||
         kind == TypeKind::enumeration;
}

std::string_view sort_of(Type const& type) noexcept {
  auto const kind = within_options(type).kind;
  return kind == TypeKind::list ? "a list" : kind == TypeKind::boolean ? "yes or no" : "a record";
}

FoundName find_name(std::vector<Type const*> const& around, std::string_view name) {
  FoundName found;
  found.slot.type = around.back();
  if (name == ".") return found;
  auto const first = take_part(name);
  for (std::size_t up = 0; up < around.size(); ++up) {
    auto const& record = *around[around.size() - 1 - up];
    if (record.kind != TypeKind::record || !find_member(record, first)) continue;
    found.slot.up = up;
    found.slot.type = &record;
    break;
  }
  if (!step_into(found, first)) return found;
  while (!name.empty())
    if (!step_into(found, take_part(name))) break;
  return found;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
