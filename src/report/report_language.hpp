#pragma once
// In which language a report is made.

#include <annexa/command/state.hpp>
#include <annexa/report/report_context.hpp>

#include "wording.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// The language that was asked for; else that of the audit, else that of the organisation, as far as there are texts in
// it; else English. @return it, or language.unknown if there are no texts in the one that was asked for.
[[nodiscard]] result<Language> report_language(State const& state, ReportContext const& context,
                                               Audit const* audit = nullptr);

// The language of a tag; the other one where it is empty.
[[nodiscard]] result<Language> asked_language(std::string_view tag, Language otherwise);

}  // namespace report
}  // namespace v1
}  // namespace annexa
