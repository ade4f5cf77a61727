#pragma once
/// @file
/// Reports on reviews of the whole ISMS: statement of applicability, readiness for certification, gap.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// A version of the statement of applicability: every control with its decision, reasons, status and who sees to it.
/// @param version  as statement_rows() takes it ("2", "SoA-2", "current"); the last approved one when empty. The rows
/// as
///                 they are now are a draft and need ReportContext::draft.
/// @return the document; soa.version if there is no such version; or report.not-approved.
/// @source{6.1.3 d}
[[nodiscard]] result<Document> soa_report(State const& state, std::string_view version, ReportContext const& context);

/// What a stage 1 auditor would ask for on the day of the context, what is missing first.
/// @param key  must be empty. @return the document; or report.no-key.
/// @source{7.5.1}
[[nodiscard]] result<Document> readiness_report(State const& state, std::string_view key, ReportContext const& context);

/// How far a framework is met, each requirement with the controls and evidence behind it.
/// @param framework  id of the catalog. @return the document; or catalog.unknown.
/// @source{9.1}
[[nodiscard]] result<Document> gap_report(State const& state, std::string_view framework, ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
