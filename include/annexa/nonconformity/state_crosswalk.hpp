#pragma once
/// @file
/// States of nonconformities in other systems: what ours are called there, and theirs here.

#include <annexa/nonconformity/state.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// One state in one other system.
struct ForeignState {
  std::string_view system;   ///< "ciso-assistant", "defectdojo", "oscal", "jira", "comp", "probo", "register".
  NonconformityState state;  ///< Ours.
  std::string_view status;   ///< Theirs; of DefectDojo the flags that are set, with "+" between; empty: it has none.
  bool label;                ///< True if they need a label beside it to tell it from another of ours.
  bool leads_here;           ///< True if their status is read as this state: the first that shares it.
};

/// Every row, by system and in the order of the lifecycle.
[[nodiscard]] std::vector<ForeignState> state_crosswalk();

/// The systems that are known. "register" is no program: it is the table that somebody keeps by hand, whose words are
/// plain ones for our states.
inline constexpr std::string_view foreign_systems[] = {"ciso-assistant", "defectdojo", "oscal",   "jira",
                                                       "comp",           "probo",      "register"};

/// What is said about a nonconformity to another system.
struct ToldState {
  std::string status;  ///< Its state there; empty where that system has none for it.
  std::string label;   ///< What to add as a label or reason so that nothing is lost; empty where nothing is.
  bool lossy = false;  ///< True if reading it back would not give the same state.
};

/// Our @p state in the words of @p system; nothing if the system is not known.
/// @param asks  true if an extension or a deviation is asked for and not decided.
[[nodiscard]] std::optional<ToldState> tell_state(NonconformityState state, std::string_view system, bool asks = false);

/// Their status in our words.
struct OwnState {
  NonconformityState state = NonconformityState::draft;  ///< The state.
  bool imported_unverified = false;  ///< True where our state asks for proof that a status alone does not bring.
};

/// Reads the @p status of @p system, without regard to case; flags of DefectDojo in any order. @return nothing if the
/// system or its status is not known.
[[nodiscard]] std::optional<OwnState> read_foreign_state(std::string_view system, std::string_view status);

/// The statuses of a system that read_foreign_state() knows, for messages: "open, closed".
[[nodiscard]] std::string known_statuses(std::string_view system);

}  // namespace v1
}  // namespace annexa
