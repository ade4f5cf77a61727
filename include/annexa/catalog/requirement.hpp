#pragma once
/// @file
/// The rows of a catalog: clauses, subclauses, lettered items and controls.

#include <annexa/catalog/control.hpp>
#include <annexa/catalog/evidence_hint.hpp>
#include <annexa/catalog/mandatory_document.hpp>
#include <annexa/catalog/reference.hpp>
#include <annexa/catalog/source_table.hpp>
#include <annexa/catalog/vocabulary.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The part of a management system that a clause belongs to: clauses 4 to 10.
enum class Pillar : std::uint8_t {
  context,                 ///< Clause 4.
  leadership,              ///< Clause 5.
  planning,                ///< Clause 6.
  support,                 ///< Clause 7.
  operation,               ///< Clause 8.
  performance_evaluation,  ///< Clause 9.
  improvement,             ///< Clause 10.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 7> words_of<Pillar>{
    "Context", "Leadership", "Planning", "Support", "Operation", "Performance evaluation", "Improvement"};
/// @endcond

/// What a row of a catalog is.
enum class RequirementKind : std::uint8_t {
  clause,     ///< A clause: "9".
  subclause,  ///< A subclause: "9.2", "9.2.1".
  item,       ///< A lettered item: "9.2.1.a".
  control,    ///< A control: "A.5.1".
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 4> words_of<RequirementKind>{"clause", "subclause", "item", "control"};
/// @endcond

/// One row of a catalog, linked to the rows around it. Titles and numbers are facts; summaries are our own wording.
/// @par Lifetime
/// Texts and links live as long as the catalog, for a built-in one as long as the program. A copy keeps them.
/// @source{clauses 4 to 10 and Annex A}
struct Requirement {
  std::string_view id;                             ///< Number as printed: "9.2.1", "A.5.1".
  Reference reference;                             ///< The same as a value; empty in catalogs that number otherwise.
  std::string_view parent;                         ///< Number of the row above; empty at the top.
  RequirementKind kind = RequirementKind::clause;  ///< What it is.
  std::string_view title;                          ///< Heading.
  std::string_view summary;                        ///< What it asks for; for a control, what it is for.
  bool documented_information = false;             ///< True if it, or an item right below it, has to be on record.
  std::optional<Pillar> pillar;                    ///< Part of the management system; absent for controls.
  std::string_view amendment;                      ///< Amendment that touched it ("Amd 1:2024"), or empty.

  Requirement const* above = nullptr;            ///< The row of `parent`, or null.
  std::span<Requirement const* const> below;     ///< Rows whose parent this is, in order.
  Control const* control = nullptr;              ///< Theme and attributes, if it is a control.
  EvidenceHint const* hint = nullptr;            ///< How to audit it, if it is a criterion.
  std::span<MandatoryDocument const> documents;  ///< Documents that auditors ask to see for it.
  SourceTable const* source = nullptr;           ///< The table it was read from.
  std::size_t source_row = 0;                    ///< Its row there.
};

/// True if auditors judge at this row: a control, or a subclause that is not just a heading over other subclauses.
/// Lettered items are judged with the subclause they belong to.
[[nodiscard]] constexpr bool is_criterion(Requirement const& row) noexcept {
  if (row.kind == RequirementKind::item) return false;
  for (auto const* each : row.below)
    if (each->kind != RequirementKind::item) return false;
  return true;
}

}  // namespace v1
}  // namespace annexa
