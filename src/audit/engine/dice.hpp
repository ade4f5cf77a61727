#pragma once
// Random numbers of a search: the same seed gives the same numbers on every machine.

#include <annexa/base/philox.hpp>
#include <cstddef>
#include <cstdint>

namespace annexa {
inline namespace v1 {
namespace engine {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) noexcept : key_(philox_key(seed)) {}

  // A number of 0 to @p sides - 1. @pre sides > 0
  [[nodiscard]] std::uint32_t roll(std::uint32_t sides) noexcept {
    return static_cast<std::uint32_t>((std::uint64_t{next()} * sides) >> 32U);
  }
  [[nodiscard]] std::size_t index(std::size_t size) noexcept { return roll(static_cast<std::uint32_t>(size)); }

  template <class List>
  void shuffle(List& list) noexcept {
    for (auto i = list.size(); i > 1; --i) std::swap(list[i - 1], list[index(i)]);
  }

 private:
  [[nodiscard]] std::uint32_t next() noexcept {
    if (left_ == 0) {
      block_ =
          philox4x32_10({static_cast<std::uint32_t>(count_), static_cast<std::uint32_t>(count_ >> 32U), 0, 0}, key_);
      ++count_;
      left_ = block_.size();
    }
    return block_[--left_];
  }

  PhiloxKey key_;
  PhiloxBlock block_{};
  std::size_t left_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
