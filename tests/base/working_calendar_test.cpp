#include <annexa/base/working_calendar.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <limits>

using namespace annexa;

namespace {

Date date(std::string_view text) { return Date::parse(text).value(); }

}  // namespace

TEST_SUITE("base/working_calendar") {
  TEST_CASE("deadlines skip weekends and holidays") {
    WorkingCalendar const office{.weekend = {6, 7}, .holidays = {date("2026-04-03"), date("2026-04-06")}};  // Easter
    CHECK(office.is_working(date("2026-04-02")));
    CHECK_FALSE(office.is_working(date("2026-04-03")));
    CHECK_FALSE(office.is_working(date("2026-04-04")));
    CHECK(to_string(office.next_working(date("2026-04-03"))) == "2026-04-07");
    CHECK(to_string(office.plus_working_days(date("2026-04-01"), 2)) == "2026-04-07");
    CHECK(office.plus_working_days(date("2026-04-01"), 0) == date("2026-04-01"));
    CHECK(office.plus_working_days(date("2026-04-01"), -3) == date("2026-04-01"));
  }

  TEST_CASE("a week may have its days of rest anywhere") {
    WorkingCalendar const gulf{.weekend = {5, 6}, .holidays = {}};
    CHECK(to_string(gulf.next_working(date("2026-03-06"))) == "2026-03-08");
    WorkingCalendar const always{.weekend = {}, .holidays = {}};
    CHECK(to_string(always.plus_working_days(date("2026-03-06"), 2)) == "2026-03-08");
  }

  TEST_CASE("where nobody ever works, a search still ends") {
    WorkingCalendar const never{.weekend = {1, 2, 3, 4, 5, 6, 7}, .holidays = {}};
    CHECK(never.next_working(date("2026-03-06")) == date("2026-03-06"));
  }

  TEST_CASE("the end of the calendar ends a search") {
    WorkingCalendar const office{.weekend = {6, 7}, .holidays = {date("9999-12-31")}};
    CHECK(office.next_working(date("9999-12-31")) == date("9999-12-31"));
    CHECK(office.plus_working_days(date("9999-12-30"), std::numeric_limits<int>::max()) == date("9999-12-31"));
  }

  TEST_CASE("working days between a date and its deadline are as many as were asked for") {
    CHECK(rc::check("counted one by one", [] {
      WorkingCalendar calendar;
      for (int day : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 60)))
        calendar.holidays.push_back(date("2026-03-01").plus_days(day));
      Date const from = date("2026-03-01").plus_days(*rc::gen::inRange(0, 60));
      int const days = *rc::gen::inRange(0, 40);
      Date const due = calendar.plus_working_days(from, days);
      int counted = 0;
      for (Date day = from.plus_days(1); day <= due; day = day.plus_days(1))
        counted += calendar.is_working(day) ? 1 : 0;
      RC_ASSERT(counted == days);
      RC_ASSERT(days == 0 || calendar.is_working(due));
    }));
  }
}
