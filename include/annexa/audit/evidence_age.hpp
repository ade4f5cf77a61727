#pragma once
/// @file
/// How long evidence speaks: a table, so that what an auditor may use again does not depend on who is asked.

#include <annexa/audit/evidence.hpp>

#include <array>

namespace annexa {
inline namespace v1 {

/// For how long one kind of evidence speaks.
struct EvidenceAge {
  EvidenceKind kind;  ///< Which kind.
  int days;           ///< For so many days after the day that it speaks of.
};

/// How long each kind of evidence speaks: a document for a year, as long as its review may take; what people said,
/// what was seen and what a test gave for three months.
/// @source{ISO 19011, audit evidence}
inline constexpr std::array<EvidenceAge, 4> evidence_ages{{{EvidenceKind::document, 365},
                                                           {EvidenceKind::statement, 90},
                                                           {EvidenceKind::observation, 90},
                                                           {EvidenceKind::technical_test, 90}}};

/// The day that @p evidence speaks of: the last day of its period, else the day from which it speaks, else the day on
/// which it came in.
[[nodiscard]] inline Date speaks_of(Evidence const& evidence) noexcept {
  if (evidence.effective_until) return *evidence.effective_until;
  return evidence.effective_on.value_or(evidence.received_on);
}

/// By how many days @p evidence is stale on @p day; 0 or less if it still speaks.
[[nodiscard]] inline int days_stale(Evidence const& evidence, Date day) noexcept {
  for (auto const& row : evidence_ages)
    if (row.kind == evidence.kind) return static_cast<int>(day - speaks_of(evidence)) - row.days;
  return 0;
}

}  // namespace v1
}  // namespace annexa
