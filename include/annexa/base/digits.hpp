#pragma once
/// @file
/// Digits to numbers and back, without locale.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace detail {

/// The value of 1 to 18 decimal digits, or nothing.
[[nodiscard]] constexpr std::optional<std::int64_t> digits(std::string_view text) noexcept {
  if (text.empty() || text.size() > 18) return {};
  std::int64_t value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

/// @p value >= 0 with at least @p width digits.
[[nodiscard]] inline std::string padded(std::int64_t value, std::size_t width) {
  auto text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Reads exactly @p size bytes of hexadecimal text; false if it is anything else.
[[nodiscard]] constexpr bool from_hex(std::string_view text, unsigned char* out, std::size_t size) noexcept {
  if (text.size() != 2 * size) return false;
  for (std::size_t i = 0; i < size; ++i) {
    int const high = hex_digit(text[2 * i]);
    int const low = hex_digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return true;
}

/// @p size bytes in lower-case hexadecimal.
[[nodiscard]] inline std::string to_hex(unsigned char const* data, std::size_t size) {
  static constexpr char digit[] = "0123456789abcdef";
  std::string out(2 * size, '0');
  for (std::size_t i = 0; i < size; ++i) {
    out[2 * i] = digit[data[i] >> 4U];
    out[2 * i + 1] = digit[data[i] & 15U];
  }
  return out;
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
