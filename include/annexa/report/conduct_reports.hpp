#pragma once
/// @file
/// What auditors work with and what they gathered, as reports: the checklist of an audit, and the list of evidence.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// The checklist of an audit: for each criterion what to ask, what to look for and by which methods, earlier findings
/// to look at again, and the verdict so far; with room for notes on paper.
/// @return the document; or reference.unknown if there is no such audit.
/// @source{9.2.2; ISO 19011, preparing documented information for audit}
[[nodiscard]] result<Document> checklist_report(State const& state, std::string_view audit,
                                                ReportContext const& context);

/// The evidence on record: where it is kept, its digest, of which time it speaks, through whose hands it went, and
/// which records rest on it.
/// @param audit  whose evidence; all of it when empty.
/// @return the document; or reference.unknown if there is no such audit.
/// @par Cost
/// Linear in the records of the workspace.
/// @source{9.2.2 f, 10.2 f, 7.5.3}
[[nodiscard]] result<Document> evidence_report(State const& state, std::string_view audit,
                                               ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
