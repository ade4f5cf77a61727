#include "plan_model.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

constexpr int management_risk = 6;    // of requirements that no unit carries: more than any unit matters
constexpr int outside_minutes = 480;  // what somebody from outside the team costs beside the session

std::size_t at(int i) { return static_cast<std::size_t>(i); }

bool takes_part(DraftSession const& session, std::size_t person) {
  return session.lead == person || session.auditee == person ||
         std::ranges::find(session.others, person) != session.others.end();
}

engine::Candidate* find(engine::Task& task, std::size_t person) {
  auto const found = std::ranges::find(task.candidates, static_cast<int>(person), &engine::Candidate::person);
  return found == task.candidates.end() ? nullptr : &*found;
}

}  // namespace

std::uint32_t answer_bit(Work const& work) noexcept { return std::uint32_t{1} << work.competences.size(); }

PlanModel::PlanModel(Workload& workload, std::vector<PlanHand> const& hands, PlanGrid const& time,
                     std::vector<PlanTask> rows, std::vector<Slot> const& open)
    : grid(time), tasks(std::move(rows)), workload_(workload) {
  problem.slots = grid.slots();
  add_people(hands);
  for (auto const& row : tasks) add_task(row, hands, open);
}

// Days on which somebody may audit within what they give in a year: those that they give already, then the first.
Days PlanModel::days_left(std::size_t person) const {
  Days days = grid.days();
  auto const& most = workload_.roster.record(person).audit_days_per_year;
  if (!most) return days;
  Days given;
  for (auto const& row : tasks)
    if (row.was && !row.strange && takes_part(*row.was, person) && row.was->auditee != person)
      given.set(workload_.table.day_of(row.was->slot.start));
  std::map<int, std::ptrdiff_t> used;
  auto const& booked = workload_.roster.days_booked(person);
  for (auto const date : booked) ++used[date.parts().year];
  auto const is_booked = [&](std::size_t day) { return std::ranges::binary_search(booked, workload_.table.date(day)); };
  for (std::size_t day = 0; day < most_days; ++day) {
    given[day] = days[day] && (given[day] || workload_.table.audits(person, day));
    if (given[day] && !is_booked(day)) ++used[workload_.table.date(day).parts().year];
  }
  for (std::size_t day = 0; day < most_days; ++day) {
    if (!days[day] || given[day] || is_booked(day)) continue;
    if (used[workload_.table.date(day).parts().year]++ >= *most) days.reset(day);
  }
  return days;
}

void PlanModel::add_people(std::vector<PlanHand> const& hands) {
  std::int64_t work = 0;
  for (auto const& row : tasks) work += grid.length(row.minutes);
  auto const fair = work / static_cast<std::int64_t>(std::max<std::size_t>(1, hands.size())) + 1;
  left_.assign(workload_.roster.size(), grid.days());
  for (std::size_t i = 0; i < workload_.roster.size(); ++i) {
    engine::Person person{engine::Bits(problem.slots, true), {}, -1};
    for (std::size_t day = 0; day < most_days; ++day)
      if (grid.days().test(day) && !workload_.roster.there(i).test(day)) {
        auto const [first, end] = grid.day(day);
        person.free.fill(first, end, false);
      }
    for (auto const& busy : workload_.table.busy(i))
      person.free.fill(grid.ending_after(busy.start),
                       std::max(grid.ending_after(busy.start), grid.beginning_at(busy.end)), false);
    problem.people.push_back(std::move(person));
  }
  for (auto const& hand : hands) {
    problem.people[hand.person].fair = hand.outside ? -1 : fair;
    left_[hand.person] = days_left(hand.person);
  }
}

