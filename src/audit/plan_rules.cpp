#include "plan_rules.hpp"

#include <array>
#include <utility>

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

using enum DutyBasis;
using enum DutyEffect;

// In the order of Broken.
constexpr auto plan_rule_table = std::to_array<DutyRule>({
    {{"S06", "The team of {audit} needs exactly one lead auditor; found {found}.", "duty S06"}, guidance, deny, false},
    {{"audit.team-twice", "{person} stands in the team twice.", "ISO 19011"}, guidance, deny, false},
    {{"audit.role", "{person} is not {role} on every day from {from} to {until}.", "5.3; ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.session-team", "{person} is in session {session} and not in the team of the audit.", "ISO 19011"},
     guidance,
     deny,
     false},
    {{"S06", "{person} leads session {session} as {role}; only auditors audit alone.", "duty S06"},
     guidance,
     deny,
     true},
    {{"audit.session-time", "Session {session} is not within the days of the audit ({from} to {until}).", "ISO 19011"},
     guidance,
     deny,
     false},
    {{"audit.session-time", "Session {session} ends before it begins.", "ISO 19011"}, guidance, deny, false},
    {{"audit.session-length", "Session {session} lasts {found} minutes; {most} at most are wanted.", "practice"},
     practice,
     warn,
     true},
    {{"audit.session-key", "Session {session} belongs to another audit.", ""}, guidance, deny, false},
    {{"audit.session-twice", "Session {session} stands there twice.", ""}, guidance, deny, false},
    {{"S03", "{person} manages the ISMS or directs the organisation, and audits its management in session {session}.",
      "duty S03"},
     guidance,
     warn,
     true},
    {{"S07", "Nobody in session {session} knows {competence}, which {unit} asks for.", "7.2; ISO 19011, competence"},
     required,
     deny,
     false},
    {{"audit.double-booking", "{person} is in session {session} while taken by {other}.", "ISO 19011"},
     guidance,
     deny,
     true},
    {{"audit.absence", "{person} is away on {day}, the day of session {session}.", "ISO 19011"}, guidance, deny, true},
    {{"audit.days-per-year", "{person} audits on {found} days of {year}; {most} were agreed.", "practice"},
     practice,
     warn,
     true},
    {{"audit.working-day", "{day}, the day of session {session}, is no working day of {whose}.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.working-hours", "Session {session} is outside the hours of work.", "ISO 19011"}, practice, warn, true},
    {{"audit.auditee", "{person} answers in session {session} and has no function in {unit}.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.opening", "The plan has {found} opening meetings; it needs one.", "ISO 19011"}, practice, warn, true},
    {{"audit.closing", "The plan has {found} closing meetings; it needs one.", "ISO 19011"}, practice, warn, true},
    {{"audit.opening", "Session {session} begins before the opening meeting is over.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.closing", "Session {session} ends after the closing meeting has begun.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.meeting-lead", "{person}, the lead auditor, does not lead meeting {session}.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.team-meeting", "On {day} several people audit and the team does not meet.", "ISO 19011"},
     practice,
     warn,
     true},
    {{"audit.criteria", "An audit needs criteria: name what it audits against.", "9.2.2 a"}, required, deny, false},
    {{"audit.unit-uncovered", "{unit} gets {found} minutes of the {wanted} that it needs.", "9.2.2"},
     practice,
     warn,
     true},
    {{"audit.criterion-uncovered", "{criterion} is among the criteria of the audit and in none of its sessions.",
      "9.2.2 a"},
     practice,
     warn,
     true},
});
static_assert(plan_rule_table.size() == number_of_rules);

}  // namespace

PlanViolation broken(Broken rule, std::string where, std::vector<Argument> args, std::string_view person) {
  auto const& row = plan_rule_table[rule];
  return {&row.rule, row.basis, row.effect, row.waivable, std::move(where), std::move(args), std::string(person)};
}

}  // namespace detail

std::span<DutyRule const> plan_rules() noexcept { return detail::plan_rule_table; }

}  // namespace v1
}  // namespace annexa
