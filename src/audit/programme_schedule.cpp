#include "programme_schedule.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "cycle_improve.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::int64_t boundless = std::int64_t{1} << 36;  // minutes
constexpr std::int64_t steps_of_a_series = 5600;
constexpr std::int64_t most_steps = 6'000'000;
constexpr std::int64_t least_months_early = 3;
constexpr int points_of_a_weight = 40;
constexpr int urgency_points = 100;  // at which a month of waiting counts as much as a month too early

struct LevelRow {
  std::string_view name;
  cycle::Amount cycle::Levels::*value;
};
constexpr std::array level_rows{LevelRow{"left-out", &cycle::Levels::left_out}, LevelRow{"late", &cycle::Levels::late},
                                LevelRow{"changed", &cycle::Levels::changed}, LevelRow{"cost", &cycle::Levels::cost}};

cycle::Months bit(std::size_t month) { return cycle::Months{1} << month; }

int months_early(ProgrammeParameters const& parameters) {
  return parameters.months_early.value_or(
      std::max(static_cast<int>(least_months_early), 12 / parameters.audits_per_year));
}

}  // namespace

ProgrammeSchedule::ProgrammeSchedule(ProgrammeRequest const& request, std::vector<ProgrammeMonth> const& months,
                                     std::vector<Need>& needs, ProgrammeWatch const& watch)
    : months_(months), needs_(needs) {
  make_model(request);
  weights_ = cycle::weights_of(model_);
  finder_.emplace(model_, weights_);
  solve(request.parameters, watch);
  put_twins_in_order();
  for (std::size_t i = 0; i < need_of_.size(); ++i)
    for (auto rest = plan_.paths[i]; rest != 0; rest &= rest - 1)
      needs_[need_of_[i]].months.push_back(static_cast<std::size_t>(std::countr_zero(rest)));
}

cycle::Months ProgrammeSchedule::open_for(Need const& need) const {
  cycle::Months open = 0;
  for (std::size_t month = 0; month < months_.size(); ++month) {
    auto const& each = months_[month];
    bool const before = need.unit && need.unit->not_before && each.last < *need.unit->not_before;
    bool const after = need.unit && need.unit->not_after && *need.unit->not_after < each.first;
    if (each.open_days > 0 && need.minutes <= each.room && !before && !after) open |= bit(month);
  }
  return open;
}

// Whether a visit planned for then is one of this need: of a sample, those within its year.
bool ProgrammeSchedule::is_for(Need const& need, Date day) {
  return !need.sample || (need.sample->from <= day && day < need.sample->from.plus_months(12));
}

cycle::Series ProgrammeSchedule::series_of(Need const& need, ProgrammeParameters const& parameters) const {
  auto const early = months_early(parameters);
  cycle::Series series;
  series.minutes = need.minutes;
  series.weight = 1 + need.score / points_of_a_weight;
  series.interval = need.interval;
  series.least_gap = std::max(1, need.interval - early);
  series.due = static_cast<int>(need.deadline);
  series.once = need.once;
  series.release = static_cast<int>(need.release);
  bool const owed = need.unit && (need.unit->owed_since || !need.unit->planned.empty());
  series.settled = need.last.has_value() && !need.once && !owed;
  if (series.settled) series.release = std::max(0, series.due - early);
  if (!series.settled) series.urgency = std::int64_t{need.minutes} * need.score / urgency_points;
  series.open = open_for(need);
  if (need.unit && (!need.once || need.sample) && !need.unit->planned.empty()) {
    for (auto const& day : need.unit->planned)
      if (auto const month = month_of(months_, day); month < months_.size() && is_for(need, day))
        series.planned |= bit(month);
    series.pinned = !need.once || series.planned != 0;
    if (series.planned != 0 && !need.once) series.release = 0;
  }
  return series;
}

void ProgrammeSchedule::make_model(ProgrammeRequest const& request) {
  series_of_.resize(needs_.size());
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    if (!is_due(needs_[i], months_)) continue;
    series_of_[i] = model_.series.size();
    need_of_.push_back(i);
    model_.series.push_back(series_of(needs_[i], request.parameters));
  }
  set_targets(request);
}

// What was asked for, or an even share of all visits that have to be over the months of audits, by their open days.
void ProgrammeSchedule::set_targets(ProgrammeRequest const& request) {
  auto const count = static_cast<int>(months_.size());
  std::int64_t minutes = 0;
  for (auto const& series : model_.series)
    minutes += series.minutes * (series.once ? 1 : 1 + (count - 1 - series.due) / series.interval);
  std::int64_t days = 0;
  for (auto const& month : months_) days += month.wanted ? month.open_days : 0;
  auto const& wanted = request.parameters.wanted_minutes_per_month;
  for (auto const& month : months_) {
    cycle::Month each{0, std::min(month.room, boundless)};
    if (month.wanted && wanted)
      each.target = std::int64_t{*wanted} * month.open_days / std::max(1, month.working_days);
    else if (month.wanted && days > 0)
      each.target = (minutes * month.open_days + days - 1) / days;
    each.target = std::min(each.target, each.room);
    model_.months.push_back(each);
  }
}

