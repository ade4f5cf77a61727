#include "oscal_commands.hpp"

#include <CLI/CLI.hpp>

void add_oscal_commands(CLI::App& app, Chosen& chosen) {
  auto* oscal =
      app.add_subcommand("oscal", "Documents in OSCAL, the interchange format of catalogs, plans and findings");
  oscal->require_subcommand(1);
  add_oscal_export_command(*oscal, chosen);
}
