#include "replan.hpp"

#include <annexa/audit/plan_check.hpp>

#include <algorithm>
#include <map>
#include <memory>

#include "plan_search.hpp"
#include "plan_writer.hpp"
#include "replan_meetings.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// One try: meetings held, then places for the audit sessions around them.
struct Attempt {
  std::unique_ptr<Meetings> meetings;
  std::unique_ptr<PlanGrid> grid;
  std::unique_ptr<PlanModel> model;
  std::unique_ptr<PlanSearch> search;
  [[nodiscard]] std::int64_t left_out() const { return search->table().levels()[engine::left_out]; }
};

class Replanner {
 public:
  // A plan that keeps every rule stays as it is, whatever a search would make of it.
  Replanner(PlanRequest const& request, PlanProgress const& progress)
      : request_(request),
        progress_(progress),
        workload_(request),
        plan_(recorded_plan(workload_, check_plan(request, request.team, request.published).empty())),
        hands_(hands_of(workload_, plan_.team)),
        words_(workload_, pool(), true) {}
  [[nodiscard]] PlanProposal run();

 private:
  [[nodiscard]] DraftTeam pool() const;
  [[nodiscard]] std::vector<PlanTask> tasks(Meetings const& meetings) const;
  [[nodiscard]] Attempt attempt(bool closing_moves);
  [[nodiscard]] Attempt best_attempt();
  [[nodiscard]] bool closing_may_move() const;
  void tell_nobody();
  void tell_audits(Attempt& done);
  void tell_audit(Attempt& done, std::size_t task, DraftSession session);
  void tell_meeting(MeetingOutcome const& outcome);
  [[nodiscard]] std::vector<std::size_t> absent_from(MeetingOutcome const& outcome) const;
  void tell_unplaced(RecordedSession const* row, std::size_t work, int minutes, WhyNot why);
  void tell_dropped(RecordedSession const& row);
  void tell_change(RecordedSession const* row, Session const* now, bool must, std::string because);
  [[nodiscard]] std::string why_changed(Attempt const& done, std::size_t task) const;
  [[nodiscard]] std::vector<std::size_t> away_from(RecordedSession const& row) const;
  [[nodiscard]] std::string_view ground(RecordedSession const& row, std::size_t person) const;
  [[nodiscard]] std::string cannot(RecordedSession const& row, std::vector<std::size_t> const& people) const;
  [[nodiscard]] std::string why_sent(RecordedSession const& row, std::string const& why) const;
  void count_meeting(bool must, bool moved);
  [[nodiscard]] Session changed_session(RecordedSession const& row, DraftSession const& now) const;
  void tell_team();
  void tell_whole();

  PlanRequest const& request_;
  PlanProgress const& progress_;
  Workload workload_;
  RecordedPlan plan_;
  std::vector<PlanHand> hands_;
  PlanWords words_;
  PlanProposal proposal_;
};

DraftTeam Replanner::pool() const {
  DraftTeam pool;
  for (auto const& hand : hands_) pool.push_back({hand.person, hand.leads ? TeamRole::auditor : TeamRole::expert});
  return pool;
}

std::vector<PlanTask> Replanner::tasks(Meetings const& meetings) const {
  std::vector<PlanTask> found;
  std::vector<bool> audited(workload_.works.size());
  for (auto const& row : plan_.audits) {
    auto const minutes = static_cast<int>(row.draft.slot.end - row.draft.slot.start);
    PlanTask task{row.draft.work, row.draft.part, minutes, row.draft, row.index, row.pinned, row.strange};
    task.strange = task.strange || !row.inside || (!row.pinned && !meetings.spans(row.draft.slot));
    found.push_back(std::move(task));
    audited[row.draft.work] = true;
  }
  for (std::size_t work = 0; work < request_.units.size(); ++work)
    for (std::size_t part = 0; !audited[work] && part < workload_.works[work].parts.size(); ++part)
      found.push_back({work, part, workload_.works[work].parts[part], {}, {}});
  return found;
}

