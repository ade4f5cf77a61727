#include <annexa/risk/quantitative/simulation.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/base/philox.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <cfenv>
#include <cmath>
#include <numeric>
#include <random>

#include "catalog/csv.hpp"
#include "risk/quantitative/kernels.hpp"
#include "risk/quantitative/sampler.hpp"
#include "support/support.hpp"

using namespace annexa;

namespace {

Portfolio scenarios_of(std::string_view text) {
  auto read = from_json<Portfolio>(parse_json(text).value());
  if (!read) FAIL(read.error().text());
  return *std::move(read);
}

std::string part_text(Simulation const& simulation, BlockRange blocks, SimulationRun const& run = {}) {
  return simulation.run(blocks, run).value().bytes();
}

double units(Money const& money) { return static_cast<double>(money.minor_units()) / 100; }

// Scenarios of every form: counted, FAIR at two levels, with forms of loss, categories and a copula.
constexpr std::string_view mixed = R"({"currency": "EUR", "scenarios": [
  {"name": "ransomware", "category": "malware", "frequency": {"dist": "poisson", "rate": 0.4},
   "severity": {"dist": "lognormal-interval", "p05": 50000, "p95": 2000000}},
  {"name": "leak", "category": "people", "loss_event_frequency": {"dist": "gamma", "shape": 2, "scale": 0.8},
   "severity": {"dist": "pert", "low": 5000, "mode": 20000, "high": 300000}},
  {"name": "phishing", "category": "malware", "contact_frequency": {"dist": "uniform", "low": 20, "high": 60},
   "probability_of_action": {"dist": "beta", "alpha": 2, "beta": 8}, "threat_capability": {"dist": "uniform", "low": 0, "high": 1},
   "resistance_strength": {"dist": "triangular", "low": 0.3, "mode": 0.6, "high": 1},
   "primary_loss": [{"form": "response", "magnitude": {"dist": "gamma", "shape": 2, "scale": 3000}}],
   "secondary_loss": [{"form": "fines", "probability": {"dist": "constant", "value": 0.02},
                       "magnitude": {"dist": "lognormal", "mu": 10, "sigma": 1}}]},
  {"name": "outage", "frequency": {"dist": "binomial", "n": 12, "p": 0.1},
   "severity": {"dist": "empirical", "values": [1000, 5000, 20000], "weights": [5, 3, 1]}}],
  "dependence": {"copula": "student-t", "degrees_of_freedom": 4, "correlations": [
    {"one": "ransomware.frequency", "other": "outage.frequency", "correlation": 0.5},
    {"one": "ransomware.severity", "other": "leak.severity", "correlation": 0.3}]},
  "tolerance": [{"probability": 0.2, "loss": {"amount": "500000", "currency": "EUR"}},
                {"probability": 0.01, "loss": {"amount": "5000000", "currency": "EUR"}}]})";

}  // namespace

