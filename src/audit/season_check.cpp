#include <algorithm>
#include <annexa/audit/independence.hpp>
#include <annexa/audit/season_check.hpp>
#include <map>
#include <set>

namespace annexa {
inline namespace v1 {
namespace {

// A half-day that nobody counts in: twice the day's number, and one for the afternoon.
using Half = std::int64_t;
Half half_of(HalfDay half) { return (half.day - Date{}) * 2 + (half.part == DayPart::afternoon ? 1 : 0); }

// Gathers the facts of a season by its records alone.
class SeasonFacts {
 public:
  SeasonFacts(SeasonRequest const& request, std::span<PlacedEngagement const> placed);
  [[nodiscard]] std::vector<SeasonFact> run();

 private:
  using Names = std::vector<std::string>;
  void add(char const* rule, Names about, std::int64_t need, std::int64_t have) {
    facts_.push_back({rule, std::move(about), need, have});
  }
  void add_time(PlacedEngagement const& placed, Engagement const& engagement);
  void add_team(PlacedEngagement const& placed, Engagement const& engagement);
  void add_sent(PlacedEngagement const& placed, Engagement const& engagement);
  void add_use(std::string const& name, char const* free_rule, char const* once_rule, std::int64_t capacity,
               std::vector<PlacedEngagement const*> const& held);
  void add_workload(SeasonAuditor const& auditor, std::vector<PlacedEngagement const*> const& held);
  [[nodiscard]] std::vector<Half> halves(PlacedEngagement const& placed) const;
  [[nodiscard]] std::set<Half> closed(std::string const& name) const;

  SeasonRequest const& request_;
  std::span<PlacedEngagement const> placed_;
  Independence independence_;
  std::set<Date> holidays_;
  std::map<std::string, Engagement const*> engagements_;
  std::map<std::string, PlacedEngagement const*> places_;
  std::map<std::string, Person const*> people_;
  std::map<std::string, SeasonAuditor const*> auditors_;
  std::vector<SeasonFact> facts_;
};

SeasonFacts::SeasonFacts(SeasonRequest const& request, std::span<PlacedEngagement const> placed)
    : request_(request),
      placed_(placed),
      independence_(request.units, request.people, request.waivers, {request.parameters.cooling_off_months}),
      holidays_(request.calendar.holidays.begin(), request.calendar.holidays.end()) {
  for (auto const& row : request.engagements) engagements_.emplace(row.key.text(), &row);
  for (auto const& row : placed) places_.emplace(row.engagement.text(), &row);
  for (auto const& row : request.people) people_.emplace(row.key.text(), &row);
  for (auto const& row : request.auditors) auditors_.emplace(row.person.text(), &row);
}

// The half-days of working days from begin to end.
std::vector<Half> SeasonFacts::halves(PlacedEngagement const& placed) const {
  std::vector<Half> found;
  for (auto day = placed.start.day; day <= placed.end.day; day = day.plus_days(1)) {
    if (detail::contains(request_.calendar.weekend, day.weekday()) || holidays_.contains(day)) continue;
    for (auto const part : {DayPart::morning, DayPart::afternoon})
      if (HalfDay const half{day, part}; half >= placed.start && half <= placed.end) found.push_back(half_of(half));
  }
  return found;
}

void SeasonFacts::add_time(PlacedEngagement const& placed, Engagement const& engagement) {
  auto const& key = engagement.key.text();
  add("window-begin", {key}, half_of({std::max(engagement.earliest, request_.from), DayPart::morning}),
      half_of(placed.start));
  add("window-end", {key}, half_of(placed.end),
      half_of({std::min(engagement.latest, request_.until), DayPart::afternoon}));
  auto const found = static_cast<std::int64_t>(halves(placed).size());
  add("length", {key}, engagement.half_days, found);
  add("length", {key}, found, engagement.half_days);
  for (auto const& before : engagement.after) {
    auto const place = places_.find(before.text());
    auto const ended = place == places_.end() ? half_of(placed.start) : half_of(place->second->end);
    add("precedence", {before.text(), key}, ended + 1, half_of(placed.start));
  }
}

void SeasonFacts::add_team(PlacedEngagement const& placed, Engagement const& engagement) {
  auto const& key = engagement.key.text();
  for (auto const& competence : engagement.competences) {
    std::int64_t know = 0;
    for (auto const& person : placed.team)
      know += detail::contains(people_.at(person.text())->competences, competence) ? 1 : 0;
    add("competence", {key, competence}, 1, know);
  }
  auto const size = static_cast<std::int64_t>(placed.team.size());
  add("lead", {key}, 1, size > 0 && auditors_.at(placed.team[0].text())->lead ? 1 : 0);
  add("team-size", {key}, size, engagement.largest_team);
  for (auto const& person : placed.team) {
    std::int64_t grounds = 0;
    for (auto day = placed.start.day; day <= placed.end.day; day = day.plus_days(1))
      grounds += static_cast<std::int64_t>(independence_.against(person, engagement.unit, day).size());
    add("independence", {key, person.text()}, grounds, 0);
  }
}

void SeasonFacts::add_sent(PlacedEngagement const& placed, Engagement const& engagement) {
  if (!engagement.published || !engagement.published->sent || detail::contains(request_.may_move, engagement.key))
    return;
  auto team = placed.team;
  auto was = engagement.published->team;
  std::ranges::sort(team, {}, &Key<"person">::text);
  std::ranges::sort(was, {}, &Key<"person">::text);
  add("sent", {engagement.key.text()}, 1, team == was && placed.start == engagement.published->start ? 1 : 0);
}

std::set<Half> SeasonFacts::closed(std::string const& name) const {
  std::set<Half> found;
  auto const close = [&](Date from, Date until) {
    for (auto day = std::max(from, request_.from); day <= std::min(until, request_.until); day = day.plus_days(1))
      for (auto const part : {DayPart::morning, DayPart::afternoon}) found.insert(half_of({day, part}));
  };
  for (auto const& closure : request_.closures)
    if (closure.of == name) close(closure.from, closure.until);
  if (auto const person = people_.find(name); person != people_.end() && auditors_.contains(name)) {
    for (auto const& absence : person->second->absences) close(absence.from, absence.until);
    if (person->second->retired_on) close(*person->second->retired_on, request_.until);
  }
  return found;
}

// That somebody or something is there when it is needed, and holds no more at a time than it can.
void SeasonFacts::add_use(std::string const& name, char const* free_rule, char const* once_rule, std::int64_t capacity,
                          std::vector<PlacedEngagement const*> const& held) {
  auto const away = closed(name);
  std::map<Half, std::int64_t> used;
  for (auto const* placed : held) {
    std::int64_t there = 0;
    auto const times = halves(*placed);
    for (auto const half : times) {
      there += away.contains(half) ? 0 : 1;
      ++used[half];
    }
    add(free_rule, {placed->engagement.text(), name}, static_cast<std::int64_t>(times.size()), there);
  }
  std::int64_t most = 0;
  for (auto const& [half, count] : used) most = std::max(most, count);
  add(once_rule, {name}, most, capacity);
}

void SeasonFacts::add_workload(SeasonAuditor const& auditor, std::vector<PlacedEngagement const*> const& held) {
  if (!auditor.half_days_per_month) return;
  std::map<std::string, std::int64_t> work;
  for (auto const* placed : held)
    for (auto const half : halves(*placed))
      ++work[to_string(Date{}.plus_days(static_cast<int>(half / 2))).substr(0, 7)];
  for (auto const& [month, halves_then] : work)
    add("workload", {auditor.person.text(), month}, halves_then, *auditor.half_days_per_month);
}

std::vector<SeasonFact> SeasonFacts::run() {
  std::map<std::string, std::vector<PlacedEngagement const*>> by_person, by_unit, by_place;
  for (auto const& placed : placed_) {
    auto const& engagement = *engagements_.at(placed.engagement.text());
    add_time(placed, engagement);
    add_team(placed, engagement);
    add_sent(placed, engagement);
    for (auto const& person : placed.team) by_person[person.text()].push_back(&placed);
    by_unit[engagement.unit.text()].push_back(&placed);
    if (!engagement.place.empty()) by_place[engagement.place].push_back(&placed);
  }
  for (auto const& [name, held] : by_person) {
    add_use(name, "auditor-free", "auditor-once", 1, held);
    add_workload(*auditors_.at(name), held);
  }
  for (auto const& [name, held] : by_unit) add_use(name, "unit-free", "unit-once", 1, held);
  for (auto const& place : request_.places)
    if (auto const held = by_place.find(place.name); held != by_place.end())
      add_use(place.name, "place-free", "place-rooms", place.rooms, held->second);
  return std::move(facts_);
}

}  // namespace

std::vector<SeasonFact> season_facts(SeasonRequest const& request, std::span<PlacedEngagement const> placed) {
  return SeasonFacts(request, placed).run();
}

std::vector<SeasonFact> check_season(SeasonRequest const& request, SeasonProposal const& proposal) {
  std::vector<SeasonFact> broken;
  std::map<std::string_view, int> times;
  std::set<std::string_view> auditors;
  for (auto const& engagement : request.engagements) times.emplace(engagement.key.text(), 0);
  for (auto const& auditor : request.auditors) auditors.insert(auditor.person.text());
  auto const count = [&](Key<"engagement"> const& key) {
    if (auto const found = times.find(key.text()); found != times.end())
      ++found->second;
    else
      broken.push_back({"unknown", {key.text()}, 1, 0});
  };
  for (auto const& placed : proposal.placed) {
    count(placed.engagement);
    for (auto const& person : placed.team)
      if (!auditors.contains(person.text())) broken.push_back({"unknown", {person.text()}, 1, 0});
  }
  for (auto const& unplaced : proposal.unplaced) count(unplaced.engagement);
  for (auto const& [key, found] : times)
    if (found != 1) broken.push_back({"once", {std::string(key)}, 1, found});
  if (!broken.empty()) return broken;
  for (auto& fact : season_facts(request, proposal.placed))
    if (fact.have < fact.need) broken.push_back(std::move(fact));
  return broken;
}

}  // namespace v1
}  // namespace annexa