Attempt Replanner::attempt(bool closing_moves) {
  Attempt made;
  made.meetings = std::make_unique<Meetings>(workload_, plan_);
  made.meetings->hold(closing_moves);
  auto rows = tasks(*made.meetings);
  made.grid = std::make_unique<PlanGrid>(request_, workload_.table, workload_.table.working(), rows.size());
  auto const open = made.meetings->open(closing_moves || plan_.days.count() > 1 || plan_.days.none());
  made.model = std::make_unique<PlanModel>(workload_, hands_, *made.grid, std::move(rows), open);
  made.search = std::make_unique<PlanSearch>(*made.model, request_.parameters);
  made.search->run(progress_);
  made.search->settle();
  return made;
}

bool Replanner::closing_may_move() const {
  return std::ranges::any_of(
      plan_.meetings, [](RecordedSession const& row) { return row.draft.kind == SessionKind::closing && !row.pinned; });
}

// Where something has no place, a later closing may make room.
Attempt Replanner::best_attempt() {
  auto const mark = workload_.table.mark();
  auto first = attempt(false);
  if (first.left_out() == 0 || !closing_may_move() || first.search->stopped()) return first;
  workload_.table.undo(mark);
  auto second = attempt(true);
  if (second.left_out() < first.left_out()) return second;
  workload_.table.undo(mark);
  return attempt(false);
}

// ---- Words

// What keeps somebody from a session on record, the id of a phrase.
std::string_view Replanner::ground(RecordedSession const& row, std::size_t person) const {
  auto const day = workload_.table.day_of(row.draft.slot.start);
  auto const& roster = workload_.roster;
  if (!roster.there(person).test(day)) return "change-away";
  auto const excluded = [&](ExcludedPair const& pair) {
    return pair.person == roster.key(person) && row.session->unit && pair.unit == *row.session->unit;
  };
  if (std::ranges::any_of(words_.excluded(), excluded)) return "change-dependent";
  bool const answers = row.draft.auditee == person;
  bool const audits =
      roster.in_role(person, Role::auditor).test(day) || roster.in_role(person, Role::lead_auditor).test(day);
  return answers || audits ? "change-taken" : "change-role";
}

// Why a session on record cannot stay: each ground with those whom it concerns.
std::string Replanner::cannot(RecordedSession const& row, std::vector<std::size_t> const& people) const {
  if (people.empty() && row.strange) return words_.say("change-unknown", {{"session", row.session->key.text()}});
  if (people.empty() || !row.inside) return words_.say("change-time");
  std::map<std::string_view, std::vector<std::string>> grounds;
  for (auto const person : people) grounds[ground(row, person)].push_back(workload_.roster.key(person).text());
  std::string text;
  for (auto const& [id, names] : grounds)
    text += (text.empty() ? "" : " ") + words_.say(id, {{"names", words_.listed(names)}});
  return text;
}

// Those who were to audit in a session on record and are away that day.
std::vector<std::size_t> Replanner::away_from(RecordedSession const& row) const {
  auto const day = workload_.table.day_of(row.draft.slot.start);
  std::vector<std::size_t> away;
  auto const look = [&](std::size_t person) {
    if (!workload_.roster.there(person).test(day)) away.push_back(person);
  };
  look(row.draft.lead);
  std::ranges::for_each(row.draft.others, look);
  return away;
}

