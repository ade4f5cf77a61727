#include <annexa/audit/working_hours.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>

using namespace annexa;

namespace {

Date on(char const* text) { return *Date::parse(text); }

result<TimeZone> there(std::string_view name, Date, Date) {
  return TimeZone{std::string(name),
                  "2026x",
                  {{*Instant::parse("2025-10-26T01:00:00Z"), 60, false, "CET"},
                   {*Instant::parse("2026-03-29T01:00:00Z"), 120, true, "CEST"}}};
}
result<TimeZone> nowhere(std::string_view name, Date, Date) {
  return Error(zone_rules::unknown, "", {{"found", std::string(name)}, {"hint", ""}});
}

}  // namespace

TEST_SUITE("audit/working_hours") {
  TEST_CASE("times of the place and UTC differ by the offset, across midnight too") {
    WorkingHours hours;
    hours.utc_offset = 600;
    auto const monday = on("2026-03-02");
    CHECK(to_string(at_local(hours, monday, 540)) == "2026-03-01T23:00:00Z");
    CHECK(local_day(hours, at_local(hours, monday, 540)) == monday);
    CHECK(local_minute(hours, at_local(hours, monday, 540)) == 540);
    hours.utc_offset = -600;
    CHECK(to_string(at_local(hours, monday, 960)) == "2026-03-03T02:00:00Z");
    CHECK(local_day(hours, at_local(hours, monday, 960)) == monday);
  }
  TEST_CASE("a zone by its name brings what its clocks do in a window") {
    WorkingHours hours;
    hours.zone = "There";
    auto const found = with_clocks(hours, on("2026-03-20"), on("2026-04-10"), there);
    REQUIRE(found.has_value());
    CHECK(found->utc_offset == 60);
    CHECK(found->changes.size() == 1);
    CHECK(found->zone_rules == "2026x");
    CHECK(to_string(at_local(*found, on("2026-03-27"), 540)) == "2026-03-27T08:00:00Z");
    CHECK(to_string(at_local(*found, on("2026-03-30"), 540)) == "2026-03-30T07:00:00Z");
    CHECK(local_minute(*found, *Instant::parse("2026-03-30T07:00:00Z")) == 540);
    CHECK((with_clocks(*found, on("2030-01-01"), on("2030-01-02"), nowhere).value() == *found));  // it was read already
  }
  TEST_CASE("hours without a zone stay as they are") {
    WorkingHours hours;
    hours.utc_offset = 330;
    CHECK((with_clocks(hours, on("2026-03-20"), on("2026-04-10"), nowhere).value() == hours));
  }
  TEST_CASE("an unknown zone is refused with its place, and so is an offset that it does not have") {
    WorkingHours hours;
    hours.zone = "Elsewhere";
    auto const unknown = with_clocks(hours, on("2026-03-20"), on("2026-04-10"), nowhere);
    REQUIRE(unknown.has_error());
    CHECK(unknown.error().names("zone.unknown"));
    CHECK(unknown.error().violations()[0].where == "/zone");
    hours.zone = "There";
    for (int const good : {0, 60, 120}) {
      hours.utc_offset = good;
      CHECK(with_clocks(hours, on("2026-03-20"), on("2026-04-10"), there).value().utc_offset == 60);
    }
    hours.utc_offset = 180;
    auto const other = with_clocks(hours, on("2026-03-20"), on("2026-04-10"), there);
    REQUIRE(other.has_error());
    CHECK(other.error().names("zone.offset"));
    CHECK(other.error().violations()[0].where == "/utc_offset");
    CHECK(other.error().text().find("60 or 120") != std::string::npos);
  }
}
