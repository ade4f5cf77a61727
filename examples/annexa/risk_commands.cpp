#include <CLI/CLI.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/risk_register.hpp>
#include <annexa/isms/asset_values.hpp>
#include <annexa/report/risk_pictures.hpp>
#include <annexa/risk/methods.hpp>

#include <map>

#include "choice.hpp"
#include "commands.hpp"

namespace {

using Rows = std::vector<std::vector<std::string>>;

// ---- Scores

std::string in_short(std::optional<annexa::Score> const& score) {
  if (!score) return "-";
  return score->band + (score->score ? " (" + to_string(*score->score) + ")" : "");
}

std::string spoken(annexa::EffectUse use) {
  auto text = to_string(use);
  std::ranges::replace(text, '-', ' ');
  return text;
}

std::string reason_of(annexa::ScoreReason const& reason) {
  std::string evidence;
  for (auto const& each : reason.evidence) evidence += (evidence.empty() ? "; see " : ", ") + each;
  return reason.control.text() + " (" + (reason.status ? to_string(*reason.status) : "no row in the statement") +
         "): " + to_string(reason.reduces) + ' ' + reason.effect + ", " + spoken(reason.use) + ", " +
         to_string(reason.basis) + evidence;
}

void explain(std::string& text, std::string_view stage, std::optional<annexa::Score> const& score) {
  if (!score) return;
  auto const basis = score->basis.value_or(annexa::ScoreBasis::judged);
  text += "  " + std::string(stage) + ": likelihood " + std::to_string(score->likelihood) + ", impact " +
          std::to_string(score->impact) +
          (score->vulnerability ? ", vulnerability " + std::to_string(*score->vulnerability) : "") + " -> " +
          in_short(score) + ", " + to_string(basis) +
          (score->authority.empty() ? "" : ", to accept it takes " + score->authority) + '\n';
  for (auto const& reason : score->because) text += "    " + reason_of(reason) + '\n';
}

std::string explained(std::vector<annexa::RiskScoring> const& scores) {
  std::string text;
  for (auto const& each : scores) {
    text += each.risk.text() + ' ' + each.title +
            (each.method.empty() ? " (not assessed)"
                                 : " (" + each.method + " version " + std::to_string(each.version) + ")") +
            '\n';
    explain(text, "inherent", each.inherent);
    explain(text, "current", each.current);
    explain(text, "residual", each.residual);
    explain(text, "target", each.target);
    if (each.appetite) text += "  " + to_string(*each.appetite) + '\n';
    for (auto const& contested : each.contested)
      text += "  " + contested.control.text() + " is in doubt: " + to_string(contested.verdict) + ", " +
              contested.assessment.text() + "; decide about its effect\n";
    for (auto const stage : each.changed) text += "  " + to_string(stage) + " is another one on record; assess anew\n";
    for (auto const& problem : each.problems) text += "  " + problem + '\n';
  }
  return text;
}

Rows rows_of(std::vector<annexa::RiskScoring> const& scores) {
  Rows rows{{"RISK", "METHOD", "INHERENT", "CURRENT", "RESIDUAL", "TARGET", "AUTHORITY", "APPETITE", "NOTE", "TITLE"}};
  for (auto const& each : scores) {
    auto const& remains = each.residual ? each.residual : each.current;
    auto const note = !each.problems.empty()  ? each.problems.front()
                      : !each.changed.empty() ? "differs from the record"
                                              : "";
    rows.push_back({each.risk.text(), each.method.empty() ? "not assessed" : each.method, in_short(each.inherent),
                    in_short(each.current), in_short(each.residual), in_short(each.target),
                    remains && !remains->authority.empty() ? remains->authority : "-",
                    each.appetite ? to_string(*each.appetite) : "-", note, each.title});
  }
  return rows;
}

// "30 open risks; of these remain 8 low, 20 moderate, 2 high; 1 differs from the record."
std::string summary_of(std::vector<annexa::RiskScoring> const& scores) {
  std::map<std::pair<std::string, int>, std::pair<std::string, int>> bands;  // by method and level: name and count
  int differing = 0;
  int contested = 0;
  for (auto const& each : scores) {
    if (!each.changed.empty()) ++differing;
    if (!each.contested.empty()) ++contested;
    auto const& remains = each.residual ? each.residual : each.current;
    auto& band = bands[{remains ? each.method : "", remains ? remains->level : 0}];
    band.first = remains ? remains->band : "not scored";
    ++band.second;
  }
  std::string text;
  for (auto const& [key, band] : bands)
    text += (text.empty() ? "; what remains is " : ", ") + std::to_string(band.second) + ' ' + band.first;
  return std::to_string(scores.size()) + (scores.size() == 1 ? " open risk" : " open risks") + text +
         (differing == 0
              ? ""
              : "; " + std::to_string(differing) + (differing == 1 ? " differs" : " differ") + " from the record") +
         (contested == 0 ? "" : "; controls of " + std::to_string(contested) + " are in doubt") + ".\n";
}

struct ScoreOptions {
  std::string workspace, method, risk;
  bool explain = false;
};

int show_scores(Session& session, ScoreOptions const& options) {
  auto const workspace = session.open(options.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const state = workspace->state();
  auto scores = annexa::risk_scores(*state, options.method, workspace->now().date());
  if (!scores) return session.fail(scores.error());
  if (!options.risk.empty()) {
    std::erase_if(*scores, [&](annexa::RiskScoring const& each) { return each.risk.text() != options.risk; });
    if (scores->empty() && !state->find<annexa::Risk>(options.risk))
      return session.fail(annexa::no_record(*state, *annexa::find_noun("risk"), options.risk));
  }
  bool const long_form = options.explain || !options.risk.empty();
  return session.answer(annexa::write_risk_scores(*scores),
                        (long_form ? explained(*scores) : text_table(rows_of(*scores)) + '\n') + summary_of(*scores));
}

// ---- Methods

constexpr annexa::Rule unknown_method{"risk-method.unknown",
                                      "There is no built-in method \"{found}\"; `annexa risk methods` lists them.", "",
                                      annexa::ErrorKind::usage};

int show_methods(Session& session, std::string const& id) {
  boost::json::array documents;
  Rows rows{{"METHOD", "NAME", "SOURCE"}};
  for (auto const& each : annexa::built_in_methods()) {
    if (!id.empty() && each.key != id) continue;
    auto document = boost::json::parse(each.document);
    if (!id.empty()) return session.answer(document, std::string(each.document) + '\n');
    documents.push_back(boost::json::object{
        {"id", each.key}, {"name", each.name}, {"source", each.source}, {"method", std::move(document)}});
    rows.push_back({std::string(each.key), std::string(each.name), std::string(each.source)});
  }
  if (!id.empty()) return session.fail(annexa::Error(unknown_method, "/method", {{"found", id}}));
  return session.answer(documents, text_table(rows));
}

// ---- Sums

std::string bands_of(std::vector<annexa::BandCount> const& bands) {
  std::string text;
  for (auto const& band : bands) text += (text.empty() ? "" : ", ") + std::to_string(band.count) + ' ' + band.band;
  return text.empty() ? "-" : text;
}

std::string losses_of(annexa::RiskGroup const& group) {
  std::string text;
  for (auto const& sum : group.annual_loss) text += (text.empty() ? "" : ", ") + to_string(sum);
  for (auto const& code : group.not_summed) text += (text.empty() ? "" : ", ") + code + " beyond 18 digits";
  return text.empty() ? "-" : text;
}

template <class T>
boost::json::array written(std::vector<T> const& list) {
  boost::json::array out;
  for (auto const& each : list) out.push_back(annexa::to_json(each));
  return out;
}

int show_groups(Session& session, std::string const& path, annexa::RiskGrouping by, annexa::RiskStage stage) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const groups = annexa::risk_groups(*workspace->state(), by, stage);
  Rows rows{{"GROUP", "RISKS", "UNSCORED", "HIGHEST", "PER BAND", "YEARLY LOSS", "NAME"}};
  for (auto const& each : groups)
    rows.push_back({each.key.empty() ? "-" : each.key, std::to_string(each.count), std::to_string(each.unscored),
                    bands_of(each.highest), bands_of(each.bands), losses_of(each), each.name});
  return session.answer(written(groups), text_table(rows));
}

constexpr annexa::Rule picture_form{"picture.form", "Pictures are SVG; name a file that ends with .svg, not {found}.",
                                    "", annexa::ErrorKind::usage};

// The language that was asked for; empty: that of the organisation.
std::string picture_language(Session const& session) {
  return session.globals().language_asked ? session.globals().language : std::string();
}

int write_picture(Session& session, std::string const& workspace, std::string const& file,
                  annexa::result<std::string> const& picture) {
  if (!picture) return session.fail(picture.error());
  if (file != "-" && !file.ends_with(".svg")) return session.fail(annexa::Error(picture_form, "-o", {{"found", file}}));
  if (auto const written = session.write_beside(workspace, file, *picture); !written)
    return session.fail(written.error());
  if (file == "-") return Exit::done;
  return session.done(boost::json::object{{"file", file}, {"bytes", picture->size()}}, "Wrote " + file + ".\n");
}

int show_trend(Session& session, std::string const& path, annexa::RiskStage stage, std::string const& file) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  if (!file.empty())
    return write_picture(session, path, file,
                         annexa::report::risk_trend_picture(*workspace->state(), stage, workspace->now().date(), 0,
                                                            picture_language(session)));
  auto const trend = annexa::risk_trend(*workspace->state(), stage);
  Rows rows{{"DAY", "PER BAND"}};
  for (auto const& point : trend) rows.push_back({to_string(point.on), bands_of(point.bands)});
  return session.answer(written(trend), text_table(rows));
}

