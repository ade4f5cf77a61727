#pragma once
// Probabilities of few deviations, compared without rounding: floating point decides where its own error bound leaves
// no doubt, whole numbers decide the rest.

#include <cstdint>

namespace annexa {
inline namespace v1 {

// The number over / under. @pre 0 <= over, 0 < under <= 10^15
struct Share {
  std::int64_t over;
  std::int64_t under;
};

// True if P(X <= most) <= alpha, where X is the number of deviations among `size` items and each deviates with
// probability `rate`. @pre 0 <= most, 0 <= size <= 10^6, rate <= 1 of a denominator to 10^12, 0 < alpha < 1
[[nodiscard]] bool binomial_at_most(std::int64_t size, Share rate, std::int64_t most, Share alpha);

// The same among `size` of `population` items, of which `deviating` deviate.
// @pre 0 <= most, 0 <= size, deviating <= population <= 10^9, 0 < alpha < 1
[[nodiscard]] bool hypergeometric_at_most(std::int64_t population, std::int64_t deviating, std::int64_t size,
                                          std::int64_t most, Share alpha);

}  // namespace v1
}  // namespace annexa
