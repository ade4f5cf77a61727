#pragma once
/// @file
/// Philox4x32-10: random numbers by counter. The same counter and key give the same numbers on every machine, in every
/// order and on any number of threads.

#include <array>
#include <cstdint>

namespace annexa {
inline namespace v1 {

/// Which block of numbers is wanted: four words.
using PhiloxCounter = std::array<std::uint32_t, 4>;
/// The stream that the blocks belong to: two words.
using PhiloxKey = std::array<std::uint32_t, 2>;
/// A block: four words, each uniform over all values of 32 bits.
using PhiloxBlock = std::array<std::uint32_t, 4>;

/// The block of @p counter in the stream of @p key. Not for secrets: whoever sees blocks may find the key.
/// @source{Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3 (2011)}
[[nodiscard]] constexpr PhiloxBlock philox4x32_10(PhiloxCounter counter, PhiloxKey key) noexcept {
  for (int round = 0; round < 10; ++round) {
    auto const first = std::uint64_t{0xD2511F53U} * counter[0];
    auto const second = std::uint64_t{0xCD9E8D57U} * counter[2];
    counter = {static_cast<std::uint32_t>(second >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
               static_cast<std::uint32_t>(first >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

/// The key of a seed: its low word and its high word.
[[nodiscard]] constexpr PhiloxKey philox_key(std::uint64_t seed) noexcept {
  return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
}

}  // namespace v1
}  // namespace annexa
