// Fits the sessions of an audit into the time of its team.
#include <algorithm>
#include <limits>

#include "plan_draft.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::size_t single_days_tried = 5;
constexpr Minute ever = std::numeric_limits<Minute>::max();

// Who audits a session: its lead, and those who add what the lead does not know.
struct Crew {
  std::size_t lead;
  std::vector<std::size_t> others;
};

// One try: the days from `first` to `last` of `days`, opening on the first.
class Scheduler {
 public:
  Scheduler(Workload& workload, DraftTeam const& team, std::span<std::size_t const> days)
      : workload_(workload), table_(workload.table), team_(team), days_(days), minutes_(team.size()) {
    for (std::size_t i = 1; i < team.size(); ++i) others_.push_back(team[i].person);
  }
  [[nodiscard]] Draft run();

 private:
  struct Choice {
    Slot slot{ever, ever};
    Crew crew{};
    std::optional<std::size_t> auditee;
    std::int64_t load = 0;
  };
  [[nodiscard]] std::size_t lead() const { return team_.front().person; }
  [[nodiscard]] Wish whole(std::size_t day, int minutes) const {
    return {day, minutes, table_.begin_of(day), table_.end_of(day)};
  }
  // When sessions of a work may lie on one of the days: at a place with other clocks from its own morning on.
  [[nodiscard]] Slot range(std::size_t at, std::size_t work) const;
  [[nodiscard]] bool reserve_meetings();
  [[nodiscard]] bool hold_opening();
  void place_all();
  [[nodiscard]] bool place(std::size_t work);
  [[nodiscard]] std::optional<Choice> best_on(std::size_t day, std::size_t work, int minutes, Minute not_before);
  void consider(std::size_t member, std::size_t day, std::size_t work, Wish const& wish, std::optional<Choice>& best);
  [[nodiscard]] std::optional<Crew> crew_of(std::size_t member, std::size_t day, std::size_t work, int minutes);
  [[nodiscard]] std::optional<std::size_t> helper(std::vector<int> const& missing, std::size_t day, std::size_t work,
                                                  Crew const& crew);
  [[nodiscard]] bool is_better(Choice const& a, Choice const& b) const;
  [[nodiscard]] std::int64_t load_of(std::size_t person) const;
  void commit(std::size_t work, std::size_t part, Choice const& choice);
  void hold_team_meetings();
  void hold_closing();
  void add_meeting(SessionKind kind, Slot slot);
  [[nodiscard]] Minute last_end() const;

  Workload& workload_;
  Timetable& table_;
  DraftTeam const& team_;
  std::span<std::size_t const> days_;
  std::vector<std::size_t> others_;    // the team without its lead
  std::vector<std::int64_t> minutes_;  // of this plan, by member
  std::vector<Minute> limit_;          // sessions end by then, by position in days_
  std::vector<Minute> team_meeting_;   // begin of the time kept for the team, or `ever`
  Minute opened_ = 0;                  // end of the opening meeting
  Draft draft_;
};

bool Scheduler::reserve_meetings() {
  auto const& parameters = workload_.request.parameters;
  limit_.clear();
  team_meeting_.assign(days_.size(), ever);
  for (auto const day : days_) limit_.push_back(table_.end_of(day));
  auto const closing = table_.latest(lead(), {}, 0, whole(days_.back(), parameters.closing_minutes));
  if (!closing) return false;
  limit_.back() = closing->slot.start;
  if (days_.size() == 1) return true;
  for (std::size_t i = 0; i < days_.size(); ++i) {
    std::vector<std::size_t> there;
    std::ranges::copy_if(others_, std::back_inserter(there),
                         [&](auto person) { return table_.may_take(person, days_[i]); });
    auto wish = whole(days_[i], parameters.team_minutes);
    wish.limit = limit_[i];
    auto const meeting = there.empty() ? std::nullopt : table_.latest(lead(), there, 1, wish);
    if (meeting) team_meeting_[i] = limit_[i] = meeting->slot.start;
  }
  return true;
}

