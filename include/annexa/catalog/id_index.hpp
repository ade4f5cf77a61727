#pragma once
/// @file
/// Finds a row by its id.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
/// @cond INTERNAL
namespace detail {

/// The ids of rows, numbered in the order in which they are put, in an open-addressing table at half load at most.
/// The texts outlive the index.
class IdIndex {
 public:
  /// What find() answers where there is none.
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  /// Room for @p at_most different ids.
  explicit IdIndex(std::size_t at_most = 0) : slots_(std::bit_ceil(2 * at_most + 1)) { ids_.reserve(at_most); }
  /// The number of @p id, which gets the next one if it is new. @pre there is room.
  std::uint32_t put(std::string_view id) {
    auto& slot = slots_[slot_of(id)];
    if (slot == 0) {
      ids_.push_back(id);
      slot = static_cast<std::uint32_t>(ids_.size());
    }
    return slot - 1;
  }
  /// The number of @p id, or none. Constant time, does not allocate, takes any text.
  [[nodiscard]] std::uint32_t find(std::string_view id) const noexcept { return slots_[slot_of(id)] - 1; }
  /// How many ids there are.
  [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }

 private:
  // FNV-1a: ids are a few bytes, and the same positions come out on every machine.
  [[nodiscard]] static std::uint32_t hash_of(std::string_view text) noexcept {
    std::uint32_t hash = 2166136261U;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
  }
  [[nodiscard]] std::size_t slot_of(std::string_view id) const noexcept {
    auto const mask = slots_.size() - 1;  // a power of two, at most half full: the search ends
    auto slot = hash_of(id) & mask;
    while (slots_[slot] != 0 && ids_[slots_[slot] - 1] != id) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<std::string_view> ids_;
  std::vector<std::uint32_t> slots_;  // number + 1 of an id, 0 where free
};

}  // namespace detail
/// @endcond
}  // namespace v1
}  // namespace annexa
