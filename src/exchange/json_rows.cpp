#include "json_rows.hpp"

#include <algorithm>

#include "table_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

// What a JSON value is by its first character.
std::string json_value_name(char c) {
  if (c == '[') return "a list";
  if (c == '"') return "a text";
  if (c == 't' || c == 'f') return "true or false";
  if (c == 'n') return "null";
  if (c == '-' || (c >= '0' && c <= '9')) return "a number";
  return '"' + std::string(1, c) + '"';
}

}  // namespace

JsonRows::JsonRows(std::string_view text, std::string file) noexcept : rest_(text), file_(std::move(file)) {
  skip_blanks();
  list_ = rest_.starts_with('[');
  if (list_) rest_.remove_prefix(1);
}

void JsonRows::skip_blanks() noexcept {
  rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
}

// Steps over what stands between two objects.
result<bool> JsonRows::is_at_end() {
  skip_blanks();
  auto const refused = [&](std::string accepted) {
    return Error(table_rules::json_end, where(),
                 {{"found", rest_.empty() ? "the end of the file" : json_value_name(rest_[0])},
                  {"accepted", std::move(accepted)}});
  };
  if (list_ && !closed_) {
    bool const comma = count_ != 0 && rest_.starts_with(',');
    closed_ = rest_.starts_with(']');
    if (count_ != 0 && !comma && !closed_) return refused("\",\" or \"]\"");
    if (comma || closed_) rest_.remove_prefix(1);
    skip_blanks();
    if (!closed_ && rest_.empty()) return refused("an object or \"]\"");
  }
  if (closed_ && !rest_.empty()) return refused("the end of the file");
  return rest_.empty();
}

result<std::optional<std::string_view>> JsonRows::next() {
  auto const end = is_at_end();
  if (!end) return end.error();
  if (*end) return std::optional<std::string_view>();
  ++count_;
  auto const object = take_object();
  if (!object) return object.error();
  return std::optional(*object);
}

result<std::string_view> JsonRows::take_object() {
  if (!rest_.starts_with('{')) return Error(table_rules::no_object, where(), {{"found", json_value_name(rest_[0])}});
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    auto const c = rest_[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
      continue;
    }
    if (c == '"') in_text = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) {
      auto const object = rest_.substr(0, i + 1);
      rest_.remove_prefix(i + 1);
      return object;
    }
  }
  return Error(table_rules::json_end, where(),
               {{"found", "the end of the file"}, {"accepted", "the end of an object"}});
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
