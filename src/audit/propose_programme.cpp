#include <algorithm>
#include <annexa/audit/propose_programme.hpp>
#include <array>
#include <map>
#include <set>

#include "counted.hpp"
#include "programme_months.hpp"

namespace annexa {
inline namespace v1 {
namespace {

// Points that speak for auditing something soon. Their sum decides what comes first where nothing is due.
struct Points {
  int risk_level = 40;  // times level over levels
  int importance = 6;   // a step
  int month = 1;        // since the last audit
  int months_at_most = 36;
  int months_if_never = 24;
  int open_nonconformity = 8;  // each
  int nonconformities_at_most = 5;
  int changed = 12;  // since the last audit
};
constexpr Points points;

constexpr int first_months = 12;               // what was never audited is due within them
constexpr std::size_t criteria_together = 12;  // of those that no unit carries
constexpr std::size_t most_in_title = 4;       // units in a title

int months_between(Date earlier, Date later) {
  auto const a = earlier.parts();
  auto const b = later.parts();
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

// Something that has to be audited again and again: a unit, or requirements that no unit carries.
struct Need {
  AuditableUnit const* unit = nullptr;
  std::vector<Criterion> criteria;
  int minutes = 0;
  int interval = 12;
  std::optional<Date> last;
  int score = 0;
  Date due;                         // of the first audit in the programme
  std::size_t deadline = 0;         // month by which the next audit must be
  std::size_t release = 0;          // month from which it may be
  std::vector<std::size_t> months;  // in which it is audited
  bool pending = true;
};

std::string name_of(Need const& need) {
  if (!need.unit)
    return need.criteria.front().text() + (need.criteria.size() > 1 ? " to " + need.criteria.back().text() : "");
  return need.unit->name.empty() ? need.unit->unit.text() : need.unit->name;
}

class ProgrammeMaker {
 public:
  explicit ProgrammeMaker(ProgrammeRequest const& request)
      : request_(request), months_(months_of(request)), used_(months_.size()), visits_(months_.size()) {
    for (auto const& due : request.criteria) criteria_.emplace(due.criterion, &due);
  }
  [[nodiscard]] ProgrammeProposal run();

 private:
  // Needs
  void add_units();
  void add_uncarried();
  void add(Need need);
  [[nodiscard]] Date due_date(std::optional<Date> last, int interval) const;
  [[nodiscard]] int score_of(AuditableUnit const& unit) const;
  // Placing
  void place_all();
  void fill(std::size_t month);
  [[nodiscard]] std::vector<std::size_t> waiting(std::size_t month) const;
  [[nodiscard]] std::int64_t share(std::size_t month) const;
  [[nodiscard]] std::size_t next_wanted(std::size_t month) const;
  [[nodiscard]] bool put(std::size_t need, std::size_t month);
  // Entries
  void make_entries();
  [[nodiscard]] std::vector<Criterion> criteria_for(Need const& need, std::size_t month);
  [[nodiscard]] std::string next_key(int year);
  [[nodiscard]] std::string title_of(std::size_t month) const;
  [[nodiscard]] std::string reason(Need const& need, std::size_t month) const;
  [[nodiscard]] std::vector<std::string> factors(Need const& need, std::size_t month) const;
  // Coverage
  void cover(DueCriterion const& due);
  [[nodiscard]] ProgrammeEntry* entry_with_room(std::size_t after, std::size_t until);
  void name_uncovered();
  [[nodiscard]] std::string why_not(Need const& need) const;
  void fill_matrix();
  void describe();

  ProgrammeRequest const& request_;
  std::vector<ProgrammeMonth> months_;
  std::vector<std::int64_t> used_;                // minutes by month
  std::vector<std::vector<std::size_t>> visits_;  // needs by month
  std::map<Criterion, DueCriterion const*> criteria_;
  std::vector<Need> needs_;
  std::map<Criterion, Date> covered_;                           // last audit, as the programme goes on
  std::vector<std::size_t> entry_months_;                       // by entry
  std::map<Criterion, std::vector<std::size_t>> entries_with_;  // entries by criterion
  std::set<std::string, std::less<>> taken_;
  ProgrammeProposal proposal_;
};

// ---- Needs

Date ProgrammeMaker::due_date(std::optional<Date> last, int interval) const {
  auto const horizon = request_.from.plus_months(last ? interval : std::min(interval, first_months)).plus_days(-1);
  return last ? std::min(last->plus_months(interval), horizon) : horizon;
}

int ProgrammeMaker::score_of(AuditableUnit const& unit) const {
  int const months = unit.last_audited_on
                         ? std::clamp(months_between(*unit.last_audited_on, request_.from), 0, points.months_at_most)
                         : points.months_if_never;
  bool const changed = unit.changed_on && (!unit.last_audited_on || *unit.last_audited_on < *unit.changed_on);
  return points.risk_level * unit.risk_level.value_or(0) / request_.parameters.risk_levels +
         points.importance * unit.importance.value_or(0) + points.month * months +
         points.open_nonconformity * std::min(unit.open_nonconformities, points.nonconformities_at_most) +
         (changed ? points.changed : 0);
}

void ProgrammeMaker::add(Need need) {
  need.due = due_date(need.last, need.interval);
  need.deadline = month_of(months_, need.due);
  need.pending = need.deadline < months_.size();
  needs_.push_back(std::move(need));
}

void ProgrammeMaker::add_units() {
  for (auto const& unit : request_.units) {
    Need need;
    need.unit = &unit;
    for (auto const& criterion : unit.criteria)
      if (criteria_.contains(criterion)) need.criteria.push_back(criterion);
    need.minutes = unit.minutes;
    need.interval = request_.parameters.unit_interval;
    need.last = unit.last_audited_on;
    need.score = score_of(unit);
    add(std::move(need));
  }
}

// Requirements that no unit carries are audited in groups of one clause or theme that are due alike.
void ProgrammeMaker::add_uncarried() {
  std::set<Criterion> carried;
  for (auto const& unit : request_.units) carried.insert(unit.criteria.begin(), unit.criteria.end());
  std::map<std::pair<std::string, int>, std::vector<DueCriterion const*>> groups;
  for (auto const& [criterion, due] : criteria_) {
    if (carried.contains(criterion)) continue;
    auto const& text = criterion.text();
    auto const head = text.substr(0, text.find('.', text.starts_with("A.") ? 2 : 0));
    auto const interval = interval_of(*due, request_.parameters);
    if (month_of(months_, due_date(due->last_audited_on, interval)) < months_.size())
      groups[{head, interval}].push_back(due);
  }
  for (auto const& [group, members] : groups)
    for (std::size_t at = 0; at < members.size(); at += criteria_together) {
      Need need;
      auto const end = std::min(members.size(), at + criteria_together);
      need.last = members[at]->last_audited_on;
      for (auto i = at; i < end; ++i) {
        need.criteria.push_back(members[i]->criterion);
        if (!members[i]->last_audited_on || (need.last && *members[i]->last_audited_on < *need.last))
          need.last = members[i]->last_audited_on;
      }
      need.minutes = static_cast<int>(end - at) * request_.parameters.minutes_per_criterion;
      need.interval = group.second;
      add(std::move(need));
    }
}

// ---- Placing

std::size_t ProgrammeMaker::next_wanted(std::size_t month) const {
  for (auto next = month + 1; next < months_.size(); ++next)
    if (months_[next].wanted) return next;
  return months_.size();
}

// Needs that may be audited in a month: first those that cannot wait for the next month of audits, by deadline; then by
// points.
std::vector<std::size_t> ProgrammeMaker::waiting(std::size_t month) const {
  auto const next = next_wanted(month);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    auto const& need = needs_[i];
    if (need.pending && need.release <= month && (months_[month].wanted || need.deadline < next)) found.push_back(i);
  }
  std::ranges::stable_sort(found, [&](std::size_t a, std::size_t b) {
    auto const rank = [&](Need const& need) { return std::min(need.deadline, next); };
    auto const& x = needs_[a];
    auto const& y = needs_[b];
    return rank(x) != rank(y) ? rank(x) < rank(y) : x.score > y.score;
  });
  return found;
}

// The even share of a month: what it has to take of the first audits so that no later one has to take more.
std::int64_t ProgrammeMaker::share(std::size_t month) const {
  std::vector<std::int64_t> due(months_.size());
  for (auto const& need : needs_)
    if (need.pending && need.months.empty()) due[std::max(need.deadline, month)] += need.minutes;
  std::int64_t most = 0;
  std::int64_t sum = 0;
  std::int64_t wanted = 0;
  for (auto later = month; later < months_.size(); ++later) {
    sum += due[later];
    wanted += months_[later].wanted ? 1 : 0;
    if (wanted > 0) most = std::max(most, (sum + wanted - 1) / wanted);
  }
  return most;
}

bool ProgrammeMaker::put(std::size_t index, std::size_t month) {
  auto& need = needs_[index];
  if (used_[month] + need.minutes > months_[month].room) return false;
  used_[month] += need.minutes;
  visits_[month].push_back(index);
  need.months.push_back(month);
  need.deadline = month + static_cast<std::size_t>(need.interval);
  need.release = month + 1;
  need.pending = need.deadline < months_.size();
  return true;
}

void ProgrammeMaker::fill(std::size_t month) {
  if (months_[month].open_days == 0) return;
  auto const next = next_wanted(month);
  auto const target = share(month);
  for (auto const index : waiting(month)) {
    auto const& need = needs_[index];
    // What was audited in the programme already comes again when it has to, no sooner.
    bool const may = need.months.empty() && used_[month] + need.minutes / 2 <= target;
    if (need.deadline < next || may) static_cast<void>(put(index, month));
  }
}

void ProgrammeMaker::place_all() {
  for (std::size_t month = 0; month < months_.size(); ++month) fill(month);
}

// ---- Entries

// What of a unit's criteria is audited: all requirements of clauses; controls that would be due before the unit's next
// audit. If that is nothing, all.
std::vector<Criterion> ProgrammeMaker::criteria_for(Need const& need, std::size_t month) {
  std::vector<Criterion> due;
  auto const next = months_[month].last.plus_months(need.interval);
  for (auto const& criterion : need.criteria) {
    auto const last = covered_.find(criterion);
    bool const can_wait = need.unit && !criterion.is_clause() && last != covered_.end() &&
                          next < last->second.plus_months(interval_of(*criteria_.at(criterion), request_.parameters));
    if (!can_wait) due.push_back(criterion);
  }
  if (due.empty()) due = need.criteria;
  for (auto const& criterion : due) covered_[criterion] = months_[month].first;
  return due;
}

std::string ProgrammeMaker::next_key(int year) {
  for (int number = 1;; ++number) {
    auto key = "A-" + std::to_string(year) + '-' + std::to_string(number);
    if (taken_.insert(key).second) return key;
  }
}

std::string ProgrammeMaker::title_of(std::size_t month) const {
  std::vector<std::string> names;
  for (auto const index : visits_[month])
    if (needs_[index].unit) names.push_back(name_of(needs_[index]));
  if (names.empty()) return "Internal audit " + month_name(months_[month].first) + ": management of the ISMS";
  std::string text = "Internal audit " + month_name(months_[month].first) + ": ";
  for (std::size_t i = 0; i < std::min(names.size(), most_in_title); ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most_in_title) text += " and " + std::to_string(names.size() - most_in_title) + " more";
  return text;
}

std::vector<std::string> ProgrammeMaker::factors(Need const& need, std::size_t month) const {
  std::vector<std::string> found;
  auto const begin = months_[month].first;
  auto const before = std::ranges::find(need.months, month);
  auto const last = before == need.months.begin() ? need.last : std::optional(months_[*(before - 1)].first);
  if (need.unit) {
    auto const& unit = *need.unit;
    if (!unit.risk_band.empty()) found.push_back(unit.risk_band + " risk");
    if (unit.importance) found.push_back("importance " + std::to_string(*unit.importance) + " of 5");
    if (unit.open_nonconformities > 0)
      found.push_back(counted(unit.open_nonconformities, "open nonconformity", "open nonconformities"));
    if (unit.changed_on && (!last || *last < *unit.changed_on) && *unit.changed_on <= begin)
      found.push_back("changed on " + to_string(*unit.changed_on));
  } else {
    found.push_back(counted(static_cast<std::int64_t>(need.criteria.size()), "requirement", "requirements") +
                    " that no unit carries");
  }
  auto const since = last ? std::max(0, months_between(*last, begin)) : 0;
  found.insert(found.begin() + (need.unit && !need.unit->risk_band.empty() ? 1 : 0),
               last ? counted(since, "month", "months") + " since the last audit" : "never audited before");
  if (last && last->plus_months(need.interval) < begin)
    found.push_back("due since " + to_string(last->plus_months(need.interval)));
  return found;
}

std::string ProgrammeMaker::reason(Need const& need, std::size_t month) const {
  auto text = name_of(need) + " in " + month_name(months_[month].first) + ": ";
  auto const all = factors(need, month);
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : ", ") + all[i];
  return text + '.';
}

void ProgrammeMaker::make_entries() {
  for (auto const& due : request_.criteria)
    if (due.last_audited_on) covered_.emplace(due.criterion, *due.last_audited_on);
  taken_.insert(request_.taken.begin(), request_.taken.end());
  for (std::size_t month = 0; month < months_.size(); ++month) {
    if (visits_[month].empty()) continue;
    ProgrammeEntry entry;
    entry.audit = next_key(months_[month].first.parts().year);
    entry.title = title_of(month);
    entry.from = months_[month].first;
    entry.minutes = static_cast<int>(used_[month]);
    std::set<Criterion> criteria;
    for (auto const index : visits_[month]) {
      auto const& need = needs_[index];
      if (need.unit) entry.units.push_back(need.unit->unit);
      auto const some = criteria_for(need, month);
      criteria.insert(some.begin(), some.end());
      entry.reasons.push_back(reason(need, month));
    }
    entry.criteria.assign(criteria.begin(), criteria.end());
    for (auto const& criterion : criteria) entries_with_[criterion].push_back(entry_months_.size());
    entry_months_.push_back(month);
    proposal_.programme.entries.push_back(std::move(entry));
  }
}

// ---- Coverage

// The audit with the fewest criteria in the months from @p after to @p until that has time for one more.
ProgrammeEntry* ProgrammeMaker::entry_with_room(std::size_t after, std::size_t until) {
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

// Sees to it that a criterion is audited as often as its interval asks, in audits that take place anyway.
void ProgrammeMaker::cover(DueCriterion const& due) {
  auto const interval = interval_of(due, request_.parameters);
  auto deadline = month_of(months_, due_date(due.last_audited_on, interval));
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
        proposal_.uncovered.push_back(
            {{},
             {due.criterion},
             due.criterion.text() + " is due by " + month_name(months_[deadline].first) +
                 " and no audit there has time for it. More audit time a month or another audit would make room."});
        return;
      }
      auto const index = static_cast<std::size_t>(entry - proposal_.programme.entries.data());
      latest = entry_months_[index];
      entry->criteria.insert(std::ranges::upper_bound(entry->criteria, due.criterion), due.criterion);
      entry->minutes += request_.parameters.minutes_per_criterion;
      used_[*latest] += request_.parameters.minutes_per_criterion;
      entry->reasons.push_back(due.criterion.text() + " in " + month_name(entry->from) +
                               ": due, and no unit that carries it is audited in time.");
      with.insert(std::ranges::upper_bound(with, index), index);
    }
    from = *latest + 1;
    deadline = *latest + static_cast<std::size_t>(interval);
  }
}

