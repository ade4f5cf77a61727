#include <CLI/CLI.hpp>
#include <annexa/audit/sample_evaluation.hpp>
#include <annexa/base/text.hpp>
#include <annexa/base/visible.hpp>
#include <annexa/exchange/table.hpp>
#include <annexa/journal/sha256.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "choice.hpp"
#include "commands.hpp"

namespace {

namespace json = boost::json;

constexpr auto usage_error_kind = annexa::ErrorKind::usage;
constexpr annexa::Rule bad_share{"option.share", "\"{found}\" is no share; 0.95 or 95% are accepted.", "",
                                 usage_error_kind};
constexpr annexa::Rule bad_stratum{"option.stratum", "\"{found}\" is no stratum; NAME=ITEMS is accepted.", "",
                                   usage_error_kind};
constexpr annexa::Rule no_items{"population.empty", "The list has no items.", "", usage_error_kind};
constexpr annexa::Rule no_list{"population.text",
                               "This is {found}; a list of items in UTF-8, a line each, or a table "
                               "as CSV is accepted.",
                               "", usage_error_kind};
constexpr annexa::Rule no_column{"population.column", "There is no column \"{found}\". There are: {known}.", "",
                                 usage_error_kind};
constexpr annexa::Rule scattered{"population.order",
                                 "\"{found}\" stands in several places of the list; sort it by \"{column}\" first.", "",
                                 usage_error_kind};

// ---- What the options say

// The options behind the members of requests, for messages.
constexpr std::pair<std::string_view, std::string_view> option_names[] = {{"/tolerable_rate", "--rate"},
                                                                          {"/confidence", "--confidence"},
                                                                          {"/population", "--population"},
                                                                          {"/allowed_deviations", "--allowed"},
                                                                          {"/frequency", "--frequency"},
                                                                          {"/stage", "--stage"},
                                                                          {"/size", "--size"},
                                                                          {"/strata", "--stratum"},
                                                                          {"/minimum_per_stratum", "--minimum"},
                                                                          {"/seed", "--seed"},
                                                                          {"/deviations", "--deviations"}};

annexa::Error by_options(annexa::Error const& error) {
  auto violations = error.violations();
  for (auto& each : violations)
    for (auto const& [member, option] : option_names)
      if (each.where == member) each.where = option;
  return {error.kind(), std::move(violations)};
}

// "0.95", "95%" or "95 %".
std::optional<annexa::Decimal> read_share(std::string const& option, std::string const& text) {
  if (text.empty()) return {};
  auto const is_percent = text.ends_with('%');
  auto const number =
      annexa::Decimal::parse(annexa::trimmed(std::string_view(text).substr(0, text.size() - is_percent)));
  auto const share = number && is_percent ? annexa::Decimal::from(number->digits(), number->scale() + 2) : number;
  if (!share) throw annexa::Refused(annexa::Error(bad_share, option, {{"found", text}}));
  return *share;
}

std::vector<annexa::SampleStratum> read_strata(std::vector<std::string> const& texts) {
  std::vector<annexa::SampleStratum> strata;
  for (auto const& text : texts) {
    auto const sign = text.rfind('=');
    auto const items = sign == text.npos ? annexa::parsed<annexa::Decimal>(annexa::errc::bad_decimal)
                                         : annexa::Decimal::parse(std::string_view(text).substr(sign + 1));
    if (!items || items->scale() != 0)
      throw annexa::Refused(annexa::Error(bad_stratum, "--stratum", {{"found", text}}));
    strata.push_back({text.substr(0, sign), items->digits(), {}});
  }
  return strata;
}

std::string strata_table(std::vector<annexa::SampleStratum> const& strata) {
  if (strata.empty()) return "";
  std::vector<std::vector<std::string>> rows{{"STRATUM", "ITEMS", "SIZE"}};
  for (auto const& each : strata)
    rows.push_back({each.name, std::to_string(each.population), std::to_string(each.size.value_or(0))});
  return text_table(rows);
}

// ---- Sizes

struct SizeOptions {
  annexa::SampleSizeRequest request;
  std::string confidence, rate;
  std::optional<std::int64_t> sites;
  std::vector<std::string> strata;
};

int show_size(Session& session, SizeOptions const& options) {
  using annexa::SampleBasis;
  auto request = options.request;
  request.strata = read_strata(options.strata);
  request.tolerable_rate = read_share("--rate", options.rate);
  request.confidence = read_share("--confidence", options.confidence);
  request.basis = request.frequency ? SampleBasis::frequency
                  : options.sites   ? SampleBasis::sites
                  : request.size    ? SampleBasis::allocation
                                    : SampleBasis::attribute;
  if (options.sites) request.population = options.sites;
  if (request.basis == SampleBasis::attribute && !request.confidence)
    request.confidence = annexa::Decimal::parse("0.95").value();
  auto const size = annexa::sample_size(request);
  if (!size) return session.fail(by_options(size.error()));
  auto const numbers = std::to_string(size->size) +
                       (size->most && *size->most != size->size ? " to " + std::to_string(*size->most) : "");
  return session.answer(annexa::to_json(*size), numbers + '\n' + size->statement + '\n' + strata_table(size->strata));
}

// ---- Populations

// The items of a file, by name, and the stratum of each where strata are wanted.
struct Population {
  Population() = default;
  Population(Population const&) = delete;
  Population& operator=(Population const&) = delete;
  std::string bytes;
  std::optional<annexa::Sheet> sheet;
  std::vector<std::string_view> names;
  std::vector<annexa::SampleStratum> strata;
};

struct DrawOptions {
  annexa::SampleDrawRequest request;
  std::string file, column, by;
  bool lines = false;
};

annexa::result<void> read_lines(Population& population, std::string const& file) {
  std::string_view rest = population.bytes;
  auto const kind = annexa::recognise_file(rest);
  auto const is_text = annexa::is_utf8(rest) && !annexa::has_stray_control(rest);
  if (!kind.empty() || !is_text)
    return annexa::Error(no_list, file, {{"found", std::string(kind.empty() ? "no text in UTF-8" : kind)}});
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  while (!rest.empty()) {
    auto const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (auto const name = annexa::trimmed(line); !name.empty()) population.names.push_back(name);
  }
  return {};
}

annexa::result<std::size_t> column_of(annexa::Sheet const& sheet, std::string const& name, std::string const& file) {
  auto const header = sheet.header();
  std::string known;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (annexa::trimmed(header[i]) == name) return i;
    known += (known.empty() ? "" : ", ") + std::string(annexa::trimmed(header[i]));
  }
  return annexa::Error(no_column, file, {{"found", name}, {"known", known}});
}

