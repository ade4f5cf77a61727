// The type tables of this room's records, made once.
#include <annexa/command/catalog_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(AdoptCatalog)

}  // namespace command
}  // namespace v1
}  // namespace annexa
