#pragma once
/// @file
/// Commands that take a nonconformity beside the straight way.

#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// T05: contests it; its deadlines go on.
/// @source{10.2 f; duty S20}
struct DisputeNonconformity {
  static constexpr std::string_view command = "nonconformity.dispute";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                   ///< Which nonconformity.
  DisputeKind kind = DisputeKind::fact;                                 ///< What is contested.
  std::string reason;                                                   ///< Why.
  std::vector<Key<"evidence">> evidence;                                ///< Evidence that was not there before.
  friend bool operator==(DisputeNonconformity const&, DisputeNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(DisputeNonconformity, (), (nonconformity, kind, reason, evidence))
ANNEXA_TYPE_TABLE(DisputeNonconformity)

/// T06: decides a dispute; it stands, with what is changed in it. What it said before is kept. That it was raised in
/// error is nonconformity.withdraw (T07).
/// @source{10.2 f; duty S20}
struct DecideDispute {
  static constexpr std::string_view command = "nonconformity.decide-dispute";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                       ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                          ///< Which nonconformity.
  std::string decision;                                                        ///< What is decided, and why.
  std::optional<Grade> grade;                                                  ///< The grade, where it changes.
  std::vector<std::string> grade_reasons;         ///< Why that grade; as before when empty.
  std::optional<std::string> requirement;         ///< What is required, where that is put anew.
  std::optional<std::string> evidence_statement;  ///< What was seen, where that is put anew.
  std::optional<std::string> gap;                 ///< In what it falls short, where that is put anew.
  std::optional<Key<"person">> owner;             ///< Process owner, where that changes.
  std::optional<std::string> issuer_decision;     ///< For an external audit: what its issuer decided.
  friend bool operator==(DecideDispute const&, DecideDispute const&) = default;
};
BOOST_DESCRIBE_STRUCT(DecideDispute, (),
                      (nonconformity, decision, grade, grade_reasons, requirement, evidence_statement, gap, owner,
                       issuer_decision))
ANNEXA_TYPE_TABLE(DecideDispute)

/// T08: makes it part of another one, which gets its evidence.
/// @source{10.2 f}
struct MergeNonconformity {
  static constexpr std::string_view command = "nonconformity.merge";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                 ///< Which nonconformity.
  Key<"nonconformity"> into;                                          ///< The one that goes on.
  std::optional<std::string> reason;                                  ///< Why.
  std::optional<std::string> issuer_decision;                         ///< What the issuer of an external one decided.
  friend bool operator==(MergeNonconformity const&, MergeNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(MergeNonconformity, (), (nonconformity, into, reason, issuer_decision))
ANNEXA_TYPE_TABLE(MergeNonconformity)

/// T21: opens a closed one again; where the organisation wants a new one instead (lifecycle.configure), raises one that
/// names it.
/// @source{10.2 d}
struct ReopenNonconformity {
  static constexpr std::string_view command = "nonconformity.reopen";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                  ///< Which nonconformity.
  std::string reason;                                                  ///< Why.
  std::vector<std::string> evidence;                                   ///< What shows that it came back.
  bool invalid_closure = false;                                        ///< True if it should not have been closed.
  std::optional<Key<"nonconformity">> successor;  ///< Key of the new one, where one is raised; allocated when absent.
  friend bool operator==(ReopenNonconformity const&, ReopenNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReopenNonconformity, (), (nonconformity, reason, evidence, invalid_closure, successor))
ANNEXA_TYPE_TABLE(ReopenNonconformity)

/// T22: asks for more time; the clock goes on.
/// @source{10.2 c; duty S22}
struct RequestExtension {
  static constexpr std::string_view command = "nonconformity.request-extension";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                          ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                             ///< Which nonconformity.
  std::string deadline;                        ///< Which deadline: "plan", "implementation", ...
  Date until;                                  ///< The day that is asked for.
  std::optional<std::string> reason;           ///< Why it takes longer.
  std::optional<std::string> interim_measure;  ///< What keeps the effects small until then.
  friend bool operator==(RequestExtension const&, RequestExtension const&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestExtension, (), (nonconformity, deadline, until, reason, interim_measure))
ANNEXA_TYPE_TABLE(RequestExtension)

/// T23: grants or refuses more time. The first day stays on record.
/// @source{10.2 c; duty S22}
struct DecideExtension {
  static constexpr std::string_view command = "nonconformity.decide-extension";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                         ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                            ///< Which nonconformity.
  bool granted = false;                                                          ///< Whether the day is put off.
  std::optional<std::string> reason;                                             ///< Why.
  std::optional<std::string> issuer_decision;  ///< For an external audit: what its issuer decided.
  friend bool operator==(DecideExtension const&, DecideExtension const&) = default;
};
BOOST_DESCRIBE_STRUCT(DecideExtension, (), (nonconformity, granted, reason, issuer_decision))
ANNEXA_TYPE_TABLE(DecideExtension)

/// T24: lives with it until a day, on a risk that its owner accepts. Deadlines rest meanwhile.
/// @source{10.2 a, 10.2 c, 6.1.3 f; duty S12}
struct AcceptDeviation {
  static constexpr std::string_view command = "nonconformity.accept-deviation";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                         ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                            ///< Which nonconformity.
  Key<"risk"> risk;                                                              ///< The risk that it is accepted on.
  Date until;                                                                    ///< Last day.
  std::string reason;                                                            ///< Why.
  std::optional<std::string> compensating_measures;                              ///< What keeps the effects small.
  std::optional<std::string> issuer_decision;  ///< What the issuer of an external one decided.
  friend bool operator==(AcceptDeviation const&, AcceptDeviation const&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptDeviation, (), (nonconformity, risk, until, reason, compensating_measures, issuer_decision))
ANNEXA_TYPE_TABLE(AcceptDeviation)

/// T25 or T26: ends a deviation, because its risk owner revokes it, or because it is fixed.
/// @source{10.2 c, 10.2 g}
struct EndDeviation {
  static constexpr std::string_view command = "nonconformity.end-deviation";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                      ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                         ///< Which nonconformity.
  bool fixed = false;                       ///< True if it is fixed meanwhile (T26); false to go on with it (T25).
  std::optional<std::string> reason;        ///< Why.
  std::vector<std::string> evidence;        ///< What shows that it is fixed.
  std::optional<std::string> isms_changes;  ///< Changes made to documents, risks and SoA, or "none, because ...".
  friend bool operator==(EndDeviation const&, EndDeviation const&) = default;
};
BOOST_DESCRIBE_STRUCT(EndDeviation, (), (nonconformity, fixed, reason, evidence, isms_changes))
ANNEXA_TYPE_TABLE(EndDeviation)

/// T27: gives it another grade. Its deadlines are reckoned anew; none is shortened into the past.
/// @source{10.2 f; ISO/IEC 17021-1}
struct RegradeNonconformity {
  static constexpr std::string_view command = "nonconformity.regrade";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                   ///< Which nonconformity.
  Grade grade = Grade::minor;                                           ///< The grade.
  std::vector<std::string> grade_reasons;                               ///< Why that grade.
  std::string reason;                                                   ///< Why it is graded anew.
  friend bool operator==(RegradeNonconformity const&, RegradeNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(RegradeNonconformity, (), (nonconformity, grade, grade_reasons, reason))
ANNEXA_TYPE_TABLE(RegradeNonconformity)

/// An action that somebody else takes over.
struct ReassignedAction {
  static constexpr std::string_view type_name = "reassigned-action";  ///< Name in the schema.
  Key<"action"> action;                                               ///< Which action.
  Key<"person"> owner;                                                ///< Who sees to it from now on.
  friend bool operator==(ReassignedAction const&, ReassignedAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReassignedAction, (), (action, owner))
ANNEXA_TYPE_TABLE(ReassignedAction)

/// T28: hands it, its verification or actions of it to somebody else.
/// @source{10.2 f, 5.3}
struct ReassignNonconformity {
  static constexpr std::string_view command = "nonconformity.reassign";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                    ///< Which nonconformity.
  std::optional<Key<"person">> owner;                                    ///< Process owner from now on.
  std::optional<Key<"person">> verifier;                                 ///< Who verifies from now on.
  std::vector<ReassignedAction> actions;                                 ///< Actions with their new owners.
  std::optional<std::string> reason;                                     ///< Why.
  friend bool operator==(ReassignNonconformity const&, ReassignNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReassignNonconformity, (), (nonconformity, owner, verifier, actions, reason))
ANNEXA_TYPE_TABLE(ReassignNonconformity)

/// Takes over a nonconformity from another system in the state that it has there, told in our states
/// (state_crosswalk). Where our state asks for proof that does not come along it is marked `imported_unverified`, and
/// figures leave it out. What was told of its past is kept as it was told, and proves nothing. Taking it over again, by
/// its key, brings what has changed there since, as long as nobody took a step here; nothing if nothing has.
/// @source{10.2 f}
struct ImportNonconformity {
  static constexpr std::string_view command = "nonconformity.import";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;               ///< Name in the schema.
  std::optional<Key<"nonconformity">> nonconformity;                   ///< Its key; allocated when absent.
  std::string system;  ///< Which system: "ciso-assistant", "defectdojo", "oscal", "jira", "comp", "probo", "register".
  std::string status;  ///< What its state is called there; flags of DefectDojo with "+" between.
  std::string title;   ///< In a few words.
  NonconformitySource source = NonconformitySource::self_reported;  ///< Where it comes from.
  std::string source_ref;                                           ///< Its number there; unique among the open ones.
  std::optional<Key<"unit">> unit;                                  ///< Where.
  std::vector<Criterion> criteria;                                  ///< What is not met.
  std::optional<std::string> requirement;                           ///< What is required.
  std::optional<std::string> evidence_statement;                    ///< What was seen.
  std::optional<std::string> gap;                                   ///< In what it falls short.
  std::optional<Grade> grade;                                       ///< How serious.
  std::vector<std::string> grade_reasons;                           ///< Why that grade.
  std::optional<Key<"person">> owner;                               ///< Process owner; the unit's owner when absent.
  std::optional<Date> closed_on;                                    ///< When it was closed there.
  Custom custom;                                                    ///< Members of the host.
  std::vector<ExternalId> external_ids;                             ///< Numbers in other systems.
  std::optional<ImportedPast> past = {};                            ///< What was told of it there.
  friend bool operator==(ImportNonconformity const&, ImportNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(ImportNonconformity, (),
                      (nonconformity, system, status, title, source, source_ref, unit, criteria, requirement,
                       evidence_statement, gap, grade, grade_reasons, owner, closed_on, custom, external_ids, past))
ANNEXA_TYPE_TABLE(ImportNonconformity)

/// T29 and T25: notices what has come due by the time of the command: escalates what is late, ends deviations whose
/// last day has passed. Does nothing where nothing changed, so that a scheduler can call it as often as it likes.
/// @source{10.2 c}
struct CheckDeadlines {
  static constexpr std::string_view command = "deadline.check";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;         ///< Name in the schema.
  std::optional<Key<"nonconformity">> nonconformity;             ///< Only this one; all when absent.
  friend bool operator==(CheckDeadlines const&, CheckDeadlines const&) = default;
};
BOOST_DESCRIBE_STRUCT(CheckDeadlines, (), (nonconformity))
ANNEXA_TYPE_TABLE(CheckDeadlines)

/// Records that an action can go on.
/// @source{10.2 c}
struct UnblockAction {
  static constexpr std::string_view command = "action.unblock";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;         ///< Name in the schema.
  Key<"action"> action;                                          ///< Which action.
  friend bool operator==(UnblockAction const&, UnblockAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(UnblockAction, (), (action))
ANNEXA_TYPE_TABLE(UnblockAction)

}  // namespace command
}  // namespace v1
}  // namespace annexa
