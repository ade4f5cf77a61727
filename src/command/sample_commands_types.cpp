// The type tables of this room's records, made once.
#include <annexa/command/sample_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(DrawSample)
ANNEXA_DEFINE_TYPE_TABLE(EvaluateSample)

}  // namespace command
}  // namespace v1
}  // namespace annexa
