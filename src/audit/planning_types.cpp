// The tables of the records of planning.
#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>
#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>
#include <annexa/audit/season_proposal.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(DaySpan)
ANNEXA_DEFINE_TYPE_TABLE(WorkingHours)
ANNEXA_DEFINE_TYPE_TABLE(Booking)
ANNEXA_DEFINE_TYPE_TABLE(PlanParameters)
ANNEXA_DEFINE_TYPE_TABLE(PlanRequest)
ANNEXA_DEFINE_TYPE_TABLE(Unplaced)
ANNEXA_DEFINE_TYPE_TABLE(ExcludedPair)
ANNEXA_DEFINE_TYPE_TABLE(SessionSpot)
ANNEXA_DEFINE_TYPE_TABLE(SessionChange)
ANNEXA_DEFINE_TYPE_TABLE(PlanProposal)
ANNEXA_DEFINE_TYPE_TABLE(AuditableUnit)
ANNEXA_DEFINE_TYPE_TABLE(DueCriterion)
ANNEXA_DEFINE_TYPE_TABLE(FreezeWindow)
ANNEXA_DEFINE_TYPE_TABLE(IntervalStep)
ANNEXA_DEFINE_TYPE_TABLE(SiteSampling)
ANNEXA_DEFINE_TYPE_TABLE(AuditTimeRequest)
ANNEXA_DEFINE_TYPE_TABLE(AuditTime)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeParameters)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeRequest)
ANNEXA_DEFINE_TYPE_TABLE(UnitCoverage)
ANNEXA_DEFINE_TYPE_TABLE(CriterionCoverage)
ANNEXA_DEFINE_TYPE_TABLE(Uncovered)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeVisit)
ANNEXA_DEFINE_TYPE_TABLE(MonthLoad)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeLevel)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeCheck)
ANNEXA_DEFINE_TYPE_TABLE(SitesOfYear)
ANNEXA_DEFINE_TYPE_TABLE(TimeOfYear)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeProposal)
ANNEXA_DEFINE_TYPE_TABLE(HalfDay)
ANNEXA_DEFINE_TYPE_TABLE(PublishedEngagement)
ANNEXA_DEFINE_TYPE_TABLE(Engagement)
ANNEXA_DEFINE_TYPE_TABLE(SeasonAuditor)
ANNEXA_DEFINE_TYPE_TABLE(SeasonPlace)
ANNEXA_DEFINE_TYPE_TABLE(Closure)
ANNEXA_DEFINE_TYPE_TABLE(SeasonParameters)
ANNEXA_DEFINE_TYPE_TABLE(SeasonRequest)
ANNEXA_DEFINE_TYPE_TABLE(SeasonAlternative)
ANNEXA_DEFINE_TYPE_TABLE(PlacedEngagement)
ANNEXA_DEFINE_TYPE_TABLE(UnplacedEngagement)
ANNEXA_DEFINE_TYPE_TABLE(SeasonLevel)
ANNEXA_DEFINE_TYPE_TABLE(SeasonFact)
ANNEXA_DEFINE_TYPE_TABLE(SeasonProposal)

}  // namespace v1
}  // namespace annexa
