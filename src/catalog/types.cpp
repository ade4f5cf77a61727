// The type tables of this room's records, made once.
#include <annexa/catalog/catalog_document.hpp>
#include <annexa/catalog/filter.hpp>
#include <annexa/catalog/pinned_catalog.hpp>
#include <annexa/catalog/wording.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(CatalogCondition)
ANNEXA_DEFINE_TYPE_TABLE(CatalogQuery)
ANNEXA_DEFINE_TYPE_TABLE(CatalogCell)
ANNEXA_DEFINE_TYPE_TABLE(CatalogTranslation)
ANNEXA_DEFINE_TYPE_TABLE(CatalogMapping)
ANNEXA_DEFINE_TYPE_TABLE(CatalogRow)
ANNEXA_DEFINE_TYPE_TABLE(CatalogDocument)
ANNEXA_DEFINE_TYPE_TABLE(PinnedCatalog)
ANNEXA_DEFINE_TYPE_TABLE(LicensedText)
ANNEXA_DEFINE_TYPE_TABLE(LicensedTexts)

}  // namespace v1
}  // namespace annexa
