#pragma once
/// @file
/// The report of an audit.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>

#include <cstdint>
#include <string>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// How people are named in a report.
enum class PeopleForm : std::uint8_t {
  functions,  ///< By their function; by their key where they have none or share it.
  names,      ///< By their name, with the function.
};

/// What a report needs besides the state.
struct ReportContext {
  Hash journal_root;                          ///< Root of the journal that the state was folded from.
  std::uint64_t journal_size = 0;             ///< Its size.
  std::string generator;                      ///< Program and version: "annexa 0.1.0".
  Instant generated_at;                       ///< The time; what is late is reckoned by its day.
  PeopleForm people = PeopleForm::functions;  ///< How people are named.
  bool draft = false;                         ///< True to get a draft of an audit that is not reported yet.
};

/// The report of an audit as a document: summary, assignment, degree of fulfilment, findings, nonconformities with
/// their trail, evidence, risks, diverging opinions, conclusion, overrides and waivers, distribution, and how to verify
/// it.
/// @param audit  key of the audit.
/// @return the document; or report.unknown if there is no such audit; or a report.missing for every item that the
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
