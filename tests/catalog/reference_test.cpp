#include <annexa/catalog/reference.hpp>

#include <annexa/base/json.hpp>
#include <annexa/catalog/criterion.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <boost/json.hpp>

#include <algorithm>
#include <regex>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

using namespace annexa;

static_assert(sizeof(Reference) <= 8 && std::is_trivially_copyable_v<Reference>);
static_assert("9.2"_ref < "9.10"_ref, "numeric, not textual");
static_assert("9"_ref < "10"_ref && "9.3.3"_ref < "10.1"_ref);
static_assert("10.2.g"_ref < "A.5.1"_ref, "clauses before controls");
static_assert("6.1.2"_ref < "6.1.2.a"_ref && "6.1.2.e"_ref < "6.1.3"_ref, "an item follows its subclause");
static_assert("5.1"_ref != "A.5.1"_ref && !"5.1"_ref.is_control() && "A.5.1"_ref.is_control());
static_assert("6.1.2.a"_ref.is_item() && !"6.1.2"_ref.is_item());
static_assert(Reference{}.empty() && !"4"_ref.empty() && Reference{}.spelled().view().empty());
static_assert("6.1.2.a"_ref.parent() == "6.1.2"_ref && "6.1.2"_ref.parent() == "6.1"_ref);
static_assert("6.1"_ref.parent() == "6"_ref && !"6"_ref.parent() && !Reference{}.parent());
static_assert("A.8.34"_ref.parent() == "A.8"_ref && !"A.8"_ref.parent());
static_assert("4.2.a"_ref.parent() == "4.2"_ref);
static_assert("99.99.99.z"_ref.spelled().view() == "99.99.99.z" && "A.99.99.99"_ref.spelled().view() == "A.99.99.99");

namespace {

Reference some_reference() {
  bool const control = *rc::gen::arbitrary<bool>();
  std::string text = control ? "A" : "";
  auto const parts = *rc::gen::inRange(1, 4);
  for (int i = 0; i < parts; ++i) text += (text.empty() ? "" : ".") + std::to_string(*rc::gen::inRange(1, 100));
  if (!control && *rc::gen::arbitrary<bool>())
    text += std::string(".") + *rc::gen::inRange('a', static_cast<char>('z' + 1));
  return Reference::parse(text).value();
}

struct Holder {
  static constexpr std::string_view type_name = "holder";
  Reference at;
  std::vector<Reference> more;
  friend bool operator==(Holder const&, Holder const&) = default;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (at, more))

}  // namespace

TEST_SUITE("catalog/criterion") {
  TEST_CASE("a criterion knows its catalog and its id there, and is made of them again") {
    for (auto const* text : {"9.2.1", "A.5.1", "soc2-tsc-2017:CC6.1", "acme:a:b"}) {
      auto const criterion = *annexa::Criterion::parse(text);
      auto const catalog = criterion.catalog().empty() ? annexa::Criterion::standard : criterion.catalog();
      CHECK(annexa::Criterion::in(catalog, criterion.id()) == criterion);
    }
    CHECK(annexa::Criterion::parse("acme:a:b")->id() == "a:b");
    CHECK(annexa::Criterion::parse("A.5.1")->id() == "A.5.1");
  }
}