// Strata are runs of rows; one that comes back is refused, because positions of a stratum stand together.
annexa::result<void> read_strata_of(Population& population, std::size_t column, DrawOptions const& options) {
  auto& strata = population.strata;
  for (std::size_t i = 0; i < population.sheet->size(); ++i) {
    auto const row = (*population.sheet)[i];
    auto const name = annexa::trimmed(row[column]);
    if (strata.empty() || strata.back().name != name) {
      if (std::ranges::find(strata, name, &annexa::SampleStratum::name) != strata.end())
        return annexa::Error(scattered, options.file + ':' + std::to_string(row.number()),
                             {{"found", annexa::visible(name, 80)}, {"column", options.by}});
      strata.push_back({std::string(name), 0, {}});
      if (strata.size() > 1000) break;  // refused by their number
    }
    ++strata.back().population;
  }
  return {};
}

annexa::result<void> read_rows(Population& population, DrawOptions const& options) {
  auto sheet =
      annexa::read_table(population.bytes, {.file = options.file, .delimiter = {}, .encoding = {}, .limits = {}});
  if (!sheet) return sheet.error();
  population.sheet = *std::move(sheet);
  auto const column = options.column.empty() ? annexa::result<std::size_t>(std::size_t{0})
                                             : column_of(*population.sheet, options.column, options.file);
  if (!column) return column.error();
  for (std::size_t i = 0; i < population.sheet->size(); ++i)
    population.names.push_back((*population.sheet)[i][*column]);
  if (options.by.empty()) return {};
  auto const by = column_of(*population.sheet, options.by, options.file);
  if (!by) return by.error();
  return read_strata_of(population, *by, options);
}

// Into @p population, which stays where it is: its names are views of its bytes.
annexa::result<void> read_population(Population& population, DrawOptions const& options) {
  auto bytes = read_file(options.file);
  if (!bytes) return bytes.error();
  population.bytes = *std::move(bytes);
  bool const is_table = !options.lines && (options.file.ends_with(".csv") || options.file.ends_with(".tsv") ||
                                           !options.column.empty() || !options.by.empty());
  auto read = is_table ? read_rows(population, options) : read_lines(population, options.file);
  if (read && population.names.empty()) return annexa::Error(no_items, options.file);
  return read;
}

// ---- Draws

void tell_of_doubles(Session& session, std::vector<std::string_view> names) {
  std::ranges::sort(names);
  auto const twice = std::ranges::adjacent_find(names);
  if (twice != names.end())
    session.say("The list has \"" + annexa::visible(*twice, 80) + "\" more than once; such an item is likelier drawn.");
}

std::string described(annexa::SampleDraw const& draw) {
  return std::to_string(draw.size) + " of " + std::to_string(draw.population) + " items, " + to_string(draw.method) +
         (draw.seed ? ", seed " + std::to_string(*draw.seed) + ", " + draw.algorithm : "") + ", SHA-256 of the list " +
         to_string(*draw.population_sha256) + '\n';
}

