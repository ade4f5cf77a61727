#include <annexa/base/describe.hpp>

#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

using namespace annexa;
namespace json = boost::json;

namespace {

enum class Colour { red = 1, light_blue = 2, not_ = 3 };
ANNEXA_DESCRIBE_ENUM(Colour, "colour", red, light_blue, not_)

struct Part {
  static constexpr std::string_view type_name = "part";
  Key<"part"> key;
  int weight = 5;
  friend bool operator==(Part const&, Part const&) = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (key, weight))

// One member of every kind.
struct Whole {
  static constexpr std::string_view type_name = "whole";
  Key<"whole"> key;
  std::string title;
  bool done = false;
  std::int64_t count = 0;
  std::uint8_t small = 0;
  Date on;
  std::optional<Instant> at;
  Decimal size;
  Hash hash;
  Uuid id;
  Colour colour = Colour::red;
  Money price;
  Personal who;
  Custom custom;
  std::vector<Part> parts;
  std::optional<Key<"part">> main_part;
  std::vector<Key<"unit">> units;
  friend bool operator==(Whole const&, Whole const&) = default;
};
BOOST_DESCRIBE_STRUCT(Whole, (),
                      (key, title, done, count, small, on, at, size, hash, id, colour, price, who, custom, parts,
                       main_part, units))

constexpr char const* complete = R"({
  "key": "W-1", "title": "Whole", "done": true, "count": -9007199254740991, "small": 255, "on": "2026-03-01",
  "at": "2026-03-01T09:00:00Z", "size": "1.50", "hash": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "colour": "light-blue", "price": {"amount": "12.50", "currency": "EUR"},
  "who": "Anna", "custom": {"erp:a": "x", "erp:b": 7, "erp:c": true, "erp:d": ["x", 1, false]},
  "parts": [{"key": "P-1", "weight": 3}, {"key": "P-2", "weight": 4}], "main_part": "P-1", "units": ["U-1"]})";

// The complete record with one member replaced.
json::value with(std::string_view member, std::string_view value) {
  auto document = json::parse(complete);
  document.as_object()[member] = json::parse(value);
  return document;
}

std::string says(Error const& error) {
  std::string out;
  for (auto const& each : error.violations()) out += each.where + " [" + each.rule + "]\n";
  return out;
}
std::string refusal_of(json::value const& document) {
  auto const read = from_json<Whole>(document);
  return read ? "accepted" : says(read.error());
}

}  // namespace

