#include "row_importer.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>

#include "names.hpp"
#include "values.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {

std::vector<std::string> differing_members(Type const& type, void const* before, void const* after,
                                           std::string_view except) {
  std::vector<std::string> names;
  for (auto const& member : type.members) {
    auto const name = wire_name(member);
    if (name != "key" && !is_listed(except, name) &&
        !member.type->equal(member_of(member, before), member_of(member, after)))
      names.emplace_back(name);
  }
  return names;
}

Column const* RowImporter::column(std::string_view name) const {
  auto const& mapped = context_.columns.mapped;
  auto const found = std::ranges::find(mapped, name, &Column::field);
  return found == mapped.end() ? nullptr : &*found;
}

std::string RowImporter::key_of(SheetRow const& row) {
  auto const* key_column = column("key");
  if (!key_column) return {};
  return std::string(trimmed(without_guard(row[key_column->index])));
}

void const* RowImporter::find_record(std::string_view key) const {
  auto const* row = context_.scratch.table(*find_noun(context_.columns.kind->noun)).find(key);
  return row ? row->record.get() : nullptr;
}

// "/inherent/likelihood" is about inherent_likelihood, "/title" about title, "/assets/0" about assets.
std::string RowImporter::field_at(std::string_view where) const {
  if (where.starts_with('/')) where.remove_prefix(1);
  auto const slash = where.find('/');
  std::string const first(where.substr(0, slash));
  auto const rest = slash == where.npos ? std::string_view{} : where.substr(slash + 1);
  auto const both = first + '_' + std::string(rest.substr(0, rest.find('/')));
  if (context_.columns.has(both)) return both;
  return first == context_.columns.kind->noun ? "key" : first;
}

std::unique_ptr<RowImporter> make_row_importer(ImportContext& context) {
  auto const noun = context.columns.kind->noun;
  if (noun == Risk::type_name) return make_risk_importer(context);
  if (noun == Applicability::type_name) return make_soa_importer(context);
  if (noun == Audit::type_name) return make_audit_importer(context);
  if (noun == Finding::type_name) return make_finding_importer(context);
  if (noun == Nonconformity::type_name) return make_nonconformity_importer(context);
  if (noun == RoleGrant::type_name) return make_role_importer(context);
  return make_record_importer(context);
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