engine::Bits PlanModel::starts(PlanTask const& row, engine::Slot duration, std::vector<Slot> const& open) const {
  auto const& work = workload_.works[row.work];
  engine::Bits found(problem.slots);
  for (std::size_t i = 0; i < open.size(); ++i) {
    auto const day = workload_.table.day_of(open[i].start);
    auto range = open[i];
    if (work.place != 0) {  // the hours of the audit are not those of the place: what counts is opening and closing
      auto const whole = workload_.table.whole_day(day);
      range = {i == 0 ? range.start : whole.start, i + 1 == open.size() ? range.end : whole.end};
    }
    for (auto const& span : workload_.spans(row.work, day)) {
      auto const begin = std::max(span.start, range.start);
      auto const last = std::min(span.end, range.end) - row.minutes;
      if (begin <= last) found.fill(grid.beginning_at(begin), grid.ending_after(last) + 1, true);
    }
  }
  if (row.was && !row.strange) {
    auto const slot = grid.at(row.was->slot.start);
    auto const gone = work.unit && work.unit->retired_on &&
                      *work.unit->retired_on <= workload_.table.date(workload_.table.day_of(row.was->slot.start));
    if (slot >= 0 && slot + duration <= problem.slots) found.fill(slot, slot + 1, !gone);
  }
  return found;
}

std::uint32_t PlanModel::skills(std::size_t person, std::size_t work) const {
  std::uint32_t known = 0;
  auto const& wanted = workload_.works[work].competences;
  for (std::size_t k = 0; k < wanted.size(); ++k)
    if (workload_.roster.knows(person, wanted[k])) known |= std::uint32_t{1} << k;
  return known;
}

std::optional<int> PlanModel::window(Days const& days) {
  auto const some = days & grid.days();
  if (some == grid.days()) return -1;
  if (some.none()) return {};
  auto const [found, fresh] = windows_.try_emplace(some, static_cast<int>(problem.windows.size()));
  if (fresh) {
    engine::Bits bits(problem.slots);
    for (std::size_t day = 0; day < most_days; ++day)
      if (some.test(day)) {
        auto const [first, end] = grid.day(day);
        bits.fill(first, end, true);
      }
    problem.windows.push_back(std::move(bits));
  }
  return found->second;
}

void PlanModel::add_auditors(PlanTask const& row, std::vector<PlanHand> const& hands, engine::Task& task) {
  auto const add = [&](std::size_t person, bool leads, bool outside) {
    if (find(task, person)) return;
    bool const was = row.was && !row.strange && takes_part(*row.was, person);
    auto const known = skills(person, row.work);
    if (known == 0 && !leads && !was) return;
    auto const when = window(workload_.may(person, row.work) & left_[person]);
    if (!when) return;
    task.candidates.push_back(
        {static_cast<int>(person), known, leads, row.minutes + (outside ? outside_minutes : 0), 0, *when});
  };
  for (auto const& hand : hands)
    add(hand.person, hand.leads || (row.was && row.was->lead == hand.person), hand.outside);
  if (!row.was || row.strange || !row.published) return;
  add(row.was->lead, true, false);
  for (auto const other : row.was->others) add(other, false, false);
}

// Whoever answers is one of the team, too: one of those who can, the first choice first.
void PlanModel::add_auditees(PlanTask const& row, engine::Task& task) {
  auto const& work = workload_.works[row.work];
  std::vector<std::size_t> answering;
  auto const recorded = row.was && !row.strange ? row.was->auditee : std::nullopt;
  if (recorded) answering.push_back(*recorded);
  for (auto const person : work.auditees)
    if (std::ranges::find(answering, person) == answering.end()) answering.push_back(person);
  if (answering.empty() || (row.published && !row.strange && !recorded)) return;
  auto const audits = [&](std::size_t person) { return find(task, person) != nullptr; };
  bool const somebody = !std::ranges::all_of(answering, audits);
  ++task.skills;
  for (std::size_t i = 0; i < answering.size(); ++i) {
    auto const person = answering[i];
    if (audits(person) && somebody && recorded != person) continue;
    std::erase_if(task.candidates, [&](auto const& each) { return each.person == static_cast<int>(person); });
    task.candidates.push_back({static_cast<int>(person), answer_bit(work), false, 0, static_cast<std::int64_t>(i), -1});
  }
}

