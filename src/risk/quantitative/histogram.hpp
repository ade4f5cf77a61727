#pragma once
// Where the intervals of a histogram end.

#include <annexa/base/real.hpp>

#include <cstdint>
#include <vector>

namespace annexa {
inline namespace v1 {
namespace detail {

// Round amounts, rising, of which the first is not above @p low and the last not below @p high: steps of a tenth of a
// power of ten (a fifth for many powers) where amounts differ by a factor of 8 or more, else equal steps. All in minor
// units. Amounts that are the same give one amount around each side of them.
// @param low, high  what nearly all amounts lie between, low <= high
[[nodiscard]] std::vector<std::int64_t> histogram_edges(Real low, Real high);

}  // namespace detail
}  // namespace v1
}  // namespace annexa
