#pragma once
/// @file
/// Nonconformities: the record whose life clause 10.2 prescribes.

#include <annexa/base/aside.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/base/seldom_list.hpp>
#include <annexa/catalog/criterion.hpp>
#include <annexa/nonconformity/detours.hpp>
#include <annexa/nonconformity/due_dates.hpp>
#include <annexa/nonconformity/finding.hpp>
#include <annexa/nonconformity/state.hpp>

#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Where a nonconformity comes from.
enum class NonconformitySource : std::uint8_t {
  internal_audit,     ///< An internal audit.
  external_audit,     ///< A certification or customer audit.
  incident,           ///< An information security incident.
  complaint,          ///< A complaint.
  monitoring,         ///< Monitoring or measurement.
  management_review,  ///< A management review.
  self_reported,      ///< Somebody who noticed it.
};
ANNEXA_DESCRIBE_ENUM(NonconformitySource, "nonconformity-source", internal_audit, external_audit, incident, complaint,
                     monitoring, management_review, self_reported)

/// How far the correction is: making good what is wrong, at once and apart from removing the cause.
enum class CorrectionState : std::uint8_t {
  pending,         ///< Not done yet.
  scheduled,       ///< Not done yet, and agreed for a day.
  done,            ///< Done.
  not_applicable,  ///< There is nothing to make good, for a reason.
};
ANNEXA_DESCRIBE_ENUM(CorrectionState, "correction-state", pending, scheduled, done, not_applicable)

/// The correction of a nonconformity. @source{10.2 a}
struct Correction {
  static constexpr std::string_view type_name = "correction";  ///< Name in the schema.
  CorrectionState state = CorrectionState::pending;            ///< How far it is.
  std::string what;                                            ///< What was made good, or why there is nothing to.
  std::optional<Date> on;                                      ///< When it was done, or for when it is agreed.
  std::optional<Key<"person">> by;                             ///< Who did it, or sees to it.
  std::vector<std::string> evidence;                           ///< What shows it.
  std::string consequences;  ///< Consequences for risks, data, customers and law, or "none, because ...".
  friend bool operator==(Correction const&, Correction const&) = default;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (state, what, on, by, evidence, consequences))
ANNEXA_TYPE_TABLE(Correction)

/// How causes were looked for.
enum class CauseMethod : std::uint8_t {
  five_whys,   ///< Five whys.
  ishikawa,    ///< Cause-and-effect diagram.
  fault_tree,  ///< Fault tree, told as text.
  other,       ///< Another method, named and told as text.
  eight_d,     ///< The eight disciplines, told as text.
};
ANNEXA_DESCRIBE_ENUM(CauseMethod, "cause-method", five_whys, ishikawa, fault_tree, other, eight_d)

/// One cause that was found.
struct Cause {
  static constexpr std::string_view type_name = "cause";  ///< Name in the schema.
  std::string text;                                       ///< The cause.
  std::vector<std::string> whys;                          ///< The chain of answers that led to it, for the five whys.
  bool systemic = false;                                  ///< True if it lies in the system, not in one slip.
  std::string accepted_because;                           ///< Why no action removes it; empty if one does.
  friend bool operator==(Cause const&, Cause const&) = default;
};
BOOST_DESCRIBE_STRUCT(Cause, (), (text, whys, systemic, accepted_because))
ANNEXA_TYPE_TABLE(Cause)

/// A possible cause in a cause-and-effect diagram.
struct BranchCause {
  static constexpr std::string_view type_name = "branch-cause";  ///< Name in the schema.
  std::string text;                                              ///< The cause.
  std::optional<bool> confirmed;  ///< True if it was confirmed, false if it was ruled out; nothing if not looked at.
  std::string because;            ///< What confirmed it or ruled it out.
  friend bool operator==(BranchCause const&, BranchCause const&) = default;
};
BOOST_DESCRIBE_STRUCT(BranchCause, (), (text, confirmed, because))
ANNEXA_TYPE_TABLE(BranchCause)

/// A branch of a cause-and-effect diagram.
struct CauseBranch {
  static constexpr std::string_view type_name = "cause-branch";  ///< Name in the schema.
  std::string category;                                          ///< Such as "People", "Method", "Measurement".
  std::vector<BranchCause> causes;                               ///< Possible causes of that kind.
  friend bool operator==(CauseBranch const&, CauseBranch const&) = default;
};
BOOST_DESCRIBE_STRUCT(CauseBranch, (), (category, causes))
ANNEXA_TYPE_TABLE(CauseBranch)

