#pragma once
// From a rating to the value of each axis.

#include <annexa/risk/score.hpp>

#include <optional>

#include "exact.hpp"

namespace annexa {
inline namespace v1 {

struct AxisValues {
  Fraction likelihood;
  Fraction impact;
  std::optional<Fraction> vulnerability;  // nothing where the method does not have it
};

// The values that @p rating comes to, or everything that is missing, too much or out of scale.
[[nodiscard]] result<AxisValues> axis_values(Method const& method, Rating const& rating, std::string const& where);

// The highest values that are possible.
[[nodiscard]] AxisValues highest_values(Method const& method);

}  // namespace v1
}  // namespace annexa
