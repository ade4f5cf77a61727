#pragma once
// A plan in the making: sessions as numbers, before words are found for it.

#include <annexa/audit/session.hpp>

#include "plan_work.hpp"

namespace annexa {
inline namespace v1 {

// A member of a team in the making.
struct DraftMember {
  std::size_t person;
  TeamRole role;
};
using DraftTeam = std::vector<DraftMember>;  // the lead first

struct DraftSession {
  SessionKind kind = SessionKind::audit;
  Slot slot{};
  std::size_t lead = 0;                // a person
  std::vector<std::size_t> others;     // people
  std::optional<std::size_t> auditee;  // a person
  std::size_t work = 0;                // of an audit session
  std::size_t part = 0;                // which of its work's parts
  std::int64_t load = 0;               // minutes that its lead had before
  std::string other;                   // what else there was, in a sentence
};

// The clocks where a session is: those of the unit, or of the audit for a meeting.
[[nodiscard]] inline WorkingHours const& clocks_of(Workload const& workload, DraftSession const& session) {
  bool const visits = session.kind == SessionKind::audit && session.work < workload.works.size();
  return workload.table.clocks(visits ? workload.works[session.work].place : 0);
}

struct Draft {
  DraftTeam team;
  std::vector<DraftSession> sessions;  // in order of time
  std::vector<std::size_t> left_out;   // works that found no place
  std::size_t days = 0;                // days from opening to closing on which there are sessions
  [[nodiscard]] bool complete() const noexcept { return !sessions.empty() && left_out.empty(); }
};

// Fits the work and the meetings into the time of @p team. Takes nothing in the timetable for good.
// @return the draft; without sessions if not even the meetings have a place.
[[nodiscard]] Draft schedule(Workload& workload, DraftTeam const& team);

// The best draft that was found over teams led by different people.
[[nodiscard]] Draft choose_team(Workload& workload);

// Whether the people @p team, were they all there, could audit a work: the competences that they lack, or nothing if
// none of them may audit it at all.
[[nodiscard]] std::optional<std::vector<int>> lacking(Workload& workload, DraftTeam const& team, std::size_t work);

}  // namespace v1
}  // namespace annexa