bool Scheduler::hold_opening() {
  auto wish = whole(days_.front(), workload_.request.parameters.opening_minutes);
  wish.limit = limit_.front();
  auto const slot = table_.earliest({{lead()}}, wish);
  if (!slot) return false;
  add_meeting(SessionKind::opening, *slot);
  opened_ = slot->end;
  return true;
}

void Scheduler::add_meeting(SessionKind kind, Slot slot) {
  DraftSession session;
  session.kind = kind;
  session.slot = slot;
  session.lead = lead();
  table_.take(lead(), slot);
  draft_.sessions.push_back(std::move(session));
}

std::int64_t Scheduler::load_of(std::size_t person) const {
  auto const member = std::ranges::find(team_, person, &DraftMember::person) - team_.begin();
  return minutes_[static_cast<std::size_t>(member)] + workload_.roster.load(person);
}

// The member of the team who adds most of what is missing, and of those the one with least to do.
std::optional<std::size_t> Scheduler::helper(std::vector<int> const& missing, std::size_t day, std::size_t work,
                                             Crew const& crew) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  for (auto const& member : team_) {
    auto const person = member.person;
    bool const helps = member.role != TeamRole::trainee && member.role != TeamRole::observer;
    if (!helps || person == crew.lead || std::ranges::find(crew.others, person) != crew.others.end()) continue;
    if (!workload_.may(person, work).test(day) || !table_.may_take(person, day)) continue;
    auto const adds = workload_.adds(person, missing);
    if (adds > most || (adds == most && best && adds > 0 && load_of(person) < load_of(*best))) {
      best = person;
      most = adds;
    }
  }
  return best;
}

std::optional<Crew> Scheduler::crew_of(std::size_t member, std::size_t day, std::size_t work, int minutes) {
  Crew crew{team_[member].person, {}};
  bool const leads = team_[member].role == TeamRole::lead || team_[member].role == TeamRole::auditor;
  bool const fits = workload_.works[work].place != 0 || table_.may_fit(crew.lead, day, minutes);
  if (!leads || !fits || !workload_.may(crew.lead, work).test(day) || !table_.may_take(crew.lead, day)) return {};
  auto missing = workload_.works[work].competences;
  workload_.remove_known(crew.lead, missing);
  while (!missing.empty()) {
    auto const person = helper(missing, day, work, crew);
    if (!person) return {};
    workload_.remove_known(*person, missing);
    crew.others.push_back(*person);
  }
  return crew;
}

bool Scheduler::is_better(Choice const& a, Choice const& b) const {
  if (a.slot.start != b.slot.start) return a.slot.start < b.slot.start;
  if (a.crew.others.size() != b.crew.others.size()) return a.crew.others.size() < b.crew.others.size();
  return a.load < b.load;  // else the one who comes first in the team
}

void Scheduler::consider(std::size_t member, std::size_t day, std::size_t work, Wish const& wish,
                         std::optional<Choice>& best) {
  auto crew = crew_of(member, day, work, wish.minutes);
  if (!crew) return;
  std::vector<std::size_t> people{crew->lead};
  people.insert(people.end(), crew->others.begin(), crew->others.end());
  Choice choice{{}, *crew, {}, load_of(crew->lead)};
  std::optional<Slot> slot;
  auto const& auditees = workload_.works[work].auditees;
  if (auditees.empty()) slot = table_.earliest(people, wish);
  for (std::size_t i = 0; i < auditees.size() && !slot; ++i) {
    if (!workload_.roster.there(auditees[i]).test(day) || std::ranges::find(people, auditees[i]) != people.end())
      continue;
    people.push_back(auditees[i]);
    slot = table_.earliest(people, wish);
    people.pop_back();
    choice.auditee = auditees[i];
  }
  if (!slot) return;
  choice.slot = *slot;
  if (!best || is_better(choice, *best)) best = std::move(choice);
}

Slot Scheduler::range(std::size_t at, std::size_t work) const {
  auto const day = days_[at];
  if (workload_.works[work].place == 0) return {table_.begin_of(day), limit_[at]};
  auto const whole = table_.whole_day(day);
  return {whole.start, at + 1 == days_.size() ? limit_[at] : whole.end};
}

