#include <annexa/base/json.hpp>
#include <cmath>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/json.hpp>

using namespace annexa;
namespace json = boost::json;

namespace {

// What a refusal says: "place [rule]".
std::string refusal(std::string_view text, JsonLimits limits = {}) {
  auto const read = parse_json(text, limits);
  REQUIRE(read.has_error());
  REQUIRE(read.error().violations().size() == 1);
  auto const violation = read.error().violations().front();
  CHECK(read.error().kind() == ErrorKind::usage);
  return violation.where + " [" + violation.rule + "]";
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

json::value any_json(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 6 : 4)) {
    case 0:
      return *rc::gen::inRange<std::int64_t>(-exact_integer_limit, exact_integer_limit + 1);
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return nullptr;
    case 3:
      return json::string(
          *rc::gen::element<std::string>("", "a", "\"\\\n\x01", "\xC3\xBC", "\xF0\x9F\x94\x92", "\x7F"));
    case 4: {
      json::array list;
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) list.push_back(any_json(depth - 1));
      return list;
    }
    default: {
      json::object object;
      for (auto const* key : {"b", "a", "", "\xC3\xBC", "\xEF\xBF\xBD", "\xF0\x9F\x94\x92"})
        if (*rc::gen::arbitrary<bool>()) object[key] = any_json(depth - 1);
      return object;
    }
  }
}

}  // namespace

