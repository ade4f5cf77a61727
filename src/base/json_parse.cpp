#include <annexa/base/json.hpp>
#include <annexa/base/text.hpp>

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <set>

#include "json_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

// Builds the value and refuses duplicate keys, which Boost's own parser would let the last one win.
class Builder {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  [[nodiscard]] json::value release() { return std::move(root_); }
  [[nodiscard]] std::optional<std::string> const& duplicate() const { return duplicate_; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return open(json::object{}); }
  bool on_object_end(std::size_t, json::error_code&) { return close(); }
  bool on_array_begin(json::error_code&) { return open(json::array{}); }
  bool on_array_end(std::size_t, json::error_code&) { return close(); }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code& code) {
    text_.append(part.data(), part.size());
    auto& object = stack_.back()->get_object();
    if (object.contains(text_)) {
      duplicate_ = text_;
      code = json::error::syntax;
      return false;
    }
    key_ = std::move(text_);
    text_.clear();
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    text_.append(part.data(), part.size());
    put(json::string(text_));
    text_.clear();
    return true;
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) { return put(number); }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) { return put(number); }
  bool on_double(double number, json::string_view, json::error_code&) { return put(number); }
  bool on_bool(bool flag, json::error_code&) { return put(flag); }
  bool on_null(json::error_code&) { return put(nullptr); }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

 private:
  bool put(json::value value) {
    place(std::move(value));
    return true;
  }
  bool open(json::value value) {
    stack_.push_back(place(std::move(value)));
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }
  // Pointers into parents stay valid: a parent does not grow while one of its children is open.
  json::value* place(json::value value) {
    if (stack_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* list = stack_.back()->if_array()) return &list->emplace_back(std::move(value));
    return &stack_.back()->get_object().insert_or_assign(key_, std::move(value)).first->value();
  }

  json::value root_;
  std::vector<json::value*> stack_;
  std::string key_;
  std::string text_;
  std::optional<std::string> duplicate_;
};

std::string line_and_column(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i)
    if (text[i] == '\n') {
      ++line;
      start = i + 1;
    }
  return "line " + std::to_string(line) + ", column " + std::to_string(offset - start + 1);
}

std::string reason_of(json::error_code const& code) {
  auto text = code.message();
  while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
  return code == json::error::incomplete ? "it ends too early" : text;
}

}  // namespace

result<json::value> parse_json(std::string_view text, JsonLimits limits) {
  using namespace json_rules;
  if (text.size() > limits.size)
    return Error(too_large, "", {{"size", std::to_string(text.size())}, {"limit", std::to_string(limits.size)}});
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (trimmed(text).empty()) return Error(empty, "line 1, column 1");
  json::parse_options options;
  options.max_depth = limits.depth;
  json::basic_parser<Builder> parser(options);
  json::error_code code;
  auto const used = parser.write_some(false, text.data(), text.size(), code);
  if (!code && trimmed(text.substr(used)).empty()) return parser.handler().release();
  auto const place = line_and_column(text, used);
  if (auto const& key = parser.handler().duplicate()) return Error(duplicate_key, place, {{"key", *key}});
  if (code == json::error::too_deep) return Error(too_deep, place, {{"limit", std::to_string(limits.depth)}});
  return Error(syntax, place, {{"reason", code ? reason_of(code) : "something follows after its end"}});
}

}  // namespace v1
}  // namespace annexa
