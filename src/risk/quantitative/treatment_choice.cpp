#include <annexa/risk/quantitative/treatment_choice.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "choice_search.hpp"
#include "nodes.hpp"
#include "program.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

constexpr std::size_t most_proven_candidates = 25;
constexpr std::int64_t usual_nodes = 200'000;

Real mean_of_node(Node const& node) {
  return node.sampler ? node.factor * node.sampler->law().moments().mean : node.factor;
}

Real mean_rate(ScenarioProgram const& scenario) {
  if (scenario.count) return scenario.count->law().moments().mean;
  Real rate = scenario.rate;
  for (auto const& node : scenario.rates) rate *= mean_of_node(node);
  return rate;
}

Real mean_loss(LossNode const& loss) {
  return (loss.probability ? mean_of_node(*loss.probability) : 1) * mean_of_node(loss.magnitude);
}

// The annualized loss by scenario and form, and which amounts each node is a factor of.
struct LossTable {
  std::vector<Real> amounts;
  std::multimap<std::string, std::size_t, std::less<>> of_node;

  LossTable(Portfolio const& portfolio, Program const& program) {
    for (std::size_t i = 0; i < portfolio.scenarios.size(); ++i) {
      auto const& scenario = portfolio.scenarios[i];
      Real const rate = mean_rate(program.scenarios[i]);
      std::vector<std::string> rates{scenario.name + ".frequency"};
      for (auto const& row : node_rows)
        if (row.scales_rate && row.member != &Scenario::frequency && scenario.*row.member)
          rates.push_back(scenario.name + '.' + std::string(row.name));
      for (auto const& loss : program.scenarios[i].losses) {
        for (auto const& name : rates) of_node.emplace(name, amounts.size());
        of_node.emplace(loss.magnitude.name, amounts.size());
        if (loss.probability) of_node.emplace(loss.probability->name, amounts.size());
        amounts.push_back(rate * mean_loss(loss));
      }
    }
  }

  // What each treatment leaves of the amounts.
  [[nodiscard]] std::vector<std::vector<AmountLeft>> left_by(std::vector<TreatmentCandidate> const& treatments) const {
    std::vector<std::vector<AmountLeft>> out;
    for (auto const& treatment : treatments) {
      std::map<std::size_t, Real> parts;
      for (auto const& effect : treatment.effects) {
        auto const [first, last] = of_node.equal_range(effect.node);
        for (auto at = first; at != last; ++at)
          parts.try_emplace(at->second, Real{1}).first->second *= 1 - effect.reduction;
      }
      auto& row = out.emplace_back();
      for (auto const& [amount, part] : parts) row.push_back({amount, part});
    }
    return out;
  }
};

std::vector<std::int64_t> costs_of(Portfolio const& portfolio) {
  std::vector<std::int64_t> out;
  for (auto const& treatment : portfolio.treatments) out.push_back(treatment.cost.minor_units());
  return out;
}

// One portfolio, its options and a model of its treatments.
class Choosing {
 public:
  Choosing(Portfolio const& portfolio, ChoiceOptions const& options, ChoiceModel& model, ChoiceProgress const& progress)
      : portfolio_(portfolio), options_(options), model_(model), progress_(progress) {
    for (std::size_t i = 0; i < model.size(); ++i) all_ += model.cost(i);
    budget_ = options.budget ? std::min(options.budget->minor_units(), all_) : all_;
  }

  result<TreatmentChoice> run() {
    TreatmentChoice out;
    out.untreated = model_.objective();
    auto const best = found(budget_, out);
    if (cancelled_) return Error(choice_rules::cancelled, "");
    out.chosen = named(best);
    Real const value = best.objective + weight() * static_cast<Real>(best.cost);
    out.proven = best.complete;
    out.bound = best.bound;
    out.gap = std::max(Real{0}, value - best.bound);
    frontier(out, best);
    out.evaluations = model_.evaluations();
    if (cancelled_) return Error(choice_rules::cancelled, "");
    return out;
  }

 private:
  [[nodiscard]] Real weight() const noexcept { return options_.add_cost ? 1 : 0; }

  SearchResult found(std::int64_t budget, TreatmentChoice& out) {
    bool const is_small = model_.size() <= most_proven_candidates;
    auto const most = options_.most_nodes > 0 ? options_.most_nodes : is_small ? 0 : usual_nodes;
    auto best = search(model_, {budget, weight(), most}, progress_);
    out.nodes += best.nodes;
    cancelled_ = cancelled_ || best.cancelled;
    return best;
  }

  [[nodiscard]] ChosenTreatments named(SearchResult const& best) const {
    ChosenTreatments out;
    for (std::size_t i = 0; i < best.chosen.size(); ++i)
      if (best.chosen[i]) out.treatments.push_back(portfolio_.treatments[i].name);
    out.cost = *Money::from(*Decimal::from(best.cost, portfolio_.currency.places()), portfolio_.currency);
    out.objective = best.objective;
    return out;
  }

