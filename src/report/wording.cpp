#include "wording.hpp"

#include <algorithm>
#include <array>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::array months{"month.1"_word, "month.2"_word,  "month.3"_word,  "month.4"_word,
                            "month.5"_word, "month.6"_word,  "month.7"_word,  "month.8"_word,
                            "month.9"_word, "month.10"_word, "month.11"_word, "month.12"_word};

}  // namespace

std::string count_of(std::int64_t count, Word one, Word many) {
  return count == 1 ? say(one) : say(many, {{"count", std::to_string(count)}});
}

std::string word_of(Type const& type, std::int64_t value) {
  auto const name = enum_name(type, value);
  auto const id = std::string(type.name) + '.' + name;
  auto const row = std::ranges::find(word_table, std::string_view(id), &WordRow::id);
  return row != word_table.end() ? std::string(row->en) : spoken(name);
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
  auto month = say(months[static_cast<std::size_t>(ymd.month - 1)]);
  if (style == DateStyle::brief) month.resize(std::min<std::size_t>(month.size(), 3));
  return std::to_string(ymd.day) + ' ' + month + ' ' + std::to_string(ymd.year);
}

std::string time_of_day(Instant instant) {
  auto const minute = instant.minute_of_day();
  return detail::padded(minute / 60, 2) + ':' + detail::padded(minute % 60, 2);
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
