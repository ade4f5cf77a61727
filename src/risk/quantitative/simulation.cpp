#include <annexa/risk/quantitative/aggregate.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

#include "block.hpp"
#include "number_text.hpp"
#include "plain_arithmetic.hpp"
#include "simulation_data.hpp"

namespace annexa {
inline namespace v1 {
namespace {

using namespace detail;

constexpr std::int64_t most_samples = 100'000'000;

void check_run(SimulationRun const& run, Error& errors) {
  if (run.threads < 1 || run.threads > 1024)
    errors.add(simulation_rules::threads, "", {{"found", std::to_string(run.threads)}});
  if (!has_instructions(run.instructions))
    errors.add(simulation_rules::instructions, "", {{"found", to_string(run.instructions)}});
}

// How many lines are kept: the portfolio, categories, scenarios.
std::size_t line_count(Program const& program, bool portfolio_only) {
  return portfolio_only ? 1 : 1 + program.categories.size() + program.scenarios.size();
}

// One thread's share: blocks as they come, and what they came to.
class Worker {
 public:
  // What a block is handed to: scenario by scenario the sums of its years.
  using Sink = std::function<void(std::uint64_t block, std::size_t scenario, std::span<std::int64_t const> sums)>;

  Worker(Program const& program, std::int64_t trials, bool portfolio_only, Kernels const& kernels)
      : program_(program),
        trials_(trials),
        portfolio_only_(portfolio_only),
        kernels_(kernels),
        simulator_(program, kernels),
        lines_(line_count(program, portfolio_only)),
        sums_(lines_.size() * block_size),
        largest_(lines_.size() * block_size),
        events_(lines_.size() * block_size) {}

  // @return false if interrupted.
  bool simulate(std::uint64_t block, Interrupt const& interrupt, Sink const& sink) {
    auto const years = static_cast<std::size_t>(std::min<std::int64_t>(
        simulation_block_years, trials_ - static_cast<std::int64_t>(block) * simulation_block_years));
    bool const has_events = program_.semantics == AnnualSemantics::event_level;
    auto const groups = portfolio_only_ ? 1 : 1 + program_.categories.size();
    std::fill_n(sums_.begin(), groups * block_size, 0);
    std::fill_n(largest_.begin(), groups * block_size, INT64_MIN);
    std::fill_n(events_.begin(), groups * block_size, 0);
    simulator_.begin(block, interrupt);
    for (std::size_t i = 0; i < program_.scenarios.size(); ++i) {
      if (interrupt()) return false;
      auto const& scenario = program_.scenarios[i];
      auto const drawn = simulator_.simulate(i, years, interrupt);
      if (sink) sink(block, i, drawn.sums);
      include(0, drawn);
      if (portfolio_only_) continue;
      std::ranges::copy(drawn.sums, sums_of(groups + i));
      std::ranges::copy(drawn.largest_events, largest_of(groups + i));
      std::ranges::copy(drawn.events, events_of(groups + i));
      lines_[groups + i].capped += drawn.capped;
      if (scenario.category != no_category) include(1 + scenario.category, drawn);
    }
    if (interrupt()) return false;
    for (std::size_t line = 0; line < (is_alone() ? 1 : lines_.size()); ++line) {
      lines_[line].add({sums_of(line), years}, {sums_of(0), years});
      if (!has_events) continue;
      lines_[line].largest_events.add({largest_of(line), years});
      lines_[line].add_events({events_of(line), years});
    }
    return true;
  }

  // What all blocks came to, by line.
  std::vector<Tally>& lines() {
    if (is_alone()) std::fill(lines_.begin() + 1, lines_.end(), lines_.front());
    return lines_;
  }

 private:
  // A scenario that is alone is all that its category and the portfolio have.
  [[nodiscard]] bool is_alone() const noexcept { return program_.scenarios.size() == 1; }
  [[nodiscard]] std::int64_t* sums_of(std::size_t line) noexcept { return sums_.data() + line * block_size; }
  [[nodiscard]] std::int64_t* largest_of(std::size_t line) noexcept { return largest_.data() + line * block_size; }
  [[nodiscard]] std::uint64_t* events_of(std::size_t line) noexcept { return events_.data() + line * block_size; }

  // A scenario's years among those of a group.
  void include(std::size_t group, BlockSimulator::Years const& drawn) noexcept {
    auto* const sums = sums_of(group);
    auto* const largest = largest_of(group);
    auto* const events = events_of(group);
    lines_[group].capped += drawn.capped;
    kernels_.add_amounts(drawn.sums.data(), drawn.sums.size(), largest_amount, sums);
    kernels_.raise_amounts(drawn.largest_events.data(), drawn.largest_events.size(), largest);
    for (std::size_t i = 0; i < drawn.events.size(); ++i) events[i] += drawn.events[i];
  }

  Program const& program_;
  std::int64_t trials_;
  bool portfolio_only_;
  Kernels const& kernels_;
  BlockSimulator simulator_;
  std::vector<Tally> lines_;
  std::vector<std::int64_t> sums_;     // by line, of the block
  std::vector<std::int64_t> largest_;  // by line, of the block
  std::vector<std::uint64_t> events_;  // by line, of the block
};

// All threads of a run: they take blocks in turn until none is left or somebody stops.
class Crew {
 public:
  Crew(Program const& program, SimulationOptions const& options, BlockRange blocks, SimulationRun const& run,
       Worker::Sink sink)
      : blocks_(blocks), run_(run), sink_(std::move(sink)) {
    auto const threads = std::min<std::int64_t>(run.threads, std::max<std::int64_t>(1, blocks.end - blocks.first));
    auto const& kernels = kernels_of(run.instructions);
    for (std::int64_t i = 0; i < threads; ++i)
      workers_.push_back(std::make_unique<Worker>(program, trials_of(options), options.portfolio_only, kernels));
  }

  // @return false if it was cancelled.
  bool work() {
    next_ = blocks_.first;
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < workers_.size(); ++i)
      others.emplace_back([this, i] {
        PlainArithmetic const plain;
        take(*workers_[i], [this] { return stop_.load(std::memory_order_relaxed); });
      });
    take(*workers_[0], [this] { return stopped(); });
    others.clear();
    return !stop_;
  }

  std::vector<Tally> lines() {
    auto out = std::move(workers_.front()->lines());
    for (std::size_t i = 1; i < workers_.size(); ++i)
      for (std::size_t line = 0; line < out.size(); ++line) out[line].add(workers_[i]->lines()[line]);
    return out;
  }

 private:
  void take(Worker& worker, Interrupt const& interrupt) {
    for (auto block = next_++; block < blocks_.end; block = next_++) {
      if (!worker.simulate(static_cast<std::uint64_t>(block), interrupt, sink_)) return;
      ++done_;
    }
  }
  // In the calling thread alone.
  bool stopped() {
    if (run_.progress && !stop_) {
      auto const total = static_cast<std::uint64_t>(blocks_.end - blocks_.first) * simulation_block_years;
      if (!run_.progress(done_.load() * simulation_block_years, total)) stop_ = true;
    }
    return stop_;
  }

  BlockRange blocks_;
  SimulationRun const& run_;
  Worker::Sink sink_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::atomic<std::int64_t> next_ = 0;
  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<bool> stop_ = false;
};

// Refuses blocks that are not all from 0 to @p wanted.
result<void> need_all(std::vector<BlockRange> const& blocks, std::int64_t wanted) {
  if (blocks.size() == 1 && blocks.front() == BlockRange{0, wanted}) return {};
  std::int64_t count = 0;
  for (auto const& range : blocks) count += range.end - range.first;
  auto const missing = blocks.empty() || blocks.front().first > 0 ? 0 : blocks.front().end;
  return Error(
      simulation_rules::gap, "",
      {{"block", std::to_string(missing)}, {"count", std::to_string(count)}, {"wanted", std::to_string(wanted)}});
}

}  // namespace

struct Simulation::Data {
  Program program;
  SimulationOptions options;
  std::vector<TolerancePoint> tolerance;
};

result<Simulation> Simulation::prepare(Portfolio const& portfolio, SimulationOptions const& options) {
  PlainArithmetic const plain;
  Error errors;
  check_options(options, errors);
  check_losses(options, portfolio.currency, errors);
  if (!errors.empty()) return errors;
  auto program = program_of(portfolio, options.treatments, static_cast<std::uint64_t>(seed_of(options)));
  if (!program) return program.error();
  return Simulation(std::make_shared<Data const>(Data{*std::move(program), options, portfolio.tolerance}));
}

std::int64_t Simulation::block_count() const noexcept { return blocks_of(trials_of(data_->options)); }

result<SimulationPart> Simulation::run(BlockRange blocks, SimulationRun const& run) const {
  PlainArithmetic const plain;
  Error errors;
  check_run(run, errors);
  if (blocks.first < 0 || blocks.end > block_count() || blocks.first >= blocks.end)
    errors.add(simulation_rules::blocks, "",
               {{"first", std::to_string(blocks.first)},
                {"end", std::to_string(blocks.end)},
                {"count", std::to_string(block_count())}});
  if (!errors.empty()) return errors;
  Crew crew(data_->program, data_->options, blocks, run, {});
  if (!crew.work()) return Error(simulation_rules::cancelled, "");
  auto lines = crew.lines();
  PartOf const of{data_->program.fingerprint, trials_of(data_->options), lines.size()};
  return SimulationPart(
      std::make_shared<SimulationPart::Data const>(SimulationPart::Data{of, {blocks}, std::move(lines)}));
}

result<std::vector<std::int64_t>> Simulation::samples(SimulationRun const& run) const {
  PlainArithmetic const plain;
  Error errors;
  check_run(run, errors);
  auto const trials = trials_of(data_->options);
  auto const scenarios = static_cast<std::int64_t>(data_->program.scenarios.size());
  if (trials > most_samples / scenarios)
    errors.add(simulation_rules::samples, "",
               {{"found", std::to_string(trials) + " times " + std::to_string(scenarios)}});
  if (!errors.empty()) return errors;
  std::vector<std::int64_t> out(static_cast<std::size_t>(trials * scenarios));
  auto const keep = [&](std::uint64_t block, std::size_t scenario, std::span<std::int64_t const> sums) {
    std::ranges::copy(sums, out.begin() + static_cast<std::ptrdiff_t>(scenario) * trials +
                                static_cast<std::ptrdiff_t>(block * block_size));
  };
  Crew crew(data_->program, data_->options, {0, block_count()}, run, keep);
  if (!crew.work()) return Error(simulation_rules::cancelled, "");
  return out;
}

result<SimulationResult> Simulation::figures(SimulationPart const& part) const {
  PlainArithmetic const plain;
  auto const& program = data_->program;
  auto const& options = data_->options;
  auto const& lines = part.data().lines;
  PartOf const of{program.fingerprint, trials_of(options), line_count(program, options.portfolio_only)};
  if (part.data().of != of)
    return Error(simulation_rules::other, "", {{"what", "the portfolio, its treatments, the seed or the trials"}});
  if (auto const whole = need_all(part.blocks(), block_count()); !whole) return whole.error();
  SimulationResult out;
  out.currency = program.currency;
  out.engine = "monte-carlo";
  out.semantics = program.semantics;
  out.trials = trials_of(options);
  out.seed = seed_of(options);
  out.formula = formula_version;
  out.treatments = options.treatments;
  if (program.repaired > 0) out.repaired = program.repaired;
  auto const wanted = figure_options(options);
  bool const has_events = program.semantics == AnnualSemantics::event_level;
  auto const line = [&](std::size_t index, std::string name) {
    auto figures = figures_of(lines[index], lines[0], trials_of(options), program.currency, has_events, wanted);
    figures.name = std::move(name);
    return figures;
  };
  out.portfolio = line(0, {});
  out.portfolio.contribution.reset();
  for (std::size_t i = 0; !options.portfolio_only && i < program.categories.size(); ++i)
    out.categories.push_back(line(1 + i, program.categories[i]));
  for (std::size_t i = 0; !options.portfolio_only && i < program.scenarios.size(); ++i)
    out.scenarios.push_back(line(1 + program.categories.size() + i, program.scenarios[i].name));
  if (!options.portfolio_only) out.diversification = diversification_of(out, wanted.levels);
  for (auto const& point : data_->tolerance) {
    auto const found =
        detail::probability_above(lines[0].years, trials_of(options), static_cast<Real>(point.loss.minor_units()));
    out.tolerance.push_back({point.loss, point.probability, found, found.value > point.probability});
  }
  return out;
}

result<SimulationResult> simulate(Portfolio const& portfolio, SimulationOptions const& options,
                                  SimulationRun const& run) {
  if (options.engine == SimulationEngine::fft) return aggregate(portfolio, options);
  auto const simulation = Simulation::prepare(portfolio, options);
  if (!simulation) return simulation.error();
  auto const part = simulation->run({0, simulation->block_count()}, run);
  if (!part) return part.error();
  return simulation->figures(*part);
}

}  // namespace v1
}  // namespace annexa
