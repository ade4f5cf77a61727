#pragma once
// Turns a list of tasks into a plan: each at the earliest time at which a team is free.

#include <vector>

#include "matching.hpp"
#include "timetable.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

struct TaskList {
  std::vector<int> order;               // of tasks; those before a task are put before it
  std::vector<std::uint64_t> kept_out;  // by task: candidates that it does without, as bits; none beyond the 64th
  std::vector<std::int64_t> dearness;   // by person: how scarce what they know is
};

class ListPlan {
 public:
  // @param backward  plans from the end: what comes after a task comes before it.
  ListPlan(Problem const& problem, bool backward);

  // Makes the plan of @p list. False if it would be as long as @p limit or longer.
  [[nodiscard]] bool make(TaskList const& list, Slot limit);
  [[nodiscard]] Slot length() const noexcept { return length_; }
  [[nodiscard]] Slot start(int task) const noexcept { return starts_[static_cast<std::size_t>(task)]; }
  [[nodiscard]] Slot end(int task) const noexcept {
    return start(task) + problem_.tasks[static_cast<std::size_t>(task)].duration;
  }
  [[nodiscard]] Team const& team(int task) const noexcept { return teams_[static_cast<std::size_t>(task)]; }
  [[nodiscard]] std::vector<std::vector<int>> const& before() const noexcept { return before_; }
  [[nodiscard]] std::vector<std::vector<int>> const& after() const noexcept { return after_; }

 private:
  struct Free {
    std::size_t candidate;
    Slot start;
    std::int64_t dearness;
  };
  [[nodiscard]] bool add(TaskList const& list, int task, Slot limit);
  [[nodiscard]] bool add_one(TaskList const& list, int task, Slot from, Slot limit);
  [[nodiscard]] bool add_team(TaskList const& list, int task, Slot from, Slot limit);
  [[nodiscard]] bool team_at(Task const& task, int number, Slot start);
  void take(int task, Slot start);

  Problem const& problem_;
  std::vector<std::vector<int>> before_;
  std::vector<std::vector<int>> after_;
  std::vector<Bits> calendar_;
  std::vector<Bits> free_;
  std::vector<Slot> starts_;
  std::vector<Team> teams_;
  std::vector<Free> near_;
  Slot length_ = 0;
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
