#pragma once
/// @file
/// Between a workspace and the plan of a season: a request out of the records, commands out of a proposal.

#include <annexa/audit/season_proposal.hpp>
#include <annexa/command/command.hpp>
#include <annexa/command/state.hpp>

#include <vector>

namespace annexa {
inline namespace v1 {

/// Which season, and what the records do not say.
struct SeasonOptions {
  static constexpr std::string_view type_name = "season-options";  ///< Name in the schema.
  Date from;                                                       ///< First day.
  Date until;                                                      ///< Last day.
  std::vector<SeasonAuditor> auditors;  ///< What auditors cost, where they are at home; others cost one a half-day.
  std::vector<Closure> closures;        ///< Days on which a person or a unit cannot, beside what is on record.
  SeasonParameters parameters;          ///< How long is searched.
  friend bool operator==(SeasonOptions const&, SeasonOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeasonOptions, (), (from, until, auditors, closures, parameters))
ANNEXA_TYPE_TABLE(SeasonOptions)

/// The request for a season over what @p state knows of it: an engagement for each unit of each audit that has no
/// session yet, planned ones and entries of programmes whose audit is yet to be, in whole half-days of 210 minutes;
/// those who hold the role of auditor or lead auditor on some day, on those days; absences, conflicts, waivers,
/// calendars of units; sessions of other audits, which take their people and units for the day. Requirements that no
/// unit of an audit carries are an engagement with the unit "(ISMS)", of which whoever manages the ISMS is not
/// independent.
/// @return the request, whose engagements are named AUDIT/UNIT; or season.window if the days are reversed, and
///         season.nothing if nothing is to be planned then. propose_season() finds what else is wrong.
/// @source{9.2.2; ISO 19011, establishing the audit programme}
[[nodiscard]] result<SeasonRequest> season_request(State const& state, SeasonOptions const& options);

/// The commands that record the days and the team of each audit whose engagements all have a place: `audit.plan`
/// without sessions, which annexa plan adds. None for audits that are on record so already.
/// @param request  what the proposal was made from, by season_request() over the same state.
[[nodiscard]] std::vector<Command> season_commands(State const& state, SeasonRequest const& request,
                                                   SeasonProposal const& proposal);

}  // namespace v1
}  // namespace annexa
