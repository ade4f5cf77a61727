// What a portfolio has to keep.
#include <annexa/risk/quantitative/scenario.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "law.hpp"
#include "nodes.hpp"
#include "number_text.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

constexpr std::size_t most_scenarios = 10'000;
constexpr std::size_t most_treatments = 1'000;
constexpr std::size_t most_dependent_nodes = 500;
constexpr std::size_t most_factors = 50;

class PortfolioCheck {
 public:
  PortfolioCheck(Portfolio const& portfolio, Error& errors) : portfolio_(portfolio), errors_(errors) {}

  void run() {
    count("/scenarios", portfolio_.scenarios.size(), 1, most_scenarios);
    count("/treatments", portfolio_.treatments.size(), 0, most_treatments);
    if (!errors_.empty()) return;
    for (std::size_t i = 0; i < portfolio_.scenarios.size(); ++i)
      scenario(portfolio_.scenarios[i], "/scenarios/" + std::to_string(i));
    for (auto const& each : portfolio_.scenarios)
      for (auto const& node : nodes_of(each)) nodes_.emplace(node.name, node);
    if (portfolio_.dependence) dependence(*portfolio_.dependence);
    for (std::size_t i = 0; i < portfolio_.treatments.size(); ++i)
      treatment(portfolio_.treatments[i], "/treatments/" + std::to_string(i));
    tolerance();
  }

 private:
  void count(std::string const& where, std::size_t found, std::size_t least, std::size_t most) {
    if (found < least || found > most)
      errors_.add(portfolio_rules::count, where,
                  {{"found", std::to_string(found)}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
  }
  void name(std::string const& found, std::set<std::string, std::less<>>& names, std::string const& where) {
    if (found.empty() || found.size() > 200) errors_.add(portfolio_rules::name, where);
    if (!names.insert(found).second) errors_.add(portfolio_rules::twice, where, {{"found", found}});
  }

  // ---- Scenarios

  void scenario(Scenario const& scenario, std::string const& where) {
    name(scenario.name, scenario_names_, where + "/name");
    auto const ways = frequency_ways(scenario);
    if (ways.given != 1) errors_.add(portfolio_rules::frequency_ways, where, {{"found", std::to_string(ways.given)}});
    for (auto const& missing : ways.missing)
      errors_.add(portfolio_rules::goes_with, where, {{"found", missing.found}, {"missing", missing.other}});
    if (scenario.frequency && portfolio_.semantics == AnnualSemantics::annualized_product)
      errors_.add(portfolio_rules::counted, where + "/frequency");
    for (auto const& row : node_rows)
      if (auto const& distribution = scenario.*row.member)
        check_node(*distribution, row.values, where + '/' + std::string(row.name));
    losses(scenario, where);
  }

  void losses(Scenario const& scenario, std::string const& where) {
    bool const has_forms = !scenario.primary_loss.empty() || !scenario.secondary_loss.empty();
    if (scenario.severity.has_value() == has_forms) errors_.add(portfolio_rules::severity_ways, where);
    std::set<std::string, std::less<>> names;
    for (auto const& row : node_rows) names.insert(std::string(row.name));
    for (auto const& [member, list] : {std::pair{"/primary_loss/", &scenario.primary_loss},
                                       std::pair{"/secondary_loss/", &scenario.secondary_loss}}) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        auto const& form = (*list)[i];
        auto const at = where + member + std::to_string(i);
        name(form.form, names, at + "/form");
        check_node(form.magnitude, NodeValues::amount, at + "/magnitude");
        if (form.probability) check_node(*form.probability, NodeValues::probability, at + "/probability");
      }
    }
  }

  // Its parameters, and whether all that it can be is what the node may be.
  void check_node(Distribution const& distribution, NodeValues values, std::string const& where) {
    Error found;
    check_distribution(distribution, where, found);
    if (!found.empty()) return errors_.add(found);
    bool const counts = counts_events(distribution.dist);
    if (counts != (values == NodeValues::count))
      return errors_.add(counts ? portfolio_rules::is_count : portfolio_rules::is_no_count, where,
                         {{"found", to_string(distribution.dist)}});
    if (values == NodeValues::amount || values == NodeValues::count || values == NodeValues::any) return;
    auto const law = law_of(distribution);
    Real const least = law->quantile({1e-15, 1});
    Real const greatest = law->quantile({1, 1e-15});
    if (least < 0) errors_.add(portfolio_rules::negative, where, {{"found", text_of(least)}});
    if (values == NodeValues::probability && greatest > 1)
      errors_.add(portfolio_rules::above_one, where, {{"found", text_of(greatest)}});
  }

  // ---- Dependence

  void known(std::string const& node, std::string const& where, bool has_to_be_drawn) {
    auto const at = nodes_.find(node);
    if (at == nodes_.end()) return errors_.add(portfolio_rules::unknown_node, where, {{"found", node}});
    if (has_to_be_drawn && (!at->second.distribution || at->second.distribution->dist == DistributionKind::constant))
      errors_.add(portfolio_rules::not_drawn, where, {{"found", node}});
  }

