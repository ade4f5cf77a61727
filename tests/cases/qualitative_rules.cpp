#include "qualitative_rules.hpp"

#include <annexa/base/json.hpp>
#include <annexa/risk/methods.hpp>
#include <annexa/risk/score_request.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace annexa::testing {
namespace {

namespace json = boost::json;
using Input = json::object;

// Thrown on input that a rule cannot be put to, caught in qualitative().
struct Unfit : std::runtime_error {
  using std::runtime_error::runtime_error;
};

int integer(json::value const& value) {
  if (value.is_int64()) return static_cast<int>(value.get_int64());
  throw Unfit("a whole number was expected, found " + json::serialize(value));
}
int integer(Input const& input, std::string_view name) { return integer(input.at(name)); }

Decimal decimal(json::value const& value) {
  auto const text = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
  auto const read = Decimal::parse(text);
  if (!read) throw Unfit("a decimal number was expected, found " + text);
  return *read;
}

Method built_in(std::string_view key) { return built_in_method(key).value(); }

std::vector<Level> scale_of(int levels) {
  std::vector<Level> scale;
  for (int i = 0; i < levels; ++i) scale.push_back({std::to_string(i), "", {}});
  return scale;
}

// The method with scales as long as its highest level has to be.
void reach(std::vector<Level>& scale, int level) {
  while (static_cast<int>(scale.size()) <= level) scale.push_back({std::to_string(scale.size()), "", {}});
}

void checked(Method const& method) {
  Error errors;
  check_method(method, errors);
  if (!errors.empty()) throw Unfit(errors.violations().front().message);
}

Score scored(Method const& method, ScoreRequest const& request) {
  checked(method);
  auto const score = annexa::score(method, request);
  if (!score) throw Unfit(score.error().violations().front().message);
  return *score;
}

std::string axis(Method const& method, Rating const& rating, RiskAxis which) {
  checked(method);
  auto const value = axis_value(method, rating, which);
  if (!value) throw Unfit(value.error().violations().front().message);
  return to_string(*value);
}

std::string score_text(Score const& score) { return to_string(score.score.value()); }

[[noreturn]] void unknown(std::string const& quantity) { throw Unfit("the rule has no quantity " + quantity); }

std::vector<int> integers(Input const& input, std::initializer_list<std::string_view> names) {
  std::vector<int> out;
  for (auto const name : names) out.push_back(integer(input, name));
  return out;
}

// ---- The rules

constexpr std::array cia{"C", "I", "A"};

std::string monarc_information(Input const& input, std::string const& quantity) {
  auto method = built_in("monarc-information");
  auto const impacts = integers(input.at("impact").as_object(), {"C", "I", "A"});
  int const threat = integer(input, "threat");
  int const vulnerability = integer(input, "vulnerability");
  reach(method.likelihood, threat);
  reach(method.vulnerability, vulnerability);
  ScoreRequest request;
  request.rating.likelihood = threat;
  request.rating.vulnerability = vulnerability;
  request.rating.impacts = {0, 0, 0};
  bool any = false;
  for (std::size_t i = 0; i < cia.size(); ++i) {
    bool const wanted = quantity.starts_with("risk_") ? quantity == std::string("risk_") + cia[i]
                                                      : input.at("threat_affects").at(cia[i]).as_bool();
    if (!wanted || impacts[i] == -1) continue;
    any = true;
    request.rating.impacts[i] = impacts[i];
    request.rating.affects.push_back(method.dimensions[i]);
    reach(method.impact, impacts[i]);
  }
  bool const known = quantity == "max_risk" || quantity == "target_risk" || quantity.size() == 6;
  if (!known) unknown(quantity);
  if (!any || threat == -1 || vulnerability == -1) return "-1";  // not assessed
  int const reduction = quantity == "target_risk" ? integer(input, "reduction") : 0;
  if (reduction != 0)
    request.effects.push_back({{*Criterion::parse("A.5.1"), ReducedPart::vulnerability, reduction, {}, {}, {}, {}, {}},
                               ImplementationStatus::implemented,
                               false});
  return score_text(scored(method, request));
}

std::string monarc_operational(Input const& input, std::string const& quantity) {
  if (quantity != "risk") unknown(quantity);
  auto method = built_in("monarc-operational");
  ScoreRequest request;
  request.rating.likelihood = integer(input, "probability");
  reach(method.likelihood, *request.rating.likelihood);
  auto const impacts = integers(input.at("impacts").as_object(), {"R", "O", "L", "F", "P"});
  bool any = false;
  for (std::size_t i = 0; i < impacts.size(); ++i) {
    request.rating.impacts.push_back(std::max(impacts[i], 0));
    if (impacts[i] == -1) continue;
    any = true;
    request.rating.affects.push_back(method.dimensions[i]);
    reach(method.impact, impacts[i]);
  }
  if (!any || request.rating.likelihood == -1) return "-1";
  return score_text(scored(method, request));
}

std::string matrix_lookup(Input const& input, std::string const& quantity) {
  if (quantity != "level") unknown(quantity);
  Method method;
  method.key = *Key<"risk-method">::parse("grid");
  method.lowest = 0;
  int highest = 1;
  for (auto const& row : input.at("grid").as_array()) {
    auto& cells = method.grid.emplace_back();
    for (auto const& cell : row.as_array()) cells.push_back(integer(cell) + 1);
    highest = std::max(highest, *std::ranges::max_element(cells));
  }
  method.likelihood = scale_of(static_cast<int>(method.grid.size()));
  method.impact = scale_of(static_cast<int>(method.grid.front().size()));
  for (int i = 0; i < std::max(highest, 2); ++i)
    method.bands.push_back({std::to_string(i), "#000000", false, {}, {}, {}});
  ScoreRequest request;
  request.rating.likelihood = integer(input, "likelihood_index");
  request.rating.impact = integer(input, "impact_index");
  return std::to_string(scored(method, request).level - 1);
}

std::string cia_weighted(Input const& input, std::string const& quantity) {
  bool const mean = quantity == "weighted_mean";
  if (!mean && quantity != "max") unknown(quantity);
  auto method = built_in(mean ? "cia-weighted-mean" : "cia-weighted-max");
  method.lowest = 0;
  Rating rating;
  rating.likelihood = 1;
  rating.impacts = integers(input.at("impact").as_object(), {"C", "I", "A"});
  for (int const each : rating.impacts) reach(method.impact, each);
  if (mean) {
    method.dimension_weights.clear();
    for (auto const name : cia) method.dimension_weights.push_back(decimal(input.at("weights").at(name)));
  }
  return axis(method, rating, RiskAxis::impact);
}

std::string additive(Input const& input, std::string const& quantity) {
  if (quantity != "measure") unknown(quantity);
  auto const method = built_in("iso27005-asset");
  ScoreRequest request;
  request.rating.impact = integer(input, "asset");
  request.rating.likelihood = integer(input, "threat");
  request.rating.vulnerability = integer(input, "vulnerability");
  return score_text(scored(method, request));
}

// A method every score of which is @p value, so that effects on the score can be seen.
Method constant_method(Decimal const& value, EffectRule effects) {
  Method method;
  method.key = *Key<"risk-method">::parse("constant");
  method.likelihood = method.impact = scale_of(2);
  method.bands = {{"low", "#000000", true, {}, {}, *Decimal::from(1, 0)}, {"high", "#ffffff", false, {}, {}, {}}};
  method.scores = {{value, value}, {value, value}};
  method.effects = effects;
  return method;
}

std::string residual(Input const& input, EffectRule rule, RiskStage stage) {
  auto const method = constant_method(decimal(input.at("inherent")), rule);
  ScoreRequest request;
  request.rating.likelihood = request.rating.impact = 1;
  request.stage = stage;
  int number = 0;
  for (auto const& each : input.at("controls").as_array()) {
    auto const share = decimal(each.at("effectiveness"));
    auto const status = parse_enum<ImplementationStatus>(std::string(each.at("status").as_string()));
    if (!status) throw Unfit("an unknown status of a control");
    if (share.digits() == 0) continue;  // no effect
    request.effects.push_back(
        {{*Criterion::parse("own:" + std::to_string(++number)), ReducedPart::score, {}, share, {}, {}, {}, {}},
         *status,
         false});
  }
  return score_text(scored(method, request));
}
std::string residual_multiplicative(Input const& input, std::string const& quantity) {
  if (quantity != "residual") unknown(quantity);
  return residual(input, EffectRule::multiplicative, RiskStage::residual);
}
std::string residual_best_single(Input const& input, std::string const& quantity) {
  if (quantity != "residual") unknown(quantity);
  return residual(input, EffectRule::best_single, RiskStage::residual);
}
std::string target_multiplicative(Input const& input, std::string const& quantity) {
  if (quantity != "target") unknown(quantity);
  return residual(input, EffectRule::multiplicative, RiskStage::target);
}

void rate_factors(Rating& rating, Method const& method, RiskAxis axis, std::string_view group,
                  json::value const& values) {
  auto value = values.as_array().begin();
  for (auto const& factor : method.factors) {
    if (factor.axis != axis || factor.group != group) continue;
    if (value == values.as_array().end()) throw Unfit("too few factors");
    rating.factors.push_back({factor.name, integer(*value++)});
  }
  if (value != values.as_array().end()) throw Unfit("too many factors");
}

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0]);
  return text;
}