/// The search for similar nonconformities. @source{10.2 b 3}
struct SimilarSearch {
  static constexpr std::string_view type_name = "similar-search";  ///< Name in the schema.
  std::string query;                                               ///< What was looked for.
  std::vector<Key<"unit">> units;                                  ///< Where.
  std::vector<Key<"nonconformity">> found;                         ///< What was found.
  std::vector<Key<"finding">> findings;                            ///< Findings of other kinds that were found.
  std::string note;                                                ///< What follows from it.
  friend bool operator==(SimilarSearch const&, SimilarSearch const&) = default;
};
BOOST_DESCRIBE_STRUCT(SimilarSearch, (), (query, units, found, findings, note))
ANNEXA_TYPE_TABLE(SimilarSearch)

/// The evaluation of the need for action. @source{10.2 b, c, e}
struct Analysis {
  static constexpr std::string_view type_name = "analysis";  ///< Name in the schema.
  std::vector<Key<"person">> analysts;                       ///< Who looked for the causes.
  CauseMethod method = CauseMethod::other;                   ///< How.
  std::string review;                    ///< What the review of the nonconformity gave. @source{10.2 b 1}
  std::vector<Cause> causes;             ///< What caused it. @source{10.2 b 2}
  std::optional<SimilarSearch> similar;  ///< Whether it exists elsewhere. @source{10.2 b 3}
  std::optional<bool> needs_action;      ///< Whether corrective action is needed.
  std::string needs_action_because;      ///< Why, or why not.
  std::string isms_changes;           ///< Changes to the ISMS that are needed, or "none, because ...". @source{10.2 e}
  std::string proportionality;        ///< Why the actions fit the effects.
  std::string method_name;            ///< What another method is called.
  std::string account;                ///< What a fault tree, 8D report or another method gave.
  std::vector<CauseBranch> branches;  ///< The cause-and-effect diagram.
  bool top_management_informed = false;  ///< True if who approved the plan said that top management knows (T12).
  friend bool operator==(Analysis const&, Analysis const&) = default;
};
BOOST_DESCRIBE_STRUCT(Analysis, (),
                      (analysts, method, review, causes, similar, needs_action, needs_action_because, isms_changes,
                       proportionality, method_name, account, branches, top_management_informed))
ANNEXA_TYPE_TABLE(Analysis)

/// Results of a review of effectiveness.
enum class EffectivenessResult : std::uint8_t {
  effective,    ///< The causes are gone.
  partial,      ///< Some are.
  ineffective,  ///< They are not.
};
ANNEXA_DESCRIBE_ENUM(EffectivenessResult, "effectiveness-result", effective, partial, ineffective)

/// The review of effectiveness. @source{10.2 d}
struct Effectiveness {
  static constexpr std::string_view type_name = "effectiveness";  ///< Name in the schema.
  Date window_from;                                               ///< The day of the last action.
  Date window_until;                                              ///< Until when one watches.
  std::optional<EffectivenessResult> result;                      ///< What was found.
  std::string reason;                                             ///< On what that rests.
  std::string isms_changes_done;              ///< Changes made to risks, SoA and documents, or "none, because ...".
  std::optional<Key<"person">> judged_by;     ///< Who judged.
  std::optional<Date> judged_on;              ///< When.
  std::optional<int> operations_wanted = {};  ///< After how many good operations of the control one need not wait.
  std::optional<int> operations_seen = {};    ///< How many were seen.
  friend bool operator==(Effectiveness const&, Effectiveness const&) = default;
};
BOOST_DESCRIBE_STRUCT(Effectiveness, (),
                      (window_from, window_until, result, reason, isms_changes_done, judged_by, judged_on,
                       operations_wanted, operations_seen))
ANNEXA_TYPE_TABLE(Effectiveness)

/// One step that was taken: a row of the trail.
struct Move {
  static constexpr std::string_view type_name = "move";  ///< Name in the schema.
  std::string step;                                      ///< The row of the lifecycle table: "T11".
  NonconformityState from = NonconformityState::draft;   ///< State before.
  NonconformityState to = NonconformityState::draft;     ///< State after.
  std::string by;                                        ///< Who: a person's key.
  Instant at;                                            ///< When.
  std::string note;                                      ///< Reason, where the step asks for one.
  Aside<std::vector<std::string>> evidence =
      {};  ///< What was shown or looked at for it, a key with its digest or words.
  friend bool operator==(Move const&, Move const&) = default;
};
BOOST_DESCRIBE_STRUCT(Move, (), (step, from, to, by, at, note, evidence))
ANNEXA_TYPE_TABLE(Move)

