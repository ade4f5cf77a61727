#pragma once
/// @file
/// Commands that take a nonconformity through its life.

#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/nonconformity.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace command {

/// An action of a plan.
struct PlannedAction {
  static constexpr std::string_view type_name = "planned-action";  ///< Name in the schema.
  std::optional<Key<"action">> action;                             ///< Its key; allocated when absent.
  std::string title;                                               ///< What is done.
  std::vector<int> causes;                                         ///< Which causes it removes, counted from 1.
  Key<"person"> owner;                                             ///< Who sees to it.
  std::optional<Date> due_on;                                      ///< Until when.
  std::optional<std::string> success_criterion;                    ///< How one will see that it worked.
  std::optional<std::string> measurement;                          ///< How that is measured.
  friend bool operator==(PlannedAction const&, PlannedAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(PlannedAction, (), (action, title, causes, owner, due_on, success_criterion, measurement))
ANNEXA_TYPE_TABLE(PlannedAction)

/// What the verifier looked at.
struct InspectedAction {
  static constexpr std::string_view type_name = "inspected-action";  ///< Name in the schema.
  Key<"action"> action;                                              ///< Which action.
  std::string inspected;                                             ///< Which evidence was inspected.
  std::optional<int> population;  ///< In how many cases it had to be carried out, 1 or more; 1 when absent.
  std::optional<int> sampled;     ///< How many of these were looked at, at most the population.
  friend bool operator==(InspectedAction const&, InspectedAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(InspectedAction, (), (action, inspected, population, sampled))
ANNEXA_TYPE_TABLE(InspectedAction)

/// Evidence that somebody looked at. One that is not on record, or whose file is another one now, refuses the command.
/// @source{7.5.3}
struct SeenEvidence {
  static constexpr std::string_view type_name = "seen-evidence";  ///< Name in the schema.
  Key<"evidence"> evidence;                                       ///< Which evidence.
  std::optional<Hash> sha256;                                     ///< Digest of the file that was seen.
  friend bool operator==(SeenEvidence const&, SeenEvidence const&) = default;
};
BOOST_DESCRIBE_STRUCT(SeenEvidence, (), (evidence, sha256))
ANNEXA_TYPE_TABLE(SeenEvidence)

/// Whether an action helped.
struct JudgedAction {
  static constexpr std::string_view type_name = "judged-action";  ///< Name in the schema.
  Key<"action"> action;                                           ///< Which action.
  bool effective = false;                                         ///< Whether it removed its causes.
  std::optional<std::string> measured;                            ///< What the measurement gave.
  friend bool operator==(JudgedAction const&, JudgedAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(JudgedAction, (), (action, effective, measured))
ANNEXA_TYPE_TABLE(JudgedAction)

/// T01: raises a nonconformity from any source.
/// @source{10.2 f}
struct RaiseNonconformity {
  static constexpr std::string_view command = "nonconformity.raise";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  std::optional<Key<"nonconformity">> nonconformity;                  ///< Its key; allocated when absent.
  std::string title;                                                  ///< In a few words.
  NonconformitySource source = NonconformitySource::internal_audit;   ///< Where it comes from.
  std::string source_ref;                                             ///< What in that source.
  std::optional<Key<"audit">> audit;                                  ///< In which audit.
  std::optional<Key<"finding">> finding;                              ///< From which finding.
  std::optional<Key<"unit">> unit;                                    ///< Where.
  std::vector<Criterion> criteria;                                    ///< What is not met.
  std::optional<std::string> requirement;                             ///< What is required.
  std::optional<std::string> evidence_statement;                      ///< What was seen.
  std::vector<Key<"evidence">> evidence;                              ///< The evidence.
  std::optional<std::string> gap;                                     ///< In what it falls short.
  std::optional<Grade> grade;                                         ///< How serious.
  std::vector<std::string> grade_reasons;                             ///< Why that grade.
  std::optional<Key<"person">> owner;                                 ///< Process owner; the unit's owner when absent.
  std::optional<Issuer> issuer;                                       ///< Who issued it, for an external audit.
  Custom custom;                                                      ///< Members of the host.
  std::vector<ExternalId> external_ids;                               ///< Numbers in other systems.
  friend bool operator==(RaiseNonconformity const&, RaiseNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(RaiseNonconformity, (),
                      (nonconformity, title, source, source_ref, audit, finding, unit, criteria, requirement,
                       evidence_statement, evidence, gap, grade, grade_reasons, owner, issuer, custom, external_ids))
ANNEXA_TYPE_TABLE(RaiseNonconformity)

/// T02: hands it to the process owner.
/// @source{10.2 f}
struct IssueNonconformity {
  static constexpr std::string_view command = "nonconformity.issue";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                 ///< Which nonconformity.
  std::optional<Key<"person">> owner;                                 ///< Process owner; as raised when absent.
  std::vector<SeenEvidence> seen;                 ///< Evidence that was looked at, with the digest of what was seen.
  std::vector<Criterion> criteria;                ///< Requirements or controls that are not met; as raised when empty.
  std::optional<std::string> requirement;         ///< What is required; as raised when absent.
  std::optional<std::string> evidence_statement;  ///< What was seen; as raised when absent.
  std::vector<Key<"evidence">> evidence;          ///< Evidence besides what was named before.
  std::optional<std::string> gap;                 ///< In what it falls short; as raised when absent.
  std::optional<Grade> grade;                     ///< How serious it is; as raised when absent.
  std::vector<std::string> grade_reasons;         ///< Why that grade; as raised when empty.
  friend bool operator==(IssueNonconformity const&, IssueNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(IssueNonconformity, (),
                      (nonconformity, owner, seen, criteria, requirement, evidence_statement, evidence, gap, grade,
                       grade_reasons))
ANNEXA_TYPE_TABLE(IssueNonconformity)

/// T03, T07 or T30: withdraws a draft; decides a dispute so; or takes back what was raised in error, which takes two.
/// @source{10.2 f}
struct WithdrawNonconformity {
  static constexpr std::string_view command = "nonconformity.withdraw";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                 ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                    ///< Which nonconformity.
  std::string reason;                                                    ///< Why.
  std::vector<std::string> evidence;           ///< What shows that it was raised in error (T07).
  std::optional<std::string> issuer_decision;  ///< For an external audit: what its issuer decided.
  friend bool operator==(WithdrawNonconformity const&, WithdrawNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawNonconformity, (), (nonconformity, reason, evidence, issuer_decision))
ANNEXA_TYPE_TABLE(WithdrawNonconformity)

/// T04: the process owner has it.
/// @source{10.2 a}
struct AcknowledgeNonconformity {
  static constexpr std::string_view command = "nonconformity.acknowledge";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                    ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                       ///< Which nonconformity.
  std::optional<Key<"person">> correction_owner;                            ///< Who sees to the correction.
  friend bool operator==(AcknowledgeNonconformity const&, AcknowledgeNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeNonconformity, (), (nonconformity, correction_owner))
ANNEXA_TYPE_TABLE(AcknowledgeNonconformity)

/// T09: what was made good, or why there is nothing to.
/// @source{10.2 a}
struct RecordCorrection {
  static constexpr std::string_view command = "nonconformity.record-correction";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                          ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                             ///< Which nonconformity.
  CorrectionState state = CorrectionState::done;                                  ///< How far it is.
  std::string what;                   ///< What was made good, or why there is nothing to.
  std::optional<Date> on;             ///< When it was done, or for when it is agreed.
  std::optional<Key<"person">> by;    ///< Who did it.
  std::vector<std::string> evidence;  ///< What shows it.
  std::string consequences;           ///< Consequences, or "none, because ...".
  friend bool operator==(RecordCorrection const&, RecordCorrection const&) = default;
};
BOOST_DESCRIBE_STRUCT(RecordCorrection, (), (nonconformity, state, what, on, by, evidence, consequences))
ANNEXA_TYPE_TABLE(RecordCorrection)

/// T10: begins to look for the causes; again in a cycle that follows one without effect (T20).
/// @source{10.2 b}
struct StartAnalysis {
  static constexpr std::string_view command = "nonconformity.start-analysis";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                       ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                          ///< Which nonconformity.
  std::vector<Key<"person">> analysts;                                         ///< Who does.
  friend bool operator==(StartAnalysis const&, StartAnalysis const&) = default;
};
BOOST_DESCRIBE_STRUCT(StartAnalysis, (), (nonconformity, analysts))
ANNEXA_TYPE_TABLE(StartAnalysis)

/// T11: causes, decision on the need for action, and actions. A minor one that is issued or acknowledged passes T04 and
/// T10 on the way: all their guards are tested, and the trail has a row for each.
/// @source{10.2 b, c, e}
struct SubmitPlan {
  static constexpr std::string_view command = "nonconformity.submit-plan";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                    ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                       ///< Which nonconformity.
  std::vector<Key<"person">> analysts;                                      ///< Who looked; as named before when empty.
  std::optional<CauseMethod> method;                                        ///< How causes were looked for.
  std::string review;                                                       ///< What the review gave.
  std::vector<Cause> causes;                                                ///< What caused it.
  std::optional<SimilarSearch> similar;                                     ///< Whether it exists elsewhere.
  std::optional<bool> needs_action;                                         ///< Whether corrective action is needed.
  std::string needs_action_because;                                         ///< Why, or why not.
  std::string isms_changes;                                                 ///< Changes to the ISMS that are needed.
  std::string proportionality;                                              ///< Why the actions fit the effects.
  std::vector<PlannedAction> actions;                                       ///< What is to be done.
  std::optional<std::string> method_name;                                   ///< What another method is called.
  std::optional<std::string> account;  ///< What a fault tree, 8D report or another method gave.
  std::vector<CauseBranch> branches;   ///< The cause-and-effect diagram.
  friend bool operator==(SubmitPlan const&, SubmitPlan const&) = default;
};
BOOST_DESCRIBE_STRUCT(SubmitPlan, (),
                      (nonconformity, analysts, method, review, causes, similar, needs_action, needs_action_because,
                       isms_changes, proportionality, actions, method_name, account, branches))
ANNEXA_TYPE_TABLE(SubmitPlan)

/// T12: approves the plan.
/// @source{10.2 c}
struct ApprovePlan {
  static constexpr std::string_view command = "nonconformity.approve-plan";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                     ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                        ///< Which nonconformity.
  bool top_management_informed = false;  ///< Whether top management knows of a major one.
  std::optional<std::string> reason;     ///< A remark.
  friend bool operator==(ApprovePlan const&, ApprovePlan const&) = default;
};
BOOST_DESCRIBE_STRUCT(ApprovePlan, (), (nonconformity, top_management_informed, reason))
ANNEXA_TYPE_TABLE(ApprovePlan)

/// T13: sends the plan back.
/// @source{10.2 b}
struct RejectPlan {
  static constexpr std::string_view command = "nonconformity.reject-plan";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                    ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                       ///< Which nonconformity.
  std::string reason;                                                       ///< Why.
  friend bool operator==(RejectPlan const&, RejectPlan const&) = default;
};
BOOST_DESCRIBE_STRUCT(RejectPlan, (), (nonconformity, reason))
ANNEXA_TYPE_TABLE(RejectPlan)

/// T14: agrees that the correction suffices.
/// @source{10.2 b}
struct AcceptCorrection {
  static constexpr std::string_view command = "nonconformity.accept-correction";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                          ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                             ///< Which nonconformity.
  std::optional<std::string> reason;                                              ///< A remark.
  friend bool operator==(AcceptCorrection const&, AcceptCorrection const&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptCorrection, (), (nonconformity, reason))
ANNEXA_TYPE_TABLE(AcceptCorrection)

/// T15: reports that all actions are done.
/// @source{10.2 c}
struct ReportImplemented {
  static constexpr std::string_view command = "nonconformity.report-implemented";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                           ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                              ///< Which nonconformity.
  std::string isms_changes;  ///< Changes made, or "none, because ...".
  friend bool operator==(ReportImplemented const&, ReportImplemented const&) = default;
};
BOOST_DESCRIBE_STRUCT(ReportImplemented, (), (nonconformity, isms_changes))
ANNEXA_TYPE_TABLE(ReportImplemented)

/// T16: sends it back.
/// @source{10.2 c}
struct RejectImplementation {
  static constexpr std::string_view command = "nonconformity.reject-implementation";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                              ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                                 ///< Which nonconformity.
  std::string reason;                                                                 ///< Why.
  std::vector<Key<"action">> actions;                                                 ///< Which actions are not done.
  friend bool operator==(RejectImplementation const&, RejectImplementation const&) = default;
};
BOOST_DESCRIBE_STRUCT(RejectImplementation, (), (nonconformity, reason, actions))
ANNEXA_TYPE_TABLE(RejectImplementation)

/// T17: confirms the actions and begins to watch.
/// @source{10.2 d}
struct StartEffectiveness {
  static constexpr std::string_view command = "nonconformity.start-effectiveness";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                            ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                               ///< Which nonconformity.
  std::vector<InspectedAction> inspected;  ///< What was looked at, action by action.
  std::vector<SeenEvidence> seen;          ///< Evidence that was looked at, with the digest of what was seen.
  std::optional<Date> window_until;        ///< Until when one watches; 60 days, or 90 for a major, when absent.
  std::optional<int>
      operations_wanted;  ///< After how many good operations of the control one need not wait, 1 or more.
  friend bool operator==(StartEffectiveness const&, StartEffectiveness const&) = default;
};
BOOST_DESCRIBE_STRUCT(StartEffectiveness, (), (nonconformity, inspected, seen, window_until, operations_wanted))
ANNEXA_TYPE_TABLE(StartEffectiveness)

/// T18: closes it where no corrective action was needed.
/// @source{10.2 a}
struct CloseNonconformity {
  static constexpr std::string_view command = "nonconformity.close";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;              ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                 ///< Which nonconformity.
  std::string confirmation;                                           ///< What confirms the correction.
  std::vector<SeenEvidence> seen;             ///< Evidence that was looked at, with the digest of what was seen.
  std::optional<std::string> issuer_closing;  ///< For an external audit: what records that its issuer closed it.
  friend bool operator==(CloseNonconformity const&, CloseNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseNonconformity, (), (nonconformity, confirmation, seen, issuer_closing))
ANNEXA_TYPE_TABLE(CloseNonconformity)

/// T19 or T20: closes it if every action helped, else begins the next cycle.
/// @source{10.2 d}
struct JudgeEffectiveness {
  static constexpr std::string_view command = "nonconformity.judge-effectiveness";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                            ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                               ///< Which nonconformity.
  EffectivenessResult result = EffectivenessResult::ineffective;                    ///< What was found.
  std::string reason;                                                               ///< On what that rests.
  std::vector<JudgedAction> actions;                                                ///< Action by action.
  std::optional<std::string> isms_changes_done;  ///< Changes made to risks, SoA and documents, or "none, because ...".
  std::optional<std::string> issuer_closing;     ///< For an external audit: what records that its issuer closed it.
  std::optional<int> operations_seen;            ///< How many good operations of the control were seen, 0 or more.
  friend bool operator==(JudgeEffectiveness const&, JudgeEffectiveness const&) = default;
};
BOOST_DESCRIBE_STRUCT(JudgeEffectiveness, (),
                      (nonconformity, result, reason, actions, isms_changes_done, issuer_closing, operations_seen))
ANNEXA_TYPE_TABLE(JudgeEffectiveness)

/// One of the two signatures for closing a major one, by the lead auditor of its audit (the ISMS manager where no
/// internal audit is the source) or by top management. Given in the state from which it is closed (T18, T19), by nobody
/// who owns the process or one of its actions; a new cycle begins without any. Also the second signature under a
/// withdrawal (T30), by programme manager or lead auditor, and under a deviation (T24), by whom the band of the risk
/// asks for; and the consent of the ISMS manager that an action is given up.
/// @source{duty S12, S21, S25}
struct CoSignNonconformity {
  static constexpr std::string_view command = "nonconformity.co-sign";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;                ///< Name in the schema.
  Key<"nonconformity"> nonconformity;                                   ///< Which nonconformity.
  std::optional<SignaturePurpose> purpose;                              ///< To what; that it is closed when absent.
  std::optional<Key<"action">> action;                                  ///< Which action may be given up (cancelling).
  friend bool operator==(CoSignNonconformity const&, CoSignNonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(CoSignNonconformity, (), (nonconformity, purpose, action))
ANNEXA_TYPE_TABLE(CoSignNonconformity)

/// Begins to carry an action out.
/// @source{10.2 c}
struct StartAction {
  static constexpr std::string_view command = "action.start";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;       ///< Name in the schema.
  Key<"action"> action;                                        ///< Which action.
  friend bool operator==(StartAction const&, StartAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(StartAction, (), (action))
ANNEXA_TYPE_TABLE(StartAction)

/// Records that an action is carried out.
/// @source{10.2 c, g}
struct CompleteAction {
  static constexpr std::string_view command = "action.complete";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;          ///< Name in the schema.
  Key<"action"> action;                                           ///< Which action.
  std::optional<Date> on;                                         ///< When; today when absent.
  std::vector<std::string> evidence;                              ///< What shows it.
  friend bool operator==(CompleteAction const&, CompleteAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(CompleteAction, (), (action, on, evidence))
ANNEXA_TYPE_TABLE(CompleteAction)

/// Records that an action cannot go on.
/// @source{10.2 c}
struct BlockAction {
  static constexpr std::string_view command = "action.block";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;       ///< Name in the schema.
  Key<"action"> action;                                        ///< Which action.
  std::string reason;                                          ///< Why.
  friend bool operator==(BlockAction const&, BlockAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(BlockAction, (), (action, reason))
ANNEXA_TYPE_TABLE(BlockAction)

/// Gives an action up.
/// @source{10.2 c}
struct CancelAction {
  static constexpr std::string_view command = "action.cancel";  ///< Its name on the wire.
  static constexpr std::string_view type_name = command;        ///< Name in the schema.
  Key<"action"> action;                                         ///< Which action.
  std::string reason;                                           ///< Why.
  std::optional<Key<"person">> approved_by;                     ///< ISMS manager who agreed by co-sign (cancelling).
  friend bool operator==(CancelAction const&, CancelAction const&) = default;
};
BOOST_DESCRIBE_STRUCT(CancelAction, (), (action, reason, approved_by))
ANNEXA_TYPE_TABLE(CancelAction)

}  // namespace command
}  // namespace v1
}  // namespace annexa
