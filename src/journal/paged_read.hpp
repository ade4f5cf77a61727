#pragma once
// Reading events page by page, for stores that fetch them from somewhere else.

#include <annexa/journal/store.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {

// Visits at most @p limit events from position @p from on, until a page is empty or @p visit returns false.
// @param page       most events that are fetched at once.
// @param read_page  a result<std::vector<StoredEvent>>(from, limit), in order.
// @return how many were visited, or what a page is refused for.
template <class ReadPage>
result<std::uint64_t> read_in_pages(std::uint64_t from, std::uint64_t limit, std::uint64_t page,
                                    ReadPage const& read_page, EventVisitor const& visit) {
  std::uint64_t visited = 0;
  while (visited < limit) {
    auto const events = read_page(from, std::min(limit - visited, page));
    if (!events) return events.error();
    if (events->empty()) break;
    for (auto const& event : *events) {
      ++visited;
      if (!visit(event)) return visited;
    }
    from = events->back().position + 1;
  }
  return visited;
}

}  // namespace v1
}  // namespace annexa
