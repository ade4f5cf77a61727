// The type tables of this room's records, made once.
#include <annexa/isms/adopted_catalog.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/isms/asset.hpp>
#include <annexa/isms/organization.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/unit.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(AdoptedCatalog)
ANNEXA_DEFINE_TYPE_TABLE(CatalogRequirement)
ANNEXA_DEFINE_TYPE_TABLE(Driver)
ANNEXA_DEFINE_TYPE_TABLE(Applicability)
ANNEXA_DEFINE_TYPE_TABLE(StatementRow)
ANNEXA_DEFINE_TYPE_TABLE(StatementOfApplicability)
ANNEXA_DEFINE_TYPE_TABLE(Asset)
ANNEXA_DEFINE_TYPE_TABLE(Organization)
ANNEXA_DEFINE_TYPE_TABLE(Scope)
ANNEXA_DEFINE_TYPE_TABLE(Absence)
ANNEXA_DEFINE_TYPE_TABLE(PastFunction)
ANNEXA_DEFINE_TYPE_TABLE(DeclaredConflict)
ANNEXA_DEFINE_TYPE_TABLE(Person)
ANNEXA_DEFINE_TYPE_TABLE(Unit)

}  // namespace v1
}  // namespace annexa
