#pragma once
/// @file
/// Which steps of a nonconformity's life somebody may take now.

#include <annexa/command/state.hpp>
#include <annexa/nonconformity/lifecycle.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One step and whether it may be taken.
struct StepOption {
  Step const* step;  ///< The row of the lifecycle table.
  bool allowed;      ///< True if nothing refuses it as things are; what a command brings is not known yet.
  std::vector<Violation> violations;  ///< Every guard that refuses, or that warns, and why.
};

/// The steps that lead on from where @p nonconformity is, for @p actor on @p today. Guards whose facts a command brings
/// are tested against what is on record, so that one sees what has to be brought.
[[nodiscard]] std::vector<StepOption> possible_steps(State const& state, Nonconformity const& nonconformity,
                                                     std::string const& actor, Date today);

}  // namespace v1
}  // namespace annexa
