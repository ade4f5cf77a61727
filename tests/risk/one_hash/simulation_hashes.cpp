// Prints a line for each portfolio, instruction set, number of threads and number of parts: a hash of the merged part's
// bytes and of the figures. `tests/risk/one_hash_test.py` compiles it with several compilers and looks for a second
// hash.
#include <annexa/base/json.hpp>
#include <annexa/risk/quantitative/simulation.hpp>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <iostream>
#include <vector>

#include "every_distribution.hpp"

namespace {

using namespace annexa;

constexpr std::int64_t blocks = 66;

// Fowler, Noll and Vo's, of 64 bits.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (char const each : bytes) hash = (hash ^ static_cast<unsigned char>(each)) * 0x100000001B3U;
  return hash;
}

// The parts in an order of their own, as from machines that are done at different times.
SimulationPart in_parts(Simulation const& simulation, std::int64_t count, SimulationRun const& run) {
  std::vector<SimulationPart> parts;
  for (std::int64_t i = 0; i < count; ++i) {
    auto const place = (i * 37 + 11) % count;  // 37 divides none of 1, 3 and 64, nor has a factor in common with them
    auto const part = simulation.run({place * blocks / count, (place + 1) * blocks / count}, run).value();
    parts.push_back(SimulationPart::parse(part.bytes()).value());
  }
  auto merged = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) merged = merged.merged(parts[i]).value();
  return merged;
}

void print_hashes(testing::NamedPortfolio const& each) {
  auto const portfolio = from_json<Portfolio>(parse_json(each.text).value()).value();
  SimulationOptions options;
  options.trials = blocks * simulation_block_years - 5;
  options.seed = 20'261'130;
  options.histogram = true;
  auto const simulation = Simulation::prepare(portfolio, options).value();
  for (auto const set : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512}) {
    if (!has_instructions(set)) continue;
    for (unsigned const threads : {1U, 2U, 7U})
      for (std::int64_t const count : {1, 3, 64}) {
        SimulationRun run;
        run.threads = threads;
        run.instructions = set;
        auto const part = in_parts(simulation, count, run);
        auto const figures = simulation.figures(part).value();
        std::cout << each.name << '\t' << figures.formula << '\t' << to_string(set) << '\t' << threads << '\t' << count
                  << '\t' << std::hex << hash_of(part.bytes()) << '-'
                  << hash_of(boost::json::serialize(to_json(figures))) << std::dec << '\n';
      }
  }
}

}  // namespace

int main() {
  for (auto const& each : testing::every_distribution) print_hashes(each);
}
