#pragma once
/// @file
/// The report of an audit.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <cstdint>
#include <string>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// The report of an audit as a document: summary, assignment, degree of fulfilment, findings, nonconformities with
/// their trail, evidence, risks, diverging opinions, conclusion, overrides and waivers, distribution, and how to verify
/// it.
/// @param audit  key of the audit.
/// @return the document; or reference.unknown if there is no such audit; or a report.missing for every item that the
/// report has to
///         hold and lacks (report_items.hpp). A draft of an audit that is not reported lists them instead, and says on
///         every page that it is one.
/// @par Cost
/// Linear in the records of the workspace.
/// @source{9.2.2; ISO 19011, preparing and distributing the audit report}
[[nodiscard]] result<Document> audit_report(State const& state, std::string_view audit, ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
