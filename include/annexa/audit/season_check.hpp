#pragma once
/// @file
/// Does the plan of a season keep the rules? Asked of plans that were proposed and of those that people wrote.

#include <annexa/audit/season_proposal.hpp>

#include <span>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Every rule about @p placed, with the numbers that show whether it holds: `have >= need`. Written apart from
/// propose_season(): the two share the records and the rules on independence, no more.
/// @pre check_request() found nothing, and @p placed names engagements and auditors of @p request only.
/// @return the facts in the order of @p placed, then those about people, units and places; the certificate of a plan.
[[nodiscard]] std::vector<SeasonFact> season_facts(SeasonRequest const& request,
                                                   std::span<PlacedEngagement const> placed);

/// The facts that do not hold, and first of all what names nobody ("unknown") or stands twice or nowhere ("once").
/// Empty for a good plan.
[[nodiscard]] std::vector<SeasonFact> check_season(SeasonRequest const& request, SeasonProposal const& proposal);

}  // namespace v1
}  // namespace annexa
