#include "catalog/read_catalog.hpp"

namespace annexa {
inline namespace v1 {
namespace {

template <Baseline baseline>
void read_baseline(Requirement& row, std::string_view cell) {
  if (cell == "yes") row.baseline = baseline;
}

constexpr detail::ColumnReader family_columns[] = {
    {"id", detail::read_id},
    {"id", [](Requirement& row, std::string_view) { row.kind = RequirementKind::family; }},
    {"title", detail::read_title},
};
constexpr detail::ColumnReader live_columns[] = {
    {"id", detail::read_id},
    {"id",
     [](Requirement& row, std::string_view cell) {
       row.kind = cell.ends_with(')') ? RequirementKind::enhancement : RequirementKind::control;
     }},
    {"parent", detail::read_parent},
    {"title", detail::read_title},
    {"baseline_high", read_baseline<Baseline::high>},  // the lowest is read last and stays
    {"baseline_moderate", read_baseline<Baseline::moderate>},
    {"baseline_low", read_baseline<Baseline::low>},
};
constexpr detail::ColumnReader withdrawn_columns[] = {
    {"id", detail::read_id},
    {"id", [](Requirement& row, std::string_view) { row.kind = RequirementKind::withdrawn_control; }},
    {"parent", detail::read_parent},
    {"title", detail::read_title},
    {"disposition", [](Requirement& row, std::string_view cell) { row.disposition = cell; }},
    {"successor_ids", [](Requirement& row, std::string_view cell) { row.successors = ValueList(cell); }},
};
constexpr detail::TableReader revision_5_tables[] = {{"nist-800-53-r5-families", family_columns},
                                                     {"nist-800-53-r5-controls", live_columns},
                                                     {"nist-800-53-r5-withdrawn", withdrawn_columns}};
constexpr detail::CatalogDefinition revision_5{"nist-800-53-r5",
                                               "NIST SP 800-53 Revision 5 Security and privacy controls",
                                               "Release 5.2.0",
                                               1,
                                               &detail::embedded_nist_800_53_r5,
                                               revision_5_tables};

}  // namespace

Catalog const& nist_800_53_r5() {
  static Catalog const& catalog = *new Catalog(detail::read_parts(revision_5));
  return catalog;
}

}  // namespace v1
}  // namespace annexa
