#pragma once
/// @file
/// A proposed audit plan: its sessions, and why it is so.

#include <annexa/audit/audit.hpp>
#include <annexa/audit/session.hpp>
#include <annexa/base/describe.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a plan could not place.
struct Unplaced {
  static constexpr std::string_view type_name = "unplaced";  ///< Name in the schema.
  std::optional<Key<"unit">> unit;  ///< Which unit; absent for requirements that no unit carries.
  int minutes = 0;                  ///< Time that it needs.
  std::string because;              ///< Why, and what would have to give, in a sentence.
  friend bool operator==(Unplaced const&, Unplaced const&) = default;
};
BOOST_DESCRIBE_STRUCT(Unplaced, (), (unit, minutes, because))

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
  friend bool operator==(PlanProposal const&, PlanProposal const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanProposal, (), (audit, team, sessions, unplaced, conflict, excluded))

}  // namespace v1
}  // namespace annexa
