#pragma once
// Exact arithmetic for scores: fractions of integers without limit.

#include <annexa/base/decimal.hpp>

#include <boost/multiprecision/cpp_int.hpp>

namespace annexa {
inline namespace v1 {

using Fraction = boost::multiprecision::cpp_rational;

[[nodiscard]] inline boost::multiprecision::cpp_int power_of_ten(int places) {
  return boost::multiprecision::pow(boost::multiprecision::cpp_int(10), static_cast<unsigned>(places));
}

[[nodiscard]] inline Fraction fraction_of(Decimal const& number) {
  return Fraction(number.digits(), power_of_ten(number.scale()));
}

[[nodiscard]] inline Fraction fraction_of(std::optional<Decimal> const& number, int otherwise) {
  return number ? fraction_of(*number) : Fraction(otherwise);
}

// The largest integer that @p value is not below. @pre it fits.
[[nodiscard]] inline std::int64_t floor_of(Fraction const& value) {
  using boost::multiprecision::cpp_int;
  cpp_int quotient;
  cpp_int rest;
  boost::multiprecision::divide_qr(numerator(value), denominator(value), quotient, rest);
  if (rest < 0) --quotient;
  return static_cast<std::int64_t>(quotient);
}

// The smallest integer that @p value is not above. @pre it fits.
[[nodiscard]] inline std::int64_t ceiling_of(Fraction const& value) { return -floor_of(-value); }

// Rounded half up. @pre it fits.
[[nodiscard]] inline std::int64_t rounded(Fraction const& value) { return floor_of(value + Fraction(1, 2)); }

// Rounded half up to at most 12 places, fewer where the digits would not fit; without zeros at the end.
// @pre 0 <= value < 10^17.
[[nodiscard]] inline Decimal decimal_of(Fraction const& value) {
  // Whole numbers alone: a fraction would be reduced at each step, which takes longer than all the rest.
  boost::multiprecision::cpp_int const limit = denominator(value) * 10'000'000'000'000'000;
  auto scaled = numerator(value);
  int places = 0;
  for (; places < 12 && scaled < limit; ++places) scaled *= 10;
  auto digits = static_cast<std::int64_t>((2 * scaled + denominator(value)) / (2 * denominator(value)));
  for (; places > 0 && digits % 10 == 0; --places) digits /= 10;
  return *Decimal::from(digits, places);
}

}  // namespace v1
}  // namespace annexa
