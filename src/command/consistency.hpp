#pragma once
// What must hold between the statement of applicability and the treatment of risks.

#include <annexa/command/state.hpp>

namespace annexa {
inline namespace v1 {

// Adds what is wrong between @p record, which is of @p noun and about to be put, and the other records of @p state: a
// control that a risk's treatment names cannot be excluded, a treatment cannot name an excluded control, and no control
// has two rows. @source{6.1.3 b, 6.1.3 d}
void check_consistency(Noun const& noun, void const* record, State const& state, Error& errors);

}  // namespace v1
}  // namespace annexa
