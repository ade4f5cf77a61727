// Commands about risks.
#include <annexa/command/risk_commands.hpp>
#include <annexa/risk/remaining.hpp>
#include <array>

#include "permissions.hpp"
#include "registry.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace risk_rules {
constexpr Rule expired{"risk.expired", "An acceptance that ended on {found} says nothing today, {today}.", "6.1.3 f"};
constexpr Rule no_method{"risk.method", "There is no risk method yet; adopt one (risk-method.adopt) before assessing.",
                         "6.1.2 a"};
constexpr Rule which_method{"risk.method", "There are several risk methods; say which (method).", "6.1.2 a"};
constexpr Rule residual_above{"risk.residual-above-current",
                              "The residual risk ({residual}) is above the current one ({current}); give a reason.",
                              "6.1.3"};
constexpr Rule not_scored{"risk.not-assessed", "{risk} is not assessed; there is nothing to accept yet.", "6.1.3 f"};
constexpr Rule not_treated{"risk.not-treated",
                           "Nothing is decided about {risk} yet; treat it first, be it to retain it.", "6.1.3 a"};
constexpr Rule not_owner{"S12", "{actor} is not the owner of {risk}; its owner ({owner}) accepts what remains.",
                         "6.1.3 f"};
constexpr Rule authority{
    "S12", "The band {band} asks for {authority} besides the owner; name who agreed (authorised_by).", "duty S12"};
constexpr Rule not_accepted{"risk.not-accepted", "{risk} has no acceptance.", "6.1.3 f"};
}  // namespace risk_rules

// A change of method keeps old scores under the old version: adopting again raises the version by itself.
void adopt_method(Transaction& transaction, Command const& command) {
  auto method = command.body<Method>();
  if (method.key.empty())
    return transaction.refuse(command_rules::reason_missing, "/risk_method", {{"member", "risk_method"}});
  auto const* before = transaction.state().find(method.key);
  method.version = before ? before->version : 1;
  if (before && *before != method) ++method.version;
  transaction.put(std::move(method));
}

void change(Transaction& transaction, Command const& command) {
  auto const* found = transaction.state().find(command.body<Risk>().key);
  if (found) check_permission(transaction, {.risk = found});
  handle_change(transaction, command);
}

Method const* method_of(Transaction& transaction, command::AssessRisk const& body) {
  if (body.method) return transaction.need(*body.method, "/method");
  auto const all = transaction.state().all<Method>();
  if (all.size() == 1) return all.front();
  transaction.refuse(all.empty() ? risk_rules::no_method : risk_rules::which_method, "/method");
  return nullptr;
}

void score_stage(Transaction& transaction, Method const& method, std::optional<Rating> const& rating, char const* stage,
                 std::optional<Score>& into) {
  if (!rating) return;
  auto scored = score(method, *rating, std::string("/") + stage);
  if (scored)
    into = *std::move(scored);
  else
    transaction.refuse(scored.error());
}

// True unless the risk is closed, which is refused.
bool is_open(Transaction& transaction, Risk const& risk) {
  if (risk.status != RiskStatus::closed) return true;
  transaction.refuse(command_rules::wrong_state, "/risk",
                     {{"key", risk.key.text()}, {"state", to_string(risk.status)}, {"wanted", "an open risk"}});
  return false;
}

// What was accepted was a lesser score: it has to be accepted again. @source{6.1.3 f}
void drop_outgrown_acceptance(Risk& risk) {
  auto const* now = remaining_score(risk.scores);
  if (!risk.acceptance || !now || now->level <= risk.acceptance->score.level) return;
  risk.acceptance.reset();
  risk.status = risk.treatment ? RiskStatus::treated : RiskStatus::assessed;
}

