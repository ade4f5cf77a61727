#include <annexa/risk/quantitative/treatment_choice.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cmath>
#include <random>
#include <risk/quantitative/choice_search.hpp>

using namespace annexa;

namespace {

Money money(std::int64_t minor_units) { return *Money::from(*Decimal::from(minor_units, 2), *Currency::parse("EUR")); }

Scenario scenario(std::string name, Real rate, Real loss) {
  Scenario out;
  out.name = std::move(name);
  out.frequency.emplace();
  out.frequency->dist = DistributionKind::poisson;
  out.frequency->rate = rate;
  out.severity.emplace();
  out.severity->dist = DistributionKind::exponential;
  out.severity->mean = loss;
  return out;
}

// The reference case R23: three scenarios, five treatments, a budget of 100,000.
Portfolio reference() {
  Portfolio out;
  out.currency = *Currency::parse("EUR");
  Real const losses[] = {120'000, 80'000, 300'000};
  for (int i = 0; i < 3; ++i) out.scenarios.push_back(scenario("s" + std::to_string(i), 0.5, 2 * losses[i]));
  struct Row {
    std::int64_t cost;
    Real effects[3];
  };
  Row const rows[] = {{20'000, {0.5, 0, 0.2}},
                      {35'000, {0.1, 0.6, 0.3}},
                      {15'000, {0, 0.4, 0}},
                      {60'000, {0.3, 0.1, 0.7}},
                      {25'000, {0.25, 0.25, 0.25}}};
  for (auto const& row : rows) {
    TreatmentCandidate treatment;
    treatment.name = "t" + std::to_string(out.treatments.size());
    treatment.cost = money(row.cost * 100);
    for (int i = 0; i < 3; ++i) treatment.effects.push_back({"s" + std::to_string(i) + ".frequency", row.effects[i]});
    out.treatments.push_back(std::move(treatment));
  }
  return out;
}

ChoiceOptions with_budget(std::int64_t minor_units) {
  ChoiceOptions options;
  options.budget = money(minor_units);
  return options;
}

struct Case {
  std::vector<Real> amounts;
  std::vector<std::int64_t> costs;
  std::vector<std::vector<detail::AmountLeft>> left;
  std::int64_t budget = 0;
};

Case drawn_case(std::mt19937_64& random, std::size_t most_candidates) {
  auto const upto = [&](std::uint64_t n) { return random() % n; };
  Case out;
  for (auto n = 1 + upto(8); n > 0; --n) out.amounts.push_back(static_cast<Real>(upto(1'000'000)));
  std::int64_t all = 0;
  for (auto n = 1 + upto(most_candidates); n > 0; --n) {
    out.costs.push_back(static_cast<std::int64_t>(upto(100) == 0 ? 0 : upto(50'000)));
    all += out.costs.back();
    auto& left = out.left.emplace_back();
    for (std::size_t amount = 0; amount < out.amounts.size(); ++amount)
      if (upto(3) > 0) left.push_back({amount, static_cast<Real>(upto(21)) / 20});
  }
  out.budget = all == 0 ? 0 : static_cast<std::int64_t>(upto(static_cast<std::uint64_t>(all) + 1));
  return out;
}

std::array<Real, 8> amounts_of(Case const& given) {
  std::array<Real, 8> out{};
  std::ranges::copy(given.amounts, out.begin());
  return out;
}

// The least of objective and weighted cost over every set that can be paid, of candidates from @p next on.
Real least_of_all(Case const& given, Real weight, std::array<Real, 8> const& amounts, std::int64_t cost = 0,
                  std::size_t next = 0) {
  if (cost > given.budget) return HUGE_VAL;
  if (next == given.costs.size()) {
    Real sum = 0;
    for (Real const amount : amounts) sum += amount;
    return sum + weight * static_cast<Real>(cost);
  }
  auto with = amounts;
  for (auto const& each : given.left[next]) with[each.amount] *= each.part;
  return std::min(least_of_all(given, weight, amounts, cost, next + 1),
                  least_of_all(given, weight, with, cost + given.costs[next], next + 1));
}

}  // namespace

TEST_SUITE("risk/quantitative/treatment_choice") {
  TEST_CASE("the reference case: what it leaves, what it returns, and with costs added") {
    auto const portfolio = reference();
    auto choice = choose_treatments(portfolio, with_budget(10'000'000)).value();
    CHECK(choice.chosen.treatments == std::vector<std::string>{"t0", "t2", "t3"});
    CHECK(choice.chosen.objective == doctest::Approx(15'720'000).epsilon(1e-12));
    CHECK(choice.chosen.cost == money(9'500'000));
    CHECK(choice.untreated == doctest::Approx(50'000'000).epsilon(1e-12));
    CHECK(choice.proven);
    CHECK(choice.gap == 0);
    CHECK(choice.nodes > 0);
    CHECK(*choice.rosi == doctest::Approx(2.60842105263158).epsilon(1e-12));
    CHECK(*annualized_loss(portfolio, choice.chosen.treatments) == doctest::Approx(15'720'000).epsilon(1e-12));
    auto options = with_budget(10'000'000);
    options.add_cost = true;
    choice = choose_treatments(portfolio, options).value();
    CHECK(choice.chosen.objective + 9'500'000 == doctest::Approx(25'220'000).epsilon(1e-12));
    CHECK(choice.chosen.treatments == std::vector<std::string>{"t0", "t2", "t3"});
  }
  TEST_CASE("the best of every set, in a thousand random cases") {
    std::mt19937_64 random(20'260'301);
    for (int i = 0; i < 1000; ++i) {
      auto const given = drawn_case(random, 15);
      Real const weight = i % 3 == 0 ? 1 : 0;
      detail::SumModel model(given.amounts, given.costs, given.left);
      auto const found = detail::search(model, {given.budget, weight, 0}, {});
      Real const least = least_of_all(given, weight, amounts_of(given));
      CAPTURE(i);
      CHECK(found.complete);
      CHECK(found.cost <= given.budget);
      Real const value = found.objective + weight * static_cast<Real>(found.cost);
      CHECK(std::fabs(value - least) <= 1e-11 * (std::fabs(least) + 1));
      Real whole = 0;
      for (Real const amount : given.amounts) whole += amount;
      CHECK(std::fabs(value - least) <= 1e-11 * (whole + 1));
      CHECK(found.bound <= value);
    }
  }
  TEST_CASE("a general objective has the same best, by a weaker bound") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 150; ++i) {
      auto const given = drawn_case(random, 9);
      std::vector<std::string> names;
      for (std::size_t k = 0; k < given.costs.size(); ++k) names.push_back(std::to_string(k));
      int calls = 0;
      ChoiceObjective const objective = [&](std::vector<std::string> const& chosen) -> result<Real> {
        ++calls;
        auto amounts = given.amounts;
        for (auto const& name : chosen)
          for (auto const& each : given.left[static_cast<std::size_t>(std::stoi(name))])
            amounts[each.amount] *= each.part;
        Real greatest = 0;  // not a sum: what takes most away depends on what else is chosen
        for (Real const amount : amounts) greatest = std::max(greatest, amount);
        return greatest;
      };
      detail::FunctionModel model(given.costs, names, objective);
      auto const found = detail::search(model, {given.budget, 0, 0}, {});
      Real least = HUGE_VAL;
      for (std::uint32_t set = 0; set < (1U << names.size()); ++set) {
        std::vector<std::string> chosen;
        std::int64_t cost = 0;
        for (std::size_t k = 0; k < names.size(); ++k)
          if ((set >> k & 1U) != 0) {
            chosen.push_back(names[k]);
            cost += given.costs[k];
          }
        if (cost <= given.budget) least = std::min(least, *objective(chosen));
      }
      CAPTURE(i);
      CHECK(found.complete);
      CHECK(std::fabs(found.objective - least) <= 1e-11 * (least + 1));
    }
  }
  TEST_CASE("beyond what is proven the gap is stated, and the best is within it") {
    std::mt19937_64 random(99);
    for (int i = 0; i < 100; ++i) {
      auto const given = drawn_case(random, 14);
      detail::SumModel model(given.amounts, given.costs, given.left);
      auto const found = detail::search(model, {given.budget, 0, 2}, {});
      Real const least = least_of_all(given, 0, amounts_of(given));
      CHECK(found.nodes <= 2);
      CHECK(found.cost <= given.budget);
      CHECK(found.bound <= least * (1 + 1e-12) + 1e-6);
      CHECK(found.objective >= least * (1 - 1e-12) - 1e-6);
    }
    Portfolio portfolio = reference();
    auto const five = portfolio.treatments;
    for (int copy = 1; copy < 12; ++copy)
      for (auto treatment : five) {
        treatment.name += "-" + std::to_string(copy);
        treatment.cost = money(treatment.cost.minor_units() + 977 * copy);
        for (auto& effect : treatment.effects) effect.reduction *= 0.9;
        portfolio.treatments.push_back(treatment);
      }
    auto options = with_budget(30'000'000);
    options.most_nodes = 2000;
    auto const choice = choose_treatments(portfolio, options).value();
    CHECK(choice.nodes <= 2000);
    CHECK(choice.gap >= 0);
    CHECK(choice.gap == doctest::Approx(choice.chosen.objective - choice.bound));
    CHECK(choice.chosen.objective < 0.2 * choice.untreated);
    CHECK(choice.proven == (choice.gap == 0));
  }
  TEST_CASE("the frontier is the best for each budget") {
    auto options = with_budget(15'500'000);
    options.frontier_points = 32;
    auto const choice = choose_treatments(reference(), options).value();
    REQUIRE(choice.frontier.size() > 4);
    CHECK(choice.frontier.front().treatments.empty());
    CHECK(choice.frontier.back() == choice.chosen);
    for (std::size_t i = 1; i < choice.frontier.size(); ++i) {
      CHECK(choice.frontier[i].objective < choice.frontier[i - 1].objective);
      CHECK(choice.frontier[i].cost.minor_units() > choice.frontier[i - 1].cost.minor_units());
      auto const alone = choose_treatments(reference(), with_budget(choice.frontier[i].cost.minor_units())).value();
      CHECK(alone.chosen.objective == doctest::Approx(choice.frontier[i].objective));
    }
  }
  TEST_CASE("effects on every node that a loss is a product of, and on forms of loss alone") {
    auto portfolio = reference();
    portfolio.scenarios.resize(1);
    portfolio.treatments.clear();
    auto& one = portfolio.scenarios[0];
    one.severity.reset();
    one.primary_loss.push_back({"response", {}, *reference().scenarios[0].severity});
    one.secondary_loss.push_back({"fines", Distribution{}, *reference().scenarios[2].severity});
    one.secondary_loss[0].probability->dist = DistributionKind::constant;
    one.secondary_loss[0].probability->value = 0.25;
    portfolio.treatments.push_back({"a", money(100), {{"s0.fines", 0.5}}});
    portfolio.treatments.push_back({"b", money(100), {{"s0.fines.probability", 0.5}, {"s0.frequency", 0.1}}});
    portfolio.treatments.push_back({"c", money(0), {{"s0.response", 1}}});
    Real const response = 0.5 * 240'000 * 100;
    Real const fines = 0.5 * 0.25 * 600'000 * 100;
    CHECK(*annualized_loss(portfolio, {}) == doctest::Approx(response + fines));
    CHECK(*annualized_loss(portfolio, {"a", "b"}) == doctest::Approx(0.9 * (response + 0.25 * fines)));
    auto const choice = choose_treatments(portfolio).value();
    CHECK(choice.chosen.treatments == std::vector<std::string>{"a", "b", "c"});
    CHECK(choice.chosen.objective == doctest::Approx(0.9 * 0.25 * fines));
    auto const poor = choose_treatments(portfolio, with_budget(150)).value();
    CHECK(poor.chosen.treatments == std::vector<std::string>{"b", "c"});
    auto const none = choose_treatments(portfolio, with_budget(0)).value();
    CHECK(none.chosen.treatments == std::vector<std::string>{"c"});
    CHECK_FALSE(none.rosi);
  }
  TEST_CASE("simulated tails decide, with the same random numbers for each set") {
    auto const portfolio = reference();
    ChoiceObjective const tail = [&](std::vector<std::string> const& treatments) -> result<Real> {
      SimulationOptions options;
      options.trials = 5000;
      options.treatments = treatments;
      options.levels = {0.95};
      auto const found = simulate(portfolio, options);
      if (!found) return found.error();
      return static_cast<Real>(found->portfolio.expected_shortfall[0].value.minor_units());
    };
    auto const choice = choose_treatments(portfolio, with_budget(10'000'000), tail).value();
    CHECK(choice.proven);
    CHECK(choice.evaluations <= 32);
    CHECK(choice.chosen.objective < choice.untreated);
    for (std::uint32_t set = 0; set < 32; ++set) {
      std::vector<std::string> names;
      std::int64_t cost = 0;
      for (std::size_t i = 0; i < 5; ++i)
        if ((set >> i & 1U) != 0) {
          names.push_back(portfolio.treatments[i].name);
          cost += portfolio.treatments[i].cost.minor_units();
        }
      if (cost <= 10'000'000) CHECK(*tail(names) >= choice.chosen.objective);
    }
  }
  TEST_CASE("what is wrong is refused, and a search is cancelled") {
    auto portfolio = reference();
    auto options = with_budget(-1);
    options.most_nodes = -1;
    options.frontier_points = 1001;
    auto const errors = choose_treatments(portfolio, options).error();
    CHECK(errors.names("choice.budget"));
    CHECK(errors.names("choice.nodes"));
    CHECK(errors.names("choice.frontier"));
    options = {};
    options.budget = *Money::from(*Decimal::from(5, 2), *Currency::parse("USD"));
    CHECK(choose_treatments(portfolio, options).error().names("portfolio.currency"));
    portfolio.treatments[0].effects[0].node = "nobody.frequency";
    CHECK(choose_treatments(portfolio).error().names("portfolio.unknown-node"));
    portfolio.treatments.clear();
    CHECK(choose_treatments(portfolio).error().names("choice.treatments"));
    CHECK(annualized_loss(reference(), {"t9"}).error().names("portfolio.unknown-treatment"));
    ChoiceObjective const broken = [](std::vector<std::string> const& chosen) -> result<Real> {
      if (chosen.size() > 1) return Error(simulation_rules::cancelled, "");
      return 5 - static_cast<Real>(chosen.size());
    };
    CHECK(choose_treatments(reference(), {}, broken).error().kind() == ErrorKind::cancelled);
    ChoiceObjective const infinite = [](std::vector<std::string> const&) -> result<Real> { return HUGE_VAL; };
    CHECK(choose_treatments(reference(), {}, infinite).error().names("choice.objective"));
    Portfolio large = reference();
    for (int i = 0; i < 60; ++i) {
      auto more = large.treatments[static_cast<std::size_t>(i % 5)];
      more.name = "more" + std::to_string(i);
      large.treatments.push_back(more);
    }
    CHECK(choose_treatments(large, with_budget(20'000'000), [](std::int64_t) { return false; })
              .error()
              .names("choice.cancelled"));
    CHECK_FALSE(return_on_investment(5, 2, 0));
    CHECK(*return_on_investment(500, 200, 100) == 2);
  }
}
