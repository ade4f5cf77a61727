#pragma once
// Characters of ASCII, whatever the locale.

#include <annexa/base/text.hpp>

#include <string_view>

namespace annexa {
inline namespace v1 {
namespace oscal {

using detail::is_digit;

[[nodiscard]] constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

[[nodiscard]] constexpr bool is_hexadecimal(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

[[nodiscard]] constexpr bool is_one_of(char c, std::string_view marks) noexcept { return marks.find(c) != marks.npos; }

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
