#pragma once
// The inner loops of simulations, once for each instruction set of the machine. All give the same bits.

#include <annexa/base/real.hpp>
#include <annexa/risk/quantitative/simulation_options.hpp>

#include <cstddef>
#include <cstdint>

namespace annexa {
inline namespace v1 {
namespace detail {

// Iterations of a block: the atom of work. What is simulated does not depend on which thread has which blocks.
inline constexpr std::size_t block_size = 1024;

// Segments of a sampling table: 4 to an octave, 16 octaves of the distance to the nearer end, both ends.
inline constexpr std::size_t segments_per_octave = 4;
inline constexpr std::size_t octaves = 16;
inline constexpr std::size_t segments = 2 * octaves * segments_per_octave;
inline constexpr std::size_t coefficients = 6;
// Distances below this, in units of 2^-32, are no matter for the table: a second word refines them.
inline constexpr std::uint32_t refined_below = 1U << (31 - octaves);

// Coefficient k of segment s stands at s * row_size + k: a segment is a line of the cache.
inline constexpr std::size_t row_size = 8;
using TableRows = Real[row_size * segments];

// A word's distance to the nearer end of 0 to 2^32, less 1/2.
[[nodiscard]] constexpr std::uint32_t distance_of(std::uint32_t word) noexcept {
  return word ^ static_cast<std::uint32_t>(-static_cast<std::int32_t>(word >> 31U));
}

// Which words of a stream: word k of the four at counter (i, event, draw).
struct Stream {
  std::uint64_t key;
  std::uint32_t event;
  std::uint32_t draw;
};

struct Kernels {
  // The words of the block whose first counter is @p first, 256 counters: word k of counter j goes to 256 k + j.
  void (*words_of_block)(Stream stream, std::uint64_t first, std::uint32_t* out);
  // The words of the counters first + at[j], j below @p count: word k of j goes to k * stride + j. @p at and @p out
  // have room up to the next multiple of 8; what is behind @p count is of no matter.
  void (*words_of_list)(Stream stream, std::uint64_t first, std::uint32_t const* at, std::size_t count,
                        std::size_t stride, std::uint32_t* out);
  // The table's value for each word.
  void (*look_up)(Real const* table, std::uint32_t const* words, std::size_t count, Real* out);
  // The table's value for each probability: its distance to the nearer end times 2^32, and whether that end is 1.
  void (*look_up_real)(Real const* table, Real const* distances, std::uint32_t const* upper, std::size_t count,
                       Real* out);
  // The least of the words' distances to the nearer end.
  std::uint32_t (*least_distance)(std::uint32_t const* words, std::size_t count);
  // Adds amounts to others, which stay within -@p most and @p most.
  void (*add_amounts)(std::int64_t const* from, std::size_t count, std::int64_t most, std::int64_t* to);
  // Raises amounts to others that are greater.
  void (*raise_amounts)(std::int64_t const* from, std::size_t count, std::int64_t* to);
  // Adds 1 to the counts of all numbers above the edge.
  void (*count_above)(Real edge, Real const* numbers, std::size_t count, std::uint32_t* counts);
  // Adds factor times each of some numbers to others; @p count is a multiple of 8.
  void (*add_scaled)(Real factor, Real const* from, std::size_t count, Real* to);
  // Numbers of events: the count of the Poisson distribution with each of the rates (0 to 16), by the words.
  void (*poisson)(Real const* rates, std::uint32_t const* words, std::size_t count, std::uint32_t* out);
};

// Those of @p instructions, or of the best that the machine has. @pre has_instructions(instructions)
[[nodiscard]] Kernels const& kernels_of(InstructionSet instructions) noexcept;

}  // namespace detail
}  // namespace v1
}  // namespace annexa
