// The model that a text begins with.
#include "exchange/oscal/sniff.hpp"

#include <annexa/base/text.hpp>

namespace annexa {
inline namespace v1 {
namespace oscal {
namespace {

void skip_blanks(std::string_view& text) noexcept {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// Takes @p character off the front of the text. @return false if another one stands there.
bool take(std::string_view& text, char character) noexcept {
  skip_blanks(text);
  if (!text.starts_with(character)) return false;
  text.remove_prefix(1);
  return true;
}

// Takes a string without escapes off the front; empty if there is none.
std::string_view take_string(std::string_view& text) noexcept {
  if (!take(text, '"')) return {};
  auto const end = text.find('"');
  if (end == text.npos) return {};
  auto const found = text.substr(0, end);
  text.remove_prefix(end + 1);
  return found;
}

}  // namespace

std::optional<Model> sniff(std::string_view bytes) noexcept {
  auto text = bytes.substr(0, 8192);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!take(text, '{')) return {};
  auto name = take_string(text);
  if (name == "$schema") {
    if (!take(text, ':') || take_string(text).empty() || !take(text, ',')) return {};
    name = take_string(text);
  }
  auto const model = model_named(name);
  bool const is_whole_name = model && name == name_of(*model);
  return is_whole_name && take(text, ':') && take(text, '{') ? model : std::nullopt;
}

}  // namespace oscal
}  // namespace v1
}  // namespace annexa
