#include <annexa/catalog/catalog.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "catalog/iso.hpp"

using namespace annexa;
using annexa::testing::iso;

namespace {

Requirement const* by_search(std::string_view id) {
  auto const rows = iso().requirements();
  auto const found = std::ranges::find(rows, id, &Requirement::id);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

TEST_SUITE("catalog/catalog") {
  TEST_CASE("the built-in catalogs are listed, and each opens under its id") {
    std::set<std::string_view> ids;
    for (auto const& each : catalogs()) {
      CAPTURE(each.id);
      CHECK(ids.insert(each.id).second);
      REQUIRE(find_catalog(each.id) == &each.open());
      CHECK(each.open().id() == each.id);
      CHECK_FALSE(each.open().title().empty());
      CHECK_FALSE(each.open().edition().empty());
      CHECK(each.open().sha256().size() == 64);
      CHECK(each.open().revision() >= 1);
    }
    CHECK(ids.contains("iso27001-2022"));
    CHECK(find_catalog("iso27001-2022") == &iso());
  }
  TEST_CASE("an id that no catalog has opens none") {
    for (auto const* id : {"", "iso27001", "ISO27001-2022", "iso27001-2022 "}) CHECK(find_catalog(id) == nullptr);
  }
  TEST_CASE("threads that open a catalog together get the same one") {
    std::vector<Catalog const*> seen(8);
    std::vector<std::thread> threads;
    for (auto& slot : seen)
      threads.emplace_back([&slot] {
        slot = &iso27001_2022();
        for (auto const& row : slot->requirements())
          if (slot->find(row.id) != &row) slot = nullptr;
      });
    for (auto& thread : threads) thread.join();
    CHECK(std::ranges::all_of(seen, [](auto const* catalog) { return catalog == &iso(); }));
  }
  TEST_CASE("every row is found by its number, as text and as a value") {
    for (auto const& row : iso().requirements()) {
      CAPTURE(row.id);
      CHECK(iso().find(row.id) == &row);
      CHECK(iso().find(row.reference) == &row);
      CHECK(to_string(row.reference) == row.id);
    }
  }
  TEST_CASE("what is no number of the edition is not found") {
    for (std::string const& id :
         {std::string(), std::string("11"), std::string("A.5"), std::string("A.5.38"), std::string("6.1.2.f"),
          std::string("9.2 "), std::string("9.2\0", 4), std::string("\xff\xfe"), std::string(1 << 20, 'A')})
      CHECK(iso().find(id) == nullptr);
    CHECK(iso().find(Reference{}) == nullptr);
    CHECK(iso().find("A.9.4.5"_ref) == nullptr);
  }
  TEST_CASE("finding answers as a search through all rows does") {
    CHECK(rc::check("find what is nearly a number", [] {
      std::string text(iso().requirements()[*rc::gen::inRange<std::size_t>(0, iso().requirements().size())].id);
      auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
      auto const other = *rc::gen::elementOf(std::string("A.0123456789abcz "));
      if (*rc::gen::arbitrary<bool>())
        text[at] = other;
      else
        text.insert(at, 1, other);
      RC_CLASSIFY(by_search(text) != nullptr);
      RC_ASSERT(iso().find(text) == by_search(text));
    }));
  }
  TEST_CASE("going down and going up meet") {
    for (auto const& row : iso().requirements()) {
      CAPTURE(row.id);
      CHECK(row.above == iso().find(row.parent));
      CHECK(std::ranges::is_sorted(row.below, {}, [](auto const* each) { return each->reference; }));
      for (auto const* child : row.below) CHECK(child->above == &row);
    }
    auto const children = [](auto const& row) { return row.below.size(); };
    std::size_t reached = 0;
    for (auto const& row : iso().requirements()) reached += children(row);
    CHECK(reached == iso().counts().clauses - 7);
    REQUIRE(iso().find("9.2")->below.size() == 2);
    CHECK(iso().find("9.2")->below[0]->id == "9.2.1");
    CHECK(iso().find("9.2")->below[1]->id == "9.2.2");
  }
  TEST_CASE("a part of the management system or a theme is one piece of the whole, and the pieces cover it") {
    std::size_t rows = 0;
    for (std::size_t i = 0; i < words_of<Pillar>.size(); ++i) {
      auto const part = iso().requirements(static_cast<Pillar>(i));
      for (auto const& row : part) CHECK(row.pillar == static_cast<Pillar>(i));
      rows += part.size();
    }
    CHECK(rows == iso().counts().clauses);
    std::size_t controls = 0;
    for (std::size_t i = 0; i < words_of<Theme>.size(); ++i) {
      auto const theme = iso().controls(static_cast<Theme>(i));
      for (auto const& control : theme) CHECK(control.theme == static_cast<Theme>(i));
      controls += theme.size();
    }
    CHECK(controls == iso().counts().controls);
  }
  TEST_CASE("a control and its row know each other") {
    for (auto const& control : iso().controls()) {
      auto const* row = iso().find(control.reference);
      REQUIRE(row);
      CHECK(row->control == &control);
      CHECK(row->title == control.title);
      CHECK(row->summary == control.purpose);
      CHECK(row->kind == RequirementKind::control);
    }
    CHECK(iso().find("9.2.1")->control == nullptr);
  }
  TEST_CASE("exactly the criteria have a hint") {
    for (auto const& row : iso().requirements()) CHECK((row.hint != nullptr) == is_criterion(row));
    CHECK(iso().find("9.2.2")->hint->reference == "9.2.2"_ref);
  }
  TEST_CASE("documents hang on the row that they prove") {
    std::size_t linked = 0;
    for (auto const& row : iso().requirements()) {
      linked += row.documents.size();
      for (auto const& document : row.documents) CHECK(document.reference == row.reference);
    }
    CHECK(linked == iso().mandatory_documents().size());
    CHECK(iso().find("9.2.2")->documents.size() == 2);
  }
  TEST_CASE("generic output has every column of every table that rows come from") {
    auto const columns = iso().columns();
    CHECK(std::vector<std::string_view>(columns.begin(), columns.begin() + 5) ==
          std::vector<std::string_view>{"id", "parent", "kind", "title", "summary"});
    CHECK(std::set<std::string_view>(columns.begin(), columns.end()).size() == columns.size());
    for (auto const& row : iso().requirements())
      for (std::size_t i = 0; i < row.source->columns().size(); ++i) {
        auto const column = row.source->columns()[i];
        CHECK(std::ranges::find(columns, column) != columns.end());
        CHECK(Catalog::cell(row, column) == row.source->row(row.source_row)[i]);
      }
  }
  TEST_CASE("what a row's table does not print is filled in for the first five columns and absent for others") {
    auto const& control = *iso().find("A.5.1");
    CHECK(Catalog::cell(control, "kind") == "control");
    CHECK(Catalog::cell(control, "parent") == "");
    CHECK(Catalog::cell(control, "summary") == control.control->purpose);
    CHECK_FALSE(Catalog::cell(control, "pillar"));
    CHECK_FALSE(Catalog::cell(*iso().find("4.1"), "theme"));
    CHECK_FALSE(Catalog::cell(*iso().find("4.1"), "no such column"));
  }
  TEST_CASE("a table is found by name") {
    REQUIRE(iso().source("evidence-hints"));
    CHECK(iso().source("evidence-hints")->size() == 123);
    CHECK(iso().source("controls-2013") == nullptr);
  }
}
