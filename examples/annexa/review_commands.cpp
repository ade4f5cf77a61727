#include <CLI/CLI.hpp>
#include <annexa/command/review.hpp>

#include "commands.hpp"

namespace {

// ---- Gap

std::string yes_if(bool value) { return value ? "yes" : "-"; }

template <class Key>
std::string keys_of(std::vector<Key> const& keys) {
  std::string out;
  for (auto const& key : keys) out += (out.empty() ? "" : ", ") + key.text();
  return out.empty() ? "-" : out;
}

// What its row says of a control. Clauses have none: an audit is what shows that they are carried out.
std::string status_of(annexa::GapControl const& control) {
  if (!control.applicable) return "excluded";
  if (control.status) return to_string(*control.status);
  return control.implemented ? "found met" : control.control.is_control() ? "no row" : "-";
}

constexpr char const* explained_columns[] = {"REQUIREMENT", "RELATIONSHIP", "STATUS",   "VERDICT",  "IMPLEMENTED",
                                             "ASSESSED",    "CONFORMING",   "REUSABLE", "STRENGTH", "BASIS",
                                             "ASSESSMENTS", "EVIDENCE",     "DOCUMENTS"};

// The control, what the mapping earns and who says so, and everything on record that the figures rest on.
std::vector<std::string> explained(annexa::GapControl const& control) {
  return {"  " + control.control.text(),
          control.relationship + ", credit " + to_string(control.credit),
          status_of(control),
          control.verdict ? to_string(*control.verdict) + " (" + control.audit->text() + ")" : "not assessed",
          yes_if(control.implemented),
          yes_if(control.assessed),
          yes_if(control.conforming),
          yes_if(!control.evidence.empty() || !control.documents.empty()),
          control.strength ? std::to_string(*control.strength) : "-",
          control.basis.empty() ? "-" : control.basis,
          keys_of(control.assessments),
          keys_of(control.evidence),
          keys_of(control.documents)};
}

std::vector<std::string> explained(annexa::GapRequirement const& requirement) {
  std::vector<std::string> row(std::size(explained_columns));
  row[0] = requirement.id;
  row[1] = requirement.applicable ? "" : "not applicable";
  row[4] = yes_if(requirement.implemented);
  row[5] = yes_if(requirement.assessed);
  row[6] = yes_if(requirement.conforming);
  row[7] = yes_if(requirement.reusable);
  return row;
}

std::string totals_of(annexa::GapTotals const& totals) {
  return std::to_string(totals.conforming) + " of " + std::to_string(totals.applicable) +
         " applicable requirements met (" + (totals.degree ? to_string(*totals.degree) : "-") + " %); " +
         std::to_string(totals.implemented) + " implemented, " + std::to_string(totals.assessed) + " assessed, " +
         std::to_string(totals.reusable) + " with evidence to use again, " + std::to_string(totals.unmapped) +
         " without any mapping.\n";
}

constexpr char const* of_mappings =
    "A mapping that only intersects earns nothing: what it leads to is evidence to use again (REUSABLE), no more.\n";

std::string text_of(annexa::Gap const& gap, bool explain) {
  std::vector<std::vector<std::string>> rows;
  if (explain)
    rows.emplace_back(std::begin(explained_columns), std::end(explained_columns));
  else
    rows.push_back({"REQUIREMENT", "IMPLEMENTED", "ASSESSED", "CONFORMING", "REUSABLE", "TITLE"});
  for (auto const& each : gap.requirements) {
    if (explain) {
      rows.push_back(explained(each));
      for (auto const& control : each.through) rows.push_back(explained(control));
    } else {
      rows.push_back({each.id, yes_if(each.implemented), yes_if(each.assessed), yes_if(each.conforming),
                      yes_if(each.reusable), each.title});
    }
  }
  std::string notes;
  for (auto const& note : gap.notes) notes += note + '\n';
  return text_table(rows) + '\n' + notes + of_mappings + totals_of(gap.totals);
}

int show_gap(Session& session, std::string const& path, std::string const& framework, bool explain) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const found = annexa::gap(*workspace->state(), framework);
  return found ? session.answer(annexa::to_json(*found), text_of(*found, explain)) : session.fail(found.error());
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
         (readiness.ready
              ? "Nothing that is required is missing.\n"
              : "Missing or stale are " + std::to_string(totals.required_open) + " of what the clauses require and " +
                    std::to_string(totals.annex_a_open) + " of what included controls ask for.\n");
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
    rows.push_back(
        {std::to_string(level.level), std::string(level.name), std::string(level.means), std::string(level.shows)});
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
    std::string workspace, framework;
    bool explain = false;
  };
  auto options = std::make_shared<Options>();
  auto* gap = app.add_subcommand("gap", "What of a framework is met, directly and through crosswalks");
  gap->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  gap->add_option("--framework", options->framework, "Which catalog, such as soc2-tsc-2017")->required();
  gap->add_flag("--explain", options->explain,
                "Name the controls, verdicts, assessments and evidence behind each figure");
  gap->callback([&chosen, options] {
    chosen = [options](Session& session) {
      return show_gap(session, options->workspace, options->framework, options->explain);
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
