#include "replan_meetings.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {

bool Meetings::can(std::size_t person, Slot slot) const {
  return workload_.roster.there(person).test(workload_.table.day_of(slot.start)) &&
         workload_.table.is_free(person, slot);
}

void Meetings::take(DraftSession const& session) {
  workload_.table.take(session.lead, session.slot);
  for (auto const other : session.others) workload_.table.take(other, session.slot);
}

// Who leads a meeting at its time: who did, or the lead, or a deputy on a day on which the lead is away.
std::optional<std::size_t> Meetings::leader(RecordedSession const& row) const {
  auto const slot = row.draft.slot;
  auto const day = workload_.table.day_of(slot.start);
  auto const in_team = [&](std::size_t person) {
    return std::ranges::find(plan_.team, person, &DraftMember::person) != plan_.team.end();
  };
  if (!row.strange && in_team(row.draft.lead) && !plan_.other_lead && can(row.draft.lead, slot)) return row.draft.lead;
  if (can(lead(), slot)) return lead();
  if (workload_.roster.there(lead()).test(day)) return {};
  for (auto const& member : plan_.team) {
    bool const may =
        member.role == TeamRole::auditor &&
        (row.draft.kind == SessionKind::team || workload_.roster.in_role(member.person, Role::lead_auditor).test(day));
    if (may && can(member.person, slot)) return member.person;
  }
  return {};
}

MeetingOutcome Meetings::kept(RecordedSession const& row) const {
  MeetingOutcome outcome{&row, {}, false, false, false, false};
  auto const who = row.inside ? leader(row) : std::nullopt;
  auto session = row.draft;
  if (who) {
    session.lead = *who;
    std::erase_if(session.others, [&](std::size_t other) { return other == *who || !can(other, row.draft.slot); });
  }
  outcome.must =
      !who || row.strange || session.lead != row.draft.lead || session.others.size() != row.draft.others.size();
  outcome.sent = outcome.must && row.pinned;
  outcome.pending = !who && !outcome.sent;
  if (who && !outcome.sent) outcome.now = std::move(session);
  return outcome;
}

void Meetings::hold(bool closing_moves) {
  for (auto const& row : plan_.meetings) {
    auto outcome = kept(row);
    if (row.draft.kind == SessionKind::closing && closing_moves && !row.pinned) {
      outcome.now.reset();
      outcome.pending = true;
    }
    if (row.draft.kind == SessionKind::opening && outcome.pending) move_opening(outcome);
    if (outcome.now) take(*outcome.now);
    if (row.draft.kind == SessionKind::opening)
      opened_ = std::max(opened_, outcome.now ? outcome.now->slot.end : Minute{0});
    if (row.draft.kind == SessionKind::closing && !outcome.pending && row.inside)
      limit_ = std::min(limit_.value_or(row.draft.slot.start), row.draft.slot.start);
    outcomes_.push_back(std::move(outcome));
  }
  put_off_closing();
}

void Meetings::move_opening(MeetingOutcome& outcome) {
  auto const& row = *outcome.recorded;
  auto const minutes = row.draft.slot.end - row.draft.slot.start;
  auto day = row.inside ? workload_.table.day_of(row.draft.slot.start) : std::size_t{0};
  for (; day < most_days; ++day) {
    if (!workload_.table.working().test(day) || !workload_.table.may_take(lead(), day)) continue;
    auto const slot = workload_.table.earliest({{lead()}}, whole(day, minutes));
    if (!slot) continue;
    auto session = row.draft;
    session.lead = lead();
    session.slot = *slot;
    std::erase_if(session.others, [&](std::size_t other) { return other == lead() || !can(other, *slot); });
    join(session);
    outcome.now = std::move(session);
    outcome.pending = false;
    return;
  }
}

// While the closing has no time, the latest that it could have is the limit.
void Meetings::put_off_closing() {
  auto const waits = std::ranges::find_if(outcomes_, [](MeetingOutcome const& each) {
    return each.pending && each.recorded->draft.kind == SessionKind::closing;
  });
  if (waits == outcomes_.end()) return;
  auto const minutes = waits->recorded->draft.slot.end - waits->recorded->draft.slot.start;
  for (auto day = most_days; day > 0; --day) {
    if (!workload_.table.working().test(day - 1) || !workload_.table.may_take(lead(), day - 1)) continue;
    auto const found = workload_.table.latest(lead(), {}, 0, whole(day - 1, minutes));
    if (!found) continue;
    limit_ = found->slot.start;
    return;
  }
}

std::vector<Slot> Meetings::open(bool several_days) const {
  Days met;
  for (auto const& outcome : outcomes_)
    if (outcome.now && outcome.now->kind == SessionKind::team) met.set(workload_.table.day_of(outcome.now->slot.start));
  std::vector<Slot> ranges;
  for (std::size_t day = 0; day < most_days; ++day) {
    if (!workload_.table.working().test(day)) continue;
    if (!several_days && !plan_.days.test(day)) continue;
    Slot range{std::max(workload_.table.begin_of(day), opened_), workload_.table.end_of(day)};
    if (limit_) range.end = std::min(range.end, *limit_);
    if (several_days && !met.test(day)) {
      if (!workload_.roster.there(lead()).test(day)) continue;
      range.end = std::min(range.end, workload_.table.end_of(day) - workload_.request.parameters.team_minutes);
    }
    if (range.start < range.end) ranges.push_back(range);
  }
  return ranges;
}

