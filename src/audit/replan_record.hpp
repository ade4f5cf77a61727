#pragma once
// The plan on record, in the numbers of the planner, and who carries it on.

#include "plan_model.hpp"

namespace annexa {
inline namespace v1 {

// A session on record.
struct RecordedSession {
  std::size_t index = 0;  // of PlanRequest::published
  Session const* session = nullptr;
  DraftSession draft;    // when and by whom; of audit sessions also which work
  bool inside = false;   // within the days of the request
  bool strange = false;  // somebody in it is unknown
  bool pinned = false;   // it was sent, and nobody said that it may change
};

struct RecordedPlan {
  std::vector<RecordedSession> meetings;  // in order of time
  std::vector<RecordedSession> audits;    // the same
  std::vector<RecordedSession> dropped;   // of units that are not part of the audit any more
  DraftTeam team;                         // the lead first
  bool other_lead = false;                // who led it cannot any more
  std::size_t highest = 0;                // number in the key of a session
  Days days;                              // on which there are sessions, within the request
};

// Reads the plan on record; adds to @p workload the work of sessions in no unit.
[[nodiscard]] RecordedPlan recorded_plan(Workload& workload, bool holds);

// Everybody who may audit: the team, then those outside it who hold the role.
[[nodiscard]] std::vector<PlanHand> hands_of(Workload const& workload, DraftTeam const& team);

}  // namespace v1
}  // namespace annexa
