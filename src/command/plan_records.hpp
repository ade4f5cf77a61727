#pragma once
// What requests for plans take from the records.

#include <annexa/audit/plan_request.hpp>
#include <annexa/command/state.hpp>

namespace annexa {
inline namespace v1 {

// The cooling-off time that the organisation set, where a request has the usual one.
void keep_cooling_off(State const& state, int& months);

// Fills in what the state says of the units and the team of a request: sites, roles, people, bookings, calendar, place,
// and the cooling-off time.
void look_up(State const& state, std::vector<Key<"unit">> const& units, PlanRequest& request);

// The request with what the clocks of its place do.
[[nodiscard]] result<PlanRequest> with_zones(State const& state, PlanRequest request, ZoneReader const& zones);

}  // namespace v1
}  // namespace annexa