std::string owasp(Input const& input, std::string const& quantity) {
  auto const method = built_in("owasp");
  ScoreRequest request;
  rate_factors(request.rating, method, RiskAxis::likelihood, "", input.at("likelihood_factors"));
  bool const business = quantity != "severity_by_technical_impact" && quantity != "technical_impact";
  rate_factors(request.rating, method, RiskAxis::impact, business ? "business" : "technical",
               input.at(business ? "business_impact" : "technical_impact"));
  if (quantity == "likelihood") return axis(method, request.rating, RiskAxis::likelihood);
  if (quantity == "technical_impact" || quantity == "business_impact")
    return axis(method, request.rating, RiskAxis::impact);
  if (!quantity.starts_with("severity_by_")) unknown(quantity);
  return capitalised(scored(method, request).band);
}

std::string dread(Input const& input, std::string const& quantity) {
  if (quantity != "score") unknown(quantity);
  ScoreRequest request;
  request.rating.factors = {{"damage", integer(input, "D")},
                            {"reproducibility", integer(input, "R")},
                            {"exploitability", integer(input, "E")},
                            {"affected users", integer(input, "A")},
                            {"discoverability", integer(input, "Di")}};
  return score_text(scored(built_in("dread"), request));
}

std::string appetite(Input const& input, std::string const& quantity) {
  if (quantity != "band") unknown(quantity);
  auto name = to_string(
      appetite_band(decimal(input.at("value")), decimal(input.at("appetite")), decimal(input.at("tolerance"))));
  std::ranges::replace(name, '-', '_');
  return name;
}

struct RuleRow {
  std::string_view name;
  std::string (*answer)(Input const&, std::string const& quantity);
};
constexpr RuleRow rules[] = {
    {"monarc_information", monarc_information},
    {"monarc_operational", monarc_operational},
    {"matrix_lookup", matrix_lookup},
    {"cia_weighted", cia_weighted},
    {"asset_threat_vulnerability_additive", additive},
    {"residual_multiplicative", residual_multiplicative},
    {"residual_best_single", residual_best_single},
    {"target_multiplicative", target_multiplicative},
    {"owasp_risk_rating", owasp},
    {"dread_mean", dread},
    {"appetite", appetite},
};

}  // namespace

Got qualitative(std::string const& rule, boost::json::object const& input, std::string const& quantity) {
  auto const row = std::ranges::find(rules, rule, &RuleRow::name);
  if (row == std::end(rules)) return {{}, "unknown rule " + rule};
  try {
    return {row->answer(input, quantity), {}};
  } catch (std::exception const& refused) {
    return {{}, refused.what()};
  }
}

}  // namespace annexa::testing
