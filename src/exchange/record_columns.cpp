// From the description of records to columns.
#include "record_columns.hpp"

#include <annexa/base/date.hpp>
#include <annexa/base/describe.hpp>

#include <algorithm>
#include <array>
#include <set>

#include "cells.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::array flattened{FlattenedType{"scores", false}, FlattenedType{"score", true},
                               FlattenedType{"acceptance", true}, FlattenedType{"applicability", true}};

// Members that no column can give: what an import computes again, and the history of who signed and scored what and
// when, which nobody can bring about by a table; the journal has it.
struct DerivedMember {
  std::string_view type;
  std::string_view member;
};
constexpr std::array derived{DerivedMember{"acceptance", "score"},     DerivedMember{"acceptance", "method"},
                             DerivedMember{"acceptance", "version"},   DerivedMember{"acceptance", "recorded_by"},
                             DerivedMember{"score", "because"},        DerivedMember{"risk", "scored_on"},
                             DerivedMember{"risk", "scored_by"},       DerivedMember{"risk", "past_scores"},
                             DerivedMember{"risk", "past_losses"},     DerivedMember{"risk", "effects_on"},
                             DerivedMember{"risk", "proposals"},       DerivedMember{"risk", "approval"},
                             DerivedMember{"risk", "decided_effects"}, DerivedMember{"risk", "closed_on"},
                             DerivedMember{"risk", "past_approvals"},  DerivedMember{"risk", "past_acceptances"}};

CellKind cell_kind_of(Type const& type) {
  if (type.kind == TypeKind::integer) return CellKind::number;
  return type.kind == TypeKind::scalar && type.name == type_of<Date>.name ? CellKind::date : CellKind::text;
}

// The member inside of a value that may be absent, or null.
using Path = std::function<void const*(void const* record)>;

void add_columns(std::vector<RecordColumn>& columns, Type const& record, std::string const& prefix, Path const& path) {
  for (auto const& member : record.members) {
    if (member.type->kind == TypeKind::custom || (prefix.empty() && member.name == "external_ids")) continue;
    if (is_derived(record, member.name)) continue;
    auto const name = prefix + std::string(wire_name(member));
    Path const inner = [path, &member](void const* whole) -> void const* {
      auto const* value = path(whole);
      auto const* found = value ? member_of(member, value) : nullptr;
      if (!found || member.type->kind != TypeKind::optional) return found;
      return member.type->count(found) == 0 ? nullptr : item_of(*member.type, found, 0);
    };
    auto const& type = member.type->kind == TypeKind::optional ? *member.type->element : *member.type;
    if (auto const* flat = flattening_of(type))
      add_columns(columns, type, flat->prefixed ? name + '_' : prefix, inner);
    else
      columns.push_back({name,
                         [inner, &type](void const* whole) {
                           auto const* value = inner(whole);
                           return value ? cell_of(type, value) : std::string{};
                         },
                         cell_kind_of(type)});
  }
}

template <class T>
T const& member_value(Noun const& noun, std::string_view name, void const* record) {
  return *static_cast<T const*>(member_of(*find_member(*noun.type, name), record));
}

void add_custom_columns(std::vector<RecordColumn>& columns, Noun const& noun, State const& state) {
  std::set<std::string> names;
  state.table(noun).for_each([&](TableRow const& row) {
    for (auto const& [name, value] : member_value<Custom>(noun, "custom", row.record.get()).members) names.insert(name);
  });
  for (auto const& name : names)
    columns.push_back({"custom:" + name,
                       [&noun, name](void const* record) {
                         auto const& members = member_value<Custom>(noun, "custom", record).members;
                         auto const found = members.find(name);
                         return found == members.end() ? std::string{} : cell_of(found->second);
                       },
                       CellKind::text});
}

void add_external_columns(std::vector<RecordColumn>& columns, Noun const& noun, State const& state) {
  using Ids = std::vector<ExternalId>;
  std::set<std::string> systems;
  state.table(noun).for_each([&](TableRow const& row) {
    for (auto const& id : member_value<Ids>(noun, "external_ids", row.record.get())) systems.insert(id.system);
  });
  for (auto const& system : systems)
    columns.push_back({"external_id:" + system,
                       [&noun, system](void const* record) {
                         std::vector<std::string> ids;
                         for (auto const& id : member_value<Ids>(noun, "external_ids", record))
                           if (id.system == system) ids.push_back(id.id);
                         return cell_of(type_of<std::vector<std::string>>, &ids);
                       },
                       CellKind::text});
}

}  // namespace

FlattenedType const* flattening_of(Type const& type) {
  auto const& inner = type.kind == TypeKind::optional ? *type.element : type;
  auto const found = std::ranges::find(flattened, inner.name, &FlattenedType::type);
  return inner.kind == TypeKind::record && found != flattened.end() ? &*found : nullptr;
}

bool is_derived(Type const& record, std::string_view member) {
  return std::ranges::any_of(
      derived, [&](DerivedMember const& each) { return each.type == record.name && each.member == member; });
}

std::vector<RecordColumn> record_columns(Noun const& noun, State const& state) {
  std::vector<RecordColumn> columns;
  add_columns(columns, *noun.type, "", [](void const* record) { return record; });
  if (find_member(*noun.type, "external_ids")) add_external_columns(columns, noun, state);
  if (find_member(*noun.type, "custom")) add_custom_columns(columns, noun, state);
  return columns;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
