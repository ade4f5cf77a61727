#include "markup.hpp"

#include <algorithm>
#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>
#include <array>

namespace annexa {
inline namespace v1 {
namespace report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longest_word = 20;  // bytes; the usual words of European languages are shorter

struct Escape {
  char character;
  std::string_view reference;
};
constexpr std::array escapes{Escape{'&', "&amp;"}, Escape{'<', "&lt;"}, Escape{'>', "&gt;"}, Escape{'"', "&quot;"},
                             Escape{'\'', "&#39;"}};

// First parts of long words, without their first letter, which may be a capital.
constexpr std::array<std::string_view, 14> first_parts{
    "anagement", "eurteilungs", "ehandlungs",    "enehmigungs",       "erbesserungs",
    "erfahrens", "icherheits",  "nformations",   "nwendbarkeits",     "onformit\u00E4ts",
    "orrektur",  "ystem",       "erantwortungs", "erantwortlichkeits"};

// True for letters of ASCII and every byte beyond it.
bool is_letter(char c) noexcept {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A word with a soft hyphen behind each of its first parts, if enough follows.
std::string with_joints_in(std::string_view word) {
  constexpr std::size_t least = 4;  // bytes
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    bool const joint = word.size() - i >= least && std::ranges::any_of(first_parts, [&](std::string_view part) {
                         return i > part.size() && word.substr(0, i).ends_with(part);
                       });
    if (joint) out += "\u00AD";
    out += word[i];
  }
  return out;
}

// The next well-formed character at the start of @p text, or a replacement for one byte that is none; never a control
// character other than tab and line feed.
std::string_view take_character(std::string_view& text) noexcept {
  auto const size = utf8_character(text);
  auto const character = text.substr(0, size == 0 ? 1 : size);
  text.remove_prefix(character.size());
  auto const first = static_cast<unsigned char>(character[0]);
  bool const c0 = size == 1 && ((first < 0x20 && first != '\n' && first != '\t') || first == 0x7F);
  bool const c1 = size == 2 && first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  return size == 0 || c0 || c1 ? replacement : character;
}

void append_escaped(std::string& out, std::string_view character) {
  auto const row = std::ranges::find(escapes, character[0], &Escape::character);
  out += row == escapes.end() ? character : row->reference;
}

// What stays as it is and is one byte.
constexpr auto plain_bytes = [] {
  std::array<bool, 256> out{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) out[c] = true;
  for (auto const& each : escapes) out[static_cast<unsigned char>(each.character)] = false;
  return out;
}();

// Most texts are long runs of plain bytes.
void append_text(std::string& out, std::string_view text) {
  while (!text.empty()) {
    std::size_t run = 0;
    while (run < text.size() && plain_bytes[static_cast<unsigned char>(text[run])]) ++run;
    out += text.substr(0, run);
    text.remove_prefix(run);
    if (!text.empty()) append_escaped(out, take_character(text));
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_text(out, text);
  return out;
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) out += take_character(text);
  return out;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t kept = 0;  // bytes of the characters that stay if there are too many
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most) {
      out.resize(kept);
      return out += "\u2026";
    }
    out += take_character(text);
    if (count + 1 < most) kept = out.size();
  }
  return out;
}

std::string css_string(std::string_view text, std::size_t most) {
  std::string out = "\"";
  auto const kept = shortened(text, most);
  std::string_view rest = kept;
  while (!rest.empty()) {
    auto const character = take_character(rest);
    bool const plain = character.size() > 1 || (character[0] >= 'a' && character[0] <= 'z') ||
                       (character[0] >= 'A' && character[0] <= 'Z') || (character[0] >= '0' && character[0] <= '9') ||
                       character[0] == ' ' || character[0] == '.' || character[0] == ',';
    if (plain) {
      out += character;
      continue;
    }
    auto const byte = static_cast<unsigned char>(character[0]);
    out += "\\0000" + detail::to_hex(&byte, 1);  // six digits need no blank behind them
  }
  return out += '"';
}

bool has_long_word(std::string_view text) noexcept {
  std::size_t length = 0;
  return std::ranges::any_of(text, [&](char c) {
    length = c == ' ' || c == '\n' || c == '\t' ? 0 : length + 1;
    return length > longest_word;
  });
}

std::string with_joints(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const letters = std::ranges::find_if_not(text, is_letter) - text.begin();
    auto const word = text.substr(0, static_cast<std::size_t>(letters));
    out += word.size() > longest_word ? with_joints_in(word) : std::string(word);
    text.remove_prefix(word.size());
    auto const others = std::ranges::find_if(text, is_letter) - text.begin();
    out += text.substr(0, static_cast<std::size_t>(others));
    text.remove_prefix(static_cast<std::size_t>(others));
  }
  return out;
}

bool may_run_left(std::string_view text) noexcept {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xD6; });
}

void Markup::begin(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (auto const& each : attributes) {
    if (each.value.empty()) continue;
    out_ += ' ';
    out_ += each.name;
    out_ += "=\"";
    append_text(out_, each.value);
    out_ += '"';
  }
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  out_ += '>';
  open_.emplace_back(tag);
  return *this;
}

Markup& Markup::close() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Markup& Markup::empty(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  out_ += "/>";
  return *this;
}

Markup& Markup::element(std::string_view tag, Attributes attributes, std::string_view words) {
  return open(tag, attributes).text(words).close();
}

Markup& Markup::text(std::string_view text) {
  append_text(out_, text);
  return *this;
}

Markup& Markup::raw(std::string_view markup) {
  out_ += markup;
  return *this;
}

Markup& Markup::line() {
  out_ += '\n';
  return *this;
}

}  // namespace report
}  // namespace v1
}  // namespace annexa
