#pragma once
// Small methods for the tests of scoring.

#include <annexa/risk/methods.hpp>
#include <annexa/risk/score.hpp>

namespace annexa::testing {

// Three levels each, three bands, a grid that is not their product.
[[nodiscard]] inline Method grid_method() {
  auto method = built_in_method("3x3").value();
  method.grid = {{1, 1, 3}, {1, 2, 3}, {2, 3, 3}};
  return method;
}

// Five levels each, scores are products, bands up to 4, up to 12 and above.
[[nodiscard]] inline Method product_method() {
  auto method = built_in_method("iso27005-ranked").value();
  method.bands.pop_back();
  method.bands[1].up_to = Decimal::from(12, 0).value();
  method.bands[2].up_to.reset();
  return method;
}

[[nodiscard]] inline Rating rating_of_pair(int likelihood, int impact) {
  Rating rating;
  rating.likelihood = likelihood;
  rating.impact = impact;
  return rating;
}

}  // namespace annexa::testing
