// The type tables of this room's records, made once.
#include <annexa/audit/audit.hpp>
#include <annexa/audit/checklist.hpp>
#include <annexa/audit/document_request.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/grading_scale.hpp>
#include <annexa/audit/interview.hpp>
#include <annexa/audit/programme.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/audit/working_paper.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(TeamMember)
ANNEXA_DEFINE_TYPE_TABLE(MeetingObjection)
ANNEXA_DEFINE_TYPE_TABLE(Meeting)
ANNEXA_DEFINE_TYPE_TABLE(DivergingOpinion)
ANNEXA_DEFINE_TYPE_TABLE(Conclusion)
ANNEXA_DEFINE_TYPE_TABLE(PlanEvent)
ANNEXA_DEFINE_TYPE_TABLE(FollowUp)
ANNEXA_DEFINE_TYPE_TABLE(Audit)
ANNEXA_DEFINE_TYPE_TABLE(CustodyStep)
ANNEXA_DEFINE_TYPE_TABLE(Evidence)
ANNEXA_DEFINE_TYPE_TABLE(Assessment)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeEntry)
ANNEXA_DEFINE_TYPE_TABLE(ReleasedCoverage)
ANNEXA_DEFINE_TYPE_TABLE(MovedVisits)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeAmendment)
ANNEXA_DEFINE_TYPE_TABLE(Programme)
ANNEXA_DEFINE_TYPE_TABLE(Invitation)
ANNEXA_DEFINE_TYPE_TABLE(Session)
ANNEXA_DEFINE_TYPE_TABLE(ScaleValue)
ANNEXA_DEFINE_TYPE_TABLE(GradingScale)
ANNEXA_DEFINE_TYPE_TABLE(ChecklistItem)
ANNEXA_DEFINE_TYPE_TABLE(ChecklistTemplate)
ANNEXA_DEFINE_TYPE_TABLE(ChecklistLine)
ANNEXA_DEFINE_TYPE_TABLE(Checklist)
ANNEXA_DEFINE_TYPE_TABLE(InterviewAnswer)
ANNEXA_DEFINE_TYPE_TABLE(Interview)
ANNEXA_DEFINE_TYPE_TABLE(DocumentRequest)
ANNEXA_DEFINE_TYPE_TABLE(WorkingPaper)

}  // namespace v1
}  // namespace annexa
