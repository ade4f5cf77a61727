// The type tables of this room's records, made once.
#include <annexa/command/statement_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(DecideApplicability)
ANNEXA_DEFINE_TYPE_TABLE(ApproveStatement)
ANNEXA_DEFINE_TYPE_TABLE(MigrateStatement)

}  // namespace command
}  // namespace v1
}  // namespace annexa
