#pragma once
// How a delimited text is parted.

#include <annexa/exchange/table.hpp>

#include <span>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace exchange {

// The delimiter by which the first records fit best; looks at the first 64 KiB.
[[nodiscard]] char sniff_delimiter(std::string_view text, TableLimits const& limits);
// Length of a first line "sep=;" with its line end, or 0.
[[nodiscard]] std::size_t delimiter_line(std::string_view text);
// True if no cell of the record says anything.
[[nodiscard]] bool is_blank_record(std::string_view text, std::span<SheetCell const> cells) noexcept;

}  // namespace exchange
}  // namespace v1
}  // namespace annexa
