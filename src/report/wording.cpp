#include "wording.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "known_sentences.hpp"
#include "named_words.hpp"

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

static_assert(std::ranges::is_sorted(word_table, {}, &WordRow::id), "rows are in order of their ids");
static_assert(std::ranges::is_sorted(sentence_table, {}, &SentenceRow::en), "rows are in order of what they say");
static_assert(std::ranges::is_sorted(name_table, {}, &NameRow::id), "rows are in order of their ids");

thread_local Language language_of_thread = Language::english;  // see the head of wording.hpp

// Places of a sentence whose values may have blanks: words, and numbers with their unit.
constexpr std::string_view words_value = "words";
constexpr std::string_view amount_value = "amount";

using Months = std::array<Word, 12>;
constexpr Months months{"month.1"_word, "month.2"_word,  "month.3"_word,  "month.4"_word,
                        "month.5"_word, "month.6"_word,  "month.7"_word,  "month.8"_word,
                        "month.9"_word, "month.10"_word, "month.11"_word, "month.12"_word};
constexpr Months brief_months{"month-brief.1"_word,  "month-brief.2"_word,  "month-brief.3"_word,
                              "month-brief.4"_word,  "month-brief.5"_word,  "month-brief.6"_word,
                              "month-brief.7"_word,  "month-brief.8"_word,  "month-brief.9"_word,
                              "month-brief.10"_word, "month-brief.11"_word, "month-brief.12"_word};
constexpr Months letters{"month-letter.1"_word, "month-letter.2"_word,  "month-letter.3"_word,  "month-letter.4"_word,
                         "month-letter.5"_word, "month-letter.6"_word,  "month-letter.7"_word,  "month-letter.8"_word,
                         "month-letter.9"_word, "month-letter.10"_word, "month-letter.11"_word, "month-letter.12"_word};

std::string_view month_in(Months const& names, int month) {
  return raw_text(names[static_cast<std::size_t>(month - 1)]);
}

// The row of that id, or null.
template <class Rows>
typename Rows::value_type const* find_text(Rows const& rows, std::string_view id) {
  auto const row = std::ranges::lower_bound(rows, id, {}, &Rows::value_type::id);
  return row != rows.end() && row->id == id ? &*row : nullptr;
}

// A number with its unit, the number as people write it; empty if it is none.
std::string amount_in_sentence(std::string_view text) {
  auto const blank = std::min(text.find(' '), text.size());
  auto const number = Decimal::parse(text.substr(0, blank));
  bool const one = text.find_first_of(",;") == text.npos;
  return number && one ? number_text(*number) + std::string(text.substr(blank)) : std::string();
}

// The sentence in the language that is spoken, or nothing where known_sentences.hpp does not have it.
std::optional<std::string> translated_sentence(std::string_view english);

// A value inside a sentence: a day as people write it, words that are a known sentence in their turn, anything else as
// it is.
std::string value_in_sentence(std::string_view name, std::string_view text) {
  if (name.starts_with(amount_value)) return amount_in_sentence(text);
  if (name.starts_with(words_value)) return translated_sentence(text).value_or(std::string(text));
  auto const day = Date::parse(text);
  return day ? spoken(*day, DateStyle::full) : std::string(text);
}

// Takes the longest of "one|many" off the text that it begins with; false if it begins with none.
bool take_choice(std::string_view choices, std::string_view& text) {
  std::optional<std::size_t> longest;
  for (bool last = false; !last;) {
    auto const end = choices.find('|');
    auto const choice = choices.substr(0, end);
    last = end == choices.npos;
    if (!last) choices.remove_prefix(end + 1);
    if (text.starts_with(choice)) longest = std::max(longest.value_or(0), choice.size());
  }
  if (longest) text.remove_prefix(*longest);
  return longest.has_value();
}

// Takes the value off the text that stands in the place of that name, before what follows in the pattern; nothing if
// there is none.
std::optional<Argument> take_value(std::string_view name, std::string_view following, std::string_view& text) {
  bool const has_blanks = name.starts_with(words_value) || name.starts_with(amount_value);
  auto const end = following.empty() ? text.size() : text.find(following.substr(0, following.find_first_of("{[")));
  if (end == text.npos || end == 0) return {};
  if (!has_blanks && text.substr(0, end).find(' ') != text.npos) return {};
  Argument value{std::string(name), value_in_sentence(name, text.substr(0, end))};
  if (value.value.empty()) return {};
  text.remove_prefix(end);
  return value;
}

