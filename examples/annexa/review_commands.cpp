#include <CLI/CLI.hpp>
#include <annexa/command/review.hpp>

#include "commands.hpp"

namespace {

// ---- Versions of the statement of applicability

std::string text_of(annexa::StatementDiff const& diff) {
  std::string out = "From " + diff.from + " to " + diff.to + ": " + std::to_string(diff.added.size()) + " added, " +
                    std::to_string(diff.removed.size()) + " removed, " + std::to_string(diff.changed.size()) +
                    " changed, " + std::to_string(diff.unchanged) + " as before.\n";
  std::vector<std::vector<std::string>> rows;
  for (auto const& row : diff.added) rows.push_back({"+ " + row.control.text(), "", row.justification, ""});
  for (auto const& row : diff.removed) rows.push_back({"- " + row.control.text(), "", row.justification, ""});
  for (auto const& row : diff.changed)
    for (auto const& member : row.members)
      rows.push_back({"~ " + row.control.text(), member.member, member.before, member.after});
  if (rows.empty()) return out;
  rows.insert(rows.begin(), {"CONTROL", "MEMBER", "BEFORE", "AFTER"});
  return out + '\n' + text_table(rows);
}

int compare_versions(Session& session, std::string const& path, std::string const& from, std::string const& to) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const diff = annexa::statement_diff(*workspace->state(), from, to);
  return diff ? session.answer(annexa::to_json(*diff), text_of(*diff)) : session.fail(diff.error());
}

// ---- Readiness

std::string text_of(annexa::Readiness const& readiness) {
  std::vector<std::vector<std::string>> rows{{"CLAUSE", "STATE", "BASIS", "WHAT", "WHY"}};
  for (auto const& item : readiness.items)
    rows.push_back({item.clause.text(), to_string(item.state), item.basis, item.what, item.why});
  auto const& totals = readiness.totals;
  return text_table(rows) + '\n' + std::to_string(totals.present) + " present, " + std::to_string(totals.missing) +
         " missing, " + std::to_string(totals.stale) + " stale, " + std::to_string(totals.not_applicable) +
         " not applicable. " +
         (readiness.ready ? "Nothing that is required is missing.\n"
                          : std::to_string(totals.required_open) + " of what is required is missing or stale.\n");
}

int show_readiness(Session& session, std::string const& path) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const found = annexa::readiness(*workspace->state(), workspace->now().date());
  return session.answer(annexa::to_json(found), text_of(found));
}

// ---- Maturity

std::string or_dash(std::string const& text) { return text.empty() ? "-" : text; }

std::vector<std::string> cells_of(annexa::MaturityGroup const& group) {
  return {group.id,
          std::to_string(group.rated),
          std::to_string(group.unrated.size()),
          or_dash(group.minimum ? std::to_string(*group.minimum) : ""),
          or_dash(group.mean ? to_string(*group.mean) : ""),
          or_dash(group.floor ? to_string(*group.floor) : ""),
          group.title};
}

std::string text_of(annexa::Maturity const& maturity) {
  std::vector<std::vector<std::string>> rows{{"GROUP", "RATED", "UNRATED", "MINIMUM", "MEAN", "FLOOR", "TITLE"}};
  for (auto const* groups : {&maturity.pillars, &maturity.clauses, &maturity.themes})
    for (auto const& group : *groups) rows.push_back(cells_of(group));
  rows.push_back(cells_of(maturity.overall));
  return text_table(rows);
}

boost::json::array write_scale() {
  boost::json::array out;
  for (auto const& level : annexa::maturity_levels)
    out.push_back(boost::json::object{
        {"level", level.level}, {"name", level.name}, {"means", level.means}, {"shows", level.shows}});
  return out;
}

int show_scale(Session& session) {
  std::vector<std::vector<std::string>> rows{{"LEVEL", "NAME", "MEANS", "SHOWN BY"}};
  for (auto const& level : annexa::maturity_levels)
    rows.push_back({std::to_string(level.level), std::string(level.name), std::string(level.means),
                    std::string(level.shows)});
  return session.answer(write_scale(), text_table(rows));
}

int show_maturity(Session& session, std::string const& path) {
  if (path.empty()) return show_scale(session);
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const found = annexa::maturity(*workspace->state());
  return session.answer(annexa::to_json(found), text_of(found));
}

}  // namespace

void add_review_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string workspace, from, to;
  };
  auto options = std::make_shared<Options>();
  auto* statement = app.add_subcommand("soa", "The statement of applicability");
  statement->require_subcommand(1);
  auto* diff = statement->add_subcommand("diff", "What changed between two versions of it");
  diff->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  diff->add_option("V1", options->from, "The earlier version: its number, its key, or current")->required();
  diff->add_option("V2", options->to, "The later version: its number, its key, or current")->required();
  diff->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return compare_versions(session, options->workspace, options->from, options->to);
    };
  });

  auto* ready = app.add_subcommand("readiness", "What a stage 1 auditor would ask for, and whether it is there");
  ready->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  ready->callback([&chosen, options] {
    chosen = [options](Session& session) { return show_readiness(session, options->workspace); };
  });

  auto* mature = app.add_subcommand("maturity", "Maturity by clause, pillar and theme; without a workspace the scale");
  mature->add_option("WORKSPACE", options->workspace, "The workspace");
  mature->callback([&chosen, options] {
    chosen = [options](Session& session) { return show_maturity(session, options->workspace); };
  });
}
