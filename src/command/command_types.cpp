// The type tables of this room's records, made once.
#include <annexa/command/command.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(OverrideRequest)
ANNEXA_DEFINE_TYPE_TABLE(Envelope)

}  // namespace v1
}  // namespace annexa
