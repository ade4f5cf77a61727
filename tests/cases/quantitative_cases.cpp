#include "quantitative_cases.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <numbers>
#include <numeric>

#include "annexa/base/json.hpp"
#include "annexa/risk/quantitative/sensitivity.hpp"
#include "annexa/risk/quantitative/simulation.hpp"
#include "annexa/risk/quantitative/treatment_choice.hpp"
#include "risk/quantitative/block.hpp"
#include "risk/quantitative/simulation_data.hpp"

namespace annexa::testing {
namespace {

namespace json = boost::json;
using namespace annexa::detail;

double number_of(std::string_view text) {
  double out = 0;
  if (text == "pi" || text == "-pi") return text == "pi" ? std::numbers::pi : -std::numbers::pi;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// ---- From the reference files' words to ours

struct Spelling {
  std::string_view theirs;
  std::string_view ours;
};
constexpr Spelling spellings[] = {{"lognormal_ci90", "lognormal-interval"},
                                  {"lognormal_mean_sd", "lognormal-moments"},
                                  {"metalog3", "metalog"},
                                  {"normal_clipped_at_0", "normal-clipped"},
                                  {"negbin", "negative-binomial"},
                                  {"gpd", "generalized-pareto"},
                                  {"lognormal_gpd", "lognormal-pareto"}};

Distribution distribution_of(json::value const& model) {
  json::object ours;
  if (auto const* text = model.if_string()) {  // "uniform(2,12)"
    std::string_view const whole(text->data(), text->size());
    auto const open = whole.find('(');
    std::vector<double> numbers;
    for (auto at = open; at != whole.npos && at + 1 < whole.size(); at = whole.find(',', at + 1)) {
      auto const end = std::min(whole.find(',', at + 1), whole.find(')', at + 1));
      numbers.push_back(number_of(whole.substr(at + 1, end - at - 1)));
    }
    ours = {{"dist", whole.substr(0, open)}, {"low", numbers.front()}, {"high", numbers.back()}};
    if (numbers.size() == 3) ours["mode"] = numbers[1];
  } else {
    for (auto const& [key, value] : model.as_object()) {
      if (value.is_null()) continue;
      auto name = std::string(key);
      ours[name] = value;
    }
    std::string dist(ours.at("dist").as_string());
    if (dist == "normal_clipped_at_0") ours["low"] = 0;
    for (auto const& row : spellings)
      if (row.theirs == dist) dist = row.ours;
    std::ranges::replace(dist, '_', '-');
    ours["dist"] = dist;
  }
  return from_json<Distribution>(ours).value();
}

json::value renamed(json::object const& object, char const* name) {
  auto const* value = object.if_contains(name);
  return value ? *value : json::value();
}

Distribution constant(double value) {
  Distribution out;
  out.value = value;
  return out;
}

Scenario annual_loss(json::object const& model) {
  Scenario out;
  out.name = "case";
  out.severity = distribution_of(model.at("severity"));
  if (model.at("annual_loss") == "compound") {
    out.frequency = distribution_of(model.at("frequency"));
  } else {
    Distribution once;
    once.dist = DistributionKind::bernoulli;
    once.p = model.at("p").to_number<double>();
    out.frequency = once;
  }
  return out;
}

Scenario fair(json::object const& tree) {
  Scenario out;
  out.name = "case";
  auto const set = [&](std::optional<Distribution>& member, char const* name) {
    if (auto const value = renamed(tree, name); !value.is_null()) member = distribution_of(value);
  };
  set(out.loss_event_frequency, "lef");
  set(out.threat_event_frequency, "tef");
  set(out.contact_frequency, "cf");
  set(out.probability_of_action, "poa");
  set(out.vulnerability, "v");
  set(out.threat_capability, "tc");
  set(out.resistance_strength, "cs");
  out.primary_loss.push_back({"primary", {}, distribution_of(tree.at("pl"))});
  if (tree.contains("slem")) {
    LossForm secondary{"secondary", {}, distribution_of(tree.at("slem"))};
    if (tree.contains("slef")) secondary.probability = distribution_of(tree.at("slef"));
    out.secondary_loss.push_back(secondary);
  }
  return out;
}

void add_marginals(json::object const& model, Portfolio& portfolio) {
  bool const joint = model.at("portfolio") == "joint_occurrence";
  auto const& rows = model.at(joint ? "p" : "marginals").as_array();
  portfolio.semantics = joint ? AnnualSemantics::event_level : AnnualSemantics::annualized_product;
  for (auto const& row : rows) {
    Scenario scenario;
    scenario.name = "s" + std::to_string(portfolio.scenarios.size());
    if (joint) {
      scenario.frequency.emplace().dist = DistributionKind::bernoulli;
      scenario.frequency->p = row.to_number<double>();
      scenario.severity = constant(1);
    } else {
      scenario.loss_event_frequency = constant(1);
      scenario.severity = distribution_of(row);
    }
    portfolio.scenarios.push_back(scenario);
  }
  auto const& copula = model.at("copula");
  if (copula == "independent") return;
  double const rho = copula.is_string() ? 1 : copula.at("rho").to_number<double>();
  Dependence dependence;
  if (copula.is_object() && copula.as_object().contains("df")) {
    dependence.copula = CopulaKind::student_t;
    dependence.degrees_of_freedom = copula.at("df").to_number<double>();
  }
  std::string const member = joint ? ".frequency" : ".severity";
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = i + 1; j < rows.size(); ++j)
      dependence.correlations.push_back({"s" + std::to_string(i) + member, "s" + std::to_string(j) + member, rho});
  portfolio.dependence = dependence;
}

Portfolio portfolio_of(json::object const& model) {
  Portfolio out;
  out.semantics = AnnualSemantics::event_level;
  if (model.contains("dist")) {
    Scenario scenario;
    scenario.name = "case";
    auto const distribution = distribution_of(model);
    bool const counts = counts_events(distribution.dist);
    if (!counts) out.semantics = AnnualSemantics::annualized_product;
    (counts ? scenario.frequency : scenario.loss_event_frequency) = counts ? distribution : constant(1);
    scenario.severity = counts ? constant(1) : distribution;
    out.scenarios.push_back(scenario);
  } else if (model.contains("annual_loss")) {
    out.scenarios.push_back(annual_loss(model));
  } else if (model.contains("fair") && model.at("fair").is_object()) {
    if (model.at("semantics") == "annualised_product") out.semantics = AnnualSemantics::annualized_product;
    out.scenarios.push_back(fair(model.at("fair").as_object()));
  } else if (model.contains("portfolio")) {
    add_marginals(model, out);
  } else {
    out.scenarios.clear();
  }
  return out;
}

// ---- Models with indices

std::vector<SobolIndex> indices_of(json::object const& model, std::int64_t points, std::int64_t seed) {
  std::vector<Distribution> inputs;
  SensitivityModel function;
  if (model.at("sensitivity") == "ishigami") {
    double const a = model.at("a").to_number<double>();
    double const b = model.at("b").to_number<double>();
    inputs.assign(3, distribution_of(model.at("x")));
    function = [a, b](std::span<Real const> x) {
      return std::sin(x[0]) + a * std::sin(x[1]) * std::sin(x[1]) + b * std::pow(x[2], 4) * std::sin(x[0]);
    };
  } else if (model.at("sensitivity") == "product") {
    for (auto const& each : model.at("x").as_array()) inputs.push_back(distribution_of(each));
    function = [](std::span<Real const> x) { return std::accumulate(x.begin(), x.end(), 1.0, std::multiplies<>()); };
  } else {
    throw std::runtime_error("this model is not known");
  }
  return sobol_indices(inputs, function, points, seed).value();
}

// ---- Statistics of pairs

double pearson(std::vector<double> const& x, std::vector<double> const& y) {
  double const n = static_cast<double>(x.size());
  double const mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
  double const my = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

std::vector<double> ranks(std::vector<double> const& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<double> out(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = static_cast<double>(i);
  return out;
}

// Pairs in order less pairs that are not, by counting exchanges of a merge sort.
double kendall(std::vector<double> const& x, std::vector<double> const& y) {
  auto const by_x = ranks(x);
  std::vector<double> sorted(y.size());
  for (std::size_t i = 0; i < y.size(); ++i) sorted[static_cast<std::size_t>(by_x[i])] = y[i];
  std::vector<double> room(sorted.size());
  double exchanges = 0;
  for (std::size_t width = 1; width < sorted.size(); width *= 2) {
    for (std::size_t low = 0; low < sorted.size(); low += 2 * width) {
      auto const middle = std::min(low + width, sorted.size());
      auto const high = std::min(low + 2 * width, sorted.size());
      std::size_t i = low;
      std::size_t j = middle;
      for (std::size_t k = low; k < high; ++k) {
        if (j >= high || (i < middle && sorted[i] <= sorted[j])) {
          room[k] = sorted[i++];
        } else {
          exchanges += static_cast<double>(middle - i);
          room[k] = sorted[j++];
        }
      }
    }
    sorted.swap(room);
  }
  double const n = static_cast<double>(y.size());
  return 1 - 4 * exchanges / (n * (n - 1));
}

// A lognormal through two points of a tolerance curve.
Estimated tolerance_quantity(json::object const& model, std::string const& name) {
  auto const& points = model.at("points").as_array();
  auto const point = [&](std::size_t i) {
    return std::pair(points.at(i).at(0).to_number<double>(), points.at(i).at(1).to_number<double>());
  };
  auto const curve = tolerance_curve(point(0).first, point(0).second, point(1).first, point(1).second);
  if (!curve) return {{}, false, curve.error().text()};
  if (name == "mu") return {*curve->mu, false, {}};
  if (name == "sigma") return {*curve->sigma, false, {}};
  if (name.starts_with("prob:gt:"))
    return {1 - cdf(*curve, number_of(std::string_view(name).substr(8))).value(), false, {}};
  return {{}, false, "this quantity is not known"};
}

// Scenarios of one certain loss a year each, and controls that take parts of them away.
Portfolio treated_portfolio(json::object const& model) {
  Portfolio out;
  out.currency = Currency::parse("EUR").value();
  out.semantics = AnnualSemantics::annualized_product;
  for (auto const& ale : model.at("ale").as_array()) {
    Scenario scenario;
    scenario.name = "s" + std::to_string(out.scenarios.size());
    scenario.loss_event_frequency = constant(1);
    scenario.severity = constant(ale.to_number<double>());
    out.scenarios.push_back(scenario);
  }
  for (auto const& control : model.at("controls").as_array()) {
    TreatmentCandidate candidate;
    candidate.name = "c" + std::to_string(out.treatments.size());
    candidate.cost = money_of(100 * control.at("cost").to_number<double>(), out.currency);
    auto const& effects = control.at("eff").as_array();
    for (std::size_t i = 0; i < effects.size(); ++i)
      candidate.effects.push_back({"s" + std::to_string(i) + ".severity", effects[i].to_number<double>()});
    out.treatments.push_back(candidate);
  }
  return out;
}

Estimated treatment_quantity(json::object const& model, std::string const& name) {
  auto const portfolio = treated_portfolio(model);
  ChoiceOptions options;
  options.budget = money_of(100 * model.at("budget").to_number<double>(), portfolio.currency);
  options.add_cost = name == "min_residual_plus_cost";
  auto const found = choose_treatments(portfolio, options);
  if (!found) return {{}, false, found.error().text()};
  double const left = found->chosen.objective / 100;
  if (name == "min_residual_ale") return {left, false, {}};
  if (name == "min_residual_plus_cost")
    return {left + static_cast<double>(found->chosen.cost.minor_units()) / 100, false, {}};
  if (name == "rosi_of_min_residual" && found->rosi) return {*found->rosi, false, {}};
  return {{}, false, "this quantity is not known"};
}

}  // namespace

struct QuantitativeModel::Data {
  json::object model;
  double scale = 1;  // units of the simulation in one of the model's
  std::int64_t trials = 0;
  std::optional<Program> program;
  Tally total;
  std::vector<std::vector<double>> samples;  // of pairs
  std::vector<SobolIndex> indices;
  std::uint64_t both = 0;
  std::uint64_t none = 0;
  std::string why;

  void simulate(Portfolio const& portfolio, std::int64_t seed);
  [[nodiscard]] double amount(Money const& money) const { return static_cast<double>(money.minor_units()) / scale; }
};

void QuantitativeModel::Data::simulate(Portfolio const& portfolio, std::int64_t seed) {
  auto made = program_of(portfolio, {}, static_cast<std::uint64_t>(seed), 1);
  if (!made) {
    why = made.error().text();
    return;
  }
  double typical = 0;
  for (auto const& scenario : made->scenarios)
    for (auto const& loss : scenario.losses)
      typical += loss.magnitude.sampler ? std::fabs(loss.magnitude.sampler->law().quantile({0.9, 0.1})) : 1;
  scale = std::exp2(std::floor(std::log2(1e8 / std::max(typical, 1e-12))));
  program = *program_of(portfolio, {}, static_cast<std::uint64_t>(seed), scale);
  BlockSimulator simulator(*program, kernels_of(InstructionSet::best));
  auto const count = program->scenarios.size();
  bool const pairs = count == 2;
  if (pairs) samples.resize(2);
  std::vector<std::int64_t> sums(block_size);
  std::vector<std::int64_t> largest(block_size);
  for (std::int64_t block = 0; block < blocks_of(trials); ++block) {
    auto const years =
        static_cast<std::size_t>(std::min<std::int64_t>(block_size, trials - block * simulation_block_years));
    std::ranges::fill(sums, 0);
    std::ranges::fill(largest, 0);
    std::vector<int> happened(years);
    simulator.begin(static_cast<std::uint64_t>(block));
    for (std::size_t i = 0; i < count; ++i) {
      auto const drawn = simulator.simulate(i, years, {});
      for (std::size_t k = 0; k < years; ++k) {
        sums[k] += drawn.sums[k];
        if (!drawn.largest_events.empty()) largest[k] = std::max(largest[k], drawn.largest_events[k]);
        happened[k] += drawn.sums[k] != 0 ? 1 : 0;
        if (pairs) samples[i].push_back(static_cast<double>(drawn.sums[k]) / scale);
      }
    }
    for (int const each : happened) {
      both += each == static_cast<int>(count) ? 1 : 0;
      none += each == 0 ? 1 : 0;
    }
    total.add({sums.data(), years}, {sums.data(), years});
    total.largest_events.add({largest.data(), years});
  }
}

QuantitativeModel::QuantitativeModel(json::object const& model, std::int64_t trials, std::int64_t seed)
    : data_(std::make_unique<Data>()) {
  data_->model = model;
  data_->trials = trials;
  try {
    auto const portfolio = portfolio_of(model);
    if (!portfolio.scenarios.empty()) data_->simulate(portfolio, seed);
    if (model.contains("sensitivity")) data_->indices = indices_of(model, trials, seed);
  } catch (std::exception const& failure) {
    data_->why = failure.what();
  }
}
QuantitativeModel::~QuantitativeModel() = default;
QuantitativeModel::QuantitativeModel(QuantitativeModel&&) noexcept = default;

Estimated QuantitativeModel::quantity(std::string const& name) const {
  auto const& data = *data_;
  if (data.model.contains("fair") && data.model.at("fair") == "vulnerability" && name == "prob:tc_gt_cs") {
    Sampler const strength(law_of(distribution_of(data.model.at("control_strength"))));
    return {probability_above(*law_of(distribution_of(data.model.at("threat_capability"))), strength), false, {}};
  }
  if (name.starts_with("sobol:S")) {
    bool const total = name.starts_with("sobol:ST");
    auto const index = static_cast<std::size_t>(number_of(std::string_view(name).substr(total ? 8 : 7)));
    if (index < 1 || index > data.indices.size()) return {{}, false, "there is no such input"};
    auto const& found = data.indices[index - 1];
    return {(total ? found.total : found.first_order).value, true, {}};
  }
  if (data.model.contains("treatment")) return treatment_quantity(data.model.at("treatment").as_object(), name);
  if (data.model.contains("tolerance_curve")) return tolerance_quantity(data.model, name);
  if (!data.program) return {{}, false, data.why.empty() ? "this model is not known" : data.why};
  auto const at = name.rfind(':');
  auto const what = name.substr(0, at);
  double const parameter = at == name.npos ? 0 : number_of(std::string_view(name).substr(at + 1));
  double const n = static_cast<double>(data.trials);
  if (name == "pearson" || name == "spearman" || name == "kendall") {
    if (data.samples.size() != 2) return {{}, false, "a correlation is of two"};
    auto const& [x, y] = std::tie(data.samples[0], data.samples[1]);
    if (name == "pearson") return {pearson(x, y), true, {}};
    return {name == "kendall" ? kendall(x, y) : pearson(ranks(x), ranks(y)), true, {}};
  }
  if (name == "prob:both") return {static_cast<double>(data.both) / n, true, {}};
  if (name == "prob:none") return {static_cast<double>(data.none) / n, true, {}};
  if (name == "prob:eq:0") return {static_cast<double>(data.total.years.zeros) / n, true, {}};
  if (what == "prob:gt")
    return {probability_above(data.total.years, data.trials, parameter * data.scale).value, true, {}};
  if (what == "prob_max_event:gt")
    return {probability_above(data.total.largest_events, data.trials, parameter * data.scale).value, true, {}};
  FigureOptions options{{0.5}, {0.5}, {}};
  if (at != name.npos) options = {{parameter}, {parameter}, {}};
  auto const figures = figures_of(data.total, data.total, data.trials, {}, true, options);
  if (name == "mean") return {data.amount(figures.mean.value), true, {}};
  if (name == "sd") return {data.amount(figures.standard_deviation.value), true, {}};
  if (what == "quantile") return {data.amount(figures.quantiles.front().value), true, {}};
  if (what == "expected_shortfall") return {data.amount(figures.expected_shortfall.front().value), true, {}};
  return {{}, false, "this quantity is not known"};
}

}  // namespace annexa::testing
