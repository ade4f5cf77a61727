#pragma once
// The meetings of a plan on record: which stay, who leads those whose lead is away, and when others are.

#include <map>
#include <set>

#include "replan_record.hpp"

namespace annexa {
inline namespace v1 {

// What becomes of a meeting.
struct MeetingOutcome {
  RecordedSession const* recorded = nullptr;  // null for one that is new
  std::optional<DraftSession> now;            // none while it has no place
  bool must = false;                          // it could not stay as it was, whatever else is done
  bool sent = false;                          // it was sent, and stays or has no place
  bool pending = false;                       // its time is found when the other sessions have theirs
  bool dropped = false;                       // there is no more need of it
};

class Meetings {
 public:
  Meetings(Workload& workload, RecordedPlan const& plan) : workload_(workload), plan_(plan) {}

  // Holds what can be held, and takes the time of who comes. @param closing_moves  the closing is put off
  void hold(bool closing_moves);
  // When sessions that move may lie.
  [[nodiscard]] std::vector<Slot> open(bool several_days) const;
  // When every session has its time: the closing, and meetings of the team on days with several auditors.
  void finish(std::vector<DraftSession> const& sessions);

  [[nodiscard]] std::vector<MeetingOutcome> const& outcomes() const noexcept { return outcomes_; }
  [[nodiscard]] Minute opened() const noexcept { return opened_; }
  // True if a session lies after the opening and before the closing.
  [[nodiscard]] bool spans(Slot slot) const noexcept {
    return opened_ <= slot.start && (!limit_ || slot.end <= *limit_);
  }

 private:
  // Days on which audit sessions are held, by whom, and until when.
  struct DaysOfSessions {
    struct OfDay {
      std::set<std::size_t> auditors;
      Minute end = 0;
    };
    std::map<std::size_t, OfDay> days;
    Minute last = 0;
  };
  [[nodiscard]] DaysOfSessions note(std::vector<DraftSession> const& sessions);
  [[nodiscard]] Days settle_team_meetings(DaysOfSessions const& noted);
  void add_team_meetings(DaysOfSessions const& noted, Days const& met);
  [[nodiscard]] std::size_t lead() const { return plan_.team.front().person; }
  [[nodiscard]] bool can(std::size_t person, Slot slot) const;
  [[nodiscard]] std::optional<std::size_t> leader(RecordedSession const& row) const;
  [[nodiscard]] MeetingOutcome kept(RecordedSession const& row) const;
  void take(DraftSession const& session);
  void move_opening(MeetingOutcome& outcome);
  void put_off_closing();
  void join(DraftSession& session) const;
  void hold_team_meeting(std::size_t day, std::vector<std::size_t> const& auditors, Minute after, Minute before);
  void hold_closing(MeetingOutcome& outcome, Minute after);
  [[nodiscard]] Wish whole(std::size_t day, Minute minutes) const {
    return {day, static_cast<int>(minutes), workload_.table.begin_of(day), workload_.table.end_of(day)};
  }

  Workload& workload_;
  RecordedPlan const& plan_;
  std::vector<MeetingOutcome> outcomes_;
  Minute opened_ = 0;            // sessions begin then or later
  std::optional<Minute> limit_;  // and end then or earlier
};

}  // namespace v1
}  // namespace annexa
