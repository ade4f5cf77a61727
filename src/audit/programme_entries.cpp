#include "programme_entries.hpp"

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace {

namespace say_it = programme_texts;

constexpr std::size_t most_in_title = 4;  // units in a title

}  // namespace

ProgrammeEntries::ProgrammeEntries(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                                   std::vector<Need> const& needs, ProgrammeWords const& words,
                                   ProgrammeProposal& proposal)
    : request_(request),
      months_(months),
      needs_(needs),
      words_(words),
      proposal_(proposal),
      used_(months.size()),
      visits_(months.size()),
      taken_(request.taken.begin(), request.taken.end()) {
  for (auto const& due : request.criteria) {
    criteria_.emplace(due.criterion, &due);
    if (due.last_audited_on) covered_.emplace(due.criterion, *due.last_audited_on);
  }
  for (std::size_t i = 0; i < needs.size(); ++i)
    for (auto const month : needs[i].months) {
      visits_[month].push_back(i);
      used_[month] += needs[i].minutes;
    }
  for (auto& visits : visits_)
    std::ranges::stable_sort(visits, [&](std::size_t a, std::size_t b) { return needs[a].score > needs[b].score; });
}

// Whether a programme in force promised it and no audit of this one has had it yet.
bool ProgrammeEntries::is_promised(Criterion const& criterion) const {
  auto const found = criteria_.find(criterion);
  if (found == criteria_.end() || !found->second->promised_for) return false;
  auto const with = entries_with_.find(criterion);
  return with == entries_with_.end() || with->second.empty();
}

// What of a unit's criteria is audited: all requirements of clauses; controls that would be due before the unit's next
// audit. If that is nothing, all.
std::vector<Criterion> ProgrammeEntries::criteria_for(Need const& need, std::size_t month) {
  std::vector<Criterion> due;
  auto const next = months_[month].last.plus_months(need.interval);
  for (auto const& criterion : need.criteria) {
    auto const last = covered_.find(criterion);
    bool const can_wait = need.unit && !criterion.is_clause() && !is_promised(criterion) && last != covered_.end() &&
                          next < last->second.plus_months(interval_of(*criteria_.at(criterion), request_.parameters));
    if (!can_wait) due.push_back(criterion);
  }
  if (due.empty()) due = need.criteria;
  for (auto const& criterion : due) covered_[criterion] = months_[month].first;
  return due;
}

std::string ProgrammeEntries::next_key(int year) {
  for (int number = 1;; ++number) {
    auto key = "A-" + std::to_string(year) + '-' + std::to_string(number);
    if (taken_.insert(key).second) return key;
  }
}

std::string ProgrammeEntries::title_of(std::size_t month) const {
  std::vector<std::string> names;
  for (auto const index : visits_[month])
    if (needs_[index].unit) names.push_back(name_of(needs_[index]));
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most_in_title); ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (names.empty()) text = words_.say(say_it::management);
  if (names.size() > most_in_title)
    text += words_.say(say_it::more_names, {{"n", std::to_string(names.size() - most_in_title)}});
  return words_.say(say_it::internal_audit, {{"month", words_.month(months_[month].first)}, {"names", text}});
}

AuditKind ProgrammeEntries::kind_of(std::size_t month) const {
  std::set<AuditKind> kinds;
  for (auto const index : visits_[month])
    if (needs_[index].unit) kinds.insert(needs_[index].kind);
  if (kinds.empty()) return AuditKind::internal;
  return kinds.size() == 1 ? *kinds.begin() : AuditKind::combined;
}

// What has happened at a unit since its last audit.
void ProgrammeEntries::add_events(Need const& need, Date begin, std::optional<Date> last,
                                  std::vector<std::string>& found) const {
  auto const& unit = *need.unit;
  if (unit.open_nonconformities > 0)
    found.push_back(words_.counted(unit.open_nonconformities, say_it::nonconformity, say_it::nonconformities));
  if (unit.incidents.value_or(0) > 0 && last == need.last)
    found.push_back(words_.counted(*unit.incidents, say_it::incident, say_it::incidents));
  if (unit.changed_on && (!last || *last < *unit.changed_on) && *unit.changed_on <= begin)
    found.push_back(words_.say(say_it::changed, {{"day", to_string(*unit.changed_on)}}));
  if (unit.owed_since && last == need.last)
    found.push_back(words_.say(say_it::owed, {{"day", to_string(*unit.owed_since)}}));
}

// Whether a site is visited by chance or by risk, and of how many.
std::string ProgrammeEntries::sample_words(Need const& need) const {
  auto const& year = *need.sample;
  bool const drawn = std::ranges::find(year.at_random, need.unit->unit) != year.at_random.end();
  return words_.say(drawn ? say_it::site_at_random : say_it::site_by_risk,
                    {{"n", std::to_string(year.at_random.size() + year.by_risk.size())},
                     {"all", std::to_string(year.population)},
                     {"day", to_string(year.from)}});
}

// How long ago the audit before was, or for when it is planned.
std::string ProgrammeEntries::since(Need const& need, Date begin, std::optional<Date> last) const {
  if (!last) return words_.say(say_it::never);
  bool const planned = last != need.last || (need.unit && need.unit->last_is_planned);
  if (planned) return words_.say(say_it::planned_before, {{"month", words_.month(*last)}});
  return words_.counted(std::max(0, months_between(*last, begin)), say_it::since_month, say_it::since_months);
}

