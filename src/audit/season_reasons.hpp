#pragma once
// Why an engagement has no place, and why another is where it is.

#include <array>

#include "season_model.hpp"
#include "season_words.hpp"

namespace annexa {
inline namespace v1 {

// The levels in their order, as SeasonLevel::level names them.
inline constexpr std::array season_levels{"left-out", "lateness", "changes", "expense", "balance"};

class SeasonReasons {
 public:
  SeasonReasons(SeasonModel const& model, engine::Timetable& timetable);

  [[nodiscard]] UnplacedEngagement why_not(std::size_t engagement) const;
  [[nodiscard]] PlacedEngagement placed(std::size_t engagement);
  // True if what was published of it could not stay even if nothing else were planned.
  [[nodiscard]] bool must_change(std::size_t engagement) const;

 private:
  [[nodiscard]] std::vector<Argument> arguments(std::size_t engagement) const;
  [[nodiscard]] bool waits_in_vain(std::size_t engagement) const;
  [[nodiscard]] bool count_half_days(UnplacedEngagement& told) const;
  void count_span(Date from, Date until, std::string const& competence, std::int64_t& need, std::int64_t& have) const;
  [[nodiscard]] std::vector<Key<"person">> keys(engine::Team const& team) const;
  [[nodiscard]] std::string names(engine::Team const& team) const;
  [[nodiscard]] std::optional<SeasonAlternative> alternative(std::size_t engagement);
  void say_why(std::size_t engagement, PlacedEngagement& told) const;

  SeasonModel const& model_;
  engine::Timetable& timetable_;
  engine::Timetable empty_;
  engine::Weights weights_;
  SeasonWords words_;
};

}  // namespace v1
}  // namespace annexa
