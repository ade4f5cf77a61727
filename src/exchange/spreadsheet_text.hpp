#pragma once
// Texts and values as workbooks hold them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace annexa {
inline namespace v1 {
namespace spreadsheet {

inline constexpr double line_height = 15;      // points
inline constexpr std::size_t most_lines = 20;  // of a row; a cell with more is cut off where it is shown

// Characters as spreadsheets count them: those beyond the basic plane are two.
[[nodiscard]] std::size_t units_of(std::string_view text) noexcept;
// The text with an escape before what would be read as one: "_x000D_" stands for a character.
[[nodiscard]] std::string escaped(std::string_view text);
// How many lines a text takes in a cell of that width, most_lines at most.
[[nodiscard]] std::size_t lines_of(std::string_view text, double width) noexcept;
// Characters of the longest line.
[[nodiscard]] std::size_t width_of(std::string_view text) noexcept;
// A text as a part of a header or footer, in which '&' begins a command and a digit behind a command belongs to it.
[[nodiscard]] std::string margin(std::string_view part, std::string_view text);
// The number that a cell holds exactly, as it is spelt.
[[nodiscard]] std::optional<double> number_of(std::string_view text);
// Days since 1899-12-30, from 1900-03-01 on: before that spreadsheets disagree.
[[nodiscard]] std::optional<double> day_of(std::string_view text);

}  // namespace spreadsheet
}  // namespace v1
}  // namespace annexa
