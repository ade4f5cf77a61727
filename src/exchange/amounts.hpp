#pragma once
// Amounts of money as people write them in cells.

#include <annexa/base/money.hpp>

#include <optional>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// The currency that a text names by its code or its sign: "Budget (EUR)", "12 €". Nothing if it names none, or two.
[[nodiscard]] std::optional<Currency> currency_in(std::string_view text);

// The amount: "12,500.00", "12.500,00 €", "1'000", "EUR 5 000". The last of two different signs parts the cents; a
// single one does so in front of one or two digits.
// @param otherwise  the currency where the cell names none
[[nodiscard]] std::optional<Money> read_amount(std::string_view cell, std::optional<Currency> otherwise);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
