#pragma once
/// @file
/// Does a plan keep the rules? Asked of plans that were proposed and of those that people wrote.

#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>
#include <annexa/duty/rule.hpp>

#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A rule that a plan breaks.
struct PlanViolation {
  Rule const* rule;            ///< Its message; Rule::id is the stable name.
  DutyEffect effect;           ///< What follows from it: deny for a plan that must not be so, warn for practice.
  bool waivable;               ///< True if a recorded reason can set it aside.
  std::string where;           ///< JSON Pointer into the plan: "/team/1", "/sessions/0/lead".
  std::vector<Argument> args;  ///< The arguments of the message.
  std::string person;          ///< Key of the person it is about, or empty.
  /// As every refusal is told.
  [[nodiscard]] Violation told() const { return violation(*rule, where, args); }
};

/// The rules of plans, apart from those on independence (independence_grounds). Several may share a name.
[[nodiscard]] std::span<DutyRule const> plan_rules() noexcept;

/// What is wrong with @p team as the team of the audit that @p request describes: not one lead, somebody twice,
/// somebody without the role.
[[nodiscard]] std::vector<PlanViolation> check_team(PlanRequest const& request, std::span<TeamMember const> team);

/// Checks a plan against every rule: independence, competence, calendars, hours, double booking, order of meetings,
/// coverage of units and criteria. Written apart from propose_plan(): the two share the records and the rules on
/// independence, no more.
/// @param request   what the plan was to be made from; its `team` is not looked at.
/// @param unplaced  what the plan says it left out; that is not reported again.
/// @return every violation, team first, then by session, then of the whole; empty for a good plan. @pre check_request()
/// found
///         nothing.
/// @par Cost
/// n log n in the number of sessions and bookings.
[[nodiscard]] std::vector<PlanViolation> check_plan(PlanRequest const& request, std::span<TeamMember const> team,
                                                    std::span<Session const> sessions,
                                                    std::span<Unplaced const> unplaced = {});

}  // namespace v1
}  // namespace annexa
