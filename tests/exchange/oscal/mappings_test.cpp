// Crosswalks as a mapping collection.
#include <annexa/exchange/oscal/export.hpp>
// The header stands on its own: it comes first.
#include <annexa/catalog/crosswalk.hpp>
#include <annexa/catalog/own_catalog.hpp>
#include <annexa/command/catalog_commands.hpp>

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <set>
#include <string>

#include "exchange/fixtures.hpp"

using namespace annexa;

namespace {

namespace json = boost::json;

json::value mapping_of(State const& state, std::string const& key) {
  auto const document = export_oscal(state, oscal::Model::mapping_collection, {.key = key});
  if (!document) FAIL(document.error().text());
  return document->content();
}

json::object const& first_map(json::value const& content) {
  return content.at("mappings").at(0).at("maps").at(0).as_object();
}

}  // namespace

TEST_SUITE("exchange/oscal_mappings") {
  TEST_CASE("all crosswalks go out, each pair once and with its source") {
    auto const content = mapping_of({}, "");
    CHECK(content.at("metadata").at("oscal-version") == "1.2.2");
    CHECK(content.at("provenance").at("method") == "human");
    std::size_t pairs = 0;
    std::size_t expected = 0;
    std::set<std::string> uuids;
    for (auto const& mapping : content.at("mappings").as_array())
      for (auto const& map : mapping.at("maps").as_array()) {
        ++pairs;
        CHECK(uuids.insert(std::string(map.at("uuid").as_string())).second);
      }
    for (auto const& each : crosswalks()) expected += each.open().mappings().size();
    CHECK(pairs == expected);
    CHECK(content.at("mappings").as_array().size() == crosswalks().size());
  }

  TEST_CASE("one crosswalk goes out in either direction, with ids as catalogs of their publishers have them") {
    auto const& there = *find_crosswalk("iso27001-2022", "nist-csf-2.0");
    auto const content = mapping_of({}, "iso27001-2022:nist-csf-2.0");
    CHECK(content.at("mappings").at(0).at("maps").as_array().size() == there.mappings().size());
    auto const back = mapping_of({}, "nist-csf-2.0:iso27001-2022");
    auto const& forth_map = first_map(content);
    auto const& back_map = first_map(back);
    CHECK(forth_map.at("sources") == back_map.at("targets"));
    CHECK(forth_map.at("targets") == back_map.at("sources"));
    CHECK(forth_map.at("uuid") != back_map.at("uuid"));
    auto const text = json::serialize(mapping_of({}, "iso27001-2022:nist-800-53-r5"));
    CHECK(text.find(R"("id-ref":"a-5.1")") != text.npos);
    CHECK(text.find(R"("id-ref":"ac-1")") != text.npos);
  }

  TEST_CASE("relationships are called as OSCAL calls them") {
    CatalogDocument document{.id = "house",
                             .title = "House",
                             .edition = {},
                             .revision = {},
                             .nature = {},
                             .publisher = {},
                             .valid_from = {},
                             .valid_until = {},
                             .requirements = {}};
    CatalogRow row;
    row.id = "1";
    row.title = "One";
    for (auto const* pair :
         {"32 subset_of", "5 superset_of", "24 intersects_with", "25 equal_to", "33 no_relationship"}) {
      std::string const text(pair);
      auto const blank = text.find(' ');
      row.mappings.push_back({"gdpr", text.substr(0, blank), text.substr(blank + 1), 4, "we say so"});
    }
    document.requirements.push_back(row);
    command::AdoptCatalog adopt;
    adopt.document = document;
    auto const state = testing::after(State{}, Command(std::move(adopt)));
    std::string names;
    auto const content = mapping_of(state, "house:gdpr");
    for (auto const& map : content.at("mappings").at(0).at("maps").as_array())
      names += std::string(map.at("relationship").as_string()) + ' ';
    CHECK(names == "subset-of superset-of intersects-with equivalent-to no-relationship ");
    CHECK(mapping_of(state, "").at("mappings").as_array().size() == crosswalks().size() + 1);
  }

  TEST_CASE("composed crosswalks go out with what they lead over") {
    std::string key;
    for (auto const& from : catalogs())
      for (auto const& to : catalogs()) {
        auto const composed = compose_crosswalks(from.id, "iso27001-2022", to.id);
        if (from.id != to.id && composed && !composed->mappings().empty())
          key = std::string(from.id) + ':' + std::string(to.id) + ":iso27001-2022";
      }
    REQUIRE(!key.empty());
    auto const content = mapping_of({}, key);
    auto const text = json::serialize(first_map(content).at("props"));
    CHECK(text.find("through") != text.npos);
  }

  TEST_CASE("what is no crosswalk is refused") {
    for (auto const* key : {"iso27001-2022", ":", "a:", "a:b:c:d", ":gdpr"}) {
      CAPTURE(key);
      CHECK(export_oscal({}, oscal::Model::mapping_collection, {.key = key}).error().names("oscal.export.crosswalk"));
    }
    CHECK(export_oscal({}, oscal::Model::mapping_collection, {.key = "nothing:gdpr"}).has_error());
  }
}