// Who cannot come to an audit session any more.
std::string Replanner::why_changed(Attempt const& done, std::size_t task) const {
  auto const& row = done.model->problem.tasks[task];
  auto const& recorded = plan_.audits[task];
  if (!done.search->must_change(task)) return words_.say("change-room");
  std::vector<std::size_t> people;
  auto const start = row.published->start;
  if (start >= 0 && start + row.duration <= done.model->problem.slots && row.starts.test(start))
    for (auto const person : row.published->team) {
      auto const who = std::ranges::lower_bound(row.candidates, person, {}, &engine::Candidate::person);
      auto const& windows = done.model->problem.windows;
      bool const may = who != row.candidates.end() && who->person == person &&
                       (who->window < 0 || windows[static_cast<std::size_t>(who->window)].test(start));
      auto const& free = done.model->problem.people[static_cast<std::size_t>(person)].free;
      if (!may || !free.all(start, start + row.duration)) people.push_back(static_cast<std::size_t>(person));
    }
  if (people.empty() && recorded.inside) people = away_from(recorded);
  return cannot(recorded, people);
}

std::string Replanner::why_sent(RecordedSession const& row, std::string const& why) const {
  return words_.say("sent", {{"session", row.session->key.text()}, {"why", why}});
}

// ---- What comes of it

SessionSpot spot_of(Session const& session) {
  return {session.start, session.end,  session.zone, session.utc_offset,
          session.place, session.lead, session.team, session.auditee};
}

void Replanner::tell_change(RecordedSession const* row, Session const* now, bool must, std::string because) {
  SessionChange change{now ? now->key : row->session->key, "", {}, {}, must, std::move(because)};
  if (row) change.from = spot_of(*row->session);
  if (now) change.to = spot_of(*now);
  if (!row)
    change.what = "added";
  else if (!now)
    change.what = "unplaced";
  else if (change.from->start != change.to->start || change.from->end != change.to->end)
    change.what = "moved";
  else
    change.what = change.from->place == change.to->place ? "people" : "place";
  proposal_.changes.push_back(std::move(change));
}

Session Replanner::changed_session(RecordedSession const& row, DraftSession const& now) const {
  auto session = *row.session;
  if (now.slot != row.draft.slot) set_time(clocks_of(workload_, now), now.slot, session);
  session.lead = workload_.roster.key(now.lead);
  session.team.clear();
  for (auto const other : now.others) session.team.push_back(workload_.roster.key(other));
  session.auditee.reset();
  if (now.auditee) session.auditee = workload_.roster.key(*now.auditee);
  session.why = words_.why(now);
  if (!row.strange) session.why.push_back(words_.was(row.draft));
  return session;
}

void Replanner::tell_unplaced(RecordedSession const* row, std::size_t work, int minutes, WhyNot why) {
  Unplaced unplaced{{}, minutes, std::move(why.because), {}, std::move(why.kind)};
  if (row ? row->draft.kind == SessionKind::audit : true)
    if (auto const* unit = workload_.works[work].unit) unplaced.unit = unit->key;
  if (row) unplaced.session = row->session->key;
  proposal_.unplaced.push_back(std::move(unplaced));
}

void Replanner::tell_audit(Attempt& done, std::size_t task, DraftSession session) {
  auto const* row = task < plan_.audits.size() ? &plan_.audits[task] : nullptr;
  if (row && done.search->stays(task)) {
    proposal_.sessions.push_back(*row->session);
    return;
  }
  auto const other = words_.other(done.search->next_best(task));
  if (row) {
    auto now = changed_session(*row, session);
    now.why.push_back(other);
    tell_change(row, &now, done.search->must_change(task), why_changed(done, task));
    proposal_.sessions.push_back(std::move(now));
    return;
  }
  auto why = words_.why(session);
  why.push_back(other);
  proposal_.sessions.push_back(
      written(workload_, session, session_key(request_.audit, ++plan_.highest), std::move(why)));
  tell_change(nullptr, &proposal_.sessions.back(), true, words_.say("change-added"));
}