void assess(Transaction& transaction, command::AssessRisk const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  auto const* method = method_of(transaction, body);
  if (!found || !method) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  auto risk = *found;
  auto& scores = risk.scores;
  if (scores.method != method->key.text() || scores.version != method->version) scores = {};
  scores.method = method->key.text();
  scores.version = method->version;
  score_stage(transaction, *method, body.inherent, "inherent", scores.inherent);
  score_stage(transaction, *method, body.current, "current", scores.current);
  score_stage(transaction, *method, body.residual, "residual", scores.residual);
  score_stage(transaction, *method, body.target, "target", scores.target);
  bool const above = scores.residual && scores.current && scores.residual->level > scores.current->level;
  if (above && trimmed(body.reason.value_or("")).empty())
    transaction.refuse(risk_rules::residual_above, "/reason",
                       {{"residual", scores.residual->band}, {"current", scores.current->band}});
  if (above && body.reason) risk.status_note = *body.reason;
  if (risk.status == RiskStatus::identified) risk.status = RiskStatus::assessed;
  drop_outgrown_acceptance(risk);
  transaction.put(std::move(risk));
}

void treat(Transaction& transaction, command::TreatRisk const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (!found) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  auto risk = *found;
  risk.treatment = body.treatment;
  risk.treatment_plan = body.plan.value_or("");
  risk.treatment_due = body.due;
  if (!body.controls.empty()) risk.controls = body.controls;
  risk.status = RiskStatus::treated;
  transaction.put(std::move(risk));
}

void check_authority(Transaction& transaction, command::AcceptRisk const& body, Score const& what) {
  auto const role = parse_enum<Role>(what.authority);
  if (!role) return;
  bool const owner_has_it = transaction.actor_has(*role);
  bool const second_has_it =
      body.authorised_by && holds_role(transaction.state(), body.authorised_by->text(), *role, transaction.today());
  if (!owner_has_it && !second_has_it)
    transaction.judge(risk_rules::authority, "/authorised_by", {{"band", what.band}, {"authority", what.authority}},
                      transaction.actor());
}

void accept(Transaction& transaction, command::AcceptRisk const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!person || !found) return;
  if (!found->owner || *found->owner != person->key)
    transaction.judge(risk_rules::not_owner, "/actor",
                      {{"actor", person->key.text()},
                       {"risk", found->key.text()},
                       {"owner", found->owner ? found->owner->text() : "nobody yet"}},
                      transaction.actor());
  if (!is_open(transaction, *found)) return;
  if (body.expires_on && *body.expires_on < transaction.today())
    transaction.practise(risk_rules::expired, "/expires_on",
                         {{"found", to_string(*body.expires_on)}, {"today", to_string(transaction.today())}});
  if (!found->treatment) transaction.refuse(risk_rules::not_treated, "/risk", {{"risk", found->key.text()}});
  auto const* what = remaining_score(found->scores);
  if (!what) return transaction.refuse(risk_rules::not_scored, "/risk", {{"risk", found->key.text()}});
  check_authority(transaction, body, *what);
  auto risk = *found;
  risk.acceptance =
      Acceptance{person->key, body.authorised_by, transaction.today(), body.expires_on, body.reason, *what};
  risk.status = RiskStatus::accepted;
  transaction.put(std::move(risk));
}

void revoke(Transaction& transaction, command::RevokeAcceptance const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  if (!found->acceptance) return transaction.refuse(risk_rules::not_accepted, "/risk", {{"risk", found->key.text()}});
  auto risk = *found;
  risk.acceptance.reset();
  risk.status = risk.treatment ? RiskStatus::treated : RiskStatus::assessed;
  risk.status_note = body.reason;
  transaction.put(std::move(risk));
}

void close(Transaction& transaction, command::CloseRisk const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found) return;
  check_permission(transaction, {.risk = found});
  if (!is_open(transaction, *found)) return;
  auto risk = *found;
  risk.status = RiskStatus::closed;
  risk.status_note = body.reason;
  transaction.put(std::move(risk));
}

constexpr std::array risk_kinds{
    registers<Method>("risk-method.adopt", CommandForm::put, adopt_method),
    registers<Risk>("risk.identify", CommandForm::add, handle_add),
    registers<Risk>("risk.change", CommandForm::change, change),
    acts<command::AssessRisk, assess>("risk"),
    acts<command::TreatRisk, treat>("risk"),
    acts<command::AcceptRisk, accept>("risk"),
    acts<command::RevokeAcceptance, revoke>("risk"),
    acts<command::CloseRisk, close>("risk"),
};

}  // namespace

std::span<CommandKind const> risk_commands() noexcept { return risk_kinds; }

}  // namespace v1
}  // namespace annexa
