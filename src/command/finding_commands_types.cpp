// The type tables of this room's records, made once.
#include <annexa/command/finding_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(RaiseFinding)
ANNEXA_DEFINE_TYPE_TABLE(GradeFinding)
ANNEXA_DEFINE_TYPE_TABLE(AcceptOpportunity)
ANNEXA_DEFINE_TYPE_TABLE(DeclineOpportunity)
ANNEXA_DEFINE_TYPE_TABLE(WithdrawFinding)
ANNEXA_DEFINE_TYPE_TABLE(TranslateFinding)

}  // namespace command
}  // namespace v1
}  // namespace annexa
