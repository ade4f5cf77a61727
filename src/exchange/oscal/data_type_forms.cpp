// Data types with a form of their own: days, moments, mail addresses and URIs.
#include <algorithm>
#include <array>

#include "characters.hpp"
#include "data_types.hpp"

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

// Two digits as a number, or 100.
constexpr int two_digits(std::string_view text, std::size_t at) noexcept {
  if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return 100;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

constexpr std::array<std::string_view, 40> time_zones{
    "Z",      "-00:00", "-01:00", "-02:00", "-03:00", "-04:00", "-05:00", "-06:00", "-07:00", "-08:00",
    "-09:00", "-10:00", "-11:00", "-12:00", "-03:30", "-09:30", "+00:00", "+01:00", "+02:00", "+03:00",
    "+04:00", "+05:00", "+06:00", "+07:00", "+08:00", "+09:00", "+10:00", "+11:00", "+12:00", "+13:00",
    "+14:00", "+03:30", "+04:30", "+05:30", "+06:30", "+09:30", "+10:30", "+05:45", "+08:45", "+12:45"};

bool is_time_zone(std::string_view text) noexcept {
  return !text.empty() && std::ranges::find(time_zones, text) != time_zones.end();
}

// The schemas have their own idea of leap years: none before 2004 but 2000, and of the years that end in 00 only three.
bool is_leap_day_accepted(int century, int year) noexcept {
  if (century < 20) return false;
  return year == 0 ? century == 20 || century == 24 || century == 28 : year % 4 == 0;
}

// How many bytes of a day @p text begins with, or 0.
std::size_t day_size(std::string_view text) noexcept {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  constexpr std::size_t size = 10;
  auto const century = two_digits(text, 0);
  auto const year = two_digits(text, 2);
  auto const month = two_digits(text, 5);
  auto const day = two_digits(text, 8);
  if (century < 19 || century > 29 || year > 99 || month < 1 || month > 12 || day < 1 || day > 31) return 0;
  if (text[4] != '-' || text[7] != '-') return 0;
  if (month == 2 && day == 29) return is_leap_day_accepted(century, year) ? size : 0;
  return day <= days[static_cast<std::size_t>(month - 1)] ? size : 0;
}

// ---- URIs (RFC 3986). In references, validators let quotation marks pass; so does this.

constexpr std::string_view unreserved_marks = "-._~";
constexpr std::string_view delimiters = "!$&'()*+,;=";

// True if @p text is made of letters, digits, unreserved marks, delimiters, @p more, and bytes written as %XX.
bool is_made_of(std::string_view text, std::string_view more) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hexadecimal(text[i + 1]) || !is_hexadecimal(text[i + 2])) return false;
      i += 2;
    } else if (!is_letter(c) && !is_digit(c) && !is_one_of(c, unreserved_marks) && !is_one_of(c, delimiters) &&
               !is_one_of(c, more)) {
      return false;
    }
  }
  return true;
}

// Four numbers up to 255, which may have zeros in front, up to three digits each.
bool is_ipv4(std::string_view text) noexcept {
  for (int part = 0; part < 4; ++part) {
    auto const end = part < 3 ? text.find('.') : text.size();
    if (end == text.npos || end == 0 || end > 3) return false;
    int number = 0;
    for (char const c : text.substr(0, end)) {
      if (!is_digit(c)) return false;
      number = number * 10 + (c - '0');
    }
    if (number > 255) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return text.empty();
}

// How many groups of 16 bits the colon-separated @p text has, perhaps none; -1 if it is malformed. An IPv4 address may
// stand for the last two where @p may_end_in_ipv4.
int ipv6_groups(std::string_view text, bool may_end_in_ipv4) noexcept {
  int groups = 0;
  while (!text.empty()) {
    auto const colon = text.find(':');
    auto const part = text.substr(0, colon);
    if (colon == text.npos && may_end_in_ipv4 && part.find('.') != part.npos) return is_ipv4(part) ? groups + 2 : -1;
    if (part.empty() || part.size() > 4 || !std::ranges::all_of(part, is_hexadecimal) || ++groups > 8) return -1;
    if (colon == text.npos) break;
    text.remove_prefix(colon + 1);
    if (text.empty()) return -1;
  }
  return groups;
}

bool is_ipv6(std::string_view text) noexcept {
  auto const gap = text.find("::");
  if (gap == text.npos) return ipv6_groups(text, true) == 8;
  auto const left = ipv6_groups(text.substr(0, gap), false);
  auto const right = ipv6_groups(text.substr(gap + 2), true);
  return left >= 0 && right >= 0 && left + right <= 7;
}

// "v1.something": an address of a form that is still to come.
bool is_future_address(std::string_view text) noexcept {
  if (text.empty() || (text[0] != 'v' && text[0] != 'V')) return false;
  auto const dot = text.find('.');
  if (dot == text.npos || dot < 2 || dot + 1 == text.size()) return false;
  auto const rest = text.substr(dot + 1);
  return std::ranges::all_of(text.substr(1, dot - 1), is_hexadecimal) && rest.find('%') == rest.npos &&
         is_made_of(rest, ":");
}

// A part behind the scheme whose host is an address in brackets: /[::1]:80/path, with one slash or two in front.
bool has_address_in_brackets(std::string_view text, std::string_view in_path) noexcept {
  if (!text.starts_with('/')) return false;
  text.remove_prefix(text.starts_with("//") ? 2 : 1);
  auto const open = text.find('[');
  auto const close = text.find(']');
  if (open == text.npos || close == text.npos || close < open) return false;
  if (open > 0 && (text[open - 1] != '@' || !is_made_of(text.substr(0, open - 1), ":"))) return false;
  auto const address = text.substr(open + 1, close - open - 1);
  if (!is_ipv6(address) && !is_future_address(address)) return false;
  auto rest = text.substr(close + 1);
  if (rest.starts_with(':')) {
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest[0])) rest.remove_prefix(1);
  }
  return rest.empty() || (rest[0] == '/' && is_made_of(rest, in_path));
}

