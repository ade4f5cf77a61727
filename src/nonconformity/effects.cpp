#include "effects.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

using Person_ = Key<"person">;

std::optional<Person_> acting(Situation const& s) {
  auto key = Person_::parse(s.actor);
  return key ? std::optional<Person_>(*std::move(key)) : std::nullopt;
}

void move_actions(Situation& s, ActionState from, ActionState to) {
  for (auto& action : s.actions)
    if (action.state == from) action.state = to;
}

// Moves what this cycle thought and found into the past and begins the next.
void begin_next_cycle(Nonconformity& record) {
  record.past_cycles.push_back(
      {record.cycle, record.analysis.value_or(Analysis{}), record.effectiveness, record.closed_on, {}, false});
  ++record.cycle;
  ++record.escalation_level;
  record.analysis.reset();
  record.effectiveness.reset();
  record.plan_approved_by.reset();
  record.verifier.reset();
  record.closed_on.reset();
  record.plan_rejections = 0;
  record.isms_changes_listed.clear();
  record.co_signed_by.clear();
}

// Keeps what the record said before the step changed it.
void keep_revision(Step const& row, Situation& s, std::string because) {
  auto const& b = s.before;
  bool const same = b.grade == s.after.grade && b.grade_reasons == s.after.grade_reasons &&
                    b.requirement == s.after.requirement && b.evidence_statement == s.after.evidence_statement &&
                    b.gap == s.after.gap && b.owner == s.after.owner;
  if (same) return;
  s.after.detours.made().revisions.push_back({std::string(row.id), s.today, s.actor, std::move(because), b.grade,
                                              b.grade_reasons, b.requirement, b.evidence_statement, b.gap, b.owner});
}

// ---- Effects of single steps

void issue(Step const&, Situation& s) { s.after.issued_by = acting(s); }

void dispute(Step const&, Situation& s) {
  auto& last = s.after.detours.made().disputes.back();
  last.by = s.actor;
  last.on = s.today;
  last.cycle = s.before.cycle;
}
void decide_dispute(Step const& row, Situation& s) {
  auto& last = s.after.detours->disputes.back();
  last.decided_by = s.actor;
  last.decided_on = s.today;
  keep_revision(row, s, last.decision);
}
void end_dispute(Step const&, Situation& s) {
  if (!s.after.detours || s.after.detours->disputes.empty()) return;
  auto& last = s.after.detours->disputes.back();
  last.decision = s.reason;
  last.decided_by = s.actor;
  last.decided_on = s.today;
}
void approve(Step const&, Situation& s) {
  s.after.plan_approved_by = acting(s);
  s.after.analysis->top_management_informed = s.top_management_informed;
  move_actions(s, ActionState::proposed, ActionState::approved);
  for (auto& action : s.actions)
    if (action.state == ActionState::cancelled && !action.cancelling_approved_by)
      action.cancelling_approved_by = acting(s);
}
void reject_plan(Step const&, Situation& s) { ++s.after.plan_rejections; }
void accept_correction(Step const&, Situation& s) { s.after.plan_approved_by = acting(s); }
void watch(Step const&, Situation& s) {
  move_actions(s, ActionState::done, ActionState::verified);
  s.after.verifier = acting(s);
  // The watching is due when its time is over, and not before.
  auto& due = s.after.due.effectiveness;
  auto const over = s.calendar.next_working(s.after.effectiveness->window_until);
  due = due ? std::max(*due, over) : over;
}
void send_back(Step const&, Situation& s) { s.after.co_signed_by.clear(); }
void close(Step const&, Situation& s) {
  if (!s.after.verifier) s.after.verifier = acting(s);
  s.after.closed_on = s.today;
}
void judge(Situation& s) {
  auto& review = s.after.effectiveness.made();
  review.judged_by = acting(s);
  review.judged_on = s.today;
}
void close_effective(Step const&, Situation& s) {
  judge(s);
  s.after.closed_on = s.today;
}
void judge_not_effective(Step const&, Situation& s) {
  judge(s);
  begin_next_cycle(s.after);
}
// It came back: one reacts to it anew.
void reopen(Step const&, Situation& s) {
  begin_next_cycle(s.after);
  auto& past = s.after.past_cycles.back();
  past.correction = std::move(s.after.correction);
  past.invalid_closure = s.invalid_closure;
  s.after.correction = {};
}

