#include "catalog/read_catalog.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr detail::ColumnReader rule_columns[] = {
    {"id", detail::read_id},       {"parent", detail::read_parent},   {"kind", detail::read_kind},
    {"title", detail::read_title}, {"summary", detail::read_summary},
};
constexpr detail::TableReader rule_tables[] = {{"hipaa-security-rule", rule_columns}};
constexpr detail::CatalogDefinition security_rule{
    "hipaa-security-rule",
    "HIPAA security and breach notification rules (45 CFR Part 164, subparts C and D)",
    "2013",
    1,
    &detail::embedded_hipaa_security_rule,
    rule_tables};

}  // namespace

Catalog const& hipaa_security_rule() {
  static Catalog const& catalog = *new Catalog(detail::read_parts(security_rule));
  return catalog;
}

}  // namespace v1
}  // namespace annexa
