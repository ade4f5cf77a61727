// The type tables of this room's records, made once.
#include <annexa/command/isms_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(RetireUnit)
ANNEXA_DEFINE_TYPE_TABLE(RetirePerson)
ANNEXA_DEFINE_TYPE_TABLE(RetireAsset)
ANNEXA_DEFINE_TYPE_TABLE(RecordAbsence)
ANNEXA_DEFINE_TYPE_TABLE(RevokeRole)
ANNEXA_DEFINE_TYPE_TABLE(RetireDocument)

}  // namespace command
}  // namespace v1
}  // namespace annexa
