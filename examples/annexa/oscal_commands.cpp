// `annexa oscal`: documents of the field's interchange format. Each subcommand has a file of its own.
#include <CLI/CLI.hpp>

#include "commands.hpp"

void add_oscal_commands(CLI::App& app, Chosen& chosen) {
  auto* oscal =
      app.add_subcommand("oscal", "Documents in OSCAL, the interchange format of catalogs, plans and findings");
  oscal->require_subcommand(1);
  add_oscal_check_command(*oscal, chosen);
  add_oscal_format_command(*oscal, chosen);
}
