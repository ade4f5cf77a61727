#pragma once
// From random words to values of a distribution.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "interpolation.hpp"
#include "kernels.hpp"
#include "law.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// The segments of a table: units are 2^-32 of probability. The octave in which a segment lies begins here;
[[nodiscard]] constexpr Real octave_of(std::size_t segment) noexcept {
  auto const octave = segment % (segments / 2) / segments_per_octave;
  return static_cast<Real>(refined_below) * static_cast<Real>(std::uint64_t{1} << octave);
}
// here is the middle of the segment, which reaches an eighth of the octave's beginning to each side.
[[nodiscard]] constexpr Real middle_of(std::size_t segment) noexcept {
  return octave_of(segment) * (1.125 + 0.25 * static_cast<Real>(segment % segments_per_octave));
}

// The probability of two words, as a place between 0 and 1 with 64 bits: both tails to full accuracy.
[[nodiscard]] Tails tails_of(std::uint32_t word, std::uint32_t second) noexcept;
// Of a distance to the nearer end times 2^32, and whether that end is 1.
[[nodiscard]] Tails tails_of(Real distance, bool upper) noexcept;

// Where the words of a list came from, so that a word of the tails can be refined by a second one.
struct WordSource {
  Stream stream;                   // of the first words; the second ones have the next draw
  std::uint64_t first;             // first counter
  std::uint32_t const* at;         // counter of the list's place j: first + at[j]; null for a whole block
  std::size_t stride;              // word k of place j has position k * stride + j
  std::uint32_t const* positions;  // position of the i-th word; null for i itself

  [[nodiscard]] std::uint32_t second_word(std::size_t i) const noexcept;
};

// Samples a distribution by a table of its quantile function: two polynomials of degree 5 to an octave, and the
// function itself in the tails and where it is not smooth. Immutable; 8 KiB.
class Sampler {
 public:
  explicit Sampler(std::unique_ptr<Law const> law);

  [[nodiscard]] Law const& law() const noexcept { return *law_; }
  // A value for each word.
  void sample(Kernels const& kernels, WordSource const& source, std::span<std::uint32_t const> words, Real* out) const;
  // A value for each probability.
  void sample(Kernels const& kernels, std::span<Real const> distances, std::uint32_t const* upper, Real* out) const;

 private:
  void fill(std::size_t segment);
  void fill_beta(ScaledBeta const& beta);
  [[nodiscard]] bool is_exact(Real distance, std::uint32_t upper) const noexcept;

  std::unique_ptr<Law const> law_;
  bool is_smooth_ = true;
  std::vector<bool> exact_;  // segments where the function is evaluated itself
  alignas(64) TableRows rows_{};
};

// Samples a number of events. Between the tails it counts or searches sums of probabilities.
class CountSampler {
 public:
  explicit CountSampler(std::unique_ptr<Law const> law);

  [[nodiscard]] Law const& law() const noexcept { return *law_; }
  void sample(WordSource const& source, std::span<std::uint32_t const> words, std::uint32_t* out) const;

 private:
  [[nodiscard]] std::uint32_t count_at(Real u) const noexcept;

  std::unique_ptr<Law const> law_;
  std::uint32_t least_ = 0;  // number of events at the first distance that is not refined
  std::vector<Real> sums_;   // P(N <= least_ + i), for all but the last number between the tails
};

// The number of events of a tail, as far as it can be simulated.
[[nodiscard]] std::uint32_t events_at(Law const& law, Tails p) noexcept;
// Of the Poisson distribution with that rate; 0 if there is none.
[[nodiscard]] std::uint32_t poisson_events(Real rate, Tails p);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