void Replanner::tell_audits(Attempt& done) {
  auto const& rows = done.model->tasks;
  std::vector<DraftSession> sessions;
  std::vector<std::size_t> whose;
  for (std::size_t task = 0; task < rows.size(); ++task)
    if (auto session = done.search->session(task)) {
      sessions.push_back(*std::move(session));
      whose.push_back(task);
    }
  auto ordered = sessions;
  std::ranges::stable_sort(ordered, {}, [](DraftSession const& session) { return session.slot.start; });
  note_loads(workload_, ordered);
  done.meetings->finish(sessions);
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    auto const same = std::ranges::find_if(ordered, [&](DraftSession const& each) {
      return each.slot == sessions[i].slot && each.lead == sessions[i].lead && each.work == sessions[i].work;
    });
    sessions[i].load = same->load;
    tell_audit(done, whose[i], sessions[i]);
  }
  for (std::size_t task = 0; task < rows.size(); ++task) {
    if (done.search->table().placed(static_cast<int>(task))) continue;
    auto const* row = task < plan_.audits.size() ? &plan_.audits[task] : nullptr;
    auto why = words_.why_not(rows[task].work);
    if (row && row->pinned) why = {"sent", why_sent(*row, why_changed(done, task))};
    if (row) tell_change(row, nullptr, done.search->must_change(task), why_changed(done, task));
    tell_unplaced(row, rows[task].work, rows[task].minutes, std::move(why));
  }
}

// A meeting counts among the changes as a session does.
void Replanner::count_meeting(bool must, bool moved) {
  for (auto& level : proposal_.levels) {
    if (level.level != "changes") continue;
    level.value += engine::changed_session + (moved ? engine::changed_time : 0);
    level.bound += must ? engine::changed_session : 0;
  }
}

// Who of a meeting on record, within the window, does not come to it as it was: its lead first.
std::vector<std::size_t> Replanner::absent_from(MeetingOutcome const& outcome) const {
  auto const& was = outcome.recorded->draft;
  auto const& now = outcome.now;
  std::vector<std::size_t> absent;
  bool const there = workload_.roster.there(was.lead).test(workload_.table.day_of(was.slot.start));
  if (!now || now->lead != was.lead || !there) absent.push_back(was.lead);
  for (auto const person : was.others)
    if (!now || std::ranges::find(now->others, person) == now->others.end()) absent.push_back(person);
  return absent;
}

void Replanner::tell_meeting(MeetingOutcome const& outcome) {
  auto const* row = outcome.recorded;
  if (!row) {
    proposal_.sessions.push_back(
        written(workload_, *outcome.now, session_key(request_.audit, ++plan_.highest), words_.why(*outcome.now)));
    return tell_change(nullptr, &proposal_.sessions.back(), true, words_.say("change-added"));
  }
  if (outcome.dropped) {
    tell_dropped(*row);
    proposal_.changes.back().unavoidable = outcome.must;
    return count_meeting(outcome.must, true);
  }
  auto const why = row->strange || !row->inside ? words_.say("change-time") : cannot(*row, absent_from(outcome));
  if (!outcome.now) {
    tell_change(row, nullptr, outcome.must, why);
    count_meeting(outcome.must, true);
    auto const no_time =
        words_.say("no-meeting-time", {{"session", row->session->key.text()}, {"span", words_.span()}});
    return tell_unplaced(row, 0, static_cast<int>(row->draft.slot.end - row->draft.slot.start),
                         outcome.sent ? WhyNot{"sent", why_sent(*row, why)} : WhyNot{"lead", no_time});
  }
  auto const& now = *outcome.now;
  if (now.slot == row->draft.slot && now.lead == row->draft.lead && now.others == row->draft.others && !row->strange) {
    proposal_.sessions.push_back(*row->session);
    return;
  }
  auto session = changed_session(*row, now);
  auto const lead = plan_.team.front().person;
  if (now.lead != lead && !workload_.roster.there(lead).test(workload_.table.day_of(now.slot.start)))
    session.why.push_back(words_.why_deputy(now.lead, lead));
  tell_change(row, &session, outcome.must, outcome.must ? why : words_.say("change-room"));
  count_meeting(outcome.must, now.slot != row->draft.slot);
  proposal_.sessions.push_back(std::move(session));
}

