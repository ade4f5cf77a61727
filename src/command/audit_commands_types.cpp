// The type tables of this room's records, made once.
#include <annexa/command/audit_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(ApproveProgramme)
ANNEXA_DEFINE_TYPE_TABLE(AmendProgramme)
ANNEXA_DEFINE_TYPE_TABLE(PlanAudit)
ANNEXA_DEFINE_TYPE_TABLE(ApproveAuditPlan)
ANNEXA_DEFINE_TYPE_TABLE(OpenAudit)
ANNEXA_DEFINE_TYPE_TABLE(HoldMeeting)
ANNEXA_DEFINE_TYPE_TABLE(RecordEvidence)
ANNEXA_DEFINE_TYPE_TABLE(AssessCriterion)
ANNEXA_DEFINE_TYPE_TABLE(ConcludeAudit)
ANNEXA_DEFINE_TYPE_TABLE(IssueReport)
ANNEXA_DEFINE_TYPE_TABLE(CancelAudit)

}  // namespace command
}  // namespace v1
}  // namespace annexa
