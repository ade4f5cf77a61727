#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <annexa/base/environment.hpp>

#include <annexa/base/digits.hpp>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace annexa;

namespace {

using Bytes = std::vector<unsigned char>;

Instant noon() { return Instant::parse("2026-03-01T12:00:00Z").value(); }

Bytes drawn(Environment const& environment, Draw draw, std::size_t size) {
  Bytes bytes(size, 0xEE);
  environment.random(draw, bytes);
  return bytes;
}

}  // namespace

TEST_SUITE("platform/environment") {
  TEST_CASE("the system's clock goes forward and is of this century") {
    auto const environment = system_environment();
    auto const first = environment.now();
    CHECK(first > Instant::parse("2024-01-01T00:00:00Z").value());
    CHECK(first < Instant::parse("2100-01-01T00:00:00Z").value());
    CHECK(environment.now() >= first);
  }

  TEST_CASE("the system's bytes differ at each draw and fill all of the place") {
    auto const environment = system_environment();
    std::set<Bytes> seen;
    for (int i = 0; i < 100; ++i) seen.insert(drawn(environment, {}, 32));
    CHECK(seen.size() == 100);
    auto const many = drawn(environment, {}, 5000);
    std::array<int, 256> counts{};
    for (auto const byte : many) ++counts[byte];
    for (auto const each : counts) CHECK(each < 60);  // 20 on average
    CHECK(drawn(environment, {}, 0).empty());
  }

  TEST_CASE("a reproducible clock stands still") {
    auto const environment = reproducible_environment(noon(), "seed");
    CHECK(environment.now() == noon());
    CHECK(environment.now() == noon());
  }

  TEST_CASE("reproducible bytes are the same on every machine") {
    // Made by name_based UUIDs alone; computed independently with Python's uuid and hashlib.
    auto const environment = reproducible_environment(noon(), "0badcafe");
    auto const hex = [&](Draw draw, std::size_t size) {
      auto const bytes = drawn(environment, draw, size);
      return detail::to_hex(bytes.data(), bytes.size());
    };
    CHECK(hex({0, 0}, 32) == "6faff2f2b75ff55466a782257d1c733bfc0c18033d323b2245ebaf80f86df495");
    CHECK(hex({12, 3}, 16) == "4143f12410f5c2c8509a27c77806818a");
  }

  TEST_CASE("a draw gives the same bytes again, and a shorter one their beginning") {
    CHECK(rc::check("same draw", [](std::string const& seed, std::uint64_t size, std::uint64_t ordinal) {
      auto const a = reproducible_environment(noon(), seed);
      auto const b = a;  // copies share the source
      auto const whole = drawn(a, {size, ordinal}, 100);
      RC_ASSERT(drawn(b, {size, ordinal}, 100) == whole);
      auto const part = *rc::gen::inRange<std::size_t>(0, 100);
      auto const shorter = drawn(a, {size, ordinal}, part);
      RC_ASSERT(std::equal(shorter.begin(), shorter.end(), whole.begin()));
    }));
  }

  TEST_CASE("another seed, journal size or ordinal gives other bytes") {
    std::set<Bytes> seen;
    int draws = 0;
    for (std::string const seed : {"", "1", "11", "1/1", "/"}) {
      auto const environment = reproducible_environment(noon(), seed);
      for (std::uint64_t size : {0U, 1U, 11U})
        for (std::uint64_t ordinal : {0U, 1U, 11U}) {
          seen.insert(drawn(environment, {size, ordinal}, 32));
          ++draws;
        }
    }
    CHECK(seen.size() == static_cast<std::size_t>(draws));
  }
}
