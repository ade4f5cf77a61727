#include "catalog/read_catalog.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

// "GV" is a function, "GV.OC" a category, "GV.OC-01" a subcategory.
void read_level(Requirement& row, std::string_view cell) {
  row.kind = cell.find('-') != cell.npos   ? RequirementKind::subcategory
             : cell.find('.') != cell.npos ? RequirementKind::category
                                           : RequirementKind::function;
}

// Functions and categories are printed as "Name: outcome"; a subcategory has no name, its outcome is its title.
void read_outcome(Requirement& row, std::string_view cell) {
  row.title = cell;
  if (row.kind == RequirementKind::subcategory) return;
  auto const colon = cell.find(": ");
  row.title = cell.substr(0, colon);
  row.summary = cell.substr(std::min(cell.size(), colon + 2));
}

constexpr detail::ColumnReader outcome_columns[] = {
    {"id", detail::read_id},
    {"id", read_level},
    {"parent", detail::read_parent},
    {"title_or_outcome", read_outcome},
};
constexpr detail::TableReader outcome_tables[] = {{"nist-csf-2.0", outcome_columns}};
constexpr detail::CatalogDefinition cybersecurity_framework{
    "nist-csf-2.0", "NIST Cybersecurity Framework", "2.0", 1, &detail::embedded_nist_csf_2_0, outcome_tables};

}  // namespace

Catalog const& nist_csf_2_0() {
  static Catalog const& catalog = *new Catalog(detail::read_parts(cybersecurity_framework));
  return catalog;
}

}  // namespace v1
}  // namespace annexa
