#pragma once
/// @file
/// Calendar dates.

#include <annexa/base/digits.hpp>
#include <annexa/base/errc.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A day of the proleptic Gregorian calendar between 1583-01-01 and 9999-12-31, without time or zone. Four bytes.
/// @par Order
/// By time.
class Date {
 public:
  /// 1970-01-01.
  constexpr Date() = default;
  /// Reads "YYYY-MM-DD" (ISO 8601). @return the date, or errc::bad_date. Does not allocate.
  [[nodiscard]] static parsed<Date> parse(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return errc::bad_date;
    auto const year = detail::digits(text.substr(0, 4));
    auto const month = detail::digits(text.substr(5, 2));
    auto const day = detail::digits(text.substr(8, 2));
    if (!year || !month || !day) return errc::bad_date;
    return from(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day));
  }
  /// The date of year, month 1..12 and day 1..31. @return the date, or errc::bad_date.
  [[nodiscard]] static constexpr parsed<Date> from(int year, int month, int day) noexcept {
    if (year < 1583 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
      return errc::bad_date;
    return Date(civil(year, month, day));
  }
  /// The date that lies @p days after 1970-01-01. @return the date, or errc::bad_date outside 1583 to 9999.
  [[nodiscard]] static constexpr parsed<Date> from_days(std::int64_t days) noexcept {
    if (days < civil(1583, 1, 1) || days > civil(9999, 12, 31)) return errc::bad_date;
    return Date(static_cast<std::int32_t>(days));
  }
  /// The same day as Boost.Date_Time has it. @pre not a special value and not before 1583.
  [[nodiscard]] static Date from(boost::gregorian::date const& day) {
    return Date(civil(static_cast<int>(day.year()), static_cast<int>(day.month()), static_cast<int>(day.day())));
  }
  /// The same day for Boost.Date_Time.
  [[nodiscard]] boost::gregorian::date to_gregorian() const {
    auto const ymd = parts();
    return {static_cast<unsigned short>(ymd.year), static_cast<unsigned short>(ymd.month),
            static_cast<unsigned short>(ymd.day)};
  }

  /// Year, month 1..12, day 1..31.
  struct Parts {
    int year;   ///< 1583 to 9999.
    int month;  ///< 1 to 12.
    int day;    ///< 1 to 31.
  };
  /// The date taken apart.
  [[nodiscard]] constexpr Parts parts() const noexcept {
    // Days from 0000-03-01, in eras of 400 years: no table and no branch per month.
    std::int64_t const z = std::int64_t{days_} + 719468;
    std::int64_t const era = z / 146097;
    std::int64_t const doe = z - era * 146097;
    std::int64_t const yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    std::int64_t const doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    std::int64_t const mp = (5 * doy + 2) / 153;
    int const month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    return {static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)), month,
            static_cast<int>(doy - (153 * mp + 2) / 5 + 1)};
  }
  /// Days since 1970-01-01, negative before.
  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }
  /// 1 Monday to 7 Sunday (ISO 8601).
  [[nodiscard]] constexpr int weekday() const noexcept {
    return static_cast<int>((std::int64_t{days_} + 719468 + 2) % 7) + 1;
  }

  /// The date @p days later; it stops at the ends of the range.
  [[nodiscard]] constexpr Date plus_days(std::int64_t days) const noexcept {
    if (days < std::int64_t{civil(1583, 1, 1)} - days_) return Date(civil(1583, 1, 1));
    if (days > std::int64_t{civil(9999, 12, 31)} - days_) return Date(civil(9999, 12, 31));
    return Date(static_cast<std::int32_t>(days_ + days));
  }
  /// The same day of the month @p months later; the last day of the month where it is shorter.
  [[nodiscard]] constexpr Date plus_months(int months) const noexcept {
    auto const ymd = parts();
    std::int64_t const index = std::int64_t{ymd.year} * 12 + ymd.month - 1 + months;
    if (index < std::int64_t{1583} * 12) return Date(civil(1583, 1, 1));
    if (index >= std::int64_t{10'000} * 12) return Date(civil(9999, 12, 31));
    int const year = static_cast<int>(index / 12);
    int const month = static_cast<int>(index % 12) + 1;
    int const last = days_in(year, month);
    return Date(civil(year, month, ymd.day < last ? ymd.day : last));
  }
  /// The first day of its month.
  [[nodiscard]] constexpr Date first_of_month() const noexcept { return plus_days(1 - parts().day); }
  /// The last day of its month.
  [[nodiscard]] constexpr Date last_of_month() const noexcept {
    auto const here = parts();
    return Date(civil(here.year, here.month, days_in(here.year, here.month)));
  }
  /// Days from @p earlier to @p later.
  friend constexpr std::int64_t operator-(Date later, Date earlier) noexcept {
    return std::int64_t{later.days_} - earlier.days_;
  }
  friend constexpr bool operator==(Date const&, Date const&) = default;
  friend constexpr auto operator<=>(Date const&, Date const&) = default;

 private:
  constexpr explicit Date(std::int32_t days) : days_(days) {}
  [[nodiscard]] static constexpr int days_in(int year, int month) noexcept {
    constexpr int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : length[month - 1];
  }
  [[nodiscard]] static constexpr std::int32_t civil(int year, int month, int day) noexcept {
    std::int64_t const y = year - (month <= 2 ? 1 : 0);
    std::int64_t const era = y / 400;
    std::int64_t const yoe = y - era * 400;
    std::int64_t const doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return static_cast<std::int32_t>(era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468);
  }
  std::int32_t days_ = 0;
};

/// The date as YYYY-MM-DD.
[[nodiscard]] inline std::string to_string(Date date) {
  auto const ymd = date.parts();
  return detail::padded(ymd.year, 4) + '-' + detail::padded(ymd.month, 2) + '-' + detail::padded(ymd.day, 2);
}

}  // namespace v1
}  // namespace annexa