TEST_SUITE("risk/quantitative/simulation") {
  TEST_CASE("Philox gives the published words, in every instruction set" * doctest::skip(testing::without_data())) {
    auto rows = testing::csv_rows(testing::bytes_of(testing::data_folder() / "risk/philox4x32-10-kat.csv"));
    rows.erase(rows.begin());
    REQUIRE(rows.size() >= 7);
    for (auto const& row : rows) {
      auto const word = [&](std::size_t column) {
        return static_cast<std::uint32_t>(std::stoul(row.at(column), nullptr, 16));
      };
      auto const wanted = PhiloxBlock{word(6), word(7), word(8), word(9)};
      CHECK(philox4x32_10({word(0), word(1), word(2), word(3)}, {word(4), word(5)}) == wanted);
      auto const first = word(0) | (std::uint64_t{word(1)} << 32U);
      detail::Stream const stream{word(4) | (std::uint64_t{word(5)} << 32U), word(2), word(3)};
      for (auto const each : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512}) {
        if (!has_instructions(each)) continue;
        std::array<std::uint32_t, detail::block_size> words{};
        detail::kernels_of(each).words_of_block(stream, first, words.data());
        for (std::size_t k = 0; k < 4; ++k) CHECK(words[k * 256] == wanted[k]);
        std::array<std::uint32_t, 16> const at{5, 0};
        detail::kernels_of(each).words_of_list(stream, first, at.data(), 2, 16, words.data());
        for (std::size_t k = 0; k < 4; ++k) CHECK(words[k * 16 + 1] == wanted[k]);
      }
    }
  }

  TEST_CASE("tables are as near to the quantile function as they say") {
    for (std::string_view const text :
         {R"({"dist": "pert", "low": 0, "mode": 5, "high": 10})",
          R"({"dist": "pert", "low": 0, "mode": 0, "high": 10})",
          R"({"dist": "pert", "low": 0, "mode": 9, "high": 10, "lambda": 12})",
          R"({"dist": "beta", "alpha": 0.4, "beta": 0.7})", R"({"dist": "lognormal", "mu": 0, "sigma": 1.4})",
          R"({"dist": "gamma", "shape": 0.6, "scale": 1})",
          R"({"dist": "triangular", "low": 0, "mode": 2, "high": 10})",
          R"({"dist": "weibull", "shape": 0.8, "scale": 3})",
          R"({"dist": "normal-clipped", "mean": 0.5, "sd": 1, "low": 0})",
          R"({"dist": "empirical", "values": [1, 2, 3, 5]})"}) {
      CAPTURE(text);
      auto const distribution = from_json<Distribution>(parse_json(text).value()).value();
      detail::Sampler const sampler(detail::law_of(distribution));
      auto const& kernels = detail::kernels_of(InstructionSet::best);
      double worst = 0;
      for (std::uint64_t word = 0; word < (std::uint64_t{1} << 32U); word += 1'048'583) {
        auto const w = static_cast<std::uint32_t>(word);
        double found = 0;
        sampler.sample(kernels, {{1, 0, 0}, 0, nullptr, 256, nullptr}, {&w, 1}, &found);
        double const wanted = sampler.law().quantile(
            detail::distance_of(w) < detail::refined_below
                ? detail::tails_of(w, detail::WordSource{{1, 0, 0}, 0, nullptr, 256, nullptr}.second_word(0))
                : detail::tails_of(detail::distance_of(w) + 0.5, w >> 31U != 0));
        worst = std::max(worst, std::fabs(found - wanted) / std::max(std::fabs(wanted), 0.01));
      }
      CHECK(worst < 1e-6);
    }
  }

  TEST_CASE("the same bytes for any threads, instructions and parts, in any order") {
    auto const portfolio = scenarios_of(mixed);
    SimulationOptions options;
    options.trials = 70 * 1024 + 17;
    options.seed = 7;
    auto const simulation = Simulation::prepare(portfolio, options).value();
    auto const count = simulation.block_count();
    CHECK(count == 71);
    auto const whole = part_text(simulation, {0, count});
    for (auto const each : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512})
      for (unsigned const threads : {1U, 2U, 7U})
        if (has_instructions(each)) CHECK(part_text(simulation, {0, count}, {threads, each, {}}) == whole);
    for (std::int64_t const parts : {3, 64}) {
      std::vector<BlockRange> ranges;
      for (std::int64_t i = 0; i < parts; ++i) ranges.push_back({i * count / parts, (i + 1) * count / parts});
      std::mt19937 random(5);
      std::shuffle(ranges.begin(), ranges.end(), random);
      auto merged = SimulationPart::parse(part_text(simulation, ranges.front())).value();
      for (std::size_t i = 1; i < ranges.size(); ++i)
        merged = merged.merged(SimulationPart::parse(part_text(simulation, ranges[i])).value()).value();
      CHECK(merged.bytes() == whole);
    }
    CHECK(std::hash<std::string>{}(whole) != 0);
  }

  TEST_CASE("what the host has set about rounding changes nothing, and is as before afterwards") {
    auto const portfolio = scenarios_of(mixed);
    auto const plain = simulate(portfolio, {.trials = 3000}).value();
    std::fesetround(FE_UPWARD);
    auto const rounded = simulate(portfolio, {.trials = 3000});
    CHECK(std::fegetround() == FE_UPWARD);
    std::fesetround(FE_TONEAREST);
    CHECK(rounded.value() == plain);
  }

  TEST_CASE("parts that overlap, leave gaps or are of another simulation are refused") {
    auto const portfolio = scenarios_of(mixed);
    auto const simulation = Simulation::prepare(portfolio, {.trials = 10'000}).value();
    auto const first = simulation.run({0, 4}).value();
    auto const last = simulation.run({5, 10}).value();
    auto const overlap = first.merged(simulation.run({3, 6}).value());
    REQUIRE(!overlap);
    CHECK(overlap.error().names("simulation.overlap"));
    auto const gap = simulation.figures(first.merged(last).value());
    REQUIRE(!gap);
    CHECK(gap.error().names("simulation.gap"));
    CHECK(gap.error().text().find("Block 4 is missing; 9 are there of 10") != std::string::npos);
    auto const other = Simulation::prepare(portfolio, {.trials = 10'000, .seed = 1}).value().run({4, 5}).value();
    CHECK(first.merged(other).error().names("simulation.other"));
    CHECK(simulation.figures(other).error().names("simulation.other"));
    CHECK(simulation.run({4, 4}).error().names("simulation.blocks"));
    CHECK(simulation.run({-1, 4}).error().names("simulation.blocks"));
    CHECK(simulation.run({0, 11}).error().names("simulation.blocks"));
  }

  TEST_CASE("damaged parts are refused or read as what they say, and never crash") {
    auto const simulation = Simulation::prepare(scenarios_of(mixed), {.trials = 2'000}).value();
    auto const bytes = part_text(simulation, {0, 2});
    for (std::size_t size = 0; size < bytes.size(); size += 7) CHECK(!SimulationPart::parse(bytes.substr(0, size)));
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
      auto damaged = bytes;
      damaged[random() % damaged.size()] = static_cast<char>(random());
      auto const read = SimulationPart::parse(damaged);
      if (!read) continue;
      CHECK(read->bytes() == damaged);
      static_cast<void>(simulation.figures(*read));
      static_cast<void>(read->merged(*read));
    }
    CHECK(SimulationPart::parse("").error().names("simulation.bytes"));
    CHECK(SimulationPart::parse(bytes + '\0').error().names("simulation.bytes"));
  }

  TEST_CASE("adding a scenario changes no other, and a treatment keeps the random numbers") {
    auto const portfolio = scenarios_of(mixed);
    auto larger = portfolio;
    auto scenario = larger.scenarios.front();
    scenario.name = "flood";
    larger.scenarios.insert(larger.scenarios.begin(), scenario);
    larger.treatments.push_back(
        {"EDR", *Money::from(*Decimal::parse("90000"), portfolio.currency), {{"leak.severity", 0.5}}});
    auto const before = simulate(portfolio, {.trials = 20'000}).value();
    auto const after = simulate(larger, {.trials = 20'000}).value();
    for (std::size_t i = 0; i < before.scenarios.size(); ++i)
      CHECK(before.scenarios[i].quantiles == after.scenarios[i + 1].quantiles);
    auto const treated = simulate(larger, {.trials = 20'000, .treatments = {"EDR"}}).value();
    CHECK(units(treated.scenarios[2].mean.value) ==
          doctest::Approx(units(after.scenarios[2].mean.value) / 2).epsilon(1e-6));
    CHECK(treated.scenarios[1].mean == after.scenarios[1].mean);
  }

  TEST_CASE("two scenarios with the same inputs are independent") {
    auto portfolio = scenarios_of(mixed);
    portfolio.dependence.reset();
    portfolio.scenarios.resize(1);
    portfolio.scenarios.push_back(portfolio.scenarios.front());
    portfolio.scenarios.back().name = "twin";
    auto const found = simulate(portfolio, {.trials = 200'000}).value();
    double const one = units(found.scenarios[0].standard_deviation.value);
    double const both = units(found.portfolio.standard_deviation.value);
    CHECK(both == doctest::Approx(one * std::sqrt(2)).epsilon(0.03));
  }

  TEST_CASE("expected shortfall counts an atom at its level for its part alone") {
    auto const portfolio = scenarios_of(R"({"currency": "EUR", "scenarios": [{"name": "rare",
      "frequency": {"dist": "bernoulli", "p": 0.005}, "severity": {"dist": "constant", "value": 1000000}}]})");
    auto const found = simulate(portfolio, {.trials = 1'000'000, .levels = {0.99}}).value().portfolio;
    CHECK(units(found.value_at_risk[0].value) == 0);
    CHECK(units(found.expected_shortfall[0].value) == doctest::Approx(500'000).epsilon(0.03));
  }

  TEST_CASE("a loss that many years share is told exactly") {
    auto const portfolio = scenarios_of(R"({"currency": "EUR", "scenarios": [{"name": "fee",
      "frequency": {"dist": "bernoulli", "p": 0.9}, "severity": {"dist": "empirical", "values": [1000.01, 5000.55]}}]})");
    auto const found = simulate(portfolio, {.trials = 20'000, .quantiles = {0.05, 0.5, 0.9}}).value().portfolio;
    CHECK(units(found.quantiles[0].value) == 0);
    CHECK(units(found.quantiles[1].value) == doctest::Approx(1000.01).epsilon(1e-12));
    CHECK(units(found.quantiles[2].value) == doctest::Approx(5000.55).epsilon(1e-12));
  }

  TEST_CASE("frequencies: tiny ones and large ones keep their means") {
    for (double const rate : {1e-7, 0.003, 0.9, 900.0, 9000.0}) {
      CAPTURE(rate);
      auto portfolio = scenarios_of(R"({"currency": "EUR", "scenarios": [{"name": "s",
        "frequency": {"dist": "poisson", "rate": 1}, "severity": {"dist": "constant", "value": 1}}]})");
      portfolio.scenarios[0].frequency->rate = rate;
      std::int64_t const trials = rate < 1e-3 ? 20'000'000 : rate < 100 ? 200'000 : 2'000;
      auto const found = simulate(portfolio, {.trials = trials}).value().portfolio;
      CHECK(std::fabs(found.events->value - rate) < 5 * std::sqrt(rate / static_cast<double>(trials)) + 1e-9);
    }
  }

  TEST_CASE("a rate that is drawn gives the mixed distribution") {
    auto const portfolio = scenarios_of(R"({"currency": "EUR", "scenarios": [
      {"name": "mixed", "loss_event_frequency": {"dist": "gamma", "shape": 3, "scale": 2}, "severity": {"dist": "constant", "value": 1}},
      {"name": "named", "frequency": {"dist": "negative-binomial", "r": 3, "mean": 6}, "severity": {"dist": "constant", "value": 1}}]})");
    auto const found = simulate(portfolio, {.trials = 400'000}).value();
    for (auto const& each : found.scenarios) {
      CHECK(units(each.mean.value) == doctest::Approx(6).epsilon(0.01));
      CHECK(units(each.standard_deviation.value) == doctest::Approx(std::sqrt(18)).epsilon(0.01));
    }
  }

  TEST_CASE("contributions sum up to the portfolio's standard deviation") {
    auto const found = simulate(scenarios_of(mixed), {.trials = 50'000}).value();
    double sum = 0;
    for (auto const& each : found.scenarios) sum += units(*each.contribution);
    CHECK(sum == doctest::Approx(units(found.portfolio.standard_deviation.value)).epsilon(1e-6));
    CHECK(found.tolerance.size() == 2);
  }

  TEST_CASE("samples are what the figures are of") {
    auto const simulation = Simulation::prepare(scenarios_of(mixed), {.trials = 3'000}).value();
    auto const samples = simulation.samples({.threads = 2}).value();
    REQUIRE(samples.size() == 4 * 3'000);
    auto const found = simulation.figures(simulation.run({0, simulation.block_count()}).value()).value();
    for (std::size_t i = 0; i < 4; ++i) {
      auto const begin = samples.begin() + static_cast<std::ptrdiff_t>(i * 3'000);
      double const mean = static_cast<double>(std::accumulate(begin, begin + 3'000, std::int64_t{0})) / 3'000;
      CHECK(units(found.scenarios[i].mean.value) == doctest::Approx(mean / 100).epsilon(1e-6));
    }
  }

  TEST_CASE("cancelling stops it") {
    int asked = 0;
    SimulationRun run;
    run.progress = [&](std::uint64_t, std::uint64_t) { return ++asked < 3; };
    auto const stopped = simulate(scenarios_of(mixed), {.trials = 1'000'000'000'000}, run);
    REQUIRE(!stopped);
    CHECK(stopped.error().kind() == ErrorKind::cancelled);
  }

  TEST_CASE("between two questions whether to go on lies little work, however much there is of it") {
    struct Row {
      std::string_view text;
      std::uint64_t events;  // of a year
    };
    constexpr std::string_view few = R"({"currency": "EUR", "scenarios": [
      {"name": "a", "frequency": {"dist": "poisson", "rate": 1}, "severity": {"dist": "constant", "value": 1}},
      {"name": "b", "frequency": {"dist": "poisson", "rate": 1}, "severity": {"dist": "constant", "value": 1}}]})";
    constexpr std::string_view many = R"({"currency": "EUR", "scenarios": [{"name": "a",
      "frequency": {"dist": "poisson", "rate": 500}, "severity": {"dist": "constant", "value": 1}}]})";
    constexpr std::string_view joined = R"({"currency": "EUR", "scenarios": [
      {"name": "a", "frequency": {"dist": "poisson", "rate": 40}, "severity": {"dist": "uniform", "low": 1, "high": 2}},
      {"name": "b", "frequency": {"dist": "poisson", "rate": 40}, "severity": {"dist": "uniform", "low": 1, "high": 2}}],
      "dependence": {"copula": "gaussian", "correlations": [{"one": "a.severity", "other": "b.severity",
                                                             "correlation": 0.5}]}})";
    for (auto const& row : {Row{few, 1}, Row{many, 500}, Row{joined, 40}}) {
      auto const portfolio = scenarios_of(row.text);
      std::uint64_t asked = 0;
      std::uint64_t asked_of_two_blocks = 0;
      SimulationRun run;
      run.progress = [&](std::uint64_t done, std::uint64_t total) {
        CHECK(total == 1'000'000'000'000);
        if (done < 2 * 1024) asked_of_two_blocks = ++asked;
        return done < 2 * 1024;
      };
      auto const stopped = simulate(portfolio, {.trials = 1'000'000'000'000}, run);
      REQUIRE(!stopped);
      CHECK(stopped.error().kind() == ErrorKind::cancelled);
      // For each block a question for each scenario, and one for each 64 events of a year; for each 4 where they are
      // joined.
      auto const rounds = row.text == joined ? row.events / 4 : row.events / 64;
      CHECK(asked_of_two_blocks >= 2 * portfolio.scenarios.size() * (1 + rounds));
    }
  }

  TEST_CASE("after a refusal to go on nothing more is simulated, whatever the number of threads") {
    for (unsigned const threads : {1U, 7U}) {
      std::uint64_t after = 0;
      bool refused = false;
      SimulationRun run;
      run.threads = threads;
      run.progress = [&](std::uint64_t, std::uint64_t) {
        after += refused ? 1 : 0;
        refused = true;
        return false;
      };
      CHECK(simulate(scenarios_of(mixed), {.trials = 1'000'000'000'000}, run).error().kind() == ErrorKind::cancelled);
      CHECK(after == 0);
    }
  }

  TEST_CASE("correlations that contradict each other are refused, or repaired and reported") {
    auto portfolio = scenarios_of(mixed);
    portfolio.dependence = Dependence{};
    portfolio.dependence->correlations = {{"ransomware.severity", "leak.severity", 0.9},
                                          {"leak.severity", "outage.severity", 0.9},
                                          {"ransomware.severity", "outage.severity", -0.9}};
    auto const refused = simulate(portfolio, {.trials = 1'000});
    REQUIRE(!refused);
    CHECK(refused.error().names("portfolio.contradictory"));
    portfolio.dependence->repair = true;
    auto const repaired = simulate(portfolio, {.trials = 1'000}).value();
    REQUIRE(repaired.repaired);
    CHECK(*repaired.repaired > 0.1);
    CHECK(*repaired.repaired < 1);
  }

  TEST_CASE("factors give the correlations that their loadings say") {
    auto portfolio = scenarios_of(mixed);
    portfolio.semantics = AnnualSemantics::annualized_product;
    portfolio.scenarios.clear();
    portfolio.dependence = Dependence{};
    for (std::string const name : {"a", "b"}) {
      Scenario scenario;
      scenario.name = name;
      scenario.loss_event_frequency.emplace().value = 1;
      auto& severity = scenario.severity.emplace();
      severity.dist = DistributionKind::normal;
      severity.mean = 1000;
      severity.sd = 100;
      portfolio.scenarios.push_back(scenario);
      portfolio.dependence->factors.push_back({name + ".severity", {0.6, 0.5}});
    }
    auto const found = simulate(portfolio, {.trials = 400'000}).value();
    CHECK(units(found.portfolio.standard_deviation.value) ==
          doctest::Approx(100 * std::sqrt(2 + 2 * 0.61)).epsilon(0.01));
  }

  TEST_CASE("what is wrong with a portfolio is said, all of it, each at its place") {
    struct Row {
      std::string_view change;  // members of the first scenario or of the portfolio
      std::string_view rule;
      std::string_view where;
    };
    for (
        auto const& row : {
            Row{R"({"scenarios": []})", "portfolio.count", "/scenarios"},
            Row{R"({"scenarios": [{"name": "", "frequency": {"dist": "poisson", "rate": 1}, "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.name", "/scenarios/0/name"},
            Row{R"({"scenarios": [{"name": "a", "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.frequency", "/scenarios/0"},
            Row{R"({"scenarios": [{"name": "a", "frequency": {"dist": "pert", "low": 1, "mode": 2, "high": 3}, "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.is-no-count", "/scenarios/0/frequency"},
            Row{R"({"scenarios": [{"name": "a", "frequency": {"dist": "poisson", "rate": 20000}, "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.events", "/scenarios/0"},
            Row{R"({"scenarios": [{"name": "a", "loss_event_frequency": {"dist": "normal", "mean": 1, "sd": 1}, "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.negative", "/scenarios/0/loss_event_frequency"},
            Row{R"({"scenarios": [{"name": "a", "contact_frequency": {"dist": "constant", "value": 1}, "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.goes-with", "/scenarios/0"},
            Row{R"({"scenarios": [{"name": "a", "threat_event_frequency": {"dist": "constant", "value": 1}, "vulnerability": {"dist": "uniform", "low": 0, "high": 2}, "severity": {"dist": "constant", "value": 1}}]})",
                "portfolio.above-one", "/scenarios/0/vulnerability"},
            Row{R"({"scenarios": [{"name": "a", "frequency": {"dist": "poisson", "rate": 1}}]})", "portfolio.severity",
                "/scenarios/0"},
            Row{R"({"scenarios": [{"name": "a", "frequency": {"dist": "poisson", "rate": -1}, "severity": {"dist": "metalog", "low": 1, "median": 1.01, "high": 100}}]})",
                "distribution.infeasible", "/scenarios/0/severity/median"},
            Row{R"({"dependence": {"copula": "gaussian", "correlations": [{"one": "a.b", "other": "leak.severity", "correlation": 2}]}})",
                "portfolio.unknown-node", "/dependence/correlations/0/one"},
            Row{R"({"dependence": {"copula": "gaussian", "correlations": [{"one": "a.b", "other": "leak.severity", "correlation": 2}]}})",
                "portfolio.correlation", "/dependence/correlations/0/correlation"},
            Row{R"({"dependence": {"copula": "student-t", "correlations": [{"one": "ransomware.severity", "other": "leak.severity", "correlation": 0}]}})",
                "portfolio.degrees", "/dependence/degrees_of_freedom"},
            Row{R"({"treatments": [{"name": "x", "cost": {"amount": "1", "currency": "USD"}, "effects": [{"node": "y", "reduction": 2}]}]})",
                "portfolio.currency", "/treatments/0/cost"},
            Row{R"({"treatments": [{"name": "x", "cost": {"amount": "1", "currency": "EUR"}, "effects": [{"node": "y", "reduction": 2}]}]})",
                "portfolio.reduction", "/treatments/0/effects/0/reduction"},
            Row{R"({"semantics": "annualized-product", "dependence": null})", "portfolio.semantics",
                "/scenarios/0/frequency"},
        }) {
      CAPTURE(row.change);
      auto document = parse_json(mixed).value();
      auto const change = parse_json(row.change).value();
      for (auto const& [key, value] : change.as_object()) {
        if (value.is_null())
          document.as_object().erase(key);
        else
          document.as_object()[key] = value;
      }
      if (change.as_object().contains("scenarios")) document.as_object().erase("dependence");
      auto const found = simulate(from_json<Portfolio>(document).value(), {.trials = 10});
      REQUIRE(!found);
      bool placed = false;
      for (auto const& each : found.error().violations())
        placed = placed || (each.rule == row.rule && each.where == row.where);
      CHECK_MESSAGE(placed, found.error().text());
    }
  }

  TEST_CASE("options out of range are refused") {
    auto const portfolio = scenarios_of(mixed);
    CHECK(simulate(portfolio, {.trials = 0}).error().names("simulation.trials"));
    CHECK(simulate(portfolio, {.trials = 1'000'000'000'001}).error().names("simulation.trials"));
    CHECK(simulate(portfolio, {.seed = -1}).error().names("simulation.seed"));
    CHECK(simulate(portfolio, {.levels = {1}}).error().names("simulation.level"));
    CHECK(simulate(portfolio, {.quantiles = {std::nan("")}}).error().names("simulation.level"));
    CHECK(simulate(portfolio, {.treatments = {"nothing"}}).error().names("portfolio.unknown-treatment"));
    CHECK(simulate(portfolio, {}, {.threads = 0}).error().names("simulation.threads"));
    CHECK(
        Simulation::prepare(portfolio, {.trials = 100'000'000}).value().samples().error().names("simulation.samples"));
  }
}
