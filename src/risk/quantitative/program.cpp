#include "program.hpp"

#include <annexa/base/json.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "correlation.hpp"
#include "dependent_draws.hpp"
#include "nodes.hpp"
#include "number_text.hpp"
#include "quadrature.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {
namespace {

constexpr Real most_simulated_events = 10'000;

std::string text_of_distribution(Distribution const& distribution) {
  return boost::json::serialize(write_json(type_of<Distribution>, &distribution));
}

// A count of which each event stays with the probability @p part: all kinds are closed under that.
Distribution thinned(Distribution count, Real part) {
  if (count.rate) *count.rate *= part;
  if (count.p) *count.p *= part;
  if (count.dist == DistributionKind::negative_binomial) *count.mean *= part;
  return count;
}

// The tables of the portfolio's distributions, each made once.
class Tables {
 public:
  std::shared_ptr<Sampler const> of(Distribution const& distribution) {
    auto& at = samplers_[text_of_distribution(distribution)];
    if (!at) at = std::make_shared<Sampler const>(law_of(distribution));
    return at;
  }
  std::shared_ptr<CountSampler const> count_of(Distribution const& distribution) {
    auto& at = counts_[text_of_distribution(distribution)];
    if (!at) at = std::make_shared<CountSampler const>(law_of(distribution));
    return at;
  }

 private:
  std::map<std::string, std::shared_ptr<Sampler const>> samplers_;
  std::map<std::string, std::shared_ptr<CountSampler const>> counts_;
};

class Compiler {
 public:
  Compiler(Portfolio const& portfolio, std::uint64_t seed, std::optional<Real> units, Error& errors)
      : portfolio_(portfolio), errors_(errors) {
    program_.currency = portfolio.currency;
    program_.semantics = portfolio.semantics.value_or(AnnualSemantics::event_level);
    program_.seed = seed;
    for (int place = 0; place < portfolio.currency.places(); ++place) units_ *= 10;
    units_ = units.value_or(units_);
  }

  Program run(std::vector<std::string> const& treatments) {
    apply(treatments);
    if (portfolio_.dependence) join(*portfolio_.dependence);
    std::map<std::string, std::size_t> categories;
    for (auto const& scenario : portfolio_.scenarios) {
      if (!scenario.category.empty() && categories.emplace(scenario.category, program_.categories.size()).second)
        program_.categories.push_back(scenario.category);
    }
    for (std::size_t i = 0; i < portfolio_.scenarios.size(); ++i) {
      auto const& scenario = portfolio_.scenarios[i];
      auto program = compile(scenario, "/scenarios/" + std::to_string(i));
      program.category = scenario.category.empty() ? no_category : categories[scenario.category];
      program_.scenarios.push_back(std::move(program));
    }
    return std::move(program_);
  }

 private:
  // The parts of the nodes that are left by the treatments.
  void apply(std::vector<std::string> const& treatments) {
    for (auto const& name : treatments) {
      auto const at = std::ranges::find(portfolio_.treatments, name, &TreatmentCandidate::name);
      if (at == portfolio_.treatments.end()) {
        errors_.add(portfolio_rules::unknown_treatment, "/treatments", {{"found", name}});
        continue;
      }
      for (auto const& effect : at->effects)
        left_.try_emplace(effect.node, Real{1}).first->second *= 1 - effect.reduction;
    }
  }
  [[nodiscard]] Real left(std::string const& node) const {
    auto const at = left_.find(node);
    return at == left_.end() ? 1 : at->second;
  }
  [[nodiscard]] std::uint64_t key(std::string const& name) const noexcept { return stream_key(program_.seed, name); }

  Node node_of(std::string name, Distribution const& distribution, Real factor) {
    Node node;
    node.factor = factor * left(name);
    if (distribution.dist == DistributionKind::constant) {
      node.factor *= *distribution.value;
    } else {
      node.sampler = tables_.of(distribution);
      node.key = key(name);
      if (auto const at = rows_.find(name); at != rows_.end()) node.row = at->second;
    }
    node.name = std::move(name);
    return node;
  }

