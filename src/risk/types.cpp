// The type tables of this room's records, made once.
#include <annexa/risk/method.hpp>
#include <annexa/risk/risk.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(Level)
ANNEXA_DEFINE_TYPE_TABLE(Band)
ANNEXA_DEFINE_TYPE_TABLE(Method)
ANNEXA_DEFINE_TYPE_TABLE(Rating)
ANNEXA_DEFINE_TYPE_TABLE(Score)
ANNEXA_DEFINE_TYPE_TABLE(Scores)
ANNEXA_DEFINE_TYPE_TABLE(Acceptance)
ANNEXA_DEFINE_TYPE_TABLE(Risk)

}  // namespace v1
}  // namespace annexa
