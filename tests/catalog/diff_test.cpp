#include <annexa/catalog/diff.hpp>
#include <annexa/catalog/own_catalog.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace annexa;

namespace {

OwnCatalog catalog_with(std::vector<std::pair<std::string, std::string>> const& rows) {
  CatalogDocument document;
  document.id = "acme";
  document.title = "Acme";
  for (auto const& [id, title] : rows) {
    CatalogRow row;
    row.id = id;
    row.title = title;
    document.requirements.push_back(row);
  }
  return make_catalog(document).value();
}

}  // namespace

TEST_SUITE("catalog/diff") {
  TEST_CASE("rows that are new, changed and gone, cell by cell or by their digests alone") {
    auto const before = catalog_with({{"1", "A"}, {"2", "B"}, {"3", "C"}});
    auto const after = catalog_with({{"4", "D"}, {"2", "B"}, {"1", "Z"}});
    auto const whole = compare_catalogs(*before.catalog, *after.catalog);
    CHECK(whole.added == std::vector<std::string>{"4"});
    CHECK(whole.removed == std::vector<std::string>{"3"});
    REQUIRE(whole.changed.size() == 1);
    CHECK(whole.changed[0].id == "1");
    CHECK(whole.changed[0].columns == std::vector<std::string>{"title"});
    auto const digests = compare_digests(row_digests(*before.catalog), *after.catalog);
    CHECK(digests.added == whole.added);
    CHECK(digests.removed == whole.removed);
    REQUIRE(digests.changed.size() == 1);
    CHECK(digests.changed[0].id == "1");
  }
  TEST_CASE(
      "mappings and translations of one's own are compared, and what is gone comes in the order of the older one") {
    CatalogDocument before;
    for (auto const* id : {"9", "10", "1", "2"}) {
      CatalogRow row;
      row.id = id;
      row.title = "T";
      before.requirements.push_back(row);
    }
    auto after = before;
    after.requirements.erase(after.requirements.begin(), after.requirements.begin() + 2);
    after.requirements[0].mappings = {{"gdpr", "32", "subset_of", {}, ""}};
    after.requirements[0].translations = {{"de", "Titel", ""}};
    after.requirements[0].cells = {{"owner", "IT"}};
    after.requirements[1].kind = "requirement";  // which it is when absent
    auto const difference = compare_documents(before, after);
    CHECK(difference.added.empty());
    CHECK(difference.removed == std::vector<std::string>{"9", "10"});
    REQUIRE(difference.changed.size() == 1);
    CHECK(difference.changed[0].id == "1");
    CHECK(difference.changed[0].columns == std::vector<std::string>{"mappings", "owner", "translations"});
    CHECK(compare_documents(after, after).empty());
  }
  TEST_CASE("a catalog does not differ from itself, and two built-in ones do") {
    for (auto const& each : catalogs()) {
      CHECK(compare_catalogs(each.open(), each.open()).empty());
      CHECK(compare_digests(row_digests(each.open()), each.open()).empty());
    }
    CHECK(compare_catalogs(iso27001_2013(), iso27001_2022()).added.size() == 232);
  }
}
