#include <annexa/audit/working_hours.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

using namespace annexa;

TEST_SUITE("audit/working_hours") {
  TEST_CASE("times of the place and UTC differ by the offset, across midnight too") {
    WorkingHours hours;
    hours.utc_offset = 600;
    auto const day = *Date::parse("2026-03-02");
    CHECK(to_string(at_local(hours, day, 540)) == "2026-03-01T23:00:00Z");
    CHECK(local_day(hours, at_local(hours, day, 540)) == day);
    CHECK(local_minute(hours, at_local(hours, day, 540)) == 540);
    hours.utc_offset = -600;
    CHECK(to_string(at_local(hours, day, 960)) == "2026-03-03T02:00:00Z");
    CHECK(local_day(hours, at_local(hours, day, 960)) == day);
  }
}
