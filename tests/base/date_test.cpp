#include <annexa/base/date.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/date_time/gregorian/gregorian.hpp>
#include <type_traits>

using namespace annexa;

static_assert(sizeof(Date) == 4 && std::is_trivially_copyable_v<Date>);
static_assert(Date::from(1970, 1, 1).value().days() == 0);
static_assert(Date::from(2024, 2, 29).has_value() && !Date::from(2023, 2, 29) && !Date::from(1900, 2, 29));
static_assert(Date::from(2026, 11, 24).value().weekday() == 2);

namespace {

Date on(std::string_view text) { return Date::parse(text).value(); }

Date any_date() {
  return Date::from_days(*rc::gen::inRange<std::int64_t>(on("1583-01-01").days(), on("9999-12-31").days() + 1)).value();
}

}  // namespace

TEST_SUITE("base/date") {
  TEST_CASE("a date reads and prints as ISO 8601") {
    for (std::string const text : {"1583-01-01", "1970-01-01", "2000-02-29", "2026-03-01", "9999-12-31"}) {
      CAPTURE(text);
      CHECK(to_string(on(text)) == text);
    }
  }

  TEST_CASE("what is no day is refused") {
    struct Row {
      std::string text;
      std::string why;
    };
    for (Row const& row : {Row{"", "empty"},
                           {"2026-3-01", "one digit"},
                           {"2026-02-30", "February is shorter"},
                           {"2026-00-01", "month 0"},
                           {"2026-13-01", "month 13"},
                           {"2026-01-00", "day 0"},
                           {"1582-12-31", "before the calendar"},
                           {"2026/03/01", "slashes"},
                           {"2026-03-01T", "more than a date"},
                           {"+026-03-01", "sign"},
                           {" 026-03-01", "blank"},
                           {"01.03.2026", "another order"}}) {
      CAPTURE(row.text);
      CAPTURE(row.why);
      auto const date = Date::parse(row.text);
      REQUIRE(date.has_error());
      CHECK(date.error() == errc::bad_date);
    }
  }

  TEST_CASE("every day agrees with Boost.Date_Time") {
    CHECK(rc::check("number, parts and weekday", [] {
      Date const date = any_date();
      auto const judge = boost::gregorian::date(1970, 1, 1) + boost::gregorian::days(date.days());
      RC_ASSERT(date.parts().year == int{judge.year()});
      RC_ASSERT(date.parts().month == int{judge.month()});
      RC_ASSERT(date.parts().day == int{judge.day()});
      RC_ASSERT(date.weekday() % 7 == int{judge.day_of_week()});
      RC_ASSERT(to_string(date) == boost::gregorian::to_iso_extended_string(judge));
      RC_ASSERT(date.to_gregorian() == judge);
      RC_ASSERT(Date::from(judge) == date);
      RC_ASSERT(Date::parse(to_string(date)).value() == date);
    }));
  }

  TEST_CASE("a month later is the same day, or the month's last") {
    CHECK(to_string(on("2024-01-31").plus_months(1)) == "2024-02-29");
    CHECK(to_string(on("2023-01-31").plus_months(1)) == "2023-02-28");
    CHECK(to_string(on("2024-02-29").plus_months(12)) == "2025-02-28");
    CHECK(to_string(on("2026-01-15").plus_months(-1)) == "2025-12-15");
    CHECK(rc::check("as Boost says, but for its snap to the end of the month", [] {
      Date const date = any_date();
      int const months = *rc::gen::inRange(-1200, 1201);
      Date const later = date.plus_months(months);
      auto const from = date.parts();
      auto const to = later.parts();
      int const distance = (to.year - from.year) * 12 + to.month - from.month;
      RC_PRE(to_string(later) != "1583-01-01" && to_string(later) != "9999-12-31");
      RC_ASSERT(distance == months);
      RC_ASSERT(to.day == from.day || (to.day < from.day && later.plus_days(1).parts().month != to.month));
    }));
  }

  TEST_CASE("days move a date and stop at the ends of the range") {
    CHECK(on("9999-12-31").plus_days(1) == on("9999-12-31"));
    CHECK(on("1583-01-01").plus_days(-1) == on("1583-01-01"));
    CHECK(on("2026-01-01").plus_days(std::numeric_limits<std::int64_t>::max()) == on("9999-12-31"));
    CHECK(on("1960-01-01").plus_days(std::numeric_limits<std::int64_t>::min()) == on("1583-01-01"));
    CHECK(on("9999-12-31").plus_months(1) == on("9999-12-31"));
    CHECK(on("1583-01-01").plus_months(-1) == on("1583-01-01"));
    CHECK(on("2026-01-01").plus_months(std::numeric_limits<int>::max()) == on("9999-12-31"));
    CHECK(on("2026-01-01").plus_months(std::numeric_limits<int>::min()) == on("1583-01-01"));
    CHECK(rc::check("difference undoes it", [] {
      Date const a = any_date();
      Date const b = any_date();
      RC_ASSERT(a.plus_days(b - a) == b);
      RC_ASSERT((a < b) == (b - a > 0));
    }));
  }
}
