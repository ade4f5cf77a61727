#include "plan_search.hpp"

#include <algorithm>

#include "engine/bound.hpp"

namespace annexa {
inline namespace v1 {
namespace {

constexpr std::array level_names{"left-out", "lateness", "changes", "expense", "balance"};

// Without a number of the caller's, search and bound take about as long for every size.
constexpr std::int64_t usual_rounds = 1'000;
constexpr std::int64_t search_effort = 20'000'000;
constexpr std::int64_t usual_bound_rounds = 60;
constexpr std::int64_t bound_effort = 100'000'000;

int number(std::size_t i) { return static_cast<int>(i); }

}  // namespace

PlanSearch::PlanSearch(PlanModel const& model, PlanParameters const& parameters)
    : model_(model),
      parameters_(parameters),
      weights_(engine::weights_of(model.problem)),
      table_(model.problem),
      empty_(model.problem) {}

std::int64_t PlanSearch::size() const {
  return static_cast<std::int64_t>(model_.tasks.size()) * (model_.problem.slots / 64 + 8);
}

void PlanSearch::run(PlanProgress const& progress) {
  auto const start = model_.start();
  auto const usual = std::min(usual_rounds, search_effort / (size() + 1));
  engine::SearchOptions options;
  options.seed = static_cast<std::uint64_t>(parameters_.seed.value_or(1));
  options.rounds = parameters_.rounds.value_or(static_cast<int>(usual));
  options.start = &start;
  if (progress) options.go_on = [&](std::int64_t round) { return progress(round, options.rounds); };
  auto const found = engine::search(model_.problem, options);
  for (std::size_t i = 0; i < found.plan.size(); ++i)
    if (found.plan[i]) table_.place(number(i), *found.plan[i]);
  rounds_ = found.rounds;
  stopped_ = found.stopped;
}

bool PlanSearch::stays(std::size_t task) const {
  auto const& place = table_.plan()[task];
  return place && engine::change_of(model_.problem.tasks[task], *place) == 0;
}

bool PlanSearch::must_change(std::size_t task) const {
  auto const& published = model_.problem.tasks[task].published;
  return published && !empty_.possible(number(task), *published);
}

void PlanSearch::accompany(std::size_t task) {
  auto const& row = model_.problem.tasks[task];
  auto place = *table_.plan()[task];
  table_.remove(number(task));
  for (auto const person : row.published->team) {
    if (place.team.has(person) || place.team.size() >= row.largest_team) continue;
    auto const who = std::ranges::lower_bound(row.candidates, person, {}, &engine::Candidate::person);
    bool const adds = who == row.candidates.end() || who->person != person || who->skills != 0 || who->lead;
    if (adds) continue;
    auto with = place;
    with.team.push_back(person);
    if (table_.possible(number(task), with)) place = with;
  }
  table_.place(number(task), place);
}

void PlanSearch::settle() {
  engine::Insertion insertion(table_, weights_);
  for (std::size_t task = 0; task < model_.tasks.size(); ++task) {
    auto const& row = model_.problem.tasks[task];
    if (row.pinned || stays(task) || !table_.plan()[task] || !row.published) continue;
    auto const place = *table_.plan()[task];
    table_.remove(number(task));
    auto const offer = insertion.best(number(task));
    table_.place(number(task), offer ? offer->place : place);
    if (!stays(task)) accompany(task);
  }
}

std::optional<DraftSession> PlanSearch::session(std::size_t task) const {
  auto const& place = table_.plan()[task];
  if (!place) return {};
  return model_.session(task, *place);
}

std::optional<NextBest> PlanSearch::next_best(std::size_t task) {
  if (!table_.plan()[task]) return {};
  auto const found = engine::alternative_to(table_, weights_, number(task), model_.problem.tasks[task].duration);
  if (!found) return {};
  return NextBest{model_.session(task, found->place), found->level ? level_names[*found->level] : "none", found->by};
}

// What counts for a level already because of tasks that have no place even alone, or cannot stay as they were.
std::int64_t PlanSearch::least(engine::Level level) const {
  std::int64_t sum = 0;
  engine::Insertion insertion(empty_, weights_);
  for (std::size_t task = 0; task < model_.tasks.size(); ++task) {
    auto const& row = model_.problem.tasks[task];
    if (level == engine::changes && must_change(task)) sum += engine::changed_session;
    if (level == engine::left_out && !table_.plan()[task] && !insertion.best(number(task))) sum += row.risk;
  }
  return sum;
}

std::vector<SeasonLevel> PlanSearch::levels() const {
  auto const& found = table_.levels();
  auto const usual = std::min(usual_bound_rounds, bound_effort / (size() * 64 * 8 + 1));
  engine::BoundOptions const options{parameters_.bound_rounds.value_or(static_cast<int>(usual)), {}};
  auto const relaxed = options.rounds > 0 ? model_.relaxed() : engine::Problem{};
  std::vector<SeasonLevel> told;
  for (std::size_t i = 0; i < engine::level_count; ++i) {
    auto const level = static_cast<engine::Level>(i);
    std::int64_t bound = 0;
    if (found[i] > 0 && level != engine::balance) {
      bound = least(level);
      if (options.rounds > 0 && bound < found[i])
        bound = std::max(bound, engine::lower_bound_of(relaxed, found, level, options));
    }
    told.push_back({level_names[i], found[i], std::min(bound, found[i])});
  }
  return told;
}

}  // namespace v1
}  // namespace annexa
