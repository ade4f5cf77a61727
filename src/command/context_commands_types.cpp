// The type tables of this room's records, made once.
#include <annexa/command/context_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(RetireContextIssue)
ANNEXA_DEFINE_TYPE_TABLE(RetireInterestedParty)
ANNEXA_DEFINE_TYPE_TABLE(RetireObligation)
ANNEXA_DEFINE_TYPE_TABLE(RetireObjective)
ANNEXA_DEFINE_TYPE_TABLE(RetireMeasurement)
ANNEXA_DEFINE_TYPE_TABLE(RetireFeedback)
ANNEXA_DEFINE_TYPE_TABLE(RetireIncident)
ANNEXA_DEFINE_TYPE_TABLE(RetireChange)
ANNEXA_DEFINE_TYPE_TABLE(AddMeasuredValue)
ANNEXA_DEFINE_TYPE_TABLE(CloseIncident)

}  // namespace command
}  // namespace v1
}  // namespace annexa
