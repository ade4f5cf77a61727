#pragma once
/// @file
/// How a simulation is run.

#include <annexa/base/describe.hpp>
#include <annexa/base/real.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace annexa {
inline namespace v1 {

/// Instructions of the machine. The results have the same bits with each.
enum class InstructionSet : std::uint8_t {
  best,      ///< The best that the machine has.
  baseline,  ///< What every machine of the architecture has.
  avx2,      ///< Four products of words at a time.
  avx512,    ///< Eight products of words at a time.
};
ANNEXA_DESCRIBE_ENUM(InstructionSet, "instruction-set", best, baseline, avx2, avx512)

/// True if this machine has them.
[[nodiscard]] bool has_instructions(InstructionSet instructions) noexcept;

/// How figures are come by.
enum class SimulationEngine : std::uint8_t {
  monte_carlo,  ///< Simulated: simulate().
  fft,          ///< Computed by Fourier transforms: aggregate().
};
ANNEXA_DESCRIBE_ENUM(SimulationEngine, "simulation-engine", monte_carlo, fft)

/// What decides about the results of a simulation.
struct SimulationOptions {
  static constexpr std::string_view type_name = "simulation-options";  ///< Name in the schema.
  std::optional<std::int64_t> trials = {};   ///< Years to simulate, 1 to 1,000,000,000,000; 100,000 when absent.
  std::optional<std::int64_t> seed = {};     ///< Of all random numbers, 0 to 2^53 - 1; 0 when absent.
  std::vector<std::string> treatments = {};  ///< Treatments of the portfolio that are in force.
  std::vector<Real> quantiles = {};          ///< Probabilities of the quantiles to report; a usual dozen when empty.
  std::vector<Real> levels = {};   ///< Levels of value at risk and expected shortfall; 0.9, 0.95 and 0.99 when empty.
  std::vector<Money> losses = {};  ///< Losses whose probability to be exceeded is wanted, beside the curve.
  std::optional<SimulationEngine> engine = {};  ///< How figures are come by; monte-carlo when absent.
  bool histogram = false;                       ///< True for histograms too.
  bool portfolio_only = false;  ///< True for figures of all scenarios together alone: in less time and memory.
  friend bool operator==(SimulationOptions const&, SimulationOptions const&) = default;
};
BOOST_DESCRIBE_STRUCT(SimulationOptions, (),
                      (trials, seed, treatments, quantiles, levels, losses, engine, histogram, portfolio_only))
ANNEXA_TYPE_TABLE(SimulationOptions)

/// How the machine does it: nothing here changes a figure.
struct SimulationRun {
  unsigned threads = 1;                                ///< Threads, joined before the call returns; 1 to 1,024.
  InstructionSet instructions = InstructionSet::best;  ///< Instructions.
  /// Told how many years are done; false cancels. Called by the calling thread.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress = {};
};

}  // namespace v1
}  // namespace annexa
