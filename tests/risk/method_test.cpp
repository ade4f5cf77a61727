#include <annexa/risk/method.hpp>
// The header stands on its own: it comes first.
#include <annexa/risk/methods.hpp>

#include <doctest/doctest.h>

#include "methods.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

std::string defects(Method const& method) {
  Error errors;
  check_method(method, errors);
  std::string text;
  for (auto const& each : errors.violations()) text += (text.empty() ? "" : "; ") + each.rule + ' ' + each.where;
  return text;
}

}  // namespace

TEST_SUITE("risk/method") {
  TEST_CASE("every built-in method is a method without a defect, under its own key") {
    CHECK(built_in_methods().size() == 18);
    for (auto const& each : built_in_methods()) {
      CAPTURE(each.key);
      auto const method = built_in_method(each.key);
      REQUIRE(method);
      CHECK(method->key == each.key);
      CHECK(method->name == each.name);
      CHECK(defects(*method) == "");
    }
    CHECK_FALSE(built_in_method("6x6"));
  }

  TEST_CASE("a grid has no holes and names bands only") {
    auto method = grid_method();
    method.grid[1].pop_back();
    CHECK(defects(method) == "risk-method.shape /grid/1");
    method = grid_method();
    method.grid.pop_back();
    CHECK(defects(method) == "risk-method.shape /grid");
    method = grid_method();
    method.grid[0][0] = 0;
    method.grid[2][1] = 4;
    CHECK(defects(method) == "risk-method.cell /grid/0/0; risk-method.cell /grid/2/1");
  }

  TEST_CASE("bands made of scores neither overlap nor leave a gap") {
    auto method = product_method();
    method.bands[1].up_to = method.bands[0].up_to;
    CHECK(defects(method) == "risk-method.band-overlap /bands/1/up_to");
    method = product_method();
    method.bands[0].up_to.reset();
    CHECK(defects(method) == "risk-method.band-gap /bands/0/up_to");
    method = product_method();
    method.bands[2].up_to = Decimal::from(24, 0).value();  // 25 is possible
    CHECK(defects(method) == "risk-method.band-gap /bands/2/up_to");
    method.bands[2].up_to = Decimal::from(25, 0).value();
    CHECK(defects(method) == "");
    method = grid_method();
    method.bands[0].up_to = Decimal::from(3, 0).value();
    CHECK(defects(method) == "risk-method.band-twice /bands/0/up_to");
  }

  TEST_CASE("scales have 2 to 16 levels with names of their own, and averages in order") {
    auto method = grid_method();
    method.impact.clear();
    CHECK(defects(method).starts_with("risk-method.scale /impact"));
    method = grid_method();
    method.likelihood[1].name = method.likelihood[0].name;
    CHECK(defects(method) == "risk-method.twice /likelihood/1/name");
    method.likelihood[1].name = " ";
    CHECK(defects(method) == "risk-method.unnamed /likelihood/1/name");
    auto owasp = *built_in_method("owasp");
    owasp.likelihood[2].from = owasp.likelihood[1].from;
    CHECK(defects(owasp) == "risk-method.order /likelihood/2/from");
    owasp.likelihood[2].from.reset();
    CHECK(defects(owasp) == "risk-method.from /likelihood");
  }

  TEST_CASE("weights are not below 0, and there is one for each dimension") {
    auto method = *built_in_method("cia-weighted-mean");
    method.dimension_weights[1] = Decimal::from(-1, 0).value();
    CHECK(defects(method) == "risk-method.number /dimension_weights/1");
    method.dimension_weights.pop_back();
    method.dimension_weights[1] = Decimal::from(1, 0).value();
    CHECK(defects(method) == "risk-method.weights /dimension_weights");
    method = product_method();
    method.formula = Formula{Decimal::from(-1, 1).value(), {}, {}, {}, 0};
    CHECK(defects(method) == "risk-method.number /formula/product; risk-method.number /formula/scale_to");
  }

  TEST_CASE("colours, days and factors are checked") {
    auto method = grid_method();
    method.bands[0].colour = "red";
    method.bands[1].treat_within_days = -1;
    CHECK(defects(method) == "risk-method.colour /bands/0/colour; risk-method.number /bands/1/treat_within_days");
    auto dread = *built_in_method("dread");
    dread.factors[1].name = dread.factors[0].name;
    dread.factors[2].highest = 0;
    CHECK(defects(dread) == "risk-method.twice /factors/1/name; risk-method.number /factors/2");
  }

  TEST_CASE("a factor stands for an axis that the method has") {
    auto dread = *built_in_method("dread");
    dread.factors[0].axis = RiskAxis::vulnerability;
    CHECK(defects(dread) == "risk-method.number /factors/0/axis");
  }

  TEST_CASE("what a method holds and never uses is refused") {
    auto method = grid_method();
    method.vulnerability = method.impact;
    CHECK(defects(method) == "risk-method.unused /vulnerability");
    method = product_method();
    method.formula = Formula{};
    CHECK(defects(method) == "risk-method.unused /formula");
    method.formula->product = Decimal::from(1, 0).value();
    method.formula->vulnerability = Decimal::from(1, 0).value();
    CHECK(defects(method) == "risk-method.unused /formula/vulnerability");
    method = product_method();
    for (auto& level : method.likelihood) level.from = Decimal::from(&level - method.likelihood.data(), 0).value();
    CHECK(defects(method) == "risk-method.unused /likelihood");
    method = grid_method();
    method.scores.assign(method.likelihood.size(),
                         std::vector<Decimal>(method.impact.size(), Decimal::from(1, 0).value()));
    CHECK(defects(method) == "risk-method.unused /scores");
    method = grid_method();
    method.appetite.assign(2,
                           {"", {}, Decimal::from(1, 0).value(), Decimal::from(2, 0).value(), *Date::from(2026, 1, 1)});
    CHECK(defects(method) == "risk-method.twice /appetite/1");
    method = grid_method();
    method.grid.assign(1000, std::vector<int>(1000, 0));
    Error errors;
    check_method(method, errors);
    CHECK(errors.violations().size() < 400);  // and not a million
    method = *built_in_method("simplerisk-lookup");
    method.formula = Formula{};
    method.formula->product = Decimal::from(1, 0).value();
    CHECK(defects(method) == "risk-method.unused /formula");
  }
  TEST_CASE("a value that equals a limit of appetite or tolerance is within it") {
    auto const number = [](int value) { return Decimal::from(value, 0).value(); };
    CHECK(appetite_band(number(4), number(4), number(9)) == AppetiteBand::within_appetite);
    CHECK(appetite_band(number(5), number(4), number(9)) == AppetiteBand::within_tolerance);
    CHECK(appetite_band(Decimal::from(90, 1).value(), number(4), number(9)) == AppetiteBand::within_tolerance);
    CHECK(appetite_band(Decimal::from(91, 1).value(), number(4), number(9)) == AppetiteBand::above_tolerance);
  }

  TEST_CASE("of several limits the one that names most counts, and of those the latest that has begun") {
    auto method = grid_method();
    auto const day = [](int month) { return *Date::from(2026, month, 1); };
    auto const unit = *Key<"unit">::parse("U-1");
    auto const limit = [](int value) { return Decimal::from(value, 0).value(); };
    method.appetite = {{"", {}, limit(1), limit(2), day(1)},
                       {"", {}, limit(2), limit(2), day(3)},
                       {"legal", {}, limit(1), limit(1), day(1)},
                       {"", unit, limit(2), limit(3), day(2)}};
    CHECK(appetite_for(method, "", {}, day(2)) == &method.appetite[0]);
    CHECK(appetite_for(method, "", {}, day(3)) == &method.appetite[1]);
    CHECK(appetite_for(method, "legal", {}, day(3)) == &method.appetite[2]);
    CHECK(appetite_for(method, "legal", unit, day(1)) == &method.appetite[2]);
    CHECK(appetite_for(method, "legal", unit, day(2)) == &method.appetite[3]);
    CHECK(appetite_for(method, "", {}, *Date::from(2025, 12, 31)) == nullptr);
    method.appetite[0].tolerance = limit(0);
    CHECK(defects(method) == "risk-method.appetite /appetite/0/tolerance");
  }
}