void ProgrammeSchedule::solve(ProgrammeParameters const& parameters, ProgrammeWatch const& watch) {
  auto const series = static_cast<std::int64_t>(model_.series.size());
  auto const planned =
      parameters.iterations ? *parameters.iterations : std::min(most_steps, series * steps_of_a_series);
  auto const asked = [&](std::int64_t done) {
    if (!watch || stopped_) return stopped_;
    auto const answer = watch(done, planned);
    cancelled_ = answer == Waiting::cancel;
    stopped_ = answer != Waiting::go_on;
    return stopped_;
  };
  cycle::Market market(model_, weights_, *finder_);
  market.balance([&] { return asked(0); });
  prices_ = market.prices();
  plan_ = cycle::build(model_, weights_, *finder_, prices_.minute);
  auto plain = cycle::build(model_, weights_, *finder_, std::vector<cycle::Amount>(months_.size()));
  if (plain.value < plan_.value) plan_ = std::move(plain);
  cycle::Effort const effort{static_cast<std::uint64_t>(parameters.seed.value_or(1)), stopped_ ? 0 : planned, asked};
  iterations_ = cycle::improve(model_, weights_, *finder_, prices_, effort, plan_);
}

// Of needs that differ by risk alone, the riskier one comes first: they change their months as a whole, so that no
// month has another load.
void ProgrammeSchedule::put_twins_in_order() {
  using Sort = std::tuple<cycle::Amount, int, int, int, int, cycle::Months, cycle::Months, bool, bool>;
  std::map<Sort, std::vector<std::size_t>> twins;
  for (std::size_t i = 0; i < model_.series.size(); ++i) {
    auto const& series = model_.series[i];
    if (plan_.paths[i] != 0 && !series.once)
      twins[{series.minutes, series.interval, series.least_gap, series.due, series.release, series.open, series.planned,
             series.settled, needs_[need_of_[i]].unit != nullptr}]
          .push_back(i);
  }
  auto paths = plan_.paths;
  for (auto& [sort, group] : twins) {
    std::vector<cycle::Months> theirs;
    for (auto const i : group) theirs.push_back(paths[i]);
    std::ranges::stable_sort(theirs, {}, [](cycle::Months path) { return std::countr_zero(path); });
    std::ranges::stable_sort(group, std::greater{}, [&](std::size_t i) { return needs_[need_of_[i]].score; });
    for (std::size_t k = 0; k < group.size(); ++k) paths[group[k]] = theirs[k];
  }
  auto ordered = cycle::measured(model_, weights_, std::move(paths));
  if (ordered.value <= plan_.value) plan_ = std::move(ordered);
}

std::vector<ProgrammeLevel> ProgrammeSchedule::levels() const {
  // What no series can do without, each for itself; the prices bound what remains for the last level.
  auto const count = static_cast<int>(months_.size());
  cycle::Levels least;
  std::array<cycle::Amount, cycle::most_months> nothing{};
  auto finder = *finder_;
  for (std::size_t i = 0; i < model_.series.size(); ++i) {
    auto const path = finder.cheapest(i, {nothing.data(), months_.size()}).path;
    least += cycle::levels_of(model_.series[i], path, count);
  }
  std::vector<ProgrammeLevel> levels;
  for (auto const& row : level_rows)
    levels.push_back(
        {std::string(row.name), plan_.levels.*row.value, std::min(least.*row.value, plan_.levels.*row.value)});
  auto before = plan_.levels;
  before.cost = 0;
  auto const rest = prices_.bound - weights_.value(before);
  auto const cost = rest <= 0 ? 0 : (rest + weights_.scale - 1) / weights_.scale;
  levels.back().bound = std::min(
      plan_.levels.cost, std::max(cost, least.left_out == plan_.levels.left_out && least.late == plan_.levels.late &&
                                                least.changed == plan_.levels.changed
                                            ? least.cost
                                            : 0));
  return levels;
}

ProgrammeSchedule::Alternative ProgrammeSchedule::alternative(std::size_t need, std::size_t month) {
  auto const series = series_of_[need].value();
  auto const found = cycle::best_reply(model_, weights_, *finder_, plan_, series, bit(month));
  if (found.path == 0) return {};
  auto const& own = model_.series[series];
  auto const change = [&](cycle::Months path) {
    auto levels = cycle::levels_of(own, path, static_cast<int>(months_.size()));
    for (auto rest = path; rest != 0; rest &= rest - 1) {
      auto const at = static_cast<std::size_t>(std::countr_zero(rest));
      auto const others = plan_.loads[at] - ((plan_.paths[series] & bit(at)) != 0 ? own.minutes : 0);
      auto const over = [&](cycle::Amount load) { return std::max<cycle::Amount>(0, load - model_.months[at].target); };
      levels.cost += (over(others + own.minutes) - over(others)) * model_.overload;
    }
    return levels;
  };
  auto const here = change(plan_.paths[series]);
  auto const there = change(found.path);
  // the month of it that stands for this one: the nearest that is new
  auto const fresh = found.path & ~plan_.paths[series];
  auto best = months_.size();
  auto const distance = [&](std::size_t at) { return at > month ? at - month : month - at; };
  for (auto rest = fresh != 0 ? fresh : found.path; rest != 0; rest &= rest - 1) {
    auto const at = static_cast<std::size_t>(std::countr_zero(rest));
    if (best == months_.size() || distance(at) < distance(best)) best = at;
  }
  for (auto const& row : level_rows)
    if (there.*row.value != here.*row.value) return {best, row.name, there.*row.value - here.*row.value};
  return {best, {}, 0};
}

}  // namespace v1
}  // namespace annexa
