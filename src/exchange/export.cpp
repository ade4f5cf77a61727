// From records to tables.
#include <annexa/base/json.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/exchange/export.hpp>
#include <annexa/exchange/read_catalog.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <set>

#include "cells.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

constexpr Rule unknown_noun{"export.noun", "There is no noun \"{found}\"; there are {known}.", "", ErrorKind::usage};
constexpr Rule unknown_key{"reference.unknown", "There is no {noun} \"{key}\".", "", ErrorKind::usage};

// A column of an export: its header, and the cell of a record.
struct ExportColumn {
  std::string header;
  std::function<std::string(void const* record)> cell;
};

// Records whose members become columns of their own, with what stands in front of their names.
struct FlattenedType {
  std::string_view type;
  bool prefixed;  // false: the member's own name is left out
};
constexpr std::array flattened{FlattenedType{"scores", false}, FlattenedType{"score", true},
                               FlattenedType{"acceptance", true}, FlattenedType{"applicability", true}};

FlattenedType const* flattening_of(Type const& type) {
  auto const& inner = type.kind == TypeKind::optional ? *type.element : type;
  auto const found = std::ranges::find(flattened, inner.name, &FlattenedType::type);
  return inner.kind == TypeKind::record && found != flattened.end() ? &*found : nullptr;
}

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

bool is_derived(Type const& record, std::string_view member) {
  return std::ranges::any_of(
      derived, [&](DerivedMember const& each) { return each.type == record.name && each.member == member; });
}

// The member inside of a value that may be absent, or null.
using Path = std::function<void const*(void const* record)>;

void add_columns(std::vector<ExportColumn>& columns, Type const& record, std::string const& prefix, Path const& path) {
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
      columns.push_back({name, [inner, &type](void const* whole) {
                           auto const* value = inner(whole);
                           return value ? exchange::cell_of(type, value) : std::string{};
                         }});
  }
}

template <class T>
T const& member_value(Noun const& noun, std::string_view name, void const* record) {
  return *static_cast<T const*>(member_of(*find_member(*noun.type, name), record));
}

void add_custom_columns(std::vector<ExportColumn>& columns, Noun const& noun, State const& state) {
  std::set<std::string> names;
  state.table(noun).for_each([&](TableRow const& row) {
    for (auto const& [name, value] : member_value<Custom>(noun, "custom", row.record.get()).members) names.insert(name);
  });
  for (auto const& name : names)
    columns.push_back({"custom:" + name, [&noun, name](void const* record) {
                         auto const& members = member_value<Custom>(noun, "custom", record).members;
                         auto const found = members.find(name);
                         return found == members.end() ? std::string{} : exchange::cell_of(found->second);
                       }});
}

void add_external_columns(std::vector<ExportColumn>& columns, Noun const& noun, State const& state) {
  using Ids = std::vector<ExternalId>;
  std::set<std::string> systems;
  state.table(noun).for_each([&](TableRow const& row) {
    for (auto const& id : member_value<Ids>(noun, "external_ids", row.record.get())) systems.insert(id.system);
  });
  for (auto const& system : systems)
    columns.push_back({"external_id:" + system, [&noun, system](void const* record) {
                         std::vector<std::string> ids;
                         for (auto const& id : member_value<Ids>(noun, "external_ids", record))
                           if (id.system == system) ids.push_back(id.id);
                         return exchange::cell_of(type_of<std::vector<std::string>>, &ids);
                       }});
}

std::vector<ExportColumn> columns_of(Noun const& noun, State const& state) {
  std::vector<ExportColumn> columns;
  add_columns(columns, *noun.type, "", [](void const* record) { return record; });
  if (find_member(*noun.type, "external_ids")) add_external_columns(columns, noun, state);
  if (find_member(*noun.type, "custom")) add_custom_columns(columns, noun, state);
  return columns;
}

// A cell as RFC 4180 has it; quoted also where another delimiter stands, so that no reader parts it.
void write_cell(std::string& out, std::string_view text) {
  std::string const guarded = exchange::needs_guard(text) ? '\'' + std::string(text) : std::string(text);
  bool const edge = !guarded.empty() && (guarded.front() == ' ' || guarded.back() == ' ');
  if (!edge && guarded.find_first_of(",;|\t\"\r\n") == guarded.npos) {
    out += guarded;
    return;
  }
  out += '"';
  for (char const c : guarded) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

result<Noun const*> noun_named(std::string_view name) {
  if (auto const* noun = find_listed_noun(name)) return noun;
  std::string known;
  for (auto const& each : nouns()) known += (known.empty() ? "" : ", ") + std::string(each.plural);
  return Error(unknown_noun, "", {{"found", std::string(name.substr(0, 80))}, {"known", std::move(known)}});
}

}  // namespace

result<std::string> export_csv(State const& state, std::string_view name, CsvOptions const& options) {
  auto const noun = noun_named(name);
  if (!noun) return noun.error();
  auto const& table = state.table(**noun);
  if (!options.key.empty() && !table.find(std::string(options.key)))
    return Error(unknown_key, "",
                 {{"noun", std::string((*noun)->name)}, {"key", std::string(options.key.substr(0, 80))}});
  auto const columns = columns_of(**noun, state);
  std::string out = options.byte_order_mark ? "\xEF\xBB\xBF" : "";
  auto const write_row = [&](auto const& cell_of) {
    for (auto const& column : columns) {
      if (&column != columns.data()) out += ',';
      write_cell(out, cell_of(column));
    }
    out += "\r\n";
  };
  write_row([](ExportColumn const& column) { return column.header; });
  table.for_each([&](TableRow const& row) {
    if (options.key.empty() || row.key == options.key)
      write_row([&](ExportColumn const& column) { return column.cell(row.record.get()); });
  });
  return out;
}

result<std::string> export_json(State const& state, std::string_view name, std::string_view key) {
  if (name == "catalog" && !key.empty()) {
    auto const own = adopted_catalog(state, key);
    if (!own) return own.error();
    return write_catalog_document(*own->document);
  }
  auto const noun = noun_named(name);
  if (!noun) return noun.error();
  auto const& table = state.table(**noun);
  if (!key.empty()) {
    auto const* row = table.find(key);
    if (!row)
      return Error(unknown_key, "", {{"noun", std::string((*noun)->name)}, {"key", std::string(key.substr(0, 80))}});
    return pretty_json(write_json(*(*noun)->type, row->record.get()));
  }
  json::array all;
  table.for_each([&](TableRow const& row) { all.push_back(write_json(*(*noun)->type, row.record.get())); });
  return pretty_json(all);
}

}  // namespace v1
}  // namespace annexa