void request_extension(Step const&, Situation& s) {
  auto& last = s.after.detours.made().extensions.back();
  if (auto const* which = find_named_deadline(last.deadline))
    last.original = (s.before.due.*which->member).value_or(last.original);
  last.requested_by = s.actor;
  last.requested_on = s.today;
  last.cycle = s.before.cycle;
}
void decide_extension(Step const&, Situation& s) {
  auto& last = s.after.detours->extensions.back();
  last.decided_by = s.actor;
  last.decided_on = s.today;
  auto const* which = find_named_deadline(last.deadline);
  if (last.state != ExtensionState::granted || !which) return;
  s.after.due.*which->member = last.until;
  if (which->member != &Deadlines::implementation) return;
  // With the day until which all is to be carried out the days of what is not done move along.
  for (auto& action : s.actions)
    if (action.due_on && is_running(action)) action.due_on = action.due_on->plus_days(last.until - last.original);
}
void accept_deviation(Step const&, Situation& s) {
  auto& last = s.after.detours.made().deviations.back();
  last.accepted_by = s.actor;
  last.from = s.today;
  last.state_before = s.before.state;
  last.paused = s.after.due;
  s.after.due = {};
  s.after.due.deviation = last.until;
}
// What is left of the days that rested.
void resume(Deviation const& ended, Situation& s) {
  for (auto const& each : named_deadlines)
    if (auto const& day = ended.paused.*each.member)
      s.after.due.*each.member = s.calendar.next_working(s.today.plus_days(static_cast<int>(*day - ended.from)));
}
void end_deviation(Step const& row, Situation& s) {
  if (!s.after.detours || s.after.detours->deviations.empty()) return;
  auto& last = s.after.detours->deviations.back();
  last.ended_on = s.today;
  auto const* unsaid = row.id == "T26" ? "fixed" : s.deviation_ends ? "expired" : "revoked";
  last.ended_because = s.reason.empty() ? unsaid : s.reason;
  if (row.id != "T25") return;
  if (s.policy.deviation_end == DeviationEnd::resume) resume(last, s);
  // What was planned before is planned anew; what is done stays done.
  move_actions(s, ActionState::approved, ActionState::proposed);
  move_actions(s, ActionState::in_progress, ActionState::proposed);
}

// The day on which the clock of a deadline was started.
std::optional<std::pair<DeadlineRule const*, Date>> started(Nonconformity const& record, Deadline member) {
  for (auto move = record.trail.rbegin(); move != record.trail.rend(); ++move)
    if (auto const* rule = find_deadline(move->step, member)) return std::pair(rule, move->at.date());
  return {};
}
bool is_extended(Nonconformity const& record, std::string_view deadline) {
  return record.detours && std::ranges::any_of(record.detours->extensions, [&](Extension const& each) {
           return each.cycle == record.cycle && each.deadline == deadline && each.state == ExtensionState::granted;
         });
}
// A new grade has other days, reckoned from where the clock was started; none is shortened into the past, and one
// that was extended stands.
void regrade(Step const& row, Situation& s) {
  keep_revision(row, s, s.reason);
  for (auto const& each : named_deadlines) {
    auto& due = s.after.due.*each.member;
    auto const clock = due ? started(s.before, each.member) : std::nullopt;
    if (!clock || clock->first->minor_days == 0 || is_extended(s.before, each.name)) continue;
    auto const day = deadline(*clock->first, s.after.grade, s.calendar, clock->second, s.policy);
    due = *due <= day ? day : std::max(day, std::min(*due, s.today));
  }
}

