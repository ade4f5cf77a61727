#include <annexa/base/instant.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/date_time/posix_time/posix_time.hpp>
#include <limits>
#include <type_traits>

using namespace annexa;

static_assert(sizeof(Instant) == 8 && std::is_trivially_copyable_v<Instant>);

namespace {

Instant at(std::string_view text) { return Instant::parse(text).value(); }

}  // namespace

TEST_SUITE("base/instant") {
  TEST_CASE("an instant reads RFC 3339 and prints in UTC") {
    struct Row {
      std::string text;
      std::string utc;
    };
    for (Row const& row : {Row{"2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z"},
                           {"2026-03-01 09:00:00z", "2026-03-01T09:00:00Z"},
                           {"2026-03-01T00:30:00+01:00", "2026-02-28T23:30:00Z"},
                           {"2026-12-31T23:30:00-00:45", "2027-01-01T00:15:00Z"},
                           {"1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"},
                           {"2026-03-01T09:00:00.5Z", "2026-03-01T09:00:00.500000Z"},
                           {"2026-03-01T09:00:00.000000Z", "2026-03-01T09:00:00Z"},
                           {"1583-01-01T00:00:00Z", "1583-01-01T00:00:00Z"},
                           {"9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"}}) {
      CAPTURE(row.text);
      CHECK(to_string(at(row.text)) == row.utc);
    }
  }

  TEST_CASE("what is no instant is refused") {
    for (std::string const text :
         {"", "2026-03-01", "2026-03-01T09:00Z", "2026-03-01T09:00:00", "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z",
          "2026-03-01T09:00:60Z", "2026-02-30T09:00:00Z", "2026-03-01T09:00:00.Z", "2026-03-01T09:00:00.1234567Z",
          "2026-03-01T09:00:00.5", "2026-03-01T09:00:00+1:00", "2026-03-01T09:00:00+24:00", "2026-03-01T09:00:00+01:60",
          "2026-03-01T09:00:00+0100", "2026-03-01T09:00:00Zulu", "2026-03-01X09:00:00Z", "1583-01-01T00:00:00+00:01",
          "9999-12-31T23:59:59-00:01"}) {
      CAPTURE(text);
      auto const instant = Instant::parse(text);
      REQUIRE(instant.has_error());
      CHECK(instant.error() == errc::bad_instant);
    }
  }

  TEST_CASE("days and minutes of an instant agree with Boost.Date_Time") {
    CHECK(rc::check("from microseconds", [] {
      auto const micros = *rc::gen::inRange(at("1583-01-01T00:00:00Z").micros(), at("9999-12-31T23:59:59Z").micros());
      Instant const instant = Instant::from_micros(micros).value();
      namespace time = boost::posix_time;
      auto const days = static_cast<long>(instant.date().days());
      auto const judge = time::ptime(boost::gregorian::date(1970, 1, 1) + boost::gregorian::days(days)) +
                         time::minutes(static_cast<long>(instant.minute_of_day()));
      auto const epoch = time::ptime(boost::gregorian::date(1970, 1, 1));
      auto const whole = micros - (micros % 60'000'000 + 60'000'000) % 60'000'000;
      RC_ASSERT((judge - epoch).total_seconds() == whole / 1'000'000);
      RC_ASSERT(at(to_string(instant)) == instant);
    }));
  }

  TEST_CASE("text order is time order where all have the same form") {
    CHECK(rc::check("in whole seconds", [] {
      auto const range = rc::gen::inRange<std::int64_t>(-1'000'000'000, 4'000'000'000);
      Instant const a = Instant::from_micros(*range * 1'000'000).value();
      Instant const b = Instant::from_micros(*range * 1'000'000).value();
      RC_ASSERT((a < b) == (to_string(a) < to_string(b)));
    }));
  }

  TEST_CASE("an instant stays in its range") {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    CHECK(Instant::from_micros(most).has_error());
    CHECK(Instant::from_micros(least).has_error());
    Instant const now = at("2026-03-01T09:00:00Z");
    CHECK(to_string(now.plus_minutes(most)) == "9999-12-31T23:59:59.999999Z");
    CHECK(to_string(now.plus_minutes(least)) == "1583-01-01T00:00:00Z");
    CHECK(to_string(Instant::at(now.date(), most)) == "9999-12-31T23:59:59.999999Z");
    CHECK(to_string(now.plus_minutes(-541)) == "2026-02-28T23:59:00Z");
    CHECK(Instant::at(now.date(), 540) == now);
  }
}
