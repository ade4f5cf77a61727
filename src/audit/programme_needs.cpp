#include "programme_needs.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "programme_sites.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Points that speak for auditing something soon and often.
struct Points {
  int risk_level = 40;  // times level over levels
  int importance = 6;   // a step
  int month = 1;        // since the last audit; for soon alone
  int months_at_most = 36;
  int months_if_never = 24;
  int open_nonconformity = 8;  // each
  int nonconformities_at_most = 5;
  int last_nonconformity = 4;  // each that the last audit found
  int incident = 8;            // each since the last audit
  int incidents_at_most = 3;
  int changed = 12;  // since the last audit
};
constexpr Points points;

constexpr int first_months = 12;               // what was never audited is due within them
constexpr std::size_t criteria_together = 12;  // of those that no unit carries
constexpr int follow_up_part = 3;              // of the time of a regular audit
constexpr int least_minutes = 30;
constexpr int usual_window = 3;  // months for a follow-up or special audit
constexpr int usual_cycle = 36;  // months
constexpr int months_of_year = 12;

int score_of(AuditableUnit const& unit, ProgrammeRequest const& request) {
  int const months = unit.last_audited_on
                         ? std::clamp(months_between(*unit.last_audited_on, request.from), 0, points.months_at_most)
                         : points.months_if_never;
  return interval_points(unit, request.parameters) + points.month * months;
}

void set_deadline(Need& need, std::vector<ProgrammeMonth> const& months) { need.deadline = month_of(months, need.due); }

Need regular(AuditableUnit const& unit, ProgrammeRequest const& request, std::set<Criterion> const& asked,
             std::vector<ProgrammeMonth> const& months) {
  Need need;
  need.unit = &unit;
  for (auto const& criterion : unit.criteria)
    if (asked.contains(criterion)) need.criteria.push_back(criterion);
  need.kind = unit.kind.value_or(AuditKind::internal);
  need.minutes = unit.minutes;
  need.interval = interval_of(unit, request.parameters);
  if (request.parameters.sites && request.parameters.sites->central == unit.unit)
    need.interval = std::min(need.interval, months_of_year);
  need.last = unit.last_audited_on;
  need.score = score_of(unit, request);
  need.due = due_date(request, need.last, need.interval);
  if (unit.owed_since) need.due = std::min(need.due, *unit.owed_since);
  set_deadline(need, months);
  if (!unit.planned.empty() && !is_due(need, months) && !months.empty()) {  // promised, so owed within the programme
    need.due = months.back().last;
    set_deadline(need, months);
  }
  return need;
}

// One visit between two days; nothing if the first lies behind the programme.
void add_once(Need need, AuditKind kind, Date from, Date until, std::vector<ProgrammeMonth> const& months,
              std::vector<Need>& needs) {
  need.kind = kind;
  need.once = true;
  need.release = month_of(months, from);
  if (need.release >= months.size()) return;
  need.due = std::min(until, months.back().last);
  set_deadline(need, months);
  if (kind == AuditKind::follow_up) need.minutes = std::max(least_minutes, need.minutes / follow_up_part);
  needs.push_back(std::move(need));
}

Need group_of(std::vector<DueCriterion const*> const& members, std::size_t begin, std::size_t end, int interval,
              ProgrammeRequest const& request) {
  Need need;
  need.last = members[begin]->last_audited_on;
  for (auto i = begin; i < end; ++i) {
    need.criteria.push_back(members[i]->criterion);
    if (!members[i]->last_audited_on || (need.last && *members[i]->last_audited_on < *need.last))
      need.last = members[i]->last_audited_on;
  }
  need.minutes = static_cast<int>(end - begin) * request.parameters.minutes_per_criterion;
  need.interval = interval;
  need.due = due_date(request, need.last, interval);
  for (auto i = begin; i < end; ++i) need.due = std::min(need.due, due_date(request, *members[i]));
  return need;
}

void add_uncarried(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                   std::vector<Need>& needs) {
  std::set<Criterion> carried;
  for (auto const& unit : request.units) carried.insert(unit.criteria.begin(), unit.criteria.end());
  std::map<Criterion, DueCriterion const*> ordered;
  for (auto const& due : request.criteria) ordered.emplace(due.criterion, &due);
  std::map<std::pair<std::string, int>, std::vector<DueCriterion const*>> groups;
  for (auto const& [criterion, due] : ordered) {
    if (carried.contains(criterion)) continue;
    auto const& text = criterion.text();
    auto const head = text.substr(0, text.find('.', text.starts_with("A.") ? 2 : 0));
    auto const interval = interval_of(*due, request.parameters);
    if (month_of(months, due_date(request, *due)) < months.size()) groups[{head, interval}].push_back(due);
  }
  for (auto const& [group, members] : groups)
    for (std::size_t at = 0; at < members.size(); at += criteria_together) {
      auto need = group_of(members, at, std::min(members.size(), at + criteria_together), group.second, request);
      set_deadline(need, months);
      needs.push_back(std::move(need));
    }
}

