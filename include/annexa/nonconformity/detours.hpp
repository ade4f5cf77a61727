#pragma once
/// @file
/// What happens to a nonconformity beside its straight way: disputes, extensions, deviations, new grades, mergers.

#include <annexa/base/describe.hpp>
#include <annexa/nonconformity/due_dates.hpp>
#include <annexa/nonconformity/finding.hpp>

#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// What a process owner contests.
enum class DisputeKind : std::uint8_t {
  fact,         ///< What was seen.
  requirement,  ///< What is required.
  grade,        ///< How serious it is.
  owner,        ///< Whose it is.
};
ANNEXA_DESCRIBE_ENUM(DisputeKind, "dispute-kind", fact, requirement, grade, owner)

/// A nonconformity that was contested (T05), and what was decided (T06, T07).
/// @source{ISO 19011, diverging opinions; duty S20}
struct Dispute {
  static constexpr std::string_view type_name = "dispute";  ///< Name in the schema.
  DisputeKind kind = DisputeKind::fact;                     ///< What is contested.
  std::string reason;                                       ///< Why.
  std::vector<Key<"evidence">> evidence;                    ///< Evidence that was not there before.
  std::string by;                                           ///< Who contests it.
  Date on;                                                  ///< When.
  int cycle = 1;                                            ///< In which cycle.
  std::string decision;                                     ///< What was decided; empty as long as nothing is.
  std::string decided_by;                                   ///< By whom.
  std::optional<Date> decided_on;                           ///< When.
  friend bool operator==(Dispute const&, Dispute const&) = default;
};
BOOST_DESCRIBE_STRUCT(Dispute, (), (kind, reason, evidence, by, on, cycle, decision, decided_by, decided_on))
ANNEXA_TYPE_TABLE(Dispute)

/// How far a request for more time has come.
enum class ExtensionState : std::uint8_t {
  requested,  ///< Nobody decided yet; the clock runs.
  granted,    ///< The day is put off.
  refused,    ///< The day stands.
};
ANNEXA_DESCRIBE_ENUM(ExtensionState, "extension-state", requested, granted, refused)

/// A request for more time (T22), and what was decided (T23). The first day stays on record.
/// @source{10.2 c; duty S22}
struct Extension {
  static constexpr std::string_view type_name = "extension";  ///< Name in the schema.
  std::string deadline;                                       ///< Which: "plan", "implementation", ...
  Date original;                                              ///< The day that stood before.
  Date until;                                                 ///< The day that is asked for.
  std::string reason;                                         ///< Why it takes longer.
  std::string interim_measure;                                ///< What keeps the effects small until then.
  std::string requested_by;                                   ///< Who asked.
  Date requested_on;                                          ///< When.
  int cycle = 1;                                              ///< In which cycle.
  ExtensionState state = ExtensionState::requested;           ///< How far it has come.
  std::string decision;                                       ///< Why it was granted or refused.
  std::string decided_by;                                     ///< By whom.
  std::optional<Date> decided_on;                             ///< When.
  friend bool operator==(Extension const&, Extension const&) = default;
};
BOOST_DESCRIBE_STRUCT(Extension, (),
                      (deadline, original, until, reason, interim_measure, requested_by, requested_on, cycle, state,
                       decision, decided_by, decided_on))
ANNEXA_TYPE_TABLE(Extension)

/// A deviation that is accepted for a time (T24) on a risk, until it expires, is revoked (T25) or is fixed (T26).
/// @source{10.2 a, 10.2 c, 6.1.3 f}
struct Deviation {
  static constexpr std::string_view type_name = "deviation";       ///< Name in the schema.
  Key<"risk"> risk;                                                ///< The risk that it is accepted on.
  std::string reason;                                              ///< Why it is accepted.
  std::string compensating_measures;                               ///< What keeps the effects small.
  std::string accepted_by;                                         ///< Owner of the risk who accepted it.
  Date from;                                                       ///< First day.
  Date until;                                                      ///< Last day.
  NonconformityState state_before = NonconformityState::analysis;  ///< Where it stood.
  Deadlines paused;                                                ///< The deadlines that rest meanwhile.
  std::optional<Date> ended_on;                                    ///< When it ended.
  std::string ended_because;                                       ///< Why.
  friend bool operator==(Deviation const&, Deviation const&) = default;
};
BOOST_DESCRIBE_STRUCT(Deviation, (),
                      (risk, reason, compensating_measures, accepted_by, from, until, state_before, paused, ended_on,
                       ended_because))
ANNEXA_TYPE_TABLE(Deviation)

/// What a nonconformity said before a dispute was decided (T06) or it was graded anew (T27).
/// @source{10.2 f, 7.5.3}
struct Revision {
  static constexpr std::string_view type_name = "revision";  ///< Name in the schema.
  std::string step;                                          ///< By which step: "T06", "T27".
  Date on;                                                   ///< When it was changed.
  std::string by;                                            ///< By whom.
  std::string because;                                       ///< Why.
  std::optional<Grade> grade;                                ///< The grade before.
  std::vector<std::string> grade_reasons;                    ///< Its reasons.
  std::string requirement;                                   ///< What was required before.
  std::string evidence_statement;                            ///< What was seen, as it was put before.
  std::string gap;                                           ///< In what it fell short, as it was put before.
  std::optional<Key<"person">> owner;                        ///< Process owner before.
  friend bool operator==(Revision const&, Revision const&) = default;
};
BOOST_DESCRIBE_STRUCT(Revision, (),
                      (step, on, by, because, grade, grade_reasons, requirement, evidence_statement, gap, owner))
ANNEXA_TYPE_TABLE(Revision)

