#include "duty_checks.hpp"

#include <algorithm>
#include <annexa/base/text.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/finding_commands.hpp>
#include <annexa/command/isms_commands.hpp>
#include <array>

namespace annexa {
inline namespace v1 {
namespace {

namespace duty_messages {
constexpr Rule only_auditees{"S04", "The report of {audit} goes to {found} alone; relevant management gets it too.",
                             "9.2.2 c"};
constexpr Rule no_owner{"S13", "{risk} has no owner who is there; somebody with authority has to own it.", "6.1.2 c"};
constexpr Rule leaves_risks{"S13", "{person} leaves and owns {risks}; somebody with authority has to own them.",
                            "6.1.2 c"};
constexpr Rule leaves_work{"person.leaves-work",
                           "{person} leaves and owns {work}; hand it on (nonconformity.reassign).", "10.2 c"};
constexpr Rule criteria_changed{
    "S14", "{method} changes after {count} risks were scored by it; top management approves changed criteria.",
    "6.1.2 a"};
constexpr Rule own_document{"S16", "{person} sees to {document} and alone approves it; somebody else approves too.",
                            "7.5.2 c"};
constexpr Rule not_assigned{"S17", "{actor} is not of top management and makes {person} {role}.", "5.3"};
constexpr Rule conflicting{"S18", "{person} holds {role} and {other} at once; who manages does not audit.",
                           "control 5.3"};
constexpr Rule untraced_test{
    "S19", "A technical test names the unit whose management agreed to it, and where its log is kept.", "control 8.34"};
constexpr Rule reported{"S23", "The report of {audit} is issued; its findings change no more. Raise a new one.",
                        "7.5.3"};
constexpr Rule several_roles{"S25", "{person} holds {role} and {other}; say what makes up for it (waiver.record).",
                             "ISO 19011, small organisations"};
}  // namespace duty_messages

bool names_person(std::string_view text, Person const& person) {
  auto const wanted = lowered(trimmed(text));
  return wanted == lowered(person.key.text()) || (!person.function.empty() && wanted == lowered(person.function));
}

// True if everybody who gets the report answers for something that was audited, and none of them manages or directs.
void judge_distribution(Transaction& t, Command const& command) {
  auto const* audit = t.state().find(command.body<command::IssueReport>().audit);
  if (!audit || audit->distribution.empty()) return;
  auto const is_auditee = [&](Person const& person) {
    if (holds_role(t.state(), person.key.text(), Role::top_management, t.today()) ||
        holds_role(t.state(), person.key.text(), Role::isms_manager, t.today()))
      return false;
    return std::ranges::any_of(audit->units, [&](Key<"unit"> const& key) {
      auto const* unit = t.state().find(key);
      return unit && ((unit->owner && *unit->owner == person.key) ||
                      std::ranges::find(unit->operators, person.key) != unit->operators.end());
    });
  };
  std::string found;
  for (auto const& each : audit->distribution) {
    auto const known = t.state().select<Person>([&](Person const& person) { return names_person(each, person); });
    bool const auditee = lowered(each).find("owners of the audited units") != std::string::npos ||
                         (!known.empty() && std::ranges::all_of(known, [&](auto* one) { return is_auditee(*one); }));
    if (!auditee) return;
    found += (found.empty() ? "" : ", ") + each;
  }
  t.judge(duty_messages::only_auditees, "/audit", {{"audit", audit->key.text()}, {"found", found}}, t.actor());
}

// An import tells of owners in its own report; a person who identifies a risk says whose it is.
void judge_risk(Transaction& t, Command const& command) {
  if (t.actor() == tool_actor) return;
  auto const& given = command.body<Risk>();
  auto const judge = [&](Risk const& risk) {
    bool const owned = risk.owner && is_here(t.state(), risk.owner->text(), t.today());
    if (risk.status != RiskStatus::closed && !owned)
      t.judge(duty_messages::no_owner, "/owner", {{"risk", risk.key.text()}}, t.actor());
  };
  if (!given.key.empty()) {
    if (auto const* risk = t.state().find(given.key)) judge(*risk);
    return;
  }
  t.state().for_each<Risk>([&](Risk const& risk) {
    if (!t.before().find(risk.key)) judge(risk);  // the one that was given a key
  });
}

void judge_leaver(Transaction& t, Command const& command) {
  auto const& person = command.body<command::RetirePerson>().person;
  std::string risks;
  t.state().for_each<Risk>([&](Risk const& risk) {
    if (risk.status != RiskStatus::closed && risk.owner && *risk.owner == person)
      risks += (risks.empty() ? "" : ", ") + risk.key.text();
  });
  if (!risks.empty())
    t.judge(duty_messages::leaves_risks, "/person", {{"person", person.text()}, {"risks", risks}}, t.actor());
  std::string work;
  auto const note = [&](auto const& record) { work += (work.empty() ? "" : ", ") + record.key.text(); };
  t.state().for_each<Nonconformity>([&](Nonconformity const& each) {
    if (!is_final(each.state) && each.owner && *each.owner == person) note(each);
  });
  t.state().for_each<CorrectiveAction>([&](CorrectiveAction const& each) {
    if (is_open(each) && each.owner == person) note(each);
  });
  if (!work.empty()) t.practise(duty_messages::leaves_work, "/person", {{"person", person.text()}, {"work", work}});
}

void judge_criteria(Transaction& t, Command const& command) {
  auto const& key = command.body<Method>().key;
  auto const* before = t.before().find(key);
  auto const* now = t.state().find(key);
  // Another appetite makes no other score, and other criteria all the same.
  bool const same = before && now && before->version == now->version && before->appetite == now->appetite;
  if (!before || !now || same || t.actor_has(Role::top_management)) return;
  auto const scored = t.state().select<Risk>([&](Risk const& risk) { return risk.scores.method == key.text(); });
  if (!scored.empty())
    t.judge(duty_messages::criteria_changed, "/risk_method",
            {{"method", key.text()}, {"count", std::to_string(scored.size())}}, t.actor());
}

void judge_document(Transaction& t, Command const& command) {
  auto const& given = command.body<DocumentedInformation>();
  t.state().for_each<DocumentedInformation>([&](DocumentedInformation const& document) {
    bool const meant = given.key.empty() ? !t.before().find(document.key) : document.key == given.key;
    if (meant && document.approved_by && document.owner && *document.approved_by == *document.owner)
      t.judge(duty_messages::own_document, "/approved_by",
              {{"person", document.owner->text()}, {"document", document.key.text()}}, document.owner->text());
  });
}

// ---- Roles

constexpr Role governing_roles[] = {Role::top_management, Role::isms_manager, Role::programme_manager,
                                    Role::lead_auditor};
struct RolePair {
  Role one, other;
  Rule const& message;
};
constexpr RolePair role_pairs[] = {
    {Role::isms_manager, Role::lead_auditor, duty_messages::conflicting},
    {Role::isms_manager, Role::auditor, duty_messages::conflicting},
    {Role::top_management, Role::lead_auditor, duty_messages::conflicting},
    {Role::top_management, Role::auditor, duty_messages::conflicting},
    {Role::top_management, Role::isms_manager, duty_messages::several_roles},
    {Role::top_management, Role::programme_manager, duty_messages::several_roles},
    {Role::isms_manager, Role::programme_manager, duty_messages::several_roles},
};

void judge_pair(Transaction& t, RoleGrant const& grant, Role other, Rule const& message) {
  if (holds_role(t.state(), grant.person.text(), other, std::max(grant.from, t.today())))
    t.judge(message, "/role",
            {{"person", grant.person.text()}, {"role", to_string(grant.role)}, {"other", to_string(other)}},
            grant.person.text());
}

void judge_grant(Transaction& t, Command const& command) {
  auto const& grant = command.body<RoleGrant>();
  for (auto const& pair : role_pairs) {
    if (pair.one == grant.role) judge_pair(t, grant, pair.other, pair.message);
    if (pair.other == grant.role) judge_pair(t, grant, pair.one, pair.message);
  }
  bool const governs = std::ranges::find(governing_roles, grant.role) != std::end(governing_roles);
  // As long as nobody directs the organisation, whoever sets it up does.
  bool directed = false;
  t.before().for_each<RoleGrant>(
      [&](RoleGrant const& each) { directed = directed || each.role == Role::top_management; });
  if (governs && directed && t.actor() != tool_actor && !t.actor_has(Role::top_management))
    t.judge(duty_messages::not_assigned, "/actor",
            {{"actor", t.actor()}, {"person", grant.person.text()}, {"role", to_string(grant.role)}}, t.actor());
}

// ---- Evidence and findings

void judge_test(Transaction& t, Command const& command) {
  auto const& body = command.body<command::RecordEvidence>();
  bool const traced = body.unit && !trimmed(body.source.value_or("")).empty();
  if (body.kind == EvidenceKind::technical_test && !traced)
    t.judge(duty_messages::untraced_test, "/source", {}, t.actor());
}

void judge_reported(Transaction& t, std::optional<Key<"audit">> const& key, char const* where) {
  auto const* audit = key ? t.state().find(*key) : nullptr;
  if (audit && audit->state == AuditState::reported)
    t.judge(duty_messages::reported, where, {{"audit", audit->key.text()}}, t.actor());
}
void judge_finding(Transaction& t, Key<"finding"> const& key) {
  auto const* finding = t.state().find(key);
  if (finding) judge_reported(t, finding->audit, "/finding");
}
void judge_regraded(Transaction& t, Command const& command) {
  judge_finding(t, command.body<command::GradeFinding>().finding);
}
void judge_withdrawn(Transaction& t, Command const& command) {
  judge_finding(t, command.body<command::WithdrawFinding>().finding);
}
void judge_raised(Transaction& t, Command const& command) {
  judge_reported(t, command.body<command::RaiseNonconformity>().audit, "/audit");
}

struct DutyCheck {
  std::string_view command;
  void (*judge)(Transaction&, Command const&);
};
constexpr DutyCheck duty_check_rows[] = {
    {"audit.issue-report", judge_distribution},
    {"risk.identify", judge_risk},
    {"risk.change", judge_risk},
    {"person.retire", judge_leaver},
    {"risk-method.adopt", judge_criteria},
    {"document.add", judge_document},
    {"document.change", judge_document},
    {"role.grant", judge_grant},
    {"audit.record-evidence", judge_test},
    {"finding.grade", judge_regraded},
    {"finding.withdraw", judge_withdrawn},
    {"nonconformity.raise", judge_raised},
};

}  // namespace

void check_duties(Transaction& transaction, Command const& command) {
  if (transaction.refused()) return;
  for (auto const& row : duty_check_rows)
    if (row.command == transaction.command()) row.judge(transaction, command);
}

}  // namespace v1
}  // namespace annexa
