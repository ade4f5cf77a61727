// The type tables of this room's records, made once.
#include <annexa/command/nonconformity_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(PlannedAction)
ANNEXA_DEFINE_TYPE_TABLE(InspectedAction)
ANNEXA_DEFINE_TYPE_TABLE(SeenEvidence)
ANNEXA_DEFINE_TYPE_TABLE(JudgedAction)
ANNEXA_DEFINE_TYPE_TABLE(RaiseNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(IssueNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(WithdrawNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(AcknowledgeNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(RecordCorrection)
ANNEXA_DEFINE_TYPE_TABLE(StartAnalysis)
ANNEXA_DEFINE_TYPE_TABLE(SubmitPlan)
ANNEXA_DEFINE_TYPE_TABLE(ApprovePlan)
ANNEXA_DEFINE_TYPE_TABLE(RejectPlan)
ANNEXA_DEFINE_TYPE_TABLE(AcceptCorrection)
ANNEXA_DEFINE_TYPE_TABLE(ReportImplemented)
ANNEXA_DEFINE_TYPE_TABLE(RejectImplementation)
ANNEXA_DEFINE_TYPE_TABLE(StartEffectiveness)
ANNEXA_DEFINE_TYPE_TABLE(CloseNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(JudgeEffectiveness)
ANNEXA_DEFINE_TYPE_TABLE(CoSignNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(StartAction)
ANNEXA_DEFINE_TYPE_TABLE(CompleteAction)
ANNEXA_DEFINE_TYPE_TABLE(BlockAction)
ANNEXA_DEFINE_TYPE_TABLE(CancelAction)

}  // namespace command
}  // namespace v1
}  // namespace annexa
