#pragma once
/// @file
/// Amounts of money.

#include <annexa/base/decimal.hpp>
#include <annexa/base/list.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {

/// @cond INTERNAL
namespace detail {
// The codes in force, and a few that books still hold; one is never taken out again.
inline constexpr std::string_view currency_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD "
    "CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW "
    "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD "
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE "
    "SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED "
    "VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA XXX YER ZAR ZMW ZWG ZWL";
}  // namespace detail
/// @endcond

/// A currency by its code of three capital letters. @source{ISO 4217}
class Currency {
 public:
  /// "XXX", no currency.
  constexpr Currency() = default;
  /// Reads a code such as "EUR". @return it, or errc::bad_currency.
  [[nodiscard]] static constexpr parsed<Currency> parse(std::string_view text) noexcept {
    auto const at = text.size() == 3 ? detail::currency_codes.find(text) : std::string_view::npos;
    if (at == std::string_view::npos || at % 4 != 0) return errc::bad_currency;
    Currency currency;
    for (std::size_t i = 0; i < 3; ++i) currency.code_[i] = text[i];
    return currency;
  }
  /// The code.
  [[nodiscard]] constexpr std::string_view code() const noexcept { return {code_.data(), code_.size()}; }
  /// Places of the minor unit: 2 for most, 0 for the yen, 3 for the dinars, 4 for two units of account.
  [[nodiscard]] constexpr int places() const noexcept {
    constexpr std::string_view none[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                         "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
    constexpr std::string_view three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (detail::contains(none, code())) return 0;
    if (code() == "CLF" || code() == "UYW") return 4;
    return detail::contains(three, code()) ? 3 : 2;
  }
  friend constexpr bool operator==(Currency const&, Currency const&) = default;
  friend constexpr auto operator<=>(Currency const&, Currency const&) = default;

 private:
  std::array<char, 3> code_{'X', 'X', 'X'};
};

/// The code.
[[nodiscard]] inline std::string to_string(Currency const& currency) { return std::string(currency.code()); }

/// An amount in one currency, exact to its minor unit. Amounts of two currencies neither add nor compare.
/// @source{ISO 4217}
class Money {
 public:
  /// 0 XXX.
  constexpr Money() = default;
  /// @p amount in @p currency. @return it, or errc::bad_money if it has more places than the currency.
  [[nodiscard]] static constexpr parsed<Money> from(Decimal amount, Currency currency) noexcept {
    auto const minor = amount.digits_at(currency.places());
    if (!minor) return errc::bad_money;
    return Money(*minor, currency);
  }
  /// The amount in minor units: 1250 for 12.50 EUR.
  [[nodiscard]] constexpr std::int64_t minor_units() const noexcept { return minor_; }
  /// The currency.
  [[nodiscard]] constexpr Currency currency() const noexcept { return currency_; }
  /// The amount with all places of its currency.
  [[nodiscard]] constexpr Decimal amount() const noexcept { return *Decimal::from(minor_, currency_.places()); }
  /// The sum, or nothing if the currencies differ or it would overflow 18 digits.
  [[nodiscard]] constexpr std::optional<Money> plus(Money const& other) const noexcept {
    if (currency_ != other.currency_) return {};
    std::int64_t const sum = minor_ + other.minor_;  // both have at most 18 digits
    if (!Decimal::from(sum, 0)) return {};
    return Money(sum, currency_);
  }
  friend constexpr bool operator==(Money const&, Money const&) = default;

 private:
  constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
  std::int64_t minor_ = 0;
  Currency currency_;
};

/// The amount and the code: "12.50 EUR".
[[nodiscard]] inline std::string to_string(Money const& money) {
  return to_string(money.amount()) + ' ' + to_string(money.currency());
}

}  // namespace v1
}  // namespace annexa
