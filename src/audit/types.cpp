// The type tables of this room's records, made once.
#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/audit/programme.hpp>
#include <annexa/audit/session.hpp>

namespace annexa {
inline namespace v1 {

ANNEXA_DEFINE_TYPE_TABLE(TeamMember)
ANNEXA_DEFINE_TYPE_TABLE(Meeting)
ANNEXA_DEFINE_TYPE_TABLE(DivergingOpinion)
ANNEXA_DEFINE_TYPE_TABLE(Conclusion)
ANNEXA_DEFINE_TYPE_TABLE(Audit)
ANNEXA_DEFINE_TYPE_TABLE(Evidence)
ANNEXA_DEFINE_TYPE_TABLE(Assessment)
ANNEXA_DEFINE_TYPE_TABLE(ProgrammeEntry)
ANNEXA_DEFINE_TYPE_TABLE(Programme)
ANNEXA_DEFINE_TYPE_TABLE(Session)

}  // namespace v1
}  // namespace annexa
