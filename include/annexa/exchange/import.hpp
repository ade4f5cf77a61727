#pragma once
/// @file
/// From a table to commands.

#include <annexa/command/command.hpp>
#include <annexa/command/state.hpp>
#include <annexa/exchange/import_options.hpp>
#include <annexa/exchange/import_report.hpp>
#include <annexa/exchange/sheet.hpp>
#include <annexa/exchange/table.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What an import comes to.
struct ImportPlan {
  ImportReport report;  ///< What was found.
  std::vector<Command>
      commands;  ///< What to apply, in this order and all or nothing; empty if rows were rejected and the
                 ///< import is not partial. `decide` accepts each of them in turn in the given state.
  State after;   ///< The state after the commands, for a table that builds on this one.
};

/// Plans the import of @p sheet into a workspace with the given state. Writes nothing: the commands are the caller's to
/// apply, and a dry run only looks at the report.
///
/// Rows match records by key or external id. What a row changes becomes the smallest commands; a row that changes
/// nothing makes none. Each row is decided on a copy of the state, so that what the domain refuses stands in the report
/// with row and column. Names are resolved by key, mail, name or function, without case or accents; a name that matches
/// nobody or several is kept as text beside the empty reference and listed as unresolved.
/// @return the plan; or usage error import.kind if the kind of table is unknown or cannot be told. Defects of rows and
/// columns
///         are no error: they are ImportReport::rejected.
/// @par Cost
/// Linear in rows and columns, and one `decide` for each command.
[[nodiscard]] result<ImportPlan> plan_import(Sheet const& sheet, State const& state, ImportOptions const& options = {});

/// Plans the import of a file: its tables (read_sheets(), plan_import()), or a catalog (read_catalog()) where
/// ImportOptions::kind is "catalog", or is left out and the file is YAML or a document with requirements. A catalog
/// becomes one `catalog.adopt`; its report counts rows that are added, changed and unchanged against the revision that
/// the workspace has, and tells those that are gone as a warning.
/// @return a plan for each table, in the order in which they are to be applied: each is made on the state after those
///         before it; or every violation with its place. Names that a later table of the file brings are put in at the
///         end of the last plan (where ImportOptions::existing is update).
[[nodiscard]] result<std::vector<ImportPlan>> plan_import_tables(std::string bytes, State const& state,
                                                                 TableOptions const& table,
                                                                 ImportOptions const& options = {});

/// Plans the import of a file with one table, as plan_import_tables() does.
/// @return the plan; or every violation with its place; or import.several-tables.
[[nodiscard]] result<ImportPlan> plan_import_file(std::string bytes, State const& state, TableOptions const& table,
                                                  ImportOptions const& options = {});

}  // namespace v1
}  // namespace annexa
