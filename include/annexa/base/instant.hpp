#pragma once
/// @file
/// Points in time.

#include <annexa/base/date.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// A point in time in UTC, to the microsecond, between the years 1583 and 9999. Eight bytes. Leap seconds are not
/// counted.
/// @par Order
/// By time.
class Instant {
 public:
  /// 1970-01-01T00:00:00Z.
  constexpr Instant() = default;
  /// Reads RFC 3339: "2026-03-01T09:00:00Z", up to six places of a second, or with an offset such as "+01:00".
  /// @return the instant, or errc::bad_instant. Does not allocate.
  [[nodiscard]] static parsed<Instant> parse(std::string_view text) noexcept {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
      return errc::bad_instant;
    auto const date = Date::parse(text.substr(0, 10));
    auto const hour = detail::digits(text.substr(11, 2));
    auto const minute = detail::digits(text.substr(14, 2));
    auto const second = detail::digits(text.substr(17, 2));
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return errc::bad_instant;
    text.remove_prefix(19);
    std::int64_t micros = 0;
    if (text[0] == '.') {
      std::size_t const end = text.find_first_not_of("0123456789", 1);
      auto const fraction = text.substr(1, end == text.npos ? text.npos : end - 1);
      auto const value = fraction.size() > 6 ? std::optional<std::int64_t>{} : detail::digits(fraction);
      if (!value || end == text.npos) return errc::bad_instant;
      micros = *value;
      for (auto i = fraction.size(); i < 6; ++i) micros *= 10;
      text.remove_prefix(end);
    }
    auto const offset = offset_minutes(text);
    if (!offset) return errc::bad_instant;
    std::int64_t const seconds = std::int64_t{date->days()} * 86400 + *hour * 3600 + (*minute - *offset) * 60 + *second;
    return from_micros(seconds * 1'000'000 + micros);
  }
  /// The instant @p micros microseconds after 1970-01-01T00:00:00Z. @return it, or errc::bad_instant out of range.
  [[nodiscard]] static constexpr parsed<Instant> from_micros(std::int64_t micros) noexcept {
    if (micros < first || micros > last) return errc::bad_instant;
    return Instant(micros);
  }
  /// @p minute minutes after midnight UTC of @p date; it stops at the ends of the range.
  [[nodiscard]] static constexpr Instant at(Date date, std::int64_t minute) noexcept {
    return midnight(date).plus_minutes(minute);
  }
  /// Microseconds since 1970-01-01T00:00:00Z.
  [[nodiscard]] constexpr std::int64_t micros() const noexcept { return micros_; }
  /// The day in UTC.
  [[nodiscard]] constexpr Date date() const noexcept { return Date{}.plus_days(day_of(micros_)); }
  /// Minutes since midnight UTC.
  [[nodiscard]] constexpr std::int64_t minute_of_day() const noexcept {
    return (micros_ - day_of(micros_) * day_micros) / minute_micros;
  }
  /// The instant @p minutes later; it stops at the ends of the range.
  [[nodiscard]] constexpr Instant plus_minutes(std::int64_t minutes) const noexcept {
    if (minutes < (first - micros_) / minute_micros) return Instant(first);
    if (minutes > (last - micros_) / minute_micros) return Instant(last);
    return Instant(micros_ + minutes * minute_micros);
  }
  friend constexpr bool operator==(Instant const&, Instant const&) = default;
  friend constexpr auto operator<=>(Instant const&, Instant const&) = default;

 private:
  static constexpr std::int64_t minute_micros = 60'000'000;
  static constexpr std::int64_t day_micros = 1440 * minute_micros;
  static constexpr std::int64_t first = Date{}.plus_days(-1'000'000'000).days() * day_micros;
  static constexpr std::int64_t last = (Date{}.plus_days(1'000'000'000).days() + 1) * day_micros - 1;
  [[nodiscard]] static constexpr Instant midnight(Date date) noexcept { return Instant(date.days() * day_micros); }
  constexpr explicit Instant(std::int64_t micros) : micros_(micros) {}
  [[nodiscard]] static constexpr std::int64_t day_of(std::int64_t micros) noexcept {
    return micros >= 0 ? micros / day_micros : -((-micros + day_micros - 1) / day_micros);
  }
  [[nodiscard]] static std::optional<std::int64_t> offset_minutes(std::string_view text) noexcept {
    if (text == "Z" || text == "z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return {};
    auto const hour = detail::digits(text.substr(1, 2));
    auto const minute = detail::digits(text.substr(4, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return {};
    auto const offset = *hour * 60 + *minute;
    return text[0] == '+' ? offset : -offset;
  }
  std::int64_t micros_ = 0;
};

/// The instant in RFC 3339, UTC, with microseconds only where it has some.
[[nodiscard]] inline std::string to_string(Instant instant) {
  auto const date = instant.date();
  std::int64_t const rest = instant.micros() - std::int64_t{date.days()} * 86'400'000'000;
  std::int64_t const seconds = rest / 1'000'000;
  auto text = to_string(date) + 'T' + detail::padded(seconds / 3600, 2) + ':' + detail::padded(seconds / 60 % 60, 2) +
              ':' + detail::padded(seconds % 60, 2);
  if (rest % 1'000'000 != 0) text += '.' + detail::padded(rest % 1'000'000, 6);
  return text + 'Z';
}

}  // namespace v1
}  // namespace annexa
