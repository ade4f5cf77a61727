// The public face of the tables of fields.
#include <annexa/exchange/mapping.hpp>

#include "columns.hpp"
#include "fields_risks.hpp"
#include "names.hpp"

namespace annexa {
inline namespace v1 {
namespace {

FieldDescription described(exchange::Field const& field, std::string const& prefix) {
  FieldDescription description{prefix + std::string(field.name), {}};
  for (auto const list : {field.english, field.german, field.french})
    exchange::for_each_part(list, [&](std::string_view name) { description.synonyms.emplace_back(name); });
  return description;
}

}  // namespace

std::vector<FieldDescription> import_fields(std::string_view kind) {
  std::vector<FieldDescription> fields;
  auto const* found = exchange::find_table_kind(kind);
  if (!found) return fields;
  for (auto const& field : found->fields) fields.push_back(described(field, ""));
  if (found->noun != "risk") return fields;
  for (auto const& stage : exchange::risk_stages)
    for (auto const& measure : exchange::risk_measures)
      fields.push_back(described(measure, std::string(stage.name) + '_'));
  return fields;
}

}  // namespace v1
}  // namespace annexa
