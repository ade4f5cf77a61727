#include "catalog/read_catalog.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Sections have no row of their own in the table, so controls have no parent; the column "section" says where each
// stood.
constexpr detail::ColumnReader edition_2013_columns[] = {
    {"id", detail::read_id},
    {"id", [](Requirement& row, std::string_view) { row.kind = RequirementKind::control; }},
    {"title", detail::read_title},
};
constexpr detail::TableReader edition_2013_tables[] = {{"controls-2013", edition_2013_columns}};
constexpr detail::CatalogDefinition edition_2013{
    "iso27001-2013", "ISO/IEC 27001:2013 Annex A", "2013", 1, &detail::embedded_iso27001_2013, edition_2013_tables};

}  // namespace

Catalog const& iso27001_2013() {
  static Catalog const& catalog = *new Catalog(detail::read_parts(edition_2013));
  return catalog;
}

}  // namespace v1
}  // namespace annexa
