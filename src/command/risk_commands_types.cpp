// The type tables of this room's records, made once.
#include <annexa/command/risk_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(AssessRisk)
ANNEXA_DEFINE_TYPE_TABLE(ProposeEffect)
ANNEXA_DEFINE_TYPE_TABLE(DecideEffect)
ANNEXA_DEFINE_TYPE_TABLE(TreatRisk)
ANNEXA_DEFINE_TYPE_TABLE(ApproveTreatment)
ANNEXA_DEFINE_TYPE_TABLE(ProgressTreatment)
ANNEXA_DEFINE_TYPE_TABLE(AcceptRisk)
ANNEXA_DEFINE_TYPE_TABLE(RevokeAcceptance)
ANNEXA_DEFINE_TYPE_TABLE(CloseRisk)

}  // namespace command
}  // namespace v1
}  // namespace annexa
