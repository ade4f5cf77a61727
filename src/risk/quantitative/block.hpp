#pragma once
// Simulates one block of years.

#include <memory>
#include <span>
#include <vector>

#include "dependent_draws.hpp"
#include "program.hpp"
#include "tally.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// A block of each scenario. Owns the memory that blocks need, so that one serves a thread for all of its blocks.
class BlockSimulator {
 public:
  BlockSimulator(Program const& program, Kernels const& kernels);

  // What a scenario cost in each year of a block, in minor units.
  struct Years {
    std::span<std::int64_t const> sums;
    std::span<std::int64_t const> largest_events;  // empty for a product of rates
    std::span<std::uint32_t const> events;         // their number; empty for a product of rates
    std::uint64_t capped = 0;
  };

  // Blocks first, scenarios then.
  void begin(std::uint64_t block, Interrupt interrupt = {});
  // The years of scenario @p index, valid until the next call; @p years of them, at most block_size.
  [[nodiscard]] Years simulate(std::size_t index, std::size_t years, Interrupt const& interrupt);

 private:
  void draw(Node const& node, Real* out);
  void draw_rates(ScenarioProgram const& scenario);
  void draw_counts(ScenarioProgram const& scenario);
  void count_edges(ScenarioProgram const& scenario);
  void draw_poisson(ScenarioProgram const& scenario);
  void simulate_product(ScenarioProgram const& scenario, std::size_t years);
  void simulate_events(ScenarioProgram const& scenario, std::size_t years, Interrupt const& interrupt);
  void simulate_round(ScenarioProgram const& scenario, std::uint32_t round, std::size_t listed);
  std::span<std::uint32_t const> occurring(LossNode const& loss, std::uint32_t round, std::size_t listed,
                                           std::span<std::uint32_t const> places);
  void add_magnitudes(Node const& node, std::uint32_t round, std::size_t listed, std::span<std::uint32_t const> places);
  void sample_listed(Node const& node, std::uint32_t round, std::size_t listed, std::span<std::uint32_t const> places,
                     Real* out);
  [[nodiscard]] std::int64_t amount_of(Real units) noexcept;

  Program const& program_;
  Kernels const& kernels_;
  std::unique_ptr<DependentDraws> dependent_;
  std::uint64_t block_ = 0;
  std::uint64_t capped_ = 0;

  // A year has up to four events in a round; event k of the round's year j has place k * block_size + j.
  static constexpr std::size_t place_count = 4 * block_size;
  struct Memory;
  std::shared_ptr<Memory> memory_;
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
