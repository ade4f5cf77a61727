#pragma once
// Integers wider than a register: sums of simulations are exact, so that they can be made in any order.

#include <annexa/base/real.hpp>

#include <cstdint>

namespace annexa {
inline namespace v1 {
namespace detail {

__extension__ using Int128 = __int128;
__extension__ using Unsigned128 = unsigned __int128;

// A sum of products of 128 bits: 192 bits, in two's complement.
struct Int192 {
  Unsigned128 low = 0;
  std::int64_t high = 0;

  void add(Int128 value) noexcept {
    auto const added = static_cast<Unsigned128>(value);
    low += added;
    high += (value < 0 ? -1 : 0) + (low < added ? 1 : 0);
  }
  void add(Int192 const& other) noexcept {
    low += other.low;
    high += other.high + (low < other.low ? 1 : 0);
  }
  friend bool operator==(Int192 const&, Int192 const&) = default;
};

// The nearest numbers, to a bit or two: exact operations in a fixed order.
[[nodiscard]] inline Real real_of(Unsigned128 value) noexcept {
  return static_cast<Real>(static_cast<std::uint64_t>(value >> 64U)) * 0x1p64 +
         static_cast<Real>(static_cast<std::uint64_t>(value));
}
[[nodiscard]] inline Real real_of(Int128 value) noexcept {
  return value < 0 ? -real_of(Unsigned128{0} - static_cast<Unsigned128>(value))
                   : real_of(static_cast<Unsigned128>(value));
}
[[nodiscard]] inline Real real_of(Int192 value) noexcept {
  bool const negative = value.high < 0;
  if (negative) {
    value.low = ~value.low + 1;
    value.high = ~value.high + (value.low == 0 ? 1 : 0);
  }
  Real const size = static_cast<Real>(value.high) * 0x1p128 + real_of(value.low);
  return negative ? -size : size;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
