// Texts, times and identifiers as OSCAL takes them.
#include "texts.hpp"

#include <annexa/base/digits.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

namespace json = boost::json;

constexpr std::string_view line_separators[] = {"\xE2\x80\xA8", "\xE2\x80\xA9"};  // ends of lines to a pattern's "."
constexpr std::string_view nothing_said = "-";  // where OSCAL demands a text and there is none
constexpr std::string_view control_front = "a-", clause_front = "clause-", statement_back = "_smt";
// How others begin the id of a control of ISO/IEC 27001, in small letters.
constexpr std::array<std::string_view, 4> foreign_fronts{"iso27001-a.", "iso27001-a-", "iso-27001-a.", "a."};

constexpr bool is_token_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr bool is_token_plain(char c) noexcept {
  return is_token_letter(c) || detail::is_digit(c) || c == '.' || c == '-';
}

constexpr bool is_control_byte(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// "AC-2(1)" as NIST writes it: "ac-2.1".
std::string special_publication_id(std::string_view row) {
  auto id = lowered(row);
  std::erase(id, ')');
  std::ranges::replace(id, '(', '.');
  return id;
}

std::string as_it_stands(std::string_view row) { return std::string(row); }

// Catalogs that NIST publishes as OSCAL, and how it makes ids of their numbers.
struct PublishedIds {
  std::string_view catalog;
  std::string (*id_of)(std::string_view row);
};
constexpr std::array published_ids{PublishedIds{"nist-800-53-r5", special_publication_id},
                                   PublishedIds{"nist-csf-2.0", as_it_stands}};

// The bytes at the start of @p text that end a line or command a terminal, or 0.
std::size_t break_at(std::string_view text) noexcept {
  if (text.starts_with("\r\n")) return 2;
  if (is_control_byte(text.front())) return 1;
  for (auto const separator : line_separators)
    if (text.starts_with(separator)) return separator.size();
  return 0;
}

}  // namespace

bool is_line(std::string_view text) noexcept {
  if (text.empty() || trimmed(text).size() != text.size() || has_control(text)) return false;
  for (auto const separator : line_separators)
    if (text.find(separator) != text.npos) return false;
  return true;
}

bool is_markup(std::string_view text) noexcept {
  return !text.empty() && trimmed(text).size() == text.size() && !has_stray_control(text) &&
         text.find('\r') == text.npos;
}

std::string one_line(std::string_view text) {
  text = trimmed(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    auto const skipped = break_at(text);
    if (skipped == 0)
      out += text.front();
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    text.remove_prefix(skipped == 0 ? 1 : skipped);
  }
  return std::string(trimmed(out));
}

std::string markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char const c : trimmed(text))
    if (!is_control_byte(c) || c == '\n' || c == '\t') out += c;
  return std::string(trimmed(out));
}

void put_line(json::object& object, std::string_view member, std::string_view text) {
  if (auto line = one_line(text); !line.empty()) object[member] = std::move(line);
}

void put_line(json::object& object, std::string_view member, std::string_view text, std::string_view otherwise) {
  auto line = one_line(text);
  if (line.empty()) line = one_line(otherwise);
  object[member] = line.empty() ? std::string(nothing_said) : std::move(line);
}

void put_markup(json::object& object, std::string_view member, std::string_view text) {
  if (auto prose = markup(text); !prose.empty()) object[member] = std::move(prose);
}

void put_markup(json::object& object, std::string_view member, std::string_view text, std::string_view otherwise) {
  auto prose = markup(text);
  if (prose.empty()) prose = markup(otherwise);
  object[member] = prose.empty() ? std::string(nothing_said) : std::move(prose);
}

void put(json::object& object, std::string_view member, json::array list) {
  if (!list.empty()) object[member] = std::move(list);
}

void put(json::object& object, std::string_view member, json::object value) {
  if (!value.empty()) object[member] = std::move(value);
}

bool is_in_range(Date date) noexcept {
  static auto const first = *Date::parse("1900-01-01");
  static auto const last = *Date::parse("2999-12-31");
  return first <= date && date <= last;
}

std::optional<std::string> date_time(Instant instant) {
  if (!is_in_range(instant.date())) return {};
  return to_string(instant);
}

std::optional<std::string> date_time(Date date) { return date_time(Instant::at(date, 0)); }

std::string token_of(std::string_view text) {
  if (text.empty()) return "_";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const stays = i == 0 ? is_token_letter(text[i]) : is_token_plain(text[i]);
    if (stays) {
      out += text[i];
      continue;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const byte = static_cast<unsigned char>(text[i]);
    out += '_';
    out += digits[byte >> 4U];
    out += digits[byte & 0x0FU];
  }
  return out;
}

std::optional<std::string> text_of_token(std::string_view token) {
  if (token == "_") return std::string();
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '_') {
      out += token[i];
      continue;
    }
    unsigned char byte = 0;
    if (token.size() - i < 3 || !detail::from_hex(token.substr(i + 1, 2), &byte, 1)) return {};
    out += static_cast<char>(byte);
    i += 2;
  }
  if (token_of(out) != token) return {};  // one text has one token
  return out;
}

std::string control_id(Criterion const& criterion) {
  if (criterion.is_control()) return std::string(control_front).append(criterion.text().substr(2));
  if (criterion.is_clause()) return std::string(clause_front).append(criterion.text());
  auto const* published = std::ranges::find(published_ids, criterion.catalog(), &PublishedIds::catalog);
  auto id = published == published_ids.end() ? std::string() : published->id_of(criterion.id());
  if (!id.empty() && token_of(id) == id) return id;
  return token_of(criterion.text());
}

std::optional<Criterion> criterion_of(std::string_view id) {
  if (id.ends_with(statement_back)) id.remove_suffix(statement_back.size());
  auto const read = [](std::string const& text) -> std::optional<Criterion> {
    auto const criterion = Criterion::parse(text);
    if (!criterion) return {};
    return *criterion;
  };
  if (id.starts_with(control_front)) return read("A." + std::string(id.substr(control_front.size())));
  if (id.starts_with(clause_front)) return read(std::string(id.substr(clause_front.size())));
  if (auto const text = text_of_token(id); text && text->find(':') != text->npos) return read(*text);
  auto const small = lowered(id);
  for (auto const front : foreign_fronts)
    if (small.starts_with(front)) return read("A." + small.substr(front.size()));
  return {};
}

std::optional<std::string_view> text_at(json::object const& object, std::string_view member) {
  auto const* found = object.if_contains(member);
  if (!found || !found->is_string()) return {};
  return std::string_view(found->get_string());
}

json::array const& list_at(json::object const& object, std::string_view member) {
  static json::array const none;
  auto const* found = object.if_contains(member);
  return found && found->is_array() ? found->get_array() : none;
}

json::object const& object_at(json::object const& object, std::string_view member) {
  static json::object const none;
  auto const* found = object.if_contains(member);
  return found && found->is_object() ? found->get_object() : none;
}

json::object const& as_object(json::value const& value) {
  static json::object const none;
  return value.is_object() ? value.get_object() : none;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
