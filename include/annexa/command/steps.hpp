#pragma once
/// @file
/// Which steps of a nonconformity's life somebody may take now.

#include <annexa/command/state.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <boost/json/fwd.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One step and whether it may be taken.
struct StepOption {
  Step const* step;                   ///< The row of the lifecycle table.
  bool allowed;                       ///< True if nothing but what its command still has to bring stands against it.
  std::vector<Violation> violations;  ///< What refuses it, then what is warned of, whatever the command brings.
  std::vector<Violation> needs;       ///< What the command must bring, then what it should; `where` names the member.
  std::size_t refusing = 0;           ///< How many of the violations refuse it: the first ones.
  std::size_t musts = 0;              ///< How many of the needs must be brought: the first ones.
};

/// The steps that lead on from where @p nonconformity is, for @p actor on @p today. Guidance that a waiver sets aside
/// does not stand against a step.
[[nodiscard]] std::vector<StepOption> possible_steps(State const& state, Nonconformity const& nonconformity,
                                                     std::string const& actor, Date today);

/// The same as `annexa nc steps --json` prints it:
/// `[{"step":"T04","command":…,"to":…,"allowed":true,"violations":[],"needs":[]}]`; each of the violations has
/// `refuses`, each of the needs `must`, true or false.
[[nodiscard]] boost::json::value write_steps(Nonconformity const& nonconformity, std::vector<StepOption> const& steps);

}  // namespace v1
}  // namespace annexa
