// The type tables of this room's records, made once.
#include <annexa/catalog/filter.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(CatalogCondition)
ANNEXA_DEFINE_TYPE_TABLE(CatalogQuery)

}  // namespace v1
}  // namespace annexa
