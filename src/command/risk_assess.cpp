// The command that rates a risk.
#include <annexa/base/text.hpp>
#include <annexa/command/risk_commands.hpp>
#include <annexa/isms/asset_values.hpp>
#include <annexa/risk/methods.hpp>

#include <algorithm>
#include <array>

#include "permissions.hpp"
#include "registry.hpp"
#include "risk_parts.hpp"
#include "risk_rescore.hpp"
#include "risk_scoring.hpp"
#include "rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

Method const* method_of(Transaction& transaction, command::AssessRisk const& body) {
  if (body.method && !transaction.state().find(*body.method) && built_in_method(body.method->text())) {
    transaction.refuse(risk_rules::built_in, "/method", {{"method", body.method->text()}});
    return nullptr;
  }
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

// ---- Where the inherent rating comes from

// The rating that a CVSS vector comes to by the method's rule.
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

// The three properties that assets are valued by.
constexpr std::pair<std::string_view, std::optional<int> AssetValue::*> properties[] = {
    {"confidentiality", &AssetValue::confidentiality},
    {"integrity", &AssetValue::integrity},
    {"availability", &AssetValue::availability}};

// The highest value of a property among the assets of the risk.
std::optional<int> highest(std::vector<AssetValue> const& values, Risk const& risk,
                           std::optional<int> AssetValue::*property) {
  std::optional<int> found;
  for (auto const& value : values)
    if (value.*property && std::ranges::find(risk.assets, value.asset) != risk.assets.end())
      found = std::max(found.value_or(0), *(value.*property));
  return found;
}

// What the assets of a risk are worth, taken as its impact: by dimension where the method has the three properties as
// dimensions, the highest of them where it has none.
void value_assets(Transaction& transaction, Method const& method, Risk const& risk, Rating& rating) {
  if (rating.impact || !rating.impacts.empty()) return transaction.refuse(risk_rules::valued_twice, "/inherent");
  constexpr int highest_value = 4;
  auto const last = method.first_level() + static_cast<int>(method.impact.size()) - 1;
  if (last != highest_value)
    return transaction.refuse(risk_rules::value_scale, "/value_assets",
                              {{"method", method.key.text()}, {"highest", std::to_string(last)}});
  auto const values = asset_values(transaction.state().all<Asset>());
  auto const value_of = [&](std::string_view name) -> std::optional<int> {
    for (auto const& [property, member] : properties)
      if (lowered(name) == property) return highest(values, risk, member);
    return {};
  };
  for (auto const& dimension : method.dimensions) {
    if (auto const value = value_of(dimension))
      rating.impacts.push_back(*value);
    else
      transaction.refuse(risk_rules::not_valued, "/value_assets", {{"risk", risk.key.text()}, {"what", dimension}});
  }
  if (!method.dimensions.empty()) return;
  for (auto const& [property, member] : properties)
    rating.impact = std::max(rating.impact, highest(values, risk, member));
  if (!rating.impact)
    transaction.refuse(risk_rules::not_valued, "/value_assets", {{"risk", risk.key.text()}, {"what", "any property"}});
}

std::optional<Rating> inherent_rating(Transaction& transaction, Method const& method, command::AssessRisk const& body,
                                      Risk const& risk) {
  auto const by_cvss = body.cvss ? rating_by_cvss(transaction, method, *body.cvss) : std::nullopt;
  auto rating = body.inherent ? body.inherent : by_cvss;
  bool const departs = by_cvss && (rating->likelihood != by_cvss->likelihood || rating->impact != by_cvss->impact);
  if (departs)
    transaction.practise(risk_rules::cvss_departs, "/inherent",
                         {{"risk", risk.key.text()},
                          {"likelihood", std::to_string(*by_cvss->likelihood)},
                          {"impact", std::to_string(*by_cvss->impact)}});
  if (body.value_assets) value_assets(transaction, method, risk, rating ? *rating : rating.emplace());
  return rating;
}

// ---- Effects

// Stages whose judgement is withdrawn; the gate computes them.
void withdraw_judgements(Transaction& transaction, command::AssessRisk const& body, Risk& risk) {
  for (std::size_t i = 0; i < body.compute.size(); ++i) {
    auto const stage = body.compute[i];
    auto const refuse = [&](char const* found) {
      transaction.refuse(risk_rules::not_computed, "/compute/" + std::to_string(i),
                         {{"stage", std::string(to_string(stage))}, {"found", found}});
    };
    if (stage == RiskStage::inherent) {
      refuse("is what the others are computed from");
    } else if (at_stage(body, stage)) {
      refuse("is rated here");
    } else if (!risk.scores.inherent) {
      transaction.refuse(risk_rules::no_inherent, "/inherent", {{"risk", risk.key.text()}});
    } else {
      risk.scores.at(stage).emplace().basis = ScoreBasis::computed;
    }
  }
}

void take_effects(Transaction& transaction, command::AssessRisk const& body, Risk& risk) {
  if (!body.effects) return;
  risk.effects = *body.effects;
  risk.effects_on = transaction.today();
  for (std::size_t i = 0; i < risk.effects.size(); ++i)
    check_evidence(transaction, risk.effects[i], "/effects/" + std::to_string(i));
  bool const by_owner = !risk.owner || *risk.owner == transaction.actor() || transaction.actor() == tool_actor;
  if (!by_owner)
    transaction.practise(risk_rules::effects_owner, "/effects",
                         {{"actor", transaction.actor()}, {"risk", risk.key.text()}, {"owner", risk.owner->text()}});
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
  if (body.cvss) risk.cvss = *body.cvss;
  score_stage(transaction, *method, inherent_rating(transaction, *method, body, risk), RiskStage::inherent, scores);
  score_stage(transaction, *method, body.current, RiskStage::current, scores);
  score_stage(transaction, *method, body.residual, RiskStage::residual, scores);
  score_stage(transaction, *method, body.target, RiskStage::target, scores);
  take_effects(transaction, body, risk);
  withdraw_judgements(transaction, body, risk);
  if (transaction.refused()) return;
  rescore(transaction, *method, *found, risk, {{}, body.reason.value_or(""), true});
  if (transaction.refused()) return;
  if (std::ranges::none_of(every_risk_stage, [&](RiskStage stage) { return scores.at(stage).has_value(); }))
    transaction.refuse(risk_rules::nothing_rated, "/risk", {{"risk", risk.key.text()}, {"method", method->key.text()}});
  if (risk.status == RiskStatus::identified) risk.status = RiskStatus::assessed;
  transaction.put(std::move(risk));
}

constexpr std::array risk_assessment_kinds{acts<command::AssessRisk, assess>("risk")};

}  // namespace

std::span<CommandKind const> risk_assessment_commands() noexcept { return risk_assessment_kinds; }

}  // namespace v1
}  // namespace annexa
