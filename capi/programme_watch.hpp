#pragma once
// How a caller's task follows and stops the search for a programme.

#include <annexa/audit/propose_programme.hpp>

#include "structs.hpp"

namespace annexa::capi {

// Whoever stops it gets nothing. @param task  outlives what is returned.
[[nodiscard]] inline ProgrammeWatch watch_of(Task& task) {
  return [&task](std::int64_t done, std::int64_t planned) {
    bool const on = task.proceed(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(planned) + 1);
    return on ? Waiting::go_on : Waiting::cancel;
  };
}

}  // namespace annexa::capi
