#pragma once
/// @file
/// Scoring in bulk.

#include <annexa/base/error.hpp>
#include <annexa/risk/method.hpp>

#include <array>
#include <cstdint>
#include <span>

namespace annexa {
inline namespace v1 {

/// The bands of every pair of likelihood and impact of a method, for scoring millions of risks.
///
/// The columns are arrays of levels: 8, 32 or 64 bit wide, one element a risk. Nothing is allocated and no order is
/// changed. A table can be shared between threads.
/// @par Cost
/// A kilobyte; one read a risk.
class ScoreTable {
 public:
  /// The table of @p method. @return it; or rating.not-a-pair if a pair of levels is not all that the method asks for.
  /// @pre check_method(method) found nothing.
  [[nodiscard]] static result<ScoreTable> of(Method const& method);

  /// The number of the band of @p likelihood and @p impact, 1 the lowest; 0 if one of them lies outside its scale.
  [[nodiscard]] int level(int likelihood, int impact) const noexcept {
    bool const inside = likelihood >= 0 && likelihood < side && impact >= 0 && impact < side;
    return inside ? levels_[static_cast<std::size_t>(likelihood * side + impact)] : 0;
  }

  /// Writes the band of each pair to @p levels. @p Rating is std::uint8_t, std::int32_t or std::int64_t.
  /// @return how many pairs lie outside the scales; their level is 0.
  /// @pre the three have the same size.
  template <class Rating>
  [[nodiscard]] std::size_t score_many(std::span<Rating const> likelihood, std::span<Rating const> impact,
                                       std::span<std::uint8_t> levels) const noexcept;

 private:
  static constexpr int side = 32;  // a power of two above 16, the highest level that there is
  std::array<std::uint8_t, side * side> levels_{};
};

/// A method that asks for more than likelihood and impact cannot be tabulated.
inline constexpr Rule not_a_pair{"rating.not-a-pair",
                                 "The method {method} asks for more than one likelihood and one impact ({what}); score "
                                 "such risks one by one.",
                                 "6.1.2 d"};

}  // namespace v1
}  // namespace annexa
