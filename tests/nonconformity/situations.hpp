#pragma once
/// @file
/// Situations in which steps of the lifecycle are tried.

#include <annexa/nonconformity/lifecycle.hpp>

#include <string_view>
#include <vector>

namespace annexa::testing {

/// A Monday.
inline Date const today = Date::parse("2026-03-02").value();
/// A time on it.
inline Instant const now = Instant::at(today, 600);

[[nodiscard]] inline Key<"person"> person(char const* key) { return Key<"person">::parse(key).value(); }

/// A nonconformity on record with everything that any step could ask for, and what any step could bring; its one action
/// is effective.
[[nodiscard]] Situation complete();

/// complete(), in @p state, with what the step needs besides: some need the decision that no action is needed, or
/// actions in a certain state. Nothing refuses or warns of the step there, whoever acts.
[[nodiscard]] Situation ready_for(Step const& row, NonconformityState state);

/// A state from which the step leads.
[[nodiscard]] NonconformityState some_state_before(Step const& row);

/// The state with that index in its description.
[[nodiscard]] inline NonconformityState state_at(std::size_t index) {
  return static_cast<NonconformityState>(type_of<NonconformityState>.names[index].value);
}
/// Number of states.
inline constexpr std::size_t state_count = 13;

/// True if the list names the rule.
[[nodiscard]] bool names(std::vector<Violation> const& list, std::string_view rule);

/// Changes the situation so that the guard does not hold, from ready_for() its step. @return false if nobody said how.
[[nodiscard]] bool break_guard(Guard const& guard, Situation& situation);

}  // namespace annexa::testing
