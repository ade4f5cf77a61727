#pragma once
// What programmes in force promise, and what has become of it by a day. The one place that says what settles a visit.

#include <annexa/command/state.hpp>

#include <map>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

// True of an audit that is under way, or planned and not over by @p today.
[[nodiscard]] bool is_ahead(Audit const& audit, Date today) noexcept;
// True of an audit whose result is known.
[[nodiscard]] bool is_carried_out(Audit const& audit) noexcept;
// The audit of that key, if it is ahead or carried out: what becomes of the entry is known there. One whose plan has
// lapsed or that was cancelled is none.
[[nodiscard]] Audit const* live_audit(State const& state, std::string_view key, Date today);

// A unit, requirement or control that an entry of a programme in force has, and that no audit has carried out or is
// about to.
template <class Subject>
struct Promised {
  Subject subject;
  Date month;  // first day of that of the entry
};

// What was visited and assessed, by a day.
class Fulfilment {
 public:
  Fulfilment(State const& state, Date today);

  // By month, each at most once for each entry.
  [[nodiscard]] std::vector<Promised<Key<"unit">>> units(Programme const& programme) const;
  [[nodiscard]] std::vector<Promised<Criterion>> criteria(Programme const& programme) const;
  // True if the month is over: what was planned then and not carried out is owed.
  [[nodiscard]] bool is_over(Date month) const;

 private:
  State const& state_;
  Date today_;
  std::map<Key<"unit">, Date> visited_;  // end of the last audit that was carried out
  std::map<Criterion, Date> assessed_;   // last
};

}  // namespace v1
}  // namespace annexa
