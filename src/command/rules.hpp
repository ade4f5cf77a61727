#pragma once
// The rules that commands can break, apart from those that belong to a room of the domain.

#include <annexa/base/error.hpp>

namespace annexa {
inline namespace v1 {
namespace command_rules {

inline constexpr Rule unknown_command{"command.unknown", "There is no command \"{found}\". {hint}", "",
                                      ErrorKind::usage};
inline constexpr Rule not_an_object{"command.form", "A command is an object with a member \"command\"; found {found}.",
                                    "", ErrorKind::usage};
inline constexpr Rule key_twice{"command.key-twice", "\"{noun}\" and \"key\" both name the record; one is enough.", "",
                                ErrorKind::usage};
inline constexpr Rule no_actor{"command.actor", "\"{found}\" is no person of this workspace; say who acts.", "7.5.3"};
inline constexpr Rule unknown_key{"reference.unknown", "There is no {noun} \"{key}\". {hint}", ""};
inline constexpr Rule duplicate{"record.exists", "There is a {noun} \"{key}\" already.", "", ErrorKind::conflict};
inline constexpr Rule version{"record.version", "The record has version {found}; version {expected} was expected.", "",
                              ErrorKind::conflict};
inline constexpr Rule wrong_state{"record.state", "{key} is {state}; this takes {wanted}.", ""};
inline constexpr Rule not_allowed{"duty.capacity", "{actor} may not do this; it takes {wanted}.", "5.3"};
inline constexpr Rule reason_missing{"text.missing", "\"{member}\" must not be empty.", ""};
inline constexpr Rule no_override{"override.impossible",
                                  "{rule} cannot be set aside: the standard asks for it, a waiver does it "
                                  "(waiver.record), or nothing would hold without it.",
                                  "duty S24"};
inline constexpr Rule idle_override{"override.unused", "{rule} was not broken; nothing was set aside.", "duty S24"};
inline constexpr Rule future{"date.future", "{found} is after today, {today}; what has happened lies before.", "7.5.3"};
inline constexpr Rule backwards{"date.backwards",
                                "The time of the command, {found}, lies before an event that is on record, of "
                                "{latest}; it is recorded all the same.",
                                "7.5.3"};
inline constexpr Rule tool_person{"person.reserved",
                                  "\"{found}\" stands for annexa itself; give the person another key.", "7.5.3"};
inline constexpr Rule external_id{"record.external-id", "{system} {id} belongs to {other} already.", "",
                                  ErrorKind::conflict};

}  // namespace command_rules
}  // namespace v1
}  // namespace annexa
