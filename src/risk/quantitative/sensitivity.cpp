#include <annexa/risk/quantitative/sensitivity.hpp>

#include <algorithm>
#include <map>

#include "law.hpp"
#include "nodes.hpp"
#include "sampler.hpp"
#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

// A number of the loss: an input of the model, or a constant.
struct Factor {
  std::size_t input = 0;
  Real constant = 1;
  bool drawn = false;
};
struct LossTerms {
  std::vector<Factor> rate;                // multiplied
  std::vector<std::vector<Factor>> forms;  // each multiplied, then summed up
};

// The loss of a year as a function of what is drawn.
class LossModel {
 public:
  explicit LossModel(Portfolio const& portfolio) {
    for (auto const& scenario : portfolio.scenarios) scenarios_.push_back(terms_of(scenario));
  }

  [[nodiscard]] std::vector<Distribution> const& inputs() const noexcept { return inputs_; }
  [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }
  [[nodiscard]] Real loss(std::span<Real const> values) const noexcept {
    Real sum = 0;
    for (auto const& scenario : scenarios_) {
      Real each = 0;
      for (auto const& form : scenario.forms) each += product(form, values);
      sum += product(scenario.rate, values) * each;
    }
    return sum;
  }

 private:
  static Real product(std::vector<Factor> const& factors, std::span<Real const> values) noexcept {
    Real out = 1;
    for (auto const& factor : factors) out *= factor.drawn ? values[factor.input] : factor.constant;
    return out;
  }
  Factor factor_of(std::string const& name, Distribution const& distribution) {
    if (distribution.dist == DistributionKind::constant) return {0, *distribution.value, false};
    inputs_.push_back(distribution);
    names_.push_back(name);
    return {inputs_.size() - 1, 1, true};
  }
  LossTerms terms_of(Scenario const& scenario) {
    LossTerms out;
    for (auto const& row : node_rows)
      if (auto const& distribution = scenario.*row.member; row.scales_rate && distribution)
        out.rate.push_back(factor_of(scenario.name + '.' + std::string(row.name), *distribution));
    if (scenario.threat_capability)
      out.rate.push_back(
          {0, probability_above(*law_of(*scenario.threat_capability), Sampler(law_of(*scenario.resistance_strength))),
           false});
    if (scenario.severity) out.forms.push_back({factor_of(scenario.name + ".severity", *scenario.severity)});
    for (auto const* list : {&scenario.primary_loss, &scenario.secondary_loss}) {
      for (auto const& form : *list) {
        std::vector<Factor> factors{factor_of(scenario.name + '.' + form.form, form.magnitude)};
        if (form.probability)
          factors.push_back(factor_of(scenario.name + '.' + form.form + ".probability", *form.probability));
        out.forms.push_back(std::move(factors));
      }
    }
    return out;
  }

  std::vector<LossTerms> scenarios_;
  std::vector<Distribution> inputs_;
  std::vector<std::string> names_;
};

}  // namespace

result<Sensitivity> sensitivity(Portfolio const& portfolio, std::int64_t points, std::int64_t seed) {
  Error errors;
  check_portfolio(portfolio, errors);
  if (!errors.empty()) return errors;
  LossModel const model(portfolio);
  auto const indices = sobol_indices(
      model.inputs(), [&](std::span<Real const> values) { return model.loss(values); }, points, seed);
  if (!indices) return indices.error();

  Real units = 1;
  for (int place = 0; place < portfolio.currency.places(); ++place) units *= 10;
  std::vector<std::unique_ptr<Law const>> laws;
  std::vector<Real> means;
  for (auto const& input : model.inputs()) {
    laws.push_back(law_of(input));
    means.push_back(laws.back()->moments().mean);
  }
  Sensitivity out;
  out.mean = money_of(units * model.loss(means), portfolio.currency);
  out.points = points;
  out.seed = seed;
  for (std::size_t i = 0; i < laws.size(); ++i) {
    // Each factor stands once in its term, so the mean of the loss is the loss at the means.
    auto const at = [&](Tails p) {
      auto values = means;
      values[i] = laws[i]->quantile(p);
      return money_of(units * model.loss(values), portfolio.currency);
    };
    out.nodes.push_back({model.names()[i], at({0.1, 0.9}), at({0.9, 0.1}), (*indices)[i]});
  }
  std::ranges::stable_sort(out.nodes, std::ranges::greater{}, [](NodeSensitivity const& node) {
    auto const way = node.high.minor_units() - node.low.minor_units();
    return way < 0 ? -way : way;
  });
  return out;
}

}  // namespace v1
}  // namespace annexa
