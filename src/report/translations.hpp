#pragma once
// Texts of findings in the language of the report, where somebody translated them. The original prevails, and is shown.

#include "audit_material.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// A text of a finding, in the words of its record and by the member of its translations: the translation with what it
// is and the original below, else the original alone. Nothing for an empty text.
[[nodiscard]] Cells translated(State const& state, Finding const* finding, std::string const& original,
                               std::string FindingTranslation::*member);

// Title and statement of a finding.
[[nodiscard]] Cells finding_cells(State const& state, Finding const& finding);

}  // namespace report
}  // namespace v1
}  // namespace annexa
