#include <CLI/CLI.hpp>

#include <annexa/base/json.hpp>
#include <annexa/command/lookup.hpp>
#include <annexa/command/steps.hpp>
#include <annexa/nonconformity/advance.hpp>
#include <annexa/nonconformity/lifecycle_page.hpp>
#include <annexa/nonconformity/state_crosswalk.hpp>

#include <boost/json.hpp>

#include "commands.hpp"

namespace {

int steps(Session& session, std::string const& path, std::string const& key) {
  auto const workspace = session.open(path, annexa::OpenMode::read_only);
  if (!workspace) return session.fail(workspace.error());
  auto const state = workspace->state();
  auto const* record = state->find<annexa::Nonconformity>(key);
  if (!record) return session.fail(annexa::no_record(*state, *annexa::find_noun("nonconformity"), key));
  auto const options = annexa::possible_steps(*state, *record, session.globals().actor, workspace->now().date());
  std::string text = key + " is " + to_string(record->state) + ", cycle " + std::to_string(record->cycle) + ".\n";
  for (auto const& option : options) {
    auto const to = to_string(option.step->to.value_or(record->state));
    text += (option.allowed ? "  can    " : "  cannot ") + std::string(option.step->id) + ' ' +
            std::string(option.step->title) + " -> " + to + " (" + std::string(option.step->command) + ")\n";
    for (std::size_t i = 0; i < option.violations.size(); ++i)
      text += (i < option.refusing ? "           [" : "           warns [") + option.violations[i].rule + "] " +
              option.violations[i].message + '\n';
    if (!option.allowed) continue;
    for (std::size_t i = 0; i < option.needs.size(); ++i)
      text += (i < option.musts ? "           must bring " : "           should bring ") +
              option.needs[i].where.substr(1) + ": " + option.needs[i].message + '\n';
  }
  return session.answer(annexa::write_steps(*record, options), text);
}

constexpr annexa::Rule unknown_form{"lifecycle.form", "There is no form \"{found}\"; json, md and svg are known.", "",
                                    annexa::ErrorKind::usage};
constexpr annexa::Rule unknown_system{"import.system",
                                      "There is no crosswalk for the system \"{found}\"; there are {accepted}.", "",
                                      annexa::ErrorKind::usage};
constexpr annexa::Rule unknown_status{"import.status", "{system} has no state \"{found}\"; {accepted} are known.", "",
                                      annexa::ErrorKind::usage};

// The lifecycle as a document, a page or a diagram.
int table(Session& session, std::string const& form, std::string const& file) {
  bool const known = form == "json" || form == "md" || form == "svg";
  if (!known) return session.fail(annexa::Error(unknown_form, "--format", {{"found", form}}));
  bool const as_data = form == "json" || session.globals().json;
  auto const bytes = as_data         ? boost::json::serialize(annexa::write_lifecycle()) + '\n'
                     : form == "svg" ? annexa::lifecycle_diagram()
                                     : annexa::lifecycle_page();
  auto const written = write_file(file, bytes);
  return written ? 0 : session.fail(written.error());
}

int all_states(Session& session, std::string const& system) {
  boost::json::array out;
  std::vector<std::vector<std::string>> rows{{"state", "status", "label"}};
  for (auto const& row : annexa::state_crosswalk()) {
    if (row.system != system) continue;
    auto const told = annexa::tell_state(row.state, system);
    out.push_back(boost::json::object{
        {"state", to_string(row.state)}, {"status", row.status}, {"label", told->label}, {"lossy", told->lossy}});
    rows.push_back({to_string(row.state), std::string(row.status), told->label});
  }
  return session.answer(out, text_table(rows));
}

// What our states are called elsewhere, or what a state from elsewhere is here.
int states(Session& session, std::string const& system, std::string const& status) {
  auto const known = annexa::known_statuses(system);
  if (known.empty()) {
    std::string systems;
    for (auto const each : annexa::foreign_systems) (systems += systems.empty() ? "" : ", ") += each;
    return session.fail(annexa::Error(unknown_system, "SYSTEM", {{"found", system}, {"accepted", systems}}));
  }
  if (status.empty()) return all_states(session, system);
  auto const found = annexa::read_foreign_state(system, status);
  if (!found)
    return session.fail(
        annexa::Error(unknown_status, "STATUS", {{"system", system}, {"found", status}, {"accepted", known}}));
  return session.answer(
      boost::json::object{{"state", to_string(found->state)}, {"imported_unverified", found->imported_unverified}},
      to_string(found->state) + (found->imported_unverified ? " (imported_unverified)\n" : "\n"));
}

}  // namespace

void add_lifecycle_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string workspace, key, form = "md", file = "-", system, status;
  };
  auto options = std::make_shared<Options>();
  auto* nonconformity = app.add_subcommand("nonconformity", "Nonconformities");
  nonconformity->alias("nc");
  nonconformity->require_subcommand(1);
  auto* possible = nonconformity->add_subcommand("steps", "Which steps --actor may take now, and what the others lack");
  possible->add_option("WORKSPACE", options->workspace, "The workspace")->required();
  possible->add_option("KEY", options->key, "Which nonconformity")->required();
  possible->callback([&chosen, options] {
    chosen = [options](Session& session) { return steps(session, options->workspace, options->key); };
  });
  auto* whole = nonconformity->add_subcommand("table", "The lifecycle: steps, guards, deadlines");
  whole->add_option("--format", options->form, "md, svg (a diagram) or json")->capture_default_str();
  whole->add_option("-o", options->file, "The file to write, or - for standard output")->capture_default_str();
  whole->callback([&chosen, options] {
    chosen = [options](Session& session) { return table(session, options->form, options->file); };
  });
  auto* elsewhere = nonconformity->add_subcommand("states", "What states are called in another system");
  elsewhere->add_option("SYSTEM", options->system, "ciso-assistant, defectdojo, oscal, jira, comp or probo")
      ->required();
  elsewhere->add_option("STATUS", options->status, "A status of that system, to see what it is here");
  elsewhere->callback([&chosen, options] {
    chosen = [options](Session& session) { return states(session, options->system, options->status); };
  });
}
