#pragma once
/// @file
/// From a file of any kind that annexa reads to commands.

#include <annexa/exchange/import.hpp>
#include <annexa/exchange/table.hpp>

#include <string>

namespace annexa {
inline namespace v1 {

/// Plans the import of a file: a table (read_table(), plan_import()), or a catalog (read_catalog()) where
/// ImportOptions::kind is "catalog", or is left out and the file is YAML or a document with requirements. A catalog
/// becomes one `catalog.adopt`; its report counts rows that are added, changed and unchanged against the revision that
/// the workspace has, and tells those that are gone as a warning.
/// @return the plan; or every violation with its place.
[[nodiscard]] result<ImportPlan> plan_import_file(std::string bytes, State const& state, TableOptions const& table,
                                                  ImportOptions const& options = {});

}  // namespace v1
}  // namespace annexa
