#pragma once
/// @file
/// Input that may be anything, as it can be shown.

#include <cstddef>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The start of @p text as a terminal may show it, at most @p most bytes of it: what is not printable ASCII is written
/// as
/// "\xNN", and "..." tells that there was more. For quoting input that may be anything.
[[nodiscard]] inline std::string visible(std::string_view text, std::size_t most) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (char const c : text.substr(0, most)) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F)
      out += c;
    else
      out.append("\\x").append(1, digits[byte >> 4U]).append(1, digits[byte & 0x0FU]);
  }
  return text.size() > most ? out + "..." : out;
}

}  // namespace v1
}  // namespace annexa
