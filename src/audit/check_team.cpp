// Whether a team can carry an audit out.
#include <annexa/audit/plan_check.hpp>

#include <algorithm>

#include "plan_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

class TeamCheck {
 public:
  TeamCheck(PlanRequest const& request, std::span<TeamMember const> team) : request_(request), team_(team) {}
  [[nodiscard]] std::vector<PlanViolation> run() {
    check_lead();
    for (std::size_t i = 0; i < team_.size(); ++i) check_member(i);
    return std::move(found_);
  }

 private:
  void add(Broken rule, std::string where, std::vector<Argument> args, std::string_view person = {}) {
    found_.push_back(detail::broken(rule, std::move(where), std::move(args), person));
  }
  void check_lead() {
    auto const leads = std::ranges::count(team_, TeamRole::lead, &TeamMember::role);
    if (leads != 1) add(no_lead, "/team", {{"audit", request_.audit.text()}, {"found", std::to_string(leads)}});
  }
  void check_member(std::size_t at) {
    auto const& member = team_[at];
    auto const place = "/team/" + std::to_string(at);
    for (std::size_t before = 0; before < at; ++before)
      if (team_[before].person == member.person)
        return add(member_twice, place, {{"person", member.person.text()}}, member.person.text());
    bool const lead = member.role == TeamRole::lead;
    if (!lead && member.role != TeamRole::auditor) return;
    if (!holds_throughout(member.person, lead))
      add(no_role, place,
          {{"person", member.person.text()},
           {"role", lead ? "lead auditor" : "auditor"},
           {"from", to_string(request_.from)},
           {"until", to_string(request_.until)}},
          member.person.text());
  }
  [[nodiscard]] bool holds_throughout(Key<"person"> const& person, bool lead) const {
    std::vector<RoleGrant const*> grants;
    for (auto const& grant : request_.roles)
      if (grant.person == person && (grant.role == Role::lead_auditor || (!lead && grant.role == Role::auditor)))
        grants.push_back(&grant);
    auto day = request_.from;
    while (day <= request_.until) {
      std::optional<Date> last;
      for (auto const* grant : grants)
        if (holds(*grant, day)) last = std::max(last.value_or(day), grant->until.value_or(request_.until));
      if (!last) return false;
      if (*last >= request_.until) break;
      day = last->plus_days(1);
    }
    return true;
  }

  PlanRequest const& request_;
  std::span<TeamMember const> team_;
  std::vector<PlanViolation> found_;
};

}  // namespace

std::vector<PlanViolation> check_team(PlanRequest const& request, std::span<TeamMember const> team) {
  return TeamCheck(request, team).run();
}

}  // namespace v1
}  // namespace annexa
