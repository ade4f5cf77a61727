#pragma once
// The search for better places of audit sessions, what it found, and how much better a plan could be.

#include <annexa/audit/propose_plan.hpp>

#include "engine/alternative.hpp"
#include "engine/search.hpp"
#include "plan_model.hpp"
#include "plan_words.hpp"

namespace annexa {
inline namespace v1 {

class PlanSearch {
 public:
  PlanSearch(PlanModel const& model, PlanParameters const& parameters);

  // From where the tasks are so far.
  void run(PlanProgress const& progress);
  // What was moved stands as early as it can, and who came along and is free comes along again.
  void settle();

  [[nodiscard]] engine::Timetable const& table() const noexcept { return table_; }
  [[nodiscard]] std::optional<DraftSession> session(std::size_t task) const;
  // True if a task on record is where it was, with the same people.
  [[nodiscard]] bool stays(std::size_t task) const;
  // True if a task on record could not stay even if nothing else were to be placed.
  [[nodiscard]] bool must_change(std::size_t task) const;
  [[nodiscard]] std::optional<NextBest> next_best(std::size_t task);
  // The five levels, with a bound for each.
  [[nodiscard]] std::vector<SeasonLevel> levels() const;
  [[nodiscard]] std::int64_t rounds() const noexcept { return rounds_; }
  [[nodiscard]] bool stopped() const noexcept { return stopped_; }

 private:
  [[nodiscard]] std::int64_t size() const;
  [[nodiscard]] std::int64_t least(engine::Level level) const;
  void accompany(std::size_t task);

  PlanModel const& model_;
  PlanParameters const& parameters_;
  engine::Weights weights_;
  engine::Timetable table_;
  engine::Timetable empty_;
  std::int64_t rounds_ = 0;
  bool stopped_ = false;
};

}  // namespace v1
}  // namespace annexa