  // The best for budgets in equal steps, without what costs more and leaves as much.
  void frontier(TreatmentChoice& out, SearchResult const& best) {
    auto const steps = options_.frontier_points;
    for (std::int64_t i = 0; i < steps && !cancelled_ && !model_.has_failed(); ++i) {
      bool const is_last = i + 1 == steps;
      auto const part = steps == 1 ? 1.0L : static_cast<long double>(i) / static_cast<long double>(steps - 1);
      auto const budget = static_cast<std::int64_t>(static_cast<long double>(budget_) * part);
      auto const point = is_last ? best : found(budget, out);
      auto const next = named(point);
      if (out.frontier.empty() || next.objective < out.frontier.back().objective) out.frontier.push_back(next);
    }
  }

  Portfolio const& portfolio_;
  ChoiceOptions const& options_;
  ChoiceModel& model_;
  ChoiceProgress const& progress_;
  std::int64_t all_ = 0;
  std::int64_t budget_ = 0;
  bool cancelled_ = false;
};

void check_choice(Portfolio const& portfolio, ChoiceOptions const& options, Error& errors) {
  if (portfolio.treatments.empty()) errors.add(choice_rules::none, "/treatments");
  if (options.budget && options.budget->currency() != portfolio.currency)
    errors.add(portfolio_rules::currency, "/budget",
               {{"found", to_string(options.budget->currency())}, {"wanted", to_string(portfolio.currency)}});
  if (options.budget && options.budget->minor_units() < 0)
    errors.add(choice_rules::budget, "/budget", {{"found", to_string(*options.budget)}});
  if (options.most_nodes < 0 || options.most_nodes > 1'000'000'000'000)
    errors.add(choice_rules::nodes, "/most_nodes", {{"found", std::to_string(options.most_nodes)}});
  if (options.frontier_points < 0 || options.frontier_points > 1000)
    errors.add(choice_rules::points, "/frontier_points", {{"found", std::to_string(options.frontier_points)}});
}

// The portfolio without treatments in force, if it and the options are accepted.
result<Program> checked_program(Portfolio const& portfolio, ChoiceOptions const& options) {
  Error errors;
  check_choice(portfolio, options, errors);
  auto program = program_of(portfolio, {}, 0);
  if (!program) errors.add(program.error());
  if (!errors.empty()) return errors;
  return program;
}

// Adds what the choice returns, of annualized losses.
void add_return(LossTable const& losses, Portfolio const& portfolio, TreatmentChoice& choice) {
  SumModel model(losses.amounts, costs_of(portfolio), losses.left_by(portfolio.treatments));
  Real const before = model.objective();
  for (std::size_t i = 0; i < portfolio.treatments.size(); ++i)
    if (std::ranges::find(choice.chosen.treatments, portfolio.treatments[i].name) != choice.chosen.treatments.end())
      model.choose(i);
  choice.rosi = return_on_investment(before, model.objective(), static_cast<Real>(choice.chosen.cost.minor_units()));
}

}  // namespace

result<Real> annualized_loss(Portfolio const& portfolio, std::vector<std::string> const& treatments) {
  auto const program = program_of(portfolio, treatments, 0);
  if (!program) return program.error();
  Real sum = 0;
  for (auto const& scenario : program->scenarios) {
    Real event = 0;
    for (auto const& loss : scenario.losses) event += mean_loss(loss);
    sum += mean_rate(scenario) * event;
  }
  return sum;
}

std::optional<Real> return_on_investment(Real before, Real after, Real cost) noexcept {
  if (!(cost > 0)) return {};
  return (before - after - cost) / cost;
}

result<TreatmentChoice> choose_treatments(Portfolio const& portfolio, ChoiceOptions const& options,
                                          ChoiceProgress const& progress) {
  auto const program = checked_program(portfolio, options);
  if (!program) return program.error();
  LossTable const losses(portfolio, *program);
  SumModel model(losses.amounts, costs_of(portfolio), losses.left_by(portfolio.treatments));
  auto choice = Choosing(portfolio, options, model, progress).run();
  if (choice) add_return(losses, portfolio, *choice);
  return choice;
}

result<TreatmentChoice> choose_treatments(Portfolio const& portfolio, ChoiceOptions const& options,
                                          ChoiceObjective const& objective, ChoiceProgress const& progress) {
  auto const program = checked_program(portfolio, options);
  if (!program) return program.error();
  std::vector<std::string> names;
  for (auto const& treatment : portfolio.treatments) names.push_back(treatment.name);
  FunctionModel model(costs_of(portfolio), std::move(names), objective);
  auto choice = Choosing(portfolio, options, model, progress).run();
  if (!model.failure().empty()) return model.failure();
  if (choice) add_return(LossTable(portfolio, *program), portfolio, *choice);
  return choice;
}

}  // namespace v1
}  // namespace annexa
