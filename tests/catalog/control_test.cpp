#include <annexa/catalog/control.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace annexa;

static_assert(values_of(Attribute::control_type).size() == 3);
static_assert(values_of(Attribute::security_properties).size() == 3);
static_assert(values_of(Attribute::cybersecurity_concepts).size() == 5);
static_assert(values_of(Attribute::operational_capabilities).size() == 15);
static_assert(values_of(Attribute::security_domains).size() == 4);

TEST_SUITE("catalog/control") {
  TEST_CASE("no attribute lists a value twice") {
    for (std::size_t i = 0; i < words_of<Attribute>.size(); ++i) {
      auto const values = values_of(static_cast<Attribute>(i));
      CAPTURE(words_of<Attribute>[i]);
      CHECK(std::set<std::string_view>(values.begin(), values.end()).size() == values.size());
    }
  }
  TEST_CASE("a control answers by attribute") {
    Control control;
    control.attributes[static_cast<std::size_t>(Attribute::security_domains)] = ValueList("protection;resilience");
    CHECK(control.values(Attribute::security_domains).contains("resilience"));
    CHECK(control.values(Attribute::control_type).empty());
  }
}
