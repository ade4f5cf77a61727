#include "permissions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "nonconformity_step.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Standings one_of(std::initializer_list<Standing> some) {
  Standings all = 0;
  for (auto const one : some) all = static_cast<Standings>(all | static_cast<Standings>(one));
  return all;
}

// What is held by role, or by everybody: no record is needed to tell.
constexpr Standings by_role = one_of(
    {Standing::top_management, Standing::isms_manager, Standing::programme_manager, Standing::anyone, Standing::tool});

constexpr bool has(Standings some, Standing one) { return (some & static_cast<Standings>(one)) != 0; }

constexpr auto permission_rows = [] {
  using enum Standing;
  return std::to_array<Permission>({
      {"action.block", one_of({action_owner, process_owner})},
      {"action.cancel", one_of({action_owner, process_owner})},
      {"action.complete", one_of({action_owner, process_owner})},
      {"action.start", one_of({action_owner, process_owner})},
      {"action.unblock", one_of({action_owner, process_owner})},
      {"applicability.decide", one_of({isms_manager, responsible, unit_owner, tool})},
      {"asset.add", one_of({top_management, isms_manager, programme_manager, tool})},
      {"asset.change", one_of({top_management, isms_manager, programme_manager, tool})},
      {"asset.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"audit.answer-objection", one_of({lead, programme_manager})},
      {"audit.answer-request", one_of({self, unit_owner, isms_manager})},
      {"audit.approve-plan", one_of({programme_manager, isms_manager, top_management})},
      {"audit.assess", one_of({auditor})},
      {"audit.cancel", one_of({lead, programme_manager, isms_manager})},
      {"audit.close-request", one_of({auditor})},
      {"audit.conclude", one_of({lead})},
      {"audit.draw-sample", one_of({auditor})},
      {"audit.evaluate-sample", one_of({auditor})},
      {"audit.follow-up", one_of({auditor})},
      {"audit.hold-meeting", one_of({auditor})},
      {"audit.issue-report", one_of({lead})},
      {"audit.object", one_of({anyone})},
      {"audit.open", one_of({lead})},
      {"audit.plan", one_of({lead, programme_manager, isms_manager})},
      {"audit.prepare-paper", one_of({auditor})},
      {"audit.record-evidence", one_of({auditor, reporter, process_owner, action_owner, verifier})},
      {"audit.record-interview", one_of({auditor})},
      {"audit.request-document", one_of({auditor})},
      {"audit.reuse-evidence", one_of({auditor})},
      {"audit.review-paper", one_of({auditor})},
      {"audit.send-plan", one_of({lead, programme_manager, isms_manager})},
      {"audit.transfer-evidence",
       one_of({auditor, reporter, process_owner, action_owner, verifier, isms_manager, programme_manager})},
      {"catalog.adopt", one_of({isms_manager, top_management, programme_manager, tool})},
      {"change.record", one_of({top_management, isms_manager, programme_manager, tool})},
      {"change.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"change.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"checklist-template.define", one_of({programme_manager, isms_manager, lead, tool})},
      {"context-issue.record", one_of({top_management, isms_manager, programme_manager, tool})},
      {"context-issue.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"context-issue.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"deadline.check", one_of({isms_manager, programme_manager, tool})},
      {"document.add", one_of({top_management, isms_manager, programme_manager, tool})},
      {"document.change", one_of({top_management, isms_manager, programme_manager, tool})},
      {"document.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"duty.configure", one_of({top_management, isms_manager})},
      {"feedback.record", one_of({anyone, tool})},
      {"feedback.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"feedback.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"finding.accept-opportunity", one_of({unit_owner, isms_manager})},
      {"finding.decline-opportunity", one_of({unit_owner, isms_manager})},
      {"finding.grade", one_of({auditor})},
      {"finding.raise", one_of({auditor})},
      {"finding.translate", one_of({auditor})},
      {"finding.withdraw", one_of({lead})},
      {"grading-scale.define", one_of({programme_manager, isms_manager, top_management, tool})},
      {"incident.close", one_of({top_management, isms_manager, tool})},
      {"incident.record", one_of({anyone, tool})},
      {"incident.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"incident.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"interested-party.record", one_of({top_management, isms_manager, programme_manager, tool})},
      {"interested-party.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"interested-party.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"key.rotate", one_of({top_management, isms_manager, tool})},
      {"lifecycle.configure", one_of({top_management, isms_manager})},
      {"management-review.approve", one_of({top_management})},
      {"management-review.close", one_of({top_management, isms_manager})},
      {"management-review.complete-decision", one_of({top_management, isms_manager, self})},
      {"management-review.decide", one_of({top_management, isms_manager})},
      {"management-review.hold", one_of({top_management, isms_manager})},
      {"maturity.rate", one_of({isms_manager, programme_manager, lead, unit_owner})},
      {"measurement.add-value", one_of({anyone, tool})},
      {"measurement.record", one_of({top_management, isms_manager, programme_manager, tool})},
      {"measurement.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"measurement.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"nonconformity.import", one_of({isms_manager, programme_manager, tool})},
      {"objective.record", one_of({top_management, isms_manager, programme_manager, tool})},
      {"objective.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"objective.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"obligation.record", one_of({top_management, isms_manager, programme_manager, tool})},
      {"obligation.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"obligation.update", one_of({top_management, isms_manager, programme_manager, tool})},
      {"organization.describe", one_of({top_management, isms_manager, tool})},
      {"person.add", one_of({top_management, isms_manager, programme_manager, tool})},
      {"person.change", one_of({top_management, isms_manager, programme_manager, tool})},
      {"person.record-absence", one_of({top_management, isms_manager, programme_manager, self, tool})},
      {"person.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"personal-data.erase", one_of({top_management, isms_manager})},
      {"programme.amend", one_of({top_management, isms_manager, programme_manager, tool})},
      {"programme.approve", one_of({top_management, isms_manager})},
      {"programme.propose", one_of({top_management, isms_manager, programme_manager, tool})},
      {"risk-method.adopt", one_of({top_management, isms_manager, tool})},
      {"risk.accept", one_of({anyone})},
      {"risk.assess", one_of({risk_owner, isms_manager, tool})},
      {"risk.change", one_of({risk_owner, isms_manager, tool})},
      {"risk.close", one_of({risk_owner, isms_manager, tool})},
      {"risk.decide-effect", one_of({anyone})},
      {"risk.identify", one_of({anyone, tool})},
      {"risk.propose-effect", one_of({anyone})},
      {"risk.revoke-acceptance", one_of({risk_owner, isms_manager})},
      {"risk.treat", one_of({risk_owner, isms_manager, tool})},
      {"role.grant", one_of({top_management, isms_manager, tool})},
      {"role.revoke", one_of({top_management, isms_manager, tool})},
      {"scope.define", one_of({top_management, isms_manager, tool})},
      {"soa.approve", one_of({top_management, isms_manager})},
      {"soa.migrate", one_of({isms_manager, tool})},
      {"treatment.approve", one_of({anyone})},
      {"treatment.progress", one_of({risk_owner, measure_owner, isms_manager, tool})},
      {"unit.add", one_of({top_management, isms_manager, programme_manager, tool})},
      {"unit.change", one_of({top_management, isms_manager, programme_manager, tool})},
      {"unit.retire", one_of({top_management, isms_manager, programme_manager, tool})},
      {"waiver.record", one_of({top_management, isms_manager, programme_manager, tool})},
  });
}();

// How each is called in a refusal; the tool is never what somebody is told to be.
constexpr std::pair<Standing, std::string_view> standing_names[] = {
    {Standing::top_management, "top management"},
    {Standing::isms_manager, "the ISMS manager"},
    {Standing::programme_manager, "the programme manager"},
    {Standing::lead, "the lead auditor"},
    {Standing::auditor, "an auditor of the audit"},
    {Standing::unit_owner, "the owner of the unit"},
    {Standing::responsible, "who sees to the control"},
    {Standing::risk_owner, "the owner of the risk"},
    {Standing::measure_owner, "the owner of the measure"},
    {Standing::process_owner, "the process owner"},
    {Standing::action_owner, "the owner of the action"},
    {Standing::reporter, "who raised it"},
    {Standing::verifier, "its verifier"},
    {Standing::self, "the person it is about"},
    {Standing::anyone, "a person of this workspace"},
};

std::string wanted(Standings some) {
  std::string text;
  for (auto const& [standing, name] : standing_names)
    if (has(some, standing)) text += (text.empty() ? "" : " or ") + std::string(name);
  return text;
}

bool is_in_team(Audit const& audit, std::string_view person, bool lead_only) {
  return std::ranges::any_of(audit.team, [&](TeamMember const& member) {
    return member.person == person &&
           (member.role == TeamRole::lead || (!lead_only && member.role == TeamRole::auditor));
  });
}

bool owns(Unit const& unit, std::string_view person) { return unit.owner && *unit.owner == person; }

// True if the person owns a unit that carries the control.
bool owns_carrier(State const& state, Criterion const& control, std::string_view person) {
  bool found = false;
  state.for_each<Unit>([&](Unit const& unit) {
    found = found || (owns(unit, person) && std::ranges::find(unit.criteria, control) != unit.criteria.end());
  });
  return found;
}

// In a command about one action its owner counts, and no owner of another one.
Standings standings_of_nonconformity(Transaction const& transaction, Nonconformity const& nonconformity,
                                     bool about_one_action) {
  static constexpr std::pair<Capacity, Standing> pairs[] = {{Capacity::process_owner, Standing::process_owner},
                                                            {Capacity::action_owner, Standing::action_owner},
                                                            {Capacity::verifier, Standing::verifier}};
  auto const held =
      situation_of(transaction.state(), nonconformity, transaction.actor(), transaction.today()).capacities;
  Standings some = nonconformity.raised_by == transaction.actor() ? one_of({Standing::reporter}) : Standings{0};
  for (auto const& [capacity, standing] : pairs)
    if (has(held, capacity) && !(about_one_action && standing == Standing::action_owner))
      some = static_cast<Standings>(some | static_cast<Standings>(standing));
  return some;
}

Standings standings(Transaction const& transaction, Concerned const& about) {
  auto const& state = transaction.state();
  auto const& actor = transaction.actor();
  std::pair<Standing, bool> const held[] = {
      {Standing::top_management, transaction.actor_has(Role::top_management)},
      {Standing::isms_manager, transaction.actor_has(Role::isms_manager)},
      {Standing::programme_manager, transaction.actor_has(Role::programme_manager)},
      {Standing::lead, about.audit ? is_in_team(*about.audit, actor, true) : transaction.actor_has(Role::lead_auditor)},
      {Standing::auditor, about.audit && is_in_team(*about.audit, actor, false)},
      {Standing::unit_owner,
       (about.unit && owns(*about.unit, actor)) || (about.control && owns_carrier(state, *about.control, actor))},
      {Standing::responsible, about.row && about.row->responsible && *about.row->responsible == actor},
      {Standing::risk_owner, about.risk && about.risk->owner && *about.risk->owner == actor},
      {Standing::measure_owner, about.measure && about.measure->owner && *about.measure->owner == actor},
      {Standing::action_owner, about.action && about.action->owner == actor},
      {Standing::self, about.person && about.person->key == actor},
      {Standing::anyone, true},
  };
  Standings some = about.nonconformity
                       ? standings_of_nonconformity(transaction, *about.nonconformity, about.action != nullptr)
                       : Standings{0};
  for (auto const& [standing, holds] : held)
    if (holds) some = static_cast<Standings>(some | static_cast<Standings>(standing));
  return some;
}

// Until it is on record who manages the ISMS nobody can be asked for it: whoever begins sets the workspace up. That a
// grant ended, or has not begun on the day that a command names, opens nothing again.
bool is_being_set_up(State const& state) {
  bool managed = false;
  state.for_each<RoleGrant>([&](RoleGrant const& grant) { managed = managed || grant.role == Role::isms_manager; });
  return !managed;
}

Permission const* row_of(std::string_view command) {
  auto const row = std::ranges::find(permission_rows, command, &Permission::command);
  return row == permission_rows.end() ? nullptr : &*row;
}

}  // namespace

std::span<Permission const> permissions() noexcept { return permission_rows; }

bool check_permission(Transaction& transaction, Concerned const& about) {
  auto const* row = row_of(transaction.command());
  if (!row) return true;
  if (has(row->who, Standing::tool) && (transaction.actor() == tool_actor || is_being_set_up(transaction.state())))
    return true;
  if (!transaction.acting_person()) return false;
  if ((standings(transaction, about) & row->who) != 0) return true;
  transaction.refuse(command_rules::not_allowed, "/actor",
                     {{"actor", transaction.actor()}, {"wanted", wanted(row->who)}});
  return false;
}

bool check_roles(Transaction& transaction) {
  auto const* row = row_of(transaction.command());
  return !row || (row->who & ~by_role) != 0 || check_permission(transaction, {});
}

}  // namespace v1
}  // namespace annexa
