#include <annexa/catalog/catalog.hpp>
#include <annexa/catalog/crosswalk.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/allocations.hpp"

using namespace annexa;
using annexa::testing::allocations;

TEST_SUITE("catalog/lookup_allocation") {
  TEST_CASE("counting works") {
    REQUIRE(annexa::testing::counts_allocations());
    auto const before = allocations();
    std::vector<std::string> const some(3, std::string(100, 'x'));
    CHECK(allocations() - before >= 4);
  }
  TEST_CASE("looking up any row, by text or by value, found or not, allocates nothing") {
    auto const& iso = iso27001_2022();
    auto const absent = std::string(1000, '9');
    std::size_t found = 0;
    auto const before = allocations();
    for (auto const& row : iso.requirements()) {
      found += iso.find(row.id) == &row;
      found += iso.find(Reference::parse(row.id).value()) == &row;
      found += row.reference.parent() && iso.find(*row.reference.parent());
      found += iso.find(absent) != nullptr;
      if (row.control) found += row.control->values(Attribute::control_type).contains("never");
      found += Catalog::cell(row, "summary")->empty();
    }
    found += iso.requirements(Pillar::support).size() + iso.controls(Theme::people).size() + iso.criteria().size();
    auto const after = allocations();
    CHECK(after - before == 0);
    CHECK(found > 500);
  }
  TEST_CASE("looking up any row of any catalog, and any mapping from either end, allocates nothing") {
    for (auto const& each : catalogs()) each.open();
    for (auto const& each : crosswalks()) {
      each.open();
      REQUIRE(find_crosswalk(each.to, each.from));
    }
    std::size_t found = 0;
    auto const before = allocations();
    for (auto const& each : catalogs())
      for (auto const& row : each.open().requirements()) found += find_catalog(each.id)->find(row.id) == &row;
    for (auto const& each : crosswalks())
      for (auto const& mapping : each.open().mappings()) {
        found += find_crosswalk(each.from, each.to)->find(mapping.source, mapping.target) == &mapping;
        found += !find_crosswalk(each.to, each.from)->of_source(mapping.target).empty();
        found += each.open().of_target(mapping.target).empty();
      }
    CHECK(allocations() - before == 0);
    CHECK(found == 2019 + 2 * 2165);
  }
}
