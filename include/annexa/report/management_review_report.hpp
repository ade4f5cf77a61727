#pragma once
/// @file
/// The report of a management review, and the pack of inputs of one to come.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// A management review as a document: what it came to, each input of 9.3.2 a to g as it was frozen, decisions, and the
/// trend of the indicators until then as the records show it now.
/// @param review  key of the review; the last one when empty. With ReportContext::draft and no key it is the pack of a
///                review to come: the inputs as they are on record now, "not provided" where nobody recorded any.
/// @return the document; reference.unknown if there is no such review; report.no-review if there is none at all; or
///         report.review-not-approved unless its record is approved or a draft is asked for.
/// @par Cost
/// Linear in the records of the workspace, and in its trails for each period of the trend.
/// @source{9.3.2, 9.3.3}
[[nodiscard]] result<Document> management_review_report(State const& state, std::string_view review,
                                                        ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
