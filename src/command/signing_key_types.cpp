// The type tables of this room's records, made once.
#include <annexa/command/signing_key.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(SigningKey)

namespace command {

ANNEXA_DEFINE_TYPE_TABLE(RotateKey)

}  // namespace command
}  // namespace v1
}  // namespace annexa
