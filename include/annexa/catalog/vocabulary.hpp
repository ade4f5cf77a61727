#pragma once
/// @file
/// Closed lists of words: how the values of an enumeration are printed in the reference tables.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// The words of an enumeration as the reference tables print them, in the order of its enumerators, which count from 0.
/// Specialised beside each enumeration of this room; other catalogs and exports use the same words.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};

/// An enumeration that has words.
template <class Enum>
concept Worded = !words_of<Enum>.empty();

/// The word for @p value: "Performance evaluation", "annex_a". Lives as long as the program.
template <Worded Enum>
[[nodiscard]] constexpr std::string_view word(Enum value) noexcept {
  return words_of<Enum>[static_cast<std::size_t>(value)];
}

/// The value that is printed as @p text, or nothing.
template <Worded Enum>
[[nodiscard]] constexpr std::optional<Enum> from_word(std::string_view text) noexcept {
  for (std::size_t i = 0; i < words_of<Enum>.size(); ++i)
    if (words_of<Enum>[i] == text) return static_cast<Enum>(i);
  return {};
}

}  // namespace v1
}  // namespace annexa