std::vector<std::string> ProgrammeEntries::factors(Need const& need, std::size_t month) const {
  if (need.kind == AuditKind::follow_up)
    return {words_.say(say_it::follow_up, {{"day", to_string(*need.unit->actions_due)}})};
  if (need.kind == AuditKind::special) return {words_.say(say_it::special, {{"day", to_string(*need.unit->event_on)}})};
  std::vector<std::string> found;
  if (need.sample) found.push_back(sample_words(need));
  auto const begin = months_[month].first;
  auto const before = std::ranges::find(need.months, month);
  auto const last = before == need.months.begin() ? need.last : std::optional(months_[*(before - 1)].first);
  if (need.unit && !need.unit->risk_band.empty())
    found.push_back(words_.say(say_it::risk, {{"band", need.unit->risk_band}}));
  found.push_back(since(need, begin, last));
  if (need.unit && need.unit->importance)
    found.push_back(words_.say(say_it::importance, {{"n", std::to_string(*need.unit->importance)}}));
  if (need.unit)
    add_events(need, begin, last, found);
  else
    found.push_back(
        words_.counted(static_cast<std::int64_t>(need.criteria.size()), say_it::requirement, say_it::requirements));
  if (last && last->plus_months(need.interval) < begin)
    found.push_back(words_.say(say_it::overdue, {{"day", to_string(last->plus_months(need.interval))}}));
  return found;
}

std::string ProgrammeEntries::reason(Need const& need, std::size_t month) const {
  std::string all;
  for (auto const& each : factors(need, month)) all += (all.empty() ? "" : ", ") + each;
  return words_.say(say_it::reason,
                    {{"name", name_of(need)}, {"month", words_.month(months_[month].first)}, {"factors", all}});
}

void ProgrammeEntries::make_entry(std::size_t month) {
  ProgrammeEntry entry;
  entry.audit = next_key(months_[month].first.parts().year);
  entry.title = title_of(month);
  entry.kind = kind_of(month);
  entry.from = months_[month].first;
  entry.minutes = static_cast<int>(used_[month]);
  std::set<Criterion> criteria;
  for (auto const index : visits_[month]) {
    auto const& need = needs_[index];
    if (need.unit && std::ranges::find(entry.units, need.unit->unit) == entry.units.end())
      entry.units.push_back(need.unit->unit);
    auto const some = criteria_for(need, month);
    criteria.insert(some.begin(), some.end());
    entry.reasons.push_back(reason(need, month));
  }
  entry.criteria.assign(criteria.begin(), criteria.end());
  for (auto const& criterion : criteria) entries_with_[criterion].push_back(entry_months_.size());
  entry_months_.push_back(month);
  proposal_.programme.entries.push_back(std::move(entry));
}

void ProgrammeEntries::make() {
  for (std::size_t month = 0; month < months_.size(); ++month)
    if (!visits_[month].empty()) make_entry(month);
}

std::string const& ProgrammeEntries::audit_in(std::size_t month) const {
  auto const at = std::ranges::lower_bound(entry_months_, month) - entry_months_.begin();
  return proposal_.programme.entries[static_cast<std::size_t>(at)].audit;
}

// The audit with the fewest criteria in the months from @p after to @p until that has time for one more.
ProgrammeEntry* ProgrammeEntries::entry_with_room(std::size_t after, std::size_t until) {
  ProgrammeEntry* best = nullptr;
  auto& entries = proposal_.programme.entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto const month = entry_months_[i];
    if (month < after || until < month) continue;
    if (used_[month] + request_.parameters.minutes_per_criterion > months_[month].room) continue;
    if (!best || entries[i].criteria.size() < best->criteria.size()) best = &entries[i];
  }
  return best;
}

void ProgrammeEntries::cover(DueCriterion const& due) {
  auto const interval = interval_of(due, request_.parameters);
  auto deadline = month_of(months_, due_date(request_, due));
  std::size_t from = 0;
  while (deadline < months_.size()) {
    auto& with = entries_with_[due.criterion];
    std::optional<std::size_t> latest;
    for (auto const entry : with)
      if (from <= entry_months_[entry] && entry_months_[entry] <= deadline) latest = entry_months_[entry];
    if (!latest) {
      auto* entry = entry_with_room(from, deadline);
      if (!entry) entry = entry_with_room(deadline + 1, months_.size());
      if (!entry) {
        auto const subject = words_.say(
            say_it::due_by, {{"name", due.criterion.text()}, {"month", words_.month(months_[deadline].first)}});
        proposal_.uncovered.push_back({{}, {due.criterion}, subject + words_.say(say_it::no_entry)});
        return;
      }
      auto const index = static_cast<std::size_t>(entry - proposal_.programme.entries.data());
      latest = entry_months_[index];
      entry->criteria.insert(std::ranges::upper_bound(entry->criteria, due.criterion), due.criterion);
      entry->minutes += request_.parameters.minutes_per_criterion;
      used_[*latest] += request_.parameters.minutes_per_criterion;
      entry->reasons.push_back(
          words_.say(say_it::carried_by_none, {{"name", due.criterion.text()}, {"month", words_.month(entry->from)}}));
      with.insert(std::ranges::upper_bound(with, index), index);
    }
    from = *latest + 1;
    deadline = *latest + static_cast<std::size_t>(interval);
  }
}

}  // namespace v1
}  // namespace annexa
