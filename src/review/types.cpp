// The type tables of this room's records, made once.
#include <annexa/review/gap.hpp>
#include <annexa/review/kpi.hpp>
#include <annexa/review/management_review.hpp>
#include <annexa/review/maturity.hpp>
#include <annexa/review/readiness.hpp>
#include <annexa/review/review_inputs.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(GapControl)
ANNEXA_DEFINE_TYPE_TABLE(GapRequirement)
ANNEXA_DEFINE_TYPE_TABLE(GapTotals)
ANNEXA_DEFINE_TYPE_TABLE(Gap)
ANNEXA_DEFINE_TYPE_TABLE(MaturityRating)
ANNEXA_DEFINE_TYPE_TABLE(MaturityGroup)
ANNEXA_DEFINE_TYPE_TABLE(Maturity)
ANNEXA_DEFINE_TYPE_TABLE(ReadinessItem)
ANNEXA_DEFINE_TYPE_TABLE(ReadinessTotals)
ANNEXA_DEFINE_TYPE_TABLE(Readiness)
ANNEXA_DEFINE_TYPE_TABLE(KpiValue)
ANNEXA_DEFINE_TYPE_TABLE(KpiPeriod)
ANNEXA_DEFINE_TYPE_TABLE(KpiTrend)
ANNEXA_DEFINE_TYPE_TABLE(KpiRequest)
ANNEXA_DEFINE_TYPE_TABLE(ReviewDecision)
ANNEXA_DEFINE_TYPE_TABLE(ReviewJudgement)
ANNEXA_DEFINE_TYPE_TABLE(ManagementReview)
ANNEXA_DEFINE_TYPE_TABLE(ReviewLine)
ANNEXA_DEFINE_TYPE_TABLE(ReviewInput)
ANNEXA_DEFINE_TYPE_TABLE(ReviewInputPart)
ANNEXA_DEFINE_TYPE_TABLE(ReviewPack)
ANNEXA_DEFINE_TYPE_TABLE(ReviewRequest)

}  // namespace v1
}  // namespace annexa