/// A cycle that ended without the causes being gone.
struct PastCycle {
  static constexpr std::string_view type_name = "past-cycle";  ///< Name in the schema.
  int cycle = 1;                                               ///< Which.
  Analysis analysis;                                           ///< What was thought then.
  Aside<Effectiveness> effectiveness;                          ///< How that turned out, where one watched.
  std::optional<Date> closed_on;                               ///< When it was closed, if it was opened again.
  Aside<Correction> correction;                                ///< What was made good then, if it was opened again.
  bool invalid_closure = false;                                ///< True if it should not have been closed.
  friend bool operator==(PastCycle const&, PastCycle const&) = default;
};
BOOST_DESCRIBE_STRUCT(PastCycle, (), (cycle, analysis, effectiveness, closed_on, correction, invalid_closure))
ANNEXA_TYPE_TABLE(PastCycle)

/// A nonconformity: a requirement that is not met.
/// @source{10.2}
struct Nonconformity {
  static constexpr std::string_view type_name = "nonconformity";     ///< The noun.
  Key<"nonconformity"> key;                                          ///< Such as "NC-7".
  std::string title;                                                 ///< In a few words.
  NonconformityState state = NonconformityState::draft;              ///< Where it stands.
  NonconformitySource source = NonconformitySource::internal_audit;  ///< Where it comes from.
  std::optional<Grade> grade;                                        ///< How serious it is.
  int cycle = 1;                                                     ///< Which attempt, from 1.
  int plan_rejections = 0;                                           ///< How often a plan was sent back in this cycle.
  int escalation_level = 0;         ///< 0 none, 1 process owner, 2 ISMS manager, 3 programme manager, 4 top management.
  std::string source_ref;           ///< What in that source: unique among the open ones.
  Aside<Key<"audit">> audit;        ///< In which audit.
  Aside<Key<"finding">> finding;    ///< From which finding.
  std::optional<Key<"unit">> unit;  ///< Where.
  std::vector<Criterion> criteria;  ///< Which requirements or controls are not met.
  std::string requirement;          ///< What is required, in own words.
  std::string evidence_statement;   ///< What was seen.
  std::vector<Key<"evidence">> evidence;   ///< The evidence.
  std::string gap;                         ///< In what it falls short.
  std::vector<std::string> grade_reasons;  ///< Why that grade.
  std::optional<Key<"person">> owner;      ///< Process owner: answers for correction, cause and action.
  Key<"person"> raised_by;                 ///< Who raised it.
  Aside<Key<"person">> issued_by;          ///< Who issued it.
  Aside<Correction> correction;            ///< What was made good; none while nobody said anything of it.
  Aside<Analysis> analysis;                ///< Why it came to be, and what is to be done.
  Aside<Key<"person">> plan_approved_by;   ///< Who approved the plan.
  std::string isms_changes_listed;         ///< Changes made to documents, risks and SoA, or "none, because ...".
  Aside<Key<"person">> verifier;           ///< Who verifies.
  Aside<Effectiveness> effectiveness;      ///< Whether it helped.
  Deadlines due;                           ///< What is due when.
  SeldomList<Key<"person">> co_signed_by;  ///< Second signatures for closing.
  SeldomList<PastCycle> past_cycles;       ///< Earlier attempts.
  std::optional<Date> closed_on;           ///< When it was closed.
  std::vector<Move> trail;                 ///< Each step taken, in order.
  Aside<Detours> detours;                  ///< What happened beside the straight way.
  Custom custom;                           ///< Members of the host.
  std::vector<ExternalId> external_ids;    ///< Numbers in other systems.
  friend bool operator==(Nonconformity const&, Nonconformity const&) = default;
};
BOOST_DESCRIBE_STRUCT(Nonconformity, (),
                      (key, title, state, source, grade, cycle, plan_rejections, escalation_level, source_ref, audit,
                       finding, unit, criteria, requirement, evidence_statement, evidence, gap, grade_reasons, owner,
                       raised_by, issued_by, correction, analysis, plan_approved_by, isms_changes_listed, verifier,
                       effectiveness, due, co_signed_by, past_cycles, closed_on, trail, detours, custom, external_ids))
ANNEXA_TYPE_TABLE(Nonconformity)

/// The step in the trail of a record that was taken over from another system: no step of the lifecycle.
inline constexpr std::string_view import_step = "import";

/// True if it was taken over from another system and nobody took a step of its life here since.
[[nodiscard]] inline bool is_as_imported(Nonconformity const& nonconformity) noexcept {
  if (!nonconformity.detours || !nonconformity.detours->imported) return false;
  for (auto const& move : nonconformity.trail)
    if (move.step != import_step) return false;
  return true;
}

/// True if another system says that it has ended, and nothing on record proves it.
[[nodiscard]] inline bool is_unproven(Nonconformity const& nonconformity) noexcept {
  return is_final(nonconformity.state) && is_as_imported(nonconformity) &&
         nonconformity.detours->imported->imported_unverified;
}

}  // namespace v1
}  // namespace annexa