std::string ProgrammeMaker::why_not(Need const& need) const {
  auto const subject =
      name_of(need) + " is due by " + month_name(need.months.empty() ? need.due : months_[need.deadline].first);
  std::int64_t widest = 0;
  std::int64_t rest = 0;
  for (std::size_t month = need.release; month < months_.size(); ++month) {
    widest = std::max(widest, months_[month].room);
    rest = std::max(rest, months_[month].room - used_[month]);
  }
  if (widest == 0)
    return subject +
           " and no month until the end of the programme has a day that is open to audits. Lift a freeze, or work on "
           "other days.";
  if (widest < need.minutes)
    return subject + " and needs " + counted(need.minutes, "minute", "minutes") +
           " at once; no month offers more than " + std::to_string(widest) +
           ". Offer more audit time a month, or audit it in parts as units of its own.";
  return subject + " and needs " + counted(need.minutes, "minute", "minutes") +
         "; the months are full, the emptiest has " + std::to_string(rest) + " left. " +
         std::to_string(need.minutes - rest) + " more minutes a month would make room.";
}

void ProgrammeMaker::name_uncovered() {
  for (auto const& need : needs_) {
    if (!need.pending) continue;
    Uncovered uncovered;
    if (need.unit)
      uncovered.unit = need.unit->unit;
    else
      uncovered.criteria = need.criteria;
    uncovered.because = why_not(need);
    proposal_.uncovered.push_back(std::move(uncovered));
  }
}

