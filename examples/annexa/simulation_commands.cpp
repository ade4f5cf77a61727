// Simulates the losses of a portfolio of scenarios.
#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <annexa/base/json.hpp>
#include <annexa/report/loss_pictures.hpp>
#include <annexa/risk/quantitative/optimization.hpp>
#include <annexa/risk/quantitative/sensitivity.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include "choice.hpp"
#include "commands.hpp"
#include "pictures.hpp"
#include "progress.hpp"

namespace {

struct SimulationAsked {
  std::string file, curve, histogram, scenario;
  annexa::SimulationOptions options;
};

constexpr annexa::Rule unknown_scenario{"option.scenario", "There is no scenario \"{found}\" in the document.", "",
                                        annexa::ErrorKind::usage};

constexpr annexa::Rule no_amount{"option.amount", "\"{found}\" is no amount such as 120000 or 1250.50.", "",
                                 annexa::ErrorKind::usage};

// "704,503": of larger amounts the cents say nothing.
std::string shown(annexa::Money const& money) {
  std::int64_t one = 1;
  for (int i = 0; i < money.currency().places(); ++i) one *= 10;
  auto const size = money.minor_units() < 0 ? -money.minor_units() : money.minor_units();
  if (size < 100 * one) return to_string(money.amount());
  auto text = std::to_string((size + one / 2) / one);
  for (auto at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return (money.minor_units() < 0 ? "-" : "") + text;
}

std::string with_error(annexa::Money const& value, annexa::Money const& error) {
  return shown(value) + " +- " + shown(error);
}

std::vector<std::string> row_of(annexa::LossFigures const& figures, std::string const& name) {
  std::vector<std::string> row{name, with_error(figures.mean.value, figures.mean.standard_error),
                               shown(figures.standard_deviation.value)};
  for (auto const& each : figures.value_at_risk) row.push_back(with_error(each.value, each.standard_error));
  for (auto const& each : figures.expected_shortfall) row.push_back(with_error(each.value, each.standard_error));
  return row;
}

std::string per_cent(annexa::Real probability) {
  auto text = boost::json::serialize(boost::json::value(std::int64_t(probability * 1'000'000 + 0.5)));
  while (text.size() < 5) text.insert(0, "0");
  text.insert(text.size() - 4, ".");
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text + " %";
}

std::string described(annexa::SimulationResult const& found) {
  std::vector<std::string> heading{"", "MEAN", "SD"};
  for (auto const& each : found.portfolio.value_at_risk) heading.push_back("VALUE AT RISK " + per_cent(each.level));
  for (auto const& each : found.portfolio.expected_shortfall) heading.push_back("SHORTFALL " + per_cent(each.level));
  std::vector<std::vector<std::string>> rows{heading};
  for (auto const& each : found.scenarios) rows.push_back(row_of(each, each.name));
  for (auto const& each : found.categories) rows.push_back(row_of(each, "category " + each.name));
  rows.push_back(row_of(found.portfolio, "all"));
  auto text = text_table(rows) + '\n';
  for (auto const& point : found.tolerance)
    text += "more than " + shown(point.loss) + " with " + per_cent(point.found.value) + ", borne are " +
            per_cent(point.tolerated) + (point.exceeded ? ": exceeded\n" : "\n");
  if (found.repaired) text += "correlations were moved by up to " + per_cent(*found.repaired) + " to agree\n";
  return text + "losses of a year in " + to_string(found.currency) + ", each with its standard error; " +
         std::to_string(found.trials) + " years, seed " + std::to_string(found.seed) + ", " +
         to_string(found.semantics) + ", formula version " + found.formula + '\n';
}

annexa::result<annexa::Portfolio> read_portfolio(std::string const& file) {
  auto const document = read_document(file);
  if (!document) return document.error();
  return annexa::from_json<annexa::Portfolio>(*document);
}

// Writes a picture that was asked for by an option, if it was.
template <class Request>
annexa::result<void> draw(annexa::result<std::string> (*picture)(Request const&), Request const& request,
                          std::string const& option, std::string const& file) {
  if (file.empty()) return {};
  if (promises_other(file)) return annexa::Error(no_svg, option, {{"found", file}});
  auto const drawn = picture(request);
  if (!drawn) return drawn.error();
  return write_file(file, *drawn);
}

// The years, with a progress bar and an end by Ctrl-C.
annexa::SimulationRun run_of(Session& session, ProgressBar& bar) {
  annexa::SimulationRun run;
  run.threads = static_cast<unsigned>(session.globals().threads);
  run.progress = [&bar](std::uint64_t done, std::uint64_t total) {
    bar.show(done, total);
    return !Session::interrupted();
  };
  return run;
}

annexa::result<void> draw_simulation(Session const& session, SimulationAsked const& asked,
                                     annexa::Portfolio const& portfolio, annexa::SimulationResult const& found) {
  auto const* figures = &found.portfolio;
  if (!asked.scenario.empty()) {
    auto const at = std::ranges::find(found.scenarios, asked.scenario, &annexa::LossFigures::name);
    if (at == found.scenarios.end()) return annexa::Error(unknown_scenario, "--scenario", {{"found", asked.scenario}});
    figures = &*at;
  }
  annexa::report::LossCurveRequest curve;
  curve.curves.push_back({figures->name, figures->exceedance});
  if (asked.scenario.empty()) curve.tolerance = portfolio.tolerance;
  curve.language = session.globals().language;
  if (auto const drawn = draw(annexa::report::loss_curve_picture, curve, "--curve", asked.curve); !drawn) return drawn;
  annexa::report::LossHistogramRequest histogram;
  histogram.figures = *figures;
  histogram.language = session.globals().language;
  return draw(annexa::report::loss_histogram_picture, histogram, "--histogram", asked.histogram);
}

int run_simulation(Session& session, SimulationAsked const& asked) {
  auto const portfolio = read_portfolio(asked.file);
  if (!portfolio) return session.fail(portfolio.error());
  auto options = asked.options;
  options.histogram = options.histogram || !asked.histogram.empty();
  ProgressBar bar(session, "years");
  auto const found = annexa::simulate(*portfolio, options, run_of(session, bar));
  bar.clear();
  if (!found) return session.fail(found.error());
  if (auto const drawn = draw_simulation(session, asked, *portfolio, *found); !drawn)
    return session.fail(drawn.error());
  if (asked.curve == "-" || asked.histogram == "-") return Exit::done;
  return session.answer(annexa::to_json(*found), described(*found));
}

annexa::Money amount_option(std::string const& option, std::string const& text, annexa::Currency currency) {
  auto const number = annexa::Decimal::parse(text);
  auto const money = number ? annexa::Money::from(*number, currency) : annexa::parsed<annexa::Money>(number.error());
  if (!money) throw annexa::Refused(annexa::Error(no_amount, option, {{"found", text}}));
  return *money;
}

std::string chosen_text(annexa::OptimizationResult const& found) {
  auto const& choice = found.choice;
  std::string text = "Chosen, for " + to_string(choice.chosen.cost) + " a year:";
  for (auto const& name : choice.chosen.treatments) text += "\n  " + name;
  if (choice.chosen.treatments.empty()) text += " none";
  text += choice.proven
              ? "\nNo other choice within the budget is better.\n"
              : "\nAnother choice may be better, by " + per_cent(choice.gap / std::max(choice.untreated, 1e-9)) +
                    " of what there is without treatment at most.\n";
  text += "The mean loss of a year falls by " + with_error(found.reduction.value, found.reduction.standard_error) +
          " " + to_string(found.before.currency);
  if (found.rosi)
    text +=
        ", a return of " + per_cent(std::max(found.rosi->value, -1.0)) + " +- " + per_cent(found.rosi->standard_error);
  text += ".\n\n";
  std::vector<std::vector<std::string>> rows{{"", "MEAN", "SD"}};
  for (auto const& each : found.before.portfolio.expected_shortfall)
    rows[0].push_back("SHORTFALL " + per_cent(each.level));
  for (auto const* each : {&found.before, &found.after}) {
    std::vector<std::string> row{each == &found.before ? "before" : "after",
                                 with_error(each->portfolio.mean.value, each->portfolio.mean.standard_error),
                                 shown(each->portfolio.standard_deviation.value)};
    for (auto const& level : each->portfolio.expected_shortfall)
      row.push_back(with_error(level.value, level.standard_error));
    rows.push_back(row);
  }
  return text + text_table(rows);
}

struct OptimizationAsked {
  std::string file, budget, loss, curve, frontier;
  annexa::OptimizationOptions options;
};

annexa::result<void> draw_optimization(Session const& session, OptimizationAsked const& asked,
                                       annexa::Portfolio const& portfolio, annexa::OptimizationResult const& found) {
  annexa::report::LossCurveRequest curve;
  curve.curves = {{"before", found.before.portfolio.exceedance}, {"after", found.after.portfolio.exceedance}};
  curve.tolerance = portfolio.tolerance;
  curve.language = session.globals().language;
  if (auto const drawn = draw(annexa::report::loss_curve_picture, curve, "--curve", asked.curve); !drawn) return drawn;
  annexa::report::FrontierRequest frontier;
  frontier.minimize = found.minimize;
  frontier.choice = found.choice;
  frontier.language = session.globals().language;
  return draw(annexa::report::frontier_picture, frontier, "--frontier-picture", asked.frontier);
}

int run_optimization(Session& session, OptimizationAsked const& asked) {
  auto const portfolio = read_portfolio(asked.file);
  if (!portfolio) return session.fail(portfolio.error());
  constexpr std::int64_t usual_frontier_points = 40;
  auto options = asked.options;
  if (!asked.budget.empty()) options.budget = amount_option("--budget", asked.budget, portfolio->currency);
  if (!asked.loss.empty()) options.loss = amount_option("--loss", asked.loss, portfolio->currency);
  if (!asked.frontier.empty() && !options.frontier_points) options.frontier_points = usual_frontier_points;
  ProgressBar bar(session, "years");
  auto const found = annexa::optimize(*portfolio, options, run_of(session, bar));
  bar.clear();
  if (!found) return session.fail(found.error());
  if (auto const drawn = draw_optimization(session, asked, *portfolio, *found); !drawn)
    return session.fail(drawn.error());
  if (asked.curve == "-" || asked.frontier == "-") return Exit::done;
  return session.answer(annexa::to_json(*found), chosen_text(*found));
}

std::string parts(annexa::NumberEstimate const& index) {
  return per_cent(std::max(annexa::Real{0}, index.value)) + " +- " + per_cent(index.standard_error);
}

struct SensitivityAsked {
  std::string file, picture;
  std::int64_t points = 65'536;
  std::int64_t seed = 0;
};

int run_sensitivity(Session& session, SensitivityAsked const& asked) {
  auto const portfolio = read_portfolio(asked.file);
  if (!portfolio) return session.fail(portfolio.error());
  auto const found = annexa::sensitivity(*portfolio, asked.points, asked.seed);
  if (!found) return session.fail(found.error());
  annexa::report::TornadoRequest tornado;
  tornado.sensitivity = *found;
  tornado.language = session.globals().language;
  if (auto const drawn = draw(annexa::report::tornado_picture, tornado, "--picture", asked.picture); !drawn)
    return session.fail(drawn.error());
  if (asked.picture == "-") return Exit::done;
  std::vector<std::vector<std::string>> rows{{"NODE", "LOW", "HIGH", "FIRST ORDER", "TOTAL"}};
  for (auto const& each : found->nodes)
    rows.push_back(
        {each.node, shown(each.low), shown(each.high), parts(each.index.first_order), parts(each.index.total)});
  return session.answer(annexa::to_json(*found),
                        text_table(rows) + "\nmean loss of a year in " + to_string(portfolio->currency) +
                            " with each node at its 10th and 90th percentile; " + shown(found->mean) +
                            " with all at their means; parts of the variance by " + std::to_string(asked.points) +
                            " points\n");
}

}  // namespace

void add_simulation_commands(CLI::App& risk, Chosen& chosen) {
  auto asked = std::make_shared<SimulationAsked>();
  auto* command = risk.add_subcommand("simulate", "Simulate the losses of scenarios over many years");
  command->add_option("FILE", asked->file, "A document portfolio, as JSON, or - for standard input")->required();
  command->add_option("--trials", asked->options.trials, "Years to simulate; 100,000 when left out");
  command->add_option("--seed", asked->options.seed, "Of the random numbers: the same seed gives the same figures");
  command->add_option("--treatment", asked->options.treatments, "A treatment of the document that is in force");
  command->add_option("--level", asked->options.levels, "Level of value at risk and expected shortfall, such as 0.95");
  command->add_option("--quantile", asked->options.quantiles, "Probability of a quantile to report");
  add_choice(*command, "--engine", asked->options.engine,
             "Simulate, or compute what is independent; simulated when left out");
  command->add_option("--curve", asked->curve,
                      "Draw the exceedance curve: the SVG file to write, or - for standard output");
  command->add_option("--histogram", asked->histogram,
                      "Draw the histogram: the SVG file to write, or - for standard output");
  command->add_option("--scenario", asked->scenario, "Draw curve and histogram of this scenario alone");
  command->callback(
      [&chosen, asked] { chosen = [asked](Session& session) { return run_simulation(session, *asked); }; });

  auto wanted = std::make_shared<SensitivityAsked>();
  auto* sensitivity = risk.add_subcommand("sensitivity", "Which inputs the losses of scenarios hang on");
  sensitivity->add_option("FILE", wanted->file, "A document portfolio, as JSON, or - for standard input")->required();
  sensitivity->add_option("--points", wanted->points, "Points of the indices; 65,536 when left out");
  sensitivity->add_option("--seed", wanted->seed, "Of the random numbers");
  sensitivity->add_option("--picture", wanted->picture,
                          "Draw a tornado diagram: the SVG file to write, or - for standard output");
  sensitivity->callback(
      [&chosen, wanted] { chosen = [wanted](Session& session) { return run_sensitivity(session, *wanted); }; });

  auto best = std::make_shared<OptimizationAsked>();
  auto* optimize = risk.add_subcommand("optimize", "The best treatments of scenarios under a budget");
  optimize->add_option("FILE", best->file, "A document portfolio with treatments, as JSON, or - for standard input")
      ->required();
  optimize->add_option("--budget", best->budget, "What the treatments may cost together in a year");
  add_choice(*optimize, "--minimize", best->options.minimize, "What is to be least; the annualized loss when left out");
  optimize->add_option("--level", best->options.level, "Level of the expected shortfall; 0.95 when left out");
  optimize->add_option("--loss", best->loss, "The loss whose probability is to be least");
  optimize->add_flag("--add-cost", best->options.add_cost, "Minimise the sum of loss and cost");
  optimize->add_option("--frontier", best->options.frontier_points, "So many budgets of the efficient frontier");
  optimize->add_option("--trials", best->options.trials, "Years of each simulation; 100,000 when left out");
  optimize->add_option("--seed", best->options.seed, "Of the random numbers");
  optimize->add_option("--curve", best->curve, "Draw the exceedance curves before and after: the SVG file to write");
  optimize->add_option("--frontier-picture", best->frontier,
                       "Draw what each budget can leave: the SVG file to write, or - for standard output");
  optimize->callback(
      [&chosen, best] { chosen = [best](Session& session) { return run_optimization(session, *best); }; });
}
