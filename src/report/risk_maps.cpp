#include "risk_maps.hpp"

#include <annexa/base/text.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/risk_register.hpp>
#include <annexa/report/picture.hpp>
#include <annexa/risk/remaining.hpp>
#include <annexa/risk/score_table.hpp>

#include <algorithm>
#include <map>

#include "report_language.hpp"
#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

ANNEXA_DEFINE_TYPE_TABLE(HeatMapRequest)

namespace {

constexpr std::size_t most_refused = 100;
constexpr std::string_view colour_of_nothing = "#8a97a5";  // of bands that the method does not have any more

bool is_on_scale(Method const& method, std::vector<Level> const& scale, int level) {
  return level >= method.first_level() && std::cmp_less(level - method.first_level(), scale.size());
}

void refuse_level(Method const& method, std::vector<Level> const& scale, std::string_view name, int level,
                  std::size_t index, Error& errors) {
  if (is_on_scale(method, scale, level) || errors.violations().size() >= most_refused) return;
  errors.add(method_rules::step, "/points/" + std::to_string(index) + '/' + std::string(name),
             {{"scale", std::string(name)},
              {"found", std::to_string(level)},
              {"lowest", std::to_string(method.first_level())},
              {"highest", std::to_string(method.first_level() + static_cast<int>(scale.size()) - 1)}});
}

// The band of each pair of levels, a row for each level of likelihood.
result<std::vector<std::vector<int>>> bands_of_pairs(Method const& method) {
  if (method.is_ordinal()) return method.grid;
  auto const table = ScoreTable::of(method);
  if (!table) return table.error();
  std::vector<std::vector<int>> bands(method.likelihood.size());
  for (std::size_t row = 0; row < bands.size(); ++row)
    for (std::size_t column = 0; column < method.impact.size(); ++column)
      bands[row].push_back(
          table->level(method.first_level() + static_cast<int>(row), method.first_level() + static_cast<int>(column)));
  return bands;
}

result<HeatMap> map_without_risks(Method const& method) {
  auto const bands = bands_of_pairs(method);
  if (!bands) return bands.error();
  HeatMap map;
  map.rows_title = say("heat.likelihood"_word);
  map.columns_title = say("heat.impact"_word);
  map.lowest = method.lowest;
  for (auto const& level : method.likelihood) map.row_names.push_back(level.name);
  for (auto const& level : method.impact) map.column_names.push_back(level.name);
  for (auto const& band : method.bands) map.bands.push_back({band.name, band.colour});
  for (std::size_t row = 0; row < bands->size(); ++row)
    for (std::size_t column = 0; column < (*bands)[row].size(); ++column)
      map.cells.push_back({method.first_level() + static_cast<int>(row),
                           method.first_level() + static_cast<int>(column),
                           (*bands)[row][column],
                           0,
                           {}});
  return map;
}

// "2 Low, 3 High": how many risks lie in cells of each band.
std::string counts_in(HeatMap const& map) {
  std::vector<std::int64_t> counts(map.bands.size());
  for (auto const& cell : map.cells) counts[static_cast<std::size_t>(cell.band - 1)] += cell.count;
  std::string text;
  for (std::size_t i = 0; i < counts.size(); ++i)
    text += (text.empty() ? "" : ", ") + number_text(counts[i]) + ' ' + spoken(map.bands[i].name);
  return text;
}

std::string title_with(Word text, std::string const& what, Method const& method) {
  return say(text, {{"stage", what}, {"method", method.name}, {"version", std::to_string(method.version)}});
}

// Where shares were taken off, a risk may be in another band than the cell of its levels; its own stands beside it.
void name_own_bands(Method const& method, std::vector<Risk const*> const& risks, RiskStage stage,
                    std::vector<HeatPoint>& points, std::vector<std::vector<int>> const& cells) {
  std::map<std::string_view, Score const*> scores;
  for (auto const* risk : risks)
    if (auto const& score = risk->scores.at(stage)) scores.emplace(risk->key.text(), &*score);
  for (auto& point : points) {
    auto const& score = *scores.at(point.id);
    auto const row = static_cast<std::size_t>(point.likelihood - method.first_level());
    auto const column = static_cast<std::size_t>(point.impact - method.first_level());
    if (cells[row][column] != score.level)
      point.id = say("heat.own-band"_word, {{"risk", point.id}, {"band", spoken(score.band)}});
  }
}

Figure stage_figure(Method const& method, HeatMap map, RiskStage stage, std::size_t points, std::size_t open) {
  auto description = say("heat.stage-description"_word, {{"rows", std::to_string(map.row_names.size())},
                                                         {"columns", std::to_string(map.column_names.size())},
                                                         {"count", number_text(points)},
                                                         {"bands", counts_in(map)},
                                                         {"off", number_text(open - points)}});
  auto anchor = anchor_of("heat-map", method.key.text()) + '-' + to_string(stage);
  return {std::move(anchor), title_with("heat.stage"_word, word_of(stage), method), std::move(description),
          std::move(map)};
}

// The method that most of the risks were scored by.
Method const* most_used(State const& state, std::vector<Risk const*> const& risks) {
  Method const* most = nullptr;
  std::ptrdiff_t highest = 0;
  for (auto const* method : methods_of(state, risks)) {
    auto const count =
        std::ranges::count_if(risks, [&](Risk const* risk) { return method_of(state, *risk) == method; });
    if (count > highest) most = method;
    highest = std::max(highest, count);
  }
  return most;
}

result<int> width_for(int width, std::size_t figures, int each) {
  if (width == 0) return static_cast<int>(std::min<std::size_t>(figures, 12)) * each;
  if (width < 100 || width > 10'000) return Error(picture_rules::width, "/width", {{"found", std::to_string(width)}});
  return width;
}

result<std::string> drawn(std::vector<Figure> const& figures, std::string title, int width, int each) {
  auto const pixels = width_for(width, figures.size(), each);
  if (!pixels) return pixels.error();
  std::string description;
  for (auto const& figure : figures)
    description += (description.empty() ? "" : "\n") + figure.title + ": " + figure.description;
  return picture(figures, {"risks", std::move(title), std::move(description), *pixels});
}

// ---- Trends

struct TrendLine {
  std::string title;
  std::vector<HeatBand> bands;
  std::vector<TrendDay> days;
};

using Lines = std::map<std::pair<std::string, int>, TrendLine>;  // by method and version

// Bands of a version that is no more are named as they are met.
void add_bands(Method const* method, BandCount const& count, TrendLine& line) {
  line.title = method ? method->name : count.method;
  if (!method || method->version != count.version) return;
  for (auto const& band : method->bands) line.bands.push_back({band.name, band.colour});
}

void add_point(State const& state, RiskTrendPoint const& point, Lines& lines) {
  for (auto const& count : point.bands) {
    auto& line = lines[{count.method, count.version}];
    if (line.days.empty()) add_bands(state.find<Method>(count.method), count, line);
    if (line.days.empty() || line.days.back().on != point.on) line.days.push_back({point.on, {}});
    auto const band = static_cast<std::size_t>(std::max(count.level, 1) - 1);
    while (line.bands.size() <= band)
      line.bands.push_back({std::to_string(line.bands.size() + 1), std::string(colour_of_nothing)});
    if (line.bands[band].colour == colour_of_nothing) line.bands[band].name = count.band;
    auto& values = line.days.back().values;
    if (values.size() <= band) values.resize(band + 1);
    values[band] += count.count;
  }
  // A method that has no risk any more on that day went down to none.
  for (auto& [key, line] : lines)
    if (line.days.back().on != point.on) line.days.push_back({point.on, {}});
}

std::string last_counts(TrendLine const& line) {
  std::string text;
  auto const& values = line.days.back().values;
  for (std::size_t i = 0; i < line.bands.size(); ++i)
    text +=
        (text.empty() ? "" : ", ") + number_text(i < values.size() ? values[i] : 0) + ' ' + spoken(line.bands[i].name);
  return text;
}

}  // namespace

std::vector<Risk const*> open_risks(State const& state) {
  return state.select<Risk>([](Risk const& risk) { return risk.status != RiskStatus::closed; });
}

Method const* method_of(State const& state, Risk const& risk) {
  auto const* method = risk.scores.version == 0 ? nullptr : state.find<Method>(risk.scores.method);
  return method && method->version == risk.scores.version ? method : nullptr;
}

std::vector<Method const*> methods_of(State const& state, std::vector<Risk const*> const& risks) {
  std::vector<Method const*> methods;
  for (auto const* risk : risks)
    if (auto const* method = method_of(state, *risk); method && std::ranges::find(methods, method) == methods.end())
      methods.push_back(method);
  std::ranges::sort(methods, natural_less, [](Method const* method) { return std::string_view(method->key.text()); });
  return methods;
}

std::vector<HeatPoint> points_of(Method const& method, std::vector<Risk const*> const& risks, RiskStage stage) {
  std::vector<HeatPoint> points;
  for (auto const* risk : risks) {
    auto const& score = risk->scores.at(stage);
    if (!score || risk->scores.method != method.key.text() || risk->scores.version != method.version) continue;
    if (is_on_scale(method, method.likelihood, score->likelihood) && is_on_scale(method, method.impact, score->impact))
      points.push_back({risk->key.text(), score->likelihood, score->impact});
  }
  return points;
}

result<std::vector<Figure>> stage_figures(Method const& method, std::vector<Risk const*> const& risks,
                                          std::vector<RiskStage> const& stages) {
  auto const cells = bands_of_pairs(method);
  if (!cells) return cells.error();
  std::vector<Figure> figures;
  for (auto const stage : stages) {
    auto points = points_of(method, risks, stage);
    name_own_bands(method, risks, stage, points, *cells);
    auto map = heat_map(method, points);
    if (!map) return map.error();
    figures.push_back(stage_figure(method, *std::move(map), stage, points.size(), risks.size()));
  }
  return figures;
}

result<HeatMap> heat_map(Method const& method, std::vector<HeatPoint> const& points) {
  auto map = map_without_risks(method);
  if (!map) return map;
  Error errors;
  for (std::size_t i = 0; i < points.size(); ++i) {
    refuse_level(method, method.likelihood, "likelihood", points[i].likelihood, i, errors);
    refuse_level(method, method.impact, "impact", points[i].impact, i, errors);
  }
  if (!errors.empty()) return errors;
  auto const columns = static_cast<int>(method.impact.size());
  for (auto const& point : points) {
    auto const index = (point.likelihood - method.first_level()) * columns + point.impact - method.first_level();
    auto& cell = map->cells[static_cast<std::size_t>(index)];
    ++cell.count;
    cell.ids.push_back(point.id);
  }
  for (auto& cell : map->cells) std::ranges::sort(cell.ids, natural_less);
  return map;
}

result<std::string> heat_map_picture(Method const& method, HeatMapRequest const& request) {
  constexpr int each = 720;
  auto const language = asked_language(request.language, Language::english);
  if (!language) return language.error();
  Speaking const speaking(*language);
  auto map = heat_map(method, request.points);
  auto const width = width_for(request.width.value_or(0), 1, each);
  if (!map || !width) return !map ? map.error() : width.error();
  auto title = request.title.empty() ? method.name : request.title;
  auto description = say("heat.stage-description"_word, {{"rows", std::to_string(map->row_names.size())},
                                                         {"columns", std::to_string(map->column_names.size())},
                                                         {"count", number_text(request.points.size())},
                                                         {"bands", counts_in(*map)},
                                                         {"off", "0"}});
  return drawn({{"map", title, std::move(description), *std::move(map)}}, title, *width, each);
}

result<std::vector<Figure>> heat_maps(State const& state, std::string_view method,
                                      std::vector<RiskStage> const& stages) {
  auto const risks = open_risks(state);
  auto const* chosen = method.empty() ? most_used(state, risks) : state.find<Method>(method);
  if (!chosen && !method.empty()) return no_record(state, *find_noun("risk-method"), method);
  if (!chosen) return Error(picture_rules::no_method, "/risks");
  return stage_figures(*chosen, risks, stages);
}

std::vector<Figure> risk_trend_figures(State const& state, RiskStage stage, Date until) {
  Lines lines;
  for (auto const& point : risk_trend(state, stage)) add_point(state, point, lines);
  std::vector<Figure> figures;
  for (auto& [key, line] : lines) {
    auto title = say("trend.title"_word,
                     {{"stage", word_of(stage)}, {"method", line.title}, {"version", std::to_string(key.second)}});
    auto description = say("trend.description"_word, {{"from", spoken(line.days.front().on, DateStyle::full)},
                                                      {"until", spoken(until, DateStyle::full)},
                                                      {"bands", last_counts(line)}});
    Trend trend{std::move(line.bands), std::move(line.days), until};
    figures.push_back({anchor_of("trend", key.first + '-' + std::to_string(key.second)), std::move(title),
                       std::move(description), std::move(trend)});
  }
  return figures;
}

namespace {

result<Language> language_of_pictures(State const& state, std::string_view tag) {
  ReportContext context;
  context.language = tag;
  return report_language(state, context);
}

}  // namespace

result<std::string> heat_maps_picture(State const& state, std::string_view method, std::vector<RiskStage> const& stages,
                                      int width, std::string_view language) {
  auto const spoken = language_of_pictures(state, language);
  if (!spoken) return spoken.error();
  Speaking const speaking(*spoken);
  auto const figures = heat_maps(state, method, stages);
  if (!figures) return figures.error();
  return drawn(*figures, say("heat.picture"_word), width, stages.size() == 1 ? 720 : 440);
}

result<std::string> risk_trend_picture(State const& state, RiskStage stage, Date until, int width,
                                       std::string_view language) {
  auto const spoken = language_of_pictures(state, language);
  if (!spoken) return spoken.error();
  Speaking const speaking(*spoken);
  auto const figures = risk_trend_figures(state, stage, until);
  if (figures.empty()) return Error(picture_rules::no_method, "/risks");
  return drawn(figures, say("trend.picture"_word), width, 720);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
