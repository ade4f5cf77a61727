#include <annexa/base/philox.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

#include <charconv>
#include <string>

#include "../catalog/csv.hpp"
#include "support/support.hpp"

using namespace annexa;
using namespace annexa::testing;

namespace {

constexpr PhiloxCounter ones{0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU};

// Published with Random123, and known when this is compiled.
static_assert(philox4x32_10({0, 0, 0, 0}, {0, 0}) == PhiloxBlock{0x6627E8D5U, 0xE169C58DU, 0xBC57AC4CU, 0x9B00DBD8U});
static_assert(philox4x32_10(ones, {0xFFFFFFFFU, 0xFFFFFFFFU}) ==
              PhiloxBlock{0x408F276DU, 0x41C83B0EU, 0xA20BC7C6U, 0x6D5451FDU});
static_assert(philox4x32_10({0x243F6A88U, 0x85A308D3U, 0x13198A2EU, 0x03707344U}, {0xA4093822U, 0x299F31D0U}) ==
              PhiloxBlock{0xD16CFE09U, 0x94FDCCEBU, 0x5001E420U, 0x24126EA1U});

std::uint32_t word(std::string const& text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

}  // namespace

TEST_SUITE("base/philox") {
  TEST_CASE("every known answer") {
    auto const rows = csv_rows(bytes_of(data_folder() / "risk" / "philox4x32-10-kat.csv"));
    REQUIRE(rows.size() > 5);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      auto const& row = rows[i];
      CAPTURE(i);
      auto const found =
          philox4x32_10({word(row[0]), word(row[1]), word(row[2]), word(row[3])}, {word(row[4]), word(row[5])});
      CHECK(found == PhiloxBlock{word(row[6]), word(row[7]), word(row[8]), word(row[9])});
    }
  }
  TEST_CASE("a seed is two words") {
    CHECK(philox_key(42) == PhiloxKey{42, 0});
    CHECK(philox_key(0x0000000100000002U) == PhiloxKey{2, 1});
  }
}
