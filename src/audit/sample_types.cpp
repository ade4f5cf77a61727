// The tables of the records of sampling.
#include <annexa/audit/sample.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(SampleStratum)
ANNEXA_DEFINE_TYPE_TABLE(SampleSizeRequest)
ANNEXA_DEFINE_TYPE_TABLE(SampleSize)
ANNEXA_DEFINE_TYPE_TABLE(SampleDrawRequest)
ANNEXA_DEFINE_TYPE_TABLE(SampleDraw)
ANNEXA_DEFINE_TYPE_TABLE(TestedStratum)
ANNEXA_DEFINE_TYPE_TABLE(SampleEvaluationRequest)
ANNEXA_DEFINE_TYPE_TABLE(SampleEvaluation)
ANNEXA_DEFINE_TYPE_TABLE(SampleDeviation)
ANNEXA_DEFINE_TYPE_TABLE(Sample)

}  // namespace v1
}  // namespace annexa
