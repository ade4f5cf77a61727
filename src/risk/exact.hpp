#pragma once
// Exact arithmetic for scores: fractions of integers without limit.

#include <annexa/base/decimal.hpp>

#include <boost/multiprecision/cpp_int.hpp>

namespace annexa {
inline namespace v1 {

using Fraction = boost::multiprecision::cpp_rational;

[[nodiscard]] inline Fraction fraction_of(Decimal const& number) {
  boost::multiprecision::cpp_int divisor = 1;
  for (int i = 0; i < number.scale(); ++i) divisor *= 10;
  return Fraction(number.digits(), divisor);
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
  boost::multiprecision::cpp_int scaled = 1;
  int places = 0;
  while (places < 12 && value * scaled * 10 < Fraction(100'000'000'000'000'000)) {
    scaled *= 10;
    ++places;
  }
  auto digits = rounded(value * scaled);
  for (; places > 0 && digits % 10 == 0; --places) digits /= 10;
  return *Decimal::from(digits, places);
}

}  // namespace v1
}  // namespace annexa
