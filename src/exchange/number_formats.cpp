#include "number_formats.hpp"

#include <annexa/base/date.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// The first section of a format code, without texts in quotes, escaped characters and what stands in brackets, where
// that is no elapsed time.
std::string bare_code(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    auto const until = [&](char end) { i = std::min(code.find(end, i + 1), code.size()); };
    if (code[i] == '"') {
      until('"');
    } else if (code[i] == '[') {
      auto const begin = i + 1;
      until(']');
      auto const inside = code.substr(begin, i - begin);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos) out += inside;
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else {
      out += code[i];
    }
  }
  return out;
}

bool contains_any(std::string_view text, std::string_view letters) { return text.find_first_of(letters) != text.npos; }

std::string padded(std::string text, std::size_t size) {
  return text.size() < size ? std::string(size - text.size(), '0') + text : text;
}

}  // namespace

NumberFormat read_number_format(std::string_view code) {
  NumberFormat format;
  auto const bare = bare_code(code);
  if (bare == "General" || bare == "GENERAL" || bare == "general" || bare == "@") return format;
  format.time = contains_any(bare, "hHsS");
  format.date = format.time || contains_any(bare, "yYdD") || contains_any(bare, "mM");
  if (format.date) {
    format.date = contains_any(bare, "yYdD") || (!format.time && contains_any(bare, "mM"));
    return format;
  }
  if (bare.find_first_not_of("0#,.% ") != bare.npos) return format;
  auto const point = bare.find('.');
  auto const before = std::string_view(bare).substr(0, point);
  format.digits = std::clamp<std::size_t>(static_cast<std::size_t>(std::ranges::count(before, '0')), 1, 15);
  if (point != bare.npos)
    format.places = std::min<std::size_t>(
        static_cast<std::size_t>(std::count(bare.begin() + static_cast<std::ptrdiff_t>(point), bare.end(), '0')), 15);
  format.percent = contains_any(bare, "%");
  return format;
}

NumberFormat built_in_format(std::uint32_t id) noexcept {
  auto const within = [&](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
  NumberFormat format;
  format.date = within(14, 17) || id == 22 || within(27, 31) || id == 36 || within(50, 58);
  format.time = within(18, 22) || within(32, 35) || within(45, 47);
  format.percent = id == 9 || id == 10;
  if (id == 2 || id == 4 || id == 10 || id == 39 || id == 40) format.places = 2;
  return format;
}

std::optional<std::string> date_text(double serial, NumberFormat const& format, bool from_1904) {
  constexpr std::int64_t seconds_of_day = 86'400;
  if (!(serial >= 0) || serial >= 2'958'466) return {};
  auto const all = static_cast<std::int64_t>(std::floor(serial * static_cast<double>(seconds_of_day) + 0.5));
  auto days = all / seconds_of_day;
  auto const seconds = all % seconds_of_day;
  std::string time;
  if (format.time && (seconds != 0 || !format.date))
    for (auto const part : {seconds / 3600, seconds / 60 % 60, seconds % 60})
      time += (time.empty() ? "" : ":") + padded(std::to_string(part), 2);
  if (!format.date) return days == 0 ? std::optional(time) : std::nullopt;
  if (days == 60 && !from_1904) return "1900-02-29";  // a day that spreadsheets know, and nobody else
  constexpr std::int64_t to_1904 = 24'107;            // days from 1904-01-01 to 1970-01-01
  constexpr std::int64_t to_1900 = 25'569;            // days from 1899-12-30 to 1970-01-01
  if (!from_1904 && days < 60) ++days;
  auto const date = Date::from_days(days - (from_1904 ? to_1904 : to_1900));
  if (!date) return {};
  return to_string(*date) + (time.empty() ? "" : 'T' + time);
}

std::string number_text(double number, NumberFormat const& format) {
  std::array<char, 64> buffer{};
  if (format.percent) number *= 100;
  bool const whole = number == std::floor(number) && std::abs(number) < 1e15;
  auto const end =
      whole ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::int64_t>(number)).ptr
            : std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::general, 15).ptr;
  std::string text(buffer.data(), end);
  if (text.find('e') != text.npos || text.find('n') != text.npos) return text;
  bool const negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  auto const point = std::min(text.find('.'), text.size());
  if (point != text.size() && format.places != 0)
    text.append(format.places - std::min(format.places, text.size() - point - 1), '0');
  if (point < format.digits) text.insert(0, format.digits - point, '0');
  return (negative ? "-" : "") + text + (format.percent ? "%" : "");
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
