#include <annexa/base/environment.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

using namespace annexa;

namespace {

using Bytes = std::array<unsigned char, 32>;

Bytes drawn(Environment const& environment, Draw const& draw) {
  Bytes bytes{};
  environment.random(draw, bytes);
  return bytes;
}

}  // namespace

TEST_SUITE("base/environment") {
  TEST_CASE("a reproducible run has a fixed clock, and the same bytes for the same draw") {
    auto const at = Instant::parse("2026-03-01T09:00:00Z").value();
    auto const first = reproducible_environment(at, "42");
    auto const second = reproducible_environment(at, "42");
    CHECK(first.now() == at);
    CHECK(first.now() == at);
    CHECK(drawn(first, {7, 1}) == drawn(second, {7, 1}));
    CHECK_FALSE(static_cast<bool>(first.log));
  }

  TEST_CASE("another seed, place or draw gives other bytes") {
    auto const one = reproducible_environment({}, "1");
    std::set<Bytes> seen{drawn(one, {0, 0}),
                         drawn(one, {0, 1}),
                         drawn(one, {1, 0}),
                         drawn(one, {11, 0}),
                         drawn(one, {1, 10}),
                         drawn(reproducible_environment({}, "11"), {0, 0}),
                         drawn(reproducible_environment({}, ""), {0, 0})};
    CHECK(seen.size() == 7);
  }

  TEST_CASE("a shorter draw is the start of a longer one") {
    auto const environment = reproducible_environment({}, "42");
    std::array<unsigned char, 3> few{};
    environment.random({5, 5}, few);
    auto const many = drawn(environment, {5, 5});
    CHECK(std::equal(few.begin(), few.end(), many.begin()));
  }

  TEST_CASE("the system's clock moves on and its bytes do not repeat") {
    auto const system = system_environment();
    auto const first = system.now();
    CHECK(first <= system.now());
    CHECK(system.now() > Instant::parse("2026-01-01T00:00:00Z").value());
    CHECK(drawn(system, {}) != drawn(system, {}));
  }
}
