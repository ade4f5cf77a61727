#pragma once
/// @file
/// Monte Carlo simulation of portfolios, whole or in parts on many machines.

#include <annexa/base/error.hpp>
#include <annexa/risk/quantitative/scenario.hpp>
#include <annexa/risk/quantitative/simulation_options.hpp>
#include <annexa/risk/quantitative/simulation_result.hpp>

#include <memory>
#include <span>
#include <string>

namespace annexa {
inline namespace v1 {

/// Years of a block: simulations are divided at whole blocks.
inline constexpr std::int64_t simulation_block_years = 1024;

/// Blocks from `first` up to, and without, `end`.
struct BlockRange {
  std::int64_t first = 0;  ///< First block.
  std::int64_t end = 0;    ///< Behind the last.
  friend bool operator==(BlockRange const&, BlockRange const&) = default;
};

/// What some blocks of a simulation came to: exact counts and sums, so that parts that were made anywhere are put
/// together in any order and give the same bytes. A value; its memory does not grow with the number of years.
class SimulationPart {
 public:
  /// @cond INTERNAL
  struct Data;
  explicit SimulationPart(std::shared_ptr<Data const> data) noexcept : data_(std::move(data)) {}
  [[nodiscard]] Data const& data() const noexcept { return *data_; }
  /// @endcond

  /// Reads what bytes() wrote. All that is wrong with it is refused; it may come from anywhere.
  [[nodiscard]] static result<SimulationPart> parse(std::string_view bytes);
  /// The part, to be sent or kept: the same bytes on every machine.
  [[nodiscard]] std::string bytes() const;
  /// This part and @p other. Refused if they are of different simulations, or share blocks.
  [[nodiscard]] result<SimulationPart> merged(SimulationPart const& other) const;
  /// The blocks that it covers, ascending, with gaps between them.
  [[nodiscard]] std::vector<BlockRange> const& blocks() const noexcept;

 private:
  std::shared_ptr<Data const> data_;
};

/// A simulation made ready: distributions, tables and streams. Immutable, so that threads may share it.
class Simulation {
 public:
  /// Makes it ready. @return it, or everything that is wrong with the portfolio and the options.
  /// Takes 0.02 to 0.3 ms for each distribution that differs from the others.
  [[nodiscard]] static result<Simulation> prepare(Portfolio const& portfolio, SimulationOptions const& options);

  /// How many blocks the trials have; the last may be shorter.
  [[nodiscard]] std::int64_t block_count() const noexcept;
  /// Simulates some blocks. @return what they came to; refused if there are no such blocks, or cancelled
  /// (ErrorKind::cancelled, within 100 ms).
  [[nodiscard]] result<SimulationPart> run(BlockRange blocks, SimulationRun const& run = {}) const;
  /// The figures of all blocks. Refused if @p part is of another simulation or leaves blocks out.
  [[nodiscard]] result<SimulationResult> figures(SimulationPart const& part) const;
  /// The losses of every year, by scenario and then by year, in minor units: for those who want samples. At most
  /// 100,000,000 of them.
  [[nodiscard]] result<std::vector<std::int64_t>> samples(SimulationRun const& run = {}) const;

 private:
  struct Data;
  explicit Simulation(std::shared_ptr<Data const> data) noexcept : data_(std::move(data)) {}
  std::shared_ptr<Data const> data_;
};

/// Simulates all of it: prepare(), run() and figures(); or computes it, with SimulationOptions::engine fft. The same
/// figures for any number of threads, on every machine.
/// @par Cost
/// A million years of a scenario take 10 to 50 ms, of one with many events 10 ns an event and a form of loss.
[[nodiscard]] result<SimulationResult> simulate(Portfolio const& portfolio, SimulationOptions const& options = {},
                                                SimulationRun const& run = {});

/// The rules of simulations.
namespace simulation_rules {
inline constexpr Rule trials{"simulation.trials", "There are {found} trials; 1 to 1,000,000,000,000 are accepted.", "",
                             ErrorKind::usage};
inline constexpr Rule seed{"simulation.seed", "The seed is {found}; 0 to 9007199254740991 are accepted.", "",
                           ErrorKind::usage};
inline constexpr Rule level{"simulation.level", "The probability is {found}; between 0 and 1 are accepted.", "",
                            ErrorKind::usage};
inline constexpr Rule many{"simulation.many", "There are {found}; at most {most} are accepted.", "", ErrorKind::usage};
inline constexpr Rule threads{"simulation.threads", "There are {found} threads; 1 to 1,024 are accepted.", "",
                              ErrorKind::usage};
inline constexpr Rule instructions{"simulation.instructions", "This machine has no {found} instructions.", "",
                                   ErrorKind::usage};
inline constexpr Rule blocks{
    "simulation.blocks", "Blocks {first} to {end} are not among the {count} of the simulation.", "", ErrorKind::usage};
inline constexpr Rule cancelled{"simulation.cancelled", "The simulation was cancelled.", "", ErrorKind::cancelled};
inline constexpr Rule other{"simulation.other", "The parts are of different simulations: {what} differs.", "",
                            ErrorKind::usage};
inline constexpr Rule overlap{"simulation.overlap", "Both parts have block {block}.", "", ErrorKind::usage};
inline constexpr Rule gap{"simulation.gap", "Block {block} is missing; {count} are there of {wanted}.", "",
                          ErrorKind::usage};
inline constexpr Rule bytes{"simulation.bytes", "This is no part of a simulation: {what}.", "", ErrorKind::usage};
inline constexpr Rule version{"simulation.version",
                              "The part was made by version {found} of the formulas; this one has {wanted}.", "",
                              ErrorKind::usage};
inline constexpr Rule samples{
    "simulation.samples", "{found} samples are wanted; at most 100,000,000 fit. Take fewer trials, or figures alone.",
    "", ErrorKind::usage};
}  // namespace simulation_rules

}  // namespace v1
}  // namespace annexa
