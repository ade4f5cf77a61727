#pragma once
// What must hold of a record whatever made it.

#include <annexa/command/state.hpp>

namespace annexa {
inline namespace v1 {

// Adds what is wrong with @p record, which is of @p noun, in @p state.
void check_record(Noun const& noun, void const* record, State const& state, Error& errors);

}  // namespace v1
}  // namespace annexa
