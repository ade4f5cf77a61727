#include "tally.hpp"

#include <algorithm>
#include <bit>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

Bins::Bins(Bins const& other) : zeros(other.zeros) {
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t k = 0; k < octave_count; ++k)
      if (auto const& octave = other.octaves_[side][k]) octaves_[side][k] = std::make_unique<Octave>(*octave);
}

Bins& Bins::operator=(Bins const& other) {
  if (this != &other) *this = Bins(other);
  return *this;
}

void Bins::add(std::span<std::int64_t const> amounts) {
  constexpr std::size_t piece = 64;
  std::array<std::int64_t, piece> rest;
  for (std::size_t begin = 0; begin < amounts.size(); begin += piece) {
    auto const part = amounts.subspan(begin, std::min(piece, amounts.size() - begin));
    std::size_t count = 0;  // amounts of 0 are many: taken out without a branch
    for (auto const amount : part) {
      rest[count] = amount;
      count += amount != 0 ? 1 : 0;
    }
    zeros += part.size() - count;
    for (std::size_t i = 0; i < count; ++i) add(rest[i]);
  }
}

// @pre amount != 0
void Bins::add(std::int64_t amount) {
  auto const size = amount < 0 ? -amount : amount;  // up to 2^52: exact as a real number
  auto const bits = std::bit_cast<std::uint64_t>(static_cast<Real>(size));
  auto& octave = octave_to_fill(amount < 0 ? 1 : 0, (bits >> 52U) - 1023);
  auto const bin = (bits >> 45U) % per_octave;
  octave.add(bin, 1, static_cast<std::uint64_t>(size), size, size);
}

void Bins::add(Bins const& other) {
  zeros += other.zeros;
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t k = 0; k < octave_count; ++k) {
      auto const* from = other.octave(side, k);
      if (!from) continue;
      auto& to = octave_to_fill(side, k);
      for (std::size_t i = 0; i < per_octave; ++i)
        if (from->counts[i] != 0) to.add(i, from->counts[i], from->sums[i], from->least[i], from->greatest[i]);
    }
  }
}

std::vector<Bins::Bin> Bins::rising() const {
  std::vector<Bin> out;
  auto const add_octave = [&](std::size_t side, std::size_t k) {
    auto const* from = octave(side, k);
    if (!from) return;
    for (std::size_t step = 0; step < per_octave; ++step) {
      auto const i = side == 0 ? step : per_octave - 1 - step;
      if (from->counts[i] == 0) continue;
      Real const low = static_cast<Real>(from->least[i]);
      Real const high = static_cast<Real>(from->greatest[i]);
      Real const sum = real_of(from->sums[i]);
      if (side == 0)
        out.push_back({from->counts[i], sum, low, high});
      else
        out.push_back({from->counts[i], -sum, -high, -low});
    }
  };
  for (std::size_t k = octave_count; k-- > 0;) add_octave(1, k);
  if (zeros != 0) out.push_back({zeros, 0, 0, 0});
  for (std::size_t k = 0; k < octave_count; ++k) add_octave(0, k);
  return out;
}

void Tally::add(Tally const& other) {
  sum += other.sum;
  squares.add(other.squares);
  with_portfolio.add(other.with_portfolio);
  events += other.events;
  event_squares += other.event_squares;
  least = std::min(least, other.least);
  greatest = std::max(greatest, other.greatest);
  capped += other.capped;
  years.add(other.years);
  largest_events.add(other.largest_events);
}

void Tally::add_events(std::span<std::uint64_t const> counts) noexcept {
  for (auto const count : counts) {
    events += count;
    event_squares += Unsigned128{count} * count;
  }
}

void Tally::add(std::span<std::int64_t const> amounts, std::span<std::int64_t const> portfolio) {
  Int128 block_squares = 0;  // of 1,024 amounts of at most 2^52 each: no overflow
  Int128 block_products = 0;
  std::int64_t block_sum = 0;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    block_sum += amounts[i];
    block_squares += Int128{amounts[i]} * amounts[i];
    block_products += Int128{amounts[i]} * portfolio[i];
    least = std::min(least, amounts[i]);
    greatest = std::max(greatest, amounts[i]);
  }
  sum += block_sum;
  squares.add(block_squares);
  with_portfolio.add(block_products);
  years.add(amounts);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
