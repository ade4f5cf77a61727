#include <algorithm>
#include <annexa/audit/propose_season.hpp>
#include <annexa/audit/season_check.hpp>
#include <numeric>

#include "engine/bound.hpp"
#include "engine/search.hpp"
#include "season_reasons.hpp"

namespace annexa {
inline namespace v1 {
namespace {

std::vector<SeasonLevel> levels_of(SeasonModel const& model, engine::Levels const& found, int rounds) {
  std::vector<SeasonLevel> told;
  for (std::size_t i = 0; i < engine::level_count; ++i) {
    auto const bound = i == engine::balance || found[i] == 0
                           ? 0
                           : engine::lower_bound_of(model.problem, found, static_cast<engine::Level>(i), {rounds, {}});
    told.push_back({season_levels[i], found[i], bound});
  }
  return told;
}

SeasonProposal written(SeasonModel const& model, engine::Plan const& plan) {
  engine::Timetable timetable(model.problem);
  for (std::size_t i = 0; i < plan.size(); ++i)
    if (plan[i]) timetable.place(static_cast<int>(i), *plan[i]);
  SeasonReasons reasons(model, timetable);
  SeasonProposal proposal;
  std::vector<std::size_t> order(plan.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return plan[i] ? plan[i]->start : -1; });
  for (auto const i : order)
    if (plan[i]) proposal.placed.push_back(reasons.placed(i));
  for (std::size_t i = 0; i < plan.size(); ++i) {
    if (!plan[i]) proposal.unplaced.push_back(reasons.why_not(i));
    auto const& task = model.problem.tasks[i];
    if (!task.published || (plan[i] && engine::change_of(task, *plan[i]) == 0)) continue;
    ++proposal.changed;
    if (reasons.must_change(i)) ++proposal.unavoidable;
  }
  return proposal;
}

}  // namespace

result<SeasonProposal> propose_season(SeasonRequest const& request, SeasonProgress const& progress) {
  Error errors;
  check_request(request, errors);
  if (!errors.empty()) return errors;
  SeasonModel const model(request);
  auto const& parameters = request.parameters;
  bool stopped = false;
  auto const go_on = [&](std::int64_t round) {
    stopped = stopped || !progress(round, parameters.rounds);
    return !stopped;
  };
  engine::SearchOptions options{static_cast<std::uint64_t>(parameters.seed), parameters.rounds, {}};
  if (progress) options.go_on = go_on;
  auto const found = engine::search(model.problem, options);
  auto proposal = written(model, found.plan);
  proposal.levels = levels_of(model, found.levels, parameters.bound_rounds);
  proposal.rounds = found.rounds;
  proposal.reproducible = !stopped;
  proposal.certificate = season_facts(request, proposal.placed);
  return proposal;
}

}  // namespace v1
}  // namespace annexa
