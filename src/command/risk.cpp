// Commands that describe and assess risks.
#include <annexa/base/text.hpp>
#include <annexa/command/risk_commands.hpp>

#include <algorithm>
#include <array>

#include "permissions.hpp"
#include "registry.hpp"
#include "risk_parts.hpp"
#include "risk_scoring.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr RiskStage computed_stages[] = {RiskStage::current, RiskStage::residual, RiskStage::target};

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

void score_stage(Transaction& transaction, Method const& method, std::optional<Rating> const& rating, RiskStage stage,
                 Scores& scores) {
  if (!rating) return;
  auto scored = score(method, *rating, '/' + std::string(to_string(stage)));
  if (scored)
    scores.at(stage) = *std::move(scored);
  else
    transaction.refuse(scored.error());
}

// The inherent rating that a CVSS vector comes to by the method's rule.
std::optional<Rating> rating_by_cvss(Transaction& transaction, Method const& method, std::string const& text) {
  auto const vector = Cvss::parse(text);
  if (!vector) {
    transaction.refuse(cvss_error(vector.error()), "/cvss");
    return {};
  }
  bool const of_five = method.likelihood.size() == 5 && method.impact.size() == 5;
  bool const is_pair = method.factors.empty() && method.vulnerability.empty();
  if ((!method.cvss && !of_five) || !is_pair) {
    transaction.refuse(risk_rules::no_cvss_rule, "/cvss", {{"method", method.key.text()}});
    return {};
  }
  auto const rated = rate_by_cvss(*vector, method.cvss ? *method.cvss : default_cvss_rule());
  Rating rating;
  rating.likelihood = rated.likelihood + method.first_level() - 1;
  rating.impact = rated.impact + method.first_level() - 1;
  return rating;
}

// Effects instead of those on record; what was computed from the old ones goes with them.
void take_effects(Transaction& transaction, Method const& method, command::AssessRisk const& body, Risk& risk) {
  Error errors;
  if (body.effects) risk.effects = *body.effects;
  check_effects(method, risk.effects, "/effects", errors);
  if (!errors.empty()) return transaction.refuse(errors);
  if (!risk.effects.empty() && !risk.scores.inherent)
    return transaction.refuse(risk_rules::no_inherent, "/inherent", {{"risk", risk.key.text()}});
  if (body.effects)
    for (auto const stage : computed_stages) risk.scores.at(stage).reset();
}

void check_residual(Transaction& transaction, Scores const& scores, std::string_view reason) {
  if (!scores.residual || !scores.current || !trimmed(reason).empty()) return;
  if (is_above(*scores.residual, *scores.current))
    transaction.refuse(risk_rules::residual_above, "/reason",
                       {{"residual", scores.residual->band}, {"current", scores.current->band}});
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
  auto const by_cvss = body.cvss ? rating_by_cvss(transaction, *method, *body.cvss) : std::nullopt;
  if (body.cvss) risk.cvss = *body.cvss;
  score_stage(transaction, *method, body.inherent ? body.inherent : by_cvss, RiskStage::inherent, scores);
  take_effects(transaction, *method, body, risk);
  if (transaction.refused()) return;
  score_stage(transaction, *method, body.current, RiskStage::current, scores);
  score_stage(transaction, *method, body.residual, RiskStage::residual, scores);
  score_stage(transaction, *method, body.target, RiskStage::target, scores);
  compute_stages(transaction, *method, risk);
  auto const reason = body.reason.value_or("");
  check_residual(transaction, scores, reason);
  settle_scores(transaction, *found, risk, reason);
  if (risk.status == RiskStatus::identified) risk.status = RiskStatus::assessed;
  transaction.put(std::move(risk));
}

// ---- Effects that are proposed

void propose_effect(Transaction& transaction, command::ProposeEffect const& body) {
  auto const* found = transaction.need(body.risk, "/risk");
  if (trimmed(body.reason).empty())
    transaction.refuse(command_rules::reason_missing, "/reason", {{"member", "reason"}});
  if (!found || !is_open(transaction, *found)) return;
  auto const* method = transaction.state().find<Method>(found->scores.method);
  if (!method || !found->scores.inherent)
    return transaction.refuse(risk_rules::no_inherent, "/risk", {{"risk", found->key.text()}});
  Error errors;
  bool const some = body.effect.steps || body.effect.share;
  if (some) check_effects(*method, {body.effect}, "/effect", errors);
  for (auto const& each : errors.violations()) transaction.refuse(Error(ErrorKind::rule, {each}));
  auto risk = *found;
  risk.proposals.push_back({body.effect, transaction.actor(), transaction.today(), body.reason});
  transaction.put(std::move(risk));
}

bool is_about_same(ControlEffect const& a, ControlEffect const& b) {
  return a.control == b.control && a.reduces == b.reduces && a.threats == b.threats;
}

