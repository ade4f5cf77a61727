#pragma once
// The audit sessions of a plan in numbers, for the engine: sessions as tasks, people who audit or answer as people.

#include <unordered_map>

#include "engine/timetable.hpp"
#include "plan_draft.hpp"
#include "plan_grid.hpp"

namespace annexa {
inline namespace v1 {

// Somebody who may audit.
struct PlanHand {
  std::size_t person = 0;
  bool leads = false;    // may lead a session
  bool outside = false;  // is not of the team
};

// A session that is to have a place.
struct PlanTask {
  std::size_t work = 0;
  std::size_t part = 0;
  int minutes = 0;
  std::optional<DraftSession> was;       // where it is so far
  std::optional<std::size_t> published;  // of PlanRequest::published, where it is on record
  bool pinned = false;                   // it stays where it is, or has no place
  bool strange = false;                  // somebody in it is unknown: it cannot stay
};

class PlanModel {
 public:
  // @param open  when sessions that move may lie
  PlanModel(Workload& workload, std::vector<PlanHand> const& hands, PlanGrid const& grid, std::vector<PlanTask> tasks,
            std::vector<Slot> const& open);

  PlanGrid const& grid;
  std::vector<PlanTask> const tasks;
  engine::Problem problem;

  // Where the tasks are so far.
  [[nodiscard]] engine::Plan start() const;
  // A place in the words of drafts.
  [[nodiscard]] DraftSession session(std::size_t task, engine::Place const& place) const;
  // The same problem with rules left out, so that bounds are quick to find and true of the problem itself.
  [[nodiscard]] engine::Problem relaxed() const;

 private:
  void add_people(std::vector<PlanHand> const& hands);
  void add_task(PlanTask const& row, std::vector<PlanHand> const& hands, std::vector<Slot> const& open);
  void add_auditors(PlanTask const& row, std::vector<PlanHand> const& hands, engine::Task& task);
  void add_auditees(PlanTask const& row, engine::Task& task);
  [[nodiscard]] engine::Bits starts(PlanTask const& row, engine::Slot duration, std::vector<Slot> const& open) const;
  [[nodiscard]] engine::Place place(DraftSession const& session) const;
  [[nodiscard]] std::uint32_t skills(std::size_t person, std::size_t work) const;
  [[nodiscard]] int site(std::size_t work);
  [[nodiscard]] Days days_left(std::size_t person) const;
  // The row of Problem::windows for some days; -1 if those are all; nothing if there are none.
  [[nodiscard]] std::optional<int> window(Days const& days);

  Workload& workload_;
  std::unordered_map<Days, int> windows_;
  std::map<std::size_t, int> sites_;  // by work
  std::vector<Days> left_;            // by person: days that they may give
};

// The bit of whoever answers in a session of @p work.
[[nodiscard]] std::uint32_t answer_bit(Work const& work) noexcept;

}  // namespace v1
}  // namespace annexa