void Replanner::tell_dropped(RecordedSession const& row) {
  tell_change(&row, nullptr, true, words_.say("change-dropped"));
  proposal_.changes.back().what = "dropped";
}

// The team as it was, without those who are away all the time and in no session, with those who were asked in.
void Replanner::tell_team() {
  auto const takes_part = [&](Key<"person"> const& person) {
    return std::ranges::any_of(proposal_.sessions, [&](Session const& session) {
      return session.lead == person || std::ranges::find(session.team, person) != session.team.end();
    });
  };
  Days days;
  for (auto const& session : proposal_.sessions) days.set(workload_.table.day_of(begin_minute(session)));
  for (auto const& member : plan_.team) {
    auto const& key = workload_.roster.key(member.person);
    if (takes_part(key) || (workload_.roster.there(member.person) & days).any())
      proposal_.team.push_back({key, member.role});
  }
  for (auto const& hand : hands_) {
    auto const& key = workload_.roster.key(hand.person);
    if (hand.outside && takes_part(key))
      proposal_.team.push_back({key, hand.leads ? TeamRole::auditor : TeamRole::expert});
  }
}

void Replanner::tell_whole() {
  std::ranges::stable_sort(proposal_.sessions, [](Session const& a, Session const& b) {
    return a.start != b.start ? a.start < b.start : natural_less(a.key.text(), b.key.text());
  });
  std::ranges::stable_sort(proposal_.changes, [](SessionChange const& a, SessionChange const& b) {
    return natural_less(a.session.text(), b.session.text());
  });
  proposal_.changed = static_cast<int>(proposal_.changes.size());
  proposal_.unavoidable = static_cast<int>(std::ranges::count(proposal_.changes, true, &SessionChange::unavoidable));
  if (proposal_.unplaced.empty()) return;
  auto text = words_.conflict(proposal_.unplaced);
  std::vector<std::string> sent;
  for (auto const* rows : {&plan_.audits, &plan_.meetings})
    for (auto const& row : *rows)
      if (row.pinned) sent.push_back(row.session->key.text());
  bool const wants_time = std::ranges::any_of(
      proposal_.unplaced, [](Unplaced const& each) { return each.kind == "time" || each.kind == "lead"; });
  if (wants_time && !sent.empty()) text += words_.say("sent-in-way", {{"sessions", words_.listed(sent)}});
  proposal_.conflict = std::move(text);
}

// Nobody leads: nothing can be held.
void Replanner::tell_nobody() {
  auto const why = words_.why_no_lead();
  for (auto const* rows : {&plan_.meetings, &plan_.audits})
    for (auto const& row : *rows) {
      tell_change(&row, nullptr, true, why);
      tell_unplaced(&row, row.draft.work, static_cast<int>(row.draft.slot.end - row.draft.slot.start), {"team", why});
    }
  tell_whole();
  proposal_.conflict = why;
}

PlanProposal Replanner::run() {
  proposal_.audit = request_.audit;
  proposal_.excluded = words_.excluded();
  if (plan_.team.empty()) {
    tell_nobody();
    return std::move(proposal_);
  }
  auto done = best_attempt();
  proposal_.levels = done.search->levels();
  proposal_.rounds = done.search->rounds();
  proposal_.reproducible = !done.search->stopped();
  tell_audits(done);
  for (auto const& outcome : done.meetings->outcomes()) tell_meeting(outcome);
  for (auto const& row : plan_.dropped) {
    tell_dropped(row);
    count_meeting(true, true);
  }
  tell_team();
  tell_whole();
  return std::move(proposal_);
}

}  // namespace

PlanProposal replan(PlanRequest const& request, PlanProgress const& progress) {
  return Replanner(request, progress).run();
}

}  // namespace v1
}  // namespace annexa
