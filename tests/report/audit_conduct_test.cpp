// What the report of an audit says of how it was carried out, on the example organisation.
#include <annexa/report/audit_report.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/command/state.hpp>
#include <annexa/report/render_html.hpp>

#include <algorithm>
#include <string>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::report;
using namespace annexa::testing;

namespace {

std::string written(char const* audit, PeopleForm people = PeopleForm::functions) {
  ReportContext context;
  context.generated_at = *Instant::parse("2026-11-30T09:00:00Z");
  context.people = people;
  auto const document = audit_report(example_state("2026-12-01T00:00:00Z"), audit, context);
  REQUIRE(document.has_value());
  return render_html(*document);
}

bool says(std::string const& page, std::string_view text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_SUITE("report/audit_conduct") {
  TEST_CASE("a sample stands there with its sentence and all that somebody needs to draw it again") {
    auto const page = written("A-2026-1");
    for (auto const* text :
         {"SP-DOC", "25 of 312", "From the number 20260311, annexa-draw/1",
          "053627057041e02b065c4e76833124d899ceee55936cc7ce3b4c0f4bc27672c8", "19, 45, 54, 59, 69, 80, 83",
          "4 of 25 items deviate. With 95 % confidence at most 100", "Item 59: OPS-RUN-014"})
      CHECK_MESSAGE(says(page, text), std::string(text));
  }
  TEST_CASE("plan, requests, interviews, papers and follow-up are on record in it") {
    auto const first = written("A-2026-1");
    for (auto const* text : {"Objection 1", "Not upheld", "Records of all restore tests since 2024", "Engineer on call",
                             "Restore of the patient database", "Handed over on", "Seen, not copied", "Redacted copy",
                             "Names were replaced by the roles", "Operation: Ineffective", "Rated NC1", "Agenda: "})
      CHECK_MESSAGE(says(first, text), std::string(text));
    auto const second = written("A-2026-2");
    for (auto const* text : {"Has lasted", "Has come back", "NC-5", "Used again from E-6"})
      CHECK_MESSAGE(says(second, text), std::string(text));
  }
  TEST_CASE("the grade by rule, its reasons and the departure from it stand beside the grade") {
    auto const page = written("A-2026-1");
    CHECK(says(page, "Grade by rule"));
    CHECK(says(page, "Departs from the proposal because"));
    CHECK(says(page, "The doubt concerns one cancelled window"));
    CHECK(says(page, "Chain of answers"));
  }
  TEST_CASE("people are named by their function unless names are asked for") {
    CHECK_FALSE(says(written("A-2026-1"), "Lorcan"));
    auto const state = example_state("2026-12-01T00:00:00Z");
    auto const by_function = written("A-2026-1");
    auto const by_name = written("A-2026-1", PeopleForm::names);
    auto const& name = state.find<Person>("P-PLT")->name.text();
    CHECK_FALSE(says(by_function, name));
    CHECK(says(by_name, name));
  }
}