// Puts a proposed effect in the place of the one on record; one without a size takes it away.
void take_over(std::vector<ControlEffect>& effects, ControlEffect const& proposed) {
  auto const place = std::ranges::find_if(effects, [&](auto const& each) { return is_about_same(each, proposed); });
  bool const some = proposed.steps || proposed.share;
  if (place == effects.end()) {
    if (some) effects.push_back(proposed);
  } else if (some) {
    *place = proposed;
  } else {
    effects.erase(place);
  }
}

void decide_effect(Transaction& transaction, command::DecideEffect const& body) {
  auto const* person = transaction.acting_person();
  auto const* found = transaction.need(body.risk, "/risk");
  if (!person || !found || !is_open(transaction, *found)) return;
  check_owner(transaction, *found, *person);
  auto risk = *found;
  auto const about = [&](EffectProposal const& each) { return each.effect.control == body.control; };
  if (std::ranges::none_of(risk.proposals, about))
    return transaction.refuse(risk_rules::no_proposal, "/control",
                              {{"control", body.control.text()}, {"risk", risk.key.text()}});
  if (body.accepted)
    for (auto const& each : risk.proposals)
      if (about(each)) take_over(risk.effects, each.effect);
  std::erase_if(risk.proposals, about);
  auto const* method = transaction.state().find<Method>(risk.scores.method);
  if (body.accepted && method && method->version == risk.scores.version) {
    compute_stages(transaction, *method, risk);
    settle_scores(transaction, *found, risk, body.reason);
  }
  transaction.put(std::move(risk));
}

constexpr std::array risk_kinds{
    registers<Method>("risk-method.adopt", CommandForm::put, adopt_method),
    registers<Risk>("risk.identify", CommandForm::add, handle_add),
    registers<Risk>("risk.change", CommandForm::change, change),
    acts<command::AssessRisk, assess>("risk"),
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
  auto const role = parse_enum<Role>(what.authority);
  if (!role) return;
  bool const owner_has_it = transaction.actor_has(*role);
  bool const second_has_it = second && holds_role(transaction.state(), second->text(), *role, transaction.today());
  if (!owner_has_it && !second_has_it)
    transaction.judge(risk_rules::authority, "/authorised_by", {{"band", what.band}, {"authority", what.authority}},
                      transaction.actor());
}

void end_acceptance(Risk& risk, Date today, std::string reason) {
  if (!risk.acceptance) return;
  risk.past_acceptances.push_back({*std::move(risk.acceptance), today, std::move(reason)});
  risk.acceptance.reset();
  risk.approval.reset();
  risk.status = risk.treatment ? RiskStatus::treated : RiskStatus::assessed;
}

void compute_stages(Transaction& transaction, Method const& method, Risk& risk) {
  ControlRows const rows(transaction.state());
  for (auto const stage : computed_stages) {
    auto& score = risk.scores.at(stage);
    if (is_judged(score)) continue;
    bool const was_computed = score.has_value();  // without effects any more it is what the inherent risk is
    score.reset();
    if (!risk.scores.inherent || (risk.effects.empty() && !was_computed)) continue;
    auto computed = computed_score(method, risk, rows, stage);
    if (computed)
      score = *std::move(computed);
    else
      transaction.refuse(computed.error());
  }
}

namespace {

std::optional<PastScore> past(std::optional<Score> const& score) {
  if (!score) return {};
  return PastScore{score->likelihood, score->impact, score->level, score->band, score->score};
}

// What was accepted is so no more: it has to be accepted again. @source{6.1.3 f}
bool is_outdated(Acceptance const& acceptance, Scores const& scores) {
  auto const* now = remaining_score(scores);
  bool const other_method =
      !acceptance.method.empty() && (acceptance.method != scores.method || acceptance.version != scores.version);
  return !now || other_method || !same_figures(*now, acceptance.score);
}

}  // namespace

void settle_scores(Transaction& transaction, Risk const& before, Risk& risk, std::string reason) {
  if (before.scores == risk.scores) return;
  if (before.scores.version != 0)
    risk.past_scores.push_back({before.scored_on.value_or(transaction.today()), before.scored_by, before.scored_because,
                                before.scores.method, before.scores.version, past(before.scores.inherent),
                                past(before.scores.current), past(before.scores.residual), past(before.scores.target)});
  risk.scored_on = transaction.today();
  risk.scored_by = transaction.actor();
  risk.scored_because = std::move(reason);
  if (risk.acceptance && is_outdated(*risk.acceptance, risk.scores))
    end_acceptance(risk, transaction.today(), "the score changed");
}

std::span<CommandKind const> risk_commands() noexcept { return risk_kinds; }

}  // namespace v1
}  // namespace annexa
