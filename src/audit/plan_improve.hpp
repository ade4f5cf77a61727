#pragma once
// From a constructed plan to a better one.

#include "plan_search.hpp"

namespace annexa {
inline namespace v1 {

// Looks for better places of the audit sessions of @p draft, on its days and around its meetings, and says in @p told
// what came of it: levels, rounds, whether it can be repeated.
[[nodiscard]] Draft improved(Workload& workload, Draft draft, PlanWords const& words, PlanProgress const& progress,
                             PlanProposal& told);

}  // namespace v1
}  // namespace annexa
