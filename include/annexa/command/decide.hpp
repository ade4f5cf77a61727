#pragma once
/// @file
/// The core: from a state and a command to events, or to every reason why not.

#include <annexa/base/environment.hpp>
#include <annexa/base/event.hpp>
#include <annexa/base/time_zone.hpp>
#include <annexa/command/command.hpp>
#include <annexa/command/state.hpp>

#include <functional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The actor that is nobody: annexa itself, or the program around it, before there are people and when it imports. It
/// may describe the organisation, add and change records, assess, treat and close risks and decide on controls as
/// an imported table says, write checklists, and take over nonconformities as a register tells them, which stay marked
/// until a person proves them. Whatever a person has to answer for (audits, findings, steps of a nonconformity,
/// acceptances, approvals) is refused to it. No person can have this key.
inline constexpr std::string_view tool_actor = "system";

/// What a decision may use besides the state and the command.
struct Context {
  Instant now;                                                        ///< The time, unless the command says another.
  std::string actor{tool_actor};                                      ///< Who acts, unless the command says another.
  std::function<void(Draw const&, std::span<unsigned char>)> random;  ///< For ids and salts. @pre not empty
  /// Where time zones are looked up: a unit or an organisation in a zone that it does not know warns, and is recorded
  /// all the same. Names are not looked at when it is empty.
  ZoneReader zones = {};
};

/// What a command comes to.
struct Decision {
  std::vector<Event> events;        ///< What happened, in order; empty if nothing changed.
  State state;                      ///< The state with these events folded in.
  std::vector<Violation> warnings;  ///< Practice that was not followed, rules that were set aside.
  std::vector<ErasureOrder> erase;  ///< What to erase beside the journal, in the transaction that appends the events.
};

/// Decides @p command in @p state. Pure: no clock, no storage, the same arguments give the same decision.
/// @return the decision; or an error that names every rule it would break. @p state is as it was.
[[nodiscard]] result<Decision> decide(State const& state, Command const& command, Context const& context);

/// The id of the first event of the command @p command_id; by it a repeated command is known.
[[nodiscard]] Uuid first_event_id(Uuid const& command_id);

/// Puts @p event into @p state. Consults no guard, catalog, calendar or clock: events record outcomes.
/// @return nothing; or an integrity error if the event is of an unknown kind ("needs a newer annexa"), skips a version
/// or
///         holds what the record cannot.
[[nodiscard]] result<void> fold(State& state, Event const& event);

}  // namespace v1
}  // namespace annexa
