#include <annexa/catalog/own_catalog.hpp>
#include <annexa/exchange/read_catalog.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace annexa;

namespace {

CatalogReadOptions from(std::string file) {
  CatalogReadOptions options;
  options.file = std::move(file);
  return options;
}

std::vector<std::string> places(result<OwnCatalog> const& refused) {
  std::vector<std::string> list;
  if (refused.has_error())
    for (auto const& each : refused.error().violations()) list.push_back(each.rule + " at " + each.where);
  return list;
}

using Places = std::vector<std::string>;

constexpr char const* library = R"(urn: urn:acme:risk:library:house-rules
locale: en
ref_id: house-rules
name: House rules
version: 2
provider: Acme
objects:
  framework:
    urn: urn:acme:risk:framework:house-rules
    ref_id: House Rules
    name: House rules of Acme
    requirement_nodes:
      - urn: urn:acme:risk:req_node:house-rules:1
        assessable: false
        depth: 1
        ref_id: "1"
        name: Access
      - urn: urn:acme:risk:req_node:house-rules:1.1
        assessable: true
        depth: 2
        parent_urn: urn:acme:risk:req_node:house-rules:1
        ref_id: "1.1"
        name: Passwords
        description: |
          Passwords are long.
        annotation: See the guide.
        implementation_groups: [A, B]
        translations:
          fr:
            name: Mots de passe
            description: Les mots de passe sont longs.
      - urn: urn:acme:risk:req_node:house-rules:node3
        assessable: true
        parent_urn: urn:acme:risk:req_node:house-rules:1
        description: Doors are closed.
)";

}  // namespace

