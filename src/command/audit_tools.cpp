// Commands about what happens to a plan, and about the tools of auditors: templates and scales.
#include <algorithm>
#include <annexa/base/json.hpp>
#include <annexa/catalog/evidence_hint.hpp>
#include <annexa/command/conduct.hpp>
#include <annexa/command/conduct_commands.hpp>
#include <array>
#include <boost/json.hpp>
#include <set>

#include "audit_in.hpp"
#include "checks.hpp"
#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace tool_rules {
constexpr Rule nobody{"plan.to", "The units of {audit} have no owners; say to whom the plan is sent (to).",
                      "ISO 19011"};
constexpr Rule not_sent{"plan.objection", "{person} was not sent the plan of {audit}.", "ISO 19011"};
constexpr Rule no_objection{"plan.objection", "{audit} has no objection {found}; there are {count}.", "ISO 19011"};
constexpr Rule answered{"plan.objection", "Objection {found} has been answered already.", "ISO 19011"};
constexpr Rule own_objection{"plan.objection", "{person} objected; somebody else answers.", "ISO 19011"};
constexpr Rule name{"checklist.name", "\"{found}\" is no name of a template; letters, digits and '-' are, up to 40.",
                    "", ErrorKind::usage};
constexpr Rule no_items{"checklist.items", "A template has items.", ""};
constexpr Rule method{"checklist.method", "\"{found}\" is no way to gather evidence. Accepted: {known}.", "ISO 19011"};
constexpr Rule too_long{"checklist.too-long",
                        "The template has {found} bytes; {limit} are accepted. Make several of it.", ""};
constexpr Rule no_values{"scale.values", "A scale has values.", "ISO 19011"};
constexpr Rule twice{"scale.value-twice", "The value \"{found}\" stands there twice.", "ISO 19011"};
constexpr Rule no_minor{"scale.values",
                        "A scale without a value for {verdict} cannot say that a requirement is {what}.", "ISO 19011"};
}  // namespace tool_rules

constexpr std::size_t template_limit = 56'000;  // an event takes 65,535 bytes

// ---- The plan

// What those who take part know of the sessions from now on, so that later they can be told what changed.
void note_sent(Transaction& transaction, Key<"audit"> const& audit) {
  std::vector<Session> sessions;
  transaction.state().for_each<Session>([&](Session const& session) {
    if (session.audit == audit) sessions.push_back(session);
  });
  for (auto session : sessions) {
    if (session.cancelled && !session.sent) continue;
    session.sent = Invitation{transaction.at(), session.sequence, {}};
    if (!session.cancelled) session.sent->to = participants(session, sessions);
    transaction.put(std::move(session));
  }
}

void send_plan(Transaction& transaction, command::SendPlan const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned, AuditState::approved, AuditState::open});
  if (!person || !found || !check_permission(transaction, {.audit = found})) return;
  auto to = body.to;
  if (to.empty())
    for (auto const& key : found->units) {
      auto const* unit = transaction.state().find(key);
      if (unit && unit->owner && std::ranges::find(to, *unit->owner) == to.end()) to.push_back(*unit->owner);
    }
  if (to.empty()) transaction.refuse(tool_rules::nobody, "/to", {{"audit", found->key.text()}});
  auto audit = *found;
  audit.plan_events.push_back(
      {PlanEventKind::sent, transaction.at(), person->key, std::move(to), {}, {}, body.text.value_or("")});
  transaction.put(std::move(audit));
  note_sent(transaction, body.audit);
}

bool was_sent_to(Audit const& audit, Key<"person"> const& person) {
  return std::ranges::any_of(audit.plan_events, [&](PlanEvent const& each) {
    return each.kind == PlanEventKind::sent && std::ranges::find(each.to, person) != each.to.end();
  });
}

int objections_in(Audit const& audit) {
  return static_cast<int>(std::ranges::count(audit.plan_events, PlanEventKind::objected, &PlanEvent::kind));
}

void object(Transaction& transaction, command::ObjectToPlan const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned, AuditState::approved});
  if (trimmed(body.objection).empty())
    transaction.refuse(command_rules::reason_missing, "/objection", {{"member", "objection"}});
  if (!person || !found || !check_permission(transaction, {.audit = found})) return;
  if (!was_sent_to(*found, person->key))
    transaction.refuse(tool_rules::not_sent, "/actor", {{"person", person->key.text()}, {"audit", found->key.text()}});
  auto audit = *found;
  auto const number = objections_in(audit) + 1;
  audit.plan_events.push_back({PlanEventKind::objected, transaction.at(), person->key, {}, number, {}, body.objection});
  transaction.put(std::move(audit));
}

void check_answer(Transaction& transaction, Audit const& audit, command::AnswerObjection const& body,
                  Person const& person) {
  auto const found = std::to_string(body.objection);
  PlanEvent const* objection = nullptr;
  bool answered = false;
  for (auto const& each : audit.plan_events) {
    if (each.objection != body.objection) continue;
    if (each.kind == PlanEventKind::objected) objection = &each;
    answered = answered || each.kind == PlanEventKind::answered;
  }
  if (!objection)
    return transaction.refuse(
        tool_rules::no_objection, "/objection",
        {{"audit", audit.key.text()}, {"found", found}, {"count", std::to_string(objections_in(audit))}});
  if (answered) transaction.refuse(tool_rules::answered, "/objection", {{"found", found}});
  if (objection->by == person.key)
    transaction.refuse(tool_rules::own_objection, "/actor", {{"person", person.key.text()}});
}