/// What a second signature agrees to.
enum class SignaturePurpose : std::uint8_t {
  closing,     ///< That it is closed (T18, T19).
  withdrawal,  ///< That it is withdrawn (T30).
  deviation,   ///< That the deviation is accepted (T24).
  cancelling,  ///< That an action is given up (T15).
};
ANNEXA_DESCRIBE_ENUM(SignaturePurpose, "signature-purpose", closing, withdrawal, deviation, cancelling)

/// A second signature other than for closing.
struct Agreement {
  static constexpr std::string_view type_name = "agreement";  ///< Name in the schema.
  SignaturePurpose purpose = SignaturePurpose::withdrawal;    ///< To what.
  Key<"person"> by;                                           ///< Who agreed.
  Date on;                                                    ///< When.
  int steps = 0;  ///< Steps taken before it. It stands for the record as it was: until the next step.
  std::optional<Key<"action">> action = {};  ///< Which action may be given up (cancelling).
  friend bool operator==(Agreement const&, Agreement const&) = default;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (purpose, by, on, steps, action))
ANNEXA_TYPE_TABLE(Agreement)

/// Who issued a nonconformity of an external audit. Its grade, its days and its closing are theirs.
struct Issuer {
  static constexpr std::string_view type_name = "issuer";  ///< Name in the schema.
  std::string name;                                        ///< Certification body or customer.
  std::string reference;                                   ///< Their number of it.
  Deadlines due;                                           ///< The days that they set.
  std::vector<std::string> decisions;                      ///< What they decided, in order.
  std::string closing;                                     ///< What records that they closed it.
  friend bool operator==(Issuer const&, Issuer const&) = default;
};
BOOST_DESCRIBE_STRUCT(Issuer, (), (name, reference, due, decisions, closing))
ANNEXA_TYPE_TABLE(Issuer)

/// What another system or a register told of a nonconformity, in its own words. Nothing of it is proof here: a
/// correction, a cause or an effect counts once a step of the lifecycle has recorded it.
/// @source{10.2 f}
struct ImportedPast {
  static constexpr std::string_view type_name = "imported-past";  ///< Name in the schema.
  std::string status;                                             ///< Its state, as it is written there.
  std::string source;                                             ///< Where it came from, as it is written there.
  std::optional<Date> raised_on;                                  ///< When it was raised there.
  std::string raised_by;                                          ///< Who raised it there.
  std::string owner;              ///< Who is to see to it, where the name matches nobody here.
  std::string cause;              ///< What is said to have caused it.
  std::string correction;         ///< What is said to have been made good.
  std::string action;             ///< What is said to remove the cause.
  std::optional<Date> due_on;     ///< Until when that was to be done.
  std::string effectiveness;      ///< What is said of the effect: a plan to look, or what was seen.
  std::optional<Date> closed_on;  ///< When it was closed there.
  friend bool operator==(ImportedPast const&, ImportedPast const&) = default;
};
BOOST_DESCRIBE_STRUCT(ImportedPast, (),
                      (status, source, raised_on, raised_by, owner, cause, correction, action, due_on, effectiveness,
                       closed_on))
ANNEXA_TYPE_TABLE(ImportedPast)

/// That a record came from another system in a state that says less than ours.
struct ImportedState {
  static constexpr std::string_view type_name = "imported-state";  ///< Name in the schema.
  std::string system;                                              ///< Which system.
  std::string status;                                              ///< What it was called there.
  bool imported_unverified = false;       ///< True where our state asks for proof that did not come along.
  std::optional<ImportedPast> past = {};  ///< What was told of it there.
  friend bool operator==(ImportedState const&, ImportedState const&) = default;
};
BOOST_DESCRIBE_STRUCT(ImportedState, (), (system, status, imported_unverified, past))
ANNEXA_TYPE_TABLE(ImportedState)

/// That a deadline passed, noticed by the clock (T29). Being overdue is an event, never a state.
struct OverdueNotice {
  static constexpr std::string_view type_name = "overdue-notice";  ///< Name in the schema.
  std::string deadline;                                            ///< Which: "plan", ...
  Date due;                                                        ///< Its day.
  Date noticed_on;                                                 ///< When it was noticed.
  int level = 0;                                                   ///< The level that it reached then.
  friend bool operator==(OverdueNotice const&, OverdueNotice const&) = default;
};
BOOST_DESCRIBE_STRUCT(OverdueNotice, (), (deadline, due, noticed_on, level))
ANNEXA_TYPE_TABLE(OverdueNotice)

/// Everything beside the straight way of one nonconformity.
struct Detours {
  static constexpr std::string_view type_name = "detours";  ///< Name in the schema.
  std::vector<Dispute> disputes;                            ///< Disputes, in order.
  std::vector<Extension> extensions;                        ///< Requests for more time, in order.
  std::vector<Deviation> deviations;                        ///< Deviations, in order; the last may run.
  std::vector<Revision> revisions;                          ///< What it said before, in order.
  std::vector<Agreement> agreements;                        ///< Second signatures other than for closing.
  std::optional<Key<"nonconformity">> merged_into;          ///< The one that it became part of (T08).
  std::optional<Key<"nonconformity">> recurs_from;          ///< The closed one that came back in it (T21).
  std::optional<Issuer> issuer;                             ///< Who issued it, for an external audit.
  std::optional<ImportedState> imported;                    ///< Where its state came from, if not from its steps.
  std::vector<OverdueNotice> overdue;                       ///< Deadlines that passed, in order.
  friend bool operator==(Detours const&, Detours const&) = default;
};
BOOST_DESCRIBE_STRUCT(Detours, (),
                      (disputes, extensions, deviations, revisions, agreements, merged_into, recurs_from, issuer,
                       imported, overdue))
ANNEXA_TYPE_TABLE(Detours)

}  // namespace v1
}  // namespace annexa