// Bytes of the scheme that @p text begins with, its colon not counted; 0 if there is none.
std::size_t scheme_size(std::string_view text) noexcept {
  if (text.empty() || !is_letter(text[0])) return 0;
  auto const end =
      std::ranges::find_if(text, [](char c) { return !is_letter(c) && !is_digit(c) && !is_one_of(c, "+-."); });
  return end != text.end() && *end == ':' ? static_cast<std::size_t>(end - text.begin()) : 0;
}

// What paths, queries and fragments may have beside what all parts may.
struct UriMarks {
  std::string_view path, query;
};
constexpr UriMarks uri_marks{":@/", ":@/?"};
constexpr UriMarks reference_marks{":@/\"", ":@/?\""};

// Takes query and fragment away. False if one of them is malformed.
bool cut_query_and_fragment(std::string_view& text, UriMarks const& marks) noexcept {
  for (char const begin : {'#', '?'}) {
    auto const at = text.find(begin);
    if (at != text.npos && !is_made_of(text.substr(at + 1), marks.query)) return false;
    text = text.substr(0, at);
  }
  return true;
}

bool is_path_or_host(std::string_view text, UriMarks const& marks) noexcept {
  return is_made_of(text, marks.path) || has_address_in_brackets(text, marks.path);
}

}  // namespace

bool is_date(std::string_view text) noexcept {
  constexpr std::string_view accepted_by_mistake = "19-02-29";  // by the schemas' pattern, in both of them
  auto const size = text.starts_with(accepted_by_mistake) ? accepted_by_mistake.size() : day_size(text);
  return size != 0 && (text.size() == size || is_time_zone(text.substr(size)));
}

bool is_date_time(std::string_view text) noexcept {
  auto const size = day_size(text);
  if (size == 0 || text.size() < size + 9 || text[size] != 'T') return false;
  auto time = text.substr(size + 1);
  if (two_digits(time, 0) > 23 || two_digits(time, 3) > 59 || two_digits(time, 6) > 59) return false;
  if (time[2] != ':' || time[5] != ':') return false;
  time.remove_prefix(8);
  if (time.starts_with('.')) {
    auto const end = std::ranges::find_if_not(time.substr(1), is_digit);
    auto const digits = static_cast<std::size_t>(end - time.begin()) - 1;
    if (digits == 0) return false;
    time.remove_prefix(digits + 1);
  }
  return is_time_zone(time);
}

bool is_email(std::string_view text) noexcept {
  constexpr std::string_view marks = "!#$%&'*+/=?^_`{|}~-";
  auto const at = text.find('@');
  if (at == text.npos) return false;
  auto const is_atom = [&](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, marks); };
  auto const is_host = [](char c) { return is_letter(c) || is_digit(c) || c == '-'; };
  auto const is_dotted = [](std::string_view name, auto const& is_inside, std::size_t least) {
    std::size_t parts = 0;
    for (bool more = true; more; ++parts) {
      auto const dot = name.find('.');
      auto const part = name.substr(0, dot);
      if (part.empty() || !std::ranges::all_of(part, is_inside)) return false;
      if (least > 1 && (part.front() == '-' || part.back() == '-')) return false;
      more = dot != name.npos;
      name.remove_prefix(more ? dot + 1 : name.size());
    }
    return parts >= least;
  };
  return is_dotted(text.substr(0, at), is_atom, 1) && is_dotted(text.substr(at + 1), is_host, 2);
}

bool is_uri_reference(std::string_view text) noexcept {
  if (!cut_query_and_fragment(text, reference_marks)) return false;
  if (is_path_or_host(text, reference_marks)) return true;
  auto const scheme = scheme_size(text);
  return scheme != 0 && is_path_or_host(text.substr(scheme + 1), reference_marks);
}

bool is_uri(std::string_view text) noexcept {
  auto const scheme = scheme_size(text);
  if (scheme < 2) return false;
  text.remove_prefix(scheme + 1);
  return cut_query_and_fragment(text, uri_marks) && !text.empty() && is_path_or_host(text, uri_marks);
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
