#pragma once
/// @file
/// Audit programmes and audit plans as reports, with their pictures.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/plan_pictures.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// The plan of an audit: its sessions by the clocks of their places, who is taken when, and the load of each auditor.
/// @return the document; reference.unknown if there is no such audit; or report.no-plan if no session of it is planned.
/// @source{9.2.2; ISO 19011, preparing the audit plan}
[[nodiscard]] result<Document> plan_report(State const& state, std::string_view audit, ReportContext const& context);

/// An audit programme: its audits with the reasons for them, unit by month, and the hours of each month.
/// @param programme  its key; the last one in force when empty, or else the last proposed.
/// @return the document; or reference.unknown if there is no such programme.
/// @source{9.2.2; ISO 19011 clause 5}
[[nodiscard]] result<Document> programme_report(State const& state, std::string_view programme,
                                                ReportContext const& context);

/// How pictures name the people and units of @p state: people as reports do, units by their names, with the level of
/// their highest risk.
[[nodiscard]] std::vector<PictureLabel> picture_labels(State const& state, PeopleForm people);

}  // namespace report
}  // namespace v1
}  // namespace annexa
