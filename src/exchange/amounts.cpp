#include "amounts.hpp"

#include <annexa/base/text.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace annexa {
inline namespace v1 {
namespace exchange {
namespace {

struct CurrencySign {
  std::string_view sign;
  std::string_view code;
};
constexpr std::array currency_signs{CurrencySign{"€", "EUR"}, CurrencySign{"£", "GBP"}, CurrencySign{"US$", "USD"},
                                    CurrencySign{"$", "USD"}};
// Blanks and apostrophes between digits.
constexpr std::array<std::string_view, 5> digit_gaps{" ", "'", "’", "\u00A0", "\u202F"};

bool is_letter(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Calls @p visit for each word of letters.
template <class Visit>
void for_each_letters(std::string_view text, Visit&& visit) {
  for (std::size_t i = 0; i < text.size();) {
    auto end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > i) visit(text.substr(i, end - i));
    i = std::max(end, i + 1);
  }
}

void take_out(std::string& text, std::string_view part) {
  for (auto at = text.find(part); at != text.npos; at = text.find(part)) text.erase(at, part.size());
}

// True for digits in groups: "12", "1.234.567", "1,00,000".
bool is_grouped(std::string_view text) {
  auto const last = text.find_last_of(".,");
  if (last == text.npos) return true;
  if (text.size() - last - 1 != 3) return false;
  for (std::size_t begin = 0; begin <= last;) {
    auto const end = text.find_first_of(".,", begin);
    if (end - begin < 1 || end - begin > 3 || (begin > 0 && end - begin < 2)) return false;
    begin = end + 1;
  }
  return true;
}

// Digits with signs between them as a number with a point at most.
std::optional<Decimal> number_in(std::string text) {
  for (auto const gap : digit_gaps) take_out(text, gap);
  auto const last = text.find_last_of(".,");
  if (last != text.npos) {
    bool const two_signs = text.find(text[last] == '.' ? ',' : '.') != text.npos;
    bool const once = text.find(text[last]) == last;
    auto const behind = text.size() - last - 1;
    bool const parts_cents = once && (two_signs || behind == 1 || behind == 2);
    auto whole = text.substr(0, parts_cents ? last : text.size());
    if (!is_grouped(whole)) return {};
    take_out(whole, ".");
    take_out(whole, ",");
    text = parts_cents ? whole + '.' + text.substr(last + 1) : whole;
  }
  auto const read = Decimal::parse(text);
  return read ? std::optional(*read) : std::nullopt;
}

}  // namespace

std::optional<Currency> currency_in(std::string_view text) {
  std::optional<Currency> found;
  bool several = false;
  auto const take = [&](std::string_view code) {
    auto const currency = Currency::parse(code);
    if (!currency) return;
    several = several || (found && *found != *currency);
    found = *currency;
  };
  for_each_letters(text, take);
  for (auto const& each : currency_signs)
    if (!found && text.find(each.sign) != text.npos) take(each.code);
  return several ? std::nullopt : found;
}

std::optional<Money> read_amount(std::string_view cell, std::optional<Currency> otherwise) {
  auto const named = currency_in(cell);
  auto const currency = named ? named : otherwise;
  if (!currency) return {};
  std::string text(trimmed(cell));
  take_out(text, currency->code());
  for (auto const& each : currency_signs)
    if (each.code == currency->code()) take_out(text, each.sign);
  auto const number = number_in(std::move(text));
  auto const money = number ? Money::from(*number, *currency) : parsed<Money>(errc::bad_money);
  return money ? std::optional(*money) : std::nullopt;
}

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
