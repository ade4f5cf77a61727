#pragma once
// A season in numbers: half-days as slots, engagements as tasks, auditors as people, units and places as sites.

#include <annexa/audit/independence.hpp>
#include <annexa/audit/season_request.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/timetable.hpp"

namespace annexa {
inline namespace v1 {

// The half-days of the working days of a season.
class SeasonDays {
 public:
  explicit SeasonDays(SeasonRequest const& request);
  [[nodiscard]] engine::Slot slots() const noexcept { return static_cast<engine::Slot>(days_.size() * 2); }
  [[nodiscard]] HalfDay half_day(engine::Slot slot) const noexcept {
    return {days_[static_cast<std::size_t>(slot) / 2], slot % 2 == 0 ? DayPart::morning : DayPart::afternoon};
  }
  // The first half-day on or after @p day; slots() if there is none.
  [[nodiscard]] engine::Slot begin(Date day) const noexcept;
  // The first half-day after @p day.
  [[nodiscard]] engine::Slot end(Date day) const noexcept { return begin(day.plus_days(1)); }
  // The slot of a half-day, or -1 if nobody works then.
  [[nodiscard]] engine::Slot slot(HalfDay half) const noexcept;

 private:
  std::vector<Date> days_;
};

// What can be given up for a moment, to see whether it is what stands in the way.
enum class SeasonRule {
  sent,
  unit_closed,
  place_closed,
  independence,
  competence,
  lead,
  team_size,
  auditors_away,
  workload,
  window,
  none
};

struct SeasonModel {
  explicit SeasonModel(SeasonRequest const& request);

  SeasonRequest const& request;
  SeasonDays days;
  std::map<std::string_view, int> person_of;  // by key: which auditor
  std::map<std::string_view, int> engagement_of;
  engine::Problem problem;

  // One engagement alone, in an empty season or among what @p around holds, with a rule given up.
  [[nodiscard]] engine::Problem alone(std::size_t engagement, SeasonRule given_up,
                                      engine::Timetable const* around) const;
  // Whether it has a place then.
  [[nodiscard]] bool fits(std::size_t engagement, SeasonRule given_up, engine::Timetable const* around) const;
  [[nodiscard]] bool pinned(Engagement const& engagement) const;

 private:
  void add_people();
  void add_sites();
  void add_task(Engagement const& engagement);
  void close();
  [[nodiscard]] engine::Bits window(Engagement const& engagement) const;
  [[nodiscard]] std::vector<engine::Candidate> candidates(Engagement const& engagement, SeasonRule given_up) const;
  [[nodiscard]] bool independent(std::size_t auditor, Engagement const& engagement) const;

  Independence independence_;
  std::vector<Person const*> records_;  // by auditor
  std::map<std::string_view, int> site_of_unit_;
  std::map<std::string_view, int> site_of_place_;
  std::int64_t fair_ = 0;
};

}  // namespace v1
}  // namespace annexa
