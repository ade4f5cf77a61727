#pragma once
// Nonconformities as parts of reports.

#include "audit_sections.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// Some nonconformities with their state and what is due next.
[[nodiscard]] Table nonconformities_table(RecordMaterial const& m, std::vector<Nonconformity const*> const& some,
                                          std::string anchor);
// Everything about one.
[[nodiscard]] Section nonconformity_details(RecordMaterial const& m, Nonconformity const& n);
// What was taken back, by whom and why: it was on record, and stays there.
[[nodiscard]] Table withdrawn_table(RecordMaterial const& m);

}  // namespace report
}  // namespace v1
}  // namespace annexa
