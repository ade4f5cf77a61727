#pragma once
// Slots of time as bits: bit s is set where slot s is free, or where something may start.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace engine {

using Slot = std::int32_t;

class Bits {
 public:
  using Word = std::uint64_t;

  Bits() = default;
  explicit Bits(Slot size, bool value = false)
      : size_(size), words_((static_cast<std::size_t>(size) + 63) / 64, value ? ~Word{0} : Word{0}) {
    trim();
  }

  [[nodiscard]] Slot size() const noexcept { return size_; }
  [[nodiscard]] std::size_t words() const noexcept { return words_.size(); }
  [[nodiscard]] Word word(std::size_t i) const noexcept { return words_[i]; }
  void set_word(std::size_t i, Word word) noexcept { words_[i] = word; }
  [[nodiscard]] bool test(Slot s) const noexcept {
    return ((words_[static_cast<std::size_t>(s) / 64] >> (static_cast<std::size_t>(s) % 64)) & 1U) != 0;
  }

  // Sets or clears the slots from @p from up to, without, @p until.
  void fill(Slot from, Slot until, bool value) noexcept {
    for (auto s = from; s < until;) {
      auto const at = static_cast<std::size_t>(s);
      auto const end = std::min(until, static_cast<Slot>((at / 64 + 1) * 64));
      auto const length = static_cast<std::size_t>(end - s);
      auto const mask = (length == 64 ? ~Word{0} : (Word{1} << length) - 1) << (at % 64);
      words_[at / 64] = value ? words_[at / 64] | mask : words_[at / 64] & ~mask;
      s = end;
    }
  }

  void and_with(Bits const& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }

  [[nodiscard]] bool none() const noexcept {
    for (auto const word : words_)
      if (word != 0) return false;
    return true;
  }

  [[nodiscard]] std::int64_t count() const noexcept {
    std::int64_t sum = 0;
    for (auto const word : words_) sum += std::popcount(word);
    return sum;
  }

  // True if all slots from @p from up to, without, @p until are set.
  [[nodiscard]] bool all(Slot from, Slot until) const noexcept {
    for (auto s = from; s < until;) {
      auto const at = static_cast<std::size_t>(s);
      auto const end = std::min(until, static_cast<Slot>((at / 64 + 1) * 64));
      auto const length = static_cast<std::size_t>(end - s);
      auto const mask = (length == 64 ? ~Word{0} : (Word{1} << length) - 1) << (at % 64);
      if ((words_[at / 64] & mask) != mask) return false;
      s = end;
    }
    return true;
  }

  // The first set slot from @p from on, or size().
  [[nodiscard]] Slot first(Slot from = 0) const noexcept {
    if (from >= size_) return size_;
    auto i = static_cast<std::size_t>(from) / 64;
    auto word = words_[i] & (~Word{0} << (static_cast<std::size_t>(from) % 64));
    while (word == 0) {
      if (++i == words_.size()) return size_;
      word = words_[i];
    }
    return static_cast<Slot>(i * 64) + std::countr_zero(word);
  }

  // The first slot from @p from on that is not set, or size().
  [[nodiscard]] Slot first_clear(Slot from) const noexcept {
    if (from >= size_) return size_;
    auto i = static_cast<std::size_t>(from) / 64;
    auto word = ~words_[i] & (~Word{0} << (static_cast<std::size_t>(from) % 64));
    while (word == 0) {
      if (++i == words_.size()) return size_;
      word = ~words_[i];
    }
    return std::min(size_, static_cast<Slot>(i * 64) + std::countr_zero(word));
  }

  // The first slot from @p from on from which @p length slots in a row are set, or size().
  [[nodiscard]] Slot first_run(Slot from, Slot length) const noexcept {
    for (auto start = first(from); start < size_;) {
      auto const end = first_clear(start);
      if (end - start >= length) return start;
      start = first(end);
    }
    return size_;
  }

  // Into @p out: the slots from which on @p length slots in a row are set, in the words @p first to @p last. The words
  // outside are left as they are.
  void runs(Slot length, std::size_t first, std::size_t last, Bits& out) const noexcept {
    for (auto i = first; i <= last; ++i) out.words_[i] = words_[i];
    auto const limit = std::min(words_.size() - 1, last + static_cast<std::size_t>(length + 62) / 64);
    for (auto i = last + 1; i <= limit; ++i) out.words_[i] = words_[i];
    for (Slot have = 1; have < length;) {
      auto const step = std::min(have, length - have);
      out.and_shifted(step, first, limit);
      have += step;
    }
  }

  friend bool operator==(Bits const&, Bits const&) = default;

 private:
  // words &= words >> step, in place from the front, with what lies beyond @p last taken as clear.
  void and_shifted(Slot step, std::size_t first, std::size_t last) noexcept {
    auto const whole = static_cast<std::size_t>(step) / 64;
    auto const rest = static_cast<std::size_t>(step) % 64;
    auto const at = [&](std::size_t i) { return i <= last ? words_[i] : Word{0}; };
    for (auto i = first; i <= last; ++i) {
      auto const low = at(i + whole) >> rest;
      auto const high = rest == 0 ? Word{0} : at(i + whole + 1) << (64 - rest);
      words_[i] &= low | high;
    }
  }

  void trim() noexcept {
    if (size_ % 64 != 0 && !words_.empty()) words_.back() &= (Word{1} << (static_cast<std::size_t>(size_) % 64)) - 1;
  }

  Slot size_ = 0;
  std::vector<Word> words_;
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