// Whoever of the team is free joins.
void Meetings::join(DraftSession& session) const {
  for (auto const& member : plan_.team)
    if (member.person != session.lead && can(member.person, session.slot) &&
        std::ranges::find(session.others, member.person) == session.others.end())
      session.others.push_back(member.person);
}

void Meetings::hold_team_meeting(std::size_t day, std::vector<std::size_t> const& auditors, Minute after,
                                 Minute before) {
  auto waits = std::ranges::find_if(outcomes_, [&](MeetingOutcome const& each) {
    return each.pending && each.recorded->draft.kind == SessionKind::team && each.recorded->inside &&
           workload_.table.day_of(each.recorded->draft.slot.start) == day;
  });
  auto people = auditors;
  if (workload_.roster.there(lead()).test(day)) people.insert(people.begin(), lead());
  for (auto const begin : {after, workload_.table.begin_of(day)})
    for (auto const other : people) {
      if (other == people.front()) continue;
      auto wish = whole(day, workload_.request.parameters.team_minutes);
      wish.not_before = std::max({wish.not_before, begin, opened_});
      wish.limit = std::min(wish.limit, before);
      auto const slot = workload_.table.earliest({{people.front(), other}}, wish);
      if (!slot) continue;
      DraftSession session;
      session.kind = SessionKind::team;
      session.slot = *slot;
      session.lead = people.front();
      join(session);
      take(session);
      if (waits == outcomes_.end()) {
        outcomes_.push_back({nullptr, session, false, false, false, false});
      } else {
        waits->now = session;
        waits->pending = false;
      }
      return;
    }
}

void Meetings::hold_closing(MeetingOutcome& outcome, Minute after) {
  auto const minutes = outcome.recorded->draft.slot.end - outcome.recorded->draft.slot.start;
  for (std::size_t day = 0; day < most_days; ++day) {
    if (!workload_.table.working().test(day) || workload_.table.end_of(day) < after ||
        !workload_.table.may_take(lead(), day))
      continue;
    auto wish = whole(day, minutes);
    wish.not_before = std::max(wish.not_before, after);
    auto const slot = workload_.table.earliest({{lead()}}, wish);
    if (!slot) continue;
    auto session = outcome.recorded->draft;
    session.lead = lead();
    session.slot = *slot;
    std::erase_if(session.others, [&](std::size_t other) { return other == lead() || !can(other, *slot); });
    join(session);
    take(session);
    outcome.now = std::move(session);
    outcome.pending = false;
    return;
  }
}

Meetings::DaysOfSessions Meetings::note(std::vector<DraftSession> const& sessions) {
  DaysOfSessions noted;
  noted.last = opened_;
  for (auto const& session : sessions) {
    auto& day = noted.days[workload_.table.day_of(session.slot.start)];
    take(session);
    if (session.auditee) workload_.table.take(*session.auditee, session.slot, Timetable::Part::answers);
    day.auditors.insert(session.lead);
    day.auditors.insert(session.others.begin(), session.others.end());
    day.end = std::max(day.end, session.slot.end);
    noted.last = std::max(noted.last, session.slot.end);
  }
  return noted;
}

// A meeting of the team goes with the sessions of its day. Returns the days that have one.
Days Meetings::settle_team_meetings(DaysOfSessions const& noted) {
  Days audited;  // by the plan on record
  for (auto const& row : plan_.audits)
    if (row.inside) audited.set(workload_.table.day_of(row.draft.slot.start));
  Days met;
  for (auto& outcome : outcomes_) {
    bool const team = outcome.recorded->draft.kind == SessionKind::team;
    if (!team || !outcome.recorded->inside) {
      outcome.dropped = team && !outcome.sent;
      continue;
    }
    auto const day = workload_.table.day_of(outcome.recorded->draft.slot.start);
    if (outcome.now) met.set(day);
    if (noted.days.contains(day) || outcome.recorded->pinned || !audited.test(day)) continue;
    outcome.now.reset();
    outcome.dropped = true;
  }
  return met;
}

void Meetings::add_team_meetings(DaysOfSessions const& noted, Days const& met) {
  Days days;
  for (auto const& [day, of_day] : noted.days) days.set(day);
  for (auto const& outcome : outcomes_)
    if (outcome.now) days.set(workload_.table.day_of(outcome.now->slot.start));
  if (days.count() < 2) return;
  for (auto const& [day, of_day] : noted.days) {
    if (of_day.auditors.size() < 2 || met.test(day)) continue;
    bool const ends = limit_ && workload_.table.day_of(*limit_) == day;
    hold_team_meeting(day, {of_day.auditors.begin(), of_day.auditors.end()}, of_day.end,
                      ends ? *limit_ : workload_.table.end_of(day));
  }
}

void Meetings::finish(std::vector<DraftSession> const& sessions) {
  auto const noted = note(sessions);
  add_team_meetings(noted, settle_team_meetings(noted));
  auto last = noted.last;
  for (auto const& outcome : outcomes_)
    if (outcome.now) last = std::max(last, outcome.now->slot.end);
  for (auto& outcome : outcomes_) {
    if (!outcome.pending) continue;
    if (outcome.recorded->draft.kind == SessionKind::closing) hold_closing(outcome, last);
    if (outcome.recorded->draft.kind == SessionKind::team) outcome.dropped = true;
  }
}

}  // namespace v1
}  // namespace annexa
