#pragma once
// What decide() cannot tell about a command: whether signatures in it hold.

#include <annexa/command/command.hpp>

namespace annexa {
inline namespace v1 {

// Checks the signatures that a command brings. @return nothing; or what refuses it.
[[nodiscard]] result<void> check_signatures(Command const& command);

}  // namespace v1
}  // namespace annexa