  void dependence(Dependence const& dependence) {
    std::string const where = "/dependence";
    if (dependence.correlations.empty() == dependence.factors.empty())
      return errors_.add(portfolio_rules::dependence_ways, where);
    bool const is_t = dependence.copula == CopulaKind::student_t;
    if (is_t != dependence.degrees_of_freedom.has_value() ||
        (is_t && !(*dependence.degrees_of_freedom >= 1 && *dependence.degrees_of_freedom <= 1000)))
      errors_.add(portfolio_rules::degrees, where + "/degrees_of_freedom");
    pairs(dependence.correlations, where + "/correlations/");
    factors(dependence.factors, where + "/factors/");
  }

  void pairs(std::vector<NodePair> const& pairs, std::string const& where) {
    std::set<std::pair<std::string, std::string>> seen;
    std::set<std::string> nodes;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      auto const& pair = pairs[i];
      auto const at = where + std::to_string(i);
      known(pair.one, at + "/one", true);
      known(pair.other, at + "/other", true);
      nodes.insert({pair.one, pair.other});
      if (!(pair.correlation >= -1 && pair.correlation <= 1))
        errors_.add(portfolio_rules::correlation, at + "/correlation", {{"found", text_of(pair.correlation)}});
      if (pair.one == pair.other || !seen.insert(std::minmax(pair.one, pair.other)).second)
        errors_.add(portfolio_rules::pair_twice, at, {{"one", pair.one}, {"other", pair.other}});
    }
    count(where.substr(0, where.size() - 1), nodes.size(), 0, most_dependent_nodes);
  }

  void factors(std::vector<NodeLoadings> const& rows, std::string const& where) {
    std::set<std::string, std::less<>> names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto const& row = rows[i];
      auto const at = where + std::to_string(i);
      known(row.node, at + "/node", true);
      if (!names.insert(row.node).second) errors_.add(portfolio_rules::twice, at + "/node", {{"found", row.node}});
      count(at + "/loadings", row.loadings.size(), 1, most_factors);
      if (row.loadings.size() != rows.front().loadings.size())
        errors_.add(
            portfolio_rules::loadings, at + "/loadings",
            {{"found", std::to_string(row.loadings.size())}, {"wanted", std::to_string(rows.front().loadings.size())}});
      Real squares = 0;
      for (Real const loading : row.loadings) squares += loading * loading;
      if (!(squares <= 1)) errors_.add(portfolio_rules::loaded, at + "/loadings", {{"found", text_of(squares)}});
    }
  }

  // ---- Treatments and tolerance

  void amount(Money const& money, std::string const& where) {
    if (money.currency() != portfolio_.currency)
      errors_.add(portfolio_rules::currency, where,
                  {{"found", to_string(money.currency())}, {"wanted", to_string(portfolio_.currency)}});
    if (money.minor_units() < 0) errors_.add(portfolio_rules::negative, where, {{"found", to_string(money)}});
  }

  void treatment(TreatmentCandidate const& treatment, std::string const& where) {
    name(treatment.name, treatment_names_, where + "/name");
    amount(treatment.cost, where + "/cost");
    for (std::size_t i = 0; i < treatment.effects.size(); ++i) {
      auto const& effect = treatment.effects[i];
      auto const at = where + "/effects/" + std::to_string(i);
      known(effect.node, at + "/node", false);
      if (!(effect.reduction >= 0 && effect.reduction <= 1))
        errors_.add(portfolio_rules::reduction, at + "/reduction", {{"found", text_of(effect.reduction)}});
    }
  }

  void tolerance() {
    for (std::size_t i = 0; i < portfolio_.tolerance.size(); ++i) {
      auto const& point = portfolio_.tolerance[i];
      auto const at = "/tolerance/" + std::to_string(i);
      amount(point.loss, at + "/loss");
      if (!(point.probability > 0 && point.probability < 1))
        errors_.add(portfolio_rules::tolerance, at + "/probability", {{"found", text_of(point.probability)}});
      if (i == 0) continue;
      auto const& before = portfolio_.tolerance[i - 1];
      if (point.loss.minor_units() <= before.loss.minor_units() || !(point.probability < before.probability))
        errors_.add(portfolio_rules::tolerance_order, at);
    }
  }

  Portfolio const& portfolio_;
  Error& errors_;
  std::set<std::string, std::less<>> scenario_names_;
  std::set<std::string, std::less<>> treatment_names_;
  std::map<std::string, NodeOfScenario, std::less<>> nodes_;
};

}  // namespace

void check_portfolio(Portfolio const& portfolio, Error& errors) {
  Error found;
  PortfolioCheck(portfolio, found).run();
  if (!found.empty()) errors.add(found);
}

}  // namespace v1
}  // namespace annexa
