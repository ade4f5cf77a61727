// The type tables of this room's records, made once.
#include <annexa/review/gap.hpp>
#include <annexa/review/maturity.hpp>
#include <annexa/review/readiness.hpp>

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

}  // namespace v1
}  // namespace annexa
