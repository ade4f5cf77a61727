#pragma once
// The parameters of distributions: which kind has which, and what each is when it is absent.

#include <annexa/risk/quantitative/distribution.hpp>

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace detail {

// A member of Distribution that holds a parameter.
using ParameterMember = std::optional<Real> Distribution::*;

// What is accepted.
struct ParameterRange {
  Real low;
  Real high;
  bool above_low = false;   // low itself is not accepted
  bool below_high = false;  // high itself is not accepted
  bool whole = false;       // whole numbers alone

  [[nodiscard]] bool accepts(Real value) const noexcept;  // false for what is no number
  [[nodiscard]] std::string text() const;                 // "a number above 0 up to 10"
};

// Amounts of money and whatever else is on their scale.
inline constexpr Real greatest_amount = 1e15;
// No distribution counts more events.
inline constexpr Real most_events = 1e9;
// Of the logarithm of a lognormal.
inline constexpr Real least_spread = 0.001;
inline constexpr Real greatest_spread = 10;

// Adds what contradicts what, of parameters that are acceptable by themselves.
void check_relations(Distribution const& distribution, std::string const& where, Error& errors);

// Its name in documents.
[[nodiscard]] std::string_view name_of(ParameterMember member) noexcept;

// A parameter, given or preset, or none.
[[nodiscard]] std::optional<Real> parameter_if(Distribution const& distribution, ParameterMember member) noexcept;

// The same, of one that is required or has a preset. @pre check_distribution() found nothing.
[[nodiscard]] inline Real parameter(Distribution const& distribution, ParameterMember member) noexcept {
  return *parameter_if(distribution, member);
}

}  // namespace detail
}  // namespace v1
}  // namespace annexa
