#pragma once
/// @file
/// Planning an audit anew whose plan is on record: what happened, and what of it goes on record.

#include <annexa/command/planning.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Somebody who is away.
struct Unavailability {
  static constexpr std::string_view type_name = "unavailability";  ///< Name in the schema.
  Key<"person"> person;                                            ///< Who.
  Date from;                                                       ///< First day.
  Date until;                                                      ///< Last day.
  friend bool operator==(Unavailability const&, Unavailability const&) = default;
};
BOOST_DESCRIBE_STRUCT(Unavailability, (), (person, from, until))
ANNEXA_TYPE_TABLE(Unavailability)

/// Somebody who is not independent of a unit any more.
struct NewConflict {
  static constexpr std::string_view type_name = "new-conflict";  ///< Name in the schema.
  Key<"person"> person;                                          ///< Who.
  Key<"unit"> unit;                                              ///< Of which unit.
  friend bool operator==(NewConflict const&, NewConflict const&) = default;
};
BOOST_DESCRIBE_STRUCT(NewConflict, (), (person, unit))
ANNEXA_TYPE_TABLE(NewConflict)

/// What happened to an audit whose plan is on record. What the records say already need not be said: an absence that
/// was recorded, a conflict that was declared, a unit that was retired.
struct ReplanOptions {
  static constexpr std::string_view type_name = "replan-options";  ///< Name in the schema.
  std::vector<Unavailability> unavailable;                         ///< Who is away, within the days of the audit.
  std::vector<NewConflict> conflicts;  ///< Who is not independent any more, from the first day of the audit on.
  std::vector<Key<"unit">> add;        ///< Units that are to be visited, too.
  std::vector<std::string> drop;       ///< Keys of units and of sessions that are not part of it any more.
  std::optional<Date> from;            ///< First day on which it may take place; the audit's when absent.
  std::optional<Date> until;           ///< Last day; the audit's, or the last of the month of its entry, when absent.
  std::vector<std::string> move;       ///< Sessions that may change although they were sent; "all" for all of them.
  PlanParameters parameters;           ///< Lengths and hours.
  std::string reason;                  ///< Why the plan changes, for the record; made from the above when empty.
  friend bool operator==(ReplanOptions const&, ReplanOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReplanOptions, (), (unavailable, conflicts, add, drop, from, until, move, parameters, reason))
ANNEXA_TYPE_TABLE(ReplanOptions)

/// The request for planning @p audit anew; propose_plan() answers it.
/// @return the request; or everything that is wrong, with its place in @p options: reference.unknown for an audit, a
///         person, a unit or a session that there is none of; record.state if the audit is open or over; replan.nothing
///         if it has no sessions; replan.reversed and replan.outside for days; replan.again for a unit that is in it
///         already.
/// @source{9.2.2; ISO 19011, audit planning}
[[nodiscard]] result<PlanRequest> replan_request(State const& state, std::string_view audit,
                                                 ReplanOptions const& options, ZoneReader const& zones);

/// The commands that record a plan that was made anew: `person.record-absence` and `person.change` for what happened to
/// people, and `audit.plan` if a session changes. Sessions keep their UID, and the sequence of those that change rises.
/// @return the commands, none if nothing happened and nothing changed; or plan.conflict if the plan is not complete.
[[nodiscard]] result<std::vector<Command>> replan_commands(State const& state, PlanProposal const& proposal,
                                                           ReplanOptions const& options);

}  // namespace v1
}  // namespace annexa
