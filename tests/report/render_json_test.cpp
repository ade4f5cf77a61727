#include <annexa/report/render_json.hpp>

#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <annexa/report/render_html.hpp>
#include <boost/json.hpp>

#include <set>

#include "report/hostile_state.hpp"
#include "report/html_check.hpp"
#include "report/sample_state.hpp"

using namespace annexa;
using namespace annexa::report;

namespace {

Document report_of_year() {
  return audit_report(annexa::testing::sample_state(), "A-2026-1", annexa::testing::sample_context()).value();
}

}  // namespace

TEST_SUITE("report/render_json") {
  TEST_CASE("the JSON carries every figure of the page") {
    auto const document = report_of_year();
    auto const shown = annexa::testing::numbers_in(annexa::testing::read_html(render_html(document)).text);
    auto const carried = annexa::testing::numbers_in(render_json(document));
    CHECK(shown.size() > 150);
    for (auto const& number : shown) {
      CAPTURE(number);
      CHECK(carried.contains(number));
    }
    CHECK(shown.contains("87.7"));  // the degree of fulfilment
  }

  TEST_CASE("the JSON is read back to the same document") {
    auto const document = report_of_year();
    auto const text = render_json(document);
    auto const parsed = parse_json(text);
    REQUIRE(parsed.has_value());
    auto const read = from_json<Document>(*parsed);
    if (!read) FAIL(read.error().text());
    CHECK(*read == document);
  }

  TEST_CASE("members that say nothing are left out") {
    auto const text = render_json(report_of_year());
    CHECK(text.find("\"\"") == text.npos);
    CHECK(text.find("[]") != text.npos);  // an empty list of values is a cell without value, and cells keep their place
    CHECK(text.find("\"ordered\": false") == text.npos);
  }

  TEST_CASE("a block is an object with one member that names it") {
    auto const value = json_of(report_of_year());
    auto const& blocks = value.at("sections").at(0).at("blocks").as_array();
    for (auto const& block : blocks) CHECK(block.as_object().size() == 1);
    CHECK(blocks[1].as_object().contains("key_figures"));
  }

  TEST_CASE("the schema of the document names every block and chart") {
    auto const schema = boost::json::serialize(json_schema(type_of<Document>));
    for (char const* name : {"\"paragraph\"", "\"list\"", "\"table\"", "\"facts\"", "\"key_figures\"", "\"figure\"",
                             "\"callout\"", "\"heat_map\"", "\"stacked_bars\""})
      CHECK(schema.find(name) != schema.npos);
  }

  TEST_CASE("hostile texts survive as they are where they are text") {
    auto const document = audit_report(annexa::testing::hostile_state(), annexa::testing::Poison::key("A-2026-1"),
                                       annexa::testing::sample_context())
                              .value();
    CHECK(render_json(document).find("<script>window.hacked=1</script>") != std::string::npos);
  }

  TEST_CASE("the same document gives the same bytes") {
    CHECK(render_json(report_of_year()) == render_json(report_of_year()));
  }
}