  ScenarioProgram compile(Scenario const& scenario, std::string const& where) {
    ScenarioProgram out;
    out.name = scenario.name;
    out.count_key = key(scenario.name + ".events");
    Real const mean = scenario.frequency ? count(scenario, out) : rates(scenario, out);
    if (program_.semantics == AnnualSemantics::event_level && mean > most_simulated_events)
      errors_.add(portfolio_rules::events, where, {{"found", text_of(mean)}});
    auto const add = [&](std::string const& form, Distribution const& magnitude,
                         std::optional<Distribution> const& part_of) {
      auto const name = scenario.name + '.' + form;
      LossNode loss;
      if (part_of) loss.probability = node_of(name + ".probability", *part_of, 1);
      loss.occurrence_key = key(name + ".occurrence");
      loss.magnitude = node_of(name, magnitude, units_);
      out.losses.push_back(std::move(loss));
    };
    if (scenario.severity) add("severity", *scenario.severity, {});
    for (auto const* list : {&scenario.primary_loss, &scenario.secondary_loss})
      for (auto const& form : *list) add(form.form, form.magnitude, form.probability);
    return out;
  }

  // A distribution of the number itself.
  Real count(Scenario const& scenario, ScenarioProgram& out) {
    auto const name = scenario.name + ".frequency";
    auto const distribution = thinned(*scenario.frequency, left(name));
    out.count = tables_.count_of(distribution);
    if (auto const at = rows_.find(name); at != rows_.end()) {
      out.count_row = at->second;
      out.count_edges = count_edges(out.count->law());
    }
    return out.count->law().moments().mean;
  }

  // Up to where a single deviation in 2^50 lies beyond.
  [[nodiscard]] std::vector<Real> count_edges(Law const& law) const {
    constexpr Real least = 0x1p-50;
    std::vector<Real> out;
    auto const last = events_at(law, {1 - least, least});
    for (std::uint32_t number = 0; number < last; ++number)
      out.push_back(program_.copula->deviations->deviation(law.cdf(static_cast<Real>(number))));
    return out;
  }

  // A product of rates and probabilities; where none of them is drawn, one distribution of the number.
  Real rates(Scenario const& scenario, ScenarioProgram& out) {
    out.rate = left(scenario.name + ".frequency");
    Real mean = 1;
    for (auto const& row : node_rows) {
      auto const& distribution = scenario.*row.member;
      if (!row.scales_rate || !distribution) continue;
      auto node = node_of(scenario.name + '.' + std::string(row.name), *distribution, 1);
      if (!node.sampler) {
        out.rate *= node.factor;
        continue;
      }
      mean *= node.factor * node.sampler->law().moments().mean;
      out.rates.push_back(std::move(node));
    }
    if (scenario.threat_capability)
      out.rate *= probability_above(*law_of(*scenario.threat_capability), *tables_.of(*scenario.resistance_strength));
    mean *= out.rate;
    if (program_.semantics == AnnualSemantics::event_level && out.rates.empty() && mean <= most_simulated_events) {
      Distribution poisson;
      poisson.dist = mean > 0 ? DistributionKind::poisson : DistributionKind::bernoulli;
      (mean > 0 ? poisson.rate : poisson.p) = mean;
      out.count = tables_.count_of(poisson);
    }
    return mean;
  }

  // ---- Dependence

  void join(Dependence const& dependence) {
    std::vector<std::string> names;
    auto const row_of = [&](std::string const& name) {
      auto const resolved = resolve(name);
      auto const [at, is_new] = rows_.emplace(resolved, names.size());
      if (is_new) names.push_back(resolved);
      return at->second;
    };
    Copula copula;
    copula.kind = dependence.copula;
    if (dependence.factors.empty()) {
      for (auto const& pair : dependence.correlations) {
        row_of(pair.one);
        row_of(pair.other);
      }
      SymmetricMatrix matrix(names.size());
      for (auto const& pair : dependence.correlations)
        matrix.set(row_of(pair.one), row_of(pair.other), pair.correlation);
      mix(std::move(matrix), dependence.repair, copula);
    } else {
      for (auto const& row : dependence.factors) {
        row_of(row.node);
        Real squares = 0;
        for (Real const loading : row.loadings) {
          copula.mix.push_back(loading);
          squares += loading * loading;
        }
        copula.mix.push_back(std::sqrt(std::max(Real{0}, 1 - squares)));
      }
      for (std::size_t i = 0; i < dependence.factors.front().loadings.size(); ++i)
        copula.common.push_back(key("factor " + std::to_string(i)));
    }
    for (auto const& name : names) copula.keys.push_back(key(name));
    tables(dependence, copula);
    program_.copula = std::move(copula);
  }

