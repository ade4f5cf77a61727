// The type tables of this room's records, made once.
#include <annexa/command/conduct_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(SendPlan)
ANNEXA_DEFINE_TYPE_TABLE(ObjectToPlan)
ANNEXA_DEFINE_TYPE_TABLE(AnswerObjection)
ANNEXA_DEFINE_TYPE_TABLE(RequestDocument)
ANNEXA_DEFINE_TYPE_TABLE(AnswerRequest)
ANNEXA_DEFINE_TYPE_TABLE(CloseRequest)
ANNEXA_DEFINE_TYPE_TABLE(RecordInterview)
ANNEXA_DEFINE_TYPE_TABLE(PreparePaper)
ANNEXA_DEFINE_TYPE_TABLE(ReviewPaper)
ANNEXA_DEFINE_TYPE_TABLE(ReuseEvidence)
ANNEXA_DEFINE_TYPE_TABLE(TransferEvidence)
ANNEXA_DEFINE_TYPE_TABLE(RecordFollowUp)
ANNEXA_DEFINE_TYPE_TABLE(DefineTemplate)

}  // namespace command
}  // namespace v1
}  // namespace annexa
