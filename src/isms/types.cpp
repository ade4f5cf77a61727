// The type tables of this room's records, made once.
#include <annexa/isms/adopted_catalog.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/asset_values.hpp>
#include <annexa/isms/context_issue.hpp>
#include <annexa/isms/document.hpp>
#include <annexa/isms/feedback.hpp>
#include <annexa/isms/incident.hpp>
#include <annexa/isms/interested_party.hpp>
#include <annexa/isms/measurement.hpp>
#include <annexa/isms/migration.hpp>
#include <annexa/isms/objective.hpp>
#include <annexa/isms/obligation.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/planned_change.hpp>
#include <annexa/isms/statement.hpp>
#include <annexa/isms/unit.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(AdoptedCatalog)
ANNEXA_DEFINE_TYPE_TABLE(CatalogRequirement)
ANNEXA_DEFINE_TYPE_TABLE(Driver)
ANNEXA_DEFINE_TYPE_TABLE(Applicability)
ANNEXA_DEFINE_TYPE_TABLE(StatementOfApplicability)
ANNEXA_DEFINE_TYPE_TABLE(StatementRow)
ANNEXA_DEFINE_TYPE_TABLE(MemberChange)
ANNEXA_DEFINE_TYPE_TABLE(RowChange)
ANNEXA_DEFINE_TYPE_TABLE(StatementDiff)
ANNEXA_DEFINE_TYPE_TABLE(MigrationNote)
ANNEXA_DEFINE_TYPE_TABLE(StatementMigration)
ANNEXA_DEFINE_TYPE_TABLE(DocumentedInformation)
ANNEXA_DEFINE_TYPE_TABLE(Asset)
ANNEXA_DEFINE_TYPE_TABLE(AssetValue)
ANNEXA_DEFINE_TYPE_TABLE(Organization)
ANNEXA_DEFINE_TYPE_TABLE(Scope)
ANNEXA_DEFINE_TYPE_TABLE(Absence)
ANNEXA_DEFINE_TYPE_TABLE(PastFunction)
ANNEXA_DEFINE_TYPE_TABLE(DeclaredConflict)
ANNEXA_DEFINE_TYPE_TABLE(Person)
ANNEXA_DEFINE_TYPE_TABLE(Unit)
ANNEXA_DEFINE_TYPE_TABLE(ContextIssue)
ANNEXA_DEFINE_TYPE_TABLE(PartyRequirement)
ANNEXA_DEFINE_TYPE_TABLE(InterestedParty)
ANNEXA_DEFINE_TYPE_TABLE(Obligation)
ANNEXA_DEFINE_TYPE_TABLE(Objective)
ANNEXA_DEFINE_TYPE_TABLE(MeasuredValue)
ANNEXA_DEFINE_TYPE_TABLE(Measurement)
ANNEXA_DEFINE_TYPE_TABLE(Feedback)
ANNEXA_DEFINE_TYPE_TABLE(Incident)
ANNEXA_DEFINE_TYPE_TABLE(PlannedChange)

}  // namespace v1
}  // namespace annexa
