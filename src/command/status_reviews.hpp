#pragma once
// What management reviews, objectives, obligations, changes and incidents ask of people.

#include <annexa/command/state.hpp>
#include <annexa/command/status.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

// Adds what is due, overdue or next of them on @p today.
void add_review_items(State const& state, Date today, std::vector<StatusItem>& items);

}  // namespace v1
}  // namespace annexa