// The level that the deadlines that are set have reached, and that earlier cycles ask for at least.
void escalate(Step const&, Situation& s) {
  auto& record = s.after;
  for (auto const& each : named_deadlines) {
    auto const& due = record.due.*each.member;
    if (!due) continue;
    int const level = level_on(s.policy, *due, s.today);
    record.escalation_level = std::max(record.escalation_level, level);
    bool const noted = record.detours && std::ranges::any_of(record.detours->overdue, [&](OverdueNotice const& old) {
                         return old.deadline == each.name && old.due == *due;
                       });
    if (*due < s.today && !noted)
      record.detours.made().overdue.push_back({std::string(each.name), *due, s.today, level});
  }
}

struct Effect {
  std::string_view step;
  void (*take)(Step const&, Situation&);
};
constexpr Effect effects[] = {{"T02", issue},
                              {"T05", dispute},
                              {"T06", decide_dispute},
                              {"T07", end_dispute},
                              {"T12", approve},
                              {"T13", reject_plan},
                              {"T14", accept_correction},
                              {"T16", send_back},
                              {"T17", watch},
                              {"T18", close},
                              {"T19", close_effective},
                              {"T20", judge_not_effective},
                              {"T21", reopen},
                              {"T22", request_extension},
                              {"T23", decide_extension},
                              {"T24", accept_deviation},
                              {"T25", end_deviation},
                              {"T26", end_deviation},
                              {"T27", regrade},
                              {"T29", escalate}};

// ---- Deadlines

// The issuer's day, where an external audit set one.
std::optional<Date> issuers_day(Situation const& s, Deadline member) {
  bool const theirs =
      s.before.source == NonconformitySource::external_audit && s.after.detours && s.after.detours->issuer;
  return theirs ? s.after.detours->issuer->due.*member : std::nullopt;
}

void set_deadlines(Step const& row, Situation& s) {
  auto& due = s.after.due;
  bool settles = false;
  for (auto const& rule : deadline_rules)
    if (rule.settled_by == row.id && due.*rule.member) {
      (due.*rule.member).reset();
      settles = true;
    }
  for (auto const& rule : deadline_rules)
    if (rule.set_by == row.id && rule.minor_days != 0) {
      auto const theirs = issuers_day(s, rule.member);
      due.*rule.member = theirs ? *theirs : deadline(rule, s.after.grade, s.calendar, s.today, s.policy);
    }
  auto const& correction = s.after.correction.or_fresh();
  // A correction that is agreed for a day is due on that day, if that is not later than it would be anyway.
  if (row.id == "T09" && correction.state == CorrectionState::scheduled && correction.on)
    due.correction = s.before.due.correction ? std::min(*s.before.due.correction, *correction.on) : *correction.on;
  // What escalated only because of a deadline that is settled calms down.
  if (!settles) return;
  int level = s.after.cycle - 1;
  for (auto const& each : named_deadlines)
    if (due.*each.member) level = std::max(level, level_on(s.policy, *(due.*each.member), s.today));
  s.after.escalation_level = std::min(s.after.escalation_level, level);
}

}  // namespace

Date last_done(Situation const& s) {
  std::optional<Date> last;
  for (auto const& action : s.actions)
    if (action.done_on && (!last || *last < *action.done_on)) last = action.done_on;
  return last.value_or(s.today);
}

void assume(Step const& row, Situation& s) {
  if (row.id != "T17" || s.after.effectiveness) return;
  auto& review = s.after.effectiveness.emplace();
  review.window_from = last_done(s);
  review.window_until = review.window_from.plus_days(detail::guard::window_days(s));
}

void take_effect(Step const& row, Situation& s) {
  bool const resumes = row.id == "T25" && s.policy.deviation_end == DeviationEnd::resume;
  if (!resumes) set_deadlines(row, s);
  if (resumes) s.after.due.deviation.reset();
  for (auto const& each : effects)
    if (each.step == row.id) each.take(row, s);
  if (!row.to || (*row.to != NonconformityState::withdrawn && *row.to != NonconformityState::merged)) return;
  s.after.due = {};
  for (auto& action : s.actions)
    if (is_open(action)) {
      action.state = ActionState::cancelled;
      action.cancelled_because = "the nonconformity is " + to_string(*row.to);
      action.cancelling_approved_by = acting(s);
    }
}

}  // namespace v1
}  // namespace annexa
