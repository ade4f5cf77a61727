#pragma once
// The rules of plans, by what is broken.

#include <annexa/audit/plan_check.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

enum Broken : std::size_t {
  no_lead,
  member_twice,
  no_role,
  outside_team,
  led_by_expert,
  outside_days,
  backwards,
  too_long,
  foreign_session,
  key_twice,
  manages_isms,
  not_competent,
  double_booked,
  away,
  too_many_days,
  no_working_day,
  outside_hours,
  other_auditee,
  no_opening,
  no_closing,
  before_opening,
  after_closing,
  lead_missing,
  no_team_meeting,
  no_criteria,
  unit_uncovered,
  criterion_uncovered,
  number_of_rules,
};

// That a rule is broken, as its row says. @param person  whom it is about, or nothing.
[[nodiscard]] PlanViolation broken(Broken rule, std::string where, std::vector<Argument> args,
                                   std::string_view person = {});

}  // namespace detail
}  // namespace v1
}  // namespace annexa
