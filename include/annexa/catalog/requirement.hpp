#pragma once
/// @file
/// The rows of a catalog: clauses, controls, criteria, articles and whatever else a framework is made of.

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

/// What a row of a catalog is. Each framework has its own words for its levels.
enum class RequirementKind : std::uint8_t {
  clause,                        ///< ISO: a clause: "9".
  subclause,                     ///< ISO: a subclause: "9.2", "9.2.1".
  item,                          ///< ISO: a lettered item: "9.2.1.a".
  control,                       ///< ISO, NIST SP 800-53: a control: "A.5.1", "AC-2".
  group,                         ///< A heading over others: "CC6".
  criterion,                     ///< Trust services: a criterion: "CC6.1".
  section,                       ///< HIPAA: a section: "164.308".
  standard,                      ///< HIPAA: a standard: "164.308(a)(1)".
  implementation_specification,  ///< HIPAA: a specification below a standard: "164.308(a)(1)(ii)(A)".
  article,                       ///< A law: an article: "32".
  paragraph,                     ///< A law: a paragraph: "32(1)".
  point,                         ///< A law: a point: "32(1)(a)".
  function,                      ///< NIST CSF: a function: "GV".
  category,                      ///< NIST CSF: a category: "GV.OC".
  subcategory,                   ///< NIST CSF: a subcategory: "GV.OC-01".
  family,                        ///< NIST SP 800-53: a family of controls: "AC".
  enhancement,                   ///< NIST SP 800-53: an enhancement of a control: "AC-2(1)".
  withdrawn_control,             ///< NIST SP 800-53: a control or enhancement that is no longer in force.
  requirement,                   ///< Anything else that can be met, in catalogs of users.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 19> words_of<RequirementKind>{
    "clause",     "subclause",   "item",
    "control",    "group",       "criterion",
    "section",    "standard",    "implementation_specification",
    "article",    "paragraph",   "point",
    "function",   "category",    "subcategory",
    "family",     "enhancement", "withdrawn_control",
    "requirement"};
/// @endcond

/// At which rows of a kind auditors judge.
enum class JudgedAt : std::uint8_t {
  never,   ///< With the row above (items), or not at all (headings, what was withdrawn).
  lowest,  ///< Where no row right below is judged.
  always,  ///< At each.
};
/// @cond INTERNAL
namespace detail {
inline constexpr std::array<JudgedAt, 19> judged_kinds{
    JudgedAt::lowest,  // clause
    JudgedAt::lowest,  // subclause
    JudgedAt::never,   // item
    JudgedAt::always,  // control
    JudgedAt::never,   // group
    JudgedAt::always,  // criterion
    JudgedAt::lowest,  // section
    JudgedAt::always,  // standard
    JudgedAt::always,  // implementation_specification
    JudgedAt::lowest,  // article
    JudgedAt::lowest,  // paragraph
    JudgedAt::always,  // point
    JudgedAt::never,   // function
    JudgedAt::never,   // category
    JudgedAt::always,  // subcategory
    JudgedAt::never,   // family
    JudgedAt::always,  // enhancement
    JudgedAt::never,   // withdrawn_control
    JudgedAt::lowest,  // requirement
};
}  // namespace detail
/// @endcond
/// At which rows of @p kind auditors judge.
[[nodiscard]] constexpr JudgedAt judged_at(RequirementKind kind) noexcept {
  return detail::judged_kinds[static_cast<std::size_t>(kind)];
}

/// The baselines of NIST SP 800-53B, each within the next.
enum class Baseline : std::uint8_t {
  low,       ///< Low impact.
  moderate,  ///< Moderate impact.
  high,      ///< High impact.
};
/// @cond INTERNAL
template <>
inline constexpr std::array<std::string_view, 3> words_of<Baseline>{"low", "moderate", "high"};
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
  std::optional<Baseline> baseline;                ///< Lowest baseline that selects it; absent outside of all.
  std::string_view disposition;                    ///< What became of a withdrawn one: "incorporated-into", "moved-to".
  ValueList successors;                            ///< Ids of what took over from a withdrawn one.

  Requirement const* above = nullptr;            ///< The row of `parent`, or null.
  std::span<Requirement const* const> below;     ///< Rows whose parent this is, in order.
  Control const* control = nullptr;              ///< Theme and attributes, if it is a control.
  EvidenceHint const* hint = nullptr;            ///< How to audit it, if it is a criterion.
  std::span<MandatoryDocument const> documents;  ///< Documents that auditors ask to see for it.
  SourceTable const* source = nullptr;           ///< The table it was read from.
  std::size_t source_row = 0;                    ///< Its row there.
};

/// True if auditors judge at this row (judged_at()): a control, a criterion, a subclause that is not just a heading
/// over other subclauses. Lettered items are judged with the subclause they belong to.
[[nodiscard]] constexpr bool is_criterion(Requirement const& row) noexcept {
  if (judged_at(row.kind) != JudgedAt::lowest) return judged_at(row.kind) == JudgedAt::always;
  for (auto const* each : row.below)
    if (judged_at(each->kind) != JudgedAt::never) return false;
  return true;
}

}  // namespace v1
}  // namespace annexa
