#include <annexa/base/money_sum.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace annexa;

namespace {

parsed<Money> money(std::string_view amount, std::string_view currency) {
  return Money::from(Decimal::parse(amount).value(), Currency::parse(currency).value());
}

}  // namespace

TEST_SUITE("base/money") {
  TEST_CASE("a currency is three capital letters") {
    CHECK(to_string(Currency::parse("EUR").value()) == "EUR");
    CHECK(to_string(Currency{}) == "XXX");
    for (std::string const text : {"", "EU", "EURO", "eur", "E R", "E1R", "\xC3\x84R"}) {
      CAPTURE(text);
      REQUIRE(Currency::parse(text).has_error());
      CHECK(Currency::parse(text).error() == errc::bad_currency);
    }
  }

  TEST_CASE("an amount has the places of its currency") {
    struct Row {
      std::string amount;
      std::string currency;
      std::int64_t minor;
      std::string text;
    };
    for (Row const& row : {Row{"12.5", "EUR", 1250, "12.50 EUR"},
                           {"-0.01", "EUR", -1, "-0.01 EUR"},
                           {"12.500", "EUR", 1250, "12.50 EUR"},
                           {"500", "JPY", 500, "500 JPY"},
                           {"1.234", "KWD", 1234, "1.234 KWD"},
                           {"0", "CHF", 0, "0.00 CHF"}}) {
      CAPTURE(row.text);
      auto const read = money(row.amount, row.currency).value();
      CHECK(read.minor_units() == row.minor);
      CHECK(to_string(read) == row.text);
    }
  }

  TEST_CASE("an amount is never rounded") {
    CHECK(money("12.345", "EUR").error() == errc::bad_money);
    CHECK(money("0.5", "JPY").error() == errc::bad_money);
    CHECK(money("0.0001", "KWD").error() == errc::bad_money);
    CHECK(money("99999999999999999", "EUR").error() == errc::bad_money);
    CHECK(money("9999999999999999", "EUR").value().minor_units() == 999'999'999'999'999'900);
  }

  TEST_CASE("only amounts of one currency add") {
    auto const ten = money("10", "EUR").value();
    CHECK(ten.plus(money("2.50", "EUR").value()) == money("12.50", "EUR").value());
    CHECK_FALSE(ten.plus(money("2.50", "CHF").value()));
    CHECK_FALSE(money("9999999999999999.99", "EUR").value().plus(money("0.01", "EUR").value()));
  }

  TEST_CASE("a sum that does not fit holds no figure") {
    MoneySum sum;
    CHECK(sum.empty());
    CHECK_FALSE(sum.value());
    sum.add(money("9999999999999999.99", "EUR").value());
    CHECK(to_string(*sum.value()) == "9999999999999999.99 EUR");
    sum.add(money("0.01", "EUR").value());
    CHECK_FALSE(sum.value());
    sum.add(money("1", "EUR").value());  // and does not begin anew
    CHECK_FALSE(sum.value());
    CHECK_FALSE(sum.empty());
  }

  TEST_CASE("printing and reading give the same amount") {
    CHECK(rc::check("any amount", [] {
      auto const digits = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999'999, 1'000'000'000'000'000'000);
      auto const currency = Currency::parse(*rc::gen::element("EUR", "JPY", "KWD", "USD")).value();
      auto const amount = Money::from(Decimal::from(digits, currency.places()).value(), currency).value();
      RC_ASSERT(Money::from(Decimal::parse(to_string(amount.amount())).value(), currency).value() == amount);
    }));
  }
}
