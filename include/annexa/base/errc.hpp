#pragma once
/// @file
/// Reasons for which a value parser refuses its text.

#include <boost/assert/source_location.hpp>
#include <boost/system/error_category.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <boost/system/system_error.hpp>
#include <string>
#include <type_traits>

namespace annexa {
inline namespace v1 {

/// Why a text is not the value that its parser reads. The numbers are part of the C ABI: append, never renumber.
enum class errc : int {
  bad_key = 1,          ///< Not a key: 1 to 80 bytes of UTF-8, no control character, no blank at either end.
  bad_uuid = 2,         ///< Not a UUID in its 36-character form (RFC 9562).
  bad_date = 3,         ///< Not a calendar date as YYYY-MM-DD between 1583 and 9999 (ISO 8601).
  bad_instant = 4,      ///< Not an instant as RFC 3339 with "Z" or an offset.
  bad_decimal = 5,      ///< Not a decimal number, or more digits than 18.
  bad_currency = 6,     ///< Not three upper-case letters (ISO 4217).
  bad_money = 7,        ///< An amount with more places than its currency has, or too large.
  bad_reference = 8,    ///< Not the number of a clause ("9.2.1"), an item ("6.1.2.a") or a control ("A.5.1").
  bad_utf8 = 9,         ///< Not valid UTF-8.
  bad_hash = 10,        ///< Not 64 hexadecimal digits (SHA-256).
  out_of_range = 11,    ///< A number outside what the member accepts.
  unknown_name = 12,    ///< Not one of the listed names.
  too_long = 13,        ///< Longer than the limit of the member.
  bad_custom = 14,      ///< Not a custom member: key "prefix:name", value text, integer, boolean or a list of them.
  bad_media_type = 15,  ///< Not a media type such as "text/plain" (RFC 6838).
};

namespace detail {
/// What would be accepted, for each reason.
[[nodiscard]] inline char const* expectation(errc reason) noexcept {
  switch (reason) {
    case errc::bad_key:
      return "a key of 1 to 80 bytes without control characters or blanks at its ends";
    case errc::bad_uuid:
      return "a UUID such as 0f8fad5b-d9cb-469f-a165-70867728950e";
    case errc::bad_date:
      return "a date as YYYY-MM-DD";
    case errc::bad_instant:
      return "an instant such as 2026-03-01T09:00:00Z";
    case errc::bad_decimal:
      return "a decimal number such as \"12.50\", at most 18 digits";
    case errc::bad_currency:
      return "a currency code of three capital letters (ISO 4217)";
    case errc::bad_money:
      return "an amount with no more places than its currency has, at most 18 digits in all";
    case errc::bad_reference:
      return "a clause such as 9.2.1, an item such as 6.1.2.a or a control such as A.5.1";
    case errc::bad_utf8:
      return "text in UTF-8";
    case errc::bad_hash:
      return "64 hexadecimal digits (SHA-256)";
    case errc::out_of_range:
      return "a number inside its range";
    case errc::unknown_name:
      return "one of the listed names";
    case errc::too_long:
      return "a shorter text";
    case errc::bad_custom:
      return "a key \"prefix:name\" with text, an integer, true, false or a list of them";
    case errc::bad_media_type:
      return "a media type such as text/plain";
  }
  return "another value";
}

/// Names annexa's value errors in boost::system. Its id is fixed, so that every shared library agrees on it.
class ErrcCategory final : public boost::system::error_category {
 public:
  constexpr ErrcCategory() noexcept : error_category(0x9a1e8c7754d0b2f3ULL) {}
  [[nodiscard]] char const* name() const noexcept override { return "annexa"; }
  [[nodiscard]] std::string message(int value) const override {
    return std::string("expected ") + expectation(static_cast<errc>(value));
  }
};
}  // namespace detail

/// The category of errc. Thread-safe.
[[nodiscard]] inline boost::system::error_category const& errc_category() noexcept {
  static constexpr detail::ErrcCategory category;
  return category;
}

/// Makes an error_code, found by argument-dependent lookup.
[[nodiscard]] inline boost::system::error_code make_error_code(errc reason) noexcept {
  return {static_cast<int>(reason), errc_category()};
}

/// What value() of a refused parse throws.
[[noreturn]] inline void throw_exception_from_error(errc const& reason, boost::source_location const& where) {
  throw boost::system::system_error(boost::system::error_code(static_cast<int>(reason), errc_category()),
                                    where.to_string());
}

/// The answer of a value parser: the value, or the reason for refusal. Never allocates for the error.
template <class T>
using parsed = boost::system::result<T, errc>;

}  // namespace v1
}  // namespace annexa

/// @cond INTERNAL
template <>
struct boost::system::is_error_code_enum<annexa::errc> : std::true_type {};
/// @endcond
