#pragma once
// How reports speak: a text by its id, the word for a value of an enumeration, dates and times.

#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/instant.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// A text of the table, found while compiling: a name that is not there does not compile.
struct Word {
  std::size_t index;
};
[[nodiscard]] consteval Word operator""_word(char const* text, std::size_t size) {
  for (std::size_t i = 0; i < word_table.size(); ++i)
    if (word_table[i].id == std::string_view(text, size)) return {i};
  throw "no such text in words.hpp";
}

[[nodiscard]] inline std::string say(Word word) { return std::string(word_table[word.index].en); }
[[nodiscard]] inline std::string say(Word word, std::vector<Argument> const& args) {
  return fill_in(word_table[word.index].en, args);
}

// "1 action", "3 actions": the first text for one, the second, which has {count}, for any other number.
[[nodiscard]] std::string count_of(std::int64_t count, Word one, Word many);

// The word for an enumeration's value: that of the table under "type.value", else its name with a capital: "Plan
// review".
[[nodiscard]] std::string word_of(Type const& type, std::int64_t value);
template <class Enum>
[[nodiscard]] std::string word_of(Enum value) {
  return word_of(type_of<Enum>, static_cast<std::int64_t>(value));
}

// The value as a badge in its tone. Each value of the enumeration has one, in order.
template <class Enum, std::size_t Size>
[[nodiscard]] Cell toned(Enum value, std::array<Tone, Size> const& tones) {
  static_assert(Size == type_of<Enum>.names.size(), "each value has its tone");
  return Cell::badge(word_of(value), tones[static_cast<std::size_t>(value)]);
}

// A name with its first letter as a capital and blanks for '-' and '_'.
[[nodiscard]] std::string spoken(std::string_view name);

// "1 March 2026", or "1 Mar 2026" for tables.
enum class DateStyle { full, brief };
[[nodiscard]] std::string spoken(Date date, DateStyle style);

// "07:30" in UTC.
[[nodiscard]] std::string time_of_day(Instant instant);

}  // namespace report
}  // namespace v1
}  // namespace annexa