// What stands in the places of @p pattern where @p text is made by it.
std::optional<std::vector<Argument>> values_of(std::string_view pattern, std::string_view text) {
  std::vector<Argument> values;
  for (;;) {
    auto const mark = pattern.find_first_of("{[");
    auto const literal = pattern.substr(0, mark);
    if (!text.starts_with(literal)) return {};
    text.remove_prefix(literal.size());
    if (mark == pattern.npos) return text.empty() ? std::optional(std::move(values)) : std::nullopt;
    bool const choice = pattern[mark] == '[';
    auto const close = pattern.find(choice ? ']' : '}', mark);
    auto const inside = pattern.substr(mark + 1, close - mark - 1);
    pattern.remove_prefix(close + 1);
    if (choice) {
      if (!take_choice(inside, text)) return {};
      continue;
    }
    auto value = take_value(inside, pattern, text);
    if (!value) return {};
    values.push_back(*std::move(value));
  }
}

std::optional<std::string> translated_sentence(std::string_view english) {
  auto const language = static_cast<std::size_t>(spoken_language());
  if (language == 0) return std::string(english);
  for (auto const& row : sentence_table | std::views::reverse)
    if (auto const values = values_of(row.en, english)) return fill_in(row.text[language - 1], *values);
  return {};
}

}  // namespace

Language spoken_language() noexcept { return language_of_thread; }

Speaking::Speaking(Language language) noexcept : before_(std::exchange(language_of_thread, language)) {}
Speaking::~Speaking() { language_of_thread = before_; }

std::string count_of(std::int64_t count, Word one, Word many) {
  return count == 1 ? say(one) : say(many, {{"count", number_text(count)}});
}

std::string number_of_digits(std::string_view digits) {
  auto const begin = digits.find_first_of("0123456789");
  auto const end = std::min(digits.find('.'), digits.size());
  if (begin == digits.npos || begin > end) return std::string(digits);
  std::string out(digits.substr(0, begin));
  for (std::size_t i = begin; i < end; ++i) {
    if (i != begin && (end - i) % 3 == 0) out += raw_text("number.group"_word);
    out += digits[i];
  }
  if (end < digits.size()) out += std::string(raw_text("number.point"_word)) + std::string(digits.substr(end + 1));
  return out;
}

std::string number_text(std::int64_t value) { return number_of_digits(std::to_string(value)); }
std::string number_text(Decimal const& value) { return number_of_digits(to_string(value)); }

std::string amount_of(Money const& money) {
  auto const text = to_string(money);
  auto const blank = std::min(text.find(' '), text.size());
  return number_of_digits(std::string_view(text).substr(0, blank)) + text.substr(blank);
}

std::string word_of(Type const& type, std::int64_t value) {
  auto const name = enum_name(type, value);
  auto const* row = find_text(word_table, std::string(type.name) + '.' + name);
  return row ? std::string(row->text[static_cast<std::size_t>(spoken_language())]) : known_name(type.name, name);
}

std::string known_name(std::string_view group, std::string_view name, std::string english) {
  auto const language = static_cast<std::size_t>(spoken_language());
  if (language == 0) return english;
  auto const* row = find_text(name_table, std::string(group) + '.' + std::string(name));
  return row ? std::string(row->text[language - 1]) : english;
}

std::string spoken(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == '-' || c == '_') c = ' ';
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string spoken(Date date, DateStyle style) {
  auto const ymd = date.parts();
  auto const& names = style == DateStyle::full ? months : brief_months;
  return say(ymd.day == 1 ? "date.first"_word : "date.full"_word, {{"day", std::to_string(ymd.day)},
                                                                   {"month", std::string(month_in(names, ymd.month))},
                                                                   {"year", std::to_string(ymd.year)}});
}

std::string_view brief_month(int month) { return month_in(brief_months, month); }
std::string_view letter_of_month(int month) { return month_in(letters, month); }

std::string time_of_day(Instant instant) {
  auto const minute = instant.minute_of_day();
  return detail::padded(minute / 60, 2) + ':' + detail::padded(minute % 60, 2);
}

Cell in_language(std::string text, std::string_view tag) {
  Cell cell(std::move(text));
  if (!cell.text.empty() && tag != tag_of(spoken_language())) cell.language = tag;
  return cell;
}

Cell known_sentence(std::string english) {
  if (auto known = translated_sentence(english)) return {*std::move(known)};
  return in_english(std::move(english));
}

Cell known_or_entered(std::string text) {
  if (auto known = translated_sentence(text)) return {*std::move(known)};
  return {std::move(text)};
}

Cell in_english(std::string text) { return in_language(std::move(text), tag_of(Language::english)); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
