// The type tables of this room's records, made once.
#include <annexa/command/erasure.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(Erasure)

namespace command {

ANNEXA_DEFINE_TYPE_TABLE(ErasePersonalData)

}  // namespace command
}  // namespace v1
}  // namespace annexa