  // "SCENARIO.frequency" names the rate that is drawn, whichever it is.
  [[nodiscard]] std::string resolve(std::string const& name) const {
    for (auto const& scenario : portfolio_.scenarios) {
      if (name != scenario.name + ".frequency" || scenario.frequency) continue;
      for (auto const& row : node_rows)
        if (auto const& distribution = scenario.*row.member;
            row.scales_rate && distribution && distribution->dist != DistributionKind::constant)
          return scenario.name + '.' + std::string(row.name);
    }
    return name;
  }

  void mix(SymmetricMatrix matrix, bool repair, Copula& copula) {
    auto factor = cholesky(matrix);
    if (!factor) {
      Real const least = least_eigenvalue(matrix);
      if (!repair) return errors_.add(portfolio_rules::contradictory, "/dependence", {{"found", text_of(least)}});
      auto const nearest = nearest_correlation(matrix);
      program_.repaired = nearest.difference(matrix);
      factor = cholesky(nearest);
    }
    if (factor) copula.mix = *std::move(factor);
  }

  void tables(Dependence const& dependence, Copula& copula) {
    Distribution normal;
    normal.dist = DistributionKind::normal;
    normal.mean = 0;
    normal.sd = 1;
    copula.normal = tables_.of(normal);
    copula.deviations = normal_deviations();
    if (dependence.copula != CopulaKind::student_t) return;
    copula.degrees_of_freedom = *dependence.degrees_of_freedom;
    copula.spread_key = key("copula");
    copula.deviations = t_deviations(copula.degrees_of_freedom);
    Distribution chi_square;
    chi_square.dist = DistributionKind::gamma;
    chi_square.shape = copula.degrees_of_freedom / 2;
    chi_square.scale = 2;
    copula.spread = tables_.of(chi_square);
  }

  Portfolio const& portfolio_;
  Error& errors_;
  Program program_;
  Tables tables_;
  Real units_ = 1;  // minor units in one of the currency
  std::map<std::string, Real, std::less<>> left_;
  std::map<std::string, std::size_t, std::less<>> rows_;  // of the copula, by node
};

std::uint64_t fingerprint_of(Portfolio const& portfolio, std::vector<std::string> treatments, std::uint64_t seed) {
  std::ranges::sort(treatments);
  std::string text = boost::json::serialize(write_json(type_of<Portfolio>, &portfolio));
  for (auto const& name : treatments) text += '\n' + name;
  return stream_key(seed, text);
}

}  // namespace

Real probability_above(Law const& one, Sampler const& other) {
  // Over the probabilities of the other, by octaves towards both ends; what is nearer than 2^-17 counts as the end.
  constexpr int octave_count = 16;
  constexpr std::uint32_t lower = 0;
  constexpr std::uint32_t upper = 1;
  auto const at = [&](Real p, std::uint32_t end) {
    Real const distance = p * 0x1p32;
    Real x = 0;
    other.sample(kernels_of(InstructionSet::baseline), {&distance, 1}, end == upper ? &upper : &lower, &x);
    return one.cdf(x).upper;
  };
  Real sum = 0;
  Real high = 0.5;
  for (int octave = 0; octave < octave_count; ++octave, high /= 2)
    for (auto const end : {lower, upper})
      sum += integral(high / 2, high, octave < 4 ? 2 : 1, [&](Real p) { return at(p, end); });
  sum += high * (at(high, lower) + at(high, upper));
  return std::clamp(sum, Real{0}, Real{1});
}

result<Program> program_of(Portfolio const& portfolio, std::vector<std::string> const& treatments, std::uint64_t seed,
                           std::optional<Real> units) {
  Error errors;
  check_portfolio(portfolio, errors);
  if (!errors.empty()) return errors;
  auto program = Compiler(portfolio, seed, units, errors).run(treatments);
  if (!errors.empty()) return errors;
  program.fingerprint = fingerprint_of(portfolio, treatments, seed);
  return program;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
