#include "wording.hpp"

#include <algorithm>
#include <array>
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

// A value inside a sentence: a day as people write it, anything else as it is.
std::string value_in_sentence(std::string_view text) {
  auto const day = Date::parse(text);
  return day ? spoken(*day, DateStyle::full) : std::string(text);
}

// What stands in the places of @p pattern where @p text is made by it; values have no blanks in them.
std::optional<std::vector<Argument>> values_of(std::string_view pattern, std::string_view text) {
  std::vector<Argument> values;
  for (;;) {
    auto const open = pattern.find('{');
    auto const literal = pattern.substr(0, open);
    if (!text.starts_with(literal)) return {};
    text.remove_prefix(literal.size());
    if (open == pattern.npos) return text.empty() ? std::optional(std::move(values)) : std::nullopt;
    auto const close = pattern.find('}', open);
    std::string name(pattern.substr(open + 1, close - open - 1));
    pattern.remove_prefix(close + 1);
    auto const end = text.find(pattern.substr(0, pattern.find('{')));
    if (end == text.npos || end == 0 || text.substr(0, end).find(' ') != text.npos) return {};
    values.push_back({std::move(name), value_in_sentence(text.substr(0, end))});
    text.remove_prefix(end);
  }
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
  auto const language = static_cast<std::size_t>(spoken_language());
  if (language == 0) return {std::move(english)};
  for (auto const& row : sentence_table)
    if (auto const values = values_of(row.en, english)) return {fill_in(row.text[language - 1], *values)};
  return in_english(std::move(english));
}

Cell in_english(std::string text) { return in_language(std::move(text), tag_of(Language::english)); }

}  // namespace report
}  // namespace v1
}  // namespace annexa
