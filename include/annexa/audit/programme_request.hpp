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
  std::optional<int> risk_level;            ///< Number of the highest band among its risks, 1 the lowest.
  std::string risk_band;                    ///< Name of that band.
  std::optional<Date> last_audited_on;      ///< Last audit; never when absent.
  std::string last_result;                  ///< Its result, in words.
  int open_nonconformities = 0;             ///< Nonconformities not closed.
  std::optional<Date> changed_on;           ///< Last significant change.
  int minutes = 90;                         ///< Time an audit of it takes.
  std::vector<Criterion> criteria;          ///< Requirements and controls that it carries out.
  std::optional<int> incidents;             ///< Incidents there since the last audit.
  std::optional<int> last_nonconformities;  ///< Nonconformities that the last audit found.
  std::optional<AuditKind> kind;            ///< How it is audited regularly: supplier or remote; internal when absent.
  std::optional<Date> not_before;           ///< First day on which it may be audited; any when absent.
  std::optional<Date> not_after;            ///< Last day on which it may be audited; any when absent.
  std::optional<Date> actions_due;  ///< When the last of its corrective actions is due: a follow-up comes after it.
  std::optional<Date> event_on;     ///< Incident or change that asks for a special audit soon.
  std::optional<Date> owed_since;   ///< Planned for then by the programme in force, and not carried out.
  std::vector<Date> planned;        ///< First days of the months in which the programme in force visits it yet.
  bool last_is_planned = false;     ///< True if the last audit is one that is planned and has yet to be.
  bool site = false;  ///< True if it is one of the sites of which ProgrammeParameters::sites takes samples.
  friend bool operator==(AuditableUnit const&, AuditableUnit const&) = default;
};
BOOST_DESCRIBE_STRUCT(AuditableUnit, (),
                      (unit, name, owner, importance, risk_level, risk_band, last_audited_on, last_result,
                       open_nonconformities, changed_on, minutes, criteria, incidents, last_nonconformities, kind,
                       not_before, not_after, actions_due, event_on, owed_since, planned, last_is_planned, site))
ANNEXA_TYPE_TABLE(AuditableUnit)

/// A requirement or control that the programme has to cover.
struct DueCriterion {
  static constexpr std::string_view type_name = "due-criterion";  ///< Name in the schema.
  Criterion criterion;                                            ///< Which.
  std::optional<Date> last_audited_on;                            ///< When it was last audited; never when absent.
  std::optional<int> risk_level;     ///< For a control: band of the highest risk that it treats, 1 the lowest.
  std::optional<Date> promised_for;  ///< Due by then whatever its interval: a programme in force planned it.
  friend bool operator==(DueCriterion const&, DueCriterion const&) = default;
};
BOOST_DESCRIBE_STRUCT(DueCriterion, (), (criterion, last_audited_on, risk_level, promised_for))
ANNEXA_TYPE_TABLE(DueCriterion)

/// Everything that a programme depends on. Plain values, so the same request gives the same programme.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
struct ProgrammeRequest {
  static constexpr std::string_view type_name = "programme-request";  ///< Name in the schema.
  std::optional<Key<"programme">> programme;                          ///< Its key; "PRG-" and the year when absent.
  Date from;                                                          ///< First day.
  std::optional<Date> until;  ///< Last day, at most five years later; after `years` when absent.
  std::optional<Date> began;  ///< First day of the programme that it amends, from which years of site samples count.
  std::vector<AuditableUnit> units;         ///< All units in scope.
  std::vector<DueCriterion> criteria;       ///< All requirements, and the controls that apply.
  WorkingCalendar calendar;                 ///< The organisation's working days.
  std::vector<std::string> taken;           ///< Keys of audits that are in use already.
  std::vector<Key<"unit">> owed_elsewhere;  ///< Planned by the programme in force, not carried out, and no longer among
                                            ///< the units; a programme that amends it names them.
  ProgrammeParameters parameters;           ///< What the organisation decides about its programme.
  friend bool operator==(ProgrammeRequest const&, ProgrammeRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(ProgrammeRequest, (),
                      (programme, from, until, began, units, criteria, calendar, taken, owed_elsewhere, parameters))
ANNEXA_TYPE_TABLE(ProgrammeRequest)

/// Last day of the programme.
[[nodiscard]] constexpr Date last_day(ProgrammeRequest const& request) noexcept {
  return request.until.value_or(request.from.plus_months(12 * request.parameters.years).plus_days(-1));
}

/// Most months between two audits of @p criterion: shorter for controls that treat high risks.
[[nodiscard]] int interval_of(DueCriterion const& criterion, ProgrammeParameters const& parameters) noexcept;

/// Points of a unit that decide how often it is audited: for risk, importance, nonconformities, incidents and change.
[[nodiscard]] int interval_points(AuditableUnit const& unit, ProgrammeParameters const& parameters) noexcept;

/// Most months between two audits of @p unit, by its points; never more than the cycle.
[[nodiscard]] int interval_of(AuditableUnit const& unit, ProgrammeParameters const& parameters) noexcept;

/// Adds everything that is wrong with @p parameters, placed below "/parameters".
void check_parameters(ProgrammeParameters const& parameters, Error& errors);

/// Adds everything that makes @p request no request: numbers out of range, windows that end before they begin, keys
/// that stand twice, lists that are too long.
void check_request(ProgrammeRequest const& request, Error& errors);

}  // namespace v1
}  // namespace annexa
