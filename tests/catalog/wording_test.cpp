#include <annexa/catalog/own_catalog.hpp>
#include <annexa/catalog/wording.hpp>

#include "catalog/iso.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace annexa;
using annexa::testing::iso;

TEST_SUITE("catalog/wording") {
  TEST_CASE("every clause, subclause and control has a title in German and French, and says that it is ours") {
    for (auto const* language : {"de", "fr"})
      for (auto const& row : iso().requirements()) {
        CAPTURE(row.id);
        auto const wording = wording_of(iso(), row, language);
        CHECK_FALSE(wording.title.empty());
        if (row.kind == RequirementKind::item) continue;
        CHECK(wording.basis == WordingBasis::own);
        CHECK(wording.text == row.summary);
      }
    CHECK(wording_of(iso(), *iso().find("9.2"), "de").title == "Internes Audit");
    CHECK(wording_of(iso(), *iso().find("A.8.13"), "fr").title == "Sauvegarde des informations");
  }
  TEST_CASE("other languages and catalogs show what is printed") {
    CHECK(wording_of(iso(), *iso().find("9.2"), "en") ==
          Wording{"Internal audit", std::string(iso().find("9.2")->summary), WordingBasis::printed});
    CHECK(wording_of(iso(), *iso().find("9.2"), "xx").basis == WordingBasis::printed);
    CHECK(wording_of(gdpr(), *gdpr().find("32"), "de").basis == WordingBasis::printed);
  }
  TEST_CASE("a catalog of one's own shows its translations") {
    CatalogDocument document;
    document.id = "acme";
    document.title = "Acme";
    CatalogRow first;
    first.id = "1";
    first.title = "Access";
    first.summary = "Who may enter.";
    first.translations = {{"fr", "Accès", ""}, {"de", "Zugang", "Wer eintreten darf."}};
    document.requirements = {first};
    auto const own = make_catalog(document).value();
    auto const& row = own.catalog->requirements()[0];
    CHECK(wording_of(*own.catalog, row, "de") == Wording{"Zugang", "Wer eintreten darf.", WordingBasis::translation});
    CHECK(wording_of(*own.catalog, row, "fr").text == "Who may enter.");
    CHECK(wording_of(*own.catalog, row, "it").title == "Access");
  }
  TEST_CASE("the hook is asked first, with catalog, requirement and language") {
    std::string asked;
    TextHook const hook = [&](std::string_view catalog, std::string_view id, std::string_view language) {
      asked = std::string(catalog) + ' ' + std::string(id) + ' ' + std::string(language);
      return id == "9.2" ? std::optional(Wording{"", "Licensed.", WordingBasis::printed}) : std::nullopt;
    };
    auto const shown = wording_of(iso(), *iso().find("9.2"), "de", hook);
    CHECK(asked == "iso27001-2022 9.2 de");
    CHECK(shown == Wording{"Internes Audit", "Licensed.", WordingBasis::licensed});
    CHECK(wording_of(iso(), *iso().find("9.3"), "de", hook).basis == WordingBasis::own);
  }
  TEST_CASE("a document of licensed texts answers by language, and only of what is there") {
    auto const hook =
        hook_of(iso(), {"iso27001-2022", {{"9.2", "", "", "Any."}, {"9.2", "de", "Titel", "Deutsch."}}}).value();
    CHECK(wording_of(iso(), *iso().find("9.2"), "de", hook).text == "Deutsch.");
    CHECK(wording_of(iso(), *iso().find("9.2"), "fr", hook).text == "Any.");
    CHECK(hook_of(iso(), {"gdpr", {}}).error().names("catalog.texts-of-another"));
    CHECK(hook_of(iso(), {"iso27001-2022", {{"9.9", "", "", "x"}}}).error().names("catalog.no-such-requirement"));
  }
}
