#include <annexa/report/management_review_report.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/report/render_html.hpp>
#include <annexa/review/review_inputs.hpp>

#include <algorithm>
#include <variant>

#include "report/html_check.hpp"
#include "support/example.hpp"

using namespace annexa;

namespace {

State const& managed_year() {
  static State const state = [] {
    auto year = annexa::testing::example_year();
    for (auto const& command : annexa::testing::example_commands("review.json")) year.take(command);
    REQUIRE(year.refused.empty());
    return year.state;
  }();
  return state;
}

report::ReportContext managed_at(bool draft = false) {
  report::ReportContext context;
  context.generator = "annexa 0.1.0";
  context.generated_at = *Instant::parse("2026-11-30T09:00:00Z");
  context.draft = draft;
  return context;
}

report::Section const& section_in(report::Document const& document, std::string_view anchor) {
  auto const found = std::ranges::find(document.sections, anchor, &report::Section::anchor);
  REQUIRE(found != document.sections.end());
  return *found;
}

template <class Wanted>
std::size_t blocks_of(report::Section const& section) {
  return static_cast<std::size_t>(
      std::ranges::count_if(section.blocks, [](auto const& each) { return std::holds_alternative<Wanted>(each); }));
}

}  // namespace

TEST_SUITE("report/management_review_report") {
  TEST_CASE("the last review is shown with each input, decisions, charts and the meaning of each figure") {
    auto const document = report::management_review_report(managed_year(), "", managed_at()).value();
    CHECK(document.key == "MR-2026");
    CHECK(document.draft.empty());
    CHECK(section_in(document, "inputs").subsections.size() == review_input_definitions().size());
    CHECK(blocks_of<report::Figure>(section_in(document, "figures")) == 1);
    CHECK(blocks_of<report::Figure>(section_in(document, "trend")) == 1);
    auto const& decisions = std::get<report::Table>(section_in(document, "decisions").blocks.front());
    CHECK(decisions.rows.size() == 4);
    auto const& meanings = std::get<report::Table>(section_in(document, "definitions").blocks.front());
    CHECK(meanings.rows.size() == kpi_definitions().size());
    CHECK(document.headline->tone == report::Tone::good);
  }

  TEST_CASE("a pack of a review to come is a draft, and says what is not provided") {
    auto const document =
        report::management_review_report(annexa::testing::example_year().state, "", managed_at(true)).value();
    CHECK_FALSE(document.draft.empty());
    auto const& inputs = section_in(document, "inputs").subsections;
    CHECK(blocks_of<report::Callout>(inputs.front()) == 1);
    CHECK(std::get<report::Callout>(inputs.front().blocks.front()).title == "not provided");
    CHECK(document.headline->tone == report::Tone::warning);
  }

  TEST_CASE("a review that is not there, or not approved, is refused unless a draft is asked for") {
    CHECK(report::management_review_report(State(), "", managed_at()).error().names("report.no-review"));
    CHECK(report::management_review_report(managed_year(), "MR-7", managed_at()).error().names("reference.unknown"));
    auto const held = annexa::testing::state_after(
        annexa::testing::example_year().state,
        annexa::testing::example_command(
            R"({"command":"management-review.hold","title":"Review","attendees":["P-CEO"]})", "P-ISM",
            "2026-11-20T09:00:00Z"));
    CHECK(report::management_review_report(held, "MR-1", managed_at()).error().names("report.review-not-approved"));
    CHECK_FALSE(report::management_review_report(held, "MR-1", managed_at(true)).value().draft.empty());
  }

  TEST_CASE("its page is sound") {
    auto const page =
        report::render_html(report::management_review_report(managed_year(), "MR-2026", managed_at()).value());
    auto const read = annexa::testing::read_html(page);
    for (auto const* id : {"input-a", "input-g", "decisions", "trend"})
      CHECK(std::ranges::find(read.ids, id) != read.ids.end());
    CHECK(std::ranges::find(read.tags, "svg") != read.tags.end());
  }
}
