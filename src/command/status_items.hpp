#pragma once
// Items of the status as they are found: there may be millions, which are put in order before they are made.

#include <annexa/command/state.hpp>
#include <annexa/command/status.hpp>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

// One item; what it points to lives in the state, or as long as the list.
struct FoundItem {
  StatusKind kind;
  std::optional<Date> due;
  std::string_view noun;
  std::string_view key;
  Key<"person"> const* person;  // null where nobody has to act
  std::string_view what;
  std::string_view title;
};

// As they are found; a million more are added without moving those before.
using FoundItems = std::deque<FoundItem>;

// Who has to act, where somebody is named.
[[nodiscard]] inline Key<"person"> const* pointer_to(std::optional<Key<"person">> const& person) noexcept {
  return person ? &*person : nullptr;
}
[[nodiscard]] inline Key<"person"> const* pointer_to(Key<"person"> const& person) noexcept { return &person; }
Key<"person"> const* pointer_to(std::optional<Key<"person">> const&&) = delete;  // it would be gone
Key<"person"> const* pointer_to(Key<"person"> const&&) = delete;

// Adds what is due, overdue or next of management reviews, objectives, obligations, changes and incidents on @p today.
void add_review_items(State const& state, Date today, FoundItems& items);

// By kind and day, what has no day last; of equals in the order in which they were found.
[[nodiscard]] std::vector<StatusItem> in_order(FoundItems const& found);

}  // namespace v1
}  // namespace annexa
