#pragma once
/// @file
/// Numbers of simulations.

#include <limits>

namespace annexa {
inline namespace v1 {

/// A number of 64-bit floating point (IEEE 754), for the documents of simulations alone. Headers hold and hand on such
/// numbers and never compute with them: they would be compiled with the host's flags, and give the host's results.
using Real = double;
static_assert(std::numeric_limits<Real>::is_iec559 && std::numeric_limits<Real>::digits == 53);

}  // namespace v1
}  // namespace annexa
