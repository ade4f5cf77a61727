#pragma once
// The one way on which the scores of a risk change, and what ends with them.

#include <annexa/risk/risk.hpp>

#include <string>

#include "risk_scoring.hpp"
#include "transaction.hpp"

namespace annexa {
inline namespace v1 {

// Why a risk is scored.
struct RescoreCause {
  std::string event;      // What brought it about: "the treatment changed"; empty for an assessment.
  std::string reason;     // What the person who acts said; a residual risk above the current one asks for it.
  bool assessed = false;  // True if somebody assessed the risk: that goes on record also where no figure changes.
};

// The gate that all scores pass: checks the effects under @p method, computes the stages that nobody judged, asks for a
// reason where the residual risk ends above the current one, keeps what was in the history, and ends the approval and
// the acceptance of what is so no more. Refuses whatever cannot be scored.
// @param before  the risk as it is on record.
void rescore(Transaction& transaction, Method const& method, Risk const& before, Risk& risk, RescoreCause const& cause);

// The method that the scores of @p risk rest on, or null if it has moved on since or the risk is not scored.
[[nodiscard]] Method const* scoring_method(State const& state, Risk const& risk);

// Ends the approval of the treatment plan, if there is one.
void end_approval(Risk& risk, Date today, std::string const& reason);

// Ends what was approved and accepted of another treatment.
void end_plan(Risk& risk, Date today);

// What a risk comes to as its controls stand today.
struct MovedScore {
  RiskStage stage = RiskStage::residual;  // which of its scores remains
  std::string now;                        // band and figure; "not scored" where the controls do not fit its method
  bool is_worse = false;
};

// That the score that remains of @p risk is another one today than on record; nothing where it is not, or is judged.
[[nodiscard]] std::optional<MovedScore> score_has_moved(State const& state, ControlRows const& rows, Risk const& risk);

// The score that remains of a risk by its method as the controls stand today. Refuses what is another on record, a
// method that has moved on, and a risk without a score: nobody signs for a figure that no longer is. Null where it
// refuses.
[[nodiscard]] Score const* standing_score(Transaction& transaction, Risk const& risk);

// Ends the acceptance of a risk, if there is one; its treatment is open again and has to be approved anew.
// @source{6.1.3 f}
void end_acceptance(Risk& risk, Date today, std::string const& reason);

}  // namespace v1
}  // namespace annexa
