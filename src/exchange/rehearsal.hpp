#pragma once
// What decisions share that are made to see what they would do, and are thrown away.

#include <annexa/command/decide.hpp>

namespace annexa {
inline namespace v1 {
namespace exchange {

// A context for them: any bytes will do for ids and salts.
[[nodiscard]] Context rehearsal_context(Instant now, std::string const& actor);

// Why a journal would not take the events of a decision; empty if it would.
[[nodiscard]] Error refused_events(Decision const& decision);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