std::optional<Scheduler::Choice> Scheduler::best_on(std::size_t at, std::size_t work, int minutes, Minute not_before) {
  auto const day = days_[at];
  std::optional<Choice> best;
  if (!workload_.works[work].days.test(day)) return best;
  auto const within = range(at, work);
  auto const elsewhere = workload_.works[work].place == 0 ? std::vector<Slot>() : workload_.spans(work, day);
  Wish const wish{day, minutes, std::max(not_before, within.start), within.end, elsewhere};
  // On a day of several on which the team cannot meet, its lead works alone.
  bool const alone = days_.size() > 1 && team_meeting_[at] == ever;
  for (std::size_t member = 0; member < (alone ? 1 : team_.size()); ++member) consider(member, day, work, wish, best);
  if (alone && best && !best->crew.others.empty()) best.reset();
  return best;
}

void Scheduler::commit(std::size_t work, std::size_t part, Choice const& choice) {
  DraftSession session;
  session.slot = choice.slot;
  session.lead = choice.crew.lead;
  session.others = choice.crew.others;
  session.auditee = choice.auditee;
  session.work = work;
  session.part = part;
  session.load = choice.load;
  auto people = choice.crew.others;
  people.push_back(choice.crew.lead);
  for (auto const person : people) {
    table_.take(person, choice.slot);
    auto const member = std::ranges::find(team_, person, &DraftMember::person) - team_.begin();
    minutes_[static_cast<std::size_t>(member)] += choice.slot.end - choice.slot.start;
  }
  if (choice.auditee) table_.take(*choice.auditee, choice.slot, Timetable::Part::answers);
  draft_.sessions.push_back(std::move(session));
}

bool Scheduler::place(std::size_t work) {
  auto const mark = table_.mark();
  auto const size = draft_.sessions.size();
  auto const minutes = minutes_;
  Minute not_before = opened_;
  auto const& parts = workload_.works[work].parts;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::optional<Choice> choice;
    for (std::size_t at = 0; at < days_.size() && !choice; ++at)
      if (range(at, work).end > not_before) choice = best_on(at, work, parts[part], not_before);
    if (!choice) {
      table_.undo(mark);
      draft_.sessions.resize(size);
      minutes_ = minutes;
      return false;
    }
    commit(work, part, *choice);
    not_before = choice->slot.end;
  }
  return true;
}

void Scheduler::place_all() {
  struct Row {
    std::size_t work;
    std::ptrdiff_t able;  // members who may lead it
    int importance;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < workload_.works.size(); ++i) {
    auto const able = std::ranges::count_if(team_, [&](DraftMember const& member) {
      return member.role <= TeamRole::auditor && workload_.may(member.person, i).any();
    });
    auto const* unit = workload_.works[i].unit;
    rows.push_back({i, able, unit ? unit->importance.value_or(0) : 6});
  }
  std::ranges::stable_sort(rows, [](Row const& a, Row const& b) {
    return a.able != b.able ? a.able < b.able : a.importance > b.importance;
  });
  for (auto const& row : rows)
    if (!workload_.works[row.work].unknown.empty() || !place(row.work)) draft_.left_out.push_back(row.work);
  std::ranges::sort(draft_.left_out);
}

Minute Scheduler::last_end() const {
  Minute end = opened_;
  for (auto const& session : draft_.sessions) end = std::max(end, session.slot.end);
  return end;
}

// At the end of each day with sessions; on the last of them as soon as its sessions are over.
void Scheduler::hold_team_meetings() {
  if (days_.size() == 1) return;
  auto const minutes = workload_.request.parameters.team_minutes;
  auto const last = last_end();
  for (std::size_t at = 0; at < days_.size(); ++at) {
    auto const held = [&](DraftSession const& s) {
      return table_.day_of(s.slot.start) == days_[at] && s.kind == SessionKind::audit;
    };
    if (team_meeting_[at] == ever || std::ranges::none_of(draft_.sessions, held)) continue;
    Slot slot{team_meeting_[at], team_meeting_[at] + minutes};
    if (table_.day_of(last) == days_[at])
      for (auto const other : others_) {
        if (!table_.may_take(other, days_[at])) continue;
        Wish const wish{days_[at], minutes, last, slot.end};
        if (auto const sooner = table_.earliest({{lead(), other}}, wish); sooner && sooner->start < slot.start)
          slot = *sooner;
      }
    add_meeting(SessionKind::team, slot);
  }
}

