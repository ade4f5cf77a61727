#pragma once
// How reports speak: a text by its id, the word for a value of an enumeration, numbers, dates and times, all in the
// language of the report.
//
// The language is set for the calling thread while a public function of this room makes or renders a report, and is
// English outside (Speaking). So every function says each of its texts in one language without handing it through all
// of them, and what comes out does not depend on threads: nobody else can set it meanwhile, and it never outlives the
// call.

#include <annexa/base/decimal.hpp>
#include <annexa/base/describe.hpp>
#include <annexa/base/error.hpp>
#include <annexa/base/instant.hpp>
#include <annexa/base/language.hpp>
#include <annexa/base/money.hpp>
#include <annexa/report/cell.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace annexa {
inline namespace v1 {
namespace report {

// The language that this thread speaks at the moment.
[[nodiscard]] Language spoken_language() noexcept;

// Speaks a language while it lives; then the one before again.
class Speaking {
 public:
  explicit Speaking(Language language) noexcept;
  ~Speaking();
  Speaking(Speaking const&) = delete;
  Speaking& operator=(Speaking const&) = delete;

 private:
  Language before_;
};

// A text of the table, found while compiling: a name that is not there does not compile.
struct Word {
  std::size_t index;
};
[[nodiscard]] consteval Word operator""_word(char const* text, std::size_t size) {
  std::string_view const id(text, size);
  auto const row = std::ranges::lower_bound(word_table, id, {}, &WordRow::id);
  if (row == word_table.end() || row->id != id) throw "no such text in words.hpp";
  return {static_cast<std::size_t>(row - word_table.begin())};
}

// A text as it stands in the table, in the language that is spoken.
[[nodiscard]] inline std::string_view raw_text(Word word) {
  return word_table[word.index].text[static_cast<std::size_t>(spoken_language())];
}
[[nodiscard]] inline std::string say(Word word) { return std::string(raw_text(word)); }
[[nodiscard]] inline std::string say(Word word, std::vector<Argument> const& args) {
  return fill_in(raw_text(word), args);
}
// "1 action", "3 actions": the first text for one, the second, which has {count}, for any other number.
[[nodiscard]] std::string count_of(std::int64_t count, Word one, Word many);

// A number for people: "1,234.5", "1.234,5", "1 234,5".
[[nodiscard]] std::string number_text(std::int64_t value);
[[nodiscard]] std::string number_text(Decimal const& value);
template <std::same_as<std::size_t> Count>
[[nodiscard]] std::string number_text(Count count) {
  return number_text(static_cast<std::int64_t>(count));
}
// The same of digits with a point: "1234.5".
[[nodiscard]] std::string number_of_digits(std::string_view digits);
// "1,234.50 EUR".
[[nodiscard]] std::string amount_of(Money const& money);

// The word for an enumeration's value: that of the tables under "type.value", else its name with a capital: "Plan
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
// A name of a group in named_words.hpp, such as the noun "audit"; @p english where English is spoken, or where the
// table does not have it: names that a host made up stay as they are.
[[nodiscard]] std::string known_name(std::string_view group, std::string_view name, std::string english);
[[nodiscard]] inline std::string known_name(std::string_view group, std::string_view name) {
  return known_name(group, name, spoken(name));
}

// "1 March 2026", or "1 Mar 2026" for tables.
enum class DateStyle { full, brief };
[[nodiscard]] std::string spoken(Date date, DateStyle style);
// "Mar" and "M", by the number of the month from 1.
[[nodiscard]] std::string_view brief_month(int month);
[[nodiscard]] std::string_view letter_of_month(int month);
// "07:30" in UTC.
[[nodiscard]] std::string time_of_day(Instant instant);

// A sentence that another room says in English, in the language that is spoken where known_sentences.hpp has it.
[[nodiscard]] Cell known_sentence(std::string english);
// The same of a text that may as well have been entered by somebody: as it is where known_sentences.hpp does not have
// it.
[[nodiscard]] Cell known_or_entered(std::string text);
// A text that annexa has in English alone; says so where another language is spoken.
[[nodiscard]] Cell in_english(std::string text);
// A text in the language of a tag; says so where another language is spoken.
[[nodiscard]] Cell in_language(std::string text, std::string_view tag);

}  // namespace report
}  // namespace v1
}  // namespace annexa
