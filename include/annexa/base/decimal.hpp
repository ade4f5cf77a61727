#pragma once
/// @file
/// Exact decimal numbers.

#include <annexa/base/digits.hpp>
#include <annexa/base/errc.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// An exact decimal number: an integer of at most 18 digits and the number of its places (0 to 12).
///
/// It keeps how many places it was written with, and == compares that too: 12.5 is not 12.50. Values compare by
/// digits_at(). No stored record holds a floating-point number.
class Decimal {
 public:
  /// 0.
  constexpr Decimal() = default;
  /// Reads "-12.50": an optional sign, digits, and after a point 1 to 12 more. @return it, or errc::bad_decimal.
  [[nodiscard]] static parsed<Decimal> parse(std::string_view text) noexcept {
    bool const negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    auto const point = text.find('.');
    auto const whole = text.substr(0, point);
    auto const places = point == text.npos ? std::string_view{} : text.substr(point + 1);
    if (point != text.npos && (places.empty() || places.size() > 12)) return errc::bad_decimal;
    if (whole.empty() || whole.size() + places.size() > 18) return errc::bad_decimal;
    auto const high = detail::digits(whole);
    auto const low = places.empty() ? std::optional<std::int64_t>{0} : detail::digits(places);
    if (!high || !low) return errc::bad_decimal;
    std::int64_t digits = *high;
    for (std::size_t i = 0; i < places.size(); ++i) digits *= 10;
    digits += *low;
    return Decimal(negative ? -digits : digits, static_cast<int>(places.size()));
  }
  /// @p digits divided by 10 to the power of @p scale. @return it, or errc::bad_decimal if scale is not 0..12.
  [[nodiscard]] static constexpr parsed<Decimal> from(std::int64_t digits, int scale) noexcept {
    if (scale < 0 || scale > 12 || digits > 999'999'999'999'999'999 || digits < -999'999'999'999'999'999)
      return errc::bad_decimal;
    return Decimal(digits, scale);
  }
  /// All digits as one integer: 1250 for 12.50.
  [[nodiscard]] constexpr std::int64_t digits() const noexcept { return digits_; }
  /// Number of places after the point, 0 to 12.
  [[nodiscard]] constexpr int scale() const noexcept { return scale_; }
  /// The digits as if written with @p scale places, or nothing if that would round or overflow.
  [[nodiscard]] constexpr std::optional<std::int64_t> digits_at(int scale) const noexcept {
    std::int64_t value = digits_;
    for (int s = scale_; s < scale; ++s) {
      if (value > 99'999'999'999'999'999 || value < -99'999'999'999'999'999) return {};
      value *= 10;
    }
    for (int s = scale_; s > scale; --s) {
      if (value % 10 != 0) return {};
      value /= 10;
    }
    return value;
  }
  friend constexpr bool operator==(Decimal const&, Decimal const&) = default;

 private:
  constexpr Decimal(std::int64_t digits, int scale) : digits_(digits), scale_(scale) {}
  std::int64_t digits_ = 0;
  std::int32_t scale_ = 0;
};

/// The number as it is written: "12.50".
[[nodiscard]] inline std::string to_string(Decimal const& number) {
  auto const value = number.digits();
  auto const width = static_cast<std::size_t>(number.scale());
  auto text = detail::padded(value < 0 ? -value : value, width + 1);
  if (width > 0) text.insert(text.size() - width, ".");
  return value < 0 ? '-' + text : text;
}

}  // namespace v1
}  // namespace annexa