TEST_SUITE("exchange/read_catalog") {
  TEST_CASE("a library that is read and written is the same catalog") {
    auto const own = read_catalog(library, from("house.yaml")).value();
    auto const text = write_catalog_library(*own.document);
    auto const again = read_catalog(text, from("again.yaml")).value();
    CHECK(*again.document == *own.document);
    CHECK(write_catalog_library(*again.document) == text);
  }
  TEST_CASE("texts of any kind stand in a library as they are") {
    CatalogDocument document;
    document.id = "odd";
    document.title = "Odd: \"texts\" # of\nany kind";
    document.edition = "2026 b";
    document.publisher = "*alias";
    for (auto const* title :
         {"- no list", "null", "true", "1e3", "&anchor", "a: b", "'quoted'", "Zo\u00eb \t tab", "%x"}) {
      CatalogRow row;
      row.id = std::to_string(document.requirements.size() + 1);
      row.kind = document.requirements.empty() ? "group" : "requirement";
      if (!document.requirements.empty()) row.parent = "1";
      row.title = title;
      row.summary = std::string(title) + "\nand more";
      document.requirements.push_back(row);
    }
    auto const read = read_catalog(write_catalog_library(document), from("odd.yaml")).value();
    REQUIRE(read.document->requirements.size() == document.requirements.size());
    CHECK(read.document->title == document.title);
    CHECK(read.document->edition == document.edition);
    for (std::size_t i = 0; i < document.requirements.size(); ++i) {
      CHECK(read.document->requirements[i].title == document.requirements[i].title);
      CHECK(read.document->requirements[i].summary == document.requirements[i].summary);
      CHECK(read.document->requirements[i].parent == document.requirements[i].parent);
    }
  }
  TEST_CASE("our JSON document, read and written again") {
    std::string const text =
        R"({"id":"acme-policy","title":"Policy","nature":"policy","valid_from":"2026-01-01","requirements":[
      {"id":"1","title":"Access","translations":[{"language":"de","title":"Zugang"}]},
      {"id":"1.1","parent":"1","title":"Passwords","kind":"control","cells":[{"column":"owner","value":"IT"}],
       "mappings":[{"to":"iso27001-2022","target":"A.5.17","relationship":"intersects_with"}]}]})";
    auto const own = read_catalog(text, from("policy.json")).value();
    CHECK(own.catalog->id() == "acme-policy");
    CHECK(own.catalog->sha256().size() == 64);
    CHECK(own.document->valid_from == Date::parse("2026-01-01").value());
    auto const again = read_catalog(write_catalog_document(*own.document), from("again.json")).value();
    CHECK(*again.document == *own.document);
  }
  TEST_CASE("what the codec refuses is located in the document") {
    CHECK(places(read_catalog(R"({"id":"x","title":"X","requirements":[{"id":"1","titel":"A"}]})", from("x.json"))) ==
          Places{"json.unknown-member at /requirements/0/titel"});
    CHECK(read_catalog("{", from("x.json")).error().names("json.syntax"));
    CHECK(read_catalog(R"({"id":"x","id":"y"})", from("x.json")).error().names("json.duplicate-key"));
  }
  TEST_CASE("a table, with translations, mappings and columns of its own") {
    auto const own = read_catalog(
                         "Ref,Parent,Title,title[de],Description,Owner,iso27001-2022\r\n"
                         "1,,Access,Zugang,,IT,\r\n"
                         "1.1,1,\"Passwords, long\",Passwörter,They are long.,IT,A.5.17; A.5.16 subset_of 7\r\n",
                         from("House Rules.csv"))
                         .value();
    CHECK(own.catalog->id() == "house-rules");
    auto const& row = own.document->requirements[1];
    CHECK(row.title == "Passwords, long");
    CHECK(row.translations == std::vector<CatalogTranslation>{{"de", "Passwörter", ""}});
    CHECK(row.mappings == std::vector<CatalogMapping>{{"iso27001-2022", "A.5.17", "intersects_with", {}, ""},
                                                      {"iso27001-2022", "A.5.16", "subset_of", 7, ""}});
    CHECK(Catalog::cell(*own.catalog->find("1.1"), "Owner") == "IT");
  }
  TEST_CASE("what is wrong with a table is told by row and column, all at once") {
    CHECK(places(read_catalog("id,parent,title,gdpr\n1,,A,\n1,9,,77(77)\n", from("rules.csv"))) ==
          Places{"catalog.duplicate-id at rules.csv:3:id", "catalog.empty-title at rules.csv:3:title",
                 "crosswalk.no-target at rules.csv:3:mappings/0/target",
                 "catalog.unknown-parent at rules.csv:3:parent"});
    CHECK(places(read_catalog("number,text\n1,A\n", from("rules.csv"))) ==
          Places{"catalog.no-column at rules.csv:1:title"});
    CHECK(read_catalog("", from("rules.csv")).error().names("table.empty"));
    CHECK(places(read_catalog("id,title\n1,A,B\n", from("rules.csv"))) ==
          Places{"catalog.too-many-cells at rules.csv:2:3"});
    CHECK(places(read_catalog("id,title\n1,A,\"B\"x\n", from("rules.csv")))[0] == "table.after-quote at rules.csv:2:3");
    CHECK(read_catalog("id,title,gdpr\n1,A,32 subset_of x\n", from("r.csv")).error().names("crosswalk.strength"));
  }
  TEST_CASE("a library of CISO Assistant") {
    auto const own = read_catalog(library, from("house.yaml")).value();
    auto const& catalog = *own.catalog;
    CHECK(catalog.id() == "house-rules");
    CHECK(catalog.title() == "House rules of Acme");
    CHECK(catalog.edition() == "2");
    REQUIRE(catalog.requirements().size() == 3);
    CHECK(catalog.find("1")->kind == RequirementKind::group);
    auto const* passwords = catalog.find("1.1");
    REQUIRE(passwords);
    CHECK(passwords->above == catalog.find("1"));
    CHECK(passwords->summary == "Passwords are long.\n");
    CHECK(Catalog::cell(*passwords, "implementation_groups") == "A;B");
    CHECK(own.document->requirements[1].translations[0].language == "fr");
    CHECK(catalog.find("node3")->title == "Doors are closed.");
  }
  TEST_CASE("aliases, tags, depth, double keys and parents that are not there are refused with their line") {
    std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'z'; ++c)
      bomb += std::string(1, c) + ": &" + c + " [*" + std::string(1, static_cast<char>(c - 1)) + ", *" +
              std::string(1, static_cast<char>(c - 1)) + "]\n";
    CHECK(places(read_catalog(bomb, from("bomb.yaml"))) == Places{"yaml.alias at bomb.yaml:2:8"});
    CHECK(places(read_catalog(std::string(100'000, '['), from("deep.yaml"))) ==
          Places{"yaml.too-deep at deep.yaml:1:33"});
    CHECK(places(read_catalog("a: 1\na: 2\n", from("x.yaml"))) == Places{"yaml.duplicate-key at x.yaml:2:1"});
    CHECK(places(read_catalog("a: !!python/object:os.system x\n", from("x.yaml"))) == Places{"yaml.tag at x.yaml:1:4"});
    CHECK(read_catalog("a: [1\nb: 2\n", from("x.yaml")).error().names("yaml.syntax"));
    CHECK(read_catalog("", from("x.yaml")).error().names("yaml.empty"));
    CHECK(read_catalog("a: 1\n--- \nb: 2\n", from("x.yaml")).error().names("yaml.documents"));
    CHECK(read_catalog("name: X\nobjects: {}\n", from("x.yaml")).error().names("catalog.no-framework"));
    auto const sets = std::string(library) + "  requirement_mapping_sets:\n    - ref_id: x\n";
    CHECK(places(read_catalog(sets, from("x.yaml"))) == Places{"library.mapping-sets at x.yaml:37"});
    std::string orphan(library);
    orphan.replace(orphan.find("parent_urn: urn:acme:risk:req_node:house-rules:1\n"), 49,
                   "parent_urn: urn:acme:risk:req_node:house-rules:9\n");
    CHECK(places(read_catalog(orphan, from("x.yaml"))) == Places{"catalog.unknown-parent at x.yaml:21:parent_urn"});
  }
  TEST_CASE("a table that is no UTF-8 is refused with its place, unless the encoding is named") {
    std::string const bytes = "id,title\n1,Zug\xE4nge\n";
    auto const refused = read_catalog(bytes, from("rules.csv"));
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("table.encoding"));
    CHECK(refused.error().violations()[0].where == "rules.csv");
    CHECK(refused.error().violations()[0].message.find("14") != std::string::npos);
    auto options = from("rules.csv");
    options.encoding = TextEncoding::windows_1252;
    CHECK(read_catalog(bytes, options).value().catalog->find("1")->title == "Zugänge");
    std::string wide = "\xFF\xFE";
    for (char const c : std::string("id,title\n1,A\n")) wide += std::string{c, '\0'};
    CHECK(read_catalog(wide, from("rules.csv")).value().catalog->find("1")->title == "A");
  }
  TEST_CASE("a mapping of a hundred thousand keys is read, and the last of them refused if it stands twice") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += 'k' + std::to_string(i) + ": 1\n";
    CHECK(read_catalog(text, from("x.yaml")).error().names("catalog.no-framework"));
    CHECK(places(read_catalog(text + "k5: 1\n", from("x.yaml"))) == Places{"yaml.duplicate-key at x.yaml:100001:1"});
  }
  TEST_CASE("bytes that are no text are refused, and so are files beyond the limit") {
    std::string const bytes = "{\"id\":\"\xff\"}";
    CHECK(read_catalog(bytes, from("x.json")).has_error());
    CHECK(read_catalog("a: \xff\n", from("x.yaml")).error().names("catalog.not-text"));
    auto options = from("x.json");
    options.most_bytes = 4;
    CHECK(read_catalog(bytes, options).error().names("catalog.file-too-large"));
  }
}
