// The type tables of this room's records, made once.
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/grade_proposal.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/nonconformity/similar.hpp>

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
ANNEXA_DEFINE_TYPE_TABLE(Move)
ANNEXA_DEFINE_TYPE_TABLE(PastCycle)
ANNEXA_DEFINE_TYPE_TABLE(Nonconformity)

}  // namespace v1
}  // namespace annexa
