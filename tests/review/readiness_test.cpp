#include <annexa/review/readiness.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/catalog/catalog.hpp>
#include <annexa/command/review.hpp>
#include <annexa/command/status.hpp>

#include <algorithm>
#include <set>

#include "support/example.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

Date day(char const* text) { return Date::parse(text).value(); }

ReadinessItem item(Readiness const& readiness, std::string_view id) {
  auto const found = std::ranges::find(readiness.items, id, &ReadinessItem::id);
  REQUIRE_MESSAGE(found != readiness.items.end(), "no item ", id);
  return *found;
}

Readiness at(State const& state, char const* date) { return readiness(state, day(date)); }

State with(State const& state, std::string const& json) {
  return state_after(state, example_command(json, "P-ISM", "2026-11-20T09:00:00Z"));
}
State with_document(State const& state, std::string const& members) {
  return with(state, R"({"command":"document.add","title":"A document",)" + members + "}");
}

State const& year() {
  static State const state = example_year().state;
  return state;
}

}  // namespace

TEST_SUITE("review/readiness") {
  TEST_CASE("objectives, measurements, obligations and management reviews on record are the proof, as they are") {
    auto reviewed = example_year();
    for (auto const& command : example_commands("review.json")) reviewed.take(command);
    auto const found = at(reviewed.state, "2026-11-30");
    for (auto const* id :
         {"information-security-objectives", "monitoring-and-measurement-results", "management-review-results"}) {
      CAPTURE(id);
      CHECK(item(found, id).state == ReadinessState::present);
    }
    CHECK(item(found, "management-review-results").found == std::vector<std::string>{"management-review:MR-2026"});
    CHECK(item(found, "register-of-legal-and-contractual-requirements").state == ReadinessState::stale);
    CHECK(item(at(reviewed.state, "2027-11-28"), "management-review-results").state == ReadinessState::stale);
    CHECK(item(at(year(), "2026-11-30"), "management-review-results").state == ReadinessState::missing);
  }

  TEST_CASE("every document of the catalog is an item, each id once, in order of the clauses") {
    auto const found = at(year(), "2026-11-20");
    std::set<std::string> ids;
    for (auto const& each : found.items) CHECK(ids.insert(each.id).second);
    CHECK(std::ranges::is_sorted(found.items, {}, &ReadinessItem::clause));
    for (auto const& asked : iso27001_2022().mandatory_documents())
      CHECK(std::ranges::count(found.items, std::string(asked.document), &ReadinessItem::what) ==
            (to_string(asked.reference) == "6.1.3.f" ? 0 : 1));  // what has to have happened stands for it
    CHECK(std::ranges::count(found.items, *Criterion::parse("6.1.3.f"), &ReadinessItem::clause) == 1);
    auto const& totals = found.totals;
    auto const open = [&](std::string_view basis) {
      return std::ranges::count_if(found.items, [&](ReadinessItem const& each) {
        return each.basis == basis && (each.state == ReadinessState::missing || each.state == ReadinessState::stale);
      });
    };
    CHECK(totals.required_open == open("required"));
    CHECK(totals.annex_a_open == open("annex_a"));
    CHECK(totals.present + totals.missing + totals.stale + totals.not_applicable ==
          static_cast<int>(found.items.size()));
  }

  TEST_CASE("an empty workspace lacks everything that is required, and nothing counts as there") {
    auto const found = readiness(ReviewRecords{}, iso27001_2022(), day("2026-01-01"));
    CHECK(found.totals.present == 1);  // no risk is above acceptance where there is none
    CHECK_FALSE(found.ready);
    CHECK(item(found, "statement-of-applicability").state == ReadinessState::missing);
    CHECK(item(found, "nonconformity-records-with-actions-taken").state == ReadinessState::not_applicable);
    CHECK(item(found, "configuration-baselines").state == ReadinessState::missing);
  }

  TEST_CASE("what the example has on record is found, with the records that show it") {
    auto const found = at(year(), "2026-11-20");
    for (auto const* id : {"isms-scope", "statement-of-applicability", "controls-decided", "risk-assessment-results",
                           "internal-audit-programme", "internal-audit-reports", "corrective-action-results",
                           "inventory-of-information-and-associated-assets", "roles-assigned", "clauses-audited"}) {
      CAPTURE(id);
      CHECK(item(found, id).state == ReadinessState::present);
    }
    CHECK(item(found, "statement-of-applicability").found == std::vector<std::string>{"soa:SoA-2"});
    CHECK(item(found, "internal-audit-programme").found == std::vector<std::string>{"programme:PRG-2026"});
    auto const plan = item(found, "treatment-approved");
    CHECK(plan.state == ReadinessState::missing);
    CHECK(plan.clause.text() == "6.1.3.f");
    CHECK(plan.basis == "required");
    CHECK_FALSE(plan.found.empty());
  }

  TEST_CASE("a decision after the approval makes the statement of applicability stale") {
    auto const changed = with(year(), R"({"command":"applicability.decide","control":"A.5.1","applicable":true,
                                         "justification":"Needed more than ever","status":"partial"})");
    auto const stale = item(at(changed, "2026-11-20"), "statement-of-applicability");
    CHECK(stale.state == ReadinessState::stale);
    CHECK(stale.why.find("1 row") != std::string::npos);
  }

  TEST_CASE("audits and programme age") {
    auto const later = at(year(), "2028-01-10");
    CHECK(item(later, "internal-audit-programme").state == ReadinessState::stale);
    CHECK(item(later, "internal-audit-reports").state == ReadinessState::stale);
  }

  TEST_CASE(
      "a document counts for the clause that it serves and for what is asked for right below, approved and reviewed") {
    auto const policy = [](std::string const& rest) {
      auto const state = with_document(year(), R"("document":"D-1","kind":"policy","serves":["5.2"])" + rest);
      return item(at(state, "2026-11-20"), "information-security-policy");
    };
    CHECK(policy("").state == ReadinessState::stale);
    CHECK(policy("").why.find("not approved") != std::string::npos);
    CHECK(policy(R"(,"approved_on":"2026-01-09")").state == ReadinessState::present);
    CHECK(policy(R"(,"approved_on":"2026-01-09")").found == std::vector<std::string>{"document:D-1"});
    CHECK(policy(R"(,"approved_on":"2026-01-09","review_due":"2026-11-19")").state == ReadinessState::stale);
    CHECK(policy(R"(,"approved_on":"2026-12-01")").state == ReadinessState::stale);
    CHECK(policy(R"(,"approved_on":"2026-01-09","retired_on":"2026-06-01")").state == ReadinessState::missing);
  }

  TEST_CASE("a document of one item does not show another, be it of the same clause") {
    auto const state =
        with_document(year(), R"("document":"D-1","kind":"procedure","serves":["6.1.3"],"approved_on":"2026-01-09")");
    CHECK(item(at(state, "2026-11-20"), "description-of-the-risk-treatment-method").state == ReadinessState::present);
    CHECK(item(at(state, "2026-11-20"), "treatment-approved").state == ReadinessState::missing);
    auto setup = ExampleYear{};
    for (auto const& command : example_commands("setup.json")) setup.take(command);
    auto const plan =
        with_document(setup.state, R"("document":"D-1","kind":"plan","serves":["9.2.2"],"approved_on":"2026-01-09")");
    CHECK(item(at(plan, "2026-11-20"), "internal-audit-programme").state == ReadinessState::present);
    CHECK(item(at(plan, "2026-11-20"), "internal-audit-reports").state == ReadinessState::missing);
  }

  TEST_CASE(
      "records of annexa come first: a document hides nothing that they show, and is no statement of applicability") {
    auto const stale =
        with_document(with(year(), R"({"command":"applicability.decide","control":"A.5.1","applicable":true,
                         "justification":"Needed more than ever","status":"partial"})"),
                      R"("document":"D-1","kind":"record","serves":["6.1.3.d","9.2.2"],"approved_on":"2026-01-09")");
    CHECK(item(at(stale, "2026-11-20"), "statement-of-applicability").state == ReadinessState::stale);
    auto const later =
        with_document(year(), R"("document":"D-1","kind":"plan","serves":["9.2.2"],"approved_on":"2026-01-09")");
    CHECK(item(at(later, "2028-01-10"), "internal-audit-programme").state == ReadinessState::stale);
    auto setup = ExampleYear{};
    for (auto const& command : example_commands("setup.json")) setup.take(command);
    auto const document = with_document(
        setup.state, R"("document":"D-1","kind":"record","serves":["6.1.3.d"],"approved_on":"2026-01-09")");
    CHECK(item(at(document, "2026-11-20"), "statement-of-applicability").state == ReadinessState::missing);
  }

  TEST_CASE("minutes of a management review count for a year") {
    auto const state =
        with_document(year(), R"("document":"MR-2025","kind":"report","serves":["9.3"],"approved_on":"2026-01-20")");
    CHECK(item(at(state, "2026-11-20"), "management-review-results").state == ReadinessState::present);
    CHECK(item(at(state, "2027-01-22"), "management-review-results").state == ReadinessState::stale);
  }

  TEST_CASE("what Annex A asks for is not asked of a control that is excluded") {
    auto const ndas = item(at(year(), "2026-11-20"), "signed-confidentiality-agreements");
    CHECK(ndas.state == ReadinessState::missing);
    CHECK(ndas.basis == "annex_a");
    auto setup = ExampleYear{};
    for (auto const& command : example_commands("setup.json")) setup.take(command);
    auto const excluded = with(setup.state, R"({"command":"applicability.decide","control":"A.6.6","applicable":false,
                                               "justification":"Nobody from outside comes in"})");
    CHECK(item(at(excluded, "2026-11-20"), "signed-confidentiality-agreements").state ==
          ReadinessState::not_applicable);
  }

  TEST_CASE("a risk above acceptance without a control or an acceptance is reported, here and in the status") {
    auto state = with(year(), R"({"command":"risk.identify","risk":"R-99","title":"Unseen","owner":"P-ISM"})");
    state = with(state, R"({"command":"risk.assess","risk":"R-99","current":{"likelihood":5,"impact":5}})");
    auto const found = item(at(state, "2026-11-20"), "risks-addressed");
    CHECK(found.state == ReadinessState::missing);
    CHECK(found.found == std::vector<std::string>{"risk:R-99"});
    auto const now = Instant::parse("2026-11-20T09:00:00Z").value();
    auto const listed = [&](State const& each) {
      auto const all = status(each, now).items;
      return std::ranges::count_if(all, [](StatusItem const& one) { return one.key == "R-99" && one.what == "treat"; });
    };
    CHECK(listed(state) == 1);
    auto const treated =
        with(state, R"({"command":"risk.treat","risk":"R-99","treatment":"modify","controls":["A.5.7"]})");
    CHECK(item(at(treated, "2026-11-20"), "risks-addressed").state == ReadinessState::present);
    CHECK(listed(treated) == 0);
  }
}