// A visit of a site in the year whose sample has it; nothing where it was visited that year already.
void add_sample(Need need, SitesOfYear const& year, std::vector<ProgrammeMonth> const& months,
                std::vector<Need>& needs) {
  auto const until = year.from.plus_months(months_of_year).plus_days(-1);
  auto const& last = need.unit->last_audited_on;
  if (last && year.from <= *last && *last <= until && !need.unit->owed_since) return;
  need.sample = &year;
  add_once(std::move(need), need.kind, std::max(year.from, months.front().first), until, months, needs);
}

// A site of which samples are taken is due when its year's sample has it, and not by an interval of its own.
void add_samples(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                 std::vector<SitesOfYear> const& sites, std::vector<Need>& needs) {
  if (sites.empty()) return;
  for (std::size_t i = 0; i < request.units.size(); ++i) {
    auto const& unit = request.units[i];
    if (!is_sampled(unit, request.parameters)) continue;
    needs[i].deadline = months.size();
    needs[i].due = months.back().last.plus_days(1);
    for (auto const& year : sites) {
      if (std::ranges::find(year.left_out, unit.unit) != year.left_out.end()) continue;
      needs[i].due = std::min(needs[i].due, year.from.plus_months(months_of_year).plus_days(-1));
      add_sample(needs[i], year, months, needs);
    }
  }
}

}  // namespace

int months_between(Date earlier, Date later) {
  auto const a = earlier.parts();
  auto const b = later.parts();
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

std::string name_of(Need const& need) {
  if (!need.unit)
    return need.criteria.front().text() + (need.criteria.size() > 1 ? " to " + need.criteria.back().text() : "");
  return need.unit->name.empty() ? need.unit->unit.text() : need.unit->name;
}

Date due_date(ProgrammeRequest const& request, std::optional<Date> last, int interval) {
  auto const horizon = request.from.plus_months(last ? interval : std::min(interval, first_months)).plus_days(-1);
  return last ? std::min(last->plus_months(interval), horizon) : horizon;
}

Date due_date(ProgrammeRequest const& request, DueCriterion const& due) {
  auto const usual = due_date(request, due.last_audited_on, interval_of(due, request.parameters));
  return due.promised_for ? std::min(usual, *due.promised_for) : usual;
}

int interval_points(AuditableUnit const& unit, ProgrammeParameters const& parameters) noexcept {
  bool const changed = unit.changed_on && (!unit.last_audited_on || *unit.last_audited_on < *unit.changed_on);
  return points.risk_level * unit.risk_level.value_or(0) / std::max(1, parameters.risk_levels) +
         points.importance * unit.importance.value_or(0) +
         points.open_nonconformity * std::min(unit.open_nonconformities, points.nonconformities_at_most) +
         points.last_nonconformity * std::min(unit.last_nonconformities.value_or(0), points.nonconformities_at_most) +
         points.incident * std::min(unit.incidents.value_or(0), points.incidents_at_most) +
         (changed ? points.changed : 0);
}

int interval_of(AuditableUnit const& unit, ProgrammeParameters const& parameters) noexcept {
  int const found = interval_points(unit, parameters);
  IntervalStep const* reached = nullptr;
  for (auto const& step : parameters.intervals)
    if (step.points <= found && (!reached || reached->points < step.points)) reached = &step;
  auto const percent = reached ? reached->percent : 100;
  return std::clamp(parameters.unit_interval * percent / 100, 1, parameters.cycle.value_or(usual_cycle));
}

std::vector<Need> needs_of(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                           std::vector<SitesOfYear> const& sites) {
  std::set<Criterion> asked;
  for (auto const& due : request.criteria) asked.insert(due.criterion);
  std::vector<Need> needs;
  for (auto const& unit : request.units) needs.push_back(regular(unit, request, asked, months));
  for (std::size_t i = 0; i < request.units.size(); ++i) {
    auto const& unit = request.units[i];
    if (unit.actions_due)
      add_once(needs[i], AuditKind::follow_up, *unit.actions_due,
               unit.actions_due->plus_months(request.parameters.follow_up_months.value_or(usual_window)), months,
               needs);
    if (unit.event_on)
      add_once(needs[i], AuditKind::special, *unit.event_on,
               unit.event_on->plus_months(request.parameters.special_months.value_or(usual_window)), months, needs);
  }
  add_samples(request, months, sites, needs);
  add_uncarried(request, months, needs);
  return needs;
}

}  // namespace v1
}  // namespace annexa
