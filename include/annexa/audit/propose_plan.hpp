#pragma once
/// @file
/// From a request to an audit plan.

#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>

namespace annexa {
inline namespace v1 {

/// Proposes the plan of an audit: opening meeting, a session or more in each unit, meetings of the team at the end of
/// each day where it lasts longer than one, closing meeting. Every proposal keeps every rule of plan_check.hpp; what
/// cannot be placed under them is left out and explained, never bent.
///
/// Constructive: units that fewest people may audit come first, each at the earliest time at which all who are needed
/// are free; work is given to whoever has least. Pure; the same request gives the same plan.
/// @par Cost
/// Units times days times people of the team; 1,000 units over 60 days take well under a second.
/// @return the proposal, with `conflict` set where it is not complete; or everything that is wrong with the request.
/// @source{9.2.2 b, c; ISO 19011, preparing the audit plan}
[[nodiscard]] result<PlanProposal> propose_plan(PlanRequest const& request);

}  // namespace v1
}  // namespace annexa
