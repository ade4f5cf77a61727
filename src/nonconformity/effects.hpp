#pragma once
// What a step changes in the record besides its state: one row for each step that does.

#include <annexa/nonconformity/lifecycle.hpp>

namespace annexa {
inline namespace v1 {

// Before the guards look: what a step assumes where its command says nothing.
void assume(Step const& row, Situation& situation);

// After the guards allowed it: people, cycles, decisions, deadlines.
void take_effect(Step const& row, Situation& situation);

}  // namespace v1
}  // namespace annexa
