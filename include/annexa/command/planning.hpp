#pragma once
/// @file
/// Between a workspace and the planner: requests out of records, commands out of proposals.

#include <annexa/audit/plan_proposal.hpp>
#include <annexa/audit/plan_request.hpp>
#include <annexa/audit/programme_proposal.hpp>
#include <annexa/audit/programme_request.hpp>
#include <annexa/command/audit_commands.hpp>
#include <annexa/command/command.hpp>
#include <annexa/command/state.hpp>

#include <boost/json/fwd.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The request for a programme over everything that @p state knows: units in scope, the subclauses of ISO/IEC 27001 and
/// the controls that the statement of applicability includes, with their risks, audits, nonconformities, incidents and
/// changes. A serious incident or an unplanned change since the last audit asks for a special audit, open actions of a
/// major nonconformity for a follow-up. Of what programmes in force planned and no audit has carried out or is about
/// to, months that are over are owed, those before @p from count as audits to come, those after it are kept where
/// nothing speaks against it. The number of risk levels is taken from the risk methods in use.
/// @param from        first day of the programme.
/// @param parameters  what the organisation decides; its calendar and audits in use come from the state.
/// @param today       by which a month is over; the day of the last event when absent.
/// @source{9.2.2}
[[nodiscard]] ProgrammeRequest programme_request(State const& state, Date from, ProgrammeParameters parameters = {},
                                                 std::optional<Date> today = {});

/// What was decided about frequency and capacity when the programme was made; what is usual where it is not on record.
/// @return it; or reference.unknown.
[[nodiscard]] result<ProgrammeParameters> programme_parameters(State const& state, std::string_view programme);

/// The request that amends a programme in force, from @p from (or its first day, if that is later) to its last day.
/// @param parameters  what the organisation decides; programme_parameters() to leave it as it is.
/// @param today       as in programme_request().
/// @param released    what amendment_command() will be told is owed no more, so that it is not told as missing.
/// @return the request; or reference.unknown, programme.not-in-force, programme.window.
/// @source{ISO 19011, reviewing and improving the audit programme}
[[nodiscard]] result<ProgrammeRequest> amendment_request(State const& state, std::string_view programme, Date from,
                                                         ProgrammeParameters parameters, std::optional<Date> today = {},
                                                         std::span<ReleasedCoverage const> released = {});

/// The command that records a proposed programme.
[[nodiscard]] Command programme_command(ProgrammeProposal const& proposal);

/// The command that amends the programme of @p proposal, made from an amendment_request(): what comes before the
/// proposal begins stays, and the audits of the proposal follow.
/// @param because   why the programme changes.
/// @param released  what is owed no more.
/// @param today     as in programme_request().
[[nodiscard]] Command amendment_command(State const& state, ProgrammeProposal const& proposal, std::string because,
                                        std::vector<ReleasedCoverage> released = {}, std::optional<Date> today = {});

/// What may be said about the plan of an audit; what is not said is taken from the records.
struct PlanOptions {
  static constexpr std::string_view type_name = "plan-options";  ///< Name in the schema.
  std::optional<Date> from;      ///< First day on which it may take place; the audit's or its entry's when absent.
  std::optional<Date> until;     ///< Last day; the audit's when absent, or the end of the entry's month.
  std::vector<TeamMember> team;  ///< Who audits; those on record for the audit, or else a team is chosen, when empty.
  bool choose_team = false;      ///< True to have a team chosen although one is on record; not beside a team.
  PlanParameters parameters;     ///< Lengths and hours.
  friend bool operator==(PlanOptions const&, PlanOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanOptions, (), (from, until, team, choose_team, parameters))
ANNEXA_TYPE_TABLE(PlanOptions)

/// The request for the plan of @p audit: an audit that is planned, or an entry of a programme whose audit is yet to be.
/// Sessions of other audits are bookings.
/// @par Zones
/// The hours name a time zone that is not looked up yet: with_clocks() does that, as in
/// plan_request(state, audit, options, zones).
/// @return the request; or reference.unknown if there is neither, record.state if the audit is past planning, plan.team
///         if a team is both named and to be chosen; reference.unknown for a person of the team who is not on record.
/// @source{9.2.2; ISO 19011, preparing the audit plan}
[[nodiscard]] result<PlanRequest> plan_request(State const& state, std::string_view audit,
                                               PlanOptions const& options = {});

/// The same, with what the clocks of the place do in the window: of the zone that the hours name, or else of the
/// organisation's.
/// @return the request; what plan_request() without zones refuses; or zone.unknown, zone.no-database, zone.broken or
///         zone.offset, placed below "/parameters/hours".
[[nodiscard]] result<PlanRequest> plan_request(State const& state, std::string_view audit, PlanOptions const& options,
                                               ZoneReader const& zones);

/// The request that a written plan answers, to check it with check_plan(). Hours of work are not asked for; the
/// clocks are those that its sessions say.
[[nodiscard]] PlanRequest plan_request(State const& state, Key<"audit"> const& audit, command::PlanAudit const& plan);

/// The command that records a proposed plan, its texts made from the records: title, objectives, scope and criteria of
/// the audit or of the programme's entry; methods of its sessions; a statement on independence that says what was
/// checked.
/// @return the command; or plan.conflict if the proposal is not complete.
[[nodiscard]] result<Command> plan_command(State const& state, PlanProposal const& proposal);

/// A proposed plan as `annexa plan --json` and bindings answer it:
/// `{"audit","sessions":[{"id",…}],"unplaced","conflict","levels":[{"level","value","bound"}],"reproducible","rounds",
/// "changes":[{"session","what","from","to","unavoidable","because"}],"changed","unavoidable","team","excluded"}`.
[[nodiscard]] boost::json::value plan_answer(PlanProposal const& proposal);

}  // namespace v1
}  // namespace annexa
