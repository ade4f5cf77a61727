// How each indicator is computed.
#include <algorithm>
#include <annexa/nonconformity/lifecycle.hpp>
#include <annexa/review/fulfilment.hpp>
#include <array>
#include <limits>
#include <map>
#include <utility>

#include "grouping.hpp"
#include "kpi_parts.hpp"

namespace annexa {
inline namespace v1 {

// ---- Material

KpiMaterial::KpiMaterial(ReviewRecords const& all, Catalog const& standard, Date first, Date last, Date now)
    : records(all), catalog(standard), from(first), until(last), today(now) {
  for (auto const* each : all.nonconformities) {
    if (is_unproven(*each)) {
      left_out.insert(each->key.text());
      continue;
    }
    auto const day = raised_on(*each);
    if (day && *day <= until) nonconformities.push_back(each);
  }
}

void KpiValues::share(std::int64_t part, std::int64_t whole, std::string_view group) {
  values_.push_back({std::string(id_), std::string(group), percentage(part, whole), part, whole});
}

void KpiValues::count(std::int64_t part, std::int64_t whole, std::string_view group) {
  values_.push_back({std::string(id_), std::string(group), *Decimal::from(part, 0), part, whole});
}

void KpiValues::median(std::vector<std::int64_t> days, std::string_view group) {
  auto const size = days.size();
  std::optional<Decimal> value;
  std::int64_t tenths = 0;
  if (size != 0) {
    std::ranges::sort(days);
    tenths = (days[(size - 1) / 2] + days[size / 2]) * 5;
    value = *Decimal::from(tenths, 1);
  }
  values_.push_back({std::string(id_), std::string(group), value, tenths / 10, static_cast<std::int64_t>(size)});
}

bool was_carried_out(Audit const& audit, KpiMaterial const& m) noexcept {
  return (audit.state == AuditState::concluded || audit.state == AuditState::reported) && m.holds(audit.until);
}

std::optional<Date> raised_on(Nonconformity const& nonconformity) noexcept {
  if (nonconformity.trail.empty()) return {};
  return nonconformity.trail.front().at.date();
}

bool was_open(Nonconformity const& nonconformity, Date day) noexcept {
  std::optional<NonconformityState> state;
  for (auto const& move : nonconformity.trail)
    if (move.at.date() <= day) state = move.to;
  return state && !is_final(*state);
}

bool has_passed_deadline(Nonconformity const& nonconformity, Date day) {
  for (auto const& member : type_of<Deadlines>.members) {
    if (member.type != &type_of<std::optional<Date>>) continue;
    auto const& due = *static_cast<std::optional<Date> const*>(member_of(member, &nonconformity.due));
    if (due && *due < day) return true;
  }
  return false;
}

bool is_under_way(CorrectiveAction const& action) noexcept {
  return action.state == ActionState::approved || action.state == ActionState::in_progress;
}

// ---- Time and lateness

void time_to_state(KpiMaterial const& m, KpiValues& out) {
  std::map<NonconformityState, std::vector<std::int64_t>> days;
  for (auto const* each : m.nonconformities) {
    std::map<NonconformityState, Date> first;
    for (auto const& move : each->trail) first.try_emplace(move.to, move.at.date());
    for (auto const& [state, day] : first)
      if (m.holds(day)) days[state].push_back(day - *raised_on(*each));
  }
  for (auto const& row : type_of<NonconformityState>.names)
    if (auto const state = static_cast<NonconformityState>(row.value); state != NonconformityState::draft)
      out.median(std::move(days[state]), wire_name(row));
}

void overdue_share(KpiMaterial const& m, KpiValues& out) {
  std::int64_t late = 0;
  std::int64_t all = 0;
  for (auto const* each : m.records.actions) {
    bool const counts = each->state != ActionState::proposed && each->state != ActionState::cancelled &&
                        !m.left_out.contains(each->nonconformity.text());
    if (!counts || !each->due_on || !m.holds(*each->due_on) || *each->due_on >= m.today) continue;
    ++all;
    if (!each->done_on || *each->due_on < *each->done_on) ++late;
  }
  out.share(late, all);
}

void overdue_open(KpiMaterial const& m, KpiValues& out) {
  if (m.until < m.today) return out.unknown();
  std::set<std::string_view> late;
  for (auto const* each : m.records.actions)
    if (is_under_way(*each) && each->due_on && *each->due_on < m.today) late.insert(each->nonconformity.text());
  std::int64_t passed = 0;
  std::int64_t all = 0;
  for (auto const* each : m.nonconformities) {
    if (is_final(each->state)) continue;
    ++all;
    if (has_passed_deadline(*each, m.today) || late.contains(each->key.text())) ++passed;
  }
  out.share(passed, all);
}

// ---- What helped, and what came back

void effectiveness_rate(KpiMaterial const& m, KpiValues& out) {
  std::int64_t effective = 0;
  std::int64_t judged = 0;
  auto const add = [&](Effectiveness const& review) {
    if (!review.result || !review.judged_on || !m.holds(*review.judged_on)) return;
    ++judged;
    if (*review.result == EffectivenessResult::effective) ++effective;
  };
  for (auto const* each : m.nonconformities) {
    for (auto const& past : each->past_cycles) add(past.effectiveness.or_fresh());
    if (each->effectiveness) add(*each->effectiveness);
  }
  out.share(effective, judged);
}

void recurrence_rate(KpiMaterial const& m, KpiValues& out) {
  std::map<std::pair<Criterion, std::string>, Date> closed;  // the first closing on a criterion in a unit
  auto const place = [](Nonconformity const& each) { return each.unit ? each.unit->text() : std::string(); };
  for (auto const* each : m.nonconformities)
    if (each->closed_on)
      for (auto const& criterion : each->criteria) {
        auto const [at, fresh] = closed.try_emplace({criterion, place(*each)}, *each->closed_on);
        at->second = std::min(at->second, *each->closed_on);
      }
  std::int64_t again = 0;
  std::int64_t all = 0;
  for (auto const* each : m.nonconformities) {
    auto const day = *raised_on(*each);
    if (!m.holds(day)) continue;
    ++all;
    auto const returns = [&](Criterion const& criterion) {
      auto const at = closed.find({criterion, place(*each)});
      return at != closed.end() && at->second < day;
    };
    if (std::ranges::any_of(each->criteria, returns)) ++again;
  }
  out.share(again, all);
}

// ---- Age

namespace {

std::vector<std::int64_t> ages(KpiMaterial const& m) {
  std::vector<std::int64_t> out;
  for (auto const* each : m.nonconformities)
    if (was_open(*each, m.until)) out.push_back(m.until - *raised_on(*each));
  return out;
}

struct AgeSpan {
  std::string_view name;
  std::int64_t most;
};
constexpr std::array age_spans{AgeSpan{"up to 30 days", 30}, AgeSpan{"31 to 90 days", 90},
                               AgeSpan{"91 to 180 days", 180},
                               AgeSpan{"over 180 days", std::numeric_limits<std::int64_t>::max()}};

}  // namespace

void age_of_open(KpiMaterial const& m, KpiValues& out) { out.median(ages(m)); }

void ageing(KpiMaterial const& m, KpiValues& out) {
  auto const all = ages(m);
  std::array<std::int64_t, age_spans.size()> counts{};
  for (auto const age : all) {
    auto const span = std::ranges::find_if(age_spans, [&](AgeSpan const& each) { return age <= each.most; });
    ++counts[static_cast<std::size_t>(span - age_spans.begin())];
  }
  for (std::size_t i = 0; i < counts.size(); ++i)
    out.count(counts[i], static_cast<std::int64_t>(all.size()), age_spans[i].name);
}

// ---- Findings

namespace {

void findings_by(Grouping grouping, KpiMaterial const& m, KpiValues& out) {
  std::map<GroupPlace, std::int64_t> counts;
  std::int64_t all = 0;
  for (auto const* each : m.records.findings) {
    bool const counted = each->kind != FindingKind::strength && each->state != FindingState::withdrawn;
    if (!counted || !m.holds(each->raised_on)) continue;
    ++all;
    std::map<GroupPlace, bool> seen;
    for (auto const& criterion : each->criteria)
      if (auto const group = group_of(grouping, criterion, m.catalog); group && seen.emplace(*group, true).second)
        ++counts[*group];
  }
  for (auto const& [group, count] : counts) out.count(count, all, group.id);
}

}  // namespace

void findings_by_clause(KpiMaterial const& m, KpiValues& out) { findings_by(Grouping::clause, m, out); }
void findings_by_theme(KpiMaterial const& m, KpiValues& out) { findings_by(Grouping::theme, m, out); }

// ---- Audits

void programme_fulfilment(KpiMaterial const& m, KpiValues& out) {
  std::set<std::string_view> done;
  for (auto const* audit : m.records.audits)
    if ((audit->state == AuditState::concluded || audit->state == AuditState::reported) && audit->until <= m.until)
      done.insert(audit->key.text());
  std::int64_t fulfilled = 0;
  std::int64_t all = 0;
  for (auto const* programme : m.records.programmes) {
    if (programme->state != ProgrammeState::approved) continue;
    for (auto const& entry : programme->entries) {
      if (!m.holds(entry.from.plus_months(1).plus_days(-1))) continue;
      ++all;
      if (done.contains(entry.audit)) ++fulfilled;
    }
  }
  out.share(fulfilled, all);
}

void audit_coverage(KpiMaterial const& m, KpiValues& out) {
  std::set<std::string_view> audits;
  std::set<std::string_view> visited;
  for (auto const* audit : m.records.audits) {
    if (!was_carried_out(*audit, m)) continue;
    audits.insert(audit->key.text());
    for (auto const& unit : audit->units) visited.insert(unit.text());
  }
  std::int64_t units = 0;
  std::int64_t seen = 0;
  for (auto const* unit : m.records.units) {
    if (unit->out_of_scope || (unit->retired_on && *unit->retired_on <= m.until)) continue;
    ++units;
    if (visited.contains(unit->key.text())) ++seen;
  }
  out.share(seen, units, "units");
  std::set<Criterion> assessed;
  for (auto const* each : m.records.assessments)
    if (audits.contains(each->audit.text()) && each->verdict != Verdict::not_assessed) assessed.insert(each->criterion);
  auto const excluded = excluded_controls(m.records.applicability);
  std::int64_t criteria = 0;
  std::int64_t covered = 0;
  for (auto const* row : m.catalog.criteria()) {
    Criterion const criterion(row->reference);
    if (excluded.contains(criterion)) continue;
    ++criteria;
    if (assessed.contains(criterion)) ++covered;
  }
  out.share(covered, criteria, "criteria");
}

}  // namespace v1
}  // namespace annexa
