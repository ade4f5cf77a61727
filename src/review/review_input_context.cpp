// Inputs a to c, e and g: what was decided, what changed, what was said, what could be better.
#include <algorithm>
#include <annexa/isms/context_checks.hpp>

#include "review_input_parts.hpp"

namespace annexa {
inline namespace v1 {
namespace {

std::string_view decision_standing(ReviewDecision const& decision, ReviewMaterial const& m) {
  if (decision.state == DecisionState::open && m.is_late(decision.due)) return "overdue";
  return {};
}

// How many lines have a state.
std::size_t count_state(ReviewInput const& input, std::string_view state) {
  return static_cast<std::size_t>(std::ranges::count(input.lines, state, &ReviewLine::state));
}

// What was decided about climate change, in a sentence.
std::string on_climate(ReviewMaterial const& m) {
  ContextIssue const* last = nullptr;
  for (auto const* each : m.records.issues)
    if (each->climate_change && is_known(m, *each) && is_on_record(*each, m.span.until)) last = each;
  if (!last) return "Nobody has decided whether climate change is an issue (Amendment 1:2024).";
  return is_relevant(*last) ? "Climate change is an issue." : "Climate change is no issue.";
}

std::string moves_of(ReviewInput const& input) {
  return std::to_string(count_state(input, "new")) + " new, " + std::to_string(count_state(input, "changed")) +
         " changed, " + std::to_string(count_state(input, "retired")) + " retired";
}

}  // namespace

void earlier_actions(ReviewMaterial const& m, ReviewInput& out) {
  bool any = false;
  for (auto const* review : m.records.reviews) {
    if (m.span.until < review->held_on) continue;
    any = true;
    for (auto const& each : review->decisions) {
      if (each.state != DecisionState::open && !m.holds(each.ended_on)) continue;
      auto const late = decision_standing(each, m);
      auto state = late.empty() ? to_string(each.state) : std::string(late);
      out.lines.push_back(line_about(*review, each.text, std::move(state), each.due, each.result));
    }
  }
  if (!any) return;
  out.summary = counted_of(out.lines.size(), "decision", "decisions") +
                " of earlier reviews: " + std::to_string(count_state(out, "done")) + " carried out, " +
                std::to_string(count_state(out, "open")) + " open, " + std::to_string(count_state(out, "overdue")) +
                " overdue, " + std::to_string(count_state(out, "dropped")) + " dropped.";
}

void context_changes(ReviewMaterial const& m, ReviewInput& out) {
  std::size_t known = 0;
  for (auto const* each : m.records.issues) {
    if (!is_known(m, *each)) continue;
    ++known;
    auto const move = movement_of(m, *each);
    if (move.empty() && !each->climate_change) continue;
    out.lines.push_back(line_about(*each, each->title, move.empty() ? "unchanged" : std::string(move),
                                   each->changed_on ? each->changed_on : each->recorded_on, each->effect));
  }
  std::size_t changes = 0;
  for (auto const* each : m.records.changes) {
    bool const moved =
        m.holds(each->done_on) || m.holds(each->recorded_on) || m.holds(each->planned_for) || m.holds(each->changed_on);
    if (!is_known(m, *each) || !moved) continue;
    ++changes;
    out.lines.push_back(line_about(*each, each->title, to_string(each->state),
                                   each->done_on ? each->done_on : each->planned_for, each->consequences));
  }
  if (known + changes == 0) return;
  out.summary = counted_of(known, "issue", "issues") + " on record: " + moves_of(out) + ". " + on_climate(m) + ' ' +
                counted_of(changes, "change", "changes") + " to the ISMS or bearing on it.";
}

void party_changes(ReviewMaterial const& m, ReviewInput& out) {
  std::size_t parties = 0;
  std::size_t obligations = 0;
  for (auto const* each : m.records.parties) {
    if (!is_known(m, *each)) continue;
    ++parties;
    if (auto const move = movement_of(m, *each); !move.empty())
      out.lines.push_back(line_about(*each, each->name, std::string(move),
                                     each->changed_on ? each->changed_on : each->recorded_on, each->interest));
  }
  std::size_t unseen = 0;
  for (auto const* each : m.records.obligations) {
    if (!is_known(m, *each)) continue;
    ++obligations;
    auto const move = movement_of(m, *each);
    bool const late = is_on_record(*each, m.span.until) && m.is_late(each->review_due);
    if (late) ++unseen;
    if (late || !move.empty())
      out.lines.push_back(line_about(*each, each->title, late ? "review overdue" : std::string(move),
                                     late ? each->review_due : each->recorded_on, each->asks));
  }
  if (parties + obligations == 0) return;
  out.summary = counted_of(parties, "interested party", "interested parties") + " and " +
                counted_of(obligations, "obligation", "obligations") + " on record: " + moves_of(out) + "; " +
                counted_of(unseen, "obligation", "obligations") + " overdue for review.";
}

void party_feedback(ReviewMaterial const& m, ReviewInput& out) {
  std::size_t unanswered = 0;
  for (auto const* each : m.records.feedback) {
    if (!is_known(m, *each) || !m.holds(each->received_on)) continue;
    bool const open = trimmed(each->answer).empty();
    if (open) ++unanswered;
    auto const party = each->party ? each->party->text() : std::string("unnamed");
    out.lines.push_back(line_about(*each, each->title, to_string(each->kind), each->received_on,
                                   open ? "Not answered. From " + party + '.' : each->answer));
  }
  if (out.lines.empty()) return;
  out.summary = counted_of(out.lines.size(), "message", "messages") + ": " +
                counted_of(count_state(out, "complaint"), "complaint", "complaints") + ", " +
                std::to_string(count_state(out, "praise")) + " praise, " +
                counted_of(count_state(out, "suggestion"), "suggestion", "suggestions") + "; " +
                std::to_string(unanswered) + " not answered.";
}

void improvement_ideas(ReviewMaterial const& m, ReviewInput& out) {
  for (auto const* each : m.records.findings) {
    bool const pending = each->state == FindingState::raised && each->raised_on <= m.span.until;
    if (each->kind != FindingKind::opportunity || each->state == FindingState::withdrawn) continue;
    if (pending || m.holds(each->raised_on))
      out.lines.push_back(line_about(*each, each->title, to_string(each->state), each->raised_on, each->decision));
  }
  for (auto const* each : m.records.feedback)
    if (each->kind == FeedbackKind::suggestion && is_known(m, *each) && m.holds(each->received_on))
      out.lines.push_back(line_about(*each, each->title, "suggestion", each->received_on, each->answer));
  for (auto const* each : m.records.incidents)
    if (is_known(m, *each) && m.holds(each->closed_on))
      out.lines.push_back(line_about(*each, each->title, "lesson", each->closed_on, each->lessons));
  if (out.lines.empty()) return;
  out.summary = counted_of(out.lines.size(), "idea", "ideas") + ": " +
                counted_of(count_state(out, "accepted"), "opportunity", "opportunities") + " accepted, " +
                std::to_string(count_state(out, "declined")) + " declined, " +
                std::to_string(count_state(out, "raised")) + " waiting for a decision; " +
                counted_of(count_state(out, "suggestion"), "suggestion", "suggestions") + ", " +
                counted_of(count_state(out, "lesson"), "lesson", "lessons") + " of incidents.";
}

}  // namespace v1
}  // namespace annexa
