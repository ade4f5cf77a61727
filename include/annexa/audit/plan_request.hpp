#pragma once
/// @file
/// What a plan of one audit is made from.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/audit/working_hours.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/working_calendar.hpp>
#include <annexa/duty/role_grant.hpp>
#include <annexa/duty/waiver.hpp>
#include <annexa/isms/person.hpp>
#include <annexa/isms/unit.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// A time at which somebody is taken, such as by a session of another audit.
struct Booking {
  static constexpr std::string_view type_name = "booking";  ///< Name in the schema.
  Key<"person"> person;                                     ///< Who.
  Instant start;                                            ///< Begin.
  Instant end;                                              ///< End.
  std::string because;                                      ///< What for: a session's key, or a word.
  friend bool operator==(Booking const&, Booking const&) = default;
};
BOOST_DESCRIBE_STRUCT(Booking, (), (person, start, end, because))
ANNEXA_TYPE_TABLE(Booking)

/// What an organisation decides about its plans. Times in minutes.
struct PlanParameters {
  static constexpr std::string_view type_name = "plan-parameters";  ///< Name in the schema.
  WorkingHours hours;                                               ///< When sessions may lie.
  int opening_minutes = 30;                                         ///< Length of the opening meeting.
  int team_minutes = 30;                                            ///< Length of a meeting of the team.
  int closing_minutes = 45;                                         ///< Length of the closing meeting.
  int session_minutes = 90;                                         ///< Time for a unit that names none.
  int longest_session = 180;                                        ///< Longest session; what takes longer is split.
  int minutes_per_criterion = 10;                                   ///< Time for a requirement that no unit carries.
  int cooling_off_months = 24;      ///< How long somebody who left a unit keeps away from auditing it.
  int largest_team = 6;             ///< Most people in a team that is chosen here.
  int days_wanted = 5;              ///< Days after which a larger team is tried.
  std::optional<int> seed;          ///< Of the search: another may find another plan that is as good; 1 when absent.
  std::optional<int> rounds;        ///< Where the search stops, 0 to 100,000,000; by the size of the plan when absent.
  std::optional<int> bound_rounds;  ///< Rounds in which bounds are raised, 0 to 100,000; by the size when absent.
  std::string language;             ///< Of sentences: "en", "de" or "fr"; English when empty.
  friend bool operator==(PlanParameters const&, PlanParameters const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanParameters, (),
                      (hours, opening_minutes, team_minutes, closing_minutes, session_minutes, longest_session,
                       minutes_per_criterion, cooling_off_months, largest_team, days_wanted, seed, rounds, bound_rounds,
                       language))
ANNEXA_TYPE_TABLE(PlanParameters)

/// Everything that a plan depends on. Plain values: nothing is looked up elsewhere, so the same request gives the same
/// plan.
/// @source{9.2.2; ISO 19011, preparing the audit plan}
struct PlanRequest {
  static constexpr std::string_view type_name = "plan-request";  ///< Name in the schema.
  Key<"audit"> audit;                                            ///< The audit to plan; sessions are named after it.
  Date from;                                                     ///< First day on which it may take place.
  Date until;                                                    ///< Last day; at most 366 days after the first.
  std::vector<TeamMember> team;                                  ///< Who audits; empty to have a team chosen.
  std::vector<Unit> units;                                       ///< What is visited.
  std::vector<Unit> sites;                                       ///< Places, to name where a session is.
  std::vector<Criterion> criteria;                               ///< What is audited against.
  std::vector<Person> people;     ///< Everybody concerned: auditors and those who answer.
  std::vector<RoleGrant> roles;   ///< Who may audit and lead, and who manages the ISMS.
  std::vector<Waiver> waivers;    ///< Separation rules that do not hold for somebody.
  std::vector<Booking> bookings;  ///< When people are taken already.
  WorkingCalendar calendar;       ///< The organisation's working days.
  std::string place;              ///< Where meetings are held, and sessions of units without a site.
  PlanParameters parameters;      ///< What the organisation decides about its plans.
  /// The plan that is on record. With it the audit is planned anew with the least change, by the same team; sessions
  /// that are cancelled keep their keys from being used again.
  std::vector<Session> published;
  std::vector<Key<"session">> may_move;  ///< Sessions that may change although they were sent (Session::sent).
  /// The clocks of units in other time zones than the hours name, over the window; with_clocks() reads them. Sessions
  /// there lie in the hours of work by the unit's own clocks. Days, such as those on which somebody is away, are
  /// counted by the audit's.
  std::vector<TimeZone> zones;
  friend bool operator==(PlanRequest const&, PlanRequest const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanRequest, (),
                      (audit, from, until, team, units, sites, criteria, people, roles, waivers, bookings, calendar,
                       place, parameters, published, may_move, zones))
ANNEXA_TYPE_TABLE(PlanRequest)

/// Most elements that one list of a request may have.
inline constexpr std::size_t plan_limit = 10'000;
/// Most people in one session, who answers included, and most competences that a unit may ask for.
inline constexpr std::size_t plan_people = 15;

/// Adds everything that makes @p request no request: no audit, a window that ends before it begins or is longer than
/// 366 days, times out of range, hours of work that overlap, keys that stand twice, lists that are too long, published
/// sessions that are of another audit or end before they begin, and sessions to move that are not among them.
void check_request(PlanRequest const& request, Error& errors);

/// The time zone of @p unit: its own, or that of its site; empty where neither names one.
[[nodiscard]] std::string_view zone_of(PlanRequest const& request, Unit const& unit) noexcept;

/// The hours of work where @p unit is, by its own clocks; those of the audit for null, and where its zone is not among
/// PlanRequest::zones.
[[nodiscard]] WorkingHours hours_at(PlanRequest const& request, Unit const* unit);

/// Fills in what the clocks of the audit's zone and of its units' zones do in the window. What was read already stays.
/// @return the request; or what @p zones refuses, all of it, placed at "/parameters/hours/zone", "U-3/zone", ...
[[nodiscard]] result<PlanRequest> with_clocks(PlanRequest request, ZoneReader const& zones);

/// The time an audit of @p unit takes in minutes, without meetings.
[[nodiscard]] inline int audit_minutes(Unit const& unit, PlanParameters const& parameters) noexcept {
  return unit.audit_minutes.value_or(parameters.session_minutes);
}

/// The criteria of the audit that none of its units carries, in their order. Somebody who manages the ISMS answers for
/// them.
[[nodiscard]] std::vector<Criterion> uncarried(PlanRequest const& request);

}  // namespace v1
}  // namespace annexa