TEST_SUITE("base/describe") {
  TEST_CASE("a record of every kind reads and writes without loss") {
    auto const document = json::parse(complete);
    auto const read = from_json<Whole>(document).value();
    CHECK(read.parts.size() == 2);
    CHECK(read.parts[1].weight == 4);
    CHECK(read.colour == Colour::light_blue);
    CHECK(read.price.minor_units() == 1250);
    CHECK(std::get<bool>(read.custom.members.at("erp:c")));
    CHECK(to_json(read) == document);
  }

  TEST_CASE("texts, options, lists, custom members and flags may be left out; nothing else may") {
    auto document = json::parse(complete);
    for (std::string const name : {"title", "who", "at", "custom", "parts", "main_part", "units", "done"})
      document.as_object().erase(name);
    auto const read = from_json<Whole>(document);
    REQUIRE(read.has_value());
    CHECK_FALSE(read->at);
    CHECK(read->parts.empty());
    auto const nothing = from_json<Whole>(json::object{});
    REQUIRE(nothing.has_error());
    CHECK(nothing.error().violations().size() == 9);
    for (auto const& each : nothing.error().violations()) CHECK(each.rule == "json.missing-member");
    CHECK(nothing.error().violations()[0].message.find("\"key\"") != std::string::npos);
  }

  TEST_CASE("every kind of member refuses what it is not, and says where") {
    struct Row {
      std::string member;
      std::string value;
      std::string says;
    };
    for (Row const& row :
         {Row{"key", "7", "/key [json.wrong-type]\n"},
          {"key", "\"\"", "/key [json.bad-value]\n"},
          {"key", "null", "/key [json.wrong-type]\n"},
          {"title", "[]", "/title [json.wrong-type]\n"},
          {"title", "\"a\\u0000b\"", "/title [json.control]\n"},
          {"title", "\"\\u001b[2J\"", "/title [json.control]\n"},
          {"done", "\"true\"", "/done [json.wrong-type]\n"},
          {"done", "1", "/done [json.wrong-type]\n"},
          {"count", "1.0", "/count [json.wrong-type]\n"},
          {"count", "\"1\"", "/count [json.wrong-type]\n"},
          {"count", "9007199254740992", "/count [json.wrong-type]\n"},
          {"count", "18446744073709551615", "/count [json.wrong-type]\n"},
          {"small", "256", "/small [json.wrong-type]\n"},
          {"small", "-1", "/small [json.wrong-type]\n"},
          {"on", "\"01.03.2026\"", "/on [json.bad-value]\n"},
          {"at", "\"2026-03-01\"", "/at [json.bad-value]\n"},
          {"at", "null", "/at [json.wrong-type]\n"},
          {"size", "1.5", "/size [json.wrong-type]\n"},
          {"size", "\"1,5\"", "/size [json.bad-value]\n"},
          {"hash", "\"00\"", "/hash [json.bad-value]\n"},
          {"id", "\"1\"", "/id [json.bad-value]\n"},
          {"colour", "\"blue\"", "/colour [json.bad-value]\n"},
          {"colour", "\"light_blue\"", "/colour [json.bad-value]\n"},
          {"colour", "2", "/colour [json.wrong-type]\n"},
          {"price", "\"12.50 EUR\"", "/price [json.wrong-type]\n"},
          {"price", R"({"amount":12.5,"currency":"EUR"})", "/price [json.wrong-type]\n"},
          {"price", R"({"amount":"12.5","currency":"EUR","x":1})", "/price [json.wrong-type]\n"},
          {"price", R"({"amount":"12,5","currency":"EUR"})", "/price/amount [json.bad-value]\n"},
          {"price", R"({"amount":"12.5","currency":"eur"})", "/price/currency [json.bad-value]\n"},
          {"price", R"({"amount":"12.555","currency":"EUR"})", "/price/amount [json.bad-value]\n"},
          {"who", "7", "/who [json.wrong-type]\n"},
          {"who", R"({"salt":"00","value":"Anna"})", "/who [json.wrong-type]\n"},
          {"who", R"({"commitment":"00"})", "/who [json.wrong-type]\n"},
          {"who", R"({"value":"Anna"})", "/who [json.wrong-type]\n"},
          {"custom", "[]", "/custom [json.wrong-type]\n"},
          {"custom", R"({"noprefix":1})", "/custom/noprefix [json.bad-value]\n"},
          {"custom", R"({"a:b":1.5,"a:c":null,"a:d":{},"a:e":[[1]]})",
           "/custom/a:b [json.bad-value]\n/custom/a:c [json.bad-value]\n/custom/a:d [json.bad-value]\n/custom/a:e "
           "[json.bad-value]\n"},
          {"custom", R"({"a:b":9007199254740992})", "/custom/a:b [json.bad-value]\n"},
          {"custom", R"({"a/b":1})", "/custom/a~1b [json.bad-value]\n"},
          {"parts", "{}", "/parts [json.wrong-type]\n"},
          {"parts", R"([{"key":"P-1","weight":1},{"key":"P-2","weight":"x"},7])",
           "/parts/1/weight [json.wrong-type]\n/parts/2 [json.wrong-type]\n"},
          {"main_part", "\" P\"", "/main_part [json.bad-value]\n"},
          {"units", "[\"U-1\",\"\"]", "/units/1 [json.bad-value]\n"}}) {
      CAPTURE(row.member);
      CAPTURE(row.value);
      CHECK(refusal_of(with(row.member, row.value)) == row.says);
    }
    CHECK(refusal_of(json::array{}) == " [json.wrong-type]\n");
    auto text = json::parse(complete);
    text.as_object()["title"] = json::string("\xFF");
    CHECK(refusal_of(text) == "/title [json.not-utf8]\n");
    auto big = json::parse(complete);
    big.as_object()["custom"] = json::object{{"a:b", json::string(20'000, 'x')}};
    CHECK(refusal_of(big) == "/custom [json.bad-value]\n");
  }

  TEST_CASE("a message says what was found and what would be accepted") {
    auto const message = [](std::string_view member, std::string_view value) {
      return from_json<Whole>(with(member, value)).error().violations()[0].message;
    };
    CHECK(message("small", "300") == "Found the number 300; expected a whole number from 0 to 255.");
    CHECK(message("colour", "\"blue\"") == "Found \"blue\"; expected one of red, light-blue, not.");
    CHECK(message("on", "\"1.3.26\"") == "Found \"1.3.26\"; expected a date as YYYY-MM-DD.");
    CHECK(message("main_part", "7") == "Found the number 7; expected the key of a record (part).");
    CHECK(message("parts", "true") == "Found true; expected a list, each an object (part).");
    std::string euros = "\"";
    for (int i = 0; i < 50; ++i) euros += "\xE2\x82\xAC";
    CHECK(is_utf8(message("on", euros + '"')));
    CHECK(is_utf8(message("count", "\"x" + euros.substr(1) + '"')));
  }

  TEST_CASE("only what annexa itself wrote may hold a personal text with its salt, or a commitment alone") {
    auto const salted = with("who", R"({"salt":")" + std::string(64, 'a') + R"(","value":"Anna"})");
    auto const erased = with("who", R"({"commitment":")" + std::string(64, 'b') + R"("})");
    CHECK(refusal_of(salted) == "/who [json.wrong-type]\n");
    CHECK(refusal_of(erased) == "/who [json.wrong-type]\n");
    ReadOptions const from_journal{.personal = PersonalForm::committed};
    CHECK(from_json<Whole>(salted, from_journal).value().who.value() == "Anna");
    CHECK(from_json<Whole>(erased, from_journal).value().who.is_erased());
    CHECK(from_json<Whole>(with("who", "\"Anna\""), from_journal).value().who.value() == "Anna");
    CHECK(from_json<Whole>(with("who", R"({"commitment":"00"})"), from_journal).has_error());
  }

  TEST_CASE("an unknown member is refused with the name that may have been meant") {
    auto document = json::parse(complete);
    document.as_object()["titel"] = 1;
    document.as_object()["x/y/z"] = 1;
    auto const strict = from_json<Whole>(document);
    REQUIRE(strict.has_error());
    CHECK(says(strict.error()) == "/titel [json.unknown-member]\n/x~1y~1z [json.unknown-member]\n");
    CHECK(strict.error().violations()[0].message == "There is no member \"titel\" here. Did you mean \"title\"?");
    CHECK(strict.error().violations()[1].message.find("Accepted: key, title, ") != std::string::npos);
  }

  TEST_CASE("the lenient reader reports unknown members and reads the rest") {
    auto document = json::parse(complete);
    document.as_object()["titel"] = 1;
    Whole whole;
    Error errors;
    std::vector<Violation> warnings;
    read_json(type_of<Whole>, &whole, document, "/rows/3", errors, {.unknown = UnknownMembers::report}, &warnings);
    CHECK(errors.empty());
    CHECK(whole.title == "Whole");
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].where == "/rows/3/titel");
  }

  TEST_CASE("all problems of a document are told at once") {
    auto document = json::parse(complete);
    auto& object = document.as_object();
    object["on"] = "never";
    object["colour"] = "pink";
    object["parts"] = json::parse(R"([{"key":""},{"weight":1}])");
    object.erase("size");
    CHECK(refusal_of(document).find("/on [json.bad-value]\n") != std::string::npos);
    auto const error = from_json<Whole>(document).error();
    CHECK(error.violations().size() == 6);
  }

  TEST_CASE("personal texts keep their salt towards the journal and lose it towards people") {
    Salt salt;
    salt.bytes.fill(0xAB);
    auto whole = from_json<Whole>(json::parse(complete)).value();
    whole.who = Personal("Anna", salt);
    ReadOptions const from_journal{.personal = PersonalForm::committed};
    auto const committed = to_json(whole, PersonalForm::committed);
    CHECK(committed.at("who").at("value") == "Anna");
    CHECK(from_json<Whole>(committed, from_journal).value().who.salt() == salt);
    CHECK(to_json(whole).at("who") == "Anna");
    whole.who = Personal::erased(Hash{});
    CHECK(from_json<Whole>(to_json(whole, PersonalForm::committed), from_journal).value().who.is_erased());
    CHECK(to_json(whole).at("who") == "[erased]");
  }

  TEST_CASE("the key may be left to annexa, and managed members to other commands") {
    auto document = json::parse(complete);
    document.as_object().erase("key");
    CHECK(refusal_of(document) == " [json.missing-member]\n");
    CHECK(from_json<Whole>(document, {.key_may_be_absent = true}).has_value());
    constexpr std::string_view managed[] = {"colour", "weight"};
    auto const refused = from_json<Whole>(json::parse(complete), {.managed = managed});
    REQUIRE(refused.has_error());
    CHECK(says(refused.error()) ==
          "/colour [json.managed-member]\n");  // not the weight of a part: outermost members only
  }

  TEST_CASE("references and personal texts are found at every depth") {
    auto whole = from_json<Whole>(json::parse(complete)).value();
    std::vector<std::string> found;
    for_each_reference(type_of<Whole>, &whole, "",
                       [&](std::string_view noun, std::string const& key, std::string const& where) {
                         found.push_back(std::string(noun) + ' ' + key + ' ' + where);
                       });
    CHECK(found == std::vector<std::string>{"whole W-1 /key", "part P-1 /parts/0/key", "part P-2 /parts/1/key",
                                            "part P-1 /main_part", "unit U-1 /units/0"});
    int texts = 0;
    for_each_personal(type_of<Whole>, &whole, [&](Personal& personal) {
      ++texts;
      Salt salt;
      salt.bytes[0] = 1;
      personal.set_salt(salt);
    });
    CHECK(texts == 1);
    CHECK(whole.who.salt().bytes[0] == 1);
  }
}
