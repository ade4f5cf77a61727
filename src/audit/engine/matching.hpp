#pragma once
// Who serves which skill, each one of them.

#include <array>
#include <cstdint>
#include <vector>

#include "problem.hpp"

namespace annexa {
inline namespace v1 {
namespace engine {

// Grows a team by people that it has work for. Offered the cheapest first, it ends as the cheapest team.
class Matching {
 public:
  explicit Matching(std::vector<int> const& counts) noexcept {
    for (std::size_t skill = 0; skill < counts.size(); ++skill)
      for (int i = 0; i < counts[skill]; ++i) wanted_[size_++] = static_cast<std::uint8_t>(skill);
    served_.fill(none);
  }
  [[nodiscard]] bool full() const noexcept { return people_ == size_; }
  // True if there is work for somebody who knows @p skills beside those who were added.
  bool add(std::uint32_t skills) noexcept {
    skills_[people_] = skills;
    std::uint32_t seen = 0;
    if (!serve(people_, seen)) return false;
    ++people_;
    return true;
  }

 private:
  static constexpr std::uint8_t none = 0xFF;
  bool serve(std::size_t person, std::uint32_t& seen) noexcept {
    for (std::size_t i = 0; i < size_; ++i) {
      if (((seen >> i) & 1U) != 0 || ((skills_[person] >> wanted_[i]) & 1U) == 0) continue;
      seen |= std::uint32_t{1} << i;
      if (served_[i] != none && !serve(served_[i], seen)) continue;
      served_[i] = static_cast<std::uint8_t>(person);
      return true;
    }
    return false;
  }

  std::array<std::uint8_t, most_people> wanted_{};
  std::array<std::uint8_t, most_people> served_{};
  std::array<std::uint32_t, most_people + 1> skills_{};
  std::size_t size_ = 0;
  std::size_t people_ = 0;
};

}  // namespace engine
}  // namespace v1
}  // namespace annexa
