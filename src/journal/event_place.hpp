#pragma once
// Where in a journal an event is, and what is wrong in it.

#include <annexa/base/error.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace annexa {
inline namespace v1 {

// "/events/309"
[[nodiscard]] inline std::string event_place(std::uint64_t position) { return "/events/" + std::to_string(position); }

// The error with the event in front of the places inside of it: "/events/309/at", "/events/309, line 1".
[[nodiscard]] inline Error in_event(Error const& error, std::uint64_t position) {
  auto const event = event_place(position);
  auto violations = error.violations();
  for (auto& each : violations) {
    bool const pointer = each.where.empty() || each.where.starts_with('/');
    each.where = event + (pointer ? "" : ", ") + each.where;
  }
  return {error.kind(), std::move(violations)};
}

}  // namespace v1
}  // namespace annexa
