#pragma once
/// @file
/// Reports on risks: the register and the treatment plan.

#include <annexa/base/error.hpp>
#include <annexa/report/document.hpp>
#include <annexa/report/report_context.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {

class State;

namespace report {

/// The risk register: figures, heat maps of all four views side by side, trend, every open risk with bands and
/// decisions, what each figure rests on, earlier figures, sums by unit, category and asset. The scores are those on
/// record; where they would be others on the day of the context, the register says so.
/// @param key  must be empty. @return the document; or report.no-key.
/// @source{6.1.2, 8.2}
[[nodiscard]] result<Document> risk_register_report(State const& state, std::string_view key,
                                                    ReportContext const& context);

/// The risk treatment plan: per risk the option, its measures with controls, owner, cost, day and status, who approved
/// it and what remains; what is not approved yet comes first. Costs are added by currency.
/// @param key  must be empty. @return the document; or report.no-key.
/// @source{6.1.3 e, f}
[[nodiscard]] result<Document> treatment_plan_report(State const& state, std::string_view key,
                                                     ReportContext const& context);

}  // namespace report
}  // namespace v1
}  // namespace annexa
