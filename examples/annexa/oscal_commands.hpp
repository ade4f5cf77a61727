#pragma once
// The commands under `annexa oscal`, one function for each.

#include "commands.hpp"

void add_oscal_export_command(CLI::App& oscal, Chosen& chosen);
