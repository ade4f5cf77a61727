// The data types by name, and those of plain texts and numbers.
#include "data_types.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "characters.hpp"
#include "token_characters.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

// The character that @p text begins with, of which there are @p size bytes of well-formed UTF-8.
constexpr std::uint32_t character(std::string_view text, std::size_t size) noexcept {
  constexpr std::array<std::uint32_t, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t code = static_cast<unsigned char>(text[0]) & lead_bits[size];
  for (std::size_t i = 1; i < size; ++i) code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return code;
}

bool is_among(std::span<CharacterRange const> ranges, std::uint32_t code) noexcept {
  auto const after = std::upper_bound(ranges.begin(), ranges.end(), code,
                                      [](auto value, auto const& each) { return value < each.first; });
  return after != ranges.begin() && code <= std::prev(after)->last;
}

// Spaces and line ends as ECMAScript's \s has them, in UTF-8.
constexpr std::string_view spaces[] = {
    "\t",           "\n",           "\v",           "\f",           "\r",           " ",
    "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83",
    "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89",
    "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80",
    "\xEF\xBB\xBF"};

// What ends a line for ECMAScript's ".".
constexpr std::string_view line_ends[] = {"\n", "\r", "\xE2\x80\xA8", "\xE2\x80\xA9"};

bool is_plain(char c) noexcept { return c > ' ' && c <= '~'; }

bool begins_with_space(std::string_view text) noexcept {
  return !is_plain(text.front()) &&
         std::ranges::any_of(spaces, [&](auto const& each) { return text.starts_with(each); });
}

bool ends_with_space(std::string_view text) noexcept {
  return !is_plain(text.back()) && std::ranges::any_of(spaces, [&](auto const& each) { return text.ends_with(each); });
}

bool is_one_line(std::string_view text) noexcept {
  return std::ranges::none_of(line_ends, [&](auto const& each) { return text.find(each) != text.npos; });
}

bool is_string(std::string_view text) noexcept {
  return !text.empty() && !begins_with_space(text) && !ends_with_space(text) && is_one_line(text);
}

bool is_markup_line(std::string_view text) noexcept { return !text.empty() && text.find('\n') == text.npos; }

bool is_any_text(std::string_view) noexcept { return true; }

bool is_base64(std::string_view text) noexcept {
  auto rest = text;
  for (int padding = 0; padding < 2 && rest.ends_with('='); ++padding) rest.remove_suffix(1);
  return !rest.empty() &&
         std::ranges::all_of(rest, [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '/'; });
}

// Versions 4 and 5 alone, of the variant of RFC 4122.
bool is_uuid(std::string_view text) noexcept {
  constexpr std::string_view form = "xxxxxxxx-xxxx-Vxxx-Rxxx-xxxxxxxxxxxx";
  constexpr std::string_view variants = "89abAB";
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    auto const c = text[i];
    bool const fits = form[i] == 'x'   ? is_hexadecimal(c)
                      : form[i] == 'V' ? c == '4' || c == '5'
                      : form[i] == 'R' ? variants.find(c) != variants.npos
                                       : c == '-';
    if (!fits) return false;
  }
  return true;
}

bool is_whole(json::value const& value) noexcept {
  auto const* real = value.if_double();
  return real ? std::isfinite(*real) && std::trunc(*real) == *real : value.is_number();
}

bool is_number(json::value const& value) noexcept {
  auto const* real = value.if_double();
  return real ? std::isfinite(*real) : value.is_number();
}

bool is_at_least(json::value const& value, std::int64_t least) noexcept {
  if (auto const* real = value.if_double()) return *real >= static_cast<double>(least);
  if (auto const* number = value.if_int64()) return *number >= least;
  return value.is_uint64();
}

bool is_non_negative_integer(json::value const& value) noexcept { return is_whole(value) && is_at_least(value, 0); }

bool is_positive_integer(json::value const& value) noexcept { return is_whole(value) && is_at_least(value, 1); }

bool is_truth(json::value const& value) noexcept { return value.is_bool(); }

struct TypeRow {
  std::string_view name;
  std::string_view expectation;
  bool (*takes_text)(std::string_view) noexcept;     // for types that are texts, else null
  bool (*takes_value)(json::value const&) noexcept;  // for the others
};

constexpr std::array<TypeRow, 16> type_rows{{
    {"base64", "base64 in one line: letters, digits, \"+\" and \"/\", then at most two \"=\"", is_base64, nullptr},
    {"boolean", "true or false", nullptr, is_truth},
    {"date", "a day such as 2026-03-01, possibly with a time zone such as Z or +01:00", is_date, nullptr},
    {"date-time", "a moment with its time zone, such as 2026-03-01T09:00:00Z or 2026-03-01T10:00:00+01:00",
     is_date_time, nullptr},
    {"decimal", "a number", nullptr, is_number},
    {"email", "a mail address such as anna@acme.example", is_email, nullptr},
    {"integer", "a whole number", nullptr, is_whole},
    {"markup-line", "a text of one line that is not empty", is_markup_line, nullptr},
    {"non-negative-integer", "a whole number, 0 or more", nullptr, is_non_negative_integer},
    {"positive-integer", "a whole number, 1 or more", nullptr, is_positive_integer},
    {"string", "a text of one line, not empty, without blanks at either end", is_string, nullptr},
    {"text", "a text", is_any_text, nullptr},
    {"token", "a token: a letter or \"_\", then letters, digits, \".\", \"-\" and \"_\"", is_token, nullptr},
    {"uri", "a URI with its scheme, such as https://acme.example/ns", is_uri, nullptr},
    {"uri-reference", "a URI, a relative one or a fragment such as #a1b2, with blanks written as %20", is_uri_reference,
     nullptr},
    {"uuid", "a UUID of version 4 or 5, such as 6ba7b810-9dad-41d1-80b4-00c04fd430c8", is_uuid, nullptr},
}};

TypeRow const& row_of(DataType type) noexcept { return type_rows[static_cast<std::size_t>(type)]; }

}  // namespace

std::optional<DataType> data_type_named(std::string_view name) noexcept {
  for (std::size_t i = 0; i < type_rows.size(); ++i)
    if (type_rows[i].name == name) return static_cast<DataType>(i);
  return {};
}

std::string_view expectation_of(DataType type) noexcept { return row_of(type).expectation; }

bool has_json_type(DataType type, json::value const& value) noexcept {
  if (row_of(type).takes_text) return value.is_string();
  return type == DataType::boolean ? value.is_bool() : value.is_number();
}

bool is_valid(DataType type, json::value const& value) noexcept {
  auto const& row = row_of(type);
  if (row.takes_value) return row.takes_value(value);
  auto const* text = value.if_string();
  return text && row.takes_text(*text);
}

bool is_token(std::string_view text) noexcept {
  for (bool first = true; first || !text.empty(); first = false) {
    auto const size = utf8_character(text);
    if (size == 0) return false;
    bool fits = false;
    if (size == 1) {
      char const c = text[0];
      fits = is_letter(c) || c == '_' || (!first && (is_digit(c) || c == '.' || c == '-'));
    } else {
      auto const code = character(text, size);
      fits = is_among(letters, code) || (!first && is_among(numbers, code));
    }
    if (!fits) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
