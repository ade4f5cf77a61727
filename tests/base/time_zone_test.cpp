#include <annexa/base/time_zone.hpp>
// The header stands on its own: it comes first.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace annexa;

namespace {

Instant at(char const* text) { return *Instant::parse(text); }
Date on(char const* text) { return *Date::parse(text); }

// Berlin in 2026, standard time before.
std::vector<ZoneChange> berlin() {
  return {{at("2026-03-29T01:00:00Z"), 120, true, "CEST"}, {at("2026-10-25T01:00:00Z"), 60, false, "CET"}};
}

}  // namespace

TEST_SUITE("base/time_zone") {
  TEST_CASE("the offset is that of the last change") {
    CHECK(offset_at(60, berlin(), at("2026-03-29T00:59:59Z")) == 60);
    CHECK(offset_at(60, berlin(), at("2026-03-29T01:00:00Z")) == 120);
    CHECK(offset_at(60, berlin(), at("2026-10-25T00:59:59Z")) == 120);
    CHECK(offset_at(60, berlin(), at("2026-10-25T01:00:00Z")) == 60);
    CHECK(offset_at(-300, {}, at("2026-10-25T01:00:00Z")) == -300);
    CHECK(offset_at(TimeZone{}, at("2026-10-25T01:00:00Z")) == 0);
  }
  TEST_CASE("nine o'clock stays nine o'clock when the clocks are changed") {
    CHECK(to_string(at_clock(60, berlin(), on("2026-03-27"), 540)) == "2026-03-27T08:00:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-03-30"), 540)) == "2026-03-30T07:00:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-10-26"), 540)) == "2026-10-26T08:00:00Z");
  }
  TEST_CASE("a time that clocks leave out lies after the change, one that they show twice is the first") {
    CHECK(to_string(at_clock(60, berlin(), on("2026-03-29"), 119)) == "2026-03-29T00:59:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-03-29"), 120)) == "2026-03-29T01:00:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-03-29"), 150)) == "2026-03-29T01:30:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-03-29"), 180)) == "2026-03-29T01:00:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-10-25"), 120)) == "2026-10-25T00:00:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-10-25"), 179)) == "2026-10-25T00:59:00Z");
    CHECK(to_string(at_clock(60, berlin(), on("2026-10-25"), 180)) == "2026-10-25T02:00:00Z");
  }
  TEST_CASE("a time of the clocks leads to an instant at which they show it, unless they leave it out") {
    CHECK(rc::check([] {
      std::vector<ZoneChange> changes;
      int const before = *rc::gen::inRange(-720, 840);
      Instant when = at("2026-01-01T00:00:00Z");
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        when = when.plus_minutes(*rc::gen::inRange(5'000, 200'000));
        changes.push_back({when, *rc::gen::inRange(-720, 840), false, {}});
      }
      auto const day = on("2026-01-01").plus_days(*rc::gen::inRange(0, 700));
      auto const minute = *rc::gen::inRange(0, 1440);
      auto const found = at_clock(before, changes, day, minute);
      auto const shown = found.plus_minutes(offset_at(before, changes, found));
      bool const left_out = std::ranges::any_of(changes, [&](ZoneChange const& change) {
        auto const then = offset_at(before, changes, change.at.plus_minutes(-1));
        auto const local = Instant::at(day, minute);
        return change.at.plus_minutes(then) <= local && local < change.at.plus_minutes(change.utc_offset);
      });
      RC_ASSERT((left_out || shown == Instant::at(day, minute)));
    }));
  }
}