struct MapOptions {
  std::string workspace, method, file;
  std::optional<annexa::RiskStage> stage;
  bool all = false;
  int width = 0;
};

int draw_map(Session& session, MapOptions const& options) {
  auto const workspace = session.open(options.workspace, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  using enum annexa::RiskStage;
  std::vector<annexa::RiskStage> stages{options.stage.value_or(residual)};
  if (options.all) stages = {inherent, current, residual, target};
  return write_picture(session, options.workspace, options.file,
                       annexa::report::heat_maps_picture(*workspace->state(), options.method, stages, options.width,
                                                         picture_language(session)));
}

int show_assets(Session& session, std::string const& path) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const values = annexa::asset_values(workspace->state()->all<annexa::Asset>());
  auto const text = [](std::optional<int> value) { return value ? std::to_string(*value) : "-"; };
  Rows rows{{"ASSET", "CONFIDENTIALITY", "INTEGRITY", "AVAILABILITY", "INHERITED FROM"}};
  for (auto const& each : values) {
    std::string from;
    for (auto const& key : each.inherited_from) from += (from.empty() ? "" : ", ") + key.text();
    rows.push_back({each.asset.text(), text(each.confidentiality), text(each.integrity), text(each.availability),
                    from.empty() ? "-" : from});
  }
  return session.answer(written(values), text_table(rows));
}

}  // namespace

