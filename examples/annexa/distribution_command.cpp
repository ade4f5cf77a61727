// Tells what is known of a single distribution, or draws from it.
#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/distribution_figures.hpp>

#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include "commands.hpp"

namespace {

struct DistributionAsked {
  std::string file;
  annexa::DistributionRequest request;
  std::optional<std::uint64_t> draws;
  std::uint64_t seed = 0;
  std::string name = "sample";
};

// A distribution is short: it may stand on the command line itself.
annexa::result<annexa::Distribution> read_distribution(std::string const& file) {
  auto const document = file.starts_with('{') ? annexa::parse_json(file) : read_document(file);
  if (!document) return document.error();
  return annexa::from_json<annexa::Distribution>(*document);
}

// The shortest text that is read back as the same number.
std::string number_text(annexa::Real number) {
  std::array<char, 32> text{};
  auto const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), end};
}

std::string described(annexa::DistributionFigures const& found) {
  std::vector<std::vector<std::string>> rows{
      {"mean", number_text(found.mean)},
      {"variance", found.variance ? number_text(*found.variance) : "infinite"},
      {"standard deviation", found.standard_deviation ? number_text(*found.standard_deviation) : "infinite"}};
  for (auto const& each : found.quantiles)
    rows.push_back({"quantile " + number_text(each.probability), number_text(each.value)});
  for (auto const& each : found.cdf)
    rows.push_back({"not above " + number_text(each.value), number_text(each.probability)});
  return text_table(rows);
}

// A value to a line, or an array.
int answer_draws(Session& session, std::vector<annexa::Real> const& drawn) {
  std::string text;
  boost::json::array list;
  for (auto const each : drawn) {
    if (session.globals().json)
      list.emplace_back(each);
    else
      text += number_text(each) + '\n';
  }
  return session.answer(list, text);
}

int run_distribution(Session& session, DistributionAsked const& asked) {
  auto const distribution = read_distribution(asked.file);
  if (!distribution) return session.fail(distribution.error());
  if (asked.draws) {
    auto const drawn = annexa::sample(*distribution, *asked.draws, asked.seed, asked.name);
    return drawn ? answer_draws(session, *drawn) : session.fail(drawn.error());
  }
  auto const found = annexa::distribution_figures(*distribution, asked.request);
  if (!found) return session.fail(found.error());
  return session.answer(annexa::to_json(*found), described(*found));
}

}  // namespace

void add_distribution_command(CLI::App& risk, Chosen& chosen) {
  auto asked = std::make_shared<DistributionAsked>();
  auto* command = risk.add_subcommand("distribution", "Mean, variance, quantiles and values of one distribution");
  command->add_option("FILE", asked->file, "A document distribution: a file, - for standard input, or the JSON itself")
      ->required();
  command->add_option("--quantile", asked->request.probabilities, "Probability whose quantile is wanted");
  command->add_option("--cdf", asked->request.values, "Value: the probability that it is not exceeded is wanted");
  command->add_option("--draw", asked->draws, "Draw so many values instead");
  command->add_option("--seed", asked->seed, "Of the random numbers: the same seed gives the same values");
  command->add_option("--stream", asked->name,
                      "Name of the stream, such as SCENARIO.severity; \"sample\" when left out");
  command->callback(
      [&chosen, asked] { chosen = [asked](Session& session) { return run_distribution(session, *asked); }; });
}
