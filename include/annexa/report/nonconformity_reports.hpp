#pragma once
/// @file
/// Reports on nonconformities: the register, and one with all that happened to it.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// The register of nonconformities: figures, how old the open ones are, what is late, every one with its state and what
/// is due next, what was closed with which effect, what was withdrawn and why.
/// @param key  must be empty. @return the document; or report.no-key.
/// @par Cost
/// Linear in the records of the workspace.
/// @source{10.2}
[[nodiscard]] result<Document> nonconformities_report(State const& state, std::string_view key,
                                                      ReportContext const& context);

/// One nonconformity: what was found, correction, causes, actions, effectiveness, deadlines, and each step taken.
/// @return the document; or reference.unknown if there is no such nonconformity.
/// @source{10.2 f, g}
[[nodiscard]] result<Document> nonconformity_report(State const& state, std::string_view nonconformity,
                                                    ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