int draw_items(Session& session, DrawOptions const& options) {
  Population population;
  if (auto const read = read_population(population, options); !read) return session.fail(read.error());
  auto request = options.request;
  request.population = static_cast<std::int64_t>(population.names.size());
  request.population_sha256 = annexa::sha256(population.bytes);
  request.strata = population.strata;
  if (!request.method && !options.by.empty()) request.method = annexa::DrawMethod::stratified;
  auto const draw = annexa::draw_sample(request);
  if (!draw) return session.fail(by_options(draw.error()));
  tell_of_doubles(session, population.names);
  json::array names;
  std::vector<std::vector<std::string>> rows{{"ITEM", "NAME"}};
  for (auto const item : draw->items) {
    auto const name = population.names[static_cast<std::size_t>(item - 1)];
    names.emplace_back(json::string_view(name.data(), name.size()));
    rows.push_back({std::to_string(item), std::string(name)});
  }
  return session.answer(
      json::object{
          {"request", annexa::to_json(request)}, {"draw", annexa::to_json(*draw)}, {"names", std::move(names)}},
      text_table(rows) + strata_table(draw->strata) + described(*draw));
}

// ---- Evaluation

struct EvaluationOptions {
  annexa::SampleEvaluationRequest request;
  std::string confidence, rate;
};

int evaluate(Session& session, EvaluationOptions const& options) {
  auto request = options.request;
  request.tolerable_rate = read_share("--rate", options.rate);
  request.confidence = read_share("--confidence", options.confidence);
  if (!request.confidence && request.method != annexa::DrawMethod::judgement)
    request.confidence = annexa::Decimal::parse("0.95").value();
  auto const found = annexa::evaluate_sample(request);
  if (!found) return session.fail(by_options(found.error()));
  return session.answer(annexa::to_json(*found), found->statement + '\n');
}

// ---- The parser

void add_size(CLI::App& sample, Chosen& chosen) {
  auto options = std::make_shared<SizeOptions>();
  auto& request = options->request;
  auto* size = sample.add_subcommand("size", "How many items to look at, and what that proves");
  size->add_option("--population", request.population, "How many items there are; a large number when absent");
  size->add_option("--confidence", options->confidence, "How sure, such as 0.95 or 95%; 0.95 when absent");
  size->add_option("--rate", options->rate, "Share of deviations from which on the control has failed, such as 0.05");
  size->add_option("--allowed", request.allowed_deviations, "Deviations that are expected; none when absent");
  add_choice(*size, "--frequency", request.frequency, "How often the control is carried out: practice, no statistics");
  size->add_option("--sites", options->sites, "How many similar sites there are: practice, no statistics");
  add_choice(*size, "--stage", request.stage, "Which audit of the cycle visits the sites");
  size->add_option("--stratum", options->strata, "A part of the population, as NAME=ITEMS; several may be given");
  size->add_option("--size", request.size, "A whole size to share out among the strata");
  size->add_option("--minimum", request.minimum_per_stratum, "Items of each stratum at least; 1 when absent");
  size->callback([&chosen, options] { chosen = [options](Session& session) { return show_size(session, *options); }; });
}

void add_draw(CLI::App& sample, Chosen& chosen) {
  auto options = std::make_shared<DrawOptions>();
  auto& request = options->request;
  auto* draw = sample.add_subcommand("draw", "Draws items from a list, so that anybody can draw them again");
  draw->add_option("--population", options->file,
                   "The list: a table (.csv, .tsv), or a line for each item; - for standard input")
      ->required();
  draw->add_option("--size", request.size, "How many items");
  draw->add_option("--seed", request.seed, "Number from which they are drawn")->required();
  add_choice(*draw, "--method", request.method, "How; simple when absent, stratified with --by");
  draw->add_option("--column", options->column, "Column that names the items; the first one when absent");
  draw->add_option("--by", options->by, "Column that says the stratum; the table is sorted by it");
  draw->add_option("--minimum", request.minimum_per_stratum, "Items of each stratum at least; 1 when absent");
  add_choice(*draw, "--stage", request.stage, "Sites: which audit of the cycle");
  draw->add_flag("--lines", options->lines, "The list is no table, whatever its name");
  draw->callback(
      [&chosen, options] { chosen = [options](Session& session) { return draw_items(session, *options); }; });
}

void add_evaluate(CLI::App& sample, Chosen& chosen) {
  auto options = std::make_shared<EvaluationOptions>();
  auto& request = options->request;
  auto* evaluation = sample.add_subcommand("evaluate", "What follows for the population from what was found");
  evaluation->add_option("--size", request.size, "How many items were looked at")->required();
  evaluation->add_option("--deviations", request.deviations, "How many of them deviate")->required();
  evaluation->add_option("--population", request.population,
                         "From how many they were drawn; a large number when absent");
  evaluation->add_option("--confidence", options->confidence, "How sure, such as 0.95 or 95%; 0.95 when absent");
  evaluation->add_option("--rate", options->rate, "Share of deviations that would be too much");
  add_choice(*evaluation, "--method", request.method, "How they were drawn; simple when absent");
  evaluation->callback(
      [&chosen, options] { chosen = [options](Session& session) { return evaluate(session, *options); }; });
}

}  // namespace

void add_sample_commands(CLI::App& app, Chosen& chosen) {
  auto* sample = app.add_subcommand("sample", "Samples: how many, which, and what follows");
  sample->require_subcommand(1);
  add_size(*sample, chosen);
  add_draw(*sample, chosen);
  add_evaluate(*sample, chosen);
}
