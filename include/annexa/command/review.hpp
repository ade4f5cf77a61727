#pragma once
/// @file
/// Reviews of a workspace: versions of the statement of applicability compared and moved to another edition, gap,
/// readiness, maturity.

#include <annexa/command/state.hpp>
#include <annexa/isms/migration.hpp>
#include <annexa/isms/statement.hpp>
#include <annexa/review/gap.hpp>
#include <annexa/review/maturity.hpp>
#include <annexa/review/readiness.hpp>
#include <annexa/review/records.hpp>

#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The word for the rows as they are now, where a version is asked for.
inline constexpr std::string_view current_statement = "current";

/// The rows of a version of the statement of applicability, by control: of "current", of a number ("2") or of a key
/// ("SoA-2"). Rows that are retired say nothing. @return them, living until the state changes; or soa.version.
[[nodiscard]] result<std::vector<Applicability const*>> statement_rows(State const& state, std::string_view version);

/// What changed from version @p from to version @p to, each as statement_rows() takes it. @return it, or soa.version
/// for each of the two that does not exist.
/// @source{7.5.3, control of changes}
[[nodiscard]] result<StatementDiff> statement_diff(State const& state, std::string_view from, std::string_view to);

/// What moving the statement of applicability from the controls of catalog @p from ("iso27001-2013") to those of
/// ISO/IEC 27001:2022 comes to on @p day: what `soa.migrate` would record, and what a human has to look at. Records
/// that name an old control are noted too. @return it; or soa.transition if no crosswalk leads from there.
/// @source{6.1.3 d}
[[nodiscard]] result<StatementMigration> statement_migration(State const& state, std::string_view from, Date day);

/// How far the framework of that id is met, be it built in or adopted. @return it; or catalog.unknown.
[[nodiscard]] result<Gap> gap(State const& state, std::string_view framework);

/// What a review looks at. Lives until the state changes.
[[nodiscard]] ReviewRecords review_records(State const& state);

/// What a stage 1 auditor would ask for on @p today.
[[nodiscard]] Readiness readiness(State const& state, Date today);

/// The maturity of everything that applies.
[[nodiscard]] Maturity maturity(State const& state);

}  // namespace v1
}  // namespace annexa
