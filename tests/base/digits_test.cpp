#include <annexa/base/digits.hpp>

#include <doctest/doctest.h>

using namespace annexa::detail;

static_assert(digits("018") == 18 && !digits("") && !digits("1a") && !digits("-1"));

TEST_SUITE("base/digits") {
  TEST_CASE("eighteen digits are the most that fit") {
    CHECK(digits("999999999999999999") == 999'999'999'999'999'999);
    CHECK_FALSE(digits("1000000000000000000"));
  }
  TEST_CASE("numbers are padded and never cut") {
    CHECK(padded(7, 3) == "007");
    CHECK(padded(1234, 3) == "1234");
    CHECK(padded(0, 0) == "0");
  }
  TEST_CASE("hexadecimal text is exactly as long as its bytes") {
    unsigned char bytes[2] = {};
    CHECK(from_hex("0aFf", bytes, 2));
    CHECK(to_hex(bytes, 2) == "0aff");
    CHECK_FALSE(from_hex("0af", bytes, 2));
    CHECK_FALSE(from_hex("0aff0", bytes, 2));
    CHECK_FALSE(from_hex("0a-1", bytes, 2));
  }
}
