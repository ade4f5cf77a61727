#include <annexa/duty/relation.hpp>

#include <annexa/base/json.hpp>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "duty/day.hpp"

using namespace annexa;
using annexa::testing::day;

namespace {

Relation relation(std::optional<Date> from, std::optional<Date> until) {
  return {Key<"person">::parse("P-1").value(), "unit:U-1", RelationKind::operates, from, until};
}

}  // namespace

TEST_SUITE("duty/relation") {
  TEST_CASE("a relation holds from its first to its last day, both included") {
    auto const bounded = relation(day("2025-01-01"), day("2025-06-30"));
    CHECK_FALSE(holds(bounded, day("2024-12-31")));
    CHECK(holds(bounded, day("2025-01-01")));
    CHECK(holds(bounded, day("2025-06-30")));
    CHECK_FALSE(holds(bounded, day("2025-07-01")));
  }
  TEST_CASE("what has no bounds holds always") {
    CHECK(holds(relation({}, {}), day("1583-01-01")));
    CHECK(holds(relation({}, {}), day("9999-12-31")));
  }
  TEST_CASE("months since the end are counted from the last day, that day included") {
    auto const left = relation({}, day("2024-03-31"));
    CHECK_FALSE(ended_within(left, day("2024-03-31"), 24));
    CHECK(ended_within(left, day("2024-04-01"), 24));
    CHECK(ended_within(left, day("2026-03-31"), 24));
    CHECK_FALSE(ended_within(left, day("2026-04-01"), 24));
    CHECK_FALSE(ended_within(left, day("2024-04-01"), 0));
    CHECK_FALSE(ended_within(relation({}, {}), day("2026-04-01"), 24));
  }
  TEST_CASE("a month that is shorter ends on its last day") {
    auto const left = relation({}, day("2025-08-31"));
    CHECK(ended_within(left, day("2026-02-28"), 6));
    CHECK_FALSE(ended_within(left, day("2026-03-01"), 6));
  }
  TEST_CASE("an object is named by noun and key") {
    CHECK(object_of(Key<"unit">::parse("U-1").value()) == "unit:U-1");
    CHECK(object_of(Key<"audit">::parse("A-2026-1").value()) == "audit:A-2026-1");
  }
  TEST_CASE("a relation goes through JSON and back") {
    auto const before = relation(day("2025-01-01"), {});
    auto const json = to_json(before);
    CHECK(canonical_json(json).value() ==
          R"({"from":"2025-01-01","kind":"operates","object":"unit:U-1","person":"P-1"})");
    CHECK(from_json<Relation>(json).value() == before);
    CHECK(to_string(RelationKind::declared_conflict) == "declared-conflict");
  }
}
