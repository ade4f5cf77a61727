#pragma once
// From a plan on record to one that holds, with the least change.

#include <annexa/audit/propose_plan.hpp>

namespace annexa {
inline namespace v1 {

// @pre check_request() found nothing, and something is published
[[nodiscard]] PlanProposal replan(PlanRequest const& request, PlanProgress const& progress);

}  // namespace v1
}  // namespace annexa