void add_risk_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    ScoreOptions score;
    MapOptions map;
    std::string workspace, method, svg;
    std::optional<annexa::RiskGrouping> grouping;
    std::optional<annexa::RiskStage> stage;
  };
  auto options = std::make_shared<Options>();
  auto* risk = app.add_subcommand("risk", "Scores of risks and what they come to");
  risk->require_subcommand(1);

  auto* score = risk->add_subcommand("score", "Level, band and authority of each open risk, as things stand");
  score->add_option("WORKSPACE", options->score.workspace, "The workspace")->required();
  score->add_option("--method", options->score.method, "Score every rating by this method instead of its own");
  score->add_option("--risk", options->score.risk, "One risk alone, explained");
  score->add_flag("--explain", options->score.explain, "Name the controls behind each figure");
  score->callback(
      [&chosen, options] { chosen = [options](Session& session) { return show_scores(session, options->score); }; });

  auto* methods = risk->add_subcommand("methods", "The methods that come with annexa");
  methods->add_option("METHOD", options->method, "One of them, as a document to adopt or to change");
  methods->callback(
      [&chosen, options] { chosen = [options](Session& session) { return show_methods(session, options->method); }; });

  auto* groups = risk->add_subcommand("groups", "Open risks summed up: highest band, count per band, sum of losses");
  groups->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  add_choice(*groups, "--by", options->grouping, "What they have in common; the unit when left out");
  add_choice(*groups, "--stage", options->stage, "Which score; the residual one when left out");
  groups->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show_groups(session, options->workspace, options->grouping.value_or(annexa::RiskGrouping::unit),
                         options->stage.value_or(annexa::RiskStage::residual));
    };
  });

  auto* trend = risk->add_subcommand("trend", "Risks per band over time");
  trend->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  add_choice(*trend, "--stage", options->stage, "Which score; the residual one when left out");
  trend->add_option("--svg", options->svg, "Draw it: the file to write, or - for standard output");
  trend->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show_trend(session, options->workspace, options->stage.value_or(annexa::RiskStage::residual),
                        options->svg);
    };
  });

  auto* map = risk->add_subcommand("heat-map", "Open risks by likelihood and impact, as an SVG file");
  map->add_option("WORKSPACE", options->map.workspace, "The workspace")->required();
  add_choice(*map, "--stage", options->map.stage, "Which score; the residual one when left out");
  map->add_flag("--all", options->map.all, "All four stages side by side")->excludes("--stage");
  map->add_option("--method", options->map.method, "Risks scored by this method; else by the one of most risks");
  map->add_option("--width", options->map.width, "Width in pixels, 100 to 10000")->check(CLI::Range(100, 10'000));
  map->add_option("-o", options->map.file, "The file to write, or - for standard output")->required();
  map->callback(
      [&chosen, options] { chosen = [options](Session& session) { return draw_map(session, options->map); }; });

  auto* assets = risk->add_subcommand("assets", "What assets are worth, with what depends on them");
  assets->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  assets->callback([&chosen, options] {
    chosen = [options](Session& session) { return show_assets(session, options->workspace); };
  });

  add_simulation_commands(*risk, chosen);
  add_distribution_command(*risk, chosen);
}
