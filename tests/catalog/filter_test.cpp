#include <annexa/catalog/filter.hpp>

#include "catalog/iso.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace annexa;
using annexa::testing::iso;

namespace {

std::size_t count(Catalog const& catalog, std::vector<CatalogCondition> const& where) {
  return select(catalog, where).value().size();
}

}  // namespace

TEST_SUITE("catalog/filter") {
  TEST_CASE("no condition keeps every row, in order") {
    auto const rows = select(iso(), {}).value();
    REQUIRE(rows.size() == 232);
    CHECK(std::ranges::is_sorted(rows));
  }
  TEST_CASE("themes, parts of the management system, kinds, attributes, baselines and subtrees") {
    CHECK(count(iso(), {{"theme", {"PHYSICAL"}}}) == 14);
    CHECK(count(iso(), {{"pillar", {"performance evaluation"}}}) ==
          iso().requirements(Pillar::performance_evaluation).size());
    CHECK(count(iso(), {{"kind", {"item", "clause"}}}) == 98 + 7);
    CHECK(count(iso(), {{"clause", {"9.2"}}}) == 8);
    CHECK(count(gdpr(), {{"clause", {"32"}}}) == 9);
    CHECK(count(nist_800_53_r5(), {{"baseline", {"moderate"}}}) == 287);
    CHECK(count(nist_800_53_r5(), {{"kind", {"withdrawn-control"}}}) == 182);
    CHECK(count(hipaa_security_rule(), {{"requirement", {"addressable"}}, {"safeguard", {"technical"}}}) > 0);
  }
  TEST_CASE("a row is kept exactly if a search through its values says so") {
    CHECK(rc::check("select by attribute", [] {
      auto const attribute = static_cast<Attribute>(*rc::gen::inRange(0, 5));
      auto const values = values_of(attribute);
      std::string const value(values[*rc::gen::inRange<std::size_t>(0, values.size())]);
      auto const theme = static_cast<Theme>(*rc::gen::inRange(0, 4));
      std::vector<Requirement const*> expected;
      for (auto const& row : iso().requirements())
        if (row.control && row.control->theme == theme && row.control->values(attribute).contains(value))
          expected.push_back(&row);
      auto const found =
          select(iso(), {{std::string(word(attribute)), {value}}, {"theme", {std::string(word(theme))}}});
      RC_ASSERT((found.value() == expected));
    }));
  }
  TEST_CASE("everything that no row says is refused at once, with what there is") {
    auto const refused = select(iso(), {{"theme", {"People", "Animals"}}, {"hue", {"red"}}, {"kind", {}}});
    REQUIRE(refused.has_error());
    auto const& violations = refused.error().violations();
    REQUIRE(violations.size() == 3);
    CHECK(violations[0].where == "/where/0/values/1");
    CHECK(violations[0].message.find("Organizational, People, Physical, Technological") != std::string::npos);
    CHECK(violations[1].rule == "catalog.unknown-column");
    CHECK(violations[2].rule == "catalog.no-value");
    CHECK(select(iso(), {{"baseline", {"low"}}}).error().names("catalog.unknown-column"));
    CHECK(select(nist_800_53_r5(), {{"baseline", {"highest"}}}).error().names("catalog.unknown-value"));
    CHECK(select(iso(), {{"clause", {std::string(1 << 20, 'x')}}}).has_error());
  }
  TEST_CASE("a view by an attribute has its values in the order of the standard and every row under each of its own") {
    for (std::size_t i = 0; i < words_of<Attribute>.size(); ++i) {
      auto const column = words_of<Attribute>[i];
      auto const groups = group_by(iso(), select(iso(), {}).value(), column).value();
      auto const values = values_of(static_cast<Attribute>(i));
      REQUIRE(groups.size() == values.size());
      std::set<Requirement const*> seen;
      for (std::size_t at = 0; at < values.size(); ++at) {
        CHECK(groups[at].value == values[at]);
        for (auto const* row : groups[at].rows) {
          CHECK(row->control->values(static_cast<Attribute>(i)).contains(values[at]));
          seen.insert(row);
        }
      }
      CHECK(seen.size() == 93);
    }
    CHECK(group_by(iso(), {}, "hue").has_error());
  }
  TEST_CASE("a sentence with a semicolon is one value") {
    for (auto const value : column_values(iso(), "purpose")) CHECK(value.ends_with('.'));
    CHECK(column_values(iso(), "theme").size() == 4);
    CHECK(column_values(iso(), "hue").empty());
  }
}
