#pragma once
// What a plan is judged by: five numbers, each of which counts only where those before it are equal.

#include <array>
#include <cstdint>

namespace annexa {
inline namespace v1 {
namespace engine {

enum Level : std::size_t { left_out, lateness, changes, expense, balance, level_count };

struct Levels {
  std::array<std::int64_t, level_count> value{};

  [[nodiscard]] std::int64_t operator[](std::size_t level) const noexcept { return value[level]; }
  [[nodiscard]] std::int64_t& operator[](std::size_t level) noexcept { return value[level]; }
  Levels& operator+=(Levels const& other) noexcept {
    for (std::size_t i = 0; i < level_count; ++i) value[i] += other.value[i];
    return *this;
  }
  Levels& operator-=(Levels const& other) noexcept {
    for (std::size_t i = 0; i < level_count; ++i) value[i] -= other.value[i];
    return *this;
  }
  friend auto operator<=>(Levels const&, Levels const&) = default;
  friend bool operator==(Levels const&, Levels const&) = default;
};

__extension__ using Wide = __int128;

// One number for the five, so that a step can be judged at once: it orders two plans that differ in a few tasks as the
// levels do. The best plan of all is kept by the levels themselves.
struct Weights {
  std::array<Wide, level_count> of{1, 1, 1, 1, 1};
  [[nodiscard]] Wide operator()(Levels const& levels) const noexcept {
    Wide sum = 0;
    for (std::size_t i = 0; i < level_count; ++i) sum += of[i] * levels[i];
    return sum;
  }
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
