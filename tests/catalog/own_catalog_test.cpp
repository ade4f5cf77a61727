#include <annexa/catalog/filter.hpp>
#include <annexa/catalog/own_catalog.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace annexa;

namespace {

CatalogRow row(std::string id, std::string parent = {}, std::string title = "A rule") {
  CatalogRow out;
  out.id = std::move(id);
  out.parent = std::move(parent);
  out.title = std::move(title);
  return out;
}

CatalogDocument policy(std::vector<CatalogRow> rows) {
  CatalogDocument document;
  document.id = "acme-policy";
  document.title = "Security policy of Acme";
  document.edition = "3";
  document.nature = CatalogNature::policy;
  document.requirements = std::move(rows);
  return document;
}

// The rules of all violations, in order.
std::vector<std::string> rules(result<OwnCatalog> const& refused) {
  std::vector<std::string> names;
  if (refused.has_error())
    for (auto const& each : refused.error().violations()) names.push_back(each.rule);
  return names;
}

using RuleNames = std::vector<std::string>;

}  // namespace

TEST_SUITE("catalog/own_catalog") {
  TEST_CASE("a catalog of one's own behaves like a built-in one") {
    auto rows = std::vector{row("4.2", "4", "Passwords"), row("4", "", "Access"), row("10", "", "Suppliers")};
    rows[0].kind = "control";
    rows[0].summary = "Passwords are long.";
    rows[0].cells = {{"owner", "IT;HR"}};
    rows[0].mappings = {{"iso27001-2022", "A.5.17", "subset_of", 7, "own reading"}};
    auto const own = make_catalog(policy(rows), std::string(64, 'a')).value();
    auto const& catalog = *own.catalog;
    CHECK(catalog.id() == "acme-policy");
    CHECK(catalog.edition() == "3");
    CHECK(catalog.sha256() == std::string(64, 'a'));
    REQUIRE(catalog.requirements().size() == 3);
    CHECK(catalog.requirements()[0].id == "4");
    CHECK(catalog.requirements()[1].id == "4.2");
    auto const* found = catalog.find("4.2");
    REQUIRE(found);
    CHECK(found->above == catalog.find("4"));
    CHECK(Catalog::cell(*found, "owner") == "IT;HR");
    CHECK(catalog.counts().controls == 1);
    CHECK(select(catalog, {{"owner", {"hr"}}}).value().size() == 1);
    REQUIRE(own.crosswalks.size() == 1);
    CHECK(own.crosswalks[0]->from() == "acme-policy");
    REQUIRE(own.crosswalks[0]->of_target("A.5.17").size() == 1);
    CHECK(own.crosswalks[0]->of_target("A.5.17")[0]->strength == 7);
    auto const through = own.crosswalks[0]->compose(*find_crosswalk("iso27001-2022", "soc2-tsc-2017"));
    CHECK(through.from() == "acme-policy");
  }
  TEST_CASE("its texts live as long as the catalog alone") {
    std::shared_ptr<Catalog const> catalog;
    {
      auto own = make_catalog(policy({row("1"), row("1.1", "1")})).value();
      catalog = own.catalog;
    }
    CHECK(catalog->find("1.1")->parent == "1");
    CHECK(catalog->title() == "Security policy of Acme");
  }
  TEST_CASE("everything that is wrong is told at once, with its place, and nothing is loaded") {
    auto rows =
        std::vector{row("1"), row("1"), row(""), row("2", "3"), row("5", "6"), row("6", "5"), row("7", "", " ")};
    rows[3].kind = "controle";
    rows[3].mappings = {{"iso27001-2022", "A.5.99", "same_as", 11, ""}, {"iso9001", "4", "subset_of", {}, ""}};
    auto const refused = make_catalog(policy(rows));
    CHECK(rules(refused) == RuleNames{"catalog.duplicate-id", "catalog.bad-requirement-id", "catalog.unknown-kind",
                                      "crosswalk.unknown-relationship", "crosswalk.no-target", "crosswalk.strength",
                                      "crosswalk.no-catalog", "catalog.empty-title", "catalog.unknown-parent",
                                      "catalog.cycle"});
    auto const& violations = refused.error().violations();
    CHECK(violations[0].where == "/requirements/1/id");
    CHECK(violations[0].message.find("/requirements/0/id") != std::string::npos);
    CHECK(violations[2].message.find("Did you mean control?") != std::string::npos);
    CHECK(violations[4].where == "/requirements/3/mappings/0/target");
    CHECK(violations[9].message.find("5 below 6 below 5") != std::string::npos);
  }
  TEST_CASE("ids collide with nothing") {
    auto document = policy({row("1")});
    document.id = "gdpr";
    CHECK(rules(make_catalog(document)) == RuleNames{"catalog.id-taken"});
    for (auto const* id : {"", "ACME", "a b", "a:b", "abcdefghijklmnopqrstuvwxyz-01234"}) {
      document.id = id;
      CHECK(rules(make_catalog(document)) == RuleNames{"catalog.bad-id"});
    }
    CHECK(rules(make_catalog(policy({row(" 1"), row("1\n"), row(std::string(70, 'x'))}))) ==
          RuleNames(3, "catalog.bad-requirement-id"));
  }
  TEST_CASE("a row that is its own parent, and a circle of a thousand rows, are told once") {
    CHECK(rules(make_catalog(policy({row("1", "1")}))) == RuleNames{"catalog.cycle"});
    std::vector<CatalogRow> rows;
    for (int i = 0; i < 1000; ++i) rows.push_back(row(std::to_string(i), std::to_string((i + 1) % 1000)));
    CHECK(rules(make_catalog(policy(rows))) == RuleNames{"catalog.cycle"});
  }
  TEST_CASE("eight levels are fine, a hundred are refused where they become too many") {
    std::vector<CatalogRow> rows{row("0")};
    for (int level = 1; level < 8; ++level) rows.push_back(row(std::to_string(level), std::to_string(level - 1)));
    CHECK(make_catalog(policy(rows)).has_value());
    for (int level = 8; level < 100; ++level) rows.push_back(row(std::to_string(level), std::to_string(level - 1)));
    auto const refused = make_catalog(policy(rows));
    CHECK(rules(refused) == RuleNames{"catalog.too-deep"});
    CHECK(refused.error().violations()[0].where == "/requirements/16/parent");
    std::ranges::reverse(rows);
    CHECK(rules(make_catalog(policy(rows))) == RuleNames{"catalog.too-deep"});
  }
  TEST_CASE("descriptions of 10 MB, texts that are none and rows beyond the limit are refused") {
    auto rows = std::vector{row("1"), row("2")};
    rows[0].summary = std::string(10U << 20U, 'x');
    rows[1].title = "\xff\xfe";
    CHECK(rules(make_catalog(policy(rows))) ==
          RuleNames{"catalog.text-too-long", "catalog.text-too-long", "catalog.not-text"});
    CHECK(rules(make_catalog(policy({}))) == RuleNames{"catalog.empty"});
    CHECK(rules(make_catalog(policy({row("1"), row("2")}), {}, {}, {.rows = 1})) == RuleNames{"catalog.too-large"});
    auto document = policy({row("1")});
    document.valid_from = Date::parse("2026-05-01").value();
    document.valid_until = Date::parse("2026-04-30").value();
    document.revision = 0;
    CHECK(rules(make_catalog(document)) == RuleNames{"catalog.revision", "catalog.validity"});
  }
  TEST_CASE("columns and languages stand once, and none takes the name of one that every catalog has") {
    auto rows = std::vector{row("1")};
    rows[0].cells = {{"title", "x"}, {"owner", "x"}, {"owner", "y"}, {"", "z"}};
    rows[0].translations = {{"de", "Eins", ""}, {"de", "Zwei", ""}, {"deu", "Drei", ""}};
    CHECK(rules(make_catalog(policy(rows))) == RuleNames{"catalog.bad-column", "catalog.bad-column",
                                                         "catalog.bad-column", "catalog.language", "catalog.language"});
  }
  TEST_CASE("a thousand violations are enough") {
    std::vector<CatalogRow> rows;
    for (int i = 0; i < 3000; ++i) rows.push_back(row("", "", ""));
    CHECK(make_catalog(policy(rows)).error().violations().size() == 1000);
  }
  TEST_CASE("a row is measured as JSON writes it, so that what is accepted fits in an event") {
    auto rows = std::vector{row("1")};
    rows[0].summary = std::string(10'000, '\x01');  // \u0001, six bytes each
    CHECK(rules(make_catalog(policy(rows))) == RuleNames{"catalog.text-too-long"});
    rows[0].summary = std::string(16'000, '"');
    CHECK(make_catalog(policy(rows)).has_value());
    rows[0].cells = {{"note", std::string(10'000, '"')}};
    CHECK(rules(make_catalog(policy(rows))) == RuleNames{"catalog.text-too-long"});
  }
  TEST_CASE("a row that is too large is told once, not cell by cell; hints end where nobody reads on") {
    auto rows = std::vector{row("1")};
    for (int i = 0; i < 20'000; ++i) rows[0].cells.push_back({"title", "x"});
    CHECK(rules(make_catalog(policy(rows))) == RuleNames{"catalog.text-too-long"});
    rows[0].cells.clear();
    for (int i = 0; i < 200; ++i)
      rows[0].mappings.push_back({"iso27001-2022", "A.5." + std::to_string(100 + i), "subset_of", {}, ""});
    auto const refused = make_catalog(policy(rows));
    REQUIRE(refused.error().violations().size() == 200);
    CHECK(refused.error().violations().front().message.find("Did you mean") != std::string::npos);
    CHECK(refused.error().violations().back().message.find("Did you mean") == std::string::npos);
  }
  TEST_CASE("what was adopted once opens again, whatever this annexa has by now") {
    auto rows = std::vector{row("2", "1"), row("1")};
    rows[0].kind = "obligation";
    rows[0].mappings = {{"iso27001-2022", "A.5.17", "subset_of", {}, ""},
                        {"iso27001-2022", "A.9.99", "subset_of", {}, ""},
                        {"iso9001", "4", "subset_of", {}, ""}};
    auto document = policy(rows);
    document.id = "gdpr";
    REQUIRE(make_catalog(document).has_error());
    auto const own = reopen_catalog(document).value();
    CHECK(*own.document == document);
    CHECK(own.catalog->find("2")->kind == RequirementKind::requirement);
    REQUIRE(own.crosswalks.size() == 1);
    CHECK(own.crosswalks[0]->mappings().size() == 1);
    REQUIRE(own.notes.size() == 2);
    CHECK(own.notes[0].rule == "catalog.dead-mapping");
    CHECK(own.notes[0].where == "/requirements/0/mappings/1");
    document.requirements[1].parent = "2";
    CHECK(rules(reopen_catalog(document)) == RuleNames{"catalog.cycle"});
  }
  TEST_CASE("5,000 requirements in 8 levels behave like a built-in catalog") {
    std::vector<CatalogRow> rows;
    for (int i = 0; i < 5'000; ++i) {
      int const level = i % 8;
      rows.push_back(
          row("R" + std::to_string(i), level == 0 ? "" : "R" + std::to_string(i - 1), "Rule " + std::to_string(i)));
      rows.back().cells = {{"owner", i % 2 == 0 ? "IT" : "HR"}};
    }
    rows[7].mappings = {{"iso27001-2022", "A.5.17", "equal_to", 9, ""}};
    std::ranges::reverse(rows);  // parents come after their children
    auto const own = make_catalog(policy(rows)).value();
    auto const& catalog = *own.catalog;
    REQUIRE(catalog.requirements().size() == 5'000);
    std::size_t levels = 0;
    for (auto const* at = catalog.find("R4999"); at; at = at->above) ++levels;
    CHECK(levels == 8);
    CHECK(select(catalog, {{"owner", {"IT"}}}).value().size() == 2'500);
    CHECK(select(catalog, {{"clause", {"R8"}}}).value().size() == 8);
    for (auto const& each : catalog.requirements()) {
      auto const* found = catalog.find(each.id);
      if (found != &each || (found->above && found->above->id != found->parent)) FAIL(std::string(each.id));
    }
    CHECK(own.crosswalks.at(0)->compose(*find_crosswalk("iso27001-2022", "soc2-tsc-2017")).from() == "acme-policy");
  }
  TEST_CASE("any forest opens with each row after its parent; any other graph is refused") {
    CHECK(rc::check("parents", [] {
      auto const size = *rc::gen::inRange(1, 30);
      std::vector<CatalogRow> rows;
      std::vector<int> parents;
      for (int i = 0; i < size; ++i) {
        parents.push_back(*rc::gen::inRange(-1, size));
        rows.push_back(row("r" + std::to_string(i), parents.back() < 0 ? "" : "r" + std::to_string(parents.back())));
      }
      bool forest = true;
      int deepest = 0;
      for (int i = 0; i < size; ++i) {
        int steps = 1;
        for (int at = parents[static_cast<std::size_t>(i)]; at >= 0 && steps <= size + 1; ++steps)
          at = parents[static_cast<std::size_t>(at)];
        forest = forest && steps <= size;
        deepest = std::max(deepest, steps);
      }
      auto const made = make_catalog(policy(rows));
      RC_CLASSIFY(forest);
      RC_ASSERT(made.has_value() == (forest && deepest <= 16));
      if (!made) return;
      RC_ASSERT(made->catalog->requirements().size() == rows.size());
      for (auto const& each : made->catalog->requirements()) {
        RC_ASSERT(made->catalog->find(each.id) == &each);
        if (each.above) RC_ASSERT(each.above < &each);
      }
    }));
  }
}
