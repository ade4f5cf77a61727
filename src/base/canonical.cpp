#include <annexa/base/json.hpp>
#include <annexa/base/pointer.hpp>
#include <annexa/base/text.hpp>

#include <algorithm>
#include <boost/json.hpp>

#include "json_rules.hpp"

namespace annexa {
inline namespace v1 {
namespace {

namespace json = boost::json;

constexpr int canonical_depth = 16;

void write_text(std::string& out, std::string_view text) {
  static constexpr char digit[] = "0123456789abcdef";
  out += '"';
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (byte < 0x20) {
          out += "\\u00";
          out += digit[byte >> 4U];
          out += digit[byte & 15U];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

// UTF-16 order differs from byte order only where a character above U+FFFF (a pair of surrogates, D800 to DFFF) meets
// one from U+E000 to U+FFFF: the former comes first. In UTF-8 they begin with F0..F4 and EE..EF.
int utf16_rank(unsigned char lead) {
  if (lead >= 0xF0) return 0xEE;
  if (lead == 0xEE || lead == 0xEF) return lead + 0x10;
  return lead;
}
bool utf16_less(std::string_view a, std::string_view b) {
  auto const [x, y] = std::ranges::mismatch(a, b);
  if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
  auto const left = static_cast<unsigned char>(*x);
  auto const right = static_cast<unsigned char>(*y);
  int const l = utf16_rank(left);
  int const r = utf16_rank(right);
  return l != r ? l < r : left < right;
}

class Canonical {
 public:
  [[nodiscard]] bool write(json::value const& value, int depth) {
    using namespace json_rules;
    switch (value.kind()) {
      case json::kind::null:
        out_ += "null";
        return true;
      case json::kind::bool_:
        out_ += value.get_bool() ? "true" : "false";
        return true;
      case json::kind::int64:
        return integer(value.get_int64());
      case json::kind::uint64:
        if (value.get_uint64() > static_cast<std::uint64_t>(exact_integer_limit))
          return fail(integer_range, std::to_string(value.get_uint64()));
        return integer(static_cast<std::int64_t>(value.get_uint64()));
      case json::kind::double_:
        return fail(floating_point, "");
      case json::kind::string:
        return text(value.get_string());
      case json::kind::array:
        return depth < canonical_depth ? list(value.get_array(), depth) : too_deep_here();
      case json::kind::object:
        return depth < canonical_depth ? object(value.get_object(), depth) : too_deep_here();
    }
    return false;
  }
  [[nodiscard]] std::string take() { return std::move(out_); }
  [[nodiscard]] Error const& error() const { return error_; }

 private:
  bool fail(Rule const& rule, std::string found) {
    error_.add(rule, where_, {{"found", std::move(found)}});
    return false;
  }
  bool too_deep_here() {
    error_.add(json_rules::too_deep, where_, {{"limit", std::to_string(canonical_depth)}});
    return false;
  }
  bool integer(std::int64_t number) {
    if (number > exact_integer_limit || number < -exact_integer_limit)
      return fail(json_rules::integer_range, std::to_string(number));
    out_ += std::to_string(number);
    return true;
  }
  bool text(std::string_view value) {
    if (!is_utf8(value)) return fail(json_rules::not_utf8, "");
    write_text(out_, value);
    return true;
  }
  bool list(json::array const& values, int depth) {
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i != 0) out_ += ',';
      auto const back = where_.size();
      where_ = pointer_to(where_, i);
      if (!write(values[i], depth + 1)) return false;
      where_.resize(back);
    }
    out_ += ']';
    return true;
  }
  bool object(json::object const& members, int depth) {
    std::vector<json::key_value_pair const*> sorted;
    sorted.reserve(members.size());
    for (auto const& member : members) sorted.push_back(&member);
    std::ranges::sort(sorted, [](auto const* a, auto const* b) { return utf16_less(a->key(), b->key()); });
    out_ += '{';
    for (auto const* member : sorted) {
      if (member != sorted.front()) out_ += ',';
      auto const back = where_.size();
      where_ = pointer_to(where_, member->key());
      if (!text(member->key())) return false;
      out_ += ':';
      if (!write(member->value(), depth + 1)) return false;
      where_.resize(back);
    }
    out_ += '}';
    return true;
  }

  std::string out_;
  std::string where_;
  Error error_;
};

void pretty(std::string& out, json::value const& value, std::string const& indent) {
  auto const inner = indent + "  ";
  if (auto const* list = value.if_array(); list && !list->empty()) {
    char const* between = "[\n";
    for (auto const& each : *list) {
      out += between + inner;
      pretty(out, each, inner);
      between = ",\n";
    }
    out += '\n' + indent + ']';
  } else if (auto const* object = value.if_object(); object && !object->empty()) {
    char const* between = "{\n";
    for (auto const& member : *object) {
      out += between + inner;
      write_text(out, member.key());
      out += ": ";
      pretty(out, member.value(), inner);
      between = ",\n";
    }
    out += '\n' + indent + '}';
  } else if (auto const* text = value.if_string()) {
    write_text(out, *text);
  } else {
    out += json::serialize(value);
  }
}

}  // namespace

result<std::string> canonical_json(json::value const& value) {
  Canonical writer;
  if (!writer.write(value, 0)) return writer.error();
  return writer.take();
}

std::string pretty_json(json::value const& value) {
  std::string out;
  pretty(out, value, "");
  return out + '\n';
}

}  // namespace v1
}  // namespace annexa
