// The type tables of this room's records, made once.
#include <annexa/command/management_review_commands.hpp>

namespace annexa {
inline namespace v1 {
namespace command {

ANNEXA_DEFINE_TYPE_TABLE(NewDecision)
ANNEXA_DEFINE_TYPE_TABLE(InputStatement)
ANNEXA_DEFINE_TYPE_TABLE(HoldManagementReview)
ANNEXA_DEFINE_TYPE_TABLE(AddReviewDecision)
ANNEXA_DEFINE_TYPE_TABLE(CompleteReviewDecision)
ANNEXA_DEFINE_TYPE_TABLE(ApproveManagementReview)
ANNEXA_DEFINE_TYPE_TABLE(CloseManagementReview)

}  // namespace command
}  // namespace v1
}  // namespace annexa
