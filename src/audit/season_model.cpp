#include "season_model.hpp"

#include <algorithm>

#include "engine/insertion.hpp"
#include "engine/search.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using engine::Bits;

std::size_t index_of(int i) { return static_cast<std::size_t>(i); }

}  // namespace

SeasonDays::SeasonDays(SeasonRequest const& request) {
  std::vector<Date> holidays = request.calendar.holidays;
  std::ranges::sort(holidays);
  for (auto day = request.from; day <= request.until; day = day.plus_days(1))
    if (!detail::contains(request.calendar.weekend, day.weekday()) && !std::ranges::binary_search(holidays, day))
      days_.push_back(day);
}

engine::Slot SeasonDays::begin(Date day) const noexcept {
  return static_cast<engine::Slot>(std::ranges::lower_bound(days_, day) - days_.begin()) * 2;
}

engine::Slot SeasonDays::slot(HalfDay half) const noexcept {
  auto const found = std::ranges::lower_bound(days_, half.day);
  if (found == days_.end() || *found != half.day) return -1;
  return static_cast<engine::Slot>(found - days_.begin()) * 2 + (half.part == DayPart::afternoon ? 1 : 0);
}

SeasonModel::SeasonModel(SeasonRequest const& asked)
    : request(asked),
      days(asked),
      independence_(asked.units, asked.people, asked.waivers, {asked.parameters.cooling_off_months}) {
  problem.slots = days.slots();
  add_people();
  add_sites();
  close();
  for (std::size_t i = 0; i < request.engagements.size(); ++i)
    engagement_of.emplace(request.engagements[i].key.text(), static_cast<int>(i));
  for (auto const& engagement : request.engagements) add_task(engagement);
}

void SeasonModel::add_people() {
  std::map<std::string_view, Person const*> records;
  for (auto const& person : request.people) records.emplace(person.key.text(), &person);
  std::int64_t work = 0;
  for (auto const& engagement : request.engagements) work += engagement.half_days;
  fair_ = work * 3 / 2 / static_cast<std::int64_t>(std::max<std::size_t>(1, request.auditors.size())) + 1;
  auto const month = [](Date day) { return day.parts().year * 12 + static_cast<int>(day.parts().month); };
  problem.period_of.resize(index_of(problem.slots));
  for (engine::Slot s = 0; s < problem.slots; ++s)
    problem.period_of[index_of(s)] = month(days.half_day(s).day) - month(request.from);
  problem.periods = month(request.until) - month(request.from) + 1;
  for (auto const& auditor : request.auditors) {
    auto const* record = records.at(auditor.person.text());
    engine::Person person{Bits(problem.slots, true), {}, fair_};
    for (auto const& absence : record->absences)
      person.free.fill(days.begin(absence.from), std::max(days.begin(absence.from), days.end(absence.until)), false);
    if (record->retired_on) person.free.fill(days.begin(*record->retired_on), problem.slots, false);
    if (auditor.half_days_per_month) person.limits.assign(index_of(problem.periods), *auditor.half_days_per_month);
    person_of.emplace(auditor.person.text(), static_cast<int>(problem.people.size()));
    problem.people.push_back(std::move(person));
    records_.push_back(record);
  }
}

void SeasonModel::add_sites() {
  for (auto const& engagement : request.engagements)
    if (site_of_unit_.emplace(engagement.unit.text(), static_cast<int>(problem.sites.size())).second)
      problem.sites.push_back({1, Bits(problem.slots, true)});
  for (auto const& place : request.places) {
    site_of_place_.emplace(place.name, static_cast<int>(problem.sites.size()));
    problem.sites.push_back({place.rooms, Bits(problem.slots, true)});
  }
}

void SeasonModel::close() {
  for (auto const& closure : request.closures) {
    auto const from = days.begin(closure.from);
    auto const until = std::max(from, days.end(closure.until));
    if (auto const person = person_of.find(closure.of); person != person_of.end())
      problem.people[index_of(person->second)].free.fill(from, until, false);
    for (auto const* sites : {&site_of_unit_, &site_of_place_})
      if (auto const site = sites->find(closure.of); site != sites->end())
        problem.sites[index_of(site->second)].free.fill(from, until, false);
  }
}

// Independent on every day of the window: who becomes so on the way is not sent there.
bool SeasonModel::independent(std::size_t auditor, Engagement const& engagement) const {
  auto const& person = request.auditors[auditor].person;
  if (!independence_.concerns(person, engagement.unit)) return true;
  for (auto day = std::max(engagement.earliest, request.from); day <= std::min(engagement.latest, request.until);
       day = day.plus_days(1))
    if (!independence_.allows(person, engagement.unit, day)) return false;
  return true;
}