void answer_objection(Transaction& transaction, command::AnswerObjection const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = audit_in(transaction, body.audit, {AuditState::planned, AuditState::approved});
  if (trimmed(body.answer).empty())
    transaction.refuse(command_rules::reason_missing, "/answer", {{"member", "answer"}});
  if (!person || !found || !check_permission(transaction, {.audit = found})) return;
  check_answer(transaction, *found, body, *person);
  auto audit = *found;
  audit.plan_events.push_back(
      {PlanEventKind::answered, transaction.at(), person->key, {}, body.objection, body.upheld, body.answer});
  transaction.put(std::move(audit));
}

// ---- Templates and scales

std::string methods_known() {
  std::string known;
  for (auto const each : audit_methods) known += (known.empty() ? "" : ", ") + std::string(each);
  return known;
}

void check_items(Transaction& transaction, std::vector<ChecklistItem> const& items) {
  if (items.empty()) transaction.refuse(tool_rules::no_items, "/items");
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto const where = "/items/" + std::to_string(i);
    check_criterion(transaction, items[i].criterion, where + "/criterion");
    if (trimmed(items[i].question).empty())
      transaction.refuse(command_rules::reason_missing, where + "/question", {{"member", "question"}});
    for (std::size_t j = 0; j < items[i].methods.size(); ++j)
      if (std::ranges::find(audit_methods, items[i].methods[j]) == audit_methods.end())
        transaction.refuse(tool_rules::method, where + "/methods/" + std::to_string(j),
                           {{"found", items[i].methods[j]}, {"known", methods_known()}});
  }
}

bool is_template_name(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void define_template(Transaction& transaction, command::DefineTemplate const& body) {
  bool const by_person = transaction.actor() != tool_actor;
  if (!check_permission(transaction, {}) || (by_person && !transaction.acting_person())) return;
  if (!is_template_name(body.name))
    return transaction.refuse(tool_rules::name, "/name", {{"found", std::string(shortened(body.name, 80))}});
  check_items(transaction, body.items);
  auto const* before = newest_template(transaction.state(), body.name);
  if (before && trimmed(body.reason.value_or("")).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  ChecklistTemplate made;
  made.name = body.name;
  made.version = before ? before->version + 1 : 1;
  made.key = *Key<"checklist-template">::parse(body.name + '/' + std::to_string(made.version));
  made.title = body.title;
  made.items = body.items;
  made.written_by = *Key<"person">::parse(transaction.actor());
  made.written_on = transaction.today();
  made.reason = body.reason.value_or("");
  made.custom = body.custom;
  made.external_ids = body.external_ids;
  auto const size = boost::json::serialize(to_json(made)).size();
  if (size > template_limit)
    transaction.refuse(tool_rules::too_long, "/items",
                       {{"found", std::to_string(size)}, {"limit", std::to_string(template_limit)}});
  transaction.put(std::move(made));
}

void check_values(Transaction& transaction, GradingScale const& scale) {
  if (scale.values.empty()) return transaction.refuse(tool_rules::no_values, "/values");
  std::set<std::string> seen;
  for (std::size_t i = 0; i < scale.values.size(); ++i) {
    auto const where = "/values/" + std::to_string(i);
    if (trimmed(scale.values[i].id).empty())
      transaction.refuse(command_rules::reason_missing, where + "/id", {{"member", "id"}});
    if (!seen.insert(scale.values[i].id).second)
      transaction.refuse(tool_rules::twice, where + "/id", {{"found", scale.values[i].id}});
  }
  for (auto const& [verdict, what] :
       {std::pair(Verdict::conforming, "met"), std::pair(Verdict::minor_nonconformity, "not met"),
        std::pair(Verdict::major_nonconformity, "not met and its results in doubt")})
    if (std::ranges::find(scale.values, verdict, &ScaleValue::verdict) == scale.values.end())
      transaction.refuse(tool_rules::no_minor, "/values", {{"verdict", to_string(verdict)}, {"what", what}});
}

void define_scale(Transaction& transaction, Command const& command) {
  auto scale = command.body<GradingScale>();
  if (!check_permission(transaction, {})) return;
  if (scale.key.empty()) scale.key = transaction.allocate<"grading-scale">();
  if (trimmed(scale.title).empty()) transaction.refuse(command_rules::reason_missing, "/title", {{"member", "title"}});
  check_values(transaction, scale);
  transaction.put(std::move(scale));
}

constexpr std::array tool_kinds{
    acts<command::SendPlan, send_plan>("audit"),
    acts<command::ObjectToPlan, object>("audit"),
    acts<command::AnswerObjection, answer_objection>("audit"),
    acts<command::DefineTemplate, define_template>("checklist-template"),
    registers<GradingScale>("grading-scale.define", CommandForm::put, define_scale),
};

}  // namespace

std::span<CommandKind const> conduct_commands() noexcept { return tool_kinds; }

}  // namespace v1
}  // namespace annexa
