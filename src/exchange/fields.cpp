#include "fields.hpp"

#include "fields_assets.hpp"
#include "fields_audits.hpp"
#include "fields_checklists.hpp"
#include "fields_documents.hpp"
#include "fields_findings.hpp"
#include "fields_isms.hpp"
#include "fields_nonconformities.hpp"
#include "fields_people.hpp"
#include "fields_risks.hpp"
#include "fields_soa.hpp"
#include "fields_units.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::array kinds{
    TableKind{
        "units",
        "unit",
        "auditable units",
        unit_fields,
        {"managers|operators|designers|site|importance|audit_minutes|last_audited_on|criteria|required_competences|"
         "out_of_scope|in_scope",
         "", 1},
        "name"},
    TableKind{"people",
              "person",
              "people",
              people_fields,
              {"mail|competences|languages|audit_days_per_year|external|absences|past_functions|conflicts", "", 1},
              "name"},
    TableKind{"assets",
              "asset",
              "assets",
              asset_fields,
              {"confidentiality|integrity|availability|classification", "", 1},
              "name"},
    TableKind{"documents",
              "document",
              "documents",
              document_fields,
              {"serves|version|approved_by|approved_on|review_due|location|sha256", "title", 3},
              "title"},
    TableKind{"risks",
              "risk",
              "risks",
              risk_fields,
              {"threat|vulnerability|likelihood|impact|treatment|controls|existing_controls|treatment_plan",
               "threat|likelihood|treatment", 2},
              "title/threat/description"},
    TableKind{
        "soa",
        "applicability",
        "a statement of applicability",
        soa_fields,
        {"control|applicable|justification|inclusion_justification|exclusion_justification|drivers", "control", 2},
        "control|applicable/exclusion_justification"},
    TableKind{"nonconformities",
              "nonconformity",
              "nonconformities",
              nonconformity_fields,
              {"cause|correction|action|effectiveness|closed_on|raised_on|due_on|status|source|grade|finding",
               "cause|correction|effectiveness", 3},
              "title/finding/evidence_statement"},
    TableKind{"isms",
              "organization",
              "the organisation and its context",
              isms_fields,
              {"element|requirement|category|reason|effect|evaluation|jurisdiction|exclusions", "element", 2},
              "element"},
    TableKind{
        "audits",
        "audit",
        "audits",
        audit_fields,
        {"from|until|lead|team|units|criteria|objectives|scope|kind|programme|client", "lead|team|objectives|from", 3},
        "title/key"},
    TableKind{
        "findings",
        "finding",
        "audit findings",
        finding_fields,
        {"audit|kind|severity|statement|recommendation|evidence|criteria|raised_on|status", "audit|severity|kind", 3},
        "title/statement"},
    TableKind{"checklist",
              "checklist-template",
              "an audit checklist",
              checklist_fields,
              {"question|evidence|methods|examine|interview|test|auditor|verdict|observation|score|target_score|"
               "progress|criterion|items|version|written_by",
               "question|verdict|items", 3},
              "criterion/items"},
};

}  // namespace

std::span<TableKind const> table_kinds() noexcept { return kinds; }

TableKind const* find_table_kind(std::string_view name) noexcept {
  for (auto const& kind : kinds)
    if (kind.name == name) return &kind;
  return nullptr;
}

Field const* find_field(TableKind const& kind, std::string_view name) noexcept {
  for (auto const& field : kind.fields)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
