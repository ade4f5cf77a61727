#include "catalog/read_catalog.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

// "32(1)" for "32(1)(a)", "32" for "32(1)", nothing for "32".
std::string_view provision_above(std::string_view id) {
  auto const opening = id.rfind('(');
  return opening == id.npos ? std::string_view{} : id.substr(0, opening);
}

// A number is a paragraph's, a letter a point's.
void read_provision(Requirement& row, std::string_view cell) {
  auto const depth = std::ranges::count(cell, '(');
  constexpr RequirementKind levels[] = {RequirementKind::article, RequirementKind::paragraph, RequirementKind::point};
  row.kind = levels[depth];
  row.parent = provision_above(cell);
}

// Chapters have no row of their own in the table, so articles have no parent; the column "chapter" says where each
// stands.
constexpr detail::ColumnReader provision_columns[] = {
    {"id", detail::read_id},
    {"id", read_provision},
    {"title", detail::read_title},
    {"summary", detail::read_summary},
};
constexpr detail::TableReader provision_tables[] = {{"gdpr", provision_columns}};
constexpr detail::CatalogDefinition regulation{
    "gdpr", "General Data Protection Regulation (EU) 2016/679", "2016", 1, &detail::embedded_gdpr, provision_tables};

// Some points are listed without their paragraph: those hang on the article.
detail::CatalogParts read_regulation() {
  auto parts = detail::read_parts(regulation);
  auto const listed = [&parts](std::string_view id) {
    return std::ranges::find(parts.requirements, id, &Requirement::id) != parts.requirements.end();
  };
  for (auto& row : parts.requirements)
    while (!row.parent.empty() && !listed(row.parent)) row.parent = provision_above(row.parent);
  return parts;
}

}  // namespace

Catalog const& gdpr() {
  static Catalog const& catalog = *new Catalog(read_regulation());
  return catalog;
}

}  // namespace v1
}  // namespace annexa
