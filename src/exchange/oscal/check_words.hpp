#pragma once
// How messages about OSCAL documents quote and list.

#include <annexa/base/text.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace oscal {

inline constexpr std::size_t most_quoted = 120;

[[nodiscard]] inline std::string quoted(std::string_view text) {
  return '"' + std::string(shortened(text, most_quoted)) + '"';
}

// "a", "a or b", "a, b or c".
[[nodiscard]] inline std::string listed(std::vector<std::string> const& words, std::string_view last = " or ") {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? last : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
