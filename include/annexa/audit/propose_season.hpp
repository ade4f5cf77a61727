#pragma once
/// @file
/// From a request to the plan of a season.

#include <annexa/audit/season_proposal.hpp>

#include <functional>

namespace annexa {
inline namespace v1 {

/// Asked now and then how far a search has come; false stops it, and the best plan so far is the answer.
using SeasonProgress = std::function<bool(std::int64_t done, std::int64_t rounds)>;

/// Proposes the plan of a season: a place in time and a team for every engagement, so that first the least risk is left
/// out, then the least is late, then the least of a published plan changes, then it costs least, then the work is
/// shared. Rules are never bent: what has no place under them is explained. With engagements that were published, it
/// replans.
///
/// Greedy, then rounds of taking related engagements out and putting them back better; a bound says for each level how
/// much better any plan could be. Whole numbers and an own random generator: the same request gives the same plan,
/// unless @p progress stops it.
/// @par Cost
/// A complete plan of 300 engagements within a tenth of a second; each round some microseconds.
/// @return the proposal; or everything that is wrong with the request.
/// @source{9.2.2 b, c; ISO 19011, establishing the audit programme}
[[nodiscard]] result<SeasonProposal> propose_season(SeasonRequest const& request, SeasonProgress const& progress = {});

}  // namespace v1
}  // namespace annexa