std::vector<engine::Candidate> SeasonModel::candidates(Engagement const& engagement, SeasonRule given_up) const {
  std::vector<engine::Candidate> found;
  for (std::size_t i = 0; i < request.auditors.size(); ++i) {
    auto const& auditor = request.auditors[i];
    engine::Candidate candidate;
    candidate.person = static_cast<int>(i);
    candidate.lead = auditor.lead;
    for (std::size_t k = 0; k < engagement.competences.size(); ++k)
      if (detail::contains(records_[i]->competences, engagement.competences[k]))
        candidate.skills |= std::uint32_t{1} << k;
    if (given_up == SeasonRule::competence) candidate.skills = (std::uint32_t{1} << engagement.competences.size()) - 1;
    if (candidate.skills == 0 && !candidate.lead && !engagement.competences.empty()) continue;
    if (given_up != SeasonRule::independence && !independent(i, engagement)) continue;
    bool const travels = !engagement.place.empty() && engagement.place != auditor.home;
    candidate.cost = std::int64_t{auditor.cost} * engagement.half_days + (travels ? auditor.travel : 0);
    candidate.dislike = detail::contains(engagement.last_team, auditor.person) ? 1 : 0;
    found.push_back(candidate);
  }
  return found;
}

Bits SeasonModel::window(Engagement const& engagement) const {
  Bits starts(problem.slots);
  auto const first = days.begin(engagement.earliest);
  auto const last = days.end(engagement.latest) - engagement.half_days;
  if (first <= last) starts.fill(first, last + 1, true);
  return starts;
}

bool SeasonModel::pinned(Engagement const& engagement) const {
  return engagement.published && engagement.published->sent && !detail::contains(request.may_move, engagement.key);
}

void SeasonModel::add_task(Engagement const& engagement) {
  engine::Task task;
  task.duration = engagement.half_days;
  task.starts = window(engagement);
  task.candidates = candidates(engagement, SeasonRule::none);
  task.skills = engagement.competences.size();
  task.largest_team = index_of(engagement.largest_team);
  for (auto const& before : engagement.after) task.before.push_back(engagement_of.at(before.text()));
  task.sites.push_back(site_of_unit_.at(engagement.unit.text()));
  if (!engagement.place.empty()) task.sites.push_back(site_of_place_.at(engagement.place));
  task.risk = engagement.risk;
  task.target = days.end(engagement.target.value_or(engagement.latest));
  if (engagement.published) {
    engine::Place place{days.slot(engagement.published->start), {}};
    for (auto const& person : engagement.published->team)
      if (auto const found = person_of.find(person.text()); found != person_of.end())
        place.team.push_back(found->second);
    task.published = place;
    task.pinned = pinned(engagement);
  }
  problem.tasks.push_back(std::move(task));
}

engine::Problem SeasonModel::alone(std::size_t engagement, SeasonRule given_up, engine::Timetable const* around) const {
  auto const& record = request.engagements[engagement];
  engine::Problem one;
  one.slots = problem.slots;
  one.period_of = problem.period_of;
  one.periods = problem.periods;
  one.people = problem.people;
  one.sites = problem.sites;
  auto task = problem.tasks[engagement];
  task.before.clear();
  if (around) {
    auto const span = around->between(static_cast<int>(engagement));
    task.starts.fill(0, span ? span->first : problem.slots, false);
    if (span) task.starts.fill(std::min(problem.slots, span->second + 1), problem.slots, false);
    for (std::size_t i = 0; i < one.people.size(); ++i) {
      auto const person = static_cast<int>(i);
      one.people[i].free = around->free(person);
      for (int period = 0; period < problem.periods && !one.people[i].limits.empty(); ++period)
        one.people[i].limits[index_of(period)] = around->left(person, period);
    }
    for (std::size_t i = 0; i < one.sites.size(); ++i) one.sites[i] = {1, around->open(static_cast<int>(i))};
  }
  auto const all = [&](Bits& bits) { bits = Bits(problem.slots, true); };
  if (given_up == SeasonRule::sent) task.pinned = false;
  if (given_up == SeasonRule::unit_closed) all(one.sites[index_of(task.sites[0])].free);
  if (given_up == SeasonRule::place_closed && task.sites.size() > 1) all(one.sites[index_of(task.sites[1])].free);
  if (given_up == SeasonRule::independence || given_up == SeasonRule::competence)
    task.candidates = candidates(record, given_up);
  if (given_up == SeasonRule::lead) task.led = false;
  if (given_up == SeasonRule::team_size) task.largest_team = 4;
  if (given_up == SeasonRule::window) {
    all(task.starts);
    task.starts.fill(std::max(0, problem.slots - task.duration + 1), problem.slots, false);
  }
  for (auto& person : one.people) {
    if (given_up == SeasonRule::auditors_away) all(person.free);
    if (given_up == SeasonRule::workload) person.limits.clear();
  }
  one.tasks.push_back(std::move(task));
  return one;
}

bool SeasonModel::fits(std::size_t engagement, SeasonRule given_up, engine::Timetable const* around) const {
  auto const one = alone(engagement, given_up, around);
  engine::Timetable const timetable(one);
  auto const weights = engine::weights_of(one);
  return engine::Insertion(timetable, weights).best(0).has_value();
}

}  // namespace v1
}  // namespace annexa
