#include "plan_work.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

// Sessions of a unit that takes longer than one are of equal length, on a quarter of an hour.
constexpr int quarter = 15;

std::vector<Criterion> carried(Unit const& unit, std::set<Criterion> const& criteria) {
  std::vector<Criterion> found;
  for (auto const& criterion : unit.criteria)
    if (criteria.contains(criterion) && std::ranges::find(found, criterion) == found.end()) found.push_back(criterion);
  return found;
}

std::vector<Key<"person">> answering(Unit const& unit) {
  std::vector<Key<"person">> people;
  if (unit.owner) people.push_back(*unit.owner);
  people.insert(people.end(), unit.managers.begin(), unit.managers.end());
  people.insert(people.end(), unit.operators.begin(), unit.operators.end());
  return people;
}

}  // namespace

int Work::minutes() const { return std::accumulate(parts.begin(), parts.end(), 0); }

std::string name_of(Work const& work) {
  if (!work.unit) return "the management of the ISMS";
  auto const& key = work.unit->key.text();
  return work.unit->name.empty() ? key : work.unit->name + " (" + key + ')';
}

Workload::Workload(PlanRequest const& wanted)
    : request(wanted),
      roster(wanted),
      table(wanted, roster),
      independence(wanted.units, wanted.people, wanted.waivers, {wanted.parameters.cooling_off_months}),
      leads(roster.holders(Role::lead_auditor)),
      auditors(leads),
      experts(roster.holders(Role::expert)) {
  for (auto const person : roster.holders(Role::auditor))
    if (std::ranges::find(auditors, person) == auditors.end()) auditors.push_back(person);
  std::ranges::sort(auditors, [&](auto a, auto b) { return roster.before(a, b); });
  std::erase_if(experts, [&](auto person) { return std::ranges::find(auditors, person) != auditors.end(); });
  add_units();
  add_uncarried();
}

std::vector<int> Workload::split(int minutes) const {
  int const longest = std::max(quarter, std::min(request.parameters.longest_session, table.longest_span()));
  int const count = (minutes + longest - 1) / longest;
  int const even = (minutes + count - 1) / count;
  int const length = std::min(longest, (even + quarter - 1) / quarter * quarter);
  std::vector<int> parts;
  for (int rest = minutes; rest > 0; rest -= length) parts.push_back(std::min(rest, length));
  return parts;
}

void Workload::add_units() {
  std::set<Criterion> const criteria(request.criteria.begin(), request.criteria.end());
  for (auto const& unit : request.units) {
    Work work;
    work.unit = &unit;
    work.criteria = carried(unit, criteria);
    work.parts = split(audit_minutes(unit, request.parameters));
    for (auto const& key : answering(unit))
      if (auto const person = roster.find(key.text())) work.auditees.push_back(*person);
    for (auto const& name : unit.required_competences) {
      if (auto const competence = roster.competence(name))
        work.competences.push_back(*competence);
      else
        work.unknown.push_back(name);
    }
    work.place = table.place(hours_at(request, &unit));
    find_days(work);
    works.push_back(std::move(work));
  }
}

void Workload::find_days(Work& work) const {
  work.open = work.unit->calendar ? table.working(*work.unit->calendar) : table.working();
  if (work.unit->retired_on)
    for (std::size_t day = 0; day < most_days; ++day)
      if (table.date(day) >= *work.unit->retired_on) work.open.reset(day);
  work.days = work.open;
  if (work.place == 0) return;
  for (std::size_t day = 0; day < most_days; ++day)
    work.days.set(day, table.working().test(day) && !table.spans_at(work.place, day, work.open).empty());
}

std::vector<Slot> Workload::spans(std::size_t work, std::size_t day) const {
  auto const& row = works[work];
  return row.days.test(day) ? table.spans_at(row.place, day, row.place == 0 ? row.days : row.open)
                            : std::vector<Slot>();
}

void Workload::add_uncarried() {
  auto const rest = uncarried(request);
  auto const each = request.parameters.minutes_per_criterion;
  auto const together = static_cast<std::size_t>(std::max(1, request.parameters.longest_session / each));
  auto answer = roster.holders(Role::isms_manager);
  auto const top = roster.holders(Role::top_management);
  answer.insert(answer.end(), top.begin(), top.end());
  for (std::size_t at = 0; at < rest.size(); at += together) {
    auto const end = std::min(rest.size(), at + together);
    Work work;
    work.criteria.assign(rest.begin() + static_cast<std::ptrdiff_t>(at),
                         rest.begin() + static_cast<std::ptrdiff_t>(end));
    work.parts = split(std::max(quarter, static_cast<int>(end - at) * each));
    work.auditees = answer;
    work.days = table.working();
    works.push_back(std::move(work));
  }
}

Days const& Workload::may(std::size_t person, std::size_t work) {
  auto const [at, fresh] = may_.try_emplace({person, work});
  if (!fresh) return at->second;
  auto& days = at->second;
  days = roster.there(person) & works[work].days;
  auto const* unit = works[work].unit;
  if (!unit)
    return days &= ~(roster.in_role(person, Role::isms_manager) | roster.in_role(person, Role::top_management));
  if (!independence.concerns(roster.key(person), unit->key)) return days;
  for (std::size_t day = 0; day < most_days; ++day)
    if (days.test(day) && !independence.allows(roster.key(person), unit->key, table.date(day))) days.reset(day);
  return days;
}

std::size_t Workload::adds(std::size_t person, std::vector<int> const& missing) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(missing, [&](int competence) { return roster.knows(person, competence); }));
}

void Workload::remove_known(std::size_t person, std::vector<int>& missing) const {
  std::erase_if(missing, [&](int competence) { return roster.knows(person, competence); });
}

}  // namespace v1
}  // namespace annexa
