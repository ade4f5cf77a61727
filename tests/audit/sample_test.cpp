#include <annexa/audit/sample.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <annexa/base/json.hpp>
#include <boost/json.hpp>

using namespace annexa;

TEST_SUITE("audit/sample") {
  TEST_CASE("a sample is written and read back") {
    Sample sample;
    sample.key = Key<"sample">::parse("SP-1").value();
    sample.audit = Key<"audit">::parse("A-1").value();
    sample.criterion = Criterion::parse("A.5.18").value();
    sample.population = "Leavers of 2026";
    SampleDrawRequest request;
    request.population = 250;
    request.size = 5;
    request.seed = 7;
    sample.draw = draw_sample(request).value();
    sample.drawn_by = Key<"person">::parse("P-1").value();
    sample.drawn_on = Date::parse("2026-03-11").value();
    sample.deviations = {{sample.draw.items.front(), "Left on Monday, revoked on Friday"}};
    SampleEvaluationRequest found;
    found.population = 250;
    found.size = 5;
    found.deviations = 1;
    found.confidence = Decimal::parse("0.95").value();
    sample.evaluation = evaluate_sample(found).value();
    auto const document = to_json(sample);
    CHECK(from_json<Sample>(document).value() == sample);
    CHECK(document.at("draw").at("algorithm") == "annexa-draw/1");
  }
}
