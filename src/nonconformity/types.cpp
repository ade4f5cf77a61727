// The type tables of this room's records, made once.
#include <annexa/nonconformity/advance.hpp>
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/grade_proposal.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/nonconformity/similar.hpp>
#include <annexa/nonconformity/situation.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(CorrectiveAction)
ANNEXA_DEFINE_TYPE_TABLE(GradeAnswers)
ANNEXA_DEFINE_TYPE_TABLE(Grading)
ANNEXA_DEFINE_TYPE_TABLE(GradeFact)
ANNEXA_DEFINE_TYPE_TABLE(GradeRequest)
ANNEXA_DEFINE_TYPE_TABLE(GradeTest)
ANNEXA_DEFINE_TYPE_TABLE(GradeProposal)
ANNEXA_DEFINE_TYPE_TABLE(SimilarHit)
ANNEXA_DEFINE_TYPE_TABLE(SimilarFindings)
ANNEXA_DEFINE_TYPE_TABLE(Finding)
ANNEXA_DEFINE_TYPE_TABLE(Correction)
ANNEXA_DEFINE_TYPE_TABLE(Cause)
ANNEXA_DEFINE_TYPE_TABLE(BranchCause)
ANNEXA_DEFINE_TYPE_TABLE(CauseBranch)
ANNEXA_DEFINE_TYPE_TABLE(SimilarSearch)
ANNEXA_DEFINE_TYPE_TABLE(Analysis)
ANNEXA_DEFINE_TYPE_TABLE(Effectiveness)
ANNEXA_DEFINE_TYPE_TABLE(Deadlines)
ANNEXA_DEFINE_TYPE_TABLE(Dispute)
ANNEXA_DEFINE_TYPE_TABLE(Extension)
ANNEXA_DEFINE_TYPE_TABLE(Deviation)
ANNEXA_DEFINE_TYPE_TABLE(Revision)
ANNEXA_DEFINE_TYPE_TABLE(Agreement)
ANNEXA_DEFINE_TYPE_TABLE(Issuer)
ANNEXA_DEFINE_TYPE_TABLE(ImportedPast)
ANNEXA_DEFINE_TYPE_TABLE(ImportedState)
ANNEXA_DEFINE_TYPE_TABLE(OverdueNotice)
ANNEXA_DEFINE_TYPE_TABLE(Detours)
ANNEXA_DEFINE_TYPE_TABLE(Move)
ANNEXA_DEFINE_TYPE_TABLE(PastCycle)
ANNEXA_DEFINE_TYPE_TABLE(Nonconformity)
ANNEXA_DEFINE_TYPE_TABLE(DeadlineSetting)
ANNEXA_DEFINE_TYPE_TABLE(EscalationLevel)
ANNEXA_DEFINE_TYPE_TABLE(LifecyclePolicy)
ANNEXA_DEFINE_TYPE_TABLE(Signature)
ANNEXA_DEFINE_TYPE_TABLE(Facts)
ANNEXA_DEFINE_TYPE_TABLE(StepRequest)

}  // namespace v1
}  // namespace annexa
