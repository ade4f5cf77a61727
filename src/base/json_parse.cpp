#include "json_parse.hpp"

#include <annexa/base/text.hpp>

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "json_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

// No limit but that of the whole text.
struct Unlimited {
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
};

// The nearest number to what stands in @p text. False for what is larger than any number, which could not be written
// again.
bool make_exact(double& number, json::string_view text, json::error_code& code) {
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (std::isfinite(number)) return true;
  code = json::error::exponent_overflow;
  return false;
}

// Builds the value: every list and object at once when it ends, so that nothing has to grow. Of members with the same
// key the last one stays; that there were more keys than members tells of them.
class Builder : public Unlimited {
 public:
  Builder(json::storage_ptr memory, JsonNumbers numbers) : numbers_(numbers) { stack_.reset(std::move(memory)); }

  [[nodiscard]] json::value release() { return stack_.release(); }
  [[nodiscard]] std::size_t keys() const noexcept { return keys_; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return true; }
  bool on_object_end(std::size_t size, json::error_code&) {
    stack_.push_object(size);
    return true;
  }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t size, json::error_code&) {
    stack_.push_array(size);
    return true;
  }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    ++keys_;
    stack_.push_key(part);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_string(part);
    return true;
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    stack_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
    stack_.push_uint64(number);
    return true;
  }
  bool on_double(double number, json::string_view text, json::error_code& code) {
    if (numbers_ == JsonNumbers::exact && !make_exact(number, text, code)) return false;
    stack_.push_double(number);
    return true;
  }
  bool on_bool(bool flag, json::error_code&) {
    stack_.push_bool(flag);
    return true;
  }
  bool on_null(json::error_code&) {
    stack_.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

 private:
  json::value_stack stack_;
  std::size_t keys_ = 0;
  JsonNumbers numbers_;
};

// Finds the first key that stands twice in its object. It asks for more than building does, and is asked only about a
// text that is refused.
class KeyWatch : public Unlimited {
 public:
  explicit KeyWatch(JsonNumbers numbers) : numbers_(numbers) {}

  [[nodiscard]] std::optional<std::string> const& duplicate() const { return duplicate_; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) {
    open_.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, json::error_code&) {
    open_.pop_back();
    return true;
  }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t, json::error_code&) { return true; }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    key_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code& code) {
    key_.append(part.data(), part.size());
    if (!open_.back().insert(key_).second) {
      duplicate_ = key_;
      code = json::error::syntax;
      return false;
    }
    key_.clear();
    return true;
  }
  bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
  bool on_string(json::string_view, std::size_t, json::error_code&) { return true; }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
  bool on_double(double number, json::string_view text, json::error_code& code) {
    return numbers_ == JsonNumbers::quick || make_exact(number, text, code);
  }
  bool on_bool(bool, json::error_code&) { return true; }
  bool on_null(json::error_code&) { return true; }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

 private:
  std::vector<std::set<std::string, std::less<>>> open_;
  std::string key_;
  std::optional<std::string> duplicate_;
  JsonNumbers numbers_;
};

// Members of all objects in @p value, which is no deeper than its parser allowed.
std::size_t count_members(json::value const& value) {
  std::size_t count = 0;
  if (auto const* object = value.if_object()) {
    count = object->size();
    for (auto const& member : *object) count += count_members(member.value());
  } else if (auto const* list = value.if_array()) {
    for (auto const& each : *list) count += count_members(each);
  }
  return count;
}

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

// Why the text is refused, in the order of the text: a key that stands twice comes before what is wrong behind it.
Error refusal(std::string_view text, JsonLimits limits, JsonNumbers numbers) {
  using namespace json_rules;
  json::parse_options options;
  options.max_depth = limits.depth;
  json::basic_parser<KeyWatch> parser(options, numbers);
  json::error_code code;
  auto const used = parser.write_some(false, text.data(), text.size(), code);
  auto const place = line_and_column(text, used);
  if (auto const& key = parser.handler().duplicate()) return Error(duplicate_key, place, {{"key", *key}});
  if (code == json::error::too_deep) return Error(too_deep, place, {{"limit", std::to_string(limits.depth)}});
  return Error(syntax, place, {{"reason", code ? reason_of(code) : "something follows after its end"}});
}

}  // namespace

result<json::value> parse_json(std::string_view text, JsonLimits limits, JsonNumbers numbers) {
  return parse_json_into({}, text, limits, numbers);
}

result<json::value> parse_json_into(json::storage_ptr memory, std::string_view text, JsonLimits limits,
                                    JsonNumbers numbers) {
  using namespace json_rules;
  if (text.size() > limits.size)
    return Error(too_large, "", {{"size", std::to_string(text.size())}, {"limit", std::to_string(limits.size)}});
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (trimmed(text).empty()) return Error(empty, "line 1, column 1");
  json::parse_options options;
  options.max_depth = limits.depth;
  json::basic_parser<Builder> parser(options, std::move(memory), numbers);
  json::error_code code;
  auto const used = parser.write_some(false, text.data(), text.size(), code);
  if (code || !trimmed(text.substr(used)).empty()) return refusal(text, limits, numbers);
  auto value = parser.handler().release();
  if (count_members(value) != parser.handler().keys()) return refusal(text, limits, numbers);
  return value;
}

}  // namespace v1
}  // namespace annexa
