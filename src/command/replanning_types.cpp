// The type tables of this room's records, made once.
#include <annexa/command/replanning.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(Unavailability)
ANNEXA_DEFINE_TYPE_TABLE(NewConflict)
ANNEXA_DEFINE_TYPE_TABLE(ReplanOptions)

}  // namespace v1
}  // namespace annexa
