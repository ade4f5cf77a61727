#include "calendar_lines.hpp"

#include <algorithm>
#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>

namespace annexa {
inline namespace v1 {
namespace calendar {
namespace {

// Text that may stand in a file: well-formed, without control characters but line ends.
std::string cleaned(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const width = utf8_character(text);
    bool const control = width == 1 && has_control(text.substr(0, 1)) && text[0] != '\n';
    if (width == 0)
      out += '?';
    else if (!control)
      out += text.substr(0, width);
    text.remove_prefix(std::max<std::size_t>(width, 1));
  }
  return out;
}

// "+0100".
std::string offset_text(int minutes) {
  auto const size = minutes < 0 ? -minutes : minutes;
  return (minutes < 0 ? "-" : "+") + detail::padded(size / 60, 2) + detail::padded(size % 60, 2);
}

void add_observance(std::string& out, ZoneChange const& change, Instant at, int before) {
  auto const* name = change.summer ? "DAYLIGHT" : "STANDARD";
  add_line(out, std::string("BEGIN:") + name);
  add_line(out, "DTSTART:" + form_one(at, before));
  add_line(out, "TZOFFSETFROM:" + offset_text(before));
  add_line(out, "TZOFFSETTO:" + offset_text(change.utc_offset));
  if (!change.name.empty()) add_line(out, "TZNAME:" + escaped(change.name));
  add_line(out, std::string("END:") + name);
}

}  // namespace

void add_line(std::string& out, std::string_view line) {
  constexpr std::size_t most = 75;
  std::size_t column = 0;
  while (!line.empty()) {
    auto const width = std::max<std::size_t>(utf8_character(line), 1);
    if (column + width > most) {
      out += "\r\n ";
      column = 1;
    }
    out += line.substr(0, width);
    column += width;
    line.remove_prefix(width);
  }
  out += "\r\n";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : cleaned(text)) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ';' || c == ',')
      (out += '\\') += c;
    else
      out += c;
  }
  return out;
}

std::string quoted(std::string_view text) {
  auto out = cleaned(text);
  for (char& c : out) {
    if (c == '"') c = '\'';
    if (c == '\n') c = ' ';
  }
  return '"' + out + '"';
}

std::string form_one(Instant instant, int utc_offset) {
  std::string out;
  for (char const c : to_string(instant.plus_minutes(utc_offset)).substr(0, 19))
    if (c != '-' && c != ':') out += c;
  return out;
}

std::string form_two(Instant instant) { return form_one(instant, 0) + 'Z'; }

bool is_mail(std::string_view text) {
  auto const at = text.find('@');
  if (at == text.npos || at == 0 || at + 1 == text.size() || text.find('@', at + 1) != text.npos || text.size() > 254)
    return false;
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("@.!#$&'*+-/=^_`{|}~").find(c) != std::string_view::npos;
  });
}

std::string mail_uri(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "mailto:";
  for (char const c : address) {
    if (std::string_view("#&/^`{|}").find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return out;
}

bool is_utc(std::string_view zone) { return zone.empty() || zone == "UTC" || zone == "Etc/UTC"; }

void add_zone(std::string& out, TimeZone const& zone, Instant first) {
  add_line(out, "BEGIN:VTIMEZONE");
  add_line(out, "TZID:" + zone.name);
  if (!zone.rules.empty()) add_line(out, "X-ANNEXA-ZONE-RULES:" + escaped(zone.rules));
  // What held before the first is not known here, and no event asks for it: it begins without a change.
  auto const& begin = zone.changes.front();
  auto const epoch = Instant{}.plus_minutes(-begin.utc_offset);
  bool const long_ago = begin.at < epoch && epoch <= first;
  add_observance(out, begin, long_ago ? epoch : begin.at, begin.utc_offset);
  for (std::size_t i = 1; i < zone.changes.size(); ++i)
    add_observance(out, zone.changes[i], zone.changes[i].at, zone.changes[i - 1].utc_offset);
  add_line(out, "END:VTIMEZONE");
}

}  // namespace calendar
}  // namespace v1
}  // namespace annexa
