#pragma once
// Evidence as parts of reports.

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// Some evidence: where it is kept, its digest, of which time it speaks, through whose hands it went.
[[nodiscard]] Table evidence_table(RecordMaterial const& m, std::vector<Evidence const*> const& some);

}  // namespace report
}  // namespace v1
}  // namespace annexa
