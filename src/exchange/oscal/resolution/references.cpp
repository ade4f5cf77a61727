#include "references.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>

namespace annexa {
inline namespace v1 {
namespace oscal::resolution {
namespace {

constexpr std::string_view blank = " \t\r\n";

std::string_view skip_blanks(std::string_view text) {
  auto const start = text.find_first_not_of(blank);
  return start == text.npos ? std::string_view() : text.substr(start);
}

// Takes @p word away from the start, and blanks around it. @return whether it stood there.
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = skip_blanks(text.substr(word.size()));
  return true;
}

// What stands between "{{" and "}}": the id of the parameter that is inserted, or nothing.
std::string_view param_of(std::string_view inside) {
  inside = skip_blanks(inside);
  if (take(inside, "insert:") && !(take(inside, "param") && take(inside, ","))) return {};
  return inside.substr(0, inside.find_first_of(blank));
}

// Calls @p visit with the id of each parameter that a text inserts: "{{ insert: param, ac-1_prm_1 }}" with any blanks,
// and the older "{{ ac-1_prm_1 }}". Of braces in braces the innermost count, so that each character is read once.
template <class Visit>
void for_each_insert(std::string_view text, Visit const& visit) {
  for (auto open = text.find("{{"); open != text.npos;) {
    auto const close = text.find("}}", open + 2);
    if (close == text.npos) return;
    open = text.rfind("{{", close - 2);
    auto const id = param_of(text.substr(open + 2, close - open - 2));
    if (!id.empty()) visit(id);
    open = text.find("{{", close + 2);
  }
}

// Calls @p visit with what follows each '#', as far as it may be an id.
template <class Visit>
void for_each_name(std::string_view text, Visit const& visit) {
  constexpr std::string_view ends = " \t\r\n()<>[]\"'`{}#,;";
  for (auto at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
    auto const name = text.substr(at + 1, text.find_first_of(ends, at + 1) - at - 1);
    if (!name.empty()) visit(name);
  }
}

void scan_inserts(json::value const& value, std::vector<std::string_view>& out) {
  if (auto const* text = value.if_string())
    for_each_insert(*text, [&](std::string_view id) { out.push_back(id); });
  else if (auto const* object = value.if_object())
    for (auto const& [key, inner] : *object) scan_inserts(inner, out);
  else if (auto const* list = value.if_array())
    for (auto const& inner : *list) scan_inserts(inner, out);
}

}  // namespace

void References::scan_text(std::string_view text) {
  for_each_insert(text, [&](std::string_view id) { params_.insert(id); });
  // A full stop behind a name may end the sentence instead.
  for_each_name(text, [&](std::string_view name) {
    named_.insert(lowered(name));
    if (name.ends_with('.')) named_.insert(lowered(name.substr(0, name.size() - 1)));
  });
}

void References::scan(json::value const& value) {
  if (auto const* text = value.if_string())
    scan_text(*text);
  else if (auto const* object = value.if_object())
    scan(*object);
  else if (auto const* list = value.if_array())
    for (auto const& each : *list) scan(each);
}

void References::scan_but(json::object const& object, std::initializer_list<std::string_view> left_out) {
  for (auto const& [key, value] : object) {
    if (std::ranges::find(left_out, std::string_view(key)) != left_out.end()) continue;
    auto const* text = value.if_string();
    if (text && (key == "id" || key == "uuid")) ids_.insert(*text);
    if (text && key == "href" && text->starts_with('#')) links_.push_back(std::string_view(*text).substr(1));
    scan(value);
  }
}

void References::scan(json::object const& object) { scan_but(object, {}); }
void References::scan_control(json::object const& control) { scan_but(control, {"controls"}); }
void References::scan_group(json::object const& group) { scan_but(group, {"params", "groups", "controls"}); }

bool References::names(std::string_view id) const { return named_.contains(lowered(id)); }

std::vector<std::string_view> inserted_by(json::object const& param) {
  std::vector<std::string_view> out;
  for (auto const& [key, value] : param) scan_inserts(value, out);
  return out;
}

}  // namespace oscal::resolution
}  // namespace v1
}  // namespace annexa
