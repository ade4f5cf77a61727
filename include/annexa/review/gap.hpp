#pragma once
/// @file
/// Gap: what of a framework is met by what an ISMS carries out and has audited, directly and through a crosswalk.
///
/// A requirement is met only where something that covers all of it was seen to conform. What nobody assessed is never
/// met and stays in the denominator.

#include <annexa/base/decimal.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/catalog/relationship.hpp>
#include <annexa/isms/applicability.hpp>
#include <annexa/review/records.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

class Catalog;
class Crosswalk;

/// What a conforming control earns a requirement that is mapped to it.
enum class Credit : std::uint8_t {
  full,  ///< The requirement lies within the control (subset_of, equal_to): whoever meets the control meets it.
  part,  ///< The control lies within the requirement (superset_of): something of it is met, and how much nobody said.
  none,  ///< They have something in common (intersects_with): evidence may be used again, and nothing follows.
};
ANNEXA_DESCRIBE_ENUM(Credit, "credit", full, part, none)

/// What a mapping with that relationship, read from the requirement to the control, earns.
/// @source{NIST IR 8477, set theory relationship mapping}
[[nodiscard]] constexpr Credit credit_of(Relationship relationship) noexcept {
  if (relationship == Relationship::subset_of || relationship == Relationship::equal) return Credit::full;
  return relationship == Relationship::superset_of ? Credit::part : Credit::none;
}

/// A control through which a requirement is looked at, with everything that the figures rest on.
struct GapControl {
  static constexpr std::string_view type_name = "gap-control";  ///< Name in the schema.
  Criterion control;                                            ///< The control or clause, or the requirement itself.
  std::string relationship;      ///< What the requirement is to it, as the crosswalk prints it: "subset_of".
  std::optional<int> strength;   ///< Strength of the mapping, 1 to 10; absent if nobody judged.
  std::string basis;             ///< Who says so; empty for the requirement itself.
  Credit credit = Credit::none;  ///< What it earns when it conforms.
  bool applicable = true;        ///< False if the statement of applicability excludes it.
  bool implemented = false;      ///< Done: its row says so, or where it has none an audit found it met.
  bool assessed = false;         ///< Concluded audits looked at it in every unit where they were to.
  bool conforming = false;       ///< Done, and the last look in each unit found it met.
  std::optional<ImplementationStatus>
      status;                         ///< What its row says, `retired` if it counts no more; absent without one.
  std::optional<Verdict> verdict;     ///< The most serious of the last looks in each unit; absent without any.
  std::optional<Key<"audit">> audit;  ///< The audit that said so.
  std::vector<Key<"assessment">> assessments;  ///< These last assessments of the control.
  std::vector<Key<"evidence">> evidence;       ///< What these and the row rest on, each once.
  std::vector<Key<"document">> documents;      ///< Documents of the row.
  friend bool operator==(GapControl const&, GapControl const&) = default;
};
BOOST_DESCRIBE_STRUCT(GapControl, (),
                      (control, relationship, strength, basis, credit, applicable, implemented, assessed, conforming,
                       status, verdict, audit, assessments, evidence, documents))
ANNEXA_TYPE_TABLE(GapControl)

/// One requirement of a framework, and how far it is met.
struct GapRequirement {
  static constexpr std::string_view type_name = "gap-requirement";  ///< Name in the schema.
  std::string id;                                                   ///< Its id in the framework.
  std::string title;                                                ///< Its title.
  bool applicable = true;           ///< False if a row of the statement of applicability excludes it.
  bool implemented = false;         ///< Something that covers it is done.
  bool assessed = false;            ///< Something that covers it was looked at.
  bool conforming = false;          ///< Something that covers it conforms, and nothing within it was found not met.
  bool reusable = false;            ///< There is evidence to use again, whatever it earns.
  std::vector<GapControl> through;  ///< Itself, where something is on record of it, then in the order of the crosswalk.
  friend bool operator==(GapRequirement const&, GapRequirement const&) = default;
};
BOOST_DESCRIBE_STRUCT(GapRequirement, (), (id, title, applicable, implemented, assessed, conforming, reusable, through))
ANNEXA_TYPE_TABLE(GapRequirement)

/// The requirements counted.
struct GapTotals {
  static constexpr std::string_view type_name = "gap-totals";  ///< Name in the schema.
  int required = 0;                                            ///< Requirements of the framework.
  int applicable = 0;                                          ///< Of these, those that apply.
  int implemented = 0;                                         ///< Of those that apply, implemented.
  int assessed = 0;                                            ///< Of those that apply, assessed.
  int conforming = 0;                                          ///< Of those that apply, conforming.
  int reusable = 0;                                            ///< Of those that apply, with evidence to use again.
  int unmapped = 0;               ///< Of those that apply, those that neither a mapping nor a record leads to.
  std::optional<Decimal> degree;  ///< Conforming ÷ applicable in per cent, rounded down; absent if nothing applies.
  friend bool operator==(GapTotals const&, GapTotals const&) = default;
};
BOOST_DESCRIBE_STRUCT(GapTotals, (),
                      (required, applicable, implemented, assessed, conforming, reusable, unmapped, degree))
ANNEXA_TYPE_TABLE(GapTotals)

/// How far a framework is met. As JSON it is what `annexa gap --json` prints.
struct Gap {
  static constexpr std::string_view type_name = "gap";  ///< Name in the schema.
  std::string framework;                                ///< Id of the catalog.
  std::string title;                                    ///< Its title.
  std::vector<GapRequirement> requirements;             ///< What auditors judge (Catalog::criteria()), in its order.
  GapTotals totals;                                     ///< The requirements counted.
  std::vector<std::string> notes;  ///< What to know before relying on it: mappings that are others than those the
                                   ///< workspace adopted, or lead to nothing that this annexa has.
  friend bool operator==(Gap const&, Gap const&) = default;
};
BOOST_DESCRIBE_STRUCT(Gap, (), (framework, title, requirements, totals, notes))
ANNEXA_TYPE_TABLE(Gap)

/// The gap between @p framework and what is on record.
///
/// Of a control counts what its row says (only `implemented` is done; planned, partial and retired earn nothing, nor
/// does a row that is retired itself) and what concluded or reported audits found: of each unit the last look, by when
/// the audit was reported or else by its last day, and of these the most serious. Where a unit that was to be looked at
/// (see verdicts_of()) never was, it is not assessed. A requirement is implemented, assessed or conforming if one
/// control of full credit is. It does not conform if a control within it was found not to be met.
/// @param to_iso  the crosswalk from the framework to ISO/IEC 27001:2022, or null where there is none or it is that.
/// @par Cost
/// n log n in assessments and mappings.
/// @source{9.1, 9.2.2}
[[nodiscard]] Gap gap(ReviewRecords const& records, Catalog const& framework, Crosswalk const* to_iso);

}  // namespace v1
}  // namespace annexa
