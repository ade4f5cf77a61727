// The type tables of this room's records, made once.
#include <annexa/command/planning.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(PlanOptions)

}  // namespace v1
}  // namespace annexa