TEST_SUITE("base/json") {
  TEST_CASE("JSON is read as RFC 8259 has it, with a byte order mark or without") {
    auto const value =
        parse_json("\xEF\xBB\xBF {\"a\": [1, -2, true, null, \"\\u00fc\\ud83d\\udd12\"], \"b\": {}}\r\n").value();
    CHECK(value == json::parse("{\"a\":[1,-2,true,null,\"\xC3\xBC\xF0\x9F\x94\x92\"],\"b\":{}}"));
    CHECK(parse_json("12").value() == 12);
    CHECK(parse_json("1.5").value().is_double());
    CHECK(parse_json("9007199254740993").value() == 9007199254740993);
    CHECK(parse_json("18446744073709551615").value().is_uint64());
  }

  TEST_CASE("exact numbers are read back as they were written") {
    CHECK(rc::check("any fraction", [] {
      auto const number = *rc::gen::arbitrary<double>();
      RC_PRE(std::isfinite(number));
      auto const text = json::serialize(json::value(json::array{number, -number, number * 1e-200}));
      RC_ASSERT(json::serialize(parse_json(text, {}, JsonNumbers::exact).value()) == text);
    }));
    CHECK(parse_json("[0.1, -2.5e3, 1e-400]", {}, JsonNumbers::exact).value() ==
          parse_json("[0.1, -2.5e3, 1e-400]").value());
    auto const huge = parse_json("[1,\n 1e400]", {}, JsonNumbers::exact);
    REQUIRE(huge.has_error());
    CHECK(huge.error().violations()[0].where.starts_with("line 2"));
    CHECK(huge.error().names("json.syntax"));
    CHECK(parse_json("0.30000000000000004", {}, JsonNumbers::exact).value() == 0.1 + 0.2);
  }

  TEST_CASE("a syntax error is told by line and column") {
    struct Row {
      std::string text;
      std::string says;
    };
    for (Row const& row : {Row{"", "line 1, column 1 [json.empty]"},
                           {" \n\t", "line 1, column 1 [json.empty]"},
                           {"{", "line 1, column 2 [json.syntax]"},
                           {"{\"a\":1,}", "line 1, column 8 [json.syntax]"},
                           {"{\n  \"a\": tru\n}", "line 2, column 8 [json.syntax]"},
                           {"[1, 2,\n 3,\n x]", "line 3, column 2 [json.syntax]"},
                           {"{'a':1}", "line 1, column 2 [json.syntax]"},
                           {"[1] [2]", "line 1, column 5 [json.syntax]"},
                           {"// no\n1", "line 1, column 1 [json.syntax]"},
                           {"\"\xC3\"", "line 1, column 2 [json.syntax]"},
                           {"\"a\nb\"", "line 1, column 3 [json.syntax]"},
                           {"01", "line 1, column 2 [json.syntax]"},
                           {"NaN", "line 1, column 1 [json.syntax]"}}) {
      CAPTURE(row.text);
      CHECK(refusal(row.text) == row.says);
    }
    CHECK(parse_json("{").error().violations()[0].message == "This is not JSON: it ends too early.");
    CHECK(parse_json("1 2").error().violations()[0].message == "This is not JSON: something follows after its end.");
  }

  TEST_CASE("one key twice in an object is refused, at any depth") {
    CHECK(refusal("{\"a\":1,\"a\":2}") == "line 1, column 10 [json.duplicate-key]");
    CHECK(refusal("[{\"x\":{\"k\":1,\n\"\\u006b\":2}}]").ends_with("[json.duplicate-key]"));
    CHECK(parse_json("{\"a\":{\"a\":1},\"b\":{\"a\":1}}").has_value());
    CHECK(parse_json("{\"a\":1,\"a\":2}").error().violations()[0].args == std::vector<Argument>{{"key", "a"}});
  }

  TEST_CASE("of what is wrong, what comes first is told") {
    CHECK(refusal("{\"a\":1,\"a\":2,}") == "line 1, column 10 [json.duplicate-key]");
    CHECK(refusal("{\"a\":1,\"a\":" + nested(40) + "}") == "line 1, column 10 [json.duplicate-key]");
    CHECK(refusal("[x,{\"a\":1,\"a\":2}]") == "line 1, column 2 [json.syntax]");
    CHECK(refusal("{\"a\":1,\"a\":2} 3") == "line 1, column 10 [json.duplicate-key]");
  }

  TEST_CASE("a key that stands twice is found in small objects and in large ones") {
    for (int const members : {2, 17, 18, 19, 1000, 50'000}) {
      CAPTURE(members);
      std::string text = "{";
      for (int i = 0; i < members; ++i) text += "\"key " + std::to_string(i) + "\":{},";
      CHECK(parse_json(text + "\"last\":1}").value().as_object().size() == static_cast<std::size_t>(members) + 1);
      auto const twice = parse_json(text + "\"key 1\":1}");
      REQUIRE(twice.has_error());
      CHECK(twice.error().violations()[0].args == std::vector<Argument>{{"key", "key 1"}});
    }
  }

  TEST_CASE("depth and size have limits") {
    CHECK(parse_json(nested(32)).has_value());
    CHECK(refusal(nested(33)) == "line 1, column 33 [json.too-deep]");
    CHECK(refusal(std::string(1'000'000, '[')).ends_with("[json.too-deep]"));
    CHECK(refusal("[1,2,3]", {.size = 6, .depth = 32}) == " [json.too-large]");
    CHECK(parse_json("[1,2,3]", {.size = 7, .depth = 32}).has_value());
  }

  TEST_CASE("hostile bytes are refused or read, and nothing else happens") {
    CHECK(rc::check("any short text of JSON's own characters", [] {
      auto const text = *rc::gen::container<std::string>(
          rc::gen::elementOf(std::string("{}[]\",:\\u00e1-.eE ntf\n\x01\xC3\xBC\xFF")));
      auto const read = parse_json(text);
      RC_ASSERT(read.has_value() || !read.error().empty());
      if (read) RC_ASSERT(canonical_json(*read).has_value() || !canonical_json(*read).error().empty());
    }));
  }

  TEST_CASE("keys of canonical JSON are in UTF-16 order, as RFC 8785 shows it") {
    // The example of RFC 8785, section 3.2.3: U+1F600 (a pair of surrogates) comes before U+FB33.
    auto const value = json::parse(
        R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",)"
        R"("\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"})");
    auto const text = canonical_json(value).value();
    std::size_t at = 0;
    for (std::string const name :
         {"Carriage Return", "\"One\"", "Control", "Diaeresis", "Euro Sign", "Grinning Face", "Hebrew"}) {
      CAPTURE(name);
      auto const found = text.find(name);
      REQUIRE(found != text.npos);
      CHECK(found > at);
      at = found;
    }
  }

  TEST_CASE("canonical JSON escapes what it must and nothing else") {
    auto const value = json::value(json::string("\"\\/\b\f\n\r\t\x01\x1F\x7F\xC3\xBC\xE2\x80\xA8"));
    CHECK(canonical_json(value).value() == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F\xC3\xBC\xE2\x80\xA8\"");
    CHECK(canonical_json(json::parse(R"( {"b":[true,null,-0,10],"a":{}} )")).value() ==
          R"({"a":{},"b":[true,null,0,10]})");
  }

  TEST_CASE("canonical JSON has one form for one value") {
    CHECK(rc::check("read again it is the same, written again too", [] {
      auto const value = any_json(4);
      auto const text = canonical_json(value).value();
      auto const again = parse_json(text).value();
      RC_ASSERT(again == value);
      RC_ASSERT(canonical_json(again).value() == text);
    }));
  }

  TEST_CASE("what has no canonical form is refused with its place") {
    auto const says = [](json::value const& value) {
      auto const text = canonical_json(value);
      REQUIRE(text.has_error());
      return text.error().violations()[0].where + " [" + text.error().violations()[0].rule + "]";
    };
    CHECK(says(json::parse(R"({"a":[1,1.5]})")) == "/a/1 [json.floating-point]");
    CHECK(says(json::parse(R"({"a/b~":9007199254740992})")) == "/a~1b~0 [json.integer-range]");
    CHECK(says(json::parse("[-9007199254740992]")) == "/0 [json.integer-range]");
    CHECK(says(json::parse("18446744073709551615")) == " [json.integer-range]");
    CHECK(says(json::array{json::string("\xFF")}) == "/0 [json.not-utf8]");
    CHECK(says(json::object{{"\xFF", 1}}).ends_with("[json.not-utf8]"));
    CHECK(canonical_json(json::parse(nested(16))).has_value());
    CHECK(says(json::parse(nested(17))) == "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0 [json.too-deep]");
    CHECK(canonical_json(exact_integer_limit).value() == "9007199254740991");
  }

  TEST_CASE("pretty JSON keeps the order of members and reads back") {
    auto const value = json::parse(R"({"b":[1,{"x":"\"y"}],"a":{},"c":[]})");
    CHECK(pretty_json(value) ==
          "{\n  \"b\": [\n    1,\n    {\n      \"x\": \"\\\"y\"\n    }\n  ],\n  \"a\": {},\n  \"c\": []\n}\n");
    CHECK(parse_json(pretty_json(value)).value() == value);
  }
}
