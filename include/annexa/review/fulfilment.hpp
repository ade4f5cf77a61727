#pragma once
/// @file
/// Degree of fulfilment: how much of what was audited against is met.
///
/// It is conforming ÷ applicable in scope. A criterion that nobody looked at stays in the denominator and is never
/// counted as met.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/evidence.hpp>
#include <annexa/base/decimal.hpp>
#include <annexa/isms/unit.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

class Catalog;

/// How many criteria got which verdict.
struct Tally {
  static constexpr std::string_view type_name = "tally";  ///< Name in the schema.
  int conforming = 0;                                     ///< Met.
  int observation = 0;                                    ///< Met, with something to watch.
  int opportunity = 0;                                    ///< Met, and could be done better.
  int minor = 0;                                          ///< A minor nonconformity.
  int major = 0;                                          ///< A major nonconformity.
  int not_assessed = 0;    ///< Not looked at, in at least one of the places where it was to be.
  int not_applicable = 0;  ///< A control that the statement of applicability excludes; outside the scope.

  /// Criteria whose requirement is met.
  [[nodiscard]] constexpr int met() const noexcept { return conforming + observation + opportunity; }
  /// Criteria that apply: all but those excluded.
  [[nodiscard]] constexpr int in_scope() const noexcept { return met() + minor + major + not_assessed; }
  /// Counts one more criterion.
  void add(Verdict verdict) noexcept;
  friend bool operator==(Tally const&, Tally const&) = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (conforming, observation, opportunity, minor, major, not_assessed, not_applicable))

/// @p part of @p whole in per cent with one place, rounded down: 100.0 means all of it. Nothing if @p whole is not
/// positive.
/// @pre 0 <= part <= whole
[[nodiscard]] std::optional<Decimal> percentage(std::int64_t part, std::int64_t whole);

/// The degree of fulfilment in per cent: met ÷ in scope. Nothing if nothing is in scope.
[[nodiscard]] std::optional<Decimal> degree_of(Tally const& tally);

/// What an audit says of one criterion, over all units.
struct CriterionVerdict {
  Criterion criterion;                         ///< The criterion.
  Verdict verdict = Verdict::not_assessed;     ///< The most serious verdict of any unit; see verdicts_of().
  std::vector<Assessment const*> assessments;  ///< What it rests on, by key.
};

/// The verdict on each criterion of @p audit, in the order of criteria, each criterion once.
///
/// Of several units the most serious counts: major before minor before not assessed before observation before
/// opportunity before conforming before not applicable. A criterion without assessment is not assessed, and so is one
/// that was not looked at in every unit of the audit that carries it (Unit::criteria), or in every unit of the audit if
/// none of them says what it carries. An assessment without a unit is on all units.
/// @param assessments  of this audit or of any; others are passed over. They have to outlive the answer.
/// @param units        the units of the organisation; those that the audit does not visit are passed over. Without them
///                     every unit of the audit has to be looked at.
/// @par Cost
/// n log n in criteria and assessments, and the criteria of the units.
/// @source{9.2.1}
[[nodiscard]] std::vector<CriterionVerdict> verdicts_of(Audit const& audit,
                                                        std::span<Assessment const* const> assessments,
                                                        std::span<Unit const* const> units = {});

/// All verdicts counted.
[[nodiscard]] Tally tally_of(std::span<CriterionVerdict const> verdicts);

/// Criteria that belong together, and what they came to.
struct FulfilmentGroup {
  std::string id;     ///< "9.2", "A.5", "Planning", or the id of another catalog.
  std::string title;  ///< Title of the group in the catalog; empty where it has none.
  Tally tally;        ///< What its criteria came to.
};

/// By what criteria are grouped.
enum class Grouping {
  pillar,  ///< Context, leadership, planning, support, operation, performance evaluation, improvement: clauses 4 to 10.
  clause,  ///< Clauses of the second level (9.2) and the themes of controls (A.5).
  theme,   ///< Organizational, people, physical, technological: the controls of Annex A.
};

/// The verdicts by group, groups in the order of the catalog. Pillars leave controls out and themes leave clauses out;
/// criteria of other catalogs make one group per catalog when grouped by clause.
[[nodiscard]] std::vector<FulfilmentGroup> fulfilment_by(Grouping grouping, std::span<CriterionVerdict const> verdicts,
                                                         Catalog const& catalog);

}  // namespace v1
}  // namespace annexa
