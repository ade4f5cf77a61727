// Catalogs from OSCAL and to it.
#include <annexa/exchange/read_catalog.hpp>
// The header stands on its own: it comes first.
#include <annexa/base/json.hpp>
#include <annexa/catalog/diff.hpp>
#include <annexa/command/catalog_commands.hpp>
#include <annexa/command/catalogs.hpp>
#include <annexa/exchange/oscal/export.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <string>

#include "exchange/fixtures.hpp"
#include "handed_on.hpp"
#include "support/support.hpp"

using namespace annexa;

namespace {

namespace json = boost::json;
using annexa::testing::after;

OwnCatalog catalog_of(std::string_view content, std::string_view id = "house") {
  auto const text =
      R"({"catalog":{"uuid":"u","metadata":{"title":"House","version":"3"},)" + std::string(content) + "}}";
  auto own = read_catalog(text, {.file = "house.json", .id = std::string(id)});
  if (!own) FAIL(own.error().text());
  return *std::move(own);
}

Error refusal_of_catalog(std::string_view content) {
  auto const text = R"({"catalog":{"metadata":{"title":"House"},)" + std::string(content) + "}}";
  auto own = read_catalog(text, {.file = "house.json"});
  REQUIRE(own.has_error());
  return own.error();
}

std::string cell_of(OwnCatalog const& own, std::string_view id, std::string_view column) {
  auto const* row = own.catalog->find(id);
  REQUIRE(row);
  return std::string(Catalog::cell(*row, column).value_or("-"));
}

std::string nist_catalog() {
  return testing::bytes_of(testing::data_folder() / "oscal/content/rev5.0.1/NIST_SP-800-53_rev5_catalog-min.json");
}

// A workspace that adopted a catalog.
State adopted(CatalogDocument document) {
  command::AdoptCatalog adopt;
  adopt.document = std::move(document);
  return after(State{}, Command(std::move(adopt)));
}

std::string exported(State const& state, std::string const& key) {
  auto const document = export_oscal(state, oscal::Model::catalog, {.key = key});
  if (!document) FAIL(document.error().text());
  return json::serialize(document->json());
}

// Calls @p visit for every object with an id, with the list that it stands in.
void each_with_id(json::value const& value, std::string const& list, auto const& visit) {
  if (auto const* items = value.if_array())
    for (auto const& each : *items) each_with_id(each, list, visit);
  auto const* object = value.if_object();
  if (!object) return;
  if (object->contains("id")) visit(*object, list);
  for (auto const& [name, inner] : *object) each_with_id(inner, std::string(name), visit);
}

bool is_token(std::string_view text) {
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !text.empty() && letter(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

// What must hold of every catalog that goes out.
void check_form(std::string const& text) {
  auto const document = json::parse(text);
  std::set<std::string> ids;
  each_with_id(document, "", [&](json::object const& object, std::string const& list) {
    auto const id = std::string(object.at("id").get_string());
    if (!is_token(id)) FAIL("no token: " << id);
    if (!ids.insert(id).second) FAIL("twice: " << id);
    if (list == "groups" && object.contains("groups") && object.contains("controls")) FAIL("mixed group: " << id);
    if (list != "controls") return;
    auto const& parts = object.at("parts").get_array();
    bool const stated = parts.front().at("name") == "statement" && parts.front().at("id") == json::value(id + "_smt");
    if (!stated) FAIL("no statement: " << id);
  });
}

rc::Gen<std::string> odd_text() {
  return rc::gen::element<std::string>("", "plain", "a\nb", " before", "after ", "tab\there", "\xE2\x80\xA8",
                                       "sep\xE2\x80\xA8inside\t", "{{ insert: param, x }}", "*bold* <b> \\ \"q\"",
                                       "Zo\xC3\xAB \xF0\x9F\x94\x92", std::string(300, 'x') + "\nmore", "one\r\ntwo",
                                       "a;b;c");
}

rc::Gen<std::string> odd_title() {
  return rc::gen::element<std::string>("Title", " padded ", "two\nlines", "\xE2\x80\xA8split", "Zo\xC3\xAB", "*x*");
}

CatalogRow random_row(int number, int rows) {
  CatalogRow row;
  row.id = *rc::gen::element<std::string>("", "A.", "row ", "\xC3\x9C", "3(") + std::to_string(number);
  row.kind = *rc::gen::element<std::string>("", "group", "control", "item", "withdrawn_control", "requirement",
                                            "family", "category", "implementation_specification", "clause");
  row.title = *odd_title();
  row.summary = *odd_text();
  for (auto const* column : {"guidance", "assessment-objective", "assessment-method", "related", "\xC3\xBC \"b\"",
                             "disposition", "successor_ids", "sort-id", "documented_information"})
    if (*rc::gen::inRange(0, 4) == 0) row.cells.push_back({column, *odd_text()});
  if (*rc::gen::inRange(0, 4) == 0) row.cells.push_back({"oscal-id", "x-" + std::to_string(number)});
  if (*rc::gen::inRange(0, 4) == 0) row.translations.push_back({"de", *odd_title(), *odd_text()});
  if (*rc::gen::inRange(0, 4) == 0)
    row.mappings.push_back({"gdpr", "32", "subset_of", rows > 5 ? std::optional(7) : std::nullopt, *odd_text()});
  return row;
}

CatalogDocument random_document() {
  CatalogDocument document;
  document.id = "random";
  document.title = *odd_title();
  document.edition = *odd_text();
  document.publisher = *odd_text();
  if (*rc::gen::arbitrary<bool>()) document.revision = *rc::gen::inRange(1, 9);
  if (*rc::gen::arbitrary<bool>()) document.nature = CatalogNature::law;
  if (*rc::gen::arbitrary<bool>()) document.valid_from = Date::parse("2026-02-03").value();
  auto const count = *rc::gen::inRange(1, 25);
  for (int i = 0; i < count; ++i) document.requirements.push_back(random_row(i, count));
  // Parents are of lower numbers, in whatever order the rows stand.
  for (int i = 1; i < count; ++i)
    if (*rc::gen::inRange(0, 4) != 0)
      document.requirements[static_cast<std::size_t>(i)].parent =
          document.requirements[static_cast<std::size_t>(*rc::gen::inRange(std::max(0, i - 3), i))].id;
  auto const moves = *rc::gen::inRange(0, 3);
  for (int i = 0; i < moves; ++i)
    std::ranges::rotate(document.requirements, document.requirements.begin() + *rc::gen::inRange(0, count));
  return document;
}

constexpr std::string_view small_catalog = R"x("params":[{"id":"loose","values":["daily","at night"]}],
  "groups":[{"id":"ac","class":"family","title":"Access","params":[{"id":"g_1","label":"roles"}],
    "parts":[{"name":"overview","prose":"About access."}],
    "controls":[{"id":"ac-1","title":"Policy {{insert: param,loose}}",
      "params":[{"id":"p1","select":{"how-many":"one-or-more","choice":["one","{{ insert: param, g_1 }}"]}},{"id":"p2"},
                {"id":"round","label":"go {{ insert: param, trip }}"},{"id":"trip","label":"and {{ insert: param, round }}"}],
      "props":[{"name":"label","class":"zero-padded","value":"AC-01"},{"name":"label","value":"AC-1"},
               {"name":"sort-id","value":"ac-01"},{"name":"level","ns":"https://example.org","value":"org"}],
      "links":[{"href":"#ac-2_smt.a","rel":"related"},{"href":"#r1","rel":"reference"},{"href":"https://example.org/x","rel":"reference"}],
      "parts":[{"id":"ac-1_smt","name":"statement","prose":"Do {{ insert: param, p1 }}, {{ insert: param, p2 }}, {{ insert: param, none }}:",
          "parts":[{"name":"item","props":[{"name":"label","value":"a."}],"prose":" first",
                    "parts":[{"name":"item","props":[{"name":"label","value":"1."}],"prose":"deep"}]},
                   {"name":"item","props":[{"name":"label","value":"b."}],"prose":"{{ insert: param, round }}"}]},
        {"name":"guidance","prose":"Hints."},
        {"name":"assessment-objective","parts":[{"name":"assessment-objective","props":[{"name":"label","value":"O1"}],"prose":"it is done;"}]},
        {"name":"assessment-method","props":[{"name":"method","value":"EXAMINE"}],"parts":[{"name":"assessment-objects","prose":"policy"}]},
        {"name":"assessment-method","props":[{"name":"method","value":"TEST"}]},
        {"name":"title","prose":"a part of that name"}],
      "controls":[{"id":"ac-1.1","class":"SP800-53-enhancement","title":"More","props":[{"name":"label","value":"AC-1(1)"
},{"name":"status","value":"Withdrawn"}],
                   "links":[{"href":"#ac-2","rel":"moved-to"}]
}]
},
      {"id":"ac-2","class":"odd","title":"Second","parts":[{"name":"statement","parts":[{"id":"ac-2_smt.a","name":"item","prose":"x"}]}]}]
}],
  "back-matter":{"resources":[{"uuid":"r1"},{"uuid":"r2"}]})x";

}  // namespace

TEST_SUITE("exchange/oscal_catalogs") {
  TEST_CASE("a catalog of others becomes rows with everything that an auditor reads") {
    auto const own = catalog_of(small_catalog);
    auto const& document = *own.document;
    CHECK(document.title == "House");
    CHECK(document.edition == "3");
    REQUIRE(document.requirements.size() == 4);
    CHECK(own.catalog->find("ac")->kind == RequirementKind::family);
    CHECK(own.catalog->find("ac")->summary == "About access.");
    auto const* policy = own.catalog->find("AC-1");
    REQUIRE(policy);
    CHECK(policy->parent == "ac");
    CHECK(policy->title == "Policy daily, at night");
    CHECK(policy->summary ==
          "Do [Selection (one or more): one; [Assignment: roles]], [p2], {{ insert: param, none }}:\n"
          "a. first\n"
          "  1. deep\n"
          "b. [Assignment: go [Assignment: and {{ insert: param, round }}]]");
    CHECK(cell_of(own, "AC-1", "oscal-id") == "ac-1");
    CHECK(cell_of(own, "AC-1", "guidance") == "Hints.");
    CHECK(cell_of(own, "AC-1", "assessment-objective") == "O1 it is done;");
    CHECK(cell_of(own, "AC-1", "assessment-method") == "EXAMINE;TEST");
    CHECK(cell_of(own, "AC-1", "assessment-objects") == "EXAMINE:\npolicy");
    CHECK(cell_of(own, "AC-1", "related") == "ac-2");
    CHECK(cell_of(own, "AC-1", "reference") == "https://example.org/x");
    CHECK(cell_of(own, "AC-1", "level") == "org");
    CHECK(cell_of(own, "AC-1", "sort-id") == "ac-01");
    CHECK(cell_of(own, "AC-1", "oscal-title") == "a part of that name");
    CHECK(cell_of(own, "ac-2", "class") == "odd");
    CHECK(own.catalog->find("ac-2")->kind == RequirementKind::control);
    auto const* gone = own.catalog->find("AC-1(1)");
    REQUIRE(gone);
    CHECK(gone->kind == RequirementKind::withdrawn_control);
    CHECK(gone->disposition == "moved-to");
    CHECK(*gone->successors.begin() == "ac-2");
    CHECK(gone->parent == "AC-1");
  }

  TEST_CASE("what stays behind is told with its place") {
    auto const own = catalog_of(small_catalog);
    std::string told;
    for (auto const& note : own.notes) told += note.rule + ' ' + note.where + ": " + note.message + '\n';
    CHECK(told.find("house.json:/catalog/back-matter: 2 resources") != told.npos);
    CHECK(told.find("house.json:/catalog: 1 links") != told.npos);
    CHECK(
        told.find("oscal.unknown-parameter house.json:/catalog/groups/0/controls/0: There is no parameter \"none\"") !=
        told.npos);
    CHECK(told.find("oscal.endless-parameter house.json:/catalog/groups/0/controls/0") != told.npos);
  }

  TEST_CASE("rows are called by labels that are numbers, else by ids, whatever form these have") {
    auto const own = catalog_of(R"x("groups":[{"title":"No id","controls":[
      {"id":"5.1","title":"A","props":[{"name":"label","value":"5.1"}]},
      {"id":"x","title":"B","props":[{"name":"label","value":"twice"}]},
      {"id":"y","title":"C","props":[{"name":"label","value":"twice"}]},
      {"id":"z","title":"D","props":[{"name":"label","value":"A heading (z)"}]
  },
      {"id":"w","title":"E","props":[{"name":"label","value":"x"}]},
      {"id":"label","title":"","props":[{"name":"label","ns":"https://example.org","value":"7"}]}]
  }])x");
    std::string ids;
    for (auto const& row : own.document->requirements) ids += row.id + '|';
    CHECK(ids == "No id|5.1|x|y|z|w|label|");
    CHECK(own.document->requirements.back().title == "label");
    CHECK(own.document->requirements.back().parent == "No id");
  }

  TEST_CASE("what is no catalog is refused with its place") {
    CHECK(read_catalog(R"({"profile":{}})", {.file = "p.json"}).error().names("oscal.no-catalog"));
    CHECK(read_catalog(R"({"catalog":3})", {.format = CatalogFormat::oscal}).error().names("oscal.form"));
    CHECK(read_catalog(R"({"requirements":[]})", {.format = CatalogFormat::oscal}).error().names("oscal.no-model"));
    auto const wrong = refusal_of_catalog(R"("groups":[3,{"controls":{}}],"controls":"x")");
    std::string places;
    for (auto const& each : wrong.violations()) places += each.where + ' ';
    CHECK(places == "house.json:/catalog/controls house.json:/catalog/groups/0 house.json:/catalog/groups/1/controls ");
    CHECK(refusal_of_catalog(R"("params":[])").names("catalog.empty"));
    auto const twice = refusal_of_catalog(
        R"("controls":[{"id":"a","title":"A"},{"id":"b","title":"B","controls":[{"id":"a","title":"A"}]}])");
    CHECK(twice.names("catalog.duplicate-id"));
    CHECK(twice.violations().front().where == "house.json:/catalog/controls/1/controls/0:id");
    auto const control = refusal_of_catalog(
        R"("controls":[{"id":"a","title":"A","parts":[{"name":"statement","prose":"bell \u0007"}]}])");
    CHECK(control.names("json.control"));
    CHECK(control.violations().front().where == "house.json:/catalog/controls/0:summary");
    CHECK(refusal_of_catalog(R"("controls":[{"id":"a","title":")" + std::string(2'000, 'x') + "\"}]")
              .names("catalog.text-too-long"));
  }

  TEST_CASE("limits hold on rows, levels, columns and what parameters grow to") {
    std::string rows;
    for (int i = 0; i < 100'000; ++i)
      rows += (i ? "," : "") + (R"({"id":"c)" + std::to_string(i) + R"(","title":"T"})");
    auto const many = refusal_of_catalog("\"controls\":[" + rows + ']');
    CHECK(many.names("catalog.too-large"));
    CHECK(many.text().find("100000") != std::string::npos);
    std::string deep = R"({"id":"d","title":"D"})";
    for (int i = 0; i < 20; ++i)
      deep = R"({"id":"d)" + std::to_string(i) + R"(","title":"D","controls":[)" + deep + "]}";
    CHECK(refusal_of_catalog("\"controls\":[" + deep + ']').names("catalog.too-deep"));
    std::string props;
    for (int i = 0; i < 400; ++i) props += (i ? "," : "") + (R"({"name":"p)" + std::to_string(i) + R"(","value":"v"})");
    CHECK(refusal_of_catalog(R"("controls":[{"id":"c","title":"C","props":[)" + props + "]}]")
              .names("catalog.too-many-columns"));
    std::string params;
    for (int i = 0; i < 30; ++i)
      params +=
          (i ? "," : "") + (R"({"id":"p)" + std::to_string(i) + R"(","label":"{{ insert: param, p)" +
                            std::to_string(i + 1) + R"( }}{{ insert: param, p)" + std::to_string(i + 1) + R"( }}"})");
    auto const own = catalog_of(
        "\"params\":[" + params +
        R"(],"controls":[{"id":"c","title":"C","parts":[{"name":"statement","prose":"{{ insert: param, p0 }}"}]}])");
    CHECK(own.document->requirements.front().summary.size() < 16'384);
    CHECK(!own.notes.empty());
  }

  TEST_CASE("NIST's catalogs come in whole" * doctest::skip(testing::without_data())) {
    auto const own = read_catalog(nist_catalog(), {.file = "nist.json"}).value();
    auto const counts = own.catalog->counts();
    CHECK(counts.controls + counts.withdrawn == 1189);
    CHECK(counts.withdrawn == 182);
    CHECK(counts.requirements == 1189 + 20);
    CHECK(own.catalog->find("AC-2(1)")->parent == "AC-2");
    CHECK(cell_of(own, "AC-2(1)", "oscal-id") == "ac-2.1");
    CHECK(own.catalog->find("AC-2(10)")->disposition == "incorporated-into");
    auto const csf =
        read_catalog(testing::bytes_of(testing::data_folder() / "oscal/content/NIST_CSF_v2.0_catalog-converted.json"),
                     {.file = "csf.json"})
            .value();
    CHECK(csf.catalog->counts().requirements == 219 + 6);
    for (auto const& row : nist_csf_2_0().requirements()) CHECK(csf.catalog->find(row.id));
  }

  TEST_CASE("a catalog of one's own goes out and comes in as the same document") {
    CHECK(rc::check([] {
      auto document = random_document();
      auto const made = make_catalog(document);
      RC_PRE(made.has_value());
      auto const state = adopted(document);
      document = *adopted_catalog(state, document.id).value().document;
      auto const text = exported(state, document.id);
      check_form(text);
      annexa::testing::hand_on(json::serialize(json::parse(text)));
      auto const again = read_catalog(text, {.file = "again.json"});
      if (!again) RC_FAIL(again.error().text());
      if (*again->document != document)
        RC_FAIL(write_catalog_document(*again->document) + "\nexpected\n" + write_catalog_document(document));
    }));
  }

  TEST_CASE("NIST's catalog comes back as it came in" * doctest::skip(testing::without_data())) {
    auto const own = read_catalog(nist_catalog(), {.file = "nist.json"}).value();
    auto const state = adopted(*own.document);
    auto const text = exported(state, "nist");
    check_form(text);
    auto const again = read_catalog(text, {.file = "again.json"}).value();
    CHECK((*again.document == *adopted_catalog(state, "nist").value().document));
    CHECK((again.document->requirements == own.document->requirements));
    auto const out = json::parse(text);
    CHECK(out.at("catalog").at("groups").at(0).at("controls").at(1).at("controls").at(0).at("id") == "ac-2.1");
  }

  TEST_CASE("built-in catalogs go out with every row and all columns") {
    for (auto const& each : catalogs()) {
      CAPTURE(each.id);
      auto const text = exported(State{}, std::string(each.id));
      check_form(text);
      CHECK(read_catalog(text, {.file = "again.json"}).error().names("catalog.id-taken"));
      auto const again = read_catalog(text, {.file = "again.json", .id = "other"}).value();
      auto const difference = compare_catalogs(each.open(), *again.catalog);
      CHECK(difference.empty());
      CHECK(again.catalog->requirements().size() == each.open().requirements().size());
    }
  }

  TEST_CASE("the standard is what a document is of where none is named") {
    auto const document = export_oscal(State{}, oscal::Model::catalog).value();
    CHECK(json::serialize(document.json()) == exported(State{}, "iso27001-2022"));
    auto const& groups = document.content().at("groups").as_array();
    std::string ids;
    each_with_id(document.content(), "", [&](json::object const& object, std::string const& list) {
      if (list == "controls" && ids.size() < 60) ids += std::string(object.at("id").get_string()) + ' ';
    });
    CHECK(groups.size() > 4);
    CHECK(ids.starts_with("a-5.1 a-5.2 a-5.3 a-5.4 "));
    auto const text = json::serialize(document.json());
    CHECK(text.find(R"("id":"a-5.1","class":"control")") != text.npos);
    CHECK(text.find(R"("id":"a-5.1_smt")") != text.npos);
    CHECK(text.find(R"("id":"clause-9.2.1.a_smt","name":"item")") != text.npos);
  }

  TEST_CASE("what cannot go out is refused, and what can is the same every time") {
    CHECK(export_oscal(State{}, oscal::Model::catalog, {.key = "nothing"}).error().names("catalog.unknown"));
    CatalogDocument document;
    document.id = "random";
    document.title = "Random";
    for (auto const* id : {"1", "2"}) {
      CatalogRow row;
      row.id = row.title = id;
      row.cells = {{"oscal-id", "same"}};
      document.requirements.push_back(row);
    }
    auto const state = adopted(document);
    auto const refused = export_oscal(state, oscal::Model::catalog, {.key = "random"});
    REQUIRE(refused.has_error());
    CHECK(refused.error().names("oscal.export.duplicate-id"));
    document.requirements.pop_back();
    auto const once = adopted(document);
    CHECK(exported(once, "random") == exported(once, "random"));
    auto const later = after(once, R"({"command":"unit.add","unit":"U-1","name":"Sales","kind":"process"})");
    auto const before = json::parse(exported(once, "random"));
    auto const now = json::parse(exported(later, "random"));
    CHECK(before.at("catalog").at("uuid") == now.at("catalog").at("uuid"));
    CHECK(before.at("catalog").at("controls") == now.at("catalog").at("controls"));
  }
}
