#include "plan_improve.hpp"

#include <algorithm>
#include <set>

#include "plan_writer.hpp"

namespace annexa {
inline namespace v1 {
namespace {

class Improver {
 public:
  Improver(Workload& workload, Draft draft) : workload_(workload), draft_(std::move(draft)) {}
  [[nodiscard]] Draft run(PlanWords const& words, PlanProgress const& progress, PlanProposal& told);

 private:
  void hold_meetings();
  [[nodiscard]] std::vector<PlanHand> hands() const;
  [[nodiscard]] std::vector<PlanTask> tasks() const;
  void rewrite(PlanSearch& search, PlanModel const& model, PlanWords const& words);

  Workload& workload_;
  Draft draft_;
  Days days_;               // with sessions
  Days met_;                // with a meeting of the team, or where there is need of none
  std::vector<Slot> open_;  // by day: when sessions may lie
};

// The meetings stay; sessions lie after the opening, and on each day before the first other meeting.
void Improver::hold_meetings() {
  std::map<std::size_t, Slot> open;
  Minute opened = 0;
  for (auto const& session : draft_.sessions) {
    auto const day = workload_.table.day_of(session.slot.start);
    days_.set(day);
    open.try_emplace(day, Slot{workload_.table.begin_of(day), workload_.table.end_of(day)});
    if (session.kind == SessionKind::opening) opened = session.slot.end;
  }
  if (days_.count() == 1) met_ = days_;
  for (auto const& session : draft_.sessions) {
    if (session.kind == SessionKind::audit) continue;
    auto const day = workload_.table.day_of(session.slot.start);
    if (session.kind == SessionKind::team) met_.set(day);
    if (session.kind != SessionKind::opening) open[day].end = std::min(open[day].end, session.slot.start);
    workload_.table.take(session.lead, session.slot);
    for (auto const other : session.others) workload_.table.take(other, session.slot);
  }
  for (auto const& [day, range] : open)
    if (met_.test(day) && std::max(range.start, opened) < range.end)
      open_.push_back({std::max(range.start, opened), range.end});
}

std::vector<PlanHand> Improver::hands() const {
  std::vector<PlanHand> found;
  for (auto const& member : draft_.team)
    if (member.role <= TeamRole::expert) found.push_back({member.person, member.role <= TeamRole::auditor, false});
  return found;
}

std::vector<PlanTask> Improver::tasks() const {
  std::vector<PlanTask> found;
  for (auto const& session : draft_.sessions) {
    if (session.kind != SessionKind::audit) continue;
    PlanTask task{session.work, session.part, static_cast<int>(session.slot.end - session.slot.start), session, {}};
    task.pinned = !met_.test(workload_.table.day_of(session.slot.start));
    found.push_back(std::move(task));
  }
  for (auto const work : draft_.left_out)
    for (std::size_t part = 0; part < workload_.works[work].parts.size(); ++part)
      found.push_back({work, part, workload_.works[work].parts[part], {}, {}});
  return found;
}

// Whole works only: a part alone audits nothing.
void Improver::rewrite(PlanSearch& search, PlanModel const& model, PlanWords const& words) {
  std::set<std::size_t> partly;
  for (std::size_t i = 0; i < model.tasks.size(); ++i)
    if (!search.session(i)) partly.insert(model.tasks[i].work);
  std::erase_if(draft_.sessions, [](DraftSession const& session) { return session.kind == SessionKind::audit; });
  for (std::size_t i = 0; i < model.tasks.size(); ++i) {
    auto session = search.session(i);
    if (!session || partly.contains(session->work)) continue;
    session->other = words.other(search.next_best(i));
    draft_.sessions.push_back(*std::move(session));
  }
  draft_.left_out.assign(partly.begin(), partly.end());
  Days audited;
  for (auto const& session : draft_.sessions)
    if (session.kind == SessionKind::audit) audited.set(workload_.table.day_of(session.slot.start));
  std::erase_if(draft_.sessions, [&](DraftSession const& session) {
    return session.kind == SessionKind::team && !audited.test(workload_.table.day_of(session.slot.start));
  });
  std::ranges::stable_sort(draft_.sessions, {}, [](DraftSession const& session) { return session.slot.start; });
  std::map<std::size_t, std::size_t> parts;
  for (auto& session : draft_.sessions)
    if (session.kind == SessionKind::audit) session.part = parts[session.work]++;
  note_loads(workload_, draft_.sessions);
}

Draft Improver::run(PlanWords const& words, PlanProgress const& progress, PlanProposal& told) {
  auto const mark = workload_.table.mark();
  hold_meetings();
  auto rows = tasks();
  PlanGrid const grid(workload_.request, workload_.table, days_, rows.size());
  PlanModel const model(workload_, hands(), grid, std::move(rows), open_);
  workload_.table.undo(mark);
  PlanSearch search(model, workload_.request.parameters);
  search.run(progress);
  told.rounds = search.rounds();
  told.reproducible = !search.stopped();
  told.levels = search.levels();
  rewrite(search, model, words);
  return std::move(draft_);
}

}  // namespace

Draft improved(Workload& workload, Draft draft, PlanWords const& words, PlanProgress const& progress,
               PlanProposal& told) {
  return Improver(workload, std::move(draft)).run(words, progress, told);
}

}  // namespace v1
}  // namespace annexa
