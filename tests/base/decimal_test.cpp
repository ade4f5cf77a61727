#include <annexa/base/decimal.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace annexa;

TEST_SUITE("base/decimal") {
  TEST_CASE("a decimal number keeps the places it was written with") {
    for (std::string const text : {"0", "7", "-7", "12.50", "0.05", "-0.05", "999999999999999999",
                                   "-999999999.999999999", "0.000000001", "0.000000000001"}) {
      CAPTURE(text);
      CHECK(to_string(Decimal::parse(text).value()) == text);
    }
    CHECK(Decimal::parse("12.5").value() != Decimal::parse("12.50").value());
    CHECK(to_string(Decimal::parse("-0").value()) == "0");
    CHECK(to_string(Decimal::parse("007.10").value()) == "7.10");
  }

  TEST_CASE("what is no decimal number is refused") {
    for (std::string const text : {"", "-", ".", ".5", "5.", "+5", "1,5", "1e3", "0x1", "1 ", " 1", "--1", "1.2.3",
                                   "1.0000000000000", "1000000000000000000", "1234567890.123456789", "\xD9\xA1"}) {
      CAPTURE(text);
      auto const number = Decimal::parse(text);
      REQUIRE(number.has_error());
      CHECK(number.error() == errc::bad_decimal);
    }
    CHECK(Decimal::from(1, 13).has_error());
    CHECK(Decimal::from(1, -1).has_error());
    CHECK(Decimal::from(1'000'000'000'000'000'000, 0).has_error());
    CHECK(Decimal::from(-1'000'000'000'000'000'000, 0).has_error());
  }

  TEST_CASE("writing and reading give the same number") {
    CHECK(rc::check("any digits, any scale", [] {
      auto const digits = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999'999, 1'000'000'000'000'000'000);
      auto const scale = *rc::gen::inRange(0, 10);
      auto const number = Decimal::from(digits, scale).value();
      RC_ASSERT(Decimal::parse(to_string(number)).value() == number);
    }));
  }

  TEST_CASE("digits at another scale are exact or not there") {
    auto const number = Decimal::parse("12.50").value();
    CHECK(number.digits_at(3) == 12500);
    CHECK(number.digits_at(1) == 125);
    CHECK_FALSE(number.digits_at(0));
    CHECK_FALSE(Decimal::from(100'000'000'000'000'000, 0).value().digits_at(1));
    CHECK(Decimal::from(99'999'999'999'999'999, 0).value().digits_at(1) == 999'999'999'999'999'990);
    CHECK(Decimal::from(-99'999'999'999'999'999, 0).value().digits_at(1) == -999'999'999'999'999'990);
  }
}
