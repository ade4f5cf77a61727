#pragma once
/// @file
/// A proposed audit plan: its sessions, and why it is so.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/season_level.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a plan could not place.
struct Unplaced {
  static constexpr std::string_view type_name = "unplaced";  ///< Name in the schema.
  std::optional<Key<"unit">> unit;        ///< Which unit; absent for requirements that no unit carries.
  int minutes = 0;                        ///< Time that it needs.
  std::string because;                    ///< Why, and what would have to give, in a sentence.
  std::optional<Key<"session">> session;  ///< The session on record that has lost its place; absent for a new one.
  /// What stands against it: "team" (the whole team), "retired", "calendar", "independence", "competence", "auditee",
  /// "time", "sent" (it was sent, and nobody said that it may change) or "lead" (of a meeting).
  std::string kind;
  friend bool operator==(Unplaced const&, Unplaced const&) = default;
};
BOOST_DESCRIBE_STRUCT(Unplaced, (), (unit, minutes, because, session, kind))
ANNEXA_TYPE_TABLE(Unplaced)

/// One cell of the independence matrix: somebody who may not audit a unit.
struct ExcludedPair {
  static constexpr std::string_view type_name = "excluded-pair";  ///< Name in the schema.
  Key<"person"> person;                                           ///< Who.
  Key<"unit"> unit;                                               ///< Which unit.
  std::string rule;                                               ///< By which separation rule: "S01".
  std::string because;                                            ///< Why, in a sentence.
  friend bool operator==(ExcludedPair const&, ExcludedPair const&) = default;
};
BOOST_DESCRIBE_STRUCT(ExcludedPair, (), (person, unit, rule, because))
ANNEXA_TYPE_TABLE(ExcludedPair)

/// When, where and who of a session, as far as somebody who takes part has to know.
struct SessionSpot {
  static constexpr std::string_view type_name = "session-spot";  ///< Name in the schema.
  Instant start;                                                 ///< Begin, in UTC.
  Instant end;                                                   ///< End, in UTC.
  std::string zone;                                              ///< Time zone of the place; empty for UTC.
  std::optional<int> utc_offset;                                 ///< Minutes by which its clocks are ahead of UTC.
  std::string place;                                             ///< Where.
  Key<"person"> lead;                                            ///< Who leads it.
  std::vector<Key<"person">> team;                               ///< Who else audits in it.
  std::optional<Key<"person">> auditee;                          ///< Who answers.
  friend bool operator==(SessionSpot const&, SessionSpot const&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionSpot, (), (start, end, zone, utc_offset, place, lead, team, auditee))
ANNEXA_TYPE_TABLE(SessionSpot)

/// A difference between a proposed plan and the one on record.
struct SessionChange {
  static constexpr std::string_view type_name = "session-change";  ///< Name in the schema.
  Key<"session"> session;                                          ///< Which session.
  std::string what;                 ///< "moved" (in time), "people", "place", "added", "dropped" or "unplaced".
  std::optional<SessionSpot> from;  ///< As it is on record; absent if it was added.
  std::optional<SessionSpot> to;    ///< As it is proposed; absent if it was dropped or has no place.
  bool unavoidable = false;         ///< True if it could not stay as it was, whatever else were done.
  std::string because;              ///< Why, in a sentence.
  friend bool operator==(SessionChange const&, SessionChange const&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionChange, (), (session, what, from, to, unavoidable, because))
ANNEXA_TYPE_TABLE(SessionChange)

/// A proposed plan. Nothing of it is recorded until it is adopted. Sentences name people by key, since they stay on
/// record.
/// @source{9.2.2; ISO 19011, preparing the audit plan}
struct PlanProposal {
  static constexpr std::string_view type_name = "plan-proposal";  ///< Name in the schema.
  Key<"audit"> audit;                                             ///< Of which audit.
  std::vector<TeamMember> team;                                   ///< Who audits, the lead first.
  std::vector<Session> sessions;        ///< Its lines in order of time, with the keys AUDIT/S-01, AUDIT/S-02, ...
  std::vector<Unplaced> unplaced;       ///< What found no place.
  std::optional<std::string> conflict;  ///< Why there is no complete plan; absent where there is one.
  std::vector<ExcludedPair> excluded;   ///< The independence matrix: pairs that are excluded; all others are not.
  /// How good it is, and how much better a plan by this team could be: "left-out" (importance of what has no place),
  /// "lateness" (importance times the steps of work after the opening; none where a plan is on record), "changes",
  /// "expense" (minutes of auditors, a day more for somebody from outside the team) and "balance". Empty
  /// where not even the meetings have a place, since there is no team then.
  std::vector<SeasonLevel> levels;
  std::vector<SessionChange> changes;  ///< What differs from the plan on record, in order of the session's key.
  int changed = 0;                     ///< How many that are.
  int unavoidable = 0;                 ///< Those of them that could not stay whatever else is done.
  std::int64_t rounds = 0;             ///< Rounds of the search that were made.
  bool reproducible = true;            ///< False if the caller stopped the search, as for want of time.
  friend bool operator==(PlanProposal const&, PlanProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanProposal, (),
                      (audit, team, sessions, unplaced, conflict, excluded, levels, changes, changed, unavoidable,
                       rounds, reproducible))
ANNEXA_TYPE_TABLE(PlanProposal)

}  // namespace v1
}  // namespace annexa
