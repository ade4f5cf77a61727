#pragma once
/// @file
/// The states of a nonconformity.

#include <annexa/base/describe.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>

namespace annexa {
inline namespace v1 {

/// Where a nonconformity stands.
enum class NonconformityState : std::uint8_t {
  draft,               ///< Raised, not issued.
  issued,              ///< Handed to the process owner.
  acknowledged,        ///< Received by the process owner.
  analysis,            ///< Causes are looked for.
  plan_review,         ///< A plan is submitted.
  implementing,        ///< The plan is carried out.
  verification,        ///< Somebody looks whether it was.
  effectiveness,       ///< Somebody looks whether it helped.
  closed,              ///< Brought to its end.
  withdrawn,           ///< Raised in error.
  disputed,            ///< Contested by the process owner.
  accepted_deviation,  ///< Lived with for a time, on a risk that somebody accepted.
  merged,              ///< Part of another one.
};
ANNEXA_DESCRIBE_ENUM(NonconformityState, "nonconformity-state", draft, issued, acknowledged, analysis, plan_review,
                     implementing, verification, effectiveness, closed, withdrawn, disputed, accepted_deviation, merged)

/// A set of states.
using States = std::uint16_t;

/// The set of @p some.
[[nodiscard]] constexpr States states(std::initializer_list<NonconformityState> some) noexcept {
  unsigned all = 0;
  for (auto const each : some) all |= 1U << static_cast<unsigned>(each);
  return static_cast<States>(all);
}

/// True if @p state is in the set @p some.
[[nodiscard]] constexpr bool is_in(NonconformityState state, States some) noexcept {
  return (some & states({state})) != 0;
}

/// The states with which a nonconformity has ended; a closed one can be opened again.
inline constexpr States final_states =
    states({NonconformityState::closed, NonconformityState::withdrawn, NonconformityState::merged});

/// The states between issue and end.
inline constexpr States open_states = states(
    {NonconformityState::issued, NonconformityState::disputed, NonconformityState::acknowledged,
     NonconformityState::analysis, NonconformityState::plan_review, NonconformityState::implementing,
     NonconformityState::verification, NonconformityState::effectiveness, NonconformityState::accepted_deviation});

/// True for the states with which a nonconformity has ended.
[[nodiscard]] constexpr bool is_final(NonconformityState state) noexcept { return is_in(state, final_states); }

}  // namespace v1
}  // namespace annexa
