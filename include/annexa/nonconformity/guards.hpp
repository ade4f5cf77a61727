#pragma once
/// @file
/// What must hold for each step of the lifecycle: one table, from which refusals, `steps`, the documentation and the
/// exhaustive test are made.

#include <annexa/base/list.hpp>
#include <annexa/base/text.hpp>
#include <annexa/nonconformity/cause_record.hpp>
#include <annexa/nonconformity/deadlines.hpp>
#include <annexa/nonconformity/detour_guards.hpp>
#include <annexa/nonconformity/guard.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// @cond INTERNAL
namespace detail::guard {

inline bool owner_named(Situation const& s) { return s.after.owner.has_value(); }
inline bool correction_settled(Situation const& s) {
  auto const& c = s.after.correction.or_fresh();
  return c.state == CorrectionState::done || (c.state == CorrectionState::not_applicable && said(c.what));
}
inline bool correction_known(Situation const& s) {
  return correction_settled(s) ||
         (s.after.correction.or_fresh().state == CorrectionState::scheduled && s.after.correction->on);
}
inline bool correction_has_owner(Situation const& s) {
  return correction_settled(s) || s.after.correction.or_fresh().by.has_value();
}
// Who owns, manages or works in the unit: the owner of the process, or who stands in for them.
inline bool process_is_theirs(Situation const& s) { return !s.after.unit || s.actor_answers_for_unit; }
inline bool correction_recorded(Situation const& s) {
  auto const& c = s.after.correction.or_fresh();
  if (c.state == CorrectionState::done) return said(c.what) && c.on && c.by && said(c.evidence);
  if (c.state == CorrectionState::scheduled) return said(c.what) && c.on.has_value();
  return c.state == CorrectionState::not_applicable && said(c.what);
}
inline bool needs_action(Situation const& s) {
  return s.after.analysis && s.after.analysis->needs_action.value_or(false);
}
inline bool decided_without_action(Situation const& s) {
  return s.after.analysis && s.after.analysis->needs_action == false && said(s.after.analysis->needs_action_because);
}
inline bool reviewed(Situation const& s) { return s.after.analysis && said(s.after.analysis->review); }
inline bool cause_found(Situation const& s) {
  if (!s.after.analysis || s.after.analysis->causes.empty()) return false;
  return all_of(s.after.analysis->causes,
                [&](Cause const& cause) { return said(cause.text) && !restates_finding(cause.text, s.after); });
}
inline bool whys_deep_enough(Situation const& s) {
  if (!s.after.analysis || s.after.analysis->method != CauseMethod::five_whys) return true;
  return all_of(s.after.analysis->causes, [](Cause const& cause) { return cause.whys.size() >= 2; });
}
inline bool causes_are_a_record(Situation const& s) {
  return !s.after.analysis || (is_sound_five_whys(*s.after.analysis) && is_sound_diagram(*s.after.analysis));
}
inline bool diagram_complete(Situation const& s) { return !s.after.analysis || is_complete_diagram(*s.after.analysis); }
inline bool method_told(Situation const& s) { return !s.after.analysis || is_told(*s.after.analysis); }
inline bool systemic_cause(Situation const& s) {
  return !s.after.analysis || any_of(s.after.analysis->causes, [](Cause const& cause) { return cause.systemic; });
}
inline bool looked_for_similar(Situation const& s) {
  return s.after.analysis && s.after.analysis->similar && said(s.after.analysis->similar->query) &&
         !s.after.analysis->similar->units.empty();
}
inline bool need_decided(Situation const& s) {
  return s.after.analysis && s.after.analysis->needs_action && said(s.after.analysis->needs_action_because);
}
inline bool has_action(Situation const& s) {
  return !needs_action(s) ||
         any_of(s.actions, [](CorrectiveAction const& a) { return a.state != ActionState::cancelled; });
}
inline bool actions_measurable(Situation const& s) {
  return all_of(s.actions,
                [](CorrectiveAction const& a) { return a.due_on && said(a.success_criterion) && said(a.measurement); });
}
inline bool changes_answered(Situation const& s) { return s.after.analysis && said(s.after.analysis->isms_changes); }
inline bool proportionate(Situation const& s) { return s.after.analysis && said(s.after.analysis->proportionality); }
inline bool causes_covered(Situation const& s) {
  if (!s.after.analysis) return false;
  auto const& causes = s.after.analysis->causes;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    bool const covered = any_of(s.actions, [&](CorrectiveAction const& a) {
      return a.state != ActionState::cancelled && contains(a.causes, static_cast<int>(i) + 1);
    });
    if (!covered && !said(causes[i].accepted_because)) return false;
  }
  return true;
}
inline bool causes_still_covered(Situation const& s) {
  return !needs_action(s) || (causes_covered(s) && has_action(s));
}
inline bool removed_for_good(Situation const& s) { return needs_action(s) && causes_still_covered(s); }
inline bool approver_is_apart(Situation const& s) {
  return !has(s.capacities, Capacity::process_owner) && !has(s.capacities, Capacity::action_owner);
}
// Approving the plan starts the clock of its implementation: what it would allow is the limit, unless one is set.
inline bool dates_within_limit(Situation const& s) {
  auto const* rule = find_deadline("T12", &Deadlines::implementation);
  auto const limit =
      s.before.due.implementation.value_or(deadline(*rule, s.after.grade, s.calendar, s.today, s.policy));
  return all_of(s.actions, [&](CorrectiveAction const& a) {
    return a.state == ActionState::cancelled || !a.due_on || (s.today <= *a.due_on && *a.due_on <= limit);
  });
}
inline bool actions_finished(Situation const& s) {
  return all_of(s.actions, [](CorrectiveAction const& a) {
    return a.state == ActionState::done || (a.state == ActionState::cancelled && said(a.cancelled_because));
  });
}
inline bool actions_evidenced(Situation const& s) {
  return all_of(s.actions, [](CorrectiveAction const& a) { return a.state != ActionState::done || said(a.evidence); });
}
inline bool verifier_owns_no_action(Situation const& s) {
  return !any_of(s.actions,
                 [&](CorrectiveAction const& a) { return a.owner == s.actor || (a.done_by && *a.done_by == s.actor); });
}
inline bool verifier_is_apart(Situation const& s) {
  return !has(s.capacities, Capacity::process_owner) &&
         !(s.before.plan_approved_by && *s.before.plan_approved_by == s.actor);
}
inline bool inspected_each(Situation const& s) {
  return all_of(s.actions,
                [](CorrectiveAction const& a) { return a.state == ActionState::cancelled || said(a.inspected); });
}
inline bool sampled_each(Situation const& s) {
  return all_of(s.actions, [](CorrectiveAction const& a) {
    return a.state == ActionState::cancelled || a.population.value_or(1) <= 1 || a.sampled.value_or(0) >= 1;
  });
}
inline int window_days(Situation const& s) {
  return is_major(s) ? s.policy.window_days_major.value_or(90) : s.policy.window_days_minor.value_or(60);
}
inline bool window_long_enough(Situation const& s) {
  if (!s.after.effectiveness) return true;
  return s.after.effectiveness->window_until - s.after.effectiveness->window_from >= window_days(s);
}
inline bool window_in_order(Situation const& s) {
  return !s.after.effectiveness || s.after.effectiveness->window_from <= s.after.effectiveness->window_until;
}
inline bool watched_enough(Situation const& s) {
  auto const& review = s.after.effectiveness;
  if (!review || review->window_until <= s.today) return true;
  auto const wanted = review->operations_wanted.value_or(0);
  return wanted >= 1 && review->operations_seen.value_or(0) >= wanted;
}
inline bool all_effective(Situation const& s) {
  auto const& review = s.after.effectiveness;
  return review && review->result == EffectivenessResult::effective && said(review->reason) &&
         all_of(s.actions, [](CorrectiveAction const& a) {
           return a.state == ActionState::cancelled || a.state == ActionState::effective;
         });
}
inline bool not_effective(Situation const& s) {
  auto const& review = s.after.effectiveness;
  return review && review->result && review->result != EffectivenessResult::effective;
}
inline bool effectiveness_reasoned(Situation const& s) {
  return s.after.effectiveness && said(s.after.effectiveness->reason);
}
inline bool each_measured(Situation const& s) {
  return all_of(s.actions,
                [](CorrectiveAction const& a) { return a.state == ActionState::cancelled || said(a.measured); });
}
inline bool changes_done(Situation const& s) {
  return s.after.effectiveness && said(s.after.effectiveness->isms_changes_done);
}
inline bool is_involved(Capacities signer) {
  return has(signer, Capacity::process_owner) || has(signer, Capacity::action_owner);
}
inline bool is_expert_signature(Situation const& s, Capacities signer) {
  bool const internal = s.before.source == NonconformitySource::internal_audit;
  return has(signer, internal ? Capacity::lead_auditor : Capacity::isms_manager);
}
// Two people, neither of them involved: one who judges the matter and one of top management.
inline bool major_signed(Situation const& s) {
  if (!is_major(s)) return true;
  for (auto const& one : s.signatures)
    for (auto const& other : s.signatures)
      if (one.person != other.person && !is_involved(one.capacities) && !is_involved(other.capacities) &&
          is_expert_signature(s, one.capacities) && has(other.capacities, Capacity::top_management))
        return true;
  return false;
}

