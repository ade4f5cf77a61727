#include <doctest/doctest.h>
#include <annexa/report/reports.hpp>

#include "report/sample_state.hpp"

using namespace annexa;
using annexa::testing::applied;
using annexa::testing::sample_context;
using annexa::testing::sample_state;

namespace {

State const& translated_state() {
  static State const state = applied(sample_state(), R"([
    {"command":"finding.translate","actor":"P-6","finding":"F-6","language":"de-AT","title":"Zwei Kennzahlen ohne Auswertung",
     "statement":"Niemand wertet sie aus."},
    {"command":"finding.translate","actor":"P-6","finding":"F-3","language":"de","title":"Keine Wiederherstellungstests",
     "statement":"Der letzte schlug fehl.","requirement":"Zweimal im Jahr.","gap":"Keiner in zehn Monaten."}])");
  return state;
}

std::string html_of(State const& state, std::string_view kind, std::string_view key, std::string language) {
  auto context = sample_context();
  context.language = std::move(language);
  auto const document = report::make_report(state, kind, key, context);
  REQUIRE_MESSAGE(document.has_value(), document.error().text());
  return report::render(*document, "html").value();
}

bool shows_text(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_SUITE("report/translations") {
  TEST_CASE("a translation is shown as one, with the original below it") {
    auto const german = html_of(translated_state(), "audit", "A-2026-1", "de");
    for (auto const* text :
         {"Zwei Kennzahlen ohne Auswertung", "Niemand wertet sie aus.", "Zweimal im Jahr.", "Keiner in zehn Monaten.",
          "aus „en“ übersetzt; das Original gilt", "<span lang=\"en\">Two measures have no evaluator</span>",
          "<span lang=\"en\">No complete test within ten months; a failed test without follow-up</span>"})
      CHECK_MESSAGE(shows_text(german, text), text);
    auto const one = html_of(translated_state(), "nonconformity", "NC-1", "de");
    CHECK(shows_text(one, "Der letzte schlug fehl."));
    CHECK(shows_text(one, "<span lang=\"en\">The last restore test, of April 2025"));
    CHECK(shows_text(html_of(translated_state(), "nonconformities", "", "de"), "Keine Wiederherstellungstests"));
  }
  TEST_CASE("in the language of the audit, or in one without translation, the original stands alone") {
    for (auto const* language : {"en", "fr"}) {
      auto const html = html_of(translated_state(), "audit", "A-2026-1", language);
      CHECK(shows_text(html, "Two measures have no evaluator"));
      CHECK_FALSE(shows_text(html, "Zwei Kennzahlen"));
    }
    CHECK(shows_text(html_of(sample_state(), "audit", "A-2026-1", "fr"),
                     "<span lang=\"en\">Two measures have no evaluator</span>"));
  }
}
