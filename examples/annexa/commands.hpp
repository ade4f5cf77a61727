#pragma once
// The commands of the tool, each with the options it takes. A command answers with an exit status.

#include <functional>
#include <string>
#include <vector>

#include "session.hpp"

namespace CLI {
class App;
}

// A command that was chosen: set by the parser, run afterwards.
using Chosen = std::function<int(Session&)>;

void add_catalog_commands(CLI::App& app, Chosen& chosen);
void add_workspace_commands(CLI::App& app, Chosen& chosen);
void add_exchange_commands(CLI::App& app, Chosen& chosen);
void add_audit_time_command(CLI::App& app, Chosen& chosen);
void add_planning_commands(CLI::App& app, Chosen& chosen);
void add_plan_commands(CLI::App& app, Chosen& chosen);
void add_season_command(CLI::App& app, Chosen& chosen);
void add_statement_commands(CLI::App& app, Chosen& chosen);
void add_review_commands(CLI::App& app, Chosen& chosen);
void add_management_commands(CLI::App& app, Chosen& chosen);
void add_risk_commands(CLI::App& app, Chosen& chosen);
// Those of simulated losses, under `annexa risk`.
void add_simulation_commands(CLI::App& risk, Chosen& chosen);
// A single distribution, under `annexa risk`.
void add_distribution_command(CLI::App& risk, Chosen& chosen);
void add_report_commands(CLI::App& app, Chosen& chosen);
void add_audit_commands(CLI::App& app, Chosen& chosen);
void add_lifecycle_commands(CLI::App& app, Chosen& chosen);
void add_journal_commands(CLI::App& app, Chosen& chosen);
void add_checkpoint_commands(CLI::App& app, Chosen& chosen);
void add_proof_commands(CLI::App& app, Chosen& chosen);
void add_erase_command(CLI::App& app, Chosen& chosen);
void add_rotate_command(CLI::App& app, Chosen& chosen);
// Prints the journal of a workspace; `show WORKSPACE journal` is the same as `log WORKSPACE`.
int print_journal(Session& session, std::string const& path, bool csv);

void add_pack_command(CLI::App& app, Chosen& chosen);
void add_sample_commands(CLI::App& app, Chosen& chosen);
void add_cvss_command(CLI::App& app, Chosen& chosen);
void add_oscal_commands(CLI::App& app, Chosen& chosen);
// Those under `annexa oscal`.
void add_oscal_check_command(CLI::App& oscal, Chosen& chosen);
void add_oscal_format_command(CLI::App& oscal, Chosen& chosen);
void add_schema_command(CLI::App& app, Chosen& chosen);
