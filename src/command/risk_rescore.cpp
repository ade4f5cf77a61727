#include "risk_rescore.hpp"

#include <annexa/base/text.hpp>
#include <annexa/risk/remaining.hpp>

#include "risk_parts.hpp"
#include "risk_scoring.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// ---- Computing

bool effects_fit(Transaction& transaction, Method const& method, Risk const& risk) {
  Error errors;
  check_effects(method, risk.effects, "/effects", errors);
  if (!risk.effects.empty() && !risk.scores.inherent)
    errors.add(risk_rules::no_inherent, "/inherent", {{"risk", risk.key.text()}});
  if (!errors.empty()) transaction.refuse(errors);
  return errors.empty();
}

// Computes the stages that nobody judged, where there is something to compute them from.
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

void check_residual(Transaction& transaction, Scores const& before, Scores const& scores, std::string_view reason) {
  bool const as_it_was = before.residual == scores.residual && before.current == scores.current;
  if (as_it_was || !scores.residual || !scores.current || !trimmed(reason).empty()) return;
  if (is_above(*scores.residual, *scores.current))
    transaction.refuse(risk_rules::residual_above, "/reason",
                       {{"residual", scores.residual->band}, {"current", scores.current->band}});
}

// ---- History

std::optional<PastScore> past(std::optional<Score> const& score) {
  if (!score) return {};
  return PastScore{score->likelihood,    score->impact,  score->level,   score->band, score->score,
                   score->vulnerability, score->impacts, score->factors, score->basis};
}

std::string recorded(RescoreCause const& cause) {
  if (cause.event.empty() || trimmed(cause.reason).empty()) return cause.event + cause.reason;
  return cause.event + ": " + cause.reason;
}

void keep_history(Transaction const& transaction, Risk const& before, Risk& risk, RescoreCause const& cause) {
  auto const& scores = before.scores;
  if (scores.version != 0)
    risk.past_scores.push_back({before.scored_on.value_or(transaction.today()), before.scored_by, before.scored_because,
                                scores.method, scores.version, past(scores.inherent), past(scores.current),
                                past(scores.residual), past(scores.target)});
  risk.scored_on = transaction.today();
  risk.scored_by = transaction.actor();
  risk.scored_because = recorded(cause);
}

// ---- What rests on scores

// What was accepted is so no more: it has to be accepted again. @source{6.1.3 f}
bool is_outdated(Acceptance const& acceptance, Scores const& scores) {
  auto const* now = remaining_score(scores);
  bool const other_method =
      !acceptance.method.empty() && (acceptance.method != scores.method || acceptance.version != scores.version);
  return !now || other_method || !same_figures(*now, acceptance.score);
}

// A plan that was approved for less than there is now. Where a risk falls, as the plan means it to, its approval stays.
bool is_outdated(TreatmentApproval const& approval, Scores const& scores) {
  auto const* now = remaining_score(scores);
  auto const* then = remaining_score(approval.scores);
  bool const other_method = approval.scores.method != scores.method || approval.scores.version != scores.version;
  return !now || !then || other_method || is_above(*now, *then);
}

void end_outdated(Risk& risk, Date today) {
  if (risk.approval && is_outdated(*risk.approval, risk.scores)) end_approval(risk, today, "the score changed");
  if (risk.acceptance && is_outdated(*risk.acceptance, risk.scores)) end_acceptance(risk, today, "the score changed");
}

}  // namespace

void rescore(Transaction& transaction, Method const& method, Risk const& before, Risk& risk,
             RescoreCause const& cause) {
  if (!effects_fit(transaction, method, risk)) return;
  compute_stages(transaction, method, risk);
  check_residual(transaction, before.scores, risk.scores, cause.reason);
  if (!cause.assessed && before.scores == risk.scores) return;
  keep_history(transaction, before, risk, cause);
  end_outdated(risk, transaction.today());
}

Method const* scoring_method(State const& state, Risk const& risk) {
  auto const* method = risk.scores.version == 0 ? nullptr : state.find<Method>(risk.scores.method);
  return method && method->version == risk.scores.version ? method : nullptr;
}

void end_approval(Risk& risk, Date today, std::string const& reason) {
  if (!risk.approval) return;
  risk.past_approvals.push_back({*std::move(risk.approval), today, reason});
  risk.approval.reset();
}

void end_plan(Risk& risk, Date today) {
  end_acceptance(risk, today, "the treatment changed");
  end_approval(risk, today, "the treatment changed");
}

namespace {

// "amber (6)": two scores of one band differ in their figure.
std::string told(Score const& score) {
  return score.score ? score.band + " (" + to_string(*score.score) + ')' : score.band;
}

}  // namespace

std::optional<MovedScore> score_has_moved(State const& state, ControlRows const& rows, Risk const& risk) {
  auto const* recorded = remaining_score(risk.scores);
  auto const* method = scoring_method(state, risk);
  if (!recorded || !method || is_judged(*recorded) || !risk.scores.inherent) return {};
  auto const stage = risk.scores.residual ? RiskStage::residual : RiskStage::current;
  auto const now = computed_score(*method, risk, rows, stage);
  if (now && same_figures(*now, *recorded)) return {};
  return MovedScore{stage, now ? told(*now) : "not scored", now && is_above(*now, *recorded)};
}

Score const* standing_score(Transaction& transaction, Risk const& risk) {
  auto const* recorded = remaining_score(risk.scores);
  if (!recorded) {
    transaction.refuse(risk_rules::not_scored, "/risk", {{"risk", risk.key.text()}});
    return nullptr;
  }
  if (!scoring_method(transaction.state(), risk)) {
    transaction.refuse(risk_rules::method_moved, "/risk", moved_args(transaction.state(), risk));
    return nullptr;
  }
  auto const moved = score_has_moved(transaction.state(), ControlRows(transaction.state()), risk);
  if (!moved) return recorded;
  transaction.refuse(risk_rules::outdated, "/risk",
                     {{"risk", risk.key.text()},
                      {"stage", std::string(to_string(moved->stage))},
                      {"now", moved->now},
                      {"found", told(*recorded)}});
  return nullptr;
}

void end_acceptance(Risk& risk, Date today, std::string const& reason) {
  if (!risk.acceptance) return;
  risk.past_acceptances.push_back({*std::move(risk.acceptance), today, reason});
  risk.acceptance.reset();
  end_approval(risk, today, reason);
  risk.status = risk.treatment ? RiskStatus::treated : RiskStatus::assessed;
}

}  // namespace v1
}  // namespace annexa
