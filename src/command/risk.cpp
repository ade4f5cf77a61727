// Commands that describe risks and the method, and those about the effects of controls.
#include <annexa/base/text.hpp>
#include <annexa/command/risk_commands.hpp>

#include <algorithm>
#include <array>
#include <iterator>

#include "permissions.hpp"
#include "registry.hpp"
#include "risk_parts.hpp"
#include "risk_rescore.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// ---- The method

// The method without what no score rests on.
Method scoring_part(Method method) {
  method.name.clear();
  method.appetite.clear();
  method.custom = {};
  method.external_ids.clear();
  for (auto& band : method.bands) {
    band.colour.clear();
    band.treat_within_days.reset();
  }
  return method;
}

std::string role_names() {
  std::string names;
  for (auto const& row : type_of<Role>.names) names += (names.empty() ? "" : ", ") + wire_name(row);
  return names;
}

void check_authorities(Transaction& transaction, Method const& method) {
  for (std::size_t i = 0; i < method.bands.size(); ++i) {
    auto const& authority = method.bands[i].authority;
    if (!authority.empty() && !parse_enum<Role>(authority))
      transaction.practise(risk_rules::unknown_authority, "/bands/" + std::to_string(i) + "/authority",
                           {{"found", std::string(shortened(authority, 80))}, {"known", role_names()}});
  }
}

// A change of method keeps old scores under the old version: adopting again what makes other scores raises the version
// by itself. Appetite, colours and names make none.
void adopt_method(Transaction& transaction, Command const& command) {
  auto method = command.body<Method>();
  if (method.key.empty())
    return transaction.refuse(command_rules::reason_missing, "/risk_method", {{"member", "risk_method"}});
  check_authorities(transaction, method);
  auto const* before = transaction.state().find(method.key);
  method.version = before ? before->version : 1;
  if (before && scoring_part(*before) != scoring_part(method)) ++method.version;
  transaction.put(std::move(method));
}

// ---- The risk

void change(Transaction& transaction, Command const& command) {
  auto const* found = transaction.state().find(command.body<Risk>().key);
  if (found) check_permission(transaction, {.risk = found});
  auto const before = found ? std::optional(*found) : std::nullopt;
  handle_change(transaction, command);
  auto const* changed = transaction.state().find(command.body<Risk>().key);
  if (!before || !changed) return;
  auto risk = *changed;
  if (before->annual_loss && before->annual_loss != risk.annual_loss)
    risk.past_losses.push_back({*before->annual_loss, transaction.today(), transaction.actor()});
  if (!same_plan(*before, risk)) end_plan(risk, transaction.today());
  if (risk != *changed) transaction.put(std::move(risk));
}

// ---- Effects that are proposed

void check_proposed(Transaction& transaction, Method const& method, ControlEffect const& effect) {
  Error errors;
  if (has_size(effect)) check_effects(method, {effect}, "", errors);
  for (auto each : errors.violations()) {
    each.where = "/effect" + each.where.substr(std::string_view("/0").size());
    transaction.refuse(Error(ErrorKind::rule, {std::move(each)}));
  }
}

void propose_effect(Transaction& transaction, command::ProposeEffect const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found || !is_open(transaction, *found)) return;
  auto const* method = transaction.state().find<Method>(found->scores.method);
  if (!method || !found->scores.inherent)
    return transaction.refuse(risk_rules::no_inherent, "/risk", {{"risk", found->key.text()}});
  check_proposed(transaction, *method, body.effect);
  check_evidence(transaction, body.effect, "/effect");
  auto risk = *found;
  risk.proposals.push_back({body.effect, transaction.actor(), transaction.today(), body.reason});
  transaction.put(std::move(risk));
}

// Puts a proposed effect in the place of the one on record; one without a size takes it away.
void take_over(std::vector<ControlEffect>& effects, ControlEffect const& proposed) {
  auto const place = std::ranges::find_if(effects, [&](auto const& each) { return is_about_same(each, proposed); });
  if (place == effects.end()) {
    if (has_size(proposed)) effects.push_back(proposed);
  } else if (has_size(proposed)) {
    *place = proposed;
  } else {
    effects.erase(place);
  }
}

// Moves the proposals about one control to what was decided. @return true if there was one.
bool settle_proposals(Transaction const& transaction, command::DecideEffect const& body, Risk& risk) {
  auto const about = [&](EffectProposal const& each) { return each.effect.control == body.control; };
  auto const before = risk.decided_effects.size();
  for (auto each = risk.proposals.begin(); each != risk.proposals.end(); ++each) {
    if (!about(*each)) continue;
    // Of several proposals about the same effect the last one is the one that is decided.
    bool const last = std::none_of(std::next(each), risk.proposals.end(), [&](EffectProposal const& later) {
      return is_about_same(later.effect, each->effect);
    });
    bool const accepted = body.accepted && last;
    if (accepted) take_over(risk.effects, each->effect);
    risk.decided_effects.push_back({*each, accepted, transaction.actor(), transaction.today(), body.reason});
  }
  std::erase_if(risk.proposals, about);
  return risk.decided_effects.size() != before;
}

