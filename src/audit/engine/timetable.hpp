#pragma once
// Who and what is taken when, and what the plan so far is worth.

#include <algorithm>
#include <optional>
#include <vector>

#include "levels.hpp"
#include "problem.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

inline constexpr std::int64_t changed_session = 1000;  // against what was published: a session that is not as it was
inline constexpr std::int64_t changed_time = 100;      // and is at another time; one more for each person who is new

using Plan = std::vector<std::optional<Place>>;  // by task

class Timetable {
 public:
  explicit Timetable(Problem const& problem);

  [[nodiscard]] Problem const& problem() const noexcept { return problem_; }
  [[nodiscard]] Plan const& plan() const noexcept { return plan_; }
  [[nodiscard]] Levels const& levels() const noexcept { return levels_; }
  [[nodiscard]] Bits const& free(int person) const noexcept { return free_[at(person)]; }
  [[nodiscard]] Bits const& open(int site) const noexcept { return open_[at(site)]; }
  [[nodiscard]] bool placed(int task) const noexcept { return plan_[at(task)].has_value(); }
  [[nodiscard]] std::int64_t load(int person) const noexcept { return load_[at(person)]; }
  // How much @p person may still work in a period. @pre there are limits
  [[nodiscard]] Slot left(int person, int period) const noexcept {
    return problem_.people[at(person)].limits[at(period)] - taken_[at(person) * at(problem_.periods) + at(period)];
  }
  // First slot of a period and the first after it.
  [[nodiscard]] std::pair<Slot, Slot> span(int period) const noexcept { return spans_[at(period)]; }
  [[nodiscard]] std::vector<int> const& after(int task) const noexcept { return after_[at(task)]; }

  // False if the work of @p person would exceed a limit of a period.
  [[nodiscard]] bool within_limits(int person, Slot start, Slot duration) const noexcept;
  // True if nothing that is placed and no calendar stands against it.
  [[nodiscard]] bool possible(int task, Place const& place) const noexcept;
  // What @p place would add to the levels; a lead that was not is no change of people.
  [[nodiscard]] Levels worth(int task, Place const& place) const noexcept;
  // What is lost while @p task has no place.
  [[nodiscard]] Levels missing(int task) const noexcept;
  // How many slots more than their share @p person would carry with @p duration more.
  [[nodiscard]] std::int64_t overload(int person, Slot duration) const noexcept {
    auto const fair = problem_.people[at(person)].fair;
    return fair < 0 ? 0 : std::max<std::int64_t>(0, load(person) + duration - std::max(fair, load(person)));
  }
  // First and last start that the tasks before and after allow; none if one before has no place.
  [[nodiscard]] std::optional<std::pair<Slot, Slot>> between(int task) const noexcept;

  void place(int task, Place const& place) noexcept;
  void remove(int task) noexcept;

 private:
  // @pre the team serves the task
  [[nodiscard]] bool in_windows(Task const& task, Place const& place) const noexcept;
  [[nodiscard]] static std::size_t at(int i) noexcept { return static_cast<std::size_t>(i); }
  void count(int task, Place const& place, int sign) noexcept;

  Problem const& problem_;
  Plan plan_;
  Levels levels_;
  std::vector<Bits> free_;                    // by person
  std::vector<Bits> open_;                    // by site
  std::vector<std::vector<int>> used_;        // by site with more than one place, and slot
  std::vector<Slot> taken_;                   // by person and period
  std::vector<std::int64_t> load_;            // by person
  std::vector<std::pair<Slot, Slot>> spans_;  // by period
  std::vector<std::vector<int>> after_;       // by task
};

// True if the people of @p team may do the task, cover what it needs and have a lead. Counted skills are not counted.
[[nodiscard]] bool serves(Task const& task, Team const& team) noexcept;

// What a place of a task adds to the changes against what was published.
[[nodiscard]] std::int64_t change_of(Task const& task, Place const& place) noexcept;

}  // namespace engine
}  // namespace v1
}  // namespace annexa
