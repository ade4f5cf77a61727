// The type tables of this room's records, made once.
#include <annexa/duty/duty.hpp>
#include <annexa/duty/relation.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/duty/waiver.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(Duty)
ANNEXA_DEFINE_TYPE_TABLE(Relation)
ANNEXA_DEFINE_TYPE_TABLE(RoleGrant)
ANNEXA_DEFINE_TYPE_TABLE(Waiver)

}  // namespace v1
}  // namespace annexa
