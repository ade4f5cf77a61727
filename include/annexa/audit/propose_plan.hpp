#pragma once
/// @file
/// From a request to an audit plan, and from a plan on record to one that still holds.

#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>

#include <functional>

namespace annexa {
inline namespace v1 {

/// Asked now and then how far a search has come; false stops it, and the best plan so far is the answer.
using PlanProgress = std::function<bool(std::int64_t done, std::int64_t rounds)>;

/// Proposes the plan of an audit: opening meeting, a session or more in each unit, meetings of the team at the end of
/// each day where it lasts longer than one, closing meeting. Every proposal keeps every rule of plan_check.hpp; what
/// cannot be placed under them is left out and explained, never bent.
///
/// Constructed: units that fewest people may audit come first, each at the earliest time at which all who are needed
/// are free; work is given to whoever has least. Then searched, so that first the least importance is left out, then
/// what matters most comes earliest, then it takes the fewest minutes of auditors, then work is shared.
///
/// Where PlanRequest::published holds a plan that is on record, its sessions stay as they are wherever they can, and as
/// few as possible change: in time, in people, or by a colleague from outside the team. A session that was sent stays
/// or has no place, unless PlanRequest::may_move lists it. A unit without a session on record gets one.
///
/// Whole numbers and an own random generator; pure: the same request gives the same plan, unless @p progress stops it.
/// @par Cost
/// Units times days times people of the team; 1,000 units over 60 days take well under a second. A plan on record of
/// forty sessions is repaired within ten milliseconds, without the rounds of the search.
/// @return the proposal, with `conflict` set where it is not complete; or everything that is wrong with the request.
/// @source{9.2.2 b, c; ISO 19011, preparing the audit plan}
[[nodiscard]] result<PlanProposal> propose_plan(PlanRequest const& request, PlanProgress const& progress = {});

}  // namespace v1
}  // namespace annexa
