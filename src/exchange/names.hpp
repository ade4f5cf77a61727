#pragma once
// How headers, values and names are compared: whatever people change without meaning anything by it is taken away.

#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// @p text in lower case without accents (umlauts written out: "ü" as "ue"), everything but letters and digits as one
// blank between words. "Risk-Owner", "risk_owner" and " RISK  OWNER:" are the same. @p camel also parts "riskOwner".
[[nodiscard]] std::string folded(std::string_view text, bool camel = false);

// @p text without what stands in round or square brackets: "Likelihood (1-5)" is "Likelihood".
[[nodiscard]] std::string without_brackets(std::string_view text);

// True if @p text begins with the whole words of @p words. @pre both are folded.
[[nodiscard]] bool begins_with_words(std::string_view text, std::string_view words) noexcept;

// Calls @p visit for each part of a list "a|b|c".
template <class Visit>
constexpr void for_each_part(std::string_view list, Visit&& visit) {
  while (!list.empty()) {
    auto const bar = list.find('|');
    visit(list.substr(0, bar));
    list.remove_prefix(bar == list.npos ? list.size() : bar + 1);
  }
}

// True if @p name is a part of a list "a|b|c".
[[nodiscard]] bool is_listed(std::string_view list, std::string_view name) noexcept;

// True if a cell says that there is nothing: blank, "-", "--", "—", "n/a", "none", ... For cells that hold no free
// text.
[[nodiscard]] bool is_missing(std::string_view cell);

// True if @p cell is blank.
[[nodiscard]] bool is_blank(std::string_view cell) noexcept;

// At most @p most bytes of @p text, cut between characters, with "…" where something was cut off.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most = 60);

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
