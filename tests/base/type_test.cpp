#include <annexa/base/type.hpp>

#include <doctest/doctest.h>
#include <annexa/base/describe.hpp>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>
#include <regex>

using namespace annexa;
namespace json = boost::json;

namespace {

enum class Answer { yes, not_yet, new_ };
ANNEXA_DESCRIBE_ENUM(Answer, "answer", yes, not_yet, new_)

struct Form {
  static constexpr std::string_view type_name = "form";
  Key<"form"> key;
  Answer answer = Answer::yes;
  std::optional<Date> on;
  Money fee;
  std::vector<ExternalId> numbers;
  std::int32_t class_ = 0;
  Custom custom;
  bool open = false;
  friend bool operator==(Form const&, Form const&) = default;
};
BOOST_DESCRIBE_STRUCT(Form, (), (key, answer, on, fee, numbers, class_, custom, open))

template <class T>
bool schema_agrees(std::string const& text) {
  std::regex const pattern{std::string(ScalarTraits<T>::pattern), std::regex::ECMAScript};
  return std::regex_search(text, pattern) == T::parse(text).has_value();
}

}  // namespace

TEST_SUITE("base/type") {
  TEST_CASE("names on the wire are kebab-case for values and plain for members") {
    CHECK(to_string(Answer::not_yet) == "not-yet");
    CHECK(to_string(Answer::new_) == "new");
    CHECK(to_string(static_cast<Answer>(7)) == "7");
    CHECK(parse_enum<Answer>("not-yet").value() == Answer::not_yet);
    CHECK(parse_enum<Answer>("not_yet").error() == errc::unknown_name);
    CHECK(parse_enum<Answer>("").error() == errc::unknown_name);
    CHECK(find_member(type_of<Form>, "class") != nullptr);
    CHECK(find_member(type_of<Form>, "class_") == nullptr);
    CHECK(find_member(type_of<Form>, "nothing") == nullptr);
  }

  TEST_CASE("the table of a record reads and changes its members") {
    Form form;
    auto const& answer = *find_member(type_of<Form>, "answer");
    answer.type->set_number(answer.at(&form), 2);
    CHECK(form.answer == Answer::new_);
    auto const& numbers = *find_member(type_of<Form>, "numbers");
    *static_cast<ExternalId*>(numbers.type->grow(numbers.at(&form))) = {"jira", "7"};
    CHECK(form.numbers == std::vector<ExternalId>{{"jira", "7"}});
    CHECK(numbers.type->count(member_of(numbers, &form)) == 1);
    Form copy;
    type_of<Form>.assign(&copy, &form);
    CHECK(type_of<Form>.equal(&copy, &form));
    copy.open = true;
    CHECK_FALSE(type_of<Form>.equal(&copy, &form));
  }

  TEST_CASE("integers have the range of their type, within what JSON keeps exact") {
    CHECK(type_of<std::int32_t>.minimum == -2147483648LL);
    CHECK(type_of<std::int32_t>.maximum == 2147483647LL);
    CHECK(type_of<std::uint8_t>.minimum == 0);
    CHECK(type_of<std::uint8_t>.maximum == 255);
    CHECK(type_of<std::int64_t>.maximum == exact_integer_limit);
    CHECK(type_of<std::int64_t>.minimum == -exact_integer_limit);
    CHECK(type_of<std::uint64_t>.minimum == 0);
    CHECK(type_of<std::uint32_t>.maximum == 4294967295LL);
  }

  TEST_CASE("the schema names what must be there and refers to each type once") {
    auto const schema = json_schema(type_of<Form>);
    CHECK(schema.at("$schema") == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema.at("title") == "form");
    CHECK(schema.at("required") == json::parse(R"(["key","answer","fee","class"])"));
    CHECK(schema.at("additionalProperties") == false);
    CHECK(schema.at("properties").at("on") == json::parse(R"({"$ref":"#/$defs/date"})"));
    CHECK(schema.at("properties").at("numbers") ==
          json::parse(R"({"type":"array","items":{"$ref":"#/$defs/external-id"}})"));
    CHECK(schema.at("properties").at("class") ==
          json::parse(R"({"type":"integer","minimum":-2147483648,"maximum":2147483647})"));
    auto const& definitions = schema.at("$defs");
    CHECK(definitions.at("answer").at("enum") == json::parse(R"(["yes","not-yet","new"])"));
    CHECK_FALSE(definitions.at("external-id").as_object().contains("required"));  // of texts alone
    CHECK(definitions.at("key-of-form").at("type") == "string");
    CHECK(definitions.as_object().size() == 6);
    CHECK(canonical_json(schema).has_value());
  }

  TEST_CASE("the patterns of the schema accept the form that the parsers accept") {
    for (std::string const text : {"2026-03-01", "26-03-01", "2026-3-1", "2026-03-01 "})
      CHECK(schema_agrees<Date>(text));
    for (std::string const text : {"1", "-1.50", "1.", ".5", "+1", "1e3", "1.0000000001"})
      CHECK(schema_agrees<Decimal>(text));
    for (std::string const text :
         {"2026-03-01T09:00:00Z", "2026-03-01 09:00:00.5+01:00", "2026-03-01T09:00Z", "2026-03-01"})
      CHECK(schema_agrees<Instant>(text));
    for (std::string const text : {"0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5bd9cb469fa16570867728950e", ""})
      CHECK(schema_agrees<Uuid>(text));
    CHECK(schema_agrees<Hash>(std::string(64, 'a')));
    CHECK(schema_agrees<Hash>(std::string(63, 'a')));
    for (std::string const text : {"NC-7", " NC-7", "", "x"}) CHECK(schema_agrees<Key<"unit">>(text));
  }
}