inline bool nothing_needless(Situation const& s) {
  return !decided_without_action(s) ||
         !any_of(s.actions, [](CorrectiveAction const& a) { return a.state != ActionState::cancelled; });
}
inline bool causes_found_apart(Situation const& s) { return !s.auditor_analyses; }
inline bool something_to_do_again(Situation const& s) {
  return decided_without_action(s) ||
         any_of(s.actions, [](CorrectiveAction const& a) { return a.state == ActionState::in_progress; });
}
inline bool cancelling_agreed(Situation const& s) {
  return all_of(s.actions, [](CorrectiveAction const& a) {
    return a.state != ActionState::cancelled || a.cancelling_approved_by;
  });
}
// What T14 asks for, or what T15 does.
inline bool finished_like_others(Situation const& s) {
  if (decided_without_action(s)) return cause_found(s) && reviewed(s) && looked_for_similar(s) && correction_settled(s);
  return removed_for_good(s) && actions_finished(s) && actions_evidenced(s);
}

}  // namespace detail::guard
/// @endcond

/// The guards of the straight way, by step. @source{10.2; ISO/IEC 17021-1; ISO 19011}
inline constexpr auto straight_guards = [] {
  namespace g = detail::guard;
  using enum Binding;
  return std::to_array<Guard>({
      {"T01.source-open", "T01", norm, "10.2 f", "an open nonconformity has the same source and reference already",
       [](Situation const& s) { return !s.source_ref_is_open; }},
      {"T02.criteria", "T02", norm, "10.2 f", "the requirement that is not met has to be named (criteria)",
       [](Situation const& s) { return !s.after.criteria.empty(); }},
      {"T02.requirement", "T02", norm, "10.2 f", "what is required has to be stated (requirement)",
       [](Situation const& s) { return g::said(s.after.requirement); }},
      {"T02.evidence", "T02", norm, "10.2 f", "objective evidence has to be attached (evidence)",
       [](Situation const& s) { return !s.after.evidence.empty(); }},
      {"T02.gap", "T02", norm, "10.2 f", "it has to be said in what it falls short (gap)",
       [](Situation const& s) { return g::said(s.after.gap); }},
      {"T02.owner", "T02", norm, "10.2 a", "the process owner has to be named (owner)", g::owner_named, "owner"},
      {"S01", "T02", norm, "9.2.2 b", "who issues it answers for the unit himself; nobody judges his own work",
       g::judges_others},
      {"S08", "T02", guidance, "duty S08", "who raised or audited it is to answer for it",
       [](Situation const& s) { return !s.owner_audits; }, "owner", g::whom_it_concerns},
      {"T02.grade", "T02", practice, "ISO/IEC 17021-1", "it has no grade with reasons",
       [](Situation const& s) { return s.after.grade && g::said(s.after.grade_reasons); }},
      {"S01", "T03", norm, "9.2.2 b", "who withdraws it answers for the unit himself; nobody judges his own work",
       g::judges_others},
      {"T03.reason", "T03", norm, "10.2 f", "a reason has to be given", g::reason, "reason"},
      {"T04.process", "T04", practice, "10.2 a",
       "who acknowledges it neither owns nor manages its unit, nor works in it; the owner of the process does, or "
       "somebody who stands in for them",
       g::process_is_theirs},
      {"T04.correction", "T04", practice, "10.2 a", "nobody is named who sees to the correction (correction_owner)",
       g::correction_has_owner, "correction_owner"},
      {"T09.record", "T09", norm, "10.2 a",
       "say what was corrected, when, by whom and with what evidence; or why there is nothing to correct; or for which "
       "day it "
       "is agreed",
       g::correction_recorded, "what"},
      {"T09.consequences", "T09", norm, "10.2 a", "the consequences have to be assessed, or \"none\" with a reason",
       [](Situation const& s) { return g::said(s.after.correction.or_fresh().consequences); }, "consequences"},
      {"T10.correction", "T10", norm, "10.2 a",
       "the correction has to be done, not applicable with a reason, or scheduled", g::correction_known},
      {"S09", "T10", guidance, "duty S09",
       "who raised it or leads its audit is to look for the causes; advice is welcome", g::causes_found_apart,
       "analysts", g::whom_it_concerns},
      {"T10.begun", "T10", norm, "10.2 f", "the causes are looked for already in this cycle; submit them (T11)",
       [](Situation const& s) { return s.before.state != NonconformityState::analysis || !s.before.analysis; }},
      {"T10.analysts", "T10", practice, "10.2 b", "nobody is named who looks for the causes",
       [](Situation const& s) { return s.after.analysis && !s.after.analysis->analysts.empty(); }, "analysts"},
      {"T11.review", "T11", norm, "10.2 b", "the review of the nonconformity has to be recorded", g::reviewed,
       "review"},
      {"T11.cause", "T11", norm, "10.2 b", "a cause has to be on record that is not the finding said again",
       g::cause_found, "causes"},
      {"T11.method", "T11", norm, "10.2 b",
       "the record of the causes does not hold by its own method: an answer of the five whys is empty or turns in a "
       "circle, or a branch of the diagram lacks its category, its causes or what confirmed them",
       g::causes_are_a_record, "causes"},
      {"T11.similar", "T11", norm, "10.2 b",
       "it has to be recorded what similar nonconformities were looked for, and in which units", g::looked_for_similar,
       "similar"},
      {"T11.need", "T11", norm, "10.2 b", "it has to be decided, with a reason, whether corrective action is needed",
       g::need_decided, "needs_action"},
      {"T11.actions", "T11", norm, "10.2 c", "corrective action is needed, and none is planned", g::has_action,
       "actions"},
      {"T11.needless", "T11", norm, "10.2 c", "no corrective action is needed, and one is planned", g::nothing_needless,
       "actions"},
      {"T11.isms-changes", "T11", norm, "10.2 e", "say which changes to the ISMS are needed, or \"none\" with a reason",
       g::changes_answered, "isms_changes"},
      {"T11.proportionality", "T11", norm, "10.2", "say why the actions fit the effects of the nonconformity",
       g::proportionate, "proportionality"},
      {"T11.whys", "T11", practice, "10.2 b", "the five whys are not two answers deep for each cause",
       g::whys_deep_enough, "causes"},
      {"T11.diagram", "T11", practice, "10.2 b",
       "the diagram has fewer than two branches, or a cause that is not confirmed in it", g::diagram_complete,
       "branches"},
      {"T11.account", "T11", practice, "10.2 b",
       "it is not told what the method gave (account), or what the other method is called (method_name)",
       g::method_told, "account"},
      {"T11.systemic", "T11", practice, "10.2 b", "no cause is marked as systemic", g::systemic_cause, "causes"},
      {"T11.measurable", "T11", practice, "10.2 d",
       "an action lacks its due date, its success criterion or how that is measured", g::actions_measurable, "actions"},
      {"S09", "T11", guidance, "duty S09", "who raised it or leads its audit looked for the causes; advice is welcome",
       g::causes_found_apart, "analysts", g::whom_it_concerns},
      {"T12.covered", "T12", norm, "10.2 c", "every cause needs an action that removes it, or a reason to accept it",
       g::causes_covered},
      {"T12.needed", "T12", norm, "10.2 b",
       "the plan decides that no corrective action is needed: accept the correction instead (T14), or reject the plan",
       g::needs_action},
      {"S11", "T12", practice, "duty S11", "who approves the plan owns the process or one of its actions",
       g::approver_is_apart},
      {"T12.dates", "T12", practice, "10.2 c",
       "an action is due before today, or later than a nonconformity of this grade allows", g::dates_within_limit},
      {"T12.top-management", "T12", practice, "10.2", "top management has not been informed of a major nonconformity",
       [](Situation const& s) { return !g::is_major(s) || s.top_management_informed; }, "top_management_informed"},
      {"T13.reason", "T13", norm, "10.2 b", "a reason has to be given", g::reason, "reason"},
      {"T14.need", "T14", norm, "10.2 b", "that no corrective action is needed has to be decided with a reason",
       g::decided_without_action},
      {"T14.cause", "T14", norm, "10.2 b", "the causes are owed here too", g::cause_found},
      {"T14.review", "T14", norm, "10.2 b", "the review is owed here too", g::reviewed},
      {"T14.similar", "T14", norm, "10.2 b", "the search for similar nonconformities is owed here too",
       g::looked_for_similar},
      {"T14.correction", "T14", norm, "10.2 a", "the correction has to be done, or not applicable with a reason",
       g::correction_settled},
      {"T14.grade", "T14", practice, "10.2 b", "a major nonconformity ends with its correction alone",
       [](Situation const& s) { return !g::is_major(s); }},
      {"T14.no-similar", "T14", practice, "10.2 b", "a similar nonconformity is still open",
       [](Situation const& s) { return !s.similar_are_open; }},
      {"T14.apart", "T14", practice, "duty S11", "who accepts it owns the process",
       [](Situation const& s) { return !has(s.capacities, Capacity::process_owner); }},
      {"T15.finished", "T15", norm, "10.2 c", "every action has to be done, or cancelled with a reason",
       g::actions_finished},
      {"T15.covered", "T15", norm, "10.2 c", "a cause has no action left; cancelled ones do not remove it",
       g::causes_still_covered},
      {"T15.evidence", "T15", norm, "10.2 g", "every action that is done needs evidence", g::actions_evidenced},
      {"T15.isms-changes", "T15", norm, "10.2 e",
       "list the changes made to documents, risks and the statement of applicability, or \"none\" with a reason",
       [](Situation const& s) { return g::said(s.after.isms_changes_listed); }, "isms_changes"},
      {"T15.cancelling", "T15", practice, "10.2 c", "an action was given up without the ISMS manager's consent",
       g::cancelling_agreed},
      {"T16.reason", "T16", norm, "10.2 c", "a reason has to be given", g::reason, "reason"},
      {"T16.actions", "T16", norm, "10.2 c", "the actions that are not done have to be named", g::something_to_do_again,
       "actions"},
      {"S10", "T17", guidance, "duty S10, S25",
       "who verifies owns one of the actions; somebody else has to, or a waiver with a compensating measure",
       g::verifier_owns_no_action},
      {"T17.inspected", "T17", norm, "10.2 d", "say for each action which evidence was inspected", g::inspected_each,
       "inspected"},
      {"T17.sampled", "T17", practice, "10.2 d",
       "of an action that had to be carried out in several cases (population) none was sampled (sampled)",
       g::sampled_each, "inspected"},
      {"T17.order", "T17", norm, "10.2 d",
       "the time to watch ends before it begins, with the last action that was done", g::window_in_order,
       "window_until"},
      {"T17.needed", "T17", norm, "10.2 d", "no corrective action was needed: close it after the correction (T18)",
       g::needs_action},
      {"T17.apart", "T17", practice, "duty S10", "who verifies approved the plan or owns the process",
       g::verifier_is_apart},
      {"T17.window", "T17", practice, "10.2 d", "the time to watch is shorter than 60 days (90 for a major)",
       g::window_long_enough, "window_until"},
      {"T18.need", "T18", norm, "10.2 d",
       "corrective action was needed: its effectiveness has to be judged first (T17, T19)", g::decided_without_action},
      {"T18.apart", "T18", practice, "duty S10", "who closes it owns the process",
       [](Situation const& s) { return !has(s.capacities, Capacity::process_owner); }},
      {"T18.correction", "T18", norm, "10.2 a", "the correction has to be confirmed", g::correction_settled},
      {"S21", "T18", practice, "duty S21",
       "a major nonconformity is closed without the signatures of lead auditor and top management", g::major_signed},
      {"T18.issuer", "T18", norm, "10.2 f", "the issuer of an external one closes it; record that they did",
       g::issuer_closed, "issuer_closing"},
      {"T18.confirmed", "T18", norm, "10.2 f", "say what confirms the correction", g::reason, "confirmation"},
      {"S10", "T19", guidance, "duty S10, S25",
       "who judges the effectiveness owns one of the actions; somebody else has to, or a waiver with a compensating "
       "measure",
       g::verifier_owns_no_action},
      {"T19.effective", "T19", norm, "10.2 d", "every action has to be reviewed and found effective, with a reason",
       g::all_effective, "result"},
      {"T19.covered", "T19", norm, "10.2 d",
       "a cause has no action left; cancelled ones do not remove it, and a state alone does not either",
       g::removed_for_good},
      {"T19.correction", "T19", norm, "10.2 a", "the correction has to be done, or not applicable with a reason",
       g::correction_settled},
      {"T19.isms-changes", "T19", norm, "10.2 e",
       "say which changes to risks, statement of applicability and documents are made, or \"none\" with a reason",
       g::changes_done, "isms_changes_done"},
      {"T19.issuer", "T19", norm, "10.2 f", "the issuer of an external one closes it; record that they did",
       g::issuer_closed, "issuer_closing"},
      {"T19.recurrence", "T19", practice, "10.2 d", "another one on the same requirement was raised while one watched",
       [](Situation const& s) { return !s.recurred; }},
      {"T19.window", "T19", practice, "10.2 d",
       "the time to watch is not over yet, nor were so many good operations seen as would do", g::watched_enough},
      {"T19.measured", "T19", practice, "10.2 d", "a success criterion was not measured", g::each_measured, "actions"},
      {"S21", "T19", practice, "duty S21",
       "a major nonconformity is closed without the signatures of lead auditor and top management", g::major_signed},
      {"S10", "T20", guidance, "duty S10, S25",
       "who judges the effectiveness owns one of the actions; somebody else has to, or a waiver with a compensating "
       "measure",
       g::verifier_owns_no_action},
      {"T20.result", "T20", norm, "10.2 d", "the result has to be partial or ineffective", g::not_effective, "result"},
      {"T20.grade", "T20", practice, "10.2 d",
       "it is not the first cycle that did not help, and the grade is still minor; a higher one is worth a thought "
       "(T27)",
       [](Situation const& s) { return s.before.cycle < 2 || g::is_major(s); }},
      {"T20.reason", "T20", norm, "10.2 d", "say on what the judgement rests", g::effectiveness_reasoned, "reason"},
      {"T26.finished", "T26", norm, "10.2 c",
       "what T14 or T15 asks for is owed here too: a decision that the correction suffices, or every action done",
       g::finished_like_others},
  });
}();

/// Every guard, by step; within a step in the order of its table.
inline constexpr auto nonconformity_guards = [] {
  std::array<Guard, straight_guards.size() + detour_guards.size()> all{};
  std::size_t size = 0;
  auto const insert = [&](Guard const& guard) {
    std::size_t at = size++;
    for (; at > 0 && guard.step < all[at - 1].step; --at) all[at] = all[at - 1];
    all[at] = guard;
  };
  for (auto const& each : straight_guards) insert(each);
  for (auto const& each : detour_guards) insert(each);
  return all;
}();

/// The guards of that step.
[[nodiscard]] constexpr std::span<Guard const> guards_of(std::string_view step) noexcept {
  auto const found = std::ranges::equal_range(nonconformity_guards, step, {}, &Guard::step);
  return {found.begin(), found.end()};
}

/// The guard of that step and name, or null.
[[nodiscard]] constexpr Guard const* find_guard(std::string_view step, std::string_view id) noexcept {
  for (auto const& guard : guards_of(step))
    if (guard.id == id) return &guard;
  return nullptr;
}

}  // namespace v1
}  // namespace annexa
