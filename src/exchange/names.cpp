#include "names.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>

#include "latin_letters.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Two bytes of UTF-8 as a character. @pre utf8_character() said 2.
unsigned two_bytes(std::string_view text) noexcept {
  return ((static_cast<unsigned char>(text[0]) & 0x1FU) << 6U) | (static_cast<unsigned char>(text[1]) & 0x3FU);
}

// Greek and Cyrillic capitals lie at a fixed distance from the small letters.
unsigned lower(unsigned character) noexcept {
  if (character >= 0x391 && character <= 0x3A9) return character + 0x20;
  if (character >= 0x410 && character <= 0x42F) return character + 0x20;
  if (character >= 0x400 && character <= 0x40F) return character + 0x50;
  return character;
}

class Folder {
 public:
  explicit Folder(std::size_t size) { out_.reserve(size); }
  void letter(char c) {
    if (gap_ && !out_.empty()) out_ += ' ';
    gap_ = false;
    out_ += c;
  }
  void letters(std::string_view text) {
    for (char const c : text) c == ' ' ? gap() : letter(c);
  }
  void gap() noexcept { gap_ = true; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool gap_ = false;
};

void fold_beyond_ascii(Folder& folder, std::string_view character) {
  if (character.size() != 2) {
    auto const dash_or_blank = character.starts_with("\xE2\x80");  // general punctuation
    return dash_or_blank ? folder.gap() : folder.letters(character);
  }
  auto const code = two_bytes(character);
  if (code >= 0xC0 && code < 0xC0 + latin_letters.size()) return folder.letters(latin_letters[code - 0xC0]);
  if (code < 0xC0) return folder.gap();  // signs
  auto const small = lower(code);
  folder.letter(static_cast<char>(0xC0U | (small >> 6U)));
  folder.letter(static_cast<char>(0x80U | (small & 0x3FU)));
}

constexpr std::array<std::string_view, 15> missing_words{"n a",    "na",    "none",   "null", "nil",
                                                         "tbd",    "tba",   "k a",    "nan",  "keine",
                                                         "keiner", "aucun", "aucune", "entf", "entfaellt"};

}  // namespace

std::string folded(std::string_view text, bool camel) {
  Folder folder(text.size());
  char before = ' ';
  while (!text.empty()) {
    char const c = text.front();
    auto const size = std::max<std::size_t>(utf8_character(text.substr(0, 4)), 1);
    if (static_cast<unsigned char>(c) >= 0x80)
      fold_beyond_ascii(folder, text.substr(0, size));
    else if (is_lower(c) || is_digit(c))
      folder.letter(c);
    else if (is_upper(c)) {
      if (camel && is_lower(before)) folder.gap();
      folder.letter(static_cast<char>(c + ('a' - 'A')));
    } else if (c != '\'') {
      folder.gap();
    }
    before = c;
    text.remove_prefix(size);
  }
  return folder.take();
}

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (char const c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

bool is_listed(std::string_view list, std::string_view name) noexcept {
  bool found = false;
  for_each_part(list, [&](std::string_view part) { found = found || part == name; });
  return found;
}

bool begins_with_words(std::string_view text, std::string_view words) noexcept {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

bool is_blank(std::string_view cell) noexcept { return cell.find_first_not_of(" \t\r\n") == cell.npos; }

bool is_missing(std::string_view cell) {
  if (cell.size() > 20) return is_blank(cell);
  if (is_blank(cell)) return true;
  auto const text = folded(cell);
  if (text.empty()) return cell.find_first_of("=@<>*!?%$#&") == cell.npos;
  return std::ranges::find(missing_words, std::string_view(text)) != missing_words.end();
}

std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t size = 0;
  while (size < most) {
    auto const step = std::max<std::size_t>(utf8_character(text.substr(size, 4)), 1);
    if (size + step > most) break;
    size += step;
  }
  return std::string(text.substr(0, size)) + "…";
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