TEST_SUITE("catalog/reference") {
  TEST_CASE("a number that the standard would write is read and printed back") {
    for (std::string const text :
         {"4", "10", "9.2.1", "6.1.2.a", "4.2.c", "A.5", "A.5.1", "A.8.34", "A.18.2.3", "99.99.99.z"}) {
      CAPTURE(text);
      REQUIRE(Reference::parse(text).has_value());
      CHECK(to_string(*Reference::parse(text)) == text);
    }
  }
  TEST_CASE("what the standard would not write is refused") {
    struct Row {
      std::string text;
      char const* why;
    };
    for (Row const& row : {Row{"", "empty"},
                           {".", "only a dot"},
                           {"9.", "ends in a dot"},
                           {".9", "begins with a dot"},
                           {"9..2", "empty part"},
                           {"0", "zero"},
                           {"9.0", "zero"},
                           {"09.2", "leading zero"},
                           {"9.02", "leading zero"},
                           {"100", "three digits"},
                           {"9.2.1.1", "four parts"},
                           {"9.2.1.1.a", "four parts and a letter"},
                           {"a", "a letter alone"},
                           {"A", "Annex A alone"},
                           {"A.", "nothing after the annex"},
                           {"A.a", "a letter alone in the annex"},
                           {"a.5.1", "small annex"},
                           {"B.5.1", "no such annex"},
                           {"A5.1", "no dot after the annex"},
                           {"A.A.5", "twice the annex"},
                           {"A.5.1.a", "controls have no items"},
                           {"6.1.2a", "no dot before the letter"},
                           {"6.1.2 a", "blank before the letter"},
                           {"6.1.2.A", "capital letter"},
                           {"6.1.2.aa", "two letters"},
                           {"6.1.2.a.1", "numbered point below a letter"},
                           {"6.a.1", "letter in the middle"},
                           {" 9.2", "blank in front"},
                           {"9.2 ", "blank behind"},
                           {"9.2\n", "line end behind"},
                           {"+9", "sign"},
                           {"-9", "sign"},
                           {"9,2", "comma"},
                           {"0x9", "hexadecimal"},
                           {"\xd9\xa9", "Arabic digit"},
                           {"\xef\xbb\xbf"
                            "9.2",
                            "byte order mark"},
                           {std::string("9.2\0", 4), "NUL behind"},
                           {std::string("\0", 1), "NUL"},
                           {std::string(1 << 20, '9'), "a million digits"},
                           {std::string(1 << 20, '.'), "a million dots"}}) {
      CAPTURE(row.why);
      auto const read = Reference::parse(row.text);
      REQUIRE(read.has_error());
      CHECK(read.error() == errc::bad_reference);
    }
  }
  TEST_CASE("any reference survives printing and reading") {
    CHECK(rc::check("parse(to_string(r)) == r", [] {
      auto const reference = some_reference();
      RC_ASSERT(Reference::parse(to_string(reference)).value() == reference);
    }));
  }
  TEST_CASE("the schema's pattern accepts what the parser accepts and nothing else") {
    std::regex const pattern{std::string(ScalarTraits<Reference>::pattern)};
    CHECK(rc::check("pattern and parser agree", [&] {
      auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("A..159 0ab")));
      RC_ASSERT(std::regex_match(text, pattern) == Reference::parse(text).has_value());
    }));
    CHECK(rc::check("pattern matches every reference",
                    [&] { RC_ASSERT(std::regex_match(to_string(some_reference()), pattern)); }));
  }
  TEST_CASE("the order is total, and a parent comes before its children") {
    CHECK(rc::check("order", [] {
      auto const a = some_reference();
      auto const b = some_reference();
      RC_ASSERT((a < b) + (b < a) + (a == b) == 1);
      RC_ASSERT((a == b) == (to_string(a) == to_string(b)));
      if (auto const above = a.parent()) RC_ASSERT(*above < a);
    }));
  }
  TEST_CASE("going up ends within four steps at a single number") {
    CHECK(rc::check("parents end", [] {
      auto at = some_reference();
      auto const text = to_string(at);
      int steps = 0;
      while (auto const above = at.parent()) {
        RC_ASSERT(text.starts_with(to_string(*above) + '.'));
        at = *above;
        ++steps;
      }
      RC_ASSERT(steps <= 3);
    }));
  }
  TEST_CASE("a record can hold references") {
    Holder const holder{"A.5.1"_ref, {"9.2.1"_ref, "6.1.2.a"_ref}};
    auto const json = to_json(holder);
    CHECK(canonical_json(json).value() == R"({"at":"A.5.1","more":["9.2.1","6.1.2.a"]})");
    auto const read = from_json<Holder>(json);
    REQUIRE(read.has_value());
    CHECK(*read == holder);
  }
  TEST_CASE("a record with a malformed reference is refused at its place") {
    auto const read = from_json<Holder>(parse_json(R"({"at":"A.5.1.a","more":["9.2","9.02"]})").value());
    REQUIRE(read.has_error());
    REQUIRE(read.error().violations().size() == 2);
    CHECK(read.error().violations()[0].where == "/at");
    CHECK(read.error().violations()[1].where == "/more/1");
  }
}
