#include "spreadsheet_text.hpp"

#include <annexa/base/date.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace annexa {
inline namespace v1 {
namespace spreadsheet {
namespace {

std::size_t characters_of(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_hexadecimal(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// True if @p text begins as "_x000D_" does, which spreadsheets read as a character.
bool begins_escape(std::string_view text) noexcept {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::ranges::all_of(text.substr(2, 4), is_hexadecimal);
}

}  // namespace

std::size_t units_of(std::string_view text) noexcept {
  return characters_of(text) + static_cast<std::size_t>(std::ranges::count_if(
                                   text, [](char c) { return static_cast<unsigned char>(c) >= 0xF0U; }));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_escape(text.substr(i))) out += "_x005F";
    out += text[i];
  }
  return out;
}

std::size_t lines_of(std::string_view text, double width) noexcept {
  std::size_t lines = 0;
  while (lines < most_lines) {
    auto const end = text.find('\n');
    auto const characters = static_cast<double>(characters_of(text.substr(0, end)));
    lines += std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(characters / width)));
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::size_t width_of(std::string_view text) noexcept {
  std::size_t width = 0;
  while (true) {
    auto const end = text.find('\n');
    width = std::max(width, characters_of(text.substr(0, end)));
    if (end == text.npos) return width;
    text.remove_prefix(end + 1);
  }
}

std::string margin(std::string_view part, std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.empty()) return {};
  std::string out(part);
  if (text.front() >= '0' && text.front() <= '9') out += ' ';
  std::size_t kept = 0;
  for (char const c : text) {
    bool const begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && kept++ == most) break;
    out += c == '\n' || c == '\t' ? ' ' : c;
    if (c == '&') out += c;
  }
  return out;
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return {};
  std::array<char, 64> buffer{};
  auto const end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::general, 15).ptr;
  return std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())) == text ? std::optional(number)
                                                                                                : std::nullopt;
}

std::optional<double> day_of(std::string_view text) {
  constexpr std::int32_t to_1900 = 25'569;
  constexpr std::int32_t first = 61;
  auto const date = Date::parse(text);
  if (!date || date->days() + to_1900 < first) return {};
  return date->days() + to_1900;
}

}  // namespace spreadsheet
}  // namespace v1
}  // namespace annexa
