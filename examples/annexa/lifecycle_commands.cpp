#include <CLI/CLI.hpp>

#include <annexa/command/lookup.hpp>
#include <annexa/command/steps.hpp>

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
    for (auto const& each : option.violations) text += "           [" + each.rule + "] " + each.message + '\n';
    if (!option.allowed) continue;
    for (auto const& each : option.needs)
      text += "           needs " + each.where.substr(1) + ": " + each.message + '\n';
  }
  return session.answer(annexa::write_steps(*record, options), text);
}

}  // namespace

void add_lifecycle_commands(CLI::App& app, Chosen& chosen) {
  struct Options {
    std::string workspace, key;
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
}
