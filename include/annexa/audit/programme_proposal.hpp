#pragma once
/// @file
/// A proposed audit programme: its audits, what they cover, and what they do not.

#include <annexa/audit/programme.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A row of the coverage matrix: a unit, and the months in which it is audited.
struct UnitCoverage {
  static constexpr std::string_view type_name = "unit-coverage";  ///< Name in the schema.
  Key<"unit"> unit;                                               ///< Which unit.
  Date due_on;                                                    ///< When its next audit is due at the latest.
  std::vector<Date> months;                                       ///< First days of the months of its audits.
  std::vector<std::string> audits;                                ///< Its audits, as ProgrammeEntry::audit.
  friend bool operator==(UnitCoverage const&, UnitCoverage const&) = default;
};
BOOST_DESCRIBE_STRUCT(UnitCoverage, (), (unit, due_on, months, audits))
ANNEXA_TYPE_TABLE(UnitCoverage)

/// A row of the coverage matrix: a criterion, and the audits that have it.
struct CriterionCoverage {
  static constexpr std::string_view type_name = "criterion-coverage";  ///< Name in the schema.
  Criterion criterion;                                                 ///< Which.
  Date due_on;                                                         ///< When its next audit is due at the latest.
  std::vector<std::string> audits;  ///< Audits that have it; may be empty where it is due after the programme.
  friend bool operator==(CriterionCoverage const&, CriterionCoverage const&) = default;
};
BOOST_DESCRIBE_STRUCT(CriterionCoverage, (), (criterion, due_on, audits))
ANNEXA_TYPE_TABLE(CriterionCoverage)

/// Something due that the programme does not audit in time.
struct Uncovered {
  static constexpr std::string_view type_name = "uncovered";  ///< Name in the schema.
  std::optional<Key<"unit">> unit;                            ///< Which unit, if it is one.
  std::vector<Criterion> criteria;                            ///< Which criteria, if it is some.
  std::string because;                                        ///< Why, and what would have to give, in a sentence.
  friend bool operator==(Uncovered const&, Uncovered const&) = default;
};
BOOST_DESCRIBE_STRUCT(Uncovered, (), (unit, criteria, because))
ANNEXA_TYPE_TABLE(Uncovered)

/// A proposed programme. Nothing of it is recorded until it is adopted.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
struct ProgrammeProposal {
  static constexpr std::string_view type_name = "programme-proposal";  ///< Name in the schema.
  Programme programme;                      ///< The record to adopt: one audit for each month that has some.
  std::vector<UnitCoverage> units;          ///< Unit by month, in the order of the request.
  std::vector<CriterionCoverage> criteria;  ///< Criterion by audit, in the order of the request.
  std::vector<Uncovered> uncovered;         ///< What is due and not covered in time; empty for a complete programme.
  friend bool operator==(ProgrammeProposal const&, ProgrammeProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeProposal, (), (programme, units, criteria, uncovered))
ANNEXA_TYPE_TABLE(ProgrammeProposal)

}  // namespace v1
}  // namespace annexa
