#include <annexa/catalog/source_table.hpp>

#include "catalog/read_table.hpp"

#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("catalog/source_table") {
  TEST_CASE("cells are found by row and column name") {
    SourceTable const table("t", "", {"id", "title"}, {"1", "One", "2", "Two"});
    CHECK(table.size() == 2);
    CHECK(table.cell(1, "title") == "Two");
    CHECK_FALSE(table.cell(1, "Title"));
    CHECK(table.row(0)[0] == "1");
  }
  TEST_CASE("a table without columns has no rows") { CHECK(SourceTable("t", "", {}, {}).size() == 0); }
  TEST_CASE("quoted cells keep commas and line ends, empty cells stay empty") {
    auto const table = detail::read_table({"t", "digest", "id,text,more\n1,\"a, b\",\n2,,\"c\nd\"\n,\"\",x\n"});
    REQUIRE(table.size() == 3);
    CHECK(table.name() == "t");
    CHECK(table.sha256() == "digest");
    CHECK(table.columns().size() == 3);
    CHECK(table.cell(0, "text") == "a, b");
    CHECK(table.cell(0, "more") == "");
    CHECK(table.cell(1, "text") == "");
    CHECK(table.cell(1, "more") == "c\nd");
    CHECK(table.cell(2, "id") == "");
    CHECK(table.cell(2, "text") == "");
    CHECK(table.cell(2, "more") == "x");
  }
  TEST_CASE("a header alone is an empty table") {
    CHECK(detail::read_table({"t", "", "id,text\n"}).size() == 0);
    CHECK(detail::read_table({"t", "", ""}).size() == 0);
  }
}
