// The type tables of commands beside the straight way, made once.
#include <annexa/command/detour_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(DisputeNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(DecideDispute)
ANNEXA_DEFINE_TYPE_TABLE(MergeNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(ReopenNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(RequestExtension)
ANNEXA_DEFINE_TYPE_TABLE(DecideExtension)
ANNEXA_DEFINE_TYPE_TABLE(AcceptDeviation)
ANNEXA_DEFINE_TYPE_TABLE(EndDeviation)
ANNEXA_DEFINE_TYPE_TABLE(RegradeNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(ReassignedAction)
ANNEXA_DEFINE_TYPE_TABLE(ReassignNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(ImportNonconformity)
ANNEXA_DEFINE_TYPE_TABLE(CheckDeadlines)
ANNEXA_DEFINE_TYPE_TABLE(UnblockAction)

}  // namespace command
}  // namespace v1
}  // namespace annexa