engine::Place PlanModel::place(DraftSession const& session) const {
  engine::Place place{grid.at(session.slot.start), {}};
  place.team.push_back(static_cast<int>(session.lead));
  for (auto const other : session.others) place.team.push_back(static_cast<int>(other));
  if (session.auditee) place.team.push_back(static_cast<int>(*session.auditee));
  return place;
}

void PlanModel::add_task(PlanTask const& row, std::vector<PlanHand> const& hands, std::vector<Slot> const& open) {
  auto const& work = workload_.works[row.work];
  engine::Task task;
  task.duration = grid.length(row.minutes);
  task.starts = starts(row, task.duration, open);
  task.skills = work.competences.size();
  add_auditors(row, hands, task);
  add_auditees(row, task);
  std::ranges::sort(task.candidates, {}, &engine::Candidate::person);
  task.largest_team = task.skills + 1;
  task.risk = work.unit ? std::max(1, work.unit->importance.value_or(1)) : management_risk;
  task.target = row.published || open.empty() ? problem.slots : grid.beginning_at(open.front().start);
  if (row.was && (row.published || row.pinned)) {
    task.published = row.strange ? engine::Place{-1, {}} : place(*row.was);
    task.pinned = row.pinned;
    task.largest_team = std::max(task.largest_team, task.published->team.size());
  }
  if (!work.unknown.empty()) task.candidates.clear();  // nobody knows what it takes
  if (!row.published && work.parts.size() > 1) task.sites.push_back(site(row.work));
  problem.tasks.push_back(std::move(task));
}

// Parts of one work are one after the other.
int PlanModel::site(std::size_t work) {
  auto const [found, fresh] = sites_.try_emplace(work, static_cast<int>(problem.sites.size()));
  if (fresh) problem.sites.push_back({1, engine::Bits(problem.slots, true)});
  return found->second;
}

engine::Plan PlanModel::start() const {
  engine::Plan plan(tasks.size());
  for (std::size_t i = 0; i < tasks.size(); ++i)
    if (tasks[i].was && !tasks[i].strange) plan[i] = place(*tasks[i].was);
  return plan;
}

DraftSession PlanModel::session(std::size_t task, engine::Place const& place) const {
  auto const& row = tasks[task];
  auto const& rules = problem.tasks[task];
  auto const bit = answer_bit(workload_.works[row.work]);
  DraftSession found;
  found.work = row.work;
  found.part = row.part;
  found.slot.start = row.was && !row.strange && grid.at(row.was->slot.start) == place.start ? row.was->slot.start
                                                                                            : grid.minute(place.start);
  found.slot.end = found.slot.start + row.minutes;
  found.lead = at(place.team[0]);
  for (auto const person : place.team) {
    auto const candidate = std::ranges::lower_bound(rules.candidates, person, {}, &engine::Candidate::person);
    if ((candidate->skills & bit) != 0 && rules.skills > workload_.works[row.work].competences.size())
      found.auditee = at(person);
    else if (at(person) != found.lead)
      found.others.push_back(at(person));
  }
  return found;
}

engine::Problem PlanModel::relaxed() const {
  auto easier = problem;
  easier.windows.clear();
  for (std::size_t i = 0; i < easier.tasks.size(); ++i) {
    auto& task = easier.tasks[i];
    auto const bit = answer_bit(workload_.works[tasks[i].work]);
    bool const answered = task.skills > workload_.works[tasks[i].work].competences.size();
    if (answered)
      std::erase_if(task.candidates, [&](engine::Candidate const& each) { return (each.skills & bit) != 0; });
    task.skills = std::min<std::size_t>(1, task.skills - (answered ? 1 : 0));
    for (auto& candidate : task.candidates) {
      candidate.skills &= task.skills == 1 ? 1U : 0U;
      candidate.window = -1;
    }
    task.largest_team = task.skills + 1;
  }
  return easier;
}

}  // namespace v1
}  // namespace annexa
