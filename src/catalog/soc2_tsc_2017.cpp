#include "catalog/read_catalog.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr detail::ColumnReader criterion_columns[] = {
    {"id", detail::read_id},
    {"parent", detail::read_parent},
    {"parent",
     [](Requirement& row, std::string_view cell) {
       row.kind = cell.empty() ? RequirementKind::group : RequirementKind::criterion;
     }},
    {"title", detail::read_title},
    {"summary", detail::read_summary},
};
constexpr detail::TableReader criterion_tables[] = {{"soc2-tsc-2017", criterion_columns}};
constexpr detail::CatalogDefinition trust_services{
    "soc2-tsc-2017", "Trust services criteria (SOC 2)", "2017", 1, &detail::embedded_soc2_tsc_2017, criterion_tables};

}  // namespace

Catalog const& soc2_tsc_2017() {
  static Catalog const& catalog = *new Catalog(detail::read_parts(trust_services));
  return catalog;
}

}  // namespace v1
}  // namespace annexa
