#pragma once
/// @file
/// Text that came from outside: UTF-8 checks and the comparison of names.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// Bytes of the well-formed character at the start of @p text, or 0 if there is none. @source{RFC 3629}
[[nodiscard]] constexpr std::size_t utf8_character(std::string_view text) noexcept {
  if (text.empty()) return 0;
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  auto const a = byte(0);
  auto const b = byte(1);
  if (a < 0x80) return 1;
  if (a >= 0xC2 && a <= 0xDF) return tail(1) ? 2 : 0;
  if (a >= 0xE0 && a <= 0xEF) {
    if (!tail(1) || !tail(2) || (a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F)) return 0;
    return 3;
  }
  if (a >= 0xF0 && a <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3) || (a == 0xF0 && b < 0x90) || (a == 0xF4 && b > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

/// True if @p text is well-formed UTF-8. Linear.
[[nodiscard]] constexpr bool is_utf8(std::string_view text) noexcept {
  while (!text.empty()) {
    auto const size = utf8_character(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

/// True if @p text has a control character (C0, DEL).
[[nodiscard]] constexpr bool has_control(std::string_view text) noexcept {
  for (char const c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  return false;
}

/// True if @p text has a control character that is neither tab nor line end: terminals take those for commands, and
/// some of them stand in no XML.
[[nodiscard]] constexpr bool has_stray_control(std::string_view text) noexcept {
  for (char const c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return true;
  return false;
}

/// What stands for nothing at the ends of a text: space, tab, line ends, and the spaces, joiners and marks of Unicode
/// that nobody sees, in UTF-8.
inline constexpr std::string_view blanks[] = {" ",
                                              "\t",
                                              "\r",
                                              "\n",
                                              "\xC2\x85",
                                              "\xC2\xA0",
                                              "\xC2\xAD",
                                              "\xE1\x9A\x80",
                                              "\xE2\x80\x80",
                                              "\xE2\x80\x81",
                                              "\xE2\x80\x82",
                                              "\xE2\x80\x83",
                                              "\xE2\x80\x84",
                                              "\xE2\x80\x85",
                                              "\xE2\x80\x86",
                                              "\xE2\x80\x87",
                                              "\xE2\x80\x88",
                                              "\xE2\x80\x89",
                                              "\xE2\x80\x8A",
                                              "\xE2\x80\x8B",
                                              "\xE2\x80\x8C",
                                              "\xE2\x80\x8D",
                                              "\xE2\x80\x8E",
                                              "\xE2\x80\x8F",
                                              "\xE2\x80\xA8",
                                              "\xE2\x80\xA9",
                                              "\xE2\x80\xAF",
                                              "\xE2\x81\x9F",
                                              "\xE2\x81\xA0",
                                              "\xE3\x80\x80",
                                              "\xEF\xBB\xBF"};

/// @p text without blanks at either end.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  auto const is_plain = [](char c) { return c > ' ' && c <= '~'; };
  for (bool more = true; more && !text.empty() && !is_plain(text.front());) {
    more = false;
    for (auto const blank : blanks)
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        more = true;
      }
  }
  for (bool more = true; more && !text.empty() && !is_plain(text.back());) {
    more = false;
    for (auto const blank : blanks)
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        more = true;
      }
  }
  return text;
}

/// @p text with the letters A to Z as small ones; all else stays.
[[nodiscard]] inline std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The start of @p text, at most @p most bytes and never half a character of UTF-8: for quoting input in a message.
[[nodiscard]] constexpr std::string_view shortened(std::string_view text, std::size_t most) noexcept {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

namespace detail {

/// True for 0 to 9.
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The digits that @p text begins with, perhaps none.
[[nodiscard]] constexpr std::string_view leading_digits(std::string_view text) noexcept {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return text.substr(0, size);
}

/// Below 0, 0 or above 0, as the number @p a is less than, equal to or greater than @p b. Digits alone, any number of
/// them.
[[nodiscard]] constexpr int compare_numbers(std::string_view a, std::string_view b) noexcept {
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

}  // namespace detail

/// Orders names as people do: runs of digits by their value, all else bytewise, so that "R-2" comes before "R-10". A
/// total order: equal only for the same bytes.
[[nodiscard]] constexpr bool natural_less(std::string_view a, std::string_view b) noexcept {
  auto x = a;
  auto y = b;
  while (!x.empty() && !y.empty()) {
    if (!detail::is_digit(x[0]) || !detail::is_digit(y[0])) {
      if (x[0] != y[0]) return static_cast<unsigned char>(x[0]) < static_cast<unsigned char>(y[0]);
      x.remove_prefix(1);
      y.remove_prefix(1);
      continue;
    }
    auto const m = detail::leading_digits(x);
    auto const n = detail::leading_digits(y);
    if (auto const order = detail::compare_numbers(m, n); order != 0) return order < 0;
    x.remove_prefix(m.size());
    y.remove_prefix(n.size());
  }
  if (!x.empty() || !y.empty()) return x.empty();
  return a < b;  // differ only in leading zeros, if at all
}

/// Number of single-character edits from @p a to @p b, at most @p most + 1; used to suggest a name.
[[nodiscard]] inline std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > most) return most + 1;
  std::string row(b.size() + 1, '\0');  // distances fit in a byte: both texts are names
  if (b.size() > 200 || a.size() > 200) return most + 1;
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<char>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = static_cast<unsigned char>(row[0]);
    row[0] = static_cast<char>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const above = static_cast<unsigned char>(row[j]);
      auto const left = static_cast<unsigned char>(row[j - 1]);
      unsigned best = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      if (above + 1U < best) best = above + 1U;
      if (left + 1U < best) best = left + 1U;
      row[j] = static_cast<char>(best);
      diagonal = above;
    }
  }
  auto const distance = static_cast<std::size_t>(static_cast<unsigned char>(row[b.size()]));
  return distance > most ? most + 1 : distance;
}

}  // namespace v1
}  // namespace annexa
