// `annexa oscal`: documents of the Open Security Controls Assessment Language. Each subcommand has a file of its own.
#include <CLI/CLI.hpp>

#include "commands.hpp"

void add_oscal_commands(CLI::App& app, Chosen& chosen) {
  auto* oscal = app.add_subcommand("oscal", "Work with OSCAL documents: resolve");
  oscal->require_subcommand(1);
  add_oscal_resolve_command(*oscal, chosen);
}