void decide_effect(Transaction& transaction, command::DecideEffect const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!person || !found || !is_open(transaction, *found)) return;
  check_owner(transaction, *found, *person);
  auto risk = *found;
  if (!settle_proposals(transaction, body, risk))
    return transaction.refuse(risk_rules::no_proposal, "/control",
                              {{"control", body.control.text()}, {"risk", risk.key.text()}});
  if (body.accepted) {
    auto const* method = scoring_method(transaction.state(), risk);
    if (!method) return transaction.refuse(risk_rules::method_moved, "/risk", moved_args(transaction.state(), risk));
    rescore(transaction, *method, *found, risk, {"the effect of " + body.control.text(), body.reason});
  }
  transaction.put(std::move(risk));
}

constexpr std::array risk_kinds{
    registers<Method>("risk-method.adopt", CommandForm::put, adopt_method),
    registers<Risk>("risk.identify", CommandForm::add, handle_add),
    registers<Risk>("risk.change", CommandForm::change, change),
    acts<command::ProposeEffect, propose_effect>("risk"),
    acts<command::DecideEffect, decide_effect>("risk"),
};

}  // namespace

// ---- What the commands about risks have in common

bool is_open(Transaction& transaction, Risk const& risk) {
  if (risk.status != RiskStatus::closed) return true;
  transaction.refuse(command_rules::wrong_state, "/risk",
                     {{"key", risk.key.text()}, {"state", to_string(risk.status)}, {"wanted", "an open risk"}});
  return false;
}

void check_owner(Transaction& transaction, Risk const& risk, Person const& actor) {
  if (risk.owner && *risk.owner == actor.key) return;
  transaction.judge(risk_rules::not_owner, "/actor",
                    {{"actor", actor.key.text()},
                     {"risk", risk.key.text()},
                     {"owner", risk.owner ? risk.owner->text() : "nobody yet"}},
                    transaction.actor());
}

void check_authority(Transaction& transaction, std::optional<Key<"person">> const& second, Score const& what) {
  if (what.authority.empty()) return;
  auto const role = parse_enum<Role>(what.authority);
  bool const another =
      second && *second != transaction.actor() && is_here(transaction.state(), second->text(), transaction.today());
  bool const owner_has_it = role && transaction.actor_has(*role);
  bool const second_has_it =
      role && second && holds_role(transaction.state(), second->text(), *role, transaction.today());
  if (role ? owner_has_it || second_has_it : another) return;
  transaction.judge(
      role ? risk_rules::authority : risk_rules::other_authority, "/authorised_by",
      {{"band", what.band},
       {"authority", what.authority},
       {"found", second ? second->text() + " does not have that role" : "name who agreed (authorised_by)"}},
      transaction.actor());
}

void check_evidence(Transaction& transaction, ControlEffect const& effect, std::string const& where) {
  auto const& state = transaction.state();
  bool const audited = effect.basis == EffectBasis::audited;
  for (std::size_t i = 0; i < effect.evidence.size(); ++i) {
    auto const& text = effect.evidence[i];
    auto const place = where + "/evidence/" + std::to_string(i);
    bool const known = state.find<Assessment>(text) || state.find<Evidence>(text) || state.find<Finding>(text);
    if (trimmed(text).empty())
      transaction.refuse(command_rules::reason_missing, place, {{"member", "evidence"}});
    else if (audited && !known)
      transaction.practise(risk_rules::unknown_evidence, place, {{"found", std::string(shortened(text, 80))}});
  }
  bool const shown =
      !effect.evidence.empty() || effect.basis.value_or(EffectBasis::estimated) == EffectBasis::estimated;
  if (!shown) transaction.practise(risk_rules::no_evidence, where + "/evidence", {{"control", effect.control.text()}});
}

std::vector<Argument> moved_args(State const& state, Risk const& risk) {
  auto const* method = state.find<Method>(risk.scores.method);
  return {{"risk", risk.key.text()},
          {"found", std::to_string(risk.scores.version)},
          {"method", risk.scores.method},
          {"now", method ? std::to_string(method->version) : "none"}};
}

std::span<CommandKind const> risk_commands() noexcept { return risk_kinds; }

}  // namespace v1
}  // namespace annexa
