#pragma once
/// @file
/// How far two texts say the same.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annexa {
inline namespace v1 {

/// The words of @p text that carry meaning, each once, sorted: letters and digits in small letters (accents of Latin
/// letters fall away), without the most frequent words of English, German and French, and without the endings of
/// plural and past ("backups" and "backup", "tested" and "test" are one word). Linear in the text.
[[nodiscard]] std::vector<std::string> meaningful_words(std::string_view text);

/// How far two texts say the same, from 0 to 100: twice the number of meaningful words that both have, by the number
/// that they have together (Dice), in whole percent, rounded down. Order and repetition do not matter. 0 if either has
/// no meaningful word. Symmetric; the same on every machine.
[[nodiscard]] int similarity(std::string_view a, std::string_view b);

/// Which share of the meaningful words of @p part stand in @p whole too, in whole percent, rounded down; 0 if @p part
/// has none.
[[nodiscard]] int containment(std::string_view part, std::string_view whole);

/// From which similarity on a text says another one again.
inline constexpr int restating_similarity = 70;
/// From which containment on a text of at least three meaningful words says another one again.
inline constexpr int restating_containment = 80;

/// As similarity() of two texts, of their meaningful_words(): for one text that is compared with many.
[[nodiscard]] int similarity(std::span<std::string const> a, std::span<std::string const> b) noexcept;

/// As containment() of two texts, of their meaningful_words().
[[nodiscard]] int containment(std::span<std::string const> part, std::span<std::string const> whole) noexcept;

/// True if @p text says @p original again: its meaningful words are the same to restating_similarity, or
/// restating_containment of at least three stand in the original, or it has none and is therefore empty talk.
/// Words that are only turned around or left out do not make another statement.
/// @source{10.2 b}
[[nodiscard]] bool restates(std::string_view text, std::string_view original);

/// As restates() of two texts, of their meaningful_words().
[[nodiscard]] bool restates(std::span<std::string const> text, std::span<std::string const> original) noexcept;

}  // namespace v1
}  // namespace annexa
