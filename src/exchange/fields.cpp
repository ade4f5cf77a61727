#include "fields.hpp"

#include "fields_assets.hpp"
#include "fields_audits.hpp"
#include "fields_checklists.hpp"
#include "fields_context.hpp"
#include "fields_documents.hpp"
#include "fields_findings.hpp"
#include "fields_isms.hpp"
#include "fields_nonconformities.hpp"
#include "fields_people.hpp"
#include "fields_plans.hpp"
#include "fields_risks.hpp"
#include "fields_soa.hpp"
#include "fields_units.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

constexpr std::array kinds{
    TableKind{"organization",
              "organization",
              "the organisation",
              organization_fields,
              {"activity|address|people|zone|calendar", "activity", 2},
              "name"},
    TableKind{"scope",
              "scope",
              "the scope",
              scope_fields,
              {"statement|exclusions|interfaces|approved_by|approved_on", "exclusions|interfaces", 2},
              "statement"},
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
    TableKind{"roles", "role-grant", "roles", role_fields, {"person|role|from|until", "role", 3}, "person/key"},
    TableKind{"absences",
              "person",
              "absences",
              absence_fields,
              {"person|from|until|reason", "person", 3, "roles|audits"},
              "person|from"},
    TableKind{"assets",
              "asset",
              "assets",
              asset_fields,
              {"confidentiality|integrity|availability|classification|security_objectives", "", 1},
              "name"},
    TableKind{"documents",
              "document",
              "documents",
              document_fields,
              {"serves|version|approved_by|approved_on|review_due|location|sha256", "title", 3},
              "title"},
    TableKind{"interested-parties",
              "interested-party",
              "interested parties",
              interested_party_fields,
              {"name|requirements|external|interest", "requirements|interest", 3},
              "name"},
    TableKind{"obligations",
              "obligation",
              "obligations",
              obligation_fields,
              {"kind|reference|jurisdiction|asks|approach|review_due|party", "jurisdiction|asks", 3, "isms"},
              "title"},
    TableKind{"measurements",
              "measurement",
              "measurements",
              measurement_fields,
              {"method|unit|frequency|measured_by|analysed_by|goal|target|values", "frequency|measured_by", 3},
              "title"},
    TableKind{"objectives",
              "objective",
              "objectives",
              objective_fields,
              {"what|resources|due|evaluation|measurements|state", "what|evaluation", 3, "isms"},
              "title"},
    TableKind{"risk-methods",
              "risk-method",
              "risk methods",
              method_fields,
              {"likelihood|impact|bands|grid|dimensions|formula", "bands", 3},
              "key|likelihood|impact"},
    TableKind{"risks",
              "risk",
              "risks",
              risk_fields,
              {"threat|vulnerability|likelihood|impact|treatment|controls|existing_controls|treatment_plan",
               "threat|likelihood|treatment", 2},
              "title/threat/description"},
    TableKind{"treatment-plan",
              "risk",
              "the measures of a treatment plan",
              measure_fields,
              {"risk|description|controls|cost|due|status|done_on", "risk", 3, "risks|soa|nonconformities|incidents"},
              "risk|description/name"},
    TableKind{"soa",
              "applicability",
              "a statement of applicability",
              soa_fields,
              {"control|theme|applicable|justification|inclusion_justification|exclusion_justification|drivers",
               "control", 2},
              "control|applicable/exclusion_justification/status"},
    TableKind{"nonconformities",
              "nonconformity",
              "nonconformities",
              nonconformity_fields,
              {"cause|correction|action|effectiveness|closed_on|raised_on|due_on|status|source|grade|finding",
               "cause|correction|effectiveness", 3, "risks"},
              "title/finding/evidence_statement"},
    TableKind{"context-issues",
              "context-issue",
              "context issues",
              context_issue_fields,
              {"kind|climate_change|relevant|reason|effect", "climate_change|effect", 3, "isms"},
              "title"},
    TableKind{"changes",
              "change",
              "changes",
              change_fields,
              {"purpose|consequences|unplanned|planned_for|done_on|review|state", "consequences|planned_for", 3},
              "title"},
    TableKind{"incidents",
              "incident",
              "incidents",
              incident_fields,
              {"state|severity|occurred_on|reported_on|resolved_on|personal_data|response|lessons",
               "occurred_on|lessons|personal_data", 3},
              "title"},
    TableKind{"feedback",
              "feedback",
              "feedback",
              feedback_fields,
              {"kind|party|statement|received_on|answer|answered_on", "answer|answered_on", 3},
              "title"},
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
              {"question|requirement|evidence|methods|examine|interview|test|auditor|verdict|observation|score|"
               "target_score|progress|criterion|number|items|version|written_by",
               "question|verdict|items", 3},
              "criterion/number/requirement/items"},
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
