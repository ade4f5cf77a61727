// Commands about the plans of audits.
#include <algorithm>
#include <annexa/audit/plan_check.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/planning.hpp>
#include <array>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr Rule no_template{"checklist.template", "There is no checklist template \"{name}\"; define it first.",
                           "ISO 19011"};
constexpr Rule open_objection{"plan.objection", "Objection {number} of {person} to the plan has not been answered.",
                              "ISO 19011, audit planning"};
constexpr Rule no_sessions{"audit.no-sessions", "{audit} has no sessions yet; there is nothing to approve.", "9.2.2"};

// ---- Plan

// Says what check_plan() and check_team() find: what must not be refuses, what guidance asks for may be set aside,
// other guidance warns. How a plan is laid out is practice, which whoever writes a plan by hand may see otherwise.
void say(Transaction& transaction, std::vector<PlanViolation> const& violations) {
  for (auto const& each : violations) {
    if (each.basis == DutyBasis::practice) continue;
    auto const effect = effect_of(transaction.state(), each.rule->id, each.effect);
    if (effect == DutyEffect::deny && !each.waivable)
      transaction.refuse(*each.rule, each.where, each.args);
    else
      transaction.weigh(*each.rule, each.where, each.args, each.person, effect, each.waivable);
  }
}

Audit audit_from(command::PlanAudit const& body, Key<"audit"> key) {
  Audit audit;
  audit.key = std::move(key);
  audit.title = body.title;
  audit.kind = body.kind;
  audit.programme = body.programme;
  audit.objectives = body.objectives;
  audit.scope = body.scope;
  audit.units = body.units;
  audit.criteria = body.criteria;
  audit.client = body.client.value_or("");
  audit.team = body.team;
  audit.from = body.from;
  audit.until = body.until;
  audit.methods = body.methods;
  audit.language = body.language.value_or("");
  audit.independence = body.independence.value_or("");
  audit.distribution = body.distribution;
  audit.confidentiality = body.confidentiality.value_or("");
  audit.templates = body.templates;
  audit.scale = body.scale;
  return audit;
}

// What an earlier plan had and this one has not stays on record as cancelled, so that invitations can be taken back.
void cancel_sessions(Transaction& transaction, Key<"audit"> const& audit, std::vector<Session> const& kept) {
  std::vector<Session> dropped;
  for (auto const* session : plan_of(transaction.state(), audit))
    if (std::ranges::find(kept, session->key, &Session::key) == kept.end()) dropped.push_back(*session);
  for (auto& session : dropped) {
    session.cancelled = true;
    session.sequence = session.sequence.value_or(0) + 1;
    transaction.put(std::move(session));
  }
}

// What calendars know of a session stays on record; its sequence rises where they have to be told of a change.
Session carried_on(State const& state, Session session) {
  auto const* before = state.find(session.key);
  session.sent = before ? before->sent : std::nullopt;
  session.sequence = before ? before->sequence : std::nullopt;
  if (before && concerns_calendars(*before, session)) session.sequence = before->sequence.value_or(0) + 1;
  return session;
}

// A plan may come in two steps: the audit and its team first, the sessions later.
void check_written_plan(Transaction& transaction, Key<"audit"> const& key, command::PlanAudit const& body) {
  auto const request = plan_request(transaction.state(), key, body);
  Error errors(ErrorKind::rule);
  check_request(request, errors);
  if (!errors.empty()) return transaction.refuse(errors);
  auto const violations =
      body.sessions.empty() ? check_team(request, body.team) : check_plan(request, body.team, body.sessions);
  say(transaction, violations);
  bool const own = std::ranges::any_of(
      violations, [](PlanViolation const& each) { return std::string_view(each.rule->id) == "S01"; });
  for (std::size_t i = 0; own && i < body.units.size(); ++i)
    if (auto const* unit = transaction.state().find(body.units[i]))
      check_somebody_can(transaction, *unit, "/units/" + std::to_string(i));
}

// A session that another audit has under the same key would be taken from it.
void check_session_keys(Transaction& transaction, Key<"audit"> const& audit, std::vector<Session> const& sessions) {
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    auto const* other = transaction.state().find(sessions[i].key);
    if (other && other->audit != audit)
      transaction.refuse(command_rules::duplicate, "/sessions/" + std::to_string(i) + "/key",
                         {{"noun", "session"}, {"key", sessions[i].key.text()}});
  }
}

