#pragma once
/// @file
/// What the lifecycle looks at when somebody wants to take a step.

#include <annexa/base/working_calendar.hpp>
#include <annexa/nonconformity/capacity.hpp>
#include <annexa/nonconformity/corrective_action.hpp>
#include <annexa/nonconformity/nonconformity.hpp>
#include <annexa/nonconformity/policy.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// How somebody stands to a nonconformity.
struct Signature {
  static constexpr std::string_view type_name = "signature";  ///< Name in the schema.
  std::string person;                                         ///< Who signed.
  std::vector<Capacity> capacities;                           ///< In which capacities.
  friend bool operator==(Signature const&, Signature const&) = default;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (person, capacities))
ANNEXA_TYPE_TABLE(Signature)

/// Who signed, and in which capacities: a signature as the guards look at it.
struct Signer {
  std::string person;         ///< Who; two signatures of one person are one.
  Capacities capacities = 0;  ///< In which capacities.
};

/// What the guards look at beyond the record itself. Whoever has the records answers; a host with its own database too.
struct Facts {
  static constexpr std::string_view type_name = "step-facts";  ///< Name in the schema.
  bool actor_answers_for_unit = false;   ///< The actor owns, manages or works in the unit (duty S01).
  bool source_ref_is_open = false;       ///< Another open nonconformity has the same source and reference.
  bool similar_are_open = false;         ///< Similar nonconformities that were found are still open.
  bool top_management_informed = false;  ///< The step says that top management knows.
  bool target_is_open = false;           ///< T08: the one to merge into is open.
  bool merges_into_itself = false;       ///< T08: it is the same one, or part of the one to merge.
  bool target_shares_criterion = false;  ///< T08: both name the same requirement, or share a cause.
  bool risk_is_acceptable = false;       ///< T24: what remains of the risk is scored, and acceptable or accepted.
  bool authority_agreed = false;         ///< T24: whom the band of the risk asks for besides the owner has signed.
  bool controls_are_excluded = false;    ///< T24: every control among the criteria is excluded by the statement.
  bool auditor_analyses = false;         ///< T10, T11: who raised it, or audits, looks for the causes (duty S09).
  bool owner_audits = false;          ///< T06, T28: the new process owner raised it or audits in its audit (duty S08).
  bool verifier_owns = false;         ///< T28: a new owner of an action is the verifier (duty S10).
  bool people_change = false;         ///< T28: an action gets another owner.
  bool recurred = false;              ///< T19: another one on the same requirement was raised while one watched.
  bool deviation_ends = false;        ///< T25: the last day of the deviation has passed.
  bool invalid_closure = false;       ///< T21: it should not have been closed.
  std::string reason;                 ///< The reason that the step brings, if it asks for one.
  std::vector<std::string> evidence;  ///< The evidence that the step brings or looked at; its move keeps it.
  std::string concerned;              ///< T06, T10, T11, T28: whom duty S08 or S09 concerns, if not who acts.
  std::string issuer_decision;        ///< What the issuer of an external one decided, where the step records it.
  friend bool operator==(Facts const&, Facts const&) = default;
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (actor_answers_for_unit, source_ref_is_open, similar_are_open, top_management_informed,
                       target_is_open, merges_into_itself, target_shares_criterion, risk_is_acceptable,
                       authority_agreed, controls_are_excluded, auditor_analyses, owner_audits, verifier_owns,
                       people_change, recurred, deviation_ends, invalid_closure, reason, evidence, concerned,
                       issuer_decision))
ANNEXA_TYPE_TABLE(Facts)

/// A step that somebody wants to take: the record as it is, as it would be, and what else the guards look at. Plain
/// values, so that a host with its own database can fill it.
struct Situation : Facts {
  Nonconformity before;                   ///< The nonconformity as it is.
  Nonconformity after;                    ///< With what the step brings: correction, analysis, effectiveness, ...
  std::vector<CorrectiveAction> actions;  ///< Its actions of this cycle, with what the step brings.
  std::string actor;                      ///< Key of the person who acts.
  Capacities capacities = 0;              ///< In which capacities.
  std::vector<Signer> signatures;         ///< Who signed the closing (after.co_signed_by).
  std::vector<Signer> agreed;             ///< Who agreed to what the step asks for.
  Date today;                             ///< The day.
  WorkingCalendar calendar;               ///< Working days of the unit.
  LifecyclePolicy policy;                 ///< What the organisation decided.
};

}  // namespace v1
}  // namespace annexa
