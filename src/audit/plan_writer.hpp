#pragma once
// From sessions as numbers to sessions as records.

#include "plan_draft.hpp"

namespace annexa {
inline namespace v1 {

// "A-2026-1/S-07".
[[nodiscard]] Key<"session"> session_key(Key<"audit"> const& audit, std::size_t number);

// Where a unit is visited, or where meetings are held if there is none.
[[nodiscard]] std::string visited_place(PlanRequest const& request, Unit const* unit);

// A session as it goes on record, its clocks those of the request.
[[nodiscard]] Session written(Workload const& workload, DraftSession const& draft, Key<"session"> key,
                              std::vector<std::string> why);

// Sets a time in UTC with what the clocks of the place show then.
void set_time(WorkingHours const& hours, Slot slot, Session& session);

// For each audit session: minutes of audits that its lead had before. @pre in order of time
void note_loads(Workload const& workload, std::vector<DraftSession>& sessions);

}  // namespace v1
}  // namespace annexa
