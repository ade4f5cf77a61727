#pragma once
// The people of a plan: who is there on which day, in which role, and who knows what.

#include <annexa/audit/plan_request.hpp>
#include <bitset>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

// Days of a plan's window, counted from its first.
constexpr std::size_t most_days = 367;
using Days = std::bitset<most_days>;

class Roster {
 public:
  explicit Roster(PlanRequest const& request);

  [[nodiscard]] std::size_t size() const noexcept { return people_.size(); }
  [[nodiscard]] Key<"person"> const& key(std::size_t person) const { return request_.people[person].key; }
  [[nodiscard]] Person const& record(std::size_t person) const { return request_.people[person]; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;

  // Days on which somebody is neither away nor gone.
  [[nodiscard]] Days const& there(std::size_t person) const { return people_[person].there; }
  // Days on which somebody holds the role.
  [[nodiscard]] Days in_role(std::size_t person, Role role) const;
  // True if somebody holds the role on every day of the window.
  [[nodiscard]] bool holds(std::size_t person, Role role) const { return in_role(person, role).count() == window_; }
  // Everybody who holds the role on every day of the window, least loaded first, then by key.
  [[nodiscard]] std::vector<std::size_t> holders(Role role) const;
  // Minutes for which somebody is booked already.
  [[nodiscard]] std::int64_t load(std::size_t person) const { return people_[person].load; }
  // Least loaded first, then by key.
  [[nodiscard]] bool before(std::size_t a, std::size_t b) const;

  // The competence of that name, or nothing if nobody has it.
  [[nodiscard]] std::optional<int> competence(std::string_view name) const;
  [[nodiscard]] bool knows(std::size_t person, int competence) const;

  // Days of the year of @p day on which somebody audits by other plans.
  [[nodiscard]] std::vector<Date> const& days_booked(std::size_t person) const { return people_[person].booked; }

 private:
  struct Entry {
    Days there;
    std::vector<Days> roles;       // by Role
    std::vector<int> competences;  // sorted
    std::vector<Date> booked;      // sorted, each once
    std::int64_t load = 0;
  };
  void note_presence(std::size_t person);
  void note_competences(std::size_t person);
  void note_roles();
  void note_bookings();
  [[nodiscard]] Days days(Date from, Date until) const;

  PlanRequest const& request_;
  std::map<std::string_view, std::size_t> by_key_;
  std::map<std::string_view, int> competences_;
  std::vector<Entry> people_;
  std::size_t window_;  // number of days
};

}  // namespace v1
}  // namespace annexa
