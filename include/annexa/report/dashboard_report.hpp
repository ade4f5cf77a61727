#pragma once
/// @file
/// The dashboard: where the ISMS stands, what is late, what got worse, and what is next.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// The dashboard on the day of the context: figures of audits, nonconformities, risks and controls; what is late and
/// what comes next, each with who has to act; the indicators that got worse since the period before; pictures of risks
/// and ageing; below them the same in full.
/// @param key  must be empty. @return the document; or report.no-key.
/// @par Cost
/// Linear in the records of the workspace and their trails.
/// @source{9.1, 9.3.2}
[[nodiscard]] result<Document> dashboard_report(State const& state, std::string_view key, ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
