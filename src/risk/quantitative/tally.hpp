#pragma once
// What is kept of simulated amounts: exact counts and sums, so that parts can be put together in any order.

#include <annexa/base/real.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "wide.hpp"

namespace annexa {
inline namespace v1 {
namespace detail {

// Amounts in minor units are within this; what is drawn beyond is put onto it and counted.
inline constexpr std::int64_t largest_amount = std::int64_t{1} << 52;

// Bins of amounts: 128 to an octave of their size, so that a bin is less than 0.8 % wide. With the sum, the least and
// the greatest of what is in them, a quantile is known far better than that, and exactly where many amounts are one.
// Octaves without amounts take no memory.
class Bins {
 public:
  static constexpr std::size_t per_octave = 128;
  static constexpr std::size_t octave_count = 54;

  struct Octave {
    std::array<std::uint64_t, per_octave> counts{};
    std::array<Unsigned128, per_octave> sums{};  // of sizes, without sign
    std::array<std::int64_t, per_octave> least;  // size; without meaning where there is none
    std::array<std::int64_t, per_octave> greatest;

    void add(std::size_t bin, std::uint64_t count, Unsigned128 sum, std::int64_t low, std::int64_t high) noexcept {
      bool const first = counts[bin] == 0;
      least[bin] = first || low < least[bin] ? low : least[bin];
      greatest[bin] = first || high > greatest[bin] ? high : greatest[bin];
      counts[bin] += count;
      sums[bin] += sum;
    }
  };
  // A bin that is not empty.
  struct Bin {
    std::uint64_t count;
    Real sum;  // of the amounts
    Real low;  // least of them
    Real high;
  };

  Bins() = default;
  Bins(Bins const& other);
  Bins& operator=(Bins const& other);
  Bins(Bins&&) noexcept = default;
  Bins& operator=(Bins&&) noexcept = default;
  ~Bins() = default;

  void add(std::span<std::int64_t const> amounts);
  void add(Bins const& other);
  // All bins that are not empty, by rising amount.
  [[nodiscard]] std::vector<Bin> rising() const;

  // Octave k of the sizes of losses (side 0) or gains (side 1); null if empty.
  [[nodiscard]] Octave const* octave(std::size_t side, std::size_t k) const noexcept { return octaves_[side][k].get(); }
  Octave& octave_to_fill(std::size_t side, std::size_t k) {
    auto& octave = octaves_[side][k];
    if (!octave) octave = std::make_unique<Octave>();
    return *octave;
  }

  std::uint64_t zeros = 0;  // amounts of 0

 private:
  void add(std::int64_t amount);

  std::array<std::array<std::unique_ptr<Octave>, octave_count>, 2> octaves_{};
};

// Amounts of years: of a scenario, a category or all.
struct Tally {
  Int128 sum = 0;
  Int192 squares;
  Int192 with_portfolio;  // sum of products with the portfolio's amounts
  Unsigned128 events = 0;
  Unsigned128 event_squares = 0;  // sum of squares of a year's number of events
  std::int64_t least = INT64_MAX;
  std::int64_t greatest = INT64_MIN;
  std::uint64_t capped = 0;  // amounts that were put onto the largest
  Bins years;                // by the sum of a year
  Bins largest_events;       // by the largest event of a year; empty for a product of rates

  void add(Tally const& other);
  void add_events(std::span<std::uint64_t const> counts) noexcept;
  // A block's amounts, and the portfolio's.
  void add(std::span<std::int64_t const> amounts, std::span<std::int64_t const> portfolio);
};

}  // namespace detail
}  // namespace v1
}  // namespace annexa
