#pragma once
/// @file
/// What the report of an audit has to hold, as a table: what is missing blocks its issue and is named in every draft.

#include <annexa/audit/audit.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/list.hpp>
#include <annexa/base/text.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What the items of a report are looked for in.
struct ReportMaterial {
  Audit const& audit;        ///< The audit.
  std::size_t sessions = 0;  ///< How many lines its plan has.
};

/// One item that a report has to hold.
struct ReportItem {
  std::string_view id;                     ///< Stable name, for hosts that translate.
  std::string_view name;                   ///< What is missing, as part of a sentence: "the objectives".
  bool (*there)(ReportMaterial const& m);  ///< True if it is on record.
};

/// The rules of reports.
namespace report_rules {
inline constexpr Rule missing{"report.missing", "The report lacks {item}.", "9.2.2; ISO 19011, audit report"};
}  // namespace report_rules

/// @cond INTERNAL
namespace detail::report_item {

inline bool said(std::string_view text) { return !trimmed(text).empty(); }
inline Meeting const* meeting(Audit const& audit, MeetingKind kind) {
  for (auto const& each : audit.meetings)
    if (each.kind == kind) return &each;
  return nullptr;
}

}  // namespace detail::report_item
/// @endcond

/// Every item, in the order of the report. @source{9.2.2; ISO 19011, preparing the audit report}
inline constexpr auto report_items = [] {
  namespace i = detail::report_item;
  using M = ReportMaterial;
  return std::to_array<ReportItem>({
      {"objectives", "the objectives", [](M const& m) { return !m.audit.objectives.empty(); }},
      {"scope", "the scope", [](M const& m) { return i::said(m.audit.scope); }},
      {"criteria", "the criteria", [](M const& m) { return !m.audit.criteria.empty(); }},
      {"client", "the audit client", [](M const& m) { return i::said(m.audit.client); }},
      {"team", "the team", [](M const& m) { return lead_of(m.audit) != nullptr; }},
      {"independence", "the statement of independence", [](M const& m) { return i::said(m.audit.independence); }},
      {"methods", "the methods", [](M const& m) { return !m.audit.methods.empty(); }},
      {"plan", "the sessions of the plan", [](M const& m) { return m.sessions != 0; }},
      {"meetings", "the opening and the closing meeting",
       [](M const& m) {
         return i::meeting(m.audit, MeetingKind::opening) && i::meeting(m.audit, MeetingKind::closing);
       }},
      {"participants", "the participants of the meetings",
       [](M const& m) {
         return detail::any_of(m.audit.meetings, [](auto const& each) { return !each.attendees.empty(); });
       }},
      {"places", "the places of the meetings",
       [](M const& m) {
         return detail::any_of(m.audit.meetings, [](auto const& each) { return i::said(each.place); });
       }},
      {"sampling", "the sampling caveat", [](M const& m) { return i::said(m.audit.sampling); }},
      {"conclusion", "the conclusion",
       [](M const& m) { return m.audit.conclusion && i::said(m.audit.conclusion->summary); }},
      {"conclusion-by-objective", "a conclusion on each objective",
       [](M const& m) {
         return m.audit.conclusion && m.audit.conclusion->by_objective.size() == m.audit.objectives.size() &&
                detail::all_of(m.audit.conclusion->by_objective, i::said);
       }},
      {"distribution", "the distribution", [](M const& m) { return !m.audit.distribution.empty(); }},
  });
}();

/// The items that are missing, in the order of the report.
[[nodiscard]] inline std::vector<ReportItem const*> missing_items(ReportMaterial const& material) {
  std::vector<ReportItem const*> missing;
  for (auto const& item : report_items)
    if (!item.there(material)) missing.push_back(&item);
  return missing;
}

}  // namespace v1
}  // namespace annexa