void ProgrammeMaker::fill_matrix() {
  auto const& entries = proposal_.programme.entries;
  std::map<std::size_t, std::size_t> entry_of;  // by month
  for (std::size_t i = 0; i < entry_months_.size(); ++i) entry_of.emplace(entry_months_[i], i);
  for (auto const& need : needs_) {
    if (!need.unit) continue;
    UnitCoverage row{need.unit->unit, need.due, {}, {}};
    for (auto const month : need.months) {
      auto const& entry = entries[entry_of.at(month)];
      row.months.push_back(entry.from);
      row.audits.push_back(entry.audit);
    }
    proposal_.units.push_back(std::move(row));
  }
  for (auto const& due : request_.criteria) {
    CriterionCoverage row{due.criterion, due_date(due.last_audited_on, interval_of(due, request_.parameters)), {}};
    for (auto const index : entries_with_[due.criterion]) row.audits.push_back(entries[index].audit);
    proposal_.criteria.push_back(std::move(row));
  }
}

void ProgrammeMaker::describe() {
  auto& programme = proposal_.programme;
  programme.key = request_.programme.value_or(*Key<"programme">::parse("PRG-" + to_string(request_.from).substr(0, 4)));
  programme.from = request_.from;
  programme.until = last_day(request_);
  programme.objectives = {
      "Find out whether the ISMS conforms to the organisation's own requirements and to ISO/IEC 27001 (9.2.1 a).",
      "Find out whether the ISMS is effectively implemented and maintained (9.2.1 b)."};
  int open = 0;
  std::size_t ownerless = 0;
  for (auto const& unit : request_.units) {
    open += unit.open_nonconformities;
    ownerless += unit.owner ? 0 : 1;
  }
  if (open > 0)
    programme.objectives.push_back("See whether " + counted(open, "open nonconformity is", "open nonconformities are") +
                                   " being brought to an end.");
  programme.methods = "Interviews, review of documents and records, observation; by samples.";
  programme.responsibilities =
      "The programme manager carries it out and reports results to the managers concerned and to top management (9.2.2 "
      "c).";
  if (ownerless > 0)
    programme.risks.push_back(counted(static_cast<std::int64_t>(ownerless), "unit names", "units name") +
                              " nobody who answers for it; an audit there may find nobody to talk to.");
  if (!proposal_.uncovered.empty())
    programme.risks.push_back("Not everything that is due has a place: " + proposal_.uncovered.front().because);
}

ProgrammeProposal ProgrammeMaker::run() {
  add_units();
  add_uncarried();
  place_all();
  make_entries();
  name_uncovered();
  std::set<Criterion> named;
  for (auto const& each : proposal_.uncovered) named.insert(each.criteria.begin(), each.criteria.end());
  for (auto const& due : request_.criteria)
    if (!named.contains(due.criterion)) cover(due);
  fill_matrix();
  describe();
  return std::move(proposal_);
}

}  // namespace

result<ProgrammeProposal> propose_programme(ProgrammeRequest const& request) {
  Error errors;
  check_request(request, errors);
  if (!errors.empty()) return errors;
  return ProgrammeMaker(request).run();
}

}  // namespace v1
}  // namespace annexa
