#pragma once
/// @file
/// What an audit programme is made from.

#include <annexa/audit/programme.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/working_calendar.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A unit as the programme sees it: what speaks for auditing it soon.
/// @source{9.2.2, importance of the processes and results of previous audits}
struct AuditableUnit {
  static constexpr std::string_view type_name = "auditable-unit";  ///< Name in the schema.
  Key<"unit"> unit;                                                ///< Which unit.
  std::string name;                                                ///< Its name.
  std::optional<Key<"person">> owner;                              ///< Who answers for it.
  std::optional<int> importance;                                   ///< 1 (low) to 5 (vital).
  std::optional<int> risk_level;        ///< Number of the highest band among its risks, 1 the lowest.
  std::string risk_band;                ///< Name of that band.
  std::optional<Date> last_audited_on;  ///< Last audit; never when absent.
  std::string last_result;              ///< Its result, in words.
  int open_nonconformities = 0;         ///< Nonconformities not closed.
  std::optional<Date> changed_on;       ///< Last significant change.
  int minutes = 90;                     ///< Time an audit of it takes.
  std::vector<Criterion> criteria;      ///< Requirements and controls that it carries out.
  friend bool operator==(AuditableUnit const&, AuditableUnit const&) = default;
};
BOOST_DESCRIBE_STRUCT(AuditableUnit, (),
                      (unit, name, owner, importance, risk_level, risk_band, last_audited_on, last_result,
                       open_nonconformities, changed_on, minutes, criteria))
ANNEXA_TYPE_TABLE(AuditableUnit)

/// A requirement or control that the programme has to cover.
struct DueCriterion {
  static constexpr std::string_view type_name = "due-criterion";  ///< Name in the schema.
  Criterion criterion;                                            ///< Which.
  std::optional<Date> last_audited_on;                            ///< When it was last audited; never when absent.
  std::optional<int> risk_level;  ///< For a control: band of the highest risk that it treats, 1 the lowest.
  friend bool operator==(DueCriterion const&, DueCriterion const&) = default;
};
BOOST_DESCRIBE_STRUCT(DueCriterion, (), (criterion, last_audited_on, risk_level))
ANNEXA_TYPE_TABLE(DueCriterion)

/// Days on which nobody may be audited, such as a closing of accounts.
struct FreezeWindow {
  static constexpr std::string_view type_name = "freeze-window";  ///< Name in the schema.
  Date from;                                                      ///< First day.
  Date until;                                                     ///< Last day.
  std::string because;                                            ///< Why.
  friend bool operator==(FreezeWindow const&, FreezeWindow const&) = default;
};
BOOST_DESCRIBE_STRUCT(FreezeWindow, (), (from, until, because))
ANNEXA_TYPE_TABLE(FreezeWindow)

/// What an organisation decides about its programme. None of the intervals is a requirement of the standard, which asks
/// for planned ones.
struct ProgrammeParameters {
  static constexpr std::string_view type_name = "programme-parameters";  ///< Name in the schema.
  int years = 1;                                                         ///< Length, 1 to 5.
  int audits_per_year =
      4;  ///< Months of a year in which audits are wanted; others are used where nothing else keeps an interval.
  int unit_interval = 12;    ///< Most months between two audits of a unit.
  int clause_interval = 12;  ///< Most months between two audits of a requirement of clauses 4 to 10.
  int control_interval =
      36;               ///< Most months between two audits of a control; a third or two thirds of it for high risks.
  int risk_levels = 5;  ///< Number of bands of the risk method.
  std::optional<int> minutes_per_month;  ///< Audit time that a whole month offers; no limit when absent.
  int minutes_per_criterion = 10;        ///< Time for a requirement that no unit carries.
  std::vector<FreezeWindow> freezes;     ///< Days on which nobody may be audited.
  friend bool operator==(ProgrammeParameters const&, ProgrammeParameters const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeParameters, (),
                      (years, audits_per_year, unit_interval, clause_interval, control_interval, risk_levels,
                       minutes_per_month, minutes_per_criterion, freezes))
ANNEXA_TYPE_TABLE(ProgrammeParameters)

/// Everything that a programme depends on. Plain values, so the same request gives the same programme.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
struct ProgrammeRequest {
  static constexpr std::string_view type_name = "programme-request";  ///< Name in the schema.
  std::optional<Key<"programme">> programme;                          ///< Its key; "PRG-" and the year when absent.
  Date from;                                                          ///< First day.
  std::vector<AuditableUnit> units;                                   ///< All units in scope.
  std::vector<DueCriterion> criteria;  ///< All requirements, and the controls that apply.
  WorkingCalendar calendar;            ///< The organisation's working days.
  std::vector<std::string> taken;      ///< Keys of audits that are in use already.
  ProgrammeParameters parameters;      ///< What the organisation decides about its programme.
  friend bool operator==(ProgrammeRequest const&, ProgrammeRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeRequest, (), (programme, from, units, criteria, calendar, taken, parameters))
ANNEXA_TYPE_TABLE(ProgrammeRequest)

/// Last day of the programme.
[[nodiscard]] constexpr Date last_day(ProgrammeRequest const& request) noexcept {
  return request.from.plus_months(12 * request.parameters.years).plus_days(-1);
}

/// Most months between two audits of @p criterion: shorter for controls that treat high risks.
[[nodiscard]] int interval_of(DueCriterion const& criterion, ProgrammeParameters const& parameters) noexcept;

/// Adds everything that makes @p request no request: numbers out of range, windows that end before they begin, keys
/// that stand twice, lists that are too long.
void check_request(ProgrammeRequest const& request, Error& errors);

}  // namespace v1
}  // namespace annexa