// A plan that was sent or approved changes for a reason, and that goes on record; it has to be approved again.
void note_change(Transaction& transaction, command::PlanAudit const& body, Audit& audit) {
  bool const sent = std::ranges::any_of(audit.plan_events, [](PlanEvent const& each) {
    return each.kind == PlanEventKind::sent || each.kind == PlanEventKind::approved;
  });
  auto const* person = sent ? transaction.acting_person() : nullptr;
  if (!person) return;
  auto const reason = body.change_reason.value_or("");
  if (trimmed(reason).empty())
    transaction.refuse(command_rules::reason_missing, "/change_reason", {{"member", "change_reason"}});
  audit.plan_events.push_back({PlanEventKind::changed, transaction.at(), person->key, {}, {}, {}, reason});
}

void check_templates(Transaction& transaction, std::vector<std::string> const& templates) {
  for (std::size_t i = 0; i < templates.size(); ++i)
    if (!newest_template(transaction.state(), templates[i]))
      transaction.refuse(no_template, "/templates/" + std::to_string(i), {{"name", templates[i]}});
}

void plan(Transaction& transaction, command::PlanAudit const& body) {
  auto const year = to_string(body.from).substr(0, 4) + '-';
  auto const key = body.audit.value_or(transaction.allocate<"audit">(year));
  auto const* before = transaction.state().find(key);
  if (before && before->state != AuditState::planned && before->state != AuditState::approved)
    return transaction.refuse(
        command_rules::wrong_state, "/audit",
        {{"key", key.text()}, {"state", to_string(before->state)}, {"wanted", "a planned or approved audit"}});
  // Who is to lead it by this plan may take it over from who led it by the last.
  bool const takes_over = std::ranges::any_of(body.team, [&](TeamMember const& member) {
    return member.role == TeamRole::lead && member.person == transaction.actor();
  });
  check_permission(transaction, {.audit = takes_over ? nullptr : before});
  check_criteria(transaction, body.criteria, "/criteria");
  check_written_plan(transaction, key, body);
  check_session_keys(transaction, key, body.sessions);
  check_templates(transaction, body.templates);
  auto audit = audit_from(body, key);
  if (before) audit.plan_events = before->plan_events;
  note_change(transaction, body, audit);
  transaction.put(std::move(audit));
  cancel_sessions(transaction, key, body.sessions);
  for (auto const& session : body.sessions) transaction.put(carried_on(transaction.state(), session));
}

// True if a reason is on record for which the rule was set aside when the audit was planned.
bool was_set_aside(State const& state, Key<"audit"> const& audit, std::string_view rule) {
  bool found = false;
  state.for_each<Override>([&](Override const& each) {
    found =
        found || (each.subject == "audit:" + audit.text() && std::ranges::find(each.rules, rule) != each.rules.end());
  });
  return found;
}

// The plan as it stands, by what has changed since it was written: people may have left, or moved to what they audit.
void check_approvable(Transaction& transaction, Audit const& audit) {
  command::PlanAudit body;
  for (auto const* session : plan_of(transaction.state(), audit.key)) body.sessions.push_back(*session);
  if (body.sessions.empty()) return transaction.refuse(no_sessions, "/audit", {{"audit", audit.key.text()}});
  body.team = audit.team;
  body.units = audit.units;
  body.criteria = audit.criteria;
  body.from = audit.from;
  body.until = audit.until;
  auto violations = check_plan(plan_request(transaction.state(), audit.key, body), body.team, body.sessions);
  for (auto& each : violations) {
    if (each.waivable && was_set_aside(transaction.state(), audit.key, each.rule->id)) each.effect = DutyEffect::warn;
    each.where.insert(0, "/audit");
  }
  say(transaction, violations);
}

// An objection that nobody has answered stands in the way, unless guidance is set aside with a reason.
void check_objections(Transaction& transaction, Audit const& audit) {
  for (auto const& each : audit.plan_events) {
    if (each.kind != PlanEventKind::objected) continue;
    bool const answered = std::ranges::any_of(audit.plan_events, [&](PlanEvent const& other) {
      return other.kind == PlanEventKind::answered && other.objection == each.objection;
    });
    if (!answered)
      transaction.guide(open_objection, "/audit",
                        {{"number", std::to_string(each.objection.value_or(0))}, {"person", each.by.text()}});
  }
}

void approve_plan(Transaction& transaction, command::ApproveAuditPlan const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned});
  if (!person || !found) return;
  check_approvable(transaction, *found);
  auto audit = *found;
  check_objections(transaction, audit);
  audit.state = AuditState::approved;
  audit.approved_by = person->key;
  audit.plan_events.push_back({PlanEventKind::approved, transaction.at(), person->key, {}, {}, {}, {}});
  transaction.put(std::move(audit));
}

constexpr std::array audit_planning_kinds{
    acts<command::PlanAudit, plan>("audit"),
    acts<command::ApproveAuditPlan, approve_plan>("audit"),
};

}  // namespace

std::span<CommandKind const> audit_planning_commands() noexcept { return audit_planning_kinds; }

}  // namespace v1
}  // namespace annexa