void Scheduler::hold_closing() {
  auto const last = last_end();
  for (auto const day : days_) {
    if (table_.end_of(day) < last) continue;
    auto wish = whole(day, workload_.request.parameters.closing_minutes);
    wish.not_before = std::max(wish.not_before, last);
    if (!table_.may_take(lead(), day)) continue;
    if (auto const slot = table_.earliest({{lead()}}, wish)) return add_meeting(SessionKind::closing, *slot);
  }
}

Draft Scheduler::run() {
  auto const mark = table_.mark();
  draft_.team = team_;
  if (reserve_meetings() && hold_opening()) {
    place_all();
    hold_team_meetings();
    hold_closing();
    // Whoever of the team is free joins the meetings.
    for (auto& session : draft_.sessions)
      if (session.kind != SessionKind::audit)
        for (auto const other : others_)
          if (table_.may_take(other, table_.day_of(session.slot.start)) && table_.is_free(other, session.slot)) {
            session.others.push_back(other);
            table_.take(other, session.slot);
          }
    std::ranges::stable_sort(draft_.sessions, {}, [](DraftSession const& s) { return s.slot.start; });
    std::vector<std::size_t> days;
    for (auto const& session : draft_.sessions) days.push_back(table_.day_of(session.slot.start));
    draft_.days = static_cast<std::size_t>(std::ranges::unique(days).begin() - days.begin());
  }
  table_.undo(mark);
  return std::move(draft_);
}

// Days on which the lead works, no more than the lead has left in a year.
std::vector<std::size_t> days_of_lead(Workload const& workload, std::size_t lead) {
  std::vector<std::size_t> days;
  auto const& most = workload.roster.record(lead).audit_days_per_year;
  std::map<int, int> used;
  auto const& booked = workload.roster.days_booked(lead);
  for (auto const date : booked) ++used[date.parts().year];
  for (std::size_t day = 0; day < most_days; ++day) {
    if (!workload.table.working().test(day) || !workload.roster.there(lead).test(day)) continue;
    auto const date = workload.table.date(day);
    if (most && !std::ranges::binary_search(booked, date) && used[date.parts().year]++ >= *most) continue;
    days.push_back(day);
  }
  return days;
}

std::int64_t total_minutes(Workload const& workload) {
  std::int64_t sum = 0;
  for (auto const& work : workload.works) sum += work.minutes();
  return sum;
}

}  // namespace

Draft schedule(Workload& workload, DraftTeam const& team) {
  auto const all = days_of_lead(workload, team.front().person);
  std::span<std::size_t const> days = all;
  bool const may_fit = total_minutes(workload) <= static_cast<std::int64_t>(team.size()) * 1440;
  for (std::size_t i = 0; i < std::min(days.size(), single_days_tried) && may_fit; ++i) {
    auto draft = Scheduler(workload, team, days.subspan(i, 1)).run();
    if (draft.complete()) return draft;
  }
  auto const has_room = [&](std::size_t day, int minutes) {
    Wish const wish{day, minutes, workload.table.begin_of(day), workload.table.end_of(day)};
    return workload.table.earliest({{team.front().person}}, wish).has_value();
  };
  auto const& parameters = workload.request.parameters;
  while (!days.empty() && !has_room(days.front(), parameters.opening_minutes)) days = days.subspan(1);
  while (!days.empty() && !has_room(days.back(), parameters.closing_minutes)) days = days.first(days.size() - 1);
  if (!days.empty()) {
    auto draft = Scheduler(workload, team, days).run();
    if (!draft.sessions.empty()) return draft;
  }
  Draft none{team, {}, {}, 0};
  for (std::size_t i = 0; i < workload.works.size(); ++i) none.left_out.push_back(i);
  return none;
}

}  // namespace v1
}  // namespace annexa
