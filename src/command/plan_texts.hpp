#pragma once
// The words of the command that plans an audit.

#include <annexa/audit/plan_proposal.hpp>
#include <annexa/command/audit_commands.hpp>

#include "plan_subject.hpp"

namespace annexa {
inline namespace v1 {

// The command for a subject without its days, team and sessions: title, objectives, scope and criteria; what the audit
// says already is kept, what nobody has said yet is made from the records.
[[nodiscard]] command::PlanAudit planned_texts(State const& state, Subject const& subject,
                                               PlanProposal const& proposal);

}  // namespace v1
}  // namespace annexa
